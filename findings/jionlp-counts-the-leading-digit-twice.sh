#!/usr/bin/env bash
# 1万2千元 becomes 22,000 yuan: in an amount of two scales the first number is counted twice.
#
# Package:   jionlp 1.5.31 (parse_money), jiojio 1.2.6
# Date:      2026-11-28
# Expected:  parse_money reads an amount as people write it: 1万2千元 is 12,000 yuan, as it says itself of 一万二千元.
# Instead:   1万2千元 -> 22000, 3亿2千万元 -> 620000000, 2万3000元 -> 43003 and 1万3千5百亿元 -> 2350000000000, each
#            called "accurate"; in Chinese numerals, and in one scale (3.5万元), the same amounts are right.
# Matters:   Digits with two scales are everyday newspaper style. The result is of the right order, so nobody stumbles.
# reportgen: `numbers` reads 1万2千元 as one amount, held to that by its tests and by bench/readers.py.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'jionlp==1.5.31' 'jiojio==1.2.6'
cd "$here"

seen=$(venv/bin/python - <<'CODE'
import contextlib
import io

with contextlib.redirect_stdout(io.StringIO()):
    import jionlp

for text in ("1万2千元", "3亿2千万元", "2万3000元", "1万3千5百亿元", "一万二千元", "3.5万元", "12元5角"):
    read = jionlp.parse_money(text)
    print(text, "->", read["num"], read["definition"])
CODE
)
recorded='1万2千元 -> 22000.00 accurate
3亿2千万元 -> 620000000.00 accurate
2万3000元 -> 43003.00 accurate
1万3千5百亿元 -> 2350000000000.00 accurate
一万二千元 -> 12000.00 accurate
3.5万元 -> 35000.00 accurate
12元5角 -> 12.50 accurate'

printf '%s\n' "$seen"
[ "$seen" = "$recorded" ] || { echo "changed: recorded on 2026-11-28 was"; printf '%s\n' "$recorded"; exit 1; }
