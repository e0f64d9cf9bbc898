"""What a briefing must hold, one file a concern: pure functions from a briefing to its problems, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from reportgen.checks.accessible import check_accessible
from reportgen.checks.agreement import check_agreement
from reportgen.checks.blocks import check_blocks
from reportgen.checks.charts import check_charts
from reportgen.checks.facts import check_facts
from reportgen.checks.openings import check_openings
from reportgen.checks.references import check_references
from reportgen.checks.terms import check_terms
from reportgen.content.model import Briefing
from reportgen.content.translations import missing_words
from reportgen.document import Document
from reportgen.problems import Problem, in_order
from reportgen.template.contrast import faint_problems
from reportgen.template.model import Look

Check = Callable[[Briefing], Iterable[Problem]]

CHECKS: dict[str, Check] = {
    "references": check_references,
    "facts": check_facts,
    "blocks": check_blocks,
    "charts": check_charts,
    "agreement": check_agreement,
    "terms": check_terms,
    "openings": check_openings,
}
"""Every check. Each finds its own problems whatever the others find, so that all are told at once."""

EDITION_CHECKS: dict[str, Callable[[Briefing, Document], Iterable[Problem]]] = {"accessible": check_accessible}
"""The checks of a composed edition, and so only of content without errors."""

LOOK_CHECKS: dict[str, Callable[[Look, str], Iterable[Problem]]] = {"contrast": faint_problems}
"""The checks of a template's look, which is told by its name."""


def check(briefing: Briefing, editions: Collection[str] | None = None) -> tuple[Problem, ...]:
    """Every problem of a briefing that was read, in the order of its files.

    Only the languages of the `editions` must be there in full: of all its editions where none are named.
    """
    named = briefing.editions.items()
    wanted = {code for name, codes in named if editions is None or name in editions for code in codes}
    languages = [code for code in briefing.languages if code in wanted]
    found = (problem for find in CHECKS.values() for problem in find(briefing))
    return in_order((*missing_words(briefing.words(), languages), *found))
