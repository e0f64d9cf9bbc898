"""Times of day, tables, articles, standards and weekdays in English texts: numbers that name something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from reportgen.numbers.en.reading_words import ORDINALS, SMALL
from reportgen.numbers.grammar.patterns import any_of, words
from reportgen.numbers.grammar.reference import Reference, ReferenceKind, minutes, standards
from reportgen.numbers.model.pattern import Pattern

_HALF = r"(?:a\.m\.|p\.m\.|a\.m|p\.m|am\b|pm\b)"
_NUMBER_WORD = any_of(word for word, value in SMALL.items() if 0 < value < 13)
_CLOCK = Pattern(
    rf"(?<![0-9.:$€£¥])(?P<h>[0-9]{{1,2}})(?:[:.](?P<m>[0-5][0-9]))?(?:\s?(?P<half>{_HALF})"
    rf"|(?=\s?(?:[–-]|to|and|until)\s?[0-9]{{1,2}}(?:[:.][0-5][0-9])?\s?(?P<shared>{_HALF}))"
    r"|(?<=[:.][0-5][0-9])(?<!\.[0-9]{2})(?![0-9]|[.:][0-9])|\s?(?P<oclock>o['’]clock)|(?::[0-5][0-9])?(?<=[0-9]:[0-9]{2}:[0-9]{2})(?![0-9.]))"
    rf"|\b(?P<word>{_NUMBER_WORD})\s(?:(?P<whalf>{_HALF})|o['’]clock)"
    rf"|\b(?P<lead>half past|quarter past|quarter to)\s(?P<past>{_NUMBER_WORD}|[0-9]{{1,2}})\b"
    r"|\b(?P<name>noon|midday|midnight)\b"
)
_AFTERWARDS = Pattern(r"\s?in the (morning|afternoon|evening)|\sat night")
_NUMERAL = r"(?:[0-9]{1,4}(?:[.-][0-9]{1,3})?|[ivx]{1,6}\b)"
_LISTED = rf"\(?{_NUMERAL}\)?(?:(?:,?\s(?:and|to|or)\s|,\s|\s?[–-]\s?)\(?{_NUMERAL}\)?(?![0-9%]))*"
_CALLED = Pattern(
    r"\b(?P<what>figures?|figs?\.?|charts?|tables?|annex(?:es)?|appendi(?:x|ces)|attachments?|schedules?|equations?|eqs?\.|"
    r"formulas?|formulae|eqn\.|chapters?|ch\.|sections?|sec\.|§|articles?|arts?\.|paragraphs?|paras?\.?|clauses?|items?|pages?|pp?\.)"
    rf"\s?(?:no\.\s)?(?P<n>{_LISTED})(?P<sub>\([0-9]{{1,2}}\))?"
)
_NTH = any_of(word for word, value in ORDINALS.items() if value < 30)
_ORDINAL = Pattern(rf"\b(?P<n>{_NTH})\s(?P<what>chapter|section|article|paragraph|clause)\b")
_LETTERED = Pattern(r"\b(?:[Aa]nnex|[Aa]ppendix|[Aa]ttachment|[Ss]chedule)\s(?P<n>[A-H])\b")
_SPELLED = Pattern(rf"\b(?P<what>chapter|section|article|annex|appendix|table|figure)\s(?P<n>{any_of(SMALL)})\b")
_NAMES: dict[str, ReferenceKind] = {
    "fi": "figure", "cha": "chapter", "char": "figure", "ta": "table", "an": "annex", "app": "annex", "at": "annex",
    "sch": "annex", "eq": "equation", "fo": "equation", "ch": "chapter", "sec": "section", "§": "section",
    "ar": "article", "par": "clause", "p": "page", "cl": "clause", "it": "clause",
}  # fmt: skip
_ONE = Pattern(r"[0-9]+(?:[.-][0-9]+)?|[ivx]+\b")
_ROMAN = {
    numeral: value
    for value, numeral in enumerate(words("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"), 1)
}
_NTH_WORD = any_of(ORDINALS)
_PARTY = r"(?:(?:cpc|party|communist party(?: of china)?(?:['’]s)?|central|national)\s){1,4}"
_NTH_OF = rf"\b(?P<n>[0-9]{{1,2}}(?=st|nd|rd|th)|{_NTH_WORD})(?:st|nd|rd|th)?\b"
_AND_NTH = rf"(?:(?:,|,?\sand|\sto)\s(?:the\s)?(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{_NTH_WORD}))*"
_CONGRESS = Pattern(rf"{_NTH_OF}(?={_AND_NTH}\s{_PARTY}(?:congress(?:es)?|committees?)\b)")
_PLENUM = Pattern(rf"{_NTH_OF}(?={_AND_NTH}\s(?:plenary\s(?:sessions?|meetings?)|plenums?)\b)")
_WEEKDAY = Pattern(r"\b(?P<day>mon|tues|wednes|thurs|fri|satur|sun)days?\b")
_DAYS = dict(zip(words("mon tues wednes thurs fri satur sun"), "1234567", strict=True))


def references(text: str) -> list[Reference]:
    """What a normalized text refers to by a number, in order."""
    lower = text.lower()
    made = [*_clocks(lower), *_called(lower), *_weekdays(lower), *_congresses(lower), *standards(text)]
    made += [Reference("annex", found["n"].lower(), found.start(), found.end()) for found in _LETTERED.finditer(text)]
    return sorted(made, key=lambda each: each.start)


def _clocks(lower: str) -> Iterator[Reference]:
    for found in _CLOCK.finditer(lower):
        if value := _minutes(found, lower):
            yield Reference("clock", value, found.start(), found.end())


def _minutes(found: re.Match[str], lower: str) -> str | None:
    if name := found["name"]:
        return "0" if name == "midnight" else "720"
    half = _half(found["half"] or found["shared"] or found["whalf"], lower, found.end())
    if word := found["word"]:
        return minutes(SMALL[word], 0, half)
    if past := found["past"]:
        hour = SMALL[past] if past in SMALL else int(past)
        if found["lead"] == "quarter to":
            return minutes(hour - 1 or 12, 45, half)
        return minutes(hour, 30 if found["lead"] == "half past" else 15, half)
    if found["shared"] and not found["half"]:  # 9-11 a.m., 9 to 5 p.m.
        return minutes(int(found["h"]), int(found["m"] or 0), None)
    return minutes(int(found["h"]), int(found["m"] or 0), half)


def _half(word: str | None, lower: str, end: int) -> Literal["am", "pm"] | None:
    if word:
        return "am" if word[0] == "a" else "pm"
    after = _AFTERWARDS.match(lower, end)
    if after is None:
        return None
    return "am" if after[1] == "morning" else "pm"


def _called(lower: str) -> Iterator[Reference]:
    for found in _CALLED.finditer(lower):
        kind = _kind(found["what"])
        ones = list(_ONE.finditer(lower, found.start("n"), found.end("n")))
        for one in ones:
            start, end = one.span() if len(ones) > 1 else (found.start(), found.end("n"))
            yield Reference(kind, _value(one[0]), start, end)
        if found["sub"]:
            yield Reference("clause", found["sub"][1:-1], found.start("sub"), found.end("sub"))
    for pattern, numbers in ((_ORDINAL, ORDINALS), (_SPELLED, SMALL)):
        for found in pattern.finditer(lower):
            yield Reference(_kind(found["what"]), str(numbers[found["n"]]), found.start(), found.end())


def _kind(what: str) -> ReferenceKind:
    return _NAMES[max((begin for begin in _NAMES if what.startswith(begin)), key=len)]


def _value(number: str) -> str:
    return str(_ROMAN[number]) if number in _ROMAN else number.replace(".", "-")


def _weekdays(lower: str) -> Iterator[Reference]:
    for found in _WEEKDAY.finditer(lower):
        yield Reference("weekday", _DAYS[found["day"]], found.start(), found.end())


def _congresses(lower: str) -> Iterator[Reference]:
    kinds: tuple[tuple[ReferenceKind, Pattern], ...] = (("congress", _CONGRESS), ("plenum", _PLENUM))
    for kind, pattern in kinds:
        for found in pattern.finditer(lower):
            number = found["n"]
            yield Reference(kind, number if number.isdigit() else str(ORDINALS[number]), found.start(), found.end())
