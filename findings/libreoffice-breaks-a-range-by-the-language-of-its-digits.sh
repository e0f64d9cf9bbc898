#!/usr/bin/env bash
# Whether a line may begin with ～ is decided by the language of the digits beside it, not by the rules for Chinese.
#
# Package:   LibreOffice 7.4.7 (Debian's libreoffice-writer, poppler-utils to read the PDF)
# Date:      2026-11-28
# Expected:  ～ (U+FF5E) stands in LibreOffice's own list of characters that begin no line in Chinese (zh-CN), and
#            w:kinsoku is on: in a Chinese paragraph 30～40 is not parted before the ～, whatever the digits are tagged as.
# Instead:   With digits in English (as Word tags them) a line ends in 30 and the next begins with ～. With digits in
#            Chinese no line begins with ～, and figures are torn (3 | 0～40, 30～4 | 0). With digits in Thai nothing is torn.
#            The language of the ～ makes no difference.
# Matters:   Ranges are everywhere in Chinese statistics. w:noLineBreaksBefore, which would settle it in Word, is not read,
#            and no other property of the format reaches the rule: only an invisible joiner in the text does.
# reportgen: It tags digits as no language and accepts the break; a joiner would print a box in other engines.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
for tool in soffice pdftotext; do
    command -v "$tool" > "$here/found" ||
        { echo "This needs $tool: apt-get install libreoffice-writer poppler-utils fonts-noto-cjk" >&2; exit 2; }
done
cd "$here"

cat > make.py <<'CODE'
from zipfile import ZipFile

office = "http://schemas.openxmlformats.org/"
types = f"""<Types xmlns="{office}package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
relations = f"""<Relationships xmlns="{office}package/2006/relationships"><Relationship Id="rId1"
Type="{office}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""


def run(text, tag):
    return f'<w:r><w:rPr><w:lang {tag}/></w:rPr><w:t>{text}</w:t></w:r>'


def paragraph(digits, room):
    wide = 'w:val="zh-CN" w:eastAsia="zh-CN"'
    words = run("国" * 19, wide) + run("30", f'w:val="{digits}"') + run("～", wide)
    words += run("40", f'w:val="{digits}"') + run("国" * 30, wide)
    return f'<w:p><w:pPr><w:kinsoku/><w:ind w:right="{room}"/></w:pPr>{words}</w:p>'


page = '<w:sectPr><w:pgSz w:w="7000" w:h="16838"/><w:pgMar w:top="900" w:bottom="900" w:left="1000" w:right="1000"/></w:sectPr>'
for digits in ("en-US", "zh-CN", "th-TH"):
    lines = "".join(paragraph(digits, 30 * step) for step in range(70))
    body = f'<w:document xmlns:w="{office}wordprocessingml/2006/main"><w:body>{lines}{page}</w:body></w:document>'
    with ZipFile(f"{digits}.docx", "w") as package:
        for name, text in (("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", body)):
            package.writestr(name, text)
CODE
python3 make.py
soffice --headless "-env:UserInstallation=file://$here/profile" --convert-to pdf ./*.docx > office.log 2>&1
seen=$(for digits in en-US zh-CN th-TH; do
    pdftotext -layout "$digits.pdf" - | python3 -c '
import re, sys
lines = [re.sub(r"\s", "", line) for line in sys.stdin.read().splitlines() if line.strip()]
figure = "30～40"
cuts = {i for a, b in zip(lines, lines[1:]) for i in range(1, 5) if a.endswith("国" + figure[:i]) and b.startswith(figure[i:] + "国")}
print(sys.argv[1] + " digits:", ", ".join(figure[:i] + "|" + figure[i:] for i in sorted(cuts)) or "whole")' "$digits"
done)
recorded='en-US digits: 30|～40, 30～|40
zh-CN digits: 3|0～40, 30～|40, 30～4|0
th-TH digits: whole'
soffice --version
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
