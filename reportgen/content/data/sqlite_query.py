"""One SELECT over a SQLite file, which may come from anyone: it reads the file and does nothing else.

The file is opened as one that nobody writes; an authorizer lets reading and functions pass and nothing more, so that no
statement writes, attaches, loads or sets anything; steps, time, lengths and rows are bounded. What its floats are worth
stands in answer.py. SQLite's own sums and means are binary: whoever wants an exact one takes the rows.
"""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from reportgen.content.data.answer import MOST_ROWS, MOST_SECONDS, Answer, QueryError, too_long, too_many_rows
from reportgen.library_words import library_sentence
from reportgen.messages import msg
from reportgen.numbers.model.pattern import Pattern

MOST_STEPS = 100_000_000
_BETWEEN = 10_000  # steps between two looks at the clock
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE)
_REFUSED = ("load_extension", "fts3_tokenizer", "readfile", "writefile", "edit")
_READS = Pattern(r"(?:\s|--[^\n]*\n|/\*.*?\*/)*(?:select|with|values)\b", re.DOTALL | re.IGNORECASE)
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 20_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 500,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 50,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}


def ask_sqlite(path: Path, query: str) -> Answer:
    """The rows that a query gives; QueryError where it gives none."""
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True, cached_statements=0)) as database:
            return _answer(database, query)
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise _told(error) from error


def _answer(database: sqlite3.Connection, query: str) -> Answer:
    for kind, most in _LIMITS.items():
        database.setlimit(kind, most)
    for setting in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON", "temp_store = FILE"):
        database.execute(f"PRAGMA {setting}")
    database.set_authorizer(_authorized)
    database.set_progress_handler(_Clock(), _BETWEEN)
    if not _READS.match(query):  # EXPLAIN is let through by the authorizer, and gives rows
        raise QueryError(msg("this query does more than read"), msg("write query: select … from …"))
    cursor = database.execute(query)
    rows = cursor.fetchmany(MOST_ROWS + 1)
    if len(rows) > MOST_ROWS:
        raise too_many_rows()
    columns = tuple(str(each[0]) for each in cursor.description)
    kinds = tuple(_kind(column) for column in zip(*rows, strict=True)) if rows else ("",) * len(columns)
    return Answer(columns, kinds, rows, f"SQLite {sqlite3.sqlite_version}")


def _authorized(action: int, _: str | None, function: str | None, *__: object) -> int:
    if action == sqlite3.SQLITE_FUNCTION:
        return sqlite3.SQLITE_DENY if (function or "").casefold() in _REFUSED else sqlite3.SQLITE_OK
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


class _Clock:
    """Stops a query that takes too many steps or too long."""

    def __init__(self) -> None:
        self.steps = MOST_STEPS // _BETWEEN
        self.end = time.monotonic() + MOST_SECONDS

    def __call__(self) -> bool:
        self.steps -= 1
        return self.steps < 0 or time.monotonic() > self.end


def _kind(column: tuple[object, ...]) -> str:
    """What a column's values are; SQLite's types belong to values."""
    return "BLOB" if any(isinstance(value, bytes) for value in column) else ""


def _told(error: Exception) -> QueryError:
    reason = str(error)
    if reason == "interrupted":
        return too_long()
    if reason.startswith("not authorized") or "prohibited" in reason:
        return QueryError(msg("this query does more than read"), msg("write query: select … from …"))
    if "one statement" in reason:
        return QueryError(msg("a query is one SELECT, not several statements"), msg("leave the others out"))
    return QueryError(msg("the database refuses the query: {reason}", reason=library_sentence(reason)))
