"""One small picture a series, all on one scale of time and, where they share a unit, of value: shapes to compare."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.drawing.labels import LabelRoom, segments
from reportgen.charts.drawing.scales import ValueSpan, stretched
from reportgen.charts.drawing.shapes import Area, Bounds, Box, Dot, Plot, Point, Shape, Stroke, moved
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.kind import Kind, no_such_chart
from reportgen.charts.marks import by_series, courses, spotlit, times, unbroken
from reportgen.charts.needs import several_series, timed_or_named
from reportgen.charts.sample import GOODS, GROWTH, named, percentages, years
from reportgen.charts.sentences import course
from reportgen.document import Bound, Chart, Mark
from reportgen.messages import msg
from reportgen.records import record

MOST = 12  # series
NARROWEST = 34.0  # mm: a panel
ACROSS = 4  # panels in a row, at most
BETWEEN, AIR = 6.0, 5.0  # mm between panels, across and down
PLOT = 26.0  # mm: the height of a panel's plot
HEAD, UNDER = 1.5, 1.4  # mm under the name of a panel, over its dates
DOT = 0.9
LINE = 1.5  # points


@record
class Panel:
    """A series with its name, and where each of its marks stands within the plot."""

    marks: tuple[Mark, ...]
    title: SetText
    points: dict[Mark, Point]
    zero: float


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """Panels in rows as even as can be, in the order of the series."""
    panels_of = courses(chart)
    most = min(ACROSS, int((setter.width + BETWEEN) / (NARROWEST + BETWEEN)))
    down = -(-len(panels_of) // most)
    across = -(-len(panels_of) // down)
    width = (setter.width - BETWEEN * (across - 1)) / across
    moments = times(chart)
    span = stretched([(time, DOT, DOT) for time in moments.values()], 0.0, width)
    shared = _upward(tuple(chart.marks), setter) if chart.unit is not None else None
    panels = [
        _panel(chart, series, marks, setter, width, {mark: span.at(moments[mark]) for mark in marks}, shared)
        for series, marks in panels_of.items()
    ]
    shapes: list[Shape] = []
    y, left_out = 0.0, 0
    for start in range(0, len(panels), across):
        row = panels[start : start + across]
        head = max(panel.title.height for panel in row) + HEAD
        foot = 0.0
        for index, panel in enumerate(row):
            x = index * (width + BETWEEN)
            shapes += panel.title.at("series", x, y + head - HEAD - panel.title.height)
            drawn, under, missed = _plot(chart, panel, setter, width)
            shapes += moved(drawn, x, y + head)
            foot = max(foot, under)
            left_out += missed
        y += head + foot + AIR
    return Plot(tuple(shapes), y - AIR, left_out)


def _upward(marks: tuple[Mark, ...], setter: Typesetter) -> ValueSpan:
    """The scale of value, from zero, with room over the highest mark for its figure; upward is negative."""
    items = [(mark.value, 0.0, setter.label(mark).height + 1.5 + DOT) for mark in marks if mark.value >= 0]
    items += [(mark.value, setter.label(mark).height + 1.5 + DOT, 0.0) for mark in marks if mark.value < 0]
    return stretched([*items, (Decimal(0), 0.0, 0.0)], -PLOT, 0.0)


def _panel(
    chart: Chart,
    series: int,
    marks: tuple[Mark, ...],
    setter: Typesetter,
    width: float,
    across: dict[Mark, float],
    shared: ValueSpan | None,
) -> Panel:
    span = shared or _upward(marks, setter)
    name = chart.series[series] if chart.series else ()
    title = setter.set(
        name, size=float(setter.look.chart.label), second=float(setter.look.chart.second), bold=True, width=width
    )
    points = {mark: (across[mark], -span.at(mark.value)) for mark in marks}
    return Panel(marks, title, points, -span.at(Decimal(0)))


def _plot(chart: Chart, panel: Panel, setter: Typesetter, width: float) -> tuple[list[Shape], float, int]:
    """The course, its last and first figures, its highest and lowest where there is room; its first and last dates."""
    lit = any(spotlit(chart, mark) for mark in panel.marks)
    color = setter.color(setter.look.chart.highlight if lit else "grey")
    pieces = unbroken(panel.marks)
    lines = [tuple(panel.points[mark] for mark in piece) for piece in pieces]
    shapes: list[Shape] = []
    for line in lines:
        floor = ((line[-1][0], panel.zero), (line[0][0], panel.zero))
        if len(line) > 1:
            shapes.append(Area("fill", line + floor, setter.color("tint")))
    shapes.append(Box("zero", 0.0, panel.zero - 0.1, width, 0.2, setter.color("grey")))
    shapes += (Stroke("line", line, color, LINE) for line in lines if len(line) > 1)
    order = _weighty(panel.marks)
    settled = [mark for mark in order if mark.bound is Bound.EXACT and not mark.status]
    dots = {
        mark: Dot("dot", *panel.points[mark], DOT, color, "" if mark in settled else setter.color("paper"))
        for mark in order
    }
    shapes += dots.values()
    edges = Bounds(0.0, -0.5, width, PLOT + 0.5)
    field = LabelRoom(
        edges, [piece for line in lines for piece in segments(line)], [dot.bounds for dot in dots.values()]
    )
    field.lines.append(((0.0, panel.zero), (width, panel.zero)))
    missed = 0
    for mark in order:
        label = tuple(
            field.place(
                panel.points[mark],
                DOT,
                setter.label(mark, bold=mark is order[0]),
                setter.color("grey"),
                below=False,
                far=False,
            )
        )
        missed += not label and mark is order[0]
        shapes += label
    dates = list(_dates(panel, setter, width))
    shapes += dates
    foot = max((shape.bounds.bottom for shape in dates), default=PLOT)
    return shapes, foot, missed


def _weighty(marks: tuple[Mark, ...]) -> list[Mark]:
    by_value = sorted(marks, key=lambda mark: mark.value)
    lit = [mark for mark in marks if mark.highlight]
    return list(dict.fromkeys([marks[-1], marks[0], *lit, by_value[-1], by_value[0]]))


def _dates(panel: Panel, setter: Typesetter, width: float) -> Iterator[Shape]:
    ends = (panel.marks[0], 0.0), (panel.marks[-1], 1.0)
    for mark, align in ends[: len(panel.marks)]:
        block = setter.tick(mark.name, width=0.48 * width)
        x = panel.points[mark][0]
        x = min(max(x - align * block.width, 0.0), width - block.width) + align * block.width
        yield from block.at("date", x, PLOT + UNDER, align)


def needs(chart: Chart) -> Iterator[str]:
    """Two to twelve series over time, or over the same names."""
    yield from several_series(chart, MOST)
    yield from timed_or_named(chart)
    for marks in by_series(chart.marks).values():
        if len(marks) < 2:
            yield msg("each series of a chart of kind '{kind}' needs at least two figures", kind=chart.kind)


def sample() -> Chart:
    """Four goods over five years, each alone."""
    columns = (
        ("4.2", "5.1", "2.3", "6.4", "7.9"),
        ("6.1", "3.2", "2.8", "2.4", "1.9"),
        ("1.1", "2.9", "3.4", "5.2", "4.9"),
        ("3.2", "2.2", "0.4", "1.8", "3.1"),
    )
    return percentages("small-multiples", GROWTH, *years(2020, *columns), series=named(*GOODS))


KIND = Kind(
    name="small-multiples",
    words={"zh": "分面折线图", "en": "Small line charts"},
    shows=msg("a small course each, on one scale"),
    wants="two to twelve series",
    draw=draw,
    needs=needs,
    tells=course,
    native=no_such_chart("small-multiples"),
    sample=sample,
    most=400,
    timed=True,
    scale="series",
)
