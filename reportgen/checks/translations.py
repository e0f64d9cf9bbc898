"""Every text is there in the languages of the editions that are made."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.check import Check, Subject
from reportgen.content.translations import UNTRANSLATED, missing_words
from reportgen.messages import msg
from reportgen.problems import Problem


def find_untranslated(subject: Subject) -> Iterator[Problem]:
    """Texts that an edition would lack."""
    yield from missing_words(subject.briefing.words(), subject.languages)


TRANSLATIONS = Check(
    "translations",
    msg("Every text is there in the languages of the editions that are made."),
    find_untranslated,
    (UNTRANSLATED,),
)
