"""The names of series over what they name, a line from each to its own: in place of a key, wherever they have room.

Names stand in one level where they can, else in two, in one line or broken between words. No line runs through a name,
none crosses another, and none leans further than the eye follows; where no such placing is found there is none, and
the kind draws a key.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from reportgen.charts.drawing.scales import spread
from reportgen.charts.drawing.shapes import Plot, Shape, Stroke
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.document import Words
from reportgen.records import record
from reportgen.template.contrast import contrast

BETWEEN = 3.0  # mm between two names of a level
LEVELS = 0.8  # mm between the levels
KEEPS = 0.9  # mm that a line keeps from the names it passes
UNDER = 0.4  # mm between a name and its line
NEAREST, FARTHEST = 1.4, 5.0  # mm that lines have for leaning
LEANS = 0.35  # of how far a line leans, that much room it is given
MOST_LEAN = 18.0  # mm
SHORT = 20.0  # mm: a name that is never broken
INSET = 1.2  # mm from the ends of a name to the outermost place where its line starts
LINE = 0.75  # points
FAINTEST = 2.0  # contrast of a line
MOST_LINES = 2  # of a name in one language
MOST_SERIES = 7  # so many have 128 ways to stand in two levels


@record
class Anchor:
    """What a name leads to: where it stands from the left, how far under the names it starts, and its color."""

    x: float
    down: float
    color: str


@record
class _Name:
    """A name in its place: the left edge of its block, its level (0 is the lower), and where its line starts."""

    block: SetText
    left: float
    level: int
    start: float

    @property
    def right(self) -> float:
        return self.left + self.block.width


def over(
    series: Sequence[Words], anchors: Sequence[Anchor], setter: Typesetter, edges: tuple[float, float]
) -> Plot | None:
    """The names over their anchors, given from left to right in any order; None where no placing of them fits."""
    order = sorted(range(len(series)), key=lambda index: anchors[index].x)
    points = [anchors[index] for index in order]
    words = [series[index] for index in order]
    if not words or len(words) > MOST_SERIES:
        return None
    single = [setter.name(one) for one in words]
    broken = [_broken(one, block, setter, edges) for one, block in zip(words, single, strict=True)]
    for levels in (1, 2):
        for blocks in (single, broken):
            if blocks is broken and not all(_short(block, one) for block, one in zip(blocks, words, strict=True)):
                continue
            if placed := _placed(blocks, points, edges, levels):
                seen = [replace(point, color=line_color(point.color, setter)) for point in points]
                return _drawn(placed, seen)
    return None


def line_color(color: str, setter: Typesetter) -> str:
    """The color of a line to what has a color: the same, or grey where that is faint on paper."""
    return color if contrast(color, setter.color("paper")) >= FAINTEST else setter.color("grey")


def _broken(words: Words, block: SetText, setter: Typesetter, edges: tuple[float, float]) -> SetText:
    """A long name in two lines, none of its words cut."""
    if block.width <= SHORT:
        return block
    narrowest = setter.name(words, narrow=True).width
    return setter.name(words, width=min(max(narrowest, 0.56 * block.width), edges[1] - edges[0]))


def _short(block: SetText, words: Words) -> bool:
    return len(block.lines) <= MOST_LINES * len(words)


def _placed(
    blocks: Sequence[SetText], points: Sequence[Anchor], edges: tuple[float, float], levels: int
) -> list[_Name] | None:
    """The arrangement in so many levels whose lines lean the least."""
    best: list[_Name] | None = None
    for chosen in product(range(levels), repeat=len(blocks)):
        if levels > 1 and len(set(chosen)) < levels:
            continue
        names = _arranged(blocks, points, edges, chosen)
        if names and (best is None or _leaning(names, points) < _leaning(best, points) - 0.01):
            best = names
    return best


def _arranged(
    blocks: Sequence[SetText], points: Sequence[Anchor], edges: tuple[float, float], chosen: Sequence[int]
) -> list[_Name] | None:
    """Each name as near to its anchor as its level lets it; None where one finds no room or its line no way."""
    lefts: dict[int, float] = {}
    taken: list[tuple[float, float]] = []  # where the lower level lets no line pass
    for level in sorted(set(chosen)):
        places = [place for place, one in enumerate(chosen) if one == level]
        found = _in_level([blocks[place] for place in places], [_past(points[p].x, taken) for p in places], edges)
        if found is None:
            return None
        lefts |= dict(zip(places, found, strict=True))
        taken = taken or [(lefts[place] - KEEPS, lefts[place] + blocks[place].width + KEEPS) for place in places]
    names: list[_Name] = []
    for place, (block, level) in enumerate(zip(blocks, chosen, strict=True)):
        start = _start(points[place].x, lefts[place], block.width, taken if level else ())
        if start is None or abs(start - points[place].x) > MOST_LEAN:
            return None
        names.append(_Name(block, lefts[place], level, start))
    in_order = all(one.start < other.start for one, other in pairwise(names))
    return names if in_order else None


def _in_level(blocks: Sequence[SetText], wanted: Sequence[float], edges: tuple[float, float]) -> list[float] | None:
    """The left edges of names that stand beside each other, their middles as near as can be to those wanted."""
    low, high = edges
    sizes = [block.width + BETWEEN for block in blocks]
    if sum(sizes) > high - low + BETWEEN + 0.01:
        return None
    centers = spread([at + BETWEEN / 2 for at in wanted], sizes, low, high + BETWEEN)
    return [center - size / 2 for center, size in zip(centers, sizes, strict=True)]


def _past(x: float, taken: Sequence[tuple[float, float]]) -> float:
    """The place nearest to `x` where a line passes the names of the lower level."""
    return next((min(stretch, key=lambda edge: abs(edge - x)) for stretch in taken if stretch[0] < x < stretch[1]), x)


def _start(x: float, left: float, width: float, taken: Sequence[tuple[float, float]]) -> float | None:
    """Where under a name its line starts: as near to the anchor as the names under it let it pass."""
    inset = min(INSET, width / 2)
    low, high = left + inset, left + width - inset
    tried = [min(max(x, low), high), *(edge for stretch in taken for edge in stretch if low <= edge <= high)]
    free = [at for at in tried if not any(start < at < end for start, end in taken)]
    return min(free, key=lambda at: abs(at - x), default=None)


def _leaning(names: Sequence[_Name], points: Sequence[Anchor]) -> float:
    return sum(abs(name.start - point.x) for name, point in zip(names, points, strict=True))


def _drawn(names: Sequence[_Name], points: Sequence[Anchor]) -> Plot:
    """The names, the lower level just over the room in which lines lean; its foot is the foot of the whole."""
    heights = [max((name.block.height for name in names if name.level == level), default=0.0) for level in (0, 1)]
    upper = heights[1] + (LEVELS if heights[1] else 0.0)
    lean = max(abs(name.start - point.x) for name, point in zip(names, points, strict=True))
    foot = upper + heights[0]
    height = foot + min(max(NEAREST, LEANS * lean), FARTHEST)
    return Plot(tuple(_shapes(names, points, (heights[1], foot, height))), height)


def _shapes(names: Sequence[_Name], points: Sequence[Anchor], feet: tuple[float, float, float]) -> Iterator[Shape]:
    upper, foot, height = feet
    for name, point in zip(names, points, strict=True):
        bottom = upper if name.level else foot
        corners = (
            (name.start, bottom + UNDER),
            (name.start, foot + UNDER),
            (point.x, height),
            (point.x, height + point.down),
        )
        yield Stroke("leader", tuple(dict.fromkeys(corners)), point.color, LINE)
        middle = name.left + name.block.width / 2
        yield from name.block.at("series", middle, bottom - name.block.height, align=0.5)
