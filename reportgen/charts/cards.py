"""Figures set large, each with its name, side by side: for amounts that no common scale could compare."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.charts.kind import Kind
from reportgen.charts.pen import Block, Pen, spotlit
from reportgen.charts.shapes import Box, Plot, Shape
from reportgen.document import Chart, Mark
from reportgen.template.model import ColorName

ACROSS = 4  # cards in a row, at most
BETWEEN = 6.0  # mm
RULE = 0.5  # mm
UNDER_RULE = 2.5
UNDER_FIGURE = 1.5
AIR = 5.0  # mm between rows
SHRINK = 0.92  # a figure too wide for its card is set this much smaller, again and again


def draw(chart: Chart, pen: Pen) -> Plot:
    """Cards in rows as even as can be; the headline's in its color."""
    rows = -(-len(chart.marks) // ACROSS)
    across = -(-len(chart.marks) // rows)
    width = (pen.width - BETWEEN * (across - 1)) / across
    shapes: list[Shape] = []
    y = 0.0
    for start in range(0, len(chart.marks), across):
        cards = [_card(chart, mark, pen, width) for mark in chart.marks[start : start + across]]
        tallest = max(figure.height for figure, _, _ in cards)
        for place, (figure, name, rule) in enumerate(cards):
            x = place * (width + BETWEEN)
            shapes.append(Box("rule", x, y, width, RULE, pen.color(rule)))
            shapes += figure.at("label", x, y + UNDER_RULE)
            shapes += name.at("name", x, y + UNDER_RULE + tallest + UNDER_FIGURE)
        y += UNDER_RULE + tallest + UNDER_FIGURE + max(name.height for _, name, _ in cards) + AIR
    return Plot(tuple(shapes), y - AIR)


def _card(chart: Chart, mark: Mark, pen: Pen, width: float) -> tuple[Block, Block, ColorName]:
    """The figure as large as its card allows, its name, and the color of the rule over it."""
    metric, second = pen.look.style("metric"), pen.look.style("metric", second=True)
    color = metric.color if spotlit(chart, mark) else "ink"
    size = float(metric.size)
    while True:
        figure = pen.set(mark.label, size=size, second=float(second.size), color=color, bold=metric.bold)
        if figure.width <= width or size < float(pen.look.chart.label):
            break
        size *= SHRINK
    figure = pen.set(
        mark.label, size=size, second=min(size, float(second.size)), color=color, bold=metric.bold, width=width
    )
    return figure, pen.name(mark.name, width=width), metric.color if spotlit(chart, mark) else pen.look.chart.plain


def needs(chart: Chart) -> Iterator[str]:
    """Any figures; their values are not compared."""
    yield from ()


CARDS = Kind(draw, needs, most=12)
