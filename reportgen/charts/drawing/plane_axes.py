"""The axes of a plane of time and value: where its edges, its points, its round values and its dates stand.

Marks stand true to time; the value axis starts at zero unless the author sets it otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from reportgen.charts.drawing.dates import Dates, dates, ticks_at
from reportgen.charts.drawing.guide_marks import (
    Flags,
    GuideBlocks,
    flags,
    guide_blocks,
    level_bands,
    level_line,
)
from reportgen.charts.drawing.scales import scale, stretched
from reportgen.charts.drawing.shapes import Box, Point, Shape
from reportgen.charts.drawing.ticks import ticks
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.drawing.value_axis import axis_steps, axis_ticks, guide_values
from reportgen.charts.marks import courses, times
from reportgen.charts.sentences import named_figure
from reportgen.document import Chart, Guide, Mark, Words
from reportgen.records import record

DOT = 1.15  # mm
HEADROOM = 2.5  # mm over the highest label
INSET = 3.0  # mm from the plot's sides to the outermost points
TICK_GAP = 2.0  # mm from the words of the value axis to the plot
END_GAP = 4.0  # mm from the plot to the names of series at its right
END_WIDTH = 0.26  # of the chart, at most, for the names of series


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
