"""A bar and how it ends: square when exact, fading when about, pointing on when open above, hollow when short of it.

A bar runs along u from its zero and is v thick; `Along` turns u and v into the page's x and y, so that bars and columns
share one drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.charts.drawing.shapes import Area, Box, Point, Shape
from reportgen.document import Bound
from reportgen.records import record

FADE = 1.8  # mm on each side of an approximate value
FADE_STEPS = 9
POINT = 2.2  # mm that an open bar points beyond its value
HOLLOW = 3.0  # mm before a value that is not quite reached
OUTLINE = 0.25  # mm
STRIPES, STRIPE = 1.7, 0.5  # mm from stripe to stripe of a hatch along the edge, and how wide one is
HAIR = 0.3  # mm: a figure that is not zero is never drawn as nothing

BEYOND = {Bound.EXACT: 0.0, Bound.ABOUT: FADE, Bound.ABOVE: POINT, Bound.BELOW: 0.0}
"""How far a bar's end reaches beyond its value, in millimeters."""


@record
class Along:
    """The place of a bar: its zero, its direction (right and up for figures above zero), and its thickness."""

    x: float
    y: float
    thickness: float
    upright: bool = False
    backward: bool = False

    def box(self, role: str, start: float, end: float, color: str, inset: float = 0.0) -> Box:
        """The stretch of the bar between two distances from its zero."""
        low, high = (-end, -start) if self.backward != self.upright else (start, end)
        thick = self.thickness - 2 * inset
        if self.upright:
            return Box(role, self.x + inset, self.y + low, thick, high - low, color)
        return Box(role, self.x + low, self.y + inset, high - low, thick, color)

    def tip(self, role: str, start: float, end: float, color: str) -> Area:
        """A point from the full thickness at `start` to nothing at `end`."""
        sign = -1 if self.backward != self.upright else 1
        corners = ((start, 0.0), (end, self.thickness / 2), (start, self.thickness))
        if self.upright:
            return Area(role, tuple((self.x + v, self.y + sign * u) for u, v in corners), color)
        return Area(role, tuple((self.x + sign * u, self.y + v) for u, v in corners), color)


def bar(
    along: Along, length: float, bound: Bound, color: str, paper: str, *, unsettled: bool = False
) -> Iterator[Shape]:
    """A bar of `length` millimeters; the shape of role `bar` is its solid part, hatched where it is `unsettled`."""
    shapes = list(_bar(along, length, bound, color, paper))
    yield from shapes
    if unsettled:
        yield from (
            stripe
            for shape in shapes
            if isinstance(shape, Box) and shape.role == "bar"
            for stripe in hatch(shape, paper)
        )


def _bar(along: Along, length: float, bound: Bound, color: str, paper: str) -> Iterator[Shape]:
    if length <= 0:
        return
    length = max(length, HAIR)
    match bound:
        case Bound.EXACT:
            yield along.box("bar", 0, length, color)
        case Bound.ABOUT:
            fade = min(FADE, 0.6 * length)
            yield along.box("bar", 0, length - fade, color)
            step = 2 * fade / FADE_STEPS
            for index in range(FADE_STEPS):
                tint = blend(color, paper, (index + 1) / (FADE_STEPS + 1))
                yield along.box("fade", length - fade + index * step, length - fade + (index + 1) * step, tint)
        case Bound.ABOVE:
            yield along.box("bar", 0, length, color)
            yield along.tip("open", length, length + min(POINT, max(length, HAIR)), color)
        case Bound.BELOW:
            hollow = min(HOLLOW, 0.6 * length)
            yield along.box("bar", 0, length - hollow, color)
            yield along.box("short", length - hollow, length, color)
            yield along.box("short", length - hollow, length - OUTLINE, paper, inset=OUTLINE)


def hatch(box: Box, color: str) -> Iterator[Area]:
    """Slanting stripes over a box: its figure is preliminary or estimated."""
    corners = ((box.x, box.y), (box.x + box.width, box.y), (box.x + box.width, box.y + box.height))
    outline = (*corners, (box.x, box.y + box.height))
    diagonal = box.x + box.y - (box.x + box.y) % STRIPES
    while diagonal < box.x + box.y + box.width + box.height:
        points = _beyond(_beyond(outline, diagonal, 1), diagonal + STRIPE, -1)
        if len(points) > 2:
            yield Area("hatch", points, color)
        diagonal += STRIPES


def _beyond(points: Sequence[Point], place: float, side: int) -> tuple[Point, ...]:
    """The part of a polygon on one side of the slanting line x + y = place (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for (x, y), (x2, y2) in zip(points, (*points[1:], *points[:1]), strict=True):
        here, there = side * (x + y - place), side * (x2 + y2 - place)
        if here >= 0:
            kept.append((x, y))
        if here * there < 0:
            share = here / (here - there)
            kept.append((x + share * (x2 - x), y + share * (y2 - y)))
    return tuple(kept)


def blend(color: str, other: str, share: float) -> str:
    """The color with `share` of the other mixed in; both as six hex digits."""
    pairs = ((int(color[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (0, 2, 4))
    return bytes(round(a + (b - a) * share) for a, b in pairs).hex().upper()
