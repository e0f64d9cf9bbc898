"""Stacks: bars and columns made of pieces that need not start at zero. What they are, and their pieces drawn.

A figure inside its piece that has no room there is left out. A figure that is not known has no piece: words behind the
last piece of its stack say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import BEYOND, Along, bar
from reportgen.charts.drawing.no_data import figure_role, figure_words, narrow_words, no_data_box
from reportgen.charts.drawing.scales import ValueSpan
from reportgen.charts.drawing.shapes import Box, Shape
from reportgen.charts.drawing.ticks import Ticks
from reportgen.charts.drawing.typesetter import SetText, Typesetter, ink_on
from reportgen.document import MISSING, Bound, Mark, Words
from reportgen.records import record

GAP = 1.2  # mm from a piece's end to its figure
BESIDE = 0.8  # mm that a figure keeps from the ends of the piece it stands in
PLATE = 1.6  # mm of color round words in a hatched piece
SEAM = 0.3  # mm of paper between pieces


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

    def parts(self) -> list[StackPart]:
        """The pieces that are parts of series, in their order."""
        return [piece for piece in self.pieces if piece.inside]


@record
class StackPlot:
    """Everything a plot of stacks needs: the stacks, the names and colors of their series, round values for an axis."""

    stacks: tuple[Stack, ...]
    series: tuple[Words, ...] = ()
    colors: tuple[str, ...] = ()
    ticks: Ticks = ()
    lying: bool = False  # never as columns


def block_of(piece: StackPart, setter: Typesetter, width: float | None = None, *, narrow: bool = False) -> SetText:
    """The words of a piece; `narrow` ones say in the width of a column that there is no figure."""
    lit = piece.mark.highlight
    if piece.mark.role == MISSING:
        words = replace(piece.mark, label=piece.label)
        return narrow_words(words, setter, width) if narrow and width else figure_words(words, setter, width=width)
    if not piece.inside:
        return setter.label(replace(piece.mark, label=piece.label), bold=lit, width=width)
    ink, size = ink_on(piece.color), setter.look.chart
    return setter.set(
        piece.label, size=float(size.axis), second=float(size.second), color=ink, second_color=ink, bold=lit
    )


def extents(whole: StackPlot, words: dict[Mark, float]) -> list[tuple[Decimal, float, float]]:
    """Every end of a piece with the room that it and its words take before and behind it."""
    extents = [(Decimal(0), 0.0, 0.0)]
    for piece in (piece for stack in whole.stacks for piece in stack.pieces):
        low, high = sorted((piece.start, piece.end))
        room = 0.0 if piece.inside else GAP + words[piece.mark] + BEYOND[piece.mark.bound]
        extents += [(low, room if piece.backward else 0.0, 0.0), (high, 0.0, 0.0 if piece.backward else room)]
    return extents + [(value, 0.0, 0.0) for value, _ in whole.ticks]


def blocks_of(
    whole: StackPlot, setter: Typesetter, width: float | None = None, *, narrow: bool = False
) -> dict[Mark, SetText]:
    """The words of every piece, by its mark."""
    return {
        piece.mark: block_of(piece, setter, width, narrow=narrow) for stack in whole.stacks for piece in stack.pieces
    }


def pieces_drawn(
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
            shapes += label.at(figure_role(piece.mark), x, y - label.height / 2, align=0.5)
        else:
            edge = x + label.width / 2 if piece.backward else x - label.width / 2
            shapes += label.at(
                figure_role(piece.mark), edge, y - label.height / 2, align=1.0 if piece.backward else 0.0
            )
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
    if piece.mark.role == MISSING:
        if length > SEAM:
            yield from no_data_box(replace(moved, backward=backward).box("missing", 0.0, length, ""), setter)
        return
    for shape in bar(replace(moved, backward=backward), length, bound, piece.color, paper, unsettled=unsettled):
        yield replace(shape, role="piece") if piece.inside and isinstance(shape, Box) else shape


def joins_first(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """The lines between stacks under everything else."""
    yield from (shape for shape in shapes if shape.role == "join")
    yield from (shape for shape in shapes if shape.role != "join")
