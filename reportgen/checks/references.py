"""Every name leads somewhere: facts, sources, figures; and each is given once."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.blocks import Captioned
from reportgen.content.entries import FactName, SourceName, Text, walk
from reportgen.content.model import Briefing
from reportgen.content.text import CiteMark, FactMark, ReferenceMark
from reportgen.problems import Place, Problem, did_you_mean


def check_references(briefing: Briefing) -> Iterator[Problem]:
    """Unknown facts, sources and figures; ids given twice."""
    yield from _ids(briefing)
    captioned = {
        str(block.id) for section in briefing.sections for block in section.blocks if isinstance(block, Captioned)
    }
    captioned |= {section.name for section in briefing.sections}
    known = {"fact": briefing.facts, "source": briefing.sources, "figure": captioned}
    for what, name, place in _names(briefing):
        if name not in known[what]:
            called = "chart, table or section" if what == "figure" else what
            yield Problem(place, f"no {called} is called '{name}'", did_you_mean(name, known[what]))
    for mark in _marks(briefing):
        fact = briefing.facts.get(mark.name)
        if fact is not None and mark.form == "when" and fact.when is None:
            hint = f"give {fact.name} a when: or as_of: in facts.yaml"
            yield Problem(mark.place, f"'{fact.name}' is for no stated time", hint)


def _ids(briefing: Briefing) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for section in briefing.sections:
        for block in section.blocks:
            if isinstance(block, Captioned):
                if first := seen.get(str(block.id)):
                    yield Problem(block.id.place, f"two blocks are called '{block.id}'", f"the other stands at {first}")
                seen[str(block.id)] = block.id.place


def _names(briefing: Briefing) -> Iterator[tuple[str, str, Place]]:
    """Every name in the briefing: what it names, the name, where it stands."""
    for leaf in _leaves(briefing):
        match leaf:
            case FactName():
                yield "fact", str(leaf), leaf.place
            case SourceName():
                yield "source", str(leaf), leaf.place
            case Text():
                for pieces in leaf.pieces.values():
                    for piece in pieces:
                        match piece:
                            case FactMark(name=name, place=place):
                                yield "fact", name, place
                            case CiteMark(source=name, place=place):
                                yield "source", name, place
                            case ReferenceMark(target=name, place=place):
                                yield "figure", name, place
                            case _:
                                pass
            case _:
                pass


def _marks(briefing: Briefing) -> Iterator[FactMark]:
    for leaf in _leaves(briefing):
        if isinstance(leaf, Text):
            for language in leaf.pieces:
                yield from leaf.facts(language)


def _leaves(briefing: Briefing) -> Iterator[object]:
    yield from walk(briefing.about)
    for fact in briefing.facts.values():
        yield from fact.sources
    for section in briefing.sections:
        yield section.title
        yield from walk(section.blocks)
    for rows in briefing.tables.values():
        for row in rows:
            if source := row.get("source"):
                yield SourceName.at(source, source.place, source.raw)
