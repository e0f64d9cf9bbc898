"""Numbers set against each other in English: 3:1, three to one, 39-39-4."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportgen.numbers.en.left_context import left_of
from reportgen.numbers.en.reading_words import SMALL
from reportgen.numbers.grammar.numerals import digits
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern

_RATIO = Pattern(
    r"(?P<a>[0-9]{1,9}(?:\.[0-9]{1,9})?)\s?[:∶]\s?(?P<b>[0-9]{1,9}(?:\.[0-9]{1,9})?)"
    r"(?P<e>(?:\s?[:∶]\s?[0-9]{1,9}(?:\.[0-9]{1,9})?){1,3})?(?![0-9:]|\.[0-9])|(?P<c>[0-9]+|[a-z]+)[\s-]to[\s-](?P<d>one|1)\b(?![.,][0-9]|\s?(?:%|percent|million|billion|trillion|percentage))"
)
_SCORE = Pattern(
    r"[0-9]{1,3}(?:-[0-9]{1,3}){2,3}(?![0-9-])|(?P<a>[0-9]{1,3})[-–](?P<b>[0-9]{1,3})(?![0-9%-]|[.,][0-9]|\s?[a-z]+-|[\s-](?:percent|million|billion|trillion|year|month|day|hour|week))"
)


_TERMS = Pattern(r"[0-9.]+")
_RATIO_WORDED = Pattern(
    r"([0-9]{1,6}(?:\.[0-9]{1,6})?)\sto\s([0-9]{1,6}(?:\.[0-9]{1,6})?)(?![0-9%]|\.[0-9]|\s(?:percent|per|million|billion|points))"
)


_WON = Pattern(
    r"\b(?:won|win|wins|winning|lost|lose|beat|beaten|defeat\w*|lead|led|victory|ahead|trail\w*)\s(?:by\s)?$"
)


def ratio(run: TextScan, at: int) -> ScanStep | None:
    """3:1, 3 to 1, 5.1:36.5:58.4; a time of day is masked before."""
    if (worded := _RATIO_WORDED.match(run.lower, at)) and _WON.search(run.lower, max(0, at - 30), at):
        return run.figure(at, worded.end(), "ratio", f"{worded[1]}:{worded[2]}")  # won 16.5 to 10.5
    if (worded := _RATIO_WORDED.match(run.lower, at)) and "ratio" in run.lower[max(0, at - 40) : at]:
        return run.figure(at, worded.end(), "ratio", f"{worded[1]}:{worded[2]}")  # a ratio of 111.3 to 100
    found = _RATIO.match(run.lower, at)
    if found is None:
        return None
    first = found["a"] or found["c"]
    value = digits(first) if first[0].isdigit() else Decimal(SMALL.get(first, 0))
    if found["c"] and value < 2:
        return None
    second = found["b"] or "1"
    terms = [f"{value:f}", second, *(_TERMS.findall(found["e"]) if found["e"] else ())]
    left = left_of(run.lower, at, run.floor)
    said: dict[str, Any] = {"qualifier": left.qualifier, "qform": left.qform}
    return run.figure(left.start if left.qualifier else at, found.end(), "ratio", ":".join(terms), **said)


_SPACED = Pattern(r"([0-9]{1,2}) [-–] ([0-9]{1,2})(?![0-9%-]|[.,:][0-9]| ?[-–]| (?:percent|million|billion))")
_TEAM = Pattern(r"(?:(?:^|\n)|[A-Z][a-z]+ )$")
_NEXT_TEAM = Pattern(r" [A-Z]")
_LOST = Pattern(
    r"\b(?:lost|lose|loses|losing|beaten|defeat\w*|trail\w*|down|drew|draws?|drawn|tied|scoreline|scored?|score of"
    r"|lead|led|final|level|loss|behind|victory|win|won|wins)\s(?:[a-z]+\s){0,2}$"
)
_PLAYED = Pattern(
    r"\b(?:beat|beats|beating|beaten|lost|won|wins?|drew|draw|drawn|scoreline|defeat\w*|thrash\w*|victory|loss|led|trail\w*)\s"
    r"(?:[a-z']+\s){0,3}$"
)
_RISEN = Pattern(
    r"(?P<a>[0-9]{1,2})[-–](?P<b>[0-9]{1,2})(?![0-9%-]|[.,][0-9]"
    r"|\s(?!(?:to|at|in|on|against|away|after|by|with|and|but|win|loss|defeat|victory)\b))"
)


def score(run: TextScan, at: int) -> ScanStep | None:
    """39-39-4, 3-1: falling numbers joined by a hyphen; rising ones are a range."""
    found = _SCORE.match(run.lower, at)
    if spaced := _SPACED.match(run.text, at):
        teams = _NEXT_TEAM.match(run.text, spaced.end()) and _TEAM.search(run.text, max(0, at - 24), at)
        told = teams or _PLAYED.search(run.lower, max(0, at - 40), at)
        return run.figure(at, spaced.end(), "score", f"{spaced[1]}-{spaced[2]}") if told else None
    rising = found is not None and found["a"] and int(found["a"]) < int(found["b"])
    if rising and _RISEN.match(run.lower, at) and _LOST.search(run.lower, max(0, at - 30), at):
        rising = False  # lost 1-2 to Spain
    if found is None or rising:
        return None
    return run.figure(at, found.end(), "score", found[0].replace("–", "-"))
