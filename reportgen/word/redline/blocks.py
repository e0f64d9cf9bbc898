"""The paragraphs and tables of two texts side by side: which are one, which the first alone has, which the second."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeVar
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.tree import W
from reportgen.word.redline.cells import Keys, row_of

_MOST_PAIRS = 40_000
"""How many pairs between two that are the same are held against each other."""

_ALIKE = 0.35
_LEAST_MOVED = 12
"""A paragraph of fewer characters that stands elsewhere is no move: many are alike."""


class Status(StrEnum):
    """Whose an element is."""

    BOTH = "both"
    THEN = "then"
    NOW = "now"


Step = tuple[Status, int, int]
"""Whose, and which of the first and of the second; -1 for none."""

_T = TypeVar("_T")


def signature(block: Element, keys: Keys) -> str:
    """What a paragraph or a table says."""
    if block.tag == W + "p":
        section = "§" if block.find(f"{W}pPr/{W}sectPr") is not None else ""
        return section + "".join(cell.key for cell in row_of(block, keys).cells)
    if block.tag == W + "sdt":
        return "\u241c"
    return "\u241d" + "\u241e".join(signature(each, keys) for each in block.iter(W + "p"))


def inside(holder: Element) -> list[Element]:
    """The paragraphs, tables and content controls of a body, a cell, a note or a control."""
    found: list[Element] = []
    for each in holder:
        if each.tag in (W + "p", W + "tbl", W + "sdt"):
            found.append(each)
        elif each.tag in (W + "customXml", W + "ins", W + "moveTo"):
            found += inside(each)
    return found


def aligned(then: Sequence[str], now: Sequence[str], alike: Callable[[int, int], float]) -> list[Step]:
    """The steps from one to the other, in order: what is the same, then in between what is most alike."""
    found: list[tuple[int, int]] = []
    at, other = 0, 0
    blocks = SequenceMatcher(None, then, now, autojunk=False).get_matching_blocks()
    for block in blocks:
        found += _likeliest(range(at, block.a), range(other, block.b), alike)
        found += ((block.a + n, block.b + n) for n in range(block.size))
        at, other = block.a + block.size, block.b + block.size
    return list(_steps(found, len(then), len(now)))


def _steps(pairs: Sequence[tuple[int, int]], then: int, now: int) -> Iterator[Step]:
    at, other = 0, 0
    for one, two in (*pairs, (then, now)):
        yield from ((Status.THEN, each, -1) for each in range(at, one))
        yield from ((Status.NOW, -1, each) for each in range(other, two))
        if one < then:
            yield Status.BOTH, one, two
        at, other = one + 1, two + 1


def _likeliest(then: range, now: range, alike: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """The pairs, in order, that have most in common together."""
    if not then or not now or len(then) * len(now) > _MOST_PAIRS:
        return []
    best = [[0.0] * (len(now) + 1) for _ in range(len(then) + 1)]
    score = [[alike(one, other) for other in now] for one in then]
    for i in range(len(then) - 1, -1, -1):
        for j in range(len(now) - 1, -1, -1):
            paired = score[i][j] + best[i + 1][j + 1] if score[i][j] >= _ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(then) and j < len(now):
        if score[i][j] >= _ALIKE and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            found.append((then[i], now[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def likeness(one: str, other: str) -> float:
    """The share of pairs of letters that two texts have in common, of those of both."""
    letters = _letters(one), _letters(other)
    return 2 * len(letters[0] & letters[1]) / max(1, len(letters[0]) + len(letters[1]))


def _letters(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset({text})


def with_last_paired(steps: list[Step], then: Sequence[Element], now: Sequence[Element]) -> list[Step]:
    """The steps with the last paragraphs of both paired where one must stay: a text ends with a paragraph's mark.

    Where the other side only goes on behind a paragraph that both have, the marks are shifted instead (story.py).
    """
    if not then or not now or then[-1].tag != W + "p" or now[-1].tag != W + "p":
        return steps
    tail = list(_tail(steps))
    lone = {step[0] for step in tail}
    tables = any((then[a] if a >= 0 else now[b]).tag != W + "p" for _, a, b in tail)
    if len(lone) < 2 and not (tables and lone) and (not lone or len(tail) < len(steps)):
        return steps
    last = (len(then) - 1, len(now) - 1)
    pairs = [(a, b) for status, a, b in steps if status is Status.BOTH and a != last[0] and b != last[1]]
    return list(_steps([*pairs, last], len(then), len(now)))


def _tail(steps: Sequence[Step]) -> Iterator[Step]:
    for step in reversed(steps):
        if step[0] is Status.BOTH:
            return
        yield step


def moves(
    steps: Sequence[Step], then: Sequence[str], now: Sequence[str], free: Callable[[int, int], bool]
) -> dict[int, int]:
    """Paragraphs that stand elsewhere as they were: of the first, and of the second."""
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for status, _, other in steps:
        if status is Status.NOW:
            waiting[now[other]].append(other)
    found: dict[int, int] = {}
    for status, one, _ in steps:
        same = waiting[then[one]] if status is Status.THEN and len(then[one]) >= _LEAST_MOVED else []
        if same and free(one, same[0]):
            found[one] = same.pop(0)
    return found
