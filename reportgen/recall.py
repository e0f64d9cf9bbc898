"""What was found in a section before, or beside them, told again by whoever has kept it; nobody has, unless told so.

Not here: who keeps it, and what must be as it was (results.py, for the command line).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import ContextVar

from reportgen.problems import Problem
from reportgen.records import record


@record
class Told:
    """Problems, and in a text what they leave behind for the next part to know, if it must know something."""

    problems: Sequence[Problem]
    left: str = ""


Find = Callable[[], Told]
Recall = Callable[[str, Find], Told]
"""Given what decides it and what finds it: what is told of a part of a briefing, found now or before.

What decides it is a section's name, if it is one, and behind a stroke all else but what stands beside sections:
`north`, `north/terms {}`, `/beside []`.
"""

BESIDE_SECTIONS = ""
"""The name for all that is no section: problems that follow from facts, terms and sources alone."""

BESIDE = "/beside"
"""The name, with those of the tables that sections name, for what checks find in all that is no section."""


def anew(_: str, find: Find) -> Told:
    """What is found now."""
    return find()


RECALL: ContextVar[Recall] = ContextVar("recall", default=anew)
"""Who is asked, in this thread."""


def recalled(name: str, find: Callable[[], Sequence[Problem]]) -> Sequence[Problem]:
    """Problems that leave nothing behind, found now or before."""
    return RECALL.get()(name, lambda: Told(find())).problems
