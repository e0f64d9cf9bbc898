"""Periods in English prose as codes: Q1 2025 is 2025-Q1, January to September is --01/--09, March 31 is --03-31."""

from __future__ import annotations

import re

from reportgen.numbers.en.days import MONTHS, TO, YEAR, day_at
from reportgen.numbers.en.reading_words import ORDINALS, SMALL
from reportgen.numbers.grammar.parts import PeriodStretch
from reportgen.numbers.model.pattern import Pattern

_NTH = r"(?:1st|2nd|3rd|4th|first|second|third|fourth|last)"
_NTHS = {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_COUNT = r"(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven)"

_ISO = Pattern(r"((?:19|20)[0-9]{2})([-./])(1[0-2]|0?[1-9])\2(3[01]|[12][0-9]|0?[1-9])(?![0-9.])")
_ISO_MONTH = Pattern(r"(?<![0-9A-Za-z-])((?:19|20)([0-9]{2}))-(1[0-2]|0[1-9])(?![0-9a-z%/–-]|\.[0-9])")
_SLASHED = Pattern(r"(3[01]|[12][0-9]|0?[1-9])/(3[01]|[12][0-9]|0?[1-9])/((?:19|20)[0-9]{2})(?![0-9])")
_FISCAL = Pattern(r"(?P<a>20[0-9]{2}|[0-9]{2})(?:[/–-](?P<b>20[0-9]{2}|[0-9]{2}))?(?![0-9.%])")
_YEARS = Pattern(
    rf"(?P<a>{YEAR})(?:{TO}|\sand\s(?=(?P<both>)))(?P<b>{YEAR}|(?<=[–~-])[0-9]{{2}}(?![0-9%]|\.[0-9])(?!-[a-z]))(?!\s?(?:%|percent|million|billion))"
)
_SEASON = Pattern(rf"({YEAR})/([0-9]{{2}})(?![0-9.%/])")
_DECADE = Pattern(r"(?:(?P<y>(?:1[6-9]|20)[0-9]0)|(?P<mark>['’])?(?P<t>[1-9]0))['’]?s\b")
_OF_DECADE = Pattern(r"\b(?:in|of|since|during|from|by)\sthe\s(?:(?:early|mid|late)[\s-])?$")
_QUARTER = Pattern(
    rf"(?P<n>{_NTH})(?:\sand\s(?P<also>{_NTH}))?[\s-](?P<what>quarters?|half)\b(?!-)"
    rf"(?:(?:,?\s(?:of|in)|,)?\s(?:(?:the\s)?(?:fiscal\s)?(?:year\s)?)(?P<y>{YEAR}))?"
)
_FIRST_N = Pattern(
    rf"first[\s-](?P<n>{_COUNT})[\s-](?P<what>quarters|months)\b(?:(?:,?\s(?:of|in))?\s(?:the\syear\s)?(?P<y>{YEAR}))?"
)
_LETTERED = Pattern(
    rf"(?P<w>[qh])(?P<n>[1-4])(?![0-9a-z%]|\.[0-9])(?:{TO}q?(?P<r>[1-4])(?![0-9]))?(?:(?:\sof|\sin|,|-|/)?\s?(?:fy\s?)?(?P<y>{YEAR})|['’](?P<s>[0-9]{{2}}))?"
)
_REVERSED = Pattern(
    r"(?:(?P<n>[1-4])(?P<w>[qh])(?:\s?(?P<s>20[0-9]{2}|(?<=[qh])[0-9]{2}))?"
    r"|(?P<y>20[0-9]{2})[ -]?(?P<v>[qh])(?P<k>[1-4]))(?![0-9a-z])"
)
_PLAN = Pattern(
    r"(?P<n>[0-9]{1,2}(?:st|nd|rd|th)|[a-z]+)(?:,?\s(?:and|to)\s(?P<also>[0-9]{1,2}(?:st|nd|rd|th)|[a-z]+))?\sfive[\s-]year\splans?(?:\speriods?)?"
    rf"(?:\s\((?P<a>{YEAR})\s?[-–]\s?(?P<b>{YEAR}|[0-9]{{2}})\))?"
)
_END = Pattern(r"(?:the\s)?(?:end[\s-]of[\s-](?:the\s)?(?:year\s)?|end-|year-end\s)$")
_PLAIN = Pattern(rf"(?P<y>{YEAR})")


def period_at(text: str, lower: str, at: int) -> PeriodStretch | None:
    """The longest period that begins at a digit, a month's name or an ordinal; None for none."""
    first = lower[at]
    if "0" <= first <= "9" or first in "'’":
        return _numeric(text, lower, at)
    if first in "qh" and (found := _LETTERED.match(lower, at)):
        return _lettered(found, text)
    if lower[at : at + 3] in MONTHS:
        return day_at(text, lower, at)
    return _plan(lower, at) or _spelled(lower, at)


def end_of(lower: str, floor: int, start: int) -> int:
    """Where "the end of" begins that stands before a period; `start` where none does."""
    if start < 4 or lower[start - 1] not in " -":
        return start
    found = _END.search(lower, max(floor, start - 24), start) if "end" in lower[max(0, start - 14) : start] else None
    return found.start() if found else start


def _numeric(text: str, lower: str, at: int) -> PeriodStretch | None:
    if found := _ISO.match(lower, at):
        return PeriodStretch(found.end(), f"{found[1]}-{int(found[3]):02}-{int(found[4]):02}")
    if (found := _ISO_MONTH.match(lower, at)) and int(found[3]) <= int(found[2]):  # 2005-09 may be several years
        return PeriodStretch(found.end(), f"{found[1]}-{found[3]}")
    if found := _SLASHED.match(lower, at):
        return _slashed(found)
    if lower.endswith(("fy", "fy "), 0, at) and (found := _FISCAL.match(lower, at)):
        return _fiscal(found)
    if (found := _DECADE.match(lower, at)) and (found["y"] or found["mark"] or _OF_DECADE.search(lower, at - 14, at)):
        return PeriodStretch(found.end(), f"{found['y'] or '19' + found['t']}s")
    if lower[at] <= "9" and (days := day_at(text, lower, at)):
        return days
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


def _slashed(found: re.Match[str]) -> PeriodStretch:
    """31/12/2024, 12/31/2024; 5/6/2024 is one of two days: its year is sure."""
    first, second, year = int(found[1]), int(found[2]), found[3]
    if first <= 12 and second <= 12 and first != second:
        return PeriodStretch(found.end(), year, hint=True)
    month, day = (second, first) if first > 12 else (first, second)
    return PeriodStretch(found.end(), f"{year}-{month:02}-{day:02}")


def _fiscal(found: re.Match[str]) -> PeriodStretch:
    """FY24, FY2024/25."""
    first, second = (int(year[-2:]) if year else None for year in (found["a"], found["b"]))
    assert first is not None
    if second != (first + 1) % 100:
        return PeriodStretch(found.end("a"), f"20{first:02}")
    return PeriodStretch(found.end(), f"20{first:02}/20{second:02}")


def _years(found: re.Match[str], lower: str) -> PeriodStretch | None:
    first, second = found["a"], found["b"]
    second = first[:2] + second if len(second) == 2 else second
    if first >= second:
        return None
    if found["both"] is not None and not lower.endswith("between ", 0, found.start()):
        return None
    return PeriodStretch(found.end(), f"{first}/{second}")


def _nth(text: str) -> int:
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
    number = _nth(name) if name[0].isdigit() else ORDINALS.get(name)
    if not number or not (other := found["also"]):
        return PeriodStretch(found.end(), f"FYP{number}") if number else None
    second = _nth(other) if other[0].isdigit() else ORDINALS.get(other)
    return PeriodStretch(found.end("n"), f"FYP{number}", also=((found.start("also"), found.end(), f"FYP{second}"),))


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
        if number > 2 or (not year and (_OF_ELSE.match(lower, found.end()) or _of_match(lower, at))):
            return None
        return PeriodStretch(found.end(), f"{year}H{number}")
    if other := found["also"]:
        return PeriodStretch(
            found.end("n"), f"{year}Q{number}", also=((found.start("also"), found.end(), f"{year}Q{_NTHS[other]}"),)
        )
    return PeriodStretch(found.end(), f"{year}Q{number}")


_MATCH = Pattern(
    r"\b(?:goals?|match|team|teams|league|cup|half-time|striker|coach|penalty|scored|scoring|kick-off|midfielder|defender"
    r"|goalkeeper|touchdown|minutes? into|referee|converted|reds?|rangers|side)\b"
)


def _of_match(lower: str, at: int) -> bool:
    """Whether a half is one of a match: a goal, a team or a coach is near."""
    return _MATCH.search(lower, max(0, at - 120), at + 120) is not None


_OF_ELSE = Pattern(r"\sof\s(?!(?:the\s|this\s|last\s)?(?:fiscal\s)?year|[0-9])")
