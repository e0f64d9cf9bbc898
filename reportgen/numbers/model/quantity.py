"""The typed figures: one frozen class a kind, and the closed union `Quantity` of them all.

Values are exact `Decimal`s in base units: yuan, items, people; 7.1 for 7.1%. Nothing here reads or writes text:
`mapping` makes a quantity of what an author typed, `read` of a printed figure, and `write` says it.
A quantity carries the noun or unit it counts in, so that writing needs no lexicon.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal, TypeAlias

from reportgen.numbers.model.lexicon import Noun, Unit

QualifierType = Literal["approx", "nearly", "over", "more", "at_least", "below", "at_most", "up_to"]
Aggregate = Literal["cumulative", "total", "average"]
Basis = Literal[
    "yoy", "qoq", "mom", "prev_year", "prev_quarter", "prev_month", "prev_year_end",
    "avg_annual", "real_yoy", "nominal_yoy", "none",
]  # fmt: skip
ChangeUnit = Literal["percent", "pp"]
MultipleForm = Literal["of", "increase", "fan", "to"]


class FigureError(ValueError):
    """A figure that cannot be: `message` names what was found and what was expected, `key` the key it stood under."""

    def __init__(self, message: str, key: str | None = None) -> None:
        self.message = message
        self.key = key
        super().__init__(f"{key}: {message}" if key else message)


@dataclass(frozen=True, slots=True)
class FormatOptions:
    """How figures are laid out; None leaves the choice to whoever stands further out, at last to the house style."""

    style: Literal["prose", "communique", "table", "chart"] | None = None
    table: bool | None = None  # a table cell: bare figure, true minus sign, no spelling out
    keep_zeros: bool | None = None
    zh_scale: Literal["auto", "万亿", "亿", "万", "1"] | None = None
    en_scale: Literal["auto", "trillion", "billion", "million", "1"] | None = None
    en_currency: Literal["rmb", "yuan", "cny", "symbol"] | None = None
    en_percent: Literal["symbol", "word"] | None = None
    en_small: Literal["word", "digit"] | None = None
    en_period: Literal["short", "long"] | None = None
    en_date: Literal["us", "uk"] | None = None
    en_serial_comma: bool | None = None
    zh_period: Literal["一季度", "第一季度"] | None = None
    zh_latin_space: bool | None = None
    zh_wj: bool | None = None  # U+2060 between figure, scale and unit
    range_mark: Literal["sign", "word"] | None = None  # 20%～50% or 20%至50%; 20%–50% or 20% to 50%
    usd_rate: Decimal | None = None  # yuan to the dollar: adds a US-dollar bracket
    usd_quantum: Decimal | None = None


NO_OPTIONS = FormatOptions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualified:
    """What a figure may carry: a qualifier and the Chinese wording wanted, Chinese numerals, an aggregate, options."""

    qualifier: QualifierType | None = None
    qform: str | None = None
    hanzi: bool = False
    aggregate: Aggregate | None = None
    options: FormatOptions = NO_OPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Qualified):
    """A figure with a value, or a range from low to high; `shown` is an editor's round figure for `value`."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    quantum: Decimal | None = None  # rounded once, half up, to a multiple of this; None: as given
    shown: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Money(Amount):
    """An amount of a currency, in its base unit."""

    kind: ClassVar[Literal["money"]] = "money"
    currency: str = "CNY"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Amount):
    """A number of things, told by a measure word (家), by a noun of the lexicon, or by both."""

    kind: ClassVar[Literal["count"]] = "count"
    measure: str = ""
    noun: Noun | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Amount):
    """A number of units; a duration where `unit.time` holds."""

    kind: ClassVar[Literal["measure"]] = "measure"
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Percent(Amount):
    """A share: 7.1 is 7.1%."""

    kind: ClassVar[Literal["percent"]] = "percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Points(Amount):
    """A difference of percentages, in percentage points."""

    kind: ClassVar[Literal["pp"]] = "pp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Amount):
    """A signed change in percent or percentage points against a basis; `verb` is the Chinese verb wanted."""

    kind: ClassVar[Literal["change"]] = "change"
    unit: ChangeUnit = "percent"
    basis: Basis = "none"
    verb: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Amount):
    """A factor, final over base, however it is said: 增长2倍 is 3, 翻两番 is 4."""

    kind: ClassVar[Literal["multiple"]] = "multiple"
    form: MultipleForm = "of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenths(Amount):
    """A share in tenths (成): 6.5 is 六成五, 65%."""

    kind: ClassVar[Literal["tenths"]] = "tenths"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fraction(Qualified):
    """A share of num parts in den."""

    kind: ClassVar[Literal["fraction"]] = "fraction"
    num: int
    den: int

    @property
    def in_words(self) -> bool:
        """Simple enough for words (一半, two thirds); hundredths stand in digits, for 百分之三 is a percentage."""
        return self.num < 10 and (self.den <= 20 or self.den == 1000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordinal(Qualified):
    """A place in an order; with `top`, all places down to it (前三, top three). `qform` 首 says 首批 for 第一批."""

    kind: ClassVar[Literal["ordinal"]] = "ordinal"
    value: int
    measure: str = ""
    top: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So much or so many for every `per` of something: 每万人14件."""

    kind: ClassVar[Literal["rate"]] = "rate"
    amount: Money | Count | Measure
    per: Decimal
    each: Noun | Unit
    options: FormatOptions = NO_OPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """An order of size used as a label (万亿级); `value` is the magnitude in base units."""

    kind: ClassVar[Literal["level"]] = "level"
    value: Decimal
    currency: str | None = None
    options: FormatOptions = NO_OPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """An order of magnitude and no value: 数十家, dozens; `order` is a power of ten, from 1 up."""

    kind: ClassVar[Literal["vague"]] = "vague"
    order: int
    qform: str | None = None  # 数 (default) or 几
    measure: str = ""
    noun: Noun | None = None
    unit: Unit | None = None
    currency: str | None = None
    options: FormatOptions = NO_OPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time, or its end; exactly one shape of fields is filled: see `period.SHAPES`."""

    kind: ClassVar[Literal["date"]] = "date"
    year: int | None = None
    quarter: int | None = None
    half: int | None = None
    month: int | None = None
    day: int | None = None
    first_quarters: int | None = None
    months: tuple[int, int] | None = None
    decade: int | None = None
    fyp: int | None = None
    start: Period | None = None
    end: Period | None = None
    as_of: bool = False
    eop: bool = False  # the end of the period
    options: FormatOptions = NO_OPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The points of two sides or more, in the order printed: 39-39-4."""

    kind: ClassVar[Literal["score"]] = "score"
    points: tuple[int, ...]
    options: FormatOptions = NO_OPTIONS


Quantity: TypeAlias = (
    Money | Count | Measure | Percent | Points | Change | Multiple | Tenths
    | Fraction | Ordinal | Ratio | Rate | Level | Vague | Period | Score
)  # fmt: skip

KINDS: dict[str, type[Quantity]] = {
    type_.kind: type_
    for type_ in (
        Money, Count, Measure, Percent, Points, Change, Multiple, Tenths,
        Fraction, Ordinal, Ratio, Rate, Level, Vague, Period, Score,
    )
}  # fmt: skip
