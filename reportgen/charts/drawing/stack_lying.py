"""Stacks that lie: names at the left, rows of pieces, the names of the series over the first row that has them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import Along
from reportgen.charts.drawing.bars import LABELS, NAME_GAP, NAMES
from reportgen.charts.drawing.legend import key
from reportgen.charts.drawing.scales import ValueSpan, stretched
from reportgen.charts.drawing.series_names import Anchor, over
from reportgen.charts.drawing.shapes import Box, Plot, Shape, lowered
from reportgen.charts.drawing.stack_pieces import Stack, StackPlot, blocks_of, extents, joins_first, pieces_drawn
from reportgen.charts.drawing.ticks import Ticks
from reportgen.charts.drawing.typesetter import Typesetter

AIR = 2.2  # mm in a row that are neither bar nor words
AXIS_GAP = 1.8  # mm from the words of an axis to the plot
THICK = 0.7  # of a row that a piece is
SLIMMEST = 1.2  # mm: a piece that a name leads to
TOUCHING = 0.2  # mm from the end of a line to the piece


def lie(whole: StackPlot, setter: Typesetter) -> Plot:
    """The rows from the top in the order given."""
    names = [setter.name(stack.name, width=NAMES * setter.width) for stack in whole.stacks]
    labels = blocks_of(whole, setter, LABELS * setter.width)
    left = max((name.width for name in names), default=0.0)
    left += NAME_GAP if left else 0.0
    span = stretched(extents(whole, {mark: block.width for mark, block in labels.items()}), left, setter.width)
    heights = [
        max(
            float(setter.look.chart.bar),
            name.height + AIR,
            *(labels[piece.mark].height + (0.6 if piece.inside else AIR) for piece in stack.pieces),
        )
        for stack, name in zip(whole.stacks, names, strict=True)
    ]
    told, over_row = _series_told(whole, setter, span, heights)
    tops = list(_tops(heights, over_row, told.height))
    bottom = tops[-1] + heights[-1]
    runs = [(tops[over_row], bottom), *([(tops[0], tops[over_row] - told.height)] if over_row else [])]
    shapes = [*_axis(whole.ticks, span, setter, runs)]
    shapes += lowered(told.shapes, tops[over_row] - told.height)
    left_out = 0
    for index, (stack, name, y, height) in enumerate(zip(whole.stacks, names, tops, heights, strict=True)):
        shapes += name.at("name", 0.0, y + (height - name.height) / 2)
        thick = _thick(height, setter)
        along = Along(span.at(Decimal(0)), y + (height - thick) / 2, thick)
        left_out += pieces_drawn(stack, along, span, labels, setter, shapes)
        if stack.joined is not None and index + 1 < len(heights):
            shapes.append(Box("join", span.at(stack.joined) - 0.1, y + height / 2, 0.2, height, setter.color("grey")))
    zero, grey = span.at(Decimal(0)), setter.color("grey")
    shapes += (Box("zero", zero - 0.1, start, 0.2, end - start, grey) for start, end in runs)
    under = max((setter.tick(words).height for _, words in whole.ticks), default=-AXIS_GAP) + AXIS_GAP
    return Plot(tuple(joins_first(shapes)), bottom + under, left_out)


def _thick(height: float, setter: Typesetter) -> float:
    return min(THICK * height, 1.5 * float(setter.look.chart.bar))


def _tops(heights: Sequence[float], over_row: int, told: float) -> Iterator[float]:
    """Where each row starts, with the names of series over one of them."""
    y = 0.0
    for index, height in enumerate(heights):
        y += told if index == over_row else 0.0
        yield y
        y += height


def _series_told(whole: StackPlot, setter: Typesetter, span: ValueSpan, heights: Sequence[float]) -> tuple[Plot, int]:
    """The names of the series and the row that they stand over; a key over the first where they find no room."""
    if not whole.series:
        return Plot((), 0.0), 0
    row = _named_row(whole, span)
    if row is not None:
        down = (heights[row] - _thick(heights[row], setter)) / 2 - TOUCHING
        anchors = [
            Anchor(span.at((piece.start + piece.end) / 2), down, piece.color) for piece in whole.stacks[row].parts()
        ]
        if told := over(whole.series, anchors, setter, (0.0, setter.width)):
            return told, row
    return key(whole.series, whole.colors, setter), 0


def _named_row(whole: StackPlot, span: ValueSpan) -> int | None:
    """The first row if it has a piece of each series, else the longest that has."""

    def narrowest(stack: Stack) -> float:
        parts = stack.parts()
        if len(parts) < len(whole.series):
            return 0.0
        return min(abs(span.at(piece.end) - span.at(piece.start)) for piece in parts)

    def length(row: int) -> Decimal:
        return sum((abs(piece.end - piece.start) for piece in whole.stacks[row].parts()), Decimal(0))

    rows = [row for row, stack in enumerate(whole.stacks) if narrowest(stack) >= SLIMMEST]
    return 0 if 0 in rows else max(rows, key=length, default=None)


def _axis(ticks: Ticks, span: ValueSpan, setter: Typesetter, runs: Sequence[tuple[float, float]]) -> Iterator[Shape]:
    """Hair lines through the rows, but not through names among them, and round values under the last."""
    bottom = max(end for _, end in runs)
    reach = -1.0
    for value, words in ticks:
        block, x = setter.tick(words), span.at(value)
        yield from (Box("grid", x - 0.06, start, 0.12, end - start, setter.color("rule")) for start, end in runs)
        center = min(max(x, block.width / 2), setter.width - block.width / 2)
        if center - block.width / 2 > reach:
            yield from block.at("value", center, bottom + AXIS_GAP, align=0.5)
            reach = center + block.width / 2 + 1.0
