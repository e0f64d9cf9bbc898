#!/usr/bin/env bash
# Asked where things stand, rdocx answers for Chinese half as high as it is on the pages that the same document prints.
#
# Package:   rdocx 0.16.3 (Debian's fonts-noto-cjk and poppler-utils to see what is drawn)
# Date:      2026-11-28
# Expected:  layout() and page_count() tell of the pages that to_pdf() writes: one document, one machine, no options.
# Instead:   Where the font that the document names is not there (等线 on Linux), to_pdf() takes one that has the characters
#            and breaks lines by it, 37 a line. layout() and page_count() look for no such font, count each character as
#            half as wide, and tell half the lines and half the pages. Given a font by name (fonts=[("等线", bytes)]),
#            all three agree. Nothing is told in either case; to_pdf_with_diagnostics() is empty.
# Matters:   Page numbers of contents, taken from layout(), are wrong in every Chinese document of more than a page made
#            on a server, and look right in English.
# reportgen: It does not ask rdocx (docs/architecture.md). Who does gives it a font under each name the document has.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
command -v pdftotext > "$here/found" || { echo "This needs pdftotext: apt-get install poppler-utils" >&2; exit 2; }
font=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
[ -f "$font" ] || { echo "This needs $font: apt-get install fonts-noto-cjk" >&2; exit 2; }
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'rdocx==0.16.3'
cd "$here"

seen=$(venv/bin/python - "$font" <<'CODE'
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from rdocx import Document

office = "http://schemas.openxmlformats.org/"
types = f"""<Types xmlns="{office}package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
relations = f"""<Relationships xmlns="{office}package/2006/relationships"><Relationship Id="rId1"
Type="{office}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
said = '<w:pPr><w:spacing w:line="400" w:lineRule="exact"/></w:pPr>'
face = '<w:rPr><w:rFonts w:ascii="等线" w:hAnsi="等线" w:eastAsia="等线"/><w:sz w:val="24"/></w:rPr>'
text = "一季度规模以上工业增加值达到一万七千亿元，同比增长百分之七点一。" * 60
page = ('<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr>')
body = (f'<w:document xmlns:w="{office}wordprocessingml/2006/main"><w:body>'
        f"<w:p>{said}<w:r>{face}<w:t>{text}</w:t></w:r></w:p>{page}</w:body></w:document>")
with ZipFile("chinese.docx", "w") as package:
    for name, part in (("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", body)):
        package.writestr(name, part)

for told, options in (("no font given", {}), ("a font given", {"fonts": [("等线", Path(sys.argv[1]).read_bytes())]})):
    document = Document.open("chinese.docx")
    Path("drawn.pdf").write_bytes(document.to_pdf(**options))
    drawn = subprocess.run(["pdftotext", "-layout", "drawn.pdf", "-"], capture_output=True, text=True).stdout
    lines = sum(bool(line.strip()) for line in drawn.splitlines())
    high = sum(fragment.bounds.height for fragment in document.layout(**options))
    print(f"{told}: layout() {high / 20:.0f} lines on {document.page_count(**options)} pages, "
          f"to_pdf() {lines} lines on {drawn.count(chr(12))} pages")
CODE
)
recorded='no font given: layout() 26 lines on 1 pages, to_pdf() 52 lines on 2 pages
a font given: layout() 52 lines on 2 pages, to_pdf() 52 lines on 2 pages'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
