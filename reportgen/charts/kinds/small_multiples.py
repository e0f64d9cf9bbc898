"""One small picture a series, all on one scale of time and, where they share a unit, of value: shapes to compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from reportgen.charts.drawing import plane
from reportgen.charts.drawing.labels import Field, segments
from reportgen.charts.drawing.scales import Span, stretched
from reportgen.charts.drawing.shapes import Area, Bounds, Box, Dot, Plot, Point, Shape, Stroke, moved
from reportgen.charts.drawing.typesetter import Block, Pen, spotlit
from reportgen.charts.kind import Kind, by_series
from reportgen.document import Bound, Chart, Mark

MOST = 12  # series
NARROWEST = 34.0  # mm: a panel
ACROSS = 4  # panels in a row, at most
BETWEEN, AIR = 6.0, 5.0  # mm between panels, across and down
PLOT = 26.0  # mm: the height of a panel's plot
HEAD, UNDER = 1.5, 1.4  # mm under the name of a panel, over its dates
DOT = 0.9
LINE = 1.5  # points


@dataclass(frozen=True, slots=True)
class Panel:
    """A series with its name, and where each of its marks stands within the plot."""

    marks: tuple[Mark, ...]
    title: Block
    points: dict[Mark, Point]
    zero: float


def draw(chart: Chart, pen: Pen) -> Plot:
    """Panels in rows as even as can be, in the order of the series."""
    courses = plane.courses(chart)
    most = min(ACROSS, int((pen.width + BETWEEN) / (NARROWEST + BETWEEN)))
    down = -(-len(courses) // most)
    across = -(-len(courses) // down)
    width = (pen.width - BETWEEN * (across - 1)) / across
    times = plane.times(chart)
    span = stretched([(time, DOT, DOT) for time in times.values()], 0.0, width)
    shared = _upward(tuple(chart.marks), pen) if chart.unit is not None else None
    panels = [
        _panel(chart, series, marks, pen, width, {mark: span.at(times[mark]) for mark in marks}, shared)
        for series, marks in courses.items()
    ]
    shapes: list[Shape] = []
    y, left_out = 0.0, 0
    for start in range(0, len(panels), across):
        row = panels[start : start + across]
        head = max(panel.title.height for panel in row) + HEAD
        foot = 0.0
        for place, panel in enumerate(row):
            x = place * (width + BETWEEN)
            shapes += panel.title.at("series", x, y + head - HEAD - panel.title.height)
            drawn, under, missed = _plot(chart, panel, pen, width)
            shapes += moved(drawn, x, y + head)
            foot = max(foot, under)
            left_out += missed
        y += head + foot + AIR
    return Plot(tuple(shapes), y - AIR, left_out)


def _upward(marks: tuple[Mark, ...], pen: Pen) -> Span:
    """The scale of value, from zero, with room over the highest mark for its figure; upward is negative."""
    items = [(mark.value, 0.0, pen.label(mark).height + 1.5 + DOT) for mark in marks if mark.value >= 0]
    items += [(mark.value, pen.label(mark).height + 1.5 + DOT, 0.0) for mark in marks if mark.value < 0]
    return stretched([*items, (Decimal(0), 0.0, 0.0)], -PLOT, 0.0)


def _panel(
    chart: Chart,
    series: int,
    marks: tuple[Mark, ...],
    pen: Pen,
    width: float,
    across: dict[Mark, float],
    shared: Span | None,
) -> Panel:
    span = shared or _upward(marks, pen)
    name = chart.series[series] if chart.series else ()
    title = pen.set(name, size=float(pen.look.chart.label), second=float(pen.look.chart.second), bold=True, width=width)
    points = {mark: (across[mark], -span.at(mark.value)) for mark in marks}
    return Panel(marks, title, points, -span.at(Decimal(0)))


def _plot(chart: Chart, panel: Panel, pen: Pen, width: float) -> tuple[list[Shape], float, int]:
    """The course, its last and first figures, its highest and lowest where there is room; its first and last dates."""
    lit = any(spotlit(chart, mark) for mark in panel.marks)
    color = pen.color(pen.look.chart.highlight if lit else "grey")
    pieces = plane.unbroken(panel.marks)
    lines = [tuple(panel.points[mark] for mark in piece) for piece in pieces]
    shapes: list[Shape] = []
    for line in lines:
        floor = ((line[-1][0], panel.zero), (line[0][0], panel.zero))
        if len(line) > 1:
            shapes.append(Area("fill", line + floor, pen.color("tint")))
    shapes.append(Box("zero", 0.0, panel.zero - 0.1, width, 0.2, pen.color("grey")))
    shapes += (Stroke("line", line, color, LINE) for line in lines if len(line) > 1)
    order = _weighty(panel.marks)
    settled = [mark for mark in order if mark.bound is Bound.EXACT and not mark.status]
    dots = {
        mark: Dot("dot", *panel.points[mark], DOT, color, "" if mark in settled else pen.color("paper"))
        for mark in order
    }
    shapes += dots.values()
    edges = Bounds(0.0, -0.5, width, PLOT + 0.5)
    field = Field(edges, [piece for line in lines for piece in segments(line)], [dot.bounds for dot in dots.values()])
    field.lines.append(((0.0, panel.zero), (width, panel.zero)))
    missed = 0
    for mark in order:
        label = tuple(
            field.place(
                panel.points[mark],
                DOT,
                pen.label(mark, bold=mark is order[0]),
                pen.color("grey"),
                below=False,
                far=False,
            )
        )
        missed += not label and mark is order[0]
        shapes += label
    dates = list(_dates(panel, pen, width))
    shapes += dates
    foot = max((shape.bounds.bottom for shape in dates), default=PLOT)
    return shapes, foot, missed


def _weighty(marks: tuple[Mark, ...]) -> list[Mark]:
    by_value = sorted(marks, key=lambda mark: mark.value)
    lit = [mark for mark in marks if mark.highlight]
    return list(dict.fromkeys([marks[-1], marks[0], *lit, by_value[-1], by_value[0]]))


def _dates(panel: Panel, pen: Pen, width: float) -> Iterator[Shape]:
    ends = (panel.marks[0], 0.0), (panel.marks[-1], 1.0)
    for mark, align in ends[: len(panel.marks)]:
        block = pen.tick(mark.name, width=0.48 * width)
        x = panel.points[mark][0]
        x = min(max(x - align * block.width, 0.0), width - block.width) + align * block.width
        yield from block.at("date", x, PLOT + UNDER, align)


def needs(chart: Chart) -> Iterator[str]:
    """Two to twelve series over time, or over the same names."""
    if not 2 <= len(chart.series) <= MOST:
        yield f"a chart of kind '{chart.kind}' needs two to {MOST} series, here are {max(len(chart.series), 1)}"
    yield from plane.timed_or_named(chart)
    for marks in by_series(chart.marks).values():
        if len(marks) < 2:
            yield f"each series of a chart of kind '{chart.kind}' needs at least two figures"


SMALL_MULTIPLES = Kind(draw, needs, most=400, timed=True, scale="series")
