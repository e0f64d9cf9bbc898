"""Shapes painted with a renderer of matplotlib, and written as a PNG whose bytes repeat. Nothing is laid out here.

The renderer is used without a Figure and axes: every place is known, so a chart is drawn only once.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from reportgen.charts.drawing.fonts import MM_PER_INCH, features, properties
from reportgen.charts.drawing.shapes import Area, Box, Dot, Point, Shape, Stroke, TextShape
from reportgen.records import record

DASHES = (3.2, 2.2)  # line and gap of what is dashed, in widths of the line
DOTS = (1.0, 1.6)  # of what is dotted
LEVEL = 3  # of zlib: the size of level 6 in half the time


def png(shapes: Iterable[Shape], width: float, height: float, paper: str, dpi: int) -> bytes:
    """The shapes on paper of a color, `width` by `height` millimeters, as an opaque PNG."""
    import numpy

    from reportgen.charts.drawing.renderer import pixel_renderer

    scale = dpi / MM_PER_INCH
    wide, high = round(width * scale), round(height * scale)
    renderer: Any = pixel_renderer()(wide, high, dpi)
    painter = Painter(renderer, scale, high)
    for shape in (Box("paper", -1.0, -1.0, width + 2, height + 2, paper), *shapes):
        painter.paint(shape)
    rows = numpy.zeros((high, 1 + 3 * wide), numpy.uint8)  # a row starts with its filter: none
    seen = numpy.asarray(renderer.buffer_rgba())  # a view: no copy between
    for channel in range(3):  # one at a time: numpy copies three neighbors a pixel five times as slowly
        rows[:, 1 + channel :: 3] = seen[:, :, channel]
    return encoded(rows.data, wide, high, dpi)


def encoded(rows: memoryview, wide: int, high: int, dpi: int) -> bytes:
    """An RGB PNG of rows that each start with a filter byte."""
    per_meter = round(dpi / MM_PER_INCH * 1000)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", per_meter, per_meter, 1)),
        (b"IDAT", zlib.compress(rows, LEVEL)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


@record
class Painter:
    """Paints shapes with a renderer, whose y runs upward in pixels, or in points where it draws no pixels."""

    renderer: Any  # matplotlib's backends carry no types
    scale: float  # pixels a millimeter
    high: float
    pixels: bool = True  # whether edges stand sharp only on whole ones

    def paint(self, shape: Shape) -> None:
        """One shape, over what is there."""
        match shape:
            case Box():
                self._fill(self._snapped(shape), shape.color)
            case Area():
                corners = [self._pixel(point) for point in shape.points]
                sharp = corners if shape.round else [(self._edge(x), self._edge(y)) for x, y in corners]
                self._fill(sharp, shape.color)
            case Stroke():
                self._stroke(shape)
            case Dot():
                self._disc(shape, shape.radius, shape.color)
                if shape.core:
                    self._disc(shape, shape.radius * 0.58, shape.core)
            case TextShape():
                self._write(shape)

    def _pixel(self, point: Point) -> Point:
        return point[0] * self.scale, self.high - point[1] * self.scale

    def _edge(self, place: float) -> float:
        return round(place) if self.pixels else place

    def _snapped(self, box: Box) -> list[Point]:
        """The corners on whole pixels, so that edges are sharp; never less than a pixel."""
        least = 1 if self.pixels else 0
        left, top = self._edge(box.x * self.scale), self._edge(box.y * self.scale)
        right = max(self._edge((box.x + box.width) * self.scale), left + least)
        bottom = max(self._edge((box.y + box.height) * self.scale), top + least)
        low, up = self.high - bottom, self.high - top
        return [(left, low), (right, low), (right, up), (left, up)]

    def _fill(self, corners: list[Point], color: str) -> None:
        from matplotlib.path import Path as Outline
        from matplotlib.transforms import IdentityTransform

        outline = Outline([*corners, corners[0]], closed=True)
        self.renderer.draw_path(self._ink(color, 0.0), outline, IdentityTransform(), _rgb(color))

    def _stroke(self, stroke: Stroke) -> None:
        from matplotlib.path import Path as Outline
        from matplotlib.transforms import IdentityTransform

        ink = self._ink(stroke.color, stroke.width)
        ink.set_joinstyle("round")
        ink.set_capstyle("round")
        if stroke.dashed or stroke.dotted:
            ink.set_capstyle("butt")  # round ends would fill the gaps
            parts = DOTS if stroke.dotted else DASHES
            ink.set_dashes(0, [part * stroke.width for part in parts])  # in points, as the width
        self.renderer.draw_path(ink, Outline([self._pixel(point) for point in stroke.points]), IdentityTransform())

    def _disc(self, dot: Dot, radius: float, color: str) -> None:
        from matplotlib.path import Path as Outline
        from matplotlib.transforms import Affine2D

        transform = Affine2D().scale(radius * self.scale).translate(*self._pixel((dot.x, dot.y)))
        self.renderer.draw_path(self._ink(color, 0.0), Outline.unit_circle(), transform, _rgb(color))

    def _write(self, text: TextShape) -> None:
        x, y = self._pixel((text.x, text.y))
        if self.renderer.flipy():  # unlike other y's, that of draw_text may run downward
            y = self.high - y
        ink = self._ink(text.color, 0.0)
        carrier = _features(features(text.language))
        self.renderer.draw_text(ink, x, y, text.text, properties(text.size, text.bold, text.face), 0, mtext=carrier)

    def _ink(self, color: str, width: float) -> Any:
        ink = self.renderer.new_gc()
        ink.set_foreground(_rgb(color), isRGBA=False)
        ink.set_linewidth(width)  # in points: Agg knows the resolution
        return ink


@cache
def _features(names: tuple[str, ...]) -> Any:
    """draw_text takes OpenType features from a Text artist; this one carries nothing else."""
    from matplotlib.text import Text as Artist

    return Artist(fontfeatures=names)


@lru_cache(maxsize=64)
def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(color)
    return red / 255, green / 255, blue / 255
