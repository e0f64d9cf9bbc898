"""Whether a total is the sum of its parts, exactly, by rounding, or not at all. No table is known here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.content.text import FactMark
from reportgen.numbers import Quantity, display
from reportgen.numbers.model.quantity import Amount, Count, Measure, Money
from reportgen.problems import Place
from reportgen.records import record

_HALF = Decimal("0.5")


@record
class Mismatch:
    """A total that its parts do not add up to; `rounded` where rounding explains it."""

    fact: str
    place: Place
    parts: Money | Count | Measure
    rounded: bool


def mismatch(mark: FactMark, total: Quantity, parts: Sequence[Quantity | None]) -> Mismatch | None:
    """How the parts miss the total; None where they meet it, or where they cannot be added.

    Only exact amounts of one kind and unit add up: growth, shares and figures with a qualifier do not.
    """
    if len(parts) < 2 or not isinstance(total, Money | Count | Measure) or not _adds(total, total):
        return None
    amounts = [part for part in parts if part is not None and _adds(part, total)]
    shown = [display(amount) for amount in (*amounts, total) if isinstance(amount, Money | Count | Measure)]
    *values, whole = (value for value in shown if isinstance(value, Decimal))
    if len(values) != len(parts):
        return None
    added = sum(values, Decimal(0))
    if added == whole:
        return None
    room = sum((_step(value, total) * _HALF for value in (*values, whole)), Decimal(0))
    return Mismatch(
        mark.name, mark.place, replace(total, value=added, shown=None, quantum=None), abs(added - whole) <= room
    )


def _adds(part: Quantity, total: Amount) -> bool:
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
