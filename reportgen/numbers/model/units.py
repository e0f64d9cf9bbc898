"""One unit for all figures of a table column or an axis: 亿元, RMB billion, %. Divisors differ, Decimals do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from reportgen.numbers.model.quantity import (
    NO_OPTIONS,
    Amount,
    Change,
    Count,
    FigureError,
    Measure,
    Money,
    Multiple,
    Percent,
    Points,
    Quantity,
)
from reportgen.numbers.model.rounding import plain, printed
from reportgen.numbers.model.style import Style, decided
from reportgen.numbers.writing.layouts import LAYOUTS, Layout, layout

Countable = Money | Count | Measure | Percent | Points | Multiple
ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class CommonUnit:
    """The unit that figures of one kind share: what they count in, and a power of ten by language."""

    like: Countable  # a figure of the kind, its value without meaning
    scales: Mapping[str, tuple[str, int]]  # language to the scale's name and power of ten
    style: Style

    def label(self, language: str) -> str:
        """The unit in words, for a column's head or an axis: 亿元, RMB billion."""
        return layout(language).label(self.like, self.scales[language][0], self.style)

    def divisor(self, language: str) -> Decimal:
        """What a base unit is divided by: 1E+8 for 亿元, 1E+9 for RMB billion."""
        return ONE.scaleb(self.scales[language][1])

    def at(self, value: Decimal) -> Countable:
        """A plain figure of the unit, in base units: for the ticks of an axis."""
        return replace(self.like, value=value)

    def power(self, quantity: Quantity, language: str) -> int:
        """The power of ten for a figure of this unit; FigureError for a figure of another."""
        if _like(quantity) != self.like:
            raise FigureError(
                f"the figure is a {quantity.kind} that is not counted in {self.label(language)!r}", "unit"
            )
        return self.scales[language][1]


def common_unit(quantities: Iterable[Quantity], **options: Any) -> CommonUnit | None:
    """The unit all the quantities share, None where they share none.

    The scale is the largest in which the largest figure reaches 1, the smallest 0.1, and none needs more than two
    decimals in Chinese or three in English; `zh_scale` and `en_scale` force one. `options` are `FormatOptions`.
    """
    all_of_them = list(quantities)
    kinds = [_like(quantity) for quantity in all_of_them]
    like = kinds[0] if kinds else None
    if like is None or any(other != like for other in kinds):
        return None
    style = decided(NO_OPTIONS, tuple(options.items()), "table")
    if not isinstance(like, Money | Count | Measure):
        return CommonUnit(like, dict.fromkeys(LAYOUTS, ("", 0)), style)
    values = [
        plain(value) for quantity in all_of_them if isinstance(quantity, Amount) for value in printed(quantity) if value
    ]
    wanted = {"zh": style.zh_scale, "en": style.en_scale}
    if style.communique and isinstance(like, Money):
        wanted = {
            name: {"zh": "亿", "en": "billion"}[name] if scale == "auto" else scale for name, scale in wanted.items()
        }
    return CommonUnit(like, {name: _scale(values, row, wanted[name]) for name, row in LAYOUTS.items()}, style)


def _like(quantity: Quantity) -> Countable | None:
    """A figure of value 1 that counts in the same; None for kinds that have no unit to share."""
    match quantity:
        case Money():
            return Money(value=ONE, currency=quantity.currency)
        case Count():
            return Count(value=ONE, measure=quantity.measure, noun=quantity.noun)
        case Measure():
            return Measure(value=ONE, unit=quantity.unit)
        case Percent() | Change(unit="percent"):
            return Percent(value=ONE)
        case Points() | Change():
            return Points(value=ONE)
        case Multiple():
            return Multiple(value=ONE)
        case _:
            return None


def _scale(values: list[Decimal], row: Layout, wanted: str) -> tuple[str, int]:
    if wanted != "auto":
        return next(((name, power) for name, power in row.scales if name == wanted), ("", 0))
    sizes = [value.adjusted() for value in values]
    for name, power in row.scales:
        fits = sizes and max(sizes) >= power and min(sizes) >= power - 1
        if fits and all(power - int(value.as_tuple().exponent) <= row.unit_decimals for value in values):
            return name, power
    return "", 0
