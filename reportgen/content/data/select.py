"""Which rows of a table are shown, and in which order: one choice for tables and charts.

Not here: what an author types for it (chosen_rows.py), what a row says (blocks/), and what a cell of figures holds
(whoever asks tells how it is read).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from functools import cached_property

from reportgen.content.data.chosen_rows import CONDITION, NO_COLUMN, NONE_LEFT, SORT, ChosenRows, Condition, SortKey
from reportgen.content.data.table import column_hint
from reportgen.content.entries import Wording
from reportgen.content.model import Fact
from reportgen.content.source import Scalar
from reportgen.content.when import read_when, years
from reportgen.languages import LANGUAGES
from reportgen.messages import msg
from reportgen.numbers import Change, FigureError, Period, Quantity, display
from reportgen.problems import Evidence, Problem, did_you_mean
from reportgen.records import record

_PLAIN = re.compile(r"[-−+]?\d[\d,]*(?:\.\d+)?")
"""A plain number, which is no time: a number of four digits is a year only where a column holds times."""

_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">": Decimal.__gt__,
    ">=": Decimal.__ge__,
    "<": Decimal.__lt__,
    "<=": Decimal.__le__,
}


# ---- rows as they are chosen -------------------------------------------------------------------

Value = Scalar | Fact | Wording
"""What stands in a row: a cell of a file, a fact of a family, or the name of the row in every language."""

Row = Mapping[str, Value]
"""What stands in a row, by column."""

Size = tuple[str, Decimal]
"""What a cell is sorted by: what kind of figure it is, or a time, and how much."""

Reader = Callable[[str, Scalar], Quantity]
"""Reads a cell of a column, or what an author holds it against, as a figure; FigureError where it is none."""


@record
class Rows:
    """The rows to choose from, and how their cells are read; `file` is what messages call them."""

    file: str
    all: Sequence[Row]
    columns: Collection[str]
    read: Reader
    times: Collection[str] = ()  # columns that hold times, where a number is a year
    fitting: str = ""  # the area that has heads, where what stands first is no row of heads
    sizes: dict[tuple[str, str], Size] = field(default_factory=dict[tuple[str, str], "Size"])  # what was read of cells

    @property
    def names(self) -> tuple[str, ...]:
        """The columns as an author may name them: `name_zh` and `name_en` are also one, `name`."""
        ends = tuple(f"_{language}" for language in LANGUAGES)
        shared = {column[: -len(end)] for column in self.columns for end in ends if column.endswith(end)}
        return (*self.columns, *sorted(shared.difference(self.columns)))

    def texts(self, row: Row, column: str) -> tuple[str, ...]:
        """What an author may call what stands there: the cell, or its words in every language."""
        if column not in row:
            cells = (row.get(f"{column}_{language}") for language in LANGUAGES)
            return tuple(str(cell) for cell in cells if isinstance(cell, Scalar))
        match row[column]:
            case Scalar() as cell:
                return (str(cell),)
            case Wording() as name:
                return tuple(name.words.values())
            case Fact():
                return ()

    def size(self, row: Row, column: str) -> Size | None:
        """The figure or time that stands there, None where nothing does; FigureError or ValueError for words."""
        match row.get(column):
            case Scalar() as cell:
                return self.meant(column, cell) if cell else None
            case Fact() as fact:
                return _size(fact.quantity)
            case _:
                raise FigureError(msg("words have no size"))

    def meant(self, column: str, text: Scalar) -> Size:
        """The figure or time that a text says of a column; FigureError or ValueError where it says neither."""
        known = self.sizes.get((column, text))
        if known is None:
            known = self.sizes[column, str(text)] = self._meant(column, text)
        return known

    def _meant(self, column: str, text: Scalar) -> Size:
        if column in self.times:
            return _size(read_when(text))
        if not _PLAIN.fullmatch(text):
            try:
                return _size(read_when(text))
            except ValueError:
                pass  # no time, then a figure
        return _size(self.read(column, text))


def _size(quantity: Quantity) -> Size:
    """What a figure or a time is sorted by. FigureError where it has no single value."""
    if isinstance(quantity, Period):
        place = years(quantity)
        if place is None:
            raise FigureError(msg("this time stands nowhere on an axis"))
        return "time", place
    value = display(quantity)
    if not isinstance(value, Decimal):
        raise FigureError(msg("a single value is wanted"))
    return quantity.unit if isinstance(quantity, Change) else quantity.kind, value


# ---- the choice ----------------------------------------------------------------------------------


class Choice:
    """What is chosen of the rows of a table, and what is wrong with how that is asked for."""

    def __init__(self, wanted: ChosenRows, rows: Rows) -> None:
        self.wanted, self.rows = wanted, rows

    def problems(self) -> Iterator[Problem]:
        """Columns that are not there, conditions that cannot hold, an order of words."""
        named = [*self.wanted.filter, *(key.column for key in self.wanted.sort)]
        names = self.rows.names
        missing = [column for column in named if column not in names]
        yield from (no_column(column, names, self.rows) for column in missing)
        if missing:
            return
        wrong = [*self._misfits(), *self._unsortable()]
        yield from wrong
        if not wrong and self.rows.all and not self.kept():
            yield self._none_left()

    def kept(self) -> list[Row]:
        """The rows that the filter leaves, in the order wanted."""
        return self._kept

    @cached_property  # asked for at every step of reading a table, and a file may have many rows
    def _kept(self) -> list[Row]:
        left = list(self.rows.all)
        for column, conditions in self.wanted.filter.items():
            fits = self._fits(column, conditions)
            left = [row for row in left if fits(row)]
        for key in reversed(self.wanted.sort):
            left = self._sorted(left, key)
        return left

    def cut(self, rows: Sequence[Row]) -> tuple[Sequence[Row], Sequence[Row]]:
        """The rows that are shown of those, and the others."""
        top = len(rows) if self.wanted.top is None else int(self.wanted.top)
        return rows[:top], rows[top:]

    # ---- filter ----

    def _fits(self, column: Scalar, conditions: Sequence[Condition]) -> Callable[[Row], bool]:
        """Whether one of the texts stands in a row, if texts are named, and every comparison holds."""
        equal = [self._same(column, each.text) for each in conditions if not each.sign]
        compared = [self._compares(column, each) for each in conditions if each.sign]
        return lambda row: (not equal or any(one(row) for one in equal)) and all(one(row) for one in compared)

    def _compares(self, column: Scalar, condition: Condition) -> Callable[[Row], bool]:
        if condition.sign == "!=":
            same = self._same(column, condition.text)
            return lambda row: not same(row)
        wanted, holds = self.rows.meant(column, condition.text), _HOLDS[condition.sign]

        def compares(row: Row) -> bool:
            size = self.rows.size(row, column)
            return size is not None and holds(size[1], wanted[1])

        return compares

    def _same(self, column: Scalar, text: Scalar) -> Callable[[Row], bool]:
        """Whether that stands in a row: letter for letter; where no row says it so, as a figure or time.

        So 2025-09 is 2025年9月 too, and 7.10 is 7.1.
        """
        if any(text in self.rows.texts(row, column) for row in self.rows.all):
            return lambda row: text in self.rows.texts(row, column)
        wanted = self._read(lambda: self.rows.meant(column, text))
        return lambda row: wanted is not None and self._read(lambda: self.rows.size(row, column)) == wanted

    def _read(self, size: Callable[[], Size | None]) -> Size | None:
        try:
            return size()
        except (FigureError, ValueError):
            return None

    def _misfits(self) -> Iterator[Problem]:
        for column, conditions in self.wanted.filter.items():
            for each in conditions:
                if each.sign in _HOLDS:
                    yield from self._incomparable(column, each)
                elif not any(map(self._same(column, each.text), self.rows.all)):
                    yield self._not_found(column, each)

    def _incomparable(self, column: Scalar, condition: Condition) -> Iterator[Problem]:
        """A comparison with what is no figure and no time, and the first cell that cannot be compared with it."""
        wanted = self._read(lambda: self.rows.meant(column, condition.text))
        if wanted is None:
            message = msg("'{text}' is no figure and no time that cells could be compared with", text=condition.text)
            yield CONDITION.broken(condition.text, message, msg('write "> 1000" or ">= 2025-01"'))
            return
        for row in self.rows.all:
            filled = any(self.rows.texts(row, column)) or isinstance(row.get(column), Fact)
            size = self._read(lambda row=row: self.rows.size(row, column))
            if filled and (size is None or size[0] != wanted[0]):
                cell = next(iter(self.rows.texts(row, column)), "")
                message = msg("'{cell}' cannot be compared with {text}", cell=cell, text=condition.text)
                evidence = [Evidence(column, cell, value.place)] if isinstance(value := row.get(column), Scalar) else []
                hint = msg("name the cells that are meant, as a list")
                yield CONDITION.broken(condition.text, message, hint, evidence=evidence)
                return

    def _not_found(self, column: Scalar, condition: Condition) -> Problem:
        there = {text for row in self.rows.all for text in self.rows.texts(row, column) if text}
        message = msg(
            "no cell of the column '{column}' of {file} says '{text}'",
            column=column,
            file=self.rows.file,
            text=condition.text,
        )
        return NONE_LEFT.broken(condition.text, message, did_you_mean(condition.text, there))

    def _none_left(self) -> Problem:
        first = next(iter(self.wanted.filter))
        message = msg("no row of {file} is left by this filter", file=self.rows.file)
        return NONE_LEFT.broken(first, message, msg("ask for less at once"))

    # ---- sort ----

    def _sorted(self, rows: Sequence[Row], key: SortKey) -> list[Row]:
        """The rows by a column, those where nothing stands last; equals stay as they stood."""
        sized = [(row, self.rows.size(row, key.column)) for row in rows]
        full = [(row, size) for row, size in sized if size is not None]
        order = key.order or ("ascending" if any(size[0] == "time" for _, size in full) else "descending")
        full.sort(key=lambda pair: pair[1][1], reverse=order == "descending")
        return [*(row for row, _ in full), *(row for row, size in sized if size is None)]

    def _unsortable(self) -> Iterator[Problem]:
        wanted = self.wanted
        if wanted.top is not None and not wanted.sort:
            message = msg("the top of what? the rows stand in the order of the file")
            yield SORT.broken(wanted.top, message, msg("write sort: COLUMN beside it"))
        if wanted.others is not None and wanted.top is None:
            message = msg("no row is left out that these could be")
            yield SORT.broken(wanted.others.place, message, msg("write top: 10 beside it, or leave it out"))
        for key in wanted.sort:
            if (cell := next(self._words_in(key.column), None)) is not None:
                message = msg(
                    "rows cannot be sorted by '{column}': '{cell}' is no figure and no time",
                    column=key.column,
                    cell=cell,
                )
                yield SORT.broken(key.column, message, msg("sort by figures or times; other orders are the file's"))

    def _words_in(self, column: Scalar) -> Iterator[str]:
        for row in self.rows.all:
            texts = self.rows.texts(row, column)
            if any(texts) and self._read(lambda row=row: self.rows.size(row, column)) is None:
                yield texts[0]


def no_column(column: Scalar, columns: Collection[str], rows: Rows) -> Problem:
    """A column that a table does not have."""
    message = msg("{file} has no column '{column}'", file=rows.file, column=column)
    return NO_COLUMN.broken(column, message, column_hint(column, columns, rows.fitting))
