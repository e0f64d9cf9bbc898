"""What happened when, down the page: dots true to time, dates and words beside them that give way to each other.

A mark's label is its time as printed, its name what happened; its `when` is its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.drawing.scales import spread, stretched
from reportgen.charts.drawing.shapes import Box, Dot, Plot, Shape, Stroke
from reportgen.charts.drawing.typesetter import Pen, spotlit
from reportgen.charts.kind import Kind, called, one_series
from reportgen.document import Chart

AXIS = 2.0  # mm from the left to the line of time
WORDS = 12.0  # mm from the left to the dates
GAP = 5.0  # mm between dates and what happened
BETWEEN = 2.4  # mm between happenings
DATES = 0.28  # of the chart, at most, for the dates
RADIUS = 1.4
EACH = 11.0  # mm for a happening, where the template's height allows


def draw(chart: Chart, pen: Pen) -> Plot:
    """The earliest at the top."""
    marks = sorted(chart.marks, key=lambda mark: mark.when or Decimal(0))
    dates = [pen.label(mark, bold=True, color="accent", width=DATES * pen.width) for mark in marks]
    left = WORDS + max(block.width for block in dates) + GAP
    words = [pen.name(mark.name, width=pen.width - left) for mark in marks]
    heights = [max(date.height, word.height) + BETWEEN for date, word in zip(dates, words, strict=True)]
    height = max(sum(heights), min(float(pen.look.chart.height), EACH * len(marks)))
    ends = [(mark.when or Decimal(0), 0.0, 0.0) for mark in marks]
    # The outermost dots stand beside the first lines of the outermost words.
    span = stretched(ends, heights[0] / 2, height - heights[-1] / 2)
    points = [span.at(mark.when or Decimal(0)) for mark in marks]
    centers = spread(points, heights, 0.0, height)
    shapes: list[Shape] = [Box("axis", AXIS - 0.2, points[0], 0.4, points[-1] - points[0], pen.color("rule"))]
    for mark, point, center, date, word in zip(marks, points, centers, dates, words, strict=True):
        color = pen.color(pen.look.chart.highlight if spotlit(chart, mark) else "grey")
        corners = (AXIS, point), (AXIS + 4.0, point), (WORDS - 3.5, center), (WORDS - 1.2, center)
        shapes.append(Stroke("leader", corners, pen.color("rule"), 0.6))
        shapes.append(Dot("dot", AXIS, point, RADIUS, color, pen.color("paper") if mark.status else ""))
        top = center - max(date.height, word.height) / 2
        shapes += date.at("label", WORDS, top)
        shapes += word.at("name", left, top)
    return Plot(tuple(shapes), height)


def needs(chart: Chart) -> Iterator[str]:
    """Happenings that each have a time."""
    yield from one_series(chart, "small-multiples")
    for mark in chart.marks:
        if mark.when is None:
            yield f"mark {called(mark)} has no date, and a chart of kind '{chart.kind}' stands by dates"


TIMELINE = Kind(draw, needs, most=20, scale="none")
