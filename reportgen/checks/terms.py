"""Terms have one form a language: a paragraph pair that names a term in one language names it in the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from reportgen.content.model import Briefing
from reportgen.problems import Problem, warning


def check_terms(briefing: Briefing) -> Iterator[Problem]:
    """A term that stands twice in terms.yaml with two renderings."""
    for language, other in permutations(briefing.languages, 2):
        seen: dict[str, str] = {}
        for term in briefing.terms:
            if language not in term.words or other not in term.words:
                continue
            word, rendering = term.words[language], str(term.words[other])
            if seen.setdefault(str(word), rendering) != rendering:
                hint = "keep one form of a term in each language"
                yield warning(word.place, f"'{word}' is rendered both '{seen[word]}' and '{rendering}'", hint)
