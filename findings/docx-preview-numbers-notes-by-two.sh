#!/usr/bin/env bash
# A note's mark that is raised by a property of its run counts twice: notes are 2, 4, 6, and each is listed twice.
#
# Package:   docx-preview 0.4.1, jsdom 26.1.0 (npm)
# Date:      2026-11-28
# Expected:  The marks of two notes are 1 and 2, and two notes stand under the page, whether the marks are raised by their
#            character style (as Word writes them) or by w:vertAlign in the run (as Google Docs does).
# Instead:   With w:vertAlign the marks are 2 and 4, and each note is listed twice: the run's content is drawn twice, and each
#            time the mark counts.
# Matters:   In a report whose notes carry sources, mark 2 leads to the first note's second copy; 4 has the second note twice
#            above it. Nothing says so, and the file is right everywhere else.
# reportgen: It leaves direct superscript off the marks that Word counts, and keeps it on those it writes as text.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
npm init --yes > init.log
npm install --silent --no-audit --no-fund 'docx-preview@0.4.1' 'jsdom@26.1.0'

python3 - <<'CODE'
from zipfile import ZipFile

office = "http://schemas.openxmlformats.org/"
word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
space = f'xmlns:w="{office}wordprocessingml/2006/main"'
types = f"""<Types xmlns="{office}package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{word}document.main+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="{word}footnotes+xml"/></Types>"""


def relation(kind, target):
    return f"""<Relationships xmlns="{office}package/2006/relationships"><Relationship Id="rId1"
Type="{office}officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>"""


notes = "".join(f'<w:footnote w:id="{n}"><w:p><w:r><w:t>Note {n}.</w:t></w:r></w:p></w:footnote>' for n in (1, 2))
for name, raised in (("style", ""), ("run", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>')):
    marks = "".join(f'<w:r><w:t>Text</w:t></w:r><w:r>{raised}<w:footnoteReference w:id="{n}"/></w:r>' for n in (1, 2))
    with ZipFile(f"{name}.docx", "w") as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", relation("officeDocument", "word/document.xml"))
        package.writestr("word/_rels/document.xml.rels", relation("footnotes", "footnotes.xml"))
        package.writestr("word/document.xml", f"<w:document {space}><w:body><w:p>{marks}</w:p></w:body></w:document>")
        package.writestr("word/footnotes.xml", f"<w:footnotes {space}>{notes}</w:footnotes>")
CODE
cat > show.js <<'CODE'
const fs = require('fs');
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('<body></body>');
for (const name of ['window', 'document', 'DOMParser', 'XMLSerializer', 'Node', 'HTMLElement', 'Blob', 'FileReader', 'MutationObserver'])
  global[name] = name === 'window' ? window : window[name];
global.CSS = { highlights: new Map() };
global.Highlight = class {};
const docx = require('docx-preview');
(async () => {
  for (const name of ['style', 'run']) {
    const into = window.document.createElement('div');
    window.document.body.append(into);
    await docx.renderAsync(fs.readFileSync(`${name}.docx`), into, into, { experimental: false });
    const texts = (tag) => [...into.querySelectorAll(tag)].filter((one) => !one.querySelector(tag)).map((one) => one.textContent.trim());
    console.log(`raised by the ${name}: marks ${texts('sup').join(' ')}; notes ${texts('li').join(' ')}`);
  }
})();
CODE
seen=$(node show.js)
recorded='raised by the style: marks 1 2; notes Note 1. Note 2.
raised by the run: marks 2 4; notes Note 1. Note 1. Note 2. Note 2.'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
