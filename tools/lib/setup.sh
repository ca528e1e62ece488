#!/usr/bin/env bash
# Installs the Debian packages of packages.txt that are missing. Asks nothing.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/install.sh"
mapfile -t packages < <(grep -Ev '^[[:space:]]*(#|$)' "$here/packages.txt")
install_missing "${packages[@]}"
