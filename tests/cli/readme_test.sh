#!/usr/bin/env bash
# readme_test.sh CIFRA SOURCE: runs the commands of README.md's console blocks on the bundled
# documents, as a reader would type them, and the queries in the comments of schema.sql. FACT stands
# for the fact that the query answers first.
set -euo pipefail

cifra=$1
source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$source/corpora" "$work/corpora"
mkdir -p "$work/build/release"
ln -s "$cifra" "$work/build/release/cifra"
cd "$work"

mapfile -t commands < <(sed -n '/^```console$/,/^```$/s/^\$ //p' "$source/README.md")
[ "${#commands[@]}" -ge 4 ] || { echo "README.md has no commands to try"; exit 1; }

fact=
for command in "${commands[@]}"; do
  command=${command//FACT/$fact}
  echo "\$ $command"
  status=0
  output=$(bash -c "$command" 2>"$work/errors") || status=$?
  if [ "$status" -ne 0 ]; then
    cat "$work/errors"
    echo "exit $status"
    exit 1
  fi
  case $command in
    *" query "*)
      fact=$(sed -n '1s/.*"fact":"\([0-9a-f]*\)".*/\1/p' <<<"$output")
      grep -q '"value":"16400000"' <<<"$(head -n 1 <<<"$output")" || {
        echo "the first answer is not 16400000: $output" | head -c 600
        exit 1
      } ;;
    *" check "*)
      grep -q '"verdict":"refuted"' <<<"$output" || { echo "not refuted: $output"; exit 1; } ;;
    *"--image "*)
      head -c 8 page.png | od -An -tx1 | grep -q '89 50 4e 47' || { echo "no PNG"; exit 1; } ;;
  esac
done

# At a terminal of 80 columns no line is longer and the quote of a fact has the width to be read.
shown=$(COLUMNS=80 build/release/cifra query "Quanti cittadini hanno Spid?" --store facts.db --limit 3 --format table)
grep -q '^ 1  16,4 milioni di cittadini' <<<"$shown" || { echo "not as README.md shows: $shown"; exit 1; }
widest=$(LC_ALL=C.UTF-8 wc -L <<<"$shown")
[ "$widest" -le 80 ] && [ "$widest" -ge 60 ] || { echo "$widest columns wide: $shown"; exit 1; }

# An example is a run of comment lines set in by three spaces, to its semicolon.
examples=$(sed -n 's/^--   \([^ ].*\)/\1/p' "$source/core/store/schema.sql" | tr '\n' ' ' | tr ';' '\n')
count=0
while read -r query; do
  [ -n "$query" ] || continue
  count=$((count + 1))
  rows=$(sqlite3 facts.db "$query;")
  [ -n "$rows" ] || { echo "schema.sql: an example answers nothing: $query"; exit 1; }
done <<<"$examples"
[ "$count" -ge 3 ] || { echo "schema.sql has too few examples: $count"; exit 1; }
