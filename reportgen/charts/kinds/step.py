"""A stair of counts over time: the last count known holds until the next one is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.charts.drawing import plane
from reportgen.charts.drawing.shapes import Plot, Point
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind, no_negatives
from reportgen.document import Chart


def draw(chart: Chart, pen: Pen) -> Plot:
    """Level from each point to the time of the next, then up or down."""
    return plane.draw(chart, pen, stair, fill=True)


def stair(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The corners of the stair through points."""
    corners = list(points[:1])
    for (_, y), (x2, y2) in pairwise(points):
        corners += [(x2, y), (x2, y2)]
    return tuple(corners)


def needs(chart: Chart) -> Iterator[str]:
    """Counts of one thing, none below zero."""
    yield from no_negatives(chart)
    yield from plane.needs(chart)
    if len(chart.series) > 1:
        yield f"a chart of kind '{chart.kind}' follows one series, here are {len(chart.series)}: use line"


STEP = Kind(draw, needs, timed=True)
