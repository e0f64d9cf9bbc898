"""Bars that lie: names at the left, a bar from zero, its figure at its end. They have room for names of any length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import BEYOND, Along, bar
from reportgen.charts.drawing.bar_names import BEHIND, IN_BAR, NamedBars, SeriesName, name_bars, whole_group
from reportgen.charts.drawing.guide_marks import over_rows, upright_bands
from reportgen.charts.drawing.no_data import figure_role, figure_words
from reportgen.charts.drawing.scales import Scale
from reportgen.charts.drawing.shapes import Box, Plot, Shape, lowered
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.drawing.value_axis import guide_values
from reportgen.charts.marks import spotlit, with_missing
from reportgen.document import MISSING, Chart, Mark
from reportgen.records import record

GAP = 1.6  # mm between a bar's end and its figure
NAME_GAP = 3.0  # mm between the names and the bars
AIR = 2.2  # mm in a row that are neither bar nor words
CLOSE = 0.6  # mm between the words of two bars of a row
NAMES = 0.40  # the widest that names may be, in shares of the chart
LABELS = 0.30
THICKNESS = 0.58  # of a row of the template's height


@record
class BarRow:
    """Marks under one name, measured: each with its label; `height` holds them all."""

    name: SetText
    marks: tuple[tuple[Mark, SetText], ...]
    pitch: float  # from bar to bar within the row
    height: float


def lay(chart: Chart, setter: Typesetter, colors: Mapping[Mark, str]) -> Plot:
    """Rows from the top, in the order given."""
    rows = [_row(group, chart, setter) for group in with_missing(chart)]
    left = max((row.name.width for row in rows), default=0.0)
    left += NAME_GAP if left else 0.0
    named = _named_bars(chart, rows, setter, colors, setter.width - left)
    rows = [_with_names(row, named) for row in rows]
    fitted = named.fitted
    zero = left + fitted.behind

    def at(value: Decimal) -> float:
        return zero - fitted.length(value) if value < 0 else zero + fitted.length(value)

    told = over_rows(chart, setter, at, left)
    shapes: list[Shape] = []
    shapes += named.key.shapes
    top = named.key.height
    shapes += lowered(told.words, top)
    top += told.height
    y = top
    for row in rows:
        shapes += _draw_row(row, setter, colors, (zero, fitted), y, named.words)
        y += row.height
    shapes.append(Box("zero", zero - 0.1, top, 0.2, y - top, setter.color("grey")))
    return Plot((*upright_bands(chart, setter, at, (top, y)), *shapes, *told.lines(setter, (top, y), shapes)), y)


def _named_bars(
    chart: Chart, rows: list[BarRow], setter: Typesetter, colors: Mapping[Mark, str], room: float
) -> NamedBars:
    """The scale of all bars, and the names of their series at those of one row."""
    extents = [
        *(_extent(*pair) for row in rows for pair in row.marks),
        *((value, AIR) for value in guide_values(chart)),
    ]
    at = whole_group(chart, [[mark for mark, _ in row.marks] for row in rows])
    group = {mark: _extent(mark, label) for mark, label in rows[at].marks} if at is not None else {}
    return name_bars(chart, extents, group, _thick(rows[at or 0], setter), setter, colors, room)


def _thick(row: BarRow, setter: Typesetter) -> float:
    return THICKNESS * min(float(setter.look.chart.bar), row.pitch)


def _row(marks: tuple[Mark, ...], chart: Chart, setter: Typesetter) -> BarRow:
    name = setter.name(marks[0].name, width=NAMES * setter.width)
    labels = tuple((mark, figure_words(mark, setter, width=LABELS * setter.width)) for mark in marks)
    least = float(setter.look.chart.bar) if len(marks) == 1 else 0.75 * float(setter.look.chart.bar)
    tallest = max(label.height for _, label in labels)
    pitch = max(least, tallest + (AIR if len(marks) == 1 else CLOSE))
    return BarRow(name, labels, pitch, max(pitch * len(marks) + (AIR if len(marks) > 1 else 0), name.height + AIR))


def _with_names(row: BarRow, named: NamedBars) -> BarRow:
    """A row whose bars are far enough from each other for the names of series at them."""
    if not any(mark in named.words for mark, _ in row.marks):
        return row
    pitch = max(row.pitch, named.tallest + CLOSE)
    return replace(row, pitch=pitch, height=max(pitch * len(row.marks) + AIR, row.name.height + AIR))


def _extent(mark: Mark, label: SetText) -> tuple[Decimal, float]:
    return mark.value, GAP + label.width + BEYOND[mark.bound]


def _draw_row(
    row: BarRow,
    setter: Typesetter,
    colors: Mapping[Mark, str],
    axis: tuple[float, Scale],
    y: float,
    names: Mapping[Mark, SeriesName],
) -> Iterator[Shape]:
    zero, fitted = axis
    yield from row.name.at("name", 0.0, y + (row.height - row.name.height) / 2)
    middle = y + (row.height - row.pitch * (len(row.marks) - 1)) / 2
    for mark, label in row.marks:
        thickness = _thick(row, setter)
        below = mark.value < 0
        length = fitted.length(mark.value)
        along = Along(zero, middle - thickness / 2, thickness, backward=below)
        if mark.role != MISSING:
            yield from bar(along, length, mark.bound, colors[mark], setter.color("paper"), unsettled=bool(mark.status))
        reach = length + BEYOND[mark.bound] + GAP
        x = zero - reach if below else zero + reach
        yield from label.at(figure_role(mark), x, middle - label.height / 2, align=1.0 if below else 0.0)
        if name := names.get(mark):
            yield from _named(name, (zero, reach + label.width), middle, backward=below)
        middle += row.pitch


def _named(name: SeriesName, bar: tuple[float, float], middle: float, *, backward: bool) -> Iterator[Shape]:
    """The name of a series in its bar, at the zero, or behind its figure."""
    zero, reach = bar
    away = IN_BAR if name.inside else reach + BEHIND
    x = zero - away if backward else zero + away
    yield from name.words.at("series", x, middle - name.words.height / 2, align=1.0 if backward else 0.0)


def colors(chart: Chart, setter: Typesetter) -> dict[Mark, str]:
    """A series has its own color; in a single series the headline's marks stand out from the rest."""
    if len(chart.series) > 1:
        return {mark: setter.series(mark.series) for mark in chart.marks}
    look = setter.look.chart
    return {mark: setter.color(look.highlight if spotlit(chart, mark) else look.plain) for mark in chart.marks}
