"""A stair of counts over time: the last count known holds until the next one is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportgen.charts.drawing import plane
from reportgen.charts.drawing.shapes import Plot, Point
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import EVENTS, REFERENCE, Kind, NativeForm
from reportgen.charts.marks import has_far_dates
from reportgen.charts.needs import a_course, no_negatives
from reportgen.charts.sample import SHARE, percentages, years
from reportgen.charts.sentences import course
from reportgen.document import Chart
from reportgen.messages import msg


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """Level from each point to the time of the next, then up or down."""
    return plane.draw(chart, setter, stair, fill=True)


def stair(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The corners of the stair through points."""
    corners = list(points[:1])
    for (_, y), (x2, y2) in pairwise(points):
        corners += [(x2, y), (x2, y2)]
    return tuple(corners)


def needs(chart: Chart) -> Iterator[str]:
    """Counts of one thing, none below zero."""
    yield from no_negatives(chart)
    yield from a_course(chart)
    if len(chart.series) > 1:
        yield msg(
            "a chart of kind '{kind}' follows one series, here are {count}: use line",
            kind=chart.kind,
            count=len(chart.series),
        )


def limits(chart: Chart) -> Iterator[str]:
    """Word has no stairs: their corners stand on an axis of time."""
    if any(mark.when is None for mark in chart.marks):
        yield msg("Word draws steps only along dates")


def sample() -> Chart:
    """Five years of a share that holds until the next is known."""
    return percentages("step", SHARE, *years(2019, ("12", "12", "18", "31", "34")))


KIND = Kind(
    name="step",
    words={"zh": "阶梯图", "en": "Step chart"},
    shows=msg("a count that holds until the next"),
    wants="one series",
    draw=draw,
    needs=needs,
    tells=course,
    native=NativeForm("scatterChart", course=True, limits=limits),
    sample=sample,
    fields=(REFERENCE, EVENTS),
    timed=True,
    gaps=True,
    far=has_far_dates,
)
