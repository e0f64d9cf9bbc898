"""Ordinals in English: 12th, third, No. 58, top ten."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.en.labels import SEQUENCES
from reportgen.numbers.en.number_patterns import NUMBER_NEXT, SMALL_WORDS
from reportgen.numbers.en.reading_words import ORDINALS, SMALL, TENS
from reportgen.numbers.grammar.numerals import digits
from reportgen.numbers.grammar.patterns import any_of
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern

_ORDINAL_WORDS = [word for word in ORDINALS if "-" not in word]

_NTH = Pattern(r"(?P<n>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(?:st|nd|rd|th)\b")
_NO_NOUN = Pattern(
    r"(?:,?\s?(?:to|and|or|through|until|till|–|-)\s?(?:the\s)?[0-9]{1,2}(?:st|nd|rd|th))*"
    r"(?:$|[.,;:!?)]|\s(?:at|in(?!\sthe\s(?:world|country|nation|league|city|province|standings|table|list|series|race"
    r"|queue|history|group))|by|to|near|off|that|said|when|after|before|but|with|where|because|following|from|as|he|she|they"
    r"|we|of\s(?:this|last|next|each|every|the)\s(?:same\s)?month)\b)"
)
_RANKED_THE = Pattern(
    r"\b(?:rank\w*|place[ds]?|placing|came|comes?|finish\w*|stand(?:s|ing)?|stood|listed|rated|position\w*)\s"
    r"(?:\w+\s){0,2}the\s$"
)
_DAY_BEFORE = Pattern(r"[0-9](?:st|nd|rd|th),?\s?(?:and|to|or|through|until|till|–|-)\s?$")


def _is_day(lower: str, at: int, end: int) -> bool:
    """The 15th, with nothing behind it that it could count: a day of some month."""
    if not _NO_NOUN.match(lower, end):
        return False
    if lower.endswith("the ", 0, at):
        return not _RANKED_THE.search(lower, max(0, at - 30), at)
    return _DAY_BEFORE.search(lower, max(0, at - 10), at) is not None


_NTH_WORD = Pattern(
    rf"(?P<ten>{'|'.join(TENS)})[\s-](?P<one>{'|'.join(_ORDINAL_WORDS[:9])})\b|(?:{any_of(_ORDINAL_WORDS)})\b"
)
_RANKED = Pattern(
    r"\b(?:rank\w*|place[ds]?|placing|came|come|finish\w*|stand(?:s|ing)?|stood|position\w*|listed|rated|remain\w*|is|was|were)\s(?:\w+\s){0,3}$"
)
_RANK_AFTER = Pattern(
    r"[\s-](?:place|nationwide|nationally|globally|worldwide|in the (?:country|nation|world|province|city)|among"
    r"|overall|position)\b"
)
_LISTED = Pattern(r"(?:^|[.;:!?]\s|\n\s?)$")
_UNIT_SECOND = Pattern(r"\b(?:per|a|every|each|one|per-)\s$")
_IN_ROW = Pattern(r"\s(?:straight|consecutive|successive|year|month|quarter|term|time)\b")


def ordinal(run: TextScan, at: int) -> ScanStep | None:
    """12th, third, twenty-first; First, as the opener of a list is none."""
    lower = run.lower
    found = _NTH.match(lower, at)
    if found:
        day = len(found["n"]) < 3 and _is_day(lower, at, found.end())
        if day or lower.startswith(" day of", found.end()):
            return run.figure(at, found.end(), "hint", f"---{int(found['n']):02}", form="nth")
        weak = lower.startswith((" century", "-century", " centuries"), found.end())
        return run.figure(at, found.end(), "ordinal", digits(found["n"]), form="nth", weak=weak)
    found = _NTH_WORD.match(lower, at)
    if found is None:
        return None
    end = found.end()
    if lower.startswith(",", end) and _LISTED.search(lower, max(0, at - 3), at):
        return None, end
    value = ORDINALS[f"{found['ten']}-{found['one']}"] if found["ten"] else ORDINALS[found[0]]
    if found[0] == "second" and _UNIT_SECOND.search(lower, max(0, at - 6), at) and not _IN_ROW.match(lower, end):
        return None, end
    if found[0] == "first" and NUMBER_NEXT.match(lower, end):
        return None, end
    ranked = _RANKED.search(lower, max(0, at - 40), at) or _RANK_AFTER.match(lower, end)
    weak = (value == 1 and not ranked) or lower.startswith((" century", "-century", " centuries"), end)
    return run.figure(at, end, "ordinal", Decimal(value), form="nth", weak=weak)


_INSTITUTION = Pattern(r"\s[A-Z][a-z]+ [A-Z][a-z]")
_NUMBER_ONE = Pattern(r"no\.\s?(?P<n>[0-9]{1,4})(?![0-9.])")


def numbered(run: TextScan, at: int) -> ScanStep | None:
    found = _NUMBER_ONE.match(run.lower, at)
    if found is None:
        return None
    if run.lower.endswith(("] ", "〕 ", "document ", "decree ", "order ", "notice ", "circular "), 0, at):
        return None, found.end()
    if _INSTITUTION.match(run.text, found.end()):
        return None, found.end()  # the No. 1 Cotton Mill
    return run.figure(at, found.end(), "ordinal", Decimal(found["n"]), form="nth")


_SEQUENCE = Pattern(rf"(?P<word>{any_of(SEQUENCES)})\s$")
_PLAIN = Pattern(
    r"[0-9]{1,3}(?![0-9a-z%]|[.,][0-9]|[\s-]?(?:%|percent|per\scent|to|of|and|or|[–-])|-)(?!\s[a-z]{2,}s\b)"
)


def sequence(run: TextScan, at: int) -> ScanStep | None:
    """Week 12, Day 3: the place in a sequence, which may as well be a name."""
    word, found = _SEQUENCE.search(run.lower, max(0, at - 8), at), _PLAIN.match(run.lower, at)
    if word is None or found is None or (word["word"] == "match" and not run.text[word.start()].isupper()):
        return None
    return run.figure(at, found.end(), "ordinal", Decimal(found[0]), form="nth", weak=True)


_TOP = Pattern(rf"top[\s-](?P<n>[0-9]{{1,4}}|{SMALL_WORDS})\b(?!\s?(?:%|percent|per cent))")


def top(run: TextScan, at: int) -> ScanStep | None:
    found = _TOP.match(run.lower, at)
    if found is None:
        return None
    value = Decimal(found["n"]) if found["n"].isdigit() else Decimal(SMALL[found["n"]])
    return run.figure(at, found.end(), "ordinal", value, form="top") if value > 1 else None
