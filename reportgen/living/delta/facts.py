"""Which facts two editions tell differently, and how far a figure moved in its own measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from reportgen.document import FactTold, Words
from reportgen.living.delta.found import FactChange, FactSide, Fate
from reportgen.numbers import Change, write
from reportgen.records import record

_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)
_AMOUNTS = ("money", "count", "measure")
_SHARES = ("percent", "pp", "change")


@record
class _Moved:
    """How far a figure moved: a number, its measure, and that in words."""

    by: str
    measure: str
    words: Words


def changed_facts(
    then: Mapping[str, FactSide], now: Mapping[str, FactSide], languages: Sequence[str]
) -> Iterator[FactChange]:
    """The facts that are not told alike: those of the second side in its order, then those that are gone."""
    for name, side in now.items():
        before = then.get(name)
        if before is None:
            yield FactChange(name, Fate.NEW, None, side)
        elif moved := tuple(_moved(before.told, side.told, languages)):
            far = _far(before.told, side.told, languages) if "figure" in moved else None
            change = (far.words, far.by, far.measure) if far else ((), "", "")
            yield FactChange(name, Fate.CHANGED, _meant(before, moved), _meant(side, moved), moved, *change)
    yield from (FactChange(name, Fate.GONE, side, None) for name, side in then.items() if name not in now)


def _moved(then: FactTold, now: FactTold, languages: Sequence[str]) -> Iterator[str]:
    one, other = dict(then.printed), dict(now.printed)
    told = any(one.get(language) != other.get(language) for language in languages)
    if told or (then.value, then.unit, then.qualifier) != (now.value, now.unit, now.qualifier):
        yield "figure"
    for what, before, after in (
        ("period", then.period, now.period),
        ("status", then.status, now.status),
        ("sources", then.sources, now.sources),
        ("read", then.known, now.known),
    ):
        if before != after:
            yield what


def _meant(side: FactSide, moved: Sequence[str]) -> FactSide:
    """The side with the places that print what differs: its figure, its time, or both."""
    told = {what for what in moved if what in ("figure", "period")}
    if len(told) != 1:
        return side
    spots = (spot for spot in side.spots if (spot.form == "when") == ("period" in told))
    return replace(side, spots=tuple(spots))


def _far(then: FactTold, now: FactTold, languages: Sequence[str]) -> _Moved | None:
    """In percent for amounts, in percentage points for shares and rates; None where neither says anything."""
    before, after = _number(then.value), _number(now.value)
    if before is None or after is None or before == after or (then.kind, then.unit) != (now.kind, now.unit):
        return None
    if then.kind in _SHARES:
        moved = Change(value=after - before, unit="pp", quantum=_TENTH if _is_long(after - before) else None)
    elif then.kind in _AMOUNTS and before > 0 <= after:
        moved = Change(value=(after / before - 1) * _HUNDRED, unit="percent", quantum=_TENTH)
    else:
        return None
    value = moved.value or Decimal(0)
    shown = value if moved.quantum is None else value.quantize(_TENTH)
    if not shown:
        return None  # a change that rounds to nothing is seen in the figures themselves
    return _Moved(f"{shown.normalize():f}", moved.unit, tuple((tongue, write(moved, tongue)) for tongue in languages))


def _is_long(value: Decimal) -> bool:
    """Whether it has more decimals than a share is told with: it was reckoned."""
    exponent = value.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent < -2


def _number(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None
