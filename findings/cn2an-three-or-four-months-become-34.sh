#!/usr/bin/env bash
# "Three or four months" in Chinese numerals become 34 months, without a warning.
#
# Package:   cn2an 0.5.24 (transform)
# Date:      2026-11-27
# Expected:  transform changes the numbers of a sentence and leaves what is none. It warns of what it cannot read,
#            as it does of 七八十; two adjacent digits (三四, 五六) are an approximation by GB/T 15835 and have no
#            digit form. Back from digits, 1,234 is one number.
# Instead:   三四个月 -> 34个月, 五六家 -> 56家, 一带一路 -> 1带1路, 四舍五入 -> 4舍5入 and, back, 1,234家 -> 一,二百三十四家
#            and GB/T 15835-2011 -> 一万五千八百三十五负二千零一十一: all without a warning.
# Matters:   Texts are brought to digits before figures are compared. Here the comparison itself makes the figure
#            wrong tenfold, in the one construction that official Chinese writes in numerals only.
# reportgen: `numbers` reads 三四个月 as a range from 3 to 4, masks set words and codes first, and changes no text
#            to read it.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'cn2an==0.5.24' 'proces==0.1.7'
cd "$here"

seen=$(venv/bin/python - <<'CODE'
import warnings

from cn2an import transform

cases = [(text, "cn2an") for text in ("三四个月", "五六家", "七八十家", "一带一路", "四舍五入", "百分之七点一")]
cases += [(text, "an2cn") for text in ("1,234家", "GB/T 15835-2011", "第3季度")]
for text, way in cases:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        result = transform(text, way)
    print(text, "->", result, "(a warning)" if told else "")
CODE
)
seen=$(sed 's/ *$//' <<< "$seen")
recorded='三四个月 -> 34个月
五六家 -> 56家
七八十家 -> 七八十家 (a warning)
一带一路 -> 1带1路
四舍五入 -> 4舍5入
百分之七点一 -> 7.1%
1,234家 -> 一,二百三十四家
GB/T 15835-2011 -> GB/T 一万五千八百三十五负二千零一十一
第3季度 -> 第三季度'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
