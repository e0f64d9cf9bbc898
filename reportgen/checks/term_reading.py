"""A part of a briefing read for its terms: its texts in order, folded once, with their terms and those named before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportgen.checks.glossary import Occurrence, Tongue
from reportgen.checks.pairs import Pair
from reportgen.checks.term_memory import Memory
from reportgen.content.model import Briefing
from reportgen.problems import Place, Typed
from reportgen.records import record
from reportgen.terms.folding import Folded


@record
class Said:
    """A text in one language: its words, folded, the terms that it has, and those named before it and just before."""

    literal: str
    folded: Folded
    found: tuple[Occurrence, ...]
    before: frozenset[int]
    near: frozenset[int]

    @property
    def terms(self) -> frozenset[int]:
        """The numbers of its terms."""
        return frozenset(number for each in self.found for number in each.form.terms)


@record
class ReadPair:
    """A pair with what is said in each language."""

    pair: Pair
    said: Mapping[str, Said]

    def where(self, language: str, words: str, at: int) -> Typed | Place:
        """Where words of a language stand, which begin at a place of its literal text."""
        return self.pair.where(language, words, self.said[language].literal.count(words, 0, at))


@record
class Reading:
    """A briefing, what is searched in each of its languages, and the texts of a part of it."""

    briefing: Briefing
    tongues: Mapping[str, Tongue]
    pairs: tuple[ReadPair, ...]


def read_terms(briefing: Briefing, tongues: Mapping[str, Tongue], pairs: Iterable[Pair], memory: Memory) -> Reading:
    """The texts of a part with their terms, which are remembered."""
    return Reading(briefing, tongues, tuple(_read(tongues, pairs, memory)))


def _read(tongues: Mapping[str, Tongue], pairs: Iterable[Pair], memory: Memory) -> Iterator[ReadPair]:
    near = dict.fromkeys(tongues, frozenset[int]())
    for pair in pairs:
        said = {
            language: _said(pair, tongue, memory.of(language).before, near[language])
            for language, tongue in tongues.items()
            if language in pair.languages
        }
        yield ReadPair(pair, said)
        terms = {language: each.terms for language, each in said.items()}
        for language, found in terms.items():
            memory.of(language).before |= found
        if pair.role in ("running", "title"):
            near = near | terms


def _said(pair: Pair, tongue: Tongue, before: frozenset[int], near: frozenset[int]) -> Said:
    literal = pair.literal(tongue.language)
    folded = tongue.grammar.fold(literal)
    return Said(literal, folded, tongue.find(folded, literal), before, near)
