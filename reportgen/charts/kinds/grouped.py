"""Columns in groups, one of each series; what would not fit in columns is drawn as groups of bars."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.typesetter import Pen
from reportgen.charts.kind import Kind, by_name
from reportgen.charts.kinds import columns
from reportgen.document import Chart

MOST = 5


def draw(chart: Chart, pen: Pen) -> Plot:
    """The groups in the order given, each with its series in theirs."""
    return columns.draw(chart, pen)


def needs(chart: Chart) -> Iterator[str]:
    """Two to five series; a group may lack one."""
    if not 2 <= len(chart.series) <= MOST:
        yield f"a chart of kind '{chart.kind}' needs two to {MOST} series, here are {max(len(chart.series), 1)}"
    for group in by_name(chart.marks):
        series = [mark.series for mark in group]
        if len(set(series)) < len(series):
            yield f"'{next(iter(dict(group[0].name).values()), '')}' has two figures of one series"


GROUPED = Kind(draw, needs, most=60)
