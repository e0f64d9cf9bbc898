"""Terms stand in none of the forms that terms.yaml forbids, and names in no spelling but theirs."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.glossary import Occurrence, Tongue
from reportgen.checks.term_reading import Reading, ReadPair
from reportgen.checks.term_rules import FORBIDDEN, SPELLING
from reportgen.content.source import Stretch
from reportgen.languages import LANGUAGES
from reportgen.messages import msg
from reportgen.problems import Edit, Evidence, Problem


def find_forms(reading: Reading) -> Iterator[Problem]:
    """Forbidden forms, and names in other spellings; what a source says of itself may spell them so."""
    for each in reading.pairs:
        for language in each.said:
            wrong = tuple(_wrong(each, reading.tongues[language]))
            yield from (_forbidden(each, found, reading.tongues[language]) for found in wrong)
            if each.pair.role != "source":
                yield from _spelled(each, reading.tongues[language], {found.at for found in wrong})


def _wrong(each: ReadPair, tongue: Tongue) -> tuple[Occurrence, ...]:
    said = each.said[tongue.language]
    return tongue.find_forbidden(said.folded, said.literal, said.found) if tongue.forbidden else ()


def _spelled(each: ReadPair, tongue: Tongue, told: set[int]) -> Iterator[Problem]:
    said = each.said[tongue.language]
    for found in said.found:
        name = tongue.names[found.form.terms[0]]
        if name.proper and found.at not in told and _in_other_letters(found.words, found.form.typed):
            yield _spelling(each, found.words, found.at, found.form.typed, tongue)
    for name, (start, end) in tongue.grammar.respelled(said.folded, tongue.proper):
        yield _spelling(each, said.literal[start:end], start, name.typed, tongue)


def _in_other_letters(words: str, typed: str) -> bool:
    """Whether a name lacks its capitals, or has others: Agibot, mosu space. One in capitals alone is set so."""
    said, own = words.split(), typed.split()
    if len(said) != len(own) or words.isupper():
        return False
    if len(own) == 1 and words.islower() and typed[1:].islower():
        return False  # Orange, and an orange
    return any(
        one.lower() == other.lower() and one != other and not other.islower()
        for one, other in zip(said, own, strict=True)
    )


def _forbidden(each: ReadPair, found: Occurrence, tongue: Tongue) -> Problem:
    own = tongue.names.get(found.form.terms[0])
    where = each.where(tongue.language, found.words, found.at)
    language = LANGUAGES[tongue.language].name
    message = msg("'{word}' is a form that terms.yaml forbids in {language}", word=found.words, language=language)
    hint = msg("write '{rendering}'", rendering=own.typed) if own else msg("use another word")
    edits = []
    if own and isinstance(where, Stretch) and where.end:
        edits = [Edit(where.place, where.end, own.typed, safe=False)]
    evidence = [Evidence(msg("forbidden"), str(found.form.typed), found.form.typed.place)]
    return FORBIDDEN.broken(where, message, hint, evidence=evidence, edits=edits)


def _spelling(each: ReadPair, words: str, at: int, typed: str, tongue: Tongue) -> Problem:
    message = msg("the name '{name}' is written '{word}' here", name=typed, word=words)
    hint = msg("write '{rendering}'", rendering=typed)
    return SPELLING.broken(each.where(tongue.language, words, at), message, hint)
