#!/usr/bin/env bash
# Renders corpora/tables from its sources with the programs that offices use. Installs what is missing
# (Debian packages). The rendered files are kept in the repository: run this only after changing a
# source. expected/NAME.json holds every cell by hand, never what the program read.
set -euo pipefail
cd "$(dirname "$0")"

. ../../tools/lib/install.sh
install_missing libreoffice-writer-nogui chromium texlive-latex-base texlive-latex-recommended \
  texlive-lang-italian lmodern groff fonts-liberation

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1767225600 FORCE_SOURCE_DATE=1 TZ=UTC

for name in regioni-ruled missioni-nested affiancate rotated-heads arrivi-landscape dollars-apart \
  nomi-in-mezzo trees-wide gruppi-in-mezzo affiancate-diverse; do
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
    --print-to-pdf="$work/$name.pdf" "file://$PWD/sources/$name.html" >/dev/null 2>&1
  mv "$work/$name.pdf" "$name.pdf"
done
for name in bilancio-migliaia codici-segni word-fitted; do
  soffice "-env:UserInstallation=file://$work/profile" --headless \
    --convert-to pdf:writer_web_pdf_Export --outdir . "sources/$name.html" >/dev/null 2>&1
done
for name in due-pagine outlays-english codici-stretti; do
  preconv "sources/$name.ms" | groff -t -ms -Tpdf >"$name.pdf"
done
for name in colonna booktabs-levels; do
  pdflatex -interaction=nonstopmode -halt-on-error -output-directory="$work" "sources/$name.tex" >"$work/log"
  mv "$work/$name.pdf" "$name.pdf"
done
cp sources/spans.html sources/spazi.txt .
