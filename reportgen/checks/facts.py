"""No fact is stated for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.check import Check, Subject
from reportgen.messages import msg
from reportgen.problems import Problem, Rule, Severity, near

UNUSED = Rule(
    "facts/unused",
    msg("Every fact that is stated is printed somewhere, or another is derived from it."),
    Severity.WARNING,
    file="facts.yaml",
    slip="spare: {is: 3家, what: {zh: 甲, en: A}, source: paper}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)


def find_unused(subject: Subject) -> Iterator[Problem]:
    """Facts that nothing uses; not those that a mistyped name was meant for, nor what another row may print."""
    if subject.briefing.row is not None:
        return
    facts = subject.briefing.facts
    used = {*subject.used, *(part for fact in facts.values() for part in fact.formula)}
    meant = {near(name, facts) for name in subject.used if name not in facts}
    for name, fact in facts.items():
        if name not in used and name not in meant:
            message = msg("the fact '{name}' is printed nowhere", name=name)
            yield UNUSED.broken(fact.place, message, msg("use it, or take it out"), end=fact.end)


FACTS = Check("facts", msg("No fact is stated for nothing."), find_unused, (UNUSED,))
