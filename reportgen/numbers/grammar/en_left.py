"""What stands left of a number in English: currency, qualifier, verb of change. Read from the number backwards."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportgen.numbers.grammar.en_words import BEFORE, CURRENCY_SIGNS, VERBS, backwards
from reportgen.numbers.quantity import QualifierType

REACH = 60  # characters: far enough for "an average annual increase of more than RMB "


class Left(NamedTuple):
    """What stands before a number; `to` when the verb leads to a level (rose to) and not by a difference (rose by)."""

    start: int
    currency: str | None = None
    qualifier: QualifierType | None = None
    qform: str | None = None
    verb: str = ""
    to: bool = False


# All literals are written from their ends: " naht erom" is "more than ".
_LEFT = re.compile(
    rf"[\s-]?(?:(?P<currency>{backwards(CURRENCY_SIGNS)})\s?)?"
    rf"(?:\s?(?:a |na )?(?:fo (?:latot|egareva|muminim)(?: a| na)?\s)?(?P<word>{backwards(BEFORE)}))?"
)
_VERB = re.compile(
    r"(?:(?:\s|-)?(?:yb|fo|ta|ot|a|na|egareva|launna|etar|raey|no|latot|lanoitidda|rehtona|htworg|lautxetnoc|evitalumuc|laer|muidem)(?![a-z]))*"
    rf"[\s]?(?P<verb>{backwards(VERBS)})"
)
_TO = re.compile(r"(?:\s|[a-z]{0,3}\s)*ot(?![a-z])")


def left_of(text: str, start: int, floor: int) -> Left:
    """What stands before the number at `start` of a lower-case text, no further back than `floor`."""
    behind = text[max(floor, start - REACH) : start][::-1]
    match = _LEFT.match(behind)
    if match is None:
        return Left(start)
    currency = CURRENCY_SIGNS.get(match["currency"][::-1].replace("  ", " ")) if match["currency"] else None
    word = match["word"]
    if word:
        word = " ".join(word[::-1].split())
        end = match.end("word")
    else:
        end = match.end("currency") if currency else 0
    to = _TO.match(behind, end) is not None
    found = None if to else _VERB.match(behind, end)
    verb = found["verb"][::-1] if found else ""
    return Left(start - end, currency, BEFORE[word] if word else None, word, verb, to)
