"""The dates under a base line. A few all stand there, giving way to each other; of many, those that have room."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from reportgen.charts.drawing.calendar_ticks import calendar_ticks
from reportgen.charts.drawing.scales import spread
from reportgen.charts.drawing.shapes import Box, Shape, Stroke
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.document import Mark
from reportgen.records import record

UNDER = 3.2  # mm between the base line and the dates
BETWEEN = 2.2  # mm between dates
TICK = 1.2  # mm
FEW = 8  # more dates than these do not give way: some are left out
WIDEST = 0.45  # of the axis


@record
class Dates:
    """The dates shown, each with its point on the axis and the center of its words."""

    places: tuple[tuple[float, SetText, float], ...]

    @property
    def height(self) -> float:
        """The room they take under the base line."""
        return UNDER + max((block.height for _, block, _ in self.places), default=0.0)

    def shapes(self, base: float, setter: Typesetter) -> Iterator[Shape]:
        """The words, and a slanting hair line where they stand aside of their point."""
        for x, block, center in self.places:
            if abs(x - center) > block.width / 2:
                yield Stroke("leader", ((x, base + TICK), (center, base + UNDER - 0.2)), setter.color("grey"), 0.5)
            yield from block.at("date", center, base + UNDER, align=0.5)


def dates(marks: Mapping[float, Mark], setter: Typesetter, left: float, right: float) -> Dates:
    """The names of the marks, given by their points on the axis; the last, the first and the headline's come first."""
    order = sorted(x for x, mark in marks.items() if mark.name)
    lit = [x for x in order if marks[x].highlight]
    weight = list(dict.fromkeys([*order[-1:], *order[:1], *lit, *_evenly(order)]))
    blocks = {x: setter.tick(marks[x].name, width=WIDEST * (right - left)) for x in order}
    if (len(order) > FEW or _touching(blocks)) and (placed := calendar_ticks(marks, setter, left, right)):
        return Dates(placed)
    if len(order) <= FEW:
        for x in _touching(blocks):
            blocks[x] = _narrower(blocks[x], marks[x], setter)
        return _giving_way(blocks, weight, left, right)
    kept: dict[float, tuple[SetText, float]] = {}
    for x in weight:
        block = blocks[x]
        center = min(max(x, left + block.width / 2), right - block.width / 2)
        if all(abs(center - other) >= (block.width + near.width) / 2 + BETWEEN for near, other in kept.values()):
            kept[x] = (block, center)
    return Dates(tuple((x, *kept[x]) for x in sorted(kept)))


def _narrower(block: SetText, mark: Mark, setter: Typesetter) -> SetText:
    """The words as narrow as one line more than now allows, but no narrower than their longest word."""
    least = setter.tick(mark.name, narrow=True)
    widths = sorted({least.width, *(line.width for line in block.lines if line.width > least.width)})
    tried = (setter.tick(mark.name, width=width + 0.01) for width in widths)
    return next((one for one in tried if len(one.lines) <= len(block.lines) + 1), least)


def ticks_at(places: Mapping[float, Mark], base: float, setter: Typesetter) -> Iterator[Shape]:
    """A small stroke under the base line at every date, told or not."""
    yield from (Box("tick", x - 0.1, base, 0.2, TICK, setter.color("grey")) for x in places)


def _giving_way(blocks: Mapping[float, SetText], weight: list[float], left: float, right: float) -> Dates:
    kept: list[float] = []
    room = right - left + BETWEEN
    for x in weight:
        if blocks[x].width + BETWEEN <= room:
            kept.append(x)
            room -= blocks[x].width + BETWEEN
    kept.sort()
    widths = [blocks[x].width + BETWEEN for x in kept]
    centers = spread(kept, widths, left - BETWEEN / 2, right + BETWEEN / 2)
    return Dates(tuple((x, blocks[x], center) for x, center in zip(kept, centers, strict=True)))


def _touching(blocks: Mapping[float, SetText]) -> set[float]:
    """The dates that would touch a neighbor if each stood under its point."""
    return {
        x
        for one, other in pairwise(blocks)
        if other - one < (blocks[one].width + blocks[other].width) / 2 + BETWEEN
        for x in (one, other)
    }


def _evenly(order: list[float]) -> list[float]:
    """The coarsest even choice first, then the ones between, so that what is left out lies evenly."""
    return [*_evenly(order[::2]), *order[1::2]] if len(order) > 2 else order
