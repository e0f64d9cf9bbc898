"""Charts: CHARTS names every kind, `draw` makes one a picture. matplotlib is loaded when the first one is drawn."""

from __future__ import annotations

from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING

from reportgen.charts.drawing.drawn import Drawing
from reportgen.charts.kind import Kind
from reportgen.document import SPARK, Chart
from reportgen.registry import Registry
from reportgen.template.model import Look

if TYPE_CHECKING:
    from reportgen.charts.drawing.vector import VectorFormat


def _kind(name: str) -> Kind:
    """`before-after` stands in kinds/before_after.py as KIND."""
    found: Kind = import_module(f"reportgen.charts.kinds.{name.replace('-', '_')}").KIND
    return found


CHARTS = Registry(
    _kind,
    "bars",
    "columns",
    "grouped",
    "stacked",
    "stacked-100",
    "line",
    "step",
    "area",
    "dot",
    "dumbbell",
    "slope",
    "before-after",
    "share",
    "donut",
    "range",
    "waterfall",
    "small-multiples",
    "timeline",
    "table-with-bars",
    "cards",
    "scatter",
    "heat-table",
    "diverging-stack",
    "tile-map",
)
"""Every kind of chart, by the name an author writes; each is the KIND of a file in kinds/."""


_ALONE = Lock()
"""Charts are drawn one at a time: matplotlib's fonts are shared by all threads, and keep the size that was set last."""


def draw(chart: Chart, look: Look) -> Drawing:
    """The chart as a picture. ContentError when its kind cannot draw it or no font has one of its characters."""
    from reportgen.charts.picture import picture  # here, since checking draws nothing
    from reportgen.charts.sparkline import spark_drawing

    with _ALONE:
        if chart.kind == SPARK:
            return spark_drawing(chart, look)
        return picture(chart, CHARTS[chart.kind], look)


def height_of(chart: Chart, look: Look) -> float:
    """How high the chart would be drawn, in millimeters; ContentError as from `draw`."""
    from reportgen.charts.picture import laid_out

    with _ALONE:
        return laid_out(chart, CHARTS[chart.kind], look).height


def draw_vector(chart: Chart, look: Look, form: VectorFormat) -> bytes:
    """The chart as an SVG or a PDF. ContentError as from `draw`."""
    from reportgen.charts.picture import outlines

    with _ALONE:
        return outlines(chart, CHARTS[chart.kind], look, form)


__all__ = ["CHARTS", "Drawing", "Kind", "draw", "draw_vector", "height_of"]
