"""Compares money, counts, measures and durations: currencies, units, and measures converted from one to the other."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.agreement.comparison import DIFFERENT, ERROR, OTHER, SAME, SLIP, WARNING, Verdict
from reportgen.numbers.agreement.value_compare import ends_of, judged, values
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.numerals import EXACT
from reportgen.numbers.model.pattern import Pattern

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

    )
}  # fmt: skip


# measures of other systems: a conversion of them is told where it is only about right
_FOREIGN: dict[tuple[str, str], Decimal] = {
    (first, second): Decimal(factor)
    for first, second, factor in (
        ("mi", "km", "1.609344"), ("acre", "ha", "0.404686"), ("acre", "m2", "4046.86"), ("acre", "mu", "6.07029"),
        ("ft", "m", "0.3048"), ("ft", "cm", "30.48"), ("in", "cm", "2.54"), ("in", "mm", "25.4"),
        ("lb", "kg", "0.453592"),
        ("lb", "jin", "0.907185"), ("oz", "g", "28.3495"), ("gal", "L", "3.78541"), ("mi", "m", "1609.344"),
        ("ha", "acre", "2.47105"), ("m2", "ft2", "10.7639"), ("km2", "mi2", "0.386102"),
        ("mi2", "km2", "2.58999"), ("ft2", "m2", "0.092903"), ("yd", "m", "0.9144"), ("bbl", "t", "0.1364"),
    )
}  # fmt: skip
_COAL = Pattern("标准煤|(?i:(?:standard|equivalent) coal|coal equivalent)")
_CLOSE, _NEARLY = Decimal("0.005"), Decimal("0.05")
_DOLLARS = frozenset({"HKD", "AUD", "CAD", "SGD", "NZD", "TWD", "MOP"})
_PEOPLE = Pattern(r"(?i:\s(?:people|persons|individuals)\b)")
_AGES = frozenset({"岁", "周岁"})


def amounts(zh: Found, en: Found) -> Verdict | None:
    """Money, counts, measures, durations and levels."""
    if zh.unit == en.unit:
        return values(zh, en)
    money = (
        zh.kind in ("money", "level") and zh.unit is not None,
        en.kind in ("money", "level") and en.unit is not None,
    )
    if all(money):
        return values(zh, en, _currencies(zh, en))
    if any(money):
        return _money_and_number(zh, en, zh if money[0] else en, en if money[0] else zh)
    if zh.unit is None or en.unit is None:
        return _if_equal(zh, en, _bare_units(zh, en))
    return _converted(zh, en)


def _currencies(zh: Found, en: Found) -> Verdict:
    """Two currencies: ¥ is that of China and of Japan, and a bare $ may be any dollar."""
    if {zh.unit, en.unit} == {"JPY", "CNY"} and any("¥" in each.text or "￥" in each.text for each in (zh, en)):
        return SAME
    for own, other in ((zh, en), (en, zh)):
        if own.unit in _DOLLARS and other.unit == "USD" and _BARE_DOLLAR.search(other.text):
            return Verdict(1, WARNING, "currency")
    return Verdict(DIFFERENT, ERROR, "currency")


_BARE_DOLLAR = Pattern(r"(?<![A-Za-z])\$")


def _money_and_number(zh: Found, en: Found, money: Found, number: Found) -> Verdict | None:
    """A sum and a figure without a currency: 市值1.2万亿 goes without saying 元; pounds are a weight too."""
    if {money.unit, number.unit} == {"GBP", "lb"}:
        return _if_equal(zh, en, SAME if "pound" in en.text.lower() else Verdict(DIFFERENT, ERROR, "currency"))
    if number.unit is not None:
        return None
    understood = "level" in (zh.kind, en.kind) or (money is en and en.unit == "CNY" and zh.tail == "" and zh.power >= 8)
    return _if_equal(zh, en, SAME if understood else Verdict(1, WARNING, "currency"))


def _bare_units(zh: Found, en: Found) -> Verdict:
    """A unit that only one side tells: ages are told bare, and visits as visitors, but not as people."""
    unit = zh.unit or en.unit
    if zh.tail == "度" and en.unit in ("C", "F"):
        return SAME  # 零下15度
    if unit == "visit" and zh.unit and _PEOPLE.match(en.source, en.end):
        return Verdict(1, WARNING, "unit")
    if unit in ("visit", "TEU", "dof", "qubit") or "level" in (zh.kind, en.kind) or zh.tail in _AGES:
        return SAME
    return Verdict(1, WARNING, "unit")


def _if_equal(zh: Found, en: Found, unit: Verdict) -> Verdict | None:
    verdict = values(zh, en, unit)
    return verdict if verdict.cost <= DIFFERENT or verdict.diagnosis == "scale" else None


def _converted(zh: Found, en: Found) -> Verdict | None:
    """Figures in different units: equal where one, converted, rounds to the other."""
    if {zh.unit, en.unit} == {"t", "tce"} and any(_COAL.search(each.source) for each in (zh, en)):
        return values(zh, en)  # 节约标准煤2亿吨
    units = zh.unit or "", en.unit or ""
    if (foreign := _foreign(zh, en)) is not None:
        return foreign
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


def _foreign(zh: Found, en: Found) -> Verdict | None:
    """Miles for kilometers, acres for hectares: silent where one is the other closely, told where about, else wrong."""
    one, two = ends_of(zh), ends_of(en)
    if len(one) != len(two):
        return None
    if {zh.unit, en.unit} == {"C", "F"}:
        celsius, other = (one, two) if zh.unit == "C" else (two, one)
        converted, shown = [EXACT.add(EXACT.multiply(value, Decimal("1.8")), Decimal(32)) for value in celsius], other
    elif factor := _FOREIGN.get((zh.unit or "", en.unit or "")):
        converted, shown = [EXACT.multiply(value, factor) for value in one], two
    elif factor := _FOREIGN.get((en.unit or "", zh.unit or "")):
        converted, shown = [EXACT.multiply(value, factor) for value in two], one
    else:
        return None
    apart = max(
        (EXACT.divide(abs(value - told), told or Decimal(1)) for value, told in zip(converted, shown, strict=True)),
        default=Decimal(0),
    )
    if apart <= _CLOSE:
        return judged(zh, en)
    return Verdict(1, WARNING, "unit") if apart <= _NEARLY else Verdict(OTHER, ERROR, "unit")


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
