"""A content folder while it is read: its files as values with places, and the problems met on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from reportgen.content.entries import problems_of
from reportgen.content.source import Entries, Scalar, Value, read_yaml
from reportgen.content.when import iso_date, read_when
from reportgen.numbers import Period
from reportgen.problems import Place, Problem

_ModelT = TypeVar("_ModelT", bound=BaseModel)


@dataclass(slots=True)
class Folder:
    """One folder being read. What cannot be read becomes a problem, and the reading goes on."""

    path: Path
    problems: list[Problem] = field(default_factory=list[Problem])

    def load(self, name: str, *, wanted: bool = True) -> Value | None:
        """A YAML file of the folder; a file that is not wanted may be missing."""
        if not wanted and not (self.path / name).exists():
            return None
        value, problems = read_yaml(self.path / name, self.told(name))
        self.problems += problems
        if value is None and not problems and wanted:
            self.problems.append(Problem(Place(self.told(name)), "this file is empty"))
        return value

    def told(self, name: str) -> str:
        """The file as problems tell it: from where the author stands."""
        return str(self.path / name)

    def model(self, model: type[_ModelT], value: object) -> _ModelT | None:
        """The value as a model, or None with its problems collected."""
        try:
            return model.model_validate(value)
        except ValidationError as error:
            self.problems += problems_of(error, model, value)
            return None

    def entries(self, name: str, what: str, *, wanted: bool = True) -> Iterator[tuple[Scalar, Any]]:
        """The named things of a file that is one mapping."""
        value = self.load(name, wanted=wanted)
        if value is None:
            return
        if not isinstance(value, Entries):
            self.problems.append(Problem(value.place, f"{what} by name are wanted here", "write NAME: {…}"))
            return
        yield from value.items()

    def when(self, text: Scalar, hint: str, *, day: bool = False, as_of: bool = False) -> Period | None:
        """The time that a text tells; a `day` where no longer one will do."""
        try:
            period = read_when(text, as_of=as_of)
            if not day or iso_date(period):
                return period
            self.problems.append(Problem(text.place, f"'{text}' is no day", hint))
        except ValueError as error:
            self.problems.append(Problem(text.place, str(error), hint))
        return None
