"""What a laid-out chart is made of: flat shapes, in millimeters from its top left corner. Nothing is measured here.

A shape's `role` says what it stands for (bar, label, grid …), so that a test or a reader can ask the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from reportgen.records import record
from reportgen.template.model import ChartFace

ASCENT, DESCENT = 0.88, 0.22
"""How far letters reach above and below their baseline, in sizes of type: a Chinese character, a Latin g."""

MM_PER_POINT = 25.4 / 72


class Bounds(NamedTuple):
    """The smallest upright rectangle round a shape."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Bounds, gap: float = 0.0) -> bool:
        """Whether the two come nearer to each other than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )


Point = tuple[float, float]


@record
class Box:
    """A filled upright rectangle."""

    role: str
    x: float
    y: float
    width: float
    height: float
    color: str

    @property
    def bounds(self) -> Bounds:
        return Bounds(self.x, self.y, self.x + self.width, self.y + self.height)


@record
class Area:
    """A filled polygon; the corners of a `round` one are left where they are, as those of a sharp one are not."""

    role: str
    points: tuple[Point, ...]
    color: str
    round: bool = False

    @property
    def bounds(self) -> Bounds:
        return _around(self.points)


@record
class Stroke:
    """A line through points; `width` is in points, as a printer counts."""

    role: str
    points: tuple[Point, ...]
    color: str
    width: float
    dashed: bool = False
    dotted: bool = False

    @property
    def bounds(self) -> Bounds:
        return _around(self.points)


@record
class Dot:
    """A round point; a hollow one has a `core` of another color."""

    role: str
    x: float
    y: float
    radius: float
    color: str
    core: str = ""

    @property
    def bounds(self) -> Bounds:
        return Bounds(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)


@record
class TextShape:
    """One line of words from `x` on its baseline `y`; `width` is as measured, `size` in points."""

    role: str
    x: float
    y: float
    text: str
    language: str
    size: float
    color: str
    bold: bool
    width: float
    face: ChartFace = "sans"

    @property
    def bounds(self) -> Bounds:
        em = self.size * MM_PER_POINT
        return Bounds(self.x, self.y - ASCENT * em, self.x + self.width, self.y + DESCENT * em)


Shape = Box | Area | Stroke | Dot | TextShape


@record
class Plot:
    """The shapes of a chart kind, the height they take, and how many figures found no room among them."""

    shapes: tuple[Shape, ...]
    height: float
    left_out: int = 0


def moved(shapes: Iterable[Shape], across: float, down: float) -> Iterator[Shape]:
    """The shapes, moved to the right and down."""
    for shape in shapes:
        match shape:
            case Area() | Stroke():
                yield replace(shape, points=tuple((x + across, y + down) for x, y in shape.points))
            case Box() | Dot() | TextShape():
                yield replace(shape, x=shape.x + across, y=shape.y + down)


def lowered(shapes: Iterable[Shape], by: float) -> Iterator[Shape]:
    """The shapes moved down."""
    return moved(shapes, 0.0, by)


def _around(points: Iterable[Point]) -> Bounds:
    across, down = zip(*points, strict=True)
    return Bounds(min(across), min(down), max(across), max(down))
