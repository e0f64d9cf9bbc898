"""What it costs to take sentences for the same: lengths that differ, figures and names that one side has alone.

After Gale and Church (1993), with figures and names beside the lengths between two languages, and with the words
themselves between two editions in one.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import accumulate, pairwise
from math import log
from typing import TypeVar

from reportgen.comparison.sentences import Sentence, words_in

_Held = TypeVar("_Held")

_SHORT = 8.0  # letters that every side counts more: 家 is no second figure behind 1108
_LENGTH = 1.6
_SHARED, _ALONE, _NAME = 1.0, 0.9, 0.5
_STRANGER = 1.2  # one of several sentences has figures, and none of them on the other side
_MERGED = 0.75  # for each sentence more than one on either side
_OTHER_KIND, _OVER_HEADING = 2.0, 3.0
_OTHER_EDGE = 0.15  # a passage begins here on one side only
_SKIP, _SKIP_PART = 2.2, 2.8  # whole passages are left out more often than parts
_SKIP_ON, _SKIP_FIGURE = 0.7, 0.3
_ROW, _COLUMN, _CELLS = 0.6, 0.3, 1.5


class _Texts:
    """Two texts as a way through them sees them: figures as small numbers, lengths added up."""

    def __init__(self, first: Sequence[Sentence], second: Sequence[Sentence]) -> None:
        self.sides = first, second
        numbers: dict[Hashable, int] = {}
        self.figures = tuple(
            [[numbers.setdefault(key, len(numbers)) for key in each.figures] for each in side] for side in self.sides
        )
        self.lengths = tuple([0.0, *accumulate(each.length for each in side)] for side in self.sides)
        self.counted = tuple([0, *accumulate(map(len, side))] for side in self.figures)
        self.special = tuple([0, *accumulate(_is_special(each) for each in side)] for side in self.sides)

    def alone(self, side: int, at: int, stop: int) -> float:
        """That the sentences of one side say what the other does not: further ones are less unlikely than the first."""
        figures = self.counted[side][stop] - self.counted[side][at]
        found = self.sides[side]
        part = found[at].start > 0 or (stop < len(found) and found[stop].index == found[stop - 1].index)
        return (_SKIP_PART if part else _SKIP) + _SKIP_ON * (stop - at - 1) + _SKIP_FIGURE * figures

    def figured(self, i: int, down: int, j: int, right: int) -> float:
        """What the figures say to it."""
        one, two = self.counted
        total = one[i + down] - one[i] + two[j + right] - two[j]
        if one[i + down] == one[i] or two[j + right] == two[j]:
            return _ALONE * total + (_STRANGER if total and down + right > 2 else 0.0)
        one_side, other = self.figures[0][i : i + down], self.figures[1][j : j + right]
        if down > right:
            one_side, other = other, one_side
        rest = [key for each in one_side for key in each]
        shared, strangers = 0, 0
        for each in other:
            before = shared
            for key in each:
                if key in rest:
                    rest.remove(key)
                    shared += 1
            strangers += bool(each) and shared == before
        cost = _ALONE * (total - 2 * shared) - _SHARED * shared
        return cost + _STRANGER * strangers if down + right > 2 else cost

    def placed(self, i: int, down: int, j: int, right: int) -> float:
        """What headings, cells and the edges of passages say to it."""
        first, second = self.sides
        cost = _MERGED * (down + right - 2)
        if (first[i].start == 0) != (second[j].start == 0):
            cost += _OTHER_EDGE
        one, two = self.special
        if one[i + down] == one[i] and two[j + right] == two[j]:
            return cost
        here, there = first[i : i + down], second[j : j + right]
        if here[0].passage.level != there[0].passage.level:
            cost += _OTHER_KIND if here[0].passage.heading != there[0].passage.heading else 0.5
        for side in (here, there):
            if any(each.passage.heading for each in side) and side[0].index != side[-1].index:
                cost += _OVER_HEADING
        return cost + _moved(here, there)


def _is_special(sentence: Sentence) -> bool:
    """Whether it stands in a heading or in a table, where its place says more than that of others."""
    return sentence.passage.heading or sentence.cell is not None


def _moved(first: Sequence[Sentence], second: Sequence[Sentence]) -> float:
    """How far apart sentences stand in their tables: translators keep the rows and cells, or make one column two."""
    if not any(each.cell for each in (*first, *second)):
        return 0.0
    sides = [{(each.cell.row, each.cell.first) if each.cell else None for each in side} for side in (first, second)]
    places = sides[0] | sides[1]
    rows = {place and place[0] for place in places}
    return _ROW * (len(rows) - 1) + _COLUMN * (len(places) - 1) + _CELLS * (len(sides[0]) + len(sides[1]) - 2)


class Rendering(_Texts):
    """A text and its translation: lengths, figures and names."""

    def __init__(self, first: Sequence[Sentence], second: Sequence[Sentence]) -> None:
        super().__init__(first, second)
        known = _all_of([each.names for each in first]) & _all_of([each.names for each in second])
        self.names = tuple([each.names & known for each in side] for side in self.sides)
        self.named = tuple([0, *accumulate(map(len, side))] for side in self.names)

    def together(self, i: int, down: int, j: int, right: int) -> float:
        """That these sentences say the same."""
        one, two = self.lengths
        apart = abs(log((two[j + right] - two[j] + _SHORT) / (one[i + down] - one[i] + _SHORT)))
        cost = _LENGTH * apart + self.figured(i, down, j, right) + self.placed(i, down, j, right)
        one, two = self.named
        if one[i + down] == one[i] or two[j + right] == two[j]:
            return cost
        left = _all_of(self.names[0][i : i + down])
        other = _all_of(self.names[1][j : j + right])
        return cost - _NAME * min(3, len(left & other))


class Edition(_Texts):
    """A text and its later edition in the same language: the words themselves."""

    def __init__(self, first: Sequence[Sentence], second: Sequence[Sentence]) -> None:
        super().__init__(first, second)
        self.words = tuple([frozenset(_pairs(words_in(each.text))) for each in side] for side in self.sides)

    def together(self, i: int, down: int, j: int, right: int) -> float:
        """That these sentences say the same."""
        left = self.words[0][i] if down == 1 else _all_of(self.words[0][i : i + down])
        other = self.words[1][j] if right == 1 else _all_of(self.words[1][j : j + right])
        return 6.0 * (0.5 - alike(left, other)) + self.placed(i, down, j, right)

    def alone(self, side: int, at: int, stop: int) -> float:
        """That one edition alone says this."""
        return 1.2 * (stop - at)


def _all_of(sets: Sequence[frozenset[_Held]]) -> frozenset[_Held]:
    """What stands in any of the sets."""
    return frozenset[_Held]().union(*sets)


def alike(first: frozenset[Hashable], second: frozenset[Hashable]) -> float:
    """How much two sets share, from 0 to 1 (Dice)."""
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 1.0


def _pairs(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Each word with the next one: 收入 and not 收, 入; a lone word as it is."""
    return [(word, after) for word, after in pairwise(words)] or [tuple(words)]
