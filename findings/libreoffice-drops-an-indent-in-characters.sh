#!/usr/bin/env bash
# The first line's indent of two characters, in which Chinese paragraphs are set, is not drawn.
#
# Package:   LibreOffice 7.4.7 (Debian's libreoffice-writer, poppler-utils to read the PDF)
# Date:      2026-11-27
# Expected:  w:ind w:firstLineChars="200" indents the first line by two characters of the paragraph's size, by ECMA-376
#            part 1, 17.3.1.12, which also says that firstLine is then ignored.
# Instead:   firstLineChars is not read at all. Alone, the line starts at the margin; beside firstLine="0", too; beside
#            firstLine="420" the 420 count. So the two are never in doubt in LibreOffice and never the same in Word.
# Matters:   A paragraph that is right in Word loses its indent in the PDF made on a server, and lines break elsewhere,
#            so the page numbers read from that layout are off. Clearing firstLine alone, as python-docx 1.2.0 does when
#            told to indent by 0, does the reverse: flush left in LibreOffice, still indented in Word.
# reportgen: It writes both, with firstLine in twips equal to the characters at the style's size, and clears both.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
for tool in soffice pdftotext; do
    command -v "$tool" > "$here/found" ||
        { echo "This needs $tool: apt-get install libreoffice-writer poppler-utils" >&2; exit 2; }
done
cd "$here"

python3 - <<'CODE'
from zipfile import ZipFile

office = "http://schemas.openxmlformats.org/"
types = f"""<Types xmlns="{office}package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
relations = f"""<Relationships xmlns="{office}package/2006/relationships"><Relationship Id="rId1"
Type="{office}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
two = 'w:firstLineChars="200"'
indents = ("", two, f'{two} w:firstLine="0"', f'{two} w:firstLine="420"')
size = '<w:rPr><w:sz w:val="21"/></w:rPr>'
lines = "".join(
    f'<w:p><w:pPr><w:ind w:left="0" {indent}/></w:pPr><w:r>{size}<w:t>P{number}</w:t></w:r></w:p>'
    for number, indent in enumerate(indents)
)
body = f'<w:document xmlns:w="{office}wordprocessingml/2006/main"><w:body>{lines}<w:sectPr/></w:body></w:document>'
with ZipFile("indents.docx", "w") as package:
    for name, text in (("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", body)):
        package.writestr(name, text)
CODE
soffice --headless "-env:UserInstallation=file://$here/profile" --convert-to pdf indents.docx > office.log 2>&1
pdftotext -bbox indents.pdf words.html
seen=$(python3 - <<'CODE'
import re

left = {name: float(at) for at, name in re.findall(r'xMin="([\d.]+)".*>(P\d)<', open("words.html").read())}
for name, written in (("P1", "firstLineChars 200"), ("P2", "and firstLine 0"), ("P3", "and firstLine 420")):
    print(f"{written}: drawn {round(left[name] - left['P0'])} points in")
CODE
)
recorded='firstLineChars 200: drawn 0 points in
and firstLine 0: drawn 0 points in
and firstLine 420: drawn 21 points in'
soffice --version
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
