#!/usr/bin/env bash
# Installs Cifra into a fresh prefix, makes a plugin of each kind outside this repository, builds it
# against the installed package, tests it, and runs it on a document.
# Usage: install_test.sh BUILD_FOLDER
set -euo pipefail
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset CIFRA_PLUGIN_PATH CIFRA_DIR

cmake --install "$build" --prefix "$work/prefix" >/dev/null
cifra=$work/prefix/bin/cifra
cd "$work"

for kind in extractor reader; do
  "$cifra" plugin new "my-$kind" --kind "$kind"
  cmake -G Ninja -S "my-$kind" -B "my-$kind/build" >/dev/null
  cmake --build "my-$kind/build" >/dev/null
  ctest --test-dir "my-$kind/build" --output-on-failure >"$work/ctest.log" ||
    { cat "$work/ctest.log"; exit 1; }
done

"$cifra" plugin new my-pack --kind pack
"$cifra" plugin check my-pack >check.jsonl
grep -q ' finds: ' check.jsonl && grep -q ' leaves: ' check.jsonl

# Not loaded yet, loaded by path, loaded once installed.
listed() { "$cifra" plugin list --format csv | grep -c '^my-' || true; }
[ "$(listed)" = 0 ]
[ "$(CIFRA_PLUGIN_PATH=my-extractor/build:my-reader/build listed)" = 2 ]
cmake --install my-extractor/build --prefix "$work/prefix" >/dev/null
cmake --install my-reader/build --prefix "$work/prefix" >/dev/null
[ "$(listed)" = 2 ]

mkdir documents
# No pack of Cifra's own finds this one.
echo 'Il bando finanzia con 12 milioni di euro le scuole.' >documents/bando.txt
printf 'Regione;Comuni\nLazio;378\n' >documents/comuni.csv
"$cifra" ingest documents --store facts.db
found=$(sqlite3 facts.db "select plugin || ' ' || rule || ' ' || value from fact_citations where plugin like 'my-%'")
[ "$found" = 'my-extractor grant 12000000' ] || { echo "found: $found"; exit 1; }
cells=$(sqlite3 facts.db "select count(*) from facts where value = '378'")
[ "$cells" = 1 ] || { echo "cells: $cells"; exit 1; }

# Without its plugin a store loses facts, not without a word.
CIFRA_PLUGIN_PATH=$work/gone "$cifra" ingest documents --store facts.db 2>message
grep -q 'CIFRA_PLUGIN_PATH names .*gone, which is not there' message
rm "$work/prefix/lib/cifra/plugins/my-extractor.so"
"$cifra" ingest documents --store facts.db 2>message
grep -q 'plugin my-extractor is not loaded: its 1 fact was taken out' message

# An id that another plugin has is said, by the check and when both are found.
sed 's/^id = .*/id = "figures"/' my-pack/my-pack.toml >twin.toml
"$cifra" plugin check twin.toml 2>message >/dev/null
grep -q 'the id figures is taken by' message
CIFRA_PLUGIN_PATH=twin.toml "$cifra" ingest documents --store other.db 2>message
grep -q 'there are two plugins `figures`' message

# Once more is a question of another name.
status=0
"$cifra" plugin new my-reader --kind reader 2>message || status=$?
[ "$status" = 2 ] && grep -q 'is there already' message
status=0
"$cifra" plugin new 'Not A Name' 2>message || status=$?
[ "$status" = 2 ] && grep -q 'is no plugin name' message
