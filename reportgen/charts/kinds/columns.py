"""Columns that stand: few figures with short names, such as years. What would not fit in a column is drawn as bars."""

from __future__ import annotations

from reportgen.charts.drawing import columns
from reportgen.charts.kind import REFERENCE, Kind, NativeForm
from reportgen.charts.sample import GROWTH, percentages, years
from reportgen.document import Chart
from reportgen.messages import msg


def sample() -> Chart:
    """Five years."""
    return percentages("columns", GROWTH, *years(2019, ("6.1", "-2.4", "8.3", "5.2", "7.1")))


KIND = Kind(
    name="columns",
    words={"zh": "柱形图", "en": "Column chart"},
    shows=msg("standing bars; as `bars` where words do not fit"),
    wants="the same, with short names",
    draw=columns.lay,
    native=NativeForm("barChart", "col", "clustered"),
    sample=sample,
    fields=(REFERENCE,),
    along=True,
    gaps=True,
    little=3,
)
