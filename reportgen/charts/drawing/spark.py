"""A sparkline: a course in the height of a line of words, without axis and words; its last point is marked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.drawing.scales import ValueSpan, stretched
from reportgen.charts.drawing.shapes import Box, Dot, Point, Shape, Stroke
from reportgen.charts.marks import courses, times, unbroken
from reportgen.document import Bound, Chart, Mark
from reportgen.template.model import Look

WIDTH, HEIGHT = 24.0, 4.4  # mm
LINE = 1.1  # points
DOT = 0.75  # mm
EDGE = 0.3  # mm of paper round it


def spark_shapes(chart: Chart, look: Look) -> Iterator[Shape]:
    """Its line, broken where figures are missing; a hair line at zero where figures stand on both sides of it."""
    (course,) = courses(chart).values()
    color = look.palette.of(look.chart.highlight)
    moments = times(chart)
    across = stretched([(moments[mark], DOT, DOT) for mark in course], EDGE, WIDTH - EDGE)
    upward = stretched([(mark.value, DOT, DOT) for mark in course], EDGE - HEIGHT, -EDGE)
    points = {mark: (across.at(moments[mark]), _height(mark, course, upward)) for mark in course}
    if min(mark.value for mark in course) < 0 < max(mark.value for mark in course):
        yield Box("zero", EDGE, -upward.at(Decimal(0)) - 0.06, WIDTH - 2 * EDGE, 0.12, look.palette.of("grey"))
    for piece in unbroken(course):
        corners = tuple(points[mark] for mark in piece)
        if len(corners) > 1:
            yield Stroke("line", corners, color, LINE)
        else:  # figures are missing on both sides of it
            yield from (Dot("lone", x, y, 0.6 * DOT, color) for x, y in corners)
    yield _last(course[-1], points[course[-1]], color, look)


def _height(mark: Mark, course: tuple[Mark, ...], upward: ValueSpan) -> float:
    """A course that does not change lies in the middle."""
    level = all(other.value == mark.value for other in course)
    return HEIGHT / 2 if level else -upward.at(mark.value)


def _last(mark: Mark, point: Point, color: str, look: Look) -> Dot:
    """The last point: hollow where its figure is not exact or not final."""
    settled = mark.bound is Bound.EXACT and not mark.status
    return Dot("dot", *point, DOT, color, "" if settled else look.palette.of("paper"))
