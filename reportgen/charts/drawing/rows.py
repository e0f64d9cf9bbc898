"""Rows of marks on one scale: names at the left, dots or stretches at their values, figures beside them.

Unlike a bar, a dot has no length that must start at zero: `scales.wants_zero` says when the scale does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from reportgen.charts.drawing.bars import NAME_GAP, NAMES
from reportgen.charts.drawing.guide_marks import over_rows, upright_bands
from reportgen.charts.drawing.legend import key
from reportgen.charts.drawing.no_data import figure_role, figure_words
from reportgen.charts.drawing.scales import ValueSpan, stretched, wants_zero
from reportgen.charts.drawing.series_names import Anchor, over
from reportgen.charts.drawing.shapes import Box, Dot, Plot, Shape, Stroke, lowered
from reportgen.charts.drawing.typesetter import EMPTY, SetText, Typesetter
from reportgen.charts.drawing.value_axis import axis_steps, axis_ticks, guide_values
from reportgen.document import MISSING, Bound, Chart, Mark, Words
from reportgen.languages import say
from reportgen.records import record

GAP = 1.4  # mm between a mark and its figure
RADIUS = 1.5  # mm
UNDER = 1.4  # mm between the rows and the values of an axis
AIR = 2.2  # mm in a row that are neither mark nor words
BREAK = 3.0  # mm from the left of a line that is cut to the strokes that tell it
LABELS = 0.22  # of the chart, at most, for the figures on one side


@record
class ScaleRow:
    """A name, the stretch of values in its row, and what is told before and behind it."""

    name: Words
    low: Decimal
    high: Decimal
    after: Mark
    before: Mark | None = None
    beyond: float = RADIUS  # mm that the marks reach beyond their values

    @property
    def known(self) -> bool:
        """Whether there is a figure in it: words alone say that there is none."""
        return self.after.role != MISSING


Drawn = Callable[[int, ValueSpan, float], Iterator[Shape]]
"""The marks of a row, given by its place, on the scale, at a height on the page."""


def lay(chart: Chart, rows: Sequence[ScaleRow], setter: Typesetter, drawn: Drawn, colors: Sequence[str] = ()) -> Plot:
    """The rows from the top in the order given, each on a hair line, which is broken where the scale leaves out
    zero; series of these colors are named over the first row, in a key where they find no room."""
    names = [setter.name(row.name, width=NAMES * setter.width) for row in rows]
    words = [(_label(row.before, setter), _label(row.after, setter)) for row in rows]
    left = max((name.width for name in names), default=0.0)
    left += NAME_GAP if left else 0.0
    ends = [*(value for row in rows if row.known for value in (row.low, row.high)), *guide_values(chart)]
    axis = axis_steps(chart) if chart.axis else None
    zero = axis.least <= 0 <= axis.most if axis else wants_zero(ends)
    items = [(value, AIR if value else 0.0, AIR) for value in guide_values(chart)]
    items += [(end, 0.0, AIR) for end in (axis.least, axis.most)] if axis else [(Decimal(0), 0.0, 0.0)] if zero else []
    for row, (before, after) in zip(rows, words, strict=True):
        if not row.known:
            items += [(Decimal(0), 0.0, GAP + after.width)] if zero else []
            continue
        room = row.beyond + GAP
        items += [
            (row.low, before.width + room if before.lines else row.beyond, 0.0),
            (row.high, 0.0, after.width + room),
        ]
    span = stretched(items, left, setter.width)
    heights = [
        max(float(setter.look.chart.bar), *(block.height + AIR for block in (name, *sides)))
        for name, sides in zip(names, words, strict=True)
    ]
    told = over_rows(chart, setter, span.at, left)
    named = _named(chart, rows, setter, colors, span, heights)
    top = told.height + named.height
    bottom = top + sum(heights)
    scale_words = list(_axis(chart, setter, span, (top, bottom)))
    shapes = [*upright_bands(chart, setter, span.at, (top, bottom)), *told.words, *lowered(named.shapes, told.height)]
    shapes += scale_words
    if zero:
        shapes.append(Box("zero-guide", span.at(Decimal(0)) - 0.1, top, 0.2, sum(heights), setter.color("grey")))
    y = top
    for index, (row, name, (before, after), height) in enumerate(zip(rows, names, words, heights, strict=True)):
        middle = y + height / 2
        y += height
        shapes += name.at("name", 0.0, middle - name.height / 2)
        if not row.known:
            start = max(left, span.at(Decimal(0))) if zero else left
            shapes += after.at(figure_role(row.after), start + GAP, middle - after.height / 2)
            continue
        low, high = span.at(row.low), span.at(row.high)
        edge = low - row.beyond - GAP
        guide = edge - (before.width + GAP if before.lines else 0.0)
        if guide > left:
            shapes.append(Box("guide", left, middle - 0.06, guide - left, 0.12, setter.color("rule")))
            if not zero and guide - left > 2 * BREAK:
                shapes += _break(left + BREAK / 2, middle, setter)
        shapes += drawn(index, span, middle)
        if zero and edge - before.width < span.at(Decimal(0)) < edge:
            shapes.append(
                Box(
                    "clearing",
                    edge - before.width - 0.4,
                    middle - before.height / 2,
                    before.width + 0.8,
                    before.height,
                    setter.color("paper"),
                )
            )
        shapes += before.at("label", edge, middle - before.height / 2, align=1.0)
        shapes += after.at("label", high + row.beyond + GAP, middle - after.height / 2)
    shapes += told.lines(setter, (told.height, bottom), shapes)
    foot = max((shape.bounds.bottom for shape in scale_words), default=y)
    if zero:
        return Plot(tuple(shapes), foot)
    told = setter.tick(tuple((language, say("axis-cut", language)) for language in chart.languages))
    shapes += told.at("axis-cut", 0.0, foot + UNDER)
    return Plot(tuple(shapes), foot + UNDER + told.height)


def _break(x: float, y: float, setter: Typesetter) -> Iterator[Shape]:
    """Two slanting strokes through a line that does not come from zero."""
    yield Box("clearing", x - 0.2, y - 0.4, 1.6, 0.8, setter.color("paper"))
    for at in (x, x + 1.2):
        yield Stroke("axis-break", ((at - 0.4, y + 0.9), (at + 0.4, y - 0.9)), setter.color("grey"), 0.6)


def _named(
    chart: Chart,
    rows: Sequence[ScaleRow],
    setter: Typesetter,
    colors: Sequence[str],
    span: ValueSpan,
    heights: Sequence[float],
) -> Plot:
    """The names of the series over the dots of the first row, where that has two."""
    if not colors:
        return Plot((), 0.0)
    marks = [mark for mark in (rows[0].before, rows[0].after) if mark is not None and mark.role != MISSING]
    if len(marks) == len(chart.series):
        down = heights[0] / 2 - RADIUS
        anchors = [
            Anchor(span.at(mark.value), down, colors[mark.series]) for mark in sorted(marks, key=lambda m: m.series)
        ]
        if told := over(chart.series, anchors, setter, (0.0, setter.width)):
            return told
    return key(chart.series, colors, setter)


def _axis(chart: Chart, setter: Typesetter, span: ValueSpan, down: tuple[float, float]) -> Iterator[Shape]:
    """Round values under the rows, and hair lines up from them, of an axis that the author asked for."""
    top, bottom = down
    reach = 0.0
    for value, words in axis_ticks(chart) if chart.axis else ():
        x, block = span.at(value), setter.tick(words)
        yield Box("grid", x - 0.06, top, 0.12, bottom - top, setter.color("rule"))
        center = min(x, setter.width - block.width / 2)
        if center - block.width / 2 > reach:
            yield from block.at("value", center, bottom + UNDER, align=0.5)
            reach = center + block.width / 2 + 1.0


def _label(mark: Mark | None, setter: Typesetter) -> SetText:
    return figure_words(mark, setter, width=LABELS * setter.width) if mark else EMPTY


def dot(mark: Mark, x: float, y: float, color: str, setter: Typesetter) -> Dot:
    """A full dot for a settled exact figure, a hollow one for any other."""
    settled = mark.bound is Bound.EXACT and not mark.status
    return Dot("dot", x, y, RADIUS, color, "" if settled else setter.color("paper"))
