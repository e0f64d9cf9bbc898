"""Families: many facts at once, one a row and a column of a table, under the names FAMILY.KEY.COLUMN.

What a cell says stands in data/figure.py, which cell is meant in cells.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.content.cells import Finder, columns_of, same, table_name, unknown_unit
from reportgen.content.data.figure import CellError, CellFigure, Reader, is_gap, read_cell, unit_dimension
from reportgen.content.data.table import DataCell, DataTable, Row
from reportgen.content.entries import SourceName, Wording
from reportgen.content.family_entry import KEY, NAME, PATTERN, STATUS, ColumnEntry, ColumnName, FamilyEntry, RowFields
from reportgen.content.folder import Folder
from reportgen.content.full_width import halved
from reportgen.content.model import Fact, Member, Status
from reportgen.content.names import SIMPLE, key_name
from reportgen.content.origin import origin_of
from reportgen.content.sequential import in_its_period
from reportgen.content.source import Scalar
from reportgen.content.when import EXPECTED
from reportgen.languages import LANGUAGES, say, script_of
from reportgen.messages import listing, msg
from reportgen.numbers import Period
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Evidence, Problem
from reportgen.records import record

_STATUSES = ("final", "preliminary", "estimate")
_PART = Pattern(r"[\w-]+")
_SIMPLE = Pattern(SIMPLE)
_BRACES = Pattern(r"\{(?!name\}|what\})|(?<!\{name)(?<!\{what)\}")


# ---- a family's facts --------------------------------------------------------------------------


@record
class _Column:
    """A column of a family that its table has: its name here, its entry, and its head."""

    name: Scalar
    entry: ColumnEntry
    head: str


@dataclass(slots=True)
class Family:
    """A family being read: its facts, with the folder's problems collected."""

    folder: Folder
    finder: Finder
    name: Scalar
    entry: FamilyEntry
    read: Reader
    gaps: dict[str, DataCell] = field(default_factory=dict[str, DataCell])  # facts whose cells are empty, by name
    _times: dict[str, Period | None] = field(default_factory=dict[str, "Period | None"])

    def facts(self) -> Iterator[Fact]:
        """The facts in the order of rows and columns; none where the table has not what the family names."""
        entry = self.entry
        table = self.folder.query(entry.from_, entry.query) if entry.query else self.folder.table(entry.from_)
        if table is None or not table.columns or not self._well_named():
            return
        key = self.finder.column(entry.key, table)
        columns = list(self._columns(table))
        named = self._naming(table)
        rows = self._rows(table)
        timed = self._timed(table)
        if key is None or named is None or rows is None or not timed:
            return
        met: dict[str, DataCell] = {}
        for index in rows:
            row = table.rows[index]
            if (part := self._part(table, row[key], index, met)) is not None:
                words = None if self._tells_time(key) else _row_name(row, row[key], named)
                for column in columns:
                    if (fact := self._fact(table, index, part, words, column)) is not None:
                        yield fact

    def _tell(self, problem: Problem) -> None:
        self.folder.problems.append(problem)

    # ---- what the family names --------------------------------------------------------------------

    def _well_named(self) -> bool:
        """Whether facts can be called by the family; what is wrong with its columns' names and patterns is told."""
        patterns = [self.entry.pattern, *(column.pattern for column in self.entry.columns.values())]
        self.folder.problems += [problem for each in patterns if each for problem in _pattern_problems(each)]
        for name in (self.name, *self.entry.columns):
            if not (_SIMPLE if name is self.name else _PART).fullmatch(name):
                hint = msg("use letters, digits, _ and -, and write column: … beside it")
                self._tell(NAME.broken(name, msg("'{name}' cannot be a part of a name", name=name), hint))
        return _SIMPLE.fullmatch(self.name) is not None

    def _columns(self, table: DataTable) -> Iterator[_Column]:
        """The columns that the table has and whose units are known; the others are told."""
        for name, entry in self.entry.columns.items():
            head = self.finder.column(entry.column or name, table)
            if entry.unit and unit_dimension(halved(entry.unit), self.read) is None:
                self._tell(unknown_unit(entry.unit))
            elif head is not None and _PART.fullmatch(name):
                yield _Column(name, entry, head)

    def _naming(self, table: DataTable) -> Mapping[str, str] | None:
        """The columns that name the rows, by language; None where one that is named is not there."""
        if self.entry.names is None:
            heads = {language: f"name_{language}" for language in LANGUAGES}
            return {language: head for language, head in heads.items() if head in table.columns}
        heads = {language: self.finder.column(named, table) for language, named in self.entry.names.items()}
        found = {str(language): head for language, head in heads.items() if head is not None}
        return found if len(found) == len(heads) else None

    def _rows(self, table: DataTable) -> Iterable[int] | None:
        """The rows that are asked for, by number; None where what is asked for is not there, which is told."""
        if self.entry.rows is None:
            return range(len(table.rows))
        from reportgen.content.data.chosen_rows import ChosenRows  # here: few families choose
        from reportgen.content.data.select import Choice, Rows

        wanted = ChosenRows.model_construct(filter=self.entry.rows.filter)
        rows = Rows(table_name(table), table.rows, columns_of(table), lambda _, cell: self.read(cell))
        choice = Choice(wanted, rows)
        problems = list(choice.problems())
        self.folder.problems += problems
        kept = set(map(id, choice.kept())) if not problems else ()
        return None if problems else [number for number, row in enumerate(table.rows) if id(row) in kept]

    def _timed(self, table: DataTable) -> bool:
        """Whether every column is there that a time is read from."""
        fields: list[RowFields] = [self.entry, *self.entry.columns.values()]
        times = [time for each in fields for time in (each.when, each.as_of) if isinstance(time, ColumnName)]
        missing = [time for time in times if self.finder.column(time, table) is None]  # each is told
        return not missing

    def _tells_time(self, key: str) -> bool:
        """Whether the rows are called by their times, which no name repeats."""
        return any(isinstance(time, ColumnName) and same(time, key) for time in (self.entry.when, self.entry.as_of))

    def _part(self, table: DataTable, cell: DataCell, index: int, met: dict[str, DataCell]) -> str | None:
        """What the facts of a row are called by; None where its key is empty or another row's."""
        part = key_name(cell)
        where = _spot(table, index, str(self.entry.key))
        if not part:
            message = msg("{where}the key is empty", where=where)
            self._tell(KEY.broken(cell.place, message, msg("write what the row is called by, or leave the row out")))
            return None
        if part in met:
            message = msg("{where}the key '{key}' is there twice", where=where, key=cell)
            evidence = [] if table.query else [Evidence(msg("also here"), str(cell), met[part].place)]
            hint = msg("call one otherwise, or choose rows with rows: {{column: value}}")
            self._tell(KEY.broken(cell.place, message, hint, evidence=evidence))
            return None
        met[part] = cell
        return part

    # ---- one fact ---------------------------------------------------------------------------------

    def _fact(self, table: DataTable, index: int, part: str, words: Wording | None, column: _Column) -> Fact | None:
        row, entry = table.rows[index], column.entry
        cell, name = row[column.head], f"{self.name}.{part}.{column.name}"
        if is_gap(cell):
            self.gaps[name] = cell
            return None
        figure = self._figure(table, index, column)
        status = self._status(row, entry)
        when = self._when(row, entry)
        if figure is None:
            return None
        pattern = entry.pattern or self.entry.pattern
        what = _together(entry.what, words, pattern, cell)
        label = _together(entry.label, words, pattern, cell) if entry.label else what
        named = row.get("source")
        given = entry.source or self.entry.source or ()
        sources = (source_name(named),) if named else given
        return Fact(
            name=name,
            quantity=in_its_period(self.folder, cell, figure.quantity, when),
            what=what,
            label=label,
            when=when,
            sources=sources,
            status=status,
            note=entry.note or self.entry.note,
            formula=(),
            place=cell.place,
            end=cell.end,
            exact=figure.exact,
            origin=origin_of(table, column.head, cell, index + 1),
            member=Member(self.name, part, str(column.name), words, entry.what),
        )

    def _figure(self, table: DataTable, index: int, column: _Column) -> CellFigure | None:
        cell = table.rows[index][column.head]
        try:
            return read_cell(cell, column.head, column.entry.reading(), self.read, asked=bool(table.query))
        except CellError as error:
            where = _spot(table, index, column.head)
            message = msg("{where}{message}", where=where, message=error.message)
            evidence = [Evidence(msg("read here"), str(column.name), column.name.place)]
            self._tell(error.rule.broken(cell.place, message, error.hint, evidence=evidence))
            return None

    def _status(self, row: Row, entry: ColumnEntry) -> Status:
        cell = row.get("status")
        if not cell:
            return entry.status or self.entry.status or "final"
        for status in _STATUSES:
            if cell == status:
                return status
        hint = msg("write {statuses}, or leave it empty", statuses=listing(_STATUSES, "unit"))
        problem = STATUS.broken(cell.place, msg("'{status}' is no status", status=cell), hint)
        if problem not in self.folder.problems[-len(self.entry.columns) :]:
            self._tell(problem)
        return "final"

    def _when(self, row: Row, entry: ColumnEntry) -> Period | None:
        own = entry.when or entry.as_of
        given = own or self.entry.when or self.entry.as_of
        if given is None:
            return None
        as_of = given is entry.as_of or given is self.entry.as_of
        text = row[self._head(row, given)] if isinstance(given, ColumnName) else given
        known = f"{text}{as_of}"
        if known not in self._times:
            self._times[known] = self.folder.when(text, EXPECTED, as_of=as_of) if text else None
        return self._times[known]

    def _head(self, row: Row, named: ColumnName) -> str:
        return next(head for head in row if same(head, named))


def source_name(cell: DataCell) -> SourceName:
    """A cell that names a source."""
    name = SourceName(cell)
    name.place, name.raw = cell.place, cell.raw
    return name


def _spot(table: DataTable, index: int, column: str) -> str:
    """Where a cell of a query's answer stands, which has no place in a file; nothing for others."""
    return msg("row {row}, column '{column}': ", row=index + 1, column=column) if table.query else ""


def _row_name(row: Row, key: DataCell, named: Mapping[str, str]) -> Wording:
    """The row's name in every language that its table has one for, a key in Chinese its own.

    Without any such column, a key in ASCII serves all languages, another the wide ones.
    """
    if named:
        cells = {language: row[head] for language, head in named.items()}
        if not key.isascii():  # an ASCII key may be a code
            cells.setdefault(script_of(key), key)
    else:
        cells = {code: key for code, language in LANGUAGES.items() if key.isascii() or language.wide}
    places = {language: cell.place for language, cell in cells.items()}
    words = {language: str(cell) for language, cell in cells.items()}
    return Wording(words, places, key.place, msg("name the rows in it too: a column name_en, name_zh, or names: {{…}}"))


def _together(what: Wording, name: Wording | None, pattern: Wording | None, cell: DataCell) -> Wording:
    """A column's words with the row's name, as the pattern has it, or as each language does."""
    if name is None:
        return what
    words: dict[str, str] = {}
    for language in what.words:
        if name.lacks(language) or what.lacks(language):
            continue
        shape = pattern[language] if pattern and not pattern.lacks(language) else say("of-row", language)
        words[language] = shape.replace("{name}", name[language]).replace("{what}", what[language])
    nameless = any(name.lacks(language) for language in what.words)
    places = {language: name.places.get(language, cell.place) for language in words}
    return Wording(words, places, name.place, name.mend) if nameless else Wording(words, places, what.place)


def _pattern_problems(pattern: Wording) -> Iterator[Problem]:
    for language, words in pattern.words.items():
        if _BRACES.search(words) or "{what}" not in words or "{name}" not in words:
            hint = msg("write both, as in {shape}", shape=say("of-row", language))
            told = msg("'{pattern}' is no pattern of {{name}} and {{what}}", pattern=words)
            yield PATTERN.broken(pattern.places[language], told, hint)
