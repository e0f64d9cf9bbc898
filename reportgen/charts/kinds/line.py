"""A line through figures over time, its points true to time and its axis from zero."""

from __future__ import annotations

from reportgen.charts.drawing import plane
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind
from reportgen.document import Chart


def draw(chart: Chart, pen: Pen) -> Plot:
    """Points joined by straight lines; where figures are missing, the line breaks."""
    return plane.draw(chart, pen, lambda points: points)


LINE = Kind(draw, plane.needs, most=plane.MOST, timed=True)
