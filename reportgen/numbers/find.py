"""Finds every figure in prose, Chinese or English, as typed quantities at their places in the original text.

Not here: the grammars themselves, in `grammar/`; a single printed figure in full is `read`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from reportgen.numbers.grammar import en, zh
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.normal import hide, plain
from reportgen.numbers.lexicon import Lexicon

GRAMMARS: dict[str, Callable[[str, str], list[Found]]] = {"zh": zh.scan, "en": en.scan}


def find(text: str, language: str, names: Iterable[str] = (), lexicon: Lexicon | None = None) -> tuple[Found, ...]:
    """Every figure of the text, in order; `names` are the document's own terms, left alone."""
    return tuple(found for found in sight(text, language, tuple(names)) if found.kind != "hint")


def sight(text: str, language: str, names: tuple[str, ...] = ()) -> list[Found]:
    """The same with hints: days without a month and the like, which help to compare but are no figures of their own."""
    made, places = plain(text)
    found = GRAMMARS[language](hide(made, names), text)
    if places is None:
        return found
    return [each._replace(start=places[each.start], end=places[each.end - 1] + 1) for each in found]
