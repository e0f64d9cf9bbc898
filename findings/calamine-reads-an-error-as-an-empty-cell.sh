#!/usr/bin/env bash
# A cell that shows #DIV/0! is an empty cell: nothing tells a figure that is not known from one that went wrong.
#
# Package:   python-calamine 0.9.1; openpyxl 3.1.5 and XlsxWriter 3.3.1 for comparison
# Date:      2026-11-28
# Expected:  calamine knows seven errors of cells (CellErrorType); to_python() gives the error's text, as openpyxl does,
#            or raises.
# Instead:   It gives "", which is also what it gives for a cell that holds nothing. No option says otherwise.
# Matters:   A broken formula in a column of figures becomes a gap in a chart and a missing part of a sum, and no check
#            for empty cells of optional columns can tell.
# reportgen: It reads the parts of workbooks itself and tells an error value by sheet and cell where it is used.
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

with Workbook("errors.xlsx") as book:
    sheet = book.add_worksheet()
    for row, error in enumerate(("#DIV/0!", "#N/A", "#REF!")):
        sheet.write_formula(row, 0, "=1/0", None, error)
        sheet.write_number(row, 1, row)
        sheet.write_blank(row, 2, None, book.add_format({"bold": True}))
        sheet.write_number(row, 3, row)
for row in CalamineWorkbook.from_path("errors.xlsx").get_sheet_by_index(0).to_python():
    print("calamine", *(cell or "nothing" if isinstance(cell, str) else cell for cell in row), sep=" | ")
for row in load_workbook("errors.xlsx", data_only=True).active.values:
    print("openpyxl", *row, sep=" | ")
CODE
)
recorded='calamine | nothing | 0.0 | nothing | 0.0
calamine | nothing | 1.0 | nothing | 1.0
calamine | nothing | 2.0 | nothing | 2.0
openpyxl | #DIV/0! | 0 | None | 0
openpyxl | #N/A | 1 | None | 1
openpyxl | #REF! | 2 | None | 2'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
