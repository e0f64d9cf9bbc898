"""One SELECT over a DuckDB file, or over a table of data/ as texts: it reads and does nothing else.

The file is opened to be read; files beside it, the net, extensions and Python's variables are out of reach before the
query is seen, and no setting can be changed; time, memory and rows are bounded. One thread, so that sums and orders
come out alike. The home of duckdb, which the extra `data` brings.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from threading import Timer
from typing import Any

from reportgen.content.data.answer import (
    MOST_MEMORY,
    MOST_ROWS,
    MOST_SECONDS,
    Answer,
    QueryError,
    too_long,
    too_many_rows,
)
from reportgen.content.data.table import DataTable
from reportgen.extras import need
from reportgen.messages import msg

_CLOSED = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",
    "threads": "1",
    "memory_limit": MOST_MEMORY,
    "lock_configuration": "true",
}


def ask_duckdb(path: Path, query: str) -> Answer:
    """The rows that a query gives over a file of DuckDB; QueryError where it gives none."""
    return _ask(str(path.resolve()), query)


def ask_table(table: DataTable, called: str, query: str) -> Answer:
    """The rows that a query gives over a table whose cells are texts; QueryError where it gives none."""
    return _ask(":memory:", query, (called, table))


def _ask(address: str, query: str, loaded: tuple[str, DataTable] | None = None) -> Answer:
    need("data", "duckdb")
    import duckdb  # here, since few briefings ask a database, and it loads slowly

    library: Any = duckdb
    try:
        # its file's right to be read was looked at before; os.fspath keeps a path from being read as an address
        with closing(library.connect(os.fspath(address), read_only=loaded is None, config=_CLOSED)) as database:
            if loaded is not None:
                _load(database, *loaded)
            return _answer(library, database, query)
    except library.Error as error:
        raise _told(library, error) from error


def _load(database: Any, called: str, table: DataTable) -> None:
    """The table as one of texts; an empty cell is NULL."""
    names = [_quoted(column) for column in table.columns]
    database.execute(f"create table {_quoted(called)} ({', '.join(f'{name} varchar' for name in names)})")
    if not table.rows:
        return
    columns: Sequence[list[str | None]] = [[row[name] or None for row in table.rows] for name in table.columns]
    unnested = ", ".join(f"unnest(${number}::varchar[])" for number in range(1, len(names) + 1))
    database.execute(f"insert into {_quoted(called)} select {unnested}", columns)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _answer(library: Any, database: Any, query: str) -> Answer:
    statements = database.extract_statements(query)
    if len(statements) != 1:
        raise QueryError(msg("a query is one SELECT, not several statements"), msg("leave the others out"))
    if statements[0].type != library.StatementType.SELECT:
        raise QueryError(msg("this query does more than read"), msg("write query: select … from …"))
    timer = Timer(MOST_SECONDS, database.interrupt)
    timer.daemon = True
    timer.start()
    try:
        database.execute(statements[0])
        rows = database.fetchmany(MOST_ROWS + 1)
    finally:
        timer.cancel()
    if len(rows) > MOST_ROWS:
        raise too_many_rows()
    described = database.description
    columns = tuple(str(each[0]) for each in described)
    return Answer(columns, tuple(str(each[1]) for each in described), rows, f"DuckDB {library.__version__}")


def _told(library: Any, error: Exception) -> QueryError:
    if isinstance(error, library.InterruptException):
        return too_long()
    if isinstance(error, library.OutOfMemoryException):
        told = msg("the query wants more memory than {most}", most=MOST_MEMORY)
        return QueryError(told, msg("ask for less, or keep its result in a table of the database"), much=True)
    if isinstance(error, library.PermissionException):
        return QueryError(msg("this query does more than read"), msg("write query: select … from …"))
    reason = str(error).partition("\n")[0]
    return QueryError(msg("the database refuses the query: {reason}", reason=reason))
