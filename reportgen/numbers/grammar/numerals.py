"""Printed digits as exact Decimals: 1,234.5, and powers of ten behind a number: 4.3×10⁶.

Not here: number words, scales, units and everything else that stands around a number; the languages know those.
"""

from __future__ import annotations

from decimal import Context, Decimal

from reportgen.numbers.model.pattern import Pattern

EXACT = Context(prec=120)
"""Wide enough that no figure a grammar accepts is ever rounded while it is read."""


def digits(text: str) -> Decimal:
    """The value of Arabic digits with or without grouping commas and a point."""
    if "," in text or " " in text:
        text = text.replace(",", "").replace(" ", "")
    return Decimal(text)


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_POWER = Pattern(r"\s?[×xX*]\s?10(?:\^(?P<plain>[-−]?[0-9]{1,2})|(?P<raised>⁻?[⁰¹²³⁴-⁹]{1,2}))(?![0-9⁰¹²³⁴-⁹])")


def power_at(text: str, at: int) -> tuple[int, int] | None:
    """The power of ten that multiplies a number (4.3×10⁶), and where it ends; None where there is none."""
    found = _POWER.match(text, at)
    return (int((found["plain"] or found["raised"]).translate(_SUPERSCRIPTS)), found.end()) if found else None


def scaled(value: Decimal, power: int) -> Decimal:
    """`value` times ten to the power, exactly."""
    return value.scaleb(power, EXACT) if power else value
