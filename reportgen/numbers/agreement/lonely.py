"""The figures that only one text has: whether the other tells them by other words, and how bad it is where not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import takewhile

from reportgen.numbers.agreement.amount_compare import converts
from reportgen.numbers.agreement.comparison import ERROR, WARNING
from reportgen.numbers.agreement.figure_compare import exact_key
from reportgen.numbers.agreement.small_numbers import TRACES, WORDS, is_small_word
from reportgen.numbers.agreement.told_by_word import is_told_by_a_word
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.period import plan_years
from reportgen.problems import Severity

# Years, months and quarters told by words: they stand for a period that the other text spells out.
_RELATIVE = {
    "month": Pattern(
        r"本月|上月|当月|下月|同月|环比|(?i:\b(?:this|last|next|previous|that|same) month|month[- ]on[- ])"
    ),
    "quarter": Pattern(r"本季|上季|当季|环比|(?i:\b(?:this|last|next|previous|that|same) quarter|quarter[- ]on[- ])"),
}
_TOLD_YEAR = Pattern(
    r"今年|去年|上年|明年|前年|本年|同期|同比|(?i:\b(?:this|last|next|previous|current|preceding) year|\byoy\b"
    r"|\byear(?:[- ](?:on|over|to)[- ]year| earlier| ago| before))"
)
_YEAR_BY_WORD = Pattern(
    r"今年|去年|上年(?!同期)|明年|前年|本年|(?i:\b(?:this|last|next|previous|current) year(?! earlier| before))"
)
_THAT_YEAR = Pattern(r"当年|同年|该年|(?i:\b(?:that|same) year\b)")  # a year that has been named
_SAME_PERIOD = Pattern(r"同期|同比|(?i:\byear(?:[- ](?:on|over|to)[- ]| earlier| ago)|\byoy\b)")
_WEEKDAY = Pattern(
    r"(?:星期|周|礼拜)[一二三四五六日天]|(?i:\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\byesterday\b|\btoday\b)"
)
# 万元产值 has no number, but "10,000 yuan of output"
_HEADS = {Decimal(10_000): "万元", Decimal(100_000_000): "亿元", Decimal(1_000_000_000_000): "万亿"}
_HANZI = Pattern("[\u3400-\u9fff]")
_MONTHS = Pattern("(?<=[0-9-]-)[0-9]{2}(?![0-9])")
_YEAR = Pattern("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_HEADING = Pattern(r"\s*#+\s+")
_DIGITS = Pattern("[0-9]+")
_NAME = Pattern("[0-9]+(?:[-–./·:：+×x][0-9]+)*")


@dataclass(frozen=True)
class Side:
    """One text with its figures, and what is to be known of it for those that the other text has alone."""

    text: str
    found: list[Found]

    @cached_property
    def rest(self) -> str:
        """The text without its figures."""
        parts: list[str] = []
        at = 0
        for found in self.found:
            if found.start >= at:
                parts.append(self.text[at : found.start])
                at = found.end
        return " ".join([*parts, self.text[at:]])

    @cached_property
    def is_chinese(self) -> bool:
        return _HANZI.search(self.text) is not None

    @cached_property
    def relative(self) -> frozenset[str]:
        """The kinds of period that the text tells by words such as last year."""
        return frozenset(name for name, pattern in _RELATIVE.items() if pattern.search(self.text))

    @cached_property
    def told_years(self) -> int:
        """How many years the text tells by words such as last year, and year on year."""
        return len(_TOLD_YEAR.findall(self.text))

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that the text names."""
        return frozenset(
            code[:4] for found in self.found if found.kind == "date" and (code := str(found.value))[:4].isdigit()
        )

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the periods that the text names."""
        return frozenset(found.value for found in self.found if found.kind == "date" and isinstance(found.value, str))

    @cached_property
    def ends(self) -> frozenset[str]:
        """The days and months that begin or end a period of the text."""
        return frozenset(end for code in self.codes if "/" in code for end in code.split("/") if len(end) > 4)

    @cached_property
    def months(self) -> frozenset[str]:
        """The months that the text names, of whatever year."""
        return frozenset(month for code in self.codes for month in _MONTHS.findall(code))

    def dates_elsewhere(self, year: str, other: Side) -> bool:
        """Whether the year stands apart from a day that the other text dates by it: the 5 March issue of 2020."""
        return any(
            code[:5] == f"{year}-" and not {f"--{code[5:]}", f"---{code[8:]}"}.isdisjoint(self.codes)
            for code in other.codes
        )

    @cached_property
    def names(self) -> frozenset[tuple[str, ...]]:
        """The digits that stand in the text and are no figures there, those of one name together."""
        return frozenset(tuple(_DIGITS.findall(name)) for name in _NAME.findall(self.rest))

    @cached_property
    def plans(self) -> frozenset[str]:
        """The years of the plans that the text names."""
        return frozenset(years for found in self.found if (years := _plan_of(found)))

    @cached_property
    def says_that_year(self) -> bool:
        """Whether the text speaks of "that year"."""
        return _THAT_YEAR.search(self.text) is not None

    @cached_property
    def says_same_period(self) -> bool:
        """Whether the text speaks of the same period of another year."""
        return _SAME_PERIOD.search(self.text) is not None

    def hides(self, value: int | str) -> bool:
        """Whether a small number, or the half, may hide in a word of the text that is no figure of its own."""
        if value not in TRACES:
            return False
        if value not in self._hidden:
            self._hidden[value] = re.search(TRACES[value], self.rest) is not None
        return self._hidden[value]

    @cached_property
    def _hidden(self) -> dict[int | str, bool]:
        return {}

    def words(self, value: int) -> bool:
        """Whether a word of the text that is no figure of its own says just this number: both, 三, World War II."""
        return value in WORDS and re.search(WORDS[value], self.rest) is not None


def lonely(alone: list[Found], own: Side, other: Side) -> Iterator[tuple[Severity, Found]]:
    """The figures that only one text has, and how bad that is; those that need no partner are left out."""
    all_of_them = Counter(map(exact_key, own.found))
    unpaired = Counter(map(exact_key, alone))
    for found in alone:
        if found.kind == "hint" or found.weak or is_told_by_a_word(found, other.rest):
            continue
        if _resolved(found, own, other) or _is_named(found, other):
            continue
        key = exact_key(found)
        repeated = unpaired[key] < all_of_them[key]
        slight = repeated or _in_bracket(found, own) or _traced(found, other) or _said_otherwise(found, own, other)
        yield WARNING if slight or is_small_word(found) or _numbers_heading(found, own, other) else ERROR, found


def _numbers_heading(found: Found, own: Side, other: Side) -> bool:
    """Whether a figure is the number of a Markdown heading, and the other's has none."""
    if other.found or found.kind != "count":
        return False
    heading = _HEADING.match(own.text)
    return heading is not None and heading.end() == found.start


def _resolved(found: Found, own: Side, other: Side) -> bool:
    """Whether the other text tells a period in words (last year), or this one tells it twice (a plan and its years)."""
    if found.kind != "date" or not isinstance(found.value, str):
        return False
    code = found.value
    if code in other.ends:
        return True
    if len(code) == 4 and code.isdigit():
        return _tells_more_years(other, own) or _is_that_year(code, other) or own.dates_elsewhere(code, other)
    if "/" in code and code in own.plans:
        return True
    if code[:2] == "--" or (code[4:5] == "-" and "Q" not in code and len(code) == 7):
        return "month" in other.relative
    return "Q" in code and "/" not in code and "quarter" in other.relative


def _tells_more_years(other: Side, own: Side) -> bool:
    """Whether the other text has a word for a year (last year) that no such word of this one stands for.

    Year on year is none: it says against what, and not when.
    """
    return _YEAR_BY_WORD.search(other.text) is not None and other.told_years > own.told_years


def leaves_year(found: Found, own: Side, other: Side) -> bool:
    """Whether the other text says nowhere of which year a day or month is that this one dates."""
    year = next(iter(re.findall("[0-9]{4}", str(found.value))), "")
    if year in other.years or _tells_more_years(other, own) or other.says_that_year:
        return False
    return year not in other.rest


def _is_that_year(year: str, other: Side) -> bool:
    """Whether the other text says "that year" for it: it names this one, or none that the words could mean."""
    return other.says_that_year and (not other.years or year in other.years)


def _said_otherwise(found: Found, own: Side, other: Side) -> bool:
    """A year beside "year on year", a day for which the other text has the weekday: worth a look."""
    if found.kind != "date":
        return False
    code = str(found.value)
    if len(code) == 4 and code.isdigit():
        return _leaves_only(code, own, other)
    if _MONTH.fullmatch(code) and code[-2:] in other.months:
        return True
    return (
        _DAY.fullmatch(code) is not None and not _WEEKDAY.search(own.text) and _WEEKDAY.search(other.text) is not None
    )


def _leaves_only(year: str, own: Side, other: Side) -> bool:
    """Whether a year is told once more than the other text needs it: no year of that one stands in its place."""
    return year in other.years or ((own.is_chinese or not other.years) and not _YEAR.search(other.rest))


_MONTH = Pattern("(?:[0-9]{4}|-)-[0-9]{2}")
_DAY = Pattern("(?:[0-9]{4}|-)-[0-9]{2}-[0-9]{2}|---[0-9]{2}")


def _is_named(found: Found, other: Side) -> bool:
    """Whether the other text has the figure in a name of its own, or as a word: Boeing 737, 9/11, both."""
    if _TOKEN.fullmatch(found.text) and found.text in other.rest:
        return True  # 0x
    if found.qualifier or found.direction or found.kind not in _NAMEABLE:
        return False
    if found.kind == "ordinal" and found.text.lower() == "second" and "秒" in other.rest:
        return True
    digits = tuple(_DIGITS.findall(found.text))
    if digits and digits in other.names:
        return True
    value = found.value
    if not isinstance(value, Decimal) or value != int(value):
        return found.kind == "fraction" and digits in other.names
    if found.unit == "day" and value == 7:
        return _WEEK.search(other.rest) is not None
    if found.kind == "ordinal" and value == 1 and found.tail not in ("大", ""):
        return False
    return found.unit is None and other.words(int(value))


_TOKEN = Pattern("[0-9]+[A-Za-z]+")
_NAMEABLE = frozenset({"count", "ordinal", "fraction", "ratio", "score", "date", "duration", "measure"})
_WEEK = Pattern(r"(?i:\bweek\b|\bweek-)|一周|一星期")


def _plan_of(found: Found) -> str | None:
    if found.kind == "date" and isinstance(found.value, str) and found.value[:3] == "FYP" and found.value[3:].isdigit():
        first, last = plan_years(int(found.value[3:]))
        return f"{first}/{last}"
    return None


def _in_bracket(found: Found, own: Side) -> bool:
    """A dollar amount in brackets behind another amount, or a measure behind what it converts."""
    before = own.text[max(0, found.start - 16) : found.start]
    if max(before.rfind("("), before.rfind("（")) <= max(before.rfind(")"), before.rfind("）")):
        return False
    if (found.kind, found.unit) == ("money", "USD"):
        return True
    at = bisect_left(own.found, found.start, key=lambda each: each.start)
    near = takewhile(lambda each: each.end > found.start - 24, reversed(own.found[max(0, at - 24) : at]))
    return any(converts(each, found) for each in near if each.end <= found.start)


def _traced(found: Found, other: Side) -> bool:
    """Whether a small number may hide in a word of the other text that is no figure of its own."""
    value = found.value
    if isinstance(value, str):
        return found.kind == "fraction" and other.hides(value)
    if found.kind == "money" and value is not None and (head := _HEADS.get(value)):
        return head in other.rest
    if found.kind == "duration" and value == Decimal("0.5"):
        return other.hides("1/2")  # 半年: twice a year, half-yearly
    if found.kind not in ("count", "ordinal", "multiple", "duration") or found.unit in ("hour", "minute", "second"):
        return False
    return value is not None and value == int(value) and other.hides(int(value))
