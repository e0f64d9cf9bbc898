"""Compares what two texts refer to by numbers: times of day, tables, articles, standards with their years, weekdays.

What only one text has is let pass: a translator says "the table" and "in the morning". What both have and tell
differently is an error.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reportgen.numbers.agreement.comparison import ERROR, Diagnosis
from reportgen.numbers.agreement.disagreement import Disagreement
from reportgen.numbers.en.references import references as en_references
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.normalize import plain
from reportgen.numbers.grammar.reference import Reference
from reportgen.numbers.zh.references import may_refer
from reportgen.numbers.zh.references import references as zh_references

_GROUPS: tuple[tuple[str, ...], ...] = (
    ("clock",), ("weekday",), ("standard",), ("figure", "table"), ("annex", "table"), ("equation",),
    ("chapter", "section", "article", "clause"), ("congress",), ("plenum",),
)  # fmt: skip
_DIAGNOSES: dict[str, Diagnosis] = {"clock": "clock", "weekday": "clock"}


LIMIT = 200
"""References of one text beyond which nothing is compared: that is no passage."""


class References(NamedTuple):
    """What both texts refer to by numbers."""

    zh: list[Reference]
    en: list[Reference]


def both_references(zh_text: str, en_text: str) -> References | None:
    """The references of both texts; None where the Chinese has none, so that there is nothing to compare."""
    shown = plain(zh_text)[0]
    if not may_refer(shown):
        return None
    zh = zh_references(shown)
    if not zh or len(zh) > LIMIT:
        return None
    en = en_references(plain(en_text)[0])
    return References(zh, en) if len(en) <= LIMIT else None


def without_references(found: list[Found], references: list[Reference]) -> list[Found]:
    """The figures that are no part of a reference: the 30 of 9点30分 is none."""
    inside = {at for reference in references for at in range(reference.start, reference.end)}
    return [
        each
        for each in found
        if each.kind not in _REFERRING or (each.start not in inside and each.end - 1 not in inside)
    ]


_REFERRING = frozenset({"count", "ordinal", "ratio", "score", "duration", "hint"})


def other_references(references: References, zh_text: str, en_text: str) -> list[Disagreement]:
    """The references that the English tells otherwise than the Chinese."""
    zh, en = references
    zh, en = _without(zh, en, _same), _without(en, zh, _same)
    zh, en = _without(zh, en, _alike), _without(en, zh, _alike)
    made: list[Disagreement] = []
    for first in zh:
        second = next((each for each in en if each.kind == first.kind), None)
        second = second or next((each for each in en if _grouped(first, each)), None)
        if second is not None and _comparable(first, second):
            en.remove(second)
            told = _found(first, zh_text), _found(second, en_text)
            made.append(Disagreement(ERROR, _DIAGNOSES.get(first.kind, "label"), *told, ""))
    return made


def _same(one: Reference, two: Reference) -> bool:
    return one.kind == two.kind and _equal(one, two)


def _alike(one: Reference, two: Reference) -> bool:
    """The same number of what the other language may call otherwise: 第3条, Section 3; but Table 3 is no 图3."""
    return {one.kind, two.kind} != {"figure", "table"} and _grouped(one, two) and _equal(one, two)


def _equal(one: Reference, two: Reference) -> bool:
    if one.kind != "clock" or one.value == two.value:
        return one.value == two.value
    return bool(_moments(one) & _moments(two))


def _moments(clock: Reference) -> frozenset[int]:
    """The times that one told without its half of the day may mean."""
    moment = int(clock.value.rstrip("?"))
    return frozenset((moment, (moment + 720) % 1440)) if clock.value[-1] == "?" else frozenset((moment,))


def _grouped(one: Reference, two: Reference) -> bool:
    return any(one.kind in group and two.kind in group for group in _GROUPS)


def _comparable(one: Reference, two: Reference) -> bool:
    """Standards are held against each other where one is the other but for its year or its last digits."""
    if one.kind != "standard" or two.kind != "standard":
        return True
    (name, _, year), (other_name, _, other_year) = (each.value.partition(":") for each in (one, two))
    if name == other_name:
        return bool(year and other_year)
    return name.split(" ")[0] == other_name.split(" ")[0]


def _without(
    own: list[Reference], others: list[Reference], same: Callable[[Reference, Reference], bool]
) -> list[Reference]:
    """The references that the other text has none like, one for one."""
    waiting = list(others)
    left: list[Reference] = []
    for each in own:
        match = next((other for other in waiting if same(each, other)), None)
        if match is None:
            left.append(each)
        else:
            waiting.remove(match)
    return left


def _found(reference: Reference, text: str) -> Found:
    """A reference as what is shown of it; its places are those of the original text."""
    places = plain(text)[1]
    start, end = reference.start, reference.end
    if places is not None:
        start, end = places[start], places[end - 1] + 1
    return Found(text, start, end, reference.kind, reference.value)
