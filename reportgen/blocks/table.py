"""A table: columns, rows of cells, a note and sources.

    table: {id: scoreboard, title: {zh, en}, columns: [{zh, en}, {title: {zh, en}, unit: auto}], rows: [[cell, …], …]}

A cell is `{zh: …, en: …}`, or one string of {facts} for every language. A row may also be `{cells: […], total: true}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from reportgen.blocks.base import Block, Captioned
from reportgen.blocks.sums import LEVELS, Mismatch, mismatch
from reportgen.blocks.table_rules import CELLS, RULES, SUM, UNIT
from reportgen.content.entries import Cell, Entry, Text
from reportgen.content.model import Briefing, Fact
from reportgen.content.source import Entries, Items
from reportgen.content.text import FactMark, Plain
from reportgen.document import Align, Column, Element, Line, Run, Table
from reportgen.messages import Message, msg
from reportgen.numbers import Quantity, common_unit, write
from reportgen.problems import Evidence, Place, Problem, Rule
from reportgen.voice import Voice

Option = dict[str, Any]


def _as_column(value: Any) -> Any:
    """A column may be its title alone."""
    return {"title": value} if isinstance(value, Entries) and "title" not in value else value


def _as_row(value: Any) -> Any:
    """A row may be its cells alone."""
    return {"cells": value} if isinstance(value, Items) else value


class TableColumn(Entry):
    """A column; with `unit: auto` its figures share one unit, told once in the head. `group` is a head over several."""

    title: Text
    group: Text | None = None
    unit: Literal["auto"] | None = None
    align: Literal["left", "right", "center"] | None = None


class TableRow(Entry):
    """A row; a total has a rule over it."""

    cells: tuple[Cell, ...]
    total: bool = False


class TableBlock(Captioned):
    """A table with a number and a caption."""

    about: ClassVar[Message] = msg(
        "a table: `columns` are titles, or `{{title, group, unit: auto, align}}`; "
        "`rows` are lists of cells, or `{{cells, total: true}}`"
    )
    sample: ClassVar[str] = """\
- table:
    id: scoreboard
    title: {zh: 指标, en: Indicators}
    columns: [{zh: 指标, en: Indicator}, {zh: 数值, en: Value}]
    rows:
    - [{zh: 总产值, en: Output}, "{output}"]
    - [{zh: 增速, en: Growth}, "{growth}"]"""
    rules: ClassVar[tuple[Rule, ...]] = RULES
    sequence: ClassVar[str] = "table"
    columns: tuple[Annotated[TableColumn, BeforeValidator(_as_column)], ...] = Field(min_length=1, max_length=20)
    rows: tuple[Annotated[TableRow, BeforeValidator(_as_row)], ...] = Field(min_length=1)
    wide: bool = False

    @classmethod
    def reader(cls, value: object) -> type[Block]:
        """A table whose rows stand in a file or are facts has fields of its own."""
        if isinstance(value, Entries) and ("data" in value or "facts" in value):
            from reportgen.blocks.data_table.block import DataTableBlock  # here, since most briefings have none

            return DataTableBlock
        return cls

    def problems(self, briefing: Briefing) -> Iterator[Problem]:
        """Rows of a wrong length; columns whose figures share no unit."""
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                message = msg("{cells} cells under {columns} columns", cells=len(row.cells), columns=len(self.columns))
                yield CELLS.broken(_place(row), message, msg("one cell a column"))
        if any(len(row.cells) != len(self.columns) for row in self.rows) or not self.is_known(briefing):
            return
        for index, column in enumerate(self.columns):
            if column.unit and not self._options(index, briefing):
                place = next(iter(column.title.places.values()))
                yield UNIT.broken(place, msg("the figures of this column share no unit"), msg("leave out `unit: auto`"))
        for mark, found in self._sums(briefing):
            if not found.rounded:
                parts = write(found.parts, briefing.languages[0])
                message = msg("the parts of '{fact}' add up to {parts}, not to it", fact=mark.name, parts=parts)
                hint = msg("mend the parts or the total; leave out `total: true` if it is no sum")
                evidence = [Evidence(mark.name, write(briefing.facts[mark.name].quantity, briefing.languages[0]))]
                yield SUM.broken(mark.place, message, hint, evidence=evidence)

    def say(self, voice: Voice) -> Iterator[Element]:
        """One table, its figures laid out as cells want them."""
        briefing = voice.briefing
        options = [self._options(index, briefing) for index in range(len(self.columns))]
        columns = tuple(self._column(index, voice, options[index]) for index in range(len(self.columns)))
        rows = tuple(
            tuple(voice.phrase(cell, form="table", **options[index]) for index, cell in enumerate(row.cells))
            for row in self.rows
        )
        facts = tuple(self._facts(briefing))
        yield Table(
            self.caption(voice),
            columns,
            rows,
            voice.notes(note=self.note, facts=(), sources=self.cited(facts), more=self._rounding(voice)),
            frozenset(index for index, row in enumerate(self.rows) if row.total),
            wide=self.wide,
        )

    def _rounding(self, voice: Voice) -> tuple[str, ...]:
        """The note that totals want whose parts, rounded as they are, miss them by a little."""
        return ("rounding",) if any(found.rounded for _, found in self._sums(voice.briefing)) else ()

    def _sums(self, briefing: Briefing) -> Iterator[tuple[FactMark, Mismatch]]:
        """Every total that differs from the sum of the figures over it, up to the total before."""
        for index in range(len(self.columns)):
            parts: list[Quantity | None] = []
            for row in self.rows:
                marks = _marks(row.cells[index])
                figure = briefing.facts[marks[0].name].quantity if len(marks) == 1 else None
                if not row.total:
                    parts.append(figure)
                    continue
                if figure is not None and isinstance(figure, LEVELS) and (gap := mismatch(figure, parts)):
                    yield marks[0], gap
                parts = []

    def _facts(self, briefing: Briefing) -> Iterator[Fact]:
        for row in self.rows:
            for cell in row.cells:
                yield from (briefing.facts[mark.name] for mark in _marks(cell))

    def _options(self, index: int, briefing: Briefing) -> Option:
        """How this column's figures are laid out: in one unit, if the author wants that and they have one."""
        if not self.columns[index].unit:
            return {}
        marks = [mark for row in self.rows for mark in _marks(row.cells[index]) if mark.form == "prose"]
        unit = common_unit([briefing.facts[mark.name].quantity for mark in marks]) if marks else None
        return {"unit": unit} if unit else {}

    def _column(self, index: int, voice: Voice, option: Option) -> Column:
        column = self.columns[index]
        figures = all(_is_figure(row.cells[index]) for row in self.rows)
        align = Align(column.align) if column.align else Align.RIGHT if index and figures else Align.LEFT
        unit = option.get("unit")
        head = tuple(Line(language, (Run(voice.unit(unit, language)),)) for language in voice.languages) if unit else ()
        group = voice.phrase(column.group) if column.group else ()
        return Column(voice.phrase(column.title), head, align, group)


def _marks(cell: Text) -> tuple[FactMark, ...]:
    return tuple(mark for pieces in list(cell.pieces.values())[:1] for mark in pieces if isinstance(mark, FactMark))


def _is_figure(cell: Text) -> bool:
    """Whether a cell holds figures and signs alone, so that it stands to the right."""
    for pieces in cell.pieces.values():
        for piece in pieces:
            if isinstance(piece, FactMark) and piece.form in ("what", "when"):
                return False
            if isinstance(piece, Plain) and any(character.isalpha() for character in piece.text):
                return False
    return True


def _place(row: TableRow) -> Place:
    return next((place for cell in row.cells for place in cell.places.values()), Place(""))
