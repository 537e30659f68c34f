#!/usr/bin/env bash
# Prints the address of the Debian mirror that this machine's apt uses, so that the project names none.
set -euo pipefail
. /etc/os-release
uri=$(apt-get update --print-uris | sed -n "s#^'\(.*\)/dists/${VERSION_CODENAME:-none}/InRelease'.*#\1#p" | head -n 1)
[ -n "$uri" ] || { echo "No Debian mirror was found in apt's sources." >&2; exit 1; }
echo "$uri"
