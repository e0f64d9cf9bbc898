"""A table of figures, whatever file it stands in: its heads, its rows, and where each cell stands.

Not here: how a file becomes rows (csv_table.py, workbook.py), and which file is meant (folder.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from reportgen.content.source import Scalar
from reportgen.messages import Message, msg
from reportgen.problems import Place, Problem, Rule, did_you_mean
from reportgen.records import record

CELL = Rule(
    "workbooks/cell",
    msg("A cell that is used shows a figure or words, in a number format that is followed."),
    slip=msg("a chart of a column in which a cell shows #DIV/0!, or 3/7 for a number"),
    mend=msg("the same cell with a figure, in a format such as 0.0"),
)
EMPTY_CELL = Rule(
    "cells/empty",
    msg("A cell that a fact is read from is filled in."),
    file="facts.yaml",
    slip='growth: {is: {from: zones.csv, query: "select null from zones limit 1", unit: 家}, '
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
    mend='growth: {is: {from: zones.csv, query: "select zones from zones limit 1", unit: 家}, '
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
)
RULES = (CELL, EMPTY_CELL)


class DataCell(Scalar):
    """A cell as its reader sees it, with where it stands in its file.

    `sheet` and `address` (B3) are empty where the file is no workbook; `exact` is a stored number in full. `fault` is
    why the cell can be no figure and no words of a document: an error value, a format that is not followed. Whoever
    uses the cell tells it, since a fault where nobody looks is none.
    """

    __slots__ = ("exact", "fault")
    exact: str
    fault: Problem | None

    @classmethod
    def at(cls, text: str, place: Place, raw: str = "", *, exact: str = "", fault: Problem | None = None) -> DataCell:
        """The text of a cell, remembering where it stands."""
        cell = cls(text)
        cell.place, cell.raw = place, raw
        cell.exact, cell.fault = exact, fault
        return cell

    @property
    def sheet(self) -> str:
        """The sheet that it stands in."""
        return self.place.sheet

    @property
    def address(self) -> str:
        """Its column and row as a workbook tells them."""
        return self.place.cell


Row = Mapping[str, DataCell]
"""The cells of a row by the heads of their columns."""


@record
class DataTable:
    """The rows of a file of data/ or of one of its sheets; `sha256` is that of the file's bytes.

    `columns` and `rows` are what is seen; `hidden` are the rows that a sheet hides, by hand or by a filter. The cells
    of hidden columns stand in each row for whoever asks for them by name. `heads` are where the heads stand; where what
    stands first is no row of heads, `fitting` names the area that has one. Of rows that a query gave, `query` is the
    query and `engine` who answered it.
    """

    file: str
    sheet: str = ""
    sha256: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = field(default=())
    hidden: tuple[Row, ...] = field(default=())
    query: str = ""
    engine: str = ""
    heads: Mapping[str, Place] = field(default_factory=dict[str, Place])
    fitting: str = ""


def column_hint(named: str, columns: Iterable[str], fitting: str) -> Message | str:
    """What to do about a column that a table does not have: name the area that has heads, or the nearest column."""
    if fitting:
        return msg("its first row holds no heads; name the area that starts with them: {area}", area=fitting)
    return did_you_mean(named, columns)
