"""What the program says to people, in their language: sentences that know how to be said in another.

A message is its English text and remembers what it was made of, so that whoever tells it to a person can say it in that
person's language; a program that only compares or logs it has plain English. Figures and dates inside documents are
numbers' work, the words of documents languages.py's; neither is translated here.

Catalogues stand in locale/ (gettext, extracted and compiled by Babel: tests/catalogues.py); one is read when its
language is first wanted, and Babel loaded when a list is first joined in it. English needs neither.
"""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Iterable, Mapping
from functools import cache, reduce
from pathlib import Path
from typing import Any, Literal, cast

SOURCE = "en"
"""The language messages are written in."""

CATALOGUES = {"zh": "zh_Hans"}
"""The languages with a catalogue, and the locale that each catalogue and CLDR call them."""

TONGUES = (SOURCE, *CATALOGUES)
"""Every language the program speaks."""

ListStyle = Literal["and", "or", "unit"]
"""How a list ends: a, b, and c · a, b, or c · a, b, c."""

LOCALE = Path(__file__).parent / "locale"
"""The folder of the catalogues."""

DOMAIN = "reportgen"
"""What the catalogues in it are called."""

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""What the locale of messages is asked of, in the order of POSIX."""


class Message(str):
    """A sentence in English that `said` can say in other languages. Equal to its English text, and used as one."""

    __slots__ = ("key", "many", "values")
    key: str
    many: tuple[str, int] | None
    values: Mapping[str, object]

    def __str__(self) -> Message:
        """The message itself, so that `str(error)` of an error raised with one can still be said in every language."""
        return self

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
    style: ListStyle

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


def listing(items: Iterable[str], style: ListStyle = "and") -> Listing:
    """Words as a list, joined as CLDR has it for each language."""
    parts = tuple(items)
    made = Listing(_joined(parts, style, SOURCE))
    made.key, made.many, made.values = "", None, {}
    made.items, made.style = parts, style
    return made


def in_quotes(text: str) -> Message:
    """Words that someone typed, between the quotation marks of each language; what cannot be printed is escaped."""
    shown = repr(str(text))
    made = Message(shown)
    made.key, made.many, made.values = _QUOTED.key, None, {"text": shown[1:-1]}
    return made


def wordings(words: Mapping[str, str]) -> Wordings:
    """Words that need no catalogue since they are known in each language; a language that is missing says English."""
    made = Wordings(words[SOURCE])
    made.key, made.many, made.values, made.words = "", None, {}, words
    return made


def said(text: str, tongue: str) -> str:
    """The text in a language: a message translated, anything else as it is."""
    if tongue == SOURCE or not isinstance(text, Message):
        return text
    if isinstance(text, Wordings):
        return text.words.get(tongue, text)
    if isinstance(text, Listing):
        return _joined(tuple(said(item, tongue) for item in text.items), text.style, tongue)
    if not text.key:
        return text  # gettext keeps the head of a catalogue under the empty text
    catalogue = _catalogue(tongue)
    pattern = catalogue.ngettext(text.key, *text.many) if text.many else catalogue.gettext(text.key)
    values = {name: said(value, tongue) if isinstance(value, str) else value for name, value in text.values.items()}
    return pattern.format_map(values)


def as_data(text: str) -> object:
    """A text as JSON keeps it, a message with all it was made of; TypeError for a value that JSON cannot keep."""
    if not isinstance(text, Message):
        return str(text)
    if isinstance(text, Wordings):
        return {"words": dict(text.words)}
    if isinstance(text, Listing):
        return {"items": [as_data(item) for item in text.items], "style": text.style}
    values = {name: _value_as_data(value) for name, value in text.values.items()}
    return {"text": "".join(text), "key": text.key, "many": text.many, "values": values}


def from_data(data: Any) -> str:
    """The text that was kept so."""
    if isinstance(data, str):
        return data
    if "words" in data:
        return wordings(data["words"])
    if "items" in data:
        return listing(map(from_data, data["items"]), data["style"])
    made = Message(data["text"])
    made.key, made.many = data["key"], None
    if data["many"]:
        other, count = data["many"]
        made.many = other, count
    made.values = {
        name: from_data(value) if isinstance(value, str | dict) else value for name, value in data["values"].items()
    }
    return made


def _value_as_data(value: object) -> object:
    if isinstance(value, str):
        return as_data(value)
    if value is None or isinstance(value, int | float):
        return value
    raise TypeError(type(value).__name__)


def preferred(environment: Mapping[str, str] | None = None) -> str:
    """The language a person wants: REPORTGEN_LANGUAGE, else the locale's; English where no catalogue serves it."""
    variables = os.environ if environment is None else environment
    for name in ("REPORTGEN_LANGUAGE", *_VARIABLES):
        if value := variables.get(name):
            return tongue_of(value) or SOURCE
    return tongue_of(_system_locale()) or SOURCE


def tongue_of(tag: str) -> str:
    """The language of this program that a tag such as zh_CN.UTF-8, zh-Hans or en names; nothing where it has none."""
    language = tag.replace("-", "_").split(".")[0].split("_")[0].split(" ")[0].lower()
    language = _NAMES_OF_WINDOWS.get(language, language)
    return language if language in TONGUES else ""


_NAMES_OF_WINDOWS = {"chinese": "zh", "english": "en"}
"""How Windows calls languages in its locales: Chinese (Simplified)_China.936."""


def _system_locale() -> str:
    """The locale that Windows and macOS keep outside the environment; nothing elsewhere."""
    if sys.platform not in ("win32", "darwin"):
        return ""
    import locale  # here, since it is wanted on two systems only

    return locale.getlocale()[0] or ""


def _message(key: str, many: tuple[str, int] | None, values: Mapping[str, object]) -> Message:
    pattern = key if many is None or many[1] == 1 else many[0]
    made = Message(pattern.format_map(values))
    made.key, made.many, made.values = key, many, values
    return made


def _joined(items: tuple[str, ...], style: ListStyle, tongue: str) -> str:
    if len(items) < 2:
        return "".join(items)
    if tongue == SOURCE:
        return _joined_in_english(items, style)
    from babel import Locale  # here, since few messages hold a list and Babel loads slowly
    from babel.lists import format_list

    locale = Locale.parse(CATALOGUES.get(tongue, tongue))
    if style != "unit":
        return format_list(items, "or" if style == "or" else "standard", locale)
    # CLDR's style of this name is for 3 ft 7 in, and in Chinese joins without any sign: 3英尺7英寸
    patterns = cast("Mapping[str, Mapping[str, str]]", locale.list_patterns)
    return reduce(patterns["standard"]["middle"].format, items)


def _joined_in_english(items: tuple[str, ...], style: ListStyle) -> str:
    """As CLDR joins a list in English, which messages are written in and no catalogue is loaded for."""
    if style == "unit":
        return ", ".join(items)
    *first, last = items
    return f"{', '.join(first)}{',' if len(first) > 1 else ''} {style} {last}"


_QUOTED = msg("'{text}'", text="")


@cache
def _catalogue(tongue: str) -> gettext.NullTranslations:
    """The compiled catalogue; the English of every message where there is none."""
    return gettext.translation(DOMAIN, LOCALE, [CATALOGUES.get(tongue, tongue)], fallback=True)
