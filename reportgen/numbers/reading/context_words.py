"""What the words around a printed figure say of it: change and basis, aggregate, as-of, a noun of the lexicon.

Each language has its words; nothing else may stand beside a figure that is read alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from reportgen.numbers.en.reading_words import VERBS as EN_VERBS
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.patterns import by_word
from reportgen.numbers.model.lexicon import PERSON, Lexicon, Noun
from reportgen.numbers.model.quantity import Aggregate, Basis, Change
from reportgen.numbers.zh import words as zh
from reportgen.numbers.zh.reading_words import VERBS as ZH_VERBS


class Around(NamedTuple):
    """What the words around a figure say of it; `verb` is the Chinese verb wanted, `sign` its direction."""

    aggregate: Aggregate | None = None
    basis: Basis | None = None
    verb: str | None = None
    sign: int = 0
    as_of: bool = False
    eop: bool = False
    noun: Noun | None = None


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
_ZH_LONGER = {"增": "增长", "涨": "上涨", "升": "上升", "降": "下降", "减": "减少", "跌": "下跌"}


def longest(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _zh_before_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<as_of>截至|截止到?|到|至)?(?P<a1>{longest(_ZH_AGGREGATES)})?(?P<basis>{longest(_ZH_BASES)})?(?P<a2>{longest(_ZH_AGGREGATES)})?"
        rf"(?:(?P<verb>{longest(ZH_VERBS)})(?P<to>到|至|为)?)?了?"
    )


_ZH_AFTER = re.compile(r"(?:期间|时期|间|份)?(?P<end>[末底])?")


@cache
def _zh_unchanged_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<basis>{longest(_ZH_BASES)})?(?:相比)?(?P<little>基本)?持平")


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
        found.kind == "date" and after.endswith(("末", "底")),
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
        if match is None or after:
            return before or after
        return Around(as_of=bool(match["as_of"]), eop=bool(match["end"]))
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
        r"(?:(?P<as_of>as of|as at|by|at|until|up to)|in|during|from|for|the period of|between)?"
        r"\s?(?P<end>the end of)?\s?(?:the)?"
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
