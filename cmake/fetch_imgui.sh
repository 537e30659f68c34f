#!/usr/bin/env bash
# Brings the sources of Dear ImGui 1.92.x from Debian's source package into a cache, once.
# Debian 12's own package is too old (no dynamic fonts, no ImFontLoader); the next release's
# source package is fetched with an apt configuration of its own, so that the system's apt stays
# as it is. apt checks the signature. Prints the folder that holds imgui.h.
set -euo pipefail

suite=forky  # the codename stays when "testing" moves on
cache="${XDG_CACHE_HOME:-$HOME/.cache}/jishan"
mkdir -p "$cache"

found() { find "$cache" -maxdepth 2 -name imgui.h -path '*/imgui-1.92*' -printf '%h\n' | sort | tail -n 1; }

folder=$(found)
if [ -z "$folder" ]; then
  echo "Fetching the Dear ImGui source package (Debian $suite) ..." >&2
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/src"
  uri=$("$(dirname "$0")/debian_mirror.sh")
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri $suite main" >"$work/sources.list"
  options=(-o "Dir::Etc::SourceList=$work/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Get::List-Cleanup=0)
  # A mirror may lag behind: the list must be signed, not fresh.
  options+=(-o Acquire::Check-Valid-Until=false)
  [ "$(id -u)" = 0 ] && options+=(-o APT::Sandbox::User=root)
  apt-get -q "${options[@]}" update >&2
  (cd "$work/src" && apt-get -q "${options[@]}" source --download-only imgui >&2 && tar xf imgui_*.orig.tar.*)
  unpacked=$(find "$work/src" -maxdepth 2 -name imgui.h -printf '%h\n' | head -n 1)
  version=$(sed -n 's/^#define IMGUI_VERSION  *"\([^"]*\)".*/\1/p' "$unpacked/imgui.h")
  case "$version" in
    1.92*) ;;
    *) echo "Dear ImGui $version came, but 1.92.x is needed. Give another source with -DJISHAN_IMGUI_DIR=FOLDER." >&2; exit 1 ;;
  esac
  rm -rf "$cache/imgui-$version"
  mv "$unpacked" "$cache/imgui-$version"
  folder="$cache/imgui-$version"
fi
echo "$folder"
