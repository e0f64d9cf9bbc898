"""Whether a chart is too full, told before anything is drawn: it is laid out with measures that need no font.

The measures are those of the bundled font on average, so a chart at the limit may still be refused when it is drawn.
"""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reportgen.charts.drawing.frame import EDGE, MEASURE_GAP, NOTE_GAP, TALLEST
from reportgen.charts.drawing.line_breaking import shapeless
from reportgen.charts.drawing.shapes import MM_PER_POINT
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind
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
        return _em(character) * (BOLD if bold else 1.0) * size * MM_PER_POINT


@lru_cache(maxsize=8192)
def _em(character: str) -> float:
    if shapeless(character):
        return 0.0
    wide = unicodedata.east_asian_width(character) in "WF"
    return 1.0 if wide else WIDTHS.get(unicodedata.category(character), OTHER)


def fullness(chart: Chart, kind: Kind, look: Look) -> tuple[int, str]:
    """How many millimeters the chart is too high for a page, 0 where it fits; and what finds no room, in words."""
    pen = Pen(look, Rough(), float(look.page.text_width) - EDGE)
    size = look.chart
    measure = pen.set(chart.measure, size=float(size.measure), second=float(size.second), width=pen.width)
    note = pen.set(chart.note, size=float(size.note), second=float(size.second), width=pen.width)
    plot = kind.draw(chart, pen)
    gaps = (MEASURE_GAP if measure.lines else 0.0) + (NOTE_GAP if note.lines else 0.0) + 2 * EDGE
    height = plot.height + measure.height + note.height + gaps
    over = max(0, math.ceil(height - TALLEST * float(look.page.height - look.page.top - look.page.bottom)))
    told = f"{plot.left_out} of {len(chart.marks)} figures find no room in a chart of kind '{chart.kind}'"
    return over, told if plot.left_out > MOST_LEFT_OUT * len(chart.marks) else ""
