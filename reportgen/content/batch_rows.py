"""The rows of a batch: each with its key, the names of its files, and its cells; what is wrong with one is its own.

The table is one of the content's data/, or any file that the command line names. Not here: what a row says in content
(row.py), and how many briefings are made of many rows (batch/).
"""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportgen.content.data.table import DataCell, DataTable, Row
from reportgen.content.folder import Folder
from reportgen.content.model import BatchEntry
from reportgen.content.row import BATCH, BRIEFING, words_in
from reportgen.content.source import Entries, Scalar
from reportgen.messages import msg
from reportgen.problems import ContentError, Evidence, Place, Problem, Rule, did_you_mean, stops
from reportgen.records import record

KEY = Rule(
    "batch/key",
    msg("briefing.yaml names the column by which the rows of a batch are called: batch: {{key: …}}."),
    slip=msg("a batch of a briefing.yaml without batch:"),
    mend=msg("batch: {{key: code}}"),
)
ROW_KEY = Rule(
    "batch/row-key",
    msg("Every row of a batch has a key of its own."),
    slip=msg("two rows of one key, or one without"),
    mend=msg("a key in each row"),
)
FILE_NAME = Rule(
    "batch/file-name",
    msg("The files of a row have a name that every system can write, and that no other row's files have."),
    slip=msg("files: a/{{row:name}} where a name holds a colon"),
    mend=msg("files: a/{{row:code}}"),
)
NO_ROWS = Rule(
    "batch/no-rows",
    msg("The table of a batch has rows."),
    slip=msg("a table of a heading row alone"),
    mend=msg("a row for each briefing"),
)
TOO_LARGE = Rule(
    "batch/too-large",
    msg("The files of a batch's content are at most 64 MB together: they travel to every worker."),
    slip=msg("a content folder with a film in it"),
    mend=msg("what no briefing prints, elsewhere"),
)
FAILED = Rule(
    "batch/failed",
    msg("A row is made by a worker that has all it needs and lives on."),
    slip=msg("a worker without LibreOffice in a batch with --pages layout, or one that was ended"),
    mend=msg("--pages estimate; or the batch again with --resume"),
)
RULES = (KEY, ROW_KEY, FILE_NAME, NO_ROWS, TOO_LARGE, FAILED)

LONGEST = 180
"""Bytes of a file's name before its edition: systems take 255, and a name is written aside under a longer one."""

_FORBIDDEN = frozenset('<>:"|?*\\')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


@record
class BatchRow:
    """A row to be made: its number from 1, its key, the name of its files without edition and ending, and its cells."""

    number: int
    key: str
    stem: str
    cells: Row

    @property
    def place(self) -> Place:
        """The first cell."""
        return next(iter(self.cells.values())).place


@record
class FailedRow:
    """A row that cannot be made, since nothing says what it is called."""

    number: int
    key: str
    place: Place
    problems: tuple[Problem, ...]


@record
class BatchRows:
    """The rows of a table in their order, the column of their keys, and the file that they were read of."""

    table: DataTable
    file: str
    key: str
    rows: tuple[BatchRow | FailedRow, ...]

    def row(self, key: str) -> BatchRow:
        """The row of a key; ContentError where none has it, or where it cannot be made."""
        found = [row for row in self.rows if row.key == key]
        for row in found:
            if isinstance(row, FailedRow):
                raise ContentError(row.problems)
            return row
        message = msg("no row has '{key}' in the column '{column}'", key=key, column=self.key)
        raise ContentError([ROW_KEY.broken(Place(self.file), message, did_you_mean(key, self.keys))])

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, in the order of the rows."""
        return tuple(row.key for row in self.rows if row.key)


def batch_rows(folder: Folder, table: str) -> BatchRows:
    """The rows of a table, for a content folder; ContentError where there is no such table, or no column of keys.

    `table` is a file of the folder's data/ or the path of another, with a sheet behind it: zones.xlsx#2024.
    """
    entry = _entry(folder)
    found, file = _table(folder, table)
    if entry is None or found is None or stops(folder.problems):
        raise ContentError(folder.problems)
    if not found.rows:
        raise ContentError([*folder.problems, NO_ROWS.broken(Place(file), msg("this table has no rows"))])
    if entry.key not in found.columns:
        message = msg("{file} has no column '{column}'", file=file, column=entry.key)
        raise ContentError([KEY.broken(entry.key, message, did_you_mean(entry.key, found.columns))])
    return BatchRows(found, file, str(entry.key), tuple(_named(folder, entry, found)))


# ---- the table ----------------------------------------------------------------------------------


def _entry(folder: Folder) -> BatchEntry | None:
    value = folder.typed(BRIEFING)
    typed = value.get(BATCH) if isinstance(value, Entries) else None
    if value is not None and typed is None:
        message = msg("the briefing does not say what its rows are called by")
        place = value.place
        folder.problems.append(KEY.broken(place, message, msg("write batch: {{key: COLUMN}}")))
    return None if typed is None else folder.model(BatchEntry, typed)


def _table(folder: Folder, table: str) -> tuple[DataTable | None, str]:
    """The table, and what its file is called where problems are told."""
    name, sign, sheet = table.partition("#")
    path = Path(name)
    named = Scalar.at(table, Place("--table"))
    if not path.is_file() or path.resolve().parent == (folder.path / "data").resolve():
        named = Scalar.at(path.name + sign + sheet if path.is_file() else table, Place("--table"))
        return folder.table(named), folder.told(f"data/{named.removeprefix('data/').partition('#')[0]}")
    with tempfile.TemporaryDirectory(prefix="reportgen-") as aside:
        copied = Folder(Path(aside), shown=lambda _: name)
        (copied.path / "data").mkdir()
        shutil.copyfile(path, copied.path / "data" / path.name)
        found = copied.table(Scalar.at(path.name + sign + sheet, Place("--table")))
    folder.problems += copied.problems
    return found, name


# ---- keys and names --------------------------------------------------------------------------------


def _named(folder: Folder, entry: BatchEntry, table: DataTable) -> Iterator[BatchRow | FailedRow]:
    value = folder.typed(BRIEFING)
    about = value.get("id") if isinstance(value, Entries) else None
    keys: dict[str, DataCell] = {}
    stems: dict[str, DataCell] = {}
    for number, cells in enumerate(table.rows, 1):
        key = cells[entry.key]
        stem, problems = _stem(entry, about, cells)
        problems += _key_slips(key, keys)
        if not problems:
            problems = _name_slips(stem, key, stems)
        if problems:
            yield FailedRow(number, str(key), key.place, tuple(problems))
        else:
            yield BatchRow(number, str(key), stem, cells)


def _key_slips(key: DataCell, known: dict[str, DataCell]) -> list[Problem]:
    """What is wrong with the key of a row: that there is none, or that a row before has it."""
    if not key:
        return [ROW_KEY.broken(key.place, msg("this row has no key"))]
    first = known.setdefault(str(key), key)
    return (
        []
        if first is key
        else [ROW_KEY.broken(key.place, msg("this row has the key of another"), evidence=_other(first))]
    )


def _name_slips(stem: str, key: DataCell, known: dict[str, DataCell]) -> list[Problem]:
    """Whether the files of a row before have its names; not every system tells capitals from small letters."""
    first = known.setdefault(unicodedata.normalize("NFC", stem).casefold(), key)
    if first is key:
        return []
    message = msg("the files of this row have the names of another's: {name}", name=stem)
    return [FILE_NAME.broken(key.place, message, evidence=_other(first))]


def _other(first: DataCell) -> list[Evidence]:
    return [Evidence(msg("the other row"), str(first), first.place)]


def _stem(entry: BatchEntry, about: object, cells: Row) -> tuple[str, list[Problem]]:
    """The name of a row's files: what the pattern comes to, or the briefing's id and the key."""
    if entry.files is not None:
        filled, problems = words_in(entry.files, cells, None)
        return str(filled), problems or list(_unwritable(entry.files, str(filled), cells[entry.key]))
    key = cells[entry.key]
    filled, problems = words_in(about, cells, None) if isinstance(about, Scalar) else (Scalar(""), [])
    stem = f"{filled}-{key}"
    return stem, problems or list(_unwritable(key, stem, key))


def _unwritable(where: Scalar, stem: str, cell: DataCell) -> Iterator[Problem]:
    if reason := next(_reasons(stem.split("/")), None):
        hint = msg("name files by a column of plain codes: batch: {{files: zone-{{row:code}}}}")
        message = msg("'{name}' cannot be the name of a file: {reason}", name=stem, reason=reason)
        evidence = [] if where is cell else [Evidence(msg("the pattern"), str(where), where.place)]
        yield FILE_NAME.broken(cell.place, message, hint, evidence=evidence)


def _reasons(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        if not part or part != part.strip() or part.startswith(".") or part.endswith("."):
            yield msg("a part of it is empty, or starts or ends with a point or a blank")
        if sign := next((sign for sign in part if sign in _FORBIDDEN or not sign.isprintable()), None):
            yield msg("it holds '{sign}'", sign=sign)
        if part.partition(".")[0].casefold() in _DEVICES:
            yield msg("Windows calls a device so")
        if len(part.encode()) > LONGEST:
            yield msg("it is longer than {most} bytes", most=LONGEST)
