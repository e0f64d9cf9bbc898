#!/usr/bin/env bash
# Large numbers "in Chinese" come in thousands and milliards, and the ordinal stands on the wrong side.
#
# Package:   humanize 4.17.0 (locale zh_CN)
# Date:      2026-11-27
# Expected:  Chinese counts in 万 and 亿: 12,345 is 1.2万, 45,000,000,000 is 450亿, 1.7e12 is 1.7万亿; the third is 第3.
# Instead:   "12.3 千", "45.0 十亿", "1.7 兆" (on the mainland the prefix mega), "3第". The English tables of scales
#            were translated word by word; 千万亿 then follows 兆.
# Matters:   45.0 十亿 is easily copied as 45亿 or 450亿; 1.7 兆 is read as 1.7 million. A translated catalogue is no
#            localization where the scales themselves are of a language.
# reportgen: Scales belong to each language ({万, 亿, 万亿} and {million, billion, trillion}) and are chosen after
#            rounding; the catalogues of messages hold no scale words and no ordinals.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'humanize==4.17.0'
cd "$here"

seen=$(venv/bin/python - <<'CODE'
import humanize

humanize.i18n.activate("zh_CN")
for number in (12_345, 170_000_000, 45_000_000_000, 1_700_000_000_000, 1_000_000_000_000_000):
    print(f"{number:,}", humanize.intword(number), sep=" -> ")
print("the third ->", humanize.ordinal(3))
CODE
)
recorded='12,345 -> 12.3 千
170,000,000 -> 170.0 百万
45,000,000,000 -> 45.0 十亿
1,700,000,000,000 -> 1.7 兆
1,000,000,000,000,000 -> 1.0 千万亿
the third -> 3第'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
