"""A voice says an author's words, a fact or a label in one language or several: the only place where all three meet.

It knows no block kinds and no looks. Which note has which number, its apparatus remembers (apparatus.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from reportgen import languages as product
from reportgen.apparatus import Apparatus, joined, note_lines, with_marks_placed
from reportgen.content.alike import SILENT
from reportgen.content.entries import Text, Wording
from reportgen.content.model import Briefing, Fact
from reportgen.content.text import CiteMark, FactMark, LinkMark, Piece, Plain, ReferenceMark
from reportgen.document import (
    Bound,
    Bullets,
    Cite,
    Inline,
    Line,
    Link,
    Note,
    Paragraph,
    Phrase,
    Reference,
    Run,
    Spark,
    Words,
)
from reportgen.numbers import CommonUnit, Quantity, after_verb, write, write_parts
from reportgen.records import record
from reportgen.source_lines import bibliography_entry, source_id

BOUNDS: dict[str | None, Bound] = {
    None: Bound.EXACT,
    "up_to": Bound.EXACT,
    "approx": Bound.ABOUT,
    "over": Bound.ABOVE,
    "more": Bound.ABOVE,
    "at_least": Bound.ABOVE,
    "nearly": Bound.BELOW,
    "below": Bound.BELOW,
    "at_most": Bound.BELOW,
}
"""How each qualifier of a figure leaves the end of its mark in a chart."""

_NUMBER = ("figure", "other")
_NUMBER_IN_WORDS = (*_NUMBER, "qualifier", "unit", "scale", "currency", "noun")
"""The parts of a key figure that are set large, where its number has digits and where it has none."""

_SENTENCE_START = re.compile(r"(?:^|[.?!][”’\")]?\s+)$")


@record
class Label:
    """A caption's or section's place: its sequence (figure, table, section) and its number, in every language."""

    sequence: str
    number: int


@dataclass(slots=True)
class Voice:
    """Says things in `languages`; `labels` holds the number of every caption, so that references can look ahead."""

    briefing: Briefing
    languages: tuple[str, ...]
    labels: Mapping[str, Label] = field(default_factory=dict[str, Label])
    given: Apparatus | None = None  # that of the edition, where notes and sources are to be numbered through it
    apparatus: Apparatus = field(init=False)

    def __post_init__(self) -> None:
        self.apparatus = self.given or Apparatus(self.briefing, self.languages)

    def named(self, name: str) -> str:
        """A name as references of this part call it."""
        return self.apparatus.named(name)

    def beginning(self, language: str) -> Voice:
        """The voice of the first part of a facing document, behind what stands before all parts."""
        return Voice(self.briefing, (language,), self.labels, self.apparatus.beginning(language))

    def following(self, language: str) -> Voice:
        """The voice of the next part of a facing document: its notes and sources keep their numbers."""
        return Voice(self.briefing, (language,), self.labels, self.apparatus.following(language))

    # ---- words ------------------------------------------------------------------

    def phrase(self, text: Text, **options: Any) -> Phrase:
        """The author's words; `options` lay out their figures (form=…, unit=… for cells, which are no sentences).

        `rounded` is what a figure is printed as, where a column wants fewer decimals.
        """
        return tuple(self._line(text, language, options) for language in self.languages)

    def title(self, text: Text, **options: Any) -> Phrase:
        """The words of what has its own notes below it, a caption or a cell: its figures have no footnotes."""
        return tuple(self._line(text, language, options, below=True) for language in self.languages)

    def _line(self, text: Text, language: str, options: Mapping[str, Any], *, below: bool = False) -> Line:
        inlines = self._inlines(text.pieces[language], language, options, below=below)
        return Line(language, tuple(with_marks_placed(inlines, language)), text.typed[language])

    def label(self, wording: Wording) -> Words:
        """Plain words standing alone, as a label: they open with a capital, where their script has capitals."""
        return tuple((language, product.capital(wording[language])) for language in self.languages)

    def product(self, key: str) -> Words:
        """The product's own word."""
        return tuple((language, product.say(key, language)) for language in self.languages)

    def plain(self, phrase: Phrase) -> Words:
        """A phrase as plain words, its notes left out."""
        return tuple((line.language, "".join(_text(inline) for inline in line.inlines)) for line in phrase)

    def quantity(self, quantity: Quantity, **options: Any) -> Words:
        """A figure."""
        return tuple((language, self.write(quantity, language, **options)) for language in self.languages)

    def write(self, quantity: Quantity, language: str, **options: Any) -> str:
        """A figure in one language, as the briefing lays its figures out."""
        return write(quantity, language, **{**self.briefing.figure_options, **options})

    def unit(self, unit: CommonUnit, language: str) -> str:
        """The unit of a column or an axis."""
        return unit.label(language, **self.briefing.figure_options)

    def key_figure(self, fact: Fact) -> Phrase:
        """A fact's figure in parts: the number large, its qualifier and unit small."""
        return tuple(
            Line(language, tuple(_large_and_small(fact, language, self.briefing))) for language in self.languages
        )

    def when(self, fact: Fact) -> Words:
        """The time a fact is for; no words where it has none."""
        return self.quantity(fact.when) if fact.when is not None else ()

    def _inlines(
        self, pieces: tuple[Piece, ...], language: str, options: Mapping[str, Any], *, below: bool
    ) -> Iterator[Inline]:
        before = ""
        for piece in pieces:
            match piece:
                case Plain():
                    yield Run(piece.text, piece.strong, piece.emphasis)
                    before += piece.text
                case FactMark():
                    fact = self.briefing.facts[piece.name]
                    text = self._say_fact(fact, piece.form, language, before, options)
                    yield Run(text, piece.strong, piece.emphasis, fact=fact.name, form=piece.form)
                    if not below:
                        yield from self.apparatus.caveat(fact, piece.form, language)
                    before += text
                case CiteMark():
                    yield from self.apparatus.cite(self.briefing.sources[piece.source], language)
                case ReferenceMark():
                    yield Reference(self.named(piece.target), self._reference(piece.target, language))
                    before += "…"
                case LinkMark():
                    yield Link(piece.text, piece.url)
                    before += piece.text

    def _say_fact(self, fact: Fact, form: str, language: str, before: str, options: Mapping[str, Any]) -> str:
        opens = "form" not in options and bool(_SENTENCE_START.search(before))
        if form == "what":
            return product.capital(fact.what[language]) if opens else fact.what[language]
        if form == "when":
            assert fact.when is not None  # checks/references has seen to it
            return self.write(fact.when, language, capital=opens)
        told = {name: value for name, value in options.items() if name != "rounded"}
        chosen: dict[str, Any] = {"form": form, **told} if form == "prose" else {"form": form}
        quantity = after_verb(fact.quantity, language, before) if form == "bare" else fact.quantity
        quantity = options["rounded"](quantity) if "rounded" in options else quantity
        return self.write(quantity, language, capital=opens, **chosen)

    def _reference(self, target: str, language: str) -> str:
        label = self.labels[target]
        if label.sequence == "section":
            return product.fill("section-number", language, number=str(label.number))
        return product.say(label.sequence, language) + product.say("number-gap", language) + str(label.number)

    # ---- notes and sources ---------------------------------------------------------

    def notes(
        self,
        *,
        note: Text | None,
        facts: Iterable[Fact],
        sources: Iterable[str],
        more: Iterable[str] = (),
        said: Iterable[Words] = (),
    ) -> tuple[Paragraph, ...]:
        """What stands under a figure or table: the author's note, what its figures want said, and their sources.

        `more` names sentences of the product's own; `said` are further sentences. What the author's note prints is
        told of too, so that it needs no footnote.
        """
        author, own = (self.title(note), self.printed(note)) if note is not None else ((), ())
        shown = (*facts, *own)
        told = self.apparatus.remarks(shown, shown)
        for sentence in (*said, *map(self.product, more)):
            told = {language: joined(told.get(language, ""), words, language) for language, words in sentence}
        paragraphs = [Paragraph("note", note_lines(author, told))] if author or told else []
        if names := tuple(dict.fromkeys(sources)):
            paragraphs.append(self.apparatus.source_line(self.briefing.sources[name] for name in names))
        return tuple(paragraphs)

    def printed(self, text: Text) -> tuple[Fact, ...]:
        """The facts whose figures a text prints, in any language."""
        marks = (mark for language in text.pieces for mark in text.facts(language) if mark.form not in SILENT)
        return tuple(self.briefing.facts[name] for name in dict.fromkeys(mark.name for mark in marks))

    def bibliography(self, *, cited: bool = False) -> Iterator[Bullets]:
        """The numbered list of all sources, or of those that were `cited`, in the order of first citation."""
        sources = self.apparatus.cited_sources() if cited else self.apparatus.all_sources()
        items = tuple(
            tuple(bibliography_entry(self.briefing, source, language) for language in self.languages)
            for source in sources
        )
        if items:
            ids = tuple(self.named(source_id(one)) for one in sources)
            yield Bullets(items, ordered=True, role="sources", ids=ids)


def phrase_of(words: Words) -> Phrase:
    """Plain words as a phrase."""
    return tuple(Line(language, (Run(text),)) for language, text in words)


def bound_of(quantity: Quantity) -> Bound:
    """How a figure stands to its true value."""
    return BOUNDS[getattr(quantity, "qualifier", None)]


def _large_and_small(fact: Fact, language: str, briefing: Briefing) -> Iterator[Run]:
    """A key figure's number large, its qualifier and unit small; one told in words (百余家, 首个) is not torn."""
    parts = write_parts(fact.quantity, language, en_small="digit", **briefing.figure_options)
    digits = any(part.role in _NUMBER and any(map(str.isdigit, part.text)) for part in parts)
    number = _NUMBER if digits else _NUMBER_IN_WORDS
    for large, beside in groupby(parts, key=lambda part: part.role in number):
        yield Run(
            "".join(part.text for part in beside), fact=fact.name, form="key", role="figure" if large else "affix"
        )


def _text(inline: Inline) -> str:
    match inline:
        case Run() | Reference() | Link():
            return inline.text
        case Note() | Cite() | Spark():
            return ""
