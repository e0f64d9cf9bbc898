"""Charts: CHARTS names every kind, `draw` makes one a picture. matplotlib is loaded when the first one is drawn."""

from reportgen.charts.bars import BARS
from reportgen.charts.before_after import BEFORE_AFTER
from reportgen.charts.cards import CARDS
from reportgen.charts.columns import COLUMNS
from reportgen.charts.figure import Drawing, picture
from reportgen.charts.kind import Kind
from reportgen.charts.line import LINE
from reportgen.charts.share import SHARE
from reportgen.charts.step import STEP
from reportgen.document import Chart
from reportgen.template.model import Look

CHARTS: dict[str, Kind] = {
    "bars": BARS,
    "columns": COLUMNS,
    "line": LINE,
    "step": STEP,
    "share": SHARE,
    "before-after": BEFORE_AFTER,
    "cards": CARDS,
}
"""Every kind of chart, by the name an author writes."""


def draw(chart: Chart, look: Look) -> Drawing:
    """The chart as a picture. ContentError when its kind cannot draw it or no font has one of its characters."""
    return picture(chart, CHARTS[chart.kind], look)


__all__ = ["CHARTS", "Drawing", "Kind", "draw"]
