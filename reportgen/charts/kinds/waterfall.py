"""How changes lead from one sum to the next: each starts where the one before ended, sums stand on zero."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.stack_layout import Piece, Pile, Sheaf, lay
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind, called, one_series
from reportgen.document import Bound, Chart, Mark

SLACK = Decimal("0.01")  # of a sum: what rounded changes may miss it by


def draw(chart: Chart, pen: Pen) -> Plot:
    """Sums muted, rises in the accent, falls in the signal color; a line leads from each to the next."""
    piles: list[Pile] = []
    for place, (mark, (start, end)) in enumerate(zip(chart.marks, steps(chart.marks), strict=True)):
        piece = Piece(mark, start, end, _color(mark, pen, is_sum=mark.total or place == 0), mark.label)
        piles.append(Pile(mark.name, (piece,), joined=end))
    return lay(Sheaf(tuple(piles), Plot((), 0.0)), pen)


def steps(marks: tuple[Mark, ...]) -> Iterator[tuple[Decimal, Decimal]]:
    """Where each piece starts and ends; the first figure is a sum, told to be one or not."""
    reached = Decimal(0)
    for place, mark in enumerate(marks):
        start = Decimal(0) if mark.total or place == 0 else reached
        reached = start + mark.value
        yield start, reached


def _color(mark: Mark, pen: Pen, *, is_sum: bool) -> str:
    if is_sum:
        return pen.color(pen.look.chart.highlight if mark.highlight else "grey")
    return pen.color(pen.look.chart.highlight if mark.value >= 0 else "signal")


def needs(chart: Chart) -> Iterator[str]:
    """A sum, changes, and sums that they lead to, each within a hundredth where all figures are exact."""
    yield from one_series(chart, "stacked")
    if len(chart.marks) < 3:
        yield f"a chart of kind '{chart.kind}' needs a sum, a change and a sum; here are {len(chart.marks)} figures"
        return
    if any(mark.bound is not Bound.EXACT for mark in chart.marks):
        return
    running = chart.marks[0].value
    for mark in chart.marks[1:]:
        if not mark.total:
            running += mark.value
            continue
        if abs(running - mark.value) > SLACK * max(abs(mark.value), abs(running)):
            yield f"the changes do not lead to {called(mark)}: a change is missing, or this is no total"
        running = mark.value


WATERFALL = Kind(draw, needs)
