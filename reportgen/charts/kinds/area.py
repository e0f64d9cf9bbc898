"""Filled courses over time: one series, or several piled on one another so that the top is their sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.drawing import plane, plane_axes
from reportgen.charts.drawing.plane_ends import end_shapes
from reportgen.charts.drawing.shapes import Area, Plot, Shape, Stroke
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import EVENTS, REFERENCE, Kind, NativeForm
from reportgen.charts.marks import by_series, courses, has_far_dates, moment
from reportgen.charts.needs import MOST_POINTS, a_course, at_most, no_negatives
from reportgen.charts.sample import GOODS, SHARE, named, percentages, years
from reportgen.charts.sentences import course
from reportgen.document import GAP, Chart, Mark
from reportgen.messages import msg

MOST = 5
SEAM = 0.8  # points of paper between bands


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """One series with its figures at its points; several as bands, each told at its right end."""
    if len(chart.series) < 2:
        return plane.draw(chart, setter, lambda points: points, fill=True)
    piled = dict(_piled(chart))
    sums = replace(chart, marks=tuple(piled[mark] for mark in chart.marks))
    laid = plane_axes.lay(sums, setter, crowded=True)
    shapes: list[Shape] = [*plane_axes.behind(sums, laid, setter), *plane_axes.grid(laid, setter)]
    floor: tuple[tuple[float, float], ...] = ()
    middles: dict[Mark, float] = {}
    for series, marks in courses(sums).items():
        top = tuple(laid.points[mark] for mark in marks)
        floor = floor or tuple((x, laid.zero) for x, _ in top)
        shapes.append(Area("fill", top + floor[::-1], setter.series(series)))
        shapes.append(Stroke("seam", top, setter.color("paper"), SEAM))
        middles[marks[-1]] = (top[-1][1] + floor[-1][1]) / 2
        floor = top
    shapes += plane_axes.axes(laid, setter)
    shapes += plane_axes.guide_shapes(laid, setter)
    shapes += end_shapes(sums, laid, setter, middles)
    return Plot(tuple(shapes), laid.foot + laid.dates.height)


def _piled(chart: Chart) -> Iterator[tuple[Mark, Mark]]:
    """Each mark with one that stands on those of the series before it."""
    below: dict[object, Decimal] = {}
    for marks in by_series(chart.marks).values():
        for mark in marks:
            below[moment(mark)] = below.get(moment(mark), Decimal(0)) + mark.value
            yield mark, replace(mark, value=below[moment(mark)])


def needs(chart: Chart) -> Iterator[str]:
    """None below zero; several series have figures at the same times, without gaps."""
    yield from no_negatives(chart)
    yield from a_course(chart)
    if len(chart.series) < 2:
        return
    yield from at_most(chart, MOST)
    moments = [{moment(mark) for mark in marks} for marks in by_series(chart.marks).values()]
    if any(other != moments[0] for other in moments) or any(mark.role == GAP for mark in chart.marks):
        yield msg("the series of a chart of kind '{kind}' need figures at the same times: use line", kind=chart.kind)


def sample() -> Chart:
    """Three goods over six years, on one another."""
    columns = ("12", "13", "11", "15", "16", "18"), ("8", "9", "9", "7", "10", "11"), ("3", "4", "6", "6", "8", "9")
    return percentages("area", SHARE, *years(2018, *columns), series=named(*GOODS[:3]))


KIND = Kind(
    name="area",
    words={"zh": "面积图", "en": "Area chart"},
    shows=msg("a filled course; several series on one another"),
    wants="up to five series, at the same times",
    draw=draw,
    needs=needs,
    tells=course,
    native=NativeForm("areaChart", course=True),
    sample=sample,
    fields=(REFERENCE, EVENTS),
    most=MOST_POINTS,
    timed=True,
    gaps=True,
    far=lambda chart: len(chart.series) < 2 and has_far_dates(chart),
)
