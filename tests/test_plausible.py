"""What can be printed and is hardly true is told with its reasons; what is merely large, or explained, is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.problems import Problem, Severity
from tests.content import write_content

Rows = list[tuple[str, str, str, str]]
"""A figure as printed, its words in both languages, and its time."""


def told(folder: Path, rows: Rows, blocks: str = "", note: str = "") -> list[Problem]:
    """What is hardly true of these facts, called f0, f1 and so on."""
    facts = "".join(
        f"f{number}: {{is: {figure}, what: {{zh: {zh}, en: {en}}}, {f'when: {when}, ' if when else ''}"
        f"source: paper{note if number == len(rows) - 1 else ''}}}\n"
        for number, (figure, zh, en, when) in enumerate(rows)
    )
    shown = "".join(f"- metrics: [f{number}]\n" for number in range(len(rows)))
    section = f"title: {{zh: 一, en: One}}\nblocks:\n{shown}{blocks}"
    found = check(read_briefing(write_content(folder, facts=facts, sections__one=section)))
    assert all(problem.code.startswith("plausible/") for problem in found), "\n".join(map(str, found))
    assert all(problem.severity is Severity.WARNING for problem in found)
    return list(found)


def codes(folder: Path, rows: Rows, blocks: str = "", note: str = "") -> list[str]:
    """The codes alone."""
    return [problem.code for problem in told(folder, rows, blocks, note)]


# ---- scale -------------------------------------------------------------------------------


def imports(*figures: str) -> Rows:
    """Imports of goods in one year."""
    goods = [
        ("原油", "oil"),
        ("天然气", "gas"),
        ("煤炭", "coal"),
        ("粮食", "grain"),
        ("铁矿", "ore"),
        ("大豆", "beans"),
    ]
    return [
        (figure, f"{zh}进口量", f"imports of {en}", "2024") for figure, (zh, en) in zip(figures, goods, strict=False)
    ]


def test_a_figure_ten_thousand_times_its_neighbors_is_told_with_the_next_of_them(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, imports("1864.2亿吨", "1310.5万吨", "5427.2万吨", "1575.3万吨"))
    assert problem.code == "plausible/scale"
    assert problem.place.line == 1
    assert "is 3434 times the largest of 3 figures like it" in problem.message  # 186,420 / 54.272 million
    assert "54.272" in problem.message
    assert "ignore[plausible/scale]" in problem.hint


def test_one_far_smaller_than_its_neighbors_is_told_too(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, imports("1864.2万吨", "13.1吨", "5427.2万吨", "1575.3万吨"))
    assert (problem.code, problem.place.line) == ("plausible/scale", 2)


@pytest.mark.parametrize(
    "rows",
    [
        imports("1864.2万吨", "131.5万吨", "5427.2万吨", "75.3万吨"),  # 72 times
        imports("51.7亿吨", "898.2万吨", "418.8亿吨", "9.9亿吨"),  # small by nature: 110 times
        imports("1864.2亿吨", "1310.5万吨", "5427.2万吨"),  # two neighbors tell nothing
        imports("1864.2亿吨", "1310.5万吨", "5427.2吨", "1575.3万吨"),  # they do not lie close themselves
        [
            *imports("1.2万吨", "1310.5吨", "3427.2吨", "1575.3吨")[1:],
            ("1.2亿吨", "全国进口量", "national imports of all", "2024"),
        ],
        [
            ("134.9万亿元", "国内生产总值", "gross domestic product", "2024"),
            ("20亿元", "甲公司营业收入", "revenue of A", "2024"),
            ("35亿元", "乙公司营业收入", "revenue of B", "2024"),
            ("15亿元", "丙公司营业收入", "revenue of C", "2024"),
            ("65亿元", "丁公司营业收入", "revenue of D", "2024"),
        ],
        [  # a year beside its months
            ("12000万吨", "原油进口量", "imports of oil", "2024"),
            *((f"{number}1.0万吨", "原油进口量", "imports of oil", f"2024-0{number}") for number in range(1, 6)),
        ],
    ],
)
def test_what_is_merely_larger_is_not_told(rows: Rows, tmp_path: Path) -> None:
    assert codes(tmp_path, rows) == []


def test_weights_of_unlike_things_are_told_only_where_another_scale_would_fit(tmp_path: Path) -> None:
    unlike = [("蚕茧", "cocoons"), ("钢", "steel"), ("碱", "soda"), ("纸", "paper")]
    rows = [(f"{size}万吨", zh, en, "2024") for size, (zh, en) in zip((61, 95, 88, 42), unlike, strict=True)]
    assert codes(tmp_path / "sound", [("37万吨", "茶叶", "tea", "2024"), *rows]) == []
    assert codes(tmp_path / "large", [("7亿吨", "粮食", "grain", "2024"), *rows]) == []  # 7万 would be none of them
    assert codes(tmp_path / "slip", [("37亿吨", "茶叶", "tea", "2024"), *rows]) == ["plausible/scale"]
    assert codes(tmp_path / "few", [("37亿吨", "茶叶", "tea", "2024"), *rows[:3]]) == []


# ---- units -------------------------------------------------------------------------------


def course(*figures: str) -> Rows:
    """One figure in several years."""
    return [(figure, "出口额", "exports", str(2020 + number)) for number, figure in enumerate(figures)]


@pytest.mark.parametrize(
    ("figures", "line"),
    [
        (("30.5亿元", "31.2亿元", "4.4亿美元"), 3),
        (("30.5万吨", "31.2万吨", "310万公斤"), 3),
        (("35家", "36个", "37家"), 2),
    ],
)
def test_one_of_several_times_that_counts_in_another_unit_is_told(
    figures: tuple[str, ...], line: int, tmp_path: Path
) -> None:
    (problem,) = told(tmp_path, course(*figures))
    assert (problem.code, problem.place.line) == ("plausible/unit", line)
    assert problem.evidence


@pytest.mark.parametrize(
    "rows",
    [
        course("30.5亿元", "31.2亿元", "3.3万亿元"),  # the same unit, however large
        [*course("30.5亿元", "31.2亿元"), ("4.4亿美元", "出口额", "exports", "2021")],  # a conversion of the same
        [*course("30.5亿元", "31.2亿元"), ("300万吨", "出口额", "exports", "2022")],  # value and weight
        [*course("30.5亿元", "31.2亿元"), ("4.4亿美元", "对美出口额", "exports to the US", "2022")],
    ],
)
def test_units_of_other_things_are_let_be(rows: Rows, tmp_path: Path) -> None:
    assert codes(tmp_path, rows) == []


# ---- growth ------------------------------------------------------------------------------


def grown(
    change: str, now: str = "120.4万吨", before: str = "100.2万吨", zh: str = "进口量", en: str = "imports"
) -> Rows:
    """Two levels and a change between them."""
    return [
        (now, zh, en, "2024"),
        (before, zh, en, "2023"),
        (change, f"{zh}增速", f"growth in {en}", "2024"),
    ]


QUARTERS: Rows = [
    ("52.0万吨", "产量", "output", "2024-Q2"),
    ("50.0万吨", "产量", "output", "2024-Q1"),
    ("环比增长9.0%", "产量增速", "growth in output", "2024-Q2"),
]


@pytest.mark.parametrize(
    "rows",
    [
        grown("比上年增长5.1%"),
        grown("同比增长5.1%"),
        grown("比上年下降20.2%"),
        grown("比上年提高1.8个百分点", "67.0%", "66.2%", "城镇化率", "urbanization rate"),
        grown("比上年增加3.1万吨"),
        grown("比上年增长5.1%", "120.4亿元", "100.2亿元"),
        QUARTERS,
    ],
)
def test_growth_that_its_levels_deny_is_told(rows: Rows, tmp_path: Path) -> None:
    (problem,) = told(tmp_path, rows)
    assert (problem.code, problem.place.line) == ("plausible/growth", 3)
    assert [each.what for each in problem.evidence] == ["f1", "f0"]


def test_it_says_what_the_levels_give(tmp_path: Path) -> None:
    (problem,) = told(tmp_path, grown("比上年增长5.1%"))
    assert "up 5.1%" in problem.message
    assert "up 20.2%" in problem.message  # 120.4 / 100.2 - 1 = 20.16%


@pytest.mark.parametrize(
    "rows",
    [
        grown("比上年增长20.2%"),
        grown("比上年增长20.8%"),  # within a point
        grown("比上年增长约5%"),
        grown("比上年增长18.0%", "120.4亿元", "100.2亿元"),  # money, within three
        grown("比上年增长13.0%", "120.4亿元", "100.2亿元", "生产总值", "gross domestic product"),  # at constant prices
        grown("比上年末增长5.1%"),  # against a time that is not there
        grown("比2019年增长5.1%"),
        grown("比上年增长5.1%", "约120.4万吨"),
        grown("比上年提高0.8个百分点", "67.0%", "66.2%", "城镇化率", "urbanization rate"),
        [*grown("比上年增长5.1%")[:2], ("比上年增长5.1%", "出口量增速", "growth in exports", "2024")],
        [*grown("比上年增长5.1%")[:2], ("比上年增长5.1%", "进口量增速", "growth in imports", "2022")],
    ],
)
def test_growth_that_is_true_or_of_something_else_is_let_be(rows: Rows, tmp_path: Path) -> None:
    assert codes(tmp_path, rows) == []


def test_a_note_explains_growth(tmp_path: Path) -> None:
    assert codes(tmp_path, grown("比上年增长5.1%"), note=", note: {zh: 按可比口径, en: on a comparable basis}") == []


# ---- parts of a hundred ------------------------------------------------------------------


def ring(kind: str, *figures: str, note: str = "") -> tuple[Rows, str]:
    """Shares, and a chart of them."""
    rows = [(figure, f"占比{number}", f"share {number}", "2024") for number, figure in enumerate(figures)]
    names = ", ".join(f"f{number}" for number in range(len(figures)))
    return rows, f"- chart: {{id: ring, kind: {kind}, title: {{zh: 环, en: Ring}}, facts: [{names}]{note}}}\n"


ROUNDING = ", note: {zh: 因四舍五入，合计略有出入。, en: Shares may not add up because of rounding.}"
OTHERS = ", note: {zh: 其余未列。, en: Others are not shown.}"


@pytest.mark.parametrize(
    ("figures", "note", "said"),
    [
        (("54.3%", "30.2%", "15.2%"), "", "rounding does not explain it"),  # 99.7, and 0.15 open
        (("54.3%", "30.2%", "15.4%"), "", "no note says that rounding is why"),  # 99.9
        (("54.3%", "30.2%", "15.4%"), OTHERS, "no note says that rounding is why"),
        (("54.3%", "44.1%"), "", "rounding does not explain it"),
    ],
)
def test_parts_that_nearly_make_a_hundred_are_told(
    figures: tuple[str, ...], note: str, said: str, tmp_path: Path
) -> None:
    (problem,) = told(tmp_path, *ring("donut", *figures, note=note))
    assert problem.code == "plausible/parts"
    assert said in problem.message


@pytest.mark.parametrize(
    ("figures", "note"),
    [
        (("54.3%", "30.2%", "15.5%"), ""),
        (("54.3%", "30.2%", "15.4%"), ROUNDING),
        (("54.3%", "30.2%", "14.2%"), OTHERS),
        (("54.3%", "30.2%"), ""),  # a rest that the ring shows
        (("54.3%", "约45%"), ""),
        (("54.3亿元", "30.2亿元"), ""),
    ],
)
def test_parts_of_a_hundred_or_of_something_else_are_let_be(
    figures: tuple[str, ...], note: str, tmp_path: Path
) -> None:
    assert codes(tmp_path, *ring("donut", *figures, note=note)) == []


def test_bars_are_no_parts(tmp_path: Path) -> None:
    assert codes(tmp_path, *ring("bars", "54.3%", "30.2%", "15.2%")) == []


def test_parts_over_a_total_of_a_hundred_in_a_table_are_told(tmp_path: Path) -> None:
    rows: Rows = [("54.3%", "甲", "A", ""), ("44.2%", "乙", "B", ""), ("100.0%", "合计", "total", "")]
    table = (
        "- table:\n    id: t\n    title: {zh: 表, en: T}\n    columns: [{zh: 列, en: C}]\n"
        '    rows: [["{f0}"], ["{f1}"], {cells: ["{f2}"], total: true}]\n'
    )
    assert codes(tmp_path, rows, table) == ["plausible/parts"]
