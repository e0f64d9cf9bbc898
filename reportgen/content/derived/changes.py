"""Changes from one time to another: growth, differences, indexes, annual rates, contributions to growth.

Each is against what the facts' times tell. What says nothing is refused with its reason: growth from zero or from less
than nothing, between stretches of different lengths, or towards the earlier time.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.content.derived.arithmetic import divided
from reportgen.content.derived.operands import (
    HUNDRED,
    Against,
    DerivationError,
    Operand,
    added,
    like,
    unlike,
)
from reportgen.content.derived.times import alike, comparison, later, years_between
from reportgen.messages import TONGUES, Wordings, msg, wordings
from reportgen.numbers import period_code, write
from reportgen.numbers.model.quantity import Count, Multiple, Percent, Points

_NO_BASIS = Against("none")


def in_points(operand: Operand) -> bool:
    """Whether a change of it is told in percentage points."""
    return isinstance(operand.figure, Percent | Points)


def growth(operands: Sequence[Operand], _: Decimal) -> Operand:
    """The change in percent; of percentages, in points."""
    now, before = operands
    _compared(now, before)
    if in_points(now):
        return _points(now, before, _against(now, before))
    _base(before, now)
    part = divided(now, before)
    value = (part.value - 1) * HUNDRED
    return Operand(
        Percent(value=value),
        now.when,
        part.loose,
        part.slack * HUNDRED,
        even=False,
        against=_against(now, before),
    )


def difference(operands: Sequence[Operand], _: Decimal) -> Operand:
    """How much more, in the unit of the two; between two of one time, or of none, it is no change but a distance."""
    now, before = operands
    _compared(now, before, two_times=False)
    against = _against(now, before) if _times_differ(now, before) else None
    if in_points(now):
        return _points(now, before, against)
    return now.of_value(now.value - before.value, **{**added(now, before), "when": now.when, "against": against})


def index(operands: Sequence[Operand], _: Decimal) -> Operand:
    """A figure in hundredths of another."""
    now, base = operands
    _compared(now, base, two_times=False)
    _base(base, now)
    part = divided(now, base)
    return Operand(Count(value=part.value * HUNDRED), now.when, part.loose, part.slack * HUNDRED, even=False)


def cagr(operands: Sequence[Operand], _: Decimal) -> Operand:
    """The rate that, each year anew, makes the last figure of the first."""
    last, first = operands
    _compared(last, first)
    if in_points(last):
        raise DerivationError(
            msg("percentages have no annual rate of growth"), msg("difference(…) says how many points lie between")
        )
    _base(first, last)
    years = years_of(last, first)
    part = divided(last, first)
    if not part.value:
        raise DerivationError(msg("no annual rate leads down to zero"))
    root = (part.value.ln() / years).exp()
    return Operand(
        Percent(value=(root - 1) * HUNDRED),
        None,
        part.loose,
        HUNDRED * part.slack * root / part.value / years,
        even=False,
        against=Against("avg_annual"),
    )


def years_of(last: Operand, first: Operand) -> Decimal:
    """The years between two figures, more than one."""
    years = years_between(last.when, first.when) if last.when and first.when else None
    if years is None:
        message = msg("an annual rate wants the years between its figures, and their times do not tell them")
        raise DerivationError(message, msg("give both facts a time, as in when: 2020"))
    if years <= 1:
        raise DerivationError(
            msg("an annual rate is told over more than one year"), msg("growth(now, before) says the change of one")
        )
    return years


def contribution(operands: Sequence[Operand], _: Decimal) -> Operand:
    """The points of a whole's growth that came from the change of a part."""
    now, before, whole = operands
    _compared(now, before)
    if in_points(now) or not like(before.figure, whole.figure):
        raise unlike(before.figure, whole.figure)
    if whole.value <= 0:
        raise DerivationError(msg("growth from {value} says nothing", value=_shown(whole)))
    if before.value > whole.value:
        raise DerivationError(msg("the part is more than the whole"))
    if before.when and whole.when and before.when != whole.when:
        kinds = {"part": period_code(before.when), "whole": period_code(whole.when)}
        raise DerivationError(msg("the part before is for {part}, the whole for {whole}", **kinds))
    moved = now.of_value(now.value - before.value, slack=now.slack + before.slack)
    part = divided(moved, whole)
    loose = now.loose or before.loose or whole.loose
    return Operand(Points(value=part.value * HUNDRED), now.when, loose, part.slack * HUNDRED, even=False)


# ---- what can be compared ------------------------------------------------------------------


def _points(now: Operand, before: Operand, against: Against | None) -> Operand:
    known = {**added(now, before), "when": now.when}
    value = now.value - before.value
    return Operand(Points(value=value)).of_value(value, against=against, **known)


def _compared(now: Operand, before: Operand, *, two_times: bool = True) -> None:
    """Refuses two figures of different kinds, of stretches of different lengths, or with the later one behind."""
    if not like(now.figure, before.figure):
        raise unlike(now.figure, before.figure)
    if isinstance(now.figure, Multiple):
        raise DerivationError(msg("a multiple has no growth: take it from the figures behind it"))
    if now.when is None or before.when is None or (not two_times and not _times_differ(now, before)):
        return
    times = {"now": period_code(now.when), "before": period_code(before.when)}
    if not _times_differ(now, before) or not later(now.when, before.when):
        message = msg("the first figure is for {now}, the second for {before}: the later one stands first", **times)
        raise DerivationError(message)
    if not alike(now.when, before.when):
        message = msg("a figure for {now} and one for {before} are not of equal stretches of time", **times)
        raise DerivationError(message, msg("compare a quarter with a quarter, a year with a year"))


def _times_differ(now: Operand, before: Operand) -> bool:
    return now.when is not None and before.when is not None and now.when != before.when


def _against(now: Operand, before: Operand) -> Against:
    if now.when is None or before.when is None:
        return _NO_BASIS
    return Against(*comparison(now.when, before.when))


def _base(base: Operand, now: Operand) -> None:
    """Refuses a base from which no change in percent can be told."""
    hint = msg("difference(now, before) tells the change itself")
    if not base.value:
        raise DerivationError(msg("growth from zero has no percentage"), hint)
    if base.value < 0:
        message = msg("growth from a negative figure says nothing: {value} is below zero", value=_shown(base))
        raise DerivationError(message, hint)
    if now.value < 0:
        message = msg("a fall to below zero has no percentage: {value} is below zero", value=_shown(now))
        raise DerivationError(message, hint)


def _shown(operand: Operand) -> Wordings:
    """The figure as each language prints it."""
    return wordings({tongue: write(operand.figure, tongue) for tongue in TONGUES})
