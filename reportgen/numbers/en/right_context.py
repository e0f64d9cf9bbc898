"""What may stand behind a number in English: more, a scale, more, and what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from reportgen.numbers.en.number_patterns import SCALE
from reportgen.numbers.en.reading_words import TAILS, bounded
from reportgen.numbers.grammar.parts import Tail
from reportgen.numbers.model.lexicon import Noun, Unit
from reportgen.numbers.model.pattern import Pattern

_BETWEEN = "(?:consecutive|straight|successive|full|whole|more|additional|further|extra|long)"
_MORE = r"\+(?!\s?[0-9])|[ -](?:plus(?!\s(?:[0-9]|one|two|three|four|five|a\s))|odd)\b"


class EnglishTails(NamedTuple):
    """The words that numbers count here, a pattern of one of them, and one of all that may follow a number."""

    table: Mapping[str, Tail]
    pattern: str
    rest: Pattern  # groups: more, scale, more, tail; each may be absent


@lru_cache(maxsize=16)
def tails_with(terms: tuple[Noun | Unit, ...] = ()) -> EnglishTails:
    """The tails of the language and the units of a document's own terms; nouns of any kind may be counted."""
    own = {
        form: Tail("duration" if term.time else "measure", term.key)
        for term in terms
        if isinstance(term, Unit)
        for form in (term.one.lower(), term.other.lower())
    }
    spaced = {word.replace("-", " "): tail for word, tail in own.items()}
    table = {**TAILS, **spaced, **own}
    pattern = bounded(table)
    rest = rf"({_MORE})?(?:[ -]?({SCALE}))?({_MORE})?(?:[ -]{{0,2}}(?:{_BETWEEN} )?({pattern}))?"
    return EnglishTails(table, pattern, Pattern(rest))
