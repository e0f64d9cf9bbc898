#!/usr/bin/env bash
# ICU reads 七八十 (seventy or eighty) as 150, 三四 as 34 and 两万五 (25,000) as 20,005.
#
# Package:   PyICU 2.17 on ICU 72.1 (RuleBasedNumberFormat, spell-out rules of zh); built from source: needs Debian's
#            libicu-dev, pkg-config and g++ (exit 2 without pkg-config's icu-i18n)
# Date:      2026-11-28
# Expected:  The spell-out rules read back what they write, and refuse, or stop before, what they do not know: two
#            adjacent digits (七八十, 三四) are an approximation by GB/T 15835, and 两万五 drops the scale of its 5.
# Instead:   七八十 -> 150 (seven times ten and eight times ten added up), 五六百 -> 650, 三四 -> 34, 两万五 -> 20005,
#            一百二 -> 102, 两三千 -> 2: a number each time, with the lenient mode and without. What ICU writes it
#            reads back rightly (一千零五, 三亿二千万).
# Matters:   ICU is the first thing a program reaches for to read Chinese numerals; these are spoken and written daily.
# reportgen: `numbers` reads the approximations as ranges and 两万五 as 25,000; ICU and CLDR serve its messages only.
set -euo pipefail
pkg-config --exists icu-i18n || { echo "needs libicu-dev, pkg-config and g++"; exit 2; }
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'PyICU==2.17'
cd "$here"

seen=$(venv/bin/python - <<'CODE'
import icu

reader = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale("zh"))
for text in ("七八十", "五六百", "三四", "两三千", "两万五", "一百二", "一千零五", "三亿二千万"):
    told = []
    for lenient in (False, True):
        reader.setLenient(lenient)
        at = icu.ParsePosition(0)
        told.append(f"{reader.parse(text, at).getDouble():.0f}")
    print(text, "->", *dict.fromkeys(told))
CODE
)
recorded='七八十 -> 150
五六百 -> 650
三四 -> 34
两三千 -> 2
两万五 -> 20005
一百二 -> 102
一千零五 -> 1005
三亿二千万 -> 320000000'

printf '%s\n' "$seen"
[ "$seen" = "$recorded" ] || { echo "changed: recorded on 2026-11-28 was"; printf '%s\n' "$recorded"; exit 1; }
