"""What a briefing must hold, one file a concern: pure functions from a briefing to its problems, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from reportgen.checks.agreement import check_agreement
from reportgen.checks.blocks import check_blocks
from reportgen.checks.charts import check_charts
from reportgen.checks.facts import check_facts
from reportgen.checks.openings import check_openings
from reportgen.checks.references import check_references
from reportgen.checks.terms import check_terms
from reportgen.content.model import Briefing
from reportgen.content.translations import missing_words
from reportgen.problems import Problem, in_order

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


def check(briefing: Briefing, editions: Collection[str] | None = None) -> tuple[Problem, ...]:
    """Every problem of a briefing that was read, in the order of its files.

    Only the languages of the `editions` must be there in full: of all its editions where none are named.
    """
    named = briefing.editions.items()
    wanted = {code for name, codes in named if editions is None or name in editions for code in codes}
    languages = [code for code in briefing.languages if code in wanted]
    found = (problem for find in CHECKS.values() for problem in find(briefing))
    return in_order((*missing_words(briefing.words(), languages), *found))
