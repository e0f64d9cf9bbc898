"""A plane of time and value: marks stand true to time, the value axis starts at zero, dates stand under their points.

Shared by the kinds that draw a course (line, step). All points carry their figures while there is room; where there is
not, the headline's, the last, the first, the highest and the lowest come first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from reportgen.charts.fit import scale, spread
from reportgen.charts.kind import by_series, called
from reportgen.charts.labels import Field, segments
from reportgen.charts.pen import Block, Pen
from reportgen.charts.shapes import Area, Bounds, Box, Dot, Plot, Point, Shape, Stroke
from reportgen.document import Bound, Chart, Mark

DOT = 1.15  # mm
LINE = 1.8  # points
UNDER = 3.2  # mm between the base line and the dates
BETWEEN = 2.2  # mm between dates
HEADROOM = 2.5  # mm over the highest label
INSET = 3.0  # mm from the plot's sides to the outermost points
END_GAP = 2.5  # mm from the last point to the name of its series
END_WIDTH = 0.24  # of the chart, at most, for the names of series

Dates = list[tuple[int, Block, float]]
"""The mark's place, its date, and where the date's center stands."""

Path = Callable[[tuple[Point, ...]], tuple[Point, ...]]


@dataclass(frozen=True, slots=True)
class Plane:
    """Where the base line is, and every mark's point, in millimeters."""

    base: float
    points: dict[int, Point]  # by the mark's place in the chart


def draw(chart: Chart, pen: Pen, path: Path, *, fill: bool = False) -> Plot:
    """The course of each series, `path` saying how its points are joined."""
    marks = chart.marks
    ends = _end_names(chart, pen)
    right = pen.width - (max(block.width for block in ends.values()) + END_GAP if ends else 0.0)
    labels = {place: pen.label(mark, bold=mark.highlight) for place, mark in enumerate(marks)}
    across = _across(marks, labels, right)
    dates = _dates(marks, pen, across, right)
    under = UNDER + max((block.height for _, block, _ in dates), default=0.0)
    plane = _plane(marks, labels, across, float(pen.look.chart.height) - under)
    shapes = [Box("zero", 0.0, plane.base - 0.1, right, 0.2, pen.color("grey"))]
    shapes += _date_shapes(dates, plane, pen)
    lines: list[tuple[Point, Point]] = []
    dots: list[Dot] = []
    for series, ordered in _courses(chart).items():
        course = path(tuple(plane.points[place] for place in ordered))
        color = _color(chart, pen, series)
        if fill:
            floor = ((course[-1][0], plane.base), (course[0][0], plane.base))
            shapes.append(Area("fill", course + floor, pen.color("tint")))
        if len(course) > 1:
            shapes.append(Stroke("line", course, color, LINE))
        lines += segments(course)
        dots += [_dot(marks[place], plane.points[place], color, pen) for place in ordered]
    field = Field(Bounds(0.0, 0.0, right, plane.base - 0.4), lines, [dot.bounds for dot in dots])
    shapes += dots
    valleys = _valleys(chart)
    for place in _by_weight(chart):
        point, label = plane.points[place], labels[place]
        shapes += field.place(point, DOT, label, pen.color("grey"), below=place in valleys)
    shapes += _end_shapes(ends, chart, plane, pen, right)
    return Plot(tuple(shapes), plane.base + under)


def needs(chart: Chart) -> Iterator[str]:
    """Marks that all have a time or none; no two of a series at one time."""
    timed = [mark for mark in chart.marks if mark.when is not None]
    if timed and len(timed) < len(chart.marks):
        untimed = next(mark for mark in chart.marks if mark.when is None)
        yield f"mark {called(untimed)} has no date while others have: give each one, or none"
    for marks in by_series(chart.marks).values():
        seen: set[Decimal] = set()
        for mark in marks:
            if mark.when is not None and mark.when in seen:
                yield f"two marks stand at the time of {called(mark)}: a chart of kind '{chart.kind}' shows one at a time"
            seen.update([mark.when] if mark.when is not None else [])


def _across(marks: tuple[Mark, ...], labels: dict[int, Block], right: float) -> dict[int, float]:
    """How far from the left each mark stands, true to time."""
    times = [_time(marks, place) for place in range(len(marks))]
    first, last = times.index(min(times)), times.index(max(times))
    low, high = INSET + labels[first].width / 4, right - INSET - labels[last].width / 4
    span = times[last] - times[first]
    return {
        place: low + (high - low) * float((time - times[first]) / span if span else Decimal("0.5"))
        for place, time in enumerate(times)
    }


def _plane(marks: tuple[Mark, ...], labels: dict[int, Block], across: dict[int, float], height: float) -> Plane:
    """The points at the largest scale that leaves room for the labels."""
    fitted = scale([(mark.value, labels[place].height + HEADROOM + DOT) for place, mark in enumerate(marks)], height)
    base = height - fitted.behind
    ups = [fitted.length(mark.value) * (-1 if mark.value < 0 else 1) for mark in marks]
    return Plane(base, {place: (across[place], base - up) for place, up in enumerate(ups)})


def _time(marks: tuple[Mark, ...], place: int) -> Decimal:
    """A mark's time; where no mark has one, names stand evenly in the order they are first told."""
    when = marks[place].when
    if when is not None:
        return when
    names = list(dict.fromkeys(mark.name for mark in marks))
    return Decimal(names.index(marks[place].name))


def _courses(chart: Chart) -> dict[int, list[int]]:
    """The places of each series' marks in the order of time."""
    courses: dict[int, list[int]] = {}
    for place in sorted(range(len(chart.marks)), key=lambda place: (_time(chart.marks, place), place)):
        courses.setdefault(chart.marks[place].series, []).append(place)
    return dict(sorted(courses.items()))


def _color(chart: Chart, pen: Pen, series: int) -> str:
    return pen.series(series) if len(chart.series) > 1 else pen.color(pen.look.chart.highlight)


def _dot(mark: Mark, point: Point, color: str, pen: Pen) -> Dot:
    """A full dot for an exact figure, a hollow one for any other."""
    return Dot("dot", *point, DOT, color, "" if mark.bound is Bound.EXACT else pen.color("paper"))


def _by_weight(chart: Chart) -> list[int]:
    """The places of the marks, those that must be labeled before the others."""
    marks = chart.marks
    ends = [end for course in _courses(chart).values() for end in (course[-1], course[0])]
    lit = [place for place, mark in enumerate(marks) if mark.highlight]
    by_value = sorted(range(len(marks)), key=lambda place: marks[place].value)
    return list(dict.fromkeys([*lit, *ends, by_value[-1], by_value[0], *range(len(marks))]))


def _valleys(chart: Chart) -> set[int]:
    """The places of marks that are lower than both their neighbors."""
    value = [mark.value for mark in chart.marks]
    return {
        here
        for course in _courses(chart).values()
        for before, here, after in zip(course, course[1:], course[2:], strict=False)
        if value[before] > value[here] < value[after]
    }


# ---- dates under the base line -------------------------------------------------------


def _dates(marks: tuple[Mark, ...], pen: Pen, across: dict[int, float], right: float) -> Dates:
    """The dates that one row has room for, in the order of time: the last, the first, the headline's, then the others.

    Dates that would touch a neighbor are set in narrow columns, then all give way to each other.
    """
    blocks = {place: pen.tick(marks[place].name, width=0.45 * right) for place in _named(marks)}
    for place in _touching(blocks, across):
        blocks[place] = pen.tick(marks[place].name, narrow=True)
    order = list(blocks)
    lit = [place for place in order if marks[place].highlight]
    kept: list[int] = []
    room = right
    for place in dict.fromkeys([*order[-1:], *order[:1], *lit, *_evenly(order)]):
        if blocks[place].width + BETWEEN <= room:
            kept.append(place)
            room -= blocks[place].width + BETWEEN
    kept.sort(key=order.index)
    widths = [blocks[place].width + BETWEEN for place in kept]
    centers = spread([across[place] for place in kept], widths, -BETWEEN / 2, right + BETWEEN / 2)
    return [(place, blocks[place], center) for place, center in zip(kept, centers, strict=True)]


def _named(marks: tuple[Mark, ...]) -> list[int]:
    """The first mark with a name at each time, in the order of time."""
    firsts = {_time(marks, place): place for place in reversed(range(len(marks))) if marks[place].name}
    return [firsts[time] for time in sorted(firsts)]


def _touching(blocks: dict[int, Block], across: dict[int, float]) -> set[int]:
    """The dates that would touch a neighbor if each stood under its point."""
    return {
        place
        for one, other in pairwise(blocks)
        if across[other] - across[one] < (blocks[one].width + blocks[other].width) / 2 + BETWEEN
        for place in (one, other)
    }


def _evenly(order: list[int]) -> list[int]:
    """The places with every second one first, then every second of the rest, so that what is left out lies evenly."""
    if len(order) < 3:
        return order
    return [*_evenly(order[::2]), *order[1::2]]


def _date_shapes(dates: Dates, plane: Plane, pen: Pen) -> Iterator[Shape]:
    """Each date under its point; where dates give way to each other, a slanting hair line keeps the connection."""
    for x, _ in plane.points.values():
        yield Box("tick", x - 0.1, plane.base, 0.2, 1.2, pen.color("grey"))
    for place, block, center in dates:
        x = plane.points[place][0]
        if abs(x - center) > block.width / 2:
            yield Stroke("leader", ((x, plane.base + 1.2), (center, plane.base + UNDER - 0.2)), pen.color("grey"), 0.5)
        yield from block.at("date", center, plane.base + UNDER, align=0.5)


# ---- names of series at their ends ----------------------------------------------------


def _end_names(chart: Chart, pen: Pen) -> dict[int, Block]:
    if len(chart.series) < 2:
        return {}
    return {series: pen.name(chart.series[series], width=END_WIDTH * pen.width) for series in _courses(chart)}


def _end_shapes(ends: dict[int, Block], chart: Chart, plane: Plane, pen: Pen, right: float) -> Iterator[Shape]:
    order = sorted(ends, key=lambda series: plane.points[_courses(chart)[series][-1]][1])
    wanted = [plane.points[_courses(chart)[series][-1]][1] for series in order]
    centers = spread(wanted, [ends[series].height + 1.0 for series in order], 0.0, plane.base)
    for series, y, center in zip(order, wanted, centers, strict=True):
        x = plane.points[_courses(chart)[series][-1]][0]
        color = pen.series(series)
        yield Stroke("leader", ((x + DOT + 0.4, y), (right + END_GAP - 0.6, center)), color, 0.5)
        yield from ends[series].at("series", right + END_GAP, center - ends[series].height / 2)
