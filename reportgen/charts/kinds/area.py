"""Filled courses over time: one series, or several piled on one another so that the top is their sum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.drawing import plane
from reportgen.charts.drawing.shapes import Area, Plot, Shape, Stroke
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind, by_series, no_negatives
from reportgen.document import Chart, Mark

MOST = 5
SEAM = 0.8  # points of paper between bands


def draw(chart: Chart, pen: Pen) -> Plot:
    """One series with its figures at its points; several as bands, each told at its right end."""
    if len(chart.series) < 2:
        return plane.draw(chart, pen, lambda points: points, fill=True)
    piled = dict(_piled(chart))
    sums = replace(chart, marks=tuple(piled[mark] for mark in chart.marks))
    laid = plane.lay(sums, pen, crowded=True)
    shapes: list[Shape] = list(plane.grid(laid, pen))
    floor: tuple[tuple[float, float], ...] = ()
    middles: dict[Mark, float] = {}
    for series, marks in plane.courses(sums).items():
        top = tuple(laid.points[mark] for mark in marks)
        floor = floor or tuple((x, laid.zero) for x, _ in top)
        shapes.append(Area("fill", top + floor[::-1], pen.series(series)))
        shapes.append(Stroke("seam", top, pen.color("paper"), SEAM))
        middles[marks[-1]] = (top[-1][1] + floor[-1][1]) / 2
        floor = top
    shapes += plane.axes(laid, pen)
    shapes += plane.end_shapes(sums, laid, pen, middles)
    return Plot(tuple(shapes), laid.foot + laid.dates.height)


def _piled(chart: Chart) -> Iterator[tuple[Mark, Mark]]:
    """Each mark with one that stands on those of the series before it."""
    below: dict[object, Decimal] = {}
    for marks in by_series(chart.marks).values():
        for mark in marks:
            time = mark.when if mark.when is not None else mark.name
            below[time] = below.get(time, Decimal(0)) + mark.value
            yield mark, replace(mark, value=below[time])


def needs(chart: Chart) -> Iterator[str]:
    """None below zero; several series have figures at the same times, without gaps."""
    yield from no_negatives(chart)
    yield from plane.needs(chart)
    if len(chart.series) < 2:
        return
    if len(chart.series) > MOST:
        yield f"a chart of kind '{chart.kind}' shows at most {MOST} series, here are {len(chart.series)}"
    moments = [
        {mark.when if mark.when is not None else mark.name for mark in marks}
        for marks in by_series(chart.marks).values()
    ]
    if any(other != moments[0] for other in moments) or any(mark.gap for mark in chart.marks):
        yield f"the series of a chart of kind '{chart.kind}' need figures at the same times: use line"


AREA = Kind(draw, needs, most=plane.MOST, timed=True)
