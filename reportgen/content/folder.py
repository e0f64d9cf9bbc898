"""A content folder while it is read: its files as values with places, and the problems met on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from reportgen.content.data.csv_table import read_csv
from reportgen.content.data.table import DataCell, DataTable, Row
from reportgen.content.field_problems import problems_of
from reportgen.content.files import EMPTY
from reportgen.content.full_width import reads_narrow
from reportgen.content.ignore import Ignore, ignores_in
from reportgen.content.row import of_row
from reportgen.content.source import Entries, Items, Scalar, Value, read_yaml, stretch_of
from reportgen.content.when import iso_date, read_when
from reportgen.messages import msg
from reportgen.numbers import Period
from reportgen.problems import Place, Problem, Rule, did_you_mean, stops

if TYPE_CHECKING:
    from reportgen.content.data.workbook import Workbook

BY_NAME = Rule(
    "files/shape",
    msg("facts.yaml and sources.yaml are mappings: a name, a colon, and what it stands for."),
    file="sources.yaml",
    slip="- {publisher: {zh: 某报, en: The Paper}, date: 2025-06-05}",
    mend="paper: {publisher: {zh: 某报, en: The Paper}, date: 2025-06-05}",
)
TIME = Rule(
    "times/unreadable",
    msg("Times are written by code or as a text prints them; the briefing is of a day."),
    file="facts.yaml",
    slip="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: someday, source: paper}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)
NO_DATA = Rule(
    "data/missing",
    msg("Every table that a chart names is a file in data/."),
    file="sections/one.yaml",
    slip="- chart: {id: z, kind: step, title: {zh: 甲, en: A}, data: zone.csv, x: date, y: zones, unit: 家}",
    mend="- chart: {id: z, kind: step, title: {zh: 甲, en: A}, data: zones.csv, x: date, y: zones, unit: 家}",
)
RULES = (BY_NAME, TIME, NO_DATA)

FILES_OF_DATA = (".csv", ".xlsx", ".duckdb", ".db", ".sqlite", ".sqlite3")
"""How the names of files end that hold figures."""

_ModelT = TypeVar("_ModelT", bound=BaseModel)
_ReadT = TypeVar("_ReadT")


@dataclass(slots=True)
class Once:
    """What was read of a folder: each thing once, with the problems met, for all briefings that are made of it.

    A model is kept with the value that it was made of, which therefore lives as long as it does.
    """

    read: dict[tuple[str, ...], tuple[Any, tuple[Problem, ...]]] = field(
        default_factory=dict[tuple[str, ...], tuple[Any, tuple[Problem, ...]]]
    )
    models: dict[tuple[type[BaseModel], int], tuple[object, Any]] = field(
        default_factory=dict[tuple[type[BaseModel], int], tuple[object, Any]]
    )


@dataclass(slots=True)
class Folder:
    """One folder being read. What cannot be read becomes a problem, and the reading goes on.

    `row` is the one that a briefing of a batch is made for; `shown` says how problems tell a file that does not stand
    where its author has it.
    """

    path: Path
    problems: list[Problem] = field(default_factory=list[Problem])
    ignores: list[Ignore] = field(default_factory=list[Ignore])
    row: Row | None = None
    shown: Callable[[str], str] | None = None
    once: Once = field(default_factory=Once)
    gaps: dict[str, DataCell] = field(default_factory=dict[str, DataCell])  # facts without a figure, by name
    unread: list[str] = field(default_factory=list[str])  # families some of whose facts could not be read

    def of_row(self, row: Row) -> Folder:
        """The same folder, to be read for a row of a batch; what was read of it is not read again."""
        return Folder(self.path, row=row, shown=self.shown, once=self.once)

    def load(self, name: str, *, wanted: bool = True) -> Value | None:
        """A YAML file of the folder, with what its row says; a file that is not wanted may be missing."""
        if not wanted and not (self.path / name).exists():
            return None
        value = self.typed(name, wanted=wanted)
        if value is None:
            return None
        filled, problems = of_row(value, self.row, name)
        self.problems += problems
        return filled

    def typed(self, name: str, *, wanted: bool = True) -> Value | None:
        """The same as its author typed it, whatever the row."""
        value, ignores = self.reading(("file", name), lambda: self._loaded(name, wanted))
        self.ignores += ignores
        return value

    def _loaded(self, name: str, wanted: bool) -> tuple[Value | None, list[Ignore]]:
        value, problems = read_yaml(self.path / name, self.told(name))
        self.problems += problems
        if value is None and not problems and wanted:
            self.problems.append(EMPTY.broken(Place(self.told(name)), msg("this file is empty")))
        return value, [] if value is None else ignores_in(self.path / name, self.told(name), value)

    def reading(self, name: tuple[str, ...], read: Callable[[], _ReadT]) -> _ReadT:
        """What is read once for all briefings of the folder; each is told the problems that were met.

        Told twice to one briefing they are the same problems, which are told to people once.
        """
        if name in self.once.read:
            made, problems = self.once.read[name]
            self.problems += problems
            return made
        before = len(self.problems)
        made = read()
        self.once.read[name] = made, tuple(self.problems[before:])
        return made

    def told(self, name: str) -> str:
        """The file as problems tell it: from where the author stands."""
        return self.shown(name) if self.shown else str(self.path / name)

    def model(self, model: type[_ModelT], value: object) -> _ModelT | None:
        """The value as a model, or None with its problems collected."""
        lasts = isinstance(value, Entries | Items) and not value.of_row
        if lasts and (known := self.once.models.get((model, id(value)))):
            return known[1]
        try:
            made = model.model_validate(value)
        except ValidationError as error:
            self.problems += problems_of(error, model, value)
            return None
        if lasts:
            self.once.models[model, id(value)] = value, made
        return made

    def entries(self, name: str, told: str) -> Iterator[tuple[Scalar, Any]]:
        """The named things of a file that is one mapping; `told` where it is none."""
        value = self.load(name)
        if value is None:
            return
        if not isinstance(value, Entries):
            self.problems.append(BY_NAME.broken(stretch_of(value, value.place), told, msg("write NAME: {{…}}")))
            return
        yield from value.items()

    def table(self, named: Scalar) -> DataTable | None:
        """The table that a text names, read once however many name it; None where it cannot be read.

        It is a CSV file or a workbook that stands directly in data/; a sheet stands behind its workbook's name:
        trade.xlsx#2024.
        """
        return self.reading(("table", str(named)), lambda: self._table(named))

    def cell(self, named: Scalar, address: Scalar | None = None) -> DataCell | None:
        """The cell of a workbook that a text names (trade.xlsx#出口!B3, trade.xlsx#rate), or an address or a name in
        the sheet that it names (B3 in trade.xlsx#出口); None where there is none."""
        path = self._data_file(named)
        if path is None:
            return None
        if path.suffix.casefold() != ".xlsx":
            told = f"data/{path.name}"
            message = msg("{file} is no workbook, and only cells of a workbook have addresses", file=told)
            hint = msg("name the row and the column")
            self.problems.append(NO_DATA.broken(address or named, message, hint))
            return None
        book = self._workbook(path)
        if book is None:
            return None
        wanted = named.partition("#")[2]
        if address is not None:
            quoted = wanted.replace("'", "''")
            wanted = f"'{quoted}'!{address}" if wanted else str(address)
        cell = book.cell(address or named, wanted)
        if isinstance(cell, DataCell):
            return cell
        self.problems.append(cell)
        return None

    def _workbook(self, path: Path) -> Workbook | None:
        """A workbook of data/, opened once."""
        return self.reading(("workbook", path.name), lambda: self._opened(path))

    def _opened(self, path: Path) -> Workbook | None:
        from reportgen.content.data.workbook import open_workbook  # here, since most briefings have none

        told = f"data/{path.name}"
        opened = open_workbook(path, told, self.told(told))
        if isinstance(opened, Problem):
            self.problems.append(opened)
            return None
        return opened

    def digest(self, named: str) -> str:
        """The sha256 of a file of data/ that there is."""
        path = self.path / "data" / named.removeprefix("data/").partition("#")[0]
        return self.reading(("digest", path.name), lambda: hashlib.sha256(path.read_bytes()).hexdigest())

    def query(self, named: Scalar, query: Scalar) -> DataTable | None:
        """What a query gives over a database, or over a table that a text names; asked once. None where it fails."""
        return self.reading(("query", str(named), str(query)), lambda: self._query(named, query))

    def _query(self, named: Scalar, query: Scalar) -> DataTable | None:
        from reportgen.content.data.query import is_database, query_database, query_table  # here: few briefings ask

        path = self._data_file(named)
        if path is None:
            return None
        if is_database(path):
            answer, problems = query_database(path, f"data/{path.name}", query)
        else:
            before = len(self.problems)
            table = self.table(named)
            if table is None or stops(self.problems[before:]):
                return None
            answer, problems = query_table(table, query)
        self.problems += problems
        return answer if not problems else None

    def _data_file(self, named: Scalar) -> Path | None:
        """The file of data/ that a text names, with the folder or without it, and a sheet behind it."""
        name = named.removeprefix("data/").partition("#")[0]
        path = self.path / "data" / name
        if Path(name).name == name and path.is_file() and not path.is_symlink():
            return path
        there = [found.name for found in (self.path / "data").glob("*") if found.suffix.casefold() in FILES_OF_DATA]
        missing = msg("there is no file {path}", path="data/" + name)
        self.problems.append(
            reads_narrow(named, there.__contains__) or NO_DATA.broken(named, missing, did_you_mean(name, there))
        )
        return None

    def _table(self, named: Scalar) -> DataTable | None:
        path = self._data_file(named)
        if path is None:
            return None
        if path.suffix.casefold() == ".xlsx":
            book = self._workbook(path)
            table, problems = book.table(named, named.partition("#")[2]) if book else (None, [])
        else:
            told = f"data/{path.name}"
            table, problems = read_csv(path, told, self.told(told))
        self.problems += problems
        return table

    def when(self, text: Scalar, hint: str, *, day: bool = False, as_of: bool = False) -> Period | None:
        """The time that a text tells; a `day` where no longer one will do."""
        try:
            period = read_when(text, as_of=as_of)
            if not day or iso_date(period):
                return period
            self.problems.append(TIME.broken(text, msg("'{text}' is no day", text=text), hint))
        except ValueError as error:
            self.problems.append(no_time(text, error, hint))
        return None


def no_time(text: Scalar, error: Exception, hint: str) -> Problem:
    """A text that tells no time, by the error that reading it gave."""
    return reads_narrow(text, is_time) or TIME.broken(text, str(error), hint)


def is_time(text: str) -> bool:
    """Whether the text tells a time."""
    try:
        read_when(text)
    except ValueError:
        return False
    return True
