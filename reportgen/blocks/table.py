"""A table: columns, rows of cells, a note and sources.

    table: {id: scoreboard, title: {zh, en}, columns: [{zh, en}, {title: {zh, en}, unit: auto}], rows: [[cell, …], …]}

A cell is `{zh: …, en: …}`, or one string for every language: of {facts}, or a figure (2486.3亿元). A row may also be
`{cells: […], total: true}`. Tables whose rows stand in a file or are a family's facts: data_table/.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from reportgen.blocks.base import Block, Captioned
from reportgen.blocks.column_layout import AUTO, PLAIN, ColumnLayout, given, layout_of, layout_problems, read_cell
from reportgen.blocks.data_table import rules as data_rules
from reportgen.blocks.sums import LEVELS, Mismatch, mismatch
from reportgen.blocks.table_rules import CELLS, RULES, SUM, UNIT
from reportgen.content.data import chosen_rows
from reportgen.content.entries import Cell, CellFigure, Entry, Text, Word, one_language
from reportgen.content.model import Briefing, Fact
from reportgen.content.source import Entries, Items, Scalar
from reportgen.content.text import FactMark, Plain
from reportgen.document import Align, Column, Element, Line, Phrase, Run, Table
from reportgen.messages import Message, msg
from reportgen.numbers import FigureError, Quantity, write
from reportgen.problems import Evidence, Place, Problem, Rule
from reportgen.records import record
from reportgen.voice import Voice, phrase_of


def _as_column(value: Any) -> Any:
    """A column may be its title alone."""
    return {"title": value} if isinstance(value, Entries) and "title" not in value else value


def _as_row(value: Any) -> Any:
    """A row may be its cells alone."""
    return {"cells": value} if isinstance(value, Items) else value


class TableColumn(Entry):
    """A column; with a `unit` its figures share it, told once in the head. `group` is a head over several."""

    title: Text
    group: Text | None = None
    unit: Word | None = None  # auto: the one that its figures share
    decimals: int | None = Field(None, ge=0, le=9)
    align: Literal["left", "right", "center"] | None = None


class TableRow(Entry):
    """A row; a total has a rule over it."""

    cells: tuple[Cell, ...]
    total: bool = False


class TableBlock(Captioned):
    """A table with a number and a caption."""

    about: ClassVar[Message] = msg(
        "a table: `columns` are titles, or `{{title, group, unit, decimals, align}}`; "
        "`rows` are lists of cells, or `{{cells, total: true}}`; or a table of [data](data.md#tables-of-data)"
    )
    sample: ClassVar[str] = """\
- table:
    id: scoreboard
    title: {zh: 指标, en: Indicators}
    columns: [{zh: 指标, en: Indicator}, {zh: 数值, en: Value}]
    rows:
    - [{zh: 总产值, en: Output}, "{output}"]
    - [{zh: 增速, en: Growth}, "{growth}"]"""
    rules: ClassVar[tuple[Rule, ...]] = (*RULES, *data_rules.RULES, *chosen_rows.RULES)
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

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """One shape for rows that are typed, one for rows of data."""
        from reportgen.blocks.data_table.block import DataTableBlock  # as in reader

        shapes = [super().json_schema(), DataTableBlock.json_schema()]
        definitions = {name: shape for each in shapes for name, shape in each.pop("$defs", {}).items()}
        return {"type": "object", "properties": {"id": {}}, "required": ["id"], "oneOf": shapes, "$defs": definitions}

    def problems(self, briefing: Briefing) -> Iterator[Problem]:
        """Rows of a wrong length; cells that are no figures; columns whose figures share no unit; totals denied."""
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                message = msg("{cells} cells under {columns} columns", cells=len(row.cells), columns=len(self.columns))
                yield CELLS.broken(_place(row), message, msg("one cell a column"))
        wrong = list(self._unreadable(briefing))
        yield from wrong
        if wrong or any(len(row.cells) != len(self.columns) for row in self.rows) or not self.is_known(briefing):
            return
        for index, column in enumerate(self.columns):
            if column.unit is not None or column.decimals is not None:
                yield from self._unit_problems(index, briefing)
        yield from self._denied(briefing)

    def _unreadable(self, briefing: Briefing) -> Iterator[Problem]:
        """Figures typed in cells that cannot be read: as words, which want both languages, or under a unit."""
        for row in self.rows:
            for column, cell in zip(self.columns, row.cells, strict=False):
                typed = _typed(cell, column)
                if typed is None or _figure_of(cell, column, briefing) is not None:
                    continue
                if isinstance(cell, CellFigure) and not given(column.unit):
                    yield one_language(cell)
                else:
                    message = msg("'{cell}' is no figure here", cell=typed)
                    hint = msg("write the number alone under {unit}, or {{zh: …, en: …}}", unit=given(column.unit))
                    yield UNIT.broken(typed, message, hint)

    def _unit_problems(self, index: int, briefing: Briefing) -> Iterator[Problem]:
        column = self.columns[index]
        figures = self._in_column(index, briefing)
        first = next(iter(column.title.typed.values()))
        if not figures and column.unit == AUTO:
            yield UNIT.broken(
                first.place, msg("the figures of this column share no unit"), msg("leave out `unit: auto`")
            )
        where = first if column.unit in (None, AUTO) else column.unit
        yield from layout_problems(figures, column.unit, where, briefing.lexicon)

    def _denied(self, briefing: Briefing) -> Iterator[Problem]:
        language = briefing.languages[0]
        for total, found in self._sums(briefing):
            if not found.rounded:
                parts = write(found.parts, language)
                message = msg("the parts of '{fact}' add up to {parts}, not to it", fact=total.name, parts=parts)
                hint = msg("mend the parts or the total; leave out `total: true` if it is no sum")
                evidence = [Evidence(total.name, write(total.quantity, language))]
                yield SUM.broken(total.place, message, hint, evidence=evidence)

    def say(self, voice: Voice) -> Iterator[Element]:
        """One table, its figures laid out as cells want them."""
        briefing = voice.briefing
        layouts, rounding = briefing.once(self, lambda: (self._layouts(briefing), self._rounding(briefing)))
        columns = tuple(self._column(index, voice, layouts[index]) for index in range(len(self.columns)))
        rows = tuple(
            tuple(
                _said(cell, *pair, voice)
                for cell, pair in zip(row.cells, zip(self.columns, layouts, strict=True), strict=True)
            )
            for row in self.rows
        )
        facts = tuple(self._facts(briefing))
        yield Table(
            self.caption(voice),
            columns,
            rows,
            voice.notes(note=self.note, facts=self._noted(voice), sources=self.cited(facts), more=rounding),
            frozenset(index for index, row in enumerate(self.rows) if row.total),
            wide=self.wide,
        )

    def literals(self, briefing: Briefing) -> Iterator[tuple[Scalar, Quantity]]:
        """Every figure that is typed in a cell, once for every language."""
        for row in self.rows:
            for column, cell in zip(self.columns, row.cells, strict=False):
                typed = _typed(cell, column)
                if typed is not None and (figure := _figure_of(cell, column, briefing)) is not None:
                    yield typed, figure.quantity

    def down(self, index: int, briefing: Briefing) -> Iterator[tuple[TableRow, Quantity | None]]:
        """Every row with its figure in a column, where it has one alone."""
        for row in self.rows:
            figure = _figure_of(row.cells[index], self.columns[index], briefing) if index < len(row.cells) else None
            yield row, figure.quantity if figure is not None else None

    def _layouts(self, briefing: Briefing) -> tuple[ColumnLayout, ...]:
        return tuple(self._layout(index, briefing) for index in range(len(self.columns)))

    def _rounding(self, briefing: Briefing) -> tuple[str, ...]:
        """The note that totals want whose parts, rounded as they are, miss them by a little."""
        exact, printed = self._sums(briefing), self._sums(briefing, rounded=True)
        return ("rounding",) if any(found.rounded for _, found in (*exact, *printed)) else ()

    def _sums(self, briefing: Briefing, *, rounded: bool = False) -> Iterator[tuple[_Figure, Mismatch]]:
        """Every total that differs from the sum of the figures over it, up to the total before; as they are printed."""
        for index, column in enumerate(self.columns):
            layout = self._layout(index, briefing) if rounded else PLAIN
            parts: list[Quantity | None] = []
            for row in self.rows:
                figure = _figure_of(row.cells[index], column, briefing)
                value = layout.rounded(figure.quantity) if figure is not None else None
                if not row.total:
                    parts.append(value)
                    continue
                if figure is not None and isinstance(value, LEVELS) and (gap := mismatch(value, parts)):
                    yield figure, gap
                parts = []

    def _facts(self, briefing: Briefing) -> Iterator[Fact]:
        for row in self.rows:
            for cell in row.cells:
                yield from (briefing.facts[mark.name] for mark in _marks(cell))

    def _noted(self, voice: Voice) -> Iterator[Fact]:
        """The facts whose figures stand in its words: its title, its heads, its cells."""
        heads = (text for column in self.columns for text in (column.group, column.title) if text is not None)
        cells = (cell for row in self.rows for cell in row.cells if isinstance(cell, Text))
        for text in (self.title, *heads, *cells):
            yield from voice.printed(text)

    def _in_column(self, index: int, briefing: Briefing) -> list[Quantity]:
        """The figures of a column that stand in its unit."""
        column = self.columns[index]
        figures: list[Quantity] = []
        for row in self.rows:
            cell = row.cells[index]
            figures += [briefing.facts[mark.name].quantity for mark in _marks(cell) if mark.form == "prose"]
            if _typed(cell, column) is not None and (figure := _figure_of(cell, column, briefing)) is not None:
                figures.append(figure.quantity)
        return figures

    def _layout(self, index: int, briefing: Briefing) -> ColumnLayout:
        """How this column's figures are laid out: in one unit, if the author wants that and they have one."""
        column = self.columns[index]
        if column.unit is None and column.decimals is None:
            return PLAIN
        return layout_of(self._in_column(index, briefing), column.unit, column.decimals, briefing.lexicon)

    def _column(self, index: int, voice: Voice, layout: ColumnLayout) -> Column:
        column = self.columns[index]
        figures = all(_is_figure(row.cells[index]) for row in self.rows)
        align = Align(column.align) if column.align else Align.RIGHT if index and figures else Align.LEFT
        unit = layout.unit
        head = tuple(Line(language, (Run(voice.unit(unit, language)),)) for language in voice.languages) if unit else ()
        group = voice.title(column.group) if column.group else ()
        return Column(voice.title(column.title), head, align, group)


@record
class _Figure:
    """The one figure of a cell: what it is called, and where it stands."""

    name: str
    place: Place
    quantity: Quantity


def _said(cell: Text | CellFigure, column: TableColumn, layout: ColumnLayout, voice: Voice) -> Phrase:
    """A cell in the voice's languages."""
    options: dict[str, Any] = {"unit": layout.unit} if layout.unit is not None else {}
    figure = _figure_of(cell, column, voice.briefing) if _typed(cell, column) is not None else None
    if figure is not None:
        return phrase_of(voice.quantity(layout.rounded(figure.quantity), form="table", **options))
    assert isinstance(cell, Text)
    return voice.title(cell, form="table", rounded=layout.rounded, **options)


def _typed(cell: Text | CellFigure, column: TableColumn) -> Scalar | None:
    """The figure that a cell holds as its author typed it, once for every language; a bare number under a unit too."""
    if isinstance(cell, CellFigure):
        return cell
    if not given(column.unit) and column.decimals is None:
        return None
    typed = list(cell.typed.values())
    pieces = next(iter(cell.pieces.values()), ())
    once = all(one is typed[0] for one in typed) and len(pieces) == 1 and isinstance(pieces[0], Plain)
    return typed[0] if once and any(map(str.isdigit, typed[0])) else None


def _figure_of(cell: Text | CellFigure, column: TableColumn, briefing: Briefing) -> _Figure | None:
    """The figure of a cell that holds one alone: a fact's, or one that is typed; None where it cannot be read."""
    if (typed := _typed(cell, column)) is not None:
        try:
            return _Figure(str(typed), typed.place, read_cell(str(typed), given(column.unit), briefing.lexicon))
        except FigureError:
            return None
    marks = _marks(cell)
    if len(marks) != 1:
        return None
    return _Figure(marks[0].name, marks[0].place, briefing.facts[marks[0].name].quantity)


def _marks(cell: Text | CellFigure) -> tuple[FactMark, ...]:
    if isinstance(cell, CellFigure):
        return ()
    return tuple(mark for pieces in list(cell.pieces.values())[:1] for mark in pieces if isinstance(mark, FactMark))


def _is_figure(cell: Text | CellFigure) -> bool:
    """Whether a cell holds figures and signs alone, so that it stands to the right."""
    if isinstance(cell, CellFigure):
        return True
    for pieces in cell.pieces.values():
        for piece in pieces:
            if isinstance(piece, FactMark) and piece.form in ("what", "when"):
                return False
            if isinstance(piece, Plain) and any(character.isalpha() for character in piece.text):
                return False
    return True


def _place(row: TableRow) -> Place:
    places = (cell.places.values() if isinstance(cell, Text) else (cell.place,) for cell in row.cells)
    return next((place for cell in places for place in cell), Place(""))
