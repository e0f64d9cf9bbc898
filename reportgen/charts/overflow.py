"""Whether a chart is too full, told before anything is drawn: it is laid out with measures that need no font.

The measures are those of the bundled font on average, so a chart at the limit may still be refused when it is drawn.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from reportgen.charts.drawing.line_breaking import shapeless
from reportgen.charts.drawing.shapes import MM_PER_POINT
from reportgen.charts.frame import framed
from reportgen.charts.kind import Kind
from reportgen.document import Chart
from reportgen.messages import msg
from reportgen.records import record
from reportgen.template.model import Look

WIDTHS = {"Lu": 0.66, "Ll": 0.54, "Nd": 0.555, "Zs": 0.224, "Po": 0.3, "Pd": 0.45}
"""How wide characters of a category are, in sizes of type."""
OTHER = 0.55
BOLD = 1.04
MOST_LEFT_OUT = 1 / 3  # of the figures; a chart that leaves out more says too little


@record
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
    laid = framed(chart, kind, look, Rough())
    if laid.plot.left_out <= MOST_LEFT_OUT * len(chart.marks):
        return laid.too_high, ""
    return laid.too_high, msg(
        "{lost} of {count} figures find no room in a chart of kind '{kind}'",
        lost=laid.plot.left_out,
        count=len(chart.marks),
        kind=chart.kind,
    )
