"""How periods are said in English: Q1 2025, as of end-2024, 2021–2025, the 14th Five-Year Plan period (2021–2025)."""

from __future__ import annotations

from reportgen.numbers.en import words as en
from reportgen.numbers.model.period import Period, plan_years
from reportgen.numbers.model.style import FigureStyle, Pieces

NBSP = "\u00a0"


def period(period: Period, style: FigureStyle) -> Pieces:
    """A period in English, with "as of" before a date as of which something holds."""
    text = _text(period, style)
    if period.eop:
        # "end-2024" is for whole years and months; the end of a quarter is said in full
        short = period.as_of and not style.long_period and not _is_part(period) and not period.relative
        text = f"end-{text}" if short else f"the end of {text}"
    return [("other", f"as of {text}" if period.as_of else text)]


def tick(period: Period, dated: bool) -> str:
    """A month or a quarter along an axis of time: Jan 2025, Feb; Q1 2025, Q2."""
    part = f"Q{period.quarter}" if period.quarter else en.MONTHS[period.month or 0][:3]
    return f"{part}{NBSP}{period.year}" if dated else part


def _is_part(period: Period) -> bool:
    return period.month is None and (period.year is None or _part(period) is not None)


def _text(period: Period, style: FigureStyle) -> str:
    if period.start is not None and period.end is not None:
        return _run(period.start, period.end, style)
    if period.relative is not None:
        return f"{period.relative} year"
    if period.decade is not None:
        return f"the {period.decade}s"
    if (fyp := period.fyp) is not None:
        first, last = plan_years(fyp)
        plan = f"the {_ordinal(fyp)} Five-Year Plan period"
        return plan if period.eop else f"{plan} ({first}–{last})"
    if period.month is not None or period.months is not None:
        return _month(period, style)
    return _in_year(period, style)


def _ordinal(number: int) -> str:
    return f"{number}" + ("th" if 10 < number % 100 < 14 else en.ORDINAL_SUFFIXES.get(number % 10, "th"))


def _part(period: Period) -> tuple[str, str] | None:
    """The part of the year, short and long: Q1, the first quarter."""
    if (quarter := period.quarter) is not None:
        return f"Q{quarter}", f"the {en.ORDINALS[quarter]} quarter"
    if (half := period.half) is not None:
        return f"H{half}", f"the {en.ORDINALS[half]} half"
    if (last := period.first_quarters) is not None:
        words = f"the first {en.SMALL[last]} quarters"
        return words, words
    return None


def _in_year(period: Period, style: FigureStyle) -> str:
    part = _part(period)
    if part is None:
        return f"{period.year}"
    short, long = part
    if style.long_period or short == long:
        return long if period.year is None else f"{long} of {period.year}"
    return short if period.year is None else f"{short}{NBSP}{period.year}"


def _month(period: Period, style: FigureStyle) -> str:
    """March 2025; March 31, 2025 or 31 March 2025; January–September 2025."""
    year = _year(period)
    if period.months:
        first, last = (en.MONTHS[month] for month in period.months)
        return f"{first}{_mark(style)}{last}{year}"
    month = en.MONTHS[period.month or 0]
    if period.day is None:
        return month + year
    return _dated(month, f"{period.day}", year, style)


def _year(period: Period) -> str:
    return "" if period.year is None else f" {period.year}"


def _dated(month: str, days: str, year: str, style: FigureStyle) -> str:
    if style.uk_date:
        return f"{days}{NBSP}{month}{year}"
    return f"{month}{NBSP}{days}" + (f",{year}" if year else "")


def _run(start: Period, end: Period, style: FigureStyle) -> str:
    """From one period to another, what both share said once: 2021–2025, Q2–Q3 2025, March 1–5, 2025."""
    mark = _mark(style)
    if start.year != end.year:
        return _text(start, style) + mark + _text(end, style)
    if start.day is not None and start.month == end.month:
        month = en.MONTHS[start.month or 0]
        return _dated(month, f"{start.day}{mark}{end.day}", _year(start), style)
    return _text(_yearless(start), style) + mark + _text(end, style)


def _yearless(period: Period) -> Period:
    return Period(quarter=period.quarter, half=period.half, month=period.month, day=period.day)


def _mark(style: FigureStyle) -> str:
    return en.RANGE_MARKS["word" if style.range_word else "sign"]
