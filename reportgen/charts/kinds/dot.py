"""Dots on a scale, one a name: for figures that differ too little for bars from zero."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.drawing import bars, rows
from reportgen.charts.drawing.scales import ValueSpan
from reportgen.charts.drawing.shapes import Plot, Shape
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import AXIS, REFERENCE, Kind, NativeForm
from reportgen.charts.marks import with_missing
from reportgen.charts.needs import one_series
from reportgen.charts.sample import PORTS, percentages, table
from reportgen.document import Chart
from reportgen.messages import msg


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """A row a mark, its figure behind its dot; where none is known, words that say so."""
    colors = bars.colors(chart, setter)
    marks = [mark for group in with_missing(chart) for mark in group]

    def drawn(index: int, span: ValueSpan, y: float) -> Iterator[Shape]:
        mark = marks[index]
        yield rows.dot(mark, span.at(mark.value), y, colors[mark], setter)

    lines = [rows.ScaleRow(mark.name, mark.value, mark.value, mark) for mark in marks]
    return rows.lay(chart, lines, setter, drawn)


def needs(chart: Chart) -> Iterator[str]:
    """One series."""
    yield from one_series(chart, "dumbbell" if len(chart.series) == 2 else "grouped")


def sample() -> Chart:
    """Three ports whose figures are near each other."""
    measure = "班轮准点率", "Ships on time"
    return percentages("dot", measure, *table(PORTS, ("97.5", "96.1", "93.4")))


KIND = Kind(
    name="dot",
    words={"zh": "点图", "en": "Dot plot"},
    shows=msg("a dot a name, not from zero where all are in the upper half"),
    wants="one series",
    draw=draw,
    needs=needs,
    native=NativeForm("lineChart", dots=True),
    sample=sample,
    fields=(AXIS, REFERENCE),
    sorts=True,
    gaps=True,
    little=2,
)
