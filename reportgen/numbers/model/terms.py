"""A document's own nouns and units as an author types them, beside the built-in ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.fields import Keys, mapping_of
from reportgen.numbers.model.lexicon import BUILT_IN, CURRENCIES, Currency, Lexicon, Noun, Unit

_Term = TypeVar("_Term", Noun, Unit)


def lexicon_of(given: Lexicon | Mapping[str, Any] | None) -> Lexicon:
    """The lexicon a caller means: one already read, terms as an author typed them, or for None the built-in one."""
    if given is None:
        return BUILT_IN
    return given if isinstance(given, Lexicon) else read_lexicon(given)


def term_of(key: str, lexicon: Lexicon = BUILT_IN) -> Noun | Unit | Currency | None:
    """The noun, unit or currency of that key."""
    return lexicon.nouns.get(key) or lexicon.units.get(key) or CURRENCIES.get(key)


def read_lexicon(mapping: Mapping[str, Any], base: Lexicon = BUILT_IN) -> Lexicon:
    """The base lexicon and more: `{nouns: {key: {measure, zh, one, other}}, units: {key: {zh, one, other}}}`.

    `more` in a row gives the word in further languages: `{…, more: {ja: 街灯}}`.
    """
    keys = Keys({"kind": "lexicon", **mapping_of(mapping, "lexicon", "{nouns: {…}, units: {…}}")}, base)
    keys.asked.add("kind")
    nouns, units = _rows(keys, "nouns", _noun), _rows(keys, "units", _unit)
    keys.refuse_the_rest()
    if not nouns and not units:
        return base
    return Lexicon(MappingProxyType({**base.nouns, **nouns}), MappingProxyType({**base.units, **units}))


def _rows(keys: Keys, section: str, made: Callable[[str, Keys], _Term]) -> dict[str, _Term]:
    """The terms of a section by their keys; what is wrong with one is told with its path."""
    terms: dict[str, _Term] = {}
    for key, row in keys.rows(section):
        path = f"{section}.{key}"
        given = mapping_of(row, path, "{zh: 公里, one: kilometer, other: kilometers}")
        fields = Keys({"kind": section.removesuffix("s"), **given}, keys.lexicon)
        try:
            fields.text("note", "")
            terms[key] = made(key, fields)
            fields.asked.add("kind")
            fields.refuse_the_rest()
        except FigureError as error:
            raise FigureError(error.message, f"{path}.{error.key}") from error
    return terms


def _noun(key: str, row: Keys) -> Noun:
    return Noun(key, row.text("measure"), row.text("zh", ""), row.words("one"), row.words("other"), _more(row))


def _unit(key: str, row: Keys) -> Unit:
    """A unit; one that is known already stays a time or countable unless the row says otherwise."""
    known = row.lexicon.units.get(key)
    time = row.flag("time", known is not None and known.time)
    countable = row.flag("countable", time or (known is not None and known.countable))
    return Unit(key, row.words("zh"), row.words("one"), row.words("other"), time, countable, _more(row))


def _more(row: Keys) -> tuple[tuple[str, str], ...]:
    """The word in further languages, by language."""
    words = Keys(dict(row.rows("more")), row.lexicon)
    return tuple((language, words.words(language)) for language in words.given)
