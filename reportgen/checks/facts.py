"""No fact is stated for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.check import Check, Subject
from reportgen.content.source import Scalar
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
    families = {fact.member.family for name, fact in facts.items() if fact.member and name in {*used, *meant}}
    for fact in facts.values():
        if fact.member and fact.member.family not in families:
            families.add(fact.member.family)
            yield _unused_family(fact.member.family)
    for name, fact in facts.items():
        if name not in used and name not in meant and fact.member is None:
            message = msg("the fact '{name}' is printed nowhere", name=name)
            yield UNUSED.broken(fact.place, message, msg("use it, or take it out"), end=fact.end)


def _unused_family(family: Scalar) -> Problem:
    message = msg("no fact of the family '{name}' is printed", name=family)
    return UNUSED.broken(family, message, msg("use one, or take the family out"))


FACTS = Check("facts", msg("No fact is stated for nothing."), find_unused, (UNUSED,))
