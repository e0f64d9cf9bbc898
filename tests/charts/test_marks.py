"""The marks say the figures: lengths from Decimals, ends from qualifiers, places from dates, color from headlines."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from reportgen.charts.shapes import Area, Stroke
from reportgen.charts.ticks import round_values
from reportgen.document import Bound, Chart
from tests.charts.samples import (
    LOOK,
    PERCENT,
    boxes,
    chart,
    dots,
    in_languages,
    mark,
    samples,
    shares,
    sheet,
    texts,
    words,
    years,
    zones,
)


def test_bars_are_as_long_as_their_figures() -> None:
    bars = boxes(sheet(chart("bars", mark("甲", "80"), mark("乙", "40"), mark("丙", "10"))), "bar")
    assert [round(bar.width / bars[0].width, 6) for bar in bars] == [1, 0.5, 0.125]


def test_bars_start_from_one_zero_and_go_left_below_it() -> None:
    made = sheet(chart("bars", mark("甲", "6"), mark("乙", "-3")))
    above, below = boxes(made, "bar")
    assert above.x == pytest.approx(below.x + below.width)
    assert below.width == pytest.approx(above.width / 2)


def test_columns_are_as_high_as_their_figures_and_hang_below_zero() -> None:
    above, half, below = boxes(sheet(chart("columns", mark("甲", "8"), mark("乙", "4"), mark("丙", "-2"))), "bar")
    assert half.height == pytest.approx(above.height / 2)
    assert below.height == pytest.approx(above.height / 4)
    assert above.y + above.height == pytest.approx(below.y)


def test_a_small_figure_beside_a_huge_one_is_still_seen_and_zero_is_not() -> None:
    marks = mark("甲", "0.03"), mark("乙", "1700000000000"), mark("丙", "0")
    small, huge = boxes(sheet(chart("bars", *marks)), "bar")
    assert 0.2 < small.width < 0.5 < huge.width


def test_an_approximate_bar_fades_over_its_value() -> None:
    exact, about = sheet(chart("bars", mark("甲", "50"), mark("乙", "50", bound=Bound.ABOUT))), "fade"
    full, solid = boxes(exact, "bar")
    fade = boxes(exact, about)
    end = full.x + full.width
    assert solid.x + solid.width < end < fade[-1].x + fade[-1].width
    assert len({box.color for box in fade}) == len(fade)


def test_more_than_points_on_beyond_its_value() -> None:
    made = sheet(chart("bars", mark("甲", "200"), mark("乙", "200", bound=Bound.ABOVE)))
    full, open_ended = boxes(made, "bar")
    (tip,) = (shape for shape in made.shapes if isinstance(shape, Area) and shape.role == "open")
    assert open_ended.width == full.width
    assert tip.bounds.left == pytest.approx(full.x + full.width)


def test_nearly_is_hollow_up_to_its_value() -> None:
    made = sheet(chart("bars", mark("甲", "400"), mark("乙", "400", bound=Bound.BELOW)))
    full, short = boxes(made, "bar")
    hollow = boxes(made, "short")[0]
    assert short.width < full.width
    assert hollow.x + hollow.width == pytest.approx(full.x + full.width)


def test_the_headlines_bar_has_its_color_and_the_rest_are_muted() -> None:
    first, *rest = boxes(sheet(shares()), "bar")
    assert first.color == LOOK.palette.of("accent")
    assert {bar.color for bar in rest} == {LOOK.palette.of("rule")}


def test_without_a_headline_all_bars_have_its_color() -> None:
    bars = boxes(sheet(chart("bars", mark("甲", "1"), mark("乙", "2"))), "bar")
    assert {bar.color for bar in bars} == {LOOK.palette.of("accent")}


def test_only_the_headlines_figure_is_bold() -> None:
    assert [text.bold for text in texts(sheet(in_languages(shares(), ("zh",))), "label")] == [True, False, False, False]


def test_a_row_of_one_line_is_eight_millimeters_high() -> None:
    names = texts(sheet(in_languages(shares(), ("zh",))), "name")
    assert names[1].y - names[0].y == pytest.approx(float(LOOK.chart.bar))


def test_columns_whose_figures_are_too_wide_are_drawn_as_bars() -> None:
    marks = [mark(f"{2000 + n}", str(n + 1), f"RMB {n + 1}2,345.6 billion") for n in range(12)]
    assert len({bar.x for bar in boxes(sheet(chart("columns", *marks)), "bar")}) == 1


def test_points_stand_true_to_time() -> None:
    made = dots(sheet(zones()))
    spans = [(after.x - before.x) for before, after in pairwise(made)]
    times = [Decimal("20.2"), Decimal("11.8"), Decimal("2.7"), Decimal("1.2")]
    assert [span / spans[0] for span in spans] == pytest.approx([float(time / times[0]) for time in times])


def test_points_stand_in_time_whatever_order_they_came_in() -> None:
    forward, back = zones(), replace(zones(), marks=zones().marks[::-1])
    assert sorted(dot.x for dot in dots(sheet(forward))) == pytest.approx(sorted(dot.x for dot in dots(sheet(back))))


def test_a_course_stands_on_zero() -> None:
    made = sheet(chart("line", *years(4)))
    (axis,) = boxes(made, "zero")
    by_value = sorted(zip((m.value for m in years(4)), dots(made), strict=True), key=lambda pair: pair[0])
    (low, low_dot), (high, high_dot) = by_value[0], by_value[-1]
    zero = axis.y + 0.1
    assert (zero - low_dot.y) / (zero - high_dot.y) == pytest.approx(float(low / high))


def test_a_stair_is_level_until_the_next_date() -> None:
    (line,) = (shape for shape in sheet(zones()).shapes if isinstance(shape, Stroke) and shape.role == "line")
    for (x, y), (x2, y2) in pairwise(line.points):
        assert x == x2 or y == y2


def test_all_five_dates_and_counts_of_the_zones_are_told() -> None:
    made = sheet(in_languages(zones(), ("en",)))
    assert sorted(text.text for text in texts(made, "label")) == ["1", "169", "173", "178", "54"]
    told = " ".join(text.text for text in texts(made, "date"))
    assert [word for word in ("1988", "March", "2020", "September", "November") if word not in told] == []


def test_a_crowded_course_tells_ends_and_extremes_and_has_round_values_at_its_side() -> None:
    spec = chart("line", *years(40, label="{}.25 percent"), unit=PERCENT)
    made = sheet(spec)
    values = [mark.value for mark in spec.marks]
    said = {text.text for text in texts(made, "label")}
    wanted = {values[0], values[-1], max(values), min(values)}
    assert said == {f"{value}.25 percent" for value in wanted}
    assert [text.text for text in texts(made, "value")] == ["0", "5", "10", "15"]


def test_approximate_points_are_hollow() -> None:
    made = dots(sheet(chart("line", mark("甲", "1"), mark("乙", "2", bound=Bound.ABOUT))))
    assert [bool(dot.core) for dot in made] == [False, True]


def test_series_are_named_with_their_last_figure_and_have_their_own_colors() -> None:
    two = words("高新区", "Zones"), words("全国", "Nation")
    made = sheet(in_languages(chart("line", *years(5), *years(5, 1), series=two), ("en",)))
    said = [text.text for text in texts(made, "series")]
    assert sorted(said) == ["Nation, 17%", "Zones, 14%"]
    lines = [shape.color for shape in made.shapes if isinstance(shape, Stroke) and shape.role == "line"]
    assert lines == [color.removeprefix("#") for color in LOOK.palette.series[:2]]


def test_a_cell_is_one_percent_and_fractions_fill_part_of_one() -> None:
    cells = boxes(sheet(chart("share", mark("甲", "41.5"))), "cell")
    full = max(cell.width for cell in cells)
    assert sum(cell.width for cell in cells) / full == pytest.approx(41.5)


def test_a_share_tells_the_part_and_the_whole_beside_it() -> None:
    beside = mark("模速空间", "43", "累计43个"), mark("上海", "70", "约70个")
    said = [text.text for text in texts(sheet(chart("share", mark("占比", "61", "约61%"), aside=beside)), "label")]
    assert said == ["约61%", "累计43个", "约70个"]


def test_after_stands_out_from_before() -> None:
    before, after = boxes(sheet(chart("before-after", mark("揭牌当天", "6"), mark("现在", "200"))), "bar")
    assert (before.color, after.color) == (LOOK.palette.of("rule"), LOOK.palette.of("accent"))


def test_cards_have_figures_of_one_size_on_one_line() -> None:
    labels = texts(sheet(chart("cards", mark("甲", "1", "trillion-yuan-level"), mark("乙", "20"))), "label")
    assert len({(text.size, text.y) for text in labels}) == 1


@pytest.mark.parametrize("spec", samples())
def test_colors_come_from_the_palette(spec: Chart) -> None:
    palette = {getattr(LOOK.palette, name) for name in type(LOOK.palette).model_fields if name != "series"}
    known = {color.removeprefix("#").upper() for color in (*palette, *LOOK.palette.series)}
    made = sheet(spec)
    assert {shape.color for shape in made.shapes if shape.role not in ("fade", "soft", "cell")} <= known


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        ("0", "19", ["0", "5", "10", "15"]),
        ("0", "1700000000000", ["0", "500000000000", "1000000000000", "1500000000000"]),
        ("0.01", "0.03", ["0", "0.01", "0.02", "0.03"]),
        ("-3.2", "5", ["-2.5", "0", "2.5", "5"]),
        ("0", "0", ["0"]),
    ],
)
def test_axis_values_are_round_and_hold_zero(low: str, high: str, wanted: list[str]) -> None:
    assert list(round_values(Decimal(low), Decimal(high))) == [Decimal(value) for value in wanted]
