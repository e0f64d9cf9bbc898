"""Figures held against others of one time: shares of a whole, ratios, so much for each person or of anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reportgen.content.derived.arithmetic import divided, rate
from reportgen.content.derived.operands import (
    HUNDRED,
    DerivationError,
    Operand,
    kind_of,
    like,
    unlike,
)
from reportgen.content.derived.times import meet
from reportgen.messages import msg
from reportgen.numbers import period_code
from reportgen.numbers.model.lexicon import PERSON
from reportgen.numbers.model.quantity import Count, Multiple, Percent, Points, Rate

_PEOPLE = ("人", "名", "位")
"""The measure words of people that are told without a noun."""


def share(operands: Sequence[Operand], _: Decimal) -> Operand:
    """A part in percent of its whole; things counted by one measure word are parts of one another: 家 of 家."""
    part, whole = operands
    _of_one_time(part, whole)
    if not _counted_alike(part, whole) or isinstance(part.figure, Rate | Multiple | Points):
        raise unlike(part.figure, whole.figure)
    if whole.value <= 0 or part.value < 0:
        raise DerivationError(msg("a share is of a whole above zero, and not below zero itself"))
    if part.value > whole.value:
        message = msg("the part is more than the whole")
        raise DerivationError(message, msg("share(part, whole) names the part first; ratio(a, b) compares any two"))
    quotient = divided(part, whole)
    figure = Percent(value=quotient.value * HUNDRED)
    return replace(quotient, figure=figure, slack=quotient.slack * HUNDRED)


def ratio(operands: Sequence[Operand], _: Decimal) -> Operand:
    """How many times the one is the other."""
    one, other = operands
    if not _counted_alike(one, other) or isinstance(one.figure, Points):
        raise unlike(one.figure, other.figure)
    if one.value <= 0 or other.value <= 0:
        raise DerivationError(msg("a ratio is of two figures above zero"))
    quotient = divided(one, other)
    return replace(quotient, figure=Multiple(value=quotient.value))


def per_head(operands: Sequence[Operand], size: Decimal) -> Operand:
    """So much for each person, or for each `size` people."""
    amount, people = operands
    figure = people.figure
    if not isinstance(figure, Count) or (figure.noun != PERSON and figure.measure not in _PEOPLE):
        raise DerivationError(msg("what is told per head is for people, not for {kind}", kind=kind_of(figure)))
    return per((amount, replace(people, figure=replace(figure, noun=PERSON))), size)


def per(operands: Sequence[Operand], size: Decimal) -> Operand:
    """So much of the one for each of the other, or for each `size` of it."""
    amount, base = operands
    _of_one_time(amount, base)
    if isinstance(base.figure, Count) and base.figure.noun is None:
        told = kind_of(base.figure)
        message = msg("{kind} does not say what is counted", kind=told)
        raise DerivationError(message, msg("type the fact with its noun: {{count: 5300, noun: enterprise}}"))
    return rate(amount, base, size)


def _counted_alike(one: Operand, other: Operand) -> bool:
    if isinstance(one.figure, Count) and isinstance(other.figure, Count):
        return one.figure.measure == other.figure.measure
    return like(one.figure, other.figure)


def _of_one_time(one: Operand, other: Operand) -> None:
    if one.when is not None and other.when is not None and not meet(one.when, other.when):
        times = {"one": period_code(one.when), "other": period_code(other.when)}
        message = msg("one figure is for {one}, the other for {other}: they have no day in common", **times)
        raise DerivationError(message, msg("take figures of one time; / divides any two"))
