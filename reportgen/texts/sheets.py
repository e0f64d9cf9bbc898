"""A workbook as passages: each sheet that is seen a table, each cell as its reader sees it."""

from __future__ import annotations

from pathlib import Path

from reportgen.content.data.workbook import read_sheets
from reportgen.messages import msg
from reportgen.passages import Cell, Kind, Passage


def read_workbook_text(path: Path, name: str) -> tuple[Passage, ...]:
    """The sheets in their order, each under its name, row by row; errors as `read_sheets` has them."""
    found: list[Passage] = []
    for number, (title, cells) in enumerate(read_sheets(path, name), 1):
        if not cells:
            continue
        found.append(Passage(msg("sheet {sheet}", sheet=title), title, kind=Kind.HEADING, level=1, line=0))
        for each in cells:
            address = f"{_letters(each.first)}{each.row + 1}"
            place = msg("sheet {sheet}, cell {cell}", sheet=title, cell=address)
            cell = Cell(number, each.row, each.first, each.last)
            found.append(Passage(place, each.text, kind=Kind.CELL, cell=cell, address=(title, each.row, each.first)))
    return tuple(found)


def _letters(column: int) -> str:
    """A column as Excel calls it: A, Z, AA."""
    told = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        told = chr(ord("A") + left) + told
    return told
