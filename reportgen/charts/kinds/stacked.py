"""Parts piled up to their sum: each name's figures on one another, the first series nearest to zero."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.drawing.legend import key
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.stack_layout import Piece, Pile, Sheaf, lay, one_sign
from reportgen.charts.drawing.ticks import ticks_for
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind, by_name
from reportgen.document import Chart, Mark

MOST = 5


def draw(chart: Chart, pen: Pen) -> Plot:
    """A pile a name, each figure inside its piece."""
    groups = by_name(chart.marks)
    legend = key(chart, pen, [pen.series(place) for place in range(len(chart.series))])
    piles = tuple(_pile(group, pen) for group in groups)
    sums = [sum((mark.value for mark in group), Decimal(0)) for group in groups]
    return lay(Sheaf(piles, legend, ticks_for(chart, sums), chart.series), pen)


def _pile(group: tuple[Mark, ...], pen: Pen) -> Pile:
    pieces: list[Piece] = []
    reached = Decimal(0)
    for mark in group:
        pieces.append(Piece(mark, reached, reached + mark.value, pen.series(mark.series), mark.label, inside=True))
        reached += mark.value
    return Pile(group[0].name, tuple(pieces))


def needs(chart: Chart) -> Iterator[str]:
    """Two to five series, of one sign under each name."""
    if not 2 <= len(chart.series) <= MOST:
        yield f"a chart of kind '{chart.kind}' needs two to {MOST} series, here are {max(len(chart.series), 1)}"
    for group in by_name(chart.marks):
        yield from one_sign(group, chart.kind)


STACKED = Kind(draw, needs, most=60)
