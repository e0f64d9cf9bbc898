"""Terms have one form in each language: in terms.yaml, and in every text.

What is looked at in the texts stands in term_pairs.py, term_forms.py and introductions.py, all of one reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from reportgen.checks.check import Check, Subject
from reportgen.checks.introductions import TWICE, UNKNOWN_SHORT, find_introductions
from reportgen.checks.term_forms import FORBIDDEN, SPELLING, find_forms
from reportgen.checks.term_pairs import MISSING, find_missing
from reportgen.checks.term_reading import read_terms
from reportgen.content.model import TermEntry
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


FORBIDS_ITS_OWN = Rule(
    "terms/forbids-its-own",
    msg("What terms.yaml forbids is no form that it has."),
    Severity.WARNING,
    file="terms.yaml",
    slip="terms: [{zh: 园区, en: park, forbidden: {en: [park]}}]",
    mend="terms: [{zh: 园区, en: park, forbidden: {en: [zone]}}]",
)


def find_terms(subject: Subject) -> Iterator[Problem]:
    """Terms with two renderings, forms that are right and forbidden, and what texts make of the terms."""
    terms = subject.briefing.terms
    if not terms:
        return
    yield from _two_forms(terms, subject.briefing.languages)
    yield from _contradictions(terms, subject.briefing.languages)
    reading = read_terms(subject.briefing)
    yield from find_missing(reading)
    yield from find_forms(reading)
    yield from find_introductions(reading)


def _contradictions(terms: Sequence[TermEntry], languages: Sequence[str]) -> Iterator[Problem]:
    for language in languages:
        right = {
            str(form): form
            for term in terms
            for form in (term.words.get(language), *term.short.get(language, ()), *term.also.get(language, ()))
            if form
        }
        for term in terms:
            for form in term.forbidden.get(language, ()):
                if own := right.get(str(form)):
                    message = msg("'{word}' is forbidden, and a form that a term has", word=form)
                    evidence = [Evidence(str(form), str(own), own.place)]
                    yield FORBIDS_ITS_OWN.broken(form, message, msg("take it out of one of the two"), evidence=evidence)


def _two_forms(terms: Sequence[TermEntry], languages: Sequence[str]) -> Iterator[Problem]:
    for language, other in permutations(languages, 2):
        seen: dict[str, Scalar] = {}
        for term in terms:
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


TERMS = Check(
    "terms",
    msg("Terms have one form in each language, and their counterparts in the other."),
    find_terms,
    (TWO_FORMS, FORBIDS_ITS_OWN, MISSING, FORBIDDEN, SPELLING, UNKNOWN_SHORT, TWICE),
)
