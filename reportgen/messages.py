"""What the program says to people, in their language: sentences that know how to be said in another.

A message is its English text and remembers what it was made of, so that whoever tells it to a person can say it in that
person's language; a program that only compares or logs it has plain English. Figures and dates inside documents are
numbers' work, the words of documents languages.py's; neither is translated here.

Catalogues stand in locale/ (gettext, extracted and compiled by Babel); one is read when its language is first wanted.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

SOURCE = "en"
"""The language messages are written in."""

CATALOGUES = {"zh": "zh_Hans"}
"""The languages with a catalogue, and the locale that each catalogue and CLDR call them."""

TONGUES = (SOURCE, *CATALOGUES)
"""Every language the program speaks."""

_FOLDER = Path(__file__).parent / "locale"
_LIST_STYLES: dict[str, Literal["standard", "or", "unit"]] = {"and": "standard", "or": "or", "unit": "unit"}


class Message(str):
    """A sentence in English that `said` can say in other languages. Equal to its English text, and used as one."""

    __slots__ = ("key", "many", "values")
    key: str
    many: tuple[str, int] | None
    values: Mapping[str, object]

    def __reduce__(self) -> tuple[Any, ...]:
        return (_message, (self.key, self.many, dict(self.values)))


class Wordings(Message):
    """Words that are given in every language, as a figure is: English, and the others by language."""

    __slots__ = ("words",)
    words: Mapping[str, str]

    def __reduce__(self) -> tuple[Any, ...]:
        return (wordings, (dict(self.words),))


class Listing(Message):
    """Several words or messages, told as one list."""

    __slots__ = ("items", "style")
    items: tuple[str, ...]
    style: str

    def __reduce__(self) -> tuple[Any, ...]:
        return (listing, (self.items, self.style))


def msg(text: str, /, **values: object) -> Message:
    """A sentence with its {values} put in. The text is what translators see, so it stands here as a literal.

    Values are said in the same language where they are messages themselves.
    """
    return _message(text, None, values)


def plural(one: str, other: str, count: int, /, **values: object) -> Message:
    """A sentence about a `{count}` of things, in the form that the count wants in each language."""
    return _message(one, (other, count), {"count": count, **values})


def listing(items: Iterable[str], style: str = "and") -> Listing:
    """Words as a list: `and` (a, b, and c), `or`, or `unit` (a, b, c); joined as CLDR has it for each language."""
    parts = tuple(items)
    made = Listing(_joined(parts, style, SOURCE))
    made.key, made.many, made.values = "", None, {}
    made.items, made.style = parts, style
    return made


def wordings(words: Mapping[str, str]) -> Wordings:
    """Words that need no catalogue since they are known in each language; a language that is missing says English."""
    made = Wordings(words[SOURCE])
    made.key, made.many, made.values, made.words = "", None, {}, words
    return made


def said(text: str, tongue: str) -> str:
    """The text in a language: a message translated, anything else as it is."""
    if tongue == SOURCE or not isinstance(text, Message):
        return str(text)
    if isinstance(text, Wordings):
        return text.words.get(tongue, str(text))
    if isinstance(text, Listing):
        return _joined(tuple(said(item, tongue) for item in text.items), text.style, tongue)
    catalogue = _catalogue(tongue)
    pattern = catalogue.ngettext(text.key, *text.many) if text.many else catalogue.gettext(text.key)
    values = {name: said(value, tongue) if isinstance(value, str) else value for name, value in text.values.items()}
    return pattern.format_map(values)


def preferred(environment: Mapping[str, str] | None = None) -> str:
    """The language a person wants: REPORTGEN_LANGUAGE, else the locale's; English where no catalogue serves it."""
    told = os.environ if environment is None else environment
    for name in ("REPORTGEN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := told.get(name):
            return tongue_of(value) or SOURCE
    return SOURCE


def tongue_of(tag: str) -> str:
    """The language of this program that a tag such as zh_CN.UTF-8, zh-Hans or en names; nothing where it has none."""
    language = tag.replace("-", "_").split(".")[0].split("_")[0].lower()
    return language if language in TONGUES else ""


def _message(key: str, many: tuple[str, int] | None, values: Mapping[str, object]) -> Message:
    pattern = key if many is None or many[1] == 1 else many[0]
    made = Message(pattern.format_map(values))
    made.key, made.many, made.values = key, many, values
    return made


def _joined(items: tuple[str, ...], style: str, tongue: str) -> str:
    if len(items) < 2:
        return "".join(items)
    from babel.lists import format_list  # here, since few messages hold a list and Babel loads slowly

    return format_list(list(items), _LIST_STYLES[style], CATALOGUES.get(tongue, tongue))


@cache
def _catalogue(tongue: str) -> gettext.NullTranslations:
    """The compiled catalogue; the English of every message where there is none."""
    return gettext.translation("reportgen", _FOLDER, [CATALOGUES.get(tongue, tongue)], fallback=True)
