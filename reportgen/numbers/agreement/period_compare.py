"""Compares periods by their codes: Q1 is January to March, the first nine months are the first three quarters."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from reportgen.numbers.agreement.comparison import DIFFERENT, ERROR, NEAR, OTHER, SAME, SLIP, UNDATED, Verdict
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.period import plan_years


class PeriodSpan(NamedTuple):
    """From the first to the last month or day of a period; None where the text does not say."""

    year: str | None
    first: tuple[int | None, int | None]
    last_year: str | None
    last: tuple[int | None, int | None]


_SINGLE = Pattern(
    r"(?P<year>[0-9]{4})?-?(?:Q(?P<q>[1-4])|H(?P<h>[12])|(?:-?(?P<m>(?<=-)[0-9]{2}))?(?:-(?P<d>[0-9]{2}))?)?"
)


@lru_cache(maxsize=4096)
def span(code: str) -> PeriodSpan | None:
    """The span of a code that stands in the calendar; None for decades and plans."""
    if code[:1] == "F" or code[-1:] == "s":
        return None
    first, _, last = code.partition("/")
    one, two = _single(first), _single(last or first)
    return PeriodSpan(one.year, one.first, two.last_year, two.last) if one and two else None


def _single(code: str) -> PeriodSpan | None:
    if code.startswith("---"):
        return PeriodSpan(None, (None, int(code[3:])), None, (None, int(code[3:])))
    found = _SINGLE.fullmatch(code)
    if not found:
        return None
    year = found["year"]
    if quarter := found["q"]:
        return PeriodSpan(year, (int(quarter) * 3 - 2, None), year, (int(quarter) * 3, None))
    if half := found["h"]:
        return PeriodSpan(year, (int(half) * 6 - 5, None), year, (int(half) * 6, None))
    month, day = found["m"], found["d"]
    stand = (int(month) if month else None, int(day) if day else None)
    return PeriodSpan(year, stand, year, stand)


@lru_cache(maxsize=4096)
def compare_spans(zh: str, en: str) -> Verdict | None:
    """Whether two codes name one time; UNDATED where only one side tells the year."""
    if zh == en:
        return SAME
    one, two = span(zh), span(en)
    if one is None or two is None:
        return _named(zh, en)
    years = (one.year, one.last_year), (two.year, two.last_year)
    same_year = all(a == b for a, b in zip(*years, strict=True) if a and b)
    if (one.first, one.last) == (two.first, two.last):
        if one.first == (None, None):
            return Verdict(NEAR, ERROR, "year")
        if not same_year:
            return Verdict(SLIP, ERROR, "year")
        return SAME if years[0] == years[1] else UNDATED
    if _day_alone(one, two) or _day_alone(two, one):
        return Verdict(0.7)
    bare = (None, None) in (one.first, two.first)
    if bare and not (one.year and two.year):
        return None
    return Verdict((NEAR if same_year else OTHER) + bare, ERROR, "period")


def _day_alone(alone: PeriodSpan, full: PeriodSpan) -> bool:
    """11日 for July 11."""
    return alone.first[0] is None and alone.first[1] is not None and alone.first[1] in (full.first[1], full.last[1])


def _named(zh: str, en: str) -> Verdict | None:
    """Plans and decades: the 14th Five-Year Plan is 2021 to 2025."""
    if zh[:3] == en[:3] == "FYP" or (zh[-1] == en[-1] == "s"):
        return Verdict(SLIP, ERROR, "period")
    for plan, years in ((zh, en), (en, zh)):
        if plan.startswith("FYP") and plan[3:].isdigit():
            first, last = plan_years(int(plan[3:]))
            if years == f"{first}/{last}":
                return Verdict(0.5)
            if years in (str(first), str(last)):
                return Verdict(DIFFERENT + OTHER, ERROR, "period")
    return None
