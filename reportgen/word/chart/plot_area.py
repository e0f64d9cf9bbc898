"""Where the parts of a chart of Word stand: its height, the room for its words, its dots. No XML stands here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import cached_property

from reportgen.charts.drawing.printed_size import printed_size
from reportgen.charts.drawing.scales import spread, wants_zero
from reportgen.charts.drawing.value_axis import AxisSteps, axis_steps
from reportgen.document import Mark
from reportgen.word.chart.drawingml import Letters
from reportgen.word.chart.rows import ChartRows
from reportgen.word.ooxml.measure import POINTS_PER_MM, lines, longest, width

TALLEST = Decimal("0.85")  # of the page between its margins
LOWEST = Decimal(25)  # mm

TEXT = Decimal("1.6")  # the height of a line of words in sizes of type
MM_PER_POINT = Decimal("25.4") / 72

DOT = Decimal(3)  # mm from a dot's middle to where its figure starts
LEADING = Decimal("1.4")  # of the lines of a figure, in sizes of type
AWAY = Decimal("2.5")  # mm from names to the plot
BETWEEN = Decimal("0.4")  # mm between the figures of a slope
SIDES = Decimal("0.6")  # of a slope, at most, for the words on both its sides
TIGHT = 0.95  # of its room, at most, for a word
MOST_LINES = 4  # of a name under dots

SetLines = Sequence[tuple[str, Letters, str]]
"""Words in lines, each with its letters and its language."""


@dataclass(frozen=True)
class Places(ChartRows):
    """The places of one chart, in millimeters."""

    @property
    def width(self) -> Decimal:
        return printed_size(self.chart, self.look).width

    @property
    def head(self) -> Decimal:
        """The room at the top that the measure and the key take."""
        measure = len(self.lines(self.measure, self.look.chart.measure)) if self.form.element != "doughnutChart" else 0
        key = max((len(self.joined(name).split("\n")) for name in self.chart.series), default=1) if self.keyed else 0
        rows = Decimal(measure) * self.look.chart.measure + Decimal(key) * self.look.chart.label
        return rows * TEXT * MM_PER_POINT

    @property
    def foot(self) -> Decimal:
        """The room at the foot that the note takes."""
        return len(self.lines(self.chart.note, self.look.chart.note)) * self.look.chart.note * TEXT * MM_PER_POINT

    @property
    def keyed(self) -> bool:
        """Whether a key tells which color is what."""
        return (len(self.chart.series) > 1 and not self.form.turned) or self.form.element == "doughnutChart"

    @cached_property
    def height(self) -> Decimal:
        if self.form.direction != "bar":
            needed = max(self.high(index) for index in range(self.rows)) if self.form.turned else Decimal(0)
            return max(printed_size(self.chart, self.look).height, needed + self.names) + self.head + self.foot
        each = self.look.chart.bar * (1 if len(self.chart.languages) == 1 else Decimal("1.5"))
        bars = 1 if self.form.stacked else max(1, Decimal(len(self.courses)) * Decimal("0.8"))
        page = self.look.page
        most = (page.height - page.top - page.bottom) * TALLEST
        return min(max(self.rows * each * bars + self.head + self.foot + 2, LOWEST), most)

    # ---- marks without length -----------------------------------------------------------------

    @property
    def roomy(self) -> bool:
        """Whether the words have room: those of dots over and under them, those of a slope beside its lines."""
        if self.form.turned:
            return sum(self.sides) <= self.width * SIDES
        return not self.form.dots or (self.stands and self.figures_fit)

    @property
    def figures_fit(self) -> bool:
        """Whether no figure is wider than its row's room on the axis of names."""
        return max(wide(self.figure(index, mark)) for index, mark in self.all_marks()) <= self.slot * TIGHT

    @property
    def slot(self) -> float:
        """The room of a row on the axis of names, in points."""
        return float(self.width / self.rows) * POINTS_PER_MM

    @property
    def stands(self) -> bool:
        """Whether the names of rows find room side by side, none broken inside a word."""
        room, size = self.slot, float(self.look.chart.axis)
        for index in range(self.rows):
            name = self.joined(self.name(index)).split("\n")
            if sum(lines(text, size, room * TIGHT) for text in name) > MOST_LINES:
                return False
            if max(longest(text) * size for text in name) > room * TIGHT:
                return False
        return True

    def all_marks(self) -> Iterator[tuple[int, Mark]]:
        """Every mark with its row."""
        return ((index, mark) for course in self.courses for index, mark in enumerate(course) if mark is not None)

    def figure(self, index: int, mark: Mark) -> SetLines:
        """What is told at a mark."""
        return self.lines(self.said(index, mark), self.look.chart.label, bold=mark.highlight)

    @cached_property
    def names(self) -> Decimal:
        """The height of the names of rows: over a slope, under dots."""
        size, room = self.look.chart.axis, self.slot
        names = (self.joined(self.name(index)).split("\n") for index in range(self.rows))
        most = max(sum(lines(text, float(size), room) for text in name) for name in names)
        return most * size * TEXT * MM_PER_POINT + AWAY

    @cached_property
    def sides(self) -> tuple[Decimal, Decimal]:
        """The room for the words on the left and on the right of a slope."""
        size = float(self.look.chart.axis)
        rooms = [0.0, 0.0]
        for index, mark in self.all_marks():
            head = max(width(text, size) for text in self.joined(mark.name).split("\n")) / 2
            rooms[index] = max(rooms[index], wide(self.figure(index, mark)) + float(DOT) * POINTS_PER_MM, head)
        left, right = (Decimal(round(room / POINTS_PER_MM, 1)) + 1 for room in rooms)
        return left, right

    @property
    def top(self) -> Decimal:
        """Where the plot of a slope starts."""
        return self.head + self.names

    @property
    def inner(self) -> Decimal:
        """The height of the plot between the names and the words around it."""
        return self.height - self.top - self.foot

    @cached_property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The least and the most of the scale of marks without length, with room for the figures over and under."""
        values = [self.scaled(mark.value) for mark in self.chart.marks]
        zero = self.from_zero
        reach = [*values, Decimal(0)] if zero else values
        low, high = min(reach), max(reach)
        over = under = DOT
        if self.form.dots:
            over += max(tall(self.figure(*at)) for at in self.all_marks())
            under = over if len(self.courses) > 1 else Decimal(0) if zero and low == 0 else DOT
        span = high - low or abs(high) or Decimal(1)
        unit = span / (self.inner - over - under)
        step = Decimal(1).scaleb(span.adjusted() - 3)
        least = ((low - unit * under) / step).to_integral_value(ROUND_FLOOR) * step
        return least, ((high + unit * over) / step).to_integral_value(ROUND_CEILING) * step

    @cached_property
    def steps(self) -> AxisSteps | None:
        """The axis of figures that the author asked for."""
        return axis_steps(self.chart) if self.chart.axis else None

    @property
    def axis_code(self) -> str:
        """The number format of the values along that axis, all with as many decimals; empty where there is none."""
        if self.steps is None:
            return ""
        exponents = (self.scaled(value).normalize().as_tuple().exponent for value in self.steps.values())
        wanted = self.chart.axis.decimals if self.chart.axis else None
        places = max(wanted or 0, *(-exponent for exponent in exponents if isinstance(exponent, int)), 0)
        return "#,##0" + ("." + "0" * places if places else "")

    @property
    def from_zero(self) -> bool:
        """Whether the axis of marks without length shows zero."""
        if self.steps:
            return self.form.dots and self.steps.least <= 0 <= self.steps.most
        return self.form.dots and wants_zero([mark.value for mark in self.chart.marks])

    def high(self, index: int) -> Decimal:
        """The height of all that is told on one side of a slope."""
        return sum((tall(self.figure(*at)) + BETWEEN for at in self.all_marks() if at[0] == index), Decimal(0))

    @cached_property
    def moved(self) -> dict[tuple[int, Mark], Decimal]:
        """How far down from its dot each figure of a slope stands, so that none covers another."""
        least, most = self.ends
        heights: dict[tuple[int, Mark], Decimal] = {}
        for index in range(self.rows):
            order = sorted((at for at in self.all_marks() if at[0] == index), key=lambda at: -at[1].value)
            wanted = [float((most - self.scaled(mark.value)) / (most - least) * self.inner) for _, mark in order]
            sizes = [float(tall(self.figure(*at)) + BETWEEN) for at in order]
            centers = spread(wanted, sizes, 0.0, float(self.inner))
            heights |= {
                at: Decimal(round(center - want, 1)) for at, center, want in zip(order, centers, wanted, strict=True)
            }
        return heights


def wide(lines: SetLines) -> float:
    """The width of words, in points."""
    return max((width(text, float(dress.size), bold=dress.bold) for text, dress, _ in lines), default=0.0)


def tall(lines: SetLines) -> Decimal:
    """The height of words, in millimeters."""
    return sum((dress.size for _, dress, _ in lines), Decimal(0)) * LEADING * MM_PER_POINT
