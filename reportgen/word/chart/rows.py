"""What a chart of Word holds: a chart's marks as rows of a sheet, and its words. No XML stands here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from reportgen.charts.drawing.line_breaking import tidy
from reportgen.charts.kind import NativeForm
from reportgen.charts.marks import by_series
from reportgen.charts.sentences import named_figure, word
from reportgen.charts.shares import WHOLE, in_percent
from reportgen.document import Chart, Mark, Words
from reportgen.languages import say
from reportgen.template.model import ColorName, Look
from reportgen.word.chart.dates import evenly, serial
from reportgen.word.chart.drawingml import Letters
from reportgen.word.chart.workbook import Grid, SheetValue
from reportgen.word.styles.scripts import lang_tag, slot_faces


def turned(chart: Chart) -> Chart:
    """The chart with its names as series and its series as names; the headline's names come last, to lie on top."""
    lit = {mark.name for mark in chart.marks if mark.highlight}
    names = sorted(dict.fromkeys(mark.name for mark in chart.marks), key=lambda name: name in lit)
    marks = (replace(m, name=chart.series[m.series], series=names.index(m.name)) for m in chart.marks)
    return replace(chart, marks=tuple(marks), series=tuple(names))


@dataclass(frozen=True)
class ChartRows:
    """One chart in one look: its figures in rows, and its words as Word sets them."""

    chart: Chart
    look: Look
    english: str
    form: NativeForm

    def scaled(self, value: Decimal) -> Decimal:
        """A figure in the axis's unit, which is the first language's: 4500 of 亿元."""
        return value / self.chart.unit.divisor(self.chart.languages[0]) if self.chart.unit else value

    @cached_property
    def courses(self) -> tuple[tuple[Mark | None, ...], ...]:
        """The marks of each series, one or none a row; a row is a time or a name, or the same name once more."""
        marks = sorted(self.chart.marks, key=lambda mark: mark.when or 0) if self.timed else self.chart.marks
        known: dict[tuple[object, int], dict[int, Mark]] = {}
        if not self.form.course:
            known = {(name, 0): {} for name in self.chart.names}
        for mark in marks:
            name = mark.when if self.timed else mark.name
            times = next(count for count in range(len(marks)) if mark.series not in known.get((name, count), {}))
            known.setdefault((name, times), {})[mark.series] = mark
        return tuple(tuple(row.get(series) for row in known.values()) for series in by_series(tuple(marks)))

    @property
    def timed(self) -> bool:
        """Whether the rows stand in time."""
        return self.form.course and all(mark.when is not None for mark in self.chart.marks)

    @property
    def dated(self) -> bool:
        """Whether the axis must be one of dates: names that stand evenly are true to time only where the times do."""
        return self.timed and not evenly([self.when(index) for index in range(self.rows)])

    @property
    def rows(self) -> int:
        return len(self.courses[0])

    def first(self, index: int) -> Mark:
        """The first mark of a row."""
        return next(mark for course in self.courses if (mark := course[index]) is not None)

    def name(self, index: int) -> Words:
        """What a row is called; one without a figure says so."""
        if any(course[index] is not None for course in self.courses):
            return self.first(index).name
        known = {mark.name for mark in self.chart.marks}
        without = [name for name in self.chart.names if name not in known]
        before = sum(all(course[row] is None for course in self.courses) for row in range(index))
        return tuple((language, word("unknown", language, name=name)) for language, name in without[before])

    def when(self, index: int) -> Decimal:
        return self.first(index).when or Decimal(0)

    @cached_property
    def grid(self) -> Grid:
        """The workbook's sheet: a row a name, a column a series; on a time axis a column of dates stands between."""
        dated = self.form.element == "scatterChart" or self.dated
        heads = [self.joined(words) or f"{index}" for index, words in enumerate(self.chart.series)]
        measure = self.joined(self.chart.measure).replace("\n", " ") or " "
        rows = [
            (
                self.joined(self.name(index)),
                *((self.date(index),) if dated else ()),
                *(self.scaled(mark.value) if mark else None for mark in (course[index] for course in self.courses)),
            )
            for index in range(self.rows)
        ]
        head = (" ", *((" ",) if dated else ()), *(heads if len(heads) == len(self.courses) else [measure]))
        return Grid(head, tuple(self.stair(rows) if self.form.element == "scatterChart" else self.completed(rows)))

    def date(self, index: int) -> Decimal:
        """A row's place on a time axis: in years for a stair, else the day as Word counts them."""
        when = self.when(index)
        return when if self.form.element == "scatterChart" else serial(when)

    def stair(self, rows: Sequence[tuple[SheetValue, ...]]) -> Iterator[tuple[SheetValue, ...]]:
        """The corners of a stair: before each row but the first, the figure before it holds until its time."""
        for index, (name, when, value) in enumerate(rows):
            if index:
                yield "", when, rows[index - 1][2]
            yield name, when, value

    def completed(self, rows: Sequence[tuple[SheetValue, ...]]) -> Iterator[tuple[SheetValue, ...]]:
        """The rows, and for parts of a whole that leave some of it, the rest."""
        yield from rows
        rest = WHOLE - sum(mark.value for mark in self.chart.marks)
        if self.form.element == "doughnutChart" and in_percent(self.chart) and rest > 0:
            yield self.joined(tuple((language, word("rest", language)) for language in self.chart.languages)), rest

    # ---- words -----------------------------------------------------------------------------

    def named(self, index: int) -> bool:
        """Whether the figures of a row stand with their series' names: at the end of a slope."""
        return self.form.turned and index == self.rows - 1

    def said(self, index: int, mark: Mark) -> Words:
        """What is told at a mark in a row: its figure, with its series' name where that stands there."""
        if not self.named(index):
            return mark.label
        figure = dict(mark.label)
        names = self.chart.series[mark.series]
        return tuple((language, named_figure(name, figure[language], language)) for language, name in names)

    def joined(self, words: Words) -> str:
        """Words in plain text, a line a language, each wording once."""
        return "\n".join(dict.fromkeys(tidy(text) for _, text in words if text.strip()))

    def letters(self, size: Decimal, color: ColorName = "ink", *, bold: bool = False) -> Letters:
        """Letters of the look."""
        size = max(size, self.look.chart.smallest)
        return Letters(*slot_faces(self.look, self.chart.languages), size, self.look.palette.of(color), bold)

    def lines(
        self, words: Words, size: Decimal, color: ColorName = "ink", *, bold: bool = False
    ) -> list[tuple[str, Letters, str]]:
        """Words set one language under the other, the second smaller and lighter."""
        once: dict[str, str] = {}
        for language, text in words:
            once.setdefault(tidy(text), language)
        first, second = self.letters(size, color, bold=bold), self.letters(min(size, self.look.chart.second), "grey")
        return [
            (text, second if index else first, lang_tag(language, self.english))
            for index, (text, language) in enumerate(once.items())
            if text
        ]

    @property
    def measure(self) -> Words:
        """What is measured, and the axis's unit where that does not say it."""
        unit, measure = self.chart.unit, dict(self.chart.measure)
        first = self.chart.languages[0]
        label = unit.label(first) if unit else ""
        if not label or label.casefold() in measure.get(first, "").casefold():
            return self.chart.measure
        return tuple(
            (language, self.with_unit(measure.get(language, ""), language)) for language in self.chart.languages
        )

    def with_unit(self, words: str, language: str) -> str:
        """The measure with its unit in brackets, where this language's is the axis's."""
        unit = self.chart.unit
        assert unit is not None
        label = unit.label(language)
        if not label or unit.divisor(language) != unit.divisor(self.chart.languages[0]):
            return words
        return words + say("brackets", language).format(label) if words else label
