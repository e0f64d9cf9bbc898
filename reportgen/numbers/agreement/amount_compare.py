"""Compares money, counts, measures and durations: currencies, units, and measures converted from one to the other."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.agreement.comparison import DIFFERENT, ERROR, OTHER, SAME, SLIP, WARNING, Verdict
from reportgen.numbers.agreement.value_compare import ends_of, judged, values
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.numerals import EXACT

# one of the first unit is so many of the second
_CONVERSIONS: dict[tuple[str, str], Decimal] = {
    (first, second): Decimal(factor)
    for first, second, factor in (
        ("jin", "kg", "0.5"), ("jin", "t", "0.0005"), ("jin", "g", "500"), ("t", "kg", "1000"), ("kg", "g", "1000"),
        ("ha", "mu", "15"), ("km2", "mu", "1500"), ("km2", "ha", "100"), ("ha", "m2", "10000"),
        ("km2", "m2", "1000000"), ("km", "m", "1000"), ("km", "li", "2"), ("m", "cm", "100"), ("m", "mm", "1000"),
        ("cm", "mm", "10"), ("year", "month", "12"), ("week", "day", "7"), ("hour", "minute", "60"),
        ("minute", "second", "60"), ("day", "hour", "24"), ("MW", "kW", "1000"), ("GW", "MW", "1000"),
        ("GW", "kW", "1000000"), ("MWh", "kWh", "1000"), ("GWh", "MWh", "1000"), ("GWh", "kWh", "1000000"),
        ("TWh", "kWh", "1000000000"), ("TWh", "GWh", "1000"), ("TB", "GB", "1000"), ("PB", "TB", "1000"),
        ("EB", "PB", "1000"), ("EFLOPS", "PFLOPS", "1000"), ("workday", "day", "1"), ("nmi", "km", "1.852"),
        ("mi", "km", "1.609"),
    )
}  # fmt: skip


def amounts(zh: Found, en: Found) -> Verdict | None:
    """Money, counts, measures, durations and levels."""
    if zh.unit == en.unit:
        return values(zh, en)
    money = (
        zh.kind in ("money", "level") and zh.unit is not None,
        en.kind in ("money", "level") and en.unit is not None,
    )
    if all(money):
        return values(zh, en, Verdict(DIFFERENT, ERROR, "currency"))
    if any(money):
        other = en if money[0] else zh
        if other.unit is not None:
            return None
        level = "level" in (zh.kind, en.kind)
        return _if_equal(zh, en, SAME if level else Verdict(1, WARNING, "currency"))
    if zh.unit is None or en.unit is None:
        unit = zh.unit or en.unit
        return _if_equal(
            zh,
            en,
            SAME
            if unit in ("visit", "TEU", "dof", "qubit") or "level" in (zh.kind, en.kind)
            else Verdict(1, WARNING, "unit"),
        )
    return _converted(zh, en)


def _if_equal(zh: Found, en: Found, unit: Verdict) -> Verdict | None:
    verdict = values(zh, en, unit)
    return verdict if verdict.cost <= DIFFERENT or verdict.diagnosis == "scale" else None


def _converted(zh: Found, en: Found) -> Verdict | None:
    """Figures in different units: equal where one, converted, rounds to the other."""
    units = zh.unit or "", en.unit or ""
    factor = _CONVERSIONS.get(units)
    if factor is None and (back := _CONVERSIONS.get((units[1], units[0]))) is not None:
        factor = EXACT.divide(Decimal(1), back)
    one, two = ends_of(zh), ends_of(en)
    if factor is None or len(one) != len(two):
        return Verdict(DIFFERENT, ERROR, "unit") if one == two else None
    converted = tuple(EXACT.multiply(value, factor) for value in one)
    if all(
        _rounds_to(value, shown) or _rounds_to(EXACT.divide(shown, factor), own)
        for value, shown, own in zip(converted, two, one, strict=True)
    ):
        return judged(zh, en)
    return Verdict(SLIP if one == two else OTHER, ERROR, "unit")


def converts(first: Found, second: Found) -> bool:
    """Whether the second figure tells the first in another unit (mu in hectares)."""
    if first.unit == second.unit or not {first.kind, second.kind} <= {"measure", "duration"}:
        return False
    verdict = _converted(first, second)
    return verdict is not None and verdict.diagnosis != "unit"


def _rounds_to(value: Decimal, shown: Decimal) -> bool:
    exponent = int(shown.normalize(EXACT).as_tuple().exponent)
    apart = abs(value - shown)
    return apart * 2 <= Decimal(1).scaleb(exponent) and apart * 50 <= shown
