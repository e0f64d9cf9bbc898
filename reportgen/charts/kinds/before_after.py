"""Before and after: two bars from one zero, the earlier muted; or such a pair for each of several things."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.drawing import bars
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import Kind, NativeForm
from reportgen.charts.marks import by_name, called
from reportgen.charts.needs import no_negatives
from reportgen.charts.sample import SHARE, percentages, years
from reportgen.document import Chart
from reportgen.messages import msg


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """Bars, the later of each pair in the color of the headline."""
    later = chart.marks[1::2] if len(chart.series) < 2 else [mark for mark in chart.marks if mark.series]
    look = setter.look.chart
    return bars.lay(
        chart, setter, {mark: setter.color(look.highlight if mark in later else look.plain) for mark in chart.marks}
    )


def needs(chart: Chart) -> Iterator[str]:
    """Two marks, named after their moments; or two series named so, and under each name a mark of both."""
    yield from no_negatives(chart)
    if len(chart.series) < 2:
        if len(chart.marks) != 2:
            yield msg(
                "a chart of kind '{kind}' needs two figures, before and after; here are {count}",
                kind=chart.kind,
                count=len(chart.marks),
            )
        return
    for group in by_name(chart.marks):
        if [mark.series for mark in group] != [0, 1]:
            yield msg("'{mark}' needs a figure before and one after, in this order", mark=called(group[0]))


def sample() -> Chart:
    """One share in two years."""
    return percentages("before-after", SHARE, *years(2019, ("12",)), *years(2024, ("31",)))


KIND = Kind(
    name="before-after",
    words={"zh": "前后对比图", "en": "Before-and-after chart"},
    shows=msg("two bars, or a pair under each name"),
    wants="two figures, or two series",
    draw=draw,
    needs=needs,
    native=NativeForm("barChart", "bar", "clustered", earlier=lambda look: look.chart.plain),
    sample=sample,
    along=True,
    moments=True,
    little=2,
)
