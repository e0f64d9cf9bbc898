"""Scales of one letter behind a number: 120k users, 1.2B parameters, 83m people; and what looks like them."""

from __future__ import annotations

from reportgen.numbers.grammar.scan import TextScan
from reportgen.numbers.model.pattern import Pattern

_COUNTED = Pattern(r"\s(?:people|(?!across|less|towards|was|is|as|plus)[a-z]{3,}s|(?:[a-z-]+\s)?[a-z]{3,}s)\b")
_OF_MODELS = Pattern(r"[\s-](?:parameter|param|token|model|variant|version)s?\b")
_RESOLUTION = Pattern(
    r"[\s-](?:video|tv|televisions?|resolution|displays?|screens?|monitors?|footage|ultra|uhd|hdr|cameras?|projectors?"
    r"|run|race|runs|races|form|filings?|walk)\b"
)
_NAMED = frozenset({"2", "4", "5", "8", "10"})


def is_scale(run: TextScan, at: int) -> bool:
    """Whether the letter that touches a number multiplies it: 450K does, 4K video and the unit of 83m do not."""
    lower, letter = run.lower, run.text[at]
    if letter in "kK":
        start = at
        while start and lower[start - 1].isdigit():
            start -= 1
        named = lower[start:at] in _NAMED and lower[start - 1 : start] not in (".", ",")
        return not _RESOLUTION.match(lower, at + 1) and (not named or _COUNTED.match(lower, at + 1) is not None)
    if letter == "M" and (lower[at - 2 : at - 1] in (".", ",") or lower[at - 2 : at - 1].isdigit()):
        return True  # 2.4M, 25M; 3M is a firm
    if letter in "BT" and (_OF_MODELS.match(lower, at + 1) or lower[at - 2 : at - 1] == "."):
        return True
    return letter != "T" and letter != "t" and _COUNTED.match(lower, at + 1) is not None
