#!/usr/bin/env python3
"""Score tables read from PDFs against files that hold the same numbers.

    score_truth.py --command 'build/release/cifra figures --format jsonl' --truth FOLDER --pdfs FOLDER

FOLDER of --truth holds manifest.json: a list of {"file": CSV, "pdfs": [names in the folder of --pdfs]}. A value is found when
some figure of the PDF has it and its row names all words of the value's row. What names a row and which columns hold values is
guessed from the CSV: names are columns of words with more than one value, values are columns of numbers that are not codes, years or
coordinates. What the PDF does not print is left out: zeros (sheets leave their cells empty), columns most of whose values stand on no page,
single values and names of rows that stand on none (pdftotext), pages the command says it cannot read; the two files then disagree.
"""
import argparse
import csv
import json
import pathlib
import re
import shlex
import subprocess
import sys
import unicodedata
from fractions import Fraction

NO_VALUE = re.compile(r"cod|data|lat$|long$|sigla|pagina|pro_com|^note|anno|stato")


def plain(text):
    text = unicodedata.normalize("NFKD", text.lower())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return [w for w in re.sub(r"[^a-z0-9]+", " ", text).split() if len(w) > 1 or w.isdigit()]


def number(text):
    try:
        return Fraction(text.strip())
    except (ValueError, ZeroDivisionError):
        return None


def page_text(pdf, unread):
    pages = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True).stdout.decode(errors="replace").split("\f")
    return "\n".join(page for i, page in enumerate(pages) if i + 1 not in unread)


def printed_numbers(text):
    found = set()
    for token in re.findall(r"\d[\d.,]*\d|\d", text):
        found.add(re.sub(r"[.,]", "", token).lstrip("0"))
    return found


def spellings(value):
    """The digits of a value as they may be printed, exactly: with none, one or two decimals."""
    for decimals in (0, 1, 2):
        scaled = abs(value) * 10**decimals
        if scaled.denominator == 1:
            yield str(scaled)


def read_truth(path):
    with open(path, encoding="utf-8-sig", errors="replace", newline="") as f:
        rows = list(csv.DictReader(f))
    fields = [name for name in rows[0] if name and not NO_VALUE.search(name.lower())]
    values = [n for n in fields if all(not (r[n] or "").strip() or number(r[n]) is not None for r in rows)
              and any((r[n] or "").strip() for r in rows)]
    names = [n for n in fields if n not in values and len({r[n] for r in rows}) > 1]
    # The innermost names alone tell the rows apart: the fewest columns, from the right, that do so best.
    names.sort(key=lambda n: -len({r[n] for r in rows}))
    return rows, names[:1], values


def score(command, truth, pdfs, show):
    rows, names, values = read_truth(truth)
    cells, printed, letters, failed = {}, set(), "", []
    for pdf in pdfs:
        done = subprocess.run(shlex.split(command) + [str(pdf)], capture_output=True, timeout=900)
        if done.returncode not in (0, 1):
            failed.append(done.stderr.decode(errors="replace").strip()[:200])
        # A page whose text layer is not text gives nothing, and the command says so.
        refused = done.stderr.decode(errors="replace")
        text = page_text(pdf, {int(n) for n in re.findall(r"page (\d+) was not read", refused)})
        printed |= printed_numbers(text)
        letters += "".join(plain(text))
        for line in done.stdout.decode().splitlines():
            figure = json.loads(line) if line.strip() else {}
            value = number(figure.get("value") or "")
            if value is not None and figure.get("row"):
                cells.setdefault(abs(value), []).append(set(plain(figure["row"])))
    def is_printed(text):
        value = number(text or "")
        return value is not None and any(s in printed for s in spellings(value))

    def share(name):
        given = [r[name] for r in rows if number(r[name] or "")]
        return sum(map(is_printed, given)) / len(given) if given else 0

    values = [name for name in values if share(name) >= 0.9]
    right = total = 0
    for row in rows:
        words = {w for n in names for w in plain(row[n])}
        if not words or not all(w in letters for w in words):
            continue
        for name in values:
            value = number(row[name] or "")
            if not value or not is_printed(row[name]):
                continue
            total += 1
            # Words broken over lines and letters lost by the file are the reader's affair only in part: nine tenths suffice.
            hit = any(len(words & found) >= 0.9 * len(words) for found in cells.get(abs(value), []))
            right += hit
            if not hit and show > 0:
                show -= 1
                near = cells.get(abs(value), [])[:2]
                print(f"    {truth.name}: {name} {row[name]} of {' '.join(row[n] for n in names)[:60]!r}: {near}")
    for reason in failed:
        print(f"    {truth.name}: {reason}")
    return right, total


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", required=True)
    parser.add_argument("--truth", type=pathlib.Path, required=True)
    parser.add_argument("--pdfs", type=pathlib.Path, required=True)
    parser.add_argument("--only", default="", help="truth files whose name holds this")
    parser.add_argument("--show", type=int, default=0, help="misses shown for each file")
    args = parser.parse_args()
    all_right = all_total = 0
    for entry in json.load(open(args.truth / "manifest.json", encoding="utf-8")):
        path = args.truth / entry["file"]
        if path.suffix != ".csv" or args.only not in str(path):
            continue
        right, total = score(args.command, path, [args.pdfs / name for name in entry["pdfs"]], args.show)
        all_right, all_total = all_right + right, all_total + total
        print(f"{entry['file']:40} {right}/{total} = {right / total if total else 0:.4f}")
    print(f"{'all':40} {all_right}/{all_total} = {all_right / all_total if all_total else 0:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
