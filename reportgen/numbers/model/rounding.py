"""Rounding: once, half up, before any language is chosen. Zero has no sign. Languages only lay out what comes out."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import TypeAlias, TypeVar

from reportgen.numbers.model.period import Period, period_code
from reportgen.numbers.model.quantity import (
    Amount,
    Change,
    Count,
    Difference,
    Fraction,
    Measure,
    Money,
    Ordinal,
    Percent,
    Points,
    Quantity,
    Rate,
    Ratio,
    Score,
    Vague,
)

MAX_DIGITS = 400  # of a value, before and after the point alike: ample for any figure, bounded for any stranger
EXACT = Context(prec=3 * MAX_DIGITS, rounding=ROUND_HALF_UP, Emax=999_999, Emin=-999_999)
ZERO = Decimal(0)
KEEPING = (Percent, Points, Change)  # kinds whose trailing zeros stay where the quantum warrants them

Scales: TypeAlias = tuple[tuple[str, int], ...]  # name and power of ten, largest first
Display: TypeAlias = Decimal | tuple[Decimal, ...] | str


def half_up(value: Decimal, quantum: Decimal | None) -> Decimal:
    """The multiple of `quantum` nearest to `value`, halves away from zero; its exponent tells the precision."""
    if quantum is None:
        return value
    step, is_power = _step(quantum)
    if is_power:
        return value.quantize(step, context=EXACT)
    count, rest = EXACT.divmod(value.copy_abs(), step)
    if rest + rest >= step:
        count += 1
    return EXACT.multiply(count, step).copy_sign(value)


@lru_cache(maxsize=256)
def _step(quantum: Decimal) -> tuple[Decimal, bool]:
    """The quantum without trailing zeros, and whether it is a power of ten."""
    step = quantum.normalize(EXACT)
    return step, step.as_tuple().digits == (1,)


def shown_values(amount: Amount) -> tuple[Decimal, ...]:
    """What is printed of an amount: one value, or the two ends of a range; trailing zeros tell the precision."""
    if amount.shown is not None:
        return (amount.shown,)
    if amount.value is not None:
        return (unsigned_zero(half_up(amount.value, amount.quantum)),)
    return tuple(unsigned_zero(half_up(end, amount.quantum)) for end in (amount.low, amount.high) if end is not None)


def sizes_of(values: tuple[Decimal, ...]) -> tuple[int, tuple[Decimal, ...]]:
    """The sign of the end that is further from zero, 0 where all are zero; and the values without sign, rising."""
    if len(values) == 1:
        value = values[0]
        return (1 if value > 0 else -1) if value else 0, (value.copy_abs(),)
    if not any(values):
        return 0, values
    return (1 if max(values, key=Decimal.copy_abs) > 0 else -1), tuple(sorted(map(Decimal.copy_abs, values)))


def unsigned_zero(value: Decimal) -> Decimal:
    """The value, a zero without sign and never in tens or millions."""
    if value:
        return value
    return ZERO.scaleb(min(int(value.as_tuple().exponent), 0), EXACT)


def printed(amount: Amount, keep_zeros: bool | None = None) -> tuple[Decimal, ...]:
    """The values to lay out: trailing zeros kept where the quantum warrants them and the kind or the options ask."""
    if amount.quantum is None and not keep_zeros:  # most figures: nothing to round, nothing to keep
        if (value := amount.value if amount.shown is None else amount.shown) is not None:
            return (value.normalize(EXACT) if value else ZERO,)
        keep_zeros = False
    elif keep_zeros is None:
        keep_zeros = isinstance(amount, KEEPING)
    values = shown_values(amount)
    if keep_zeros:
        return values
    if len(values) == 1:
        return (values[0].normalize(EXACT),)
    return tuple([value.normalize(EXACT) for value in values])


def scaled(value: Decimal, scales: Scales, decimals: int) -> tuple[Decimal, str]:
    """The value in the first scale that it reaches and that needs no more decimals than that, and the scale's name."""
    size = value.adjusted()
    if size >= scales[-1][1]:
        _, digits, exponent = value.as_tuple()
        if digits[-1] == 0:  # zeros kept for show need no scale of their own
            exponent = plain(value).as_tuple().exponent
        exponent = int(exponent)
        for name, power in scales:
            if size >= power and power - exponent <= decimals:
                return shifted(value, power), name
    return value, ""


def reads_back(values: tuple[Decimal, ...], scales: Scales, decimals: int) -> bool:
    """Whether a range would say its last scale of both ends: 81～6300万 reads as 810,000 to 63 million."""
    if len(values) == 1:
        return False
    (first, unscaled), (last, name) = (scaled(value, scales, decimals) for value in values)
    return bool(name) and not unscaled and (first < last or first < 1000)


def in_unit(amount: Amount, power: int, keep_zeros: bool | None, decimals: int | None) -> tuple[Decimal, ...]:
    """The values to lay out in units of a power of ten, filled up with zeros to the decimals that all share."""
    values = tuple([shifted(value, power) for value in printed(amount, keep_zeros)])
    if not decimals:
        return values
    step = Decimal(1).scaleb(-decimals)
    return tuple([value.quantize(step, context=EXACT) if decimals_of(value) < decimals else value for value in values])


def decimals_of(value: Decimal, power: int = 0) -> int:
    """How many decimals a value has in units of a power of ten, its trailing zeros counted."""
    return max(0, power - int(value.as_tuple().exponent))


def shifted(value: Decimal, power: int) -> Decimal:
    """The value in units of that power of ten, exactly."""
    return value.scaleb(-power, EXACT) if value else ZERO


def plain(value: Decimal) -> Decimal:
    """The value without trailing zeros, exactly."""
    return value.normalize(EXACT)


def forced(value: Decimal, scales: Scales, name: str) -> tuple[Decimal, str]:
    """The value in the scale of that name, whatever decimals it takes; "1" is no scale."""
    for known, power in scales:
        if known == name:
            return shifted(value, power), name
    return value, ""


def display(quantity: Quantity) -> Display:
    """What a figure says, whatever the language: one value, or several for a range, a ratio, a fraction or a score.

    For a period it is the code, for a vague figure the order of magnitude.
    """
    match quantity:
        case Amount():
            values = shown_values(quantity)
            return values[0] if len(values) == 1 else values
        case Rate() | Difference():
            return display(quantity.amount)
        case Fraction():
            return Decimal(quantity.num), Decimal(quantity.den)
        case Ratio():
            return quantity.terms
        case Score():
            return tuple(map(Decimal, quantity.points))
        case Ordinal():
            return Decimal(quantity.value)
        case Vague():
            return Decimal(quantity.order)
        case Period():
            return period_code(quantity)
        case _:
            return quantity.value


_Countable = TypeVar("_Countable", bound=Amount)


def unsigned(amount: Money | Count | Measure | Rate) -> Money | Count | Measure | Rate:
    """The same amount without its sign: what a verb of change says by how much."""
    if isinstance(amount, Rate):
        return replace(amount, amount=unsigned_amount(amount.amount))
    return unsigned_amount(amount)


def unsigned_amount(amount: _Countable) -> _Countable:
    value, shown = (None if end is None else end.copy_abs() for end in (amount.value, amount.shown))
    ends = sorted(end.copy_abs() for end in (amount.low, amount.high) if end is not None)
    low, high = ends or (None, None)
    return replace(amount, value=value, shown=shown, low=low, high=high)


def in_dollars(money: Money, rate: Decimal, quantum: Decimal | None) -> Money:
    """The same money in US dollars at a rate of yuan to the dollar, rounded to the quantum, without qualifier."""
    values = (money.value, money.low, money.high)
    value, low, high = (None if v is None else half_up(EXACT.divide(v, rate), quantum) for v in values)
    return Money(value=value, low=low, high=high, currency="USD")
