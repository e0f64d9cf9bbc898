#!/usr/bin/env bash
# January to March becomes month 13: two readers of Word files drop the hyphen that does not break.
#
# Package:   docx2txt 0.9, docx2python 3.7.1; python-docx 1.2.0 and mammoth 1.13.0 for comparison
# Date:      2026-11-27
# Expected:  Word keeps the hyphen typed with Ctrl+Shift+hyphen, which holds 1-3月 or 7-9% together at the end of a
#            line, as an element (w:noBreakHyphen) in the run; a reader gives a hyphen or U+2011 for it.
# Instead:   docx2txt and docx2python give nothing: 1-3月 is 13月, 7-9% is 79%, Q1-Q3 is Q1Q3.
# Matters:   Ranges of figures are just where careful writers put that hyphen. The text stays plausible, and a
#            comparison of two editions reports figures that nobody wrote, or misses that they differ.
# reportgen: Its own reader gives U+2011, and `numbers` reads it in ranges as it reads a hyphen. It should write ranges
#            with the dash or hyphen as a character, never as this element.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet \
    'docx2txt==0.9' 'docx2python==3.7.1' 'python-docx==1.2.0' 'mammoth==1.13.0' 'lxml==6.1.3'
cd "$here"

seen=$(venv/bin/python - <<'CODE'
import docx2txt, mammoth
from docx import Document
from docx.oxml import OxmlElement
from docx2python import docx2python

document = Document()
for before, after in (("1", "3月"), ("增长7", "9%"), ("Q1", "Q3")):
    paragraph = document.add_paragraph(before)
    paragraph.add_run()._r.append(OxmlElement("w:noBreakHyphen"))
    paragraph.add_run(after)
document.save("range.docx")
texts = {
    "python-docx": "\n".join(paragraph.text for paragraph in Document("range.docx").paragraphs),
    "mammoth": mammoth.extract_raw_text(open("range.docx", "rb")).value,
    "docx2txt": docx2txt.process("range.docx"),
    "docx2python": docx2python("range.docx").text,
}
for reader, text in texts.items():
    print(f"{reader}:", *text.replace("\u2011", "<U+2011>").split())
CODE
)
recorded='python-docx: 1-3月 增长7-9% Q1-Q3
mammoth: 1<U+2011>3月 增长7<U+2011>9% Q1<U+2011>Q3
docx2txt: 13月 增长79% Q1Q3
docx2python: 13月 增长79% Q1Q3'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
