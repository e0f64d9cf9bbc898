"""A part of a whole as a square of a hundred cells, figures beside it: a cell is one percent, and can be counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import OUTLINE, blend, hatch
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.typesetter import Block, Pen, spotlit
from reportgen.charts.kind import Kind, no_negatives
from reportgen.document import Bound, Chart, Mark
from reportgen.template.model import Look

SIDE = 10  # cells
CELL, BETWEEN = 4.2, 0.7  # mm
BESIDE = 9.0  # mm from the square to the figures
SQUARE, NEAR = 2.6, 1.6  # mm: the key before a figure, where there are several
AIR = 4.0  # mm between figures
CLOSE = 1.2  # mm between a figure and its name
WHOLE = Decimal(100)
PALEST = 0.6  # of the last part's color is paper, where several stand beside the headline's
SOFT = {Bound.EXACT: (0, 0), Bound.ABOUT: (1, 1), Bound.ABOVE: (0, 2), Bound.BELOW: (1, 0)}
"""How many cells before and after the edge of a part look unsettled."""


def draw(chart: Chart, pen: Pen) -> Plot:
    """The square at the left, filled row by row from its foot; figures and the figures beside them at the right."""
    side = SIDE * CELL + (SIDE - 1) * BETWEEN
    words = list(figures(chart, pen, side + BESIDE))
    tall = height_of(words)
    height = max(side, tall)
    shapes = (*_cells(chart, pen, (height - side) / 2), *beside(chart, words, side + BESIDE, (height - tall) / 2))
    return Plot(shapes, height)


Told = tuple[str, Block, float, str]
"""Words beside the picture: their role, themselves, the gap over them, and the color of the key before them."""


def height_of(words: Sequence[Told]) -> float:
    """How high the words beside the picture are together."""
    return sum(block.height + gap for _, block, gap, _ in words)


def beside(chart: Chart, words: Sequence[Told], left: float, top: float) -> Iterator[Shape]:
    """The words under each other; a square of its color before each of several parts."""
    indent = SQUARE + NEAR if len(chart.marks) > 1 else 0.0
    for role, block, gap, color in words:
        top += gap
        if color and indent:
            yield Box("key", left, top + block.lines[0].baseline - SQUARE, SQUARE, SQUARE, color)
        yield from block.at(role, left + indent, top)
        top += block.height


def figures(chart: Chart, pen: Pen, left: float) -> Iterator[Told]:
    """Each block beside the square, with its role, the gap over it, and the color of its key."""
    width = pen.width - left - (SQUARE + NEAR if len(chart.marks) > 1 else 0.0)
    metric, second = pen.look.style("metric"), pen.look.style("metric", second=True)
    for place, mark in enumerate(chart.marks):
        large = float(metric.size) if len(chart.marks) < 3 else float(second.size)
        label = pen.set(
            mark.label, size=large, second=float(second.size), color=metric.color, bold=metric.bold, width=width
        )
        yield "label", label, AIR if place else 0.0, part_color(chart, place, pen.look)
        yield "name", pen.name(mark.name, width=width), CLOSE, ""
    for place, mark in enumerate(chart.aside):
        yield "label", pen.label(mark, bold=True, width=width), 0.6 * AIR if place else 1.4 * AIR, ""
        yield "name", pen.tick(mark.name, width=width), 0.6, ""


def _cells(chart: Chart, pen: Pen, top: float) -> Iterator[Shape]:
    """A hundred cells, each part's in its color, the rest in the color of the rules' tint."""
    rest, paper = pen.color("tint"), pen.color("paper")
    edges = [Decimal(0)]
    for mark in chart.marks:
        edges.append(edges[-1] + mark.value)
    for cell in range(SIDE * SIDE):
        x = (cell % SIDE) * (CELL + BETWEEN)
        y = top + (SIDE - 1 - cell // SIDE) * (CELL + BETWEEN)
        yield Box("rest", x, y, CELL, CELL, rest)
        for place, mark in enumerate(chart.marks):
            low, high = max(edges[place], Decimal(cell)), min(edges[place + 1], Decimal(cell + 1))
            color = part_color(chart, place, pen.look)
            if high > low:
                yield from _filled(
                    x + CELL * float(low - cell),
                    y,
                    CELL * float(high - low),
                    (cell, edges[place + 1]),
                    mark,
                    (color, rest, paper),
                )
            elif edges[place + 1] <= cell < edges[place + 1] + SOFT[mark.bound][1] and place == len(chart.marks) - 1:
                yield Box("fade", x, y, CELL, CELL, blend(color, rest, 0.55 + 0.2 * float(cell - edges[place + 1])))


def _filled(
    x: float, y: float, width: float, edge: tuple[int, Decimal], mark: Mark, colors: tuple[str, str, str]
) -> Iterator[Shape]:
    color, rest, paper = colors
    cell, end = edge
    unsettled = SOFT[mark.bound][0] and cell >= end - 1
    if unsettled and mark.bound is Bound.BELOW:
        yield Box("short", x, y, width, CELL, color)
        yield Box("short", x + OUTLINE, y + OUTLINE, max(width - 2 * OUTLINE, 0.0), CELL - 2 * OUTLINE, paper)
    else:
        box = Box("cell", x, y, width, CELL, blend(color, rest, 0.3) if unsettled else color)
        yield box
        if mark.status:
            yield from hatch(box, paper)


def part_color(chart: Chart, place: int, look: Look) -> str:
    """The color of a part, given by its place; parts beside the headline's are shades of one color, paler by and by."""
    if len(chart.marks) == 1:
        return look.palette.of(look.chart.highlight)
    lit = [at for at, mark in enumerate(chart.marks) if spotlit(chart, mark)]
    if place in lit:
        return look.palette.of_series(lit.index(place))
    others = [at for at in range(len(chart.marks)) if at not in lit]
    paler = PALEST * others.index(place) / max(1, len(others) - 1)
    return blend(look.palette.of(look.chart.plain), look.palette.of("paper"), paler)


def needs(chart: Chart) -> Iterator[str]:
    """Parts in percent that do not exceed their whole; at most five, or the eye cannot tell them apart."""
    yield from no_negatives(chart)
    if len(chart.marks) > 5:
        yield f"a chart of kind '{chart.kind}' shows at most five parts, here are {len(chart.marks)}: use bars"
    if sum(mark.value for mark in chart.marks) > WHOLE:
        yield f"the parts in a chart of kind '{chart.kind}' are percent of one whole, and here they exceed it"


SHARE = Kind(draw, needs, sorts=True, asides=True)
