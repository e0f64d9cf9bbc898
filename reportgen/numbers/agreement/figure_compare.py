"""What two figures, one of each language, have in common: the same, nearly the same, or a slip of a known kind.

Not here: which figure of one text belongs to which of the other; `agree` pairs them by the cost given here.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from reportgen.numbers.agreement.amount_compare import amounts
from reportgen.numbers.agreement.comparison import DIFFERENT, ERROR, NEAR, SAME, WARNING, Verdict
from reportgen.numbers.agreement.period_compare import compare_spans
from reportgen.numbers.agreement.share_compare import (
    multiple_and_amount,
    multiple_and_share,
    multiples,
    points_and_amount,
    points_and_share,
    share_and_amount,
    shares,
)
from reportgen.numbers.agreement.value_compare import ends_of, judged, values
from reportgen.numbers.grammar.found import RELATIONS, Found
from reportgen.numbers.model.pattern import Pattern

_CLASSES = {
    "money": "amount", "count": "amount", "measure": "amount", "duration": "amount", "level": "amount",
    "percent": "share", "fraction": "share", "date": "date", "hint": "date", "ratio": "ratio", "score": "ratio",
}  # fmt: skip


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
    if _is_some_ten(zh) and _is_some_ten(en) and zh.unit == en.unit:
        return SAME
    if _is_article(zh) and en.value != 1:
        return None
    first, second = _CLASSES.get(zh.kind, zh.kind), _CLASSES.get(en.kind, en.kind)
    if rule := _RULES.get((first, second)):
        return rule(zh, en)
    if rule := _RULES.get((second, first)):
        return rule(en, zh)
    return None


def _is_article(zh: Found) -> bool:
    """一个, 一款: the Chinese for "a", which no other number stands for."""
    return zh.kind == "count" and zh.value == 1 and zh.text[:1] == "一" and not zh.qualifier


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
    if one == two:
        return SAME
    turned = one.split(":") == two.split(":")[::-1] and any(_BEHIND.search(each.source) for each in (zh, en))
    return SAME if turned else Verdict(NEAR, ERROR, "digits")


# who is behind may be told with the other's score first: 0比1落后, trailing 1-0
_BEHIND = Pattern(r"落后|负于|不敌|输|败|失利|(?i:\b(?:trail\w*|los\w+|behind|defeat\w*|beat\w*|down)\b)")


def _ratio_and_amount(ratio: Found, amount: Found) -> Verdict | None:
    numbers = str(ratio.value).replace("-", ":").split(":")
    ends = [str(value) for value in ends_of(amount)]
    return SAME._replace(cost=1) if numbers == ends or numbers == ends[::-1] else None


def _rates(zh: Found, en: Found) -> Verdict:
    if zh.per != en.per and zh.value == en.value:
        return Verdict(DIFFERENT, ERROR, "scale")
    return values(zh, en)


def _rate_and_amount(rate: Found, amount: Found) -> Verdict | None:
    return judged(rate, amount)._replace(cost=1) if ends_of(rate) == ends_of(amount) else None


def _vague(zh: Found, en: Found) -> Verdict:
    if zh.order == en.order or (zh.order == 10_000 and en.order == 1000 and "成千上万" in zh.source):
        return SAME
    return Verdict(NEAR, ERROR, "scale")


def _vague_and_amount(vague: Found, amount: Found) -> Verdict | None:
    """数百 against "more than 100": not the same, but no other figure either."""
    if vague.order == 10 and _is_some_ten(amount):
        return SAME  # 十几个: more than ten, a dozen or so
    if (
        not isinstance(amount.value, Decimal)
        or vague.order is None
        or not vague.order <= amount.value < 2 * vague.order
    ):
        return None
    if amount.value != vague.order:  # 十几 against a dozen or so
        return Verdict(DIFFERENT, WARNING, "qualifier")
    if _BARE_SCALE.fullmatch(amount.text):  # 港币百万元, 千人: millions, thousands
        return SAME if amount.kind == "money" else Verdict(1, WARNING, "qualifier")
    return (
        Verdict(1, WARNING, "qualifier")
        if amount.qualifier in ("over", "more", "at_least")
        else Verdict(DIFFERENT, ERROR, "qualifier")
    )


_BARE_SCALE = Pattern("[^0-9一二两三四五六七八九十]*[百千万億亿萬][百千万億亿萬]?[^0-9一二两三四五六七八九十]*")


def _is_some_ten(amount: Found) -> bool:
    """More than ten, a dozen or so, more than a dozen: all of them 十几."""
    return amount.value in (10, 12) and amount.qualifier in ("over", "more", "at_least", "approx")


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
    ("amount", "amount"): amounts,
    ("share", "share"): shares,
    ("pp", "pp"): values,
    ("pp", "share"): points_and_share,
    ("pp", "amount"): points_and_amount,
    ("multiple", "multiple"): multiples,
    ("multiple", "share"): multiple_and_share,
    ("multiple", "amount"): multiple_and_amount,
    ("share", "amount"): share_and_amount,
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
