"""Finds every figure in prose, Chinese or English, as typed quantities at their places in the original text.

Not here: the grammars themselves, in `grammar/`; a single printed figure in full is `read`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.normalize import hide, plain
from reportgen.numbers.languages import grammar
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.lexicon import Lexicon, Unit
from reportgen.numbers.model.period import read_period
from reportgen.numbers.model.terms import lexicon_of


def find(
    text: str, language: str, names: Iterable[str] = (), lexicon: Lexicon | Mapping[str, Any] | None = None
) -> tuple[Found, ...]:
    """Every figure of the text, in order; `names` are the document's own names, left alone.

    The measure words and units of the lexicon, read or as an author typed it, are known beside the built-in ones.
    """
    return tuple([found for found in sight(text, language, tuple(names), lexicon) if found.kind != "hint"])


def sight(
    text: str, language: str, names: tuple[str, ...] = (), lexicon: Lexicon | Mapping[str, Any] | None = None
) -> list[Found]:
    """The same with hints: days without a month and the like, which help to compare but are no figures of their own."""
    made, places = plain(text)
    terms = () if lexicon is None else lexicon_of(lexicon).own_terms()
    found = grammar(language)(hide(made, names), text, terms)
    if not all(_in_calendar(str(each.value)) for each in found if each.kind == "date"):
        found = [each for each in found if each.kind != "date" or _in_calendar(str(each.value))]
    if terms:
        units = {term.key: term for term in terms if isinstance(term, Unit)}
        found = [each._replace(own=units[each.unit]) if each.unit in units else each for each in found]
    if places is None:
        return found
    return [each._replace(start=places[each.start], end=places[each.end - 1] + 1) for each in found]


@lru_cache(maxsize=4096)
def _in_calendar(code: str) -> bool:
    """Whether there is such a period: no February 31, no third quarter before the first."""
    try:
        read_period(code)
    except FigureError:
        return False
    return True
