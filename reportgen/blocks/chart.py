"""A chart of facts or of a CSV file; what it shows are typed figures, so that it cannot disagree with the text.

    chart: {id: shares, kind: bars, title: {zh, en}, measure: {zh, en}, facts: [a, b, c], highlight: [c]}
    chart: {id: zones, kind: step, title: {zh, en}, data: zones.csv, x: date, y: zones, unit: 家}

A CSV's `x` column holds times, or names in columns `x_zh` and `x_en`; its `source` column, if any, names sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from reportgen.blocks.base import Captioned
from reportgen.charts import CHARTS
from reportgen.charts.alt import alt_text
from reportgen.content.entries import AFact, AFile, Text, Word, Wording
from reportgen.content.model import Briefing, Fact
from reportgen.content.source import Scalar
from reportgen.content.when import EXPECTED, read_when, years
from reportgen.document import Chart, Element, Figure, Mark, Words
from reportgen.languages import LANGUAGES
from reportgen.numbers import FigureError, Period, Quantity, common_unit, display, read
from reportgen.problems import Problem, did_you_mean
from reportgen.voice import Voice, bound_of

Row = Mapping[str, Scalar]


class ChartBlock(Captioned):
    """A chart: its kind, its figures, and what it says of them."""

    sequence: ClassVar[str] = "figure"
    kind: Word
    measure: Text | None = None
    facts: tuple[AFact, ...] = ()
    data: AFile | None = None
    x: Word | None = None
    y: Word | None = None
    unit: Word | None = None  # what stands after a figure of the CSV: 家, 亿元, %
    labels: dict[Word, Wording] = Field(
        default_factory=dict[Word, Wording]
    )  # names of marks, in place of the facts' own
    highlight: tuple[AFact, ...] = ()
    sort: Literal["value", "none"] = "value"
    part: AFact | None = None  # the figure that the share is of
    whole: AFact | None = None

    # ---- what can be wrong ---------------------------------------------------------

    def problems(self, briefing: Briefing) -> Iterator[Problem]:
        """An unknown kind, no figures, figures that cannot be drawn by the kind."""
        if self.kind not in CHARTS:
            yield Problem(self.kind.place, f"no kind of chart is called '{self.kind}'", did_you_mean(self.kind, CHARTS))
            return
        if self.data is None and not self.facts:
            yield Problem(
                self.id.place, f"the chart '{self.id}' shows nothing", "give it facts: […] or data: a CSV file"
            )
            return
        if self.data is not None and self.facts:
            yield Problem(self.data.place, "a chart shows facts or a CSV file, not both", "leave out one of the two")
            return
        found = list(self._row_problems(briefing.tables.get(self.data, ()))) if self.data else []
        found += self._fact_problems(briefing)
        yield from found
        if not found and self.is_known(briefing):
            voice = Voice(briefing, LANGUAGES)
            yield from (Problem(self.id.place, told) for told in CHARTS[self.kind].problems(self.spec(voice)))

    def _fact_problems(self, briefing: Briefing) -> Iterator[Problem]:
        for name in (*self.facts, *(aside for aside in (self.part, self.whole) if aside)):
            if (fact := briefing.facts.get(name)) and single(fact.quantity) is None:
                yield Problem(name.place, f"'{name}' has no single value that a chart could draw")
        for name in self.highlight:
            if self.facts and name not in self.facts:
                yield Problem(name.place, f"'{name}' is highlighted and not shown", did_you_mean(name, self.facts))
        for name in self.labels:
            if self.facts and name not in self.facts:
                yield Problem(name.place, f"'{name}' is labeled and not shown", did_you_mean(name, self.facts))

    def _row_problems(self, rows: Sequence[Row]) -> Iterator[Problem]:
        assert self.data is not None
        if self.x is None or self.y is None:
            yield Problem(self.data.place, "a chart of a CSV file names its columns", "write x: COLUMN and y: COLUMN")
            return
        if not rows:
            yield Problem(self.data.place, f"the chart '{self.id}' shows nothing: {self.data} has no rows")
            return
        wanted = [self.y, *(() if self._named(rows[0]) else (self.x,))]
        for column in wanted:
            if column not in rows[0]:
                yield Problem(column.place, f"{self.data} has no column '{column}'", did_you_mean(column, rows[0]))
        if all(column in rows[0] for column in wanted):
            yield from self._cell_problems(rows)

    def _cell_problems(self, rows: Sequence[Row]) -> Iterator[Problem]:
        for row in rows:
            cell = row[self._y]
            try:
                self._figure(cell)
            except FigureError as error:
                yield Problem(
                    cell.place, f"'{cell}' is no figure here: {error}", "write the number, with its unit in `unit:`"
                )
            if not self._named(row):
                try:
                    read_when(row[self._x])
                except ValueError as error:
                    hint = f"{EXPECTED}; or name the rows in columns {self._x}_zh and {self._x}_en"
                    yield Problem(row[self._x].place, str(error), hint)

    # ---- how it is said --------------------------------------------------------------

    def say(self, voice: Voice) -> Iterator[Element]:
        """One figure: caption, chart, its words, and its notes."""
        facts = [voice.briefing.facts[name] for name in (*self.facts, *(a for a in (self.part, self.whole) if a))]
        rows = voice.briefing.tables[self.data] if self.data else ()
        more = tuple(str(row["source"]) for row in rows if row.get("source"))
        chart = self.spec(voice)
        caption = self.caption(voice)
        notes = voice.notes(note=self.note, facts=facts, sources=self.cited(tuple(facts), more))
        title = {line.language: "".join(getattr(i, "text", "") for i in line.text) for line in caption.lines}
        yield Figure(caption, chart, alt_text(chart, title), notes)

    def spec(self, voice: Voice) -> Chart:
        """The chart as marks and words, in the voice's languages."""
        marks = tuple(self._of_rows(voice) if self.data else self._of_facts(voice, self.facts))
        if self.sort == "value" and CHARTS[self.kind].sorts:
            marks = tuple(sorted(marks, key=lambda mark: mark.value, reverse=True))
        unit = common_unit(list(self._quantities(voice.briefing)))
        aside = tuple(self._of_facts(voice, tuple(name for name in (self.part, self.whole) if name)))
        measure = voice.plain(voice.phrase(self.measure)) if self.measure else ()
        return Chart(str(self.kind), voice.languages, marks, measure=measure, aside=aside, unit=unit)

    def _of_facts(self, voice: Voice, names: Sequence[str]) -> Iterator[Mark]:
        for name in names:
            fact = voice.briefing.facts[name]
            wording = next((words for key, words in self.labels.items() if key == name), fact.label)
            yield replace(
                _mark(fact.quantity, voice.label(wording), _label(fact, voice)),
                highlight=name in self.highlight,
                fact=fact.name,
                when=years(fact.when) if fact.when else None,
            )

    def _of_rows(self, voice: Voice) -> Iterator[Mark]:
        rows = voice.briefing.tables[self.data or ""]
        unit = common_unit(list(self._quantities(voice.briefing)))
        for row in rows:
            quantity = self._figure(row[self._y])
            label = voice.quantity(quantity, unit=unit) if unit else voice.quantity(quantity, form="bare")
            if self._named(row):
                name: Words = tuple((language, str(row[f"{self._x}_{language}"])) for language in voice.languages)
                yield replace(_mark(quantity, name, label), highlight=name[0][1] in self.highlight)
                continue
            when: Period = read_when(row[self._x])
            yield replace(
                _mark(quantity, voice.quantity(when), label),
                when=years(when),
                highlight=row[self._x] in self.highlight,
            )

    def _quantities(self, briefing: Briefing) -> Iterator[Quantity]:
        if self.data:
            yield from (self._figure(row[self._y]) for row in briefing.tables[self.data])
        else:
            yield from (briefing.facts[name].quantity for name in self.facts)

    def _figure(self, cell: Scalar) -> Quantity:
        """A CSV cell with the column's unit behind it, as a printed figure is read."""
        quantity = read(cell + (self.unit or ""), LANGUAGES[0])
        if single(quantity) is None:
            raise FigureError("a single value is wanted")
        return quantity

    def _named(self, row: Row) -> bool:
        return all(f"{self._x}_{language}" in row for language in LANGUAGES)

    @property
    def _x(self) -> str:
        return self.x or ""

    @property
    def _y(self) -> str:
        return self.y or ""


def single(quantity: Quantity) -> Decimal | None:
    """The one value a mark can show; None for ranges, fractions and times."""
    value = display(quantity)
    return value if isinstance(value, Decimal) else None


def _mark(quantity: Quantity, name: Words, label: Words) -> Mark:
    value = single(quantity)
    assert value is not None  # problems() has refused figures without one
    return Mark(name=name, value=value, label=label, bound=bound_of(quantity))


def _label(fact: Fact, voice: Voice) -> Words:
    """A mark's printed figure; a change stands with its sign, since a mark has no verb."""
    form = "table" if fact.quantity.kind == "change" else "prose"
    return voice.quantity(fact.quantity, form=form, en_small="digit")
