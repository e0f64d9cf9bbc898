"""The languages figures are written, found and read in: one row each, whose parts are loaded when first wanted.

A further language is a row here and a room of its own beside `zh` and `en`: its writer in full; its grammar where
figures shall be found in its prose; its reader, which needs the grammar, where single printed figures shall be read.
Not here: which languages can be compared with each other; `agreement` knows.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from reportgen.messages import in_quotes, listing, msg
from reportgen.numbers.grammar.reader import LanguageReader
from reportgen.numbers.grammar.scan import Grammar
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.style import LanguageWriter


class FigureLanguage(NamedTuple):
    """What is known of a language. Each part is a function that gives it, so that nothing is loaded in vain."""

    writer: Callable[[], LanguageWriter]
    grammar: Callable[[], Grammar] | None = None
    reader: Callable[[], LanguageReader] | None = None


@cache
def _zh_writer() -> LanguageWriter:
    from reportgen.numbers.zh.layout import WRITER

    return WRITER


@cache
def _zh_grammar() -> Grammar:
    from reportgen.numbers.zh.grammar import scan

    return scan


@cache
def _zh_reader() -> LanguageReader:
    from reportgen.numbers.zh.context_words import READER

    return READER


@cache
def _en_writer() -> LanguageWriter:
    from reportgen.numbers.en.layout import WRITER

    return WRITER


@cache
def _en_grammar() -> Grammar:
    from reportgen.numbers.en.grammar import scan

    return scan


@cache
def _en_reader() -> LanguageReader:
    from reportgen.numbers.en.context_words import READER

    return READER


LANGUAGES: dict[str, FigureLanguage] = {
    "zh": FigureLanguage(_zh_writer, _zh_grammar, _zh_reader),
    "en": FigureLanguage(_en_writer, _en_grammar, _en_reader),
}


def writer(language: str) -> LanguageWriter:
    """What writes figures in a language."""
    known = LANGUAGES.get(language)
    if known is None:
        raise FigureError(
            msg(
                "figures are written in {languages}, not in {language}",
                languages=listing(LANGUAGES),
                language=in_quotes(language),
            )
        )
    return known.writer()


def grammar(language: str) -> Grammar:
    """What finds the figures of a text in a language."""
    known = LANGUAGES.get(language)
    if known is None or known.grammar is None:
        able = [name for name, row in LANGUAGES.items() if row.grammar]
        raise FigureError(
            msg(
                "figures are found in {languages}, not in {language}",
                languages=listing(able),
                language=in_quotes(language),
            )
        )
    return known.grammar()


def reader(language: str) -> LanguageReader:
    """What understands the words around a single printed figure in a language."""
    known = LANGUAGES.get(language)
    if known is None or known.reader is None:
        able = [name for name, row in LANGUAGES.items() if row.reader]
        raise FigureError(
            msg(
                "figures are read in {languages}, not in {language}",
                languages=listing(able),
                language=in_quotes(language),
            )
        )
    return known.reader()
