"""Chinese numerals for any number, written and read: 一千二百, 两百, 一亿五千万, 六点五, 七八十."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from reportgen.numbers.grammar.numerals import EXACT
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


# ---- reading ----

HAN_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "○": 0}
HAN_POWERS = {"十": 1, "百": 2, "千": 3}


@lru_cache(maxsize=4096)
def han(text: str) -> Decimal | None:
    """The value of a Chinese numeral, None where the characters make no number: 一万二千, 二〇二五, 三点五, 百亿."""
    whole, point, part = text.partition("点")
    if point:
        value, places = han(whole), [HAN_DIGITS.get(character) for character in part]
        if value is None or not places or None in places:
            return None
        return value + Decimal(int("".join(map(str, places)))).scaleb(-len(places), EXACT)
    if all(character in HAN_DIGITS for character in text):
        plain = len(text) == 1 or (len(text) > 2 and ("〇" in text or "零" in text or "○" in text or len(text) == 4))
        return Decimal("".join(str(HAN_DIGITS[character]) for character in text)) if text and plain else None
    return _han_scaled(text)


def _han_scaled(text: str) -> Decimal | None:
    """亿 and 万 are tried from the right: what stands before the last of the largest multiplies it."""
    for name, power in (("亿", 8), ("万", 4)):
        before, found, after = text.rpartition(name)
        if not found:
            continue
        if name == "万" and "亿" in after:
            continue
        head = han(before) if before else Decimal(1)
        tail = _han_tail(after, power)
        return None if head is None or tail is None else head.scaleb(power, EXACT) + tail
    return _han_thousands(text)


def _han_tail(text: str, power: int) -> Decimal | None:
    """What follows a scale; a single digit is a tenth of it, as in 一万二."""
    if not text:
        return Decimal(0)
    if len(text) == 1 and text in HAN_DIGITS:
        return Decimal(HAN_DIGITS[text]).scaleb(power - 1)
    value = han(text.lstrip("零〇"))
    return None if value is None or value >= 10**power else value


def _han_thousands(text: str) -> Decimal | None:
    """A numeral below ten thousand made of digits and 千, 百, 十."""
    total, digit, last, zero = 0, None, 4, False
    for character in text:
        if character in HAN_POWERS:
            power = HAN_POWERS[character]
            if power >= last:
                return None
            total += (1 if digit is None else digit) * 10**power
            digit, last, zero = None, power, False
        elif digit is None:
            digit = HAN_DIGITS[character]
            if digit == 0:
                digit, zero = None, True
        else:
            return None
    if digit is not None:  # 三百五 is 350, 三百零五 is 305
        total += digit * (10 ** (last - 1) if 1 < last < 4 and not zero else 1)
    return Decimal(total)


@lru_cache(maxsize=1024)
def han_span(text: str) -> tuple[Decimal, Decimal] | None:
    """Two neighboring digits said at once: 三四 is 3 to 4, 七八十 is 70 to 80, 三五百 is 300 to 500."""
    for index in range(len(text) - 1):
        first, second = HAN_DIGITS.get(text[index], 0), HAN_DIGITS.get(text[index + 1], 0)
        if first and (second == first + 1 or (first, second) == (3, 5)):
            low = han(text[: index + 1] + text[index + 2 :])
            high = han(text[:index] + text[index + 1 :])
            return (low, high) if low is not None and high is not None and low < high else None
    return None
