#!/usr/bin/env bash
# A character with a pronunciation guide, a simple field and a dated smart tag: four readers give four texts.
#
# Package:   python-docx 1.2.0, mammoth 1.13.0, docx2txt 0.9, docx2python 3.7.1
# Date:      2026-11-27
# Expected:  The words that stand on the page are read: 亿 under its pronunciation (w:ruby holds w:rt and w:rubyBase),
#            the result of a field (w:fldSimple), the date that older Chinese Word wrapped by itself (w:smartTag
#            w:element="chsdate"). What is only shown small above is not part of the sentence.
# Instead:   python-docx and mammoth lose the base character of the ruby (17亿元 becomes 17元) and the result of the
#            simple field; python-docx loses the whole date too. docx2txt and docx2python read all of it and write
#            the pronunciation into the sentence before its character. Only mammoth says a word
#            of it ("unrecognised element").
# Matters:   What vanishes is a scale, a figure or a date, and the sentence around it stays well formed. Templates and
#            old reports that people bring often hold smart tags and fields.
# reportgen: Its own reader gives ruby's base, fields' results and smart tags' words, and no pronunciation. What it
#            writes uses complex fields and no ruby, which all four readers give whole.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet \
    'python-docx==1.2.0' 'mammoth==1.13.0' 'docx2txt==0.9' 'docx2python==3.7.1' 'lxml==6.1.3'
cd "$here"

seen=$(venv/bin/python - <<'CODE'
import docx2txt, mammoth
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

run = "<w:r><w:t>{}</w:t></w:r>".format
ruby = (
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="20"/>'
    '<w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr>'
    f'<w:rt>{run("yì")}</w:rt><w:rubyBase>{run("亿")}</w:rubyBase></w:ruby></w:r>'
)
field = f'<w:fldSimple w:instr=" DOCPROPERTY Revenue ">{run("17")}</w:fldSimple>'
tag = (
    '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate"><w:smartTagPr>'
    '<w:attr w:name="Year" w:val="2026"/><w:attr w:name="Month" w:val="9"/><w:attr w:name="Day" w:val="30"/>'
    f'</w:smartTagPr>{run("2026年9月30日")}</w:smartTag>'
)
document = Document()
for words in (run("营收17") + ruby + run("元"), run("营收") + field + run("亿元"), run("截至") + tag + run("，")):
    document.element.body.insert(-1, parse_xml(f'<w:p {nsdecls("w")}>{words}</w:p>'))
document.save("three.docx")
texts = {
    "python-docx": "\n".join(paragraph.text for paragraph in Document("three.docx").paragraphs),
    "mammoth": mammoth.extract_raw_text(open("three.docx", "rb")).value,
    "docx2txt": docx2txt.process("three.docx"),
    "docx2python": docx2python("three.docx").text,
}
for reader, text in texts.items():
    print(f"{reader}:", *text.split())
CODE
)
recorded='python-docx: 营收17元 营收亿元 截至，
mammoth: 营收17元 营收亿元 截至2026年9月30日，
docx2txt: 营收17yì亿元 营收17亿元 截至2026年9月30日，
docx2python: 营收17yì亿元 营收17亿元 截至2026年9月30日，'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
