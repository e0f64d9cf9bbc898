"""Each text is written in its own language: the two are not swapped, and none was left in the other's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportgen.checks.check import Check, Subject
from reportgen.checks.pairs import Pair, in_front, in_section, of_facts, of_sources, of_tables
from reportgen.languages import LANGUAGES
from reportgen.messages import msg
from reportgen.numbers.model.pattern import Pattern
from reportgen.problems import Certainty, Problem, Rule, Severity

SWAPPED = Rule(
    "texts/swapped",
    msg("Each language's words stand under its own code."),
    Severity.WARNING,
    Certainty.LIKELY,
    file="sections/one.yaml",
    slip="- text: {zh: It was a good year., en: 今年形势不错。}",
    mend="- text: {zh: 今年形势不错。, en: It was a good year.}",
)
LEFT = Rule(
    "texts/other-language",
    msg("No text was left in the language it is translated from."),
    Severity.WARNING,
    Certainty.LIKELY,
    file="sections/one.yaml",
    slip="- text: {zh: 今年形势不错。, en: 今年形势不错。}",
    mend="- text: {zh: 今年形势不错。, en: It was a good year.}",
)

_HAN = Pattern(r"[\u3400-\u9fff]")
_LETTER = Pattern(r"[A-Za-z]")
_SIGNS = ".,;:!?()“”‘’\"'"
LEAST_HAN = 2
LEAST_WORDS = 3
"""Of the other script, in a text: fewer may be a name that is the same in both languages."""


def find_swapped(subject: Subject) -> Iterator[Problem]:
    """Texts in the wrong language in each section."""
    for section in subject.briefing.sections:
        yield from _among(in_section(section))


def find_swapped_beside(subject: Subject) -> Iterator[Problem]:
    """The same in what stands in no section."""
    briefing = subject.briefing
    for pairs in (in_front(briefing), of_facts(briefing), of_tables(briefing), of_sources(briefing)):
        yield from _among(pairs)


def _among(pairs: Iterable[Pair]) -> Iterator[Problem]:
    for pair in pairs:
        wrong = {language: script for language in pair.languages if (script := _other_script(pair, language))}
        if not wrong or len(pair.languages) < 2:
            continue
        scripts = {LANGUAGES[language].script for language in pair.languages}
        language = next(iter(wrong))
        if len(wrong) > 1 and len(scripts) > 1:
            message = msg("the languages of this text are swapped")
            yield SWAPPED.broken(pair.where(language), message, msg("put each under its own code"))
        elif pair.role != "source":
            message = msg("the {language} is not written in {language}", language=LANGUAGES[language].name)
            yield LEFT.broken(pair.where(language), message, msg("translate it"))


def _other_script(pair: Pair, language: str) -> str:
    """The script of a text where it is not its language's: no name in another script makes it so."""
    text = pair.literal(language)
    han = len(_HAN.findall(text))
    if LANGUAGES[language].script == "Hans":
        words = [bare for word in text.split() if (bare := word.strip(_SIGNS)).isascii() and bare.isalpha()]
        small = sum(word.islower() for word in words)
        return "Latn" if not han and len(words) >= LEAST_WORDS and small >= LEAST_WORDS - 1 else ""
    return "Hans" if han >= LEAST_HAN and han > len(_LETTER.findall(text)) else ""


LANGUAGES_KEPT = Check(
    "swapped",
    msg("Each text is written in its own language."),
    None,
    (SWAPPED, LEFT),
    find_in_section=find_swapped,
    find_beside=find_swapped_beside,
)
