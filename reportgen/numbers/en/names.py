"""Number words and digits in English that name something: set phrases (one of, first-class), Five Star, codes."""

from __future__ import annotations

from reportgen.numbers.en.masks import PHRASES, masked
from reportgen.numbers.en.period_grammar import period_at
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern

_NAME = Pattern(r"[A-Z][a-z]+ [A-Z]")
_SENTENCE = Pattern(r"(?:^|[.!?:;\n“\"]\s?)$")


def phrase(run: TextScan, at: int) -> ScanStep | None:
    """One of, first-class, Five Star: set phrases and names that begin with a number word and count nothing."""
    found = PHRASES.match(run.lower, at)
    if found:
        return None, found.end()
    if run.lower.endswith(("no ", "any ", "every "), 0, at) and run.lower.startswith("one", at):
        return None, at + 3
    if _LABELED.search(run.lower, max(0, at - 9), at) and (word := _LABEL_NUMBER.match(run.lower, at)):
        return None, word.end()  # phase two
    name = _NAME.match(run.text, at)
    if not name or _SENTENCE.search(run.text, max(0, at - 2), at) or period_at(run.text, run.lower, at):
        return None  # the First Half of 2025, as headings write it, is a time
    return None, name.end() - 2


_LABELED = Pattern(r"\b(?:phase|stage|chapter|section|article|volume|tier|part|act)\s$")
_LABEL_NUMBER = Pattern(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten)\b(?!\s(?:years?|months?|weeks?|days?|hours?)\b)"
)


def code(run: TextScan, at: int) -> ScanStep | None:
    end = masked(run.text, run.lower, at)
    if end and _COLON.match(run.lower, at) and "ratio" in run.lower[max(0, at - 40) : at]:
        return None  # a ratio of 1:16, no time of day
    return (None, end) if end else None


_COLON = Pattern(r"[0-9]{1,2}:[0-9]{2}")
