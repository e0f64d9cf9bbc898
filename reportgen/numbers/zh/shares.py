"""Shares of a whole in Chinese: 三分之一, 百分之三十五, 1/3, 一半, 半数, 半年."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportgen.numbers.grammar.numerals import digits
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.figure_kinds import far_qualifier
from reportgen.numbers.zh.left_context import left_of
from reportgen.numbers.zh.number_patterns import AFTERWARDS, NUMBER, qualified, value_of
from reportgen.numbers.zh.numerals import han_span
from reportgen.numbers.zh.reading_words import AFTER, TAILS, VERBS, tail_at

_FRACTION = Pattern(
    rf"(?P<den>[百千万]|{NUMBER})\s?分之\s?(?P<num>{NUMBER})(?P<more>多)?(?:\s?(?:[~～〜–-]|至|到)\s?(?:百分之)?(?P<to>{NUMBER}))?"
    rf"(?P<after>{AFTERWARDS})?|(?P<n>[0-9]{{1,2}})/(?P<d>[0-9]{{1,3}})(?![0-9/])(?P<rest>{AFTERWARDS})?"
)


def fraction(run: TextScan, at: int) -> ScanStep | None:
    """三分之一, 百分之三十五, 1/3."""
    if (both := _both(run, at)) is not None:
        return both
    found = _FRACTION.match(run.text, at)
    if found is None:
        return None
    span = han_span(found["num"] or "")
    num = span[0] if span else value_of(found["num"] or found["n"])
    den = value_of(found["den"] or found["d"])
    if num is None or den is None or not _is_part(num, den, proper=found["n"] is not None):
        return (None, found.end()) if found["n"] else None
    left = left_of(run.text, at, run.floor, found[0])
    qualifier, qform = qualified(left, found["after"] or found["rest"] or found["more"])
    way = None if left.to else VERBS.get(left.verb)
    said: dict[str, Any] = {"qualifier": qualifier, "qform": qform, "direction": way}
    if found["den"] and den == 100:
        high = span[1] if span else value_of(found["to"] or "")
        value, low = (num, None) if high is None else (None, num)
        return run.figure(left.start, found.end(), "percent", value, low=low, high=high, **said)
    if not _are_whole(num, den):
        return None
    if qualifier is None:
        said["qualifier"], said["qform"] = far_qualifier(run.text, left.start, loose=False)
    return run.figure(left.start, found.end(), "fraction", f"{num}/{den}", **said)


_PAIR = Pattern(r"([0-9]{2,4})/([0-9]{2,4})(?![0-9/.])")


def _both(run: TextScan, at: int) -> ScanStep | None:
    """50/60 Hz, 130/80毫米汞柱: two measures that share a unit, and no fraction."""
    found = _PAIR.match(run.text, at)
    if found is None:
        return None
    end, word, _ = tail_at(run.tails, run.text, found.end())
    tail = run.tails.table.get(word or "")
    if tail is None or tail.kind != "measure":
        return None
    said = {"unit": tail.unit, "tail": word}
    run.found.append(run.figure(at, found.end(1), "measure", digits(found[1]), **said)[0])
    return run.figure(found.start(2), end, "measure", digits(found[2]), **said)


def _is_part(num: Decimal, den: Decimal, proper: bool) -> bool:
    """Whether the numbers make a fraction; one printed as 1/3 is proper, or no fraction at all."""
    return den >= 2 and (0 < num < den if proper else num >= 0)


def _are_whole(*numbers: Decimal) -> bool:
    return all(number == int(number) for number in numbers)


_ONE_HALF = Pattern(rf"一半(?:(?P<more>多)|(?P<after>{AFTERWARDS}))?")


def one_half(run: TextScan, at: int) -> ScanStep | None:
    found = _ONE_HALF.match(run.text, at)
    if found is None:
        return None
    left = left_of(run.text, at, run.floor, "一")
    qualifier, qform = qualified(left, found["after"] or found["more"])
    if qualifier is None:
        qualifier, qform = far_qualifier(run.text, left.start, loose=False)
    way = None if left.to else VERBS.get(left.verb)
    return run.figure(left.start, found.end(), "fraction", "1/2", qualifier=qualifier, qform=qform, direction=way)


_HALF = Pattern(r"半(?P<tail>年(?!报|度报|线)|个多?月|个多?小时|小时|天(?!然)|个百分点|数(?!据|字))?")


_AFTERWARDS = Pattern(rf"\s?({AFTERWARDS})")


def half(run: TextScan, at: int) -> ScanStep | None:
    """半年, 半个百分点, 半数, 过半, 减半; 上半年 is a period."""
    text, found = run.text, _HALF.match(run.text, at)
    if found is None:
        return None
    before, tail, end = text[at - 1 : at], found["tail"], found.end()
    if before in ("上", "下") and tail == "年":
        return run.figure(at - 1, end, "date", "H1" if before == "上" else "H2")
    if before == "减":
        return run.figure(at - 1, end, "fraction", "1/2", direction="down")
    left = left_of(text, at, run.floor, "半")
    said = {"qualifier": left.qualifier, "qform": left.qform}
    if tail == "数" and (after := _AFTERWARDS.match(text, end)):  # 半数以上
        said["qualifier"], said["qform"] = AFTER[after[1]], after[1]
        end = after.end()
    if tail == "数" or (tail is None and left.qform in ("过", "超过", "超", "近")):
        return run.figure(left.start, end, "fraction", "1/2", **said)
    row = TAILS.get(tail.replace("多", "")) if tail else None
    return (
        run.figure(left.start, end, row.kind, Decimal("0.5"), unit=row.unit, tail=tail, form="half", **said)
        if row
        else None
    )
