"""Bars that lie, the largest at the top. The best kind for names of any length."""

from __future__ import annotations

from reportgen.charts.drawing import bars
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import REFERENCE, Kind, NativeForm
from reportgen.charts.sample import GOODS, SHARE, percentages, table
from reportgen.document import Chart
from reportgen.messages import msg


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """Rows from the top, in the order given."""
    return bars.lay(chart, setter, bars.colors(chart, setter))


def sample() -> Chart:
    """Four goods by size."""
    return percentages("bars", SHARE, *table(GOODS, ("42", "27", "19", "12")))


KIND = Kind(
    name="bars",
    words={"zh": "条形图", "en": "Bar chart"},
    shows=msg("lying bars, ranked"),
    wants="any figures of one unit",
    draw=draw,
    native=NativeForm("barChart", "bar", "clustered"),
    sample=sample,
    fields=(REFERENCE,),
    sorts=True,
    gaps=True,
    little=2,
)
