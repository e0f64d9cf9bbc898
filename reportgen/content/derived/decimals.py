"""How many decimals an author wants of a figure, stated or derived: of percent, of yuan, or of the 亿 it is told in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from reportgen.numbers import Quantity
from reportgen.numbers.model.quantity import Amount, Count, Difference, Measure, Money, Rate, counted_in

MOST_DECIMALS = 8


def with_decimals(quantity: Quantity, decimals: int) -> Quantity:
    """The figure with so many decimals: of the 亿 or 万 in which it is told, where it is an amount so large."""
    amount = counted_in(quantity)
    if not isinstance(amount, Amount) or amount.value is None or amount.shown is not None:
        return quantity
    return _with_quantum(quantity, step(quantity, decimals))


def step(quantity: Any, decimals: int) -> Decimal:
    """What so many decimals of a figure round it to."""
    amount = counted_in(quantity)
    large = not isinstance(quantity, Rate) and isinstance(amount, Money | Count | Measure)
    size = amount.value.adjusted() if isinstance(amount, Amount) and amount.value else 0
    unit = 8 if large and size >= 8 else 4 if large and size >= 4 else 0
    return Decimal(1).scaleb(unit - decimals)


def _with_quantum(quantity: Any, quantum: Decimal) -> Any:
    if isinstance(quantity, Rate | Difference):
        return replace(quantity, amount=_with_quantum(quantity.amount, quantum))
    return replace(quantity, quantum=quantum)
