"""What an author types of a cell of data/ from which a fact is read, and what must be true of it.

How the cell is found stands in cells.py, what it says in data/figure.py.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from reportgen.content.data.figure import Reading
from reportgen.content.derived.decimals import MOST_DECIMALS
from reportgen.content.entries import Entry, Word
from reportgen.messages import msg
from reportgen.problems import Rule

BATCH = "row"
"""What `from` says of a fact that is read from the row that a batch makes a briefing of."""

ChangeBasis = Literal[
    "yoy", "qoq", "mom", "prev_year", "prev_quarter", "prev_month", "prev_year_end", "real_yoy", "nominal_yoy", "none"
]

COLUMN = Rule(
    "cells/no-column",
    msg("A column that is named is one of its table's."),
    file="facts.yaml",
    slip="growth: {is: {from: zones.csv, row: {date: 2008-03}, column: zone, unit: 家}, "
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
    mend="growth: {is: {from: zones.csv, row: {date: 2008-03}, column: zones, unit: 家}, "
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
)
NO_ROW = Rule(
    "cells/no-row",
    msg("The row that a fact is read from is in its table."),
    file="facts.yaml",
    slip="growth: {is: {from: zones.csv, row: {date: 2008-04}, column: zones, unit: 家}, "
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
    mend="growth: {is: {from: zones.csv, row: {date: 2008-03}, column: zones, unit: 家}, "
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
)
TWO_ROWS = Rule(
    "cells/several",
    msg("A fact is read from one row and one column: what it says of them is true of no other."),
    file="facts.yaml",
    slip='growth: {is: {from: zones.csv, query: "select zones from zones", unit: 家}, '
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
    mend='growth: {is: {from: zones.csv, query: "select max(zones::int) from zones", unit: 家}, '
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
)
SHAPE = Rule(
    "cells/shape",
    msg("A fact from data says where it stands: row and column, a cell's address or its name, or a query."),
    file="facts.yaml",
    slip="growth: {is: {from: zones.csv, column: zones, unit: 家}, "
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
    mend="growth: {is: {from: zones.csv, row: {date: 2008-03}, column: zones, unit: 家}, "
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
)
UNIT = Rule(
    "cells/unknown-unit",
    msg("The unit of a cell is one that figures count in."),
    file="facts.yaml",
    slip="growth: {is: {from: zones.csv, row: {date: 2008-03}, column: zones, unit: 亿园}, "
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
    mend="growth: {is: {from: zones.csv, row: {date: 2008-03}, column: zones, unit: 亿元}, "
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
)
NO_BATCH = Rule(
    "cells/no-batch",
    msg("A fact from the row of a batch is read where a briefing is made for a row."),
    file="facts.yaml",
    slip="growth: {is: {from: row, column: zones, unit: 家}, what: {zh: 数, en: zones}, when: 2025, source: paper}",
    mend="growth: {is: {from: zones.csv, row: {date: 2008-03}, column: zones, unit: 家}, "
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
)
RULES = (COLUMN, NO_ROW, TWO_ROWS, SHAPE, UNIT, NO_BATCH)


class ReadingEntry(Entry):
    """How a cell is read: its unit, what is said before it, what it is a change of, and its decimals."""

    unit: Word | None = None  # what stands behind the number; unset: what the head or the cell says
    qualifier: Word | None = None  # 近, 超过, about
    change: ChangeBasis | None = None
    decimals: int | None = Field(None, ge=0, le=MOST_DECIMALS)

    def reading(self) -> Reading:
        """The same, for whoever reads the cells."""
        return Reading(str(self.unit or ""), str(self.qualifier or ""), self.change, self.decimals)


class CellEntry(ReadingEntry):
    """A cell of data/ as an author names it: `{from: trade.xlsx, row: {month: 2025-09}, column: tea, unit: 亿元}`."""

    from_: Word = Field(alias="from")  # a file of data/, with a sheet behind it; or the row of a batch
    row: dict[Word, Word] = Field(default_factory=dict[Word, Word])  # what stands in which columns of its row
    column: Word | None = None
    cell: Word | None = None  # its address: B3
    name: Word | None = None  # what the workbook calls it
    query: Word | None = None  # one SELECT over a database or a table
