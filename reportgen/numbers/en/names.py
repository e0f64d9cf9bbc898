"""Number words and digits in English that name something: set phrases (one of, first-class), Five Star, codes."""

from __future__ import annotations

from reportgen.numbers.en.labels import PHRASES_OF_NAMES
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
    if _QUOTED.search(run.lower, max(0, at - 24), at) and _CLOSED.match(run.lower, at):
        return None, run.lower.find(" ", at) if " " in run.lower[at:] else len(run.lower)  # the "new three"
    if _NEW_THREE.search(run.lower, max(0, at - 5), at) and run.lower[max(0, at - 8) : at].startswith("the "):
        return (
            (None, at + 3)
            if run.lower.startswith(("two", "three", "four"), at) and _ALONE.match(run.lower, at)
            else None
        )
    if run.text[at].isupper() and _CAPITAL_BEFORE.search(run.text, max(0, at - 12), at):
        return None, at + 3  # the Big Four
    if _LABELED.search(run.lower, max(0, at - 12), at) and (word := _LABEL_NUMBER.match(run.lower, at)):
        return None, word.end()  # phase two
    if run.text.startswith("Five-Year Plan", at):
        return None, at + 14
    name = _NAME.match(run.text, at)
    if not name or _SENTENCE.search(run.text, max(0, at - 2), at) or period_at(run.text, run.lower, at):
        return None  # the First Half of 2025, as headings write it, is a time
    return None, name.end() - 2


_LABELED = Pattern(rf"\b(?:{PHRASES_OF_NAMES})\s$")
_QUOTED = Pattern(r"[“\"‘'](?:the\s)?(?:[a-z]+\s){1,2}$")
_NEW_THREE = Pattern(r"\b(?:new|old)\s$")
_CLOSED = Pattern(r"[a-z]+[,.]?[”\"’']")
_CAPITAL_BEFORE = Pattern(r"(?:Big|Fab|Great|Magnificent|Famous|Eleven|War|Force|One|Formula|[a-z]'s)\s$")
_ALONE = Pattern(r"[a-z]+(?:$|[.,;:)]|\s(?:in|of|are|were|is|was|and|for|to|from|by)\b)")
_LABEL_NUMBER = Pattern(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b(?!\s(?:years?|months?|weeks?|days?|hours?)\b)"
)


def code(run: TextScan, at: int) -> ScanStep | None:
    end = masked(run.text, run.lower, at)
    if end and _COLON.match(run.lower, at) and "ratio" in run.lower[max(0, at - 40) : at]:
        return None  # a ratio of 1:16, no time of day
    return (None, end) if end else None


_COLON = Pattern(r"[0-9]{1,2}:[0-9]{2}")
