"""A scatter plot as Word draws it: a point a name, its name beside it, an axis of figures for each of two units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reportgen.charts.drawing.bar_ends import blend
from reportgen.charts.drawing.printed_size import printed_size
from reportgen.charts.drawing.shapes import Bounds
from reportgen.charts.drawing.ticks import in_unit, values_within
from reportgen.charts.kinds.scatter import DOT, FAINT, HIGHER, Named, pairs, reach
from reportgen.messages import msg
from reportgen.numbers import CommonUnit
from reportgen.template.model import ColorName
from reportgen.word.chart import drawingml as xml
from reportgen.word.chart.drawingml import Axis
from reportgen.word.chart.plot_area import MM_PER_POINT, TEXT, SetLines, tall, wide
from reportgen.word.chart.rows import ChartRows
from reportgen.word.chart.workbook import Grid, workbook
from reportgen.word.ooxml.graphics import WORKBOOK_ID, NativeChart
from reportgen.word.ooxml.measure import POINTS_PER_MM
from reportgen.word.styles.number_format import NumberFormat

AWAY = 1.2  # mm from a point to its name
RIGHT = 3.0  # mm at the right of the plot
SIDES = ("r", "l", "t", "b")
SIZE = 7  # points, of a point
UNLIKE = 1
"""Points by which the headline's points are larger: LibreOffice 7.4 takes the marker of a point only if it differs."""


@dataclass(frozen=True)
class Points(ChartRows):
    """One scatter plot as its part of the file, in millimeters and in the first language's units."""

    def drawn(self) -> NativeChart:
        """The part and its workbook."""
        formats = ["", *(self.code(series) for series in (0, 1))]
        return NativeChart(
            (xml.HEAD + self.space()).encode(), workbook(self.sheet, formats), float(self.width), float(self.height)
        )

    def why_not(self) -> Iterator[str]:
        """What keeps Word from it: axes that each language tells in another unit, names that would cover each other."""
        if any(len({unit.divisor(one) for one in self.chart.languages}) > 1 for unit in self.units if unit):
            yield msg("Word tells an axis in one unit, and the languages tell it in two")
        if None in self.sides:
            yield msg("Word would print its names over each other")

    # ---- figures ---------------------------------------------------------------------------

    @cached_property
    def names(self) -> tuple[Named, ...]:
        return pairs(self.chart)

    @property
    def units(self) -> tuple[CommonUnit | None, ...]:
        return self.chart.units or (self.chart.unit, self.chart.unit)

    def on_axis(self, series: int, value: Decimal) -> Decimal:
        """A value in the unit of its axis."""
        unit = self.units[series]
        return value / unit.divisor(self.chart.languages[0]) if unit else value

    @cached_property
    def sheet(self) -> Grid:
        """A row a name: its name, its figure along, its figure up."""
        heads = [self.joined(words).replace("\n", " / ") for words in self.chart.series]
        rows = [
            (self.joined(one.words).replace("\n", " / "), *(self.on_axis(mark.series, mark.value) for mark in each))
            for one in self.names
            for each in ((one.along, one.up),)
        ]
        return Grid((" ", *heads), tuple(rows))

    def ends(self, series: int) -> tuple[Decimal, Decimal]:
        """Where an axis starts and ends: at round values, since programs count the others from there."""
        ticks = self.ticks(series)
        return ticks[0], ticks[-1]

    def ticks(self, series: int) -> Sequence[Decimal]:
        """The round values of the picture's axis, and one more where a figure stands beyond them."""
        low, high = reach(self.chart, series, self.names)
        first, second, *_ = within = values_within(low, high)
        step = second - first
        return [*([first - step] if low < first else []), *within, *([within[-1] + step] if high > within[-1] else [])]

    def code(self, series: int) -> str:
        """The number format that prints an axis's round values as the picture does."""
        unit, language = self.units[series], self.chart.languages[0]
        told = [dict(in_unit(self.chart, value, unit))[language] for value in self.ticks(series) if unit]
        decimals = max((len(text.partition(".")[2]) for text in told), default=0)
        return NumberFormat("", "", decimals, grouped=True).code

    # ---- places ------------------------------------------------------------------------------

    @property
    def width(self) -> Decimal:
        return printed_size(self.chart, self.look).width

    @property
    def height(self) -> Decimal:
        return printed_size(self.chart, self.look).height * Decimal(HIGHER) + self.head + self.foot

    def axis_words(self, series: int) -> SetLines:
        """What an axis measures, in letters."""
        return self.lines(self.chart.series[series], self.look.chart.axis, bold=True)

    @cached_property
    def head(self) -> Decimal:
        """The room of what is measured upward, over the plot and half its highest value."""
        return (len(self.axis_words(1)) + Decimal("0.5")) * self.look.chart.axis * TEXT * MM_PER_POINT

    @cached_property
    def foot(self) -> Decimal:
        """The room under the plot: round values, what is measured along, the note."""
        note = len(self.lines(self.chart.note, self.look.chart.note)) * self.look.chart.note
        lines = (1 + len(self.axis_words(0))) * self.look.chart.axis
        return (lines + note) * TEXT * MM_PER_POINT

    @cached_property
    def plot(self) -> Bounds:
        """Where the points stand."""
        unit, language, size = self.units[1], self.chart.languages[0], self.look.chart.axis
        told = [dict(in_unit(self.chart, value, unit))[language] for value in self.ticks(1) if unit]
        lines: SetLines = [(text, self.letters(size), "") for text in told]
        left = wide(lines) / POINTS_PER_MM + 3.0
        return Bounds(left, float(self.head), float(self.width) - RIGHT, float(self.height - self.foot))

    def point(self, one: Named) -> tuple[float, float]:
        """Where a name's point stands."""
        shares = [
            float((mark.value - low) / (high - low))
            for mark, (low, high) in ((one.along, self.ends(0)), (one.up, self.ends(1)))
        ]
        left, top, right, bottom = self.plot
        return left + shares[0] * (right - left), bottom - shares[1] * (bottom - top)

    @cached_property
    def sides(self) -> tuple[str | None, ...]:
        """On which side of its point each name stands clear of the others; None where on none."""
        dots = [Bounds(x - DOT, y - DOT, x + DOT, y + DOT) for x, y in map(self.point, self.names)]
        taken: list[Bounds] = []
        sides: list[str | None] = []
        for one in self.names:
            free = next(
                (
                    (side, place)
                    for side in SIDES
                    for place in (self.place(one, side),)
                    if self.inside(place) and not any(place.meets(other) for other in (*dots, *taken))
                ),
                None,
            )
            sides.append(free[0] if free else None)
            taken += [free[1]] if free else []
        return tuple(sides)

    def place(self, one: Named, side: str) -> Bounds:
        """The room of a name on a side of its point."""
        lines = self.name_of(one)
        across, high = wide(lines) / POINTS_PER_MM + 1.0, float(tall(lines))
        x, y = self.point(one)
        off = DOT + AWAY
        left = {"r": x + off, "l": x - off - across}.get(side, x - across / 2)
        top = {"t": y - off - high, "b": y + off}.get(side, y - high / 2)
        return Bounds(left, top, left + across, top + high)

    def inside(self, place: Bounds) -> bool:
        """Whether a name stands on the plot."""
        left, top, _, bottom = self.plot
        return place.left >= left and place.top >= top and place.bottom <= bottom and place.right <= float(self.width)

    def name_of(self, one: Named) -> SetLines:
        return self.lines(one.words, self.look.chart.axis, bold=one.highlight)

    # ---- XML -----------------------------------------------------------------------------------

    def space(self) -> str:
        """The whole of c:chartSpace."""
        left, top, right, bottom = self.plot
        wide_mm, high_mm = float(self.width), float(self.height)
        place = xml.at(
            left / wide_mm, top / high_mm, (right - left) / wide_mm, (bottom - top) / high_mm, target="inner"
        )
        axes = f"{self.axis(0).xml()}{self.axis(1).xml()}"
        inside = f'<c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{self.series()}'
        numbers = '<c:axId val="1001"/><c:axId val="1002"/>'
        plot = f"<c:scatterChart>{inside}{numbers}</c:scatterChart>{axes}"
        return "".join(
            (
                '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>',
                f"<c:plotArea>{place}{plot}{xml.shape(xml.NOTHING, xml.NO_LINE)}</c:plotArea>",
                '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
                xml.shape(xml.NOTHING, xml.NO_LINE),
                self.letters(self.look.chart.label).default(),
                f'<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
            )
        )

    def series(self) -> str:
        """The points and their names."""
        lit = any(one.highlight for one in self.names)
        usual: ColorName = self.look.chart.plain if lit else self.look.chart.highlight
        head = f'<c:idx val="0"/><c:order val="0"/>{xml.name(self.sheet, 2)}'
        points = "".join(self.own_point(place, one) for place, one in enumerate(self.names) if self.unlike(one))
        labels = [
            xml.label(place, xml.rich(self.name_of(one)), side or "r")
            for place, (one, side) in enumerate(zip(self.names, self.sides, strict=True))
        ]
        dress = self.letters(self.look.chart.axis)
        told = xml.labels(labels, "General", dress, "r", ground=xml.shape(xml.NOTHING, xml.NO_LINE))
        figures = xml.column("xVal", self.sheet, 1, self.code(0)) + xml.column("yVal", self.sheet, 2, self.code(1))
        line = xml.shape(xml.NO_LINE)
        color = self.look.palette.of(usual)
        dots = self.marker(color, color)
        return f'<c:ser>{head}{line}{dots}{points}{told}{figures}<c:smooth val="0"/></c:ser>'

    def unlike(self, one: Named) -> bool:
        return one.highlight or not one.settled

    def own_point(self, place: int, one: Named) -> str:
        """A point of the headline, or a hollow one."""
        lit = one.highlight or not any(other.highlight for other in self.names)
        color = self.look.palette.of(self.look.chart.highlight if lit else self.look.chart.plain)
        inside = color if one.settled else self.look.palette.of("paper")
        dot = self.marker(inside, color, UNLIKE if one.settled else 0)
        return f'<c:dPt><c:idx val="{place}"/>{dot}<c:bubble3D val="0"/></c:dPt>'

    def marker(self, inside: str, edge: str, larger: int = 0) -> str:
        painted = xml.shape(xml.fill(inside), xml.line(edge, 1.25))
        return f'<c:marker><c:symbol val="circle"/><c:size val="{SIZE + larger}"/>{painted}</c:marker>'

    def axis(self, series: int) -> Axis:
        """An axis of figures with hair lines at round values; what it measures stands at its end."""
        least, most = (self.on_axis(series, value) for value in self.ends(series))
        first, second, *_ = self.ticks(series)
        step = self.on_axis(series, second - first)
        words = self.axis_words(series)
        x, y = (0.0, 0.0) if series else (self.end_of(words), self.under)
        return Axis(
            "valAx",
            1001 + series,
            1002 - series,
            "l" if series else "b",
            line=xml.line(self.look.palette.of("grey"), 0.75),
            labels_at="low",
            code=self.code(series),
            least=least,
            most=most,
            grid=xml.line(blend(self.look.palette.of("rule"), self.look.palette.of("paper"), FAINT), 0.5),
            title=xml.title(words, x, y),
            dress=self.letters(self.look.chart.axis, "grey"),
            more=f'<c:crossBetween val="midCat"/><c:majorUnit val="{step:f}"/>',
        )

    def end_of(self, words: SetLines) -> float:
        """Where words start that end at the right edge, in shares of the width."""
        return max(0.0, 1.0 - (wide(words) / POINTS_PER_MM + 2.0) / float(self.width))

    @property
    def under(self) -> float:
        """Where what is measured along stands, in shares of the height: under the round values."""
        values = float(self.look.chart.axis * TEXT * MM_PER_POINT)
        return (self.plot.bottom + values) / float(self.height)
