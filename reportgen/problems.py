"""What is wrong with content, and where: places, rules, problems, and the one error that carries them all.

No rule about content stands here; checks and readers declare their rules and find problems, this module only gives them
a shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Protocol

from reportgen.messages import SOURCE, Message, listing, msg, said
from reportgen.records import record

LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML 1.1, by whose lines places count."""


class Severity(StrEnum):
    """How bad a problem is: an error stops the build, a warning is told and the build goes on."""

    ERROR = "error"
    WARNING = "warning"


class Certainty(StrEnum):
    """How sure a problem is: a fact about the files, a reading that is nearly always right, or a hint to look."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file the author wrote; line and column count from 1, in characters; 0 means the file as a whole.

    In a sheet of a workbook they are a cell's row and column.
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""

    def __str__(self) -> str:
        return self.told(SOURCE)

    def told(self, tongue: str) -> str:
        """The place in a language: a chart that stands in no file is named in words."""
        if self.sheet:
            return "!".join(filter(None, (f"{said(self.file, tongue)}#{self.sheet}", self.cell)))
        return ":".join([said(self.file, tongue), *(str(n) for n in (self.line, self.column) if n)])

    @property
    def cell(self) -> str:
        """A cell of a sheet as workbooks tell it: B3; a whole row is 3:3. Empty where it is none."""
        if not self.sheet or not self.line:
            return ""
        return f"{column_letters(self.column)}{self.line}" if self.column else f"{self.line}:{self.line}"

    def after(self, text: str) -> Place:
        """Where a text that starts here ends: the place behind its last character."""
        if not (breaks := list(LINE_BREAK.finditer(text))):
            return Place(self.file, self.line, self.column + len(text))
        return Place(self.file, self.line + len(breaks), len(text) - breaks[-1].end() + 1)


def column_letters(column: int) -> str:
    """A column of a sheet by its number: 1 is A, 27 AA."""
    told = ""
    while column:
        column, left = divmod(column - 1, 26)
        told = chr(ord("A") + left) + told
    return told


class Typed(Protocol):
    """What an author typed: where it starts, and where it ends if that is known."""

    @property
    def place(self) -> Place:
        """Its first character."""
        ...

    @property
    def end(self) -> Place | None:
        """Behind its last character."""
        ...


@record
class Evidence:
    """A value that a problem follows from, and where it stands, where it stands in a file."""

    what: str
    value: str
    place: Place | None = None


@record
class Edit:
    """A mend: the stretch from `start` up to `end` replaced by `text`. A safe one cannot change what is meant."""

    start: Place
    end: Place
    text: str
    safe: bool = True


@record
class Problem:
    """One thing the author can mend: which rule it breaks, where, what it is, and a way out.

    `end` is the place behind the stretch; None where only its start is known. `evidence` are the values it follows
    from; `edits`, done together, mend it.
    """

    code: str
    severity: Severity
    certainty: Certainty
    place: Place
    end: Place | None
    message: str
    hint: str = ""
    evidence: tuple[Evidence, ...] = ()
    edits: tuple[Edit, ...] = ()

    def told(self, tongue: str) -> str:
        """The problem in a line, in a language the program speaks."""
        line = msg(
            "{severity}: {message}{hint}",
            severity=SEVERITIES[self.severity],
            message=self.message,
            hint=msg(" ({hint})", hint=self.hint) if self.hint else "",
        )
        return f"{self.place.told(tongue)}: {said(line, tongue)} [{self.code}]"

    def __str__(self) -> str:
        return self.told(SOURCE)


SEVERITIES = {Severity.ERROR: msg("error"), Severity.WARNING: msg("warning")}


@record
class Rule:
    """What content must keep, under a stable code `concern/slip`; whoever finds it broken makes the problem by it.

    `about` is the rule in a sentence. `slip` and `mend` are an example for docs/checks.md: lines of the `file` of a
    sound content folder, with which the code is told and then is not. The tests run every example; where no lines can
    show it (a workbook that is none), no file is named, and slip and mend say it in words.

    A warning can be ignored in content with a reason, an error only where it is `ignorable`: where every figure that is
    printed still comes from one fact, so that none can be wrong.
    """

    code: str
    about: Message
    severity: Severity = Severity.ERROR
    certainty: Certainty = Certainty.CERTAIN
    file: str = ""
    slip: str = ""
    mend: str = ""
    ignorable: bool = False

    def broken(
        self,
        where: Place | Typed,
        message: str,
        hint: str = "",
        *,
        end: Place | None = None,
        severity: Severity | None = None,
        certainty: Certainty | None = None,
        evidence: Iterable[Evidence] = (),
        edits: Iterable[Edit] = (),
    ) -> Problem:
        """The problem of one place that breaks the rule; as severe and as certain as the rule unless told."""
        place, behind = (where, end) if isinstance(where, Place) else (where.place, end or where.end)
        return Problem(
            self.code,
            severity or self.severity,
            certainty or self.certainty,
            place,
            behind,
            message,
            hint,
            tuple(evidence),
            tuple(edits),
        )


@record
class Ignored:
    """A problem that its author ignores, and why."""

    problem: Problem
    reason: str


@record
class Verdict:
    """What is wrong with a briefing, and what its author ignores."""

    problems: tuple[Problem, ...]
    ignored: tuple[Ignored, ...]


class ChoiceError(ValueError):
    """An argument that is none of its choices; names them."""

    def __init__(self, told: Message) -> None:
        super().__init__(told)
        self.told = told

    def __str__(self) -> Message:
        return self.told


class ContentError(Exception):
    """Content that cannot be built; carries every problem found, in the order of the files."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type[ContentError], tuple[tuple[Problem, ...]]]:
        return ContentError, (self.problems,)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems sorted by place, each told once."""
    return tuple(sorted(dict.fromkeys(problems), key=_order))


def _order(problem: Problem) -> tuple[str, str, Place, str]:
    return problem.place.file, problem.place.sheet, problem.place, problem.message


def stops(problems: Iterable[Problem]) -> bool:
    """Whether there is an error among the problems, which stops a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """A hint that names the nearest known word, or lists what there is when nothing is near."""
    names = sorted(known)
    if meant := near(word, names):
        return msg("did you mean '{name}'?", name=meant)
    if not names:
        return msg("there is none yet")
    listed = listing(names[:8], "unit")
    return msg("there are: {names}, …", names=listed) if len(names) > 8 else msg("there are: {names}", names=listed)


def near(word: str, known: Iterable[str]) -> str:
    """The known word that a word was probably meant for; empty where none is near."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")
