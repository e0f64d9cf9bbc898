"""Reads one printed figure in full: 近4500亿元, up 7.1% year on year, 2025年一季度, top three.

The grammar finds the figure; before and after it stand words of change, an aggregate, or a noun of the lexicon, and
nothing else.
Not here: figures in prose, which are `find`'s.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from reportgen.numbers import zh
from reportgen.numbers.find import sight
from reportgen.numbers.grammar.en_words import VERBS as EN_VERBS
from reportgen.numbers.grammar.found import Found, quantity_of
from reportgen.numbers.grammar.normal import plain
from reportgen.numbers.grammar.patterns import by_word
from reportgen.numbers.grammar.zh_words import VERBS as ZH_VERBS
from reportgen.numbers.lexicon import BUILT_IN, PERSON, Lexicon, Noun, Unit
from reportgen.numbers.possible import check_possible
from reportgen.numbers.quantity import (
    Aggregate,
    Amount,
    Basis,
    Change,
    ChangeUnit,
    FigureError,
    FormatOptions,
    Money,
    Percent,
    Period,
    Points,
    Qualified,
    Quantity,
    Rate,
)

MAX_LENGTH = 500  # characters: no printed figure is longer
_HAN = re.compile("[\u3400-\u9fff]")


class Around(NamedTuple):
    """What the words around a figure say of it; `verb` is the Chinese verb wanted, `sign` its direction."""

    aggregate: Aggregate | None = None
    basis: Basis | None = None
    verb: str | None = None
    sign: int = 0
    as_of: bool = False
    noun: Noun | None = None


def read(text: str, language: str | None = None, lexicon: Lexicon | None = None) -> Quantity:
    """The quantity that one printed figure says; `language` None goes by the script.

    FigureError says what was expected, what was found, and at which column where it is not the first.
    """
    known = lexicon or BUILT_IN
    shown = text.strip()
    if not shown or len(shown) > MAX_LENGTH:
        raise FigureError(f"expected a figure, found {_short(shown)}")
    language = language or ("zh" if _HAN.search(shown) else "en")
    try:
        made = unchanged(plain(shown)[0], language) or _figure(plain(shown)[0], shown, language, known)
        check_possible(made)
    except (ArithmeticError, ValueError) as error:
        if isinstance(error, FigureError):
            raise
        raise FigureError(f"expected a figure, found {_short(shown)}") from error
    return made


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…") if text else "nothing"


def _figure(text: str, shown: str, language: str, lexicon: Lexicon) -> Quantity:
    found = sight(text, language)
    figures = [each for each in found if each.kind != "hint"]
    if not figures:
        raise FigureError(f"expected a figure, found {_short(shown)}")
    first = figures[0]
    end, dollars = first.end, None
    if (
        len(figures) == 2
        and first.unit == "CNY"
        and figures[1].unit == "USD"
        and (bracket := _BRACKET.fullmatch(text, end))
    ):
        dollars, end = figures[1], bracket.end()
    elif len(figures) > 1:
        second = figures[1]
        raise FigureError(
            f"expected one figure, found a second one, {_short(second.text)}, at column {second.start + 1}"
        )
    before, after = text[: first.start], text[end:]
    around = AROUND[language](before, after, first, lexicon)
    if isinstance(around, str):
        place = text.index(around) + 1 if around in text else 1
        raise FigureError(
            f"expected a figure and a noun of the lexicon, found {_short(around.strip())} at column {place}"
        )
    if first.kind == "count" and not (
        first.tail or around.noun or first.qualifier or first.power or _DIGIT.search(first.text)
    ):
        raise FigureError(f"expected a figure, found {_short(shown)}")
    return _whole(first, around, dollars, lexicon, text)


_DIGIT = re.compile("[0-9]")
_BRACKET = re.compile(r"\s?[（(].*[)）]$")


def _whole(found: Found, around: Around, dollars: Found | None, lexicon: Lexicon, text: str) -> Quantity:
    """The quantity of a figure and of what is said around it."""
    each: Noun | Unit = PERSON
    if found.kind == "rate":
        each = next(
            (noun for noun in lexicon.nouns.values() if (noun.zh and noun.zh in text) or f" {noun.other}" in text),
            PERSON,
        )
    made = quantity_of(_house(found), around.noun, each)
    if isinstance(made, Percent | Points):
        made = _kept_zeros(made)
        if around.basis or around.sign:
            made = _change(made, around)
    elif around.basis:
        raise FigureError(f"expected a change in percent or percentage points, found {_short(found.text)}")
    if isinstance(made, Period):
        return replace(made, as_of=around.as_of)
    if isinstance(made, Rate) and found.unit:
        return made
    if around.aggregate and isinstance(made, Qualified):
        made = replace(made, aggregate=around.aggregate)
    if dollars and isinstance(made, Money):
        made = replace(made, options=_bracket(made, dollars))
    return made


def _house(found: Found) -> Found:
    """The figure with only such wordings kept as the house writes and would not choose by itself."""
    wanted = _CHINESE_FOR.get(found.qform or "", found.qform)
    default = zh.QUALIFIERS[found.qualifier][0].text if found.qualifier else None
    keep = wanted in zh.WORDINGS and wanted != default
    return found._replace(qform=wanted if keep or found.kind == "vague" else None)


_CHINESE_FOR = {"up to": "最高", "as many as": "多达", "no fewer than": "不少于", "no less than": "不低于"}


def _kept_zeros(amount: Percent | Points) -> Percent | Points:
    """5.0% promises its zero."""
    ends = [value for value in (amount.value, amount.low, amount.high) if value is not None]
    exponent = min(int(value.as_tuple().exponent) for value in ends)
    trailing = exponent < 0 and any(
        value.as_tuple().digits[-1] == 0 and int(value.as_tuple().exponent) < 0 for value in ends
    )
    return replace(amount, quantum=Decimal(1).scaleb(exponent)) if trailing else amount


def _change(amount: Amount, around: Around) -> Change:
    unit: ChangeUnit = "pp" if isinstance(amount, Points) else "percent"
    sign = around.sign or 1
    value, low, high = (None if end is None else end * sign for end in (amount.value, amount.low, amount.high))
    low, high = (high, low) if sign < 0 else (low, high)
    default = zh.DEFAULT_VERBS[unit][0 if sign > 0 else 1]
    verb = around.verb if around.verb != default else None
    return Change(
        unit=unit, basis=around.basis or "none", verb=verb, quantum=amount.quantum, qualifier=amount.qualifier,
        qform=amount.qform, hanzi=amount.hanzi, value=value, low=low, high=high,
    )  # fmt: skip


def _bracket(money: Money, dollars: Found) -> FormatOptions:
    """The rate a printed dollar bracket implies, and the precision it was given with."""
    if money.value is None or not isinstance(dollars.value, Decimal) or not dollars.value:
        return money.options
    plain_dollars = dollars.value.normalize()
    quantum = Decimal(1).scaleb(int(plain_dollars.as_tuple().exponent))
    return replace(money.options, usd_rate=money.value / dollars.value, usd_quantum=quantum)


# ---- Chinese ----

_ZH_AGGREGATES: dict[str, Aggregate] = by_word(
    {
        "cumulative": f"{zh.AGGREGATES['cumulative']}|累计达",
        "total": f"{zh.AGGREGATES['total']}|总计|合计|共计|一共|总共",
        "average": zh.AGGREGATES["average"],
    }
)
_ZH_BASES: dict[str, Basis] = {
    "同比": "yoy", "比上年同期": "yoy", "较上年同期": "yoy", "比去年同期": "yoy", "较去年同期": "yoy",
    "与上年同期": "yoy", "同比实际": "real_yoy",
    "实际": "real_yoy", "同比名义": "nominal_yoy", "名义": "nominal_yoy", "环比": "mom", "比上年": "prev_year",
    "较上年": "prev_year",
    "比去年": "prev_year", "较去年": "prev_year", "与上年": "prev_year", "比上季度": "prev_quarter",
    "较上季度": "prev_quarter", "与上季度": "prev_quarter",
    "比上月": "prev_month", "较上月": "prev_month", "与上月": "prev_month", "比上年末": "prev_year_end",
    "较上年末": "prev_year_end", "与上年末": "prev_year_end",
    "比上年底": "prev_year_end", "较上年底": "prev_year_end", "年均": "avg_annual", "年均复合": "avg_annual",
    "年平均": "avg_annual",
}  # fmt: skip
_ZH_LONGER = {"增": "增长", "涨": "上涨", "升": "上升", "降": "下降", "减": "减少", "跌": "下跌", "攀升": "上升"}


def _longest(words: Any) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _zh_before_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<as_of>截至|截止到?|到|至)?(?P<a1>{_longest(_ZH_AGGREGATES)})?(?P<basis>{_longest(_ZH_BASES)})?(?P<a2>{_longest(_ZH_AGGREGATES)})?"
        rf"(?:(?P<verb>{_longest(ZH_VERBS)})(?P<to>到|至|为)?)?了?"
    )


_ZH_AFTER = re.compile(r"(?:期间|时期|间|份)?")


@cache
def _zh_unchanged_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<basis>{_longest(_ZH_BASES)})?(?:相比)?(?P<little>基本)?持平")


def _zh_around(before: str, after: str, found: Found, lexicon: Lexicon) -> Around | str:
    """The words around a Chinese figure, or those that should not be there."""
    match = _zh_before_pattern().fullmatch(before)
    if match is None or (match["verb"] and found.kind not in ("percent", "pp", "multiple", "fraction")):
        return before
    if match["as_of"] and found.kind != "date":
        return before
    noun = None
    if after and not (found.kind == "date" and _ZH_AFTER.fullmatch(after)):
        noun = next((noun for noun in lexicon.nouns.values() if noun.zh == after), None)
        if noun is None or found.kind not in ("count", "vague", "ordinal"):
            return after
    if noun is None and found.tail == PERSON.measure and found.kind == "count":
        noun = PERSON
    verb = match["verb"]
    sign = {"up": 1, "down": -1}.get(ZH_VERBS.get(verb or "", ""), 0)
    verb = _ZH_LONGER.get(verb, verb) if verb else None
    aggregate = match["a1"] or match["a2"]
    return Around(
        _ZH_AGGREGATES[aggregate] if aggregate else None,
        _ZH_BASES[match["basis"]] if match["basis"] else None,
        verb if verb in zh.VERBS else None,
        sign if found.kind in ("percent", "pp") else 0,
        bool(match["as_of"]),
        noun,
    )


def _zh_unchanged(text: str) -> Change | None:
    found = _zh_unchanged_pattern().fullmatch(text)
    if found is None:
        return None
    return _no_change(_ZH_BASES[found["basis"]] if found["basis"] else "none", bool(found["little"]))


def _no_change(basis: Basis, little: bool) -> Change:
    """持平 is a change of nothing; 基本持平 one that rounds away."""
    return Change(
        basis=basis, value=Decimal("0.01") if little else Decimal(0), quantum=Decimal("0.1") if little else None
    )


# ---- English ----

_EN_BASES: dict[str, Basis] = {
    "year[ -]on[ -]year in real terms": "real_yoy", "year[ -]on[ -]year in nominal terms": "nominal_yoy",
    "in real terms": "real_yoy",
    "in nominal terms": "nominal_yoy", "real": "real_yoy", "nominal": "nominal_yoy",

    "year[ -]on[ -]year|year[ -]over[ -]year|yoy|y/y|from a year earlier": "yoy",
    "from the same period (?:of )?(?:last|the previous) year": "yoy",
    "(?:quarter[ -]on[ -]quarter|qoq)": "qoq", "(?:month[ -]on[ -]month|mom)": "mom",
    "(?:from|over|on|than|compared with) (?:the )?end of (?:the )?(?:previous|last) year": "prev_year_end",
    "(?:from|over|on|than|compared with) (?:the )?(?:previous|last) year": "prev_year",
    "(?:from|over|on|than|compared with) (?:the )?(?:previous|last) quarter": "prev_quarter",
    "(?:from|over|on|than|compared with) (?:the )?(?:previous|last) month": "prev_month",

    "a year on average|average annual(?: rate)?|annual average|on average (?:a|per) year": "avg_annual",
    "a year(?![ -]o)|per year|annually|per annum": "avg_annual",
}  # fmt: skip
_EN_AGGREGATES: dict[str, Aggregate] = {
    "(?:a )?cumulative(?: total of)?": "cumulative", "cumulatively": "cumulative", "a total of": "total",
    "in total": "total",
    "an average of": "average", "on average": "average",
}  # fmt: skip
_EN_FAMILIES: tuple[tuple[str, str, str], ...] = (  # a word of change, and the Chinese verbs it asks for: up, down
    (r"widen\w*|expand\w*", "扩大", ""),
    (r"narrow\w*", "", "收窄"),
    (r"accelerat\w*", "加快", ""),
    (r"slow\w*", "", "放缓"),
)


@cache
def _en_fill_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:a|an|the|by|of|at|rate|growing|virtually|almost|from|between|period|to|in|during|for|place|increase|growth)\b"
    )


@cache
def _en_unchanged_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<little>little changed|(?:virtually|largely|basically|almost) unchanged)?(?:unchanged|flat)?"
        rf"(?:\s(?P<basis>{'|'.join(_EN_BASES)}))?"
    )


def _en_around(before: str, after: str, found: Found, lexicon: Lexicon) -> Around | str:
    """The words around an English figure, or those that should not be there."""
    before, after = before.strip().lower(), after.strip()
    if found.kind == "date":
        match = _en_as_of_pattern().fullmatch(before)
        return Around(as_of=bool(match["as_of"])) if match and not after else before or after
    noun = _en_noun(after, lexicon) if after and found.kind in ("count", "vague", "ordinal") else None
    rest = f"{before} {'' if noun else after.lower()}".strip()
    around = Around(noun=noun)
    while rest:
        taken = _en_word(rest, around)
        if taken is None:
            return rest
        rest, around = taken
    return around


@cache
def _en_as_of_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<as_of>as of|as at|by|at|until|up to)|in|during|from|for|the period of|between)?\s?(?:the)?"
    )


def _en_noun(after: str, lexicon: Lexicon) -> Noun | None:
    wanted = after.lower()
    for noun in lexicon.nouns.values():
        if wanted in (noun.one.lower(), noun.other.lower()):
            return noun
    return None


def _en_word(rest: str, around: Around) -> tuple[str, Around] | None:
    """Takes one word or phrase off the front, with what it says."""
    for pattern, aggregate in _EN_AGGREGATES.items():
        if (match := re.match(rf"{pattern}\b\s?", rest)) and match.end():
            if aggregate == "average" and around.sign:
                return rest[match.end() :], around._replace(basis="avg_annual")
            return rest[match.end() :], around._replace(aggregate=aggregate)
    for pattern, basis in _EN_BASES.items():
        if match := re.match(rf"(?:{pattern})(?![a-z])\s?", rest):
            return rest[match.end() :], around._replace(basis=_both(around.basis, basis))
    for pattern, up, down in _EN_FAMILIES:
        if match := re.match(rf"(?:{pattern})\b\s?", rest):
            return rest[match.end() :], around._replace(verb=up or down, sign=1 if up else -1)
    word = re.match(r"[a-z-]+", rest)
    if word and word[0] in EN_VERBS and not (around.sign and word[0] in ("increase", "growth", "rate")):
        return rest[word.end() :].lstrip(), around._replace(sign=1 if EN_VERBS[word[0]] == "up" else -1)
    if match := _en_fill_pattern().match(rest):
        return rest[match.end() :].lstrip(), around
    return None


def _both(first: Basis | None, second: Basis) -> Basis:
    """Real or nominal growth stays so when "year on year" is said beside it."""
    if first in ("real_yoy", "nominal_yoy") and second == "yoy":
        return first
    return second


def _en_unchanged(text: str) -> Change | None:
    lower = text.lower()
    found = _en_unchanged_pattern().fullmatch(lower)
    if found is None or not lower.startswith(
        ("little", "virtually", "largely", "basically", "almost", "unchanged", "flat")
    ):
        return None
    told = found["basis"] or ""
    bases: list[Basis] = [name for pattern, name in _EN_BASES.items() if re.fullmatch(pattern, told)]
    return _no_change(bases[0] if bases else "none", bool(found["little"]))


AROUND: dict[str, Callable[[str, str, Found, Lexicon], Around | str]] = {"zh": _zh_around, "en": _en_around}
_UNCHANGED: dict[str, Callable[[str], Change | None]] = {"zh": _zh_unchanged, "en": _en_unchanged}


def unchanged(text: str, language: str) -> Change | None:
    """The change of nothing that 同比持平 and "unchanged year on year" say."""
    return _UNCHANGED[language](text)
