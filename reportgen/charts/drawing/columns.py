"""Columns that stand: few figures with short names, such as years. What would not fit in a column is drawn as bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.drawing import bars
from reportgen.charts.drawing.bar_ends import BEYOND, Along, bar
from reportgen.charts.drawing.bar_names import whole_group
from reportgen.charts.drawing.guide_marks import (
    GuideBlocks,
    guide_blocks,
    level_bands,
    levels_told,
    room_aside,
)
from reportgen.charts.drawing.legend import key, keyed
from reportgen.charts.drawing.no_data import figure_role, figure_words, narrow_words
from reportgen.charts.drawing.scales import Scale, scale
from reportgen.charts.drawing.series_names import Anchor, over
from reportgen.charts.drawing.shapes import Bounds, Box, Plot, Shape, TextShape, lowered
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.drawing.value_axis import guide_values
from reportgen.charts.marks import in_time, with_missing
from reportgen.document import MISSING, Chart, Mark, Words

GAP = 1.2  # mm between a column and its figure
UNDER = 1.8  # mm between the base line and the names
AIR = 2.0  # mm over a line to read figures against
SIDE = 0.8  # mm kept free at each side of a name
WIDEST = 40.0  # mm from column to column
THICKEST = 20.0
THICKNESS = 0.6  # of the room from column to column
LINE = 3.0  # mm: less than a line of names, to tell heights apart by lines
ON = 0.3  # mm between a figure and the name of its series on it
CLEAR = 0.5  # mm that names of series and their lines keep from figures
NAME_LINES = 4  # a name that takes more is too long to stand under a column

WORDS = ("label", "no-data")  # over a column
COLUMNS = ("bar", "fade", "open", "short")

Measured = tuple[Mark, SetText]


def lay(chart: Chart, setter: Typesetter) -> Plot:
    """Columns from the left in the order given; the marks as bars where a figure or a name is too wide for a column,
    and where only bars have room for the names of series, unless names are times, which run to the right."""
    groups = with_missing(chart)
    aside = guide_blocks(chart, setter)
    width = setter.width - room_aside(aside)
    slot = min(width / len(groups), WIDEST)
    names = names_in([group[0].name for group in groups], setter, slot - 2 * SIDE)
    room = min(slot / len(group) for group in groups) - 0.8
    labels = [[(mark, _words(mark, setter, room)) for mark in group] for group in groups]
    if names is None or any(label.width > room for row in labels for _, label in row):
        return bars.lay(chart, setter, bars.colors(chart, setter))
    standing = _stand(chart, setter, slot, names, labels, aside)
    if not keyed(standing) or in_time(groups):
        return standing
    lying = bars.lay(chart, setter, bars.colors(chart, setter))
    return standing if keyed(lying) else lying


def _words(mark: Mark, setter: Typesetter, room: float) -> SetText:
    """What stands over a column: a figure in one line; that there is none, in the lines that it takes."""
    return narrow_words(mark, setter, room) if mark.role == MISSING else figure_words(mark, setter)


def names_in(names: Sequence[Words], setter: Typesetter, width: float) -> list[SetText] | None:
    """The names in lines of that width, in the smaller type of an axis if that takes fewer; None where a word would
    be cut or a name is too long to stand under a column."""
    settings = [
        [setting(words, width=width) for words in names]
        for setting in (setter.name, setter.tick)
        if all(setting(words, narrow=True).width <= width for words in names)
    ]
    best = min(settings, key=lambda blocks: max(block.height for block in blocks) // LINE, default=None)
    if best is None or any(len(block.lines) > NAME_LINES * len(names[0]) for block in best):
        return None
    return best


def _stand(
    chart: Chart,
    setter: Typesetter,
    slot: float,
    names: list[SetText],
    labels: list[list[Measured]],
    aside: GuideBlocks,
) -> Plot:
    shapes: list[Shape] = []
    top = 0.0
    under = max((name.height for name in names), default=0.0) + UNDER
    bottom = top + max(setter.height - under, 35.0)
    extents = [
        *(_extent(*pair) for group in labels for pair in group),
        *((value, AIR) for value in guide_values(chart)),
    ]
    fitted = scale(extents, bottom - top)
    zero = bottom - fitted.behind
    right = slot * len(names)

    def at(value: Decimal) -> float:
        return zero + fitted.length(value) if value < 0 else zero - fitted.length(value)

    shapes += level_bands(chart, setter, at, (0.0, right))
    for index, (name, group) in enumerate(zip(names, labels, strict=True)):
        x = index * slot
        shapes += name.at("name", x + slot / 2, bottom + UNDER, align=0.5)
        shapes += _group(group, bars.colors(chart, setter), setter, (x, slot), (zero, fitted))
    shapes.append(Box("zero", 0.0, zero - 0.1, right, 0.2, setter.color("grey")))
    shapes = [*shapes, *levels_told(aside, setter, at, (0.0, right), (top, bottom), _words_of(shapes))]
    return _named(chart, Plot(tuple(shapes), bottom + under), labels, setter, slot)


def _named(chart: Chart, plot: Plot, labels: list[list[Measured]], setter: Typesetter, slot: float) -> Plot:
    """The names of the series at the columns of the first group that has all; in a key where they find no room."""
    if len(chart.series) < 2:
        return plot
    groups = [[mark for mark, _ in group] for group in labels]
    at = whole_group(chart, groups)
    if at is not None:
        middles = [at * slot + middle for middle in _middles(len(groups[at]), slot)]
        names = _on_figures(chart, plot, middles, setter, _each(len(middles), slot))
        names = names or _over_columns(chart, plot, middles, setter)
        if names is not None:
            by = max(0.0, -min(shape.bounds.top for shape in names))
            return Plot(tuple(lowered((*plot.shapes, *names), by)), plot.height + by)
    legend = key(chart.series, [setter.series(index) for index in range(len(chart.series))], setter)
    return Plot((*legend.shapes, *lowered(plot.shapes, legend.height)), legend.height + plot.height)


def _heads(plot: Plot, middles: Sequence[float]) -> list[float]:
    """Where the figures over columns start, from the top."""
    words = _words_of(plot.shapes)
    return [min(word.top for word in words if word.left < middle < word.right) for middle in middles]


def _on_figures(
    chart: Chart, plot: Plot, middles: Sequence[float], setter: Typesetter, room: float
) -> list[Shape] | None:
    """Each name on the figure of its column, where none is wider than the column's room."""
    names = [setter.name(words) for words in chart.series]
    if any(name.width > room - 2 * SIDE for name in names):
        return None
    told = zip(names, middles, _heads(plot, middles), strict=True)
    return [
        shape
        for name, x, head in told
        for shape in name.at("series", max(x, name.width / 2), head - ON - name.height, align=0.5)
    ]


def _over_columns(chart: Chart, plot: Plot, middles: Sequence[float], setter: Typesetter) -> list[Shape] | None:
    """The names in levels over the columns, as low as nothing is in their way, a line from each to its figure."""
    heads, edges = _heads(plot, middles), (0.0, setter.width)
    anchors = [Anchor(x, 0.0, setter.series(index)) for index, x in enumerate(middles)]
    tried = over(chart.series, anchors, setter, edges)
    if tried is None:
        return None
    reach = [shape.bounds for shape in tried.shapes]
    left, right = min(one.left for one in reach) - 1.0, max(one.right for one in reach) + 1.0
    taken = [shape.bounds for shape in plot.shapes if shape.role in (*WORDS, *COLUMNS)]
    foot = min(one.top for one in taken if one.left < right and one.right > left) - CLEAR
    led = [replace(anchor, down=head - foot - CLEAR) for anchor, head in zip(anchors, heads, strict=True)]
    names = over(chart.series, led, setter, edges)
    return None if names is None else list(lowered(names.shapes, foot - names.height))


def _words_of(shapes: Sequence[Shape]) -> list[Bounds]:
    return [shape.bounds for shape in shapes if isinstance(shape, TextShape) and shape.role in WORDS]


def _group(
    group: list[Measured],
    colors: dict[Mark, str],
    setter: Typesetter,
    slot: tuple[float, float],
    axis: tuple[float, Scale],
) -> Iterator[Shape]:
    start, room = slot
    zero, fitted = axis
    each = _each(len(group), room)
    thickness = min(each * (THICKNESS if len(group) == 1 else 0.9), THICKEST)
    for (mark, label), along_slot in zip(group, _middles(len(group), room), strict=True):
        middle = start + along_slot
        below = mark.value < 0
        length = fitted.length(mark.value)
        along = Along(middle - thickness / 2, zero, thickness, upright=True, backward=below)
        if mark.role != MISSING:
            yield from bar(along, length, mark.bound, colors[mark], setter.color("paper"), unsettled=bool(mark.status))
        reach = length + BEYOND[mark.bound] + GAP
        top = zero + reach if below else zero - reach - label.height
        yield from label.at(figure_role(mark), middle, top, align=0.5)


def _each(count: int, slot: float) -> float:
    """From column to column within a group."""
    return slot if count == 1 else 0.86 * slot / count


def _middles(count: int, slot: float) -> list[float]:
    """The middles of a group's columns from the left of its room."""
    each = _each(count, slot)
    return [(slot - each * count) / 2 + each * (index + 0.5) for index in range(count)]


def _extent(mark: Mark, label: SetText) -> tuple[Decimal, float]:
    return mark.value, GAP + label.height + BEYOND[mark.bound]
