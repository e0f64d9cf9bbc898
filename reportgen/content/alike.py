"""Derived facts that are reckoned in one way, so that one note tells of all in a table, a chart or a section."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from reportgen.content.derived.tree import shape_of
from reportgen.content.entries import Text, walk
from reportgen.content.model import Briefing, Fact, Section

SILENT = ("what", "when")
"""The forms of a fact that print no figure, and so want no note."""


def grouped(facts: Iterable[Fact], names: Container[str]) -> list[tuple[Fact, ...]]:
    """The facts in their order, derived ones of one shape together where their first stands; others by themselves."""
    groups: dict[object, list[Fact]] = {}
    for fact in {fact.name: fact for fact in facts}.values():
        alone = fact.status != "derived" or fact.note is not None
        groups.setdefault(fact.name if alone else shape_of(fact.formula, names), []).append(fact)
    return [tuple(group) for group in groups.values()]


def groups_of(briefing: Briefing) -> Mapping[str, tuple[Fact, ...]]:
    """For each fact that a text prints, by name, those that its first section tells of in one note with it."""
    groups: dict[str, tuple[Fact, ...]] = {}
    for section in briefing.sections:
        printed = (briefing.facts[name] for name in _printed(section) if name not in groups)
        for group in grouped(printed, briefing.facts):
            groups |= dict.fromkeys((fact.name for fact in group), group)
    return groups


def _printed(section: Section) -> Iterator[str]:
    """The facts whose figures a section's texts print, in order."""
    for leaf in walk((*section.texts(), section.blocks)):
        if isinstance(leaf, Text):
            for language in leaf.pieces:
                yield from (mark.name for mark in leaf.facts(language) if mark.form not in SILENT)
