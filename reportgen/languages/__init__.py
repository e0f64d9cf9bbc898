"""The languages documents are said in, and the words the product itself says in each. No author's words, no figures.

One file a language and one row in LANGUAGES; its figures are numbers' work. Which of them a briefing has is the
briefing's to say.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.languages.en import ENGLISH
from reportgen.languages.model import Citation, Language, capital
from reportgen.languages.zh import CHINESE

__all__ = [
    "BILINGUAL",
    "DEFAULT",
    "LANGUAGES",
    "SIGNS",
    "Citation",
    "Language",
    "capital",
    "editions_of",
    "fill",
    "listed",
    "say",
    "script_of",
]

LANGUAGES: dict[str, Language] = {"zh": CHINESE, "en": ENGLISH}
"""Every language a briefing may have, by its code."""

DEFAULT = ("zh", "en")
"""The languages of a briefing that names none, in the order in which a bilingual edition shows them."""

BILINGUAL = "bilingual"
"""The edition in the briefing's first two languages."""

SIGNS = {"preliminary": "*", "estimate": "†", "forecast": "‡"}
"""What stands behind a figure of a chart that is not final; the chart's note says what it means."""


def editions_of(languages: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The editions of a briefing in these languages, and the languages of each: one a language, and one in two."""
    alone = {language: (language,) for language in languages}
    return {**alone, BILINGUAL: tuple(languages[:2])} if len(languages) > 1 else alone


def say(key: str, language: str) -> str:
    """The product's word for `key`; a KeyError is a bug in the caller."""
    return LANGUAGES[language].words[key]


def fill(key: str, language: str, **words: str) -> str:
    """The product's sentence for `key` with `words` put in; {What} is `what` with a capital letter, any word so."""
    capitals = {name.capitalize(): capital(text) for name, text in words.items()}
    return say(key, language).format(**words, **capitals)


def listed(items: Sequence[str], language: str) -> str:
    """Several short phrases told as one list, parted strongly, since each may hold commas."""
    return say("list-gap", language).join(items)


def script_of(text: str) -> str:
    """The language that words are taken to be in by their script: the first whose script has one of their letters."""
    wide = any("\u3400" <= character <= "\u9fff" for character in text)
    return next(code for code, language in LANGUAGES.items() if language.wide == wide)
