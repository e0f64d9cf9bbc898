"""Other programs read the same cells: calamine what they hold, LibreOffice what they show."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from tests.raw_workbook import opened, raw_workbook, table_of
from tests.test_cell_format import SHOWN

EXCEL_ALONE = (
    "!",  # the escape of a Chinese Excel, which LibreOffice prints
    "颜色",  # the colors of a Chinese Excel
    "G/通用格式",  # what a Chinese Excel calls General
    "General",  # as wide as the column, where Excel has eleven characters
)
"""What stands in formats that LibreOffice does not show as Excel does."""
CALAMINE: Any = CalamineWorkbook  # its types are partly unknown
AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"


@pytest.mark.libreoffice
def test_libreoffice_shows_what_we_read(tmp_path: Path, calc: str) -> None:
    cases = [(value, code, shown) for value, code, shown in SHOWN if not any(each in code for each in EXCEL_ALONE)]
    book: Any = openpyxl.Workbook()
    page: Any = book.active
    for row, (value, code, _) in enumerate(cases, 1):
        page.cell(row, 1, float(value)).number_format = code
        page.cell(row, 2, "end")
    book.save(tmp_path / "book.xlsx")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    convert = [
        calc,
        home,
        "--headless",
        "--convert-to",
        AS_SHOWN,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "book.xlsx"),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=300)
    (told,) = tmp_path.glob("*.csv")
    with told.open(encoding="utf-8", newline="") as file:
        seen = [row[0].strip() for row in csv.reader(file)]
    assert seen == [shown for _, _, shown in cases]


def test_calamine_holds_the_numbers_that_our_cells_hold_in_full(tmp_path: Path) -> None:
    heads = "".join(f'<c r="{letter}1" t="str"><v>{letter}</v></c>' for letter in "ABCD")
    cells = (
        '<c r="A2"><v>0.14285714285714285</v></c><c r="B2" s="1"><v>-1234.5</v></c>'
        '<c r="C2" t="str"><f>1</f><v></v></c><c r="D2" t="inlineStr"><is><t>约50</t></is></c>'
    )
    rows = f'<row r="1">{heads}</row>', f'<row r="2">{cells}</row>'
    path = raw_workbook(tmp_path / "t.xlsx", *rows, formats=["0.0"], before='<dimension ref="A1:B1"/>')
    (row,) = table_of(path).rows
    _, theirs = CALAMINE.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert float(row["A"].exact) == pytest.approx(theirs[0], abs=1e-14)
    assert [float(row["B"].exact), str(row["C"]), str(row["D"])] == theirs[1:]
    assert [str(row["A"]), str(row["B"])] == ["0.142857143", "-1234.5"]


def test_every_sheet_is_listed_as_calamine_lists_it(tmp_path: Path) -> None:
    book: Any = openpyxl.Workbook()
    book.active.title = "出口"
    book.create_sheet("进口 2024")
    book["进口 2024"].sheet_state = "hidden"
    book.create_chartsheet("chart")
    book.save(tmp_path / "t.xlsx")
    ours = opened(tmp_path / "t.xlsx").package.sheets
    theirs = CALAMINE.from_path(str(tmp_path / "t.xlsx")).sheet_names
    assert [sheet.name for sheet in ours] == [name for name in theirs if name != "chart"]
    assert [sheet.visible for sheet in ours] == [True, False]
