"""The languages whose terms are known by their variations; in any other a term is found as it is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.terms import en, zh
from reportgen.terms.folding import Folded, Mentions, Name, TermLanguage


def _fold(text: str) -> Folded:
    signs = [sign.lower() if len(sign.lower()) == 1 else sign for sign in text]
    return Folded("".join(signs), lambda: [(at, at + 1) for at in range(len(text))])


def _fold_loosely(text: str) -> str:
    return _fold(text).text


def _mentioned(_folded: str, _name: Name, _how: Mentions) -> bool:
    """Without a grammar any other mention may be one."""
    return True


def _respelled(_folded: Folded, _names: Iterable[Name]) -> Iterable[tuple[Name, tuple[int, int]]]:
    return ()


def _is_abbreviation(_: str) -> bool:
    return False


PLAIN = TermLanguage(_fold, _fold_loosely, _mentioned, _respelled, _is_abbreviation, lambda text: [text])
"""A language without a grammar: nothing is missed in it, forbidden forms are found as they are typed."""

TERM_LANGUAGES: Mapping[str, TermLanguage] = {
    "zh": TermLanguage(zh.fold, zh.fold_loosely, zh.mentioned, _respelled, zh.is_abbreviation, zh.sentences),
    "en": TermLanguage(en.fold, en.fold_loosely, en.mentioned, en.respelled, en.is_abbreviation, en.sentences),
}


def term_language(code: str) -> TermLanguage:
    """How a language varies its terms."""
    return TERM_LANGUAGES.get(code, PLAIN)
