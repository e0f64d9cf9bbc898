"""A plane of time and value: marks stand true to time, the value axis starts at zero unless the author sets it
otherwise, dates stand under their points.

Shared by the kinds that draw a course (line, step). Every point carries its figure as long as all find room beside
their points. Where they do not, the headline's carry theirs, and of a single course its ends, its highest and its
lowest; lines across the plane at round values let the others be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from reportgen.charts.drawing.dates import Dates, dates, ticks_at
from reportgen.charts.drawing.guide_marks import (
    Flags,
    GuideBlocks,
    flags,
    guide_blocks,
    level_bands,
    level_line,
    middle_of,
)
from reportgen.charts.drawing.labels import LabelRoom, segments
from reportgen.charts.drawing.scales import scale, spread, stretched
from reportgen.charts.drawing.shapes import Area, Bounds, Box, Dot, Plot, Point, Shape, Stroke, TextShape
from reportgen.charts.drawing.ticks import ticks
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.drawing.value_axis import axis_steps, axis_ticks, guide_values
from reportgen.charts.marks import courses, forecast_parted, times, unbroken
from reportgen.charts.sentences import named_figure
from reportgen.document import Bound, Chart, Guide, Mark, Words
from reportgen.records import record

DOT = 1.15  # mm
LINE = 1.6  # points
HEADROOM = 2.5  # mm over the highest label
INSET = 3.0  # mm from the plot's sides to the outermost points
TICK_GAP = 2.0  # mm from the words of the value axis to the plot
END_GAP = 4.0  # mm from the plot to the names of series at its right
END_WIDTH = 0.26  # of the chart, at most, for the names of series
MOST_TRIED = 40  # marks whose labels are tried for; of more, only the weightiest
MOST_LABELED = 2  # series; more leave it unclear whose a figure is
NOWHERE: Mapping[Mark, float] = MappingProxyType({})
FEW = 8  # marks that may have labels further off, led to by hair lines

Joining = Callable[[tuple[Point, ...]], tuple[Point, ...]]
"""How the points of a course are joined: the corners of the line."""


@record
class Plane:
    """The laid-out axes: the edges of the plot, every mark's point, and what stands around."""

    left: float
    right: float
    zero: float  # the line that courses stand on: zero, or the foot of an axis that starts elsewhere
    foot: float  # the lowest point of the plot; zero itself where no figure is below it
    at: Callable[[Decimal], float]  # the height of a value
    across: Callable[[Guide], tuple[float, float]]  # where an event starts and ends
    flags: Flags  # what happened when
    guides: GuideBlocks  # the lines and bands of values, and their words at the right
    points: Mapping[Mark, Point]
    dates: Dates
    ticks: tuple[tuple[float, SetText], ...]
    ends: Mapping[Mark, SetText]  # what stands at the right of a series' last mark


def draw(chart: Chart, setter: Typesetter, path: Joining, *, fill: bool = False) -> Plot:
    """The course of each series, labeled at every point if that can be, else at the weightiest."""
    if len(chart.series) <= MOST_LABELED and len(chart.marks) <= MOST_TRIED:
        plane = lay(chart, setter, crowded=False)
        field = _field(chart, plane, setter, path)
        far = len(chart.marks) <= FEW
        labels = [
            _labeled(mark, chart, plane, field, setter, far=far) for mark in _by_weight(chart) if mark not in plane.ends
        ]
        if all(labels):
            clear = [_clearing(label, setter) if plane.ticks else () for label in labels]
            both = [(*under, *label) for under, label in zip(clear, labels, strict=True)]
            return _painted(chart, setter, plane, path, both, fill=fill)
    plane = lay(chart, setter, crowded=True)
    field = _field(chart, plane, setter, path)
    labels = [
        _labeled(mark, chart, plane, field, setter, far=True) for mark in _weighty(chart) if mark not in plane.ends
    ]
    return _painted(chart, setter, plane, path, [(*_clearing(label, setter), *label) for label in labels], fill=fill)


# ---- axes --------------------------------------------------------------------------------


def lay(chart: Chart, setter: Typesetter, *, crowded: bool) -> Plane:
    """The axes in the room that words at the left, right, top and foot leave."""
    round_values = axis_ticks(chart) if chart.axis else ticks(chart) if crowded else ()
    words = [(value, setter.tick(labels)) for value, labels in round_values]
    left = max((block.width for _, block in words), default=-TICK_GAP) + TICK_GAP
    ends = _ends(chart, setter, crowded=crowded)
    guides = guide_blocks(chart, setter)
    aside = [block.width for block in (*ends.values(), *(block for _, block in guides))]
    right = setter.width - (max(aside) + END_GAP if aside else 0.0)
    stretch = _stretch(chart, setter, left, right, ended=bool(ends))
    moments = times(chart)
    across = {mark: stretch.at(moments[mark]) for mark in chart.marks}
    labels = dates({across[mark]: mark for mark in reversed(chart.marks)}, setter, left, right)
    happened = flags(chart, setter, stretch.guide, (left, right))
    height = setter.height - labels.height + happened.height
    at, zero = _upward(chart, setter, happened.height, height)
    return Plane(
        left,
        right,
        zero,
        height,
        at,
        stretch.guide,
        happened,
        guides,
        {mark: (across[mark], at(mark.value)) for mark in chart.marks},
        labels,
        tuple((at(value), block) for value, block in words),
        ends,
    )


def _upward(chart: Chart, setter: Typesetter, top: float, foot: float) -> tuple[Callable[[Decimal], float], float]:
    """The height of a value between top and foot, and of the line that courses stand on."""
    if chart.axis is not None:
        axis = axis_steps(chart)
        span = stretched([(axis.least, 0.0, 0.0), (axis.most, 0.0, HEADROOM)], -foot, -top)
        return lambda value: -span.at(value), -span.at(max(axis.least, min(axis.most, Decimal(0))))
    needed = [(mark.value, setter.label(mark).height + HEADROOM + DOT) for mark in chart.marks]
    fitted = scale([*needed, *((value, HEADROOM) for value in guide_values(chart))], foot - top)
    zero = foot - fitted.behind
    return lambda value: zero - (-fitted.length(value) if value < 0 else fitted.length(value)), zero


@record
class _Stretch:
    """Time laid across the plot."""

    low: float
    high: float
    first: Decimal
    last: Decimal
    left: float
    right: float

    def at(self, moment: Decimal) -> float:
        """Where a moment stands from the left."""
        return self.low + (self.high - self.low) * float((moment - self.first) / (self.last - self.first))

    def guide(self, guide: Guide) -> tuple[float, float]:
        """Where an event starts and ends, as far as it lies in the plot."""
        start, end = (self.at(moment) for moment in (guide.start, guide.start if guide.end is None else guide.end))
        return max(min(start, self.right), self.left), max(min(end, self.right), self.left)


def _stretch(chart: Chart, setter: Typesetter, left: float, right: float, *, ended: bool) -> _Stretch:
    """The marks' time across the plot; half the figure's width stays free at both ends."""
    moments = times(chart)
    first, last = min(chart.marks, key=moments.__getitem__), max(chart.marks, key=moments.__getitem__)
    low = left + max(INSET, setter.label(first).width / 2 + 0.4)
    high = right - max(INSET, setter.label(last).width / 2 + 0.4 if not ended else 0.0)
    return _Stretch(low, high, moments[first], moments[last], left, right)


# ---- the names of series at the ends of their courses ----------------------------------------


def _ends(chart: Chart, setter: Typesetter, *, crowded: bool) -> dict[Mark, SetText]:
    """What stands at the right of each last mark: the name of one of several series, and its figure; in a crowded
    plane the figure of the only one."""
    last = [course[-1] for course in courses(chart).values()]
    if len(chart.series) < 2:
        return {
            mark: setter.label(mark, bold=mark.highlight, width=END_WIDTH * setter.width) for mark in last if crowded
        }
    return {mark: setter.name(_named(chart, mark), width=END_WIDTH * setter.width) for mark in last}


def _named(chart: Chart, mark: Mark) -> Words:
    figure = dict(mark.label)
    return tuple(
        (language, named_figure(name, figure[language], language)) for language, name in chart.series[mark.series]
    )


def end_shapes(
    chart: Chart, plane: Plane, setter: Typesetter, middles: Mapping[Mark, float] = NOWHERE
) -> Iterator[Stroke | TextShape]:
    """The words at the right, each as near as can be to its last point, to the middle of its band, or to its line."""
    role = "series" if len(chart.series) > 1 else "label"
    words = [*_course_words(chart, plane, setter, middles, role), *_guide_words(plane, setter)]
    words.sort(key=lambda one: one.y)
    centers = spread(
        [one.y for one in words], [one.block.height + 0.8 for one in words], 0.0, plane.foot + plane.dates.height
    )
    for one, center in zip(words, centers, strict=True):
        start, end = (one.x, one.y), (plane.right + END_GAP - 0.8, center)
        yield Stroke(one.leads, (start, end), one.color, 0.75, dashed=one.leads == "reference")
        yield from one.block.at(one.role, plane.right + END_GAP, center - one.block.height / 2)


@record
class _EndWords:
    """Words at the right of the plot, and where the line to them starts."""

    role: str
    block: SetText
    x: float
    y: float
    color: str
    leads: str = "leader"


def _course_words(
    chart: Chart, plane: Plane, setter: Typesetter, middles: Mapping[Mark, float], role: str
) -> Iterator[_EndWords]:
    for mark, block in plane.ends.items():
        x, y = plane.points[mark]
        yield _EndWords(role, block, x + DOT + 0.4, middles.get(mark, y), _color(chart, setter, mark.series))


def _guide_words(plane: Plane, setter: Typesetter) -> Iterator[_EndWords]:
    for guide, block in plane.guides:
        y = plane.at(middle_of(guide))
        leads = "leader" if guide.end is not None else "reference"
        yield _EndWords("reference", block, plane.right, y, setter.color("grey"), leads)


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


def _field(chart: Chart, plane: Plane, setter: Typesetter, path: Joining) -> LabelRoom:
    """The room for labels, with the courses, points, ends and value axis that they must keep clear of."""
    lines = [segment for _, corners in _corners(chart, plane, path) for segment in segments(corners)]
    ends = [
        segment
        for shape in end_shapes(chart, plane, setter)
        if isinstance(shape, Stroke)
        for segment in segments(shape.points)
    ]
    dots = [_dot(mark, point, "", "").bounds for mark, point in plane.points.items()]
    read = [((plane.left, plane.at(guide.start)), (plane.right, plane.at(guide.start))) for guide, _ in plane.guides]
    clear = [*lines, *ends, *_zero(plane), *read, *plane.flags.stems(plane.foot)]
    return LabelRoom(Bounds(plane.left, plane.flags.height, plane.right, plane.foot - 0.4), clear, dots)


def _zero(plane: Plane) -> Iterator[tuple[Point, Point]]:
    """The line at zero where it runs through the plot, with figures below it."""
    if plane.foot > plane.zero:
        yield (plane.left, plane.zero), (plane.right, plane.zero)


def _labeled(
    mark: Mark, chart: Chart, plane: Plane, field: LabelRoom, setter: Typesetter, *, far: bool
) -> tuple[Shape, ...]:
    label = setter.label(mark, bold=mark.highlight)
    course = courses(chart)[mark.series]
    index = course.index(mark)
    valley = 0 < index < len(course) - 1 and course[index - 1].value > mark.value < course[index + 1].value
    return tuple(field.place(plane.points[mark], DOT, label, setter.color("grey"), below=valley, far=far))


def _clearing(label: tuple[Shape, ...], setter: Typesetter) -> Iterator[Shape]:
    """Paper under a label's lines, so that the lines across the plane do not run through it."""
    for shape in label:
        if isinstance(shape, TextShape):
            left, top, right, bottom = shape.bounds
            yield Box("clearing", left - 0.4, top, right - left + 0.8, bottom - top, setter.color("paper"))


# ---- the picture ---------------------------------------------------------------------------------


def _corners(chart: Chart, plane: Plane, path: Joining) -> list[tuple[int, tuple[Point, ...]]]:
    """The corners of every unbroken line, with its series."""
    return [
        (series, path(tuple(plane.points[mark] for mark in piece)))
        for series, course in courses(chart).items()
        for piece in unbroken(course)
    ]


def _painted(
    chart: Chart, setter: Typesetter, plane: Plane, path: Joining, labels: list[tuple[Shape, ...]], *, fill: bool
) -> Plot:
    drawn = _corners(chart, plane, path)
    shapes: list[Shape] = list(behind(chart, plane, setter))
    if fill:
        for _, corners in drawn:
            floor = ((corners[-1][0], plane.zero), (corners[0][0], plane.zero))
            shapes.append(Area("fill", corners + floor, setter.color("tint")))
    shapes += grid(plane, setter)
    shapes += axes(plane, setter)
    shapes += guide_shapes(plane, setter)
    shapes += _lines(chart, plane, setter, path)
    paper = setter.color("paper")
    shapes += (_dot(mark, point, _color(chart, setter, mark.series), paper) for mark, point in plane.points.items())
    shapes += (shape for label in labels for shape in label)
    shapes += end_shapes(chart, plane, setter)
    return Plot(tuple(shapes), plane.foot + plane.dates.height)


def _lines(chart: Chart, plane: Plane, setter: Typesetter, path: Joining) -> Iterator[Stroke]:
    """The courses, dashed on the way to forecasts."""
    for series, course in courses(chart).items():
        color = _color(chart, setter, series)
        for piece in unbroken(course):
            for marks, dashed in forecast_parted(piece):
                if len(marks) > 1:
                    yield Stroke("line", path(tuple(plane.points[mark] for mark in marks)), color, LINE, dashed=dashed)


def behind(chart: Chart, plane: Plane, setter: Typesetter) -> Iterator[Shape]:
    """Bands of values and stretches of time, which lie under everything."""

    yield from plane.flags.behind(plane.foot, plane.across, setter)
    yield from level_bands(chart, setter, plane.at, (plane.left, plane.right))


def guide_shapes(plane: Plane, setter: Typesetter) -> Iterator[Shape]:
    """The lines at values, and what happened when."""
    for guide, _ in plane.guides:
        if guide.end is None:
            yield level_line(plane.at(guide.start), plane.left, plane.right, setter)
    yield from plane.flags.shapes(plane.foot, setter)


def grid(plane: Plane, setter: Typesetter) -> Iterator[Shape]:
    """Hair lines across the plot at round values, but where a line to read figures against stands."""
    taken = [plane.zero, *(plane.at(guide.start) for guide, _ in plane.guides if guide.end is None)]
    for y, _ in plane.ticks:
        if all(abs(y - other) > 0.1 for other in taken):
            yield Box("grid", plane.left, y - 0.06, plane.right - plane.left, 0.12, setter.color("rule"))


def axes(plane: Plane, setter: Typesetter) -> Iterator[Shape]:
    """The round values at the left, the line at zero, and the dates under it."""
    for y, block in plane.ticks:
        yield from block.at("value", plane.left - TICK_GAP, y - block.height / 2, align=1.0)
    yield Box("zero", plane.left, plane.zero - 0.1, plane.right - plane.left, 0.2, setter.color("grey"))
    yield from ticks_at({x: mark for mark, (x, _) in plane.points.items()}, plane.foot, setter)
    yield from plane.dates.shapes(plane.foot, setter)


def _color(chart: Chart, setter: Typesetter, series: int) -> str:
    return setter.series(series) if len(chart.series) > 1 else setter.color(setter.look.chart.highlight)


def _dot(mark: Mark, point: Point, color: str, paper: str) -> Dot:
    """A full dot for a settled exact figure, a hollow one for any other."""
    return Dot("dot", *point, DOT, color, "" if mark.bound is Bound.EXACT and not mark.status else paper)
