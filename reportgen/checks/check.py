"""What a check is, and what it is given: a briefing that was read, the look it will wear, and what both come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from reportgen.blocks import Block
from reportgen.compose import compose
from reportgen.content.entries import FactName, Text, walk
from reportgen.content.model import Briefing
from reportgen.document import Document
from reportgen.messages import Message
from reportgen.problems import Problem, Rule
from reportgen.records import record
from reportgen.template.model import Look


@dataclass(frozen=True)
class Subject:
    """A briefing to be checked. `look` is its template's; None where that cannot be had, which building tells."""

    briefing: Briefing
    look: Look | None = None
    chosen: tuple[str, ...] | None = None  # the editions to make; unset, all that the briefing has

    @cached_property
    def leaves(self) -> tuple[object, ...]:
        """Every text and name of the briefing's front and sections, in their order."""
        return tuple(self._leaves())

    @cached_property
    def used(self) -> frozenset[str]:
        """The facts that are named anywhere in the briefing's front and sections, known or not."""
        names: set[str] = set()
        for leaf in self.leaves:
            if isinstance(leaf, FactName):
                names.add(str(leaf))
            elif isinstance(leaf, Text):
                names |= {mark.name for language in leaf.pieces for mark in leaf.facts(language)}
        blocks: Iterator[Block] = (block for section in self.briefing.sections for block in section.blocks)
        families = {family for block in blocks for family in block.families()}
        facts = self.briefing.facts.values() if families else ()
        names |= {fact.name for fact in facts if fact.member is not None and fact.member.family in families}
        return frozenset(names)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names that look like figures and are none: those the author lists, and terms: 第三产业 is no third."""
        terms = self.briefing.terms
        words = (str(word) for term in terms for word in (*term.words.values(), term.plural) if word)
        figures = (word for word in words if any(character.isnumeric() for character in word))
        return tuple(dict.fromkeys([*self.briefing.names, *figures]))

    @property
    def parts(self) -> Iterator[tuple[str, Subject]]:
        """Each section's name, and the briefing as if it had this section alone."""
        for section in self.briefing.sections:
            yield section.name, replace(self, briefing=replace(self.briefing, sections=(section,)))

    @property
    def beside(self) -> Subject:
        """The briefing as if it had no section."""
        return replace(self, briefing=replace(self.briefing, sections=()))

    @cached_property
    def blocks(self) -> tuple[tuple[Block, tuple[Problem, ...]], ...]:
        """Every block in order, each with what it finds wrong with itself, once it can see facts and tables."""
        briefing = self.briefing
        return tuple((block, tuple(block.problems(briefing))) for each in briefing.sections for block in each.blocks)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The editions, composed. Only content without errors can be."""
        citations = self.look.citations if self.look else "numbered"
        return {edition: compose(self.briefing, edition, citations) for edition in self.editions}

    @property
    def editions(self) -> Mapping[str, tuple[str, ...]]:
        """The editions to make, and the languages of each."""
        named = self.briefing.editions
        return named if self.chosen is None else {edition: named[edition] for edition in self.chosen}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of those editions, in the briefing's order."""
        wanted = {language for languages in self.editions.values() for language in languages}
        return tuple(language for language in self.briefing.languages if language in wanted)

    def _leaves(self) -> Iterator[object]:
        yield from walk(self.briefing.about)
        for section in self.briefing.sections:
            yield from section.texts()
            yield from walk(section.blocks)


Find = Callable[[Subject], Iterable[Problem]]


@record
class Check:
    """One concern: what it looks at, in a sentence, how it finds its problems, and the rules it finds broken.

    It looks at the whole briefing, at each section by itself (`Subject.parts`), or at what stands beside sections
    (`Subject.beside`: the front, facts, sources, the tables that sections name), or has a function for each.
    They are pure, so what was found in a section may be told again while the section, and all that is no section, are
    as they were (reportgen/recall.py). A check that asks what is `composed` runs only where no other found an error.
    """

    name: str
    about: Message
    find: Find | None
    rules: tuple[Rule, ...]
    composed: bool = False
    find_in_section: Find | None = None
    find_beside: Find | None = None
    rules_of_parts: Callable[[], Iterable[Rule]] = tuple[Rule, ...]  # of what is loaded only where content uses it

    def every_rule(self) -> tuple[Rule, ...]:
        """All that it finds broken."""
        return (*self.rules, *self.rules_of_parts())

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """All that it finds in a briefing."""
        if self.find:
            yield from self.find(subject)
        if self.find_beside:
            yield from self.find_beside(subject.beside)
        if self.find_in_section:
            for _, part in subject.parts:
                yield from self.find_in_section(part)
