"""Charts: CHARTS names every kind, `draw` makes one a picture. matplotlib is loaded when the first one is drawn."""

from threading import Lock

from reportgen.charts.drawing.frame import outlines, picture
from reportgen.charts.drawing.picture import Drawing
from reportgen.charts.drawing.vector import Form
from reportgen.charts.kind import Kind
from reportgen.charts.kinds.area import AREA
from reportgen.charts.kinds.bars import BARS
from reportgen.charts.kinds.before_after import BEFORE_AFTER
from reportgen.charts.kinds.cards import CARDS
from reportgen.charts.kinds.columns import COLUMNS
from reportgen.charts.kinds.donut import DONUT
from reportgen.charts.kinds.dot import DOT
from reportgen.charts.kinds.dumbbell import DUMBBELL
from reportgen.charts.kinds.grouped import GROUPED
from reportgen.charts.kinds.line import LINE
from reportgen.charts.kinds.ranges import RANGE
from reportgen.charts.kinds.share import SHARE
from reportgen.charts.kinds.slope import SLOPE
from reportgen.charts.kinds.small_multiples import SMALL_MULTIPLES
from reportgen.charts.kinds.stacked import STACKED
from reportgen.charts.kinds.stacked_100 import STACKED_100
from reportgen.charts.kinds.step import STEP
from reportgen.charts.kinds.table_with_bars import TABLE_WITH_BARS
from reportgen.charts.kinds.timeline import TIMELINE
from reportgen.charts.kinds.waterfall import WATERFALL
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


_ALONE = Lock()
"""Charts are drawn one at a time: matplotlib's fonts are shared by all threads, and keep the size that was set last."""


def draw(chart: Chart, look: Look) -> Drawing:
    """The chart as a picture. ContentError when its kind cannot draw it or no font has one of its characters."""
    with _ALONE:
        return picture(chart, CHARTS[chart.kind], look)


def draw_vector(chart: Chart, look: Look, form: Form) -> bytes:
    """The chart as an SVG or a PDF. ContentError as from `draw`."""
    with _ALONE:
        return outlines(chart, CHARTS[chart.kind], look, form)


__all__ = ["CHARTS", "Drawing", "Kind", "draw", "draw_vector"]
