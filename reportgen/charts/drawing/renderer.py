"""matplotlib's renderer of pixels with a quicker way to draw a text, which gives the same pixels.

A text that is drawn again in the same type is not laid out again, and a glyph that falls again on the same part of a
pixel is not rendered again. matplotlib offers neither: this takes private parts of its release 3.11, and
`pixel_renderer` leaves them alone where they are gone or draw otherwise.

Only imported when a chart is painted, since matplotlib takes long to load.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import numpy
from matplotlib.backends.backend_agg import RendererAgg, get_hinting_flag
from matplotlib.ft2font import RenderMode

from reportgen.charts.drawing.fonts import properties, typeface

UPRIGHT = ((0x10000, 0), (0, 0x10000))
SUBPIXELS = 64  # of a pixel: FreeType's unit
PROBE = "Ag 国，“1”"


class KeepingRenderer(RendererAgg):
    """Draws level texts in the fonts of charts from kept layouts and glyphs."""

    def draw_text(
        self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, ismath: Any = False, mtext: Any = None
    ) -> None:
        """The text from its baseline's left end on, its y running downward."""
        own: Any = self  # matplotlib's backends carry no types
        flags, dpi, high = get_hinting_flag(), own.dpi, own.height
        features = mtext.get_fontfeatures() if mtext else None
        size = prop.get_size_in_points()
        for font, glyph, right, up in laid_out(typeface(prop), s, size, dpi, flags, features):
            at_x, at_y = round(SUBPIXELS * (x + right)), round(SUBPIXELS * (high - y + up))
            pixels, left, top = rendered(font, glyph, size, dpi, flags, at_x % SUBPIXELS, at_y % SUBPIXELS)
            bottom = int(high) - top - at_y // SUBPIXELS + pixels.shape[0]
            own._renderer.draw_text_image(pixels, left + at_x // SUBPIXELS, bottom, 0, gc)


@lru_cache(maxsize=512)
def laid_out(
    font: Any, text: str, size: float, dpi: float, flags: Any, features: tuple[str, ...] | None
) -> Sequence[tuple[Any, int, float, float]]:
    """Each glyph of the text: the font that has it, its number, and its place from the left end of the baseline."""
    font.clear()
    font.set_size(size, dpi)
    laid = font._layout(text, flags=flags, features=features, language=None)
    return tuple((item.ft_object, item.glyph_index, item.x, item.y) for item in laid)


@lru_cache(maxsize=4096)
def rendered(font: Any, glyph: int, size: float, dpi: float, flags: Any, right: int, up: int) -> tuple[Any, int, int]:
    """A glyph moved by 64ths of a pixel: its pixels, and where their left and top edges lie."""
    font.set_size(size, dpi)
    font._set_transform(UPRIGHT, (right, up))
    bitmap = font._render_glyph(glyph, flags, RenderMode.NORMAL)
    return bitmap.buffer, bitmap.left, bitmap.top


@cache
def pixel_renderer() -> type[RendererAgg]:
    """The renderer to paint with: the quicker one where this release of matplotlib draws a text alike with it."""
    try:
        alike = probed(KeepingRenderer) == probed(RendererAgg)
    except (AttributeError, TypeError, ValueError):  # what a private part that is gone or changed raises
        alike = False
    return KeepingRenderer if alike else RendererAgg


def probed(kind: type[RendererAgg]) -> bytes:
    """The pixels of a few characters, drawn by a renderer of this kind between whole pixels."""
    renderer: Any = kind(64, 16, 72)
    renderer.draw_text(renderer.new_gc(), 1.3, 12.6, PROBE, properties(9.0, False), 0)
    return numpy.asarray(renderer.buffer_rgba()).tobytes()
