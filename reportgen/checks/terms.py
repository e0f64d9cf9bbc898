"""Terms have one form a language: a paragraph pair that names a term in one language names it in the other."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.content.model import Briefing
from reportgen.problems import Problem, warning


def check_terms(briefing: Briefing) -> Iterator[Problem]:
    """A term that stands twice in terms.yaml with two renderings."""
    for language, other in (("zh", "en"), ("en", "zh")):
        seen: dict[str, str] = {}
        for term in briefing.terms:
            word, rendering = getattr(term, language), str(getattr(term, other))
            if seen.setdefault(str(word), rendering) != rendering:
                hint = "keep one form of a term in each language"
                yield warning(word.place, f"'{word}' is rendered both '{seen[word]}' and '{rendering}'", hint)
