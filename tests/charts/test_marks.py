"""The marks say the figures: lengths from Decimals, ends from qualifiers, places from dates, color from headlines."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from reportgen.charts.drawing.shapes import Area, Box, Stroke
from reportgen.charts.drawing.stack_pieces import SEAM
from reportgen.charts.drawing.ticks import round_values
from reportgen.charts.kinds.donut import LARGEST
from reportgen.charts.marks import in_languages
from reportgen.document import ASIDE, GAP, TOTAL, Bound, Chart
from tests.charts.samples import (
    LOOK,
    PERCENT,
    Sheet,
    boxes,
    chart,
    dots,
    event,
    mark,
    ranged,
    ranges,
    samples,
    series,
    shares,
    sheet,
    table,
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
    outline, inside = boxes(made, "short")
    assert inside.color == LOOK.palette.of("paper")
    assert outline.color == full.color
    assert outline.x <= inside.x < inside.x + inside.width < outline.x + outline.width
    assert inside.width * inside.height > 0.7 * outline.width * outline.height


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
    spec = chart("step", *years(6), unit=PERCENT)
    (line,) = (shape for shape in sheet(spec).shapes if isinstance(shape, Stroke) and shape.role == "line")
    for (x, y), (x2, y2) in pairwise(line.points):
        assert x == x2 or y == y2


@pytest.mark.parametrize("kind", ["step", "line", "area"])
def test_dates_far_apart_are_joined_by_dots_that_claim_no_level(kind: str) -> None:
    made = sheet(replace(zones(), kind=kind))
    lines = [shape for shape in made.shapes if isinstance(shape, Stroke) and shape.role == "line"]
    assert [line.dotted for line in lines] == [True, False]
    assert lines[0].points == tuple((dot.x, dot.y) for dot in dots(made)[:3])  # straight from figure to figure
    assert "fill" not in {shape.role for shape in made.shapes}


def test_even_dates_are_joined_by_solid_lines_however_far_apart_they_are() -> None:
    decades = [replace(one, when=Decimal(1900 + 10 * place)) for place, one in enumerate(years(5))]
    lines = [shape for shape in sheet(chart("line", *decades, unit=PERCENT)).shapes if isinstance(shape, Stroke)]
    assert not any(line.dotted for line in lines)


def test_a_year_among_quarters_is_not_far_and_a_year_among_months_is() -> None:
    def dotted(nearest: str) -> list[bool]:
        times = [Decimal(2020), Decimal(2021), Decimal(2021) + Decimal(nearest)]
        marks = [replace(one, when=when) for one, when in zip(years(3), times, strict=True)]
        shapes = sheet(chart("line", *marks, unit=PERCENT)).shapes
        return [shape.dotted for shape in shapes if isinstance(shape, Stroke) and shape.role == "line"]

    assert dotted("0.25") == [False]
    assert dotted("0.083") == [True, False]


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
    beside = mark("模速空间", "43", "累计43个", role=ASIDE), mark("上海", "70", "约70个", role=ASIDE)
    said = [text.text for text in texts(sheet(chart("share", mark("占比", "61", "约61%"), beside=beside)), "label")]
    assert said == ["约61%", "累计43个", "约70个"]


def test_after_stands_out_from_before() -> None:
    before, after = boxes(sheet(chart("before-after", mark("揭牌当天", "6"), mark("现在", "200"))), "bar")
    assert (before.color, after.color) == (LOOK.palette.of("rule"), LOOK.palette.of("accent"))


def test_cards_have_figures_of_one_size_on_one_line() -> None:
    labels = texts(sheet(chart("cards", mark("甲", "1", "trillion-yuan-level"), mark("乙", "20"))), "label")
    assert len({(text.size, text.y) for text in labels}) == 1


SHADED = ("heat-table", "diverging-stack", "tile-map")
"""Kinds whose colors lie between those of the palette: test_shading.py asks for them."""


@pytest.mark.parametrize("spec", samples())
def test_colors_come_from_the_palette(spec: Chart) -> None:
    single = (getattr(LOOK.palette, name) for name in type(LOOK.palette).model_fields)
    palette = {color for color in single if isinstance(color, str)}
    known = {color.removeprefix("#").upper() for color in (*palette, *LOOK.palette.series)}
    made = sheet(spec)
    soft = {"fade", "soft", "cell", "lattice", "no-data-hatch"}
    soft |= {"key", "leader", "piece", "plate", "ramp", "shade", "tile"} if spec.kind in SHADED else set()
    soft |= {"bar", "leader"} if spec.kind == "waterfall" else set()
    assert {shape.color for shape in made.shapes if shape.role not in soft} <= known


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


# ---- several series, ranges, changes -------------------------------------------------------------


def pieces(made: Sheet) -> list[Box]:
    return boxes(made, "piece")


def test_stacked_pieces_are_as_long_as_their_figures_and_stand_on_each_other() -> None:
    low, high = pieces(sheet(chart("stacked", *table(("甲",), ("30",), ("60",)), series=series(2), unit=PERCENT)))
    assert low.y - high.y - high.height == pytest.approx(SEAM, abs=0.01)
    assert (high.height + SEAM) / (low.height + SEAM) == pytest.approx(2)


def test_every_hundred_percent_pile_is_equally_long() -> None:
    spec = chart("stacked-100", *table(("甲", "乙"), ("3", "90"), ("6", "10")), series=series(2), unit=PERCENT)
    first = [
        sum(box.height for box in pieces(sheet(spec)) if box.x == x) for x in {box.x for box in pieces(sheet(spec))}
    ]
    assert first[0] == pytest.approx(first[1])


def test_parts_beside_the_headlines_can_be_told_apart() -> None:
    for kind in ("donut", "share"):
        made = sheet(chart(kind, mark("甲", "45", highlight=True), mark("乙", "38"), mark("丙", "17")))
        keys = [shape.color for shape in made.shapes if shape.role == "key"]  # type: ignore[union-attr]
        assert len(set(keys)) == 3
        assert keys[1] == LOOK.palette.of(LOOK.chart.plain)


def test_shares_of_amounts_are_printed_in_percent_and_shares_as_they_are() -> None:
    amounts = chart("stacked-100", *table(("甲",), ("1",), ("2",), label="{}亿元"), series=series(2), unit=PERCENT)
    assert [text.text for text in texts(sheet(amounts), "label")] == ["33%", "67%"]
    shares_told = chart("stacked-100", *table(("甲",), ("41.5",), ("58.5",)), series=series(2), unit=PERCENT)
    assert [text.text for text in texts(sheet(shares_told), "label")] == ["41.5%", "58.5%"]


def test_words_in_a_pile_stand_within_their_piece() -> None:
    columns = ("41", "32", "8"), ("20", "40", "12"), ("30", "20", "60")
    made = sheet(chart("stacked", *table(("甲", "乙", "丙"), *columns), series=series(3), unit=PERCENT))
    for text in texts(made, "label"):
        box = text.bounds
        assert any(
            piece.x <= box.left and box.right <= piece.x + piece.width
            and piece.y <= box.top + 0.4 and box.bottom - 0.4 <= piece.y + piece.height
            for piece in pieces(made)
        )  # fmt: skip


def test_figures_without_room_are_left_out_for_an_axis_of_round_values() -> None:
    spec = chart("stacked", *table(("甲", "乙"), ("3", "90"), ("80", "2")), series=series(2), unit=PERCENT)
    made = sheet(spec)
    assert [text.text for text in texts(made, "label")] == ["80%", "90%"]
    assert [text.text for text in texts(made, "value")][:2] == ["0", "25"]


def test_a_waterfall_step_starts_where_the_one_before_ended() -> None:
    marks = mark("期初", "50", role=TOTAL), mark("新增", "30"), mark("退出", "-12"), mark("期末", "68", role=TOTAL)
    start, up, down, end = boxes(sheet(chart("waterfall", *marks)), "bar")
    foot = start.y + start.height
    assert up.y + up.height == pytest.approx(start.y)
    assert down.y == pytest.approx(up.y)
    assert end.y == pytest.approx(down.y + down.height)
    assert end.y + end.height == pytest.approx(foot)
    assert up.height / start.height == pytest.approx(0.6)


def test_a_rise_a_fall_and_a_sum_differ_in_color() -> None:
    marks = mark("期初", "50", role=TOTAL), mark("新增", "30"), mark("退出", "-12"), mark("期末", "68", role=TOTAL)
    start, up, down, end = boxes(sheet(chart("waterfall", *marks)), "bar")
    assert len({start.color, up.color, down.color}) == 3
    assert start.color == end.color


def test_a_range_runs_from_its_low_end_to_its_high_one() -> None:
    one, two = boxes(sheet(ranges(ranged("甲", "10", "30"), ranged("乙", "20", "60"))), "stretch")
    assert two.width == pytest.approx(2 * one.width)
    assert two.x - one.x == pytest.approx(one.width / 2)


def test_dots_stand_from_zero_unless_all_are_in_the_upper_half() -> None:
    far = dots(sheet(chart("dot", mark("甲", "10"), mark("乙", "40"))))
    zero = next(
        shape for shape in sheet(chart("dot", mark("甲", "10"), mark("乙", "40"))).shapes if shape.role == "zero-guide"
    )
    assert (far[1].x - zero.bounds.left) / (far[0].x - zero.bounds.left) == pytest.approx(4, rel=0.01)
    near = sheet(chart("dot", mark("甲", "96"), mark("乙", "97")))
    assert not [shape for shape in near.shapes if shape.role == "zero-guide"]


def test_dumbbell_figures_stand_outside_their_dots() -> None:
    made = sheet(in_languages(chart("dumbbell", *table(("甲",), ("12",), ("30",)), series=series(2)), ("zh",)))
    left, right = sorted(dots(made), key=lambda dot: dot.x)
    before, after = sorted(texts(made, "label"), key=lambda text: text.x)
    assert before.bounds.right < left.x < right.x < after.x
    assert [before.text, after.text] == ["12%", "30%"]


def test_a_slope_rises_as_its_figures_do() -> None:
    made = sheet(chart("slope", *table(("甲", "乙"), ("10", "40"), ("20", "30")), series=series(2)))
    up, down = (shape.points for shape in made.shapes if isinstance(shape, Stroke) and shape.role == "line")
    assert up[0][1] - up[1][1] == pytest.approx(down[1][1] - down[0][1])
    assert up[0][1] > up[1][1]


def test_a_ring_is_shared_out_by_angle() -> None:
    made = sheet(chart("donut", mark("甲", "75"), mark("乙", "25"), unit=PERCENT))
    large, small = (shape.bounds for shape in made.shapes if isinstance(shape, Area) and shape.role == "sector")
    assert large.right - large.left == pytest.approx(LARGEST, abs=0.1)
    assert small.right - small.left == pytest.approx(LARGEST / 2, abs=0.5)


def test_a_line_breaks_where_figures_are_missing() -> None:
    marks = [replace(one, role=GAP if place == 3 else "") for place, one in enumerate(years(6))]
    lines = [
        shape for shape in sheet(chart("line", *marks)).shapes if isinstance(shape, Stroke) and shape.role == "line"
    ]
    assert [len(line.points) for line in lines] == [3, 3]


def test_areas_of_several_series_are_piled() -> None:
    spec = chart("area", *years(3), *years(3, 1), series=series(2), unit=PERCENT)
    low, high = (shape for shape in sheet(spec).shapes if isinstance(shape, Area) and shape.role == "fill")
    floor = max(y for _, y in low.points)
    for place, (one, other) in enumerate(zip(years(3), years(3, 1), strict=True)):
        ratio = (floor - high.points[place][1]) / (floor - low.points[place][1])
        assert ratio == pytest.approx(float((one.value + other.value) / one.value))


def test_small_pictures_share_one_scale() -> None:
    tall, short = mark("甲", "10", when=Decimal(2000)), mark("乙", "20", when=Decimal(2001))
    half = [replace(one, value=one.value / 2, series=1) for one in (tall, short)]
    made = sheet(chart("small-multiples", tall, short, *half, series=series(2), unit=PERCENT))
    first, second = (shape for shape in made.shapes if isinstance(shape, Area) and shape.role == "fill")
    height = first.bounds.bottom - first.bounds.top
    assert second.bounds.bottom - second.bounds.top == pytest.approx(height / 2)


def test_a_timeline_is_true_to_time() -> None:
    first, second, third = dots(
        sheet(chart("timeline", event("1990", "甲", "A"), event("2000", "乙", "B"), event("2005", "丙", "C")))
    )
    assert (second.y - first.y) / (third.y - second.y) == pytest.approx(2)


def test_each_column_of_a_table_has_a_scale_of_its_own() -> None:
    made = boxes(
        sheet(chart("table-with-bars", *table(("甲", "乙"), ("1000", "500"), ("4", "1")), series=series(2))), "bar"
    )
    widths = [bar.width for bar in made]
    assert widths[1] / widths[0] == pytest.approx(0.5)
    assert widths[3] / widths[2] == pytest.approx(0.25)
    assert widths[0] == pytest.approx(widths[2], rel=0.2)


@pytest.mark.parametrize("kind", ["bars", "columns"])
def test_a_preliminary_bar_is_hatched_within_its_length(kind: str) -> None:
    made = sheet(chart(kind, mark("甲", "50", status="preliminary"), mark("乙", "50")))
    stripes = [shape.bounds for shape in made.shapes if isinstance(shape, Area) and shape.role == "hatch"]
    hatched, plain = boxes(made, "bar")
    assert hatched.width * hatched.height == pytest.approx(plain.width * plain.height)
    assert len(stripes) > 5
    box = hatched.bounds
    assert min(s.left for s in stripes) >= box.left - 0.01
    assert max(s.right for s in stripes) <= box.right + 0.01
    assert min(s.top for s in stripes) >= box.top - 0.01
    assert max(s.bottom for s in stripes) <= box.bottom + 0.01


def test_a_preliminary_point_is_hollow() -> None:
    marks = [replace(one, status="preliminary" if place == 2 else "") for place, one in enumerate(years(3))]
    assert [bool(dot.core) for dot in dots(sheet(chart("line", *marks)))] == [False, False, True]


def lightness(color: str) -> float:
    """CIE L*: 0 is black, 100 white."""
    channels = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    shade = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 116 * shade ** (1 / 3) - 16


def test_dates_that_crowd_take_one_line_more_and_cut_no_word() -> None:
    lines = [text.text for text in texts(sheet(zones()), "date")]
    assert "2023年11月" in lines
    assert "September" in lines
    assert len(lines) == 4 + 6 + 2 * 1


def test_series_of_a_pile_are_named_beside_their_pieces() -> None:
    columns = ("41", "32"), ("20", "40"), ("30", "20")
    made = sheet(in_languages(chart("stacked", *table(("甲", "乙"), *columns), series=series(3)), ("en",)))
    last = sorted(pieces(made)[-3:], key=lambda box: box.y)
    named = sorted(texts(made, "series"), key=lambda text: text.y)
    assert [text.text for text in named] == ["Free-trade zones", "Development zones", "High-tech zones"]
    for box, text in zip(last, named, strict=True):
        assert box.y < (text.bounds.top + text.bounds.bottom) / 2 < box.y + box.height
        assert text.x > box.x + box.width
    assert not boxes(made, "key")


def test_a_share_worked_out_from_a_preliminary_amount_carries_its_sign() -> None:
    marks = [replace(one, status="preliminary" if one.series else "") for one in table(("甲",), ("1",), ("3",))]
    made = sheet(chart("stacked-100", *marks, series=series(2), unit=PERCENT))
    assert [text.text for text in texts(made, "label")] == ["25%", "75%*"]


def test_dots_on_a_cut_axis_say_so_and_break_their_lines() -> None:
    cut = sheet(in_languages(chart("dot", mark("甲", "97"), mark("乙", "93"), mark("丙", "95")), ("en",)))
    assert [text.text for text in texts(cut, "axis-cut")] == ["The axis does not start at zero"]
    broken = [shape for shape in cut.shapes if shape.role == "axis-break"]
    assert len(broken) == 2 * 2  # two strokes a line; the lowest dot stands where its line would start
    whole = sheet(in_languages(chart("dot", mark("甲", "97"), mark("乙", "13")), ("en",)))
    assert not {"axis-cut", "axis-break"} & {shape.role for shape in whole.shapes}
