"""The key of a chart with several series, where their names find no room at their marks: a square and a name each, on
as few lines as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.document import Words

SQUARE = 2.6  # mm
NEAR, FAR = 1.4, 6.0  # mm from square to name, from name to the next square
BELOW = 3.0  # mm under the key


def key(series: Sequence[Words], colors: Sequence[str], setter: Typesetter) -> Plot:
    """The names of the series from the left, going on below where the width ends."""
    shapes: list[Shape] = []
    x = y = tallest = 0.0
    for color, words in zip(colors, series, strict=True):
        name = setter.name(words, width=setter.width - SQUARE - NEAR)
        if x and x + SQUARE + NEAR + name.width > setter.width:
            x, y, tallest = 0.0, y + tallest + 1.0, 0.0
        shapes.append(Box("key", x, y + 0.4, SQUARE, SQUARE, color))
        shapes += name.at("series", x + SQUARE + NEAR, y)
        x += SQUARE + NEAR + name.width + FAR
        tallest = max(tallest, name.height)
    return Plot(tuple(shapes), y + tallest + BELOW)


def keyed(plot: Plot) -> bool:
    """Whether a key stands in it."""
    return any(shape.role == "key" for shape in plot.shapes)
