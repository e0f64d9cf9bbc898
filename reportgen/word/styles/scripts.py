"""How each language is set in Word: its tag, the font slot of its script, and which characters of a text go there.

What a language is stands in languages/; no module of word/ knows one by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from reportgen.languages import DEFAULT, LANGUAGES
from reportgen.numbers.model.pattern import Pattern
from reportgen.template.model import Face, Look, TextStyle


def is_cjk(language: str) -> bool:
    """Whether a language is written in the East Asian font slot; one that nobody knows, as in a look, is not."""
    return language in LANGUAGES and LANGUAGES[language].wide


LATIN = next(LANGUAGES[language].tag for language in DEFAULT if not is_cjk(language))
EAST_ASIAN = next(LANGUAGES[language].tag for language in DEFAULT if is_cjk(language))
"""The tags of words in a script that no language of the document is written in."""

NO_LANGUAGE = "x-none"
"""What Word calls no language at all."""

_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U00020000-\U0003fffd"
)
_SHARED = (
    "\u00b7\u2014\u2015\u2018\u2019\u201c\u201d\u2025\u2026\u2030\u203b\u2103\u2116\u2160-\u217f\u2190-\u2193"
    "\u2460-\u24ff\u25a0-\u25ff\u2605\u2606"
)
CJK_TEXT = {True: Pattern(f"([{_WIDE}{_SHARED}]+)"), False: Pattern(f"([{_WIDE}]+)")}
"""What of a line is East Asian, by whether its language is: “ ” … — are wide in Chinese and narrow in English."""


def lang_tag(language: str, english: str = LATIN) -> str:
    """What Word calls a language; `english` is the English that the document is written in."""
    return english if english.partition("-")[0] == language else LANGUAGES[language].tag


class LangTags(NamedTuple):
    """The tags of a line's words: of those in Latin script and of those in East Asian script."""

    latin: str
    east_asian: str


def document_tags(languages: Sequence[str], english: str = LATIN) -> LangTags:
    """The tags of a document's words: each script's is that of the first language written in it."""
    latin = next((lang_tag(language, english) for language in languages if not is_cjk(language)), english)
    east_asian = next((lang_tag(language, english) for language in languages if is_cjk(language)), EAST_ASIAN)
    return LangTags(latin, east_asian)


def line_tags(languages: Sequence[str], english: str = LATIN) -> Mapping[str, LangTags]:
    """The tags of the words in a line of each of the document's languages: its own, and for the other script's words
    the document's."""
    return {language: document_tags((language, *languages), english) for language in languages}


class SlotFaces(NamedTuple):
    """The faces of the two kinds of font slots."""

    latin: Face
    east_asian: Face


def slot_faces(look: Look, languages: Sequence[str] = ()) -> SlotFaces:
    """The faces of the first languages of either script, those named before those that the look lists."""
    wanted = [language for language in (*languages, *look.fonts) if language in look.fonts]
    latin = next((look.fonts[language] for language in wanted if not is_cjk(language)), look.fonts[wanted[0]])
    east_asian = next((look.fonts[language] for language in wanted if is_cjk(language)), look.fonts[wanted[0]])
    return SlotFaces(latin, east_asian)


def line_height(style: TextStyle, language: str) -> Decimal:
    """A style's fixed line height in points: the language's, or that of another of its script; 0 for none."""
    alike = (name for name in style.line if is_cjk(name) == is_cjk(language))
    name = language if language in style.line else next(alike, "")
    return style.line[name] if name else Decimal(0)


def split_scripts(text: str, *, cjk: bool) -> Iterator[tuple[str, bool]]:
    """The text cut where its script changes, as a line in a CJK language or another: (words, whether East Asian)."""
    for number, stretch in enumerate(CJK_TEXT[cjk].split(text)):
        if stretch:
            yield stretch, number % 2 == 1
