"""Times on an axis of Word: days as it counts them, and whether times stand evenly."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

_FIRST = date(1899, 12, 30)
"""The day before Word's first, so counted that days after February 1900 have their numbers."""

_ODD = Decimal("0.04")
"""How much two steps may differ in shares of the longer: months and quarters are not equally long."""

_FORMATS = {"zh": ('yyyy"年"', 'yyyy"年"m"月"'), "en": ("yyyy", "mmm yyyy")}
"""Number formats of a date by language: over several years, and within a few."""

_OF_ANY = ("yyyy", "yyyy-mm")
"""The same for a language of which nothing is known: without words."""

_YEARS = 4


def serial(when: Decimal) -> Decimal:
    """The number of the day at a place on an axis of years: 2008.25 is the first of April."""
    year = int(when)
    start = date(year, 1, 1)
    days = int((when - year) * ((date(year + 1, 1, 1) if year < date.max.year else date.max) - start).days)
    return Decimal((start + timedelta(days=days) - _FIRST).days)


def evenly(times: Sequence[Decimal]) -> bool:
    """Whether times stand in equal steps."""
    steps = [after - before for before, after in pairwise(times)]
    return not steps or max(steps) - min(steps) <= _ODD * max(steps)


def date_format(language: str, span: Decimal) -> str:
    """How an axis of so many years prints its dates."""
    long, short = _FORMATS.get(language, _OF_ANY)
    return long if span > _YEARS else short
