#!/usr/bin/env bash
# messages_test.sh CIFRA: what the command says where it has nothing to show, must not write, or is
# asked unclearly.
set -euo pipefail

cifra=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir docs
for number in $(seq 10 49); do echo "Gli uffici erano $number." >"docs/$number.txt"; done
"$cifra" ingest docs --store facts.db 2>/dev/null

# expect STATUS WORDS ARGUMENT…: how a command ends and what it says.
expect() {
  local wanted=$1 words=$2 status=0
  shift 2
  "$cifra" "$@" >output 2>message || status=$?
  if [ "$status" != "$wanted" ] || ! grep -q -- "$words" message; then
    echo "cifra $*: exit $status, said:"
    cat message
    exit 1
  fi
}

sha256sum facts.db docs/10.txt >before
fact=$("$cifra" query uffici --limit 1 | sed 's/.*"fact":"\([0-9a-f]*\)".*/\1/')
ln -s facts.db link
expect 2 'the store itself' export --output facts.db
expect 2 'the store itself' export --output link
expect 2 'the store itself' series uffici --svg facts.db
expect 2 'the store itself' cite "$fact" --image facts.db
expect 2 'the source of a document' export --output docs/10.txt
sha256sum --quiet --check before

expect 0 'could be read' failures
expect 0 'no facts of the store contradict' conflicts --document 10.txt
expect 0 'no tables' read docs/10.txt --tables
mkdir empty
"$cifra" ingest empty --store none.db 2>/dev/null
expect 0 'holds no documents' documents --store none.db

expect 2 'no number: write it as 16,4' query uffici --min many
[ "$("$cifra" query uffici --min 48,5 | grep -c '"value":"49"')" = 1 ]
[ "$("$cifra" query uffici --max 10,5 | grep -c '"value":"10"')" = 1 ]

expect 2 'several begin so' cite "${fact:0:1}"
grep -q "^  ${fact:0:1}[0-9a-f]*  [0-9]* — " message
expect 2 'begins so' cite zzzz
expect 2 'a folder' check --file docs
expect 2 'no text file' check --file facts.db

rm docs/10.txt
fact=$("$cifra" query uffici --max 10 | sed 's/.*"fact":"\([0-9a-f]*\)".*/\1/')
expect 0 'no longer there' cite "$fact"
"$cifra" ingest docs 2>/dev/null
"$cifra" documents --format csv | grep -q '10.txt (gone)'
[ "$("$cifra" documents --format csv | grep -c '(gone)')" = 1 ]
