#!/usr/bin/env bash
# tools/test.sh: installs what is missing, builds and runs every test. Ends with ctest's summary.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
"$root/tools/lib/setup.sh"
cd "$root"
cmake --preset release
cmake --build --preset release
ctest --preset release
