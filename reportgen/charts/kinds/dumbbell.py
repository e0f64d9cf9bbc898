"""Two dots joined, one row a name: where something was, and where it is."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.drawing import rows
from reportgen.charts.drawing.scales import ValueSpan
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import AXIS, REFERENCE, Kind, NativeForm
from reportgen.charts.marks import by_name
from reportgen.charts.needs import whole_groups
from reportgen.charts.sample import GOODS, SHARE, named, percentages, table
from reportgen.charts.sentences import shifts
from reportgen.document import Chart
from reportgen.messages import msg

BAR = 0.9  # mm


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """The later dot in the color of the headline, the earlier one muted; a figure on the outer side of each."""
    groups = by_name(chart.marks)
    look = setter.look.chart
    colors = setter.color(look.plain), setter.color(look.highlight)

    def drawn(index: int, span: ValueSpan, y: float) -> Iterator[Shape]:
        points = [span.at(mark.value) for mark in groups[index]]
        yield Box("joint", min(points), y - BAR / 2, max(points) - min(points), BAR, setter.color("rule"))
        for mark, x, color in zip(groups[index], points, colors, strict=True):
            yield rows.dot(mark, x, y, color, setter)

    lines = [
        rows.ScaleRow(low.name, low.value, high.value, high, low)
        for low, high in (sorted(group, key=lambda mark: mark.value) for group in groups)
    ]
    return rows.lay(chart, lines, setter, drawn, colors)


def needs(chart: Chart) -> Iterator[str]:
    """Two series with a figure each under every name."""
    yield from whole_groups(chart, 2)


def sample() -> Chart:
    """Four goods in two years."""
    marks = table(GOODS, ("42", "18", "19", "12"), ("31", "27", "24", "10"))
    return percentages("dumbbell", SHARE, *marks, series=named(("2019年", "2019"), ("2024年", "2024")))


KIND = Kind(
    name="dumbbell",
    words={"zh": "哑铃图", "en": "Dumbbell chart"},
    shows=msg("before and after, two dots a name"),
    wants="two series, complete",
    draw=draw,
    needs=needs,
    tells=shifts,
    native=NativeForm("lineChart", dots=True, earlier=lambda look: look.chart.plain),
    sample=sample,
    fields=(AXIS, REFERENCE),
    moments=True,
    sorts=True,
    sorted_by=-1,
)
