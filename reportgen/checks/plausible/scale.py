"""A figure a hundred or ten thousand times its neighbors of one unit: 1864.2亿吨 among 万吨."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.checks.check import Subject
from reportgen.checks.plausible.kinship import Told, kin, length, levels, speaks_of_whole
from reportgen.checks.plausible.rules import SCALE
from reportgen.messages import TONGUES, Wordings, msg, wordings
from reportgen.numbers import write
from reportgen.numbers.model.quantity import Count, Measure, Money
from reportgen.problems import Evidence, Problem

FAR = 100
"""From how many times the largest of its neighbors, or what part of the smallest, a figure is told."""
LEAST_KIN, LEAST_OF_UNIT = 3, 4
"""Neighbors that tell of the like, or else merely count in the same unit, without which nothing is told."""
VERY_FAR = 1000
"""The same of a small figure, which is natural more often, and of figures that merely count in the same unit."""
AMONG = 3
"""How many times larger or smaller than all others a figure is still one of them."""

SLIPS = (4, 8)
"""Powers of ten between 一, 万 and 亿."""
MOST_OF_UNIT = 300  # figures that are held against each other, each against all


def find_outliers(subject: Subject) -> Iterator[Problem]:
    """Facts that lie far outside their neighbors, which lie close together."""
    groups: dict[object, list[Told]] = {}
    for told in levels(subject.briefing.facts.values()):
        if isinstance(told.figure, Money | Measure | Count) and told.value > 0:
            groups.setdefault((*told.measure, length(told.fact)), []).append(told)
    for group in groups.values():
        if LEAST_KIN < len(group) <= MOST_OF_UNIT:
            yield from _outliers(group)


def _outliers(group: Sequence[Told]) -> Iterator[Problem]:
    values = sorted(each.value for each in group)
    for told in group:
        if values[0] * FAR > told.value and told.value * FAR > values[-1]:
            continue  # most: nothing is far from it
        if told.fact.formula:
            continue  # what it is made of is told
        others = [each for each in group if each is not told]
        near = [each for each in others if kin(each.fact.what, told.fact.what)]
        whole = speaks_of_whole(told.fact.what) and not all(speaks_of_whole(each.fact.what) for each in near)
        if whole:
            continue
        if len(near) >= LEAST_KIN and _is_far(told, near, FAR):
            yield _told(told, near)
        elif isinstance(told.figure, Measure) and len(others) >= LEAST_OF_UNIT and _is_slip(told, others):
            yield _told(told, others)


def _is_far(told: Told, near: Sequence[Told], times: int) -> bool:
    """Whether a figure lies far outside others that lie within a hundred times of one another."""
    low, high = _ends(near)
    return high < low * FAR and (told.value >= high * times or told.value * VERY_FAR <= low)


def _is_slip(told: Told, others: Sequence[Told]) -> bool:
    """Whether a figure that is very far outside would lie among the others with 万 in place of 亿, or the like."""
    low, high = _ends(others)
    shifted = [told.value.scaleb(power * sign) for power in SLIPS for sign in (1, -1)]
    return _is_far(told, others, VERY_FAR) and any(low <= value * AMONG and value <= high * AMONG for value in shifted)


def _ends(group: Sequence[Told]) -> tuple[Decimal, Decimal]:
    values = [each.value for each in group]
    return min(values), max(values)


def _told(told: Told, near: Sequence[Told]) -> Problem:
    above = told.value > near[0].value
    next_ = max(near, key=lambda each: each.value) if above else min(near, key=lambda each: each.value)
    times = int(told.value / next_.value) if above else int(next_.value / told.value)
    said = {"figure": figure_in_words(told), "times": times, "count": len(near), "other": figure_in_words(next_)}
    if above:
        message = msg("{figure} is {times} times the largest of {count} figures like it, {other}", **said)
    else:
        message = msg("the smallest of {count} figures like it, {other}, is {times} times {figure}", **said)
    hint = msg("is its unit right, 万 or 亿? If it is true, say so: # reportgen: ignore[plausible/scale] because …")
    evidence = [Evidence(next_.fact.name, str(figure_in_words(next_)), next_.fact.place)]
    return SCALE.broken(told.fact.place, message, hint, end=told.fact.end, evidence=evidence)


def figure_in_words(told: Told) -> Wordings:
    """A fact's figure as each language prints it."""
    return wordings({tongue: write(told.fact.quantity, tongue) for tongue in TONGUES})
