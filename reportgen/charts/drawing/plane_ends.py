"""The words at the right of a plane: names of series at the ends of their courses, and what values are read against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reportgen.charts.drawing.guide_marks import (
    middle_of,
)
from reportgen.charts.drawing.plane_axes import DOT, END_GAP, Plane
from reportgen.charts.drawing.scales import spread
from reportgen.charts.drawing.shapes import Stroke, TextShape
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.document import Chart, Mark
from reportgen.records import record

NOWHERE: Mapping[Mark, float] = MappingProxyType({})


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
        yield _EndWords(role, block, x + DOT + 0.4, middles.get(mark, y), course_color(chart, setter, mark.series))


def _guide_words(plane: Plane, setter: Typesetter) -> Iterator[_EndWords]:
    for guide, block in plane.guides:
        y = plane.at(middle_of(guide))
        leads = "leader" if guide.end is not None else "reference"
        yield _EndWords("reference", block, plane.right, y, setter.color("grey"), leads)


def course_color(chart: Chart, setter: Typesetter, series: int) -> str:
    """The color of a course: that of its series, of a single one the headline's."""
    return setter.series(series) if len(chart.series) > 1 else setter.color(setter.look.chart.highlight)
