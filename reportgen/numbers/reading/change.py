"""What a printed figure becomes with words of change and basis around it: a change, a difference."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.messages import msg
from reportgen.numbers.grammar.reader import Comparison, FigureContext
from reportgen.numbers.model import wordings
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.period import Period
from reportgen.numbers.model.quantity import (
    Amount,
    Basis,
    Change,
    ChangeUnit,
    Count,
    Difference,
    Measure,
    Money,
    Multiple,
    Percent,
    Points,
    Quantity,
    Rate,
)
from reportgen.numbers.zh.words import DIFFERENCE


def with_change(made: Quantity, context: FigureContext, shown: str) -> Quantity:
    """The figure as the change that the words around it make of it; as it is where they tell none."""
    if not (context.basis or context.sign):
        return made
    match made:
        case Percent() | Points():
            return _change(made, context)
        case Multiple() if made.form != "of":
            return _grown(made, context.basis or "none", None)
        case Money() | Count() | Measure() | Rate() if context.sign:
            return _difference(made, context)
        case _ if context.basis:
            raise FigureError(msg("expected a change against that basis, found {found}", found=shown))
        case _:
            return made


def _change(amount: Amount, context: FigureContext) -> Change:
    unit: ChangeUnit = "pp" if isinstance(amount, Points) else "percent"
    default = wordings.DEFAULT_VERBS[unit][0 if context.sign >= 0 else 1]
    value, low, high = _signed(amount, context.sign or 1)
    return Change(
        unit=unit, basis=context.basis or "none", verb=context.verb if context.verb != default else None,
        quantum=amount.quantum, qualifier=amount.qualifier, qform=amount.qform, hanzi=amount.hanzi,
        value=value, low=low, high=high,
    )  # fmt: skip


def _difference(amount: Money | Count | Measure | Rate, context: FigureContext) -> Difference:
    default = wordings.verb(DIFFERENCE, "percent", context.sign)
    verb = context.verb if context.verb != default else None
    return Difference(amount=_with_sign(amount, context.sign), basis=context.basis or "none", verb=verb)


def _with_sign(amount: Money | Count | Measure | Rate, sign: int) -> Money | Count | Measure | Rate:
    if isinstance(amount, Rate):
        inner = _with_sign(amount.amount, sign)
        assert not isinstance(inner, Rate)
        return replace(amount, amount=inner)
    value, low, high = _signed(amount, sign)
    return replace(amount, value=value, low=low, high=high)


def _signed(amount: Amount, sign: int) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    value, low, high = (None if end is None else end * sign for end in (amount.value, amount.low, amount.high))
    return (value, high, low) if sign < 0 else (value, low, high)


def _grown(multiple: Multiple, basis: Basis, since: Period | None) -> Multiple:
    """Increased to 2.3 times the level of 2019 is 比2019年增长1.3倍."""
    form = "increase" if basis != "none" and multiple.form == "to" else multiple.form
    return replace(multiple, form=form, basis=basis, since=since)


def changed(made: Quantity, basis: Basis) -> Change | Difference | Multiple | None:
    """A figure without words as the change that its column tells of; None for what is none, or another change."""
    match made:
        case Percent() | Points():
            unit: ChangeUnit = "pp" if isinstance(made, Points) else "percent"
            return Change(
                unit=unit, basis=basis, value=made.value, low=made.low, high=made.high, quantum=made.quantum,
                shown=made.shown, qualifier=made.qualifier, qform=made.qform,
            )  # fmt: skip
        case Money() | Count() | Measure() | Rate():
            return Difference(amount=made, basis=basis)
        case Change() | Difference() | Multiple() if made.basis in (basis, "none") and basis != "none":
            return replace(made, basis=basis)
        case Change() | Difference():
            return made if basis == "none" else None
        case _:
            return None


def against(made: Quantity, comparison: Comparison) -> Quantity:
    """The change with the period it is told against, or the years it is an average of."""
    match made:
        case Change() if comparison.years:
            return replace(made, basis="avg_annual", years=comparison.years)
        case Multiple() if comparison.basis and made.form != "of":
            return _grown(made, comparison.basis, comparison.since)
        case Change() | Difference() if comparison.basis and not comparison.years:
            return replace(made, basis=comparison.basis, since=comparison.since)
        case _:
            raise FigureError(msg("expected a change, found {found}", found=comparison.rest))
