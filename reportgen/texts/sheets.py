"""A workbook as passages: each sheet that is seen a table, each cell as its reader sees it."""

from __future__ import annotations

from pathlib import Path

from reportgen.content.data.seen import read_sheets
from reportgen.messages import msg
from reportgen.passages import Cell, Kind, Passage
from reportgen.problems import column_letters


def read_workbook_text(path: Path, name: str) -> tuple[Passage, ...]:
    """The sheets in their order, each under its name, row by row; errors as `read_sheets` has them."""
    found: list[Passage] = []
    for number, (title, cells) in enumerate(read_sheets(path, name), 1):
        if not cells:
            continue
        found.append(Passage(msg("sheet {sheet}", sheet=title), title, kind=Kind.HEADING, level=1, line=0))
        for each in cells:
            address = f"{column_letters(each.first + 1)}{each.row + 1}"
            place = msg("sheet {sheet}, cell {cell}", sheet=title, cell=address)
            cell = Cell(number, each.row, each.first, each.last)
            found.append(Passage(place, each.text, kind=Kind.CELL, cell=cell, address=(title, each.row, each.first)))
    return tuple(found)
