"""A text folded for the search of terms: what makes no other word is gone, and each sign knows where it stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from reportgen.records import record

FACT = "□"
"""What stands for a fact in a text: no letter, no digit."""

TermKind = Literal["person", "firm", "place"]
"""What a name names, where an author says so."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is typed as one text."""
    return frozenset(text.split())


@record
class Folded:
    """The text in its folded signs; `places` tells what each was folded from, start and end, where it is asked for."""

    text: str
    places: Callable[[], list[tuple[int, int]]]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text stands in the text."""
        inside = [place for place in self.places()[start:end] if place[0] < place[1]]
        return (inside[0][0], inside[-1][1]) if inside else (0, 0)


@record
class Name:
    """A term in one language as it is searched: as typed, its forms folded, what it names, and whether it is a name."""

    typed: str
    forms: tuple[str, ...]  # its own first
    kind: TermKind | None
    proper: bool

    @property
    def folded(self) -> str:
        """Its own form, folded."""
        return self.forms[0]


@record
class Mentions:
    """Where and how a term may be mentioned without its form.

    `before` says that its form stood in what was said before, `near` that it stood in the text just before, and `label`
    that the text is a label, a title or a note, which may be shorter. `here` is the part of the text, folded, that says
    what the other language says where it has the term.
    """

    before: bool
    near: bool
    label: bool
    here: str


@record
class TermLanguage:
    """How a language varies its terms.

    `fold` leaves the forms of a word apart that are other words in one text and the same in another (waiting, wait);
    `fold_loosely` does not, nor what stands between the words of a term (a fact, 的). `mentioned` says whether a folded
    text mentions a term without its form: by its last word, a pronoun, a part of a name. `respelled` tells where names
    stand with other blanks, or a person's with its parts in another order.
    """

    fold: Callable[[str], Folded]
    fold_loosely: Callable[[str], str]
    mentioned: Callable[[str, Name, Mentions], bool]
    respelled: Callable[[Folded, Iterable[Name]], Iterable[tuple[Name, tuple[int, int]]]]
    is_abbreviation: Callable[[str], bool]
    sentences: Callable[[str], list[str]]
