#!/usr/bin/env bash
# tools/format.sh [--check]: formats every C and C++ file, or says which are not formatted.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
mode=(-i)
[ "${1:-}" != "--check" ] || mode=(--dry-run -Werror)
git ls-files -z '*.c' '*.cc' '*.h' '*.hpp' | xargs -0 clang-format --style=file "${mode[@]}"
