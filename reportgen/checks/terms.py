"""Terms have one form in each language: in terms.yaml, and in every text.

What is looked at in the texts stands in term_pairs.py, term_forms.py and introductions.py, all of one reading a part.
What a part leaves for the next to know (term_memory.py) decides with its texts what is found there: it is found anew
only where either has changed. What looks at texts is loaded then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, permutations
from typing import TYPE_CHECKING

from reportgen.checks.check import Check, Subject
from reportgen.checks.pairs import Pair, in_front, in_section, of_facts, of_sources, of_tables
from reportgen.checks.term_rules import FORBIDS_ITS_OWN, RULES, TWO_FORMS
from reportgen.content.model import Briefing, TermEntry
from reportgen.content.source import Scalar
from reportgen.messages import msg
from reportgen.problems import Evidence, Problem
from reportgen.recall import RECALL, Told

if TYPE_CHECKING:
    from reportgen.checks.glossary import Tongue


def find_terms(subject: Subject) -> Iterator[Problem]:
    """Terms with two renderings, forms that are right and forbidden, and what texts make of the terms."""
    briefing = subject.briefing
    if not briefing.terms:
        return
    yield from _two_forms(briefing.terms, briefing.languages)
    yield from _contradictions(briefing.terms, briefing.languages)
    recall, left = RECALL.get(), ""
    tongues = cache(lambda: _tongues(briefing))
    for name, pairs in _parts(briefing):
        told = recall(f"{name} {left}", lambda pairs=pairs, left=left: _find(briefing, tongues(), pairs, left))
        yield from told.problems
        left = told.left


def _parts(briefing: Briefing) -> Iterator[tuple[str, Iterable[Pair]]]:
    """The parts of a briefing as they are read, each with what decides its texts (reportgen/recall.py)."""
    yield "/terms-front", in_front(briefing)
    for section in briefing.sections:
        yield f"{section.name}/terms", in_section(section)
    behind = chain(of_facts(briefing), of_tables(briefing), of_sources(briefing))
    yield f"/terms-behind={list(briefing.tables)}", behind


def _tongues(briefing: Briefing) -> Mapping[str, Tongue]:
    from reportgen.checks.glossary import Tongue

    return {language: Tongue(language, briefing.terms) for language in briefing.languages}


def _find(briefing: Briefing, tongues: Mapping[str, Tongue], pairs: Iterable[Pair], left: str) -> Told:
    """What the texts of a part make of the terms, and what they leave."""
    from reportgen.checks.introductions import find_introductions
    from reportgen.checks.term_forms import find_forms
    from reportgen.checks.term_memory import Memory
    from reportgen.checks.term_pairs import find_missing
    from reportgen.checks.term_reading import read_terms

    memory = Memory(left)
    reading = read_terms(briefing, tongues, pairs, memory)
    found = (*find_missing(reading, memory), *find_forms(reading), *find_introductions(reading, memory))
    return Told(found, memory.left())


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
    RULES,
)
