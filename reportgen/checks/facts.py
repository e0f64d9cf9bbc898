"""Both languages of a text print the same facts, each as often; and no fact is stated for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportgen.content.entries import FactName, Text, walk
from reportgen.content.model import Briefing
from reportgen.languages import LANGUAGES
from reportgen.messages import listing, msg
from reportgen.problems import Problem, warning


def check_facts(briefing: Briefing) -> Iterator[Problem]:
    """A fact that one language of a text prints and another does not; a fact that nothing uses."""
    used: set[str] = set()
    for leaf in _leaves(briefing):
        match leaf:
            case FactName():
                used.add(str(leaf))
            case Text():
                used |= {mark.name for language in leaf.pieces for mark in leaf.facts(language)}
                yield from _unequal(leaf, tuple(filter(leaf.pieces.get, briefing.languages)))
            case _:
                pass
    for fact in briefing.facts.values():
        used |= {part for part in fact.formula if part in briefing.facts}
    for name, fact in briefing.facts.items():
        if name not in used:
            yield warning(fact.place, f"the fact '{name}' is printed nowhere", "use it, or take it out")


def _unequal(text: Text, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Forms may differ (同比增长7.1%, 7.1%), figures may not."""
    counts = {
        language: Counter((mark.name, mark.form in ("what", "when")) for mark in text.facts(language))
        for language in languages
    }
    for name in dict.fromkeys(fact for language in languages for fact, words in counts[language] if not words):
        times = {language: counts[language][(name, False)] for language in languages}
        if len(set(times.values())) > 1:
            least = min(languages, key=lambda language: times[language])
            counted = listing(
                [msg("{language} {count}", language=LANGUAGES[code].name, count=times[code]) for code in languages],
                "unit",
            )
            message = msg("the languages do not print {{{name}}} equally often ({counts})", name=name, counts=counted)
            yield Problem(
                text.places[least], message, msg("the {language} wants it too", language=LANGUAGES[least].name)
            )


def _leaves(briefing: Briefing) -> Iterator[object]:
    yield from walk(briefing.about)
    for section in briefing.sections:
        yield section.title
        yield from walk(section.blocks)
