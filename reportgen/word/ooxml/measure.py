"""How much room words take, roughly: enough to share out a table's width and to guess where pages end.

A Chinese character is as wide as the type is tall; Latin letters, digits and marks are counted by kind, as they are
in the usual sans serifs. Widths are in points; floats, since nothing here is ever printed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from reportgen.numbers.model.pattern import Pattern

POINTS_PER_MM = 72 / 25.4

_WORDS = Pattern(r"[^\s\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]+|[^\s]")


@lru_cache(maxsize=4096)
def _ems(character: str) -> float:
    """The width of one character in ems."""
    if unicodedata.east_asian_width(character) in "WF" or character in "“”‘’…—":
        return 1.0
    if character.isdigit():
        return 0.52
    if character.isupper():
        return 0.62
    return 0.28 if character in " .,:;!|'ijl()[]" else 0.5


@lru_cache(maxsize=4096)
def ems(text: str) -> float:
    """The width of the text on one line, in ems."""
    return sum(map(_ems, text))


@lru_cache(maxsize=4096)
def longest(text: str) -> float:
    """The width of the longest stretch that no line may break, in ems."""
    return max(map(ems, _WORDS.findall(text)), default=0.0)


BOLD = 1.05
"""How much wider bold type is."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of the text on one line, in points."""
    return ems(text) * size * (BOLD if bold else 1)


_BORDERS = Pattern(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])")


def unbroken(text: str, size: float, *, bold: bool = False) -> float:
    """The room that the text needs not to break, in points: with the quarter em that Word sets between the scripts."""
    return width(text, size, bold=bold) + borders(text) * size / 4


def borders(text: str) -> int:
    """How often Chinese characters meet Latin letters or figures."""
    return len(_BORDERS.findall(text))


def lines(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many lines the text takes in a column `room` points wide; at least one."""
    return max(1, -int(-width(text, size, bold=bold) // max(room, size)))


def share(total: float, wanted: Sequence[float], least: Sequence[float]) -> tuple[float, ...]:
    """The total shared out over columns: each what it wants where that fits, never less than its longest word.

    Room left over goes to all in proportion to what they want; room that is missing is taken from the widest first.
    """
    if sum(wanted) <= total:
        spare = total / sum(wanted)
        return tuple(value * spare for value in wanted)
    if sum(least) >= total:
        return tuple(value * total / sum(least) for value in least)
    low, high = 0.0, max(wanted)
    for _ in range(40):  # the level that the widest columns are cut down to, found by halving
        level = (low + high) / 2
        taken = sum(max(floor, min(want, level)) for want, floor in zip(wanted, least, strict=True))
        low, high = (level, high) if taken <= total else (low, level)
    cut = [max(floor, min(want, low)) for want, floor in zip(wanted, least, strict=True)]
    return tuple(value * total / sum(cut) for value in cut)
