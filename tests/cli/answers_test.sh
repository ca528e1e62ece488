#!/usr/bin/env bash
# answers_test.sh CIFRA: what `explain` and `query` say when there is no plain answer:
# a fact that was replaced, a filter that leaves nothing.
set -euo pipefail

cifra=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir texts

# expect STATUS TEXT COMMAND…: the command ends so and its output or messages hold the text.
expect() {
  local status=$1 text=$2 ended=0
  shift 2
  "$@" >out 2>err || ended=$?
  [ "$ended" -eq "$status" ] || { echo "$*: exit $ended, not $status"; cat out err; exit 1; }
  grep -qF -- "$text" out err || { echo "$*: does not say '$text'"; cat out err; exit 1; }
}

echo "Le biblioteche aperte al pubblico sono 7.420." >texts/biblioteche.txt
"$cifra" ingest texts --store facts.db 2>/dev/null
old=$("$cifra" query "biblioteche aperte" --store facts.db --format jsonl |
  sed -n '1s/.*"fact":"\([0-9a-f]*\)".*/\1/p')
expect 0 "biblioteche" "$cifra" explain "$old" --store facts.db

echo "Le biblioteche aperte al pubblico sono 7.510." >texts/biblioteche.txt
"$cifra" ingest texts --store facts.db 2>/dev/null
new=$("$cifra" query "biblioteche aperte" --store facts.db --format jsonl |
  sed -n '1s/.*"fact":"\([0-9a-f]*\)".*/\1/p')
[ -n "$new" ] && [ "$new" != "$old" ] || { echo "the changed file has no fact of its own"; exit 1; }
expect 0 "$new" "$cifra" explain "$old" --store facts.db
expect 2 "no fact of this store" "$cifra" explain ffffffffffffffff --store facts.db

expect 0 "no fact of the store has this unit" "$cifra" query biblioteche --unit XYZ --store facts.db
expect 0 "no document of the store" "$cifra" query biblioteche --document treni.txt --store facts.db
expect 0 "no issuer of the store" "$cifra" query biblioteche --issuer Nessuno --store facts.db
expect 2 "--min is above --max" "$cifra" query biblioteche --min 9 --max 3 --store facts.db
expect 2 "--from is after --to" "$cifra" query biblioteche --from 2022-01-01 --to 2021-01-01 \
  --store facts.db
