"""A printed Chinese rate in its halves: 每万人14件. The amount itself is read like any other figure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportgen.numbers.grammar.reader import RateHalves
from reportgen.numbers.model.lexicon import PERSON, Lexicon, Noun, Unit
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.numerals import han

_PER = Pattern(r"每([0-9]{0,30})([十百千万亿]{0,5})")


def halves(text: str, lexicon: Lexicon) -> RateHalves | None:
    """A rate of a noun or unit of the lexicon in its halves; None for any other figure."""
    found = _PER.match(text)
    if found is None:
        return None
    for end in (found.end(), 1):  # 每千瓦时 is no thousand
        named = [(name, each) for name, each in _names(lexicon) if text.startswith(name, end)]
        name, each = max(named, key=lambda pair: len(pair[0]), default=("", None))
        if each is not None and len(text) > end + len(name):
            per = Decimal(found[1] or 1) * (han(found[2]) or 1) if end > 1 else Decimal(1)
            return RateHalves(text[end + len(name) :], Decimal(per), each)
    return None


def _names(lexicon: Lexicon) -> Iterator[tuple[str, Noun | Unit]]:
    for noun in lexicon.nouns.values():
        yield noun.measure + noun.zh, noun
    for unit in lexicon.units.values():
        yield unit.zh, unit


def each_of(text: str, lexicon: Lexicon) -> Noun | Unit | None:
    """What a printed rate is told by, wherever its amount stands: 每万人拥有14件, 14件/万人; None if unknown."""
    start = text.find("每")
    per = _PER.match(text, start) if start >= 0 else None
    if per is None:
        return PERSON if text.endswith(PERSON.measure) else None
    named = [(name, each) for name, each in _names(lexicon) if name and text.startswith(name, per.end())]
    return max(named, key=lambda pair: len(pair[0]), default=("", None))[1]
