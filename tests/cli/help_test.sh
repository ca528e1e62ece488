#!/usr/bin/env bash
# help_test.sh CIFRA: every verb has help with an example, every option says what it does.
set -euo pipefail

cifra=$1
failed=0
verbs=$("$cifra" --help | sed -n '/^Subcommands:/,$s/^  \([a-z-]*\) .*/\1/p')
[ "$(wc -w <<<"$verbs")" -ge 10 ] || { echo "too few verbs listed: $verbs"; exit 1; }
for verb in $verbs; do
  help=$("$cifra" "$verb" --help)
  if [ "$verb" != plugin ] && ! grep -q '^Example' <<<"$help"; then
    echo "$verb: no example"
    failed=1
  fi
  # An option's description follows on its line, or on the next, far to the right.
  bare=$(awk '/^  -/ {
                if (bare != "") print bare
                line = $0
                gsub(/[[{][^]}]*[]}]/, "", line)
                bare = split(line, words, " ") >= 4 ? "" : $0
                next
              }
              { if (bare != "" && !/^          /) print bare; bare = "" }
              END { if (bare != "") print bare }' <<<"$help")
  if [ -n "$bare" ]; then
    echo "$verb: options without help:"
    echo "$bare"
    failed=1
  fi
done
exit $failed
