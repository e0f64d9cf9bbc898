"""A printed English rate in its halves: 14 per 10,000 people. The amount itself is read like any other figure."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.en import words as en
from reportgen.numbers.grammar.reader import RateHalves
from reportgen.numbers.model.lexicon import PERSON, Lexicon, Noun, Unit
from reportgen.numbers.model.pattern import Pattern

_RATE = Pattern(rf"(?i:(.+?)\sper\s(?:([0-9][0-9,]{{0,30}})\s)?(?:({'|'.join(en.POWERS)})\s)?(.+))")
_PEOPLE = Pattern("persons|residents|inhabitants|population|人口|人")


def halves(text: str, lexicon: Lexicon) -> RateHalves | None:
    """A rate of a noun or unit of the lexicon in its halves; None for any other figure."""
    found = _RATE.fullmatch(text)
    each = _named(found[4], lexicon) if found else None
    if found is None or each is None:
        return None
    many = Decimal((found[2] or "1").replace(",", ""))
    return RateHalves(found[1], many.scaleb(en.POWERS.get((found[3] or "").lower(), 0)), each)


def each_of(text: str, lexicon: Lexicon) -> Noun | Unit | None:
    """What a printed rate is told by, wherever its amount stands; None if unknown."""
    found = _RATE.fullmatch(text)
    if found is None:
        return None
    return _named(found[4], lexicon) or (PERSON if _PEOPLE.fullmatch(found[4].lower()) else None)


def _named(text: str, lexicon: Lexicon) -> Noun | Unit | None:
    name = text.lower()
    terms = (*lexicon.nouns.values(), *lexicon.units.values())
    return next((each for each in terms if name in (each.one.lower(), each.other.lower())), None)
