"""Whether a total is the sum of its parts, exactly, by rounding, or not at all. No table is known here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.numbers import Quantity, display
from reportgen.numbers.model.quantity import Amount, Count, Measure, Money, Percent, Points
from reportgen.numbers.model.rounding import EXACT
from reportgen.records import record

_HALF = Decimal("0.5")
LEVELS = (Money, Count, Measure)
"""What adds up by its nature; shares do where an author says so."""

Summed = Money | Count | Measure | Percent | Points


@record
class Mismatch:
    """What the parts of a total add up to, where that is not the total; `rounded` where rounding explains it."""

    parts: Summed
    rounded: bool


def mismatch(total: Quantity, parts: Sequence[Quantity | None]) -> Mismatch | None:
    """How the parts miss the total; None where they meet it, or where they cannot be added.

    Only exact amounts of one kind and unit add up: growth and figures with a qualifier do not.
    """
    if len(parts) < 2 or not isinstance(total, Summed) or not adds(total, total):
        return None
    amounts = [part for part in parts if part is not None and adds(part, total)]
    shown = [display(amount) for amount in (*amounts, total)]
    *values, whole = (value for value in shown if isinstance(value, Decimal))
    if len(values) != len(parts):
        return None
    added = sum_of(values)
    if added == whole:
        return None
    room = sum_of([_step(value, total) * _HALF for value in (*values, whole)])
    return Mismatch(replace(total, value=added, shown=None, quantum=None), abs(added - whole) <= room)


def added(figures: Sequence[Quantity | None]) -> Summed | None:
    """The exact sum of figures of one kind and unit; None where they are not that, or where one is not known."""
    first = figures[0] if figures else None
    if not isinstance(first, Summed):
        return None
    shown = [display(figure) for figure in figures if figure is not None and adds(figure, first)]
    values = [value for value in shown if isinstance(value, Decimal)]
    if len(values) != len(figures):
        return None
    return replace(first, value=sum_of(values), shown=None, quantum=None)


def sum_of(values: Sequence[Decimal]) -> Decimal:
    """The sum, exactly."""
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return total


def adds(part: Quantity, total: Amount) -> bool:
    """Whether a figure can be a part of the total: exact, of its kind, and in its unit."""
    if (
        not isinstance(part, Amount)
        or type(part) is not type(total)
        or part.qualifier is not None
        or part.low is not None
    ):
        return False
    return all(getattr(part, name, None) == getattr(total, name, None) for name in ("currency", "unit"))


def _step(value: Decimal, amount: Amount) -> Decimal:
    """What a figure's last place is worth, as its exponent tells; nothing for things counted one by one."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or (isinstance(amount, Count) and exponent <= 0):
        return Decimal(0)
    return Decimal(1).scaleb(exponent)
