"""The figures that only one text has: whether the other tells them by other words, and how bad it is where not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from reportgen.numbers.agreement.amount_compare import converts
from reportgen.numbers.agreement.comparison import ERROR, WARNING
from reportgen.numbers.agreement.figure_compare import exact_key
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.period import plan_years
from reportgen.problems import Severity

# Years and months told by words: they resolve a date that the other text spells out.
_RELATIVE = {
    "year": Pattern(
        r"今年|去年|上年|明年|前年|本年|当年|同年|同期|次年"
        r"|(?i:\b(?:this|last|next|previous|that|same|current|the) year)"
        r"|(?i:\byear(?:[- ](?:on|over|to)[- ]| earlier| ago))"
    ),
    "month": Pattern(
        r"本月|上月|当月|下月|同月|环比|(?i:\b(?:this|last|next|previous|that|same) month|month[- ]on[- ])"
    ),
    "quarter": Pattern(r"本季|上季|当季|环比|(?i:\b(?:this|last|next|previous|that|same) quarter|quarter[- ]on[- ])"),
}
# 万元产值 has no number, but "10,000 yuan of output"
_HEADS = {Decimal(10_000): "万元", Decimal(100_000_000): "亿元", Decimal(1_000_000_000_000): "万亿"}
# Small numbers leave traces where they are said by a word of their own: 双方 and "both", 首 and "first"
_TRACES: dict[int | str, str] = {
    "1/2": r"半|(?i:\b(?:half|halves|halv\w+|semi\w*)\b)",
    1: r"[一首单独]|(?i:\b(?:one|firsts?|once|a|an|single|each|top\w*|lead\w*|champion\w*|most|\w+est)\b)",
    2: r"[二两双俩次倍半]|(?i:\b(?:two|second|both|double\w*|twice|pair|couple|runner|bilateral|dual|twin|two-\w+)\b)",
    3: r"三|(?i:\b(?:three|third|triple|triad|trilateral|three-\w+|tri\w+)\b)",
    4: r"四|(?i:\b(?:four|fourth|quad\w*|four-\w+)\b)",
    5: r"五|(?i:\b(?:five|fifth|five-\w+)\b)",
    6: r"六|(?i:\b(?:six|sixth|six-\w+)\b)",
    7: r"七|(?i:\b(?:seven|seventh|seven-\w+)\b)",
    8: r"八|(?i:\b(?:eight|eighth|eight-\w+)\b)",
    9: r"九|(?i:\b(?:nine|ninth|nine-\w+)\b)",
    10: r"十|(?i:\b(?:ten|tenth|decade)\b)",
}


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
    def relative(self) -> frozenset[str]:
        """The kinds of period that the text tells by words such as last year."""
        return frozenset(name for name, pattern in _RELATIVE.items() if pattern.search(self.text))

    @cached_property
    def plans(self) -> frozenset[str]:
        """The years of the plans that the text names."""
        return frozenset(years for found in self.found if (years := _plan_of(found)))

    def hides(self, value: int | str) -> bool:
        """Whether a small number, or the half, may hide in a word of the text that is no figure of its own."""
        return value in _TRACES and re.search(_TRACES[value], self.rest) is not None


def lonely(alone: list[Found], own: Side, other: Side) -> Iterator[tuple[Severity, Found]]:
    """The figures that only one text has, and how bad that is; those that need no partner are left out."""
    all_of_them = Counter(map(exact_key, own.found))
    unpaired = Counter(map(exact_key, alone))
    for found in alone:
        if found.kind == "hint" or found.weak or _resolved(found, own, other):
            continue
        key = exact_key(found)
        repeated = unpaired[key] < all_of_them[key]
        slight = repeated or _in_bracket(found, own) or _traced(found, other)
        yield WARNING if slight else ERROR, found


def _resolved(found: Found, own: Side, other: Side) -> bool:
    """Whether the other text tells a period in words (last year), or this one tells it twice (a plan and its years)."""
    if found.kind != "date" or not isinstance(found.value, str):
        return False
    code = found.value
    if len(code) == 4 and code.isdigit():
        return "year" in other.relative
    if "/" in code and code in own.plans:
        return True
    if code[:2] == "--" or (code[4:5] == "-" and "Q" not in code and len(code) == 7):
        return "month" in other.relative
    return "Q" in code and "/" not in code and "quarter" in other.relative


def _plan_of(found: Found) -> str | None:
    if found.kind == "date" and isinstance(found.value, str) and found.value[:3] == "FYP" and found.value[3:].isdigit():
        first, last = plan_years(int(found.value[3:]))
        return f"{first}/{last}"
    return None


def _in_bracket(found: Found, own: Side) -> bool:
    """A dollar amount in brackets behind another amount, or a measure behind what it converts."""
    if (found.kind, found.unit) != ("money", "USD") and not any(
        converts(each, found) for each in own.found if found.start - 24 < each.end <= found.start
    ):
        return False
    before = own.text[max(0, found.start - 16) : found.start]
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


def _traced(found: Found, other: Side) -> bool:
    """Whether a small number may hide in a word of the other text that is no figure of its own."""
    value = found.value
    if isinstance(value, str):
        return found.kind == "fraction" and other.hides(value)
    if found.kind == "money" and value is not None and (head := _HEADS.get(value)):
        return head in other.rest
    if found.kind not in ("count", "ordinal", "multiple", "duration") or found.unit in ("hour", "minute", "second"):
        return False
    return value is not None and value == int(value) and other.hides(int(value))
