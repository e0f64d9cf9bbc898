#!/usr/bin/env bash
# Captions numbered by SEQ 图, as Word in Chinese numbers them, keep the numbers they had when the fields are updated.
#
# Package:   rdocx 0.16.3
# Date:      2026-11-28
# Expected:  update_all_fields() numbers SEQ 图 as it numbers SEQ Figure. ECMA-376 part 1, 17.16.5.56 has an identifier
#            follow SEQ, of at most 40 characters that start with a letter; 图 is one (Unicode category Lo), and Word's own
#            Chinese interface inserts SEQ 图, SEQ 表 and SEQ 公式.
# Instead:   Letters are those of ASCII: each SEQ 图 is left as it is with a diagnostic that asks for "a letter followed by
#            letters, digits or underscores". The two English captions beside them become 1 and 2.
# Matters:   A Chinese report put together from parts keeps two figures 1, and total_updated counts all four as updated.
# reportgen: It writes every field with its right result, so that nobody has to update it.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'rdocx==0.16.3'
cd "$here"

seen=$(venv/bin/python - <<'CODE'
import re
from zipfile import ZipFile

from rdocx import Document

office = "http://schemas.openxmlformats.org/"
types = f"""<Types xmlns="{office}package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
relations = f"""<Relationships xmlns="{office}package/2006/relationships"><Relationship Id="rId1"
Type="{office}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""


def caption(name: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> SEQ {name} \\* ARABIC </w:instrText></w:r>'
    shown = f"{mark('separate')}<w:r><w:t>9</w:t></w:r>{mark('end')}"
    return f"<w:p><w:r><w:t>{name}</w:t></w:r>{mark('begin')}{code}{shown}</w:p>"


text = "".join(caption(name) for name in ("Figure", "Figure", "图", "图"))
body = f'<w:document xmlns:w="{office}wordprocessingml/2006/main"><w:body>{text}<w:sectPr/></w:body></w:document>'
with ZipFile("captions.docx", "w") as package:
    for name, part in (("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", body)):
        package.writestr(name, part)

document = Document.open("captions.docx")
report = document.update_all_fields()
document.save("updated.docx")
xml = ZipFile("updated.docx").read("word/document.xml").decode()
print(*("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", each)) for each in re.findall(r"<w:p>.*?</w:p>", xml, re.S)))
print(f"updated: {report.total_updated}")
print(*sorted(set(report.diagnostics)), sep="\n")
CODE
)
recorded='Figure1 Figure2 图9 图9
updated: 4
SEQ identifier requires a letter followed by letters, digits or underscores, at most 40 characters
SEQ identifier requires a letter followed by letters, digits or underscores, at most 40 characters, stored display retained'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
