"""The cells of a sheet as they are stored: values, formats, formulas, what is hidden and merged.

A sheet is told by what stands in it, not by the area that it says it fills, which programs get wrong. What a reader
sees of a cell is shown_cell.py's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element, iterparse

from reportgen.content.data.cell_text import decoded, runs_of, text_of
from reportgen.content.data.package import Package, tag_of

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_ADDRESS = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_COLUMNS = re.compile(r"\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})")
_ROWS = re.compile(r"\$?(\d{1,7}):\$?(\d{1,7})")


class Area(NamedTuple):
    """A rectangle of cells, its last row and column included; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether the cell stands in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class Stored(NamedTuple):
    """A cell as its file has it: its kind (`n` for numbers, `s` texts, `b`, `e`, `d`), its value as text, its number
    format, whether a formula made it. A formula that nobody worked out has the kind `f`."""

    kind: str
    value: str
    shown: str = "General"
    formula: bool = False


@dataclass(slots=True)
class Sheet:
    """A sheet of cells, those that hold nothing left out."""

    name: str
    cells: dict[int, dict[int, Stored]] = field(default_factory=dict[int, dict[int, Stored]])  # by row, then column
    hidden_rows: set[int] = field(default_factory=set[int])
    hidden_columns: set[int] = field(default_factory=set[int])
    merged: list[Area] = field(default_factory=list[Area])
    cut: int = 0  # the row behind the last one that was read, where there are more

    def filled(self) -> Area | None:
        """The smallest rectangle that holds every cell."""
        columns = [column for row in self.cells.values() for column in (min(row), max(row))]
        return Area(min(self.cells), min(columns), max(self.cells), max(columns)) if columns else None


def read_sheet(package: Package, number: int, most_rows: int | None = None) -> Sheet:
    """A sheet of the package; rows beyond the most that may be there are not read."""
    listed = package.sheets[number]
    sheet = Sheet(listed.name)
    last = 0
    for _, element in iterparse(BytesIO(package.parts[listed.part]), events=("end",)):
        match tag_of(element):
            case "row":
                if not sheet.cut:
                    last = _row(element, last, sheet, package)
                element.clear()
                if most_rows is not None and len(sheet.cells) > most_rows and not sheet.cut:
                    sheet.cut = last
            case "col" if _is_hidden(element):
                sheet.hidden_columns.update(range(int(element.get("min", "1")), int(element.get("max", "0")) + 1))
            case "mergeCell":
                if area := area_of(element.get("ref", "")):
                    sheet.merged.append(area)
            case _:
                pass
    return sheet


def _is_hidden(element: Element) -> bool:
    """A row or a column that is hidden, by a filter or by hand, or of no height or width."""
    flat = element.get("ht") == "0" or element.get("width") == "0"
    return flat or element.get("hidden") in ("1", "true")


def _row(element: Element, last: int, sheet: Sheet, package: Package) -> int:
    """Puts a row's cells into the sheet and tells its number; rows and cells may leave out where they stand."""
    number = int(element.get("r") or last + 1)
    if _is_hidden(element):
        sheet.hidden_rows.add(number)
    cells: dict[int, Stored] = {}
    column = 0
    for cell in element:
        if tag_of(cell) != "c":
            continue
        match = _ADDRESS.fullmatch(cell.get("r", ""))
        column = column_number(match[1]) if match else column + 1
        if stored := _stored(cell, package):
            cells[column] = stored
    if cells:
        sheet.cells[number] = cells
    return number


def _stored(cell: Element, package: Package) -> Stored | None:
    """A cell; None where it holds nothing, as a formula does whose result is an empty text."""
    kind = cell.get("t", "n")
    value: str | None = None
    formula, text = None, ""
    for child in cell:
        match tag_of(child):
            case "v":
                value = child.text or ""
            case "f":
                formula = child.text or ""
            case "is":
                text = text_of(runs_of(child))
            case _:
                pass
    style = int(cell.get("s", "0"))
    shown = package.formats[style] if style < len(package.formats) else "General"
    if formula is not None and not value and kind != "str":
        return Stored("f", f"={formula}", shown, formula=True)
    match kind:
        case "s":
            held = text_of(package.texts[int(value)]) if value else ""
        case "inlineStr":
            held = text
        case "str":
            held = decoded(value or "")
        case _:
            held = value or ""
    if not held.strip():
        return None
    kind = "s" if kind in ("inlineStr", "str") else kind
    return Stored(kind, held, shown, formula=formula is not None)


# ---- addresses -------------------------------------------------------------------------------


def column_number(letters: str) -> int:
    """A column by its letters: A is 1, AA 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def area_of(address: str) -> Area | None:
    """An area by its address: B3, $B$3:D9, whole columns (A:F) and rows (3:20); None where the text is none."""
    if whole := _COLUMNS.fullmatch(address):
        left, right = sorted(map(column_number, whole.groups()))
        return Area(1, left, LAST_ROW, right)
    if whole := _ROWS.fullmatch(address):
        top, bottom = sorted(map(int, whole.groups()))
        return Area(top, 1, bottom, LAST_COLUMN)
    ends = [_ADDRESS.fullmatch(end) for end in address.split(":")]
    if not 1 <= len(ends) <= 2 or None in ends:
        return None
    rows = sorted(int(end[2]) for end in ends if end)
    columns = sorted(column_number(end[1]) for end in ends if end)
    return Area(rows[0], columns[0], rows[-1], columns[-1]) if rows[0] else None
