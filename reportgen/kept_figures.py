"""Figures of facts kept from run to run, for the command line: to read one costs ten times what it takes to recall.

A figure is kept as its fields, by the text it was read from, under the hash of all that is no section: the nouns and
units it is read with are told there. What is kept is JSON; where it is otherwise than a quantity, the text is read as
ever.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import Any, cast, get_args

from reportgen.cache import Kept, cache_folder
from reportgen.content.stated import READ
from reportgen.inputs import digest
from reportgen.numbers import Lexicon, Period, Quantity
from reportgen.numbers.model.lexicon import Currency, Noun, Unit
from reportgen.numbers.model.options import FormatOptions
from reportgen.numbers.model.quantity import Rate

FORM = "figures 1"
TYPES = {kind.__name__: kind for kind in (*get_args(Quantity), Rate, Period, Noun, Unit, Currency, FormatOptions)}
MALFORMED = (ValueError, TypeError, KeyError, AttributeError, ArithmeticError)
"""What an entry of another program may end in."""


class KeptFigures:
    """The figures of one content folder's facts; `key` is the hash of all that decides them, None where none does."""

    def __init__(self, key: str | None, kept: Kept | None = None, *, fresh: bool = False) -> None:
        self._kept = kept or Kept(cache_folder("figures"), "figures")
        self._key = key and digest(FORM, key)
        self._known: dict[str, Any] = {} if fresh else self._read()
        self._used: dict[str, Any] = {}
        self._new = False

    def read(self, text: str, lexicon: Lexicon) -> Quantity:
        """What `numbers.read` gives, FigureError too."""
        figure: Quantity | None = None
        if (known := self._known.get(text)) is not None:
            try:
                figure = of_data(known)
            except MALFORMED:
                known = None
        if figure is None:
            from reportgen.numbers import read  # here, since a build that knows all its figures reads none

            figure, self._new = read(text, lexicon=lexicon), True
            known = data_of(figure)
        self._used[str(text)] = known
        return figure

    def keep(self) -> None:
        """Keep what was read, once nothing that decides it has changed meanwhile."""
        if self._key and self._new:
            self._kept.put(self._key, json.dumps(self._used).encode())
            self._kept.prune()

    def _read(self) -> dict[str, Any]:
        data = self._kept.get(self._key) if self._key else None
        try:
            known = json.loads(data) if data else None
        except ValueError:
            return {}
        return cast("dict[str, Any]", known) if isinstance(known, dict) else {}


@contextmanager
def figures_kept(figures: KeptFigures) -> Generator[None]:
    """Within it, figures of facts are read by these."""
    before = READ.set(figures.read)
    try:
        yield
    finally:
        READ.reset(before)


def data_of(value: object) -> Any:
    """A quantity, or what stands in one, as JSON holds it: a record as its name and its fields."""
    match value:
        case None | bool() | int():
            return value
        case str():
            return str(value)
        case Decimal():
            return {"Decimal": str(value)}
        case tuple():
            return [data_of(each) for each in cast("tuple[object, ...]", value)]
        case _ if type(value).__name__ in TYPES:
            return {type(value).__name__: [data_of(getattr(value, name)) for name in _fields(type(value))]}
        case _:
            raise TypeError(type(value))


def of_data(data: Any) -> Any:
    """What `data_of` was given."""
    if isinstance(data, list):
        return tuple(map(of_data, cast("list[Any]", data)))
    if not isinstance(data, dict):
        return data
    ((name, value),) = cast("dict[str, Any]", data).items()
    if name == "Decimal":
        return Decimal(value)
    made: Callable[..., Any] = TYPES[name]
    return made(**dict(zip(_fields(TYPES[name]), map(of_data, value), strict=True)))


@cache
def _fields(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
