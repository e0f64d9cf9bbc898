"""Times as content files write them (2025-Q1, end-2024, 2008-03, or as printed), and their place on an axis."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import Decimal

from reportgen.messages import msg
from reportgen.numbers import FigureError, Period, read, read_period

END = "end-"
EXPECTED = msg(
    "write 2025, 2025-Q1, 2025-H2, 2025-03, 2025-03-31, 2021/2025, end-2024, or the time as a text prints it"
)


def read_when(text: str, *, as_of: bool = False) -> Period:
    """The time that `text` names, by code or as printed. ValueError for anything else."""
    period = _code(text) or _printed(text)
    return replace(period, as_of=True) if as_of else period


def _code(text: str) -> Period | None:
    """The period of a code; `end-` before it means its last day."""
    try:
        period = read_period(text.removeprefix(END))
    except FigureError:
        return None
    return replace(period, eop=True) if text.startswith(END) else period


def _printed(text: str) -> Period:
    try:
        period = read(text)
    except FigureError:
        period = None
    if not isinstance(period, Period):
        raise ValueError(msg("'{text}' is no time", text=text))
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
