"""A table whose cells are shaded by their figures: a row a name, a column a series, each figure printed in its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportgen.charts.drawing.no_data import NEAR, no_data_box, no_data_key, no_data_words
from reportgen.charts.drawing.shaded import shaded
from reportgen.charts.drawing.shading import ShadeScale, scale_of, shade_at
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.ticks import in_unit
from reportgen.charts.drawing.typesetter import EMPTY, SetText, Typesetter
from reportgen.charts.kind import Kind, OwnField
from reportgen.charts.marks import by_series, with_missing
from reportgen.charts.needs import in_columns
from reportgen.charts.sample import GOODS, GROWTH, figure, missing, percentages
from reportgen.charts.sentences import FEW, everything, extremes, lacking, word
from reportgen.document import MISSING, Chart, Mark, Words
from reportgen.messages import msg

MIDDLE = "middle"
"""The role of the figure from which shades diverge."""

NAMES = 0.30  # of the chart, at most
NAME_GAP = 2.5  # mm between names and cells
WIDEST = 30.0  # mm: a cell
SEAM = 0.5  # mm of paper between cells
AIR = 2.6  # mm in a cell that are not words
UNDER_HEAD = 1.4
MOST_COLUMNS = 16
RAMP, RAMP_HEIGHT, STEPS = 46.0, 2.6, 46  # mm, and of how many shades the key is made
BOX = 5.0  # mm: what is hatched in the key
BELOW, FAR = 3.2, 8.0  # mm under the key, and between its parts


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """The key over the heads of the columns, a row a name; what is not known is hatched."""
    rows = list(dict.fromkeys(group[0].name for group in with_missing(chart)))
    columns = max(len(chart.series), 1)
    names = [setter.name(name, width=NAMES * setter.width) for name in rows]
    left = max((name.width for name in names), default=0.0)
    left += NAME_GAP if left else 0.0
    width = min((setter.width - left) / columns, WIDEST)
    scales = _scales(chart)
    legend = _key(chart, scales, setter)
    heads = [setter.tick(words, width=width - 1.0) for words in chart.series]
    head = max((block.height for block in heads), default=0.0) + (UNDER_HEAD if heads else 0.0)
    shapes = [*legend.shapes]
    for index, block in enumerate(heads):
        shapes += block.at(
            "series", left + (index + 0.5) * width, legend.height + head - UNDER_HEAD - block.height, align=0.5
        )
    cells = {(mark.name, mark.series): mark for mark in (*chart.marks, *chart.in_role(MISSING))}
    labels = {mark: _figure(mark, scales, setter, width - 0.8) for mark in chart.marks}
    y, left_out = legend.height + head, 0
    for words, name in zip(rows, names, strict=True):
        figures = [labels[mark].height for mark in chart.marks if mark.name == words]
        height = max(float(setter.look.chart.bar), name.height + AIR, *(tall + AIR for tall in figures))
        shapes += name.at("name", 0.0, y + (height - name.height) / 2)
        for series in range(columns):
            box = Box("shade", left + series * width + SEAM / 2, y + SEAM / 2, width - SEAM, height - SEAM, "")
            mark = cells.get((words, series))
            if mark is None or mark.role == MISSING:
                shapes += no_data_box(box, setter)
                continue
            left_out += labels[mark].width > width
            color = scales[series].shade(mark.value, setter.look.palette).color
            shapes += shaded(mark, replace(box, color=color), labels[mark], setter)
        y += height
    return Plot(tuple(shapes), y, left_out)


def _scales(chart: Chart) -> Mapping[int, ShadeScale]:
    """The scale of each column: one for all that share a unit, else each its own."""
    columns = by_series(chart.marks)
    middle = next((mark.value for mark in chart.in_role(MIDDLE)), None)
    if chart.units:
        return {series: _plain(marks) for series, marks in columns.items()}
    return dict.fromkeys(columns, scale_of((mark.value for mark in chart.marks), middle))


def _plain(marks: Sequence[Mark]) -> ShadeScale:
    """A column of its own unit is shaded from its least to its most, whatever their signs."""
    values = [mark.value for mark in marks]
    return ShadeScale(min(values), max(values))


def _figure(mark: Mark, scales: Mapping[int, ShadeScale], setter: Typesetter, width: float) -> SetText:
    """A figure in the ink that is read on its cell."""
    ink, size = scales[mark.series].shade(mark.value, setter.look.palette).ink, setter.look.chart
    return setter.set(
        mark.label,
        size=float(size.label),
        second=float(size.second),
        color=ink,
        second_color=ink,
        bold=mark.highlight,
        width=width,
    )


# ---- the key ---------------------------------------------------------------------------------


def _key(chart: Chart, scales: Mapping[int, ShadeScale], setter: Typesetter) -> Plot:
    """The shades from the least figure to the most, which are told, and the middle; what hatching means."""
    scale = next(iter(scales.values()))
    before, after = _ends(chart, setter)
    left = before.width + (NEAR if before.lines else 0.0)
    right = left + RAMP + NEAR + after.width + FAR
    lacks = no_data_words(chart.languages, setter) if _lacks(chart) else EMPTY
    tall = max(before.height, after.height, RAMP_HEIGHT)
    under = right + BOX + NEAR + lacks.width > setter.width  # the words for what is not known have no room beside it
    tall = tall if under else max(tall, lacks.height)
    shapes: list[Shape] = list(before.at("value", 0.0, (tall - before.height) / 2))
    shapes += _ramp(scale, left, (tall - RAMP_HEIGHT) / 2, setter)
    shapes += after.at("value", left + RAMP + NEAR, (tall - after.height) / 2)
    middle = _middle_told(chart, scale, left, (tall + RAMP_HEIGHT) / 2, setter)
    shapes += middle
    height = max(tall, *(shape.bounds.bottom for shape in middle)) if middle else tall
    if lacks.lines:
        start = (0.0, height + 1.0) if under else (right, (tall - max(lacks.height, RAMP_HEIGHT)) / 2)
        key = list(no_data_key(chart.languages, setter, start, (BOX, RAMP_HEIGHT)))
        shapes += key
        height = max(height, *(shape.bounds.bottom for shape in key))
    return Plot(tuple(shapes), height + BELOW)


def _middle_told(chart: Chart, scale: ShadeScale, left: float, below: float, setter: Typesetter) -> list[Shape]:
    """A stroke across the shades where they diverge, and under it the figure; nothing where they do not."""
    if chart.units or scale.middle is None or not scale.least < scale.middle < scale.most:
        return []
    x = left + RAMP * float((scale.middle - scale.least) / (scale.most - scale.least))
    stroke = Box("tick", x - 0.1, below - RAMP_HEIGHT, 0.2, RAMP_HEIGHT + 0.6, setter.color("ink"))
    return [stroke, *setter.tick(_middle(chart)).at("value", x, below + 0.8, align=0.5)]


def _ends(chart: Chart, setter: Typesetter) -> tuple[SetText, SetText]:
    """What stands at the two ends of the shades: the least and the most, or that each column has its own."""
    if chart.units:
        told = tuple((language, word("low-to-high", language)) for language in chart.languages)
        return setter.tick(()), setter.tick(told)
    in_order = sorted(chart.marks, key=lambda mark: mark.value)
    return setter.tick(in_order[0].label), setter.tick(in_order[-1].label)


def _middle(chart: Chart) -> Words:
    """The figure from which shades diverge: as it was given, else zero."""
    given = chart.in_role(MIDDLE)
    if given and chart.unit:
        return in_unit(chart, given[0].value)
    return given[0].label if given else tuple((language, "0") for language in chart.languages)


def _ramp(scale: ShadeScale, x: float, y: float, setter: Typesetter) -> Iterator[Shape]:
    """The shades of the values that there are, from the least to the most."""
    low, high = scale.share(scale.least), scale.share(scale.most)
    for step in range(STEPS):
        share = low + (high - low) * (step + 0.5) / STEPS
        shade = shade_at(share, setter.look.palette, diverging=scale.middle is not None)
        yield Box("ramp", x + step * RAMP / STEPS, y, RAMP / STEPS, RAMP_HEIGHT, shade.color)


def _lacks(chart: Chart) -> bool:
    rows = {mark.name for mark in (*chart.marks, *chart.in_role(MISSING))}
    return len(chart.marks) < len(rows) * max(len(chart.series), 1)


# ---- what it takes ---------------------------------------------------------------------------


def needs(chart: Chart) -> Iterator[str]:
    """At most sixteen columns, with one figure of each at most under a name."""
    yield from in_columns(chart, MOST_COLUMNS)
    if len(chart.in_role(MIDDLE)) > 1:
        yield msg("a chart of kind '{kind}' has one middle", kind=chart.kind)
    if chart.units and chart.in_role(MIDDLE):
        yield msg("columns that count in different things have no middle in common: leave out `middle`")


def tells(chart: Chart, language: str) -> list[str]:
    """The highest figure and the lowest, of each column where the columns share no unit; what is not known."""
    if len(chart.marks) <= FEW:
        return [*everything(chart, language), *lacking(chart, language)]
    parts = by_series(chart.marks).values() if chart.units else [chart.marks]
    return [*(extremes(chart, part, language) for part in parts), *lacking(chart, language)]


def sample() -> Chart:
    """Four goods over four quarters, one figure not known."""
    quarters = [(f"{number}季度", f"Q{number}") for number in range(1, 5)]
    grown = (("6.1", "4.0", "1.2", "-0.8"), ("-2.4", "-3.1", "0.5", "2.2"), ("8.3", "7.7", "9.4", "11.0"))
    marks = [
        figure(goods, value, series=index)
        for goods, values in zip(GOODS, grown, strict=False)
        for index, value in enumerate(values)
    ]
    marks += [figure(GOODS[3], value, series=index) for index, value in ((0, "0.4"), (1, "-1.5"), (3, "-4.6"))]
    gap = missing(GOODS[3], series=2)
    series = tuple(tuple(zip(("zh", "en"), quarter, strict=True)) for quarter in quarters)
    return percentages("heat-table", GROWTH, *marks, series=series, beside=(gap,))


KIND = Kind(
    name="heat-table",
    words={"zh": "热力表", "en": "Heat table"},
    shows=msg("figures in cells that are shaded by them; what is not known is hatched"),
    wants="up to sixteen series as columns; shades diverge where figures stand on both sides of zero or of `middle`; "
    "columns of different units are shaded each by itself",
    draw=draw,
    needs=needs,
    tells=tells,
    native=msg("Word shades no cells of a chart by their figures"),
    sample=sample,
    fields=(OwnField("middle", "figures", MIDDLE, "the figure from which shades diverge, such as 50; unset, zero"),),
    most=400,
    scale="series",
    bare=True,
    gaps=True,
    narrowest=lambda chart: 22 + 9 * max(len(chart.series), 1),
)
