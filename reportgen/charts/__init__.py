"""Charts: CHARTS names every kind, `draw` makes one a picture. matplotlib is loaded when the first one is drawn."""

from reportgen.charts.area import AREA
from reportgen.charts.bars import BARS
from reportgen.charts.before_after import BEFORE_AFTER
from reportgen.charts.cards import CARDS
from reportgen.charts.columns import COLUMNS
from reportgen.charts.donut import DONUT
from reportgen.charts.dot import DOT
from reportgen.charts.drawing import Drawing
from reportgen.charts.dumbbell import DUMBBELL
from reportgen.charts.figure import outlines, picture
from reportgen.charts.grouped import GROUPED
from reportgen.charts.kind import Kind
from reportgen.charts.line import LINE
from reportgen.charts.ranges import RANGE
from reportgen.charts.share import SHARE
from reportgen.charts.slope import SLOPE
from reportgen.charts.small_multiples import SMALL_MULTIPLES
from reportgen.charts.stacked import STACKED
from reportgen.charts.stacked_100 import STACKED_100
from reportgen.charts.step import STEP
from reportgen.charts.table_with_bars import TABLE_WITH_BARS
from reportgen.charts.timeline import TIMELINE
from reportgen.charts.vector import Form
from reportgen.charts.waterfall import WATERFALL
from reportgen.document import Chart
from reportgen.template.model import Look

CHARTS: dict[str, Kind] = {
    "bars": BARS,
    "columns": COLUMNS,
    "grouped": GROUPED,
    "stacked": STACKED,
    "stacked-100": STACKED_100,
    "line": LINE,
    "step": STEP,
    "area": AREA,
    "dot": DOT,
    "dumbbell": DUMBBELL,
    "slope": SLOPE,
    "before-after": BEFORE_AFTER,
    "share": SHARE,
    "donut": DONUT,
    "range": RANGE,
    "waterfall": WATERFALL,
    "small-multiples": SMALL_MULTIPLES,
    "timeline": TIMELINE,
    "table-with-bars": TABLE_WITH_BARS,
    "cards": CARDS,
}
"""Every kind of chart, by the name an author writes."""


def draw(chart: Chart, look: Look) -> Drawing:
    """The chart as a picture. ContentError when its kind cannot draw it or no font has one of its characters."""
    return picture(chart, CHARTS[chart.kind], look)


def draw_vector(chart: Chart, look: Look, form: Form) -> bytes:
    """The chart as an SVG or a PDF. ContentError as from `draw`."""
    return outlines(chart, CHARTS[chart.kind], look, form)


__all__ = ["CHARTS", "Drawing", "Kind", "draw", "draw_vector"]
