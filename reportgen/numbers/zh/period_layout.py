"""How periods are said in Chinese: 2025年一季度, 截至2024年底, 2021—2025年, “十四五”时期."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.model.period import Period
from reportgen.numbers.model.style import HOUSE, FigureStyle, Pieces
from reportgen.numbers.zh import words as zh
from reportgen.numbers.zh.numerals import hanzi


def period(period: Period, style: FigureStyle) -> Pieces:
    """A period in Chinese, with 截至 before a date as of which something holds."""
    text = _text(period, style)
    if period.relative is not None:
        text = zh.RELATIVE_YEARS[period.relative][period.eop]
    elif period.eop:
        text = text.removesuffix("时期") + ("底" if _is_year(period) else "末")
    return [("other", ("截至" if period.as_of else "") + text)]


def tick(period: Period, dated: bool) -> str:
    """A month or a quarter along an axis of time: 2025年1月、2；2025年一季度、二季度."""
    if dated:
        return _text(period, HOUSE)
    return zh.QUARTERS[period.quarter - 1] if period.quarter else f"{period.month}"


def _is_year(period: Period) -> bool:
    return period.year is not None and not _within(period, HOUSE)


def _text(period: Period, style: FigureStyle) -> str:
    if period.start is not None and period.end is not None:
        return _run(period.start, period.end, style)
    if (decade := period.decade) is not None:
        return f"{decade // 100 + 1}世纪{decade % 100 or '00'}年代"
    if period.fyp is not None:
        return zh.PLAN.format(hanzi(Decimal(period.fyp))) + "时期"
    return _year(period) + _within(period, style)


def _year(period: Period) -> str:
    return "" if period.year is None else f"{period.year}年"


def _within(period: Period, style: FigureStyle) -> str:
    """The part of the year: 一季度, 上半年, 前三季度, 1—9月, 6月30日; nothing for the whole."""
    if (quarter := period.quarter) is not None:
        return ("第" if style.ordinal_quarter else "") + zh.QUARTERS[quarter - 1]
    if period.half is not None:
        return zh.HALVES[period.half - 1]
    if (last := period.first_quarters) is not None:
        return f"前{'两' if last == 2 else zh.DIGITS[last]}{'个' if last == 2 else ''}季度"
    if period.months is not None:
        return f"{period.months[0]}{_mark(style)}{period.months[1]}月"
    if period.month is not None:
        return f"{period.month}月" + ("" if period.day is None else f"{period.day}日")
    return ""


def _run(start: Period, end: Period, style: FigureStyle) -> str:
    """From one period to another, what both share said once: 2021—2025年, 2025年3月1—5日, 2024年10月—2025年3月."""
    mark = _mark(style)
    if start.quarter is None and start.half is None and start.month is None:
        return f"{start.year}{'年' if style.range_word else ''}{mark}{end.year}年"
    if start.year != end.year:
        return _text(start, style) + mark + _text(end, style)
    if start.day is not None and start.month == end.month:
        return f"{_year(start)}{start.month}月{start.day}{mark}{end.day}日"
    return _text(start, style) + mark + _within(end, style)


def _mark(style: FigureStyle) -> str:
    return zh.RANGE_MARKS["word" if style.range_word else "time"]
