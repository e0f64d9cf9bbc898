"""How precise a derived figure is: by what its author asks for, else by the figures it is made of.

Rounded once, half up, when it is printed. What comes out even stands as it is; a quotient has the decimals that its
kind has by custom, fewer where its figures are too coarse for them.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from reportgen.content.derived.decimals import step
from reportgen.content.derived.operands import HALF, DerivationError, Operand, with_value
from reportgen.messages import msg
from reportgen.numbers import Quantity
from reportgen.numbers.model.quantity import (
    Change,
    Count,
    Difference,
    Measure,
    Money,
    Multiple,
    Percent,
    Points,
    Rate,
)
from reportgen.numbers.model.rounding import decimals_of, half_up, plain

PERCENT_DECIMALS, MULTIPLE_DECIMALS, INDEX_DECIMALS = 1, 2, 1
DIGITS = 4  # of an average, where all that it is made of is exact
MOST_EVEN = 4  # decimals that a quotient without an end could not have
LEAST_SEEN = 4  # decimals at most, for a share that would be printed as nothing
DOUBTFUL = Decimal("0.01")
"""From how large a part of a figure on rounding makes it an approximate one."""


def quantum_of(rounding: str) -> Decimal:
    """What an author's `round` rounds to."""
    try:
        quantum = Decimal(rounding)
    except InvalidOperation:
        quantum = Decimal(0)
    if not quantum.is_finite() or quantum <= 0:
        raise DerivationError(msg("round: '{text}' is no precision; write 10, 1 or 0.1", text=rounding))
    return quantum


def custom(made: Operand, decimals: int | None) -> Decimal | None:
    """What a figure that its author does not round is rounded to; None where it stands as it is."""
    value = made.value
    if made.place is not None and decimals is None:
        return made.place
    if made.even:
        keeps = isinstance(made.figure, Percent | Points) and value.as_tuple().exponent
        return Decimal(1).scaleb(min(int(keeps), 0)) if keeps else None
    digits = _digits(made)
    match made.figure:
        case Percent() | Points():
            wanted = PERCENT_DECIMALS if decimals is None else decimals
        case Multiple():
            wanted = MULTIPLE_DECIMALS if decimals is None else decimals
        case Count(measure="", noun=None):
            wanted = INDEX_DECIMALS if decimals is None else decimals
        case _:
            return _of_digits(made, digits)
    if decimals is None and digits is not None:
        wanted = max(0, min(wanted, digits - 1 - value.adjusted()))
    if isinstance(made.figure, Percent) and made.against is None:
        wanted = _seen(value, wanted)
    return Decimal(1).scaleb(-wanted)


def _digits(made: Operand) -> int | None:
    """How many digits of a figure its parts are precise enough for; None where they are exact."""
    if not made.slack or not made.value:
        return None
    return 1 - (2 * made.slack / made.value.copy_abs()).adjusted() - 1


def _of_digits(made: Operand, digits: int | None) -> Decimal:
    """An average to so many digits: no more than its parts warrant, and cents at most."""
    count = DIGITS if digits is None else max(2, min(digits, DIGITS + 1))
    exponent = made.value.adjusted() - count + 1
    if made.value.copy_abs() < 1:
        return Decimal(1).scaleb(max(exponent, made.value.adjusted() - 2))
    return Decimal(1).scaleb(max(exponent, -2))


def _seen(value: Decimal, wanted: int) -> int:
    """Decimals enough for a share to be more than nothing."""
    while value and not half_up(value, Decimal(1).scaleb(-wanted)) and wanted < LEAST_SEEN:
        wanted += 1
    return wanted


def finished(made: Operand, *, told: bool, rounding: str | None, decimals: int | None, usual: int | None) -> Quantity:
    """The figure that an expression has made, as precise as it is said to be; `told` of a function, which keeps zeros.

    It is approximate where something that it is made of is, or where its author's rounding moves it for all to see.
    """
    quantum = None
    if rounding is not None:
        quantum = quantum_of(rounding)
    elif decimals is not None:
        quantum = step(made.figure, decimals)
    elif told or made.place is not None or not _comes_out(made) or (usual is not None and not made.even):
        quantum = custom(made, usual)
    loose = made.loose or (rounding is not None and _moved(made, quantum))
    value = plain(made.value)  # a quotient's zeros are nobody's precision
    if rounding is not None:
        value = half_up(value, quantum)  # an author's round figure is what others are derived from
    return _dressed(made, value, quantum, loose)


def _comes_out(made: Operand) -> bool:
    """Whether a figure has an end that can be printed."""
    return made.even or decimals_of(plain(made.value)) <= MOST_EVEN


def _moved(made: Operand, quantum: Decimal | None) -> bool:
    """Whether rounding changes an amount by more than its parts leave open."""
    if not isinstance(made.figure, Money | Count | Measure) or quantum is None:
        return False
    if half_up(made.value, quantum) == made.value:
        return False
    return quantum * HALF > (made.slack if made.even else made.value.copy_abs() * DOUBTFUL)


def _dressed(made: Operand, value: Decimal, quantum: Decimal | None, loose: bool) -> Quantity:
    """The figure itself, or the change that it is."""
    qualifier = "approx" if loose else None
    figure: Any = with_value(made.figure, value)
    if isinstance(figure, Rate):
        figure = replace(figure, amount=replace(figure.amount, quantum=quantum, qualifier=qualifier))
    else:
        figure = replace(figure, quantum=quantum, qualifier=qualifier)
    if made.against is None:
        return figure
    basis, since = made.against.basis, made.against.since
    if isinstance(figure, Percent | Points):
        unit = "percent" if isinstance(figure, Percent) else "pp"
        return Change(value=value, quantum=quantum, qualifier=qualifier, unit=unit, basis=basis, since=since)
    return Difference(amount=figure, basis=basis, since=since)
