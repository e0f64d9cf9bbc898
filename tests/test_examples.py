"""The examples build without a word of complaint, and their figures are those that their scripts make."""

from __future__ import annotations

import runpy
import sqlite3
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import reportgen
from reportgen.outline import outline
from reportgen.pipeline import Plan, prepare

EXAMPLES = Path(__file__).parents[1] / "examples"
QUARTERLY = EXAMPLES / "quarterly"


def test_the_quarterly_has_neither_errors_nor_warnings() -> None:
    assert reportgen.check(reportgen.read(QUARTERLY)) == ()


def test_the_quarterly_types_no_figure_of_its_own() -> None:
    facts = reportgen.read(QUARTERLY).facts.values()
    assert len(facts) > 50
    assert [fact.name for fact in facts if fact.origin is None and not fact.formula] == []


def test_the_quarterly_tells_on_every_page_that_it_is_made_up() -> None:
    about = reportgen.read(QUARTERLY).about
    assert about.short_title is not None
    (zh, en) = ("".join(getattr(piece, "text", "") for piece in about.short_title.pieces[one]) for one in ("zh", "en"))
    assert "虚构" in zh
    assert "made-up" in en


def test_the_figures_of_the_quarterly_are_those_that_its_script_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = runpy.run_path(str(QUARTERLY / "make_data.py"))
    script["_workbook"](tmp_path / "quarter.xlsx")
    script["_database"](tmp_path / "history.sqlite")
    assert cells(tmp_path / "quarter.xlsx") == cells(QUARTERLY / "data" / "quarter.xlsx")
    assert rows(tmp_path / "history.sqlite") == rows(QUARTERLY / "data" / "history.sqlite")


def cells(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(path)
    return {page.title: list(page.iter_rows(values_only=True)) for page in book.worksheets}


def rows(path: Path) -> list[Any]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as book:
        return book.execute("select * from annual order by year").fetchall()


def test_a_changed_cell_changes_the_text_in_both_languages(tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "quarterly"
    shutil.copytree(QUARTERLY, folder)
    book: Any = openpyxl.load_workbook(folder / "data" / "quarter.xlsx")
    page = book["季度"]
    (row,) = (row for row in page.iter_rows() if row[0].value == "2025-Q3")
    row[2].value = 293.1
    book.save(folder / "data" / "quarter.xlsx")
    documents = prepare(folder, Plan()).documents
    zh, en = (outline(documents[language]).replace("\u00a0", " ") for language in ("zh", "en"))
    assert "293.1亿元{imports}" in zh
    assert "同比增长9.2%{imports_growth}" in zh
    assert "RMB 29.31 billion{imports}" in en
    assert "up 9.2% year on year{imports_growth}" in en
