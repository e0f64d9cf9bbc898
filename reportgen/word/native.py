"""Charts that live in Word: a chart's marks as a part of the file with its workbook, to be edited there.

FORMS says which kinds Word can draw, and how; of the others, and of charts that hold what Word has no room for,
`why_not` says so, and they stay pictures. The picture's rules hold: figures at their marks in place of a value axis,
zero as the base of bars, the headline's marks in its color, hatching where a figure is not exact. A figure at a mark is
the cell in a number format where that prints the very words of the mark; else it is those words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from reportgen.charts.kind import by_series
from reportgen.charts.lines import tidy
from reportgen.charts.pen import spotlit
from reportgen.document import Bound, Chart, Mark, Words
from reportgen.languages import say
from reportgen.numbers.quantity import Percent
from reportgen.template.model import ColorName, Look
from reportgen.word import chart_xml as xml
from reportgen.word.chart_dates import date_format, evenly, serial
from reportgen.word.chart_xml import Axis, Type
from reportgen.word.names import EAST_ASIAN
from reportgen.word.number_format import NumberFormat, number_format
from reportgen.word.workbook import Cell, Grid, workbook

MOST_LABELS = 12
"""Marks of a course that all carry their figures; of more, only the weightiest do, and the axis tells the rest."""

NEAR = Decimal("0.06")
"""Marks of a course nearer to each other than this, in shares of its time, do not both carry their figures."""

ROOM = Decimal("1.15")
"""How far the hidden axis reaches, in lengths of the longest mark: there stands its figure."""

COURSES = ("lineChart", "areaChart", "scatterChart")
GAP = 70  # percent of a bar's thickness between two names
TALLEST = Decimal("0.85")  # of the page between its margins
LOWEST = Decimal(60)
"""Millimeters. LibreOffice 7.4 draws a chart of a Word file on a sheet of 16 to 9 and stretches it into its frame, so
that letters in a low one are flat."""

LINE = 2.25  # points
TEXT = Decimal("1.6")  # the height of a line of words in sizes of type
MM_PER_POINT = Decimal("25.4") / 72
REST: Words = (("zh", "其余"), ("en", "Rest"))
WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Native:
    """A chart of Word: its part, its workbook, and how large it is to be printed."""

    part: bytes
    workbook: bytes
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Form:
    """How Word draws a kind: its element, and where that has them, its direction and how series stand together."""

    element: str
    direction: str = ""  # bar: lying, col: standing
    grouping: str = ""
    stacked: bool = False


FORMS: Mapping[str, Form] = {
    "bars": Form("barChart", "bar", "clustered"),
    "columns": Form("barChart", "col", "clustered"),
    "grouped": Form("barChart", "bar", "clustered"),
    "stacked": Form("barChart", "bar", "stacked", stacked=True),
    "stacked-100": Form("barChart", "bar", "percentStacked", stacked=True),
    "before-after": Form("barChart", "bar", "clustered"),
    "line": Form("lineChart", "", "standard"),
    "step": Form("scatterChart"),
    "area": Form("areaChart", "", "standard"),
    "share": Form("doughnutChart"),
    "donut": Form("doughnutChart"),
}
"""The kinds that Word can draw, by the name an author writes."""


def why_not(chart: Chart) -> str:
    """What keeps Word from drawing the chart itself; empty where nothing does."""
    if chart.kind not in FORMS:
        return f"Word has no chart of kind '{chart.kind}'"
    if chart.aside:
        return "Word has no place for the figures beside its marks"
    if chart.note and FORMS[chart.kind].element == "doughnutChart":
        return "Word has no place for its note"
    if any(mark.gap for mark in chart.marks):
        return "Word would draw a line across its gaps"
    if chart.kind == "step" and any(mark.when is None for mark in chart.marks):
        return "Word draws steps only along dates"
    return ""


def native(chart: Chart, look: Look, english: str = "en-US") -> Native:
    """The chart as Word draws it; the same chart and look give the same bytes. Only where `why_not` is empty."""
    drawn = _Drawn(chart, look, english, FORMS[chart.kind])
    part = xml.HEAD + drawn.space()
    formats = ["" if isinstance(cells[0], str) else drawn.code for cells in zip(*drawn.grid.rows, strict=True)]
    book = workbook(drawn.grid, formats)
    return Native(part.encode(), book, float(drawn.width), float(drawn.height))


@dataclass(frozen=True)
class _Drawn:
    """One chart on its way to XML."""

    chart: Chart
    look: Look
    english: str
    form: Form

    # ---- figures -------------------------------------------------------------------------

    def scaled(self, value: Decimal) -> Decimal:
        """A figure in the axis's unit, which is the first language's: 4500 of 亿元."""
        return value / self.chart.unit.divisor(self.chart.languages[0]) if self.chart.unit else value

    @cached_property
    def courses(self) -> tuple[tuple[Mark | None, ...], ...]:
        """The marks of each series, one or none a row; a row is a time or a name, or the same name once more."""
        marks = sorted(self.chart.marks, key=lambda mark: mark.when or 0) if self.timed else self.chart.marks
        known: dict[tuple[object, int], dict[int, Mark]] = {}
        for mark in marks:
            name = mark.when if self.timed else mark.name
            times = next(count for count in range(len(marks)) if mark.series not in known.get((name, count), {}))
            known.setdefault((name, times), {})[mark.series] = mark
        return tuple(tuple(row.get(series) for row in known.values()) for series in by_series(tuple(marks)))

    @property
    def timed(self) -> bool:
        """Whether the rows stand in time."""
        return self.form.element in COURSES and all(mark.when is not None for mark in self.chart.marks)

    @property
    def dated(self) -> bool:
        """Whether the axis must be one of dates: names that stand evenly are true to time only where the times do."""
        return self.timed and not evenly([self.when(place) for place in range(self.rows)])

    @property
    def rows(self) -> int:
        return len(self.courses[0])

    def first(self, place: int) -> Mark:
        """The first mark of a row."""
        return next(mark for course in self.courses if (mark := course[place]) is not None)

    def when(self, place: int) -> Decimal:
        return self.first(place).when or Decimal(0)

    @cached_property
    def grid(self) -> Grid:
        """The workbook's sheet: a row a name, a column a series; on a time axis a column of dates stands between."""
        dated = self.form.element == "scatterChart" or self.dated
        heads = [self.told(words) or f"{place}" for place, words in enumerate(self.chart.series)]
        measure = self.told(self.chart.measure).replace("\n", " ") or " "
        rows = [
            (
                self.told(self.first(place).name),
                *((self.date(place),) if dated else ()),
                *(self.scaled(mark.value) if mark else None for mark in (course[place] for course in self.courses)),
            )
            for place in range(self.rows)
        ]
        head = (" ", *((" ",) if dated else ()), *(heads if len(heads) == len(self.courses) else [measure]))
        return Grid(head, tuple(self.stair(rows) if self.form.element == "scatterChart" else self.completed(rows)))

    def date(self, place: int) -> Decimal:
        """A row's place on a time axis: in years for a stair, else the day as Word counts them."""
        when = self.when(place)
        return when if self.form.element == "scatterChart" else serial(when)

    def stair(self, rows: Sequence[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
        """The corners of a stair: before each row but the first, the figure before it holds until its time."""
        for place, (name, when, value) in enumerate(rows):
            if place:
                yield "", when, rows[place - 1][2]
            yield name, when, value

    def completed(self, rows: Sequence[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
        """The rows, and for parts of a whole that leave some of it, the rest."""
        yield from rows
        rest = WHOLE - sum(mark.value for mark in self.chart.marks)
        percent = self.chart.unit is None or isinstance(self.chart.unit.like, Percent)
        if self.form.element == "doughnutChart" and percent and rest > 0:
            yield self.told(tuple(words for words in REST if words[0] in self.chart.languages)), rest

    # ---- words -----------------------------------------------------------------------------

    def told(self, words: Words) -> str:
        """Words in plain text, a line a language, each wording once."""
        return "\n".join(dict.fromkeys(tidy(text) for _, text in words if text.strip()))

    def type(self, size: Decimal, color: ColorName = "ink", *, bold: bool = False) -> Type:
        """Letters of the look."""
        size = max(size, self.look.chart.smallest)
        return Type(self.look.fonts["en"], self.look.fonts["zh"], size, self.look.palette.of(color), bold)

    def lines(
        self, words: Words, size: Decimal, color: ColorName = "ink", *, bold: bool = False
    ) -> list[tuple[str, Type, str]]:
        """Words set one language under the other, the second smaller and lighter."""
        once: dict[str, str] = {}
        for language, text in words:
            once.setdefault(tidy(text), language)
        first, second = self.type(size, color, bold=bold), self.type(min(size, self.look.chart.second), "grey")
        return [
            (text, second if place else first, EAST_ASIAN.get(language, self.english))
            for place, (text, language) in enumerate(once.items())
            if text
        ]

    @property
    def measure(self) -> Words:
        """What is measured, and the axis's unit where that does not say it."""
        unit, told = self.chart.unit, dict(self.chart.measure)
        first = self.chart.languages[0]
        label = unit.label(first) if unit else ""
        if not label or label in told.get(first, ""):
            return self.chart.measure
        return tuple((language, self.with_unit(told.get(language, ""), language)) for language in self.chart.languages)

    def with_unit(self, words: str, language: str) -> str:
        """The measure with its unit in brackets, where this language's is the axis's."""
        unit = self.chart.unit
        assert unit is not None
        label = unit.label(language)
        if not label or unit.divisor(language) != unit.divisor(self.chart.languages[0]):
            return words
        return words + say("brackets", language).format(label) if words else label

    # ---- labels ------------------------------------------------------------------------------

    @cached_property
    def number(self) -> NumberFormat:
        """The number format that prints the labels of most exact marks."""
        found = [form for mark in self.chart.marks if (form := self.format_of(mark))]
        return max(found, key=found.count, default=NumberFormat("", "", 0, grouped=True))

    @property
    def code(self) -> str:
        return self.number.code

    def format_of(self, mark: Mark) -> NumberFormat | None:
        """The format that prints the mark's label from its cell; None for words that no format could print."""
        printed = self.told(mark.label)
        if self.loose(mark) or "\n" in printed:
            return None
        return number_format(printed, self.scaled(mark.value))

    def labels(self, course: Sequence[Mark | None]) -> str:
        """The labels of a series."""
        position = (
            "" if self.form.element in ("doughnutChart", "areaChart") else "ctr" if self.form.stacked else "outEnd"
        )
        position = "t" if self.form.element in ("lineChart", "scatterChart") else position
        size = self.look.chart.label
        own = [own for place, mark in enumerate(course) for own in self.own_label(course, place, mark, position)]
        return xml.labels([*own, *self.rest_label()], self.code, self.type(size, self.label_color), position)

    def rest_label(self) -> Iterator[str]:
        """The rest of a whole has no figure of its own."""
        if self.form.element == "doughnutChart" and len(self.grid.rows) > self.rows:
            yield xml.no_label(self.rows)

    def own_label(self, course: Sequence[Mark | None], place: int, mark: Mark | None, position: str) -> Iterator[str]:
        """The label of a point that differs from its series': none, words of its own, or the headline's weight."""
        at = 2 * place if self.form.element == "scatterChart" else place
        if self.form.element == "scatterChart" and place:
            yield xml.no_label(at - 1)
        if mark is None:
            return
        if mark not in self.weighty(course):
            yield xml.no_label(at)
        elif mark.highlight or self.format_of(mark) != self.number:
            color = "ink" if self.loose(mark) else self.label_color
            said = self.lines(mark.label, self.look.chart.label, color, bold=mark.highlight)
            yield xml.label(at, xml.rich(said), position)

    @property
    def label_color(self) -> ColorName:
        return "paper" if self.form.stacked or self.form.element == "doughnutChart" else "ink"

    @property
    def crowded(self) -> bool:
        """Whether the axis tells the values: a course with too many marks to label each; areas, whose labels Word puts
        inside them."""
        return self.form.element == "areaChart" or (
            self.form.element in COURSES and len(self.chart.marks) > MOST_LABELS
        )

    def weighty(self, course: Sequence[Mark | None]) -> set[Mark]:
        """The marks that carry their figures: all where they have room, else the headline's, the ends, the extremes."""
        marks = [mark for mark in course if mark is not None]
        if self.form.element not in COURSES:
            return set(marks)
        by_value = sorted(marks, key=lambda mark: mark.value)
        ends = [marks[-1]] if len(self.courses) > 1 else [marks[-1], marks[0], by_value[-1], by_value[0]]
        order = [*(mark for mark in marks if mark.highlight), *ends, *([] if self.crowded else marks)]
        kept: list[Mark] = []
        for mark in dict.fromkeys(order):
            if all(self.apart(mark, other) for other in kept):
                kept.append(mark)
        return set(kept)

    def apart(self, one: Mark, other: Mark) -> bool:
        """Whether two figures of a course have room beside each other."""
        if not self.timed:
            return True
        span = self.when(self.rows - 1) - self.when(0)
        return abs((one.when or Decimal(0)) - (other.when or Decimal(0))) >= NEAR * span

    # ---- colors ------------------------------------------------------------------------------

    def series_color(self, series: int) -> str:
        look = self.look
        if len(self.chart.series) > 1:
            if self.chart.kind == "before-after":
                return look.palette.of(look.chart.highlight if series else look.chart.plain)
            return look.palette.series[series % len(look.palette.series)].removeprefix("#").upper()
        return look.palette.of(look.chart.highlight)

    def mark_color(self, place: int, mark: Mark) -> str:
        """The color of one mark; parts of a whole have a color each."""
        look, chart = self.look, self.chart
        if len(chart.series) > 1:
            return self.series_color(mark.series)
        if self.form.element == "doughnutChart" and len(chart.marks) > 1 and not any(m.highlight for m in chart.marks):
            return look.palette.series[place % len(look.palette.series)].removeprefix("#").upper()
        lit = place == len(chart.marks) - 1 if chart.kind == "before-after" else spotlit(chart, mark)
        return look.palette.of(look.chart.highlight if lit else look.chart.plain)

    def points(self, series: int, course: Sequence[Mark | None]) -> str:
        """The points that look unlike their series: other colors, hatched or hollow figures that are not exact."""
        return "".join(self.point(place, mark, series) for place, mark in enumerate(course) if mark is not None) + (
            self.rest_point() if self.form.element == "doughnutChart" else ""
        )

    def loose(self, mark: Mark) -> bool:
        """Whether a figure is less than certain: approximate, open-ended, or not final."""
        return mark.bound is not Bound.EXACT or bool(mark.status)

    def point(self, place: int, mark: Mark, series: int) -> str:
        paper, loose = self.look.palette.of("paper"), self.loose(mark)
        if self.form.element in ("lineChart", "scatterChart"):
            at = 2 * place if self.form.element == "scatterChart" else place
            hollow = self.marker(paper, self.series_color(series))
            return f'<c:dPt><c:idx val="{at}"/>{hollow}<c:bubble3D val="0"/></c:dPt>' if loose else ""
        color = self.mark_color(place, mark)
        if self.form.element != "doughnutChart" and color == self.series_color(series) and not loose:
            return ""
        return self.flat_point(place, xml.hatch(color, paper) if loose else xml.fill(color))

    def rest_point(self) -> str:
        """What a whole has beside its parts, in the color of a tint."""
        if len(self.grid.rows) == self.rows:
            return ""
        return self.flat_point(self.rows, xml.fill(self.look.palette.of("tint")))

    def flat_point(self, place: int, paint: str) -> str:
        ring = self.form.element == "doughnutChart"
        edge = xml.line(self.look.palette.of("paper"), 1) if ring else ""
        inverted = "" if ring else '<c:invertIfNegative val="0"/>'
        return f'<c:dPt><c:idx val="{place}"/>{inverted}<c:bubble3D val="0"/>{xml.shape(paint, edge)}</c:dPt>'

    def marker(self, inside: str, edge: str) -> str:
        painted = xml.shape(xml.fill(inside), xml.line(edge, 1.25))
        return f'<c:marker><c:symbol val="circle"/><c:size val="6"/>{painted}</c:marker>'

    # ---- the parts of the chart ------------------------------------------------------------------

    def space(self) -> str:
        """The whole of c:chartSpace."""
        top = self.head / self.height
        legend = self.legend() if self.keyed else ""
        place = xml.at(0.0, float(top), 1.0, float(1 - top - self.foot / self.height - Decimal("0.01")))
        parts = (
            '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>',
            f"<c:plotArea>{place}{self.plot()}{xml.shape(xml.NOTHING, xml.NO_LINE)}</c:plotArea>{legend}",
            '<c:plotVisOnly val="1"/><c:dispBlanksAs val="span"/></c:chart>',
            xml.shape(xml.NOTHING, xml.NO_LINE),
            self.type(self.look.chart.label).default(),
            f'<c:externalData r:id="{xml.WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
        )
        return "".join(parts)

    @property
    def width(self) -> Decimal:
        return self.look.page.text_width

    @property
    def head(self) -> Decimal:
        """The millimeters at the top that the measure and the key take."""
        measure = len(self.lines(self.measure, self.look.chart.measure)) if self.form.element != "doughnutChart" else 0
        rows = Decimal(measure) * self.look.chart.measure + Decimal(self.keyed) * self.look.chart.label
        return rows * TEXT * MM_PER_POINT

    @property
    def foot(self) -> Decimal:
        """The millimeters at the foot that the note takes."""
        return len(self.lines(self.chart.note, self.look.chart.note)) * self.look.chart.note * TEXT * MM_PER_POINT

    @property
    def keyed(self) -> bool:
        """Whether a key tells which color is what."""
        return len(self.chart.series) > 1 or self.form.element == "doughnutChart"

    @property
    def height(self) -> Decimal:
        if self.form.direction != "bar":
            return self.look.chart.height + self.head + self.foot
        each = self.look.chart.bar * (1 if len(self.chart.languages) == 1 else Decimal("1.5"))
        bars = 1 if self.form.stacked else max(1, Decimal(len(self.courses)) * Decimal("0.8"))
        page = self.look.page
        most = (page.height - page.top - page.bottom) * TALLEST
        return min(max(self.rows * each * bars + self.head + self.foot + 2, LOWEST), most)

    def legend(self) -> str:
        """The key: over the plot for several series, at the right for the parts of a whole."""
        size = self.type(self.look.chart.label).default()
        if self.form.element == "doughnutChart":
            return f'<c:legend><c:legendPos val="r"/><c:overlay val="0"/>{size}</c:legend>'
        measure = self.head - self.look.chart.label * TEXT * MM_PER_POINT
        place = xml.at(0.0, float(measure / self.height))
        return f'<c:legend><c:legendPos val="t"/>{place}<c:overlay val="0"/>{size}</c:legend>'

    def plot(self) -> str:
        """The marks, then their axes."""
        series = "".join(self.series(place, course) for place, course in enumerate(self.courses))
        vary = '<c:varyColors val="0"/>'
        axes = '<c:axId val="1001"/><c:axId val="1002"/>'
        match self.form.element:
            case "doughnutChart":
                inside = f'{vary}{series}<c:firstSliceAng val="0"/><c:holeSize val="60"/>'
                return f"<c:doughnutChart>{inside}</c:doughnutChart>"
            case "scatterChart":
                inside = f'<c:scatterStyle val="lineMarker"/>{vary}{series}{axes}'
            case "barChart":
                overlap = f'<c:overlap val="{100 if self.form.stacked else -5}"/>'
                inside = (
                    f'<c:barDir val="{self.form.direction}"/><c:grouping val="{self.form.grouping}"/>'
                    f'{vary}{series}<c:gapWidth val="{GAP}"/>{overlap}{axes}'
                )
            case "lineChart":
                inside = f'<c:grouping val="standard"/>{vary}{series}<c:marker val="1"/>{axes}'
            case _:
                piled = "stacked" if len(self.courses) > 1 else "standard"
                inside = f'<c:grouping val="{piled}"/>{vary}{series}{axes}'
        return f"<c:{self.form.element}>{inside}</c:{self.form.element}>{self.across().xml()}{self.along().xml()}"

    def series(self, place: int, course: Sequence[Mark | None]) -> str:
        """One series, in the order of elements that its sort wants."""
        grid, column = self.grid, len(self.grid.head) - len(self.courses) + place
        color = self.series_color(place)
        before = f'<c:idx val="{place}"/><c:order val="{place}"/>{xml.name(grid, column)}'
        labels = self.labels(course)
        dates = 1 if self.dated or self.form.element == "scatterChart" else 0
        names = xml.column("cat", grid, dates, "yyyy\\-mm\\-dd")
        values = xml.column("val", grid, column, self.code)
        stroke = xml.shape(xml.line(color, LINE))
        points = self.points(place, course)
        match self.form.element:
            case "barChart":
                flat = f'{xml.shape(xml.fill(color))}<c:invertIfNegative val="0"/>'
                inside = f"{flat}{points}{labels}{names}{values}"
            case "lineChart":
                inside = f'{stroke}{self.marker(color, color)}{points}{labels}{names}{values}<c:smooth val="0"/>'
            case "scatterChart":
                figures = xml.column("xVal", grid, 1) + xml.column("yVal", grid, column, self.code)
                bare = '<c:marker><c:symbol val="none"/></c:marker>'
                inside = f'{stroke}{bare}{self.dots(course)}{labels}{figures}<c:smooth val="0"/>'
            case "areaChart":
                inner = color if len(self.courses) > 1 else self.look.palette.of("tint")
                inside = f"{xml.shape(xml.fill(inner), xml.line(color, LINE))}{names}{values}"
            case _:  # LibreOffice paints the first part as the series, whatever the part says
                inside = f"{xml.shape(xml.fill(self.mark_color(0, self.first(0))))}{points}{labels}{names}{values}"
        return f"<c:ser>{before}{inside}</c:ser>"

    def dots(self, course: Sequence[Mark | None]) -> str:
        """The markers of a stair: at its figures, none at the corners between."""
        color, paper = self.series_color(0), self.look.palette.of("paper")
        full, hollow = self.marker(color, color), self.marker(paper, color)
        told = [(2 * place, mark) for place, mark in enumerate(course) if mark is not None]
        return "".join(
            f'<c:dPt><c:idx val="{at}"/>{hollow if self.loose(mark) else full}<c:bubble3D val="0"/></c:dPt>'
            for at, mark in told
        )

    def across(self) -> Axis:
        """The axis of names or times."""
        lying = self.form.direction == "bar"
        skip = f'<c:tickLblSkip val="{-(-self.rows // MOST_LABELS)}"/>' if self.timed else ""
        note = self.lines(self.chart.note, self.look.chart.note, "grey")
        axis = Axis(
            "catAx",
            1001,
            1002,
            "l" if lying else "b",
            line=xml.line(self.look.palette.of("grey"), 0.75),
            backward=lying,
            title=xml.title(note, 0.0, float(1 - self.foot / self.height)) if note else "",
            dress=self.type(self.look.chart.label if lying else self.look.chart.axis, "ink" if lying else "grey"),
            more=f'<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="1"/>',
        )
        if self.form.element == "scatterChart":
            return replace(axis, element="valAx", code="0", more='<c:crossBetween val="midCat"/>')
        if self.dated:
            more = '<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/>'
            span = self.when(self.rows - 1) - self.when(0)
            return replace(axis, element="dateAx", code=date_format(self.chart.languages[0], span), more=more)
        return axis

    def along(self) -> Axis:
        """The axis of figures: it tells what is measured, and shows its values only where marks cannot carry theirs."""
        values = [mark.value for mark in self.chart.marks]
        lines = self.lines(self.measure, self.look.chart.measure, "grey")
        crossing = "midCat" if self.form.element in ("scatterChart", "areaChart") else "between"
        return Axis(
            "valAx",
            1002,
            1001,
            "b" if self.form.direction == "bar" else "l",
            told="low" if self.crowded else "none",
            code=self.code,
            least=Decimal(0) if min(values) >= 0 else None,
            most=self.scaled(max(values)) * ROOM
            if max(values) > 0 and not (self.crowded or self.form.stacked)
            else None,
            grid=xml.line(self.look.palette.of("rule"), 0.5) if self.crowded else "",
            title=xml.title(lines, 0.0, 0.0) if lines else "",
            dress=self.type(self.look.chart.axis, "grey"),
            more=f'<c:crossBetween val="{crossing}"/>',
        )
