"""Dots and slopes as charts of Word: nothing but the facts in the sheet, and every figure at its mark."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest

from reportgen.charts.marks import in_languages
from reportgen.document import Bound, Chart
from reportgen.template.model import Look
from reportgen.word.chart.native import native, why_not
from tests.charts.samples import chart, mark, series, table
from tests.word.test_native import A, C, cached, figures, part, place


def slope(*, highlight: str = "", **more: object) -> Chart:
    marks = table(("研发", "专利", "人才"), ("12", "30", "-5"), ("19", "24", "20"))
    return chart("slope", *(replace(m, highlight=m.name[0][1] == highlight, **more) for m in marks), series=series(2))


def said(label: Element) -> str:
    return "".join(text.text or "" for text in label.iter(f"{A}t"))


def colors(root: Element, path: str) -> list[str]:
    return [found.find(f".//{A}srgbClr").get("val", "") for found in root.iterfind(f".//{C}{path}")]  # type: ignore[union-attr]


def test_a_slope_is_a_series_a_name_and_the_headlines_comes_last_in_its_color(look: Look) -> None:
    spec = in_languages(slope(highlight="研发"), ("zh",))
    root = part(spec, look)
    assert cached(root, "ser", "tx", "strRef", "strCache") == [["专利"], ["人才"], ["研发"]]
    assert cached(root, "cat", "strRef", "strCache") == [["高新区", "经开区"]] * 3
    assert figures(spec, look) == [[Decimal(30), Decimal(24)], [Decimal(-5), Decimal(20)], [Decimal(12), Decimal(19)]]
    grey, lit = look.palette.of("grey"), look.palette.of(look.chart.highlight)
    assert colors(root, f"ser/{C}spPr") == [grey, grey, lit]


def test_names_stand_with_the_later_figures_of_a_slope_which_follow_their_cells(look: Look) -> None:
    root = part(in_languages(slope(highlight="研发"), ("en",)), look)
    ends = {place(label): label for label in next(root.iter(f"{C}ser")).iter(f"{C}dLbl")}
    assert ends["1"].find(f"{C}showSerName").get("val") == "1"  # type: ignore[union-attr]
    assert ends["1"].findtext(f"{C}separator") == ", "
    assert ends["1"].find(f"{C}dLblPos").get("val") == "r"  # type: ignore[union-attr]
    lit = [said(label) for label in list(root.iter(f"{C}ser"))[2].iter(f"{C}dLbl")]
    assert lit == ["12%", "研发, 19%"]
    both = [said(label) for label in next(part(slope(), look).iter(f"{C}ser")).iter(f"{C}dLbl") if said(label)]
    assert both == ["研发，19%研发, 19%"]


def test_figures_of_a_slope_give_way_to_each_other_and_lines_lead_to_them(look: Look) -> None:
    spec = chart("slope", *table(("甲", "乙", "丙"), ("50", "50", "50"), ("10", "50", "90")), series=series(2))
    root = part(spec, look)
    moved = [
        Decimal(found.get("val", "0"))
        for label in root.iter(f"{C}dLbl")
        if place(label) == "0" and (found := label.find(f"{C}layout/{C}manualLayout/{C}y")) is not None
    ]
    assert len(moved) == 2
    assert moved[0] == -moved[1] != 0
    assert native(spec, look).part.count(b"showLeaderLines") == 3
    apart = chart("slope", *table(("甲", "乙", "丙"), ("10", "50", "90"), ("80", "20", "60")), series=series(2))
    assert b"showLeaderLines" not in native(apart, look).part


def test_a_dumbbell_is_dots_without_lines_joined_and_the_lower_figure_stands_below(look: Look) -> None:
    spec = chart("dumbbell", *table(("甲", "乙"), ("5", "9"), ("8", "2")), series=series(2))
    root = part(spec, look)
    assert [len(root.findall(f".//{C}ser/{C}spPr/{A}ln/{A}{fill}")) for fill in ("noFill", "solidFill")] == [2, 0]
    assert root.find(f".//{C}lineChart/{C}hiLowLines") is not None
    below = [
        [place(label) for label in one.iter(f"{C}dLbl") if label.find(f"{C}dLblPos").get("val") == "b"]  # type: ignore[union-attr]
        for one in root.iter(f"{C}ser")
    ]
    assert below == [["0"], ["1"]]
    assert colors(root, f"ser/{C}marker") == [look.palette.of(look.chart.plain), look.palette.of(look.chart.highlight)]


def test_dots_are_hollow_where_a_figure_is_not_exact_and_the_headlines_has_its_color(look: Look) -> None:
    marks = mark("甲", "96", highlight=True), mark("乙", "93"), mark("丙", "94", "约94%", bound=Bound.ABOUT)
    root = part(chart("dot", *marks), look)
    lit, plain, paper = (look.palette.of(name) for name in (look.chart.highlight, look.chart.plain, "paper"))
    assert colors(root, f"ser/{C}marker") == [plain]
    assert dict(zip(map(place, root.iter(f"{C}dPt")), colors(root, f"dPt/{C}marker"), strict=True)) == {
        "0": lit,
        "2": paper,
    }


@pytest.mark.parametrize(
    ("values", "zero"), [(("96", "93"), False), (("96", "3"), True), (("-3", "8"), True), (("-3", "-8"), True)]
)
def test_dots_show_zero_only_where_figures_differ_much(values: tuple[str, ...], zero: bool, look: Look) -> None:
    root = part(chart("dot", *(mark(value, value) for value in values)), look)
    least, most = (
        Decimal(root.find(f".//{C}valAx/{C}scaling/{C}{end}").get("val", ""))  # type: ignore[union-attr]
        for end in ("min", "max")
    )
    assert least <= min(map(Decimal, values)) < max(map(Decimal, values)) < most
    assert (least <= 0 <= most) is zero
    line = root.find(f".//{C}catAx/{C}spPr/{A}ln/{A}solidFill")
    assert (line is not None) is zero


@pytest.mark.parametrize("count", [1, 5, 20])
@pytest.mark.parametrize("kind", ["dot", "dumbbell"])
def test_all_dots_tell_their_figures_from_their_cells(kind: str, count: int, look: Look) -> None:
    columns = [[str(60 + n + 5 * s) for n in range(count)] for s in range(1 if kind == "dot" else 2)]
    spec = chart(kind, *table([f"甲{n}" for n in range(count)], *columns), series=series(len(columns)))
    assert not why_not(spec, look)
    root = part(spec, look)
    assert [len(values) for values in figures(spec, look)] == [count] * len(columns)
    assert not [label for label in root.iter(f"{C}dLbl") if label.find(f"{C}delete") is not None or said(label)]
