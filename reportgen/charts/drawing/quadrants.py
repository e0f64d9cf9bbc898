"""Lines and bands on the two axes of a scatter plot, which part it into quadrants: their words stand over it and at
its right, never among the points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.charts.drawing.guide_marks import (
    BESIDE,
    DROP,
    LINE,
    At,
    GuideBlocks,
    free,
    guide_block,
    levels_told,
    middle_of,
    room_aside,
)
from reportgen.charts.drawing.scales import spread
from reportgen.charts.drawing.shapes import Bounds, Box, Shape, Stroke
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.document import Chart
from reportgen.records import record

BETWEEN = 2.0  # mm between words over the plot
CLEAR = 0.4  # mm that an upright line keeps from names


@record
class Quadrants:
    """The guides of each axis with their words: those that stand upright, and those that lie level."""

    upright: GuideBlocks
    level: GuideBlocks

    @property
    def over(self) -> float:
        """The room over the plot that words take."""
        return max((block.height + DROP for _, block in self.upright), default=0.0)

    @property
    def aside(self) -> float:
        """The room at its right."""
        return room_aside(self.level)

    def bands(self, at: tuple[At, At], edges: Bounds, setter: Typesetter) -> Iterator[Shape]:
        """The bands of values, which lie under everything."""
        along, up = at
        left, top, right, bottom = edges
        color = setter.color("tint")
        for guide, _ in self.upright:
            if guide.end is not None:
                low, high = sorted((along(guide.start), along(guide.end)))
                yield Box("reference-band", low, top, high - low, bottom - top, color)
        for guide, _ in self.level:
            if guide.end is not None:
                low, high = sorted((up(guide.start), up(guide.end)))
                yield Box("reference-band", left, low, right - left, high - low, color)

    def lines(self, at: tuple[At, At], edges: Bounds, setter: Typesetter, names: Sequence[Bounds]) -> Iterator[Shape]:
        """The lines, broken where names stand, and their words."""
        along, up = at
        left, top, right, bottom = edges
        yield from levels_told(self.level, setter, up, (left, right), (top, bottom), names)
        order = sorted(self.upright, key=lambda pair: along(middle_of(pair[0])))
        wanted = [along(middle_of(guide)) for guide, _ in order]
        centers = spread(wanted, [block.width + BETWEEN for _, block in order], left, setter.width)
        for (guide, block), x, center in zip(order, wanted, centers, strict=True):
            if guide.end is None:
                taken = [(name.top, name.bottom) for name in names if name.left - CLEAR < x < name.right + CLEAR]
                for start, end in free(taken, top, bottom):
                    yield Stroke("reference", ((x, start), (x, end)), setter.color("grey"), LINE, dashed=True)
            start, end = (center, top - DROP + 0.2), (x, top)
            yield Stroke("leader", (start, end), setter.color("grey"), LINE, dashed=guide.end is None)
            yield from block.at("reference", center, top - DROP - block.height, align=0.5)


def quadrants(chart: Chart, setter: Typesetter) -> Quadrants:
    """A chart's guides with their words set."""
    told = [(guide, guide_block(guide, setter, BESIDE * setter.width)) for guide in chart.guides]
    return Quadrants(
        tuple(pair for pair in told if pair[0].series == 0), tuple(pair for pair in told if pair[0].series == 1)
    )
