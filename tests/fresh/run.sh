#!/usr/bin/env bash
# Proves `make run` and `make test` in an empty Debian 12 that holds apt, Node.js and npm, nothing
# else, with an empty HOME. Needs root (debootstrap, chroot). Node is the one first on PATH here.
# The committed sources are used. usage: run.sh    (KEEP=1 leaves the root for a look)
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "make fresh needs root: debootstrap and chroot." >&2; exit 1; }

logs=$PWD/build/fresh
root=$(mktemp -d "${TMPDIR:-/var/tmp}/jishan-fresh-XXXXXX")
chmod 755 "$root"  # apt reads and writes there as a user of its own
mkdir -p "$logs"
server=""

say() { echo "fresh: $*" | tee -a "$logs/summary.log"; }

clean_up() {
  [ -z "$server" ] || kill -- "-$server" 2>/dev/null || true
  for place in dev/shm dev/pts dev sys proc; do
    mountpoint -q "$root/$place" && umount "$root/$place"
  done
  if [ -n "${KEEP:-}" ]; then say "the root is kept at $root"; else rm -rf --one-file-system "$root"; fi
}
trap clean_up EXIT
: >"$logs/summary.log"

# -- the empty system --------------------------------------------------------------------------

mirror=$(cmake/debian_mirror.sh)
say "making a Debian 12 with nothing in it (debootstrap minbase)"
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$logs/debootstrap.log" 2>&1
for place in proc sys dev dev/pts dev/shm; do
  mkdir -p "$root/$place"
  mount --bind "/$place" "$root/$place"
done

# The way to the network is this machine's: names, certificates, apt's and npm's settings.
cp /etc/resolv.conf /etc/hosts "$root/etc/"
certificates=/etc/ssl/certs/ca-certificates.crt
if [ -e "$certificates" ]; then
  mkdir -p "$root/etc/ssl/certs"
  cp "$certificates" "$root$certificates"
fi
outside=()
for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY NODE_EXTRA_CA_CERTS; do
  [ -z "${!name:-}" ] || outside+=("$name=${!name}")
done
for setting in registry cafile; do
  value=$(npm config get "$setting" 2>/dev/null)
  [ -z "$value" ] || [ "$value" = null ] || outside+=("npm_config_$setting=$value")
done

mkdir -p "$root/usr/local/bin" "$root/usr/local/lib/node_modules" "$root/reader"
cp "$(readlink -f "$(command -v node)")" "$root/usr/local/bin/node"
cp -r "$(npm root --global)/npm" "$root/usr/local/lib/node_modules/"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"

inside() {
  chroot "$root" /usr/bin/env --ignore-environment HOME=/reader LANG=C.UTF-8 \
    PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin \
    ${outside[@]+"${outside[@]}"} "$@"
}

say "Node $(inside node --version), npm $(inside npm --version); adding make, which reads the two commands"
inside apt-get -qq update
inside apt-get -qq install --yes --no-install-recommends make >"$logs/make.log" 2>&1

mkdir -p "$root/jishan"
git archive HEAD | tar --extract --directory "$root/jishan"
say "sources of $(git rev-parse --short HEAD)"

# -- make run ----------------------------------------------------------------------------------

# Starts the app, waits until it prints its address, fetches the page from there, and stops it.
run_and_fetch() {
  local log=$logs/$1.log begun=$SECONDS line address=""
  mkfifo "$logs/output"
  setsid bash -c '"$@" >"$0" 2>&1' "$logs/output" \
    chroot "$root" /usr/bin/env --ignore-environment HOME=/reader LANG=C.UTF-8 \
    PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin \
    ${outside[@]+"${outside[@]}"} make -C /jishan run &
  server=$!
  while read -r line; do
    echo "$line" >>"$log"
    case "$line" in *http://localhost:*) address=$(grep -o 'http://localhost:[0-9]*/' <<<"$line"); break ;; esac
  done <"$logs/output"
  rm "$logs/output"
  if [ -z "$address" ]; then
    say "$1: no address was printed"
    tail -n 20 "$log"
    return 1
  fi
  inside node -e '
    const served = async (name) => {
      const answer = await fetch(process.argv[1] + name);
      if (!answer.ok) throw new Error(name + ": " + answer.status);
      return (await answer.arrayBuffer()).byteLength;
    };
    (async () => {
      for (const name of ["", "host.js", "jishan.js", "jishan.wasm"])
        console.log("  " + (name || "index.html"), await served(name), "bytes");
    })().catch((error) => { console.error(String(error)); process.exit(1); });
  ' "$address" | tee -a "$logs/summary.log"
  say "$1: the app was served at $address after $((SECONDS - begun)) s"
  kill -- "-$server"
  wait "$server" 2>/dev/null || true
  server=""
}

rm -f "$logs"/run-*.log "$logs/output"
run_and_fetch run-first
run_and_fetch run-again

# -- make test ---------------------------------------------------------------------------------

begun=$SECONDS
passed=yes
inside make -C /jishan test >"$logs/test.log" 2>&1 </dev/null || passed=no
tail -n 3 "$logs/test.log" | tee -a "$logs/summary.log"
say "make test took $((SECONDS - begun)) s"
[ "$passed" = yes ] || { say "FAILED: see $logs/test.log"; exit 1; }

begun=$SECONDS
inside make -C /jishan install </dev/null >"$logs/install-again.log" 2>&1
say "installing again took $((SECONDS - begun)) s and found nothing missing"
say "both commands work on a machine with apt, Node and npm only"
