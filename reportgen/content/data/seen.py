"""Workbooks as their readers see them, for comparing: every sheet that is seen, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.content.data.package import Package, open_package
from reportgen.content.data.sheet import read_sheet
from reportgen.content.data.shown_cell import seen_cell
from reportgen.content.data.workbook import broken
from reportgen.problems import ContentError, Problem


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A cell that shows something: its row and the columns it spans, from 0, and what it shows."""

    row: int
    first: int
    last: int
    text: str


def read_sheets(path: Path, name: str) -> tuple[tuple[str, tuple[SeenCell, ...]], ...]:
    """The sheets by their names, each cell as it is seen; hidden sheets, rows and columns are not.

    ContentError where the file is no workbook or not safe to open, OSError where it cannot be read at all.
    """
    try:
        package = open_package(path, name)
        if isinstance(package, Problem):
            raise ContentError([package])
        seen = [number for number, sheet in enumerate(package.sheets) if sheet.visible]
        return tuple((package.sheets[number].name, tuple(_seen(package, number))) for number in seen)
    except (ContentError, OSError):
        raise
    except Exception as error:  # as in open_workbook
        raise ContentError([broken(name, error)]) from error


def _seen(package: Package, number: int) -> Iterator[SeenCell]:
    sheet = read_sheet(package, number)
    spans = {(area.top, area.left): area.right for area in sheet.merged}
    for row, cells in sorted(sheet.cells.items()):
        if row in sheet.hidden_rows:
            continue
        for column, stored in sorted(cells.items()):
            if column in sheet.hidden_columns:
                continue
            if text := seen_cell(stored, since_1904=package.since_1904):
                yield SeenCell(row - 1, column - 1, spans.get((row, column), column) - 1, text)
