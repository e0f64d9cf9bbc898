"""What the times of two figures say of them: what a change is against, the years between, whether they meet."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reportgen.numbers import Basis, Period
from reportgen.numbers.model.period import plan_years

_FIELDS = ("quarter", "half", "month", "day", "first_quarters", "months")
"""What tells a period's place in its year."""


def comparison(now: Period, before: Period) -> tuple[Basis, Period | None]:
    """The basis of a change from one time to another, and the time itself where the basis does not tell it."""
    if now.year is None or before.year is None:
        return "period", _plain(before)
    years = now.year - before.year
    same = all(getattr(now, name) == getattr(before, name) for name in _FIELDS)
    if is_moment(now) and is_moment(before) and years == 1 and is_years_end(before):
        return "prev_year_end", None
    if same and years == 1 and now.eop == before.eop:
        return ("yoy" if _part_of_year(now) else "prev_year"), None
    if same and years > 1 and _part_of_year(now) and not now.eop and now.day is None:
        return "same_period", Period(year=before.year)
    if _follows(now.quarter, before.quarter, 4, years):
        return "qoq", None
    if now.day is None and before.day is None and _follows(now.month, before.month, 12, years):
        return "mom", None
    return "period", _plain(before)


def _plain(period: Period) -> Period:
    """The time compared with, as it is told behind 比 and from: without 截至."""
    return replace(period, as_of=False)


def _part_of_year(period: Period) -> bool:
    return any(getattr(period, name) is not None for name in _FIELDS)


def _follows(now: int | None, before: int | None, most: int, years: int) -> bool:
    """Whether one quarter or month comes right after another."""
    if now is None or before is None:
        return False
    return now + most * years == before + 1


def is_moment(period: Period) -> bool:
    """Whether something is counted at that time, not over it."""
    return period.as_of or period.eop or period.day is not None


def is_years_end(period: Period) -> bool:
    """Whether it is the last moment of a year."""
    return is_moment(period) and period.year is not None and last_day(period) == date(period.year, 12, 31)


def alike(now: Period, before: Period) -> bool:
    """Whether figures over the two can be held against each other: no stretches of different lengths."""
    return is_moment(now) or is_moment(before) or months_of(now) == months_of(before)


def months_of(period: Period) -> int | None:
    """How many months a stretch has; None where no calendar tells."""
    start, end = first_day(period), last_day(period)
    return None if start is None or end is None else 12 * (end.year - start.year) + end.month - start.month + 1


def later(now: Period, before: Period) -> bool:
    """Whether the first time ends after the second; where that cannot be told, it may."""
    first, second = last_day(now), last_day(before)
    return first is None or second is None or first > second


def meet(one: Period, other: Period) -> bool:
    """Whether two times have a day in common; where that cannot be told, they may."""
    spans = [(first_day(period), last_day(period)) for period in (one, other)]
    (start, end), (first, last) = spans
    if start is None or end is None or first is None or last is None:
        return True
    return start <= last and first <= end


def years_between(now: Period, before: Period) -> Decimal | None:
    """How many years lie between the ends of two times, exactly where they end on the same day of the year."""
    end, start = last_day(now), last_day(before)
    if end is None or start is None:
        return None
    if is_month_end(end) and is_month_end(start):
        return Decimal(12 * (end.year - start.year) + end.month - start.month) / 12
    if (end.month, end.day) == (start.month, start.day):
        return Decimal(end.year - start.year)
    return Decimal((end - start).days) / Decimal("365.25")


def is_month_end(day: date) -> bool:
    """Whether a day is the last of its month."""
    return day.day == monthrange(day.year, day.month)[1]


def first_day(period: Period) -> date | None:
    """The day a time starts on: its end for what is an end; None where no calendar tells."""
    if period.eop:
        return last_day(period)
    if period.start is not None:
        return first_day(period.start)
    months = _months(period)
    return date(months[0], months[1], period.day or 1) if months else None


def last_day(period: Period) -> date | None:
    """The day a time ends on; None where no calendar tells."""
    if period.end is not None:
        return last_day(period.end)
    months = _months(period)
    if months is None:
        return None
    _, _, year, month = months
    return date(year, month, period.day or monthrange(year, month)[1])


def _months(period: Period) -> tuple[int, int, int, int] | None:
    """The year and month in which a time starts, and those in which it ends."""
    if period.fyp is not None:
        first, last = plan_years(period.fyp)
        return first, 1, last, 12
    if period.decade is not None:
        return period.decade, 1, period.decade + 9, 12
    year = period.year
    if year is None:
        return None
    match period:
        case Period(month=int(month)):
            return year, month, year, month
        case Period(months=(start, end)):
            return year, start, year, end
        case Period(first_quarters=int(count)):
            return year, 1, year, 3 * count
        case Period(quarter=int(quarter)):
            return year, 3 * quarter - 2, year, 3 * quarter
        case Period(half=int(half)):
            return year, 6 * half - 5, year, 6 * half
        case _:
            return year, 1, year, 12
