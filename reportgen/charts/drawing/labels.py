"""Labels at points: each as near to its point as can be, clear of other labels, of the points and of the lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reportgen.charts.drawing.shapes import Bounds, Point, Shape, Stroke
from reportgen.charts.drawing.typesetter import SetText

NEAREST = 1.0  # mm between a point's rim and its label
DISTANCES = (0.0, 2.5, 5.5, 9.0, 13.0, 18.0)  # mm further away, tried in turn
CLEAR = 0.7  # mm that labels keep from each other and from lines
LED = 2.0  # mm from which on a hair line leads from the point to its label


@dataclass(slots=True)
class LabelRoom:
    """The room for labels: its edges, what may not be covered, and what has been placed so far."""

    edges: Bounds
    lines: list[tuple[Point, Point]]
    taken: list[Bounds] = field(default_factory=list[Bounds])

    def place(
        self,
        point: Point,
        radius: float,
        block: SetText,
        color: str,
        *,
        below: bool,
        far: bool,
        beside: bool = False,
        role: str = "label",
    ) -> Iterator[Shape]:
        """The label, rather above its point or `below`, or first `beside` it; if it may go `far`, with a hair line to
        it. Nothing where there is no room."""
        for away in DISTANCES if far else DISTANCES[:1]:
            distance = radius + NEAREST + away
            nearest = _beside(point, distance, block) if beside and not away else ()
            for bounds, align in (*nearest, *_round(point, distance, block, below)):
                lead = _lead(point, radius, bounds) if away >= LED else None
                if not self._free(bounds) or (lead and not self._open(lead)):
                    continue
                self.taken.append(bounds)
                if lead:
                    self.lines.append(lead)
                    yield Stroke("leader", lead, color, 0.5)
                yield from block.at(role, bounds.left + align * block.width, bounds.top, align)
                return

    def _free(self, bounds: Bounds) -> bool:
        inside = (
            bounds.left >= self.edges.left
            and bounds.right <= self.edges.right
            and bounds.top >= self.edges.top
            and bounds.bottom <= self.edges.bottom
        )
        if not inside or any(bounds.meets(other, CLEAR) for other in self.taken):
            return False
        return not any(crosses(start, end, bounds, CLEAR) for start, end in self.lines)

    def _open(self, lead: tuple[Point, Point]) -> bool:
        return not any(crosses(*lead, other, 0.3) for other in self.taken if not _starts_in(lead, other))


def _starts_in(lead: tuple[Point, Point], bounds: Bounds) -> bool:
    """Whether the lead starts at this point's own dot, which is no obstacle to it."""
    (x, y), _ = lead
    return bounds.left - 0.1 <= x <= bounds.right + 0.1 and bounds.top - 0.1 <= y <= bounds.bottom + 0.1


def _round(point: Point, distance: float, block: SetText, below: bool) -> Iterator[tuple[Bounds, float]]:
    """Places round a point and how lines align there, the best first: over or under it, then to the sides."""
    x, y = point
    wide, high = block.width, block.height
    above, under = y - distance - high, y + distance
    sides = ((x - wide / 2, 0.5), (x - wide + 1.0, 1.0), (x - 1.0, 0.0), (x - wide - 1.2, 1.0), (x + 1.2, 0.0))
    for left, align in sides:
        for top in (under, above) if below else (above, under):
            yield Bounds(left, top, left + wide, top + high), align


def _beside(point: Point, distance: float, block: SetText) -> Iterator[tuple[Bounds, float]]:
    """To the right of a point, to its left."""
    x, y = point
    top = y - block.height / 2
    for left, align in ((x + distance, 0.0), (x - distance - block.width, 1.0)):
        yield Bounds(left, top, left + block.width, top + block.height), align


def _lead(point: Point, radius: float, bounds: Bounds) -> tuple[Point, Point]:
    x, y = point
    across = min(max(x, bounds.left), bounds.right)
    if bounds.bottom < y:
        return (x, y - radius), (across, bounds.bottom + 0.3)
    return (x, y + radius), (across, bounds.top - 0.3)


def crosses(start: Point, end: Point, bounds: Bounds, gap: float) -> bool:
    """Whether the straight line from start to end comes nearer to the rectangle than `gap` (Liang and Barsky)."""
    (x, y), (x2, y2) = start, end
    low, high = 0.0, 1.0
    sides = (
        (x - x2, x - (bounds.left - gap)),
        (x2 - x, bounds.right + gap - x),
        (y - y2, y - (bounds.top - gap)),
        (y2 - y, bounds.bottom + gap - y),
    )
    for toward, room in sides:
        if toward == 0:
            if room < 0:
                return False
        elif toward < 0:
            low = max(low, room / toward)
        else:
            high = min(high, room / toward)
    return low < high


def segments(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    """The straight pieces of a line through points."""
    return list(pairwise(points))
