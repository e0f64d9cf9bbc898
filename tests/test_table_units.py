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
    for line in ("单位：测试室", "单位换算", "编制单位：亿元", "以下收入均已超过1亿元。"):
        assert read([*lines(line), *table(ROWS)])[-2:] == ["17.1", "18.2"]


# ---- units in words -----------------------------------------------------------------------


ENGLISH = [["Item", "2023", "2024"], ["Revenue", "1,820", "(320)"], ["Staff costs", "25", "1,200"]]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "RMB in millions",
            "(RMB m)",
            "RMB, million",
            "In millions of Renminbi",
            "(in millions of RMB)",
            "RMB million",
        ),
        *("Unit: RMB million", "(RMB'million)", "RMB millions", "(Expressed in RMB millions)", "(RMB mn)", "in CNY m"),
        *("Amounts in millions of RMB", "RMB (million)", "(in RMB million, except percentages)", "In millions of yuan"),
        *("All amounts in RMB millions unless otherwise stated", "Unit: million  Currency: RMB"),
    ],
)
def test_a_line_of_words_tells_a_scale_and_a_currency(line: str) -> None:
    expected = ["RMB 1,820 million", "\u2212320 million RMB", "RMB 25 million", "RMB 1,200 million"]
    for head in (lines(line), table([[line, "", ""]], 1)):
        rows = table(ENGLISH, 1) if not head[0].cell else table([[line], *ENGLISH], 1)
        told = read([*(head if not head[0].cell else ()), *rows], "en")
        assert [text for text in told if text[:1] in "R\u2212" and text != "Revenue"] == expected
        assert line not in told


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("US$'000", "US$1,820 thousand"),
        ("RMB’000", "RMB 1,820 thousand"),
        ("(in thousands)", "1,820 thousand"),
        ("In thousands of US dollars", "US$1,820 thousand"),
        ("(Expressed in millions of Hong Kong dollars)", "HK$1,820 million"),
        ("$ million", "$1,820 million"),
        ("Unit: 10,000 tonnes", "18200000 tonnes"),
        ("thousand persons", "1,820 thousand persons"),
    ],
)
def test_other_scales_and_units_in_words(line: str, first: str) -> None:
    told = read([*lines(line), *table(ENGLISH)], "en")
    assert told[4].replace(",", "") == first.replace(",", "")


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("单位：亿元 币种：人民币", "17.1亿元"),
        ("（金额单位：人民币亿元）", "17.1亿元"),
        ("（除特别注明外，金额单位均为人民币千元）", "17.1千元"),
        ("（人民币百万元）", "17.1百万元"),
        ("单位：百万元人民币", "17.1百万元"),
        ("單位：百萬港元", "17.1百萬港元"),
        ("（以百万港元计）", "17.1百万港元"),
        ("单位：万美元", "17.1万美元"),
        ("单位：百分比", "17.1%"),
    ],
)
def test_chinese_lines_tell_a_scale_and_a_currency(line: str, first: str) -> None:
    assert read([*lines(line), *table(ROWS)])[-2] == first


def test_a_unit_in_the_corner_of_a_table_holds_for_all_of_it_but_for_rows_and_columns_with_their_own() -> None:
    rows = [["人民币百万元", "2023", "占比%"], ["收入", "1,820", "61.5"], ["从业人员（千人）", "1.2", "3.1"]]
    assert read(table(rows)) == ["2023", "占比", "收入", "1,820百万元", "61.5%", "从业人员", "1.2千人", "3.1%"]


@pytest.mark.parametrize("line", ["Visits", "Thousand Islands", "Item", "Number of employees", "收入", "合计"])
def test_a_line_of_names_tells_no_unit(line: str) -> None:
    language = "zh" if line > "z" else "en"
    assert read([*lines(line), *table(ENGLISH)], language)[-1] == "1,200"


def test_brackets_around_a_figure_are_a_minus_with_and_without_a_unit() -> None:
    rows = [
        ["Item", "RMB m", "%", "Staff"],
        ["East", "(3.2)", "(1.5%)", "(12)"],
        ["West", "(see note 3)", "(2.5)%", "7"],
    ]
    told = read(table(rows), "en")
    assert told[-8:] == [
        "East",
        "\u22123.2 million RMB",
        "\u22121.5%",
        "\u221212",
        "West",
        "(see note 3)",
        "\u22122.5%",
        "7",
    ]


def in_a_cell(*texts: str) -> list[Passage]:
    """The paragraphs of the first cell of a head, and the rest of its row."""
    first = [Passage(f"0.0.{line}", text, cell=Cell(1, 0, 0, 0, head=True)) for line, text in enumerate(texts)]
    return [
        *first,
        *(Passage(f"0.{at}", text, cell=Cell(1, 0, at, at, head=True)) for at, text in ((1, "1月"), (2, "10月"))),
    ]


def test_a_unit_beside_the_name_of_the_first_column_holds_for_the_whole_table() -> None:
    rows = [Passage(f"1.{at}", text, cell=Cell(1, 1, at, at)) for at, text in enumerate(("餐饮", "17.1", "18.2"))]
    assert read([*in_a_cell("项目", "单位：亿元"), *rows]) == ["项目", "1月", "10月", "餐饮", "17.1亿元", "18.2亿元"]


def test_a_month_in_a_head_is_no_ten_of_anything() -> None:
    rows = [Passage(f"1.{at}", text, cell=Cell(1, 1, at, at)) for at, text in enumerate(("餐饮", "17.1", "18.2"))]
    assert read([*in_a_cell("项目"), *rows])[-1] == "18.2"


def test_people_are_counted_in_scales_below_a_head() -> None:
    head = [Passage("0.0", "City", cell=Cell(1, 0, 0, 0, head=True))]
    head += [
        Passage(f"0.1.{n}", text, cell=Cell(1, 0, 1, 1, head=True))
        for n, text in enumerate(("Residents", "million people"))
    ]
    rows = [Passage(f"1.{at}", text, cell=Cell(1, 1, at, at)) for at, text in enumerate(("Suzhou", "12.9"))]
    assert read([*head, *rows], "en")[-1] == "12.9 million people"
