"""One unit said with an article: nearly an hour, a year or two, an hour and a half, a week-long holiday."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.en.left_context import left_of
from reportgen.numbers.en.reading_words import TAILS
from reportgen.numbers.grammar.patterns import any_of, words
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern

UNITS = words("second minute hour day week month year decade mile kilometer kilometre kilogram tonne ton acre hectare")
SINGLE = rf"(?:an?|another)\s(?=(?:full\s|whole\s)?(?:{any_of(UNITS)})\b)"
_SINGLE = Pattern(
    rf"(?:an?|another)\s(?:full\s|whole\s)?(?P<unit>{any_of(UNITS)})\b"
    r"(?P<two>\sor\s(?:two|so)\b)?(?P<half>\sand\sa\shalf\b)?(?P<long>-long\b)?"
)
_AFTERWARDS = Pattern(r"\s(?:ago|old|later|after|since|earlier|before)\b")
_LASTING = Pattern(r"\b(?:for|of|after|lasting|lasted|than|takes?|took|taken|is|was|has|have|had|with|waited|spent)\s$")


def single(run: TextScan, at: int) -> ScanStep | None:
    """One of a unit where more is said of it than the article does: a day is no figure, almost a day is one."""
    lower = run.lower
    found = _SINGLE.match(lower, at)
    assert found is not None, "the scan has seen it"
    row = TAILS.get(found["unit"])
    unit, one = (row.unit, Decimal(1)) if row else ("year", Decimal(1))
    if unit == "decade":
        unit, one = "year", Decimal(10)
    kind = row.kind if row else "duration"
    left = left_of(lower, at, run.floor)
    said = {"unit": unit, "qualifier": left.qualifier, "qform": left.qform, "tail": found["unit"]}
    if found["two"] and found["two"].endswith("two"):
        return run.figure(left.start, found.end(), kind, low=one, high=2 * one, **said)
    if found["half"]:
        return run.figure(left.start, found.end(), kind, one + one / 2, **said)
    if found["two"]:  # a year or so
        return run.figure(at, found.end(), kind, one, **(said | {"qualifier": "approx", "qform": "or so"}), weak=True)
    if found["long"] or (left.qualifier and left.qform == "within"):
        return run.figure(at, found.end(), kind, one, **(said | {"qualifier": None, "qform": None}), weak=True)
    if left.qualifier is None:
        return None
    if left.qform in ("over", "above") and not (
        _AFTERWARDS.match(lower, found.end()) or _LASTING.search(lower, max(0, left.start - 12), left.start)
    ):
        return run.figure(at, found.end(), kind, one, **(said | {"qualifier": None, "qform": None}), weak=True)
    return run.figure(left.start, found.end(), kind, one, **said, weak=True)
