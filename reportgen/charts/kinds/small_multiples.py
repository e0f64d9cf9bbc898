"""One small picture a series, all on one scale of time and, where they share a unit, of value: shapes to compare.

What figures are read against stands in every picture, and its words once, over all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from reportgen.charts.drawing.guide_marks import HAIR, level_bands, level_line, value_guides
from reportgen.charts.drawing.labels import LabelRoom, segments
from reportgen.charts.drawing.no_data import no_data_box, no_data_words
from reportgen.charts.drawing.scales import ValueSpan, stretched
from reportgen.charts.drawing.shapes import Area, Bounds, Box, Dot, Plot, Point, Shape, Stroke, moved
from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.charts.drawing.value_axis import axis_steps, axis_ticks, guide_values
from reportgen.charts.kind import AXIS, EVENTS, REFERENCE, Kind, no_such_chart
from reportgen.charts.marks import by_series, courses, has_far_dates, joined_alike, spotlit, times, unbroken
from reportgen.charts.needs import several_series, timed_or_named
from reportgen.charts.sample import GOODS, GROWTH, named, percentages, years
from reportgen.charts.sentences import course, guide_words, named_figure
from reportgen.document import Bound, Chart, Guide, Mark, Words
from reportgen.messages import msg
from reportgen.records import record

MOST = 12  # series
NARROWEST = 34.0  # mm: a panel
ACROSS = 4  # panels in a row, at most
BETWEEN, AIR = 6.0, 5.0  # mm between panels, across and down
PLOT = 26.0  # mm: the height of a panel's plot
HEAD, UNDER = 1.5, 1.4  # mm under the name of a panel, over its dates
TICK_GAP = 1.6  # mm from the values of an axis to the panels
SAMPLE, NEAR, FAR = 6.0, 1.6, 6.0  # mm: a line beside its words, from it to them, from them to the next
DOT = 0.9
LINE = 1.5  # points
WORDS = 0.6  # mm round the words that there is no figure


@record
class Field:
    """What all panels share: their width, the room of values at the left, and where a moment and a value stand."""

    left: float
    width: float
    moments: Mapping[Mark, Decimal]
    time: ValueSpan
    value: ValueSpan | None  # None where each has a scale of its own

    def across(self, guide: Guide) -> tuple[float, float]:
        """Where an event starts and ends in a panel."""
        ends = (self.time.at(moment) for moment in (guide.start, guide.start if guide.end is None else guide.end))
        start, end = (min(max(at, 0.0), self.width) for at in ends)
        return start, end


@record
class Panel:
    """A series with its name, and where each of its marks stands within the plot."""

    series: int
    marks: tuple[Mark, ...]
    title: SetText
    points: dict[Mark, Point]
    value: ValueSpan

    @property
    def zero(self) -> float:
        """The height of the base: zero, or the end of the axis that is nearer to it."""
        return min(max(self.at(Decimal(0)), 0.0), PLOT)

    def at(self, value: Decimal) -> float:
        """The height of a value."""
        return PLOT - self.value.at(value)


def draw(chart: Chart, setter: Typesetter) -> Plot:
    """Panels in rows as even as can be, in the order of the series."""
    count = max(len(chart.series), 1)
    ticks = [(value, setter.tick(words)) for value, words in axis_ticks(chart)] if chart.axis else []
    left = max((block.width for _, block in ticks), default=-TICK_GAP) + TICK_GAP
    most = max(1, min(ACROSS, int((setter.width - left + BETWEEN) / (NARROWEST + BETWEEN))))
    across = -(-count // -(-count // most))
    field = _field(chart, setter, left, (setter.width - left - BETWEEN * (across - 1)) / across)
    panels = [_panel(chart, series, setter, field) for series in range(count)]
    shapes = list(_guides_told(chart, setter))
    y = max((shape.bounds.bottom for shape in shapes), default=-HEAD) + HEAD
    left_out = 0
    for start in range(0, count, across):
        row = panels[start : start + across]
        head = max(panel.title.height for panel in row) + HEAD
        foot = 0.0
        shapes += _values(ticks, row[0], left, y + head)
        for index, panel in enumerate(row):
            x = left + index * (field.width + BETWEEN)
            shapes += panel.title.at("series", x, y + head - HEAD - panel.title.height)
            drawn, under, missed = _plot(chart, panel, setter, field, [value for value, _ in ticks])
            shapes += moved(drawn, x, y + head)
            foot = max(foot, under)
            left_out += missed
        y += head + foot + AIR
    return Plot(tuple(shapes), y - AIR, left_out)


def _field(chart: Chart, setter: Typesetter, left: float, width: float) -> Field:
    moments = times(chart)
    happened = [moment for guide in chart.guides if guide.upright for moment in (guide.start, guide.end) if moment]
    first, last = min(moments.values()), max(moments.values())
    within = [moment for moment in happened if first <= moment <= last]
    time = stretched([(moment, DOT, DOT) for moment in (*moments.values(), *within)], 0.0, width)
    return Field(left, width, moments, time, _upward(chart, chart.marks, setter) if chart.unit is not None else None)


def _upward(chart: Chart, marks: tuple[Mark, ...], setter: Typesetter) -> ValueSpan:
    """The scale of value, from zero unless the author sets it, with room over the highest mark for its figure."""
    if chart.axis is not None:
        axis = axis_steps(chart)
        return stretched([(axis.least, 0.0, 0.0), (axis.most, 0.0, 0.0)], 0.0, PLOT)
    items = [(mark.value, 0.0, setter.label(mark).height + 1.5 + DOT) for mark in marks if mark.value >= 0]
    items += [(mark.value, setter.label(mark).height + 1.5 + DOT, 0.0) for mark in marks if mark.value < 0]
    items += [(value, 0.0, 0.0) for value in guide_values(chart)]
    return stretched([*items, (Decimal(0), 0.0, 0.0)], 0.0, PLOT)


def _panel(chart: Chart, series: int, setter: Typesetter, field: Field) -> Panel:
    marks = courses(chart).get(series, ())
    value = field.value or _upward(chart, marks, setter)
    name = chart.series[series] if chart.series else ()
    title = setter.set(
        name, size=float(setter.look.chart.label), second=float(setter.look.chart.second), bold=True, width=field.width
    )
    points = {mark: (field.time.at(field.moments[mark]), PLOT - value.at(mark.value)) for mark in marks}
    return Panel(series, marks, title, points, value)


# ---- what figures are read against -----------------------------------------------------------


def _guides_told(chart: Chart, setter: Typesetter) -> Iterator[Shape]:
    """The words of lines, bands and events over all panels, each beside what it looks like."""
    grey, x, y, tallest = setter.color("grey"), 0.0, 0.0, 0.0
    for guide in chart.guides:
        words = setter.tick(_guide_words(guide), width=setter.width - SAMPLE - NEAR)
        if x and x + SAMPLE + NEAR + words.width > setter.width:
            x, y, tallest = 0.0, y + tallest + 0.8, 0.0
        middle = y + words.lines[0].baseline - 1.0
        if guide.end is not None:
            yield Box("guide-sample", x, middle - 1.2, SAMPLE, 2.4, setter.color("tint"))
        elif guide.upright:
            ends = (x + SAMPLE / 2, middle - 1.4), (x + SAMPLE / 2, middle + 1.4)
            yield Stroke("guide-sample", ends, grey, HAIR)
        else:
            yield level_line(middle, x, x + SAMPLE, setter)
        yield from words.at("event" if guide.upright else "reference", x + SAMPLE + NEAR, y)
        x += SAMPLE + NEAR + words.width + FAR
        tallest = max(tallest, words.height)


def _guide_words(guide: Guide) -> Words:
    """A line's words; an event's name with its time, since its words stand apart from it."""
    if not guide.upright:
        return guide_words(guide)
    when = dict(guide.label)
    return tuple(
        (language, named_figure(name, when[language], language) if when.get(language) not in (None, "") else name)
        for language, name in guide.name
    )


def _guides(chart: Chart, panel: Panel, setter: Typesetter, field: Field) -> Iterator[Shape]:
    """Bands and stretches of time, then lines."""
    for guide in chart.guides:
        if guide.upright and guide.end is not None:
            start, end = field.across(guide)
            yield Box("event-band", start, 0.0, end - start, PLOT, setter.color("tint"))
    yield from level_bands(chart, setter, panel.at, (0.0, field.width))
    for guide in chart.guides:
        if guide.end is None and guide.upright:
            x, _ = field.across(guide)
            yield Stroke("event", ((x, 0.0), (x, PLOT)), setter.color("grey"), HAIR)
    for guide in value_guides(chart):
        if guide.end is None:
            yield level_line(panel.at(guide.start), 0.0, field.width, setter)


def _values(ticks: list[tuple[Decimal, SetText]], panel: Panel, left: float, top: float) -> Iterator[Shape]:
    """The values of an axis that the author asked for, at the left of a row."""
    for value, block in ticks:
        yield from block.at("value", left - TICK_GAP, top + panel.at(value) - block.height / 2, align=1.0)


# ---- a panel ---------------------------------------------------------------------------------


def _plot(
    chart: Chart, panel: Panel, setter: Typesetter, field: Field, values: list[Decimal]
) -> tuple[list[Shape], float, int]:
    """The course, its last and first figures, its highest and lowest where there is room; its first and last dates."""
    rule = setter.color("rule")
    shapes: list[Shape] = [*_guides(chart, panel, setter, field)]
    shapes += (Box("grid", 0.0, panel.at(value) - 0.06, field.width, 0.12, rule) for value in values)
    lit = any(spotlit(chart, mark) for mark in panel.marks)
    color = setter.color(setter.look.chart.highlight if lit else "grey")
    lines = [tuple(panel.points[mark] for mark in piece) for piece in unbroken(panel.marks)] if panel.marks else []
    runs = [run for piece in (unbroken(panel.marks) if panel.marks else []) for run in joined_alike(piece, chart)]
    # filled, a course hides bands, tells a length from zero, and claims to know what lies between
    if not chart.guides and chart.axis is None and all(join != "far" for _, join in runs):
        for line in lines:
            floor = ((line[-1][0], panel.zero), (line[0][0], panel.zero))
            if len(line) > 1:
                shapes.append(Area("fill", line + floor, setter.color("tint")))
    shapes.append(Box("zero", 0.0, panel.zero - 0.1, field.width, 0.2, setter.color("grey")))
    shapes += _unknown(chart, panel, setter, field)
    shapes += (
        Stroke("line", tuple(panel.points[mark] for mark in marks), color, LINE, dotted=join == "far")
        for marks, join in runs
        if len(marks) > 1
    )
    order = _weighty(panel.marks)
    alone = {line[0] for line in lines if len(line) == 1}
    dots = [
        Dot("dot", *panel.points[mark], DOT, color, "" if _settled(mark) else setter.color("paper"))
        for mark in dict.fromkeys((*order, *(mark for mark in panel.marks if panel.points[mark] in alone)))
    ]
    shapes += dots
    edges = Bounds(0.0, -0.5, field.width, PLOT + 0.5)
    room = LabelRoom(edges, [piece for line in lines for piece in segments(line)], [dot.bounds for dot in dots])
    room.lines.append(((0.0, panel.zero), (field.width, panel.zero)))
    missed = 0
    for mark in order:
        label = setter.label(mark, bold=mark is order[0])
        placed = tuple(room.place(panel.points[mark], DOT, label, setter.color("grey"), below=False, far=False))
        missed += not placed and mark is order[0]
        shapes += placed
    dates = list(_dates(panel, setter, field.width))
    return [*shapes, *dates], max((shape.bounds.bottom for shape in dates), default=PLOT), missed


def _settled(mark: Mark) -> bool:
    return mark.bound is Bound.EXACT and not mark.status


def _weighty(marks: tuple[Mark, ...]) -> list[Mark]:
    if not marks:
        return []
    by_value = sorted(marks, key=lambda mark: mark.value)
    lit = [mark for mark in marks if mark.highlight]
    return list(dict.fromkeys([marks[-1], marks[0], *lit, by_value[-1], by_value[0]]))


def _unknown(chart: Chart, panel: Panel, setter: Typesetter, field: Field) -> Iterator[Shape]:
    """Stripes from figure to figure where none between is known, and words in them that say so where they have room; a
    panel without any figure says it in its middle."""
    words = no_data_words(chart.languages, setter)
    if not panel.marks:
        yield from words.at("no-data", field.width / 2, (PLOT - words.height) / 2, align=0.5)
        return
    for before, after in pairwise(unbroken(panel.marks)):
        start, end = panel.points[before[-1]][0], panel.points[after[0]][0]
        yield from no_data_box(Box("missing", start, 0.0, end - start, PLOT, ""), setter)
        if words.width + 2 * WORDS <= end - start:
            x, y = (start + end) / 2, PLOT - words.height - 2.0
            plate = words.width + 2 * WORDS
            yield Box("plate", x - plate / 2, y - 0.3, plate, words.height + 0.6, setter.color("paper"))
            yield from words.at("no-data", x, y, align=0.5)


def _dates(panel: Panel, setter: Typesetter, width: float) -> Iterator[Shape]:
    if not panel.marks:
        return
    ends = (panel.marks[0], 0.0), (panel.marks[-1], 1.0)
    for mark, align in ends[: len(panel.marks)]:
        block = setter.tick(mark.name, width=0.48 * width)
        x = panel.points[mark][0]
        x = min(max(x - align * block.width, 0.0), width - block.width) + align * block.width
        yield from block.at("date", x, PLOT + UNDER, align)


def needs(chart: Chart) -> Iterator[str]:
    """Two to twelve series over time, or over the same names; an axis and lines only where they share a unit."""
    yield from several_series(chart, MOST)
    if chart.unit is None and (chart.axis is not None or value_guides(chart)):
        yield msg(
            "the panels of a chart of kind '{kind}' have units of their own: leave out axis and reference",
            kind=chart.kind,
        )
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
    fields=(AXIS, REFERENCE, EVENTS),
    gaps=True,
    far=has_far_dates,
)
