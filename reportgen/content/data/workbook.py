"""Workbooks of data/: their sheets, areas and names as tables and cells that remember where they stand.

A cell is the text that a reader of the sheet sees: 14.3% where 1/7 is shown so, 30 where a raised note mark stands
behind it; dates as ISO with as much of them as the cell shows; formulas by the result last stored. What is named in a
workbook is reference.py's; how an area becomes rows, sheet_table.py's.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.content.data import reference, sheet_table
from reportgen.content.data.csv_table import MOST_ROWS
from reportgen.content.data.package import BOMB, ENTITIES, SAVED_BY_EXCEL, Package, open_package
from reportgen.content.data.reference import NO_AREA, Found
from reportgen.content.data.sheet import Sheet, read_sheet
from reportgen.content.data.sheet_table import AreaReader
from reportgen.content.data.table import DataCell, DataTable
from reportgen.content.files import unreadable
from reportgen.messages import msg
from reportgen.problems import Place, Problem, Rule, Typed

BROKEN = Rule(
    "workbooks/broken",
    msg("A .xlsx file is a workbook as Excel and WPS write it."),
    slip=msg("a text file renamed to trade.xlsx"),
    mend=msg("the table saved as .xlsx in Excel or WPS"),
)
RULES = (BROKEN, BOMB, ENTITIES, *reference.RULES, *sheet_table.RULES)


@dataclass(slots=True)
class Workbook:
    """A workbook that is open; its sheets are read when they are first asked for, and once."""

    file: str  # as content names it: data/trade.xlsx
    told: str  # as problems name it
    sha256: str
    package: Package
    sheets: dict[int, Sheet] = field(default_factory=dict[int, Sheet])

    def table(self, named: Typed, wanted: str = "") -> tuple[DataTable | None, list[Problem]]:
        """The table that a text names behind its workbook, its first row the heads; and what is wrong with it."""
        found = self._find(named, wanted)
        if isinstance(found, Problem):
            return None, [found]
        return self._reader(found).table(self.file, self.sha256, named)

    def cell(self, named: Typed, wanted: str) -> DataCell | Problem:
        """The one cell that a text names behind its workbook."""
        found = self._find(named, wanted)
        if isinstance(found, Problem):
            return found
        reader = self._reader(found)
        if found.area is None or not reader.is_one_cell(found.area):
            message = msg("'{name}' is no one cell, and one is wanted here", name=wanted or self.file)
            return NO_AREA.broken(named, message, msg("write #SHEET!B3, or a name that stands for one cell"))
        return reader.cell(found.area.top, found.area.left)

    def _find(self, named: Typed, wanted: str) -> Found | Problem:
        found = reference.find(self.package, named, wanted)
        if isinstance(found, Problem) or found.sheet in self.sheets:
            return found
        try:
            self.sheets[found.sheet] = read_sheet(self.package, found.sheet, MOST_ROWS + 1)
        except Exception as error:  # as in open_workbook
            return broken(self.told, error)
        return found

    def _reader(self, found: Found) -> AreaReader:
        return AreaReader(self.told, self.package, self.sheets[found.sheet], found.area)


def open_workbook(path: Path, file: str, told: str) -> Workbook | Problem:
    """The workbook at `path`, or why it cannot be read."""
    try:
        package = open_package(path, told)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        return unreadable(told, error)
    except Exception as error:  # a broken workbook is told by whatever its parsers raise
        return broken(told, error)
    return package if isinstance(package, Problem) else Workbook(file, told, digest, package)


def broken(told: str, error: Exception) -> Problem:
    """A file that is no workbook."""
    message = msg("this is no .xlsx workbook: {reason}", reason=type(error).__name__)
    return BROKEN.broken(Place(told), message, SAVED_BY_EXCEL)
