#!/usr/bin/env bash
# The same amount is in yuan in the Chinese edition, in dollars in the English one, in euros for "zh" or "en".
#
# Package:   carbone 3.8.2 (npm)
# Date:      2026-11-27
# Expected:  {d.x:formatC(2)} without a currency prints the amount as money of one currency whatever the language is,
#            or says that none was given.
# Instead:   The language brings its country's currency, without a rate: 1,234,567.89 is ¥ with zh-cn, $ with
#            en-us, £ with en-gb, the digits unchanged. The tag zh, which writes dates in Chinese in the same
#            document, and the tag en have no entry for money and get euros.
#            (That a language brings a currency is in the notes of the formatter; what it means for two editions,
#            and that a known language turns to euros, is not.)
# Matters:   A bilingual report is one data set rendered twice. The figure that a reader compares is off by the
#            exchange rate, and every digit agrees.
# reportgen: Money carries its currency in the content; a language lays it out (元, RMB) and can never change it.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
npm init --yes > init.log
npm install --silent --no-audit --no-fund 'carbone@3.8.2'

python3 - <<'CODE'
from zipfile import ZipFile

office = "http://schemas.openxmlformats.org/"
types = f"""<Types xmlns="{office}package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
relations = f"""<Relationships xmlns="{office}package/2006/relationships"><Relationship Id="rId1"
Type="{office}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
words = "{d.when:formatD(LL)}: {d.revenue:formatC(2)}"
body = f"""<w:document xmlns:w="{office}wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p>
</w:body></w:document>"""
with ZipFile("template.docx", "w") as package:
    for name, text in (("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", body)):
        package.writestr(name, text)
CODE
cat > render.js <<'CODE'
const carbone = require('carbone');
const fs = require('fs');
const data = { when: '2026-11-27', revenue: 1234567.89 };
const next = (languages) => {
  if (!languages.length) process.exit();
  carbone.render('template.docx', data, { lang: languages[0] }, (error, file) => {
    if (error) throw error;
    fs.writeFileSync(`${languages[0]}.docx`, file);
    next(languages.slice(1));
  });
};
next(['zh-cn', 'zh', 'en-us', 'en-gb', 'en']);
CODE
node render.js
seen=$(python3 - <<'CODE'
import re
from zipfile import ZipFile

for language in ("zh-cn", "zh", "en-us", "en-gb", "en"):
    body = ZipFile(f"{language}.docx").read("word/document.xml").decode()
    print(language, "|", "".join(re.findall(r"<w:t[^>]*>([^<]*)", body)))
CODE
)
recorded='zh-cn | 2026年11月27日: 1,234,567.89 ¥
zh | 2026年11月27日: 1,234,567.89 €
en-us | November 27, 2026: $1,234,567.89
en-gb | 27 November 2026: £1,234,567.89
en | November 27, 2026: 1,234,567.89 €'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
