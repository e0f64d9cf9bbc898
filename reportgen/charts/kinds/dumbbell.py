"""Two dots joined, one row a name: where something was, and where it is."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.drawing import rows
from reportgen.charts.drawing.legend import key
from reportgen.charts.drawing.scales import Span
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind, by_name, whole_groups
from reportgen.document import Chart

BAR = 0.9  # mm


def draw(chart: Chart, pen: Pen) -> Plot:
    """The later dot in the color of the headline, the earlier one muted; a figure on the outer side of each."""
    groups = by_name(chart.marks)
    colors = pen.color("grey"), pen.color(pen.look.chart.highlight)

    def drawn(place: int, span: Span, y: float) -> Iterator[Shape]:
        points = [span.at(mark.value) for mark in groups[place]]
        yield Box("joint", min(points), y - BAR / 2, max(points) - min(points), BAR, pen.color("rule"))
        for mark, x, color in zip(groups[place], points, colors, strict=True):
            yield rows.dot(mark, x, y, color, pen)

    lines = [
        rows.Row(low.name, low.value, high.value, high, low)
        for low, high in (sorted(group, key=lambda mark: mark.value) for group in groups)
    ]
    return rows.lay(lines, pen, drawn, key(chart, pen, colors))


def needs(chart: Chart) -> Iterator[str]:
    """Two series with a figure each under every name."""
    yield from whole_groups(chart, 2)


DUMBBELL = Kind(draw, needs, sorts=True, sorted_by=-1)
