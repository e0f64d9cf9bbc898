"""Both languages of a text print the same figures: the same facts as often, and typed figures that agree.

What follows from one slip is told once, with one way out: a fact that one language types is no missing fact, no lonely
figure and no typed fact besides, and a text that names an unknown fact is left for the reader of names to tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from reportgen.checks.check import Check, Subject
from reportgen.checks.figure_labels import find_in_label
from reportgen.checks.figure_rules import DISAGREE, RULES, TYPED, UNEQUAL
from reportgen.checks.pairs import Pair, in_front, in_section, literal, of_facts, of_sources, of_tables
from reportgen.content.entries import Text
from reportgen.content.model import Briefing, Fact
from reportgen.content.source import Stretch
from reportgen.content.text import stretch_of_words
from reportgen.languages import LANGUAGES
from reportgen.messages import listing, msg
from reportgen.numbers import Disagreement, Found, Quantity, agree, display, find, write
from reportgen.numbers.model.quantity import Change
from reportgen.problems import Certainty, Edit, Evidence, Problem, Severity
from reportgen.records import record

COMPARED = ("zh", "en")
"""The languages whose prose numbers/ can read, and so compare."""


@record
class _Typed:
    """A figure that an author typed in one language, which is a fact."""

    language: str
    found: Found
    fact: Fact


@record
class _Missing:
    """A fact that a language prints less often than another."""

    name: str
    language: str
    times: Mapping[str, int]


def find_in_front(subject: Subject) -> Iterator[Problem]:
    """What the languages print differently where no section stands: titles, names of facts and rows, sources."""
    briefing = subject.briefing
    known = _by_meaning(briefing)
    for pair in (*in_front(briefing), *of_facts(briefing), *of_tables(briefing), *of_sources(briefing)):
        yield from _in_pair(pair, subject, known)


def find_figures(subject: Subject) -> Iterator[Problem]:
    """What the languages of a section's texts print differently, and facts that are typed in place of named."""
    known = _by_meaning(subject.briefing)
    for section in subject.briefing.sections:
        for pair in in_section(section):
            yield from _in_pair(pair, subject, known)


def _by_meaning(briefing: Briefing) -> Mapping[object, Fact]:
    return {_meaning(fact.quantity): fact for fact in reversed(list(briefing.facts.values()))}


def _in_pair(pair: Pair, subject: Subject, known: Mapping[object, Fact]) -> Iterator[Problem]:
    if isinstance(pair.words, Text):
        yield from _Comparison(pair.words, subject.briefing, subject.names, known).problems()
    else:
        yield from find_in_label(pair, subject)


def _all_known(text: Text, briefing: Briefing) -> bool:
    return all(mark.name in briefing.facts for language in text.pieces for mark in text.facts(language))


def _missing(text: Text, wanted: Iterable[str]) -> Iterator[_Missing]:
    """Forms may differ (同比增长7.1%, 7.1%), figures may not."""
    languages = tuple(language for language in wanted if text.pieces.get(language))
    counts = {
        language: Counter(mark.name for mark in text.facts(language) if mark.form not in ("what", "when"))
        for language in languages
    }
    for name in dict.fromkeys(name for language in languages for name in counts[language]):
        times = {language: counts[language][name] for language in languages}
        if len(set(times.values())) > 1:
            yield _Missing(name, min(languages, key=times.__getitem__), times)


def _unequal(text: Text, missing: _Missing) -> Problem:
    counts = [msg("{language} {count}", language=_called(code), count=count) for code, count in missing.times.items()]
    message = msg(
        "the languages do not print {{{name}}} equally often ({counts})",
        name=missing.name,
        counts=listing(counts, "unit"),
    )
    hint = msg("the {language} wants it too", language=_called(missing.language))
    printed = [
        Evidence(_called(code), f"{{{mark.name}}}", mark.place)
        for code in missing.times
        for mark in text.facts(code)
        if mark.name == missing.name
    ]
    return UNEQUAL.broken(text.typed[missing.language], message, hint, evidence=printed)


class _Comparison:
    """One text: the figures typed in it, held against each other, against the facts it names and against all facts."""

    def __init__(self, text: Text, briefing: Briefing, names: tuple[str, ...], known: Mapping[object, Fact]) -> None:
        self.text, self.briefing, self.names = text, briefing, names
        self.words = {code: literal(text.pieces.get(code, ())) for code in COMPARED}
        self.typed = list(self._facts_typed(known))
        self.apart = self._disagreements()

    def problems(self) -> Iterator[Problem]:
        whole = _all_known(self.text, self.briefing)
        for missing in _missing(self.text, self.briefing.languages) if whole else ():
            yield self._instead(missing) or _unequal(self.text, missing)
        for each in self.apart:
            if whole or (each.zh and each.en):  # beside an unknown fact, a lonely figure may be what it stands for
                yield self._told(each)
        yield from self._left_typed()

    def _disagreements(self) -> list[Disagreement]:
        if not all(self.text.pieces.get(code) for code in COMPARED):
            return []
        zh, en = (self.words[code] for code in COMPARED)
        return list(agree(zh, en, names=self.names, lexicon=self.briefing.lexicon))

    def _facts_typed(self, known: Mapping[object, Fact]) -> Iterator[_Typed]:
        for language, words in self.words.items():
            if sum(map(str.isdigit, words)) < 2:
                continue
            for found in find(words, language, names=self.names, lexicon=self.briefing.lexicon):
                fact = known.get(_meaning(found.quantity))
                if fact is not None and not found.weak and _worth_telling(found):
                    yield _Typed(language, found, fact)

    # ---- a fact that one language prints and the other types ----

    def _instead(self, missing: _Missing) -> Problem | None:
        """The figure that stands where the fact is missing, and is that fact or should be; None where there is none."""
        for each in self.typed:
            if (each.language, each.fact.name) == (missing.language, missing.name):
                self.typed.remove(each)
                self._drop(each.language, each.found)
                return self._typed_in(each)
        fact = self.briefing.facts[missing.name]
        for each in self.apart:
            alone = each.en if missing.language == "en" else each.zh
            if (each.zh and each.en) or alone is None or _kind(alone.quantity) != _kind(fact.quantity):
                continue
            self.apart.remove(each)
            other = next(code for code, count in missing.times.items() if count > missing.times[missing.language])
            message = msg(
                "the {language} types '{figure}' where the {other} prints {{{fact}}}",
                language=_called(missing.language),
                figure=alone.text,
                other=_called(other),
                fact=fact.name,
            )
            where = self._where(missing.language, alone)
            edits = _edits([(where, f"{{{fact.name}}}")], safe=False)
            evidence = self._of(fact, other)
            return UNEQUAL.broken(where, message, _write(fact), evidence=evidence, edits=edits)
        return None

    def _typed_in(self, each: _Typed) -> Problem:
        """A fact that this language types and the other names."""
        where = self._where(each.language, each.found)
        mend, safe = self._mend(each)
        return TYPED.broken(
            where,
            _types(each),
            _write(each.fact),
            severity=Severity.ERROR,
            evidence=self._of(each.fact, each.language),
            edits=_edits([(where, mend)], safe=safe),
        )

    def _of(self, fact: Fact, language: str) -> list[Evidence]:
        return [Evidence(fact.name, write(fact.quantity, language), fact.place)]

    # ---- figures that no fact explains ----

    def _told(self, each: Disagreement) -> Problem:
        fact = self._fact_of(each)
        suggestion = _even(each.suggestion)
        if each.en and suggestion == _even(each.en.text):  # what differs stands beside the figure: rose and fell
            suggestion = ""
        hint = "" if each.diagnosis in ("label", "clock") else msg("write it once, as a {{fact}}")
        if fact is not None:
            hint = msg("write {{{fact}}} in both languages", fact=fact.name)
        elif suggestion:
            hint = msg("write {figure}", figure=suggestion)
        sides = [(code, found) for code, found in (("zh", each.zh), ("en", each.en)) if found]
        language, found = sides[-1]
        where = self._where(language, found)
        edits = []
        if suggestion and not fact and language == "en":
            edits = _edits([(where, suggestion)], safe=False)
        severity = Severity(each.severity)
        return DISAGREE[each.diagnosis].broken(
            where,
            each.message,
            hint,
            severity=severity,
            certainty=Certainty.LIKELY if severity is Severity.ERROR else Certainty.POSSIBLE,
            evidence=[Evidence(_called(code), side.text, self._where(code, side).place) for code, side in sides],
            edits=edits,
        )

    def _fact_of(self, each: Disagreement) -> Fact | None:
        """The fact that one side of a disagreement is; it is then not told again as a typed fact."""
        for language, found in (("zh", each.zh), ("en", each.en)):
            for typed in self.typed:
                if found and typed.language == language and typed.found.start == found.start:
                    self.typed.remove(typed)
                    return typed.fact
        return None

    def _left_typed(self) -> Iterator[Problem]:
        """Facts that are typed in one language or in both: one problem a fact."""
        for name in dict.fromkeys(each.fact.name for each in self.typed):
            same = [each for each in self.typed if each.fact.name == name]
            mends = [(self._where(each.language, each.found), *self._mend(each)) for each in same]
            yield TYPED.broken(
                mends[0][0],
                _types(same[0]),
                _write(same[0].fact),
                evidence=self._of(same[0].fact, same[0].language)
                + [
                    Evidence(_called(each.language), each.found.text, where.place)
                    for each, (where, _, _) in zip(same[1:], mends[1:], strict=True)
                ],
                edits=_edits([(where, mend) for where, mend, _ in mends], safe=False),
            )

    def _mend(self, each: _Typed) -> tuple[str, bool]:
        """What to type in place of the figure, and whether the same will be printed as was typed."""
        quantity, typed = each.fact.quantity, _even(each.found.text)
        if _even(write(quantity, each.language)) == typed:
            return f"{{{each.fact.name}}}", each.fact.status == "final"
        bare = _even(write(quantity, each.language, form="bare")) == typed
        return f"{{{each.fact.name}:bare}}" if bare else f"{{{each.fact.name}}}", bare and each.fact.status == "final"

    def _drop(self, language: str, found: Found) -> None:
        """A figure that another problem explains is no disagreement of its own."""
        for each in list(self.apart):
            side, other = (each.en, each.zh) if language == "en" else (each.zh, each.en)
            if other is None and side is not None and side.start == found.start:
                self.apart.remove(each)

    def _where(self, language: str, found: Found) -> Stretch:
        nth = self.words[language].count(found.text, 0, found.start)
        return stretch_of_words(self.text.typed[language], found.text, nth)


def _types(each: _Typed) -> str:
    return msg(
        "the {language} types '{text}', which is the fact {fact}",
        language=_called(each.language),
        text=each.found.text,
        fact=each.fact.name,
    )


def _called(language: str) -> str:
    return LANGUAGES[language].name


def _write(fact: Fact) -> str:
    return msg("write {{{fact}}}", fact=fact.name)


def _edits(mends: list[tuple[Stretch, str]], *, safe: bool) -> list[Edit]:
    """The mends of stretches that are known to their ends."""
    if any(where.end is None for where, _ in mends):
        return []
    return [Edit(where.place, where.end, mend, safe) for where, mend in mends if where.end]


def _even(text: str) -> str:
    return text.replace("\u00a0", " ")


def _worth_telling(found: Found) -> bool:
    """Small counts are in every text; a figure of two digits or more is hardly there by chance."""
    return sum(character.isdigit() for character in found.text) > 1


def _meaning(quantity: Quantity) -> object:
    """What makes two figures the same: their kind and their value; a rise of 7.1% is also 7.1%."""
    value = display(quantity)
    return _kind(quantity), abs(value) if isinstance(value, Decimal) else value


def _kind(quantity: Quantity) -> str:
    return quantity.unit if isinstance(quantity, Change) else quantity.kind


FIGURES = Check(
    "figures",
    msg("Both languages of a text print the same figures, each a fact or typed alike."),
    None,
    RULES,
    find_in_section=find_figures,
    find_beside=find_in_front,
)
