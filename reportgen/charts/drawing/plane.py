"""A plane of time and value: courses on the axes of plane_axes.py, and their figures.

Shared by the kinds that draw a course (line, step). Every point carries its figure as long as all find room beside
their points. Where they do not, the headline's carry theirs, and of a single course its ends, its highest and its
lowest; lines across the plane at round values let the others be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportgen.charts.drawing.labels import LabelRoom, segments
from reportgen.charts.drawing.plane_axes import DOT, Plane, axes, behind, grid, guide_shapes, lay
from reportgen.charts.drawing.plane_ends import course_color, end_shapes
from reportgen.charts.drawing.shapes import Area, Bounds, Box, Dot, Plot, Point, Shape, Stroke, TextShape
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.marks import Join, courses, joined_alike, unbroken
from reportgen.document import Bound, Chart, Mark

LINE = 1.6  # points
MOST_TRIED = 40  # marks whose labels are tried for; of more, only the weightiest
MOST_LABELED = 2  # series; more leave it unclear whose a figure is
FEW = 8  # marks that may have labels further off, led to by hair lines

Joining = Callable[[tuple[Point, ...]], tuple[Point, ...]]
"""How the points of a course are joined: the corners of the line."""


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
    lines = [segment for _, _, corners in _runs(chart, plane, path) for segment in segments(corners)]
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


def _runs(chart: Chart, plane: Plane, path: Joining) -> list[tuple[int, Join, tuple[Point, ...]]]:
    """The corners of every run of a course that is joined alike, with its series: straight from date to date where
    these are far apart, since nothing is known between."""
    runs: list[tuple[int, Join, tuple[Point, ...]]] = []
    for series, course in courses(chart).items():
        for piece in unbroken(course):
            for marks, join in joined_alike(piece, chart):
                points = tuple(plane.points[mark] for mark in marks)
                runs.append((series, join, points if join == "far" else path(points)))
    return runs


def _painted(
    chart: Chart, setter: Typesetter, plane: Plane, path: Joining, labels: list[tuple[Shape, ...]], *, fill: bool
) -> Plot:
    drawn = _runs(chart, plane, path)
    shapes: list[Shape] = list(behind(chart, plane, setter))
    if fill and all(join != "far" for _, join, _ in drawn):  # filled, a course claims to know what lies between
        for _, _, corners in drawn:
            floor = ((corners[-1][0], plane.zero), (corners[0][0], plane.zero))
            shapes.append(Area("fill", corners + floor, setter.color("tint")))
    shapes += grid(plane, setter)
    shapes += axes(plane, setter)
    shapes += guide_shapes(plane, setter)
    shapes += _lines(chart, setter, drawn)
    paper = setter.color("paper")
    shapes += (
        _dot(mark, point, course_color(chart, setter, mark.series), paper) for mark, point in plane.points.items()
    )
    shapes += (shape for label in labels for shape in label)
    shapes += end_shapes(chart, plane, setter)
    return Plot(tuple(shapes), plane.foot + plane.dates.height)


def _lines(chart: Chart, setter: Typesetter, runs: Sequence[tuple[int, Join, tuple[Point, ...]]]) -> Iterator[Stroke]:
    """The courses, dashed on the way to forecasts, dotted between dates that are far apart."""
    for series, join, corners in runs:
        if len(corners) > 1:
            color = course_color(chart, setter, series)
            yield Stroke("line", corners, color, LINE, dashed=join == "forecast", dotted=join == "far")


def _dot(mark: Mark, point: Point, color: str, paper: str) -> Dot:
    """A full dot for a settled exact figure, a hollow one for any other."""
    return Dot("dot", *point, DOT, color, "" if mark.bound is Bound.EXACT and not mark.status else paper)
