"""Workbooks are read as their authors typed them, and refused where they could hurt."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.content.data.csv_table import MOST_ROWS
from reportgen.content.data.table import Row
from reportgen.content.data.workbook import open_workbook
from reportgen.content.source import Scalar
from reportgen.problems import Place, Problem


def workbook(folder: Path, *rows: tuple[object, ...], **formats: str) -> Path:
    """A workbook of one sheet; `formats` gives number formats by cell (B2=0.0%)."""
    book = openpyxl.Workbook()
    page: Any = book.active
    for row in rows:
        page.append(row)
    for cell, shown in formats.items():
        page[cell].number_format = shown
    path = folder / "book.xlsx"
    book.save(path)
    return path


def read_workbook(path: Path, name: str, wanted: str = "") -> tuple[list[Row], list[Problem]]:
    """The rows of what is named in a workbook, and what is wrong with it."""
    book = open_workbook(path, f"data/{name}", name)
    if isinstance(book, Problem):
        return [], [book]
    table, problems = book.table(Scalar.at(wanted, Place("facts.yaml", 3, 7), wanted), wanted)
    return list(table.rows) if table else [], problems


def spoiled(path: Path, part: str, content: bytes) -> Path:
    """The workbook with the content of one part replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    parts[part] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("value", "shown", "typed"),
    [
        (7.1, "General", "7.1"),
        (0.1 + 0.2, "General", "0.3"),
        (1700000000000, "General", "1700000000000"),
        (1e21, "General", "1000000000000000000000"),
        (0.03, "0.00", "0.03"),
        (100, "General", "100"),
        (0.071, "0.0%", "7.1%"),
        (-0.5, "0%", "-50%"),
        (3, '0"%"', "3%"),
        ("约50", "General", "约50"),
        (" 178 ", "General", "178"),
        (True, "General", "TRUE"),
        (date(2025, 3, 31), "yyyy-mm-dd", "2025-03-31"),
        (datetime(2025, 3, 1), "mmm-yy", "2025-03"),
        (datetime(2025, 3, 1), 'yyyy"年"m"月"', "2025-03"),
        (datetime(2025, 3, 1), 'yyyy"年"m"月"d"日"', "2025-03-01"),
        (datetime(2025, 1, 1), "yyyy", "2025"),
    ],
)
def test_a_cell_is_the_text_its_author_typed(tmp_path: Path, value: object, shown: str, typed: str) -> None:
    rows, problems = read_workbook(workbook(tmp_path, ("a",), (value,), A2=shown), "book.xlsx")
    assert problems == []
    assert [row["a"] for row in rows] == [typed]


def test_cells_know_their_row_and_column(tmp_path: Path) -> None:
    rows, _ = read_workbook(workbook(tmp_path, ("x", "y"), (), ("2024", 5)), "book.xlsx")
    assert str(rows[0]["y"].place) == "book.xlsx#Sheet!B3"


def test_an_empty_cell_is_an_empty_text(tmp_path: Path) -> None:
    rows, problems = read_workbook(workbook(tmp_path, ("x", "y"), ("2024", None), ("2025", 1)), "book.xlsx")
    assert problems == []
    assert [row["y"] for row in rows] == ["", "1"]


def test_a_sheet_is_found_by_name_and_missed_by_name(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("x",), (1,))
    assert read_workbook(path, "book.xlsx", "Sheet")[0] == [{"x": "1"}]
    (problem,) = read_workbook(path, "book.xlsx", "2024")[1]
    assert "no sheet '2024'" in problem.message
    assert "Sheet" in problem.hint


def test_a_formula_without_a_result_is_told_in_place(tmp_path: Path) -> None:
    (problem,) = read_workbook(workbook(tmp_path, ("x", "y"), (1, "=A2*2")), "book.xlsx")[1]
    assert (problem.place.line, problem.place.column) == (2, 2)
    assert "no result" in problem.message


def test_a_column_that_is_there_twice_is_told(tmp_path: Path) -> None:
    (problem,) = read_workbook(workbook(tmp_path, ("x", "x"), (1, 2)), "book.xlsx")[1]
    assert "twice" in problem.message


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = spoiled(workbook(tmp_path, ("x",), (1,)), "xl/worksheets/sheet1.xml", b" " * 61_000_000)
    assert path.stat().st_size < 200_000
    (problem,) = read_workbook(path, "book.xlsx")[1]
    assert "unpacks to too much" in problem.message


def test_entities_are_refused(tmp_path: Path) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'
    (problem,) = read_workbook(spoiled(workbook(tmp_path, ("x",)), "xl/worksheets/sheet1.xml", laughs), "b.xlsx")[1]
    assert "no plain UTF-8 XML" in problem.message


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_workbook_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    (problem,) = read_workbook(path, "book.xlsx")[1]
    assert "no .xlsx workbook" in problem.message


def test_a_huge_sheet_is_refused(tmp_path: Path) -> None:
    rows = ((n,) for n in range(MOST_ROWS + 1))
    (problem,) = read_workbook(workbook(tmp_path, ("x",), *rows), "book.xlsx")[1]
    assert "more than" in problem.message


def test_styles_of_another_program_are_no_matter(tmp_path: Path) -> None:
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    styles = b'<styleSheet xmlns="%s"><cellXfs><xf/></cellXfs></styleSheet>' % main
    assert read_workbook(spoiled(workbook(tmp_path, ("x",), (1.5,)), "xl/styles.xml", styles), "b.xlsx") == (
        [{"x": "1.5"}],
        [],
    )
