"""Sheets become an .xlsx: one table a sheet from the first column down, as a reader of screens wants them.

After the UK Government Analysis Function's guidance "Releasing statistics in spreadsheets": a title in A1, what the
sheet holds below it, the table marked up as one with a head of its own, no merged, hidden or frozen cells, words
wrapped, no color that means anything, twelve points. The same sheets give the same bytes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from reportgen.companion.model import Cell, Sheet, SheetLink, is_wide
from reportgen.document import Properties
from reportgen.numbers.writing.spreadsheet import SheetNumber
from reportgen.template.model import Look

POINTS, TITLE_POINTS = 12, 15
"""The guidance's least size, and that of titles."""
WIDEST, NARROWEST = 60, 12
"""Of a column, in characters of eleven points, as spreadsheets count them; longer words wrap."""
LINE = 1.35
"""A line's height in sizes of its letters: a file says it, since not every program works out what wraps."""
A4 = 9
"""XlsxWriter's number of the paper."""


class _Dresses:
    """The formats of cells, each made once."""

    def __init__(self, book: Any, look: Look) -> None:
        self._book = book
        self._fonts = {wide: look.fonts["zh" if wide else "en"].body[0] for wide in (True, False)}
        self._made: dict[tuple[Any, ...], Any] = {}

    def of(self, language: str, text: str = "", **said: Any) -> Any:
        """Words in a language; where none is named, the words themselves tell their script."""
        wide = is_wide(language) if language else _width(text) > len(text)
        key = (wide, *sorted(said.items()))
        if key not in self._made:
            dress = {"font_name": self._fonts[wide], "font_size": POINTS, "valign": "top", **said}
            self._made[key] = self._book.add_format(dress)
        return self._made[key]


def workbook(sheets: Sequence[Sheet], look: Look, about: Properties) -> bytes:
    """The sheets as an .xlsx; `about` is what the file says of itself."""
    import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]  # here, since few builds want a workbook

    data = BytesIO()
    book: Any = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {
            "title": about.title,
            "subject": about.subject,
            "author": about.author,
            "keywords": ", ".join(about.keywords),
            "created": datetime.fromisoformat(about.date),
        }
    )
    dresses = _Dresses(book, look)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, dresses)
    book.close()
    return data.getvalue()


def _write(page: Any, sheet: Sheet, dresses: _Dresses) -> None:
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.set_default_row(POINTS * LINE)
    down = 0
    for language, title in sheet.titles:
        page.set_row(down, TITLE_POINTS * LINE)
        page.write_string(down, 0, title, dresses.of(language, bold=True, font_size=TITLE_POINTS))
        down += 1
    for line in sheet.lines:
        for language, text in line:
            if text:
                page.write_string(down, 0, text, dresses.of(language))
                down += 1
    if sheet.columns:
        _write_table(page, sheet, down, dresses)
    else:
        page.set_column(0, 0, WIDEST)


def _write_table(page: Any, sheet: Sheet, top: int, dresses: _Dresses) -> None:
    numeric = [any(isinstance(row[index], SheetNumber) for row in sheet.rows) for index in range(len(sheet.columns))]
    heads = [
        {
            "header": column.head,
            "header_format": dresses.of(
                column.language, column.head, bold=True, text_wrap=True, bottom=1, align="right" if right else "left"
            ),
        }
        for column, right in zip(sheet.columns, numeric, strict=True)
    ]
    last = top + len(sheet.rows)
    page.add_table(
        top,
        0,
        max(last, top + 1),
        len(sheet.columns) - 1,
        {"name": f"{sheet.name}_table", "columns": heads, "autofilter": False, "style": None},
    )
    widths = [
        _column_width([column.head, *(_told(row[index]) for row in sheet.rows)])
        for index, column in enumerate(sheet.columns)
    ]
    for index, width in enumerate(widths):
        page.set_column(index, index, width)
    for down, row in enumerate((tuple(column.head for column in sheet.columns), *sheet.rows)):
        lines = max(_lines(_told(cell), width) for cell, width in zip(row, widths, strict=True))
        page.set_row(top + down, lines * POINTS * LINE)
    for down, row in enumerate(sheet.rows):
        strong: Mapping[str, Any] = {"bold": True, "top": 1} if down in sheet.totals else {}
        for across, cell in enumerate(row):
            right = numeric[across]
            _write_cell(page, top + 1 + down, across, cell, sheet.columns[across].language, dresses, right, strong)


def _write_cell(
    page: Any,
    down: int,
    across: int,
    cell: Cell,
    language: str,
    dresses: _Dresses,
    right: bool,
    strong: Mapping[str, Any],
) -> None:
    match cell:
        case SheetNumber():
            dress = dresses.of(language, cell.code, num_format=cell.code, align="right", **strong)
            page.write_number(down, across, cell.value, dress)
        case SheetLink():
            target = cell.url or f"internal:'{cell.sheet}'!A1"
            page.write_url(down, across, target, dresses.of("en", underline=1, font_color="blue"), cell.text)
        case _:
            dress = dresses.of(language, cell, text_wrap=True, align="right" if right else "left", **strong)
            page.write_string(down, across, cell, dress)


def _told(cell: Cell) -> str:
    match cell:
        case SheetNumber():
            return f"{cell.code}{cell.value}"
        case SheetLink():
            return cell.text
        case _:
            return cell


def _lines(text: str, width: int) -> int:
    """How many lines the words take in a column."""
    return max(1, -(-_room(text) // (width - 1)))


def _column_width(texts: Sequence[str]) -> int:
    return min(WIDEST, max(NARROWEST, *(_room(text) + 2 for text in texts)))


def _room(text: str) -> int:
    """How many columns of eleven points the words take in twelve."""
    return -(-_width(text) * POINTS // 11)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
