"""Periods in English prose as codes: Q1 2025 is 2025-Q1, January to September is --01/--09, March 31 is --03-31."""

from __future__ import annotations

import re

from reportgen.numbers.en import words as en
from reportgen.numbers.en.reading_words import ORDINALS, SMALL
from reportgen.numbers.grammar.parts import PeriodStretch
from reportgen.numbers.model.pattern import Pattern

_NAMES: dict[str, int] = {name.lower(): index for index, name in enumerate(en.MONTHS) if name}
MONTHS: dict[str, int] = _NAMES | {name[:3]: index for name, index in _NAMES.items()} | {"sept": 9}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:(?:1[6-9]|20|21)[0-9]{2})(?![0-9]|,[0-9]|\.[0-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9%]|\.[0-9]|,[0-9]{3})"
_TO = r"(?:\s?(?:[–~]|-)\s?|\s(?:to|through|till|until)\s(?:the )?)"
_OF = r"(?:\sof\sthe\syear\s|\sof\s|\sin\s|,\s?|\s)(?:the\syear\s(?:of\s)?)?"
_NTH = r"(?:1st|2nd|3rd|4th|first|second|third|fourth|last)"
_NTHS = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_COUNT = r"(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven)"

_BY_MONTH = Pattern(
    rf"(?P<m>{_MONTH})(?:"
    rf"\s(?P<d>{_DAY})(?:(?P<and>,? and\s|, )(?P<e>{_DAY})(?!\s(?:million|billion|percent|people))"
    rf"(?=\W)(?!\s[a-z]+s\b)"
    rf"|{_TO}(?:(?P<m2>{_MONTH})\s)?(?P<d2>{_DAY}))?(?:,?\s(?P<yd>{_YEAR}))?"
    rf"(?:,?{_TO}(?P<m4>{_MONTH})\s(?P<d4>{_DAY}),?\s(?P<y4>{_YEAR}))?"
    rf"|(?:{_OF}(?P<y1>{_YEAR}))?(?:{_TO}|(?P<both>\sand\s))(?P<m3>{_MONTH})(?:{_OF}(?P<y3>{_YEAR}))?"
    rf"|{_OF}(?P<y>{_YEAR}))?"
)
_BY_DAY = Pattern(rf"(?P<d>{_DAY})(?:{_TO}(?P<d2>{_DAY}))?\s(?:of\s)?(?P<m>{_MONTH})(?:,?\s(?P<y>{_YEAR}))?(?!\s[0-9])")
_ISO = Pattern(r"((?:19|20)[0-9]{2})([-./])(1[0-2]|0[1-9])\2(3[01]|[12][0-9]|0[1-9])(?![0-9])")
_YEARS = Pattern(
    rf"(?P<a>{_YEAR})(?:{_TO}|\sand\s(?=(?P<both>)))(?P<b>{_YEAR}|[0-9]{{2}}(?![0-9%]|\.[0-9]))(?!\s?(?:%|percent|million|billion))"
)
_SEASON = Pattern(rf"({_YEAR})/([0-9]{{2}})(?![0-9.%/])")
_DECADE = Pattern(r"(?:(?P<y>(?:1[6-9]|20)[0-9]0)|['’](?P<t>[1-9]0))['’]?s\b")
_QUARTER = Pattern(
    rf"(?P<n>{_NTH})(?:\sand\s(?P<also>{_NTH}))?[\s-](?P<what>quarters?|half)\b(?!-)"
    rf"(?:(?:,?\s(?:of|in)|,)?\s(?:(?:the\s)?(?:fiscal\s)?(?:year\s)?)(?P<y>{_YEAR}))?"
)
_FIRST_N = Pattern(
    rf"first[\s-](?P<n>{_COUNT})[\s-](?P<what>quarters|months)\b(?:(?:,?\s(?:of|in))?\s(?:the\syear\s)?(?P<y>{_YEAR}))?"
)
_LETTERED = Pattern(
    rf"(?P<w>[qh])(?P<n>[1-4])(?![0-9a-z%]|\.[0-9])(?:{_TO}q?(?P<r>[1-4])(?![0-9]))?(?:(?:\sof|\sin|,|-|/)?\s?(?:fy\s?)?(?P<y>{_YEAR})|['’](?P<s>[0-9]{{2}}))?"
)
_REVERSED = Pattern(
    r"(?:(?P<n>[1-4])(?P<w>[qh])(?P<s>[0-9]{2}|20[0-9]{2})?|(?P<y>20[0-9]{2})[ -]?(?P<v>[qh])(?P<k>[1-4]))(?![0-9a-z])"
)
_PLAN = Pattern(
    r"(?P<n>[0-9]{1,2}(?:st|nd|rd|th)|[a-z]+)(?:,?\s(?:and|to)\s(?P<also>[0-9]{1,2}(?:st|nd|rd|th)|[a-z]+))?\sfive[\s-]year\splans?(?:\speriods?)?"
    rf"(?:\s\((?P<a>{_YEAR})\s?[-–]\s?(?P<b>{_YEAR}|[0-9]{{2}})\))?"
)
_END = Pattern(r"(?:the\s)?(?:end[\s-]of[\s-](?:the\s)?(?:year\s)?|end-|year-end\s)$")
_PLAIN = Pattern(rf"(?P<y>{_YEAR})")


def period_at(text: str, lower: str, at: int) -> PeriodStretch | None:
    """The longest period that begins at a digit, a month's name or an ordinal; None for none."""
    first = lower[at]
    if "0" <= first <= "9" or first in "'’":
        return _numeric(text, lower, at)
    if first in "qh" and (found := _LETTERED.match(lower, at)):
        return _lettered(found, text)
    if lower[at : at + 3] in MONTHS:
        return _month(text, lower, at)
    return _plan(lower, at) or _spelled(lower, at)


def end_of(lower: str, floor: int, start: int) -> int:
    """Where "the end of" begins that stands before a period; `start` where none does."""
    if start < 4 or lower[start - 1] not in " -":
        return start
    found = _END.search(lower, max(floor, start - 24), start) if "end" in lower[max(0, start - 14) : start] else None
    return found.start() if found else start


def _numeric(text: str, lower: str, at: int) -> PeriodStretch | None:
    if found := _ISO.match(lower, at):
        return PeriodStretch(found.end(), f"{found[1]}-{found[3]}-{found[4]}")
    if found := _DECADE.match(lower, at):
        return PeriodStretch(found.end(), f"{found['y'] or '19' + found['t']}s")
    if (found := _BY_DAY.match(lower, at)) and text[found.start("m")].isupper():
        return _day(found)
    if (found := _REVERSED.match(lower, at)) and (found["s"] or found["y"] or found["w"] == "q"):
        if found["y"]:
            return PeriodStretch(found.end(), f"{found['y']}-{found['v'].upper()}{found['k']}")
        year = f"{found['s'] if len(found['s']) == 4 else '20' + found['s']}-" if found["s"] else ""
        return PeriodStretch(found.end(), f"{year}{found['w'].upper()}{found['n']}")
    if (season := _SEASON.match(lower, at)) and (int(season[1]) + 1) % 100 == int(season[2]):  # 2024/25
        return PeriodStretch(season.end(), f"{season[1]}/{int(season[1]) + 1}")
    if found := _YEARS.match(lower, at):
        return _years(found, lower)
    return _plan(lower, at) or _spelled(lower, at)


def _years(found: re.Match[str], lower: str) -> PeriodStretch | None:
    first, second = found["a"], found["b"]
    second = first[:2] + second if len(second) == 2 else second
    if first >= second:
        return None
    if found["both"] is not None and not lower.endswith("between ", 0, found.start()):
        return None
    return PeriodStretch(found.end(), f"{first}/{second}")


def _day(found: re.Match[str]) -> PeriodStretch:
    prefix = f"{found['y']}-" if found["y"] else "--"
    first = f"{prefix}{_month_number(found['m']):02}-{_day_number(found['d']):02}"
    if not found["d2"]:
        return PeriodStretch(found.end(), first)
    return PeriodStretch(found.end(), f"{first}/{prefix}{_month_number(found['m']):02}-{_day_number(found['d2']):02}")


def _month_number(text: str) -> int:
    return MONTHS[text.rstrip(".")]


def _day_number(text: str) -> int:
    return int(text.rstrip("stndrh"))


def _lettered(found: re.Match[str], text: str) -> PeriodStretch | None:
    if not text[found.start()].isupper() or (found["w"] == "h" and found["n"] > "2"):
        return None
    year = f"{found['y']}-" if found["y"] else f"20{found['s']}-" if found["s"] else ""
    letter = found["w"].upper()
    code = f"{year}{letter}{found['n']}"
    return PeriodStretch(found.end(), f"{code}/{year}{letter}{found['r']}" if found["r"] else code)


def _plan(lower: str, at: int) -> PeriodStretch | None:
    found = _PLAN.match(lower, at)
    if not found:
        return None
    name = found["n"]
    number = _day_number(name) if name[0].isdigit() else ORDINALS.get(name)
    if not number or not (other := found["also"]):
        return PeriodStretch(found.end(), f"FYP{number}") if number else None
    second = _day_number(other) if other[0].isdigit() else ORDINALS.get(other)
    return PeriodStretch(found.end("n"), f"FYP{number}", also=(found.start("also"), found.end(), f"FYP{second}"))


def _spelled(lower: str, at: int) -> PeriodStretch | None:
    """First quarter of 2025, second half, first three quarters, first nine months."""
    if found := _FIRST_N.match(lower, at):
        number = int(found["n"]) if found["n"].isdigit() else SMALL[found["n"]]
        if found["what"] == "quarters":
            year = f"{found['y']}-" if found["y"] else ""
            return PeriodStretch(found.end(), f"{year}Q1/{year}Q{number}") if number < 5 else None
        year = f"{found['y']}-" if found["y"] else "--"
        return PeriodStretch(found.end(), f"{year}01/{year}{number:02}") if 1 < number <= 12 else None
    found = _QUARTER.match(lower, at)
    if not found:
        return None
    year = f"{found['y']}-" if found["y"] else ""
    number = _NTHS[found["n"]]
    if found["what"] == "half":
        if number > 2 or (not year and _OF_ELSE.match(lower, found.end())):
            return None
        return PeriodStretch(found.end(), f"{year}H{number}")
    if other := found["also"]:
        return PeriodStretch(
            found.end("n"), f"{year}Q{number}", also=(found.start("also"), found.end(), f"{year}Q{_NTHS[other]}")
        )
    return PeriodStretch(found.end(), f"{year}Q{number}")


_OF_ELSE = Pattern(r"\sof\s(?!(?:the\s|this\s|last\s)?(?:fiscal\s)?year|[0-9])")


def _month(text: str, lower: str, at: int) -> PeriodStretch | None:
    found = _BY_MONTH.match(lower, at)
    if not found or not text[at].isupper():
        return None
    bare = found.end() == found.end("m")
    if bare and _may_be_a_word(found["m"]) and not _BEFORE_MONTH.search(lower, max(0, at - 14), at):
        return None
    month = f"{_month_number(found['m']):02}"
    if found["both"] and not lower.endswith("between ", 0, at):
        return PeriodStretch(found.end("m"), f"--{month}")
    if found["m3"]:
        last = f"{found['y3']}-" if found["y3"] else "--"
        first = f"{found['y1']}-" if found["y1"] else last
        return PeriodStretch(found.end(), f"{first}{month}/{last}{_month_number(found['m3']):02}")
    if found["d"]:
        return _month_and_day(found, month)
    full = bare and found["m"].endswith(".") and len(found["m"]) > 5 and found["m"] != "sept."
    return PeriodStretch(found.end() - full, f"{found['y']}-{month}" if found["y"] else f"--{month}")


def _may_be_a_word(name: str) -> bool:
    """May and March are words too, and abbreviations may be parts of names."""
    return name in ("may", "march") or len(name) == 3


def _month_and_day(found: re.Match[str], month: str) -> PeriodStretch:
    """March 31; March 1–5; March 30 to April 2, 2025; March 3 and 7."""
    year = f"{found['yd']}-" if found["yd"] else "--"
    first = f"{year}{month}-{_day_number(found['d']):02}"
    if found["d2"]:
        second = f"{_month_number(found['m2']):02}" if found["m2"] else month
        return PeriodStretch(found.end(), f"{first}/{year}{second}-{_day_number(found['d2']):02}")
    if found["m4"]:
        first = first if found["yd"] else f"{found['y4']}{first[1:]}"
        last = f"{found['y4']}-{_month_number(found['m4']):02}-{_day_number(found['d4']):02}"
        return PeriodStretch(found.end(), f"{first}/{last}")
    if other := found["e"]:
        second = f"{year}{month}-{_day_number(other):02}"
        return PeriodStretch(found.end("d"), first, also=(found.start("e"), found.end(), second))
    return PeriodStretch(found.end(), first)


_BEFORE_MONTH = Pattern(
    r"(?:\b(?:in|since|by|from|to|until|till|of|for|early|late|mid|last|this|next|and|between|before|after|through|during|end)\s|[-–])$"
)
