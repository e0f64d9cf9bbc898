"""Axes that an author sets, what figures are read against, and times along an axis: asked of the laid-out picture."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.charts import CHARTS
from reportgen.charts.alt_text import alt_text
from reportgen.charts.drawing.shapes import Stroke, TextShape
from reportgen.charts.marks import in_languages
from reportgen.document import AxisRange, Bound, Chart
from tests.charts.samples import (
    EDITIONS,
    PERCENT,
    PMI,
    Sheet,
    at_time,
    boxes,
    chart,
    dots,
    line_at,
    mark,
    months,
    series,
    sheet,
    table,
    texts,
    words,
    years,
)

ENGLISH = ("en",)


def pmi(**more: object) -> Chart:
    return in_languages(chart("line", *months(PMI), unit=PERCENT, axis=AxisRange(), **more), ENGLISH)


def strokes(made: Sheet, role: str) -> list[Stroke]:
    return [shape for shape in made.shapes if isinstance(shape, Stroke) and shape.role == role]


def told(made: Sheet, role: str) -> list[str]:
    return [text.text for text in sorted(texts(made, role), key=lambda text: (text.x, text.y))]


def height_of(made: Sheet, value: str) -> float:
    """Where a value along the axis stands."""
    (text,) = [text for text in texts(made, "value") if text.text == value]
    return (text.bounds.top + text.bounds.bottom) / 2


# ---- axes ------------------------------------------------------------------------------------


def test_an_automatic_axis_goes_from_the_round_value_under_the_figures_to_the_one_over_them() -> None:
    assert sorted(text.text for text in texts(sheet(pmi()), "value")) == [
        "48.5",
        "49.0",
        "49.5",
        "50.0",
        "50.5",
        "51.0",
    ]


def test_figures_that_differ_little_fill_most_of_the_plot_of_an_automatic_axis() -> None:
    automatic, from_zero = sheet(pmi()), sheet(replace(pmi(), axis=None))
    spread = [max(d.y for d in dots(made)) - min(d.y for d in dots(made)) for made in (automatic, from_zero)]
    assert spread[0] > 10 * spread[1]


def test_an_axis_starts_and_ends_where_its_author_says_and_is_told_with_his_decimals() -> None:
    spec = replace(pmi(), axis=AxisRange(Decimal(45), Decimal(55), 0))
    assert sorted(text.text for text in texts(sheet(spec), "value")) == ["45", "50", "55"]


def test_without_an_axis_a_line_starts_at_zero() -> None:
    spec = in_languages(chart("line", *years(40), unit=PERCENT), ENGLISH)
    assert "0" in {text.text for text in texts(sheet(spec), "value")}


@pytest.mark.parametrize("kind", [name for name in CHARTS if CHARTS[name].fields])
def test_only_marks_without_length_take_an_axis_so_bars_and_areas_stand_on_zero(kind: str) -> None:
    takes = "axis" in {field.name for field in CHARTS[kind].fields}
    assert takes == (kind in ("line", "dot", "dumbbell", "range", "small-multiples"))


def test_dots_stand_on_the_axis_as_its_values_tell() -> None:
    spec = chart("dot", mark("甲", "60"), mark("乙", "95"), unit=PERCENT, axis=AxisRange(Decimal(50), Decimal(100)))
    made = sheet(in_languages(spec, ENGLISH))
    (sixty,) = [text for text in texts(made, "value") if text.text == "60"]
    assert dots(made)[0].x == pytest.approx((sixty.bounds.left + sixty.bounds.right) / 2, abs=0.1)


# ---- lines and bands -------------------------------------------------------------------------


def test_a_reference_line_stands_at_its_value_and_tells_it_at_the_right() -> None:
    made = sheet(pmi(guides=(line_at("50", en="No change"),)))
    line = next(stroke for stroke in strokes(made, "reference") if stroke.points[0][1] == stroke.points[1][1])
    assert line.dashed
    assert line.points[0][1] == pytest.approx(height_of(made, "50.0"), abs=0.5)
    assert told(made, "reference") == ["No change: 50%"]
    assert min(text.x for text in texts(made, "reference")) > max(dot.x for dot in dots(made))


def test_an_axis_reaches_as_far_as_its_reference_lines() -> None:
    assert "53" in told(sheet(pmi(guides=(line_at("52.7"),))), "value")


def test_a_band_of_values_reaches_from_one_to_the_other() -> None:
    made = sheet(pmi(guides=(line_at("49.5", end="50.5"),)))
    (band,) = boxes(made, "reference-band")
    assert (band.y, band.y + band.height) == pytest.approx((height_of(made, "50.5"), height_of(made, "49.5")), abs=0.5)


def test_a_line_over_columns_stands_as_high_as_a_column_of_its_value() -> None:
    made = sheet(chart("columns", mark("甲", "4"), mark("乙", "10"), guides=(line_at("4"),)))
    line = next(stroke for stroke in strokes(made, "reference") if stroke.points[0][1] == stroke.points[1][1])
    assert line.points[0][1] == pytest.approx(boxes(made, "bar")[0].y, abs=0.01)


def test_a_line_down_bars_stands_as_far_as_a_bar_of_its_value() -> None:
    made = sheet(chart("bars", mark("甲", "4"), mark("乙", "10"), guides=(line_at("4"),)))
    bar = boxes(made, "bar")[0]
    assert strokes(made, "reference")[0].points[0][0] == pytest.approx(bar.x + bar.width, abs=0.01)


def test_words_that_tell_the_figure_themselves_are_not_told_it_twice() -> None:
    assert told(sheet(pmi(guides=(line_at("50", en="Stable at 50%"),))), "reference") == ["Stable at 50%"]


# ---- events ----------------------------------------------------------------------------------


def test_a_stretch_of_time_is_shaded_between_its_ends_under_its_words() -> None:
    marks = tuple(months(PMI))
    start, end = marks[3].when, marks[5].when
    made = sheet(pmi(guides=(at_time(str(start), end=str(end)),)))
    (band,) = boxes(made, "event-band")
    points = sorted(dot.x for dot in dots(made))
    assert (band.x, band.x + band.width) == pytest.approx((points[3], points[5]), abs=0.01)
    assert all(text.bounds.bottom <= band.y for text in texts(made, "event"))


def test_an_event_is_a_line_through_its_moment() -> None:
    moment = next(months(PMI[:1], first=6)).when
    made = sheet(pmi(guides=(at_time(str(moment)),)))
    (line,) = strokes(made, "event")
    assert line.points[0][0] == pytest.approx(sorted(dot.x for dot in dots(made))[6], abs=0.01)


@pytest.mark.parametrize("languages", EDITIONS)
def test_the_words_of_many_events_keep_clear_of_each_other_and_of_each_others_lines(languages: tuple[str, ...]) -> None:
    many = tuple(
        at_time(str(Decimal(2025) + Decimal(n + 2) / 40), "重大政策出台", "A great policy was adopted")
        for n in range(6)
    )
    made = sheet(in_languages(chart("line", *months(PMI), guides=many), languages))
    said = texts(made, "event")
    assert not any(one.bounds.meets(other.bounds) for one in said for other in said if one is not other)
    for line in strokes(made, "event"):
        crossed = [text for text in said if text.bounds.left < line.points[0][0] < text.bounds.right]
        assert all(text.bounds.bottom <= line.points[0][1] + 0.01 for text in crossed)


# ---- forecasts -------------------------------------------------------------------------------


def test_the_line_is_dashed_on_its_way_to_forecasts_alone() -> None:
    marks = [replace(one, status="forecast") if place > 9 else one for place, one in enumerate(months(PMI))]
    made = sheet(chart("line", *marks, axis=AxisRange()))
    assert [(len(line.points), line.dashed) for line in strokes(made, "line")] == [(10, False), (3, True)]


def test_an_estimate_of_what_has_been_is_no_forecast() -> None:
    marks = [replace(one, status="estimate") for one in months(PMI)]
    assert not any(line.dashed for line in strokes(sheet(chart("line", *marks)), "line"))


# ---- times along the axis --------------------------------------------------------------------


def dates(count: int, language: str, first: int = 0) -> list[str]:
    spec = chart("line", *months([str(n % 7 + 3) for n in range(count)], first=first))
    return told(sheet(in_languages(spec, (language,))), "date")


def test_months_are_told_as_a_newspaper_sets_them() -> None:
    assert dates(12, "zh") == ["2025年1月", *map(str, range(2, 13))]
    assert dates(12, "en") == ["Jan 2025", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def test_a_new_year_is_told_where_it_begins() -> None:
    assert dates(12, "zh", first=6) == ["2025年7月", "8", "9", "10", "11", "12", "2026年1月", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("count", [13, 24, 37, 60, 121])
def test_of_many_months_evenly_chosen_ones_are_told_and_the_last_always(count: int) -> None:
    said = dates(count, "en")
    assert said[-1].startswith(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))
    last = next(months(["1"], first=count - 1))
    assert said[-1].split("\u00a0")[0].split()[0] == dict(last.ticks[1])["en"]


def test_months_that_all_have_room_are_told_in_full() -> None:
    assert dates(3, "zh") == ["2025年1月", "2025年2月", "2025年3月"]


# ---- told to those who cannot see it -----------------------------------------------------------


def test_lines_and_events_are_told_in_the_words_of_a_chart() -> None:
    spec = pmi(guides=(line_at("50", en="No change"), at_time("2025.1", en="Spring Festival")))
    said = dict(alt_text(spec, CHARTS["line"], {}))["en"]
    assert "For reference: No change: 50%." in said
    assert "Marked: Spring Festival (2025)." in said


def test_a_chart_in_one_language_tells_its_lines_in_that_alone() -> None:
    spec = in_languages(chart("line", *months(PMI), guides=(line_at("50"),)), ("zh",))
    assert spec.guides[0].name == words("目标", "Target", ("zh",))


def test_several_series_and_lines_share_the_room_at_the_right_without_meeting() -> None:
    both = (*months(PMI), *months(PMI[::-1], series=1))
    spec = chart(
        "line", *both, series=series(2), unit=PERCENT, axis=AxisRange(), guides=(line_at("50"), line_at("50.1"))
    )
    said: list[TextShape] = [*texts(sheet(spec), "series"), *texts(sheet(spec), "reference")]
    assert not any(one.bounds.meets(other.bounds, -0.05) for one in said for other in said if one is not other)


# ---- sums ------------------------------------------------------------------------------------


def stacked(*columns: tuple[str, ...], **more: object) -> Chart:
    names = ("甲", "乙", "丙")[: len(columns[0])]
    return chart("stacked", *table(names, *columns), series=series(len(columns)), unit=PERCENT, **more)


def test_a_stack_tells_its_sum_at_its_end_where_its_author_asks() -> None:
    spec = in_languages(stacked(("21", "14"), ("18.5", "9"), options=(("sums", "True"),)), ENGLISH)
    made = sheet(spec)
    said = {text.text: text for text in texts(made, "label") if text.bold}
    assert set(said) == {"39.5", "23.0"}
    top = min(box.y for box in boxes(made, "piece"))
    assert 0 < top - said["39.5"].bounds.bottom < 3
    assert "Total: 甲, 39.5; 乙, 23.0." in dict(alt_text(spec, CHARTS["stacked"], {}))["en"]


def test_a_stack_tells_no_sum_where_nobody_asks() -> None:
    assert not [text for text in texts(sheet(stacked(("21", "14"), ("18", "9"))), "label") if text.bold]


def test_figures_that_are_about_have_no_exact_sum() -> None:
    spec = stacked(("21", "14"), ("18", "9"), options=(("sums", "True"),))
    loose = replace(spec, marks=(replace(spec.marks[0], bound=Bound.ABOUT), *spec.marks[1:]))
    assert any("no exact sum" in told for told in CHARTS["stacked"].problems(loose))
    assert not list(CHARTS["stacked"].problems(spec))
