"""Stretches from a low figure to a high one, one row a name; a single figure among them is a dot."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.drawing import rows
from reportgen.charts.drawing.bar_ends import hatch
from reportgen.charts.drawing.scales import Span
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind, called, one_series
from reportgen.charts.kinds import bars
from reportgen.document import Bound, Chart, Mark

THICK = 3.6  # mm


def draw(chart: Chart, pen: Pen) -> Plot:
    """A row a mark, its figures behind the stretch as they are printed."""
    colors = bars.colors(chart, pen)

    def drawn(place: int, span: Span, y: float) -> Iterator[Shape]:
        mark = chart.marks[place]
        if mark.low is None:
            yield rows.dot(mark, span.at(mark.value), y, colors[mark], pen)
            return
        start, end = span.at(mark.low), span.at(mark.value)
        stretch = Box("stretch", start, y - THICK / 2, max(end - start, 0.3), THICK, colors[mark])
        yield stretch
        if mark.status or mark.bound is not Bound.EXACT:
            yield from hatch(stretch, pen.color("paper"))

    return rows.lay([_row(mark) for mark in chart.marks], pen, drawn, Plot((), 0.0))


def _row(mark: Mark) -> rows.Row:
    single = mark.low is None
    return rows.Row(
        mark.name, mark.value if mark.low is None else mark.low, mark.value, mark, beyond=rows.RADIUS if single else 0.0
    )


def needs(chart: Chart) -> Iterator[str]:
    """One series with a range in it, each from the lower figure to the higher."""
    yield from one_series(chart, "dumbbell")
    if all(mark.low is None for mark in chart.marks):
        yield f"a chart of kind '{chart.kind}' needs figures that go from one value to another: use dot"
    for mark in chart.marks:
        if mark.low is not None and mark.low > mark.value:
            yield f"the range {called(mark)} runs from the higher figure to the lower: change them round"


RANGE = Kind(draw, needs, sorts=True, ranges=True)
