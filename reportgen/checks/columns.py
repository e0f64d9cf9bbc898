"""The template's columns: text in them calls no footnotes."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.checks.check import Check, Subject
from reportgen.messages import msg
from reportgen.problems import Problem
from reportgen.template.note_columns import RULES, note_problems


def find_notes(subject: Subject) -> Iterable[Problem]:
    """Footnotes in columns of text, in the look that the briefing will wear."""
    if subject.look is None:
        return ()
    return note_problems(subject.look, str(subject.briefing.about.template or "modern"))


COLUMNS = Check("columns", msg("Text in columns calls no footnotes."), find_notes, RULES, composed=True)
