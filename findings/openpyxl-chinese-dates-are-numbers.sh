#!/usr/bin/env bash
# Dates that a Chinese Excel formats with its own list of formats are read as numbers such as 46353.
#
# Package:   openpyxl 3.1.5; python-calamine 0.9.1 and XlsxWriter 3.3.1 for comparison
# Date:      2026-11-27
# Expected:  Built-in number formats 27 to 36 and 50 to 58 are dates and times in a Chinese workbook (ECMA-376 part 1,
#            18.8.30: 31 is yyyy年m月d日, 57 is yyyy年m月, 58 is m月d日). They stand in the file by number only, and a
#            reader takes them for dates, as calamine does. So it is with the weekday aaaa (星期五).
# Instead:   openpyxl tells the number format "General" and the value 46353, without a warning; calamine reads the
#            date. A year alone as e年 and a weekday as aaaa are numbers to both.
# Matters:   The column of months becomes a column of numbers around 46,000, which look like figures and are drawn
#            and summed as such. A Chinese Excel shows
#            dates there.
# reportgen: It reads the parts of workbooks itself, takes 27 to 36, 50 to 58, aaaa and e年 for dates, with the formats of
#            a Chinese Excel.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/venv"
"$here/venv/bin/pip" install --quiet --quiet 'openpyxl==3.1.5' 'python-calamine==0.9.1' 'XlsxWriter==3.3.1'
cd "$here"

seen=$(venv/bin/python - <<'CODE'
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

FORMATS = (14, 31, 57, 58, 'yyyy"年"m"月"', "[$-804]aaaa;@", 'e"年"')
with Workbook("dates.xlsx") as book:
    sheet = book.add_worksheet()
    for row, code in enumerate(FORMATS):
        sheet.write_number(row, 0, 46353, book.add_format({"num_format": code}))  # 27 November 2026
cells = load_workbook("dates.xlsx").active["A"]
rows = CalamineWorkbook.from_path("dates.xlsx").get_sheet_by_index(0).to_python()
for code, cell, (calamine,) in zip(FORMATS, cells, rows):
    print(code, "| openpyxl", cell.number_format, "is", cell.value, "| calamine", calamine)
CODE
)
recorded='14 | openpyxl mm-dd-yy is 2026-11-27 00:00:00 | calamine 2026-11-27
31 | openpyxl General is 46353 | calamine 2026-11-27
57 | openpyxl General is 46353 | calamine 2026-11-27
58 | openpyxl General is 46353 | calamine 2026-11-27
yyyy"年"m"月" | openpyxl yyyy"年"m"月" is 2026-11-27 00:00:00 | calamine 2026-11-27
[$-804]aaaa;@ | openpyxl [$-804]aaaa;@ is 46353 | calamine 46353.0
e"年" | openpyxl e"年" is 46353 | calamine 46353.0'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
