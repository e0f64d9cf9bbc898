"""A part of a whole as a square of a hundred cells, figures beside it: a cell is one percent, and can be counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import OUTLINE, blend, hatch
from reportgen.charts.drawing.parts import beside, figures, height_of, left_of, part_color, side_of
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import PART_AND_WHOLE, Kind, NativeForm
from reportgen.charts.needs import exceeded, no_negatives, some_parts
from reportgen.charts.sample import GOODS, SHARE, percentages, table
from reportgen.charts.shares import WHOLE
from reportgen.document import Bound, Chart, Mark
from reportgen.messages import msg

SIDE = 10  # cells
LARGEST = 48.3  # mm: the square
SPACE = 1 / 7  # of what lies from cell to cell
SOFT = {Bound.EXACT: (0, 0), Bound.ABOUT: (1, 1), Bound.ABOVE: (0, 2), Bound.BELOW: (1, 0)}
"""How many cells before and after the edge of a part look unsettled."""


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """The square at the left, filled row by row from its foot; figures and the figures beside them at the right."""
    side = side_of(setter, LARGEST)
    left = left_of(setter, side)
    words = list(figures(chart, setter, left))
    tall = height_of(words)
    height = max(side, tall)
    shapes = (*_cells(chart, setter, (height - side) / 2, side), *beside(chart, words, left, (height - tall) / 2))
    return Plot(shapes, height)


def _cells(chart: Chart, setter: Typesetter, top: float, side: float) -> Iterator[Shape]:
    """A hundred cells, each part's in its color, the rest in the color of the rules' tint."""
    rest, paper = setter.color("tint"), setter.color("paper")
    pitch = side / (SIDE - SPACE)
    each = (1 - SPACE) * pitch
    edges = [Decimal(0)]
    for mark in chart.marks:
        edges.append(edges[-1] + mark.value)
    for cell in range(SIDE * SIDE):
        x = (cell % SIDE) * pitch
        y = top + (SIDE - 1 - cell // SIDE) * pitch
        yield Box("rest", x, y, each, each, rest)
        for index, mark in enumerate(chart.marks):
            low, high = max(edges[index], Decimal(cell)), min(edges[index + 1], Decimal(cell + 1))
            color = part_color(chart, index, setter.look)
            if high > low:
                box = Box("cell", x + each * float(low - cell), y, each * float(high - low), each, color)
                yield from _filled(box, (cell, edges[index + 1]), mark, (color, rest, paper))
            elif edges[index + 1] <= cell < edges[index + 1] + SOFT[mark.bound][1] and index == len(chart.marks) - 1:
                yield Box("fade", x, y, each, each, blend(color, rest, 0.55 + 0.2 * float(cell - edges[index + 1])))


def _filled(box: Box, edge: tuple[int, Decimal], mark: Mark, colors: tuple[str, str, str]) -> Iterator[Shape]:
    """What a part takes of a cell, in its color."""
    color, rest, paper = colors
    cell, end = edge
    unsettled = SOFT[mark.bound][0] and cell >= end - 1
    if unsettled and mark.bound is Bound.BELOW:
        inner = max(box.width - 2 * OUTLINE, 0.0)
        yield replace(box, role="short")
        yield Box("short", box.x + OUTLINE, box.y + OUTLINE, inner, box.height - 2 * OUTLINE, paper)
        return
    box = replace(box, color=blend(color, rest, 0.3)) if unsettled else box
    yield box
    if mark.status:
        yield from hatch(box, paper)


def needs(chart: Chart) -> Iterator[str]:
    """Parts in percent that do not exceed their whole; at most five, or the eye cannot tell them apart."""
    yield from no_negatives(chart)
    yield from some_parts(chart)
    if sum(mark.value for mark in chart.marks) > WHOLE:
        yield exceeded(chart)


def sample() -> Chart:
    """Two goods of all there are."""
    return percentages("share", SHARE, *table(GOODS[:2], ("42", "27")))


KIND = Kind(
    name="share",
    words={"zh": "占比图", "en": "Share of a whole"},
    shows=msg("part of a whole as a hundred cells (waffle)"),
    wants="percentages of one whole, up to five",
    draw=draw,
    needs=needs,
    native=NativeForm("doughnutChart"),
    sample=sample,
    fields=PART_AND_WHOLE,
    sorts=True,
    little=5,
)
