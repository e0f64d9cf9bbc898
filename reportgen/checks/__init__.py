"""What a briefing must hold, one file a concern: pure functions from a briefing to its problems, in reading order."""

from __future__ import annotations

from dataclasses import replace

from reportgen.briefing_reader import NO_TEMPLATE, WORD_FILES, read_look
from reportgen.checks.accessible import ACCESSIBLE
from reportgen.checks.blocks import BLOCK
from reportgen.checks.charts import CHARTS_FULL
from reportgen.checks.check import Check, Subject
from reportgen.checks.contrast import CONTRAST
from reportgen.checks.facts import FACTS
from reportgen.checks.figures import FIGURES
from reportgen.checks.ignored import Verdict, judged
from reportgen.checks.openings import OPENINGS
from reportgen.checks.references import NAMES
from reportgen.checks.terms import TERMS
from reportgen.content.model import Briefing
from reportgen.content.source import Scalar
from reportgen.problems import ContentError, Problem, stops
from reportgen.template.model import Look

CHECKS: dict[str, Check] = {
    "references": NAMES,
    "facts": FACTS,
    "blocks": BLOCK,
    "charts": CHARTS_FULL,
    "figures": FIGURES,
    "terms": TERMS,
    "openings": OPENINGS,
    "accessible": ACCESSIBLE,
    "contrast": CONTRAST,
}
"""Every check. Each finds its own problems whatever the others find, so that all are told at once."""

DEFAULT_TEMPLATE = "modern"


def check(briefing: Briefing, look: Look | None = None) -> tuple[Problem, ...]:
    """Every problem of a briefing that was read, in the order of its files, without those its author ignores.

    `look` is the template's that it will wear; unset, the one the briefing names, where that is no Word file.
    """
    return verdict(briefing, look).problems


def verdict(briefing: Briefing, look: Look | None = None) -> Verdict:
    """The problems of a briefing, and those that its author ignores with the reasons."""
    found = [*briefing.found]
    try:
        look = look or _look(briefing.about.template)
    except ContentError as error:
        found += error.problems
    subject = Subject(briefing, look)
    for each in CHECKS.values():
        if not (each.composed and stops(found)):
            found += each.find(subject)
    return judged(found, briefing.ignores)


def _look(template: Scalar | None) -> Look | None:
    """The look of the template that a briefing names, told at its name where there is none; None of a Word file."""
    name = str(template or DEFAULT_TEMPLATE)
    if name.lower().endswith(WORD_FILES):
        return None
    try:
        return read_look(name)
    except ContentError as error:
        if template is None:
            raise
        placed = (
            replace(problem, place=template.place, end=template.end) if problem.code == NO_TEMPLATE.code else problem
            for problem in error.problems
        )
        raise ContentError(placed) from error


__all__ = ["CHECKS", "Check", "Subject", "Verdict", "check", "verdict"]
