"""The general English figure: `[qualifier] [currency] number [scale] [unit] [or so]`, and ranges of it.

What it says, by what stands behind the number: `figure_kinds`. Figures of a shape of their own (one third, doubled,
dozens of): `rules`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from reportgen.numbers.en.figure_kinds import RATED, EnglishReading, is_negative, spaced, typed
from reportgen.numbers.en.left_context import left_of
from reportgen.numbers.en.letter_scales import is_scale
from reportgen.numbers.en.masks import lettered
from reportgen.numbers.en.number_patterns import LARGE, number_at, value_of
from reportgen.numbers.en.reading_words import (
    AFTER,
    CASED,
    CURRENCY_SIGNS,
    GAP,
    LETTER_SCALES,
    MULTIPLIED,
    SCALES,
    VERBS,
)
from reportgen.numbers.grammar.numerals import power_at, scaled
from reportgen.numbers.grammar.parts import Left
from reportgen.numbers.grammar.patterns import any_of, words
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern

_JOINED = Pattern(
    rf"(-? (?:to|and|or) | ?[–~-] ?)(?P<minus>minus |[+−-](?=[^\s]))?"
    rf"(?P<currency>{any_of(CURRENCY_SIGNS)} ?)?(?=[0-9a-z])"
)
_AFTER = Pattern(rf" ({any_of((word for word in AFTER if word[0].isalpha()), GAP)})\b(?!-|\sthan\b)")
_CODE = Pattern(r"(?:\s[0-9]{3,4}(?![0-9.,%]))*")
_POINT = Pattern(r"(?:^|[\s($£€¥+−–<>~])\.$")  # of a number without a zero before it
_RAISED = frozenset("×*x")


_PER_MANY = Pattern("per 10{2,3}(?:,000){0,2}|per 10{4,8}")


def general(run: TextScan, at: int) -> ScanStep | None:
    """The figure that begins with the number at a place; None where there is none."""
    lower = run.lower
    found = number_at(lower, at)
    low = value_of(found[0]) if found else None
    if found is None or low is None:
        return None
    number, bare = found[0], found.end()
    if number.isdigit() and lower[at - 1 : at] == "." and _POINT.search(lower, max(0, at - 2), at):  # .08%
        at, number = at - 1, f".{number}"
        low = Decimal(number)
    if number[0] == "0" and number[1:2].isdigit():
        rest_of_code = _CODE.match(lower, bare)
        return None, rest_of_code.end() if rest_of_code else bare  # 007, 0800 555 111: a code
    start = at
    if number[0] in "htdmb" and lower.endswith("a ", run.floor, at):  # a hundred, a dozen
        start = at - 2
    if number in ("thousand", "hundred") and start == at and lower[at - 1 : at] == "(":
        return None, bare  # employees (thousand)
    if number == "0" and lower[bare : bare + 1] == "x":
        return None, bare + 1  # 0x
    if number in LARGE and (start == at or lower.endswith(("of ", "in "), 0, start)):
        return None, bare  # per million people, a quarter of a million, one in a million
    if number[0] == "1" and len(number) > 2 and _PER_MANY.fullmatch(lower, max(0, at - 4), bare):
        return None, bare  # the number of people per 100,000 rose
    left = left_of(lower, start, run.floor)
    if (lower[bare : bare + 1] in _RAISED or lower[bare + 1 : bare + 2] in _RAISED) and (
        raised := power_at(lower, bare)
    ):  # 4.3×10⁶
        low, bare = scaled(low, raised[0]), raised[1]
    rest = run.tails.rest.match(lower, bare)
    assert rest is not None, "all of it may be absent"
    made = _followed(run, at, bare, number, low, left, rest)
    power, following = made.power, lower[made.end : made.end + 1]
    if left.sign and is_negative(run, made):
        made.low = -made.low
    if following and following in " –~-":
        if joined := _JOINED.match(lower, made.end):
            _range(run, made, joined)
        if after := _AFTER.match(lower, made.end):
            made.after, made.end = after[1], after.end()
    if made.high is None and power:
        made.low = scaled(made.low, power)
    return _judged(run, made)


def _followed(
    run: TextScan, at: int, bare: int, number: str, low: Decimal, left: Left, rest: re.Match[str]
) -> EnglishReading:
    """The number with the scale and the unit that follow it; its value is not yet multiplied by the scale."""
    lower, power, end = run.lower, 0, rest.end()
    inside, scale, outside, word = rest.groups()
    if scale:
        name = spaced(scale)
        if name == "dozen":
            low *= 12
        elif name in SCALES:
            power = SCALES[name]
        elif left.currency or word or (bare == rest.start(2) and is_scale(run, bare)):
            power = LETTER_SCALES[name]  # £89m, 3m tonnes, 12m customers
        elif word is None and name in run.tails.table:  # a single letter is a scale only behind a currency sign
            word = name
    rated = RATED.match(lower, rest.start(4) - 1) if word == "per thousand" else None
    if rated and rated.end() > rated.end(1):  # people
        word, end = None, rest.start(4) - 1
    if word in _HALF_OF_BASIS and _ON_YEAR.match(lower, end):  # RMB 1.2 billion year on year
        word, end = None, max(bare, rest.end(1), rest.end(2), rest.end(3))
    more, word = inside or outside, word and spaced(word)
    return EnglishReading(at, end, number, low, None, power, word, more, None, bare, False, left, rest)


_HALF_OF_BASIS = frozenset({"year", "month", "quarter"})
_ON_YEAR = Pattern(r"[\s-](?:on|over)[\s-](?:year|month|quarter)\b")

# ---- ranges ----


class _Upper(NamedTuple):
    """The second number of a range: its end, value and scale, and what follows it."""

    end: int
    value: Decimal
    power: int
    scaled: bool  # it carries a scale of its own
    word: str | None
    more: str | None


def _range(run: TextScan, made: EnglishReading, joined: re.Match[str]) -> None:
    """Takes the second number as the upper end, where it is one: rose 5% to 35 percent is two figures."""
    upper, join = _upper(run, joined.end()), joined[1].strip(" -") or "-"
    if upper is None or not _joins(run, made, join, upper.value, upper.word):
        return
    value = scaled(-upper.value if joined["minus"] and joined["minus"][0] in "m−-" else upper.value, upper.power)
    scaled_low = scaled(made.low, made.power or upper.power)
    if join == "to" and value > 2 * scaled_low and run.lower.endswith("by ", 0, made.left.start):
        return  # increased by 13,000 to 80,000
    low = made.low if scaled_low >= value > made.low else scaled_low  # 1,000–1 million
    if not upper.scaled and made.power and value < low:
        value = scaled(value, made.power)
    if low >= value:
        return
    made.low, made.high, made.word, made.power = low, value, upper.word or made.word, upper.power or made.power
    made.more, made.signed, made.end = made.more or upper.more, joined["currency"] is not None, upper.end
    if join == "and":
        made.left = made.left._replace(start=made.left.start - len("between "))


def _upper(run: TextScan, at: int) -> _Upper | None:
    found = number_at(run.lower, at)
    value = value_of(found[0]) if found else None
    if found is None or value is None:
        return None
    rest = run.tails.rest.match(run.lower, found.end())
    assert rest is not None, "all of it may be absent"
    inside, scale, outside, word = rest.groups()
    power = SCALES.get(spaced(scale), 0) if scale else 0
    return _Upper(rest.end(), value, power, bool(scale), word and spaced(word), inside or outside)


_CHANGED = Pattern(
    rf"\b(?:{any_of([*VERBS, *MULTIPLIED, *words('swung swing swings moved turned went')])})\s"
    r"(?:[a-z]+ly\s|further\s)?"
    r"(?:from\s(?:[^\s]{1,12}(?:\s[a-z]+)?\sand\s)?)?$"
)


def _neighbors(low: Decimal, upper: Decimal) -> bool:
    """Whether two numbers are said for what lies between: two or three, seventy or eighty; not 10 or 20."""
    step = upper - low
    return low >= 1 and step > 0 and (step == 1 or (low % step == 0 and step == Decimal(10) ** low.adjusted() > 1))


def _joins(run: TextScan, made: EnglishReading, joined: str, upper: Decimal, second: str | None) -> bool:
    at = made.left.start
    if joined == "and":
        return run.lower.endswith("between ", run.floor, at)
    if run.lower.endswith("minus ", 0, at) or (joined == "or" and not _neighbors(made.low, upper)):
        return False
    if made.word and (not second or run.tails.table[made.word] != run.tails.table[second]):
        return False
    if second and made.left.currency not in (None, run.tails.table[second].unit):
        return False  # from $20.6 billion to 5.94 trillion yuan
    return joined != "to" or not _CHANGED.search(run.lower, max(0, at - 40), at)


# ---- whether it is a figure ----


_DEGREES = ("C", "F")
_WEATHER = Pattern(
    r"\b(?:temperatures?|degrees?|weather|heat\w*|cold|warm\w*|frost|freez\w+|thermometers?|celsius|fahrenheit)\b"
)


def _is_degrees(run: TextScan, made: EnglishReading) -> bool:
    """Whether the capital that touches a number is of degrees: -15C, a temperature of 37.5C; not seat 15C."""
    if made.end != made.bare or made.number[0] > "9" or run.text[made.end + 1 : made.end + 2].isalnum():
        return False
    return bool(made.left.sign) or _WEATHER.search(run.lower, max(0, made.at - 60), made.end + 40) is not None


def _judged(run: TextScan, made: EnglishReading) -> ScanStep | None:
    word = made.word
    if word and made.rest[2] and made.number[0] > "9" and made.high is None and run.lower[made.rest.end(2)] == "-":
        made = replace(made, end=made.bare, word=None, low=scaled(made.low, -made.power), power=0)
        word = None  # two trillion-yuan clusters
    if word is None and run.text[made.end : made.end + 1] in _DEGREES and _is_degrees(run, made):
        made.word, made.end = f"°{run.lower[made.end]}", made.end + 1
    elif made.number[0] <= "9" and made.end == made.bare and (end := lettered(run.lower, made.end)):
        return None, end  # 5g, 4k
    if word is not None:
        if (case := CASED.get(word)) and case != run.text[made.end - len(word) : made.end] and made.high is None:
            if len(word) == 1:
                return None, made.end  # 5G is no weight
            made.word, made.end = None, made.uncounted  # 400 Nm
        if word == "second" and made.low != 1 and run.lower[made.rest.start(4) - 1] == " ":  # five second prizes
            made.word, made.end = None, made.uncounted
    return typed(run, made, run.tails.table[made.word] if made.word else None)
