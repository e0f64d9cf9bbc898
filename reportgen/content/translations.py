"""What of a briefing is not yet written in a language. That only the editions in it mind is checks/ to say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from reportgen.content.entries import SHAPE, Text, Wording
from reportgen.languages import LANGUAGES
from reportgen.messages import msg
from reportgen.problems import Problem, Rule

UNTRANSLATED = Rule(
    "texts/missing",
    msg("No text lacks a language of the editions that are made."),
    file="sections/one.yaml",
    slip="- heading: {zh: 总产值}",
    mend="- heading: {zh: 总产值, en: Output}",
)


def missing_words(texts: Iterable[Text | Wording], languages: Collection[str]) -> Iterator[Problem]:
    """A problem for every text that lacks one of the languages."""
    for text in texts:
        for language in languages:
            name = LANGUAGES[language].name
            if language not in text.places:
                message = msg("the {language} is missing", language=name)
                mend = text.mend if isinstance(text, Wording) and text.mend else msg("write {shape}", shape=SHAPE)
                yield UNTRANSLATED.broken(text.place, message, mend)
            elif text.lacks(language):
                message = msg("the {language} is empty", language=name)
                yield UNTRANSLATED.broken(text.places[language], message, msg("write it"))
