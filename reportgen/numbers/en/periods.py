"""Periods and bare years as figures of a text. Their grammar: `period_grammar`."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.en.left_context import left_of
from reportgen.numbers.en.period_grammar import end_of, period_at
from reportgen.numbers.grammar.patterns import words
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern


def period(run: TextScan, at: int) -> ScanStep | None:
    stretch = period_at(run.text, run.lower, at)
    if stretch is None:
        return None
    if stretch.hint:
        return run.figure(at, stretch.end, "hint", stretch.code)
    if stretch.code.endswith("00s") and stretch.code != "2000s":  # the early 1900s, the 1800s: a century
        return run.figure(at, stretch.end, "ordinal", Decimal(int(stretch.code[:2]) + 1), form="nth", weak=True)
    start = end_of(run.lower, run.floor, at)
    eop = start < at and not stretch.code.startswith("FYP") and "/" not in stretch.code
    made = run.figure(start if eop else at, stretch.end, "date", stretch.code, eop=eop)
    for start, end, code in stretch.also:
        run.found.append(made[0])
        made = run.figure(start, end, "date", code)
    return made


_YEAR = Pattern(r"(?:1[6-9]|20|21)[0-9]{2}(?![0-9]|,[0-9]{3}|\.[0-9])")
_BEFORE = Pattern(r"[a-z]{2,10}[\s-]$|[(/–,-]\s?$")
_TIMED = frozenset(
    words(
        "in since by from until till through during year years end mid early late before after pre post on between "
        "fy fiscal vs versus against mid- end- early- late- pre- post- ( /"
    )
)  # words and marks after which four digits are a year, whatever follows
_COUNTED = Pattern(
    r"\s(?:new |young |high-tech |more |other |such )?(?!gross|was|is|has|its|this|plus|versus|news|years?\b|series"
    r"|olympics|games|sales|exports|imports|earnings|results|statistics)[a-z-]+s\b(?!['’])"
)
_NOT_YEAR = Pattern(
    r"[\s-]?(?:%|percent|per cent|million|billion|trillion|times|people|yuan|km|kilo|square|tonnes|tons"
    r"|meters|metres|hours|days)"
)


_AROUND_YEAR = Pattern(r"(?:1[6-9]|20)(?!00)[0-9]{2}(?:[,;)]|\.?$|\.\s)")


_ABOUT_YEAR = frozenset({"around", "circa", "c.", "ca.", "ca", "beyond"})


def year(run: TextScan, at: int) -> ScanStep | None:
    """A bare year: four digits after a word of time, or before nothing that could be counted."""
    found = _YEAR.match(run.lower, at)
    if found is None or _NOT_YEAR.match(run.lower, found.end()):
        return None
    before = _BEFORE.search(run.lower, max(run.floor, at - 10), at)
    if before is None or before[0].strip() not in _TIMED:
        left = left_of(run.lower, at, run.floor)
        if left.qform in _ABOUT_YEAR and _AROUND_YEAR.match(run.lower, at):
            return run.figure(left.start, found.end(), "date", found[0])
        if left.qualifier or left.currency or _COUNTED.match(run.lower, found.end()):
            return None
    start = end_of(run.lower, run.floor, at)
    return run.figure(start, found.end(), "date", found[0], eop=start < at)
