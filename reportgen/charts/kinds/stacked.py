"""Parts piled up to their sum: each name's figures on one another, the first series nearest to zero."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.drawing.legend import key
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.stack_layout import Stack, StackPart, StackPlot, lay
from reportgen.charts.drawing.ticks import ticks_for
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import Kind, NativeForm
from reportgen.charts.marks import by_name
from reportgen.charts.needs import one_sign, several_series
from reportgen.charts.sample import GOODS, PORTS, SHARE, named, percentages, table
from reportgen.document import Chart, Mark
from reportgen.messages import msg

MOST = 5


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """A stack a name, each figure inside its piece."""
    groups = by_name(chart.marks)
    legend = key(chart, setter, [setter.series(index) for index in range(len(chart.series))])
    stacks = tuple(_pile(group, setter) for group in groups)
    sums = [sum((mark.value for mark in group), Decimal(0)) for group in groups]
    return lay(StackPlot(stacks, legend, ticks_for(chart, sums), chart.series), setter)


def _pile(group: tuple[Mark, ...], setter: Typesetter) -> Stack:
    pieces: list[StackPart] = []
    reached = Decimal(0)
    for mark in group:
        pieces.append(
            StackPart(mark, reached, reached + mark.value, setter.series(mark.series), mark.label, inside=True)
        )
        reached += mark.value
    return Stack(group[0].name, tuple(pieces))


def needs(chart: Chart) -> Iterator[str]:
    """Two to five series, of one sign under each name."""
    yield from several_series(chart, MOST)
    for group in by_name(chart.marks):
        yield from one_sign(group, chart.kind)


def sample() -> Chart:
    """Three ports, each with three goods that add up."""
    marks = table(PORTS, ("21", "14", "12"), ("18", "9", "6"), ("8", "7", "5"))
    return percentages("stacked", SHARE, *marks, series=named(*GOODS[:3]))


KIND = Kind(
    name="stacked",
    words={"zh": "堆积图", "en": "Stacked chart"},
    shows=msg("parts piled up to their sum"),
    wants="two to five series of one sign; a figure without room gives way to an axis",
    draw=draw,
    needs=needs,
    native=NativeForm("barChart", "bar", "stacked", stacked=True),
    sample=sample,
    along=True,
    most=60,
)
