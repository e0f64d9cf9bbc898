"""Figures set large, each with its name, side by side: for amounts that no common scale could compare."""

from __future__ import annotations

from reportgen.charts.drawing.parts import on_one_line
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.kind import Kind, no_such_chart
from reportgen.charts.marks import spotlit
from reportgen.charts.sample import GOODS, percentages, table
from reportgen.charts.sentences import everything
from reportgen.document import Chart, Mark
from reportgen.messages import msg

ACROSS = 4  # cards in a row, at most
NARROWEST = 32.0  # mm: a card
BETWEEN = 6.0  # mm
RULE = 0.5  # mm
UNDER_RULE = 2.5
UNDER_FIGURE = 1.5
AIR = 5.0  # mm between rows


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """Cards in rows as even as can be, all figures in one size; the headline's in its color."""
    most = max(1, min(ACROSS, int((setter.width + BETWEEN) / (NARROWEST + BETWEEN))))
    rows = -(-len(chart.marks) // most)
    across = -(-len(chart.marks) // rows)
    across = 1 if (across, len(chart.marks)) == (2, 3) else across  # two cards and one alone look torn
    width = (setter.width - BETWEEN * (across - 1)) / across
    size = _size(chart, setter, width)
    shapes: list[Shape] = []
    y = 0.0
    for start in range(0, len(chart.marks), across):
        row = chart.marks[start : start + across]
        figures = [_figure(chart, mark, setter, size, width) for mark in row]
        names = [setter.name(mark.name, width=width) for mark in row]
        foot = y + UNDER_RULE + max(figure.height for figure in figures) + UNDER_FIGURE
        for index, (mark, figure, name) in enumerate(zip(row, figures, names, strict=True)):
            x = index * (width + BETWEEN)
            rule = setter.look.chart.highlight if spotlit(chart, mark) else setter.look.chart.plain
            shapes.append(Box("rule", x, y, width, RULE, setter.color(rule)))
            shapes += figure.at("label", x, y + UNDER_RULE)
            shapes += name.at("name", x, foot)
        y = foot + max(name.height for name in names) + AIR
    return Plot(tuple(shapes), y - AIR)


def _size(chart: Chart, setter: Typesetter, width: float) -> float:
    """The largest size up to the template's at which all figures stand on one line; at least the second language's."""
    sizes = (float(setter.look.style("metric", second=second).size) for second in (False, True))
    return on_one_line(lambda size: (_figure(chart, mark, setter, size, None) for mark in chart.marks), width, *sizes)


def _figure(chart: Chart, mark: Mark, setter: Typesetter, size: float, width: float | None) -> SetText:
    metric, second = setter.look.style("metric"), setter.look.style("metric", second=True)
    color = metric.color if spotlit(chart, mark) else "ink"
    return setter.set(mark.label, size=size, second=float(second.size), color=color, bold=metric.bold, width=width)


def sample() -> Chart:
    """Three figures."""
    measure = "占全国比重", "Share of the nation"
    return percentages("cards", measure, *table(GOODS[:3], ("42", "27", "19")))


KIND = Kind(
    name="cards",
    words={"zh": "数字卡片", "en": "Figures"},
    shows=msg("figures set large"),
    wants="any figures, of any units",
    draw=draw,
    tells=everything,
    native=no_such_chart("cards"),
    sample=sample,
    most=12,
    scale="none",
    little=2,
)
