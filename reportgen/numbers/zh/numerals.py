"""Chinese numerals for any number: 一千二百, 两百, 一亿五千万, 六点五."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from reportgen.numbers.zh.words import DIGITS, POWERS


def hanzi(value: Decimal) -> str:
    """A number of zero or more as it is read; 两 leads before 百, 千, 万 and 亿."""
    whole, _, decimals = format(value, "f").partition(".")
    text = _whole(whole.lstrip("0")) or DIGITS[0]
    text = text.removeprefix("一") if text.startswith("一十") else text
    text = "两" + text[1:] if text[0] == "二" and text[1:2] in ("百", "千", "万", "亿") and text[1:2] else text
    return text + "点" + "".join(DIGITS[int(digit)] for digit in decimals) if decimals else text


def counted(value: Decimal) -> str:
    """The same before a measure word or a unit: 两家, 十二家."""
    text = hanzi(value)
    return "两" if text == "二" else text


def _whole(digits: str) -> str:
    """Digits without leading zeros, read in groups of eight and four; a 零 where places are skipped."""
    if len(digits) <= 4:
        return _group(int(digits or "0"))
    split, name = (4, "万") if len(digits) <= 8 else (8, "亿")
    head, rest = digits[:-split], digits[-split:].lstrip("0")
    gap = DIGITS[0] if rest and len(rest) < split else ""
    return _whole(head) + name + gap + _whole(rest)


@cache
def _group(number: int) -> str:
    """One to 9999: 一十二, 一百零五, 一千二百; nothing for zero."""
    text, skipped = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            text += (DIGITS[0] if skipped and text else "") + DIGITS[digit] + POWERS[power]
        skipped = not digit
    return text
