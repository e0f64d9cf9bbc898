"""A scatter plot: points true to both figures, names clear of each other, lines at references, what is not known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest

from reportgen.charts import CHARTS
from reportgen.charts.drawing.provinces import provinces
from reportgen.charts.drawing.shapes import Dot
from reportgen.charts.drawing.ticks import values_within
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kinds.scatter import draw
from reportgen.charts.overflow import Rough, fullness
from reportgen.document import REFERENCE, Bound, Chart, Mark
from tests.charts.samples import LOOK, PERCENT, boxes, chart, dots, gap, mark, sheet, table, texts, words

AXES = words("产值（亿元）", "Output (RMB million)"), words("增速（%）", "Growth (%)")


def scatter(*marks: Mark, **more: object) -> Chart:
    return chart("scatter", *marks, series=AXES, units=(PERCENT, PERCENT), **more)


def points(spec: Chart) -> list[Dot]:
    return sorted(dots(sheet(spec)), key=lambda dot: dot.x)


def test_points_stand_true_to_both_figures() -> None:
    one, two, three = points(scatter(*table(("甲", "乙", "丙"), ("10", "20", "40"), ("1", "3", "2"))))
    assert three.x - two.x == pytest.approx(2 * (two.x - one.x))
    assert one.y - two.y == pytest.approx(2 * (one.y - three.y))
    assert two.y < one.y


def test_each_axis_is_told_once_with_round_values() -> None:
    made = sheet(scatter(*table(("甲", "乙"), ("12", "48"), ("-1", "3"))))
    assert [text.text for text in texts(made, "axis")] == [text for axis in AXES[::-1] for _, text in axis]
    assert [text.text for text in texts(made, "value")] == ["−1", "0", "1", "2", "3", "20", "30", "40"]


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        ("47.9", "50.8", ["48", "48.5", "49", "49.5", "50", "50.5"]),
        ("-3.2", "5", ["-2", "0", "2", "4"]),
        ("0.011", "0.029", ["0.015", "0.02", "0.025"]),
    ],
)
def test_values_lie_within_an_axis_that_need_not_hold_zero(low: str, high: str, wanted: list[str]) -> None:
    assert list(values_within(Decimal(low), Decimal(high))) == [Decimal(value) for value in wanted]


def thirty(*lit: str) -> Chart:
    names = [province.en for province in provinces()][:30]
    across = [str(40 + place * 37 % 61) for place in range(30)]
    up = [f"{(place * 53 % 97) / 10 - 2:.1f}" for place in range(30)]
    return scatter(*(replace(m, highlight=dict(m.name)["en"] in lit) for m in table(names, across, up)))


def test_thirty_names_all_stand_and_none_covers_another_or_a_point() -> None:
    made = sheet(thirty("Hebei"))
    names = texts(made, "name")
    assert len(names) >= 30
    assert not [(a.text, b.text) for a, b in combinations(names, 2) if a.bounds.meets(b.bounds)]
    assert not [name.text for name in names for dot in dots(made) if name.bounds.meets(dot.bounds)]


def test_the_names_that_the_finding_speaks_of_stand_out_and_come_first() -> None:
    made = sheet(thirty("Hebei"))
    (lit,) = (dot for dot in dots(made) if dot.color == LOOK.palette.of("accent"))
    assert lit
    assert [text.bold for text in texts(made, "name") if text.text == "Hebei"] == [True]
    assert sum(text.bold for text in texts(made, "name")) == 1


def test_names_without_room_are_counted_as_left_out() -> None:
    crowd = table([f"Name {place}" for place in range(40)], ["1"] * 39 + ["2"], ["1"] * 39 + ["2"])
    plot = draw(scatter(*crowd), Typesetter(LOOK, Rough(), 160.0))
    assert plot.left_out > 20
    _, full = fullness(scatter(*crowd), CHARTS["scatter"], LOOK)
    assert "find no room" in full


def test_references_stand_across_the_plot_with_their_words() -> None:
    lines = tuple(replace(mark("均值", at), role=REFERENCE, series=place) for place, at in ((0, "30"), (1, "2")))
    marks = table(("甲", "乙", "丙"), ("10", "50", "20"), ("1", "3", "1.5"))
    made = sheet(scatter(*marks, beside=lines))
    upright, level = boxes(made, "reference")
    (one, _, two), (low, _, high) = points(scatter(*marks)), sorted(dots(made), key=lambda dot: -dot.y)
    assert upright.x + upright.width / 2 == pytest.approx((one.x + two.x) / 2, abs=0.05)
    assert level.y + level.height / 2 == pytest.approx((low.y + high.y) / 2, abs=0.05)
    assert [text.text for text in texts(made, "reference")] == ["均值", "均值"]


def test_names_that_lack_a_figure_are_told_under_the_plot() -> None:
    marks = table(("甲", "乙", "丙"), ("10", "50", "20"), ("1", "3", "1.5"))
    made = sheet(scatter(*marks[:-1], beside=(gap("丙", 1), gap("丁", 0))))
    assert len(dots(made)) == 2
    assert [text.text for text in texts(made, "no-data")] == ["无数据：丙、丁。", "No data: 丙, 丁."]


def test_a_point_of_a_figure_that_is_not_exact_is_hollow() -> None:
    marks = table(("甲", "乙"), ("10", "50"), ("1", "3"))
    made = sheet(scatter(replace(marks[0], bound=Bound.ABOUT), *marks[1:]))
    assert sorted(bool(dot.core) for dot in dots(made)) == [False, True]


def test_two_series_and_two_names_with_both_figures_are_wanted() -> None:
    problems = CHARTS["scatter"].problems
    assert "needs two series" in next(problems(chart("scatter", mark("甲", "1"))))
    assert "two names at least" in next(problems(scatter(*table(("甲",), ("1",), ("2",)))))
    twice = *table(("甲", "乙"), ("10", "50"), ("1", "3")), mark("甲", "11")
    assert "two figures of one series" in next(problems(scatter(*twice)))
