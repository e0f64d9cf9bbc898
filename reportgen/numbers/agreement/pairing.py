"""Which figure of one text belongs to which of the other: exactly equal ones first, the rest by how near they come."""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.agreement.comparison import Verdict
from reportgen.numbers.agreement.figure_compare import compare, exact_key
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.numerals import EXACT
from reportgen.numbers.model.pattern import Pattern

REACH = 32  # leftovers of one text that are compared with each leftover of the other: texts may be long

_OUT_OF = Pattern(r"\s(?:[a-z]+\s){0,2}?(?:in|out of|of)\s(?:every\s|the\s)?|-in-")


def with_shares(found: list[Found], zh: list[Found]) -> list[Found]:
    """Six in ten, four of the seven as the shares they are; where the Chinese tells none so, they stay two figures."""
    shares = {share for each in zh if (share := _share(each)) is not None}
    made: list[Found] = []
    for each in found:
        part = made[-1] if made else None
        if part is not None and part.kind == each.kind == "count" and each.value and part.value and not each.power:
            between = each.source[part.end : each.start]
            if len(between) < 32 and _OUT_OF.fullmatch(between) and _likely(part, each, between, shares):
                made[-1] = part._replace(kind="fraction", value=f"{part.value}/{each.value}", end=each.end, weak=False)
                continue
        made.append(each)
    return made


def _share(found: Found) -> Decimal | None:
    if found.kind == "fraction" and isinstance(found.value, str) and "/" in found.value:
        num, _, den = found.value.partition("/")
        return EXACT.divide(Decimal(num), Decimal(den)) if Decimal(den) else None
    return (
        EXACT.divide(found.value, Decimal(100))
        if found.kind == "percent" and isinstance(found.value, Decimal)
        else None
    )


_PLAIN_OUT_OF = Pattern(r"\s(?:in|out of)\s(?:every\s)?|-in-")


def _likely(part: Found, whole: Found, between: str, shares: set[Decimal]) -> bool:
    """Whether two numbers are one share: told plainly, or just that of the Chinese (one employee in six)."""
    if _PLAIN_OUT_OF.fullmatch(between):
        return True
    assert isinstance(part.value, Decimal)
    assert isinstance(whole.value, Decimal)
    return EXACT.divide(part.value, whole.value) in shares


def without_equals(zh: list[Found], en: list[Found]) -> tuple[list[Found], list[Found]]:
    """Both sides without the figures that the other side tells exactly so, one for one."""
    alike = 0  # as many as both tell alike from the start on: Decimals are slow to hash, and quick to compare
    for first, second in zip(zh, en, strict=False):
        if exact_key(first) != exact_key(second):
            break
        alike += 1
    zh, en = zh[alike:], en[alike:]
    if not zh or not en:
        return zh, en
    numbers: dict[tuple[object, ...], int] = {}
    zh_keys = [numbers.setdefault(exact_key(found), len(numbers)) for found in zh]
    en_keys = [numbers.setdefault(exact_key(found), len(numbers)) for found in en]
    return _beyond(zh, zh_keys, en_keys), _beyond(en, en_keys, zh_keys)


def _beyond(found: list[Found], keys: list[int], others: list[int]) -> list[Found]:
    """The figures of which the other side has no equal, or not as many."""
    waiting: dict[int, int] = {}
    for key in others:
        waiting[key] = waiting.get(key, 0) + 1
    left: list[Found] = []
    for each, key in zip(found, keys, strict=True):
        if waiting.get(key):
            waiting[key] -= 1
        else:
            left.append(each)
    return left


def without_ends(ranges: list[Found], singles: list[Found]) -> tuple[list[Found], list[Found]]:
    """Both sides without the ranges whose ends the other tells as figures of their own (由2.1亿元增至6.3亿元).

    A score counts as one: three wins, a draw and two defeats for 3胜1平2负.
    """
    waiting: dict[tuple[object, ...], list[int]] = {}  # the places of the figures of a kind, unit and value, first last
    ends_of = [_ends(found) for found in ranges]
    if not any(ends_of):
        return ranges, singles
    for index in range(len(singles) - 1, -1, -1):
        single = singles[index]
        waiting.setdefault((single.kind, single.unit, single.value), []).append(index)
    taken: set[int] = set()
    kept: list[Found] = []
    for found, ends in zip(ranges, ends_of, strict=True):
        kind = "count" if found.kind == "score" else found.kind
        places = _taken([waiting.get((kind, found.unit, end), []) for end in ends]) if ends else None
        if places is None:
            kept.append(found)
        else:
            taken |= places
    return kept, [single for index, single in enumerate(singles) if index not in taken] if taken else singles


def _taken(waiting: list[list[int]]) -> set[int] | None:
    """A place of its own from each row, the first that waits there; None where one has none, and then none is taken."""
    places: list[int] = []
    for row in waiting:
        if not row:
            break
        places.append(row.pop())
    if len(places) == len(waiting):
        return set(places)
    for place, row in zip(reversed(places), reversed(waiting[: len(places)]), strict=True):
        row.append(place)
    return None


def _ends(found: Found) -> tuple[Decimal | str, ...]:
    """The ends of a range of amounts or of days: December 14 and 15 for 12月14日至15日; the parts of a score."""
    if found.low is not None and found.high is not None:
        return found.low, found.high
    if found.kind == "date" and isinstance(found.value, str) and _DAYS.fullmatch(found.value):
        return tuple(found.value.split("/"))
    if found.kind == "score" and isinstance(found.value, str) and _PARTS.fullmatch(found.value):
        return tuple(map(Decimal, found.value.split("-")))  # three wins and two losses for 3胜2负
    return ()


_PARTS = Pattern("[0-9]{1,3}(?:-[0-9]{1,3}){1,2}")
_DAYS = Pattern("[0-9-]{7,10}/[0-9-]{7,10}")


def nearest(zh: list[Found], en: list[Found]) -> list[tuple[Verdict, int, int]]:
    """Pairs of the two sides by index, nearest first; among equals those that stand at like places."""
    candidates: list[tuple[float, int, int, Verdict]] = []
    for i, first in enumerate(zh):
        start = max(0, i * len(en) // len(zh) - REACH // 2)
        for j in range(start, min(start + REACH, len(en))):
            if (verdict := compare(first, en[j])) is not None:
                apart = abs(i / len(zh) - j / len(en))
                candidates.append((verdict.cost + apart / 4, i, j, verdict))
    candidates.sort(key=lambda candidate: candidate[0])
    taken_zh: set[int] = set()
    taken_en: set[int] = set()
    pairs: list[tuple[Verdict, int, int]] = []
    for _, i, j, verdict in candidates:
        if i not in taken_zh and j not in taken_en:
            taken_zh.add(i)
            taken_en.add(j)
            pairs.append((verdict, i, j))
    return pairs
