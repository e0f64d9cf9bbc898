"""Which facts belong together: what they count in, and what their words have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import takewhile

from reportgen.content.derived.operands import Bare, DerivationError, Operand, measure_of, operand
from reportgen.content.derived.times import months_of
from reportgen.content.entries import Wording
from reportgen.content.model import Fact
from reportgen.languages import LANGUAGES
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.quantity import Change, Difference
from reportgen.records import record

LEAST_SHARED = 2, 3
"""Words are kin that share so many characters in front or behind, and one in so many of the longer ones'."""

_TIMED = Pattern(
    r"[._-]?(?:19|20)\d\d(?:[._-]?(?:[qh]\d|\d\d|end))?$|[._-](?:[qh][1-4]|now|before|last)$", re.IGNORECASE
)
"""What the end of a fact's name tells of its time."""


@record
class Told:
    """A fact with its single figure, bare, and what that counts in."""

    fact: Fact
    operand: Operand

    @property
    def value(self) -> Decimal:
        """The figure."""
        return self.operand.value

    @property
    def figure(self) -> Bare:
        """The figure with its unit."""
        return self.operand.figure

    @property
    def measure(self) -> tuple[object, ...]:
        """What it counts in."""
        return measure_of(self.figure)


def levels(facts: Iterable[Fact]) -> list[Told]:
    """The facts that state or derive one figure, and no change from another."""
    told: list[Told] = []
    for fact in facts:
        if isinstance(fact.quantity, Change | Difference):
            continue
        try:
            told.append(Told(fact, operand(fact.name, fact.quantity, fact.when)))
        except DerivationError:
            continue
    return told


def same_words(one: Wording, other: Wording) -> bool:
    """Whether two say the same in every language that both have."""
    shared = one.words.keys() & other.words.keys()
    return bool(shared) and all(one[language] == other[language] for language in shared)


def kin(one: Wording, other: Wording) -> bool:
    """Whether two begin or end alike in every language that both have: 原油进口量 and 煤炭进口量."""
    shared = one.words.keys() & other.words.keys()
    return bool(shared) and all(_alike(one[language].lower(), other[language].lower()) for language in shared)


def _alike(one: str, other: str) -> bool:
    common = max(_shared(one, other), _shared(one[::-1], other[::-1]))
    least, part = LEAST_SHARED
    return common >= least and common * part >= max(len(one), len(other))


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def stem(name: str) -> str:
    """A fact's name without the time that it ends in: oil of oil_2024."""
    return _TIMED.sub("", name)


def length(fact: Fact) -> int | None:
    """Over how many months a fact is told; nothing for what was counted at a time."""
    return None if fact.when is None else months_of(fact.when)


def speaks_of_whole(wording: Wording) -> bool:
    """Whether words name all of something, which may be any times larger than its parts."""
    return any(
        re.search(LANGUAGES[language].words["whole-names"], text, re.IGNORECASE)
        for language, text in wording.words.items()
        if "whole-names" in LANGUAGES[language].words
    )
