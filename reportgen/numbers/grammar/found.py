"""What a grammar finds in a text: one figure, where it stands, and the typed quantity it says.

Not here: how figures are recognized; `zh` and `en` do that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from reportgen.numbers.grammar.numerals import EXACT
from reportgen.numbers.model.lexicon import PERSON, UNITS, Currency, Noun, Unit
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.period import read_period
from reportgen.numbers.model.quantity import (
    Count,
    Fraction,
    Level,
    Measure,
    Money,
    Multiple,
    Ordinal,
    Percent,
    Points,
    QualifierType,
    Quantity,
    Rate,
    Ratio,
    Score,
    Tenths,
    Vague,
)

RELATIONS: dict[QualifierType, str] = {
    "approx": "approx",
    "nearly": "nearly",
    "over": "gt",
    "more": "gt",
    "at_least": "ge",
    "below": "lt",
    "at_most": "le",
    "up_to": "up_to",
}
"""What a qualifier says about the true value, whatever its wording."""


_HANZI = Pattern("[零〇一二两三四五六七八九十百千]|[万亿](?=余|多|[^元]?$)|^[万亿]")
_ARABIC = Pattern("[0-9０-９]")


class RateBase(NamedTuple):
    """What an amount is told for: `per` of what the key names, a noun, a unit or a currency (10000 CNY, 1 t)."""

    per: Decimal
    each: str


class Found(NamedTuple):
    """One figure of a text, `start` to `end`.

    `value`, or `low` and `high`, are Decimals in base units; a period's is its code, that of a fraction, ratio or score
    its digits as printed (1/3, 3:1, 2-1), that of 十几 what it lies above. `tail` is the measure word or
    unit as printed, `form` how it was put.
    """

    source: str
    start: int
    end: int
    kind: str
    value: Decimal | str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    qualifier: QualifierType | None = None
    qform: str | None = None
    tail: str = ""
    form: str = ""
    direction: str | None = None
    weak: bool = False
    per: Decimal | None = None
    order: Decimal | None = None
    eop: bool = False
    power: int = 0
    own: Unit | None = None  # a unit of the document's own lexicon
    base: RateBase | None = None  # 3682元/吨 is so much money, for a tonne

    def __repr__(self) -> str:
        fields = [f"{name} {value}" for name, value in self.as_mapping().items() if name not in ("raw", "kind")]
        return f"Found({', '.join([f'{self.text!r} at {self.start}', self.kind, *fields])})"

    @property
    def text(self) -> str:
        """The stretch of the original text."""
        return self.source[self.start : self.end]

    @property
    def hanzi(self) -> bool:
        """Whether the number is written in Chinese numerals."""
        return _HANZI.search(self.text) is not None and _ARABIC.search(self.text) is None

    @property
    def quantity(self) -> Quantity:
        """The figure as a typed quantity, as far as the stretch itself tells it: no noun, no basis of a change."""
        return quantity_of(self)

    def as_mapping(self) -> dict[str, object]:
        """The figure in the form of the extraction goldens, numbers as strings; what does not apply is left out."""
        relation = RELATIONS[self.qualifier] if self.qualifier else None
        fields: dict[str, object] = {
            "raw": self.text,
            "kind": self.kind,
            "value": None if self.kind == "vague" else _plain(self.value),
            "low": _plain(self.low),
            "high": _plain(self.high),
            "order": _plain(self.order),
            "unit": self.unit,
            "qualifier": relation,
            "per": _plain(self.per),
            "each": self.base.each if self.base else None,
            "dir": self.direction,
            "eop": self.eop or None,
            "weak": self.weak or None,
        }
        return {name: field for name, field in fields.items() if field is not None}


def _plain(value: Decimal | str | None) -> str | None:
    if not isinstance(value, Decimal):
        return value
    text = format(value.normalize(EXACT), "f")
    return text if text != "-0" else "0"


_IN_HANZI = frozenset({"money", "count", "measure", "duration", "percent", "pp", "multiple"})


def quantity_of(found: Found, noun: Noun | None = None, each: Noun | Unit | Currency = PERSON) -> Quantity:
    """The typed quantity of a figure; `noun` is the noun that follows it, `each` what a rate is told by."""
    return _MADE_OF[found.kind](found, noun, each)


def _said(found: Found) -> dict[str, Any]:
    """What any figure may carry, by the names of `Qualified`."""
    hanzi = found.form != "half" and found.kind in _IN_HANZI and found.hanzi
    return {"qualifier": found.qualifier, "qform": found.qform, "hanzi": hanzi}


def _amount(found: Found) -> dict[str, Any]:
    """The same with the value or range, by the names of `Amount`."""
    said = _said(found)
    said["value"], said["low"], said["high"] = found.value, found.low, found.high
    return said


def _unit(found: Found) -> Unit | None:
    return found.own or UNITS.get(found.unit or "")


def _period(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    return replace(read_period(str(found.value)), eop=found.eop)


def _fraction(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    num, _, den = str(found.value).partition("/")
    return Fraction(num=int(num), den=int(den), **_said(found))


def _ratio(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    first, second, *more = map(Decimal, str(found.value).split(":"))
    return Ratio(a=first, b=second, more=tuple(more), **_said(found))


def _score(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    return Score(points=tuple(map(int, str(found.value).split("-"))))


def _ordinal(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    return Ordinal(value=int(found.value or 0), measure=found.tail, top=found.form == "top", **_said(found))


def _level(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    return Level(value=Decimal(found.value or 0), currency=found.unit)


def _vague(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    unit = _unit(found)
    currency = found.unit if found.unit and unit is None else None
    measure = "" if found.unit else found.tail
    if isinstance(found.value, Decimal):  # 十几亿元 is more than ten of them, not tens
        said: dict[str, Any] = {"value": found.value, "qualifier": "more", "qform": "几", "hanzi": found.hanzi}
        if currency:
            return Money(currency=currency, **said)
        return Measure(unit=unit, **said) if unit else Count(measure=measure, noun=noun, **said)
    return Vague(
        order=int(found.order or 1), qform=found.qform, measure=measure, noun=noun, unit=unit, currency=currency
    )


def _rate(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    amount = Count(value=Decimal(found.value or 0), measure=found.tail)
    return Rate(amount=amount, per=found.per or Decimal(1), each=each)


def _money(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    return Money(currency=found.unit or "CNY", **_amount(found))


def _percent(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    amount = _amount(found)
    if found.form != "tenths":
        return Percent(**amount)
    ends = {name: amount[name] / 10 for name in ("value", "low", "high") if amount[name] is not None}
    return Tenths(**(amount | ends))


def _points(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    return Points(**_amount(found))


def _multiple(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    return Multiple(form=found.form or "of", **_amount(found))  # pyright: ignore[reportArgumentType]


def _measure(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    unit = _unit(found) or Unit(found.unit or "", found.tail, found.tail, found.tail)
    return Measure(unit=unit, **_amount(found))


def _count(found: Found, noun: Noun | None, each: Noun | Unit | Currency) -> Quantity:
    return Count(measure=found.tail, noun=noun, **_amount(found))


_MADE_OF: dict[str, Callable[[Found, Noun | None, Noun | Unit | Currency], Quantity]] = {
    "date": _period,
    "hint": _period,
    "fraction": _fraction,
    "ratio": _ratio,
    "score": _score,
    "ordinal": _ordinal,
    "level": _level,
    "vague": _vague,
    "rate": _rate,
    "money": _money,
    "percent": _percent,
    "pp": _points,
    "multiple": _multiple,
    "measure": _measure,
    "duration": _measure,
    "count": _count,
}
