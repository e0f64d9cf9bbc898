"""How the marks of a chart of Word look: their colors, hatching, and the figures at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reportgen.charts.drawing.bar_ends import blend
from reportgen.charts.drawing.parts import part_color
from reportgen.charts.drawing.typesetter import ink_on
from reportgen.charts.marks import spotlit
from reportgen.charts.sentences import named_figure
from reportgen.document import FORECAST, Bound, Mark
from reportgen.template.model import ColorName
from reportgen.word.chart import drawingml as xml
from reportgen.word.chart.plot_area import Places
from reportgen.word.styles.number_format import NumberFormat, number_format

MOST_LABELS = 12
"""Marks of a course that all carry their figures; of more, only the weightiest do, and the axis tells the rest."""

LINE, FAINT = 2.25, 1.1  # points
DOT_SIZE, POINT_SIZE = 8, 6  # points
UNLIKE = 1
"""Points by which a dot of another color differs in size, since LibreOffice 7.4 takes a point's marker only if it does;
a hollow one does not, since there it would be white on white."""

LIGHT = 0.55  # of a color's way to paper, where a figure is not exact
EDGE = 1.25  # points, round what is not exact or not final
LED = Decimal(1)  # mm from which on a line leads from a dot to its figure

NEAR = Decimal("0.06")
"""Marks of a course nearer to each other than this, in shares of its time, do not both carry their figures."""


@dataclass(frozen=True)
class Marks(Places):
    """The marks of one chart, as XML."""

    # ---- labels ------------------------------------------------------------------------------

    @cached_property
    def number(self) -> NumberFormat:
        """The number format that prints the labels of most exact marks."""
        forms = [form for mark in self.chart.marks if (form := self.format_of(mark))]
        return max(forms, key=forms.count, default=NumberFormat("", "", 0, grouped=True))

    @property
    def code(self) -> str:
        return self.number.code

    def format_of(self, mark: Mark) -> NumberFormat | None:
        """The format that prints the mark's label from its cell; None for words that no format could print."""
        printed = self.joined(mark.label)
        if self.loose(mark) or "\n" in printed:
            return None
        return number_format(printed, self.scaled(mark.value))

    def labels(self, course: Sequence[Mark | None]) -> str:
        """The labels of a series."""
        own = [own for index, mark in enumerate(course) for own in self.own_label(course, index, mark)]
        dress = self.letters(self.look.chart.label, self.usual_ink(course))
        led = self.form.turned and any(abs(down) > LED for down in self.moved.values())
        ground = self.label_ground
        return xml.labels([*own, *self.rest_label()], self.code, dress, self.position, ground=ground, led=led)

    @property
    def position(self) -> str:
        """Where figures stand at their marks, unless one stands elsewhere."""
        match self.form.element:
            case "barChart":
                return "ctr" if self.form.stacked else "outEnd"
            case "lineChart" | "scatterChart":
                return "l" if self.form.turned else "t"
            case _:
                return ""

    def stand(self, index: int, mark: Mark) -> str:
        """Where the figure of one mark stands: behind the end of a slope, under the lower of two dots."""
        if self.named(index):
            return "r"
        row = self.row(index)
        lower = self.form.dots and len(row) > 1 and mark == min(row, key=lambda one: one.value)
        return "b" if lower else self.position

    def row(self, index: int) -> list[Mark]:
        """The marks of a row."""
        return [mark for course in self.courses if (mark := course[index]) is not None]

    def rest_label(self) -> Iterator[str]:
        """The rest of a whole has no figure of its own."""
        if self.form.element == "doughnutChart" and len(self.grid.rows) > self.rows:
            yield xml.no_label(self.rows)

    def own_label(self, course: Sequence[Mark | None], index: int, mark: Mark | None) -> Iterator[str]:
        """The label of a point unlike its series': none, elsewhere, in words of its own, with the headline's weight."""
        at = 2 * index if self.form.element == "scatterChart" else index
        if self.form.element == "scatterChart" and index:
            yield xml.no_label(at - 1)
        if mark is None:
            return
        stands = self.stand(index, mark)
        down = float(self.moved[index, mark] / self.height) if self.form.turned else 0.0
        if mark not in self.weighty(course):
            yield xml.no_label(at)
        elif mark.highlight or not self.alive(index, mark):
            ink = self.ink(index, mark)
            said = self.lines(self.said(index, mark), self.look.chart.label, ink, bold=mark.highlight)
            align = {"l": "r", "r": "l"}.get(stands, "")
            yield xml.label(at, xml.rich(said, align) + self.label_ground, stands, down=down)
        elif stands != self.position or down or self.ink(index, mark) != self.usual_ink(course):
            figure = xml.figure(
                self.code, self.letters(self.look.chart.label, self.ink(index, mark)), self.label_ground
            )
            parted = named_figure("", "", self.chart.languages[0])
            tells = xml.shown(True, series=self.named(index), parted=parted)
            yield xml.label(at, figure, stands, down=down, tells=tells)

    def alive(self, index: int, mark: Mark) -> bool:
        """Whether the series' number format prints the very words of a mark from its cell."""
        return self.format_of(mark) == self.number and "\n" not in self.joined(self.said(index, mark))

    def ink(self, index: int, mark: Mark) -> ColorName:
        """The color of a figure: of one that stands in its mark, what can be read there; hatched marks are light."""
        inside = self.form.stacked or self.form.element == "doughnutChart"
        return ink_on(self.mark_color(index, mark)) if inside and not self.loose(mark) else "ink"

    def usual_ink(self, course: Sequence[Mark | None]) -> ColorName:
        """The color of a series' figures: that of its first."""
        for index, mark in enumerate(course):
            if mark is not None:
                return self.ink(index, mark)
        return "ink"

    @property
    def label_ground(self) -> str:
        """What figures stand on: between dots they cover the line at zero."""
        return xml.shape(xml.fill(self.look.palette.of("paper")) if self.form.dots else xml.NOTHING, xml.NO_LINE)

    @property
    def crowded(self) -> bool:
        """Whether the axis tells the values: of a course with one that its author set, or with too many marks to label
        each; of areas, whose labels Word puts inside them."""
        told = self.steps is not None or len(self.chart.marks) > MOST_LABELS
        return self.form.element == "areaChart" or (self.form.course and told)

    def weighty(self, course: Sequence[Mark | None]) -> set[Mark]:
        """The marks that carry their figures: all where they have room, else the headline's, the ends, the extremes."""
        marks = [mark for mark in course if mark is not None]
        if not self.form.course:
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
        if self.form.turned:
            lit = any(mark.series == series and spotlit(self.chart, mark) for mark in self.chart.marks)
            return look.palette.of(look.chart.highlight if lit else "grey")
        if len(self.chart.series) > 1:
            if colors := self.form.colors:
                return colors(len(self.chart.series), look)[series]
            if earlier := self.form.earlier:
                return look.palette.of(look.chart.highlight if series else earlier(look))
            return look.palette.of_series(series)
        if self.form.dots and any(mark.highlight for mark in self.chart.marks):
            return look.palette.of(look.chart.plain)
        return look.palette.of(look.chart.highlight)

    def mark_color(self, index: int, mark: Mark) -> str:
        """The color of one mark; parts of a whole have a color each."""
        look, chart = self.look, self.chart
        if len(chart.series) > 1:
            return self.series_color(mark.series)
        if self.form.element == "doughnutChart":
            return part_color(chart, index, look)
        lit = index == len(chart.marks) - 1 if chart.kind == "before-after" else spotlit(chart, mark)
        return look.palette.of(look.chart.highlight if lit else look.chart.plain)

    def points(self, series: int, course: Sequence[Mark | None]) -> str:
        """The points that look unlike their series: other colors, hatched or hollow figures that are not exact."""
        return "".join(self.point(index, mark, series) for index, mark in enumerate(course) if mark is not None) + (
            self.rest_point() if self.form.element == "doughnutChart" else ""
        )

    def loose(self, mark: Mark) -> bool:
        """Whether a figure is less than certain: approximate, open-ended, or not final."""
        return mark.bound is not Bound.EXACT or bool(mark.status)

    def point(self, index: int, mark: Mark, series: int) -> str:
        paper, loose = self.look.palette.of("paper"), self.loose(mark)
        if self.form.element in ("lineChart", "scatterChart"):
            at = 2 * index if self.form.element == "scatterChart" else index
            color = self.mark_color(index, mark) if self.form.dots else self.series_color(series)
            if not loose and color == self.series_color(series):
                return ""
            dot = self.marker(paper, color) if loose else self.marker(color, color, UNLIKE)
            stroke = self.stroke(series, dashed=mark.status == FORECAST)
            return f'<c:dPt><c:idx val="{at}"/>{dot}<c:bubble3D val="0"/>{stroke}</c:dPt>'
        color = self.mark_color(index, mark)
        if self.form.element != "doughnutChart" and color == self.series_color(series) and not loose:
            return ""
        return self.flat_point(index, self.paint(mark, color), color if loose else "")

    def paint(self, mark: Mark, color: str) -> str:
        """What fills a bar, a piece or a part: stripes where its figure is not final, a light shade where it is not
        exact; either keeps a solid edge of the color, so that it stands out as much as any other."""
        paper = self.look.palette.of("paper")
        if mark.status:
            return xml.hatch(color, paper)
        return xml.fill(color if mark.bound is Bound.EXACT else blend(color, paper, LIGHT))

    def rest_point(self) -> str:
        """What a whole has beside its parts, in the color of a tint."""
        if len(self.grid.rows) == self.rows:
            return ""
        return self.flat_point(self.rows, xml.fill(self.look.palette.of("tint")))

    def flat_point(self, index: int, paint: str, outline: str = "") -> str:
        ring = self.form.element == "doughnutChart"
        edge = xml.line(outline, EDGE) if outline else xml.line(self.look.palette.of("paper"), 1) if ring else ""
        inverted = "" if ring else '<c:invertIfNegative val="0"/>'
        return f'<c:dPt><c:idx val="{index}"/>{inverted}<c:bubble3D val="0"/>{xml.shape(paint, edge)}</c:dPt>'

    def stroke(self, series: int, *, dashed: bool = False) -> str:
        """The line of a series, or none between dots; at a point the line to it, dashed to a forecast."""
        if self.form.dots:
            return xml.shape(xml.NO_LINE)
        color = self.series_color(series)
        faint = self.form.turned and color != self.look.palette.of(self.look.chart.highlight)
        return xml.shape(xml.line(color, FAINT if faint else LINE, dashed=dashed))

    def marker(self, inside: str, edge: str, larger: int = 0) -> str:
        size = (DOT_SIZE if self.form.dots else POINT_SIZE) + larger
        painted = xml.shape(xml.fill(inside), xml.line(edge, 1.25))
        return f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>{painted}</c:marker>'
