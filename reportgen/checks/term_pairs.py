"""A term in one language of a text has its counterpart in the other, in a form that terms.yaml has.

What a text calls a thing again (the zones, the company, its) counts once the thing was named; a label may be shorter,
and a fact may stand between the words of a form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from reportgen.checks.glossary import Occurrence, Tongue
from reportgen.checks.pairs import Pair
from reportgen.checks.term_memory import Memory
from reportgen.checks.term_reading import Reading, ReadPair
from reportgen.checks.term_rules import MISSING
from reportgen.content.entries import Text
from reportgen.content.model import Briefing
from reportgen.languages import LANGUAGES
from reportgen.messages import msg
from reportgen.problems import Evidence, Place, Problem
from reportgen.terms.folding import Mentions


def find_missing(reading: Reading, memory: Memory) -> Iterator[Problem]:
    """Terms that one language of a text lacks."""
    named = {language: memory.of(language).named for language in reading.tongues}
    for each in reading.pairs:
        for language, other in permutations(each.said, 2):
            if each.said[language].found:
                yield from _missing(
                    each, reading.tongues[language], reading.tongues[other], reading.briefing, named[other]
                )


def _missing(each: ReadPair, tongue: Tongue, other: Tongue, briefing: Briefing, named: set[int]) -> Iterator[Problem]:
    """What the other language lacks; `named` are the terms that it has named in other words, and gets those of here."""
    told: set[tuple[int, ...]] = set()
    for found in each.said[tongue.language].found:
        terms = tuple(number for number in found.form.terms if other.of_term.get(number))
        if not terms or terms in told:
            continue
        told.add(terms)
        if any(_stands(each, number, other) for number in terms) or _another(each, found, tongue, other):
            continue
        here = _beside(each, found, tongue, other)
        if any(_mentioned(each, number, other, briefing, here, known=number in named) for number in terms):
            named |= set(terms)
            continue
        yield _problem(each, found, terms[0], tongue, other)


def _stands(each: ReadPair, term: int, other: Tongue) -> bool:
    """Whether the term is there, be it in a form that is wrong, which is told as such (term_forms.py)."""
    said = each.said[other.language]
    return (
        other.stands(term, said.folded.text)
        or other.stands_wrongly(term, said.folded)
        or other.stands_loosely(term, said.literal)
    )


def _beside(each: ReadPair, found: Occurrence, tongue: Tongue, other: Tongue) -> str:
    """The sentences of the other language that stand where the term's sentence stands, by their share of the text."""
    own = tongue.grammar.sentences(each.said[tongue.language].literal)
    others = other.grammar.sentences(each.said[other.language].literal)
    number, end = 0, len(own[0])
    while end <= found.at and number + 1 < len(own):
        number += 1
        end += len(own[number])
    share = len(others) / len(own)
    first = int(number * share)
    return " ".join(others[first : max(first + 1, round((number + 1) * share))])


def _mentioned(each: ReadPair, term: int, other: Tongue, briefing: Briefing, here: str, *, known: bool) -> bool:
    """Whether the other language has the term in other words than its forms, or in what its facts print."""
    said = each.said[other.language]
    short = each.pair.role != "running" or _measured(each.pair, term, other, briefing)
    how = Mentions(known or term in said.before, term in said.near, short, other.grammar.fold(here).text)
    if other.grammar.mentioned(said.folded.text, other.names[term], how):
        return True
    printed = each.pair.printed(other.language, briefing.facts)
    if printed == said.literal:
        return False
    folded = other.grammar.fold(printed).text
    in_full = replace(how, here=folded)
    return other.stands_loosely(term, printed) or other.grammar.mentioned(folded, other.names[term], in_full)


def _measured(pair: Pair, term: int, tongue: Tongue, briefing: Briefing) -> bool:
    """Whether the text prints a fact that measures the term, which may then be said as briefly as in a label."""
    if not isinstance(pair.words, Text):
        return False
    facts = [briefing.facts.get(mark.name) for mark in pair.words.facts(tongue.language)]
    return any(
        not fact.what.lacks(tongue.language) and tongue.stands_loosely(term, fact.what[tongue.language])
        for fact in facts
        if fact
    )


def _another(each: ReadPair, found: Occurrence, tongue: Tongue, other: Tongue) -> bool:
    """Whether the word may be short for another term that the other language has: zones, for high-tech zones."""
    here = each.said[other.language].terms
    return any(
        found.form.folded in form.folded
        for number in here
        if number not in found.form.terms
        for form in tongue.of_term.get(number, ())
    )


def _problem(each: ReadPair, found: Occurrence, term: int, tongue: Tongue, other: Tongue) -> Problem:
    rendering = other.names[term].typed
    message = msg(
        "the {language} says '{word}', the {other} has no '{rendering}'",
        language=LANGUAGES[tongue.language].name,
        word=found.words,
        other=LANGUAGES[other.language].name,
        rendering=rendering,
    )
    hint = msg("write '{rendering}', or add the form that is meant to terms.yaml: short, also", rendering=rendering)
    stands = each.where(tongue.language, found.words, found.at)
    place = stands if isinstance(stands, Place) else stands.place
    evidence = [Evidence(tongue.names[term].typed, found.words, place)]
    return MISSING.broken(each.pair.where(other.language), message, hint, evidence=evidence)
