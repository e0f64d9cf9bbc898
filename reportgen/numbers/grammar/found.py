"""What a grammar finds in a text: one figure, where it stands, and the typed quantity it says.

Not here: how figures are recognized; `zh` and `en` do that.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple

from reportgen.numbers.grammar.numerals import EXACT
from reportgen.numbers.model.lexicon import PERSON, UNITS, Noun, Unit
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


class Found(NamedTuple):
    """One figure of a text, `start` to `end`.

    `value`, or `low` and `high`, are Decimals in base units; a period's is its code, that of a fraction, ratio or score
    its digits as printed (1/3, 3:1, 2-1). `tail` is the measure word or unit as printed, `form` how it was put.
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

    def __repr__(self) -> str:
        return f"Found({self.as_mapping()})"

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
            "value": _plain(self.value),
            "low": _plain(self.low),
            "high": _plain(self.high),
            "order": _plain(self.order),
            "unit": self.unit,
            "qualifier": relation,
            "per": _plain(self.per),
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


def quantity_of(found: Found, noun: Noun | None = None, each: Noun | Unit = PERSON) -> Quantity:
    """The typed quantity of a figure; `noun` is the noun that follows it, `each` what a rate is told by."""
    hanzi = found.form != "half" and found.kind in _IN_HANZI and found.hanzi
    said: dict[str, Any] = {"qualifier": found.qualifier, "qform": found.qform, "hanzi": hanzi}
    text = found.value if isinstance(found.value, str) else ""
    match found.kind:
        case "date" | "hint":
            return replace(read_period(text), eop=found.eop)
        case "fraction":
            num, _, den = text.partition("/")
            return Fraction(num=int(num), den=int(den), **said)
        case "ratio":
            first, second, *more = map(Decimal, text.split(":"))
            return Ratio(a=first, b=second, more=tuple(more), **said)
        case "score":
            return Score(points=tuple(map(int, text.split("-"))))
        case "ordinal":
            return Ordinal(value=int(found.value or 0), measure=found.tail, top=found.form == "top", **said)
        case "level":
            return Level(value=Decimal(found.value or 0), currency=found.unit)
        case "vague":
            unit = found.own or UNITS.get(found.unit or "")
            currency = found.unit if found.unit and unit is None else None
            order = int(found.order or 1)
            measure = "" if found.unit else found.tail
            return Vague(order=order, qform=found.qform, measure=measure, noun=noun, unit=unit, currency=currency)
        case "rate":
            return Rate(
                amount=Count(value=Decimal(found.value or 0), measure=found.tail),
                per=found.per or Decimal(1),
                each=each,
            )
        case _:
            return _amount(found, noun, said)


def _amount(found: Found, noun: Noun | None, said: dict[str, Any]) -> Quantity:
    said |= {"value": found.value, "low": found.low, "high": found.high}
    match found.kind:
        case "money":
            return Money(currency=found.unit or "CNY", **said)
        case "percent" if found.form == "tenths":
            ends = {name: said[name] / 10 for name in ("value", "low", "high") if said[name] is not None}
            return Tenths(**(said | ends))
        case "percent":
            return Percent(**said)
        case "pp":
            return Points(**said)
        case "multiple":
            return Multiple(form=found.form or "of", **said)  # pyright: ignore[reportArgumentType]
        case "measure" | "duration":
            unit = (
                found.own or UNITS.get(found.unit or "") or Unit(found.unit or "", found.tail, found.tail, found.tail)
            )
            return Measure(unit=unit, **said)
        case _:
            return Count(measure=found.tail, noun=noun, **said)
