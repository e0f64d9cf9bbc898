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
TO_RENEW = Rule(
    "facts/to-renew",
    msg("No fact waits to be renewed: `renew: true` says that its figure is that of the edition before."),
    file="facts.yaml",
    slip="growth: {renew: true, is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
    mend="growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)


def find_idle(subject: Subject) -> Iterator[Problem]:
    """Facts that nothing uses, and those that wait for their figure."""
    yield from _to_renew(subject)
    yield from find_unused(subject)


def _to_renew(subject: Subject) -> Iterator[Problem]:
    for name, fact in subject.briefing.facts.items():
        if fact.renew:
            message = msg("'{name}' has the figure of the edition before", name=name)
            hint = msg("write the new figure and its source, and take renew: true out")
            yield TO_RENEW.broken(fact.place, message, hint, end=fact.end)


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
        kept = name.removesuffix("_prev")
        if kept != name and kept in facts:  # what `new --next` keeps for a comparison
            continue
        if name not in used and name not in meant and fact.member is None:
            message = msg("the fact '{name}' is printed nowhere", name=name)
            yield UNUSED.broken(fact.place, message, msg("use it, or take it out"), end=fact.end)


def _unused_family(family: Scalar) -> Problem:
    message = msg("no fact of the family '{name}' is printed", name=family)
    return UNUSED.broken(family, message, msg("use one, or take the family out"))


FACTS = Check("facts", msg("No fact is stated for nothing."), find_idle, (UNUSED, TO_RENEW))
