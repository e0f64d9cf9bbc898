"""A chart as a picture: the frame round a kind's plot, the fonts, and the PNG. The only home of matplotlib.

matplotlib takes most of a second to load, so it is imported when the first chart is drawn. Of it only the Agg renderer
and the font manager are used: the layout is ours, in millimeters, with text measured before anything is painted, so
that each chart is drawn once (a Figure with axes would cost three times as much).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.charts.kind import Kind, texts
from reportgen.charts.lines import printed, tidy
from reportgen.charts.pen import Pen
from reportgen.charts.shapes import Area, Box, Dot, Plot, Point, Shape, Stroke, Text, lowered
from reportgen.document import Chart
from reportgen.problems import ContentError, Place, Problem
from reportgen.template.model import Look

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

MM_PER_INCH = 25.4
MEASURE_GAP = 3.0  # mm between the measure line and the plot
NOTE_GAP = 2.5
EDGE = 0.6  # mm of paper over the first line, under the last, and at the right

FAMILY = "Reportgen Sans SC"
REGULAR_FOR_BOLD = "Reportgen Sans SC in place of Bold"  # Bold lacks rare characters: matplotlib takes them from here
FOLDERS = (Path(__file__).parents[2] / "fonts", Path(__file__).parents[1] / "fonts")  # a checkout's, an installation's
SYSTEM = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "DejaVu Sans")
NARROW_QUOTES = {"en": ("pwid",)}
"""The OpenType features by language: in English, quotation marks are not as wide as a Chinese character."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as a PNG, and how large it is to be printed."""

    png: bytes
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A laid-out chart: everything on it, and its size in millimeters."""

    shapes: tuple[Shape, ...]
    width: float
    height: float


def picture(chart: Chart, kind: Kind, look: Look) -> Drawing:
    """The chart drawn as wide as the page's text; the same chart and look give the same bytes.

    ContentError when the kind cannot draw it, or when no font at hand has one of its characters.
    """
    sheet = laid_out(chart, kind, look)
    return Drawing(_png(sheet, look), sheet.width, sheet.height)


def laid_out(chart: Chart, kind: Kind, look: Look) -> Sheet:
    """The measure line at the top, the plot, and the note under it, measured and in place."""
    if problems := [*kind.problems(chart), *uncovered(chart)]:
        raise ContentError(Problem(Place(f"chart of kind '{chart.kind}'"), problem) for problem in problems)
    pen = Pen(look, Fonts(look.chart.dpi), float(look.page.text_width) - EDGE)
    size = look.chart
    measure = pen.set(chart.measure, size=float(size.measure), second=float(size.second), color="grey", width=pen.width)
    note = pen.set(chart.note, size=float(size.note), second=float(size.second), color="grey", width=pen.width)
    top = EDGE + (measure.height + MEASURE_GAP if measure.lines else 0.0)
    plot: Plot = kind.draw(chart, pen)
    bottom = top + plot.height + (NOTE_GAP if note.lines else 0.0)
    shapes = (*measure.at("measure", 0.0, EDGE), *lowered(plot.shapes, top), *note.at("note", 0.0, bottom))
    return Sheet(shapes, float(look.page.text_width), bottom + note.height + EDGE)


# ---- fonts -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fonts:
    """The bundled fonts, then the system's: measures characters at the resolution they will be painted in."""

    dpi: int

    def advance(self, character: str, size: float, bold: bool, language: str) -> float:
        """The width of a character in millimeters, as the renderer will set it."""
        return _advance(character, size, bold, NARROW_QUOTES.get(language, ()), self.dpi)


@lru_cache(maxsize=32_768)
def _advance(character: str, size: float, bold: bool, features: tuple[str, ...], dpi: int) -> float:
    drawn = printed(character)
    if not drawn:
        return 0.0
    font: Any = next((font for font in _chain(bold) if font.get_char_index(ord(drawn))), _chain(bold)[0])
    font.set_size(size, dpi)
    font.set_text(drawn, 0.0, features=features)
    return font.get_width_height()[0] / 64 * MM_PER_INCH / dpi


@cache
def _families(bold: bool) -> tuple[str, ...]:
    """The families to look a character up in, only those at hand: an unknown name costs time and a warning."""
    from matplotlib.font_manager import FontEntry, fontManager

    known = {entry.name for entry in fontManager.ttflist}
    if FAMILY not in known:
        for path in (path for folder in FOLDERS for path in sorted(folder.glob("ReportgenSansSC-*.ttf"))):
            fontManager.addfont(path)
            if path.stem.endswith("-Regular"):
                fontManager.ttflist.append(FontEntry(fname=str(path), name=REGULAR_FOR_BOLD, weight="bold"))
        known = {entry.name for entry in fontManager.ttflist}
    wanted = (FAMILY, *((REGULAR_FOR_BOLD,) if bold else ()), *SYSTEM)
    return tuple(family for family in wanted if family in known)


@lru_cache(maxsize=64)
def _properties(size: float, bold: bool) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=list(_families(bold)), size=size, weight="bold" if bold else "normal")


@cache
def _chain(bold: bool) -> tuple[Any, ...]:
    """The fonts of the families, in their order."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    weight = "bold" if bold else "normal"
    return tuple(
        get_font(findfont(FontProperties(family=family, weight=weight), fallback_to_default=False))
        for family in _families(bold)
    )


def uncovered(chart: Chart) -> Iterator[str]:
    """Each character of the chart that no font at hand can draw, and where it stands."""
    told: set[str] = set()
    for _, where, words in texts(chart):
        for character in dict.fromkeys(printed(tidy("".join(text for _, text in words)))):
            if character in told or any(font.get_char_index(ord(character)) for font in _chain(False)):
                continue
            told.add(character)
            yield f"no font at hand has the character '{character}' (U+{ord(character):04X}) in {where}: replace it"


# ---- paint -------------------------------------------------------------------------------


def _png(sheet: Sheet, look: Look) -> bytes:
    """The sheet on the paper's color, as an opaque PNG."""
    import numpy
    from matplotlib.backends.backend_agg import RendererAgg

    dpi = look.chart.dpi
    scale = dpi / MM_PER_INCH
    wide, high = round(sheet.width * scale), round(sheet.height * scale)
    renderer: Any = RendererAgg(wide, high, dpi)
    painter = Painter(renderer, scale, high)
    painter.paint(Box("paper", -1.0, -1.0, sheet.width + 2, sheet.height + 2, look.palette.of("paper")))
    for shape in sheet.shapes:
        painter.paint(shape)
    rows = numpy.zeros((high, 1 + 3 * wide), numpy.uint8)  # a row starts with its filter: none
    rows[:, 1:] = numpy.asarray(renderer.buffer_rgba())[:, :, :3].reshape(high, 3 * wide)
    return encoded(rows.tobytes(), wide, high, dpi)


def encoded(rows: bytes, wide: int, high: int, dpi: int) -> bytes:
    """An RGB PNG of rows that each start with a filter byte; half the time of matplotlib's own at the same size."""
    per_meter = round(dpi / MM_PER_INCH * 1000)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", per_meter, per_meter, 1)),
        (b"IDAT", zlib.compress(rows, 3)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


@dataclass(frozen=True, slots=True)
class Painter:
    """Paints shapes with Agg, whose y runs upward in pixels."""

    renderer: Any  # matplotlib's backends carry no types
    scale: float  # pixels a millimeter
    high: int

    def paint(self, shape: Shape) -> None:
        """One shape, over what is there."""
        match shape:
            case Box():
                self._fill(self._snapped(shape), shape.color)
            case Area():
                self._fill(list(map(self._pixel, shape.points)), shape.color)
            case Stroke():
                self._stroke(shape)
            case Dot():
                self._disc(shape, shape.radius, shape.color)
                if shape.core:
                    self._disc(shape, shape.radius * 0.58, shape.core)
            case Text():
                self._write(shape)

    def _pixel(self, point: Point) -> Point:
        return point[0] * self.scale, self.high - point[1] * self.scale

    def _snapped(self, box: Box) -> list[Point]:
        """The corners on whole pixels, so that edges are sharp; never less than a pixel."""
        left, top = round(box.x * self.scale), round(box.y * self.scale)
        right = max(round((box.x + box.width) * self.scale), left + 1)
        bottom = max(round((box.y + box.height) * self.scale), top + 1)
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
        self.renderer.draw_path(ink, Outline([self._pixel(point) for point in stroke.points]), IdentityTransform())

    def _disc(self, dot: Dot, radius: float, color: str) -> None:
        from matplotlib.path import Path as Outline
        from matplotlib.transforms import Affine2D

        place = Affine2D().scale(radius * self.scale).translate(*self._pixel((dot.x, dot.y)))
        self.renderer.draw_path(self._ink(color, 0.0), Outline.unit_circle(), place, _rgb(color))

    def _write(self, text: Text) -> None:
        x, y = self._pixel((text.x, text.y))
        # Unlike other y's, that of draw_text runs downward.
        ink = self._ink(text.color, 0.0)
        carrier = _features(NARROW_QUOTES.get(text.language, ()))
        self.renderer.draw_text(ink, x, self.high - y, text.text, _properties(text.size, text.bold), 0, mtext=carrier)

    def _ink(self, color: str, width: float) -> Any:
        ink = self.renderer.new_gc()
        ink.set_foreground(_rgb(color), isRGBA=False)
        ink.set_linewidth(width)  # in points: Agg knows the resolution
        return ink


@cache
def _features(features: tuple[str, ...]) -> Any:
    """draw_text takes OpenType features from a Text artist; this one carries nothing else."""
    from matplotlib.text import Text as Artist

    return Artist(fontfeatures=features)


@lru_cache(maxsize=64)
def _rgb(color: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(color)
    return red / 255, green / 255, blue / 255
