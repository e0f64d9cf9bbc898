"""A scatter plot as a chart of Word: both figures of each name in the sheet, round axes, names clear of each other."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import combinations
from xml.etree import ElementTree

import openpyxl

from reportgen.charts.drawing.provinces import provinces
from reportgen.charts.kind import NativeForm
from reportgen.document import Bound, Chart, Guide
from reportgen.numbers import common_unit, read
from reportgen.word.chart.native import native, why_not
from reportgen.word.chart.points import Points
from tests.charts.samples import BOTH, LOOK, PERCENT, chart, table, words

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
AXES = words("产值", "Output"), words("增速（%）", "Growth (%)")
TOWNS = table(("甲", "乙", "丙"), ("10.5", "20", "43"), ("-1", "3", "2"))


def scatter(*marks: object, **more: object) -> Chart:
    return chart("scatter", *marks, **{"series": AXES, "units": (PERCENT, PERCENT), **more})  # type: ignore[arg-type]


def part(spec: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(native(spec, LOOK).part)


def values(spec: Chart, element: str) -> list[Decimal]:
    return [Decimal(value.text or "") for value in part(spec).iterfind(f".//{C}{element}//{C}pt/{C}v")]


def test_a_name_is_a_point_of_both_its_figures() -> None:
    assert values(scatter(*TOWNS), "xVal") == [Decimal(value) for value in ("10.5", "20", "43")]
    assert values(scatter(*TOWNS), "yVal") == [Decimal(value) for value in ("-1", "3", "2")]


def test_its_sheet_holds_a_row_a_name() -> None:
    book = openpyxl.load_workbook(BytesIO(native(scatter(*TOWNS), LOOK).workbook))
    rows = [tuple(cell.value for cell in row) for row in book.active.iter_rows()]  # type: ignore[union-attr]
    assert rows[1:] == [("甲", 10.5, -1), ("乙", 20, 3), ("丙", 43, 2)]


def test_axes_start_and_end_at_multiples_of_their_step() -> None:
    for axis in part(scatter(*TOWNS)).iter(f"{C}valAx"):
        ends = (axis.find(f".//{C}{name}") for name in ("min", "max", "majorUnit"))
        least, most, step = (Decimal(found.get("val", "")) for found in ends if found is not None)
        assert least % step == most % step == 0
        assert (most - least) / step >= 2


def test_every_name_stands_at_its_point_and_names_do_not_meet() -> None:
    spec = scatter(*TOWNS)
    told = [label.text for label in part(spec).iterfind(f".//{C}dLbl//{A}t")]
    assert told == ["甲", "乙", "丙"]
    drawn = Points(spec, LOOK, "en-US", NativeForm("scatterChart", dots=True))
    places = [drawn.place(one, side or "") for one, side in zip(drawn.names, drawn.sides, strict=True)]
    assert not [pair for pair in combinations(places, 2) if pair[0].meets(pair[1])]


def test_the_headline_s_point_has_its_color_and_one_that_is_not_exact_is_hollow() -> None:
    marks = [replace(one, highlight=one.name[0][1] == "乙") for one in TOWNS]
    marks[0] = replace(marks[0], bound=Bound.ABOUT)
    points = part(scatter(*marks)).findall(f".//{C}dPt")
    inside = [point.find(f"{C}marker/{C}spPr/{A}solidFill/{A}srgbClr") for point in points]
    assert [one.get("val") for one in inside if one is not None] == [
        LOOK.palette.of("paper"),
        LOOK.palette.of(LOOK.chart.highlight),
    ]


def test_word_leaves_to_the_picture_what_it_cannot_draw() -> None:
    crowd = table([one.en for one in provinces()], ["1", "1.1"] * 17, ["2", "2.1"] * 17)
    assert "over each other" in why_not(scatter(*crowd), LOOK)
    line = Guide(words("均值", "Average"), words("20%", "20%"), Decimal(20))
    assert why_not(scatter(*TOWNS, guides=(line,)), LOOK)
    money = common_unit([read("4500亿元", "zh")])
    rich = [replace(one, value=one.value * (10**8 if one.series == 0 else 1)) for one in TOWNS]
    assert "in two" in why_not(scatter(*rich, units=(money, PERCENT)), LOOK)
    assert why_not(replace(scatter(*rich, units=(money, PERCENT)), languages=BOTH[:1]), LOOK) == ""
