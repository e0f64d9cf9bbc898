"""The workbook inside a chart of Word: one sheet of names and figures, and the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from reportgen.records import record

SheetValue = str | Decimal | None

SHEET = "Sheet1"
_DATE = datetime(1980, 1, 1)  # of the archive's entries too, which XlsxWriter writes so itself


@record
class Grid:
    """A head and rows below it, each with a cell for every column of the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[SheetValue, ...], ...]

    def column(self, index: int) -> tuple[SheetValue, ...]:
        """The cells of a column, without its head."""
        return tuple(row[index] for row in self.rows)

    def reference(self, index: int) -> str:
        """How a chart names a column's cells."""
        letter = _letter(index)
        return f"{SHEET}!${letter}$2:${letter}${len(self.rows) + 1}"

    def head_reference(self, index: int) -> str:
        """How a chart names a column's head."""
        return f"{SHEET}!${_letter(index)}$1"


def _letter(index: int) -> str:
    assert index < 26  # charts have far fewer series than the alphabet letters
    return chr(ord("A") + index)


def plain(value: Decimal) -> str:
    """A figure as a file holds it: no exponent, no idle zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def workbook(grid: Grid, formats: Sequence[str]) -> bytes:
    """The grid as an .xlsx; `formats` holds the number format of each column, empty for words."""
    import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]  # here, since only native charts need it

    data = BytesIO()
    book: Any = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _DATE})
    sheet = book.add_worksheet(SHEET)
    dresses = [book.add_format({"num_format": code} if code else {"text_wrap": True}) for code in formats]
    sheet.set_column(0, len(grid.head) - 1, 18)
    for down, row in enumerate((grid.head, *grid.rows)):
        for across, cell in enumerate(row):
            if isinstance(cell, Decimal):
                sheet.write_number(down, across, cell, dresses[across])
            elif cell is not None:
                sheet.write_string(down, across, cell)
    book.close()
    return data.getvalue()
