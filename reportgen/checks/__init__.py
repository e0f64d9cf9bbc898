"""What a briefing must hold, one file a concern: pure functions from a briefing to its problems, in reading order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from reportgen.briefing_reader import DEFAULT_TEMPLATE, NO_TEMPLATE, WORD_FILES, read_look
from reportgen.checks.accessible import ACCESSIBLE
from reportgen.checks.blocks import BLOCK
from reportgen.checks.charts import CHARTS_FULL
from reportgen.checks.check import Check, Subject
from reportgen.checks.citations import CITATIONS
from reportgen.checks.columns import COLUMNS
from reportgen.checks.contrast import CONTRAST
from reportgen.checks.facts import FACTS
from reportgen.checks.figures import FIGURES
from reportgen.checks.filing import FILING
from reportgen.checks.ignored import judged
from reportgen.checks.openings import OPENINGS
from reportgen.checks.plausible import CROSSED, PLAUSIBLE
from reportgen.checks.references import NAMES
from reportgen.checks.swapped import LANGUAGES_KEPT
from reportgen.checks.terms import TERMS
from reportgen.checks.times import TIMES
from reportgen.checks.translations import TRANSLATIONS
from reportgen.content.model import Briefing
from reportgen.content.source import Scalar
from reportgen.problems import ContentError, Place, Problem, Verdict, stops
from reportgen.recall import BESIDE, recalled

CHECKS: dict[str, Check] = {
    "translations": TRANSLATIONS,
    "swapped": LANGUAGES_KEPT,
    "references": NAMES,
    "citations": CITATIONS,
    "facts": FACTS,
    "times": TIMES,
    "filing": FILING,
    "plausible": PLAUSIBLE,
    "blocks": BLOCK,
    "crossed": CROSSED,
    "charts": CHARTS_FULL,
    "figures": FIGURES,
    "terms": TERMS,
    "openings": OPENINGS,
    "accessible": ACCESSIBLE,
    "contrast": CONTRAST,
    "columns": COLUMNS,
}
"""Every check. Each finds its own problems whatever the others find, so that all are told at once."""


def check(briefing: Briefing, editions: Collection[str] | None = None) -> tuple[Problem, ...]:
    """Every problem of a briefing in its own template, in the order of its files, without those its author ignores.

    Only the languages of the `editions` must be there in full: of all its editions where none are named. A template
    that is a Word file is not opened here, nor what hangs on it checked: pipeline.py does that.
    """
    name = str(briefing.about.template or DEFAULT_TEMPLATE)
    chosen = None if editions is None else tuple(editions)
    if name.lower().endswith(WORD_FILES):
        return judge(Subject(briefing, None, chosen)).problems
    try:
        return judge(Subject(briefing, read_look(name), chosen)).problems
    except ContentError as error:
        return judge(Subject(briefing, None, chosen), placed(error, briefing)).problems


def judge(subject: Subject, found: Iterable[Problem] = ()) -> Verdict:
    """What all checks find, besides the problems found already, with what the author ignores set apart."""
    briefing = subject.briefing
    told = [*briefing.found, *found]
    told += _found(subject, composed=False)
    told += _found_beside(subject)
    told += _found_in_sections(subject)
    if stops(judged(told, briefing.ignores, whole=False).problems):
        return judged(told, briefing.ignores, whole=False)
    told += _found(subject, composed=True)
    return judged(told, briefing.ignores, whole=True)


def _found(subject: Subject, *, composed: bool) -> Iterator[Problem]:
    """What the checks find in the briefing as a whole."""
    for each in CHECKS.values():
        if each.composed is composed and each.find:
            yield from each.find(subject)


def _found_beside(subject: Subject) -> Iterable[Problem]:
    """What the checks find in all that is no section, now or before."""
    finds = [each.find_beside for each in CHECKS.values() if each.find_beside]
    name = f"{BESIDE} {list(subject.briefing.tables)}"
    return recalled(name, lambda: [problem for find in finds for problem in find(subject.beside)])


def _found_in_sections(subject: Subject) -> Iterator[Problem]:
    """What the checks find in each section by itself, now or before."""
    finds = [each.find_in_section for each in CHECKS.values() if each.find_in_section]
    for name, part in subject.parts:
        yield from recalled(name, lambda part=part: [problem for find in finds for problem in find(part)])


def placed(error: ContentError, briefing: Briefing) -> tuple[Problem, ...]:
    """What is wrong with the template: told where the briefing names it, if it does and there is none."""
    named = briefing.about.template
    return tuple(
        replace(problem, place=named.place, end=named.end)
        if isinstance(named, Scalar) and problem.code == NO_TEMPLATE.code and problem.place == Place(str(named))
        else problem
        for problem in error.problems
    )


__all__ = ["CHECKS", "Check", "Subject", "check", "judge", "placed"]
