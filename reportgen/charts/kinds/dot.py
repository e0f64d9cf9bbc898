"""Dots on a scale, one a name: for figures that differ too little for bars from zero."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.drawing import rows
from reportgen.charts.drawing.scales import Span
from reportgen.charts.drawing.shapes import Plot, Shape
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind, one_series
from reportgen.charts.kinds import bars
from reportgen.document import Chart


def draw(chart: Chart, pen: Pen) -> Plot:
    """A row a mark, its figure behind its dot."""
    colors = bars.colors(chart, pen)

    def drawn(place: int, span: Span, y: float) -> Iterator[Shape]:
        mark = chart.marks[place]
        yield rows.dot(mark, span.at(mark.value), y, colors[mark], pen)

    lines = [rows.Row(mark.name, mark.value, mark.value, mark) for mark in chart.marks]
    return rows.lay(lines, pen, drawn, Plot((), 0.0))


def needs(chart: Chart) -> Iterator[str]:
    """One series."""
    yield from one_series(chart, "dumbbell" if len(chart.series) == 2 else "grouped")


DOT = Kind(draw, needs, sorts=True)
