#!/usr/bin/env bash
# tools/run.sh [PATH…]: installs what is missing, builds, reads PATH (the bundled documents if none
# is given) into facts.db, prints the summary and the cited answer to one question.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
paths=()
for path in "$@"; do
  [ -e "$path" ] || { echo "run: $path: there is no such file or folder" >&2; exit 2; }
  paths+=("$(realpath "$path")")
done
question="Quanti cittadini hanno Spid?"

"$root/tools/lib/setup.sh"
cd "$root"
cmake --preset release >build-release.log 2>&1 && cmake --build --preset release >>build-release.log 2>&1 || {
  tail -n 40 build-release.log >&2
  echo "run: the build failed; the whole log is build-release.log" >&2
  exit 3
}
rm -f build-release.log

[ ${#paths[@]} -gt 0 ] || paths=(corpora/documents)
status=0
build/release/cifra ingest "${paths[@]}" --store facts.db || status=$?
[ "$status" -le 1 ] || exit "$status"  # 1: done, with documents listed that could not be read

printf '\n%s\n\n' "$question"
build/release/cifra query "$question" --store facts.db --limit 3 --format table
fact=$(build/release/cifra query "$question" --store facts.db --limit 1 --format jsonl |
  sed -n 's/.*"fact":"\([0-9a-f]*\)".*/\1/p')
if [ -n "$fact" ]; then
  echo
  build/release/cifra cite "$fact" --store facts.db
fi
exit "$status"
