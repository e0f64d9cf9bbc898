"""What stands left of a number in English: currency, qualifier, verb of change. Read from the number backwards."""

from __future__ import annotations

from reportgen.numbers.en.reading_words import BEFORE, CURRENCY_SIGNS, VERBS, backwards
from reportgen.numbers.grammar.parts import Left
from reportgen.numbers.grammar.patterns import words
from reportgen.numbers.model.pattern import Pattern

REACH = 60  # characters: far enough for "an average annual increase of more than RMB "


# All literals are written from their ends: " naht erom" is "more than ". Words may fill up between verb and figure.
_FILLING = words(
    "by of at a an was averaged reached stood hit average annual rate year on total additional another growth "
    "cumulative real medium"
)
_LEFT = Pattern(
    rf"[\s-]?(?:({backwards(CURRENCY_SIGNS)})\s?)?"
    rf"(?:\s?(?:a |na )?(?:fo (?:latot|egareva|muminim)(?: a| na)?\s)?({backwards(BEFORE)}))?"
    rf"(?:(?:[a-z]{{0,3}}\s){{0,3}}(ot)(?![a-z])"
    rf"|(?:[\s-]?(?:{backwards(_FILLING)})){{0,6}}\s?({backwards(VERBS)}))?"
)
_VERB_OVER = Pattern(rf"\s(?:{backwards(words('turned turns turning took takes taking handed hands handing'))})")
# what the last word before a number must be for anything to be read from it
_LAST = frozenset(phrase.split(" ")[-1] for phrase in (*BEFORE, *CURRENCY_SIGNS, *VERBS, *_FILLING, "to", "the"))
_SIGNS = {sign[::-1]: code for sign, code in CURRENCY_SIGNS.items()}


def left_of(text: str, start: int, floor: int) -> Left:
    """What stands before the number at `start` of a lower-case text, no further back than `floor`."""
    if text[start - 1 : start] == " ":
        word = text[max(floor, text.rfind(" ", floor, start - 1) + 1) : start - 1]
        if word not in _LAST and word.lstrip("([“‘\"'–-") not in _LAST:
            return Left(start)
    match = _LEFT.match(text[max(floor, start - REACH) : start][::-1])
    assert match is not None, "all of it may be absent"
    sign, word, to, verb = match.groups()
    if word:
        begin, word = start - match.end(2), " ".join(word[::-1].split())
        qualifier = BEFORE[word]
        if word == "over" and _VERB_OVER.match(text[max(floor, begin - 10) : begin][::-1]):
            begin, qualifier, word = start - match.end(1) if sign else start, None, None  # turned over 3 billion yuan
    else:
        begin, qualifier = start - match.end(1) if sign else start, None
    currency = _SIGNS[sign] if sign else None
    return Left(begin, currency, qualifier, word, verb[::-1] if verb else "", to is not None)
