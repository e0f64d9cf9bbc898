"""The template's colors: words that people of weak sight cannot read on their ground."""

from __future__ import annotations

from collections.abc import Iterable

from reportgen.checks.check import Check, Subject
from reportgen.messages import msg
from reportgen.problems import Problem
from reportgen.template.contrast import RULES, faint_problems


def find_faint(subject: Subject) -> Iterable[Problem]:
    """Faint words of the look that the briefing will wear."""
    if subject.look is None:
        return ()
    return faint_problems(subject.look, str(subject.briefing.about.template or "modern"))


CONTRAST = Check("contrast", msg("The template's words stand out from their ground."), find_faint, RULES, composed=True)
