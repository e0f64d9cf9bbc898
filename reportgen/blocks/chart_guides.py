"""What an author types of an axis and of what figures are read against: a range, reference lines, events.

Which kinds take them stands in the kinds' records; how they are drawn is for charts/ to know.
"""

# No `from __future__ import annotations`: pydantic would compile the type of each field whenever the program starts.

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Annotated

from pydantic import Field, PlainValidator, WithJsonSchema

from reportgen.blocks.marks import ChartFigure, ends
from reportgen.content.entries import Entry, FactName, FigureOrFact, Word, Wording
from reportgen.content.model import Briefing
from reportgen.content.source import Entries, Scalar
from reportgen.content.when import read_when, years
from reportgen.document import AxisRange, Guide, Words
from reportgen.languages import DEFAULT, say
from reportgen.messages import msg
from reportgen.numbers import CommonUnit, FigureError, FormatOptions, Period, Quantity, read
from reportgen.numbers.model.quantity import Amount, Count
from reportgen.records import record
from reportgen.voice import Voice

AUTO = "auto"
MOST_DECIMALS = 6


class AxisEntry(Entry):
    """Where an axis of values starts and ends."""

    from_: Word | None = Field(None, alias="from")
    to: Word | None = None
    decimals: Annotated[int, Field(ge=0, le=MOST_DECIMALS)] | None = None

    @property
    def figures(self) -> Iterator[Scalar]:
        """What is to be read as figures."""
        yield from (text for text in (self.from_, self.to) if text is not None)


def _axis(value: object) -> AxisEntry:
    """`auto`, or a mapping."""
    if isinstance(value, Scalar) and value == AUTO:
        return AxisEntry.model_validate({})
    if isinstance(value, Entries | AxisEntry):
        return AxisEntry.model_validate(value)
    raise ValueError(msg("write axis: auto, or axis: {{from: 45, to: 55}}"))


Axis = Annotated[
    AxisEntry,
    PlainValidator(_axis),
    WithJsonSchema({"anyOf": [{"const": AUTO}, {"type": "object", "properties": {
        "from": {"type": ["string", "number"]},
        "to": {"type": ["string", "number"]},
        "decimals": {"type": "integer", "minimum": 0, "maximum": MOST_DECIMALS},
    }, "additionalProperties": False}]}),
]  # fmt: skip
"""`auto`, or where an axis starts and ends."""


class LineEntry(Entry):
    """A value or a stretch of values that figures are read against: typed, a fact's, or the figures' average."""

    at: FigureOrFact | None = None
    average: bool = False
    from_: FigureOrFact | None = Field(None, alias="from")
    to: FigureOrFact | None = None
    name: Wording | None = None

    @property
    def figures(self) -> tuple[Scalar, ...]:
        """What is to be read as figures: one, or the two ends of a stretch."""
        return tuple(text for text in (self.at, self.from_, self.to) if text is not None)


class EventEntry(Entry):
    """What happened at a time, or from one time to another."""

    when: Word | None = None
    from_: Word | None = Field(None, alias="from")
    to: Word | None = None
    name: Wording

    @property
    def times(self) -> tuple[Scalar, ...]:
        """Its time, or the two ends of a stretch."""
        return tuple(text for text in (self.when, self.from_, self.to) if text is not None)


# ---- figures -----------------------------------------------------------------------------------


def figure_of(text: Scalar, unit: str, shared: CommonUnit | None, briefing: Briefing) -> Quantity:
    """A fact's figure, or one as typed: with its unit, or a bare number in the chart's. FigureError for all else."""
    named = isinstance(text, FactName)
    quantity = briefing.facts[text].quantity if named else _typed(str(text), unit, shared)
    if ends(quantity) is None:
        raise FigureError(msg("a single value is wanted here"))
    return quantity


def _typed(text: str, unit: str, shared: CommonUnit | None) -> Quantity:
    if unit and not text.endswith(unit):
        try:
            return read(text + unit, DEFAULT[0])
        except FigureError:
            return read(text, DEFAULT[0])
    try:
        number = Decimal(text)
    except ArithmeticError:
        return read(text, DEFAULT[0])
    if shared is None:
        return read(text, DEFAULT[0])
    return shared.at(number * shared.divisor(DEFAULT[0]))


def value_of(quantity: Quantity) -> Decimal:
    """Where a figure stands on an axis."""
    found = ends(quantity)
    assert found is not None
    return found[1]


def average_of(figures: Iterable[ChartFigure], shared: CommonUnit | None) -> Quantity:
    """The mean of the figures, rounded half up to the decimals that they share."""
    amounts = [one.quantity for one in figures if one.quantity is not None]
    first = amounts[0]
    if not isinstance(first, Amount) or shared is None:
        raise FigureError(msg("there is no average of figures that count in different things"))
    language = DEFAULT[0]
    finest = shared.divisor(language).scaleb(-shared.decimals.get(language, 0))
    mean = sum(map(value_of, amounts), Decimal(0)) / len(amounts)
    rounded = (mean / finest).quantize(Decimal(1), rounding="ROUND_HALF_UP") * finest
    return replace(
        first,
        value=rounded,
        low=None,
        high=None,
        qualifier=None,
        quantum=finest,
        options=FormatOptions(keep_zeros=True),
    )


def indexed(figures: Sequence[ChartFigure], base: Scalar) -> list[ChartFigure]:
    """The figures of each series in hundredths of the one at the base; FigureError where a series has none there."""
    bases = {one.series: one.quantity for one in figures if _is_base(one, base) and one.quantity is not None}
    made: list[ChartFigure] = []
    for one in figures:
        if (start := bases.get(one.series)) is None or not value_of(start):
            raise FigureError(msg("a series has no figure at '{base}', or it is zero", base=base))
        value = None if one.quantity is None else value_of(one.quantity) / value_of(start) * 100
        made.append(replace(one, quantity=None if value is None else _index(value)))
    return made


def _index(value: Decimal) -> Quantity:
    tenth = Decimal("0.1")
    return Count(
        value=value.quantize(tenth, rounding="ROUND_HALF_UP"), quantum=tenth, options=FormatOptions(keep_zeros=True)
    )


def _is_base(figure: ChartFigure, base: Scalar) -> bool:
    if base in figure.keys:
        return True
    try:
        return read_when(base) in (figure.when, figure.name)
    except ValueError:
        return False


# ---- times -------------------------------------------------------------------------------------


def stretch_of(entry: EventEntry, *, by_years: bool) -> tuple[Decimal, Decimal | None]:
    """Where an event stands in time, in years; ValueError for what is no time that an axis holds."""
    moments = [_placed(text) for text in entry.times]
    if entry.when is not None:
        return _point(moments[0], by_years=by_years), None
    first, last = moments
    return _edge(first, by_years=by_years)[0], _edge(last, by_years=by_years)[1]


def stands_by_years(figures: Iterable[ChartFigure]) -> bool:
    """Whether figures are for whole years."""
    times = [one.when for one in figures if one.when is not None]
    return bool(times) and all(time == Period(year=time.year) for time in times)


def _placed(text: Scalar) -> Period:
    period = read_when(text)
    if years(period) is None:
        raise ValueError(msg("'{text}' is no time that an axis holds", text=text))
    return period


def _point(period: Period, *, by_years: bool) -> Decimal:
    """Where a time stands; along yearly figures, whose points stand at the years, the year lies round its point."""
    point = years(period)
    assert point is not None
    return point - Decimal("0.5") if by_years and period != Period(year=period.year) else point


def _edge(period: Period, *, by_years: bool) -> tuple[Decimal, Decimal]:
    """Where a period begins and where it ends; along yearly figures, whose points stand at the years, half a year
    before its point and half a year after it."""
    point = _point(period, by_years=by_years)
    if period.day or period.eop:
        return point, point
    if period.month:
        return point - Decimal(1) / 24, point + Decimal(1) / 24
    if period.quarter:
        return point - Decimal(1) / 8, point + Decimal(1) / 8
    if by_years:
        return point - Decimal("0.5"), point + Decimal("0.5")
    return point, point + (Decimal("0.5") if period.half else 1)


# ---- as a document holds them ------------------------------------------------------------------


@record
class ReadAxis:
    """An axis that lines stand on: its figures, their unit as typed and in common, and whose axis it is."""

    figures: tuple[ChartFigure, ...]
    unit: str
    shared: CommonUnit | None
    series: int = 0


class GuideReader:
    """Reads what an author typed as a chart wants it."""

    def __init__(self, voice: Voice, figures: Sequence[ChartFigure], unit: str, shared: CommonUnit | None) -> None:
        self.voice, self.figures, self.unit, self.shared = voice, figures, unit, shared
        self.by_years = stands_by_years(figures)

    def axis(self, entry: AxisEntry | None) -> AxisRange | None:
        """The range of the axis."""
        if entry is None:
            return None
        least, most = (
            None if text is None else value_of(figure_of(text, self.unit, self.shared, self.voice.briefing))
            for text in (entry.from_, entry.to)
        )
        return AxisRange(least, most, entry.decimals)

    def line(self, entry: LineEntry) -> Guide:
        """A line or a band of values."""
        name = self.voice.label(entry.name) if entry.name else ()
        if entry.average:
            mean = average_of(self.figures, self.shared)
            name = name or tuple((language, say("chart-average", language)) for language in self.voice.languages)
            return Guide(name, self._said(mean), value_of(mean))
        read_figures = [figure_of(text, self.unit, self.shared, self.voice.briefing) for text in entry.figures]
        if entry.at is not None:
            fact = str(entry.at) if isinstance(entry.at, FactName) else ""
            return Guide(name, self._said(read_figures[0]), value_of(read_figures[0]), fact=fact)
        low, high = read_figures
        return Guide(name, self._stretch(low, high), value_of(low), value_of(high))

    def event(self, entry: EventEntry) -> Guide:
        """An event or a stretch of time."""
        start, end = stretch_of(entry, by_years=self.by_years)
        times = [self.voice.quantity(read_when(text)) for text in entry.times]
        label = times[0] if len(times) == 1 else self._since(*times)
        return Guide(self.voice.label(entry.name), label, start, end, upright=True)

    def _said(self, quantity: Quantity) -> Words:
        return self.voice.quantity(quantity, form="table" if quantity.kind == "change" else "prose", en_small="digit")

    def _stretch(self, low: Quantity, high: Quantity) -> Words:
        """A range as the languages write one: 2%～3%."""
        if isinstance(low, Amount) and isinstance(high, Amount) and not (low.qualifier or high.qualifier):
            return self._said(replace(high, value=None, low=low.value, high=high.value, shown=None))
        return self._since(self._said(low), self._said(high))

    def _since(self, first: Words, last: Words) -> Words:
        ends = dict(last)
        return tuple(
            (language, say("chart-since", language).format(first=text, last=ends[language])) for language, text in first
        )
