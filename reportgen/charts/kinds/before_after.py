"""Before and after: two bars from one zero, the earlier muted; or such a pair for each of several things."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind, by_name, no_negatives
from reportgen.charts.kinds import bars
from reportgen.document import Chart


def draw(chart: Chart, pen: Pen) -> Plot:
    """Bars, the later of each pair in the color of the headline."""
    later = chart.marks[1::2] if len(chart.series) < 2 else [mark for mark in chart.marks if mark.series]
    look = pen.look.chart
    return bars.lay(
        chart, pen, {mark: pen.color(look.highlight if mark in later else look.plain) for mark in chart.marks}
    )


def needs(chart: Chart) -> Iterator[str]:
    """Two marks, named after their moments; or two series named so, and under each name a mark of both."""
    yield from no_negatives(chart)
    if len(chart.series) < 2:
        if len(chart.marks) != 2:
            yield f"a chart of kind '{chart.kind}' needs two figures, before and after; here are {len(chart.marks)}"
        return
    for group in by_name(chart.marks):
        if [mark.series for mark in group] != [0, 1]:
            yield f"'{dict(group[0].name)}' needs a figure before and one after, in this order"


BEFORE_AFTER = Kind(draw, needs)
