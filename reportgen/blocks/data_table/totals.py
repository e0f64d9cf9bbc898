"""What rows come to: sums and weighted means of columns, exact, and totals of the data held against their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.blocks.data_table.cells import MISSING, NIL, NOTHING, Held
from reportgen.blocks.data_table.fields import How
from reportgen.blocks.marks import STATUSES
from reportgen.blocks.sums import LEVELS, added, sum_of
from reportgen.numbers import Quantity, display
from reportgen.numbers.model.quantity import Amount, Difference, Rate
from reportgen.numbers.model.rounding import EXACT, half_up

SUM = How("sum")
NONE = How("none")


def how_of(wanted: How | None, cells: Sequence[Held]) -> How:
    """How a column is summed up: as its author says; else levels are added up, and shares, growth and rates are not."""
    if wanted is not None:
        return wanted
    figures = [held.quantity for held in cells if held.quantity is not None]
    return SUM if figures and all(isinstance(figure, LEVELS) for figure in figures) else NONE


def come_to(how: How, cells: Sequence[Held], weights: Sequence[Held] = ()) -> Held:
    """What the cells of a column come to, with the status of the least certain of them.

    Where one of them is not known, neither is that; where they do not add up, there is nothing to tell.
    """
    if how.kind == "none":
        return Held(sign=NIL)
    together = (*cells, *weights)
    if any(held.sign == MISSING for held in together):
        return Held(sign=MISSING)
    made = _mean(cells, weights) if how.kind == "weighted" else added(_parts(cells))
    if made is None:
        return Held(sign=NIL)
    if how.kind == "sum" and any(held.exact for held in cells):
        made = replace(made, quantum=_step(cells))
    status = max((held.status for held in together), key=("", *STATUSES).index)
    return Held(quantity=made, status=status)


def _parts(cells: Sequence[Held]) -> list[Quantity | None]:
    """The figures that add up, without cells where there is nothing to count."""
    return [held.exact or held.quantity for held in cells if held.sign != NIL]


def _mean(cells: Sequence[Held], weights: Sequence[Held]) -> Quantity | None:
    """The mean weighted by other figures, to as many decimals as the figures have; None where it cannot be had."""
    pairs = [
        (value, weight)
        for cell, held in zip(cells, weights, strict=True)
        if (value := _value(cell.exact or cell.quantity)) is not None
        if (weight := _value(held.exact or held.quantity)) is not None
    ]
    whole = sum_of([weight for _, weight in pairs])
    first = next((held.quantity for held in cells if held.quantity is not None), None)
    if len(pairs) != len(cells) or not whole or first is None:
        return None
    mean = EXACT.divide(sum_of([EXACT.multiply(value, weight) for value, weight in pairs]), whole)
    return _with_value(first, half_up(mean, _step(cells)))


def _step(cells: Sequence[Held]) -> Decimal:
    """What the last place of the figures is worth, as they are shown."""
    values = [value for held in cells if (value := _value(held.quantity)) is not None]
    return Decimal(1).scaleb(min(int(value.as_tuple().exponent) for value in values))


def _value(quantity: Quantity | None) -> Decimal | None:
    """The one value of a figure without qualifier."""
    if isinstance(quantity, Rate | Difference):
        return _value(quantity.amount)
    if not isinstance(quantity, Amount) or quantity.qualifier is not None:
        return None
    value = display(quantity)
    return value if isinstance(value, Decimal) else None


def _with_value(like: Quantity, value: Decimal) -> Quantity | None:
    if isinstance(like, Rate | Difference):
        amount = _with_value(like.amount, value)
        return replace(like, amount=amount) if amount is not None else None
    return replace(like, value=value, shown=None, quantum=None) if isinstance(like, Amount) else None


def same(one: Held, other: Held) -> bool:
    """Whether two cells hold the same figure."""
    if one.quantity is None or other.quantity is None:
        return False
    return _value(one.quantity) is not None and _value(one.quantity) == _value(other.quantity)


__all__ = ["NONE", "NOTHING", "SUM", "come_to", "how_of", "same"]
