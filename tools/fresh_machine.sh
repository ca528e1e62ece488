#!/usr/bin/env bash
# tools/fresh_machine.sh [FOLDER]: proves the README's two commands on a bare Debian 12.
# Makes a bare root with debootstrap in FOLDER (a temporary one if none is given), copies the
# committed tree in, runs tools/run.sh and tools/test.sh there. Needs root and debootstrap.
# CIFRA_DEBIAN_MIRROR names another mirror than Debian's own.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mirror=${CIFRA_DEBIAN_MIRROR:-http://deb.debian.org/debian}

[ "$(id -u)" -eq 0 ] || { echo "fresh_machine: needs root (debootstrap, chroot)" >&2; exit 2; }
command -v debootstrap >/dev/null || {
  DEBIAN_FRONTEND=noninteractive apt-get update -q >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends debootstrap >&2
}

folder=${1:-}
if [ -z "$folder" ]; then
  folder=$(mktemp -d)
  made=$folder
fi
cleanup() {
  for part in proc dev/shm dev; do
    mountpoint -q "$folder/$part" && umount -l "$folder/$part"
  done
  [ -z "${made:-}" ] || rm -rf --one-file-system "$made"
}
trap cleanup EXIT

[ -e "$folder/etc/debian_version" ] || debootstrap --variant=minbase bookworm "$folder" "$mirror"
# What the machine outside uses to reach its package mirror, the inside needs too.
cp /etc/resolv.conf "$folder/etc/resolv.conf" 2>/dev/null || true
apt-config dump | grep -i '^Acquire::[^ ]*proxy' >"$folder/etc/apt/apt.conf.d/99proxy" || true
mkdir -p "$folder/proc" "$folder/dev"
mount -t proc proc "$folder/proc"
mount --bind /dev "$folder/dev"
mkdir -p "$folder/dev/shm"

rm -rf "$folder/cifra"
mkdir "$folder/cifra"
git -C "$project" archive HEAD | tar -x -C "$folder/cifra"

inside() {
  env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 TERM="${TERM:-dumb}" \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    chroot "$folder" bash -c "cd /cifra && $1"
}
inside tools/run.sh
inside tools/test.sh
echo "fresh_machine: both commands passed on a bare Debian $(cat "$folder/etc/debian_version")"
