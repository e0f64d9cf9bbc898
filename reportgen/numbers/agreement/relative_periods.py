"""Periods that two texts tell from today on: 明年 and next year, 上月 and last month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportgen.numbers.agreement.comparison import ERROR
from reportgen.numbers.agreement.disagreement import Disagreement
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.pattern import Pattern


class _Told(NamedTuple):
    unit: str
    offset: int
    start: int
    end: int


_ZH_WORDS = {
    "今年": ("year", 0), "本年度": ("year", 0), "去年": ("year", -1), "上年": ("year", -1), "上年度": ("year", -1),
    "明年": ("year", 1), "来年": ("year", 1), "下一年": ("year", 1), "前年": ("year", -2), "后年": ("year", 2),
    "本月": ("month", 0), "上月": ("month", -1), "上个月": ("month", -1), "下月": ("month", 1), "下个月": ("month", 1),
    "本季度": ("quarter", 0), "上季度": ("quarter", -1), "下季度": ("quarter", 1), "下一季度": ("quarter", 1),
    "本周": ("week", 0), "上周": ("week", -1), "下周": ("week", 1), "今天": ("day", 0), "昨天": ("day", -1),
    "昨日": ("day", -1), "明天": ("day", 1), "明日": ("day", 1),
}  # fmt: skip
_EN_WORDS = {
    "this": 0, "current": 0, "last": -1, "previous": -1, "prior": -1, "preceding": -1, "next": 1,
    "coming": 1, "following": 1, "upcoming": 1, "today": 0, "yesterday": -1, "tomorrow": 1,
}  # fmt: skip
_NO_COMPARISON = "(?<![比较与同和似].)(?:(?<!于.)|(?<=[将定拟]于.))"
_ZH = Pattern(  # what may not stand before is asked behind the first character, so that other places are passed quickly
    "("
    + "|".join(rf"{word[0]}{_NO_COMPARISON}{word[1:]}" for word in sorted(_ZH_WORDS, key=len, reverse=True))
    + ")(?!末底|[初以之])"
)
_EN = Pattern(
    r"(?i:(?P<before>\b(?:from|over|than|to|with|on|against|versus|as)\s(?:the\s)?(?:same\s[a-z]+\s(?:of\s|in\s)?)?"
    r"(?:the\s)?)?"
    r"\b(?:(?P<word>this|current|last|previous|prior|preceding|next|coming|following|upcoming)\s"
    r"(?P<unit>year|month|quarter|week)(?P<own>['’]s)?\b|(?P<day>today|yesterday|tomorrow)\b)"
    r"(?P<after>\s(?:before last|after next))?)"
)
_UNITS = ("year", "month", "quarter", "week", "day")


def other_periods(zh_text: str, en_text: str) -> Iterator[Disagreement]:
    """Where the Chinese says next year and the English this year; what either leaves out is let pass."""
    zh = [_Told(*_ZH_WORDS[found[1]], found.start(1), found.end(1)) for found in _ZH.finditer(zh_text)]
    if not zh:
        return
    en = [made for found in _EN.finditer(en_text) if (made := _english(found))]
    for unit in _UNITS:
        ours, theirs = [each for each in zh if each.unit == unit], [each for each in en if each.unit == unit]
        if ours and theirs and not {each.offset for each in ours} & {each.offset for each in theirs}:
            yield Disagreement(ERROR, "period", _found(ours[0], zh_text), _found(theirs[0], en_text), "")


def _english(found: re.Match[str]) -> _Told | None:
    """A period told as such: what a figure is compared with (from last year) is none."""
    word = found["word"] or found["day"]
    offset = _EN_WORDS[word.lower()]
    if found["before"] and offset <= 0:
        return None
    if found["after"]:
        offset *= 2
    return _Told(
        (found["unit"] or "day").lower(),
        offset,
        found.start("word") if found["word"] else found.start("day"),
        found.end(),
    )


def _found(told: _Told, text: str) -> Found:
    return Found(text, told.start, told.end, "hint", form="relative")
