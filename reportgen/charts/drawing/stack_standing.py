"""Stacks that stand: columns of pieces, the names of the series beside those of the last column or of the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import Along
from reportgen.charts.drawing.columns import THICKEST, THICKNESS, UNDER, WIDEST, names_in
from reportgen.charts.drawing.legend import key
from reportgen.charts.drawing.scales import spread, stretched
from reportgen.charts.drawing.series_names import line_color
from reportgen.charts.drawing.shapes import Box, Plot, Shape, Stroke, lowered, moved
from reportgen.charts.drawing.stack_pieces import (
    Stack,
    StackPlot,
    blocks_of,
    extents,
    joins_first,
    pieces_drawn,
)
from reportgen.charts.drawing.typesetter import SetText, Typesetter

AXIS_GAP = 1.8  # mm from the words of an axis to the plot
ASIDE = 0.22  # of the chart, at most, for the names of series at its side
NARROWEST = 24.0  # mm that those names may take in a narrow chart
LEAD = 1.4  # mm from the end of the base line to those names
BETWEEN = 0.8  # mm between them
AROUND = 0.8  # mm that figures of neighboring columns keep from each other
LOWEST = 35.0  # mm: the plot is never lower


def fits(whole: StackPlot, setter: Typesetter) -> bool:
    """Whether names and figures have room under, over and in columns."""
    slot = min(setter.width / len(whole.stacks), WIDEST)
    if whole.lying or names_in([stack.name for stack in whole.stacks], setter, slot - 1.6) is None:
        return False
    room = {True: min(THICKNESS * slot, THICKEST) - 0.4, False: slot - AROUND}
    blocks = blocks_of(whole, setter, slot - AROUND, narrow=True)
    return all(blocks[piece.mark].width <= room[piece.inside] for stack in whole.stacks for piece in stack.pieces)


def stand(whole: StackPlot, setter: Typesetter) -> Plot | None:
    """The columns, with an axis where figures had to be left out; None where the axis would take their room.

    The names of the series stand beside the pieces of the last column, else of the first, else in a key over all.
    """
    for right in (True, False):
        if plot := _named_aside(whole, setter, right=right):
            return plot
    plot = _drawn(whole, setter)
    if plot is None or not whole.series:
        return plot
    told = key(whole.series, whole.colors, setter)
    return replace(plot, shapes=(*told.shapes, *lowered(plot.shapes, told.height)), height=told.height + plot.height)


def _named_aside(whole: StackPlot, setter: Typesetter, *, right: bool) -> Plot | None:
    """The columns with the names at one side; None where that cannot be: the outer column lacks a piece, the columns
    would have to lie, or an axis stands between."""
    beside = whole.stacks[-1 if right else 0]
    if not whole.series or not _whole(beside, whole):
        return None
    width = max(ASIDE * setter.width, NARROWEST)
    names = [setter.name(words, width=width) for words in whole.series]
    if any(setter.name(words, narrow=True).width > width for words in whole.series):
        return None
    aside = max(name.width for name in names) + LEAD
    narrow = replace(setter, width=setter.width - aside)
    plot = _drawn(whole, narrow) if fits(whole, narrow) else None
    if plot is None or (not right and any(shape.role == "value" for shape in plot.shapes)):
        return None
    if sum(name.height + BETWEEN for name in names) > plot.height:
        return None
    shapes = list(plot.shapes) if right else list(moved(plot.shapes, aside, 0.0))
    pieces = [shape for shape in shapes if isinstance(shape, Box) and shape.role == "piece"]
    count = len(whole.series)
    outer = pieces[-count:] if right else pieces[:count]
    if len(outer) < count or len({piece.x for piece in outer}) > 1:  # the outer column's lowest pieces are not drawn
        return None
    edge = LEAD + max(shape.bounds.right for shape in shapes if shape.role == "zero") if right else aside - LEAD
    return replace(plot, shapes=(*shapes, *_led(outer, names, edge, plot.height, setter, right=right)))


def _whole(stack: Stack, whole: StackPlot) -> bool:
    parts = stack.parts()
    return len(parts) == len(whole.series) and all(piece.start != piece.end for piece in parts)


def _led(
    pieces: Sequence[Box], names: Sequence[SetText], edge: float, height: float, setter: Typesetter, *, right: bool
) -> list[Shape]:
    """The names at a side of the outer column, a line from each to its piece."""
    order = sorted(zip(pieces, names, strict=True), key=lambda pair: pair[0].y)
    wanted = [piece.y + piece.height / 2 for piece, _ in order]
    centers = spread(wanted, [name.height + BETWEEN for _, name in order], 0.0, height)
    shapes: list[Shape] = []
    for (piece, name), start, center in zip(order, wanted, centers, strict=True):
        ends = (piece.bounds.right + 0.6, edge - 0.8) if right else (piece.x - 0.6, edge + 0.8)
        shapes.append(Stroke("leader", ((ends[0], start), (ends[1], center)), line_color(piece.color, setter), 0.75))
        shapes += name.at("series", edge, center - name.height / 2, align=0.0 if right else 1.0)
    return shapes


def _drawn(whole: StackPlot, setter: Typesetter) -> Plot | None:
    plain = _columns(replace(whole, ticks=()), setter)
    return _columns(whole, setter) if plain and plain.left_out and whole.ticks else plain


def _columns(whole: StackPlot, setter: Typesetter) -> Plot | None:
    ticks = [(value, setter.tick(words)) for value, words in whole.ticks]
    left = max((block.width for _, block in ticks), default=-AXIS_GAP) + AXIS_GAP
    slot = min((setter.width - left) / len(whole.stacks), WIDEST)
    names = names_in([stack.name for stack in whole.stacks], setter, slot - 1.6)
    if names is None:  # the axis took the room
        return None
    labels = blocks_of(whole, setter, slot - AROUND, narrow=True)
    under = max(name.height for name in names) + UNDER
    top = ticks[-1][1].height / 2 if ticks else 0.0
    bottom = top + max(setter.height - under, LOWEST)
    # Upward, so that the page's y runs from -bottom to -top.
    span = stretched(extents(whole, {mark: block.height for mark, block in labels.items()}), -bottom, -top)
    shapes: list[Shape] = []
    right = left + slot * len(names)
    for value, block in ticks:
        y = -span.at(value)
        shapes.append(Box("grid", left, y - 0.06, right - left, 0.12, setter.color("rule")))
        shapes += block.at("value", left - AXIS_GAP, y - block.height / 2, align=1.0)
    left_out = 0
    thick = min(THICKNESS * slot, THICKEST)
    zero = -span.at(Decimal(0))
    for index, (stack, name) in enumerate(zip(whole.stacks, names, strict=True)):
        middle = left + (index + 0.5) * slot
        shapes += name.at("name", middle, bottom + UNDER, align=0.5)
        along = Along(middle - thick / 2, zero, thick, upright=True)
        left_out += pieces_drawn(stack, along, span, labels, setter, shapes)
        if stack.joined is not None and index + 1 < len(names):
            shapes.append(Box("join", middle, -span.at(stack.joined) - 0.1, slot, 0.2, setter.color("grey")))
    shapes.append(Box("zero", left, zero - 0.1, right - left, 0.2, setter.color("grey")))
    return Plot(tuple(joins_first(shapes)), bottom + under, left_out)
