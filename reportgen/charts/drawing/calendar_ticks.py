"""Months and quarters along an axis of time, as a newspaper sets them: the year once, then 2, 3, 4; Feb, Mar, Apr.

The last is always told. Where not all have room, every second, third, fourth, sixth or twelfth month is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reportgen.charts.drawing.typesetter import SetText, Typesetter
from reportgen.document import Mark

STEPS = (1, 2, 3, 4, 6, 12)  # months
BETWEEN = 1.6  # mm between two of them

Placed = tuple[float, SetText, float]
"""The point on the axis, the words, and their center."""


def calendar_ticks(
    marks: Mapping[float, Mark], setter: Typesetter, left: float, right: float
) -> tuple[Placed, ...] | None:
    """The ticks, given the marks by their points on the axis; None where a mark is no month or quarter."""
    order = sorted(marks)
    if len(order) < 2 or not all(len(marks[x].ticks) == 2 and marks[x].when is not None for x in order):
        return None
    for step in STEPS:
        if placed := _fitting(_every(order, marks, step), marks, setter, (left, right)):
            return placed
    return None


def _month(mark: Mark) -> int:
    """The month of the year, 0 to 11, or the one in the middle of a quarter."""
    assert mark.when is not None
    return int(mark.when % 1 * 12)


def _every(order: Sequence[float], marks: Mapping[float, Mark], step: int) -> list[float]:
    """The points of every so many months, of the first and of the last."""
    offset = 1 if all(_month(mark) % 3 == 1 for mark in marks.values()) else 0
    return [x for x in order if x in (order[0], order[-1]) or (_month(marks[x]) - offset) % step == 0]


def _fitting(
    shown: list[float], marks: Mapping[float, Mark], setter: Typesetter, edges: tuple[float, float]
) -> tuple[Placed, ...] | None:
    """The ticks with room for each, some beside years and the last left out; None where two plain ones meet."""
    last = shown[-1]
    while True:
        dated = {x for index, x in enumerate(shown) if not index or _year(marks, x) != _year(marks, shown[index - 1])}
        placed = [_placed(x, marks[x], setter, edges, dated=x in dated) for x in shown]
        meeting = next((pair for pair in pairwise(placed) if _meet(*pair)), None)
        if meeting is None:
            return tuple(placed)
        (one, _, _), (other, _, _) = meeting
        if one not in dated and other not in dated and other != last:
            return None
        shown.remove(one if other == last or (other in dated and one not in (last,)) else other)


def _year(marks: Mapping[float, Mark], x: float) -> int:
    return int(marks[x].when or 0)


def _placed(x: float, mark: Mark, setter: Typesetter, edges: tuple[float, float], *, dated: bool) -> Placed:
    words = setter.tick(mark.ticks[0 if dated else 1])
    low, high = edges[0] + words.width / 2, edges[1] - words.width / 2
    return x, words, min(max(x, low), high)


def _meet(one: Placed, other: Placed) -> bool:
    return other[2] - one[2] < (one[1].width + other[1].width) / 2 + BETWEEN
