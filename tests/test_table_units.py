"""The unit told above a table holds for the bare figures of that table, for no other and for none that has its own."""

from __future__ import annotations

import pytest

from reportgen.comparison.table_units import with_units
from reportgen.passages import Cell, Passage


def table(rows: list[list[str]], number: int = 1) -> list[Passage]:
    return [
        Passage(f"{row}.{column}", text, cell=Cell(number, row, column, column))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]


def lines(*texts: str) -> list[Passage]:
    return [Passage("above", text) for text in texts]


def read(passages: list[Passage], language: str = "zh") -> list[str]:
    return [passage.text for passage in with_units(passages, language)]


ROWS = [["项目", "2023", "2024"], ["餐饮", "17.1", "18.2"]]
GIVEN = ["项目", "2023", "2024", "餐饮", "17.1亿元", "18.2亿元"]


@pytest.mark.parametrize(
    "line", ["单位：亿元", "单位:亿元", "（单位：亿元）", "(单位：亿元)", "计量单位：亿元", "单位 ： 亿元"]
)
def test_the_unit_in_a_line_above_is_given_to_every_bare_figure_and_the_line_goes(line: str) -> None:
    assert read([*lines(line), *table(ROWS)]) == GIVEN


@pytest.mark.parametrize("line", ["Unit: RMB billion", "(units: RMB billion)", "Unit: billions of yuan"])
def test_in_english_too(line: str) -> None:
    rows = [["Item", "2023", "2024"], ["Food", "1.71", "1.82"]]
    *_, first, second = read([*lines(line), *table(rows)], "en")
    assert {first, second} in ({"RMB 1.71 billion", "RMB 1.82 billion"}, {"1.71 billion yuan", "1.82 billion yuan"})


def test_the_unit_in_a_caption_is_given_and_the_rest_of_the_caption_stays() -> None:
    assert read([*lines("表1 各项收入（亿元）"), *table(ROWS)]) == ["表1 各项收入", *GIVEN]


def test_a_caption_and_the_other_languages_lines_may_stand_between() -> None:
    above = lines("单位：亿元", "Table 1 Revenue", "Unit: RMB billion", "表1 各项收入")
    assert read([*above, *table(ROWS)])[-2:] == GIVEN[-2:]


def test_a_line_further_off_says_nothing_of_the_table() -> None:
    far = lines("单位：亿元", "甲。", "乙。", "丙。", "丁。")
    assert read([*far, *table(ROWS)])[-2:] == ["17.1", "18.2"]


def test_the_unit_of_one_table_is_not_that_of_the_next() -> None:
    told = read([*lines("单位：亿元"), *table(ROWS), *lines("另表"), *table(ROWS, 2)])
    assert told == [*GIVEN, "另表", *(row for line in ROWS for row in line)]
    told = read([*lines("单位：亿元"), *table([["餐饮", "17.1"]]), *table([["住宿", "18.2"]], 2)])
    assert told == ["餐饮", "17.1亿元", "住宿", "18.2"]


def test_a_unit_of_a_columns_own_goes_before_the_one_above() -> None:
    rows = [["项目", "收入", "增速（%）"], ["餐饮", "17.1", "6.4"], ["住宿", "18.2", "7.1%"]]
    told = read([*lines("单位：亿元"), *table(rows)])
    assert told[3:] == ["餐饮", "17.1亿元", "6.4%", "住宿", "18.2亿元", "7.1%"]


def test_the_first_column_holds_names_and_takes_no_unit_from_above() -> None:
    told = read([*lines("单位：亿元"), *table([["年份", "收入"], ["1", "17.1"], ["2", "18.2"]])])
    assert told[2:] == ["1", "17.1亿元", "2", "18.2亿元"]


def test_a_line_of_another_kind_gives_no_unit() -> None:
    for line in ("单位：测试室", "单位换算", "编制单位：亿元", "收入（亿元）"):
        assert read([*lines(line), *table(ROWS)])[-2:] == ["17.1", "18.2"]
