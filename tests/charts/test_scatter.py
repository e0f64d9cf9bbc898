"""A scatter plot: points true to both figures, names clear of each other, lines at references, what is not known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest

from reportgen.charts import CHARTS
from reportgen.charts.drawing.provinces import provinces
from reportgen.charts.drawing.shapes import Dot, Stroke
from reportgen.charts.drawing.ticks import values_within
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kinds.scatter import draw
from reportgen.charts.overflow import Rough, fullness
from reportgen.document import Bound, Chart, Guide, Mark
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
    plot = draw(scatter(*crowd), Typesetter(LOOK, Rough(), 160.0, 72.0))
    assert plot.left_out > 20
    _, full = fullness(scatter(*crowd), CHARTS["scatter"], LOOK)
    assert "find no room" in full


def guide(value: str, series: int, end: str = "") -> Guide:
    told = words("均值", "Average"), words(f"{value}%", f"{value}%")
    return Guide(*told, Decimal(value), Decimal(end) if end else None, series=series)


def test_lines_of_the_first_series_stand_upright_and_those_of_the_second_lie_level() -> None:
    marks = table(("甲", "乙", "丙"), ("10", "50", "20"), ("1", "3", "1.5"))
    made = sheet(scatter(*marks, guides=(guide("30", 0), guide("2", 1))))
    lines = [shape for shape in made.shapes if isinstance(shape, Stroke) and shape.role == "reference"]
    upright = {x for line in lines for x, _ in line.points if line.points[0][0] == line.points[1][0]}
    level = {y for line in lines for _, y in line.points if line.points[0][1] == line.points[1][1]}
    one, _, two = sorted(dots(made), key=lambda dot: dot.x)
    low, _, high = sorted(dots(made), key=lambda dot: -dot.y)
    assert [round(x, 1) for x in upright] == [round((one.x + two.x) / 2, 1)]
    assert [round(y, 1) for y in level] == [round((low.y + high.y) / 2, 1)]


def test_words_of_lines_stand_outside_the_plot() -> None:
    marks = table(("甲", "乙", "丙"), ("10", "50", "20"), ("1", "3", "1.5"))
    made = sheet(scatter(*marks, guides=(guide("30", 0), guide("2", 1))))
    told = texts(made, "reference")
    assert {text.text for text in told} == {"均值：30%", "Average: 30%", "均值：2%", "Average: 2%"}
    right, top = max(dot.x for dot in dots(made)), min(dot.y for dot in dots(made))
    assert all(text.bounds.bottom < top or text.x > right for text in told)


def test_a_band_lies_between_its_values_and_its_axis_holds_both() -> None:
    marks = table(("甲", "乙"), ("10", "50"), ("1", "3"))
    made = sheet(scatter(*marks, guides=(guide("1", 1, "3"),)))
    (band,) = boxes(made, "reference-band")
    high, low = sorted(dot.y for dot in dots(made))
    assert (band.y, band.y + band.height) == pytest.approx((high, low))


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
