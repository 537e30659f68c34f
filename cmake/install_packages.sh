#!/usr/bin/env bash
# Installs the Debian packages that a purpose needs and this machine lacks.
# usage: install_packages.sh page|tool|test|soak|fresh …
# Quick when nothing is missing. Uses apt-get as root, or through sudo.
set -euo pipefail

# What each purpose needs, by Debian 12's names.
page="cmake ninja-build emscripten nlohmann-json3-dev xz-utils unicode-data bzip2"
tool="cmake ninja-build g++ libgtest-dev nlohmann-json3-dev xz-utils unicode-data bzip2"
test="$page $tool python3 patch chromium fonts-wqy-microhei fonts-noto-cjk"
soak="$test clang-14 libclang-rt-14-dev"
fresh="debootstrap"

is_installed() {
  [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# A newer Emscripten or CMake on PATH, or another browser chosen by the caller, needs no package.
is_there_otherwise() {
  case "$1" in
    emscripten) command -v emcc >/dev/null ;;
    chromium) [ -n "${JISHAN_CHROMIUM:-}" ] ;;
    *) false ;;
  esac
}

missing=()
for purpose in "$@"; do
  [ -n "${!purpose:-}" ] || { echo "install_packages.sh: no such purpose: $purpose" >&2; exit 2; }
  for package in ${!purpose}; do
    case " ${missing[*]-} " in *" $package "*) continue ;; esac
    is_installed "$package" || is_there_otherwise "$package" || missing+=("$package")
  done
done

if [ "${#missing[@]}" -gt 0 ]; then
  command -v apt-get >/dev/null || {
    echo "This is not a Debian system. Install by hand: ${missing[*]}" >&2
    exit 1
  }
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
      echo "These packages are missing and need root: apt-get install ${missing[*]}" >&2
      exit 1
    }
    as_root=(sudo)
  fi
  echo "Installing Debian packages: ${missing[*]}"
  "${as_root[@]}" apt-get -qq update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install --yes --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}" >/dev/null
fi

# Debian's Emscripten and Chromium may bring an older Node; the one first on PATH is used.
node_version=$(node --version 2>/dev/null || true)
node_major=${node_version#v}
node_major=${node_major%%.*}
if [ "${node_major:-0}" -lt 20 ]; then
  echo "Node.js 20 or newer must come first on PATH; found ${node_version:-none}." >&2
  exit 1
fi
