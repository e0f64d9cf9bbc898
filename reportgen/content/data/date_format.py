"""What a cell shows of a date, and dates from the serial numbers that a workbook holds."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from reportgen.content.data.format_code import without_words

_DATE_TOKEN = re.compile(r'"([^"]*)"|\\(.)|(\[\$[^\]]*\]|;@|@)|([yY]+|[mM]+|[dD]+)|([-/. ,\u0080-\uffff])')
_DAY = 86_400
_LAST = 2_958_466
"""The day after 9999-12-31, the last that a workbook knows."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def date_of(serial: Decimal, *, since_1904: bool) -> datetime | None:
    """The moment that a serial number of days tells, to the second; None where it tells none.

    Excel takes 1900 for a leap year, as Lotus did: days before 1900-03-01 stand one later than they should.
    """
    if not 0 <= serial < _LAST:
        return None
    seconds = int((serial * _DAY).to_integral_value())
    if since_1904:
        return datetime(1904, 1, 1) + timedelta(seconds=seconds)
    first = datetime(1899, 12, 31) if serial < 60 else datetime(1899, 12, 30)
    return first + timedelta(seconds=seconds)


def iso_as_shown(value: datetime, code: str) -> str:
    """ISO 8601, as much of it as the format shows; a time of day where it shows only that."""
    letters = without_words(code).casefold()
    if not re.search("[yde]|aaa|m", re.sub("h[^a-z]*m+|m+[^a-z]*s", "", letters)):
        return value.time().isoformat()
    if value.time() != datetime.min.time() and re.search("[hs]", letters):
        return value.isoformat(" ")
    year = "y" in letters or "e" in letters
    kept = 10 if "d" in letters or "aaa" in letters or not ("m" in letters or year) else 7 if "m" in letters else 4
    return value.date().isoformat()[:kept]


def date_as_shown(value: datetime, code: str) -> str:
    """A date as a format shows it that puts the year first, says 年 and 月, or the month by name; empty for others."""
    letters = without_words(code).casefold()
    if "mmm" in letters:
        day, year = str(value.day) if "d" in letters else "", str(value.year) if "y" in letters else ""
        return " ".join(filter(None, (day, _MONTHS[value.month - 1], year)))
    if not re.match(r"(?:\[[^\]]*\])*(?:yyyy|m+\"?月)", code, re.IGNORECASE):
        return ""
    told: list[str] = []
    at = 0
    while at < len(code):
        token = _DATE_TOKEN.match(code, at)
        if token is None:
            return ""
        at = token.end()
        quoted, escaped, _, letters, literal = token.groups()
        told.append(_part(value, letters.casefold()) if letters else quoted or escaped or literal or "")
    return "".join(told)


def _part(value: datetime, letters: str) -> str:
    number = {"y": value.year, "m": value.month, "d": value.day}[letters[0]]
    return f"{number:0{2 if len(letters) > 1 else 1}d}"
