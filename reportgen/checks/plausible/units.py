"""A fact told in another unit than its siblings: last year in tonnes, this year in kilograms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportgen.checks.check import Subject
from reportgen.checks.plausible.kinship import Told, levels, stem
from reportgen.checks.plausible.rules import UNITS
from reportgen.messages import listing, msg
from reportgen.numbers.model.quantity import Count, Measure, Money
from reportgen.problems import Evidence, Problem

MOST_NAMED = 3


def find_units(subject: Subject) -> Iterator[Problem]:
    """Facts of one meaning, or called alike but for their times, that count in several units."""
    groups: dict[object, list[Told]] = {}
    for told in levels(subject.briefing.facts.values()):
        if isinstance(told.figure, Money | Measure | Count) and told.fact.when is not None:
            for key in _siblings(told):
                groups.setdefault((key, told.figure.kind), []).append(told)
    seen: set[str] = set()
    for group in groups.values():
        units = Counter(unit_of(told) for told in group)
        if len(units) > 1:
            for odd, problem in _others(group, units.most_common(1)[0][0]):
                if odd not in seen:
                    seen.add(odd)
                    yield problem


def _siblings(told: Told) -> Iterator[object]:
    """What a fact's siblings share with it: its words, and its name without a time where it has one."""
    yield tuple(sorted(told.fact.what.words.items()))
    name = told.fact.name
    if (short := stem(name)) != name:
        yield short


def unit_of(told: Told) -> str:
    """What a figure counts in, as far as it matters to its siblings."""
    match told.figure:
        case Money(currency=currency):
            return currency
        case Measure(unit=unit):
            return unit.key
        case Count(measure=measure):
            return measure
        case _:
            return ""


def _others(group: Sequence[Told], usual: str) -> Iterator[tuple[str, Problem]]:
    """Those in the rarer units, by name; figures of one time in several units are conversions."""
    siblings = [told for told in group if unit_of(told) == usual]
    times = {told.fact.when for told in siblings}
    for told in group:
        unit = unit_of(told)
        if unit == usual or told.fact.when in times:
            continue
        names = listing([each.fact.name for each in siblings[:MOST_NAMED]], "unit")
        said = {"name": told.fact.name, "unit": unit, "names": names, "usual": usual}
        message = msg("'{name}' counts in {unit}, and {names} in {usual}", **said)
        evidence = [Evidence(each.fact.name, usual, each.fact.place) for each in siblings[:MOST_NAMED]]
        hint = msg("tell them in one unit, or say what differs in what:")
        yield told.fact.name, UNITS.broken(told.fact.place, message, hint, end=told.fact.end, evidence=evidence)
