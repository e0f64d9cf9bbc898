#!/usr/bin/env bash
# Of a name with _x2_ in a cell, LibreOffice makes a control character.
#
# Package:   LibreOffice 7.4.7 (Debian's libreoffice-calc), XlsxWriter 3.2.9, openpyxl 3.1.5
# Date:      2026-11-28
# Expected:  A character that XML cannot hold stands in a workbook as _xHHHH_, four hexadecimal digits (ECMA-376 part 1,
#            22.9.2.19, ST_Xstring). Anything shorter is text, so series_x2_total is read back as it was written.
# Instead:   One digit is enough for LibreOffice: _x2_ becomes the control character U+0002, in its CSV too.
#            openpyxl reads the same cell whole. XlsxWriter cannot help: it guards codes of four digits alone.
# Matters:   Names of columns, keys and facts in which a factor stands as _x2_ differ by reader, so a table that is
#            joined by them after a detour through LibreOffice loses rows.
# reportgen: Its workbook holds names of facts as they are; the test that reads it through LibreOffice goes by order.
set -euo pipefail
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
command -v soffice > "$here/found" || { echo "This needs soffice: apt-get install libreoffice-calc" >&2; exit 2; }
cd "$here"
python3 -m venv env
env/bin/pip install --quiet XlsxWriter==3.2.9 openpyxl==3.1.5

env/bin/python - <<'CODE'
import xlsxwriter

with xlsxwriter.Workbook("names.xlsx") as book:
    page = book.add_worksheet()
    page.write_column("A1", ["series_x2_total", "series_x002_total", "series_xtotal"])
CODE
soffice --headless "-env:UserInstallation=file://$here/profile" --convert-to csv names.xlsx > office.log 2>&1
seen=$(
    env/bin/python - <<'CODE'
from openpyxl import load_workbook

told = [cell.value for cell in load_workbook("names.xlsx").active["A"]]
with open("names.csv", encoding="utf-8") as file:
    shown = file.read().split()
for name, again in zip(told, shown, strict=True):
    print(f"openpyxl {name}, LibreOffice {again!r}")
CODE
)
recorded="openpyxl series_x2_total, LibreOffice 'series\\x02total'
openpyxl series_x002_total, LibreOffice 'series\\x02total'
openpyxl series_xtotal, LibreOffice 'series_xtotal'"
soffice --version
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
