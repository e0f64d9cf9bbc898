"""Content that is fed by workbooks: what is told, where, and in every form in which problems are told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.problem_formats import FORMATS
from reportgen.problems import Problem, Verdict
from tests.content import write_content
from tests.test_bad_content import problems_in

CHART = (
    "- chart: {id: z, kind: line, title: {zh: 甲, en: A}, measure: {zh: 额, en: Sum}, data: 'trade.xlsx#出口', "
    "x: month, y: tea, unit: 亿元}\n"
)
FACT = "tea: {is: {from: 'trade.xlsx#出口!B3', unit: 亿元}, what: {zh: 茶叶, en: tea}, when: 2025-02, source: paper}\n"


def content(folder: Path, value: object, code: str, *, fact: bool = False) -> Path:
    """A small folder whose chart, or whose fact, reads a workbook with such a cell in B3."""
    section = "title: {zh: 一, en: One}\nblocks:\n- text: {zh: '甲{growth}，{output}', en: 'A {growth}, {output}'}\n"
    facts = (
        "growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}\n"
        "output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}\n"
    )
    tea = '- text: {zh: "茶叶{tea}。", en: "Tea {tea}."}\n'
    path = write_content(folder, sections__one=section + (tea if fact else CHART), facts=facts + (FACT if fact else ""))
    book: Any = openpyxl.Workbook()
    page: Any = book.active
    page.title = "出口"
    for row in (("month", "tea"), ("2025-01", 1.5), ("2025-02", value), ("2025-03", 2)):
        page.append(row)
    page["B3"].number_format = code
    book.save(path / "data/trade.xlsx")
    return path


def told(folder: Path) -> list[Problem]:
    return [problem for problem in problems_in(folder) if "trade.xlsx" in problem.place.file]


@pytest.mark.parametrize("fact", [False, True], ids=["chart", "fact"])
@pytest.mark.parametrize(
    ("value", "code"),
    [
        (12, '0"万元"'),
        (12, '0"万"'),
        (0.333, "# ?/?"),
        ("#DIV/0!", "General"),
        ("暂无数据", "General"),
        (7.1, "0.0‰"),
        (7.1, "0.0%"),
    ],
)
def test_a_cell_that_is_no_such_figure_is_told_by_sheet_and_cell(
    tmp_path: Path, value: object, code: str, fact: bool
) -> None:
    (problem,) = told(content(tmp_path, value, code, fact=fact))
    assert str(problem.severity) == "error"
    assert str(problem.place).endswith("data/trade.xlsx#出口!B3")


@pytest.mark.parametrize("fact", [False, True], ids=["chart", "fact"])
@pytest.mark.parametrize(
    ("value", "code"), [(10 / 7, "0.0"), (12, '0.0"亿元"'), (-1234, "#,##0_);(#,##0)"), (3, '"约"0')]
)
def test_a_cell_that_shows_such_a_figure_is_one(tmp_path: Path, value: object, code: str, fact: bool) -> None:
    assert told(content(tmp_path, value, code, fact=fact)) == []


def test_every_form_of_problems_names_sheet_and_cell(tmp_path: Path) -> None:
    (problem,) = told(content(tmp_path, "#DIV/0!", "General"))
    verdict = Verdict((problem,), ())
    (as_json,) = json.loads(FORMATS["json"](verdict, "en"))["problems"]
    assert (as_json["place"]["sheet"], as_json["place"]["cell"]) == ("出口", "B3")
    (result,) = json.loads(FORMATS["sarif"](verdict, "en"))["runs"][0]["results"]
    (location,) = result["locations"]
    assert location["logicalLocations"] == [{"name": "B3", "fullyQualifiedName": "出口!B3"}]
    assert "region" not in location["physicalLocation"]
    assert location["physicalLocation"]["artifactLocation"]["uri"].endswith("data/trade.xlsx")
    github = FORMATS["github"](verdict, "en")
    assert "line=" not in github
    assert "::sheet 出口, cell B3: this cell holds the error #DIV/0!" in github


def test_hidden_rows_are_told_beside_the_file_that_is_named_and_may_be_accepted(tmp_path: Path) -> None:
    folder = content(tmp_path, 3, "0")
    path = folder / "data/trade.xlsx"
    book: Any = openpyxl.load_workbook(path)
    book["出口"].row_dimensions[4].hidden = True
    book.save(path)
    hidden = [problem for problem in problems_in(folder) if problem.code == "workbooks/hidden"]
    assert [(problem.place.line, problem.evidence[0].place) for problem in hidden] != []
    section = folder / "sections/one.yaml"
    text = section.read_text(encoding="utf-8")
    mark = "# reportgen: ignore[workbooks/hidden] because 三月尚未公布\n- chart"
    section.write_text(text.replace("- chart", mark), encoding="utf-8")
    assert [problem for problem in problems_in(folder) if problem.code == "workbooks/hidden"] == []
