#!/usr/bin/env bash
# The Chinese date of Word's own dialog comes out with its year twice, and the weekday in Japanese.
#
# Package:   LibreOffice 7.4.7 (Debian's libreoffice-writer; poppler-utils to read the PDF)
# Date:      2026-11-27
# Expected:  DATE \@ "EEEE年O月A日", the picture that Chinese Word writes for 二〇二六年十一月二十七日, is understood, or its
#            stored result is shown. DATE \@ "aaaa" in a run marked zh-CN is 星期五. PAGE \* CHINESENUM3 is 一.
# Instead:   The picture is taken for a Japanese one (on saving it becomes [$-1B000411]yyyyyyyy…), EEEE is twice EE, and the
#            year is written twice: 二〇二六二〇二六年…; aaaa gives 金曜日, whatever the run's language is; the page's
#            number loses its Chinese form (1). A date in yyyy年M月d日 is right, and so is a stored CREATEDATE.
# Matters:   The date of an official letter is wrong in every PDF made on a server, though the file is right in Word. A
#            template that a person brings has the date of the day in just this field.
# reportgen: It writes dates as text, from the content. The doctor of templates should name DATE and TIME fields with E, O
#            or A in their picture and say what to put instead.
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
chinese = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr>'


def field(label, instruction, stored):
    marks = [f'<w:r>{chinese}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    asked = f'<w:r>{chinese}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    words = [f"<w:r>{chinese}<w:t>{text}</w:t></w:r>" for text in (f"{label}=", stored)]
    return f"<w:p>{words[0]}{marks[0]}{asked}{marks[1]}{words[1]}{marks[2]}</w:p>"


lines = (
    field("official", 'DATE \\@ "EEEE年O月A日"', "二〇二六年十一月二十七日")
    + field("plain", 'DATE \\@ "yyyy年M月d日"', "2026年11月27日")
    + field("weekday", 'DATE \\@ "aaaa"', "星期五")
    + field("page", "PAGE \\* CHINESENUM3", "一")
)
body = f'<w:document xmlns:w="{office}wordprocessingml/2006/main"><w:body>{lines}<w:sectPr/></w:body></w:document>'
with ZipFile("fields.docx", "w") as package:
    for name, text in (("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", body)):
        package.writestr(name, text)
CODE
soffice --headless "-env:UserInstallation=file://$here/profile" --convert-to pdf fields.docx > office.log 2>&1
pdftotext -layout fields.pdf fields.txt
seen=$(python3 - <<'CODE'
import re

lines = open("fields.txt", encoding="utf-8").read().replace(" ", "").split()
told = dict(line.split("=") for line in lines)
year = re.match(r"(.+?)年", told["official"])[1]
half = len(year) // 2
print("official: the year", "twice" if year[:half] == year[half:] else "once")
print("plain:", "a date" if re.fullmatch(r"\d{4}年\d+月\d+日", told["plain"]) else told["plain"])
print("weekday:", re.sub("^[月火水木金土日]曜日$", "Japanese", told["weekday"]))
print("page:", told["page"])
CODE
)
recorded='official: the year twice
plain: a date
weekday: Japanese
page: 1'
soffice --version
cat fields.txt
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
