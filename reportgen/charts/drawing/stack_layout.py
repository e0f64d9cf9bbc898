"""Stacks: bars and columns made of pieces that need not start at zero. Shared by the kinds that add figures up.

They stand where names and figures fit a column, and lie otherwise. A figure inside its piece that has no room there is
left out; an axis of round values then lets its piece be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import BEYOND, Along, bar
from reportgen.charts.drawing.bars import LABELS, NAME_GAP, NAMES
from reportgen.charts.drawing.columns import THICKEST, THICKNESS, UNDER, WIDEST, names_in
from reportgen.charts.drawing.scales import ValueSpan, spread, stretched
from reportgen.charts.drawing.shapes import Box, Plot, Shape, Stroke
from reportgen.charts.drawing.ticks import Ticks
from reportgen.charts.drawing.typesetter import SetText, Typesetter, ink_on
from reportgen.document import Bound, Mark, Words
from reportgen.records import record

GAP = 1.2  # mm from a piece's end to its figure
AIR = 2.2  # mm in a row that are neither bar nor words
BESIDE = 0.8  # mm that a figure keeps from the ends of the piece it stands in
PLATE = 1.6  # mm of color round words in a hatched piece
SEAM = 0.3  # mm of paper between pieces
AXIS_GAP = 1.8  # mm from the words of an axis to the plot
ASIDE = 0.22  # of the chart, at most, for the names of series at its right
LEAD = 1.4  # mm from the end of the base line to those names
BETWEEN = 0.8  # mm between them
LOWEST = 35.0  # mm: the plot is never lower
LYING = 0.7  # of a row that a lying piece is thick


@record
class StackPart:
    """A figure drawn from one value to another, its words inside it or behind its far end."""

    mark: Mark
    start: Decimal
    end: Decimal
    color: str
    label: Words
    inside: bool = False

    @property
    def backward(self) -> bool:
        """Whether its words stand on the side of the lower values."""
        return max(self.start, self.end) <= 0 and min(self.start, self.end) < 0


@record
class Stack:
    """Pieces under one name; `joined` is where a line leads on to the next stack."""

    name: Words
    pieces: tuple[StackPart, ...]
    joined: Decimal | None = None


@record
class StackPlot:
    """Everything a plot of stacks needs: the stacks, the key over them, round values for an axis, names of series."""

    stacks: tuple[Stack, ...]
    key: Plot
    ticks: Ticks = ()
    series: tuple[Words, ...] = ()
    lying: bool = False  # never as columns


def lay(whole: StackPlot, setter: Typesetter) -> Plot:
    """Columns where they fit, else bars; with an axis where figures had to be left out."""
    return _named_aside(whole, setter) or _drawn(whole, setter)


def _drawn(whole: StackPlot, setter: Typesetter) -> Plot:
    drawn = _stand if _standing(whole, setter) else _lie
    plain = drawn(replace(whole, ticks=()), setter)
    return drawn(whole, setter) if plain.left_out and whole.ticks else plain


def _named_aside(whole: StackPlot, setter: Typesetter) -> Plot | None:
    """Columns with the names of the series beside the pieces of the last stack, not in a key; None where that cannot
    be: the last stack lacks a piece, or the columns would have to lie."""
    last = [piece for piece in whole.stacks[-1].pieces if piece.inside]
    if not whole.series or len(last) < len(whole.series) or any(piece.start == piece.end for piece in last):
        return None
    names = [setter.name(words, width=ASIDE * setter.width) for words in whole.series]
    narrow = replace(setter, width=setter.width - max(name.width for name in names) - LEAD)
    bare = replace(whole, key=Plot((), 0.0))
    if not _standing(bare, narrow):
        return None
    plot = _drawn(bare, narrow)
    pieces = [shape for shape in plot.shapes if isinstance(shape, Box) and shape.role == "piece"][-len(last) :]
    left = LEAD + max(shape.bounds.right for shape in plot.shapes if shape.role == "zero")
    order = sorted(zip(pieces, names, strict=True), key=lambda pair: pair[0].y)
    wanted = [piece.y + piece.height / 2 for piece, _ in order]
    centers = spread(wanted, [name.height + BETWEEN for _, name in order], 0.0, plot.height)
    shapes = list(plot.shapes)
    for (piece, name), start, center in zip(order, wanted, centers, strict=True):
        shapes.append(Stroke("leader", ((piece.bounds.right + 0.6, start), (left - 0.8, center)), piece.color, 0.75))
        shapes += name.at("series", left, center - name.height / 2)
    return replace(plot, shapes=tuple(shapes))


def _standing(whole: StackPlot, setter: Typesetter) -> bool:
    slot = min(setter.width / len(whole.stacks), WIDEST)
    if whole.lying or names_in([stack.name for stack in whole.stacks], setter, slot - 1.6) is None:
        return False
    room = {True: min(THICKNESS * slot, THICKEST) - 0.4, False: slot - 0.8}
    return all(_block(piece, setter).width <= room[piece.inside] for stack in whole.stacks for piece in stack.pieces)


def _block(piece: StackPart, setter: Typesetter, width: float | None = None) -> SetText:
    lit = piece.mark.highlight
    if not piece.inside:
        return setter.label(replace(piece.mark, label=piece.label), bold=lit, width=width)
    ink, size = ink_on(piece.color), setter.look.chart
    return setter.set(
        piece.label, size=float(size.axis), second=float(size.second), color=ink, second_color=ink, bold=lit
    )


def _extents(whole: StackPlot, words: dict[Mark, float]) -> list[tuple[Decimal, float, float]]:
    """Every end of a piece with the room that it and its words take before and behind it."""
    extents = [(Decimal(0), 0.0, 0.0)]
    for piece in (piece for stack in whole.stacks for piece in stack.pieces):
        low, high = sorted((piece.start, piece.end))
        room = 0.0 if piece.inside else GAP + words[piece.mark] + BEYOND[piece.mark.bound]
        extents += [(low, room if piece.backward else 0.0, 0.0), (high, 0.0, 0.0 if piece.backward else room)]
    return extents + [(value, 0.0, 0.0) for value, _ in whole.ticks]


# ---- lying -----------------------------------------------------------------------------------


def _lie(whole: StackPlot, setter: Typesetter) -> Plot:
    names = [setter.name(stack.name, width=NAMES * setter.width) for stack in whole.stacks]
    labels = _blocks(whole, setter, LABELS * setter.width)
    left = max((name.width for name in names), default=0.0)
    left += NAME_GAP if left else 0.0
    span = stretched(_extents(whole, {mark: block.width for mark, block in labels.items()}), left, setter.width)
    heights = [
        max(
            float(setter.look.chart.bar),
            name.height + AIR,
            *(labels[piece.mark].height + (0.6 if piece.inside else AIR) for piece in stack.pieces),
        )
        for stack, name in zip(whole.stacks, names, strict=True)
    ]
    top, bottom = whole.key.height, whole.key.height + sum(heights)
    shapes = [*whole.key.shapes, *_lying_axis(whole.ticks, span, setter, (top, bottom))]
    y, left_out = top, 0
    for index, (stack, name, height) in enumerate(zip(whole.stacks, names, heights, strict=True)):
        shapes += name.at("name", 0.0, y + (height - name.height) / 2)
        thick = min(LYING * height, 1.5 * float(setter.look.chart.bar))
        along = Along(span.at(Decimal(0)), y + (height - thick) / 2, thick)
        left_out += _pieces(stack, along, span, labels, setter, shapes)
        if stack.joined is not None and index + 1 < len(heights):
            shapes.append(Box("join", span.at(stack.joined) - 0.1, y + height / 2, 0.2, height, setter.color("grey")))
        y += height
    shapes.append(Box("zero", span.at(Decimal(0)) - 0.1, top, 0.2, bottom - top, setter.color("grey")))
    under = max((setter.tick(words).height for _, words in whole.ticks), default=-AXIS_GAP) + AXIS_GAP
    return Plot(tuple(_joins_first(shapes)), bottom + under, left_out)


def _lying_axis(ticks: Ticks, span: ValueSpan, setter: Typesetter, rows: tuple[float, float]) -> Iterator[Shape]:
    top, bottom = rows
    reach = -1.0
    for value, words in ticks:
        block, x = setter.tick(words), span.at(value)
        yield Box("grid", x - 0.06, top, 0.12, bottom - top, setter.color("rule"))
        center = min(max(x, block.width / 2), setter.width - block.width / 2)
        if center - block.width / 2 > reach:
            yield from block.at("value", center, bottom + AXIS_GAP, align=0.5)
            reach = center + block.width / 2 + 1.0


# ---- standing --------------------------------------------------------------------------------


def _stand(whole: StackPlot, setter: Typesetter) -> Plot:
    ticks = [(value, setter.tick(words)) for value, words in whole.ticks]
    left = max((block.width for _, block in ticks), default=-AXIS_GAP) + AXIS_GAP
    slot = min((setter.width - left) / len(whole.stacks), WIDEST)
    names = names_in([stack.name for stack in whole.stacks], setter, slot - 1.6)
    if names is None:  # the axis took the room
        return _lie(whole, setter)
    labels = _blocks(whole, setter)
    under = max(name.height for name in names) + UNDER
    top = whole.key.height + (ticks[-1][1].height / 2 if ticks else 0.0)
    bottom = top + max(setter.height - under, LOWEST)
    # Upward, so that the page's y runs from -bottom to -top.
    span = stretched(_extents(whole, {mark: block.height for mark, block in labels.items()}), -bottom, -top)
    shapes: list[Shape] = [*whole.key.shapes]
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
        left_out += _pieces(stack, along, span, labels, setter, shapes)
        if stack.joined is not None and index + 1 < len(names):
            shapes.append(Box("join", middle, -span.at(stack.joined) - 0.1, slot, 0.2, setter.color("grey")))
    shapes.append(Box("zero", left, zero - 0.1, right - left, 0.2, setter.color("grey")))
    return Plot(tuple(_joins_first(shapes)), bottom + under, left_out)


# ---- pieces ----------------------------------------------------------------------------------


def _blocks(whole: StackPlot, setter: Typesetter, width: float | None = None) -> dict[Mark, SetText]:
    return {piece.mark: _block(piece, setter, width) for stack in whole.stacks for piece in stack.pieces}


def _pieces(
    stack: Stack, along: Along, span: ValueSpan, labels: dict[Mark, SetText], setter: Typesetter, shapes: list[Shape]
) -> int:
    """The pieces and their words, added to the shapes; how many words found no room."""
    left_out = 0
    for piece in stack.pieces:
        label = labels[piece.mark]
        start, end = (span.at(value) - span.start for value in (piece.start, piece.end))
        shapes += _piece(piece, along, start, end, setter)
        low, high = sorted((start, end))
        room = high - low - 2 * BESIDE
        fits = (label.height if along.upright else label.width) <= room and (
            label.width if along.upright else label.height
        ) <= along.thickness
        if piece.inside and not fits:
            left_out += piece.mark.value != 0
            continue
        if piece.inside:
            center = (low + high) / 2
        else:
            away = GAP + BEYOND[piece.mark.bound] + (label.height if along.upright else label.width) / 2
            center = low - away if piece.backward else high + away
        middle = along.thickness / 2
        x, y = (along.x + middle, along.y - center) if along.upright else (along.x + center, along.y + middle)
        if piece.inside and _hatched(piece):
            wide = min(label.width + PLATE, along.thickness if along.upright else room)
            shapes.append(
                Box(
                    "plate",
                    x - wide / 2,
                    y - (label.height + PLATE / 2) / 2,
                    wide,
                    label.height + PLATE / 2,
                    piece.color,
                )
            )
        if piece.inside or along.upright:
            shapes += label.at("label", x, y - label.height / 2, align=0.5)
        else:
            edge = x + label.width / 2 if piece.backward else x - label.width / 2
            shapes += label.at("label", edge, y - label.height / 2, align=1.0 if piece.backward else 0.0)
    return left_out


def _hatched(piece: StackPart) -> bool:
    return bool(piece.mark.status) or (piece.inside and piece.mark.bound is not Bound.EXACT)


def _piece(piece: StackPart, along: Along, start: float, end: float, setter: Typesetter) -> Iterator[Shape]:
    """One piece. Inside a stack a figure that is not exact is hatched like an unsettled one: its end is not free."""
    paper, backward = setter.color("paper"), end < start
    moved = replace(along, y=along.y - start) if along.upright else replace(along, x=along.x + start)
    length = abs(end - start) - (SEAM if piece.inside and abs(end - start) > 4 * SEAM else 0.0)
    bound = Bound.EXACT if piece.inside else piece.mark.bound
    unsettled = _hatched(piece)
    for shape in bar(replace(moved, backward=backward), length, bound, piece.color, paper, unsettled=unsettled):
        yield replace(shape, role="piece") if piece.inside and isinstance(shape, Box) else shape


def _joins_first(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """The lines between stacks under everything else."""
    yield from (shape for shape in shapes if shape.role == "join")
    yield from (shape for shape in shapes if shape.role != "join")
