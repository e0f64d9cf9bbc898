#!/usr/bin/env bash
# A footnote whose mark was typed (w:customMarkFollows) has that mark twice before its words.
#
# Package:   LibreOffice 7.4.7 (Debian's libreoffice-writer, poppler-utils to read the PDF)
# Date:      2026-11-28
# Expected:  The mark that Word writes as text at the start of the note (ECMA-376, 17.11.14: a mark of its own stands in
#            the text and in the note) is printed there once: "* The words."
# Instead:   LibreOffice takes the text behind the reference for the note's label and prints it before the note, and keeps
#            the text of the note: "** The words." Where the number is counted (w:footnoteRef) it is printed once.
# Matters:   A second language's note that repeats the first's number, and every Word file with * or † for a note, shows the
#            mark doubled; ① becomes ①①, 1 becomes 11, a figure of its own.
# reportgen: It writes the note's own mark for programs that know w16se (mc:AlternateContent), and nothing for others.
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
kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
space = f'xmlns:w="{office}wordprocessingml/2006/main"'
types = f"""<Types xmlns="{office}package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
ContentType="{kind}.document.main+xml"/><Override PartName="/word/footnotes.xml"
ContentType="{kind}.footnotes+xml"/></Types>"""


def relations(target, what):
    there = f'Type="{office}officeDocument/2006/relationships/{what}" Target="{target}"'
    return f'<Relationships xmlns="{office}package/2006/relationships"><Relationship Id="rId1" {there}/></Relationships>'


def write(name, reference, own):
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    body = f"<w:p><w:r><w:t>Text</w:t></w:r><w:r>{raised}{reference}</w:r></w:p>"
    note = f'<w:footnote w:id="2"><w:p><w:r>{raised}{own}</w:r><w:r><w:t xml:space="preserve"> The words.</w:t></w:r></w:p></w:footnote>'
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations("word/document.xml", "officeDocument"),
        "word/_rels/document.xml.rels": relations("footnotes.xml", "footnotes"),
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {space}>{note}</w:footnotes>",
    }
    with ZipFile(name, "w") as package:
        for part, text in parts.items():
            package.writestr(part, text)


write("typed.docx", '<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t>', "<w:t>*</w:t>")
write("counted.docx", '<w:footnoteReference w:id="2"/>', "<w:footnoteRef/>")
CODE
python3 make.py
soffice --headless "-env:UserInstallation=file://$here/profile" --convert-to pdf typed.docx counted.docx > office.log 2>&1
for name in typed counted; do
    echo "$name: $(pdftotext -raw "$name.pdf" - | tr -d ' \f\n')"
done | tee seen.txt

cat > wanted.txt <<'SEEN'
typed: Text***Thewords.
counted: Text11Thewords.
SEEN
diff wanted.txt seen.txt || { echo "LibreOffice prints something else now" >&2; exit 1; }
