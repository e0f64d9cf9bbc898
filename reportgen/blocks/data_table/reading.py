"""A table of data read: its rows, its columns, its lines, and what is wrong with them. How it is said: said.py."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Protocol

from reportgen.blocks.column_layout import PLAIN, ColumnLayout, layout_of, layout_problems, read_cell
from reportgen.blocks.data_table.cells import ColumnCells
from reportgen.blocks.data_table.families import KEY, NAME, family_rows
from reportgen.blocks.data_table.fields import DataColumn, TableRows
from reportgen.blocks.data_table.lines import Lines, TableLine
from reportgen.blocks.data_table.rules import FAMILY, ORIGIN, SHAPE, TOO_LONG, TOTAL_HOW
from reportgen.content.data.figure import CellError, check_head
from reportgen.content.data.select import Choice, Row, Rows, no_column
from reportgen.content.entries import FileName, Text, Word, Wording
from reportgen.content.model import Briefing, Fact
from reportgen.content.source import Scalar
from reportgen.messages import msg
from reportgen.numbers import Period, Quantity
from reportgen.problems import Problem, did_you_mean
from reportgen.records import record

MOST_LINES = 1_000


class TypedTable(Protocol):
    """What an author types of a table of data."""

    @property
    def id(self) -> Word: ...
    @property
    def data(self) -> FileName | None: ...
    @property
    def facts(self) -> Scalar | None: ...
    @property
    def columns(self) -> tuple[DataColumn, ...]: ...
    @property
    def rows(self) -> TableRows: ...
    @property
    def names(self) -> Mapping[Scalar, Wording]: ...


@record
class TableFigure:
    """A figure of the data that a table shows: what it says, of what, and where it stands."""

    quantity: Quantity
    cell: Scalar | None  # of a file
    fact: Fact | None  # of a family
    row: Wording | Period | None
    column: Text | None  # its title


class ReadTable:
    """A table with the rows of its data; only what `found_wrong` finds nothing wrong with can be read in full."""

    def __init__(self, typed: TypedTable, briefing: Briefing) -> None:
        self.typed, self.briefing = typed, briefing

    @cached_property
    def rows(self) -> Rows:
        """All rows of the data, and how their cells are read."""
        units = {str(one.column): str(one.unit) for one in self.typed.columns if one.unit not in (None, "auto")}
        times = frozenset(str(one.column) for one in self.typed.columns if one.holds == "times")

        def read(column: str, cell: Scalar) -> Quantity:
            return read_cell(str(cell), units.get(column, ""), self.briefing.lexicon)

        if self.typed.facts is not None:
            family = family_rows(str(self.typed.facts), self.briefing.facts.values())
            return Rows(str(self.typed.facts), family, tuple(family[0]) if family else (), read, times)
        table = self.briefing.tables.get(str(self.typed.data))
        if table is None:
            return Rows(str(self.typed.data), (), (), read)
        return Rows(str(self.typed.data), table.rows, table.columns, read, times, table.fitting)

    @cached_property
    def choice(self) -> Choice:
        """The rows that are chosen of them."""
        return Choice(self.typed.rows, self.rows)

    @cached_property
    def columns(self) -> tuple[ColumnCells, ...]:
        """The columns, each knowing what it holds."""
        kept = self.choice.kept()
        return tuple(ColumnCells(one, self.rows, self.briefing, self.typed.names, kept) for one in self.typed.columns)

    @cached_property
    def weights(self) -> dict[str, ColumnCells]:
        """The columns by which means are weighted, shown or not."""
        shown = {column.name: column for column in self.columns}
        wanted = [one.total.weight for one in self.typed.columns if one.total is not None and one.total.weight]
        return {
            str(name): shown.get(str(name))
            or ColumnCells(DataColumn.model_construct(column=name, holds="figures"), self.rows, self.briefing, {}, ())
            for name in wanted
        }

    @cached_property
    def lines(self) -> Lines:
        """Its lines, sums among them."""
        return Lines(self.typed.rows, self.choice, self.columns, self.weights)

    @cached_property
    def printed(self) -> tuple[TableLine, ...]:
        """The lines in their order."""
        return tuple(self.lines)

    @cached_property
    def layouts(self) -> tuple[ColumnLayout, ...]:
        """How the figures of each column are laid out."""
        return tuple(self._layout(index, column) for index, column in enumerate(self.columns))

    def _layout(self, index: int, column: ColumnCells) -> ColumnLayout:
        if column.holds != "figures":
            return PLAIN
        figures = [held.quantity for line in self.printed if (held := line.cells[index]).quantity is not None]
        typed = column.column
        return layout_of([figure for figure in figures if figure], typed.unit, typed.decimals, self.briefing.lexicon)

    def figures(self) -> Iterator[TableFigure]:
        """Every figure of the data that is shown."""
        for line in self.printed:
            label = line.cells[self.lines.label]
            name = label.words or (label.quantity if isinstance(label.quantity, Period) else None)
            for column, held in zip(self.columns, line.cells, strict=True):
                if held.quantity is not None and (held.cell is not None or held.fact is not None):
                    yield TableFigure(held.quantity, held.cell, held.fact, name, column.column.title)


# ---- what is wrong -------------------------------------------------------------------------------


def found_wrong(typed: TypedTable, briefing: Briefing) -> Iterator[Problem]:
    """What is wrong with a table; what follows from a slip is not told beside it."""
    table = ReadTable(typed, briefing)
    for find in (_origin, _shapes, _missing, _units, _choice, _cells, _totals, _length):
        wrong = list(find(table))
        yield from wrong
        if any(problem.severity == "error" for problem in wrong) or not table.rows.all:
            return


def _origin(table: ReadTable) -> Iterator[Problem]:
    """Rows from two places, or from none."""
    typed = table.typed
    if typed.data is not None and typed.facts is not None:
        message = msg("the rows of a table stand in a file or in a family of facts, not in both")
        yield ORIGIN.broken(typed.facts, message, msg("leave out one of the two"))
    elif typed.facts is not None and not table.rows.all:
        message = msg("no family of facts is called '{name}'", name=typed.facts)
        families = {str(fact.member.family) for fact in table.briefing.facts.values() if fact.member is not None}
        yield FAMILY.broken(typed.facts, message, did_you_mean(typed.facts, families))


def _shapes(table: ReadTable) -> Iterator[Problem]:
    for number, column in enumerate(table.typed.columns, 1):
        where = column.column or (column.spark.columns[0] if column.spark else table.typed.id)
        if (column.column is None) == (column.spark is None):
            message = msg("column {number} names no column of the data", number=number)
            yield SHAPE.broken(where, message, msg("write column: NAME, or spark: {{columns: […]}}"))
        elif column.title is None and (table.typed.data is not None or column.column in (NAME, KEY, None)):
            message = msg("column {number} has no title", number=number)
            yield SHAPE.broken(where, message, msg("write title: {{zh: …, en: …}}"))


def _missing(table: ReadTable) -> Iterator[Problem]:
    """Columns that the data does not have."""
    if not table.rows.all:
        return
    names = table.rows.names
    wanted = [name for one in table.typed.columns for name in _named(one)]
    wanted += [table.typed.rows.group] if table.typed.rows.group is not None else []
    for name in wanted:
        if name not in names:
            yield no_column(name, names, table.rows)
    for one in table.typed.columns:
        if one.total is not None and (weight := one.total.weight) is not None and weight not in table.rows.columns:
            message = msg("{file} has no column '{column}'", file=table.rows.file, column=weight)
            yield TOTAL_HOW.broken(weight, message, did_you_mean(weight, table.rows.columns))


def _named(column: DataColumn) -> tuple[Scalar, ...]:
    if column.spark is not None:
        return column.spark.columns
    return (column.column,) if column.column is not None else ()


def _units(table: ReadTable) -> Iterator[Problem]:
    """Units that are none, which every cell under them would tell again."""
    for one in table.typed.columns:
        for unit in (one.unit, one.spark.unit if one.spark is not None else None):
            if unit is not None:
                yield from layout_problems((), unit, unit, table.briefing.lexicon)


def _choice(table: ReadTable) -> Iterator[Problem]:
    yield from table.choice.problems()


def _cells(table: ReadTable) -> Iterator[Problem]:
    kept = table.choice.kept()
    for column in table.columns:
        yield from _of_head(table, column) or column.problems(kept)
    shown = {column.name for column in table.columns}
    for name, column in table.weights.items():
        if name not in shown:
            yield from column.problems(kept)


def _of_head(table: ReadTable, column: ColumnCells) -> list[Problem]:
    """A head that tells another unit than its column is read in: told once, not of every cell."""
    data = table.briefing.tables.get(str(table.typed.data))
    names = column.column.spark.columns if column.column.spark else (column.name,)
    heads = [(name, data.heads[name]) for name in map(str, names) if data and name in data.heads]
    if column.holds not in ("figures", "sparklines"):
        return []
    try:
        for head, _ in heads:
            check_head(head, column.unit, lambda printed: read_cell(printed, "", table.briefing.lexicon))
    except CellError as error:
        place = next(place for _, place in heads)
        return [error.rule.broken(place, error.message, error.hint)]
    return []


def _totals(table: ReadTable) -> Iterator[Problem]:
    kept = table.choice.kept()
    for column in table.columns:
        typed = column.column
        if column.holds == "figures" and typed.column and (typed.unit is not None or typed.decimals is not None):
            figures = [held.quantity for held in map(column.held, kept) if held.quantity is not None]
            yield from layout_problems(figures, typed.unit, typed.unit or typed.column, table.briefing.lexicon)
    yield from table.lines.problems()


def _length(table: ReadTable) -> Iterator[Problem]:
    if len(table.printed) > MOST_LINES:
        message = msg(
            "this table has {count} lines, and {most} at the most can be printed",
            count=len(table.printed),
            most=MOST_LINES,
        )
        hint = msg("choose rows: {{filter: …}}, or {{sort: …, top: 30}}")
        yield TOO_LONG.broken(table.typed.id, message, hint)


__all__ = ["ReadTable", "Row", "TableFigure", "found_wrong"]
