"""The typed figures: one frozen class a kind, and the closed union `Quantity` of them all.

Values are exact `Decimal`s in base units: yuan, items, people; 7.1 for 7.1%. Nothing here reads or writes text:
`mapping` makes a quantity of what an author typed, `read` of a printed figure, and `write` says it.
A quantity carries the noun or unit it counts in, so that writing needs no lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar, Literal, TypeAlias

from reportgen.numbers.model.lexicon import Currency, Noun, Unit
from reportgen.numbers.model.options import NO_OPTIONS, FormatOptions
from reportgen.numbers.model.period import Period, period_code
from reportgen.numbers.model.representation import Readable, number
from reportgen.records import keyword_record

QualifierType = Literal["approx", "nearly", "over", "more", "at_least", "below", "at_most", "up_to"]
Aggregate = Literal["cumulative", "total", "average"]
Basis = Literal[
    "yoy", "qoq", "mom", "prev_year", "prev_quarter", "prev_month", "prev_year_end",
    "avg_annual", "real_yoy", "nominal_yoy", "same_period", "period", "none",
]  # fmt: skip
ChangeUnit = Literal["percent", "pp"]
MultipleForm = Literal["of", "increase", "fan", "to"]
RateForm = Literal["each", "slash", "average"]


@keyword_record
class Qualified(Readable):
    """What a figure may carry: a qualifier and the Chinese wording wanted, Chinese numerals, an aggregate, options."""

    qualifier: QualifierType | None = None
    qform: str | None = None
    hanzi: bool = False
    aggregate: Aggregate | None = None
    options: FormatOptions = NO_OPTIONS

    def sayings(self) -> Iterator[str]:
        """What the figure carries, by its options last."""
        if self.qform is not None:
            yield f"as {self.qform}"
        if self.hanzi:
            yield "in hanzi"
        if self.aggregate is not None:
            yield self.aggregate
        yield from _options(self.options)

    def _qualified(self, figure: str) -> str:
        return f"{self.qualifier} {figure}" if self.qualifier else figure


@keyword_record
class Amount(Qualified):
    """A figure with a value, or a range from low to high; `shown` is an editor's round figure for `value`."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    quantum: Decimal | None = None  # rounded once, half up, to a multiple of this; None: as given
    shown: Decimal | None = None

    @property
    def unit_said(self) -> str:
        """What the value counts, short."""
        return ""

    def sayings(self) -> Iterator[str]:
        ends = (self.low, self.high) if self.low is not None or self.high is not None else (self.value,)
        yield self._qualified("–".join(map(number, ends)) + self.unit_said)
        if self.quantum is not None:
            yield f"to {number(self.quantum)}"
        if self.shown is not None:
            yield f"shown {number(self.shown)}"
        yield from Qualified.sayings(self)


@keyword_record
class Money(Amount):
    """An amount of a currency, in its base unit."""

    kind: ClassVar[Literal["money"]] = "money"
    currency: str = "CNY"

    @property
    def unit_said(self) -> str:
        return f" {self.currency}"


@keyword_record
class Count(Amount):
    """A number of things, told by a measure word (家), by a noun of the lexicon, or by both."""

    kind: ClassVar[Literal["count"]] = "count"
    measure: str = ""
    noun: Noun | None = None

    @property
    def unit_said(self) -> str:
        return _counted(self.measure, self.noun)


@keyword_record
class Measure(Amount):
    """A number of units; a duration where `unit.time` holds."""

    kind: ClassVar[Literal["measure"]] = "measure"
    unit: Unit

    @property
    def unit_said(self) -> str:
        return f" {self.unit.key}"


@keyword_record
class Percent(Amount):
    """A share: 7.1 is 7.1%."""

    kind: ClassVar[Literal["percent"]] = "percent"

    @property
    def unit_said(self) -> str:
        return "%"


@keyword_record
class Points(Amount):
    """A difference of percentages, in percentage points."""

    kind: ClassVar[Literal["pp"]] = "pp"

    @property
    def unit_said(self) -> str:
        return " pp"


@keyword_record
class Change(Amount):
    """A signed change in percent or percentage points against a basis; `verb` is the Chinese verb wanted.

    `since` is the period compared with, where the basis is `same_period` (比2019年同期) or `period` (比2019年末);
    `years` is over how many of them an annual average is told (两年平均).
    """

    kind: ClassVar[Literal["change"]] = "change"
    unit: ChangeUnit = "percent"
    basis: Basis = "none"
    verb: str | None = None
    since: Period | None = None
    years: int | None = None

    @property
    def unit_said(self) -> str:
        said = ("%" if self.unit == "percent" else " pp") + f" {self.basis}" + _counted(self.verb or "")
        return said + _compared(self.since) + (f" over {self.years} years" if self.years else "")


@keyword_record
class Multiple(Amount):
    """A factor, final over base, however it is said: 增长2倍 is 3, 翻两番 is 4.

    One that has grown may tell its basis (同比增长1.3倍), and the Chinese verb wanted: 提高2倍, 翻番.
    """

    kind: ClassVar[Literal["multiple"]] = "multiple"
    form: MultipleForm = "of"
    basis: Basis = "none"
    verb: str | None = None
    since: Period | None = None

    @property
    def unit_said(self) -> str:
        basis = "" if self.basis == "none" else f" {self.basis}"
        return f" times, {self.form}{basis}{_counted(self.verb or '')}{_compared(self.since)}"


@keyword_record
class Tenths(Amount):
    """A share in tenths (成): 6.5 is 六成五, 65%."""

    kind: ClassVar[Literal["tenths"]] = "tenths"

    @property
    def unit_said(self) -> str:
        return " tenths"


@keyword_record
class Fraction(Qualified):
    """A share of num parts in den."""

    kind: ClassVar[Literal["fraction"]] = "fraction"
    num: int
    den: int

    @property
    def in_words(self) -> bool:
        """Simple enough for words (一半, two thirds); hundredths stand in digits, for 百分之三 is a percentage."""
        return self.num < 10 and (self.den <= 20 or self.den == 1000)

    @property
    def in_powers(self) -> bool:
        """Whether Chinese has words for it whatever its size: 千分之十二, 万分之三."""
        return self.den in (1_000, 10_000)

    def sayings(self) -> Iterator[str]:
        yield self._qualified(f"{self.num}/{self.den}")
        yield from Qualified.sayings(self)


@keyword_record
class Ordinal(Qualified):
    """A place in an order; with `top`, all places down to it (前三, top three). `qform` 首 says 首批 for 第一批."""

    kind: ClassVar[Literal["ordinal"]] = "ordinal"
    value: int
    measure: str = ""
    top: bool = False

    def sayings(self) -> Iterator[str]:
        yield self._qualified(f"{'top ' if self.top else ''}{self.value}{_counted(self.measure)}")
        yield from Qualified.sayings(self)


@keyword_record
class Ratio(Qualified):
    """One number to another, as they stand; `more` are the further terms of 5:40:55."""

    kind: ClassVar[Literal["ratio"]] = "ratio"
    a: Decimal
    b: Decimal
    more: tuple[Decimal, ...] = ()

    @property
    def terms(self) -> tuple[Decimal, ...]:
        """All the numbers, in order."""
        return self.a, self.b, *self.more

    def sayings(self) -> Iterator[str]:
        yield self._qualified(":".join(map(number, self.terms)))
        yield from Qualified.sayings(self)


@keyword_record
class Rate(Readable):
    """So much or so many for every `per` of a noun, a unit or a currency: 每万人14件, 3682元/吨, 0.412吨标准煤/万元.

    `form` is the Chinese wording: 每吨3682元 (each), 3682元/吨 (slash), 人均6824千瓦时 (average).
    """

    kind: ClassVar[Literal["rate"]] = "rate"
    amount: Money | Count | Measure
    per: Decimal = Decimal(1)
    each: Noun | Unit | Currency
    form: RateForm = "each"
    options: FormatOptions = NO_OPTIONS

    def sayings(self) -> Iterator[str]:
        yield f"{self.amount!r} per {number(self.per)} {self.each.key}"
        if self.form != "each":
            yield self.form
        yield from _options(self.options)


@keyword_record
class Difference(Readable):
    """A signed change in money, things, units or a rate against a basis: 同比增加1.2亿元, 比上年末减少3家."""

    kind: ClassVar[Literal["difference"]] = "difference"
    amount: Money | Count | Measure | Rate
    basis: Basis = "none"
    verb: str | None = None
    since: Period | None = None
    options: FormatOptions = NO_OPTIONS

    def sayings(self) -> Iterator[str]:
        basis = "" if self.basis == "none" else f" {self.basis}"
        yield f"{self.amount!r}{basis}{_counted(self.verb or '')}{_compared(self.since)}"
        yield from _options(self.options)


def counted_in(quantity: Quantity) -> Quantity:
    """The amount itself of what is told for something or against something: RMB 3,682 of 3682元/吨."""
    return counted_in(quantity.amount) if isinstance(quantity, Rate | Difference) else quantity


@keyword_record
class Level(Readable):
    """An order of size used as a label (万亿级); `value` is the magnitude in base units."""

    kind: ClassVar[Literal["level"]] = "level"
    value: Decimal
    currency: str | None = None
    options: FormatOptions = NO_OPTIONS

    def sayings(self) -> Iterator[str]:
        yield number(self.value) + _counted(self.currency or "")
        yield from _options(self.options)


@keyword_record
class Vague(Readable):
    """An order of magnitude and no value: 数十家, dozens; `order` is a power of ten, from 1 up."""

    kind: ClassVar[Literal["vague"]] = "vague"
    order: int
    qform: str | None = None  # 数 (default) or 几
    measure: str = ""
    noun: Noun | None = None
    unit: Unit | None = None
    currency: str | None = None
    options: FormatOptions = NO_OPTIONS

    def sayings(self) -> Iterator[str]:
        counted = _counted(self.measure, self.noun) + _counted(self.currency or "", self.unit)
        yield f"{self.qform or ''}{self.order}s{counted}"
        yield from _options(self.options)


@keyword_record
class Score(Readable):
    """The points of two sides or more, in the order printed: 39-39-4."""

    kind: ClassVar[Literal["score"]] = "score"
    points: tuple[int, ...]
    options: FormatOptions = NO_OPTIONS

    def sayings(self) -> Iterator[str]:
        yield "-".join(map(str, self.points))
        yield from _options(self.options)


def _options(options: FormatOptions) -> Iterator[str]:
    if options != NO_OPTIONS:
        yield repr(options)


def _compared(since: Period | None) -> str:
    return f" since {period_code(since)}" if since else ""


def _counted(word: str, term: Noun | Unit | None = None) -> str:
    """A measure word or currency, and the term of the lexicon, where they are there."""
    return "".join(f" {each}" for each in (word, term.key if term else "") if each)


Quantity: TypeAlias = (
    Money | Count | Measure | Percent | Points | Change | Multiple | Tenths
    | Fraction | Ordinal | Ratio | Rate | Difference | Level | Vague | Period | Score
)  # fmt: skip

KINDS: dict[str, type[Quantity]] = {
    type_.kind: type_
    for type_ in (
        Money, Count, Measure, Percent, Points, Change, Multiple, Tenths,
        Fraction, Ordinal, Ratio, Rate, Difference, Level, Vague, Period, Score,
    )
}  # fmt: skip
