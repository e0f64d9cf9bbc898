#!/usr/bin/env bash
# A frame at the foot of a page stands in the text instead, as soon as its paragraphs have a rule between them.
#
# Package:   LibreOffice 7.4.7 (Debian's libreoffice-writer, poppler-utils to read the PDF)
# Date:      2026-11-28
# Expected:  Paragraphs with one w:framePr (w:vAnchor="margin" w:yAlign="bottom") stand at the foot of the text area,
#            whatever their borders are: w:pBdr and w:framePr do not depend on each other.
# Instead:   With the same rule above and below each, or with none, they do. With w:between, or with other rules on the
#            second paragraph than on the first, there is no frame: they stand where they were typed, without any rule.
# Matters:   The imprint of Chinese official documents (版记) is such a block: 0.35 mm at its ends, 0.25 mm inside it.
# reportgen: It draws each rule as an empty line as high as the rule is thick, filled with its color.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
for tool in soffice pdftotext; do
    command -v "$tool" > "$here/found" ||
        { echo "This needs $tool: apt-get install libreoffice-writer poppler-utils" >&2; exit 2; }
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
frame = '<w:framePr w:w="8000" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'


def rules(*sides):
    drawn = "".join(f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="000000"/>' for side in sides)
    return f"<w:pBdr>{drawn}</w:pBdr>" if sides else ""


cases = {
    "none": ((), ()),
    "ends": (("top", "bottom"), ("top", "bottom")),
    "between": (("top", "bottom", "between"), ("top", "bottom", "between")),
    "other": (("top",), ("top", "bottom")),
}
page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1400" w:bottom="1400" w:left="1400" w:right="1400"/></w:sectPr>'
for name, both in cases.items():
    framed = "".join(
        f"<w:p><w:pPr>{frame}{rules(*sides)}</w:pPr><w:r><w:t>{word}</w:t></w:r></w:p>"
        for word, sides in zip(("copies", "printer"), both)
    )
    text = "<w:p><w:r><w:t>text</w:t></w:r></w:p>"
    body = f'<w:document xmlns:w="{office}wordprocessingml/2006/main"><w:body>{text}{framed}{text}{page}</w:body></w:document>'
    with ZipFile(f"{name}.docx", "w") as package:
        for path, content in (("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", body)):
            package.writestr(path, content)
CODE
python3 make.py
soffice --headless "-env:UserInstallation=file://$here/profile" --convert-to pdf ./*.docx > office.log 2>&1
seen=$(for name in none ends between other; do
    pdftotext -bbox "$name.pdf" - | python3 -c '
import re, sys
top = float(re.search(r"yMin=\"([\d.]+)\"[^>]*>copies<", sys.stdin.read())[1])
print("rules " + sys.argv[1] + ": " + ("at the foot" if top > 600 else "in the text"))' "$name"
done)
recorded='rules none: at the foot
rules ends: at the foot
rules between: in the text
rules other: in the text'
soffice --version
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
