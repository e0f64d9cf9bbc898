"""Sums, differences, products and quotients of figures: the kind follows from the operands.

A percent counts as its hundredth where it meets another kind; so much for each of something times as many of it is so
much.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.content.derived.operands import HUNDRED, DerivationError, Operand, added, kind_of, like, together, unlike
from reportgen.messages import msg
from reportgen.numbers.model.lexicon import CURRENCIES, Currency, Noun, Unit
from reportgen.numbers.model.quantity import Count, Measure, Money, Multiple, Percent, Points, Rate, RateForm
from reportgen.numbers.model.wordings import AVERAGES

WHOLE = Operand(Percent(value=HUNDRED), rest=True)
"""All of what percentages are parts of: the 100 of `100 - share`."""


def pair(sign: str, left: Operand, right: Operand) -> Operand:
    """Two operands with a sign between them."""
    match sign:
        case "+" | "-":
            return _sum(sign, left, right)
        case "*":
            return _product(left, right)
        case _:
            return _quotient(left, right)


def _sum(sign: str, left: Operand, right: Operand) -> Operand:
    if left.rest and sign == "-":
        return _rest(left, right)
    if not like(left.figure, right.figure):
        raise unlike(left.figure, right.figure)
    if isinstance(left.figure, Rate) and sign == "+":
        raise DerivationError(msg("{kind} does not add up", kind=kind_of(left.figure)))
    value = left.value + right.value if sign == "+" else left.value - right.value
    shared = added(left, right)
    if isinstance(left.figure, Percent) and sign == "-":
        return Operand(Points(value=value)).of_value(value, **shared)
    return left.of_value(value, **shared)


def _rest(left: Operand, right: Operand) -> Operand:
    """What is left of a whole without a share."""
    if not isinstance(right.figure, Percent):
        message = msg("only a percentage can be taken from 100, not {kind}", kind=kind_of(right.figure))
        raise DerivationError(message)
    value = left.value - right.value
    if value < 0:
        raise DerivationError(msg("nothing is left: the shares are more than 100%"))
    return left.of_value(value, **{**added(left, right), "when": right.when, "rest": True})


def _product(left: Operand, right: Operand) -> Operand:
    keep, other = (right, left) if isinstance(left.figure, Percent | Multiple) else (left, right)
    shared = {**together(left, right), "even": left.even and right.even}
    slack = left.value.copy_abs() * right.slack + right.value.copy_abs() * left.slack
    if isinstance(other.figure, Percent):
        return keep.of_value(keep.value * other.value / HUNDRED, slack=slack / HUNDRED, **shared)
    if isinstance(other.figure, Multiple):
        return keep.of_value(keep.value * other.value, slack=slack, **shared)
    rate, amount = (left, right) if isinstance(left.figure, Rate) else (right, left)
    if isinstance(rate.figure, Rate) and rate.figure.each == each_of(amount):
        per = rate.figure.per
        value = rate.value * amount.value / per
        return Operand(rate.figure.amount).of_value(value, slack=slack / per, **shared)
    kinds = {"left": kind_of(left.figure), "right": kind_of(right.figure)}
    raise DerivationError(msg("{left} multiplied by {right} makes no kind of figure", **kinds))


def _quotient(left: Operand, right: Operand) -> Operand:
    if not right.value:
        raise DerivationError(msg("nothing can be divided by zero"))
    if like(left.figure, right.figure):
        ratio = divided(left, right)
        return replace(ratio, figure=Percent(value=ratio.value * HUNDRED), slack=ratio.slack * HUNDRED)
    if isinstance(right.figure, Percent | Multiple):
        part = divided(left, right)
        times = HUNDRED if isinstance(right.figure, Percent) else Decimal(1)
        return part.of_value(part.value * times, slack=part.slack * times)
    return rate(left, right)


def rate(left: Operand, right: Operand, size: Decimal = Decimal(1)) -> Operand:
    """So much of the one for each of the other, or for each `size` of it."""
    each = each_of(right)
    if not isinstance(left.figure, Money | Count | Measure) or each is None or like(left.figure, right.figure):
        kinds = {"left": kind_of(left.figure), "right": kind_of(right.figure)}
        raise DerivationError(msg("{left} divided by {right} makes no kind of figure", **kinds))
    if right.value <= 0:
        raise DerivationError(msg("what something is told for each of is more than nothing"))
    part = divided(left, right)
    amount = replace(left.figure, value=part.value * size)
    return replace(
        part, figure=Rate(amount=amount, per=size, each=each, form=_form(each, size)), slack=part.slack * size
    )


def _form(each: Noun | Unit | Currency, size: Decimal) -> RateForm:
    if size == 1 and each.key in AVERAGES:
        return "average"
    return "slash" if isinstance(each, Currency) or (isinstance(each, Unit) and size == 1) else "each"


def each_of(operand: Operand) -> Noun | Unit | Currency | None:
    """What an amount counts, as a rate names it; None where that is not known."""
    match operand.figure:
        case Money(currency=currency):
            return CURRENCIES.get(currency)
        case Measure(unit=unit):
            return unit
        case Count(noun=noun):
            return noun
        case _:
            return None


def divided(left: Operand, right: Operand) -> Operand:
    """The one by the other, still in the unit of the one."""
    value = left.value / right.value
    slack = (left.slack + value.copy_abs() * right.slack) / right.value.copy_abs()
    return left.of_value(value, slack=slack, even=False, **together(left, right))
