"""What an expression reckons with: figures laid bare, each with its time, how sure it is, and how precise.

A figure's `slack` is half of what its last printed place is worth: 0.05万亿 of 1.7万亿元, nothing of 43家.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeAlias

from reportgen.messages import msg
from reportgen.numbers import Basis, Period, Quantity
from reportgen.numbers.model.kind_names import kind_name
from reportgen.numbers.model.quantity import (
    Amount,
    Change,
    Count,
    Fraction,
    Measure,
    Money,
    Multiple,
    Percent,
    Points,
    Rate,
    Tenths,
)
from reportgen.numbers.model.rounding import EXACT, half_up
from reportgen.records import record

Bare: TypeAlias = Money | Count | Measure | Percent | Points | Multiple | Rate
"""A figure that can be reckoned with, without qualifier, wording and rounding."""

HALF = Decimal("0.5")
HUNDRED = Decimal(100)


class DerivationError(ValueError):
    """Why figures make none; `hint` is a way out where it is known."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.hint = hint
        super().__init__(message)


@record
class Against:
    """What a change is against: the basis, and the time where the basis does not tell it."""

    basis: Basis
    since: Period | None = None


@record
class Operand:
    """A figure in an expression: stated, or made on the way. `even` holds until something is divided."""

    figure: Bare
    when: Period | None = None
    loose: bool = False  # it, or something that it is made of, has a qualifier
    slack: Decimal = Decimal(0)
    even: bool = True
    against: Against | None = None
    rest: bool = False  # what is left of a hundred percent
    place: Decimal | None = None  # what its last place is worth, where it is printed rounded and reckoned with in full

    @property
    def value(self) -> Decimal:
        """The number itself, in its base unit."""
        value = amount_of(self.figure).value
        assert value is not None, "ranges are refused"
        return value

    def of_value(self, value: Decimal, **changed: Any) -> Operand:
        """The same with another number, which is a change against nothing, no rest of a whole, and not yet printed."""
        return replace(self, figure=with_value(self.figure, value), **{**_NOTHING_MORE, **changed})


_NOTHING_MORE: dict[str, Any] = {"against": None, "rest": False, "place": None}


def amount_of(figure: Bare) -> Amount:
    """The amount that is told for something, or the figure itself."""
    return figure.amount if isinstance(figure, Rate) else figure


def with_value(figure: Any, value: Decimal) -> Any:
    """A figure of the same kind and unit."""
    if isinstance(figure, Rate):
        return replace(figure, amount=with_value(figure.amount, value))
    return replace(figure, value=value)


def operand(name: str, quantity: Quantity, when: Period | None, exact: Quantity | None = None) -> Operand:
    """A fact as an operand, in full where it is known so; DerivationError where it has no single value."""
    printed = _bare(name, quantity)
    loose = getattr(_inner(quantity), "qualifier", None) is not None
    full = None if exact is None else _bare(name, exact)
    if full is not None and measure_of(full) == measure_of(printed):
        shown = slack_of(quantity) * 2 or Decimal(1)  # what the last place of what is printed is worth
        return Operand(full, when, loose, even=False, place=shown)
    if (place := _place_of(quantity)) is not None:
        return Operand(printed, when, loose, even=False, place=place)
    return Operand(printed, when, loose, slack_of(quantity))


def _inner(quantity: Quantity) -> Any:
    return quantity.amount if isinstance(quantity, Rate) else quantity


def _place_of(quantity: Quantity) -> Decimal | None:
    """The place to which a figure is rounded only when it is printed."""
    amount = _inner(quantity)
    if not isinstance(amount, Amount) or amount.shown is not None or amount.value is None:
        return None
    return None if half_up(amount.value, amount.quantum) == amount.value else amount.quantum


def _bare(name: str, quantity: Quantity) -> Bare:
    """The figure without what its rounding, wording and qualifier say; a change is its percentage or its points."""
    match quantity:
        case Rate(amount=amount):
            return replace(quantity, amount=_bare(name, amount))
        case Fraction(num=num, den=den):
            return Percent(value=EXACT.divide(Decimal(100 * num), Decimal(den)))
        case Amount():
            value = quantity.value if quantity.shown is None else quantity.shown
            if value is None:
                raise DerivationError(msg("'{name}' has no single value to reckon with", name=name))
            match quantity:
                case Change():
                    return (Percent if quantity.unit == "percent" else Points)(value=value)
                case Tenths():
                    return Percent(value=value * 10)
                case Money() | Count() | Measure() | Percent() | Points() | Multiple():
                    plain = {"quantum": None, "qualifier": None, "qform": None, "aggregate": None, "hanzi": False}
                    return replace(quantity, value=value, shown=None, **plain)
                case _:
                    pass
        case _:
            pass
    raise DerivationError(msg("'{name}' has no single value to reckon with", name=name))


def slack_of(quantity: Quantity) -> Decimal:
    """Half of what the last place of a figure is worth; nothing for things counted one by one."""
    amount = _inner(quantity)
    if not isinstance(amount, Amount):
        return Decimal(0)
    value = amount.value if amount.shown is None else amount.shown
    exponent = value.as_tuple().exponent if value is not None else 0
    if not isinstance(exponent, int) or (isinstance(amount, Count) and exponent <= 0):
        return Decimal(0)
    return HALF.scaleb(exponent)


def measure_of(figure: Bare) -> tuple[Any, ...]:
    """What a figure is counted in: only like can be added to like."""
    if isinstance(figure, Rate):
        return ("rate", *measure_of(figure.amount), figure.per, figure.each.key)
    return (figure.kind, *(getattr(figure, name, None) for name in ("currency", "unit", "measure", "noun")))


def like(*figures: Bare) -> bool:
    """Whether all are of one kind and count in one thing."""
    return len({measure_of(figure) for figure in figures}) == 1


def kind_of(figure: Bare) -> str:
    """What a message calls the figure: its kind, with its currency or its unit."""
    match figure:
        case Money(currency=currency):
            return msg("{kind} in {unit}", kind=kind_name("money"), unit=currency)
        case Measure(unit=unit):
            return msg("{kind} in {unit}", kind=kind_name("measure"), unit=unit.key)
        case Count(measure=measure, noun=noun) if measure or noun:
            return msg("{kind} in {unit}", kind=kind_name("count"), unit=measure or (noun.key if noun else ""))
        case _:
            return kind_name(figure.kind)


def unlike(left: Bare, right: Bare) -> DerivationError:
    """Why two figures of different kinds or units do not go together."""
    if isinstance(left, Money) and isinstance(right, Money):
        hint = msg("state an exchange rate as a fact (7.12元/美元) and multiply by it")
        return DerivationError(_not_added(left, right), hint)
    return DerivationError(_not_added(left, right))


def _not_added(left: Bare, right: Bare) -> str:
    return msg("{left} and {right} cannot be added up or compared", left=kind_of(left), right=kind_of(right))


def together(*operands: Operand) -> dict[str, Any]:
    """What a figure made of several has of them: it is loose where one is, and has their time where all share it."""
    times = {each.when for each in operands}
    return {"loose": any(each.loose for each in operands), "when": times.pop() if len(times) == 1 else None}


def added(*operands: Operand) -> dict[str, Any]:
    """The same of a sum or a difference, which is as precise as the least precise of them."""
    places = [each.place for each in operands if each.place is not None]
    return {
        **together(*operands),
        "slack": sum((each.slack for each in operands), Decimal(0)),
        "even": all(each.even for each in operands),
        "place": max(places, default=None),
    }
