"""Boxes shaded by their figures: with their words, hatched where a figure is not exact, framed where it is meant."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.drawing.bar_ends import hatch
from reportgen.charts.drawing.shapes import Box, Shape
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.document import Bound, Mark

FRAME = 0.4  # mm
PLATE = 1.2  # mm of plain color round words in a hatched box


def shaded(mark: Mark, box: Box, label: SetText, setter: Typesetter, name: SetText | None = None) -> Iterator[Shape]:
    """A box in its color with its figure in the middle, under its name if it has one."""
    yield box
    blocks = [("name", name), ("label", label)] if name else [("label", label)]
    x, tall = box.x + box.width / 2, sum(block.height for _, block in blocks if block)
    y = box.y + (box.height - tall) / 2
    if mark.status or mark.bound is not Bound.EXACT:
        yield from hatch(box, setter.color("paper"))
        wide = min(max(block.width for _, block in blocks if block) + PLATE, box.width)
        high = min(tall + PLATE / 2, box.height)
        yield Box("plate", x - wide / 2, box.y + (box.height - high) / 2, wide, high, box.color)
    for role, block in blocks:
        if block:
            yield from block.at(role, x, y, align=0.5)
            y += block.height
    if mark.highlight:
        yield from _frame(box, setter.color("ink"))


def _frame(box: Box, color: str) -> Iterator[Shape]:
    """A line round what the finding speaks of."""
    yield Box("frame", box.x, box.y, box.width, FRAME, color)
    yield Box("frame", box.x, box.y + box.height - FRAME, box.width, FRAME, color)
    yield Box("frame", box.x, box.y, FRAME, box.height, color)
    yield Box("frame", box.x + box.width - FRAME, box.y, FRAME, box.height, color)
