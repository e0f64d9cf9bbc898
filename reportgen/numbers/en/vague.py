"""Orders of magnitude that say no number: dozens of, tens of thousands of, several hundred."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from reportgen.numbers.en import words as en
from reportgen.numbers.en.figure_kinds import spaced
from reportgen.numbers.en.number_patterns import NUMBER_NEXT
from reportgen.numbers.en.reading_words import CURRENCY_SIGNS, VAGUE
from reportgen.numbers.grammar.patterns import any_of
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern

_SEVERAL_LEFT = Pattern(r"\b(?:several|a few|many|some|a couple|a couple of)\s$|\bmulti-$")
_ORDERS = {"dozen": 10} | {name: 10**power for name, power in en.POWERS.items()}


@cache
def _vague_pattern(several: bool, tail: str) -> Pattern:
    if several:
        return Pattern(rf"({any_of(_ORDERS)})\b(?:\s({any_of(_ORDERS)})\b)?()(?:[\s-](?:of\s)?({tail}))?")
    return Pattern(rf"({any_of(VAGUE)})(?:\sof\s({any_of(VAGUE)}))?\b(\sof\b)?(?:\s({tail}))?")


_STATED = Pattern(
    r"(?:^|[(\n]|\b(?:expressed|stated|presented|shown|reported|given|figures|amounts|values|numbers|dollars|tables?)\s)"
    r"(?:are\s|is\s)?in\s$"
)
_CURRENCY = Pattern(rf"(?:^|[(\n]|\bin\s){any_of(CURRENCY_SIGNS)}[\s']*$")
_CLOSED = Pattern(r"\s*(?:$|[\n).,;:]|\b(?:unless|except)\b)")


def _is_unit(lower: str, at: int, end: int) -> bool:
    """Whether it tells what a table counts in, and no amount: (in thousands of US dollars), (RMB millions)."""
    if not _CLOSED.match(lower, end):
        return False
    pattern = _STATED if lower.endswith("in ", 0, at) else _CURRENCY
    return pattern.search(lower, max(0, at - 24), at) is not None


def vague(run: TextScan, at: int) -> ScanStep | None:
    """Dozens of, tens of thousands of, billions of yuan; several hundred."""
    lower, start = run.lower, at
    before = _SEVERAL_LEFT.search(lower, max(0, at - 12), at)
    found = _vague_pattern(before is not None, run.tails.pattern).match(lower, at)
    if found is None:
        return None
    if found[1] == "decades":
        return run.figure(at, found.end(1), "vague", order=Decimal(10), unit="year", weak=not found[3])
    sizes = _ORDERS if before else VAGUE
    if found[1] in ("scores", "tens") and not (found[2] or found[3]):
        return None, found.end(1)
    if found[3] and NUMBER_NEXT.match(lower, found.end(3)):
        return None, found.end(3)  # set scores of 25-21
    if before:
        start = before.start()
    elif found[1][:-1] in en.POWERS and _is_unit(lower, at, found.end()):
        return None, found.end()
    order = sizes[found[1]] * (sizes[found[2]] if found[2] else 1)
    row = run.tails.table[spaced(found[4])] if found[4] else None
    return run.figure(start, found.end(), "vague", order=Decimal(order), unit=row.unit if row else None)
