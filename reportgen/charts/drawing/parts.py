"""Parts of a whole: their colors, and the figures that stand beside their picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reportgen.charts.drawing.bar_ends import blend
from reportgen.charts.drawing.shapes import Box, Shape
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.marks import spotlit
from reportgen.document import Chart, Mark
from reportgen.records import record
from reportgen.template.model import Look

BESIDE = 9.0  # mm, at most, from the picture to the figures
SQUARE, NEAR = 2.6, 1.6  # mm: the key before a figure, where there are several
AIR = 4.0  # mm between figures
CLOSE = 1.2  # mm between a figure and its name
NEAREST = 0.07  # of a narrow chart, from the picture to the figures
SHRINK = 0.92  # a figure too wide for its place is set this much smaller, again and again
PICTURE = 0.46  # of a chart, at most, for the picture of the parts
PALEST = 0.6  # of the last part's color is paper, where several stand beside the headline's


@record
class PartWords:
    """Words beside the picture: their role, the gap over them, and the color of the key before them."""

    role: str
    words: SetText
    gap: float
    color: str = ""


def left_of(setter: Typesetter, side: float) -> float:
    """Where the figures start beside the picture."""
    return side + min(BESIDE, NEAREST * setter.width)


def height_of(words: Sequence[PartWords]) -> float:
    """How high the words beside the picture are together."""
    return sum(one.words.height + one.gap for one in words)


def beside(chart: Chart, words: Sequence[PartWords], left: float, top: float) -> Iterator[Shape]:
    """The words under each other; a square of its color before each of several parts."""
    indent = SQUARE + NEAR if len(chart.marks) > 1 else 0.0
    for one in words:
        top += one.gap
        if one.color and indent:
            yield Box("key", left, top + one.words.lines[0].baseline - SQUARE, SQUARE, SQUARE, one.color)
        yield from one.words.at(one.role, left + indent, top)
        top += one.words.height


def figures(chart: Chart, setter: Typesetter, left: float) -> Iterator[PartWords]:
    """The figure of each part and what it is called, then those of the figures beside them."""
    width = setter.width - left - (SQUARE + NEAR if len(chart.marks) > 1 else 0.0)
    metric, second = setter.look.style("metric"), setter.look.style("metric", second=True)

    def figure(mark: Mark, size: float, room: float | None) -> SetText:
        return setter.set(
            mark.label, size=size, second=float(second.size), color=metric.color, bold=metric.bold, width=room
        )

    large = float(metric.size) if len(chart.marks) < 3 else float(second.size)
    least = min(large, float(setter.look.chart.label))
    size = on_one_line(lambda size: (figure(mark, size, None) for mark in chart.marks), width, large, least)
    for index, mark in enumerate(chart.marks):
        label = figure(mark, size, width)
        yield PartWords("label", label, AIR if index else 0.0, part_color(chart, index, setter.look))
        yield PartWords("name", setter.name(mark.name, width=width), CLOSE)
    for index, mark in enumerate(chart.aside()):
        yield PartWords("label", setter.label(mark, bold=True, width=width), 0.6 * AIR if index else 1.4 * AIR)
        yield PartWords("name", setter.tick(mark.name, width=width), 0.6)


def on_one_line(set_in: Callable[[float], Iterable[SetText]], width: float, size: float, least: float) -> float:
    """The largest size of figures, not under the least, in which each stands on one line."""
    while size > least and any(block.width > width for block in set_in(size)):
        size = max(size * SHRINK, least)
    return size


def side_of(setter: Typesetter, largest: float) -> float:
    """How wide and high the picture is beside its figures: smaller in a narrow chart."""
    return min(largest, PICTURE * setter.width)


def part_color(chart: Chart, index: int, look: Look) -> str:
    """The color of a part, given by its place; parts beside the headline's are shades of one color, paler by and by."""
    if len(chart.marks) == 1:
        return look.palette.of(look.chart.highlight)
    lit = [at for at, mark in enumerate(chart.marks) if spotlit(chart, mark)]
    if index in lit:
        return look.palette.of_series(lit.index(index))
    others = [at for at in range(len(chart.marks)) if at not in lit]
    paler = PALEST * others.index(index) / max(1, len(others) - 1)
    return blend(look.palette.of(look.chart.plain), look.palette.of("paper"), paler)
