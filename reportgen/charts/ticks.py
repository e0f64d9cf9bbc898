"""Round values along an axis, for a course whose points cannot all carry their figures; numbers/ writes them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.document import Chart, Words
from reportgen.numbers import write

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
WANTED = 4  # steps between the lowest and the highest value


def ticks(chart: Chart) -> tuple[tuple[Decimal, Words], ...]:
    """Zero and the round values up and down to the outermost marks, in words; none where figures share no unit."""
    if chart.unit is None:
        return ()
    values = [mark.value for mark in chart.marks]
    unit = chart.unit
    return tuple(
        (value, tuple((language, write(unit.at(value), language, form="table")) for language in chart.languages))
        for value in round_values(min(values), max(values))
    )


def round_values(low: Decimal, high: Decimal) -> Sequence[Decimal]:
    """Multiples of 1, 2, 2.5 or 5 times a power of ten from `low` to `high`, always with zero."""
    low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        return [Decimal(0)]
    rough = (high - low) / WANTED
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(step * power for step in STEPS if step * power >= rough)
    return [place * step for place in range(-int(-low / step), int(high / step) + 1)]
