"""A chart of facts or of a table of data; what it shows are typed figures, so that it cannot disagree with the text.

    chart: {id: shares, kind: bars, title: {zh, en}, measure: {zh, en}, facts: [a, b, c], highlight: [c]}
    chart: {id: zones, kind: step, title: {zh, en}, data: zones.csv, x: date, y: zones, unit: 家}
    chart: {id: trade, kind: line, title: {zh, en}, data: trade.xlsx, x: date, series: [{name: {zh, en}, y: a}, …]}
    chart: {id: shift, kind: slope, title: {zh, en}, series: [{name: {zh, en}, facts: [a, b]}, …]}

A table's `x` column holds times, or names in columns `x_zh` and `x_en`; its `source` column, if any, names sources, its
`status` column says what is preliminary. An empty cell is a figure that is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from reportgen.blocks import chart_rules
from reportgen.blocks.base import Captioned
from reportgen.blocks.marks import (
    STATUSES,
    Column,
    Point,
    Row,
    dimension,
    ends,
    events,
    events_of,
    marks_of,
    of_facts,
    of_row,
    read_cells,
    row_names,
    signs,
    units_of,
    with_unit,
)
from reportgen.charts import CHARTS, Kind
from reportgen.charts.alt_text import alt_text
from reportgen.charts.kind import by_name
from reportgen.content.entries import AFact, AFile, Entry, Text, Word, Wording
from reportgen.content.full_width import reads_narrow
from reportgen.content.model import Briefing, Fact
from reportgen.content.source import Scalar
from reportgen.content.when import EXPECTED, read_when
from reportgen.document import Chart, Element, Figure, Mark
from reportgen.languages import LANGUAGES
from reportgen.messages import Message, listing, msg
from reportgen.numbers import CommonUnit, FigureError, Period
from reportgen.numbers.model.quantity import Percent
from reportgen.problems import Problem, Rule, did_you_mean, told_by
from reportgen.voice import Voice

EVENTS = "timeline"
"""The kind whose marks are happenings: what its y columns hold are words."""


class SeriesEntry(Entry):
    """One of several series: its name, and its facts or its column of figures."""

    name: Wording
    facts: tuple[AFact, ...] = ()
    y: Word | None = None
    low: Word | None = None
    unit: Word | None = None


class ChartBlock(Captioned):
    """A chart: its kind, its figures, and what it says of them."""

    about: ClassVar[Message] = msg("a chart of facts or of a table of data; see [Charts](#charts)")
    sample: ClassVar[str] = (
        "- chart: {id: zones, kind: step, title: {zh: 数量, en: Zones}, data: zones.csv, x: date, y: zones, unit: 家}"
    )
    rules: ClassVar[tuple[Rule, ...]] = chart_rules.RULES
    sequence: ClassVar[str] = "figure"
    kind: Word
    measure: Text | None = None
    facts: tuple[AFact, ...] = ()
    data: AFile | None = None
    x: Word | None = None
    y: Word | None = None
    low: Word | None = None  # the column where ranges start that end in y
    unit: Word | None = None  # what stands after a figure of the table: 家, 亿元, %
    series: tuple[SeriesEntry, ...] = ()
    by: Literal["what", "when"] = "what"  # whether facts are named by what they measure or by their times
    labels: dict[Word, Wording] = Field(default_factory=dict[Word, Wording])  # marks by other names
    highlight: tuple[Word, ...] = ()
    totals: tuple[Word, ...] = ()  # the sums in a waterfall
    sort: Literal["value", "none"] = "value"
    render: Literal["picture", "native"] | None = None  # unset, as the template says
    part: AFact | None = None  # the figure that the share is of
    whole: AFact | None = None

    # ---- what can be wrong ---------------------------------------------------------

    def problems(self, briefing: Briefing) -> Iterator[Problem]:
        """An unknown kind, no figures, figures that cannot be drawn by the kind."""
        if self.kind not in CHARTS:
            told = msg("no kind of chart is called '{kind}'", kind=self.kind)
            narrow = reads_narrow(self.kind, CHARTS.__contains__)
            yield narrow or chart_rules.UNKNOWN_KIND.broken(self.kind, told, did_you_mean(self.kind, CHARTS))
            return
        if misplaced := next(self._misplaced(), None):
            yield misplaced
            return
        found = list(self._row_problems(briefing.tables.get(self.data, ()))) if self.data else []
        found += self._fact_problems(briefing)
        yield from found
        if not found and self.is_known(briefing):
            yield from self._drawing_problems(briefing)

    def _misplaced(self) -> Iterator[Problem]:
        """Figures from nowhere, or from two places."""
        facts = [*self.facts, *(name for one in self.series for name in one.facts)]
        if self.data is None and not facts:
            hint = msg("give it facts: […] or data: a CSV or .xlsx file")
            yield chart_rules.NOTHING.broken(self.id, msg("the chart '{id}' shows nothing", id=self.id), hint)
        elif self.data is not None and facts:
            told, hint = msg("a chart shows facts or a table, not both"), msg("leave out one of the two")
            yield chart_rules.TWO_ORIGINS.broken(self.data, told, hint)
        elif self.series and (self.facts or self.y):
            told = msg("the figures of a chart of several series stand in its series")
            yield chart_rules.TWO_ORIGINS.broken(self.id, told, msg("leave out the chart's own facts: and y:"))
        for one in self.series:
            if self.data is None and not one.facts:
                told = msg("the series '{name}' has no facts", name=one.name[LANGUAGES[-1]])
                yield chart_rules.NOTHING.broken(self.id, told, msg("write facts: […]"))

    def _fact_problems(self, briefing: Briefing) -> Iterator[Problem]:
        shown = [*self.facts, *(name for one in self.series for name in one.facts)]
        for name in (*shown, *(aside for aside in (self.part, self.whole) if aside)):
            if self.kind != EVENTS and (fact := briefing.facts.get(name)) and ends(fact.quantity) is None:
                told = msg("'{name}' has no single value that a chart could draw", name=name)
                yield chart_rules.NO_VALUE.broken(name, told)
            elif self._wants_time(name) and (fact := briefing.facts.get(name)) and _time(fact) is None:
                told, hint = msg("'{name}' has no time to stand at", name=name), msg("give the fact when: or as_of:")
                yield chart_rules.NO_TIME.broken(name, told, hint)
        if shown and all(name in briefing.facts for name in shown):  # an unknown one may be what is meant
            yield from _not_shown(shown, self.highlight, self.totals, self.labels)
        if len({len(one.facts) for one in self.series}) > 1:
            hint = msg("the nth facts of all series stand together, under the name of the first one's nth")
            yield chart_rules.UNEQUAL.broken(self.id, msg("the series have unequal numbers of facts"), hint)

    def _wants_time(self, name: str) -> bool:
        asides = [aside for aside in (self.part, self.whole) if aside]
        return (self.by == "when" or self.kind == EVENTS) and name not in asides

    def _row_problems(self, rows: Sequence[Row]) -> Iterator[Problem]:
        assert self.data is not None
        if self.x is None or (self.y is None and not self.series):
            told, hint = msg("a chart of a table names its columns"), msg("write x: COLUMN and y: COLUMN")
            yield chart_rules.NO_COLUMN.broken(self.data, told, hint)
            return
        if not rows:
            told = msg("the chart '{id}' shows nothing: {file} has no rows", id=self.id, file=self.data)
            yield chart_rules.NOTHING.broken(self.data, told)
            return
        if missing := list(self._missing_columns(rows[0])):
            yield from missing
            return
        yield from (problem for row in rows for problem in self._cell_problems(row))
        keys = {key for point in self._of_rows(rows) for key in point.keys} if self._readable(rows) else set[str]()
        for name in (*self.highlight, *self.totals):
            if keys and name not in keys:
                told = msg("no row of {file} is called '{name}'", file=self.data, name=name)
                yield chart_rules.NOT_SHOWN.broken(name, told, did_you_mean(name, keys))

    def _missing_columns(self, first: Row) -> Iterator[Problem]:
        assert self.x is not None
        wanted: list[Scalar] = [] if row_names(first, self.x) and self.kind != EVENTS else [self.x]
        for column in self._columns():
            words = self.kind == EVENTS and row_names(first, column.y) is not None
            wanted += [one for one in (column.y, column.low) if one is not None and not words]
        for column in wanted:
            if column not in first:
                told = msg("{file} has no column '{column}'", file=self.data, column=column)
                yield chart_rules.NO_COLUMN.broken(column, told, did_you_mean(column, first))

    def _cell_problems(self, row: Row) -> Iterator[Problem]:
        for column in self._columns() if self.kind != EVENTS else ():
            try:
                read_cells(row, column)
            except FigureError as error:
                cell = row[column.y]
                hint = msg("write the number, with its unit in `unit:`; leave the cell empty where none is known")
                told = msg("'{cell}' is no figure here: {reason}", cell=cell, reason=told_by(error))
                yield chart_rules.CELL.broken(cell, told, hint)
        if (status := row.get("status")) and status not in (*STATUSES, "final"):
            hint = msg("write {names}, or leave it empty", names=listing(STATUSES, "unit"))
            yield chart_rules.STATUS.broken(status, msg("'{status}' is no status", status=status), hint)
        x = str(self.x)
        if row_names(row, x) is None or self.kind == EVENTS:
            try:
                read_when(row[x])
            except ValueError as error:
                hint = msg("{expected}; or name the rows in columns {x}_zh and {x}_en", expected=EXPECTED, x=x)
                yield chart_rules.ROW.broken(row[x], told_by(error), hint)

    def _readable(self, rows: Sequence[Row]) -> bool:
        return not any(True for row in rows for _ in self._cell_problems(row))

    def _drawing_problems(self, briefing: Briefing) -> Iterator[Problem]:
        kind = CHARTS[self.kind]
        points = list(self.points(briefing))
        for group in _sharing(points, kind):
            kinds = list(dict.fromkeys(dimension(point.quantity) for point in group if point.quantity))
            if len(kinds) > 1:
                counted = listing(kinds, "unit")
                told = msg("one axis cannot hold figures that count in different things ({kinds})", kinds=counted)
                yield chart_rules.AXIS.broken(self.id, told, msg("split the chart, or show them as cards"))
                return
        spec = self.spec(Voice(briefing, LANGUAGES))
        yield from (chart_rules.KIND.broken(self.id, told) for told in kind.problems(spec))

    # ---- how it is said --------------------------------------------------------------

    def say(self, voice: Voice) -> Iterator[Element]:
        """One figure: caption, chart, its words, and its notes."""
        shown = [*self.facts, *(name for one in self.series for name in one.facts)]
        facts = [voice.briefing.facts[name] for name in (*shown, *(a for a in (self.part, self.whole) if a))]
        rows = voice.briefing.tables[self.data] if self.data else ()
        more = tuple(str(row["source"]) for row in rows if row.get("source"))
        chart = self.spec(voice)
        caption = self.caption(voice)
        notes = voice.notes(note=self.note, facts=facts, sources=self.cited(tuple(facts), more))
        title = {line.language: "".join(getattr(i, "text", "") for i in line.text) for line in caption.lines}
        yield Figure(caption, chart, alt_text(chart, title), notes, self.render or "")

    def spec(self, voice: Voice) -> Chart:
        """The chart as marks and words, in the voice's languages."""
        kind = CHARTS[self.kind]
        points = list(self.points(voice.briefing))
        bare = bool(self.data or self.series)  # the unit is told once, in the measure or the head of a column
        units = units_of(points, kind)
        shared = len(set(map(id, units.values()))) == 1  # one unit for all, told in the measure; else in the heads
        unit = next(iter(units.values())) if shared else None
        if self.kind == EVENTS:
            marks = tuple(events_of(points, voice, self._lit))
        else:
            marks = tuple(marks_of(points, units, voice, self._lit, bare=bare))
        if self.sort == "value" and kind.sorts and not any(isinstance(point.name, Period) for point in points):
            groups = sorted(by_name(marks), key=lambda group: group[kind.sorted_by].value, reverse=True)
            marks = tuple(mark for group in groups for mark in group)
        asides = tuple(self._asides(voice))
        measure = voice.plain(voice.phrase(self.measure)) if self.measure else ()
        if kind.scale != "none" and (bare or kind.timed) and not (kind.shares and not _percent(unit)):
            measure = with_unit(measure, unit, voice)
        names = (voice.label(one.name) for one in self.series)
        series = tuple(name if shared else with_unit(name, units.get(place), voice) for place, name in enumerate(names))
        note = signs((*marks, *asides), voice)
        return Chart(str(self.kind), voice.languages, marks, measure, note, series, asides, unit)

    def points(self, briefing: Briefing) -> Iterator[Point]:
        """Every figure of the chart, series by name and names in the order typed."""
        if self.data:
            yield from self._of_rows(briefing.tables[self.data])
            return
        groups = [one.facts for one in self.series] or [self.facts]
        facts = [[briefing.facts[name] for name in group] for group in groups]
        names = [self._name(fact) for fact in facts[0]]
        several = [list(of_facts(group, names, series)) for series, group in enumerate(facts)]
        yield from (point for together in zip(*several, strict=True) for point in together)

    def _of_rows(self, rows: Iterable[Row]) -> Iterator[Point]:
        for row in rows:
            if self.kind == EVENTS:
                yield events(row, str(self.x), str(self.y))
            else:
                yield from of_row(row, str(self.x), list(self._columns()))

    def _columns(self) -> Iterator[Column]:
        unit = str(self.unit or "")
        if self.y is not None:
            yield Column(self.y, self.low, unit)
        for one in self.series:
            if one.y is not None:
                yield Column(one.y, one.low, str(one.unit or unit))

    def _name(self, fact: Fact) -> Wording | Period:
        if (given := next((words for key, words in self.labels.items() if key == fact.name), None)) is not None:
            return given
        time = _time(fact) if self.by == "when" else None
        return fact.label if time is None else time

    def _lit(self, point: Point) -> tuple[bool, bool]:
        return bool(point.keys & set(self.highlight)), bool(point.keys & set(self.totals))

    def _asides(self, voice: Voice) -> Iterator[Mark]:
        facts = [voice.briefing.facts[name] for name in (self.part, self.whole) if name]
        points = list(of_facts(facts, [self._name(fact) for fact in facts]))
        yield from marks_of(points, {0: None}, voice, lambda _: (False, False), bare=False)


def _percent(unit: CommonUnit | None) -> bool:
    return unit is not None and isinstance(unit.like, Percent)


def _time(fact: Fact) -> Period | None:
    return fact.quantity if isinstance(fact.quantity, Period) else fact.when


def _sharing(points: Sequence[Point], kind: Kind) -> Iterator[list[Point]]:
    """The points that stand on one scale."""
    if kind.scale == "one":
        yield list(points)
    elif kind.scale == "series":
        for series in sorted({point.series for point in points}):
            yield [point for point in points if point.series == series]


def _not_shown(
    shown: Sequence[str], highlight: Iterable[Scalar], totals: Iterable[Scalar], labels: Iterable[Scalar]
) -> Iterator[Problem]:
    """Names that single out a mark of the chart and are none."""
    told = [(name, msg("'{name}' is highlighted and not shown", name=name)) for name in highlight]
    told += [(name, msg("'{name}' is a total and not shown", name=name)) for name in totals]
    told += [(name, msg("'{name}' is labeled and not shown", name=name)) for name in labels]
    for name, message in told:
        if name not in shown:
            yield chart_rules.NOT_SHOWN.broken(name, message, did_you_mean(name, shown))
