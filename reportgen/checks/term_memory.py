"""What a text was told of terms before a part of it: as text too, which decides with the part what is told of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from reportgen.problems import Place


@dataclass
class Known:
    """What was said in one language so far.

    `before` are the terms whose forms stood there, `named` those that stood there in other words; `full` the full forms
    that stand before short ones, `short` the short ones that were introduced, with their places; `told` those that were
    not, and are told.
    """

    before: frozenset[int] = frozenset()
    named: set[int] = field(default_factory=set[int])
    full: set[int] = field(default_factory=set[int])
    short: dict[str, Place] = field(default_factory=dict[str, Place])
    told: set[str] = field(default_factory=set[str])

    def as_data(self) -> list[Any]:
        """The same in JSON's own types; equal where what is known is."""
        places = [[short, place.file, place.line, place.column, place.sheet] for short, place in self.short.items()]
        return [sorted(self.before), sorted(self.named), sorted(self.full), sorted(places), sorted(self.told)]


class Memory:
    """What every language has said so far."""

    def __init__(self, left: str = "") -> None:
        """What a part before has left, if there was one."""
        self._known = {language: _known(data) for language, data in json.loads(left or "{}").items()}

    def of(self, language: str) -> Known:
        """What one language has said."""
        return self._known.setdefault(language, Known())

    def left(self) -> str:
        """All of it as text."""
        return json.dumps({language: known.as_data() for language, known in sorted(self._known.items())})


def _known(data: Any) -> Known:
    before, named, full, short, told = data
    places = {form: Place(file, line, column, sheet) for form, file, line, column, sheet in short}
    return Known(frozenset(before), set(named), set(full), places, set(told))
