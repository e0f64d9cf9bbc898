"""A table whose rows stand in a file of data/, or are the facts of a family.

table: {id: t, title: {zh, en}, data: cities.csv, columns: [{column: name, title: {zh, en}},
  {column: gdp, title: {zh, en}, unit: 亿元, decimals: 1}], rows: {sort: gdp, top: 10, others: {zh, en}, total: true}}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from reportgen.blocks.base import Captioned
from reportgen.blocks.data_table.fields import DataColumn, TableRows
from reportgen.blocks.data_table.reading import ReadTable, TableFigure, found_wrong
from reportgen.blocks.data_table.rules import RULES
from reportgen.blocks.data_table.said import said_table
from reportgen.content.data import chosen_rows
from reportgen.content.entries import AFile, Word, Wording
from reportgen.content.model import Briefing
from reportgen.document import Element
from reportgen.messages import Message, msg
from reportgen.problems import Problem, Rule
from reportgen.voice import Voice


class DataTableBlock(Captioned):
    """A table of data with a number and a caption."""

    about: ClassVar[Message] = msg("a table of a file of `data/`, or of a family of facts")
    sample: ClassVar[str] = """\
- table:
    id: zones-by-date
    title: {zh: 国家高新区数量, en: National high-tech zones}
    data: zones.csv
    columns: [{column: date, title: {zh: 时间, en: Date}}, {column: zones, title: {zh: 数量, en: Zones}, unit: 家}]"""
    rules: ClassVar[tuple[Rule, ...]] = (*RULES, *chosen_rows.RULES)
    sequence: ClassVar[str] = "table"
    data: AFile | None = Field(
        None, description="the file of `data/` that the rows stand in, with the sheet behind #, or a query over one"
    )
    facts: Word | None = Field(None, description="in place of `data`, the family whose facts are the rows")
    columns: tuple[DataColumn, ...] = Field(min_length=1, max_length=20)
    rows: TableRows = TableRows.model_construct()
    names: dict[Word, Wording] = Field(
        default_factory=dict[Word, Wording],
        description="what words of the data are called in each language: `{苏州: {zh: 苏州, en: Suzhou}}`",
    )
    wide: bool = False

    def families(self) -> tuple[str, ...]:
        """The families whose facts it prints."""
        return (str(self.facts),) if self.facts is not None else ()

    def problems(self, briefing: Briefing) -> Iterator[Problem]:
        """Rows from nowhere, columns that are not there, cells that cannot be read, totals that their parts deny."""
        yield from found_wrong(self, briefing)

    def say(self, voice: Voice) -> Iterator[Element]:
        """One table: its figures in one unit a column, its sums, and what its signs mean."""
        yield said_table(self, ReadTable(self, voice.briefing), voice, wide=self.wide)

    def figures(self, briefing: Briefing) -> Iterator[TableFigure]:
        """Every figure of the data that the table shows, with where it stands."""
        yield from ReadTable(self, briefing).figures()
