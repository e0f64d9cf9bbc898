"""Where two figures that nothing tells apart stand in another order in the English: 甲3%，乙5% against 5% and 3%.

Translators keep the order of what stands side by side; they turn it where one figure depends on the other (up from,
more than, of which), or where what the figures are of is turned with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from reportgen.numbers.agreement.belonging import NamingText, Value, belonging, value_of
from reportgen.numbers.agreement.comparison import ERROR
from reportgen.numbers.agreement.disagreement import Disagreement
from reportgen.numbers.grammar.found import RELATIONS, Found
from reportgen.numbers.model.pattern import Pattern

_ALIKE = ("percent", "pp", "money", "multiple", "measure", "duration", "count")
_DEPENDS = Pattern(
    r"\b(?:from(?!\s(?:[a-z]+\s)?[12][0-9]{3})|than|of which|out of|compared|against|versus|on a|higher|lower|more|less"
    r"|within|after|before|when|in the [0-9])\b"
)
# 23人遇难、147人受伤; not 10个国家的44名专家
_PARALLEL = Pattern(r"[^，、；和的中共]{0,8}[，、；和][^，、；的中共]{0,8}")
_GENERAL = frozenset(("", "个", "次", "项", "种", "类"))  # which count anything
_REACH = 24


def crossed(zh: NamingText, en: NamingText) -> Iterator[Disagreement]:
    """Neighbors of one kind that the English tells in the other order, without a reason to be seen."""
    counts = Counter(each.kind for each in zh.found)
    for kind in _ALIKE:
        if counts[kind] < 2:
            continue
        told = _told(zh, kind), _told(en, kind)
        if [key for key, _ in told[0]] == [key for key, _ in told[1]]:
            continue
        ours, theirs = map(_unique, told)
        shared = [key for key in ours if key in theirs]
        for first, second in pairwise(shared):
            one, two = theirs[first], theirs[second]
            if one.start < two.start or first[1:] != second[1:]:
                continue
            if kind == "count" and not _are_parallel(ours[first], ours[second]):
                continue
            if _has_reason(en, two, one) or _are_named(zh, en, kind, first, second):
                continue
            yield Disagreement(ERROR, "order", ours[first], two)
            break


_Key = tuple[Value, object, object, object]


def _told(side: NamingText, kind: str) -> list[tuple[_Key, Found]]:
    """The figures of a kind, in order."""
    return [
        ((value_of(each), each.unit, each.direction, RELATIONS[each.qualifier] if each.qualifier else None), each)
        for each in side.found
        if each.kind == kind and not each.weak
    ]


def _unique(told: list[tuple[_Key, Found]]) -> dict[_Key, Found]:
    """The figures that are told but once, in order."""
    counts = Counter(key for key, _ in told)
    return {key: each for key, each in told if counts[key] == 1}


def _are_parallel(first: Found, second: Found) -> bool:
    """Whether two counts of like things stand side by side, and neither is part of what the other counts."""
    if first.tail in _GENERAL or first.tail != second.tail:
        return False
    return _PARALLEL.fullmatch(first.source, first.end, second.start) is not None


def _has_reason(en: NamingText, first: Found, second: Found) -> bool:
    """Whether words between or before the two figures make one depend on the other."""
    before = en.text.rfind(" ", 0, max(0, first.start - _REACH)) + 1
    return _DEPENDS.search(en.text, before, second.start) is not None


def _are_named(zh: NamingText, en: NamingText, kind: str, first: _Key, second: _Key) -> bool:
    """Whether a subject of one of them is the same in both texts, so that the order has changed with it."""
    families = {each.subject.family for each in zh.mentions} & {each.subject.family for each in en.mentions}
    for family in families:
        sides = [{(told.subject, told.value) for told in belonging(side, family, (kind,))} for side in (zh, en)]
        for subject, value in sides[0] & sides[1]:
            other = {first[0]: second[0], second[0]: first[0]}.get(value)
            if other is not None and not any((subject, other) in side for side in sides):  # else it is that of both
                return True
    return False
