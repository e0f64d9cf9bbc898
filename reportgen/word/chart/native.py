"""Charts that live in Word: a chart's marks as a part of the file with its workbook, to be edited there.

The picture's rules hold: figures at their marks in place of a value axis, zero as the base of bars, the headline's
marks in its color, hatching where a figure is not exact. A figure at a mark is the cell in a number format where that
prints the very words of the mark; else it is those words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportgen.charts import CHARTS
from reportgen.charts.kind import NativeForm
from reportgen.document import GAP as BREAK
from reportgen.document import MISSING, Chart, Mark
from reportgen.messages import msg
from reportgen.template.model import Look
from reportgen.word.chart import drawingml as xml
from reportgen.word.chart.dates import date_format
from reportgen.word.chart.drawingml import Axis
from reportgen.word.chart.marks import LINE, MOST_LABELS, Marks
from reportgen.word.chart.plot_area import MM_PER_POINT, TEXT
from reportgen.word.chart.points import Points
from reportgen.word.chart.rows import turned
from reportgen.word.chart.workbook import plain, workbook
from reportgen.word.ooxml.graphics import WORKBOOK_ID, NativeChart

ROOM = Decimal("1.15")
"""How far the hidden axis reaches, in lengths of the longest mark: there stands its figure."""

JOINT = 2.5  # points, between two dots
GAP = 70  # percent of a bar's thickness between two names


def native(chart: Chart, look: Look, english: str = "en-US") -> NativeChart:
    """The chart as Word draws it; the same chart and look give the same bytes. Only where `why_not` is empty."""
    form = CHARTS[chart.kind].native
    assert isinstance(form, NativeForm)
    if _points(form):
        return Points(chart, look, english, form).drawn()
    drawn = _drawn(chart, form, look, english)
    part = xml.HEAD + drawn.space()
    formats = ["" if isinstance(cells[0], str) else drawn.code for cells in zip(*drawn.grid.rows, strict=True)]
    book = workbook(drawn.grid, formats)
    return NativeChart(part.encode(), book, float(drawn.width), float(drawn.height))


def why_not(chart: Chart, look: Look) -> str:
    """What keeps Word from drawing the chart itself; empty where nothing does."""
    return next(_reasons(chart, look), "")


def _reasons(chart: Chart, look: Look) -> Iterator[str]:
    form = CHARTS[chart.kind].native
    if not isinstance(form, NativeForm):
        yield form
        return
    if any(mark.role != MISSING for mark in chart.beside):
        yield msg("Word has no place for the figures beside its marks")
    if not form.course and chart.in_role(MISSING) and not _says_missing(chart, form, look):
        yield msg("Word has no place for the words that a figure is not known")
    if chart.guides:
        yield msg("Word has no place for what its figures are read against")
    if chart.note and form.element == "doughnutChart":
        yield msg("Word has no place for its note")
    if any(mark.role == BREAK for mark in chart.marks):
        yield msg("Word would draw a line across its gaps")
    if CHARTS[chart.kind].far(chart):
        yield msg("Word would draw a line between dates far apart as between any others")
    yield from form.limits(chart)
    if _points(form):
        yield from Points(chart, look, "en-US", form).why_not()
        return
    if not _drawn(chart, form, look).roomy:
        yield msg("Word has no room for its names and figures")


def _says_missing(chart: Chart, form: NativeForm, look: Look) -> bool:
    """Whether the names can say that there is no figure: they lack all of theirs, and stand beside each other."""
    partly = {mark.name for mark in chart.in_role(MISSING)} & {mark.name for mark in chart.marks}
    return not partly and _drawn(chart, form, look).form.direction != "bar"


def _points(form: NativeForm) -> bool:
    """Whether its marks are points of two figures, and not the corners of a stair."""
    return form.element == "scatterChart" and form.dots


def _drawn(chart: Chart, form: NativeForm, look: Look, english: str = "en-US") -> _Drawn:
    if form.direction == "col" and not _Drawn(chart, look, english, form).stands:
        form = replace(form, direction="bar")
    if form.signed:
        chart = form.signed(chart)
    return _Drawn(turned(chart) if form.turned else chart, look, english, form)


@dataclass(frozen=True)
class _Drawn(Marks):
    """One chart as its part of the file."""

    def space(self) -> str:
        """The whole of c:chartSpace."""
        legend = self.legend() if self.keyed else ""
        parts = (
            '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>',
            f"<c:plotArea>{self.place()}{self.plot()}{xml.shape(xml.NOTHING, xml.NO_LINE)}</c:plotArea>{legend}",
            '<c:plotVisOnly val="1"/><c:dispBlanksAs val="span"/></c:chart>',
            xml.shape(xml.NOTHING, xml.NO_LINE),
            self.letters(self.look.chart.label).default(),
            f'<c:externalData r:id="{WORKBOOK_ID}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
        )
        return "".join(parts)

    def place(self) -> str:
        """Where the marks stand with their axes; of a slope, without the words around it."""
        if not self.form.turned:
            top = self.head / self.height
            return xml.at(0.0, float(top), 1.0, float(1 - top - self.foot / self.height - Decimal("0.01")))
        left, right = (side / self.width for side in self.sides)
        sizes = left, self.top / self.height, 1 - left - right, self.inner / self.height
        return xml.at(*map(float, sizes), target="inner")

    def legend(self) -> str:
        """The key: over the plot for several series, at the right for the parts of a whole."""
        size = self.letters(self.look.chart.label).default()
        if self.form.element == "doughnutChart":
            return f'<c:legend><c:legendPos val="r"/><c:overlay val="0"/>{size}</c:legend>'
        measure = len(self.lines(self.measure, self.look.chart.measure)) * self.look.chart.measure * TEXT * MM_PER_POINT
        layout = xml.at(0.0, float(measure / self.height))
        return f'<c:legend><c:legendPos val="t"/>{layout}<c:overlay val="0"/>{size}</c:legend>'

    def plot(self) -> str:
        """The marks, then their axes."""
        series = "".join(self.series(index, course) for index, course in enumerate(self.courses))
        ring = self.form.element == "doughnutChart"  # LibreOffice paints the first part by itself where none vary
        vary = f'<c:varyColors val="{int(ring)}"/>'
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
                inside = f'<c:grouping val="standard"/>{vary}{series}{self.joints()}<c:marker val="1"/>{axes}'
            case _:
                piled = "stacked" if len(self.courses) > 1 else "standard"
                inside = f'<c:grouping val="{piled}"/>{vary}{series}{axes}'
        return f"<c:{self.form.element}>{inside}</c:{self.form.element}>{self.across().xml()}{self.along().xml()}"

    def joints(self) -> str:
        """What stands between dots: a bar from one to the other, or a hair line from the one to its name."""
        rule = self.look.palette.of("rule")
        if not self.form.dots:
            return ""
        if len(self.courses) > 1:
            return f"<c:hiLowLines>{xml.shape(xml.line(rule, JOINT))}</c:hiLowLines>"
        return f"<c:dropLines>{xml.shape(xml.line(rule, 0.5))}</c:dropLines>"

    def series(self, index: int, course: Sequence[Mark | None]) -> str:
        """One series, in the order of elements that its sort wants."""
        grid, column = self.grid, len(self.grid.head) - len(self.courses) + index
        color = self.series_color(index)
        before = f'<c:idx val="{index}"/><c:order val="{index}"/>{xml.name(grid, column)}'
        labels = self.labels(course)
        dates = 1 if self.dated or self.form.element == "scatterChart" else 0
        names = xml.column("cat", grid, dates, "yyyy\\-mm\\-dd")
        values = xml.column("val", grid, column, self.code)
        stroke = self.stroke(index)
        points = self.points(index, course)
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
            case _:
                inside = f"{points}{labels}{names}{values}"
        return f"<c:ser>{before}{inside}</c:ser>"

    def dots(self, course: Sequence[Mark | None]) -> str:
        """The markers of a stair: at its figures, none at the corners between."""
        color, paper = self.series_color(0), self.look.palette.of("paper")
        full, hollow = self.marker(color, color), self.marker(paper, color)
        marks = [(2 * index, mark) for index, mark in enumerate(course) if mark is not None]
        return "".join(
            f'<c:dPt><c:idx val="{at}"/>{hollow if self.loose(mark) else full}<c:bubble3D val="0"/></c:dPt>'
            for at, mark in marks
        )

    def across(self) -> Axis:
        """The axis of names or times."""
        lying = self.form.direction == "bar"
        skip = f'<c:tickLblSkip val="{-(-self.rows // MOST_LABELS)}"/>' if self.timed else ""
        note = self.lines(self.chart.note, self.look.chart.note, "grey")
        zero = self.from_zero or not (self.form.dots or self.form.turned)
        axis = Axis(
            "catAx",
            1001,
            1002,
            "l" if lying else "b",
            line=xml.line(self.look.palette.of("grey"), 0.75) if zero else xml.NO_LINE,
            labels_at="high" if self.form.turned else "low",
            grid=xml.line(self.look.palette.of("rule"), 0.5) if self.form.turned else "",
            backward=lying,
            title=xml.title(note, 0.0, float(1 - self.foot / self.height)) if note else "",
            dress=self.letters(self.look.chart.label if lying else self.look.chart.axis, "ink" if lying else "grey"),
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
        lines = self.lines(self.measure, self.look.chart.measure, "grey")
        within = self.form.element in ("scatterChart", "areaChart") or self.form.turned
        least, most = self.limits()
        each = f'<c:majorUnit val="{plain(self.scaled(self.steps.step))}"/>' if self.steps else ""
        return Axis(
            "valAx",
            1002,
            1001,
            "b" if self.form.direction == "bar" else "l",
            labels_at="low" if self.crowded or self.steps else "none",
            code=self.axis_code or self.code,
            least=least,
            most=most,
            grid=xml.line(self.look.palette.of("rule"), 0.5) if self.crowded or self.steps else "",
            title=xml.title(lines, 0.0, 0.0) if lines else "",
            dress=self.letters(self.look.chart.axis, "grey"),
            more=f'<c:crossBetween val="{"midCat" if within else "between"}"/>{each}',
        )

    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """Where the axis of figures starts and ends; None where Word may say."""
        if self.steps:
            return self.scaled(self.steps.least), self.scaled(self.steps.most)
        if self.form.dots or self.form.turned:
            return self.ends
        values = [mark.value for mark in self.chart.marks]
        reaching = max(values) > 0 and not (self.crowded or self.form.stacked)
        return Decimal(0) if min(values) >= 0 else None, self.scaled(max(values)) * ROOM if reaching else None
