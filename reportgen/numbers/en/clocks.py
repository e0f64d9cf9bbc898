"""Numbers that only together say one thing: race times (3:27.46), minutes and seconds, dimensions (62 x 40 mm)."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.en.reading_words import TAILS
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.patterns import any_of, words
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern

_RACE = Pattern(r"(?:(?P<h>[0-9]{1,2}):)?(?P<m>[0-5]?[0-9]):(?P<s>[0-5][0-9]\.[0-9]{1,3})(?![0-9])")
_LENGTHS = words("mm millimeters millimetres cm centimeters centimetres m meters metres km ft feet inches in")
_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
_SIZES = Pattern(
    rf"(?P<sizes>{_NUMBER}(?:\s?[×x*]\s?{_NUMBER}){{1,3}})[\s-]?(?P<unit>{any_of(_LENGTHS)})\b(?!\s(?:relay|medley))"
)
_SIZE = Pattern(_NUMBER)
_PAIR = Pattern(r"(?P<a>[0-9]{2,3})/(?P<b>[0-9]{2,3})\s?(?P<unit>hz|mmhg)\b")
_MINUTES_GAP = Pattern(r",?\s(?:and\s)?")


def race_time(run: TextScan, at: int) -> ScanStep | None:
    """3:27.46 as the seconds that it takes."""
    found = _RACE.match(run.lower, at)
    if found is None:
        return None
    seconds = 3600 * int(found["h"] or 0) + 60 * int(found["m"]) + Decimal(found["s"])
    return run.figure(at, found.end(), "duration", seconds, unit="second")


def sizes(run: TextScan, at: int) -> ScanStep | None:
    """62 x 40 mm, 120/80 mmHg: one figure a number, of the unit that is told once."""
    found = _SIZES.match(run.lower, at) or _PAIR.match(run.lower, at)
    if found is None:
        return None
    row = TAILS[found["unit"]]
    end = found.end("b") if "b" in found.re.groupindex else found.end("sizes")
    made = [
        run.figure(size.start(), size.end(), row.kind, Decimal(size[0]), unit=row.unit, tail=found["unit"])[0]
        for size in _SIZE.finditer(run.lower, at, end)
    ]
    if "b" in found.re.groupindex:  # its stroke parts two figures, and tells no rate
        made[0] = made[0]._replace(end=found.start("b"))
    run.found += made[:-1]
    return made[-1]._replace(end=found.end()), found.end()


def joined_minutes(lower: str, found: list[Found]) -> list[Found]:
    """The figures with three minutes, 27.46 seconds told as one duration."""
    made: list[Found] = []
    for each in found:
        before = made[-1] if made else None
        if before is not None and _make_one(lower, before, each):
            seconds = 60 * Decimal(before.value or 0) + Decimal(each.value or 0)
            made[-1] = before._replace(end=each.end, value=seconds, unit="second", tail=each.tail)
        else:
            made.append(each)
    return made


def _make_one(lower: str, before: Found, each: Found) -> bool:
    if (before.unit, each.unit) != ("minute", "second") or each.qualifier or each.high or before.high:
        return False
    return _MINUTES_GAP.fullmatch(lower, before.end, each.start) is not None
