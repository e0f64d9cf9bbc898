"""Whether a chart is too full, told before anything is drawn: it is laid out with measures that need no font.

The measures are those of the bundled font on average, so a chart at the limit may still be refused when it is drawn.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.charts.figure import EDGE, MEASURE_GAP, NOTE_GAP, TALLEST
from reportgen.charts.kind import Kind
from reportgen.charts.lines import shapeless
from reportgen.charts.pen import Pen
from reportgen.charts.shapes import MM_PER_POINT
from reportgen.document import Chart
from reportgen.template.model import Look

WIDTHS = {"Lu": 0.66, "Ll": 0.54, "Nd": 0.555, "Zs": 0.224, "Po": 0.3, "Pd": 0.45}
"""How wide characters of a category are, in sizes of type."""
OTHER = 0.55
BOLD = 1.04
MOST_LEFT_OUT = 1 / 3  # of the figures; a chart that leaves out more says too little


@dataclass(frozen=True, slots=True)
class Rough:
    """Measures of characters by their category."""

    def advance(self, character: str, size: float, bold: bool, language: str) -> float:
        """The width of a character in millimeters, on average."""
        if shapeless(character):
            return 0.0
        wide = unicodedata.east_asian_width(character) in "WF"
        em = 1.0 if wide else WIDTHS.get(unicodedata.category(character), OTHER) * (BOLD if bold else 1.0)
        return em * size * MM_PER_POINT


def too_high(chart: Chart, kind: Kind, look: Look) -> int:
    """How many millimeters the chart is too high for a page of the look; 0 where it fits."""
    pen = _pen(look)
    size = look.chart
    measure = pen.set(chart.measure, size=float(size.measure), second=float(size.second), width=pen.width)
    note = pen.set(chart.note, size=float(size.note), second=float(size.second), width=pen.width)
    gaps = (MEASURE_GAP if measure.lines else 0.0) + (NOTE_GAP if note.lines else 0.0) + 2 * EDGE
    height = kind.draw(chart, pen).height + measure.height + note.height + gaps
    return max(0, math.ceil(height - TALLEST * float(look.page.height - look.page.top - look.page.bottom)))


def crowded(chart: Chart, kind: Kind, look: Look) -> Iterator[str]:
    """What to tell an author about figures that find no room."""
    left_out = kind.draw(chart, _pen(look)).left_out
    if left_out > MOST_LEFT_OUT * len(chart.marks):
        yield f"{left_out} of {len(chart.marks)} figures find no room in a chart of kind '{chart.kind}'"


def _pen(look: Look) -> Pen:
    return Pen(look, Rough(), float(look.page.text_width) - EDGE)
