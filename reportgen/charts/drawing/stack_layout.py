"""Piles: bars and columns made of pieces that need not start at zero. Shared by the kinds that add figures up.

They stand where names and figures fit a column, and lie otherwise. A figure inside its piece that has no room there is
left out; an axis of round values then lets its piece be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import BEYOND, Along, bar
from reportgen.charts.drawing.scales import Span, spread, stretched
from reportgen.charts.drawing.shapes import Box, Plot, Shape, Stroke
from reportgen.charts.drawing.ticks import Ticks
from reportgen.charts.drawing.typesetter import Block, Pen, ink_on
from reportgen.charts.kind import called
from reportgen.charts.kinds.bars import LABELS, NAME_GAP, NAMES
from reportgen.charts.kinds.columns import THICKEST, THICKNESS, UNDER, WIDEST, names_in
from reportgen.document import Bound, Mark, Words

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


@dataclass(frozen=True, slots=True)
class Piece:
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


@dataclass(frozen=True, slots=True)
class Pile:
    """Pieces under one name; `joined` is where a line leads on to the next pile."""

    name: Words
    pieces: tuple[Piece, ...]
    joined: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Everything a plot of piles needs: the piles, the key over them, round values for an axis, names of series."""

    piles: tuple[Pile, ...]
    key: Plot
    ticks: Ticks = ()
    series: tuple[Words, ...] = ()


def lay(sheaf: Sheaf, pen: Pen) -> Plot:
    """Columns where they fit, else bars; with an axis where figures had to be left out."""
    return _named_aside(sheaf, pen) or _drawn(sheaf, pen)


def _drawn(sheaf: Sheaf, pen: Pen) -> Plot:
    drawn = _stand if _standing(sheaf, pen) else _lie
    plain = drawn(replace(sheaf, ticks=()), pen)
    return drawn(sheaf, pen) if plain.left_out and sheaf.ticks else plain


def _named_aside(sheaf: Sheaf, pen: Pen) -> Plot | None:
    """Columns with the names of the series beside the last pile's pieces, in place of a key; None where that cannot be:
    the last pile lacks a piece, or the columns would have to lie."""
    last = sheaf.piles[-1].pieces
    if not sheaf.series or len(last) < len(sheaf.series) or any(piece.start == piece.end for piece in last):
        return None
    names = [pen.name(words, width=ASIDE * pen.width) for words in sheaf.series]
    narrow = replace(pen, width=pen.width - max(name.width for name in names) - LEAD)
    bare = replace(sheaf, key=Plot((), 0.0))
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


def _standing(sheaf: Sheaf, pen: Pen) -> bool:
    slot = min(pen.width / len(sheaf.piles), WIDEST)
    if names_in([pile.name for pile in sheaf.piles], pen, slot - 1.6) is None:
        return False
    room = {True: min(THICKNESS * slot, THICKEST) - 0.4, False: slot - 0.8}
    return all(_block(piece, pen).width <= room[piece.inside] for pile in sheaf.piles for piece in pile.pieces)


def _block(piece: Piece, pen: Pen, width: float | None = None) -> Block:
    lit = piece.mark.highlight
    if not piece.inside:
        return pen.label(replace(piece.mark, label=piece.label), bold=lit, width=width)
    ink, size = ink_on(piece.color), pen.look.chart
    return pen.set(piece.label, size=float(size.axis), second=float(size.second), color=ink, second_color=ink, bold=lit)


def _extents(sheaf: Sheaf, words: dict[Mark, float]) -> list[tuple[Decimal, float, float]]:
    """Every end of a piece with the room that it and its words take before and behind it."""
    found = [(Decimal(0), 0.0, 0.0)]
    for piece in (piece for pile in sheaf.piles for piece in pile.pieces):
        low, high = sorted((piece.start, piece.end))
        room = 0.0 if piece.inside else GAP + words[piece.mark] + BEYOND[piece.mark.bound]
        found += [(low, room if piece.backward else 0.0, 0.0), (high, 0.0, 0.0 if piece.backward else room)]
    return found + [(value, 0.0, 0.0) for value, _ in sheaf.ticks]


# ---- lying -----------------------------------------------------------------------------------


def _lie(sheaf: Sheaf, pen: Pen) -> Plot:
    names = [pen.name(pile.name, width=NAMES * pen.width) for pile in sheaf.piles]
    labels = _blocks(sheaf, pen, LABELS * pen.width)
    left = max((name.width for name in names), default=0.0)
    left += NAME_GAP if left else 0.0
    span = stretched(_extents(sheaf, {mark: block.width for mark, block in labels.items()}), left, pen.width)
    heights = [
        max(
            float(pen.look.chart.bar),
            name.height + AIR,
            *(labels[piece.mark].height + (0.6 if piece.inside else AIR) for piece in pile.pieces),
        )
        for pile, name in zip(sheaf.piles, names, strict=True)
    ]
    top, bottom = sheaf.key.height, sheaf.key.height + sum(heights)
    shapes = [*sheaf.key.shapes, *_lying_axis(sheaf.ticks, span, pen, (top, bottom))]
    y, left_out = top, 0
    for place, (pile, name, height) in enumerate(zip(sheaf.piles, names, heights, strict=True)):
        shapes += name.at("name", 0.0, y + (height - name.height) / 2)
        thick = min(LYING * height, 1.5 * float(pen.look.chart.bar))
        along = Along(span.at(Decimal(0)), y + (height - thick) / 2, thick)
        left_out += _pieces(pile, along, span, labels, pen, shapes)
        if pile.joined is not None and place + 1 < len(heights):
            shapes.append(Box("join", span.at(pile.joined) - 0.1, y + height / 2, 0.2, height, pen.color("grey")))
        y += height
    shapes.append(Box("zero", span.at(Decimal(0)) - 0.1, top, 0.2, bottom - top, pen.color("grey")))
    under = max((pen.tick(words).height for _, words in sheaf.ticks), default=-AXIS_GAP) + AXIS_GAP
    return Plot(tuple(_joins_first(shapes)), bottom + under, left_out)


def _lying_axis(ticks: Ticks, span: Span, pen: Pen, rows: tuple[float, float]) -> Iterator[Shape]:
    top, bottom = rows
    reach = -1.0
    for value, words in ticks:
        block, x = pen.tick(words), span.at(value)
        yield Box("grid", x - 0.06, top, 0.12, bottom - top, pen.color("rule"))
        center = min(max(x, block.width / 2), pen.width - block.width / 2)
        if center - block.width / 2 > reach:
            yield from block.at("value", center, bottom + AXIS_GAP, align=0.5)
            reach = center + block.width / 2 + 1.0


# ---- standing --------------------------------------------------------------------------------


def _stand(sheaf: Sheaf, pen: Pen) -> Plot:
    ticks = [(value, pen.tick(words)) for value, words in sheaf.ticks]
    left = max((block.width for _, block in ticks), default=-AXIS_GAP) + AXIS_GAP
    slot = min((pen.width - left) / len(sheaf.piles), WIDEST)
    names = names_in([pile.name for pile in sheaf.piles], pen, slot - 1.6)
    if names is None:  # the axis took the room
        return _lie(sheaf, pen)
    labels = _blocks(sheaf, pen)
    under = max(name.height for name in names) + UNDER
    top = sheaf.key.height + (ticks[-1][1].height / 2 if ticks else 0.0)
    bottom = top + max(float(pen.look.chart.height) - under, LOWEST)
    # Upward, so that the page's y runs from -bottom to -top.
    span = stretched(_extents(sheaf, {mark: block.height for mark, block in labels.items()}), -bottom, -top)
    shapes: list[Shape] = [*sheaf.key.shapes]
    right = left + slot * len(names)
    for value, block in ticks:
        y = -span.at(value)
        shapes.append(Box("grid", left, y - 0.06, right - left, 0.12, pen.color("rule")))
        shapes += block.at("value", left - AXIS_GAP, y - block.height / 2, align=1.0)
    left_out = 0
    thick = min(THICKNESS * slot, THICKEST)
    zero = -span.at(Decimal(0))
    for place, (pile, name) in enumerate(zip(sheaf.piles, names, strict=True)):
        middle = left + (place + 0.5) * slot
        shapes += name.at("name", middle, bottom + UNDER, align=0.5)
        along = Along(middle - thick / 2, zero, thick, upright=True)
        left_out += _pieces(pile, along, span, labels, pen, shapes)
        if pile.joined is not None and place + 1 < len(names):
            shapes.append(Box("join", middle, -span.at(pile.joined) - 0.1, slot, 0.2, pen.color("grey")))
    shapes.append(Box("zero", left, zero - 0.1, right - left, 0.2, pen.color("grey")))
    return Plot(tuple(_joins_first(shapes)), bottom + under, left_out)


# ---- pieces ----------------------------------------------------------------------------------


def _blocks(sheaf: Sheaf, pen: Pen, width: float | None = None) -> dict[Mark, Block]:
    return {piece.mark: _block(piece, pen, width) for pile in sheaf.piles for piece in pile.pieces}


def _pieces(pile: Pile, along: Along, span: Span, labels: dict[Mark, Block], pen: Pen, shapes: list[Shape]) -> int:
    """The pieces and their words, added to the shapes; how many words found no room."""
    left_out = 0
    for piece in pile.pieces:
        label = labels[piece.mark]
        start, end = (span.at(value) - span.start for value in (piece.start, piece.end))
        shapes += _piece(piece, along, start, end, pen)
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


def _hatched(piece: Piece) -> bool:
    return bool(piece.mark.status) or (piece.inside and piece.mark.bound is not Bound.EXACT)


def _piece(piece: Piece, along: Along, start: float, end: float, pen: Pen) -> Iterator[Shape]:
    """One piece. Inside a pile a figure that is not exact is hatched like an unsettled one: its end is not free."""
    paper, backward = pen.color("paper"), end < start
    moved = replace(along, y=along.y - start) if along.upright else replace(along, x=along.x + start)
    length = abs(end - start) - (SEAM if piece.inside and abs(end - start) > 4 * SEAM else 0.0)
    bound = Bound.EXACT if piece.inside else piece.mark.bound
    unsettled = _hatched(piece)
    for shape in bar(replace(moved, backward=backward), length, bound, piece.color, paper, unsettled=unsettled):
        yield replace(shape, role="piece") if piece.inside and isinstance(shape, Box) else shape


def _joins_first(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """The lines between piles under everything else."""
    yield from (shape for shape in shapes if shape.role == "join")
    yield from (shape for shape in shapes if shape.role != "join")


def one_sign(marks: Sequence[Mark], kind: str) -> Iterator[str]:
    """Figures above and below zero in one pile."""
    if any(mark.value < 0 for mark in marks) and any(mark.value > 0 for mark in marks):
        yield f"{called(marks[0])} has figures above and below zero, and kind '{kind}' cannot pile them: use grouped"
