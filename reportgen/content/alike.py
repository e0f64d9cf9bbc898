"""Figures of one status, and derived ones that are reckoned in one way: one sentence tells of all, in one note."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from reportgen.content.derived.tree import shape_of
from reportgen.content.entries import Text, walk
from reportgen.content.model import Briefing, Fact, Section

SILENT = ("what", "when")
"""The forms of a fact that print no figure, and so want no note."""


def grouped(facts: Iterable[Fact], names: Container[str]) -> list[tuple[Fact, ...]]:
    """The facts in their order, those that one sentence tells of together where their first stands.

    They are of one status, derived ones of one shape too; what has a note of its own, or is final, stands by itself.
    """
    return _by(facts, lambda fact: shape_of(fact.formula, names) if fact.status == "derived" else fact.status)


def together(briefing: Briefing) -> Mapping[str, tuple[Fact, ...]]:
    """For each fact that running text prints, by name, those that its first section tells of in one note with it."""
    groups: dict[str, tuple[Fact, ...]] = {}
    for section in briefing.sections:
        printed = (briefing.facts[name] for name in _printed(section) if name not in groups)
        for group in _by(printed, lambda fact: fact.status):
            groups |= dict.fromkeys((fact.name for fact in group), group)
    return groups


def _by(facts: Iterable[Fact], kind: Callable[[Fact], object]) -> list[tuple[Fact, ...]]:
    groups: dict[object, list[Fact]] = {}
    for fact in {fact.name: fact for fact in facts}.values():
        alone = fact.status == "final" or fact.note is not None
        groups.setdefault((fact.name,) if alone else kind(fact), []).append(fact)
    return [tuple(group) for group in groups.values()]


def _printed(section: Section) -> Iterator[str]:
    """The facts whose figures a section's running text prints, in order; what has notes below it tells its own."""
    for leaf in walk((*section.texts(), tuple(block for block in section.blocks if not block.notes_below))):
        if isinstance(leaf, Text):
            for language in leaf.pieces:
                yield from (mark.name for mark in leaf.facts(language) if mark.form not in SILENT)
