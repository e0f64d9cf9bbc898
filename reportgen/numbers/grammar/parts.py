"""The parts of a figure that every grammar reads: what stands left of a number, what the number counts, a period."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol, TypeVar, cast

from reportgen.numbers.grammar.patterns import words
from reportgen.numbers.model.quantity import QualifierType

TIME_UNITS = frozenset(words("second minute hour day workday week month year"))
"""The units whose figures are durations."""


class Tail(NamedTuple):
    """What a number counts: the kind and unit it makes of it, and whether a spelled numeral may stand before it."""

    kind: str
    unit: str | None = None
    han: bool = True
    weak: bool = False


Parts = TypeVar("Parts")


class _AtOnce(Protocol):
    def __call__(self, kind: type[Parts], parts: tuple[Any, ...], /) -> Parts: ...


at_once = cast("_AtOnce", tuple.__new__)  # pyright: ignore[reportUnknownMemberType]
"""A named tuple of all its fields in order, in a third of the time of its own class: there is one for every figure."""


class Left(NamedTuple):
    """What stands before a number; `to` when the verb leads to a level (rose to, 增至) and not by a difference."""

    start: int
    currency: str | None = None
    qualifier: QualifierType | None = None
    qform: str | None = None
    verb: str = ""
    to: bool = False
    begin: int = -1  # where the verb begins
    sign: str = ""  # as printed before the number or its currency: -, −, ±, "minus"


_NOTHING = Left(0)[1:]


def nothing_left(start: int) -> Left:
    """Where nothing is read before the number that starts at a place."""
    return at_once(Left, (start, *_NOTHING))


class PeriodStretch(NamedTuple):
    """A period of a text: where it ends, its code, and whether its end is meant (年底, 6月末).

    `also` are further periods told in the same breath (July 17 and 22): where each starts and ends, and its code.
    """

    end: int
    code: str
    eop: bool = False
    also: tuple[tuple[int, int, str], ...] = ()
    hint: bool = False
    lead: int = 0  # characters before the number that belong to it
