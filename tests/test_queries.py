"""Queries over databases: one SELECT that reads, bounded and alike each time, whatever a stranger writes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reportgen.content.data import sqlite_query
from reportgen.content.data.table import DataTable
from reportgen.content.folder import Folder
from reportgen.content.source import Scalar
from reportgen.problems import Place, Problem
from tests.content import write_files

duckdb = pytest.importorskip("duckdb")

ROWS = [("苏州", "26727.300", 6.0, 3), ("无锡", "1.500", 2 / 3, None)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A SQLite file, a DuckDB file and a CSV file of the same figures."""
    write_files(tmp_path, {"data/zones.csv": "city,gdp\n苏州,26727.3\n无锡,1.5\n", "secret.csv": "a\n1\n"})
    with sqlite3.connect(tmp_path / "data/a.sqlite") as database:
        database.execute("create table t (city text, gdp text, growth real, n integer)")
        database.executemany("insert into t values (?, ?, ?, ?)", ROWS)
    database.close()
    with duckdb.connect(str(tmp_path / "data/a.duckdb")) as made:
        made.execute("create table t (city varchar, gdp decimal(12, 3), growth double, n integer, d date, f float)")
        made.execute(
            "insert into t values ('苏州', 26727.300, 6, 3, '2025-09-01', 1.1), ('无锡', 1.5, 2/3, null, null, 1/3)"
        )
    return tmp_path


def ask(folder: Path, named: str, query: str) -> tuple[DataTable | None, list[Problem]]:
    reading = Folder(folder)
    return reading.query(_scalar(named), _scalar(query)), reading.problems


def _scalar(text: str) -> Scalar:
    return Scalar.at(text, Place("facts.yaml", 1, 1), text)


def rows(folder: Path, named: str, query: str) -> list[list[str]]:
    table, problems = ask(folder, named, query)
    assert problems == []
    assert table is not None
    return [[str(cell) for cell in row.values()] for row in table.rows]


def code(folder: Path, named: str, query: str) -> str:
    table, (problem,) = ask(folder, named, query)
    assert table is None
    return problem.code


# ---- what is read --------------------------------------------------------------------------------


def test_values_are_texts_as_exact_as_the_database_keeps_them(folder: Path) -> None:
    assert rows(folder, "a.sqlite", "select city, gdp, growth, n from t") == [
        ["苏州", "26727.300", "6", "3"],
        ["无锡", "1.500", "0.666666666666667", ""],
    ]
    assert rows(folder, "data/a.duckdb", "select * from t") == [
        ["苏州", "26727.300", "6", "3", "2025-09-01", "1.1"],
        ["无锡", "1.500", "0.666666666666667", "", "", "0.3333333"],
    ]


@pytest.mark.parametrize("named", ["a.sqlite", "a.duckdb"])
def test_a_fraction_that_reckoning_left_is_kept_in_full_beside_its_text(folder: Path, named: str) -> None:
    table, _ = ask(folder, named, "select growth, 0.1e0 + 0.2e0 as sum from t where city = '无锡'")
    assert table is not None
    (row,) = table.rows
    assert (row["growth"].exact, row["sum"], row["sum"].exact) == ("0.6666666666666666", "0.3", "")


def test_a_csv_file_is_a_table_of_texts_called_by_its_name(folder: Path) -> None:
    assert rows(folder, "zones.csv", "select sum(gdp::decimal(9, 1)) from zones") == [["26728.8"]]


def test_a_query_is_asked_once_however_many_read_it(folder: Path) -> None:
    reading = Folder(folder)
    first = reading.query(_scalar("a.sqlite"), _scalar("select 1"))
    assert reading.query(_scalar("a.sqlite"), _scalar("select 1")) is first


# ---- what is refused -----------------------------------------------------------------------------

EVERYWHERE = [
    "delete from t",
    "insert into t (city) values ('x')",
    "update t set n = 1",
    "create table x as select 1",
    "create temp table x as select 1",
    "drop table t",
    "attach 'secret.csv' as x",
    "pragma database_list",
    "explain select 1",
    "begin",
    "vacuum",
    "select 1; select 2",
    "select 1; delete from t",
    "",
    "-- nothing",
]
SQLITE = [
    "select load_extension('x')",
    "select readfile('/etc/passwd')",
    "select writefile('x', 'y')",
    "select * from pragma_table_info('t')",
    "vacuum into 'copy.db'",
    "detach main",
    "reindex",
    "analyze",
]
DUCKDB = [
    "select * from read_csv('secret.csv')",
    "select * from 'secret.csv'",
    "select * from read_text('/etc/passwd')",
    "select * from glob('*')",
    "from read_blob('/etc/passwd')",
    "copy t to 'copy.csv'",
    "export database 'copy'",
    "install httpfs",
    "load httpfs",
    "set threads = 4",
    "set enable_external_access = true",
    "reset memory_limit",
    "call pragma_version()",
    "checkpoint",
    "select * from rows",  # a variable of this module: Python's are out of reach
    "select getenv('HOME')",
]


@pytest.mark.parametrize(
    ("named", "query"),
    [
        *((named, query) for named in ("a.sqlite", "a.duckdb", "zones.csv") for query in EVERYWHERE),
        *(("a.sqlite", query) for query in SQLITE),
        *((named, query) for named in ("a.duckdb", "zones.csv") for query in DUCKDB),
    ],
)
def test_a_query_reads_and_does_nothing_else(
    folder: Path, named: str, query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert code(folder, named, query) == "queries/refused"
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("named", ["a.sqlite", "a.duckdb"])
@pytest.mark.parametrize(
    "query",
    [
        "select random()",
        "select current_date",
        "select CURRENT_TIMESTAMP",
        "select date('now')",
        "select 1 where random ( ) > 1",
    ],
)
def test_a_query_that_answers_otherwise_each_time_is_refused(folder: Path, named: str, query: str) -> None:
    assert code(folder, named, query) == "queries/changing"


def test_words_that_only_look_like_a_clock_are_no_clock(folder: Path) -> None:
    query = "select city as \"now()\", 'current_date' as x from t /* random() */ -- uuid()\n where n = 3"
    assert rows(folder, "a.sqlite", query) == [["苏州", "current_date"]]


# ---- bounds --------------------------------------------------------------------------------------

ENDLESS = "with recursive c(n) as (select 1 union all select n + 1 from c) select "


def test_a_query_of_too_many_steps_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_query, "MOST_STEPS", 100_000)
    assert code(folder, "a.sqlite", ENDLESS + "sum(n) from c") == "queries/too-much"


def test_a_query_that_takes_too_long_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.content.data.duckdb_query.MOST_SECONDS", 0.2)
    assert code(folder, "a.duckdb", "select sum(a.range * b.range) from range(10000000) a, range(10000000) b") == (
        "queries/too-much"
    )


@pytest.mark.parametrize("named", ["a.sqlite", "a.duckdb"])
def test_more_rows_columns_or_characters_than_a_table_holds_are_refused(folder: Path, named: str) -> None:
    assert code(folder, named, ENDLESS + "n from c limit 20001") == "queries/too-much"
    assert code(folder, named, "select " + ", ".join(f"1 as c{n}" for n in range(201))) == "queries/too-much"
    wide = "replace('" + "x" * 5_000 + "', 'x', 'xxxxxxxxxx')"
    assert code(folder, named, ENDLESS + f"{wide} from c limit 100") == "queries/too-much"


def test_a_query_that_wants_all_memory_is_refused(folder: Path) -> None:
    query = "select string_agg(repeat('x', 1000), '') from range(1000000)"
    assert code(folder, "a.duckdb", query) == "queries/too-much"


@pytest.mark.parametrize(
    ("named", "query"),
    [("a.sqlite", "select x'00ff'"), ("a.duckdb", "select [1]"), ("a.duckdb", "select 'nan'::double")],
)
def test_a_value_that_no_text_prints_is_refused(folder: Path, named: str, query: str) -> None:
    assert code(folder, named, query) == "queries/refused"


# ---- files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("beside", ["a.sqlite-wal", "a.sqlite-journal"])
def test_a_database_with_changes_beside_it_is_refused(folder: Path, beside: str) -> None:
    (folder / "data" / beside).write_bytes(b"changes")
    assert code(folder, "a.sqlite", "select 1") == "databases/unreadable"


def test_what_is_no_database_and_what_is_a_link_are_refused(folder: Path) -> None:
    write_files(folder, {"data/b.duckdb": "city,gdp\n"})
    assert code(folder, "b.duckdb", "select 1") == "databases/unreadable"
    (folder / "data/c.sqlite").symlink_to(folder / "data/a.sqlite")
    assert code(folder, "c.sqlite", "select 1") == "data/missing"
    assert code(folder, "../data/a.sqlite", "select 1") == "data/missing"


def test_without_the_extra_it_is_told_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_: str) -> None:
        return None

    monkeypatch.setattr("reportgen.extras.find_spec", absent)
    _, (problem,) = ask(folder, "a.duckdb", "select 1")
    assert 'pip install "reportgen[data]"' in problem.message
    assert rows(folder, "a.sqlite", "select 1") == [["1"]]  # SQLite comes with Python
