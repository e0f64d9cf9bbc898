"""Terms have one form a language: none stands twice in terms.yaml with two renderings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from reportgen.checks.check import Check, Subject
from reportgen.content.source import Scalar
from reportgen.messages import msg
from reportgen.problems import Evidence, Problem, Rule, Severity

TWO_FORMS = Rule(
    "terms/disagree",
    msg("A term has one rendering in each language."),
    Severity.WARNING,
    file="terms.yaml",
    slip="terms: [{zh: 园区, en: park}, {zh: 园区, en: zone}]",
    mend="terms: [{zh: 园区, en: park}]",
)


def find_terms(subject: Subject) -> Iterator[Problem]:
    """Terms with two renderings."""
    for language, other in permutations(subject.briefing.languages, 2):
        seen: dict[str, Scalar] = {}
        for term in subject.briefing.terms:
            if language not in term.words or other not in term.words:
                continue
            word, rendering = term.words[language], term.words[other]
            first = seen.setdefault(str(word), rendering)
            if first != rendering:
                message = msg(
                    "'{word}' is rendered both '{first}' and '{second}'", word=word, first=first, second=rendering
                )
                hint = msg("keep one form of a term in each language")
                evidence = [Evidence(str(word), str(first), first.place)]
                yield TWO_FORMS.broken(word, message, hint, evidence=evidence)


TERMS = Check("terms", msg("Terms have one form in each language."), find_terms, (TWO_FORMS,))
