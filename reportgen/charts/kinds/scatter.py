"""Names as points of two figures: the first series along, the second up. Axes need not start at zero.

Every name stands beside its point, clear of the others; of names that find no room together, the headline's and the
outermost come first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reportgen.charts.drawing.bar_ends import blend
from reportgen.charts.drawing.labels import LabelRoom
from reportgen.charts.drawing.quadrants import quadrants
from reportgen.charts.drawing.scales import ValueSpan
from reportgen.charts.drawing.shapes import Bounds, Box, Dot, Plot, Point, Shape, TextShape
from reportgen.charts.drawing.ticks import in_unit, values_within
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.kind import ALONG, REFERENCE, Kind, NativeForm, OwnField
from reportgen.charts.marks import by_series, called, spotlit
from reportgen.charts.needs import several_series
from reportgen.charts.sample import GOODS, GROWTH, SHARE, named, percentages, table
from reportgen.charts.sentences import extremes, lacking, word
from reportgen.document import MISSING, Bound, Chart, Mark, Words
from reportgen.messages import msg
from reportgen.records import record

DOT = 1.25  # mm
HIGHER, CROWDED = 1.15, 0.4  # of the template's height of charts, and what many names add
MARGIN = Decimal("0.04")  # of the figures of an axis, beyond the outermost
NEAR_ZERO = Decimal("0.3")  # of the figures of an axis: one that starts no further from zero shows zero
FAINT = 0.5  # of the way from the color of rules to paper
TICK_GAP, TITLE_GAP = 1.8, 2.0  # mm
INSET = 0.5
ROOMY = 34  # names of which each may stand further off, led to by a hair line
LINE = 0.18  # mm


@record
class Named:
    """A name with its two figures."""

    along: Mark
    up: Mark

    @property
    def words(self) -> Words:
        return self.along.name

    @property
    def highlight(self) -> bool:
        return self.along.highlight or self.up.highlight

    @property
    def settled(self) -> bool:
        """Whether both figures are exact and final."""
        return all(mark.bound is Bound.EXACT and not mark.status for mark in (self.along, self.up))


@record
class ScatterField:
    """The laid-out axes: the edges of the plot, and the places of values along and up."""

    edges: Bounds
    along: ValueSpan
    upward: ValueSpan
    names_to: float  # how far right names may reach: to the words of lines, if there are any

    def point(self, one: Named) -> Point:
        """Where a name stands."""
        return self.along.at(one.along.value), self.upward.at(one.up.value)


def pairs(chart: Chart) -> tuple[Named, ...]:
    """The names that have both figures."""
    figures: dict[Words, dict[int, Mark]] = {}
    for mark in chart.marks:
        figures.setdefault(mark.name, {})[mark.series] = mark
    return tuple(Named(both[0], both[1]) for both in figures.values() if len(both) > 1)


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """Points over hair lines at round values; what the axes measure is told at their ends, what is not known below."""
    names = pairs(chart)
    head, foot = (_title(chart, series, setter) for series in (1, 0))
    ticks = {series: _ticks(chart, series, names) for series in (0, 1)}
    words = {series: [(value, setter.tick(told)) for value, told in each] for series, each in ticks.items()}
    left = max((block.width for _, block in words[1]), default=0.0) + TICK_GAP
    under = max((block.height for _, block in words[0]), default=0.0) + TICK_GAP + TITLE_GAP + foot.height
    guides = quadrants(chart, setter)
    right = setter.width - max(guides.aside, *(words[0][-1][1].width / 2 for _ in words[0][:1]), 0.0)
    top = head.height + TITLE_GAP + guides.over
    tall = (HIGHER + CROWDED * min(len(names) / ROOMY, 1.0)) * setter.height
    bottom = top + max(tall - top - under, 40.0)
    field = ScatterField(
        Bounds(left, top, right, bottom),
        _span(reach(chart, 0, names), left, right),
        _span(reach(chart, 1, names), bottom, top),
        right if guides.level else setter.width,
    )
    shapes: list[Shape] = list(head.at("axis", 0.0, 0.0))
    shapes += guides.bands((field.along.at, field.upward.at), field.edges, setter)
    shapes += _axes(field, words, setter)
    shapes += foot.at("axis", setter.width, bottom + under - foot.height, align=1.0)
    labels, left_out = _labels(names, field, setter)
    told = [shape.bounds for shape in labels if isinstance(shape, TextShape)]
    shapes += guides.lines((field.along.at, field.upward.at), field.edges, setter, told)
    shapes += labels
    shapes += _dots(names, chart, field, setter)
    height = bottom + under
    for block in _lacking(chart, names, setter):
        shapes += block.at("no-data", 0.0, height + TITLE_GAP)
        height += TITLE_GAP + block.height
    return Plot(tuple(shapes), height, 2 * left_out)


# ---- axes ------------------------------------------------------------------------------------


def _title(chart: Chart, series: int, setter: Typesetter) -> SetText:
    """What an axis measures: over the plot, or at the right under it."""
    look = setter.look.chart
    size, second = float(look.axis), min(float(look.axis), float(look.second))
    return setter.set(chart.series[series], size=size, second=second, bold=True, width=setter.width)


def _ticks(chart: Chart, series: int, names: Sequence[Named]) -> Sequence[tuple[Decimal, Words]]:
    """Round values on an axis, as it prints them."""
    low, high = reach(chart, series, names)
    unit = chart.units[series] if chart.units else chart.unit
    return [(value, in_unit(chart, value, unit) if unit else ()) for value in values_within(low, high)]


def reach(chart: Chart, series: int, names: Sequence[Named]) -> tuple[Decimal, Decimal]:
    """The least and the most value of an axis: a little beyond the outermost figures, and zero where that is near."""
    values = [(one.along if series == 0 else one.up).value for one in names]
    for guide in chart.guides:
        if guide.series == series:
            values += [value for value in (guide.start, guide.end) if value is not None]
    low, high = min(values), max(values)
    span = high - low or abs(high) or Decimal(1)
    if low - span * MARGIN > 0 and low <= span * NEAR_ZERO:
        return Decimal(0), high + span * MARGIN
    if high + span * MARGIN < 0 and -high <= span * NEAR_ZERO:
        return low - span * MARGIN, Decimal(0)
    return low - span * MARGIN, high + span * MARGIN


def _span(reach: tuple[Decimal, Decimal], start: float, end: float) -> ValueSpan:
    """Values laid from one place to another, rising or falling."""
    unit = Decimal(end - start) / (reach[1] - reach[0])
    return ValueSpan(unit, start - float(reach[0] * unit))


def _axes(
    field: ScatterField, words: Mapping[int, Sequence[tuple[Decimal, SetText]]], setter: Typesetter
) -> Iterator[Shape]:
    """Hair lines at round values, darker at zero, and the values at the left and under them."""
    left, top, right, bottom = field.edges
    yield _line("base", left, bottom, right - left, None, setter)
    for value, block in words[1]:
        y = field.upward.at(value)
        yield _line("lattice" if value else "origin", left, y, right - left, None, setter)
        yield from block.at("value", left - TICK_GAP, y - block.height / 2, align=1.0)
    for value, block in words[0]:
        x = field.along.at(value)
        yield _line("lattice" if value else "origin", x, top, None, bottom - top, setter)
        yield from block.at("value", x, bottom + TICK_GAP, align=0.5)


def _line(role: str, x: float, y: float, width: float | None, height: float | None, setter: Typesetter) -> Box:
    """A hair line from a place, along or down."""
    line, color = (LINE, setter.color("grey")) if role != "lattice" else (0.12, _faint(setter))
    if width is not None:
        return Box(role, x, y - line / 2, width, line, color)
    return Box(role, x - line / 2, y, line, height or 0.0, color)


def _faint(setter: Typesetter) -> str:
    return blend(setter.color("rule"), setter.color("paper"), FAINT)


# ---- points and names ------------------------------------------------------------------------


def _dots(names: Sequence[Named], chart: Chart, field: ScatterField, setter: Typesetter) -> Iterator[Dot]:
    """The headline's points over the others; hollow where a figure is not exact or not final."""
    look = setter.look.chart
    for one in sorted(names, key=lambda one: one.highlight):
        lit = spotlit(chart, one.along) or one.highlight
        color = setter.color(look.highlight if lit else look.plain)
        yield Dot("dot", *field.point(one), DOT, color, "" if one.settled else setter.color("paper"))


def _labels(names: Sequence[Named], field: ScatterField, setter: Typesetter) -> tuple[list[Shape], int]:
    """The names beside their points, in the order of placing that leaves out the fewest, and how many that is."""
    best: list[Shape] = []
    fewest = len(names) + 1
    for order in _orders(names, field):
        shapes, missed = _placed(order, names, field, setter)
        if missed < fewest:
            best, fewest = shapes, missed
        if not fewest:
            break
    return best, fewest


def _placed(
    order: Sequence[Named], names: Sequence[Named], field: ScatterField, setter: Typesetter
) -> tuple[list[Shape], int]:
    left, top, _, bottom = field.edges
    dots = [Dot("dot", *field.point(one), DOT, "").bounds for one in names]
    room = LabelRoom(Bounds(left + INSET, top - DOT, field.names_to, bottom - INSET), [], dots)
    shapes: list[Shape] = []
    missed = 0
    for one in order:
        block = _name(one, setter)
        far = len(names) <= ROOMY or one.highlight
        found = tuple(
            room.place(
                field.point(one), DOT, block, setter.color("grey"), below=False, far=far, beside=True, role="name"
            )
        )
        missed += not found
        shapes += (*_paper(found, setter), *found)
    return shapes, missed


def _paper(found: Sequence[Shape], setter: Typesetter) -> Iterator[Box]:
    """Paper under a name's lines, so that no line of the plot runs through it."""
    for shape in found:
        if isinstance(shape, TextShape):
            left, top, right, bottom = shape.bounds
            yield Box("clearing", left - 0.2, top, right - left + 0.4, bottom - top, setter.color("paper"))


def _name(one: Named, setter: Typesetter) -> SetText:
    look = setter.look.chart
    second = min(float(look.axis), float(look.second))
    return setter.set(one.words, size=float(look.axis), second=second, bold=one.highlight, width=0.3 * setter.width)


def _orders(names: Sequence[Named], field: ScatterField) -> Iterator[list[Named]]:
    """Orders in which names may take their room: the headline's and the outermost first, then the loneliest, the
    most crowded, from the right."""
    along = sorted(names, key=lambda one: one.along.value)
    up = sorted(names, key=lambda one: one.up.value)
    first = [*(one for one in names if one.highlight), along[-1], up[-1], along[0], up[0]]
    near = {one: _distance(one, names, field) for one in names}
    lonely = sorted(names, key=lambda one: -near[one])
    for rest in (lonely, lonely[::-1], along[::-1], up[::-1], along):
        yield list(dict.fromkeys([*first, *rest]))


def _distance(one: Named, names: Sequence[Named], field: ScatterField) -> float:
    """How far the third nearest point is."""
    x, y = field.point(one)
    others = sorted((field.point(other)[0] - x) ** 2 + (field.point(other)[1] - y) ** 2 for other in names)
    return others[min(3, len(others) - 1)]


def _lacking(chart: Chart, names: Sequence[Named], setter: Typesetter) -> Iterator[SetText]:
    """Under the plot, the names that lack a figure, and so have no point."""
    shown = {one.words for one in names}
    without = dict.fromkeys(m.name for m in (*chart.marks, *chart.in_role(MISSING)) if m.name not in shown)
    if without:
        told = tuple(
            (language, word("missing", language, names=word("comma", language).join(_in(without, language))))
            for language in chart.languages
        )
        yield setter.tick(told, width=setter.width)


def _in(names: Mapping[Words, None], language: str) -> Iterator[str]:
    return (dict(name).get(language, "") for name in names)


# ---- what it takes ---------------------------------------------------------------------------


def needs(chart: Chart) -> Iterator[str]:
    """Two series, and two names at least that have a figure of each, not all alike."""
    if len(chart.series) != 2:
        yield from several_series(chart, 2)
        return
    seen: set[tuple[Words, int]] = set()
    for mark in chart.marks:
        if (mark.name, mark.series) in seen:
            yield msg("'{mark}' has two figures of one series", mark=called(mark))
        seen.add((mark.name, mark.series))
    if len(pairs(chart)) < 2:
        yield msg("a chart of kind '{kind}' needs two names at least that have both figures", kind=chart.kind)


def tells(chart: Chart, language: str) -> list[str]:
    """The highest and the lowest of each axis, and what is not known."""
    shown = {one.words for one in pairs(chart)}
    both = tuple(mark for mark in chart.marks if mark.name in shown)
    return [*(extremes(chart, part, language) for part in by_series(both).values()), *lacking(chart, language)]


def sample() -> Chart:
    """Four goods: their shares, and how they grow."""
    marks = table(GOODS, ("42", "27", "19", "12"), ("6.1", "-2.4", "8.3", "0.4"))
    return percentages("scatter", ("", ""), *marks, series=named(SHARE, GROWTH))


KIND = Kind(
    name="scatter",
    words={"zh": "散点图", "en": "Scatter plot"},
    shows=msg("names as points of two figures, not from zero"),
    wants="two series, each with a unit of its own: the first along, the second up; up to 60 names",
    draw=draw,
    needs=needs,
    tells=tells,
    native=NativeForm("scatterChart", dots=True),
    sample=sample,
    most=120,
    fields=(
        REFERENCE,
        OwnField("upright", "lines", ALONG, "the same for the first series, whose lines and bands stand upright"),
    ),
    scale="axis",
    gaps=True,
)
