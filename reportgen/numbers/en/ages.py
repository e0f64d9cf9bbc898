"""Ages told in the plural in English: a man in his forties as "his 40s", under-18s."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern

_YEARS = Pattern(r"(?P<n>[1-9][0-9])['’]?s\b")
_OF_SOMEONE = Pattern(r"\b(?:his|her|their|my|our|your)\s(?:(?:early|mid|late)[\s-])?$")
_BOUND = Pattern(r"\b(?P<way>under|over)-$")


def ages(run: TextScan, at: int) -> ScanStep | None:
    """In his 40s, over-65s; a squad may be called the under-21s, so that none of them need be told elsewhere."""
    found = _YEARS.match(run.lower, at)
    if found is None:
        return None
    said = {"unit": "year", "weak": True}
    if bound := _BOUND.search(run.lower, max(0, at - 7), at):
        qualifier = "below" if bound["way"] == "under" else "over"
        return run.figure(
            bound.start(), found.end(), "duration", Decimal(found["n"]), qualifier=qualifier, qform=bound["way"], **said
        )
    if found["n"][1] == "0" and _OF_SOMEONE.search(run.lower, max(0, at - 14), at):
        return run.figure(at, found.end(), "duration", Decimal(found["n"]), qualifier="more", qform="s", **said)
    return None
