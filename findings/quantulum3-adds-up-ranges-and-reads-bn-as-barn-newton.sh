#!/usr/bin/env bash
# "RMB 30-50 million" is 80 million, "half a billion" is a billion and a half, and $3.2bn is 3.2 dollar barn newtons.
#
# Package:   quantulum3 0.10.0 (parser.parse, without its classifier), inflect 7.5.0, num2words 0.5.14
# Date:      2026-11-28
# Expected:  A range is its two ends, or their middle with an uncertainty, as for "5 to 10 tonnes"; half a billion is
#            500,000,000; bn behind an amount of money is billion, k and m behind a count are thousand and million.
# Instead:   30-50 million -> 80000000 and no range; 30 to 50 million -> 25000015 plus or minus 24999985: the scale
#            stays with the second end; half a billion -> 1500000000; $3.2bn -> 3.2 of a unit "dollar barn newton";
#            120k users -> 120 kibibytes; 83m users -> 83 metres.
# Matters:   Every one is a figure of plain business English, and every result is a number with a unit: a check of two
#            texts that trusts them passes what is wrong and marks what is right.
# reportgen: `numbers` carries the scale of a range back to its first end, reads bn, tn, k, m and B as scales, and
#            half a billion as one figure.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'quantulum3==0.10.0' 'inflect==7.5.0' 'num2words==0.5.14'
cd "$here"

seen=$(venv/bin/python - 2>/dev/null <<'CODE'
from quantulum3 import parser

texts = ("RMB 30–50 million", "30 to 50 million yuan", "5 to 10 tonnes", "half a billion yuan", "$3.2 billion", "$3.2bn")
for text in (*texts, "120k users", "83m users"):
    told = [f"{found.value:.10g} {found.unit.name}" + (f" ± {found.uncertainty:.10g}" if found.uncertainty else "")
            for found in parser.parse(text)]
    print(text, "->", "; ".join(told))
CODE
)
recorded='RMB 30–50 million -> 80000000 dimensionless
30 to 50 million yuan -> 25000015 chinese yuan ± 24999985
5 to 10 tonnes -> 7.5 tonne ± 2.5
half a billion yuan -> 1500000000 chinese yuan
$3.2 billion -> 3200000000 dollar
$3.2bn -> 3.2 dollar barn newton
120k users -> 120 kibibyte
83m users -> 83 metre'

printf '%s\n' "$seen"
[ "$seen" = "$recorded" ] || { echo "changed: recorded on 2026-11-28 was"; printf '%s\n' "$recorded"; exit 1; }
