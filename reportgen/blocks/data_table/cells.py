"""What stands under a column in a row, read and not yet said: words, a time, a figure, or nothing and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from reportgen.blocks.column_layout import given, read_cell, read_data_cell
from reportgen.blocks.data_table.fields import DataColumn
from reportgen.blocks.data_table.rules import CELL, NAME, STATUS
from reportgen.blocks.marks import STATUSES
from reportgen.content.data.figure import NO_FIGURE, CellError, check_reckoned, is_gap
from reportgen.content.data.select import Row, Rows
from reportgen.content.data.table import DataCell
from reportgen.content.entries import NOWHERE, Wording
from reportgen.content.model import Briefing, Fact
from reportgen.content.source import Scalar
from reportgen.content.when import EXPECTED, read_when
from reportgen.languages import LANGUAGES, script_of
from reportgen.messages import listing, msg
from reportgen.numbers import FigureError, Quantity
from reportgen.problems import Place, Problem
from reportgen.records import record

MISSING = "missing"
"""The sign of a figure that is not known."""

NIL = "nil"
"""The sign of a figure that is none by its nature: nothing to count, or nothing that adds up."""

_DASHES = frozenset("-–—－―")
_LOOKED_AT = 200
"""How many cells tell what a column holds."""

MOST_TOLD = 10
"""How many cells of a column are told; what is wrong with more is the column."""


@record
class Held:
    """What stands under a column in a row. `sign` tells why nothing does; `status` what is not final."""

    words: Wording | None = None
    quantity: Quantity | None = None  # a figure, or a time
    exact: Quantity | None = None  # the figure in full, where its cell shows it rounded
    sign: str = ""
    status: str = ""
    cell: Scalar | None = None
    fact: Fact | None = None
    course: tuple[Held, ...] = field(default=())  # of a sparkline


NOTHING = Held()
"""What stands in a cell that has nothing to say, as beside the name of a group."""


class ColumnCells:
    """The cells of one column of a table: what it holds, and each cell as that."""

    def __init__(
        self, column: DataColumn, rows: Rows, briefing: Briefing, named: Mapping[Scalar, Wording], kept: Sequence[Row]
    ) -> None:
        self.column, self.rows, self.briefing, self.named = column, rows, briefing, named
        self.name = str(column.column or "")
        self.unit = given(column.spark.unit if column.spark is not None else column.unit)
        self.holds = column.holds or self._told_by(kept)
        facts = (value for row in kept if isinstance(value := row.get(self.name), Fact))
        self.what = next((fact.member.what for fact in facts if fact.member is not None), None)

    def _told_by(self, kept: Sequence[Row]) -> str:
        """Words where there is a column for each language, figures where the author gives a unit; else as most are."""
        first: Row = kept[0] if kept else {}
        if any(isinstance(row.get(self.name), Fact) for row in kept):
            return "figures"
        if self.column.spark is not None:
            return "sparklines"
        if self.name not in first or isinstance(first[self.name], Wording):
            return "words"
        typed = self.column
        if typed.unit is not None or typed.decimals is not None or typed.total is not None:
            return "figures"
        cells = [cell for row in kept if isinstance(cell := row[self.name], Scalar) and cell][:_LOOKED_AT]
        if cells and all(map(_is_time, cells)):
            return "times"
        figures = sum(map(self._is_figure, cells))
        return "figures" if figures * 2 > len(cells) else "words"

    def _is_figure(self, cell: Scalar) -> bool:
        try:
            read_cell(str(cell), self.unit, self.briefing.lexicon)
        except FigureError:
            return is_gap(cell)
        return True

    # ---- what stands there ----

    def held(self, row: Row) -> Held:
        """What stands in a row; CellError or ValueError where that cannot be read."""
        match self.holds:
            case "words":
                return Held(words=self.words(row, self.name), cell=_cell(row, self.name))
            case "times":
                cell = _cell(row, self.name)
                return Held(quantity=read_when(cell), cell=cell) if cell else Held(sign=MISSING)
            case "sparklines":
                assert self.column.spark is not None
                return Held(course=tuple(self._figure(row, str(name)) for name in self.column.spark.columns))
            case _:
                return self._figure(row, self.name)

    def _figure(self, row: Row, name: str) -> Held:
        value = row.get(name)
        if isinstance(value, Fact):
            status = value.status if value.status in STATUSES else ""
            return Held(quantity=value.quantity, exact=value.exact, status=status, fact=value)
        if not isinstance(value, DataCell) or is_gap(value):
            return Held(sign=NIL if value and set(str(value)) <= _DASHES else MISSING)
        status = str(self._status(row, name) or "")
        if self.column.decimals is None:
            check_reckoned(value)
        figure = read_data_cell(value, name, self.unit, self.briefing.lexicon)
        status = status if status in STATUSES else ""
        return Held(quantity=figure.quantity, exact=figure.exact, status=status, cell=value)

    def _status(self, row: Row, name: str) -> str | Scalar | None:
        """The status of a figure: by a column of its own, else the row's; a row's is not that of a whole course."""
        own = _cell(row, f"{name}_status")
        return own if own is not None or self.column.spark is not None else _cell(row, "status") or ""

    def words(self, row: Row, name: str) -> Wording:
        """The words of a row in every language that is known of them: by columns, as the table or a term names them."""
        value = row.get(name)
        if isinstance(value, Wording):
            return value
        cells = {code: cell for code in LANGUAGES if (cell := _cell(row, f"{name}_{code}"))}
        if isinstance(value, Scalar):
            if not any(map(str.isalpha, value)):
                return _everywhere(value)
            cells = {**self._named(value), **cells}
        elif len(cells) < len(self.briefing.languages):
            for cell in cells.values():
                cells = {**self._named(cell), **cells}
        place = next((cell.place for cell in cells.values()), _place(row))
        return Wording(
            {code: str(cell) for code, cell in cells.items()}, {code: cell.place for code, cell in cells.items()}, place
        )

    def _named(self, cell: Scalar) -> dict[str, Scalar]:
        """The words of a cell in all languages, as the table's `names` or a term has them."""
        for typed, wording in self.named.items():
            if typed == cell:
                return {code: Scalar.at(text, wording.place) for code, text in wording.words.items()}
        for term in self.briefing.terms:
            if cell in term.words.values():
                return {str(code): word for code, word in term.words.items()}
        return {code: cell for code in LANGUAGES if code == script_of(cell)}

    # ---- what is wrong there ----

    def problems(self, rows: Sequence[Row]) -> Iterator[Problem]:
        """Cells that cannot be read as what the column holds, the first few of them."""
        told = 0
        for row in rows:
            if (problem := self._problem(row)) is not None:
                yield problem
                told += 1
            if told == MOST_TOLD:
                return

    def _problem(self, row: Row) -> Problem | None:
        if self.holds == "words":
            names = (self.name, *(f"{self.name}_{code}" for code in LANGUAGES))
            return next(filter(None, (_fault(row, name) for name in names)), None) or self._unnamed(row)
        names = tuple(map(str, self.column.spark.columns)) if self.column.spark else (self.name,)
        for name in names:
            if (fault := _fault(row, name)) is not None:
                return fault
            cell = _cell(row, name)
            if cell is None or is_gap(cell):
                continue
            try:
                read_when(cell) if self.holds == "times" else self._figure(row, name)
            except (CellError, ValueError) as error:
                return self._unreadable(cell, error)
            status = self._status(row, name) if self.holds != "times" else ""
            if isinstance(status, Scalar) and status and status not in (*STATUSES, "final"):
                hint = msg("write {statuses}, or leave it empty", statuses=listing(STATUSES, "unit"))
                return STATUS.broken(status, msg("'{status}' is no status", status=status), hint)
        return None

    def _unreadable(self, cell: Scalar, error: Exception) -> Problem:
        if self.holds == "times":
            return CELL.broken(cell, msg("'{cell}' is no time", cell=cell), EXPECTED)
        if isinstance(error, CellError) and error.rule is not NO_FIGURE:
            return error.rule.broken(cell, error.message, error.hint)
        message = error.message if isinstance(error, CellError) else str(error)
        hint = msg("write the number, with its unit in `unit:`; leave the cell empty where none is known")
        return CELL.broken(cell, message, hint)

    def _unnamed(self, row: Row) -> Problem | None:
        words = self.words(row, self.name)
        known = next((text for text in words.words.values() if text), "")
        for code in self.briefing.languages:
            if not words.words.get(code) and known:
                language = LANGUAGES[code].name
                column = f"{self.name}_{code}"
                message = msg("'{cell}' has no {language} name", cell=known, language=language)
                hint = msg(
                    "fill a column {column}, or name it under names: {{{cell}: {{zh: …, en: …}}}}, or in terms.yaml",
                    column=column,
                    cell=known,
                )
                return NAME.broken(words.place, message, hint)
        return None


def _is_time(cell: Scalar) -> bool:
    """Whether a cell tells a time that cannot be a plain count: a bare number is a year where it could be one."""
    if cell.isdecimal() and not (len(cell) == 4 and "1800" <= cell <= "2199"):
        return False
    try:
        read_when(cell)
    except ValueError:
        return False
    return True


def _everywhere(cell: Scalar) -> Wording:
    """Signs and digits, which read the same in every language."""
    return Wording(dict.fromkeys(LANGUAGES, str(cell)), dict.fromkeys(LANGUAGES, cell.place), cell.place)


def _cell(row: Row, name: str) -> Scalar | None:
    value = row.get(name)
    return value if isinstance(value, Scalar) else None


def _fault(row: Row, name: str) -> Problem | None:
    """Why a cell can be neither words nor a figure, as an error value cannot."""
    value = row.get(name)
    return value.fault if isinstance(value, DataCell) else None


def _place(row: Row) -> Place:
    return next((value.place for value in row.values() if isinstance(value, Scalar)), NOWHERE)
