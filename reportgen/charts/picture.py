"""A chart drawn: as a picture for a page, or as a vector to use elsewhere. Where its parts stand is frame.py's work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportgen.charts.drawing.drawn import Drawing
from reportgen.charts.drawing.fonts import Fonts, uncovered
from reportgen.charts.drawing.paint import png
from reportgen.charts.drawing.shapes import Shape, TextShape
from reportgen.charts.drawing.vector import MOST_SVG, VectorFormat, vector
from reportgen.charts.frame import Framed, framed
from reportgen.charts.kind import Kind
from reportgen.document import Chart
from reportgen.messages import msg
from reportgen.problems import ContentError, Place, Rule
from reportgen.template.model import Look

UNDRAWABLE = Rule(
    "charts/undrawable",
    msg("A chart can be drawn: its figures, its words, its height, and its characters in the fonts at hand."),
    slip=msg("a name with a character that no font has"),
    mend=msg("the name with characters that are printed everywhere"),
)
RULES = (UNDRAWABLE,)


def picture(chart: Chart, kind: Kind, look: Look) -> Drawing:
    """The chart drawn as wide as the page's text; the same chart and look give the same bytes.

    ContentError when the kind cannot draw it, or when no font at hand has one of its characters.
    """
    laid = laid_out(chart, kind, look)
    paper = look.palette.of("paper")
    size = laid.width, laid.height
    shapes = tuple(_shapes(laid, look))
    svg = vector(shapes, *size, paper, "svg") if look.chart.svg else b""
    return Drawing(png(shapes, *size, paper, look.chart.dpi), *size, svg if len(svg) <= MOST_SVG else b"")


def outlines(chart: Chart, kind: Kind, look: Look, form: VectorFormat) -> bytes:
    """The chart as an SVG or a PDF, of the same size."""
    laid = laid_out(chart, kind, look)
    return vector(tuple(_shapes(laid, look)), laid.width, laid.height, look.palette.of("paper"), form)


def _shapes(laid: Framed, look: Look) -> Iterator[Shape]:
    """What is painted, its words in the look's face."""
    for shape in laid.shapes():
        yield replace(shape, face=look.chart.face) if isinstance(shape, TextShape) else shape


def laid_out(chart: Chart, kind: Kind, look: Look) -> Framed:
    """The chart laid out with the fonts at hand; ContentError as from `picture`, or when it is too high for a page."""
    place = Place(msg("chart of kind '{kind}'", kind=chart.kind))
    if problems := [*kind.problems(chart), *uncovered(chart)]:
        raise ContentError(UNDRAWABLE.broken(place, problem) for problem in problems)
    laid = framed(chart, kind, look, Fonts(look.chart.dpi, look.chart.face))
    if laid.too_high:
        message = msg(
            "the chart is {excess} mm too high for a page: give it fewer figures or shorter names",
            excess=laid.too_high,
        )
        raise ContentError([UNDRAWABLE.broken(place, message)])
    return laid
