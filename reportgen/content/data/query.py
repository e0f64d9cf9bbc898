"""One SELECT over a database of data/, or over a CSV file or a sheet, as a table whose cells stand at the query.

Content may come from anyone, so a query reads and does nothing else: sqlite_query.py and duckdb_query.py see to that.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from reportgen.content.data.answer import Answer, QueryError, cells_of
from reportgen.content.data.csv_table import COLUMN_TWICE
from reportgen.content.data.table import DataTable
from reportgen.content.files import FORBIDDEN, forbidden
from reportgen.content.source import Scalar
from reportgen.extras import ExtraMissingError
from reportgen.messages import msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Problem, Rule

ENDINGS = (".duckdb", ".db", ".sqlite", ".sqlite3")
"""How the names of databases end."""

MOST_BYTES = 250_000_000
_SQLITE, _DUCKDB = b"SQLite format 3\0", b"DUCK"
_HEAD = 16  # bytes in which both tell what they are
_BESIDE = ("-wal", "-journal", ".wal")

DATABASE = Rule(
    "databases/unreadable",
    msg("A database of data/ is a file of SQLite or DuckDB that every program has closed, of at most 250 MB."),
    slip=msg("a CSV file renamed to zones.duckdb, or a database with a zones.sqlite-wal beside it"),
    mend=msg("the database as its program leaves it when it is closed"),
)
QUERY = Rule(
    "queries/refused",
    msg("A query is one SELECT that its database can answer: it reads, and does nothing else."),
    file="facts.yaml",
    slip='growth: {is: {from: zones.csv, query: "drop table zones"}, '
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
    mend='growth: {is: {from: zones.csv, query: "select max(zones::int) from zones", unit: 家}, '
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
)
TOO_MUCH = Rule(
    "queries/too-much",
    msg("A query answers within 10 seconds and 512 MB: at most 20,000 rows, 200 columns, 4 million characters."),
    file="facts.yaml",
    slip='growth: {is: {from: zones.csv, query: "select * from range(20001)"}, '
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
    mend='growth: {is: {from: zones.csv, query: "select count(*) from range(20001)", unit: 家}, '
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
)
CHANGING = Rule(
    "queries/changing",
    msg("A query gives the same rows whenever it is asked: it does not roll dice or look at the clock."),
    file="facts.yaml",
    slip='growth: {is: {from: zones.csv, query: "select year(today())", unit: 家}, '
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
    mend='growth: {is: {from: zones.csv, query: "select count(*) from zones", unit: 家}, '
    "what: {zh: 数, en: zones}, when: 2025, source: paper}",
)
RULES = (DATABASE, QUERY, TOO_MUCH, CHANGING)


def is_database(path: Path) -> bool:
    """Whether a file is named as a database, or is one."""
    return path.suffix.casefold() in ENDINGS or _engine_of(path) != ""


def _engine_of(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    return "sqlite" if head == _SQLITE else "duckdb" if head[8:12] == _DUCKDB else ""


def query_database(path: Path, told: str, query: Scalar) -> tuple[DataTable | None, list[Problem]]:
    """What a query gives over a database; `told` is the file as origins name it."""
    try:
        if problem := _unfit(path, query):
            return None, [problem]
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return _asked(lambda: _ask_database(path, query), query, DataTable(told, sha256=digest))
    except OSError as error:
        return None, [DATABASE.broken(query, str(error.strerror or error))]


def query_table(table: DataTable, query: Scalar) -> tuple[DataTable | None, list[Problem]]:
    """What a query gives over a table of data/, called by its sheet where it names one, else by its file."""
    return _asked(lambda: _ask_table(table, query), query, table)


def _unfit(path: Path, query: Scalar) -> Problem | None:
    if path.stat().st_size > MOST_BYTES:
        return DATABASE.broken(query, msg("this database is larger than {most} MB", most=MOST_BYTES // 1_000_000))
    if not _engine_of(path):
        return DATABASE.broken(query, msg("{file} is no file of SQLite or DuckDB", file=path.name))
    for ending in _BESIDE:
        beside = path.with_name(path.name + ending)
        if beside.exists() and beside.stat().st_size:
            hint = msg("close the program that writes to it")
            return DATABASE.broken(
                query, msg("{file} stands beside it: changes are not in it yet", file=beside.name), hint
            )
    return None


_WORDS = Pattern(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|--[^\n]*|/\*.*?\*/", re.DOTALL)
_CHANGING = Pattern(
    r"""
      \b(?:random|randomblob|setseed|uuid|gen_random_uuid|uuidv[47]|now|today|get_current_time|get_current_timestamp
      |transaction_timestamp|statement_timestamp|clock_timestamp|nextval|txid_current|pg_backend_pid)\s*\(
    | \b(?:current_date|current_time|current_timestamp|current_localtime|current_localtimestamp|localtime
      |localtimestamp)\b
    | \b(?:tablesample|using\s+sample)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOW = Pattern(r"'(?:now|today|yesterday|tomorrow)'", re.IGNORECASE)


def _ask_database(path: Path, query: str) -> Answer:
    if _engine_of(path) == "sqlite":
        from reportgen.content.data.sqlite_query import ask_sqlite  # here, as duckdb: few briefings ask a database

        return ask_sqlite(path, query)
    from reportgen.content.data.duckdb_query import ask_duckdb

    return ask_duckdb(path, query)


def _ask_table(table: DataTable, query: str) -> Answer:
    from reportgen.content.data.duckdb_query import ask_table

    return ask_table(table, table.sheet or Path(table.file).stem, query)


def _asked(ask: Callable[[], Answer], query: Scalar, of: DataTable) -> tuple[DataTable | None, list[Problem]]:
    if changing := _CHANGING.search(_WORDS.sub(" ", query)) or _NOW.search(query):
        told = msg("'{word}' gives another answer each time", word=changing[0].rstrip("( ").strip("'"))
        return None, [CHANGING.broken(query, told, msg("write the day or the number itself"))]
    try:
        answer = ask()
        rows = cells_of(answer, query.place)
    except ExtraMissingError as error:
        return None, [QUERY.broken(query, error.told)]
    except QueryError as error:
        return None, [(TOO_MUCH if error.much else QUERY).broken(query, error.message, error.hint)]
    table = replace(of, columns=answer.columns, rows=tuple(rows), query=str(query), engine=answer.engine)
    return table, list(_faults(table, query))


def _faults(table: DataTable, query: Scalar) -> Iterator[Problem]:
    """Columns of one name, and texts that no Word file can hold."""
    if twice := next((each for each in table.columns if table.columns.count(each) > 1), None):
        message = msg("the column '{column}' is there twice", column=twice)
        yield COLUMN_TWICE.broken(query, message, msg("name one of them: … as NAME"))
    texts = (cell for row in table.rows for cell in row.values())
    yield from (forbidden(control[0], query.place) for text in texts if (control := FORBIDDEN.search(text)))
