"""What was found in a section before, or beside them, told again by whoever has kept it; nobody has, unless told so.

Not here: who keeps it, and what must be as it was (results.py, for the command line).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextvars import ContextVar

from reportgen.problems import Problem

Find = Callable[[], Sequence[Problem]]
Recall = Callable[[str, Find], Sequence[Problem]]
"""Given a section's name and what finds its problems: those problems, found now or before."""
BESIDE_SECTIONS = ""
"""The name for all that is no section: problems that follow from facts, terms and sources alone."""

AMONG_FACTS = "/facts"
"""The name for what checks find in facts alone."""


def anew(_: str, find: Find) -> Sequence[Problem]:
    """What is found now."""
    return find()


RECALL: ContextVar[Recall] = ContextVar("recall", default=anew)
"""Who is asked, in this thread."""
