"""How the types of this package show themselves to a programmer: short, in one line, and never in an error.

No language of a reader is spoken here; `write` does that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from decimal import Decimal
from functools import cache
from typing import Any


def briefly(value: Any) -> str:
    """A dataclass by the fields that are not as they always are: FigureStyle(table=True)."""
    kind = value.__class__
    said = [f"{field.name}={getattr(value, field.name)!r}" for field in _fields(kind) if _is_said(value, field)]
    return f"{kind.__name__}({', '.join(said)})"


@cache
def _fields(kind: Any) -> tuple[Field[Any], ...]:
    return fields(kind)


def _is_said(value: Any, field: Field[Any]) -> bool:
    return field.default is MISSING or getattr(value, field.name) != field.default


def number(value: object) -> str:
    """A number with its digits grouped; very long ones with an exponent, nothing as a question mark."""
    if value is None:
        return "?"
    if isinstance(value, Decimal) and value.is_finite() and -30 < value.adjusted() < 30:
        return f"{value:,f}"
    return str(value)[:60]


class Readable:
    """What a type shows in its `repr`: its name, and in brackets what it says of itself."""

    __slots__ = ()

    def sayings(self) -> Iterator[str]:
        """What there is to know, in order; what is as always is left out."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(self.sayings())})"
