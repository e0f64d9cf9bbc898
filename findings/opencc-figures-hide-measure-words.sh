#!/usr/bin/env bash
# The same measure word becomes two characters, by whether its number is typed in digits or in Chinese numerals.
#
# Package:   OpenCC 1.4.2 (the PyPI package; s2t, s2tw, s2twp and s2hk agree)
# Date:      2026-11-27
# Expected:  第3周 and 第三周, 12只基金 and 十二只基金, 1.5里, 3天后 and 三天后 differ in their numerals alone, so they
#            do after the conversion.
# Instead:   The dictionaries know 三周, 三只, 五里, 三天 as phrases with a Chinese numeral and nothing with digits.
#            After a digit the character alone is looked up, or another phrase begins there:
#            第三週 but 第3周; 十二隻 but 12只; 五里 but 1.5裡 ("inside"); 三天後 but 3天后 (Tin Hau, a goddess).
# Matters:   Official style writes quantities in digits: so it is the figures of a report whose units go wrong, and
#            one text names one unit by two words, which a check of terms takes for two.
# reportgen: It converts no text. A third language such as zh_Hant should be written or be converted with the
#            figures taken out and laid out anew (they are quantities, not text), never converted as a whole.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'OpenCC==1.4.2'
cd "$here"

seen=$(venv/bin/python - <<'CODE'
from opencc import OpenCC

for name in ("s2t", "s2tw", "s2twp", "s2hk"):
    convert = OpenCC(name).convert
    pairs = ("第3周", "第三周"), ("12只基金", "十二只基金"), ("1.5里", "五里"), ("3天后交付", "三天后交付")
    print(name, *(f"{convert(digits)}/{convert(numerals)}" for digits, numerals in pairs))
CODE
)
recorded='s2t 第3周/第三週 12只基金/十二隻基金 1.5裏/五里 3天后交付/三天後交付
s2tw 第3周/第三週 12只基金/十二隻基金 1.5裡/五里 3天后交付/三天後交付
s2twp 第3周/第三週 12只基金/十二隻基金 1.5裡/五里 3天后交付/三天後交付
s2hk 第3周/第三週 12只基金/十二隻基金 1.5裏/五里 3天后交付/三天後交付'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
