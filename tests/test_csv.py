"""CSV files as RFC 4180 has them: what stands in quotes stays whole, and every cell knows where it stands."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.content.data.csv_table import MOST_ROWS, parse_csv


def test_a_line_break_in_quotes_stays_and_the_rows_below_keep_their_places() -> None:
    text = 'date,what,n\n1988,"第一行\r\n第二行",1\n2008,"a ""b"", c",54\n'
    columns, rows, problems = parse_csv(text, "a.csv")
    assert (columns, problems) == (("date", "what", "n"), [])
    assert [str(row["what"]) for row in rows] == ["第一行\n第二行", 'a "b", c']
    assert [str(cell.place) for cell in rows[0].values()] == ["a.csv:2:1", "a.csv:2:6", "a.csv:3:6"]
    assert [str(cell.place) for cell in rows[1].values()] == ["a.csv:4:1", "a.csv:4:6", "a.csv:4:19"]


@pytest.mark.parametrize("head", [" date ", "\ufeffdate", "\u3000date", "date\u200b", '" date"', "\xa0date"])
def test_heads_have_no_blanks_that_nobody_sees(head: str) -> None:
    columns, rows, _ = parse_csv(f"{head},n\n1988,1\n", "a.csv")
    assert columns == ("date", "n")
    assert rows[0]["date"] == "1988"


def test_columns_without_a_head_and_rows_without_a_cell_are_passed_over() -> None:
    columns, rows, problems = parse_csv("\n,,\ndate,n,,\n1988,1,,x\n,,,\n", "a.csv")
    assert (columns, problems) == (("date", "n"), [])
    assert [dict(row) for row in rows] == [{"date": "1988", "n": "1"}]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_system_ends_them(line_break: str) -> None:
    _, rows, problems = parse_csv(line_break.join(["date,n", "1988,1", "2008,54"]), "a.csv")
    assert problems == []
    assert [(str(row["n"]), str(row["n"].place)) for row in rows] == [("1", "a.csv:2:6"), ("54", "a.csv:3:6")]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('date,n\n1988,"1\n2008,54\n', "a.csv:2:6", "never closed"),
        ('date,n\n1988,"1"x\n', "a.csv:2:9", "',' expected"),
    ],
)
def test_a_quote_that_makes_it_no_csv_is_told_where_it_stands(text: str, place: str, words: str) -> None:
    _, _, (problem,) = parse_csv(text, "a.csv")
    assert (problem.code, str(problem.place)) == ("csv/syntax", place)
    assert words in problem.message


def test_the_first_row_too_many_is_told() -> None:
    text = "n\n" + "1\n" * 100_000
    _, _, (problem,) = parse_csv(text, "a.csv")
    assert (problem.code, str(problem.place)) == ("tables/too-many-rows", f"a.csv:{MOST_ROWS + 2}")


@given(st.lists(st.lists(st.text('ab",\n ', max_size=5), min_size=2, max_size=2), min_size=1, max_size=6))
def test_what_python_writes_is_read_as_it_was_written(rows: list[list[str]]) -> None:
    written = StringIO(newline="")
    csv.writer(written).writerows([["x", "y"], *rows])
    _, read, problems = parse_csv(written.getvalue(), "a.csv")
    assert problems == []
    assert [[str(cell) for cell in row.values()] for row in read] == [
        [cell.strip() for cell in row] for row in rows if "".join(row).strip()
    ]
