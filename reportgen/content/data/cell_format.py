"""Number formats of cells: which show dates, and what a simple one makes of a number or a date.

A format that is not simple (fractions, exponents, conditions, digits parted by words) is not followed: the number is
told in full, which says the same. No figure is written by this: it is what Excel shows, of a workbook that is read.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

CHINESE_DATES = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    **dict.fromkeys((32, 34, 55), 'h"时"mm"分"'),
    **dict.fromkeys((33, 35, 56), 'h"时"mm"分"ss"秒"'),
}
"""The built-in formats of a Chinese Excel that stand in a file by number only (ECMA-376 part 1, 18.8.30)."""

_WORDS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATE = re.compile(r"[-/.,: ;@]*(?:e+|aaaa?)(?:[-/.,: ;@]*(?:[emd]+|aaaa?))*[-/.,: ;@]*", re.IGNORECASE)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|(?P<color>\[[A-Za-z]+\d*\])|(?P<room>[_*].)'
    r"|(?P<digits>[0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+,*)|(?P<percent>%)|(?P<literal>[-+()$ :¥€£\u0080-\uffff])"
)
_DATE_TOKEN = re.compile(r'"([^"]*)"|\\(.)|(\[\$[^\]]*\]|;@|@)|([yY]+|[mM]+|[dD]+)|([-/. ,\u0080-\uffff])')
_SECTIONS = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_GENERAL = 11
"""How many digits a cell without a format has room for."""


def without_words(code: str) -> str:
    """A format without its literal words, colors and conditions."""
    return _WORDS.sub("", code)


def shows_date(code: str) -> bool:
    """Whether a format shows a date that openpyxl takes for a number: by a list of a Chinese Excel, e年, aaaa."""
    return code in CHINESE_DATES.values() or _DATE.fullmatch(without_words(code)) is not None


# ---- numbers ---------------------------------------------------------------------------------


def number_as_shown(value: Decimal, code: str) -> str:
    """A number as its format shows it."""
    sections = [each for each in _SECTIONS.findall(code)[:3] if each] if code.casefold() != "general" else []
    if sections:
        section = sections[_section(value, len(sections))]
        told = _laid_out(abs(value), section)
        if told is not None:
            bare = value < 0 and not any(sign in told for sign in "-(\u2212")
            return f"-{told}" if bare and any("1" <= digit <= "9" for digit in told) else told
    if "%" in without_words(code):
        return f"{_plain(value * 100)}%"
    return _plain(value)


def _section(value: Decimal, count: int) -> int:
    if value < 0 and count > 1:
        return 1
    return 2 if value == 0 and count > 2 else 0


def _plain(value: Decimal) -> str:
    """All its digits, as many as a cell has room for where it is a fraction."""
    if value != value.to_integral_value():
        value = Context(prec=_GENERAL, rounding=ROUND_HALF_UP).plus(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _laid_out(value: Decimal, section: str) -> str | None:
    """A number above zero by one section of a format; None where the section is not simple."""
    told: list[str] = []
    digits, percent, at = "", 0, 0
    while at < len(section):
        token = _TOKEN.match(section, at)
        if token is None or (token["digits"] and digits):
            return None
        at = token.end()
        if token["digits"]:
            digits = token["digits"]
            told.append("\0")
        elif token["percent"]:
            percent += 1
            told.append("%")
        else:
            told.append(token["quoted"] or token["escaped"] or token["currency"] or token["literal"] or "")
    number = _digits(value.scaleb(2 * percent, _WIDE), digits) if digits else ""
    return "".join(told).replace("\0", number).strip()


def _digits(value: Decimal, spec: str) -> str:
    body = spec.rstrip(",")
    whole, _, fraction = body.partition(".")
    value = value.scaleb(-3 * (len(spec) - len(body)), _WIDE)
    rounded = value.quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP, _WIDE)
    integer, _, decimals = format(rounded, "f").partition(".")
    integer = integer.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole:
        integer = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", integer)
    for place in range(len(fraction) - 1, -1, -1):
        if fraction[place] != "#" or decimals[place] != "0":
            break
        decimals = decimals[:place]
    return f"{integer or ('0' if not decimals else '')}{'.' if decimals else ''}{decimals}"


# ---- dates -----------------------------------------------------------------------------------


def date_as_shown(value: date, code: str) -> str:
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


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _part(value: date, letters: str) -> str:
    number = {"y": value.year, "m": value.month, "d": value.day}[letters[0]]
    return f"{number:0{2 if len(letters) > 1 else 1}d}"
