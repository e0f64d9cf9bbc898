"""A part of a whole as a square of a hundred cells, figures beside it: a cell is one percent, and can be counted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import OUTLINE, blend, hatch
from reportgen.charts.drawing.parts import BESIDE, beside, figures, height_of, part_color
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import PART_AND_WHOLE, Kind, NativeForm
from reportgen.charts.needs import exceeded, no_negatives, some_parts
from reportgen.charts.sample import GOODS, SHARE, percentages, table
from reportgen.charts.shares import WHOLE
from reportgen.document import Bound, Chart, Mark
from reportgen.messages import msg

SIDE = 10  # cells
CELL, BETWEEN = 4.2, 0.7  # mm
SOFT = {Bound.EXACT: (0, 0), Bound.ABOUT: (1, 1), Bound.ABOVE: (0, 2), Bound.BELOW: (1, 0)}
"""How many cells before and after the edge of a part look unsettled."""


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """The square at the left, filled row by row from its foot; figures and the figures beside them at the right."""
    side = SIDE * CELL + (SIDE - 1) * BETWEEN
    words = list(figures(chart, setter, side + BESIDE))
    tall = height_of(words)
    height = max(side, tall)
    shapes = (*_cells(chart, setter, (height - side) / 2), *beside(chart, words, side + BESIDE, (height - tall) / 2))
    return Plot(shapes, height)


def _cells(chart: Chart, setter: Typesetter, top: float) -> Iterator[Shape]:
    """A hundred cells, each part's in its color, the rest in the color of the rules' tint."""
    rest, paper = setter.color("tint"), setter.color("paper")
    edges = [Decimal(0)]
    for mark in chart.marks:
        edges.append(edges[-1] + mark.value)
    for cell in range(SIDE * SIDE):
        x = (cell % SIDE) * (CELL + BETWEEN)
        y = top + (SIDE - 1 - cell // SIDE) * (CELL + BETWEEN)
        yield Box("rest", x, y, CELL, CELL, rest)
        for index, mark in enumerate(chart.marks):
            low, high = max(edges[index], Decimal(cell)), min(edges[index + 1], Decimal(cell + 1))
            color = part_color(chart, index, setter.look)
            if high > low:
                yield from _filled(
                    x + CELL * float(low - cell),
                    y,
                    CELL * float(high - low),
                    (cell, edges[index + 1]),
                    mark,
                    (color, rest, paper),
                )
            elif edges[index + 1] <= cell < edges[index + 1] + SOFT[mark.bound][1] and index == len(chart.marks) - 1:
                yield Box("fade", x, y, CELL, CELL, blend(color, rest, 0.55 + 0.2 * float(cell - edges[index + 1])))


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
