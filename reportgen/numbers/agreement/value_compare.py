"""Whether the values of two figures are equal, and what their qualifiers and directions add to that."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.agreement.comparison import DIFFERENT, ERROR, NEAR, OTHER, SAME, SLIP, WARNING, Verdict
from reportgen.numbers.agreement.qualifying import is_denied, is_estimate, is_said_elsewhere
from reportgen.numbers.agreement.ways import is_below_zero, is_doubled, told_way
from reportgen.numbers.grammar.found import RELATIONS, Found
from reportgen.numbers.grammar.numerals import EXACT

QualifierRelation = str | None

_DIRECTED = frozenset({"percent", "pp", "money", "count", "measure"})  # whose way nouns of the clause may tell

# Qualifiers that say nearly the same: worth a look, no error. What stands in neither set is a mismatch.
_SAME_RELATION: set[tuple[QualifierRelation, QualifierRelation]] = {("ge", "gt"), ("up_to", "le"), ("le", "up_to")}
_NEAR_RELATION: set[tuple[QualifierRelation, QualifierRelation]] = {
    ("gt", "ge"), ("nearly", "approx"), ("approx", "nearly"), ("up_to", None), (None, "up_to"),
    ("lt", "nearly"), ("nearly", "lt"),
    ("lt", "le"), ("le", "lt"),
}  # fmt: skip
_DENIED: set[tuple[QualifierRelation, QualifierRelation]] = {("le", "gt"), ("lt", "ge"), ("ge", "lt"), ("gt", "le")}

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


def ends_of(found: Found) -> tuple[Decimal, ...]:
    """The value, or both ends of a range, without sign: down 3.2% and -3.2% are one."""
    if isinstance(found.value, Decimal):
        return (abs(found.value),)
    if found.low is None or found.high is None:
        raise TypeError(f"a {found.kind} has no value")
    return found.low, found.high


def way_of(found: Found) -> str | None:
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


def judged(zh: Found, en: Found, unit: Verdict = SAME) -> Verdict:
    """Two figures of equal value: direction, unit and qualifier may still differ; the worst of them counts."""
    return max(unit, _directions(zh, en), qualifiers(zh, en), key=lambda verdict: verdict.cost)


def _directions(zh: Found, en: Found) -> Verdict:
    """A rise against a fall, a value below zero against one above: by verbs, signs and the nouns of the clause."""
    one, two = way_of(zh), way_of(en)
    below = _is_below(zh), _is_below(en)
    if below[0] != below[1]:
        other, negative = (en, zh) if below[0] else (zh, en)
        if way_of(other) == "up" or not (way_of(other) == "down" or is_below_zero(other)):
            return Verdict(DIFFERENT, ERROR, "sign")
        return Verdict(1, WARNING, "sign") if is_doubled(negative) else SAME
    if one != two and not any(below) and "flat" not in (one, two):
        if one is None and {zh.kind, en.kind} <= _DIRECTED:
            one = told_way(zh)
        if two is None and {zh.kind, en.kind} <= _DIRECTED:
            two = told_way(en)
    if one and two and one != two and "flat" not in (one, two):
        return Verdict(DIFFERENT, ERROR, "direction")
    return SAME


def _is_below(found: Found) -> bool:
    """Below zero; not 3% up or down (+/-3%)."""
    if not isinstance(found.value, Decimal) or found.value >= 0:
        return False
    return found.source[max(0, found.start - 2) : found.start].strip()[-1:] not in ("/", "±")


def qualifiers(zh: Found, en: Found) -> Verdict:
    pair = (RELATIONS[zh.qualifier] if zh.qualifier else None, RELATIONS[en.qualifier] if en.qualifier else None)
    if pair[0] == pair[1] or pair in _SAME_RELATION or zh.weak or en.weak:
        return SAME
    if pair in _DENIED and is_denied(en):
        return SAME  # 均未超过3%: none had more than 3%
    if pair == (None, "nearly") and zh.kind == "duration" and "近" in zh.source[max(0, zh.start - 1) : zh.start + 1]:
        return SAME  # 近20年最低: the lowest in nearly 20 years
    if en.kind == "duration" and en.qform == "over" and zh.qualifier is None:
        return Verdict(1, WARNING, "qualifier")  # over three years: more than three, or throughout them
    if None in pair and (_is_tenths(zh, pair) or _is_said(zh, en, pair)):
        return SAME
    if pair in _NEAR_RELATION or (None in pair and (zh.qform in _COMPARATIVE or en.qform in _COMPARATIVE)):
        return Verdict(1, WARNING, "qualifier")
    return Verdict(DIFFERENT, ERROR, "qualifier")


def _is_tenths(zh: Found, pair: tuple[QualifierRelation, QualifierRelation]) -> bool:
    """约三成 for 30%: tenths are round by nature."""
    return "approx" in pair and zh.kind == "percent" and "成" in zh.text


def _is_said(zh: Found, en: Found, pair: tuple[QualifierRelation, QualifierRelation]) -> bool:
    """Whether the figure without a qualifier has a word of its clause that says the same."""
    bare, qualified = (en, zh) if pair[1] is None else (zh, en)
    return is_said_elsewhere(bare, pair[0] or pair[1] or "", estimate=is_estimate(qualified))


def values(zh: Found, en: Found, unit: Verdict = SAME) -> Verdict:
    one, two = ends_of(zh), ends_of(en)
    if one == two:
        return judged(zh, en, unit)
    if len(one) != len(two):
        shared = set(one) & set(two)
        return Verdict(NEAR if shared else OTHER, ERROR, "range")
    if len(one) == 2:
        return Verdict(NEAR if set(one) & set(two) else OTHER, ERROR, "range")
    return _difference(one[0], two[0], zh.kind)
