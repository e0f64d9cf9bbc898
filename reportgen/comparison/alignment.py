"""Which sentences of two texts say the same: the cheapest way through both, in order, splits and merges included.

Not here: what it costs to take sentences for the same (likeness.py), nor what stands at another place (moves.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Protocol

from reportgen.comparison.anchors import Course
from reportgen.comparison.sentences import Sentence

STEPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 4), (4, 1))
"""How many sentences of each text may say the same together; two and two would hide figures in each other's place."""
MARGIN = 12.0
"""What a way may cost more than the cheapest so far without being given up; more where none is left."""

LOOSE = 0.05
"""What it costs to go on alone where one text has much more between two anchors, as part of what it costs elsewhere."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same, one side perhaps empty."""

    first: tuple[Sentence, ...]
    second: tuple[Sentence, ...]


class Likeness(Protocol):
    """What a way through two texts costs."""

    def together(self, i: int, down: int, j: int, right: int) -> float:
        """That so many sentences from `i` on and from `j` on say the same."""
        ...

    def alone(self, side: int, at: int, stop: int) -> float:
        """That the sentences of one side say what the other does not."""
        ...


def align(
    first: Sequence[Sentence],
    second: Sequence[Sentence],
    likeness: Likeness,
    course: Course,
) -> list[Bead]:
    """The sentences of both texts in beads, in order. Time grows with the area that the course leaves open."""
    beads: list[Bead] = []
    i = j = 0
    for down, right in _cheapest(first, second, likeness, course):
        beads.append(Bead(tuple(first[i : i + down]), tuple(second[j : j + right])))
        i, j = i + down, j + right
    return beads


_State = tuple[float, int, int]  # what the way up to here costs, and its last step


def _cheapest(
    first: Sequence[Sentence], second: Sequence[Sentence], likeness: Likeness, course: Course
) -> list[tuple[int, int]]:
    ends = _passage_ends(first), _passage_ends(second)
    for margin in (MARGIN, 5 * MARGIN, inf):
        best = _ways(ends, likeness, course, margin)
        if len(second) in best[-1]:
            return _steps(best, len(first), len(second))
    raise AssertionError("the course leads nowhere")  # every row of it reaches into the next


def _ways(
    ends: tuple[Sequence[int], Sequence[int]], likeness: Likeness, course: Course, margin: float
) -> list[dict[int, _State]]:
    """For each count of the first text's sentences the cheapest ways to counts of the second's."""
    rows, columns = len(ends[0]), len(ends[1])
    reach, loose = course.reach, course.loose
    best: list[dict[int, _State]] = [{} for _ in range(rows + 1)]
    best[0][0] = (0.0, 0, 0)
    for i, row in enumerate(best):
        low, high = reach[i]
        limit = min((state[0] for state in row.values()), default=0.0) + margin
        steps = [step for step in STEPS if i + step[0] <= rows]
        for j in range(low, high + 1):
            if j not in row or (cost := row[j][0]) > limit:
                continue
            goes_on = [row[j][2] == 0 < row[j][1], row[j][1] == 0 < row[j][2]]
            for down, right in steps:
                to = j + right
                if to <= columns and reach[i + down][0] <= to <= reach[i + down][1]:
                    there = cost + likeness.together(i, down, j, right)
                    if to not in best[i + down] or there < best[i + down][to][0]:
                        best[i + down][to] = (there, down, right)
            for stop in {i + 1, ends[0][i]} if i < rows else ():
                by = LOOSE if goes_on[0] and loose[0][i] else 1.0
                _offer(best[stop], reach[stop], j, (cost + by * likeness.alone(0, i, stop), stop - i, 0))
            for stop in {j + 1, ends[1][j]} if j < columns else ():
                by = LOOSE if goes_on[1] and loose[1][j] else 1.0
                _offer(row, reach[i], stop, (cost + by * likeness.alone(1, j, stop), 0, stop - j))
    return best


def _offer(row: dict[int, _State], reach: tuple[int, int], to: int, state: _State) -> None:
    """Go a step, unless it leads out of reach or somewhere cheaper."""
    if reach[0] <= to <= reach[1] and (to not in row or state[0] < row[to][0]):
        row[to] = state


def _passage_ends(found: Sequence[Sentence]) -> list[int]:
    """For each sentence the number of the first one of the next passage."""
    ends = [len(found)] * len(found)
    for at in range(len(found) - 2, -1, -1):
        ends[at] = ends[at + 1] if found[at + 1].index == found[at].index else at + 1
    return ends


def _steps(best: Sequence[dict[int, _State]], rows: int, columns: int) -> list[tuple[int, int]]:
    steps: list[tuple[int, int]] = []
    i, j = rows, columns
    while (i, j) != (0, 0):
        _, down, right = best[i][j]
        steps.append((down, right))
        i, j = i - down, j - right
    return steps[::-1]
