"""How far a long work has come: steps told as they begin. Not here: how they are shown."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from reportgen.records import record


@record
class Step:
    """One step of a work: its number from 1, how many there are, and what is being made."""

    number: int
    total: int
    text: str


Progress = Callable[[Step], None]
"""Told each step as it begins."""


def stepping(progress: Progress | None, total: int) -> Callable[[str], None]:
    """What tells the next step of so many by its text; nothing where nobody listens."""
    if progress is None:
        return lambda _: None
    numbers = count(1)
    return lambda text: progress(Step(next(numbers), total, text))
