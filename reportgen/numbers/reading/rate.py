"""A printed rate in its halves: what there is so much of, and for how many of what it is told.

每万人14件 and 14 per 10,000 people; the amount itself is read like any other figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from reportgen.numbers.grammar.numerals import han
from reportgen.numbers.model.lexicon import PERSON, Lexicon, Noun, Unit

_ZH_PER = re.compile(r"每([0-9]{0,30})([十百千万亿]{0,5})")
_EN_RATE = re.compile(
    r"(.+?)\sper\s(?:([0-9][0-9,]{0,30})\s)?(?:(hundred|thousand|million|billion|trillion)\s)?(.+)", re.IGNORECASE
)
_EN_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


class Halves(NamedTuple):
    """The amount as printed, and for how many of what it is told."""

    amount: str
    per: Decimal
    each: Noun | Unit


def halves(text: str, language: str, lexicon: Lexicon) -> Halves | None:
    """A rate of a noun or unit of the lexicon in its halves; None for any other figure."""
    return _HALVES[language](text, lexicon)


def _zh(text: str, lexicon: Lexicon) -> Halves | None:
    found = _ZH_PER.match(text)
    if found is None:
        return None
    for end in (found.end(), 1):  # 每千瓦时 is no thousand
        named = [(name, each) for name, each in _zh_names(lexicon) if text.startswith(name, end)]
        name, each = max(named, key=lambda pair: len(pair[0]), default=("", None))
        if each is not None and len(text) > end + len(name):
            per = Decimal(found[1] or 1) * (han(found[2]) or 1) if end > 1 else Decimal(1)
            return Halves(text[end + len(name) :], Decimal(per), each)
    return None


def _zh_names(lexicon: Lexicon) -> Iterator[tuple[str, Noun | Unit]]:
    for noun in lexicon.nouns.values():
        yield noun.measure + noun.zh, noun
    for unit in lexicon.units.values():
        yield unit.zh, unit


def _en(text: str, lexicon: Lexicon) -> Halves | None:
    found = _EN_RATE.fullmatch(text)
    if found is None:
        return None
    name = found[4].lower()
    for each in (*lexicon.nouns.values(), *lexicon.units.values()):
        if name in (each.one.lower(), each.other.lower()):
            many = Decimal((found[2] or "1").replace(",", ""))
            return Halves(found[1], many.scaleb(_EN_POWERS.get((found[3] or "").lower(), 0)), each)
    return None


_PEOPLE = re.compile("(?:persons|residents|inhabitants|population|人口|人)")


def each_of(text: str, lexicon: Lexicon) -> Noun | Unit | None:
    """What a printed rate is told by, wherever its amount stands: 每万人拥有14件, 14件/万人; None if unknown."""
    if (found := _EN_RATE.fullmatch(text)) is not None:
        name = found[4].lower()
        nouns = (*lexicon.nouns.values(), *lexicon.units.values())
        known = next((each for each in nouns if name in (each.one.lower(), each.other.lower())), None)
        return known or (PERSON if _PEOPLE.fullmatch(name) else None)
    start = text.find("每")
    told = _ZH_PER.match(text, start) if start >= 0 else None
    if told is None:
        return PERSON if text.endswith("人") else None
    named = [(name, each) for name, each in _zh_names(lexicon) if name and text.startswith(name, told.end())]
    return max(named, key=lambda pair: len(pair[0]), default=("", None))[1]


_HALVES: dict[str, Callable[[str, Lexicon], Halves | None]] = {"zh": _zh, "en": _en}
