#!/usr/bin/env bash
# A figure with a raised note mark is read as another figure where two options of one reader meet: 30 and a raised 1 is 301.
#
# Package:   openpyxl 3.1.5; python-calamine 0.9.1 for comparison
# Date:      2026-11-28
# Expected:  load_workbook(rich_text=True) keeps the runs of a text, so that a raised 1 behind 30 can be told from a digit;
#            read_only=True reads row by row and says nothing of leaving formats of texts out.
# Instead:   Together they keep the runs of shared texts and drop, without a warning, those of texts that stand in the
#            cell (inlineStr), which openpyxl itself and XlsxWriter's constant_memory write: "301". calamine has no runs.
# Matters:   Statistical tables mark preliminary figures so. 30 becomes 301, ten times as much, in one mode only, and
#            only for workbooks of some programs.
# reportgen: It reads the parts of workbooks itself, shared texts and those in cells alike; the mark is left out.
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

for name, options in (("shared", {}), ("inline", {"constant_memory": True})):
    with Workbook(f"{name}.xlsx", options) as book:
        raised = book.add_format({"font_script": 1})
        book.add_worksheet().write_rich_string(0, 0, "30", raised, "1")
    for mode in (False, True):
        cell = next(load_workbook(f"{name}.xlsx", rich_text=True, read_only=mode).active.rows)[0]
        print(name, "| read_only", mode, "|", type(cell.value).__name__, str(cell.value))
    print(name, "| calamine", CalamineWorkbook.from_path(f"{name}.xlsx").get_sheet_by_index(0).to_python()[0][0])
CODE
)
recorded='shared | read_only False | CellRichText 301
shared | read_only True | CellRichText 301
shared | calamine 301
inline | read_only False | CellRichText 301
inline | read_only True | str 301
inline | calamine 301'
echo "$seen"
[ "$seen" = "$recorded" ] || { echo 'This is not what was recorded.' >&2; exit 1; }
