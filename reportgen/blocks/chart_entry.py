"""What an author types of a chart, and the figures that follow from it: as typed quantities, then as marks.

The fields that only some kinds take stand in the kinds' records; chart_fields.py makes fields of those filled in.
"""

# No `from __future__ import annotations`: pydantic would compile the type of each field whenever the program starts.

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from pydantic import Field

from reportgen.blocks import chart_order, own_fields
from reportgen.blocks.base import Captioned
from reportgen.blocks.chart_guides import GuideReader, ReadAxis, indexed
from reportgen.blocks.marks import (
    ChartFigure,
    DataRow,
    FigureColumn,
    Units,
    cells_of,
    events,
    events_of,
    family_names,
    marks_of,
    of_facts,
    of_rest,
    of_row,
    read_cell,
    row_names,
    signs,
    time_of,
    units_of,
    with_unit,
)
from reportgen.charts import CHARTS
from reportgen.charts.kind import ALONG, OwnField
from reportgen.content.data.chosen_rows import ChosenRows
from reportgen.content.entries import AFact, AFile, Entry, FactName, Text, Word, Wording
from reportgen.content.model import Briefing, Fact
from reportgen.content.source import Scalar
from reportgen.document import LOW, MISSING, Chart, Mark, Words
from reportgen.numbers import CommonUnit, Period, Quantity
from reportgen.numbers.model.quantity import Percent
from reportgen.voice import Voice

if TYPE_CHECKING:
    from reportgen.content.data.select import Choice
    from reportgen.content.data.table import DataTable


class SeriesEntry(Entry):
    """One of several series: its name, and its facts or its column of figures."""

    name: Wording
    facts: tuple[AFact, ...] = ()
    y: Word | None = None
    unit: Word | None = None


class ChartEntry(Captioned):
    """A chart: its kind, its figures, and what is said of them."""

    sequence: ClassVar[str] = "figure"
    kind: Word = Field(description="one of the kinds below")
    measure: Text | None = Field(
        None,
        description="what is measured, small above the marks; where its unit is told once it is put in brackets "
        "behind, unless you wrote it",
    )
    rows: ChosenRows | None = Field(
        None, description="which rows of the table it shows, and in which order: `{filter, sort, top, others}`"
    )
    facts: tuple[AFact, ...] = Field((), description="the facts it shows; or `data`")
    data: AFile | None = Field(None, description="a table of `data/`, in place of facts; see below")
    x: Word | None = Field(None, description="the table's column of times, or of names")
    y: Word | None = Field(None, description="its column of figures")
    unit: Word | None = Field(None, description="what stands behind each figure of the table (`家`, `亿元`, `%`)")
    series: tuple[SeriesEntry, ...] = Field(
        (),
        description="several series in place of `facts` or `y`: a list of `{name: {zh: …, en: …}, facts: […]}`, or of "
        "`{name, y, unit}` for a table",
    )
    by: Literal["what", "when"] = Field(
        "what", description="`when` names facts by their times, `what` (as unset) by what they measure"
    )
    labels: dict[Word, Wording] = Field(
        default_factory=dict[Word, Wording], description="other names for marks: `{unicorns: {zh: …, en: …}}`"
    )
    highlight: tuple[Word, ...] = Field(
        (), description="the facts, or the rows by name or time, that the finding speaks of"
    )
    sort: Literal["value", "none"] = Field(
        "value",
        description="`value` (largest first, where the kind and its names have no order of their own) or `none`",
    )
    width: Literal["half", "full"] | None = Field(
        None,
        description="`half` or `full`: half as wide as the text, or as wide as the page; unset, as the template says",
    )
    render: Literal["picture", "native"] | None = Field(
        None, description="`picture` or `native` (a chart that stays editable in Word); unset, as the template says"
    )

    # ---- what it shows -----------------------------------------------------------------

    def own(self, holds: str) -> Iterator[tuple[OwnField, Any]]:
        """The fields of its kind alone that hold such a thing and are filled in, with what they hold."""
        for field in CHARTS[self.kind].fields:
            if field.holds == holds and (value := getattr(self, field.name, None)):
                yield field, value

    def shown(self) -> list[FactName]:
        """The facts that are its marks."""
        return [*self.facts, *(name for one in self.series for name in one.facts)]

    def asides(self) -> list[FactName]:
        """The facts told beside its marks."""
        return [name for _, name in self.own("fact")]

    def against(self) -> list[FactName]:
        """The facts that its marks are read against."""
        lines = [line for _, entries in self.own("lines") for line in entries]
        return [text for line in lines for text in line.figures if isinstance(text, FactName)]

    def axis_of(self, field: OwnField, figures: Sequence[ChartFigure], units: Units) -> ReadAxis:
        """The axis that the lines of a field stand on: the only one, or that of one of two series."""
        unit = "" if self.base() else str(self.unit or "")
        if CHARTS[self.kind].scale != "axis":
            return ReadAxis(tuple(figures), unit, next(iter(units.values()), None))
        series = 0 if field.role == ALONG else 1
        typed = str(self.series[series].unit or unit) if series < len(self.series) else unit
        return ReadAxis(tuple(one for one in figures if one.series == series), typed, units.get(series), series)

    def base(self) -> Scalar | None:
        """The time whose figures are 100."""
        return next((base for _, base in self.own("moment")), None)

    def columns(self) -> Iterator[FigureColumn]:
        """Its columns of figures, one a series."""
        unit = str(self.unit or "")
        start = next((field.name for field in CHARTS[self.kind].fields if field.holds == "start"), "")
        if self.y is not None:
            yield FigureColumn(self.y, getattr(self, start, None), unit)
        for one in self.series:
            if one.y is not None:
                yield FigureColumn(one.y, getattr(one, start, None), str(one.unit or unit))

    def figures(self, briefing: Briefing) -> Iterator[ChartFigure]:
        """Every figure of the chart, series by name and names in the order typed."""
        if self.data:
            choice = self.choice(briefing.tables[self.data])
            shown, rest = choice.cut(choice.kept())
            yield from self.of_rows(cells_of(shown))
            if rest and choice.wanted.others is not None:
                yield from of_rest(cells_of(rest), choice.wanted.others, list(self.columns()))
            return
        groups = [one.facts for one in self.series] or [self.facts]
        facts = [[briefing.facts[name] for name in group] for group in groups]
        apart = family_names(facts[0]) if self.by == "what" else {}
        names = [self._name(fact, apart.get(fact.name)) for fact in facts[0]]
        several = [list(of_facts(group, names, series)) for series, group in enumerate(facts)]
        yield from (figure for together in zip(*several, strict=True) for figure in together)

    def drawn(self, briefing: Briefing) -> list[ChartFigure]:
        """The figures as they are drawn: told to a base of 100 where there is one. FigureError where that lacks."""
        figures, base = list(self.figures(briefing)), self.base()
        return figures if base is None else indexed(figures, base)

    def of_rows(self, rows: Iterable[DataRow]) -> Iterator[ChartFigure]:
        """The figures of a table's rows, all of whose cells can be read."""
        for row in rows:
            if CHARTS[self.kind].events:
                yield events(row, str(self.x), str(self.y))
            else:
                yield from of_row(row, str(self.x), list(self.columns()), CHARTS[self.kind].gazetteer)

    def choice(self, table: "DataTable") -> "Choice":
        """The rows that it shows of a table."""
        from reportgen.content.data.select import Choice, Rows  # here, since most charts are of facts

        units = {str(column.y): column.unit for column in self.columns()}
        times = () if self.x is None or (table.rows and row_names(table.rows[0], self.x)) else (str(self.x),)

        def read(column: str, cell: Scalar) -> Quantity:
            return read_cell(str(cell), units.get(column, ""))

        rows = Rows(str(self.data), table.rows, table.columns, read, times)
        return Choice(self.rows or ChosenRows.model_construct(), rows)

    # ---- as marks ----------------------------------------------------------------------

    def spec(self, voice: Voice) -> Chart:
        """The chart as marks and words, in the voice's languages."""
        kind = CHARTS[self.kind]
        figures, units = self._shown(voice.briefing)
        # the unit is told once, in the measure or the head of a column
        bare = bool(self.data or self.series or self.base() or kind.bare)
        shared = len(set(map(id, units.values()))) == 1  # one unit for all, told in the measure; else in the heads
        unit = next(iter(units.values())) if shared else None
        made = self._made(figures, units, voice, bare=bare)
        marks = tuple(mark for mark in made if mark.role not in (LOW, MISSING))
        by_size = self._by_size(figures)
        if by_size:
            marks = chart_order.largest_first(marks, kind.sorted_by)
        typed = own_fields.figure_marks(self.own("figures"), str(self.unit or ""), unit, voice)
        beside = (*(mark for mark in made if mark.role in (LOW, MISSING)), *self._asides(voice), *typed)
        names = (voice.label(one.name) for one in self.series)
        chart = Chart(
            str(self.kind),
            voice.languages,
            marks,
            self._measured(figures, unit, voice, bare=bare),
            series=tuple(name if shared else with_unit(name, units.get(at), voice) for at, name in enumerate(names)),
            beside=beside,
            unit=unit,
            units=() if shared else tuple(units[index] for index in sorted(units)),
            options=own_fields.options((*self.own("choice"), *self.own("yes"))),
            names=chart_order.all_names(marks, made, by_size=by_size),
        )
        chart = self._read_against(chart, figures, units, voice)
        chart = replace(chart, note=signs(chart, voice))
        return chart_order.series_in_time(chart, [one.name for one in self.series]) if kind.moments else chart

    def _made(self, figures: Sequence[ChartFigure], units: Units, voice: Voice, *, bare: bool) -> tuple[Mark, ...]:
        """Every mark, those of low ends and of figures that are not known among them."""
        kind = CHARTS[self.kind]
        if kind.events:
            return tuple(events_of(figures, voice, self._lit))
        breaks = kind.timed or not kind.gaps
        made = tuple(marks_of(figures, units, voice, self._lit, bare=bare, gaps=kind.gaps, breaks=breaks))
        return chart_order.within_course(made) if kind.timed and kind.gaps else made

    def _measured(self, figures: Sequence[ChartFigure], unit: CommonUnit | None, voice: Voice, *, bare: bool) -> Words:
        """What is measured, with the unit where marks leave it out, and the time that is 100."""
        measure = voice.plain(voice.phrase(self.measure)) if self.measure else ()
        if self._tells_unit(unit, bare=bare):
            measure = with_unit(measure, unit, voice)
        base = self.base()
        return measure if base is None else chart_order.told_base(measure, base, figures, voice)

    def _read_against(self, chart: Chart, figures: Sequence[ChartFigure], units: Units, voice: Voice) -> Chart:
        """The chart with its axis, and with the lines and events that figures are read against."""
        reader = GuideReader(voice, figures, "" if self.base() else str(self.unit or ""), chart.unit)
        lines = [
            replace(GuideReader(voice, axis.figures, axis.unit, axis.shared).line(entry), series=axis.series)
            for field, entries in self.own("lines")
            for axis in (self.axis_of(field, figures, units),)
            for entry in entries
        ]
        happened = [reader.event(entry) for _, entries in self.own("events") for entry in entries]
        axis_range = reader.axis(next((entry for _, entry in self.own("axis")), None))
        return replace(chart, axis=axis_range, guides=(*lines, *happened))

    def _by_size(self, figures: Iterable[ChartFigure]) -> bool:
        """Whether its marks stand by size: where neither author nor kind nor times give them another order."""
        if self.sort != "value" or not CHARTS[self.kind].sorts or (self.rows is not None and self.rows.sort):
            return False
        return not any(isinstance(figure.name, Period) for figure in figures)

    def _shown(self, briefing: Briefing) -> tuple[Sequence[ChartFigure], Units]:
        """The figures in their order and the unit of each series, which are the same in every edition."""
        kind = CHARTS[self.kind]

        def work() -> tuple[Sequence[ChartFigure], Units]:
            figures = chart_order.names_in_time(self.drawn(briefing), kind)
            return figures, units_of(figures, kind)

        return briefing.once(self, work)

    def _tells_unit(self, unit: CommonUnit | None, *, bare: bool) -> bool:
        """Whether the measure names the unit: where the marks leave it out, and where an axis may tell values."""
        kind = CHARTS[self.kind]
        in_shares = kind.shares and not (unit is not None and isinstance(unit.like, Percent))
        return kind.scale != "none" and (bare or kind.timed) and not in_shares

    def _name(self, fact: Fact, apart: Wording | None = None) -> Wording | Period:
        if (given := next((words for key, words in self.labels.items() if key == fact.name), None)) is not None:
            return given
        time = time_of(fact) if self.by == "when" else None
        return apart or fact.label if time is None else time

    def _lit(self, figure: ChartFigure) -> tuple[bool, str]:
        role = next((field.role for field, names in self.own("names") if figure.keys & set(names)), "")
        return bool(figure.keys & set(self.highlight)), role

    def _asides(self, voice: Voice) -> Iterator[Mark]:
        for field, name in self.own("fact"):
            fact = voice.briefing.facts[name]
            figures = list(of_facts([fact], [self._name(fact)]))
            for mark in marks_of(figures, {0: None}, voice, lambda _, role=field.role: (False, role), bare=False):
                if mark.role != LOW:
                    yield mark
