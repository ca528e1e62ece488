#!/usr/bin/env bash
# Renders corpora/documents from its sources with the programs that offices use, and writes
# manifest.json anew. Installs what is missing (Debian packages). The rendered files are kept in the
# repository: run this only after changing a source, and read the diff of manifest.json and expected/.
set -euo pipefail
cd "$(dirname "$0")"

. ../../tools/lib/install.sh
install_missing libreoffice-writer-nogui chromium texlive-latex-base texlive-latex-recommended \
  texlive-latex-extra texlive-lang-italian lmodern groff ghostscript qpdf fonts-liberation \
  hyphen-it jq

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1767225600 FORCE_SOURCE_DATE=1 TZ=UTC

libreoffice_pdf() {
  soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf --outdir . \
    "../sources/$1.fodt" >/dev/null 2>&1
}
chromium_pdf() {
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
    --print-to-pdf="$work/$1.pdf" "file://$PWD/../sources/$1.html" >/dev/null 2>&1
  mv "$work/$1.pdf" "$1.pdf"
}
latex_pdf() {
  for _ in 1 2; do
    pdflatex -interaction=nonstopmode -halt-on-error -output-directory="$work" "../sources/$1.tex" >"$work/log"
  done
  mv "$work/$1.pdf" "$1.pdf"
}

libreoffice_pdf servizi-digitali-2021    # two columns, footnotes
libreoffice_pdf connettivita-2021        # running header, page numbers, nested lists
libreoffice_pdf codice-rosso-2020        # a table over two pages, a title made by a program
libreoffice_pdf contributi-pa-digitale   # landscape, ranges in row heads
chromium_pdf comunicato-innovazione-2025 # press release with a quotation
chromium_pdf produzione-industriale-2022 # landscape, unruled table
chromium_pdf borghi-2022                 # three justified columns, number words broken
chromium_pdf affluenza-2018              # drawn upward on a portrait sheet, turned by /Rotate
qpdf --rotate=+90:1-z affluenza-2018.pdf "$work/turned.pdf"
mv "$work/turned.pdf" affluenza-2018.pdf
latex_pdf innovazione-competenze-2020    # four narrow columns, number words broken
latex_pdf occupati-ottobre-2013          # booktabs table on a landscape page, a footnote
latex_pdf popolazione-2023               # two columns, footnotes, a crop box
preconv ../sources/trapianti-2019.ms | groff -ms -Tpdf >trapianti-2019.pdf # number words broken
preconv ../sources/detrazioni-edifici-2022.ms | groff -t -ms -Tps | ps2pdf - detrazioni-edifici-2022.pdf
cp ../sources/recupero-evasione-2018.html ../sources/turismo-2023.html .       # menus; spans, ISO 8859-15
cp ../sources/fabbisogno-marzo-2011.txt ../sources/missioni-2024.txt .         # UTF-8; Windows-1252, CRLF

# The hashes of what was rendered; all else in the manifest is written by hand.
jq -c '.documents[]' manifest.json | while read -r entry; do
  file=$(jq -r .file <<<"$entry")
  jq --arg sha "$(sha256sum "$file" | cut -d' ' -f1)" '.sha256 = $sha' <<<"$entry"
done | jq -s '{licence: "CC-BY-4.0", note: "Written for this project: facts and figures are real, the wording is not that of any office. Do not cite.", documents: .}' >"$work/manifest.json"
mv "$work/manifest.json" manifest.json
