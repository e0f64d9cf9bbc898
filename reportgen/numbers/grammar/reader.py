"""What a language brings to reading one printed figure in full: the words that may stand around it, and rates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.lexicon import Currency, Lexicon, Noun, Unit
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.period import Period
from reportgen.numbers.model.quantity import Aggregate, Basis, Change, QualifierType, RateForm


class FigureContext(NamedTuple):
    """What the words around a figure say of it; `verb` is the Chinese verb wanted, `sign` its direction."""

    aggregate: Aggregate | None = None
    basis: Basis | None = None
    verb: str | None = None
    sign: int = 0
    as_of: bool = False
    eop: bool = False
    noun: Noun | None = None


class RateHalves(NamedTuple):
    """A printed rate in its halves: the amount as printed, for how many of what it is told, and how that is put."""

    amount: str
    per: Decimal
    each: Noun | Unit | Currency
    form: RateForm = "each"


class Comparison(NamedTuple):
    """A printed change without the period it is told against, and that; or the years it is an average of."""

    rest: str
    basis: Basis | None = None
    since: Period | None = None
    years: int | None = None


class LanguageReader(NamedTuple):
    """What reading needs of a language.

    `context` gives what the words before and after a figure say of it, or those that should not be there;
    `relative` is the year told from the time of writing, `way` the direction of a verb that ends what stands before
    a figure; `compared` parts a change from a period of its own that it is told against; `unchanged` is the change
    of nothing that a text says; `halves` a rate in its halves and `each_of` what it is told by, wherever that
    stands; `qualifier` matches a qualifier that ends what stands before a figure, and `qualifiers` says which it
    is; `wordings` the Chinese wordings that words of this language ask for. `readied` makes a text ready,
    `in_digits` is the text with a word that counts nothing in prose as a digit, and `is_small` tells a number word.
    """

    context: Callable[[str, str, Found, Lexicon], FigureContext | str]
    relative: Callable[[str], Period | None]
    way: Callable[[str], str | None]
    compared: Callable[[str], Comparison | None]
    unchanged: Callable[[str], Change | None]
    halves: Callable[[str, Lexicon], RateHalves | None]
    each_of: Callable[[str, Lexicon], Noun | Unit | Currency | None]
    qualifier: Pattern
    qualifiers: Mapping[str, QualifierType]
    wordings: Mapping[str, str] = {}
    readied: Callable[[str], str] = str
    in_digits: Callable[[str], str] = str
    is_small: Callable[[str], bool] = lambda text: False


def longest(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def no_change(basis: Basis, little: bool) -> Change:
    """持平 is a change of nothing; 基本持平 one that rounds away."""
    return Change(
        basis=basis, value=Decimal("0.01") if little else Decimal(0), quantum=Decimal("0.1") if little else None
    )
