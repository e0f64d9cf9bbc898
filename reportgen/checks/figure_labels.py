"""Figures in labels: names of facts, rows and series, legends, notes, titles of sources; short words, without facts.

A figure that differs is as bad here as in a paragraph; one that a language leaves out may be plain from what stands
beside it, and a source says of itself what it will. What is unsure in a paragraph is not told of a label: Under 35 is
an age group, whoever counts to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.check import Subject
from reportgen.checks.figure_rules import DISAGREE
from reportgen.checks.pairs import Pair
from reportgen.languages import LANGUAGES
from reportgen.messages import msg
from reportgen.numbers import PAIRS, Disagreement, agree_pair
from reportgen.problems import Certainty, Evidence, Place, Problem, Severity


def find_in_label(pair: Pair, subject: Subject) -> Iterator[Problem]:
    """What the languages of a label say differently in figures."""
    languages = next((each for each in PAIRS if set(each) <= set(pair.languages)), None)
    if languages is None:
        return
    words = {language: pair.literal(language) for language in languages}
    for each in agree_pair(words, names=subject.names, lexicon=subject.briefing.lexicon):
        if not (each.zh and each.en) or Severity(each.severity) is Severity.ERROR:
            yield _told(pair, each)


def _told(pair: Pair, each: Disagreement) -> Problem:
    sides = [(code, found) for code, found in (("zh", each.zh), ("en", each.en)) if found]
    both = len(sides) == 2
    lenient = not both or pair.role == "source"
    severity = Severity.WARNING if lenient else Severity(each.severity)
    suggestion = each.suggestion.replace("\u00a0", " ")
    hint = msg("write {figure}", figure=suggestion) if both and suggestion else msg("say it in both languages")
    places = [pair.where(code) for code, _ in sides]
    return DISAGREE[each.diagnosis].broken(
        places[-1],
        each.message,
        hint,
        severity=severity,
        certainty=Certainty.LIKELY if severity is Severity.ERROR else Certainty.POSSIBLE,
        evidence=[
            Evidence(LANGUAGES[code].name, found.text, place if isinstance(place, Place) else place.place)
            for (code, found), place in zip(sides, places, strict=True)
        ],
    )
