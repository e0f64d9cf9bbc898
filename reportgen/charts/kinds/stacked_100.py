"""Parts as shares of their sum: every pile is a hundred percent long, whatever it adds up to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.drawing.legend import key
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.stack_layout import Piece, Pile, Sheaf, lay
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind, called, no_negatives, whole_groups
from reportgen.charts.kind import by_name as groups
from reportgen.charts.shares import WHOLE, share_labels
from reportgen.document import Chart, Mark

MOST = 5


def draw(chart: Chart, pen: Pen) -> Plot:
    """A pile a name, the share of each part inside its piece."""
    legend = key(chart, pen, [pen.series(place) for place in range(len(chart.series))])
    piles = tuple(_pile(group, pen) for group in groups(chart.marks))
    return lay(Sheaf(piles, legend, series=chart.series), pen)


def _pile(group: tuple[Mark, ...], pen: Pen) -> Pile:
    whole = sum((mark.value for mark in group), Decimal(0))
    pieces: list[Piece] = []
    reached = Decimal(0)
    for mark, label in zip(group, share_labels(group), strict=True):
        end = reached + mark.value / whole * WHOLE
        pieces.append(Piece(mark, reached, end, pen.series(mark.series), label, inside=True))
        reached = end
    return Pile(group[0].name, tuple(pieces))


def needs(chart: Chart) -> Iterator[str]:
    """Two to five series with a figure under every name, none below zero and not all of them zero."""
    yield from no_negatives(chart)
    yield from whole_groups(chart, MOST)
    for group in groups(chart.marks):
        if not any(mark.value for mark in group):
            yield f"the parts of {called(group[0])} are all zero, and nothing has no shares"


STACKED_100 = Kind(draw, needs, most=60, shares=True)
