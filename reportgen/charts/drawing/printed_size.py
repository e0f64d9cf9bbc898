"""How large a chart is printed: as wide as the page's text, or as whoever lays out the page wants it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from reportgen.document import Chart
from reportgen.template.model import Look

FLATTEST = Decimal("0.68")
"""Of its width, how high a narrow chart is where nobody says it: no taller than a full one, and still no tower."""


class PrintedSize(NamedTuple):
    """Millimeters."""

    width: Decimal
    height: Decimal  # of what stands between measure and note, where the kind has a choice


def printed_size(chart: Chart, look: Look) -> PrintedSize:
    """The size that the page gives the chart, else the look's."""
    width = chart.width_mm or look.page.text_width
    height = look.chart.height if chart.width_mm is None else min(look.chart.height, FLATTEST * width)
    return PrintedSize(width, chart.height_mm or height)
