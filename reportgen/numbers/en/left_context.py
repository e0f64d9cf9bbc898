"""What stands left of a number in English: currency, qualifier, verb of change. Read from the number backwards."""

from __future__ import annotations

from functools import lru_cache

from reportgen.numbers.en.reading_words import BEFORE, CURRENCY_SIGNS, VERBS, backwards
from reportgen.numbers.grammar.parts import Left, at_once, nothing_left
from reportgen.numbers.grammar.patterns import words
from reportgen.numbers.model.pattern import Pattern

REACH = 60  # characters: far enough for "an average annual increase of more than RMB "


# All literals are written from their ends: " naht erom" is "more than ". Words may fill up between verb and figure.
_FILLING = words(
    "by of at a an was averaged reached stood hit average annual rate year on total additional another growth "
    "cumulative real medium"
)
_SIGN = r"[+±−–-](?=[\s(\[“\"‘'$€£¥₹₽₩฿₫₺₪₦:,;/~≈]|$)| (?:evitagen|sunim(?: ro sulp)?)(?![a-z])"
_LEFT = Pattern(
    rf"(?:({_SIGN})|[ -])?(?: ?({backwards(CURRENCY_SIGNS)})( ?{_SIGN})?)?"
    rf"(?:[ -]?(?:a |na )?(?:fo (?:latot|egareva|muminim|ega)(?: a| na| eht)?\s)?({backwards(BEFORE)}))?"
    rf"(?:(?:[a-z]{{0,3}} ){{0,3}}(ot)(?![a-z])"
    rf"|(?:[ -]?(?:{backwards(_FILLING)})){{0,6}} ?({backwards(VERBS)}))?"
)
_VERB_OVER = Pattern(rf"\s(?:{backwards(words('turned turns turning took takes taking handed hands handing'))})")
# what the last word before a number must be for anything to be read from it
_LAST = frozenset(
    phrase.split(" ")[-1]
    for phrase in (*BEFORE, *CURRENCY_SIGNS, *VERBS, *_FILLING, "to", "the", "of", "minus", "negative")
)
_SIGNS = {sign[::-1]: code for sign, code in CURRENCY_SIGNS.items()}


def left_of(text: str, start: int, floor: int) -> Left:
    """What stands before the number at `start` of a lower-case text, no further back than `floor`.

    Nothing of it reaches over a comma, so that a few words between a comma or a figure and a number are read but once,
    however often they come.
    """
    if start <= floor:
        return nothing_left(start)
    if text[start - 1] == " ":
        word = text[max(floor, text.rfind(" ", floor, start - 1) + 1) : start - 1]
        if word not in _LAST and word.lstrip("([“‘\"'–-") not in _LAST:
            return nothing_left(start)
    behind = text[floor if start - floor < REACH else start - REACH : start][::-1]
    if (comma := behind.find(",")) >= 0:
        behind = behind[: comma + 1]
    left, bare = _read_again(behind) if len(behind) <= _SHORT else _read(behind)
    length, currency, qualifier, word, verb, to, _, sign = left
    begin = start - length
    if word == "~":
        if text[begin - 1 : begin].isalnum():
            begin, qualifier, word = start - bare, None, None  # nsp1~16
    elif word == "more than":
        if _NOBODY.search(text, max(floor, begin - REACH), begin):
            qualifier = "at_most"  # no country had tested more than 3%
    elif qualifier == "over":
        if word == "over" and _VERB_OVER.match(text[max(floor, begin - 10) : begin][::-1]):
            begin, qualifier, word = start - bare, None, None  # turned over 3 billion yuan
        elif word in _REACHED and _NOT.search(text, max(floor, begin - REACH), begin):
            qualifier = "at_most"  # none exceeded 3%
    return at_once(Left, (begin, currency, qualifier, word, verb, to, -1, sign))


_SHORT = 32  # characters that may well come again


def _read(behind: str) -> tuple[Left, int]:
    """What stands before a number, its start counted back from the number, and where it starts without a qualifier."""
    match = _LEFT.match(behind)
    assert match is not None, "all of it may be absent"
    near, currency, far, word, to, verb = match.groups()
    bare = match.end(3) if far else match.end(2) if currency else match.end(1) if near else 0
    length, qualifier = bare, None
    if word:
        length, word = match.end(4), " ".join(word[::-1].split())
        qualifier = BEFORE[word]
    code = _SIGNS[currency] if currency else None
    sign = (far or near or "")[::-1].strip()
    return Left(length, code, qualifier, word, verb[::-1] if verb else "", to is not None, sign=sign), bare


_read_again = lru_cache(maxsize=8192)(_read)


_REACHED = frozenset(
    words(
        "exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing top tops topped topping over above "
        "beyond"
    )
)
_NOBODY = Pattern(
    r"\b(?:no\s(?:other\s|single\s)?[a-z]+|none|nobody)\s(?:of\s[a-z]+\s)?"
    r"(?:(?:had|has|have|was|were|is|are|can|could|may|did|does|should|shall)\s)?[a-z]+\s$"
)
_NOT = Pattern(
    r"\b(?:none|nobody|no\s(?:other\s)?(?:[a-z-]+\s){0,2}[a-z-]+|neither|never|without|cannot|nor|not)\s"
    r"(?:of\s(?:them|these|those|which|whom)\s|(?:the\s)?[a-z-]+\s(?=ever\s|has\s|have\s|had\s|may\s|can\s))?"
    r"(?:(?:has|have|had|may|can|could|should|must|shall|will|be|been|was|were|are|is|to|ever|it|yet)\s){0,3}$"
)
