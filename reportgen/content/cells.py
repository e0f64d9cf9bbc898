"""Which cell of data/ a fact is read from: a row and a column, an address, a name, a query's answer, a batch's row.

What the cell says stands in data/figure.py; many facts at once stand in families.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from reportgen.content.cell_entry import BATCH, COLUMN, NO_BATCH, NO_ROW, SHAPE, TWO_ROWS, UNIT, CellEntry
from reportgen.content.data.figure import (
    CellError,
    CellFigure,
    Reader,
    read_cell,
    unit_dimension,
)
from reportgen.content.data.table import DataCell, DataTable, column_hint
from reportgen.content.folder import Folder
from reportgen.content.full_width import halved
from reportgen.content.origin import Origin, origin_of
from reportgen.content.source import Scalar
from reportgen.content.when import read_when
from reportgen.messages import Message, listing, msg
from reportgen.numbers import Period
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Evidence, Problem, did_you_mean
from reportgen.records import record


@record
class Found:
    """A cell, the head over it, and where it was read."""

    cell: DataCell
    head: str
    origin: Origin


def read_from(folder: Folder, finder: Finder, entry: CellEntry, read: Reader) -> tuple[CellFigure, Found] | None:
    """The figure of the cell that an entry names; None with its problems collected."""
    if entry.unit and unit_dimension(halved(entry.unit), read) is None:
        folder.problems.append(unknown_unit(entry.unit))
        return None
    found = finder.find(entry)
    if found is None:
        return None
    try:
        figure = read_cell(found.cell, found.head, entry.reading(), read, asked=bool(entry.query))
    except CellError as error:
        folder.problems.append(told(error, found, entry.from_))
        return None
    return figure, found


def told(error: CellError, found: Found, named: Scalar) -> Problem:
    """What is wrong with a cell, where it stands; `named` is what named it."""
    evidence = [Evidence(msg("read here"), str(named), named.place)]
    return error.rule.broken(found.cell.place, error.message, error.hint, evidence=evidence)


def unknown_unit(unit: Scalar) -> Problem:
    """A unit that no figure counts in."""
    hint = msg("write it as it stands behind a figure (亿元, %, 家), or teach it in terms.yaml")
    return UNIT.broken(unit, msg("no figure counts in '{unit}'", unit=unit), hint)


@dataclass(slots=True)
class Finder:
    """Finds cells in the tables of a folder; problems are the folder's."""

    folder: Folder
    _rows: dict[tuple[int, str], Mapping[str, list[int]]] = field(
        default_factory=dict[tuple[int, str], "Mapping[str, list[int]]"]
    )

    def find(self, entry: CellEntry) -> Found | None:
        """The cell that an entry names; None with its problem told."""
        if entry.from_ == BATCH:
            return self._in_batch(entry)
        alone = not (entry.query or entry.row or entry.column)
        if entry.cell or entry.name or (alone and "#" in entry.from_ and is_workbook(entry.from_)):
            return self._at(entry)
        if not entry.query and not (entry.row and entry.column):
            hint = msg("write row: {{month: 2025-09}} and column: …, or cell: B3, or query: …")
            self._tell(SHAPE.broken(entry.from_, msg("this names no cell"), hint))
            return None
        table = self.folder.query(entry.from_, entry.query) if entry.query else self.folder.table(entry.from_)
        if table is None or not table.columns:
            return None
        return self._in_table(table, entry)

    def _tell(self, problem: Problem) -> None:
        self.folder.problems.append(problem)

    def _in_batch(self, entry: CellEntry) -> Found | None:
        row = self.folder.row
        if row is None:
            hint = msg("make it with python -m reportgen batch, or name a file of data/")
            self._tell(NO_BATCH.broken(entry.from_, msg("there is no row: this briefing is made alone"), hint))
        elif entry.column is None:
            self._tell(SHAPE.broken(entry.from_, msg("this names no cell"), msg("write column: …")))
        elif (column := self.column(entry.column, columns=tuple(row))) is not None:
            cell = row[column]
            file = cell.place.file.replace("\\", "/").rpartition("/")[2]
            return Found(cell, column, Origin(file, line=cell.place.line, column=column))
        return None

    def _at(self, entry: CellEntry) -> Found | None:
        """The cell at an address or under a name of a workbook, or at an address of a CSV file."""
        named = entry.cell or entry.name
        if not is_workbook(entry.from_):
            return self._in_lines(entry.from_, named) if named else None
        if (cell := self.folder.cell(entry.from_, named)) is None:
            return None
        file = "data/" + entry.from_.removeprefix("data/").partition("#")[0]
        head = self._head_over(entry.from_, cell)
        return Found(cell, head, Origin(file, self.folder.digest(entry.from_), cell.sheet, cell.address, column=head))

    def _head_over(self, named: Scalar, cell: DataCell) -> str:
        """The head that a cell stands under; none where its sheet is no table of heads and rows."""
        before = len(self.folder.problems)
        table = self.folder.table(Scalar.at(f"{named.partition('#')[0]}#{cell.sheet}", named.place))
        del self.folder.problems[before:]  # the cell stands where it stands, whatever the sheet round it is
        for row in table.rows[:1] if table else ():
            for head, first in row.items():
                if first.place.column == cell.place.column and first.place.line <= cell.place.line:
                    return head
        return ""

    def _in_lines(self, file: Scalar, named: Scalar) -> Found | None:
        """The cell of a CSV file at an address: B3 is the second of line 3."""
        table = self.folder.table(file)
        if table is None or not table.columns:
            return None
        if not (spot := _ADDRESS.fullmatch(named.replace("$", "").upper())):
            hint = msg("write cell: B3, column and row")
            self._tell(SHAPE.broken(named, msg("'{text}' is no address of a cell", text=named), hint))
            return None
        across, down = _across(spot[1]) - 1, int(spot[2])
        row = next((row for row in table.rows if next(iter(row.values())).place.line == down), None)
        if row is not None and across < len(table.columns):
            head = table.columns[across]
            return Found(row[head], head, origin_of(table, head, row[head]))
        told = msg("there is no cell {cell} under the heads of {table}", cell=named, table=table_name(table))
        heads = listing(table.columns[:8], "unit")
        self._tell(NO_ROW.broken(named, told, msg("its rows stand under the heads {heads}", heads=heads)))
        return None

    def _in_table(self, table: DataTable, entry: CellEntry) -> Found | None:
        where = entry.query or entry.from_
        column = self._one_column(table, where) if entry.column is None else self.column(entry.column, table)
        rows = self.rows(table, entry.row) if entry.row else list(range(len(table.rows)))
        if column is None or rows is None:
            return None
        if not rows:
            told = no_row(table, entry.row) if entry.row else msg("the query gives no row")
            hint = did_you_mean_row(table, entry.row) if entry.row else msg("ask for one")
            self._tell(NO_ROW.broken(next(iter(entry.row.values()), where), told, hint))
            return None
        if len(rows) > 1:
            first, second = (table.rows[index][column].place for index in rows[:2])
            told = msg(
                "{count} rows of {table} have {cells}", count=len(rows), table=table_name(table), cells=_held(entry.row)
            )
            told = told if entry.row else msg("{table} has {count} rows", count=len(rows), table=table_name(table))
            hint = msg("say of one column more what stands in it") if entry.row else msg("write row: …, or ask for one")
            places = () if table.query else (first, second)
            evidence = [Evidence(msg("a row"), column, place) for place in places]
            self._tell(TWO_ROWS.broken(next(iter(entry.row), where), told, hint, evidence=evidence))
            return None
        cell = table.rows[rows[0]][column]
        return Found(cell, column, origin_of(table, column, cell, rows[0] + 1))

    def _one_column(self, table: DataTable, where: Scalar) -> str | None:
        if len(table.columns) == 1:
            return table.columns[0]
        names = listing(table.columns, "unit")
        self._tell(TWO_ROWS.broken(where, msg("the columns are {names}", names=names), msg("write column: …")))
        return None

    def column(self, named: Scalar, table: DataTable | None = None, columns: tuple[str, ...] = ()) -> str | None:
        """The head of a table (or of `columns`, a row's) that is named, in other signs or as a time in another form
        too; None with its problem told."""
        columns = columns_of(table) if table else columns
        if named in columns:
            return str(named)
        alike = [head for head in columns if same(head, named)]
        if alike:
            return alike[0]
        if table is None:
            told = msg("there is no column '{column}'", column=named)
        else:
            told = msg("{file} has no column '{column}'", file=table_name(table), column=named)
        self._tell(COLUMN.broken(named, told, column_hint(named, columns, table.fitting if table else "")))
        return None

    def rows(self, table: DataTable, wanted: Mapping[Scalar, Scalar]) -> list[int] | None:
        """The rows in which every column that is named holds what is wanted; None where there is no such column."""
        found: list[int] | None = None
        for named, value in wanted.items():
            column = self.column(named, table)
            if column is None:
                return None
            here = self._holding(table, column, value)
            found = here if found is None else [row for row in found if row in set(here)]
        return found

    def _holding(self, table: DataTable, column: str, value: Scalar) -> list[int]:
        key = id(table), column
        if key not in self._rows:
            held: dict[str, list[int]] = {}
            for number, row in enumerate(table.rows):
                held.setdefault(_folded(row[column]), []).append(number)
            self._rows[key] = held
        index = self._rows[key]
        if _folded(value) in index:
            return index[_folded(value)]
        time = _time(value)
        return sorted(row for text, rows in index.items() if time is not None and _time(text) == time for row in rows)


def is_workbook(named: str) -> bool:
    """Whether a text names a workbook of data/."""
    return named.partition("#")[0].casefold().endswith(".xlsx")


def columns_of(table: DataTable) -> tuple[str, ...]:
    """The columns that may be named: those that are seen, and those that a sheet hides."""
    return tuple(dict.fromkeys((*table.columns, *(table.rows[0] if table.rows else ()))))


_ADDRESS = Pattern(r"([A-Z]{1,3})([1-9]\d{0,6})")


def _across(letters: str) -> int:
    """The number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def same(text: str, other: str) -> bool:
    """Whether two texts say the same: in full-width signs or not, or one time in two forms."""
    if _folded(text) == _folded(other):
        return True
    time = _time(text)
    return time is not None and time == _time(other)


def _folded(text: str) -> str:
    return halved(text).strip().casefold()


@lru_cache(maxsize=4096)
def _time(text: str) -> Period | None:
    try:
        return read_when(Scalar(text))
    except ValueError:
        return None


def table_name(table: DataTable) -> str:
    """A table as messages call it: trade.xlsx#出口, or the answer to a query."""
    if table.query:
        return msg("the answer")
    return f"{table.file}#{table.sheet}" if table.sheet else table.file


def no_row(table: DataTable, wanted: Mapping[Scalar, Scalar]) -> Message:
    """No row of a table is as it should be."""
    return msg("no row of {table} has {cells}", table=table_name(table), cells=_held(wanted))


def _held(wanted: Mapping[Scalar, Scalar]) -> Message:
    return listing([f"{column} {value}" for column, value in wanted.items()], "and")


def did_you_mean_row(table: DataTable, wanted: Mapping[Scalar, Scalar]) -> str:
    """What else stands in the first column that is asked of."""
    (named, value), *_ = wanted.items()
    column = next((head for head in table.columns if same(head, named)), None)
    texts = dict.fromkeys(str(row[column]) for row in table.rows if row[column]) if column else {}
    if column and (hidden := next((row[column] for row in table.hidden if same(row[column], value)), None)):
        return msg("the sheet hides it, at {place}", place=str(hidden.place))
    return did_you_mean(value, list(texts)[:500])
