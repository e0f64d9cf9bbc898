"""What a briefing must hold, one file a concern: pure functions from a briefing to its problems, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reportgen.checks.agreement import check_agreement
from reportgen.checks.blocks import check_blocks
from reportgen.checks.facts import check_facts
from reportgen.checks.references import check_references
from reportgen.checks.terms import check_terms
from reportgen.content.model import Briefing
from reportgen.problems import Problem, Severity

Check = Callable[[Briefing], Iterable[Problem]]

FIRST: dict[str, Check] = {"references": check_references, "facts": check_facts}
"""What must hold before a briefing can be said at all."""

CHECKS: dict[str, Check] = {"blocks": check_blocks, "agreement": check_agreement, "terms": check_terms}
"""What is looked at once every name leads somewhere."""


def check(briefing: Briefing) -> tuple[Problem, ...]:
    """Every problem of a briefing that was read. Where names lead nowhere, only that is told."""
    first = [problem for find in FIRST.values() for problem in find(briefing)]
    if any(problem.severity is Severity.ERROR for problem in first):
        return tuple(first)
    return (*first, *(problem for find in CHECKS.values() for problem in find(briefing)))
