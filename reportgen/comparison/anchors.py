"""Where two texts surely meet: what both say exactly as often, in one order. It bounds where the rest is looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise

REACH = 8
"""How many sentences beyond two anchors what stands between them may be looked for."""
BAND = 60
"""How far from the straight line between two anchors that are far apart."""
MOST_ALIKE = 3
"""How often a mark may stand in each text to be an anchor: more often, its first may be another's second."""

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


def bounds(rows: int, columns: int, met: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each count of the first text's sentences how many of the second's may go with them, from and to."""
    found = [(columns, 0)] * (rows + 1)
    corners = [(0, 0), *((i, j) for i, j in met if i and j), (rows, columns)]
    for (top, left), (bottom, right) in pairwise(corners):
        for row, low, high in _between(top, left, bottom, right):
            found[row] = min(found[row][0], max(0, low)), max(found[row][1], min(columns, high))
    found[0] = 0, max(found[0][1], REACH if rows else columns)
    found[rows] = min(found[rows][0], max(0, columns - REACH) if rows else 0), columns
    return [(low, min(columns, high)) for low, high in found]


def _between(top: int, left: int, bottom: int, right: int) -> Iterator[tuple[int, int, int]]:
    """The rows from one corner to the next with their reach: all between them, or a band where that is much."""
    height, width = bottom - top, right - left
    for row in range(top, bottom + 1):
        if width <= 2 * BAND:
            yield row, left - REACH, right + REACH
        else:
            middle = left + (row - top) * width // max(1, height)
            reach = BAND + (width if height < BAND else 0)
            yield row, max(left - REACH, middle - reach), min(right + REACH, middle + reach)
