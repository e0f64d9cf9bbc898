#!/usr/bin/env bash
# Converted with the idioms of the mainland, a Taiwan trillion keeps the word that reads as a million there.
#
# Package:   OpenCC 1.4.2 (the PyPI package; tw2sp, s2twp)
# Date:      2026-11-27
# Expected:  tw2sp, the conversion "with mainland idiom", turns 資訊 into 信息 and 32位元 into 32比特; so it turns
#            1.7兆元 into 1.7万亿元, and s2twp turns 5兆瓦 (megawatt, in Taiwan 百萬瓦) into something a reader in
#            Taiwan does not take for 5 trillion watts.
# Instead:   兆 stays in both directions. In Taiwan it is 10 to the 12th; on the mainland it is the prefix mega, 10 to
#            the 6th. The words beside it are localized, so the text reads as finished.
# Matters:   The figure is off by a factor of a million and no digit has changed: a comparison of digits passes.
# reportgen: `numbers` does not read 兆元 as money and reports the scale against "RMB 1.7 trillion" as an error, so
#            the slip does not pass; figures should come from quantities, never from converted text.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'OpenCC==1.4.2'
cd "$here"

seen=$(venv/bin/python - <<'CODE'
from opencc import OpenCC

for name, text in ("tw2sp", "資訊業產值1.7兆元，32位元"), ("s2twp", "信息业产值1.7万亿元"), ("s2twp", "光伏装机5兆瓦，默认值"):
    print(name, text, "->", OpenCC(name).convert(text))
CODE
)
recorded='tw2sp 資訊業產值1.7兆元，32位元 -> 信息业产值1.7兆元，32比特
s2twp 信息业产值1.7万亿元 -> 資訊業產值1.7萬億元
s2twp 光伏装机5兆瓦，默认值 -> 光伏裝機5兆瓦，預設值'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
