"""Sums of room: the largest scale at which marks and their words fit, and words that give way to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from reportgen.records import record


@record
class Scale:
    """Millimeters a unit, and the room that marks and words take behind zero and ahead of it."""

    unit: Decimal
    behind: float
    ahead: float

    def length(self, value: Decimal) -> float:
        """How far a value is from zero, in millimeters, always positive."""
        return float(abs(value) * self.unit)


def scale(marks: Iterable[tuple[Decimal, float]], room: float) -> Scale:
    """The largest scale at which every mark, and the words behind its end, has room on its side of zero."""
    nothing = (Decimal(0), 0.0)
    pairs = list(marks)
    ahead = [(value, words) for value, words in pairs if value >= 0] or [nothing]
    behind = [(-value, words) for value, words in pairs if value < 0] or [nothing]
    units = [Decimal(room - a - b) / (up + down) for up, a in ahead for down, b in behind if up + down > 0]
    unit = max(min(units, default=Decimal(0)), Decimal(0))
    return Scale(unit, _reach(behind, unit), _reach(ahead, unit))


def _reach(marks: list[tuple[Decimal, float]], unit: Decimal) -> float:
    return max(float(value * unit) + words for value, words in marks)


@record
class ValueSpan:
    """A stretch of values laid on a stretch of paper."""

    unit: Decimal  # millimeters a unit
    start: float  # where zero would stand

    def at(self, value: Decimal) -> float:
        """The place of a value."""
        return self.start + float(value * self.unit)


def stretched(marks: Iterable[tuple[Decimal, float, float]], low: float, high: float) -> ValueSpan:
    """The largest scale at which every value, with the words before and behind it, stands between low and high."""
    kept = list(marks)
    room = high - low
    units = [
        Decimal(room - before - after) / (far - near)
        for near, before, _ in kept
        for far, _, after in kept
        if far > near
    ]
    unit = max(min(units, default=Decimal(0)), Decimal(0))
    return ValueSpan(unit, max(low + before - float(near * unit) for near, before, _ in kept))


def wants_zero(values: Sequence[Decimal]) -> bool:
    """Whether marks without length stand on an axis from zero: unless all exceed half of the highest."""
    return min(values) <= max(values) / 2


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centers as near as can be to those wanted, in the same order, that do not overlap between low and high.

    Isotonic regression of the leading edges (pool adjacent violators). Sizes that together exceed the room overlap.
    """
    starts: list[float] = []
    offset = 0.0
    for center, size in zip(wanted, sizes, strict=True):
        starts.append(center - size / 2 - offset)
        offset += size
    pools: list[tuple[float, int]] = []  # mean and how many
    for start in starts:
        pools.append((start, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, many), (b, more) = pools[-2:]
            pools[-2:] = [((a * many + b * more) / (many + more), many + more)]
    settled = [min(max(mean, low), max(high - offset, low)) for mean, many in pools for _ in range(many)]
    centers: list[float] = []
    offset = 0.0
    for start, size in zip(settled, sizes, strict=True):
        centers.append(start + offset + size / 2)
        offset += size
    return centers
