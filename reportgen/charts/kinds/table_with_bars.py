"""Rows of figures with a bar beside each: to look up and to compare. Every column has a scale of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.charts.drawing.bar_ends import BEYOND, Along, bar
from reportgen.charts.drawing.no_data import figure_role, figure_words
from reportgen.charts.drawing.scales import scale
from reportgen.charts.drawing.shapes import Box, Plot, Shape
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.kind import Kind, no_such_chart
from reportgen.charts.marks import by_series, spotlit, with_missing
from reportgen.charts.needs import in_columns
from reportgen.charts.sample import GOODS, GROWTH, SHARE, named, percentages, table
from reportgen.document import MISSING, Chart, Mark
from reportgen.messages import msg

NAMES = 0.34  # of the chart, at most
BETWEEN = 6.0  # mm between columns
GAP = 2.0  # mm between a figure and its bar
AIR = 2.6  # mm in a row that are not words
FIGURES = 0.62  # of a column, at most
THICK = 3.2  # mm
MOST = 4


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """A row a name under the heads of the columns; figures stand to the right, bars begin behind them."""
    groups = with_missing(chart)
    all_marks = tuple(mark for group in groups for mark in group)
    columns = max(len(chart.series), 1)
    names = [setter.name(group[0].name, width=NAMES * setter.width) for group in groups]
    left = max(name.width for name in names) + BETWEEN
    width = (setter.width - left - BETWEEN * (columns - 1)) / columns
    labels = {mark: figure_words(mark, setter, width=FIGURES * width) for mark in all_marks}
    heads = [setter.tick(words, width=width) for words in chart.series]
    top = max((head.height for head in heads), default=0.0) + (1.5 if heads else 0.0)
    heights = [
        max(float(setter.look.chart.bar), *(block.height + AIR for block in (name, *(labels[mark] for mark in group))))
        for name, group in zip(names, groups, strict=True)
    ]
    shapes = list(_ruled(heads, heights, setter, (left, width, top)))
    y = top
    for name, height in zip(names, heights, strict=True):
        middle = y + height / 2
        shapes += name.at("name", 0.0, middle - name.height / 2)
        y += height
    for series, marks in by_series(all_marks).items():
        rows = {mark: top + sum(heights[:index]) + heights[index] / 2 for index, mark in _rows(groups, series)}
        shapes += _column(chart, marks, rows, labels, setter, (left + series * (width + BETWEEN), width))
    return Plot(tuple(shapes), top + sum(heights))


def _ruled(
    heads: Sequence[SetText], heights: Sequence[float], setter: Typesetter, at: tuple[float, float, float]
) -> Iterator[Shape]:
    """The heads, the rule under them, and hair rules between rows."""
    left, width, top = at
    for index, head in enumerate(heads):
        yield from head.at("series", left + index * (width + BETWEEN), top - 1.5 - head.height)
    y = top
    for index, height in enumerate([0.0, *heights[:-1]]):
        y += height
        if index or heads:
            line, color = (0.12, setter.color("rule")) if index else (0.25, setter.color("accent"))
            yield Box("hair", 0.0, y - line / 2, setter.width, line, color)


def _rows(groups: Sequence[tuple[Mark, ...]], series: int) -> Iterator[tuple[int, Mark]]:
    for index, group in enumerate(groups):
        yield from ((index, mark) for mark in group if mark.series == series)


def _column(
    chart: Chart,
    marks: tuple[Mark, ...],
    rows: dict[Mark, float],
    labels: dict[Mark, SetText],
    setter: Typesetter,
    room: tuple[float, float],
) -> Iterator[Shape]:
    """Figures to the right of the widest one's width, bars from one zero behind them."""
    left, width = room
    figures = max(labels[mark].width for mark in marks)
    known = [mark for mark in marks if mark.role != MISSING]
    fitted = scale([(mark.value, BEYOND[mark.bound]) for mark in known], width - figures - GAP)
    zero = left + figures + GAP + fitted.behind
    look = setter.look.chart
    colors = {mark: setter.color(look.highlight if spotlit(chart, mark) else look.plain) for mark in known}
    for mark in marks:
        middle = rows[mark]
        yield from labels[mark].at(figure_role(mark), left + figures, middle - labels[mark].height / 2, align=1.0)
        if mark.role == MISSING:
            continue
        along = Along(zero, middle - THICK / 2, THICK, backward=mark.value < 0)
        yield from bar(
            along,
            fitted.length(mark.value),
            mark.bound,
            colors[mark],
            setter.color("paper"),
            unsettled=bool(mark.status),
        )
    if any(mark.value < 0 for mark in marks):
        first, last = min(rows.values()), max(rows.values())
        yield Box("zero", zero - 0.1, first - THICK, 0.2, last - first + 2 * THICK, setter.color("grey"))


def needs(chart: Chart) -> Iterator[str]:
    """At most four columns, with one figure of each at most under a name."""
    yield from in_columns(chart, MOST)


def sample() -> Chart:
    """Four goods, their shares and their growth."""
    marks = table(GOODS, ("42", "27", "19", "12"), ("6.1", "-2.4", "8.3", "0.4"))
    measure = "出口构成与增速", "Exports: shares and growth"
    return percentages("table-with-bars", measure, *marks, series=named(SHARE, GROWTH))


KIND = Kind(
    name="table-with-bars",
    words={"zh": "带条形的表格", "en": "Table with bars"},
    shows=msg("figures to look up, a bar beside each"),
    wants="up to four series, each with a unit of its own",
    draw=draw,
    needs=needs,
    native=no_such_chart("table-with-bars"),
    sample=sample,
    sorts=True,
    gaps=True,
    most=80,
    narrowest=lambda chart: 30 + 22 * max(len(chart.series), 1),
    scale="series",
)
