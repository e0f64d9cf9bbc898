"""Compares shares, points and multiples: one half is 50%, doubled is up 100%, a point is no percent."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.agreement.comparison import DIFFERENT, ERROR, NEAR, OTHER, SAME, SLIP, WARNING, Verdict
from reportgen.numbers.agreement.value_compare import ends_of, judged, qualifiers, values, way_of
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.numerals import EXACT
from reportgen.numbers.model.pattern import Pattern


def shares(zh: Found, en: Found) -> Verdict:
    """Percents and fractions: one half is exactly 50%."""
    if "fraction" not in (zh.kind, en.kind):
        return values(zh, en)
    if zh.low is not None or en.low is not None or _part(zh) != _part(en):
        return Verdict(OTHER if zh.kind != en.kind else NEAR, ERROR, "fraction")
    return judged(zh, en)


_FOLD = Pattern(r"(?i:fold\b)")


def _part(found: Found) -> Decimal:
    if isinstance(found.value, str):
        num, _, den = found.value.partition("/")
        return EXACT.divide(Decimal(num), Decimal(den))
    return EXACT.divide(found.value or Decimal(0), Decimal(100))


def points_and_share(points: Found, share: Found) -> Verdict | None:
    if share.kind == "percent" and ends_of(points) == ends_of(share):
        if share.form == "malformed":
            return Verdict(1, WARNING, "percent_vs_pp")  # 3.6 percentage
        return Verdict(DIFFERENT, ERROR, "percent_vs_pp")
    return None


def multiples(zh: Found, en: Found) -> Verdict:
    one, two = ends_of(zh), ends_of(en)
    if len(one) == len(two) and en.form in ("more", "increase", "of"):
        worded = qualifiers(zh, en)
        raised = tuple(value - 1 for value in one) == two
        if zh.form == "increase" and _FOLD.search(en.text) and (raised or one == two):
            return worded  # 增长5倍, a fivefold rise: told loosely
        if en.form == "more" and (raised or one == two):
            return worded if worded.severity == ERROR else Verdict(1, WARNING, "multiple")
    return values(zh, en)


def multiple_and_share(multiple: Found, share: Found) -> Verdict | None:
    """Doubled is up 100%; three times is 300%."""
    if share.kind == "fraction" and way_of(multiple) == "up" and way_of(share) == "down":
        return Verdict(SLIP, ERROR, "direction")  # 减少一半, doubled
    if share.kind != "percent" or multiple.value is None or share.value is None:
        return None
    factor, percent = ends_of(multiple)[0], ends_of(share)[0]
    if percent in (factor * 100 - 100, factor * 100) and (percent != factor * 100 or not share.direction):
        return judged(multiple, share)
    return Verdict(SLIP, ERROR, "multiple") if percent in (factor * 100, factor * 100 - 200) else None


def multiple_and_amount(multiple: Found, amount: Found) -> Verdict | None:
    """Three times for 三次."""
    return (
        SAME._replace(cost=1)
        if amount.kind == "count" and amount.tail in ("次", "届", "回", "轮") and ends_of(multiple) == ends_of(amount)
        else None
    )


def share_and_amount(share: Found, amount: Found) -> Verdict | None:
    """A percent sign lost on the way; an index (PMI 49.5%) is told with and without; 半个月, half of May."""
    if share.value == "1/2" and amount.kind == "duration" and amount.value == Decimal("0.5"):
        return SAME._replace(cost=1)
    if share.kind != "percent" or amount.kind != "count" or amount.tail or ends_of(share) != ends_of(amount):
        return None
    index = "PMI" in share.source or "index" in amount.source.lower() or "指数" in amount.source + share.source
    return SAME._replace(cost=1) if index else Verdict(DIFFERENT, ERROR, "unit")


def points_and_amount(points: Found, amount: Found) -> Verdict | None:
    """Points that English tells bare after a percentage."""
    return (
        Verdict(1, WARNING, "unit")
        if amount.kind == "count" and not amount.tail and ends_of(points) == ends_of(amount)
        else None
    )
