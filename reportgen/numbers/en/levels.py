"""Levels in English: trillion-yuan-level, 10,000-yuan-level."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.en.left_context import left_of
from reportgen.numbers.en.reading_words import SCALES
from reportgen.numbers.grammar.numerals import digits, scaled
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern

_LEVEL = Pattern(
    r"(?:(?P<n>[0-9]{1,9}(?:\.[0-9]{1,9})?[\s-]|one[\s-]|a\s|ten-|hundred-))?(?:(?P<h>hundred)-)?(?P<s>million|billion|trillion)-(?P<c>yuan|rmb|dollar|euro|us-dollar)(?:[\s-](?P<level>level|plus|class|scale))?\b"
)
_PLAIN_LEVEL = Pattern(r"(?P<n>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9})-(?P<c>yuan|rmb|dollar|euro)-(?:level|class)\b")
_LEVEL_CURRENCIES = {"yuan": "CNY", "rmb": "CNY", "dollar": "USD", "us-dollar": "USD", "euro": "EUR"}


def level(run: TextScan, at: int) -> ScanStep | None:
    """Trillion-yuan-level, 100-billion-yuan; a figure that is no power of ten (5-billion-yuan) is an amount."""
    if plain := _PLAIN_LEVEL.match(run.lower, at):  # 10,000-yuan-level
        return run.figure(at, plain.end(), "level", digits(plain["n"]), unit=_LEVEL_CURRENCIES[plain["c"]])
    found = None if run.lower.endswith("multi-", 0, at) else _LEVEL.match(run.lower, at)
    if found is None:
        return None
    number = (found["n"] or "one").rstrip("- ")
    value = Decimal(number) if number[0].isdigit() else Decimal({"ten": 10, "hundred": 100}.get(number, 1))
    value = scaled(value * (100 if found["h"] else 1), SCALES[found["s"]])
    power = value.normalize()
    kind = "level" if power.as_tuple().digits == (1,) or found["level"] else "money"
    left = left_of(run.lower, at, run.floor)
    return run.figure(
        left.start,
        found.end(),
        kind,
        value,
        unit=_LEVEL_CURRENCIES[found["c"]],
        qualifier=left.qualifier if kind == "money" else None,
    )
