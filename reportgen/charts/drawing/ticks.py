"""Round values along an axis, for a course whose points cannot all carry their figures; numbers/ writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from reportgen.document import Chart, Words
from reportgen.numbers import CommonUnit, write

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
MORE = 6  # steps on an axis that ends where its figures do
WANTED = 4  # steps between the lowest and the highest value

Ticks = tuple[tuple[Decimal, Words], ...]
"""Values and how they are printed."""


def ticks(chart: Chart) -> Ticks:
    """Zero and the round values up and down to the outermost marks, in words; none where figures share no unit."""
    return ticks_for(chart, [mark.value for mark in chart.marks])


def ticks_for(chart: Chart, values: Iterable[Decimal]) -> Ticks:
    """The same for values of one's own, such as sums of marks."""
    if chart.unit is None:
        return ()
    kept = list(values)
    return tuple((value, in_unit(chart, value)) for value in round_values(min(kept), max(kept)))


def in_unit(chart: Chart, value: Decimal, unit: CommonUnit | None = None) -> Words:
    """A value as the chart's axis prints it, or one of its axes in a unit of its own: bare, for the unit is named."""
    unit = unit or chart.unit
    assert unit is not None
    return tuple((language, write(unit.at(value), language, unit=unit)) for language in chart.languages)


def round_values(low: Decimal, high: Decimal) -> Sequence[Decimal]:
    """Multiples of 1, 2, 2.5 or 5 times a power of ten from `low` to `high`, always with zero."""
    low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        return [Decimal(0)]
    step = round_step(high - low)
    return [index * step for index in range(-int(-low / step), int(high / step) + 1)]


def values_within(low: Decimal, high: Decimal) -> Sequence[Decimal]:
    """Multiples of such a step from `low` to `high`, two at least, zero only where it lies between."""
    step = round_step(high - low, MORE)
    first, last = (low / step).to_integral_value(ROUND_CEILING), (high / step).to_integral_value(ROUND_FLOOR)
    return [index * step for index in range(int(first), int(last) + 1)]


def round_step(span: Decimal, wanted: int = WANTED) -> Decimal:
    """A step of 1, 2, 2.5 or 5 times a power of ten that goes into a span at most so often."""
    rough = span / wanted
    power = Decimal(1).scaleb(rough.adjusted())
    return next(step * power for step in STEPS if step * power >= rough)
