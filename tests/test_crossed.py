"""A figure of a file that a fact denies is told with both places, where it is surely the same figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.problems import Problem
from tests.content import write_content

ZONES = "zones: {is: FIGURE, what: {zh: 国家高新区数量, en: number of zones}, as_of: 2023-11, source: paper}\n"
STEP = """\
- chart:
    {id: z, kind: step, title: {zh: 国家高新区数量, en: Number of zones}, data: zones.csv, x: date, y: zones, unit: 家}
"""
CITIES = "city_zh,city_en,gdp,area\n苏州,Suzhou,26727,8657\n无锡,Wuxi,16263,4627\n"
SUZHOU = "suzhou: {is: FIGURE, what: {zh: 苏州生产总值, en: GDP of Suzhou}, when: 2024, source: paper}\n"
TABLE = """\
- table:
    id: t
    title: {zh: TITLE, en: TITLE}
    data: cities.csv
    columns:
    - {column: city, title: {zh: 城市, en: City}}
    - {column: gdp, title: {zh: 生产总值, en: GDP}, unit: 亿元}
    - {column: area, title: {zh: 面积, en: area}, unit: 平方公里}
"""
BARS = """\
- chart:
    id: c
    kind: bars
    title: {zh: 甲, en: A}
    measure: {zh: 生产总值, en: GDP}
    data: cities.csv
    x: city
    y: gdp
    unit: 亿元
"""
YEARS = "date,suzhou,wuxi\n2023,24653,15456\n2024,26727,16263\n"
LINES = """\
- chart:
    id: l
    kind: line
    title: {zh: 甲, en: A}
    measure: {zh: 生产总值, en: GDP}
    data: years.csv
    x: date
    unit: 亿元
    series: [{name: {zh: 苏州, en: Suzhou}, y: suzhou}, {name: {zh: 无锡, en: Wuxi}, y: wuxi}]
"""
ACROSS = "item_zh,item_en,y2023,y2024\n苏州生产总值,GDP of Suzhou,24653,26727\n"
WIDE = """\
- table:
    id: w
    title: {zh: 甲, en: A}
    data: across.csv
    columns:
    - {column: item, title: {zh: 指标, en: Indicator}}
    - {column: y2023, title: {zh: 2023年, en: "2023"}, unit: 亿元}
    - {column: y2024, title: {zh: 2024年, en: "2024"}, unit: 亿元}
"""


def told(folder: Path, fact: str, blocks: str, **data: str) -> list[Problem]:
    """What is told of a fact that is printed, and of blocks."""
    name = fact.partition(":")[0]
    section = f"title: {{zh: 一, en: One}}\nblocks:\n- metrics: [{name}]\n{blocks}"
    found = check(read_briefing(write_content(folder, facts=fact, sections__one=section, **data)))
    return [problem for problem in found if problem.code == "data/differs"]


def codes(folder: Path, fact: str, blocks: str, **data: str) -> list[str]:
    """How bad what is told is."""
    return [str(problem.severity) for problem in told(folder, fact, blocks, **data)]


def test_a_chart_of_a_file_that_a_fact_denies_is_an_error_with_both_places(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, ZONES.replace("FIGURE", "177家"), STEP)
    assert problem.place.file.endswith("facts.yaml")
    assert problem.severity == "error"
    (evidence,) = problem.evidence
    assert evidence.place is not None
    assert evidence.place.file.endswith("data/zones.csv")
    assert evidence.place.line == 4
    assert str(evidence.place) in problem.message
    assert "177" in problem.message
    assert "178" in problem.message


@pytest.mark.parametrize("figure", ["178家", "近180家", "超过170家", "180个", "1.8亿元", "100家至200家"])
def test_a_figure_that_says_the_same_is_let_be(figure: str, tmp_path: Path) -> None:
    assert codes(tmp_path, ZONES.replace("FIGURE", figure), STEP) == []


@pytest.mark.parametrize("figure", ["近170家", "超过180家", "不足178家"])
def test_a_qualifier_that_the_file_denies_is_told(figure: str, tmp_path: Path) -> None:
    assert codes(tmp_path, ZONES.replace("FIGURE", figure), STEP) == ["error"]


def test_a_figure_of_another_time_is_another(tmp_path: Path) -> None:
    assert codes(tmp_path, ZONES.replace("FIGURE", "177家").replace("2023-11", "2023-12"), STEP) == []
    assert codes(tmp_path, ZONES.replace("FIGURE", "177家").replace(", as_of: 2023-11", ""), STEP) == []


@pytest.mark.parametrize(
    ("blocks", "data"),
    [
        (TABLE.replace("TITLE", "City"), {"data__cities": CITIES}),
        (TABLE.replace("TITLE", "2024"), {"data__cities": CITIES}),
        (BARS, {"data__cities": CITIES}),
        (LINES, {"data__years": YEARS}),
        (WIDE, {"data__across": ACROSS}),
    ],
    ids=["table", "table of that year", "bars", "series", "times as columns"],
)
def test_a_figure_is_known_by_its_row_its_column_and_its_series(
    blocks: str, data: dict[str, str], tmp_path: Path
) -> None:
    assert codes(tmp_path / "other", SUZHOU.replace("FIGURE", "26700亿元"), blocks, **data) == ["error"]
    for same in ("26727亿元", "2.67万亿元"):  # the same, and the same rounded
        assert codes(tmp_path / same, SUZHOU.replace("FIGURE", same), blocks, **data) == []


@pytest.mark.parametrize(
    "fact",
    [
        SUZHOU.replace("GDP of Suzhou", "growth of Suzhou"),  # in one language alone
        SUZHOU.replace("苏州生产总值, en: GDP of Suzhou", "生产总值, en: GDP"),  # the column's words alone
        SUZHOU.replace("苏州生产总值, en: GDP of Suzhou", "苏州, en: Suzhou"),
        SUZHOU.replace("is: FIGURE", "is: 26700平方公里"),
        SUZHOU.replace("when: 2024", "when: 2024") + SUZHOU.replace("suzhou:", "before:").replace("2024", "2023"),
    ],
)
def test_what_is_not_surely_the_same_is_let_be(fact: str, tmp_path: Path) -> None:
    assert (
        codes(tmp_path, fact.replace("FIGURE", "26700亿元"), TABLE.replace("TITLE", "City"), data__cities=CITIES) == []
    )


def test_a_table_that_tells_another_year_is_of_another(tmp_path: Path) -> None:
    fact = SUZHOU.replace("FIGURE", "26700亿元")
    assert codes(tmp_path, fact, TABLE.replace("TITLE", "2023"), data__cities=CITIES) == []


def test_figures_of_other_sources_may_differ(tmp_path: Path) -> None:
    sources = "paper: {publisher: {zh: 某报, en: The Paper}}\noffice: {publisher: {zh: 某局, en: The Office}}\n"
    table = TABLE.replace("TITLE", "City") + "    source: office\n"
    fact = SUZHOU.replace("FIGURE", "26700亿元")
    assert codes(tmp_path, fact, table, data__cities=CITIES, sources=sources) == ["warning"]


def test_a_fact_that_was_read_from_the_file_is_the_files(tmp_path: Path) -> None:
    fact = SUZHOU.replace("is: FIGURE", "is: {from: cities.csv, row: {city_zh: 无锡}, column: gdp, unit: 亿元}")
    assert codes(tmp_path, fact, TABLE.replace("TITLE", "City"), data__cities=CITIES) == []
