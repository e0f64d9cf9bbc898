"""Times as content files write them (2025-Q1, end-2024, 2008-03, or as printed), and their place on an axis."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reportgen.content.source import Scalar
from reportgen.numbers import FigureError, Period, quantity, read

_CODE = re.compile(
    r"(?P<end>end-)?(?P<year>\d{4})"
    r"(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?))?",
    re.ASCII,
)
EXPECTED = "write 2025, 2025-Q1, 2025-H2, 2025-03, 2025-03-31, 2021/2025, end-2024, or the time as a text prints it"


def read_when(text: Scalar, *, as_of: bool = False) -> Period:
    """The time that `text` names, by code or as printed. ValueError for anything else."""
    start, slash, end = text.partition("/")
    period = _span(start, end) if slash else _code(text) or _printed(text)
    return replace(period, as_of=True) if as_of else period


def _span(start: str, end: str) -> Period:
    """A stretch from one code to another; the first quarters of one year are told as such."""
    first, last = _code(start), _code(end)
    if first is None or last is None:
        raise ValueError(f"'{start}/{end}' is no stretch of time")
    if first.quarter == 1 and last.quarter and first.year == last.year:
        return _period(year=str(first.year), first_quarters=str(last.quarter))
    if first.month and last.month and first.year == last.year and not (first.day or last.day):
        return _period(year=str(first.year), months=[str(first.month), str(last.month)])
    return _period(**{"from": start, "to": end})


def _code(text: str) -> Period | None:
    found = _CODE.fullmatch(text)
    if not found:
        return None
    fields = {key: value for key in ("year", "quarter", "half", "month", "day") if (value := found[key])}
    return _period(**fields, **({"eop": True} if found["end"] else {}))


def _printed(text: Scalar) -> Period:
    try:
        period = read(text)
    except FigureError:
        period = None
    if not isinstance(period, Period):
        raise ValueError(f"'{text}' is no time")
    return period


def _period(**fields: object) -> Period:
    try:
        period = quantity({"kind": "date", **fields})
    except FigureError as error:
        raise ValueError(str(error)) from error
    assert isinstance(period, Period)
    return period


def iso_date(period: Period) -> str | None:
    """A whole day as ISO 8601, or None for any other period."""
    if not (period.year and period.month and period.day):
        return None
    return date(period.year, period.month, period.day).isoformat()


def years(period: Period) -> Decimal | None:
    """The period's place on a time axis, in years: its last day when it is an end, its start for a year, its middle
    for a month or quarter. None for times that no axis holds (a plan, a decade)."""
    if period.end is not None:
        return years(period.end)
    if period.year is None:
        return None
    year = Decimal(period.year)
    if period.eop:
        month = period.month or 3 * (period.quarter or 0) or 6 * (period.half or 0) or 12
        return year + Decimal(month) / 12
    if period.day and period.month:
        return year + (Decimal(period.month - 1) + Decimal(period.day) / monthrange(period.year, period.month)[1]) / 12
    if period.month:
        return year + (Decimal(period.month) - Decimal("0.5")) / 12
    if period.quarter:
        return year + (Decimal(period.quarter) - Decimal("0.5")) / 4
    return year
