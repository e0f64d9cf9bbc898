"""Two editions of one text in one language: what changed is told as changed, what is only said otherwise is not."""

from __future__ import annotations

import pytest

from reportgen.comparison.compare import compare_passages
from reportgen.differences import Difference
from reportgen.passages import Cell, Passage


def passages(texts: list[str]) -> list[Passage]:
    return [Passage(f"paragraph {place}", text) for place, text in enumerate(texts, 1)]


def changes(old: list[str], new: list[str]) -> tuple[Difference, ...]:
    return compare_passages([passages(old), passages(new)])


def told(old: list[str], new: list[str]) -> list[tuple[str, str, str]]:
    return [(str(each.severity), each.code, each.message) for each in changes(old, new)]


ZH = ["2024年，园区实现营业收入3.2亿元，同比增长7.1%。", "企业178家，其中高新技术企业52家。", "下一步将继续扩大开放。"]
EN = [
    "In 2024, revenue was RMB 320 million, up 7.1%.",
    "There were 178 firms, 52 of them high-tech.",
    "It will open up.",
]


@pytest.mark.parametrize("text", [ZH, EN])
def test_the_same_text_has_not_changed(text: list[str]) -> None:
    assert changes(text, text) == ()


@pytest.mark.parametrize(
    ("text", "was", "now"),
    [
        (ZH, "3.2亿元", "3.4亿元"),
        (ZH, "178家", "187家"),
        (EN, "RMB 320 million", "RMB 340 million"),
        (EN, "178", "187"),
    ],
)
def test_a_changed_figure_is_told_as_what_it_was_and_is(text: list[str], was: str, now: str) -> None:
    new = [line.replace(was, now) for line in text]
    (found,) = changes(text, new)
    assert (found.code, found.severity, found.certainty) == ("figures/changed", "error", "certain")
    assert found.message == f"was {was}, is {now}"
    assert found.suggestion == ""
    assert found.first is not None
    assert found.second is not None
    assert (found.first.marked, found.second.marked) == (was, now)
    assert new[found.second.block][found.second.start : found.second.end] == now


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("收入3.2亿元，同比增长7.1%。", "同比增长7.1%，收入达到3.2亿元。"),
        ("收入3.2亿元。", "全年收入为32000万元。"),
        ("Revenue was RMB 320 million, up 7.1%.", "Up 7.1%, revenue came to RMB 0.32 billion."),
        ("There were 178 firms.", "The number of firms stood at 178 at the end of the year."),
    ],
)
def test_figures_in_other_words_have_not_changed(old: str, new: str) -> None:
    assert told([old], [new]) == []


def test_figures_exchanged_in_the_same_words_have_changed() -> None:
    found = told(["东部增长7.2%，西部增长5.1%。"], ["东部增长5.1%，西部增长7.2%。"])
    assert [message for _, _, message in found] == ["was 7.2%, is 5.1%", "was 5.1%, is 7.2%"]


def test_figures_that_came_and_went_are_told() -> None:
    old = ["收入3.2亿元，企业178家。"]
    assert told(old, ["收入3.2亿元，企业众多。"]) == [("error", "figures/dropped", "178家 is no longer there")]
    assert told(["收入3.2亿元，企业众多。"], old) == [("error", "figures/new", "178家 is new")]


def test_a_sentence_that_came_or_went_is_one_finding() -> None:
    (dropped,) = changes(ZH, [ZH[0], ZH[2]])
    assert (dropped.code, dropped.severity, dropped.zh_sentence) == ("text/dropped", "error", ZH[1])
    (added,) = changes([ZH[0], ZH[2]], ZH)
    assert (added.code, added.severity, added.zh_sentence) == ("text/added", "error", ZH[1])
    (worded,) = changes(ZH, ZH[:2])
    assert (worded.code, worded.severity) == ("text/dropped", "warning")


def test_a_paragraph_at_another_place_has_not_changed() -> None:
    assert told(ZH, [ZH[1], ZH[2], ZH[0]]) == []
    assert told(ZH, ["".join(ZH)]) == []


def test_a_qualifier_alone_and_a_number_that_is_no_figure_are_warnings() -> None:
    assert [each[:2] for each in told(["约3.2亿元。"], ["3.2亿元。"])] == [("warning", "figures/changed")]
    assert told(["会议于9:30开始。"], ["会议于10:30开始。"])[0][0] == "warning"


def table(rows: list[list[str]]) -> list[Passage]:
    return [
        Passage(f"row {row + 1} cell {column + 1}", text, cell=Cell(1, row, column, column))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]


ROWS = [["项目", "2023年（亿元）", "2024年（亿元）"], ["餐饮", "17.1", "18.2"], ["住宿", "14.3", "15.0"]]


def test_a_changed_cell_is_told_with_its_row_and_column() -> None:
    new = [ROWS[0], ["餐饮", "17.1", "-18.2"], ROWS[2]]
    (found,) = compare_passages([table(ROWS), table(new)])
    assert found.second is not None
    assert "row “餐饮”, column “2024年（亿元）”" in found.second.place
    assert new[1][2][found.second.start : found.second.end] == "-18.2"
    assert (found.code, found.severity) == ("figures/changed", "error")


def test_the_unit_of_a_table_that_changed_with_its_figures_changes_nothing() -> None:
    new = [["项目", "2023年（万元）", "2024年（万元）"], ["餐饮", "171000", "182000"], ["住宿", "143000", "150000"]]
    assert compare_passages([table(ROWS), table(new)]) == ()


def test_rows_that_came_and_went_are_told_once_each_and_do_not_shift_the_others() -> None:
    new = [ROWS[0], ["娱乐", "3.1", "3.3"], ROWS[1]]
    found = compare_passages([table(ROWS), table(new)])
    assert sorted(each.code for each in found) == ["text/added", "text/dropped"]


def test_traditional_chinese_is_chinese_and_an_option_says_the_language() -> None:
    (found,) = changes(["收入3.2億元，同比增長7.1%。"], ["收入3.4億元，同比增長7.1%。"])
    assert found.first is not None
    assert found.first.language == "zh"
    (found,) = compare_passages([passages(["GDP 3.2%"]), passages(["GDP 3.4%"])], languages=("zh", "zh"))
    assert found.first is not None
    assert found.first.language == "zh"
