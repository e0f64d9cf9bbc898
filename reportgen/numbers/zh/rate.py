"""Rates in Chinese: 每万人14件, 3682元/吨, 人均6824千瓦时: what an amount is told for, in prose and alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from reportgen.numbers.grammar.found import Found, RateBase
from reportgen.numbers.grammar.patterns import any_of
from reportgen.numbers.grammar.reader import RateHalves
from reportgen.numbers.model import wordings
from reportgen.numbers.model.lexicon import PERSON, Currency, Lexicon, Noun, Unit
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.terms import term_of
from reportgen.numbers.zh.number_patterns import AFTERWARDS
from reportgen.numbers.zh.numerals import han
from reportgen.numbers.zh.reading_words import AFTER, TAILS
from reportgen.numbers.zh.words import BASES

_OTHERS = {
    "人": "person", "人口": "person", "名居民": "person", "位居民": "person", "居民": "person", "常住人口": "person",
    "户": "household", "户家庭": "household", "家庭": "household", "户居民": "household", "家企业": "enterprise",
    "企业": "enterprise", "月": "month", "个月": "month", "时": "hour", "分": "minute",
}  # fmt: skip
NAMES: dict[str, str] = {
    word: tail.unit for word, tail in TAILS.items() if tail.unit and tail.kind in ("measure", "duration", "money")
} | _OTHERS
"""What a rate may be told for, by its word: the key of the noun, unit or currency."""

_MANY = r"(?P<digits>[0-9]{0,12})(?P<powers>(?:[十万亿]|百(?!帕)|千(?![瓦米克伏帕卡])){0,3})"
_NAME = rf"(?P<name>{any_of(NAMES)})"
_GAP = "[^，。；：、！？,;:!?0-9每均]{0,16}"
_EACH = Pattern(rf"每{_MANY}{_NAME}(?P<gap>{_GAP})")
_SLASH = Pattern(rf"\s?/\s?{_MANY}{_NAME}(?![A-Za-z0-9]|公里|海里)(?:\s?(?P<after>{AFTERWARDS}))?")
_BEHIND = Pattern(rf"每{_NAME}(?![0-9一-鿿])")
_AVERAGED = {word[0]: key for key, word in wordings.AVERAGES.items()}
_GAP_ALONE = Pattern(_GAP)
_BASED = frozenset({"money", "measure", "count", "rate"})
_REACH = 28  # characters: far enough for 每万元国内生产总值能耗下降至


def with_bases(text: str, found: list[Found]) -> list[Found]:
    """The figures of a text, each with what it is told for where that is said beside it."""
    if not ("/" in text or "每" in text or "均" in text or "时速" in text):
        return found
    kept: list[Found] = []
    floor = end = 0
    for each in found:
        if each.start < end:
            continue  # 万美元 of what is told for so many of them: 3加元/万美元以上
        made = each
        if each.kind in _BASED:
            made = _with_base(text, floor, each)
            if made.base is not None and (slash := _slash_at(text, each.end)):
                end = slash.end()
        kept.append(made)
        floor = each.end
    return kept


def _with_base(text: str, floor: int, figure: Found) -> Found:
    if figure.kind == "rate":  # its stretch holds both
        told = _EACH.match(text, figure.start) or _SLASH.search(text, figure.start, figure.end + 4)
        return figure._replace(base=_base(told.groupdict())) if told else figure
    if text.startswith(("/", " /"), figure.end) and (slash := _slash_at(text, figure.end)):
        figure = figure._replace(base=_base(slash.groupdict()))
        if figure.qualifier is None and (after := slash["after"]):
            return figure._replace(qualifier=AFTER[after], qform=after, end=slash.end())
        return figure
    if figure.kind != "count" and (behind := _BEHIND.match(text, figure.end)):
        return figure._replace(base=_base(behind.groupdict()))
    base = _before(text, max(floor, figure.start - _REACH), figure.start)
    return figure._replace(base=base) if base else figure


def _slash_at(text: str, end: int) -> re.Match[str] | None:
    """What stands behind a stroke, but for the second of two numbers that share a unit: 130/80毫米汞柱."""
    if text[end - 1].isdigit() and text[end + 1 : end + 2].isdigit():
        return None
    return _SLASH.match(text, end)


def _before(text: str, floor: int, start: int) -> RateBase | None:
    """What is said before a figure in the same clause; nothing of 每人每月, which is two things at once."""
    at = text.rfind("每", floor, start)
    if at >= 0 and text.find("每", floor, at) < 0:
        told = _EACH.match(text, at, start)
        if told and told.end() == start:
            return _base(told.groupdict())
    at = text.rfind("均", floor + 1, start)
    if at > 0 and (key := _AVERAGED.get(text[at - 1])) and _GAP_ALONE.fullmatch(text, at + 1, start):
        return RateBase(Decimal(1), key)
    if text.endswith(("时速", "时速为", "时速达", "时速达到"), floor, start):
        return RateBase(Decimal(1), "hour")
    return None


def _base(told: dict[str, str | None]) -> RateBase:
    return RateBase(_many(told.get("digits"), told.get("powers")), NAMES[told["name"] or ""])


def _many(digits: str | None, powers: str | None) -> Decimal:
    return Decimal(digits or 1) * (han(powers) or 1) if powers else Decimal(digits or 1)


# ---- one printed figure ----

_PER = Pattern(rf"每{_MANY}")
_LEAD = Pattern(f"{any_of(filter(None, BASES.values()))}(?=每|[人户亩日月年]均)")
_AVERAGE = Pattern("([人户亩日月年])均(.+)")


def halves(text: str, lexicon: Lexicon) -> RateHalves | None:
    """A rate of a noun, a unit or a currency in its halves; None for any other figure."""
    if lead := _LEAD.match(text):  # 同比每吨减少120元
        halves_behind = halves(text[lead.end() :], lexicon)
        return halves_behind and halves_behind._replace(amount=lead[0] + halves_behind.amount)
    if found := _AVERAGE.fullmatch(text):
        each = term_of(_AVERAGED[found[1]], lexicon)
        return RateHalves(found[2], Decimal(1), each, "average") if each else None
    if text.startswith("每"):
        return _each_first(text, lexicon)
    if "/" in text or "每" in text:
        return _each_last(text, lexicon)
    return None


def _each_first(text: str, lexicon: Lexicon) -> RateHalves | None:
    """每万人14件, and 每千瓦时, which is no thousand."""
    found = _PER.match(text)
    assert found is not None, "it begins so"
    for end in (found.end(), 1):
        name, each = _named(text, end, lexicon)
        if each is not None and len(text) > end + len(name):
            per = _many(found["digits"], found["powers"]) if end > 1 else Decimal(1)
            return RateHalves(text[end + len(name) :], per, each)
    return None


_PRINTED_SLASH = Pattern(rf"(?P<amount>[^/]*[^/0-9\s])\s?(?:/\s?|每){_MANY}(?P<name>.+?)(?P<after>{AFTERWARDS})?")


def _each_last(text: str, lexicon: Lexicon) -> RateHalves | None:
    """3682元/吨左右, 350公里每小时; None for what is one unit already (微克/立方米)."""
    found = _PRINTED_SLASH.fullmatch(text)
    if found is None:
        return None
    word = found["name"]
    name, each = _named(word, 0, lexicon)
    powers, digits = found["powers"], found["digits"]
    if name != word and powers and not digits:  # /千瓦时
        name, each = _named(powers + word, 0, lexicon)
        word, powers = powers + word, ""
    if each is None or name != word or _is_one_unit(found["amount"], word):
        return None
    return RateHalves(found["amount"] + (found["after"] or ""), _many(digits, powers), each, "slash")


def _is_one_unit(amount: str, word: str) -> bool:
    """Whether the figure ends in a unit of its own that has a stroke in it: 微克/立方米, μg/m³."""
    return any(amount.endswith(unit[: -len(word) - 1]) for unit in TAILS if unit.endswith(("/" + word, "每" + word)))


def _named(text: str, at: int, lexicon: Lexicon) -> tuple[str, Noun | Unit | Currency | None]:
    """The longest name of the lexicon that stands at a place, and what it names."""
    named = [(name, key) for name, key in _names(lexicon) if name and text.startswith(name, at)]
    name, key = max(named, key=lambda pair: len(pair[0]), default=("", ""))
    return name, term_of(key, lexicon)


def _names(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    yield from _built_in()
    for noun in lexicon.nouns.values():
        yield noun.measure + noun.zh, noun.key
    for unit in lexicon.units.values():
        yield unit.zh, unit.key


@cache
def _built_in() -> tuple[tuple[str, str], ...]:
    return tuple(NAMES.items())


def each_of(text: str, lexicon: Lexicon) -> Noun | Unit | Currency | None:
    """What a printed rate is told by, wherever its amount stands: 每万人拥有14件, 14件/万人; None if unknown."""
    start = text.find("每")
    per = _PER.match(text, start) if start >= 0 else None
    if per is None:
        return PERSON if text.endswith(PERSON.measure) else None
    return _named(text, per.end(), lexicon)[1]
