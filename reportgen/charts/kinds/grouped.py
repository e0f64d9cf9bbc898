"""Columns in groups, one of each series; what would not fit in columns is drawn as groups of bars."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.drawing import columns
from reportgen.charts.kind import REFERENCE, Kind, NativeForm
from reportgen.charts.marks import by_name, called
from reportgen.charts.needs import several_series, twice
from reportgen.charts.sample import GOODS, PORTS, SHARE, named, percentages, table
from reportgen.document import Chart
from reportgen.messages import msg

MOST = 5


def needs(chart: Chart) -> Iterator[str]:
    """Two to five series; a group may lack one."""
    yield from several_series(chart, MOST)
    for group in by_name(chart.marks):
        if twice(group):
            yield msg("'{mark}' has two figures of one series", mark=called(group[0]))


def sample() -> Chart:
    """Three ports, two goods in each."""
    marks = table(PORTS, ("31", "24", "12"), ("18", "9", "15"))
    return percentages("grouped", SHARE, *marks, series=named(*GOODS[:2]))


KIND = Kind(
    name="grouped",
    words={"zh": "分组柱形图", "en": "Grouped column chart"},
    shows=msg("columns side by side under each name"),
    wants="two to five series",
    draw=columns.lay,
    needs=needs,
    native=NativeForm("barChart", "bar", "clustered"),
    sample=sample,
    fields=(REFERENCE,),
    along=True,
    moments=True,
    most=60,
    gaps=True,
)
