"""A chart as a picture: the frame round a kind's plot. Fonts are fonts.py's work, paint is paint.py's.

A chart is as wide as the page's text; its measure stands over the plot, its note under it. The title is the caption's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from reportgen.charts.drawing.fonts import Fonts, uncovered
from reportgen.charts.drawing.paint import png
from reportgen.charts.drawing.picture import Drawing
from reportgen.charts.drawing.shapes import Shape, lowered
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.drawing.vector import MOST_SVG, Form, vector
from reportgen.charts.kind import Kind
from reportgen.document import Chart
from reportgen.messages import msg
from reportgen.problems import ContentError, Place, Rule
from reportgen.template.model import Look

MEASURE_GAP = 3.0  # mm between the measure line and the plot
NOTE_GAP = 2.5
EDGE = 0.6  # mm of paper over the first line, under the last, and at the right
UNDRAWABLE = Rule(
    "charts/undrawable",
    msg("A chart can be drawn: its figures, its words, its height, and its characters in the fonts at hand."),
    slip="a name with a character that no font has",
    mend="the name with characters that are printed everywhere",
)
RULES = (UNDRAWABLE,)

TALLEST = 0.92  # of the page between its margins: the caption stands on the same page


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
    paper = look.palette.of("paper")
    size = sheet.width, sheet.height
    svg = vector(sheet.shapes, *size, paper, "svg") if look.chart.svg else b""
    drawn = png(sheet.shapes, *size, paper, look.chart.dpi)
    return Drawing(drawn, *size, svg if len(svg) <= MOST_SVG else b"")


def outlines(chart: Chart, kind: Kind, look: Look, form: Form) -> bytes:
    """The chart as an SVG or a PDF, of the same size."""
    sheet = laid_out(chart, kind, look)
    return vector(sheet.shapes, sheet.width, sheet.height, look.palette.of("paper"), form)


def laid_out(chart: Chart, kind: Kind, look: Look) -> Sheet:
    """The measure line at the top, the plot, and the note under it, measured and in place."""
    place = Place(f"chart of kind '{chart.kind}'")
    if problems := [*kind.problems(chart), *uncovered(chart)]:
        raise ContentError(UNDRAWABLE.broken(place, problem) for problem in problems)
    pen = Pen(look, Fonts(look.chart.dpi), float(look.page.text_width) - EDGE)
    size = look.chart
    measure = pen.set(chart.measure, size=float(size.measure), second=float(size.second), color="grey", width=pen.width)
    note = pen.set(chart.note, size=float(size.note), second=float(size.second), color="grey", width=pen.width)
    top = EDGE + (measure.height + MEASURE_GAP if measure.lines else 0.0)
    plot = kind.draw(chart, pen)
    bottom = top + plot.height + (NOTE_GAP if note.lines else 0.0)
    shapes = (*measure.at("measure", 0.0, EDGE), *lowered(plot.shapes, top), *note.at("note", 0.0, bottom))
    height = bottom + note.height + EDGE
    if height > (room := TALLEST * float(look.page.height - look.page.top - look.page.bottom)):
        over = math.ceil(height - room)
        told = msg("the chart is {over} mm too high for a page: give it fewer figures or shorter names", over=over)
        raise ContentError([UNDRAWABLE.broken(place, told)])
    return Sheet(shapes, float(look.page.text_width), height)
