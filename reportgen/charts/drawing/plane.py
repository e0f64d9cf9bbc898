"""A plane of time and value: marks stand true to time, the value axis starts at zero, dates stand under their points.

Shared by the kinds that draw a course (line, step). Every point carries its figure as long as all find room beside
their points. Where they do not, the headline's carry theirs, and of a single course its ends, its highest and its
lowest; lines across the plane at round values let the others be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from reportgen.charts.alt_text import named_figure
from reportgen.charts.drawing.dates import Dates, dates, ticks_at
from reportgen.charts.drawing.labels import Field, segments
from reportgen.charts.drawing.scales import Scale, scale, spread
from reportgen.charts.drawing.shapes import Area, Bounds, Box, Dot, Plot, Point, Shape, Stroke, Text
from reportgen.charts.drawing.ticks import ticks
from reportgen.charts.drawing.typesetter import Block, Pen
from reportgen.charts.kind import by_series, called
from reportgen.document import Bound, Chart, Mark, Words

DOT = 1.15  # mm
LINE = 1.6  # points
HEADROOM = 2.5  # mm over the highest label
INSET = 3.0  # mm from the plot's sides to the outermost points
TICK_GAP = 2.0  # mm from the words of the value axis to the plot
END_GAP = 4.0  # mm from the plot to the names of series at its right
END_WIDTH = 0.26  # of the chart, at most, for the names of series
MOST = 240  # marks
MOST_TRIED = 40  # marks whose labels are tried for; of more, only the weightiest
MOST_LABELED = 2  # series; more leave it unclear whose a figure is
MOST_SERIES = 5
NOWHERE: Mapping[Mark, float] = MappingProxyType({})
FEW = 8  # marks that may have labels further off, led to by hair lines

Path = Callable[[tuple[Point, ...]], tuple[Point, ...]]
"""How the points of a course are joined: the corners of the line."""


@dataclass(frozen=True, slots=True)
class Plane:
    """The laid-out axes: the edges of the plot, every mark's point, and what stands around."""

    left: float
    right: float
    zero: float
    foot: float  # the lowest point of the plot; zero itself where no figure is below it
    points: Mapping[Mark, Point]
    dates: Dates
    ticks: tuple[tuple[float, Block], ...]
    ends: Mapping[Mark, Block]  # what stands at the right of a series' last mark


def draw(chart: Chart, pen: Pen, path: Path, *, fill: bool = False) -> Plot:
    """The course of each series, labeled at every point if that can be, else at the weightiest."""
    if len(chart.series) <= MOST_LABELED and len(chart.marks) <= MOST_TRIED:
        plane = lay(chart, pen, crowded=False)
        field = _field(chart, plane, pen, path)
        far = len(chart.marks) <= FEW
        labels = [
            _labeled(mark, chart, plane, field, pen, far=far) for mark in _by_weight(chart) if mark not in plane.ends
        ]
        if all(labels):
            return _painted(chart, pen, plane, path, labels, fill=fill)
    plane = lay(chart, pen, crowded=True)
    field = _field(chart, plane, pen, path)
    labels = [_labeled(mark, chart, plane, field, pen, far=True) for mark in _weighty(chart) if mark not in plane.ends]
    return _painted(chart, pen, plane, path, [(*_clearing(label, pen), *label) for label in labels], fill=fill)


def needs(chart: Chart) -> Iterator[str]:
    """At least two marks that all have a time or none; no two of a series at one time."""
    if len(chart.marks) < 2:
        yield f"a chart of kind '{chart.kind}' needs at least two figures: use cards for one"
    if len(chart.series) > MOST_SERIES:
        yield f"a chart of kind '{chart.kind}' shows at most {MOST_SERIES} series, here are {len(chart.series)}"
    yield from timed_or_named(chart)


def timed_or_named(chart: Chart) -> Iterator[str]:
    """Marks of which some have a time and some none, all at one moment, or two of a series at one."""
    timed = [mark for mark in chart.marks if mark.when is not None]
    if timed and len(timed) < len(chart.marks):
        untimed = next(mark for mark in chart.marks if mark.when is None)
        yield f"mark {called(untimed)} has no date while others have: give each one, or none"
    elif len(chart.marks) > 1 and len(set(times(chart).values())) < 2:
        yield f"a chart of kind '{chart.kind}' needs figures of two moments at least, here all are of one"
    for marks in by_series(chart.marks).values():
        seen: set[Decimal | Words] = set()
        for mark in marks:
            time = mark.when if mark.when is not None else mark.name
            if time in seen:
                yield f"two figures stand at the time of {called(mark)}: a chart of kind '{chart.kind}' shows one"
            seen.add(time)


# ---- axes --------------------------------------------------------------------------------


def lay(chart: Chart, pen: Pen, *, crowded: bool) -> Plane:
    """The axes in the room that words at the left, right and foot leave."""
    words = [(value, pen.tick(told)) for value, told in (ticks(chart) if crowded else ())]
    left = max((block.width for _, block in words), default=-TICK_GAP) + TICK_GAP
    ends = _ends(chart, pen, crowded=crowded)
    right = pen.width - (max(block.width for block in ends.values()) + END_GAP if ends else 0.0)
    across = _across(chart, pen, left, right, ended=bool(ends))
    told = dates({across[mark]: mark for mark in reversed(chart.marks)}, pen, left, right)
    height = float(pen.look.chart.height) - told.height
    fitted = scale([(mark.value, pen.label(mark).height + HEADROOM + DOT) for mark in chart.marks], height)
    zero = height - fitted.behind
    points = {mark: (across[mark], zero - _up(mark.value, fitted)) for mark in chart.marks}
    return Plane(
        left,
        right,
        zero,
        height,
        points,
        told,
        tuple((zero - _up(value, fitted), block) for value, block in words),
        ends,
    )


def _up(value: Decimal, fitted: Scale) -> float:
    return -fitted.length(value) if value < 0 else fitted.length(value)


def _across(chart: Chart, pen: Pen, left: float, right: float, *, ended: bool) -> dict[Mark, float]:
    """How far from the left each mark stands, true to time; half its figure's width stays free at both ends."""
    moments = times(chart)
    first, last = min(chart.marks, key=moments.__getitem__), max(chart.marks, key=moments.__getitem__)
    low = left + max(INSET, pen.label(first).width / 2 + 0.4)
    high = right - max(INSET, pen.label(last).width / 2 + 0.4 if not ended else 0.0)
    span = moments[last] - moments[first]
    return {mark: low + (high - low) * float((moments[mark] - moments[first]) / span) for mark in chart.marks}


def times(chart: Chart) -> dict[Mark, Decimal]:
    """Each mark's time; where marks have none, their names stand evenly in the order they are first told."""
    names = list(dict.fromkeys(mark.name for mark in chart.marks))
    return {mark: mark.when if mark.when is not None else Decimal(names.index(mark.name)) for mark in chart.marks}


def courses(chart: Chart) -> dict[int, tuple[Mark, ...]]:
    """Each series' marks in the order of time."""
    moments = times(chart)
    return {series: tuple(sorted(marks, key=moments.__getitem__)) for series, marks in by_series(chart.marks).items()}


# ---- the names of series at the ends of their courses ----------------------------------------


def _ends(chart: Chart, pen: Pen, *, crowded: bool) -> dict[Mark, Block]:
    """What stands at the right of each last mark: the name of one of several series, and its figure; in a crowded
    plane the figure of the only one."""
    last = [course[-1] for course in courses(chart).values()]
    if len(chart.series) < 2:
        return {mark: pen.label(mark, bold=mark.highlight, width=END_WIDTH * pen.width) for mark in last if crowded}
    return {mark: pen.name(_named(chart, mark), width=END_WIDTH * pen.width) for mark in last}


def _named(chart: Chart, mark: Mark) -> Words:
    figure = dict(mark.label)
    return tuple(
        (language, named_figure(name, figure[language], language)) for language, name in chart.series[mark.series]
    )


def end_shapes(
    chart: Chart, plane: Plane, pen: Pen, middles: Mapping[Mark, float] = NOWHERE
) -> Iterator[Stroke | Text]:
    """The words at the right, each as near as can be to its last point, or to the middle of its band."""
    order = sorted(plane.ends, key=lambda mark: middles.get(mark, plane.points[mark][1]))
    heights = [plane.ends[mark].height + 0.8 for mark in order]
    wanted = [middles.get(mark, plane.points[mark][1]) for mark in order]
    centers = spread(wanted, heights, 0.0, plane.foot + plane.dates.height)
    role = "series" if len(chart.series) > 1 else "label"
    for mark, center in zip(order, centers, strict=True):
        x, y = plane.points[mark][0], middles.get(mark, plane.points[mark][1])
        start, end = (x + DOT + 0.4, y), (plane.right + END_GAP - 0.8, center)
        yield Stroke("leader", (start, end), _color(chart, pen, mark.series), 0.75)
        yield from plane.ends[mark].at(role, plane.right + END_GAP, center - plane.ends[mark].height / 2)


# ---- labels ------------------------------------------------------------------------------------


def _by_weight(chart: Chart) -> list[Mark]:
    """The marks, those that must be labeled before the others."""
    return list(dict.fromkeys([*_weighty(chart), *chart.marks]))


def _weighty(chart: Chart) -> list[Mark]:
    """The marks that carry their figures when not all can: the headline's, and in one series the ends and extremes."""
    lit = [mark for mark in chart.marks if mark.highlight]
    if len(chart.series) > 1:
        return lit
    (course,) = courses(chart).values()
    by_value = sorted(course, key=lambda mark: mark.value)
    return list(dict.fromkeys([*lit, course[-1], course[0], by_value[-1], by_value[0]]))


def _field(chart: Chart, plane: Plane, pen: Pen, path: Path) -> Field:
    """The room for labels, with the courses, points, ends and value axis that they must keep clear of."""
    lines = [segment for _, corners in _corners(chart, plane, path) for segment in segments(corners)]
    ends = [
        segment
        for shape in end_shapes(chart, plane, pen)
        if isinstance(shape, Stroke)
        for segment in segments(shape.points)
    ]
    dots = [_dot(mark, point, "", "").bounds for mark, point in plane.points.items()]
    return Field(Bounds(plane.left, 0.0, plane.right, plane.foot - 0.4), [*lines, *ends, *_zero(plane)], dots)


def _zero(plane: Plane) -> Iterator[tuple[Point, Point]]:
    """The line at zero where it runs through the plot, with figures below it."""
    if plane.foot > plane.zero:
        yield (plane.left, plane.zero), (plane.right, plane.zero)


def _labeled(mark: Mark, chart: Chart, plane: Plane, field: Field, pen: Pen, *, far: bool) -> tuple[Shape, ...]:
    label = pen.label(mark, bold=mark.highlight)
    course = courses(chart)[mark.series]
    place = course.index(mark)
    valley = 0 < place < len(course) - 1 and course[place - 1].value > mark.value < course[place + 1].value
    return tuple(field.place(plane.points[mark], DOT, label, pen.color("grey"), below=valley, far=far))


def _clearing(label: tuple[Shape, ...], pen: Pen) -> Iterator[Shape]:
    """Paper under a label's lines, so that the lines across the plane do not run through it."""
    for shape in label:
        if isinstance(shape, Text):
            left, top, right, bottom = shape.bounds
            yield Box("clearing", left - 0.4, top, right - left + 0.8, bottom - top, pen.color("paper"))


# ---- the picture ---------------------------------------------------------------------------------


def _corners(chart: Chart, plane: Plane, path: Path) -> list[tuple[int, tuple[Point, ...]]]:
    """The corners of every unbroken line, with its series."""
    return [
        (series, path(tuple(plane.points[mark] for mark in piece)))
        for series, course in courses(chart).items()
        for piece in unbroken(course)
    ]


def unbroken(course: tuple[Mark, ...]) -> list[tuple[Mark, ...]]:
    """A course cut where figures are missing."""
    cuts = [0, *(place for place, mark in enumerate(course) if mark.gap and place), len(course)]
    return [course[start:end] for start, end in pairwise(cuts)]


def _painted(chart: Chart, pen: Pen, plane: Plane, path: Path, labels: list[tuple[Shape, ...]], *, fill: bool) -> Plot:
    drawn = _corners(chart, plane, path)
    shapes: list[Shape] = []
    if fill:
        for _, corners in drawn:
            floor = ((corners[-1][0], plane.zero), (corners[0][0], plane.zero))
            shapes.append(Area("fill", corners + floor, pen.color("tint")))
    shapes += grid(plane, pen)
    shapes += axes(plane, pen)
    shapes += (Stroke("line", line, _color(chart, pen, series), LINE) for series, line in drawn if len(line) > 1)
    paper = pen.color("paper")
    shapes += (_dot(mark, point, _color(chart, pen, mark.series), paper) for mark, point in plane.points.items())
    shapes += (shape for label in labels for shape in label)
    shapes += end_shapes(chart, plane, pen)
    return Plot(tuple(shapes), plane.foot + plane.dates.height)


def grid(plane: Plane, pen: Pen) -> Iterator[Shape]:
    """Hair lines across the plot at round values."""
    for y, _ in plane.ticks:
        if abs(y - plane.zero) > 0.1:
            yield Box("grid", plane.left, y - 0.06, plane.right - plane.left, 0.12, pen.color("rule"))


def axes(plane: Plane, pen: Pen) -> Iterator[Shape]:
    """The round values at the left, the line at zero, and the dates under it."""
    for y, block in plane.ticks:
        yield from block.at("value", plane.left - TICK_GAP, y - block.height / 2, align=1.0)
    yield Box("zero", plane.left, plane.zero - 0.1, plane.right - plane.left, 0.2, pen.color("grey"))
    yield from ticks_at({x: mark for mark, (x, _) in plane.points.items()}, plane.foot, pen)
    yield from plane.dates.shapes(plane.foot, pen)


def _color(chart: Chart, pen: Pen, series: int) -> str:
    return pen.series(series) if len(chart.series) > 1 else pen.color(pen.look.chart.highlight)


def _dot(mark: Mark, point: Point, color: str, paper: str) -> Dot:
    """A full dot for a settled exact figure, a hollow one for any other."""
    return Dot("dot", *point, DOT, color, "" if mark.bound is Bound.EXACT and not mark.status else paper)
