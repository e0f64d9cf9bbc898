"""Where two texts surely meet: what both say exactly as often, in one order. It bounds where the rest is looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

REACH = 8
"""How many sentences beyond two anchors what stands between them may be looked for."""
BAND = 60
"""How far from the straight line between two anchors that are far apart."""
MOST_ALIKE = 3
"""How often a mark may stand in each text to be an anchor: more often, its first may be another's second."""

MUCH, MUCH_MORE = 6, 1.7
"""How many sentences more one text must have between two anchors, and how many times as many, to have left some out."""

Marks = Sequence[Iterable[Hashable]]
"""For each sentence what it can be recognized by."""


def anchors(first: Marks, second: Marks) -> list[tuple[int, int]]:
    """Pairs of sentences that share a mark which both texts have as often, the longest chain in order."""
    left, right = _places(first), _places(second)
    met = {
        pair
        for mark, places in left.items()
        if len(places) <= MOST_ALIKE and len(places) == len(right.get(mark, ()))
        for pair in zip(places, right[mark], strict=True)
    }
    return _longest_chain(sorted(met, key=lambda pair: (pair[0], -pair[1])))


def _places(marks: Marks) -> dict[Hashable, list[int]]:
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, each in enumerate(marks):
        for mark in set(each):
            places[mark].append(index)
    return places


def _longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs that rise on both sides, by patience sorting."""
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for order, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        if pile == len(tops):
            tops.append(place)
            at.append(order)
        else:
            tops[pile], at[pile] = place, order
        before.append(at[pile - 1] if pile else -1)
    chain: list[tuple[int, int]] = []
    order = at[-1] if at else -1
    while order >= 0:
        chain.append(pairs[order])
        order = before[order]
    return chain[::-1]


@dataclass(frozen=True, slots=True)
class Course:
    """Where the way through two texts may lead.

    `reach` is for each count of the first text's sentences how many of the second's may go with them, from and to.
    `loose` is for each sentence of either text whether much more stands around it than in the other text.
    """

    reach: list[tuple[int, int]]
    loose: tuple[list[bool], list[bool]]


def course(rows: int, columns: int, met: Sequence[tuple[int, int]]) -> Course:
    """The course between anchors of texts of so many sentences."""
    found = [(columns, 0)] * (rows + 1)
    loose = [False] * rows, [False] * columns
    corners = [(0, 0), *((i, j) for i, j in met if i and j), (rows, columns)]
    for (top, left), (bottom, right) in pairwise(corners):
        for row, low, high in _between(top, left, bottom, right):
            found[row] = min(found[row][0], max(0, low)), max(found[row][1], min(columns, high))
        height, width = bottom - top, right - left
        if height - width >= MUCH and height > MUCH_MORE * width:
            loose[0][top:bottom] = [True] * height
        if width - height >= MUCH and width > MUCH_MORE * height:
            loose[1][left:right] = [True] * width
    found[0] = 0, max(found[0][1], REACH if rows else columns)
    found[rows] = min(found[rows][0], max(0, columns - REACH) if rows else 0), columns
    return Course([(low, min(columns, high)) for low, high in found], loose)


def _between(top: int, left: int, bottom: int, right: int) -> Iterator[tuple[int, int, int]]:
    """The rows from one corner to the next with their reach: all between them, or a band where that is much."""
    height, width = bottom - top, right - left
    for row in range(top, bottom + 1):
        if width <= 2 * BAND:
            yield row, left - REACH, right + REACH
        else:
            middle = left + (row - top) * width // max(1, height)
            reach = BAND + (width if height < BAND else width // height)
            yield row, max(left - REACH, middle - reach), min(right + REACH, middle + reach)
