"""A part of a whole as a ring, figures beside it: for two to five parts, where the eye need not count."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import STRIPES, blend
from reportgen.charts.drawing.parts import beside, figures, height_of, left_of, part_color, side_of
from reportgen.charts.drawing.shapes import Area, Plot, Point, Shape
from reportgen.charts.drawing.typesetter import Typesetter
from reportgen.charts.kind import PART_AND_WHOLE, Kind, NativeForm
from reportgen.charts.needs import exceeded, no_negatives, some_parts
from reportgen.charts.sample import GOODS, SHARE, percentages, table
from reportgen.charts.shares import WHOLE, in_percent
from reportgen.document import Bound, Chart, Mark
from reportgen.messages import msg
from reportgen.records import record

LARGEST = 48.0  # mm: the ring from side to side
HOLE = 14.5 / 24.0  # of that
SMOOTH = math.radians(1.5)  # the longest arc drawn straight
SEAM = 0.35  # mm of paper between parts
FADE = 4.0  # mm of the rim, at most, over which the end of a part fades that is not exact
FADING = 6  # steps of that


@record
class Ring:
    """Where it stands, and how far its rim is from its center, in millimeters."""

    center: Point
    radius: float


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """The ring at the left, from twelve o'clock with the sun; figures and the figures beside them at the right."""
    side = side_of(setter, LARGEST)
    left = left_of(setter, side)
    words = list(figures(chart, setter, left))
    tall = height_of(words)
    height = max(side, tall)
    shapes = list(_parts(chart, setter, Ring((side / 2, height / 2), side / 2)))
    shapes += beside(chart, words, left, (height - tall) / 2)
    return Plot(tuple(shapes), height)


def _parts(chart: Chart, setter: Typesetter, ring: Ring) -> Iterator[Shape]:
    whole = whole_of(chart)
    reached = Decimal(0)
    for index, mark in enumerate(chart.marks):
        end = reached + mark.value
        color = part_color(chart, index, setter.look)
        yield from _part(mark, ring, (_turn(reached, whole), _turn(end, whole)), color, setter)
        reached = end
    if reached < whole:
        yield _sector("rest", ring, _turn(reached, whole), math.tau, setter.color("tint"))


def _part(mark: Mark, ring: Ring, turn: tuple[float, float], color: str, setter: Typesetter) -> Iterator[Shape]:
    """A sector; where its figure is not settled, cut by rays, and where it is not exact, its last edge fades."""
    start, end = turn
    seam = SEAM / ring.radius if end - start > 4 * SEAM / ring.radius and end - start < math.tau - 0.01 else 0.0
    yield _sector("sector", ring, start, end - seam, color)
    if mark.bound is not Bound.EXACT:
        soft = min(0.3 * (end - start), FADE / ring.radius)
        for step in range(FADING):
            since = end - seam - soft * (1 - step / FADING)
            pale = blend(color, setter.color("paper"), (step + 1) / (FADING + 1))
            yield _sector("soft", ring, since, end - seam, pale)
    if mark.status:
        step = STRIPES / ring.radius
        for ray in range(1, int((end - start) / step)):
            yield _sector("hatch", ring, start + ray * step, start + ray * step + step / 3, setter.color("paper"))


def _sector(role: str, ring: Ring, start: float, end: float, color: str) -> Area:
    """A piece of the ring between two turns, out along its rim and back along its hole."""
    steps = max(2, math.ceil((end - start) / SMOOTH))
    turns = [start + (end - start) * step / steps for step in range(steps + 1)]
    corners = (
        (ring.center[0] + radius * math.sin(turn), ring.center[1] - radius * math.cos(turn))
        for radius, along in ((ring.radius, turns), (HOLE * ring.radius, turns[::-1]))
        for turn in along
    )
    return Area(role, tuple(corners), color, round=True)


def _turn(value: Decimal, whole: Decimal) -> float:
    return math.tau * float(value / whole)


def whole_of(chart: Chart) -> Decimal:
    """A hundred for percentages, else the sum of the parts."""
    return WHOLE if in_percent(chart) else sum((mark.value for mark in chart.marks), Decimal(0))


def needs(chart: Chart) -> Iterator[str]:
    """At most five parts of one whole: percentages up to a hundred, or amounts of one unit."""
    yield from no_negatives(chart)
    yield from some_parts(chart)
    if not any(mark.value for mark in chart.marks):
        yield msg("the parts in a chart of kind '{kind}' are all zero", kind=chart.kind)
    elif whole_of(chart) < sum(mark.value for mark in chart.marks):
        yield exceeded(chart)


def sample() -> Chart:
    """Four goods that make up the whole."""
    return percentages("donut", SHARE, *table(GOODS, ("42", "27", "19", "12")))


KIND = Kind(
    name="donut",
    words={"zh": "环形图", "en": "Donut chart"},
    shows=msg("part of a whole as a ring"),
    wants="percentages of one whole, or all parts of a sum; up to five",
    draw=draw,
    needs=needs,
    native=NativeForm("doughnutChart"),
    sample=sample,
    fields=PART_AND_WHOLE,
    sorts=True,
    little=5,
)
