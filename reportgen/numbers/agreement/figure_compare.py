"""What two figures, one of each language, have in common: the same, nearly the same, or a slip of a known kind.

Not here: which figure of one text belongs to which of the other; `agree` pairs them by the cost given here.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from reportgen.numbers.agreement.comparison import DIFFERENT, ERROR, NEAR, OTHER, SAME, SLIP, WARNING, Verdict
from reportgen.numbers.agreement.period_compare import compare_spans
from reportgen.numbers.grammar.found import RELATIONS, Found
from reportgen.numbers.grammar.numerals import EXACT

_CLASSES = {
    "money": "amount", "count": "amount", "measure": "amount", "duration": "amount", "level": "amount",
    "percent": "share", "fraction": "share", "date": "date", "hint": "date", "ratio": "ratio", "score": "ratio",
}  # fmt: skip
QualifierRelation = str | None

# Qualifiers that say nearly the same: worth a look, no error. What stands in neither set is a mismatch.
_SAME_RELATION: set[tuple[QualifierRelation, QualifierRelation]] = {("ge", "gt"), ("up_to", "le"), ("le", "up_to")}
_NEAR_RELATION: set[tuple[QualifierRelation, QualifierRelation]] = {
    ("gt", "ge"), ("nearly", "approx"), ("approx", "nearly"), ("up_to", None), (None, "up_to"),
    ("lt", "nearly"), ("nearly", "lt"),
    ("lt", "le"), ("le", "lt"),
}  # fmt: skip


# words that compare with another figure as often as they qualify their own: lower than last year's 3%
_COMPARATIVE = {
    "lower than",
    "higher than",
    "greater than",
    "below",
    "above",
    "低于",
    "高于",
    "大于",
    "小于",
    "多于",
    "少于",
}


def exact_key(found: Found) -> tuple[object, ...]:
    """What two figures share that say exactly the same."""
    relation = RELATIONS[found.qualifier] if found.qualifier else None
    return (
        found.kind,
        found.value,
        found.low,
        found.high,
        found.order,
        found.unit,
        relation,
        found.direction,
        found.eop,
        found.per,
        found.form == "top",
    )


def compare(zh: Found, en: Found) -> Verdict | None:
    """How the Chinese figure and the English one stand to each other; None where they have nothing in common."""
    first, second = _CLASSES.get(zh.kind, zh.kind), _CLASSES.get(en.kind, en.kind)
    if rule := _RULES.get((first, second)):
        return rule(zh, en)
    if rule := _RULES.get((second, first)):
        return rule(en, zh)
    return None


# ---- values ----


def _ends(found: Found) -> tuple[Decimal, ...]:
    """The value, or both ends of a range, without sign: down 3.2% and -3.2% are one."""
    if isinstance(found.value, Decimal):
        return (abs(found.value),)
    if found.low is None or found.high is None:
        raise TypeError(f"a {found.kind} has no value")
    return found.low, found.high


def _way(found: Found) -> str | None:
    if isinstance(found.value, Decimal) and found.value < 0:
        return "down"
    return found.direction


def _difference(first: Decimal, second: Decimal, kind: str) -> Verdict:
    """Two values that are not equal: a power of ten apart, or digits mistaken."""
    small, large = sorted((first, second))
    if small and (ratio := EXACT.divide(large, small)) >= Decimal("9.7"):
        power = Decimal(10) ** round(ratio.log10())
        if ratio == power:
            return Verdict(SLIP, ERROR, "scale")
        if abs(ratio / power - 1) < Decimal("0.03"):  # 1998 against 198: a digit and with it the scale
            return Verdict(NEAR, ERROR, "scale")
    near = _digits_near(first, second)
    return Verdict(NEAR if near else OTHER, ERROR, "multiple" if kind == "multiple" else "digits")


def _digits_near(first: Decimal, second: Decimal) -> bool:
    """Whether the digits are the same in another order, or all but one the same."""
    one, two = (str(value.normalize(EXACT).as_tuple().digits) for value in (first, second))
    return sorted(one) == sorted(two) or (
        len(one) == len(two) and sum(a != b for a, b in zip(one, two, strict=True)) == 1
    )


def _judged(zh: Found, en: Found, unit: Verdict = SAME) -> Verdict:
    """Two figures of equal value: direction, unit and qualifier may still differ; the worst of them counts."""
    if (one := _way(zh)) and (two := _way(en)) and one != two and "flat" not in (one, two):
        return Verdict(DIFFERENT, ERROR, "direction")
    return max(unit, _qualifiers(zh, en), key=lambda verdict: verdict.cost)


def _qualifiers(zh: Found, en: Found) -> Verdict:
    pair = (RELATIONS[zh.qualifier] if zh.qualifier else None, RELATIONS[en.qualifier] if en.qualifier else None)
    if pair[0] == pair[1] or pair in _SAME_RELATION or zh.weak or en.weak:
        return SAME
    if en.kind == "duration" and en.qform == "over" and zh.qualifier is None:
        return Verdict(1, WARNING, "qualifier")  # over three years: more than three, or throughout them
    if pair in _NEAR_RELATION or (None in pair and (zh.qform in _COMPARATIVE or en.qform in _COMPARATIVE)):
        return Verdict(1, WARNING, "qualifier")
    return Verdict(DIFFERENT, ERROR, "qualifier")


def _values(zh: Found, en: Found, unit: Verdict = SAME) -> Verdict:
    one, two = _ends(zh), _ends(en)
    if one == two:
        return _judged(zh, en, unit)
    if len(one) != len(two):
        shared = set(one) & set(two)
        return Verdict(NEAR if shared else OTHER, ERROR, "range")
    if len(one) == 2:
        return Verdict(NEAR if set(one) & set(two) else OTHER, ERROR, "range")
    return _difference(one[0], two[0], zh.kind)


# ---- amounts ----

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


def _amounts(zh: Found, en: Found) -> Verdict | None:
    """Money, counts, measures, durations and levels."""
    if zh.unit == en.unit:
        return _values(zh, en)
    money = (
        zh.kind in ("money", "level") and zh.unit is not None,
        en.kind in ("money", "level") and en.unit is not None,
    )
    if all(money):
        return _values(zh, en, Verdict(DIFFERENT, ERROR, "currency"))
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
    verdict = _values(zh, en, unit)
    return verdict if verdict.cost <= DIFFERENT or verdict.diagnosis == "scale" else None


def _converted(zh: Found, en: Found) -> Verdict | None:
    """Figures in different units: equal where one, converted, rounds to the other."""
    units = zh.unit or "", en.unit or ""
    factor = _CONVERSIONS.get(units)
    if factor is None and (back := _CONVERSIONS.get((units[1], units[0]))) is not None:
        factor = EXACT.divide(Decimal(1), back)
    one, two = _ends(zh), _ends(en)
    if factor is None or len(one) != len(two):
        return Verdict(DIFFERENT, ERROR, "unit") if one == two else None
    converted = tuple(EXACT.multiply(value, factor) for value in one)
    if all(
        _rounds_to(value, shown) or _rounds_to(EXACT.divide(shown, factor), own)
        for value, shown, own in zip(converted, two, one, strict=True)
    ):
        return _judged(zh, en)
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


# ---- shares, points, multiples ----


def _shares(zh: Found, en: Found) -> Verdict:
    """Percents and fractions: one half is exactly 50%."""
    if "fraction" not in (zh.kind, en.kind):
        return _values(zh, en)
    if zh.low is not None or en.low is not None or _part(zh) != _part(en):
        return Verdict(OTHER if zh.kind != en.kind else NEAR, ERROR, "fraction")
    return _judged(zh, en)


def _part(found: Found) -> Decimal:
    if isinstance(found.value, str):
        num, _, den = found.value.partition("/")
        return EXACT.divide(Decimal(num), Decimal(den))
    return EXACT.divide(found.value or Decimal(0), Decimal(100))


def _points_and_share(points: Found, share: Found) -> Verdict | None:
    if share.kind == "percent" and _ends(points) == _ends(share):
        return Verdict(DIFFERENT, ERROR, "percent_vs_pp")
    return None


def _multiples(zh: Found, en: Found) -> Verdict:
    one, two = _ends(zh), _ends(en)
    loose = en.form == zh.form == "increase" and en.text.lower().endswith("fold") and len(one) == len(two)
    if loose and one[0] == two[0] + 1 >= 10:
        worded = _qualifiers(zh, en)  # 增长200倍, a 200-fold rise: told loosely
        return worded if worded.severity == ERROR else Verdict(1, WARNING, "multiple")
    if en.form == "more" and len(one) == len(two) == 1 and one[0] in (two[0], two[0] + 1):
        worded = _qualifiers(zh, en)
        return worded if worded.severity == ERROR else Verdict(1, WARNING, "multiple")
    return _values(zh, en)


def _multiple_and_share(multiple: Found, share: Found) -> Verdict | None:
    """Doubled is up 100%; three times is 300%."""
    if share.kind == "fraction" and _way(multiple) == "up" and _way(share) == "down":
        return Verdict(SLIP, ERROR, "direction")  # 减少一半, doubled
    if share.kind != "percent" or multiple.value is None or share.value is None:
        return None
    factor, percent = _ends(multiple)[0], _ends(share)[0]
    if percent in (factor * 100 - 100, factor * 100) and (percent != factor * 100 or not share.direction):
        return _judged(multiple, share)
    return Verdict(SLIP, ERROR, "multiple") if percent in (factor * 100, factor * 100 - 200) else None


def _multiple_and_amount(multiple: Found, amount: Found) -> Verdict | None:
    """Three times for 三次."""
    return (
        SAME._replace(cost=1)
        if amount.kind == "count" and amount.tail in ("次", "届", "回", "轮") and _ends(multiple) == _ends(amount)
        else None
    )


def _share_and_amount(share: Found, amount: Found) -> Verdict | None:
    """A percent sign lost on the way; an index (PMI 49.5%) is told with and without."""
    if share.kind != "percent" or amount.kind != "count" or amount.tail or _ends(share) != _ends(amount):
        return None
    index = "PMI" in share.source or "index" in amount.source.lower() or "指数" in amount.source + share.source
    return SAME._replace(cost=1) if index else Verdict(DIFFERENT, ERROR, "unit")


def _points_and_amount(points: Found, amount: Found) -> Verdict | None:
    """Points that English tells bare after a percentage."""
    return (
        Verdict(1, WARNING, "unit")
        if amount.kind == "count" and not amount.tail and _ends(points) == _ends(amount)
        else None
    )


# ---- orders, ratios, rates, vague figures ----


def _ordinals(zh: Found, en: Found) -> Verdict | None:
    if zh.value != en.value:
        return None if zh.weak or en.weak else Verdict(NEAR, ERROR, "ordinal")
    top = (zh.form == "top") != (en.form == "top") and not (zh.weak or en.weak)
    return Verdict(DIFFERENT, ERROR, "ordinal") if top and zh.value != 1 else SAME


def _ordinal_and_amount(ordinal: Found, amount: Found) -> Verdict | None:
    return SAME._replace(cost=1.5) if ordinal.value == amount.value and amount.kind in ("count", "duration") else None


def _ratios(zh: Found, en: Found) -> Verdict:
    one, two = (str(found.value).replace("-", ":") for found in (zh, en))
    return SAME if one == two else Verdict(NEAR, ERROR, "digits")


def _ratio_and_amount(ratio: Found, amount: Found) -> Verdict | None:
    numbers = str(ratio.value).replace("-", ":").split(":")
    ends = [str(value) for value in _ends(amount)]
    return SAME._replace(cost=1) if numbers == ends or numbers == ends[::-1] else None


def _rates(zh: Found, en: Found) -> Verdict:
    if zh.per != en.per and zh.value == en.value:
        return Verdict(DIFFERENT, ERROR, "scale")
    return _values(zh, en)


def _rate_and_amount(rate: Found, amount: Found) -> Verdict | None:
    return _judged(rate, amount)._replace(cost=1) if _ends(rate) == _ends(amount) else None


def _vague(zh: Found, en: Found) -> Verdict:
    if zh.order == en.order:
        return SAME
    return Verdict(NEAR, ERROR, "scale")


def _vague_and_amount(vague: Found, amount: Found) -> Verdict | None:
    """数百 against "more than 100": not the same, but no other figure either."""
    if (
        not isinstance(amount.value, Decimal)
        or vague.order is None
        or not vague.order <= amount.value < 2 * vague.order
    ):
        return None
    if amount.value != vague.order:  # 十几 against a dozen or so
        return Verdict(DIFFERENT, WARNING, "qualifier")
    return (
        Verdict(1, WARNING, "qualifier")
        if amount.qualifier in ("over", "more", "at_least")
        else Verdict(DIFFERENT, ERROR, "qualifier")
    )


# ---- periods ----


def _dates(zh: Found, en: Found) -> Verdict | None:
    verdict = compare_spans(str(zh.value), str(en.value))
    if verdict is not None and verdict.severity is None and zh.eop != en.eop:
        return Verdict(1, WARNING, "period")
    return verdict


def _date_and_ordinal(date: Found, ordinal: Found) -> Verdict | None:
    """The 11th for 11日, the 14th for “十四五”, "5 percent in the first quarter and 6 percent in the second"."""
    code = str(date.value)
    named = ordinal.value is not None and (
        code in (f"---{int(ordinal.value):02}", f"FYP{ordinal.value}")
        or (code[-2:-1] in ("Q", "H") and "/" not in code and code[-1] == str(ordinal.value) and ordinal.form == "nth")
    )
    return (
        SAME._replace(cost=1)
        if named or (code[-3:-2] == "-" and code[-2:] == f"{int(ordinal.value or 0):02}")
        else None
    )


def _date_and_amount(date: Found, amount: Found) -> Verdict | None:
    """A bare year that one side took for a count."""
    return SAME._replace(cost=1) if amount.kind == "count" and str(amount.value) == date.value else None


PairRule = Callable[[Found, Found], Verdict | None]
_RULES: dict[tuple[str, str], PairRule] = {
    ("amount", "amount"): _amounts,
    ("share", "share"): _shares,
    ("pp", "pp"): _values,
    ("pp", "share"): _points_and_share,
    ("pp", "amount"): _points_and_amount,
    ("multiple", "multiple"): _multiples,
    ("multiple", "share"): _multiple_and_share,
    ("multiple", "amount"): _multiple_and_amount,
    ("share", "amount"): _share_and_amount,
    ("ordinal", "ordinal"): _ordinals,
    ("ordinal", "amount"): _ordinal_and_amount,
    ("ratio", "ratio"): _ratios,
    ("ratio", "amount"): _ratio_and_amount,
    ("rate", "rate"): _rates,
    ("rate", "amount"): _rate_and_amount,
    ("vague", "vague"): _vague,
    ("vague", "amount"): _vague_and_amount,
    ("date", "date"): _dates,
    ("date", "ordinal"): _date_and_ordinal,
    ("date", "amount"): _date_and_amount,
}
