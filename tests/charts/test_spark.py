"""Sparklines: a course in the height of a line, told in words, drawn the same each time."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.charts import draw
from reportgen.charts.drawing.shapes import Box, Dot, Shape, Stroke
from reportgen.charts.drawing.spark import HEIGHT, WIDTH, spark_shapes
from reportgen.charts.sparkline import sparkline
from reportgen.document import GAP, Chart, Mark
from tests.charts.samples import BOTH, LOOK, mark, words


def course(*values: str, missing_before: int = -1) -> tuple[Mark, ...]:
    """A figure a year from 2020."""
    return tuple(
        mark(str(2020 + place), value, when=Decimal(2020 + place), role=GAP if place == missing_before else "")
        for place, value in enumerate(values)
    )


def shapes(*marks: Mark) -> list[Shape]:
    spark = sparkline("s", BOTH, words("苏州", "Suzhou"), marks)
    return list(spark_shapes(spark.chart, LOOK))


def strokes(drawn: list[Shape]) -> list[Stroke]:
    return [shape for shape in drawn if isinstance(shape, Stroke)]


def test_a_rising_course_is_a_line_that_rises_from_edge_to_edge_and_ends_in_a_dot() -> None:
    drawn = shapes(*course("1", "2", "4"))
    (line,) = strokes(drawn)
    (dot,) = (shape for shape in drawn if isinstance(shape, Dot))
    heights = [y for _, y in line.points]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] - heights[1] == pytest.approx((heights[1] - heights[2]) / 2)
    assert (dot.x, dot.y) == line.points[-1]
    assert dot.core == ""


@pytest.mark.parametrize("values", [("1", "5", "-3"), ("1", "1", "1"), ("7",), ("-1000000000000", "0.001")])
def test_nothing_of_it_stands_outside(values: tuple[str, ...]) -> None:
    for shape in shapes(*course(*values)):
        left, top, right, bottom = shape.bounds
        assert left >= 0
        assert top >= 0
        assert right <= WIDTH
        assert bottom <= HEIGHT


def test_a_line_breaks_where_figures_are_missing_and_a_figure_alone_is_a_point() -> None:
    drawn = shapes(*course("1", "2", "4", "3", missing_before=2))
    assert [len(line.points) for line in strokes(drawn)] == [2, 2]
    drawn = shapes(*course("1", "2", "4", missing_before=1))
    assert [shape.role for shape in drawn if isinstance(shape, Dot)] == ["lone", "dot"]


def test_zero_is_drawn_only_where_figures_stand_on_both_sides_of_it() -> None:
    assert [shape.role for shape in shapes(*course("1", "-2")) if isinstance(shape, Box)] == ["zero"]
    assert not [shape for shape in shapes(*course("1", "2")) if isinstance(shape, Box)]


def test_times_unevenly_apart_stand_unevenly() -> None:
    marks = course("1", "2", "3")
    (line,) = strokes(shapes(marks[0], marks[1], replace(marks[2], when=Decimal(2030))))
    (first, _), (second, _), (third, _) = line.points
    assert third - second == pytest.approx(9 * (second - first))


def test_a_preliminary_last_figure_is_hollow() -> None:
    first, last = course("1", "2")
    (dot,) = (shape for shape in shapes(first, replace(last, status="preliminary")) if isinstance(shape, Dot))
    assert dot.core == LOOK.palette.of("paper")


def test_it_is_told_in_words_in_both_languages() -> None:
    spark = sparkline("s", BOTH, words("苏州", "Suzhou"), course("1", "2", "4"))
    told = dict(spark.alt)
    assert told["zh"] == "苏州：从2020的1%到2022的4%，持续上升。"
    assert told["en"] == "Suzhou: From 1% (2020) to 4% (2022), rising throughout."


def test_its_picture_is_as_large_as_it_is_printed_and_the_same_each_time() -> None:
    chart: Chart = sparkline("s", BOTH, words("苏州", "Suzhou"), course("1", "2", "4")).chart
    drawing = draw(chart, LOOK)
    assert (drawing.width_mm, drawing.height_mm) == (WIDTH, HEIGHT)
    assert draw(chart, LOOK) == drawing
