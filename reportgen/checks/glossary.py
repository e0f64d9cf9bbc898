"""The terms of a briefing, folded for the search of texts: which of their forms stand where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from reportgen.content.model import TermEntry
from reportgen.content.source import Scalar
from reportgen.records import record
from reportgen.terms.folding import Folded, Name
from reportgen.terms.languages import term_language


@record
class Form:
    """A form of terms (by their numbers) in one language, as typed and folded; a short one wants to be introduced."""

    terms: tuple[int, ...]
    typed: Scalar
    folded: str
    short: bool = False


class Occurrence(NamedTuple):
    """A form where it stands in a folded text, and in the text itself."""

    form: Form
    start: int
    end: int
    words: str
    at: int


class Tongue:
    """What is searched in the texts of one language: right forms, the longest first, and forbidden ones."""

    def __init__(self, language: str, terms: Sequence[TermEntry]) -> None:
        self.language, self.terms = language, terms
        self.grammar = term_language(language)
        self.forms = tuple(_gathered(self._right()))
        self.forbidden = tuple(_gathered(self._wrong()))
        by_term: dict[int, list[Form]] = {}
        for form in self.forms:
            for number in form.terms:
                by_term.setdefault(number, []).append(form)
        self.of_term: Mapping[int, Sequence[Form]] = by_term

    def _right(self) -> Iterator[tuple[int, Scalar, str, bool]]:
        for number, term in enumerate(self.terms):
            if not term.words.get(self.language):
                continue
            full = (term.words[self.language], *([term.plural] if term.plural else ()))
            for typed in (*full, *term.also.get(self.language, ())):
                yield number, typed, self.grammar.fold(typed).text, False
            for typed in term.short.get(self.language, ()):
                yield number, typed, self.grammar.fold(typed).text, True

    def _wrong(self) -> Iterator[tuple[int, Scalar, str, bool]]:
        for number, term in enumerate(self.terms):
            for typed in term.forbidden.get(self.language, ()):
                yield number, typed, self.grammar.fold(typed).text, False

    @cached_property
    def names(self) -> Mapping[int, Name]:
        """Each term's own form, as a text may mention it again."""
        return {
            number: Name(
                str(typed),
                tuple(dict.fromkeys([self.grammar.fold(typed).text, *(form.folded for form in self.of_term[number])])),
                term.kind,
                is_name(term),
            )
            for number, term in enumerate(self.terms)
            if (typed := term.words.get(self.language))
        }

    @cached_property
    def proper(self) -> tuple[Name, ...]:
        """Those that are names."""
        return tuple(name for name in self.names.values() if name.proper)

    @cached_property
    def loose(self) -> Mapping[int, tuple[str, ...]]:
        """Each term's forms, folded loosely."""
        return {
            number: tuple(self.grammar.fold_loosely(form.typed) for form in forms)
            for number, forms in self.of_term.items()
        }

    def find(self, folded: Folded, literal: str) -> tuple[Occurrence, ...]:
        """The right forms of a text, of which none stands inside another, in order."""
        return self._find(folded, literal, self.forms, [], apart=True)

    def find_forbidden(self, folded: Folded, literal: str, right: Sequence[Occurrence]) -> tuple[Occurrence, ...]:
        """The forbidden forms that are no part of a right one; one that differs in capitals alone stands exactly."""
        exact = {form.folded: form for form in self.forbidden if form.folded in self._folded}
        wrong = [
            each._replace(form=form)
            for each in right
            if (form := exact.get(each.form.folded)) and str(form.typed) == each.words
        ]
        taken = [(each.start, each.end) for each in right]
        others = [form for form in self.forbidden if form.folded not in exact]
        return (*wrong, *self._find(folded, literal, others, taken, apart=False))

    @cached_property
    def _folded(self) -> frozenset[str]:
        return frozenset(form.folded for form in self.forms)

    def _find(
        self, folded: Folded, literal: str, forms: Sequence[Form], taken: list[tuple[int, int]], *, apart: bool
    ) -> tuple[Occurrence, ...]:
        """The forms outside of the stretches that are taken: `apart` from them, else not as a part of one."""
        text, found = folded.text, list[Occurrence]()
        for form in forms:
            at = text.find(form.folded)
            while at >= 0:
                blank = form.folded.startswith(" ")
                start, end = at + blank, at + len(form.folded) - blank
                if not any(self._covers(each, (start, end), apart) for each in taken):
                    taken.append((start, end))
                    first, last = folded.place(start, end)
                    found.append(Occurrence(form, start, end, literal[first:last], first))
                at = text.find(form.folded, at + 1)
        return tuple(sorted(found, key=lambda each: each.start))

    @staticmethod
    def _covers(taken: tuple[int, int], stretch: tuple[int, int], apart: bool) -> bool:
        (first, last), (start, end) = taken, stretch
        return (start < last and end > first) if apart else (first <= start and end <= last)

    def stands(self, term: int, folded: str) -> bool:
        """Whether a form of the term is in a folded text, inside another or not."""
        return any(form.folded in folded for form in self.of_term.get(term, ()))

    def stands_wrongly(self, term: int, folded: Folded) -> bool:
        """Whether a forbidden form of the term is there, or its name in another spelling."""
        if any(term in form.terms and form.folded in folded.text for form in self.forbidden):
            return True
        return self.names[term].proper and any(True for _ in self.grammar.respelled(folded, [self.names[term]]))

    def stands_loosely(self, term: int, text: str) -> bool:
        """Whether it is in a text that is yet to be folded, its verbs and what parts its words disregarded."""
        folded = self.grammar.fold_loosely(text)
        return any(form in folded for form in self.loose.get(term, ()))


def is_name(term: TermEntry) -> bool:
    """Whether a term is the name of one thing: its author says so, or it is written with capitals."""
    if term.kind:
        return True
    for typed in term.words.values():
        words = [word for word in typed.replace("-", " ").split() if word.lower() not in _SMALL]
        capitals = sum(word[0].isupper() for word in words)
        inside = any(letter.isupper() for word in words for letter in word[1:])
        if typed.isascii() and words and (inside or capitals > 1 or (capitals == len(words) == 1)):
            return True
    return False


_SMALL = frozenset(["of", "for", "and", "the", "in", "on", "to", "a", "an", "de", "la", "von", "van", "der", "di"])


def _gathered(forms: Iterator[tuple[int, Scalar, str, bool]]) -> list[Form]:
    """One form for all terms that it is of, the longest first."""
    by_folded: dict[str, Form] = {}
    for number, typed, folded, short in forms:
        if not folded.strip():
            continue
        known = by_folded.get(folded)
        terms = (*known.terms, number) if known and number not in known.terms else (number,)
        if known and number in known.terms:
            continue
        by_folded[folded] = Form(
            terms, known.typed if known else typed, folded, known.short and short if known else short
        )
    return sorted(by_folded.values(), key=lambda form: len(form.folded), reverse=True)
