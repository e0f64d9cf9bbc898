"""Data that is not as content thinks is told by sheet and cell wherever it is used, and nothing is written."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import reportgen
from reportgen.problems import ContentError
from tests.content import write_files

FACT = """
title: {zh: 出口, en: Exports}
blocks:
- text: {zh: "茶叶出口额为{tea}。", en: "Tea exports were {tea}."}
"""
TABLE = """
title: {zh: 出口, en: Exports}
blocks:
- text: {zh: "甲为{tea}。", en: "It was {tea}."}
- table:
    id: t
    title: {zh: 出口, en: Exports}
    data: trade.xlsx#出口
    columns:
    - {column: month, title: {zh: 月份, en: Month}}
    - {column: TEA, title: {zh: 茶叶, en: Tea}, unit: 亿元}
"""
CHART = """
title: {zh: 出口, en: Exports}
blocks:
- text: {zh: "甲为{tea}。", en: "It was {tea}."}
- chart: {id: c, kind: line, title: {zh: 茶叶, en: Tea}, data: "trade.xlsx#出口", x: month, y: TEA, unit: 亿元}
"""
TYPED = "3.1亿元"
CELL = "{from: trade.xlsx#出口, row: {month: 2025-09}, column: TEA, unit: 亿元}"
USES = {"fact": (FACT, CELL), "table": (TABLE, TYPED), "chart": (CHART, TYPED)}

Rows = list[list[Any]]


def rows(*more: list[Any]) -> Rows:
    return [*more, ["month", "tea", "silk"], ["2025-08", 11.25, 3.2], ["2025-09", 12.5, 3.4]]


def content(
    folder: Path, use: str, sheet: Rows, merged: Sequence[str], name: str, formats: dict[str, str], column: str
) -> Path:
    """A briefing whose one fact, table or chart reads a sheet."""
    section, figure = (text.replace("TEA", column) for text in USES[use])
    write_files(
        folder,
        {
            "briefing.yaml": "id: trade\ntitle: {zh: 贸易, en: Trade}\ndate: 2025-10-20\n"
            "issuer: {zh: 统计局, en: Bureau of Statistics}\nsections: [one]\n",
            "sources.yaml": "customs: {title: {zh: 数据, en: Data}, publisher: {zh: 海关总署, en: Customs}, "
            "date: 2025-10-18}\n",
            "facts.yaml": f"tea: {{is: {figure}, what: {{zh: 茶叶出口额, en: tea exports}}, "
            "when: 2025-09, source: customs}\n",
            "sections/one.yaml": section,
        },
    )
    book: Any = openpyxl.Workbook()
    book.active.title = name
    for row in sheet:
        book.active.append(row)
    for cell, code in formats.items():
        book.active[cell].number_format = code
    for area in merged:
        book.active.merge_cells(area)
    (folder / "data").mkdir(exist_ok=True)
    book.save(folder / "data" / "trade.xlsx")
    return folder


AREA = "its first row holds no heads; name the area that starts with them: trade.xlsx#出口!A3:C5"
UNIT = "and the unit here is 亿元"


def told(
    tmp_path: Path,
    use: str,
    sheet: Rows,
    *,
    merged: Sequence[str] = (),
    name: str = "出口",
    formats: dict[str, str] | None = None,
    column: str = "tea",
) -> list[str]:
    """What a build tells that stops at the data; it has written nothing."""
    folder = content(tmp_path / "content", use, sheet, merged, name, formats or {}, column)
    with pytest.raises(ContentError) as caught:
        reportgen.build(folder, tmp_path / "out", pages="estimate")
    assert not (tmp_path / "out").exists()
    return [
        f"{problem.place} {problem.message} ({problem.hint})".removeprefix(f"{folder}/")
        for problem in caught.value.problems
    ]


@pytest.mark.parametrize("use", USES)
class TestBadData:
    def test_a_column_that_is_missing(self, use: str, tmp_path: Path) -> None:
        (problem,) = told(tmp_path, use, [[month, silk] for month, _, silk in rows()])
        assert "trade.xlsx#出口 has no column 'tea' (there are: month, silk)" in problem

    def test_a_head_that_is_merged(self, use: str, tmp_path: Path) -> None:
        sheet = rows(["month", "exports", None])
        (problem,) = told(tmp_path, use, sheet, merged=["B1:C1"])
        assert problem.startswith("data/trade.xlsx#出口!B1 the head 'exports' is merged over B1:C1 (")
        assert problem.endswith("name the area that starts with it: trade.xlsx#出口!A2:C4)")

    def test_a_title_that_is_not_merged(self, use: str, tmp_path: Path) -> None:
        problems = told(tmp_path, use, rows(["表1 主要商品出口", None, None], ["单位：亿元", None, None]))
        assert [AREA in problem for problem in problems] == [True, True]

    def test_a_sheet_that_was_moved(self, use: str, tmp_path: Path) -> None:
        (problem,) = told(tmp_path, use, rows(), name="2025")
        assert "this workbook has no sheet '出口' (there are: 2025)" in problem

    def test_a_cell_with_text(self, use: str, tmp_path: Path) -> None:
        sheet = rows()
        sheet[2][1] = "待核"
        (problem,) = told(tmp_path, use, sheet)
        assert problem.startswith("data/trade.xlsx#出口!B3 '待核' is no figure in 亿元 (")

    def test_a_cell_that_tells_another_unit(self, use: str, tmp_path: Path) -> None:
        sheet = rows()
        sheet[2][1] = "12万元"
        (problem,) = told(tmp_path, use, sheet)
        assert problem.startswith(f"data/trade.xlsx#出口!B3 this cell shows 12万元, {UNIT} (")

    @pytest.mark.parametrize(("code", "shown"), [('0.0"万元"', "12.5万元"), ('0.0"万"', "12.5万")])
    def test_a_number_format_that_tells_another_unit(self, code: str, shown: str, use: str, tmp_path: Path) -> None:
        (problem,) = told(tmp_path, use, rows(), formats={"B3": code})
        assert problem.startswith(f"data/trade.xlsx#出口!B3 this cell shows {shown}, {UNIT} (")

    def test_a_head_that_tells_another_unit(self, use: str, tmp_path: Path) -> None:
        sheet = rows()
        sheet[0][1] = "tea（万元）"
        (problem,) = told(tmp_path, use, sheet, column="tea（万元）")
        cell = "B3" if use == "fact" else "B1"
        assert problem.startswith(f"data/trade.xlsx#出口!{cell} the head says 万元, {UNIT} (")

    def test_an_error_value(self, use: str, tmp_path: Path) -> None:
        sheet = rows()
        sheet[2][1] = "#DIV/0!"
        (problem,) = told(tmp_path, use, sheet)
        assert problem.startswith("data/trade.xlsx#出口!B3 this cell holds the error #DIV/0! (")


QUERY = '{from: trade.sqlite, query: "select month, tea from exports where tea > 11 order by month"}'


def asked(folder: Path, use: str, query: str) -> Path:
    """The briefing whose table or chart is the answer to a query over a SQLite file."""
    content(folder, use, rows(), (), "出口", {}, "tea")
    section = folder / "sections" / "one.yaml"
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace('"trade.xlsx#出口"', query).replace("trade.xlsx#出口", query), encoding="utf-8")
    with closing(sqlite3.connect(folder / "data" / "trade.sqlite")) as database:
        database.execute("create table exports(month text, tea decimal(8, 2))")
        database.executemany(
            "insert into exports values(?, ?)", [("2025-08", 10.5), ("2025-09", 11.25), ("2025-10", 13)]
        )
        database.commit()
    return folder


@pytest.mark.parametrize("use", ["table", "chart"])
def test_the_answer_to_a_query_is_a_table_as_a_file_is(use: str, tmp_path: Path) -> None:
    folder = asked(tmp_path / "content", use, QUERY)
    built = reportgen.build(folder, pages="estimate", editions=["zh"], xlsx=True, manifest=True)
    assert '"SQLite"' in built[-1].data.decode()
    book: Any = openpyxl.load_workbook(BytesIO(built[1].data))
    values = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {11.25, 13} <= values
    assert 10.5 not in values


@pytest.mark.parametrize("use", ["table", "chart"])
@pytest.mark.parametrize(
    ("query", "words"),
    [
        (QUERY.replace("month, tea", "month, tea as cha"), "no column 'tea' (there are: cha, month)"),
        (QUERY.replace("month, tea", "month, tea || '万元' as tea"), f"this cell shows 11.25万元, {UNIT}"),
        (QUERY.replace("month, tea", "month, tea / 7 as tea"), "is what reckoning in binary left"),
        (
            QUERY.replace("select month, tea from exports where tea > 11 order by month", "drop table exports"),
            "more than",
        ),
        (QUERY.replace("query:", "sql:"), "this names no file and no query over one"),
        (QUERY.replace("trade.sqlite", "trade.db"), "there is no file data/trade.db"),
    ],
)
def test_what_is_wrong_with_a_query_stops_a_build(use: str, query: str, words: str, tmp_path: Path) -> None:
    folder = asked(tmp_path / "content", use, query)
    with pytest.raises(ContentError) as caught:
        reportgen.build(folder, tmp_path / "out", pages="estimate")
    problem = caught.value.problems[0]
    assert words in f"{problem.message} ({problem.hint})"
    assert problem.place.file.endswith("sections/one.yaml")
    assert not (tmp_path / "out").exists()


def test_a_table_of_100000_rows(tmp_path: Path) -> None:
    sheet = [["month", "tea", "silk"], *([f"m{number}", number, 1] for number in range(100_000))]
    (problem,) = told(tmp_path, "chart", sheet)
    assert problem.startswith("data/trade.xlsx#出口!A20002 more than 20000 rows (keep the rows that are told")
