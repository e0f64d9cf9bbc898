"""How a number is written in English, in digits and in words: the patterns that all rules share, and its value."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from reportgen.numbers.en import words as en
from reportgen.numbers.en.reading_words import GAP, SCALES, SMALL, TENS, UNITS_UP
from reportgen.numbers.grammar.numerals import digits
from reportgen.numbers.grammar.patterns import any_of
from reportgen.numbers.model.pattern import Pattern

ARABIC = (
    r"(?:[1-9][0-9]{0,2}(?: [0-9]{3}){1,6}(?![0-9-]| [0-9])(?![.,][0-9]{3}\b)"
    r"|[0-9]{1,2}[ -][13]/[248](?![0-9/])|[0-9]{1,3}[½¼¾]|[½¼¾]"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])|[0-9]{1,40})"
    r"(?:\.[0-9]{1,40}|\.\s[0-9]{1,3}(?=\s(?:million|billion|trillion)))?(?![0-9])"
)
_TENS = rf"(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(UNITS_UP[1:10])})\b)?"
_SUB100 = rf"(?:{_TENS}|{any_of(UNITS_UP[1:])})\b"
_SUB1000 = rf"(?:(?:{_SUB100}|a)\s)?hundred\b(?:(?:\sand)?\s{_SUB100})?|{_SUB100}"
_WHOLE = rf"(?:{_SUB1000})\sthousand\b(?:,?(?:\sand)?\s(?:{_SUB1000}))?|{_SUB1000}|thousand\b|dozen\b"
LARGE = tuple(name for name, _ in reversed(en.SCALES))
_LARGE = "|".join(LARGE)
SPELLED = rf"(?:(?:{_WHOLE})(?:[\s-]and[\s-]a[\s-]half\b)?|half\sa(?=\s(?:{_LARGE}|dozen))|(?:{_LARGE})\b)"
_ARABIC = Pattern(ARABIC)
_SPELLED = Pattern(SPELLED)
SCALE = rf"(?:(?:{any_of(SCALES, GAP)})(?![a-z0-9])|[mbkt](?![a-z0-9²³]))"
SMALL_WORDS = any_of(SMALL)
NUMBER_NEXT = Pattern(rf"\s(?:[0-9]|(?:{SMALL_WORDS})\b)")
WORD = Pattern("[0-9]+|[a-z]+")
_GAPS = Pattern(r"[\s,-]+")


def number_at(lower: str, at: int) -> re.Match[str] | None:
    """The number that begins at a place of a lower-case text, in digits or in words."""
    return (_SPELLED if "a" <= lower[at] <= "z" else _ARABIC).match(lower, at)


def value_of(text: str) -> Decimal | None:
    """The value of digits or of number words; None where the words make no number."""
    if "a" <= text[0] <= "z":
        return spelled(text)
    return _with_part(text) if not text[-1].isascii() or "/" in text else digits(text)


_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def _with_part(text: str) -> Decimal:
    """2½, 2 1/2."""
    if text[-1] in _PARTS:
        return Decimal(text[:-1] or 0) + _PARTS[text[-1]]
    return Decimal(text[:-4]) + Decimal(text[-3]) / Decimal(text[-1])


@lru_cache(maxsize=4096)
def spelled(text: str) -> Decimal | None:
    """The value of number words: two hundred and thirty-five, one and a half, half a."""
    total, part = Decimal(0), Decimal(0)
    for word in _GAPS.split(text):
        if word in SMALL:
            part += SMALL[word]
        elif word in ("hundred", "dozen"):
            part = (part or 1) * (100 if word == "hundred" else 12)
        elif word == "thousand":
            total, part = total + (part or 1) * 1000, Decimal(0)
        elif word in LARGE:
            return Decimal(10) ** SCALES[word]
        elif word == "half":
            return total + part + Decimal("0.5")
        elif word not in ("and", "a", ""):
            return None
    return total + part
