"""A problem stands where its author must mend: in the line of a long text, in the row of a table that was torn."""

from __future__ import annotations

import pytest

from reportgen.content.data.csv_table import parse_csv
from reportgen.content.source import Entries, Scalar, parse_yaml
from reportgen.content.text import parse_text


def scalar(text: str) -> Scalar:
    """The text under the key `zh` of a file."""
    value, problems = parse_yaml(text, "a.yaml")
    assert isinstance(value, Entries)
    assert problems == []
    found = value["zh"]
    assert isinstance(found, Scalar)
    return found


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("zh: 一{a b}二\n", 1, 6),
        ("zh: |\n  一\n  二{a b}三\n", 3, 4),
        ("zh: >\n  一\n\n  二\n  三{a b}\n", 5, 4),
        ('zh: "一\n  二{a b}"\n', 2, 4),
    ],
)
def test_a_problem_in_a_text_of_many_lines_stands_in_its_own_line(text: str, line: int, column: int) -> None:
    _, (problem,) = parse_text(scalar(text))
    assert (problem.place.line, problem.place.column) == (line, column)


def test_the_second_of_two_like_slips_has_a_place_of_its_own() -> None:
    _, problems = parse_text(scalar("zh: |\n  一{a b}二\n  三{a b}四\n"))
    assert [(problem.place.line, problem.place.column) for problem in problems] == [(2, 4), (3, 4)]


@pytest.mark.parametrize(("row", "cells"), [("1988", 1), ("1988,1,2", 3), ("1988,1,", 3)])
def test_a_row_of_another_length_than_the_heading_is_told_in_place_and_left_out(row: str, cells: int) -> None:
    _, rows, (problem,) = parse_csv(f"date,zones\n1978,0\n{row}\n2008,54\n", "a.csv")
    assert f"{cells} cell" in problem.message
    assert problem.place.line == 3
    assert [each["date"] for each in rows] == ["1978", "2008"]
