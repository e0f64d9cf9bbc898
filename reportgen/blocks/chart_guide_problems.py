"""What can be wrong with an axis, a reference line, an event or an index that an author typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.blocks import chart_guide_rules as rules
from reportgen.blocks.chart_entry import ChartEntry
from reportgen.blocks.chart_guides import (
    AxisEntry,
    EventEntry,
    LineEntry,
    average_of,
    figure_of,
    indexed,
    stands_by_years,
    stretch_of,
    value_of,
)
from reportgen.blocks.marks import ChartFigure, dimension, ends, units_of
from reportgen.charts import CHARTS
from reportgen.content.model import Briefing
from reportgen.content.source import Scalar
from reportgen.content.when import EXPECTED, years
from reportgen.languages import DEFAULT, LANGUAGES
from reportgen.messages import msg
from reportgen.numbers import CommonUnit, FigureError, Found, Quantity, find, write
from reportgen.problems import Problem


def guide_problems(chart: ChartEntry, briefing: Briefing) -> Iterator[Problem]:
    """Everything wrong with what its figures are read against; only of a chart whose figures can all be read."""
    if (base := chart.base()) is not None:
        try:
            indexed(list(chart.figures(briefing)), base)
        except FigureError as error:
            yield rules.INDEX_BASE.broken(base, str(error), msg("name a time at which every series has a figure"))
            return
    figures = chart.drawn(briefing)
    units = units_of(figures, CHARTS[chart.kind])
    known = _Known(chart, briefing, figures, next(iter(units.values()), None))
    for _, entry in chart.own("axis"):
        yield from known.axis(entry)
    for field, entries in chart.own("lines"):
        axis = chart.axis_of(field, figures, units)
        against = _Known(chart, briefing, axis.figures, axis.shared, axis.unit)
        for entry in entries:
            yield from against.line(entry)
    for _, entries in chart.own("events"):
        for entry in entries:
            yield from known.event(entry)


class _Known:
    """A chart's figures, and what stands against them."""

    def __init__(
        self,
        chart: ChartEntry,
        briefing: Briefing,
        figures: Sequence[ChartFigure],
        unit: CommonUnit | None,
        typed: str = "",
    ) -> None:
        self.chart, self.briefing, self.figures, self.unit = chart, briefing, figures, unit
        self.typed = typed or str(chart.unit or "")
        stretches = [found for one in figures if one.quantity is not None and (found := ends(one.quantity))]
        self.values = [value for stretch in stretches for value in stretch]
        self.counted = next((dimension(one.quantity) for one in figures if one.quantity is not None), "")

    def read(self, text: Scalar) -> Quantity:
        """A figure in what the chart counts in; FigureError for anything else."""
        unit = "" if self.chart.base() is not None else self.typed
        quantity = figure_of(text, unit, self.unit, self.briefing)
        if self.counted and dimension(quantity) != self.counted:
            raise FigureError(
                msg("it counts in {other}, the chart in {counted}", other=dimension(quantity), counted=self.counted)
            )
        return quantity

    # ---- an axis -----------------------------------------------------------------------

    def axis(self, entry: AxisEntry) -> Iterator[Problem]:
        """Ends that are no figures, that are the wrong way round, or that leave figures outside."""
        set_ends: dict[str, Decimal] = {}
        for key, text in (("from", entry.from_), ("to", entry.to)):
            if text is None:
                continue
            try:
                set_ends[key] = value_of(self.read(text))
            except FigureError as error:
                message = msg("'{cell}' is no figure here: {why}", cell=text, why=str(error))
                yield rules.AXIS_RANGE.broken(text, message, msg("write a number in the chart's unit"))
        least, most = set_ends.get("from"), set_ends.get("to")
        if least is not None and most is not None and least >= most:
            assert entry.from_ is not None
            yield rules.AXIS_RANGE.broken(entry.from_, msg("the axis does not end above where it starts"))
            return
        low, high = min(self.values), max(self.values)
        hint = msg("let the axis hold every figure, or leave this end to it: axis: auto")
        if least is not None and low < least and entry.from_ is not None:
            message = msg("the axis starts at {end}, above a figure that it must hold", end=entry.from_)
            yield rules.AXIS_RANGE.broken(entry.from_, message, hint)
        if most is not None and high > most and entry.to is not None:
            message = msg("the axis ends at {end}, below a figure that it must hold", end=entry.to)
            yield rules.AXIS_RANGE.broken(entry.to, message, hint)

    # ---- lines -------------------------------------------------------------------------

    def line(self, entry: LineEntry) -> Iterator[Problem]:
        """A line at nothing or at two things, one without a name, at no figure, or with words that deny it."""
        shape = bool(entry.at), bool(entry.average), bool(entry.from_) and bool(entry.to)
        place = entry.name.place if entry.name else next(iter(entry.figures), self.chart.id)
        if sum(shape) != 1 or bool(entry.from_) != bool(entry.to):
            hint = msg("write {{at: 50, name: …}}, {{average: true}} or {{from: 2%, to: 3%, name: …}}")
            yield rules.REFERENCE_LINE.broken(place, msg("a reference line stands at one value or stretch"), hint)
            return
        if entry.name is None and not entry.average:
            message = msg("a reference line without words tells nobody what it is")
            yield rules.REFERENCE_LINE.broken(place, message, msg("give it name: {{zh: …, en: …}}"))
            return
        try:
            told = [average_of(self.figures, self.unit)] if entry.average else [self.read(one) for one in entry.figures]
        except FigureError as error:
            cell = next(iter(entry.figures), None)
            message = msg("'{cell}' is no figure here: {why}", cell=cell or "average", why=str(error))
            yield rules.REFERENCE_LINE.broken(
                cell or place, message, msg("write a figure in the chart's unit, or a fact")
            )
            return
        if entry.average and len({one.series for one in self.figures}) > 1:
            message = msg("an average of several series says nothing of any of them")
            yield rules.REFERENCE_LINE.broken(place, message, msg("write the figure, or name a fact"))
        yield from self._outside(entry, told)
        yield from self._denied(entry, told)

    def _outside(self, entry: LineEntry, told: Sequence[Quantity]) -> Iterator[Problem]:
        """A line that an axis set by its author does not reach."""
        for _, axis in self.chart.own("axis"):
            try:
                least, most = (None if text is None else value_of(self.read(text)) for text in (axis.from_, axis.to))
            except FigureError:  # told already
                return
            values = [value_of(quantity) for quantity in told]
            if (least is not None and min(values) < least) or (most is not None and max(values) > most):
                message = msg("the reference line stands outside the axis")
                place = next(iter(entry.figures), self.chart.id)
                yield rules.AXIS_RANGE.broken(place, message, msg("let the axis hold it"))

    def _denied(self, entry: LineEntry, told: Sequence[Quantity]) -> Iterator[Problem]:
        """Words that tell another figure than the line stands at."""
        values = {value_of(quantity) for quantity in told}
        for language, text in entry.name.words.items() if entry.name else ():
            for found in find(text, language):
                stated = found.value if isinstance(found.value, Decimal) else None
                if stated is None or stated in values or not _alike(found, told[0]):
                    continue
                assert entry.name is not None
                said = write(told[0], language if language in LANGUAGES else DEFAULT[0])
                message = msg(
                    "the words tell {figure}, the line stands at {at}", figure=text[found.start : found.end], at=said
                )
                hint = msg("leave the figure to the line, which tells it by itself")
                yield rules.REFERENCE_WORDS.broken(entry.name.places.get(language, entry.name.place), message, hint)
                return  # the other language says the same

    # ---- events ------------------------------------------------------------------------

    def event(self, entry: EventEntry) -> Iterator[Problem]:
        """An event without a time, at none that is one, or outside the chart's time."""
        whole = entry.when is not None and entry.from_ is None and entry.to is None
        if not whole and (entry.when is not None or entry.from_ is None or entry.to is None):
            hint = msg("write {{when: 2020-01, name: …}} or {{from: 2020-01, to: 2020-06, name: …}}")
            yield rules.EVENT.broken(entry.name.place, msg("an event is at a time, or from one to another"), hint)
            return
        by_years = stands_by_years(self.figures)
        slack = Decimal("0.5") if by_years else Decimal(0)
        try:
            start, end = stretch_of(entry, by_years=by_years)
        except ValueError as error:
            yield rules.EVENT.broken(entry.times[0], str(error), EXPECTED)
            return
        shown = [when for one in self.figures if one.when is not None and (when := years(one.when)) is not None]
        if not shown:
            message = msg("an event stands in time, and the figures of this chart have none")
            yield rules.EVENT.broken(entry.name.place, message, msg("give the rows times, or leave out the event"))
        elif end is not None and end <= start:
            yield rules.EVENT.broken(entry.times[0], msg("the event ends before it starts"))
        elif (start if end is None else end) < min(shown) - slack or start > max(shown) + slack:
            message = msg("the event is outside the time that the chart shows")
            yield rules.EVENT.broken(entry.times[0], message, msg("leave it out, or show more time"))


def _alike(found: Found, quantity: Quantity) -> bool:
    """Whether a figure of the words counts in what the line does: not the five years of a plan for tonnes."""
    unit = getattr(getattr(quantity, "unit", None), "key", None)
    return found.kind == quantity.kind and (unit is None or found.unit == unit)
