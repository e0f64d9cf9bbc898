"""A number met in a text, on the way to a figure: what follows it, and then what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.parts import at_once
from reportgen.numbers.model.quantity import QualifierType

_FURTHER = Found("", 0, 0, "")[18:]  # what a number alone does not say: the fields behind `power`


@dataclass(slots=True)
class NumberReading:
    """A number and what follows it; `low` is the value where there is no `high`.

    What it says, from `start` on, is filled in when it is typed.
    """

    at: int
    end: int
    number: str
    low: Decimal
    high: Decimal | None
    power: int
    word: str | None
    more: str | None
    after: str | None
    start: int = field(init=False)
    kind: str = field(init=False)
    unit: str | None = field(init=False)
    qualifier: QualifierType | None = field(init=False)
    qform: str | None = field(init=False)
    form: str = field(init=False)
    direction: str | None = field(init=False)
    weak: bool = field(init=False)

    def figure(self, source: str) -> Found:
        """The figure it says. Made at one stroke, in the order of `Found`, since there is one for every number."""
        value, low = (self.low, None) if self.high is None else (None, self.low)
        return at_once(
            Found,
            (
                source, self.start, self.end, self.kind, value, low, self.high, self.unit, self.qualifier, self.qform,
                self.word or "", self.form, self.direction, self.weak, None, None, False, self.power, *_FURTHER,
            ),
        )  # fmt: skip
