"""Values parted into classes at round limits: as many values in each as can be, none parted from its equals."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

WANTED = 5
"""Classes, where the values are different enough."""

SLACK = 0.3
"""How much more or less than its share a class may hold, for the sake of a rounder limit."""


def limits_of(values: Sequence[Decimal], wanted: int = WANTED) -> tuple[Decimal, ...]:
    """The limits between classes, rising: a value at a limit belongs to the class above it.

    Where values stand on both sides of zero, zero is a limit, and each side has its share of the classes.
    """
    below, above = [value for value in values if value < 0], [value for value in values if value >= 0]
    if not below or not any(above):
        return _parted(values, wanted)
    down = min(max(round(wanted * len(below) / len(values)), 1), wanted - 1)
    return (*_parted(below, down), Decimal(0), *_parted([value for value in above if value > 0], wanted - down))


def _parted(values: Sequence[Decimal], wanted: int) -> tuple[Decimal, ...]:
    """Round limits between neighbors, near to where each class would hold as many values as another."""
    in_order = sorted(values)
    limits = {
        step: roundest(low, high) for step, (low, high) in enumerate(pairwise(in_order), 1) if low < high
    }  # by how many values stand below
    slack = len(in_order) * SLACK / wanted
    chosen: list[int] = []
    for number in range(1, wanted):
        ideal = len(in_order) * number / wanted
        left = [step for step in limits if step not in chosen]
        near = [step for step in left if abs(step - ideal) <= slack]
        if near:
            chosen.append(min(near, key=lambda step: (_digits(limits[step]), abs(step - ideal))))
        elif left:
            chosen.append(min(left, key=lambda step: abs(step - ideal)))
    return tuple(limits[step] for step in sorted(chosen))


def _digits(limit: Decimal) -> float:
    """How many digits a limit takes; a last digit 5 counts less than others."""
    digits = limit.normalize().as_tuple().digits
    return len(digits) - (0.5 if digits[-1] == 5 else 0)


def roundest(low: Decimal, high: Decimal) -> Decimal:
    """The number above `low` and up to `high` with the fewest digits; of several, the most even, then the lowest."""
    power = Decimal(1).scaleb(max(abs(low), abs(high), Decimal("1e-30")).adjusted() + 1)
    while True:
        for step in (power, power / 2, power / 5, power / 10):
            first = (low // step + 1) * step if low >= 0 else -((-low) // step) * step
            if first <= low:
                first += step
            if first <= high:
                return first.normalize() if first else Decimal(0)
        power /= 10


def class_of(value: Decimal, limits: Sequence[Decimal]) -> int:
    """The class of a value, from 0."""
    return sum(value >= limit for limit in limits)
