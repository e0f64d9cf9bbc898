"""Every text that stands in several languages, as checks compare them: where it stands, and what is read in each.

Paragraphs and titles come in the order in which they are read; labels, names and sources behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from reportgen.content.entries import Text, Wording, walk
from reportgen.content.model import Briefing, Fact, Section
from reportgen.content.source import Scalar, Stretch
from reportgen.content.text import CiteMark, FactMark, LinkMark, Piece, Plain, stretch_of_words
from reportgen.numbers import Quantity, write
from reportgen.problems import Place, Typed
from reportgen.records import record
from reportgen.terms.folding import FACT

Role = Literal["running", "title", "label", "source"]
"""Paragraphs; headings and captions; what is short, beside figures; what a source says of itself."""


@record
class Pair:
    """Words in several languages; `section` is the name of its section, empty where it stands in none."""

    words: Text | Wording
    role: Role
    section: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which something is written."""
        written = self.words.pieces if isinstance(self.words, Text) else self.words.words
        return tuple(language for language in written if not self.words.lacks(language))

    def literal(self, language: str) -> str:
        """What the author typed as words, each fact and reference replaced by a sign that is no figure."""
        return literal(self.words.pieces[language]) if isinstance(self.words, Text) else self.words[language]

    def printed(self, language: str, facts: Mapping[str, Fact]) -> str:
        """The same with what its facts print."""
        if isinstance(self.words, Wording):
            return self.words[language]
        return "".join(_printed(piece, language, facts) for piece in self.words.pieces[language])

    def where(self, language: str, words: str = "", nth: int = 0) -> Typed | Place:
        """Where its words in a language stand, or the nth occurrence of some of them."""
        if isinstance(self.words, Wording):
            return self.words.places[language]
        typed = self.words.typed[language]
        return stretch_of_words(typed, words, nth) if words else Stretch(typed.place, typed.end)


def literal(pieces: Iterable[Piece]) -> str:
    """What an author typed as words, each fact and reference replaced by a sign that is no figure."""
    return "".join(_literal(piece) for piece in pieces)


def _literal(piece: Piece) -> str:
    match piece:
        case Plain() | LinkMark():
            return piece.text
        case CiteMark():
            return ""
        case _:
            return FACT


def _printed(piece: Piece, language: str, facts: Mapping[str, Fact]) -> str:
    if not isinstance(piece, FactMark) or (fact := facts.get(piece.name)) is None:
        return _literal(piece)
    said: Wording | Quantity | None = {"what": fact.what, "when": fact.when}.get(piece.form, fact.quantity)
    if said is None or isinstance(said, Wording):
        return FACT if said is None or said.lacks(language) else said[language]
    return write(said, language)


def in_front(briefing: Briefing) -> Iterator[Pair]:
    """The title and what else stands before the first section."""
    about = briefing.about
    titles = (about.title, about.subtitle, about.short_title, about.issue)
    yield from (Pair(text, "title") for text in titles if text)
    yield Pair(about.issuer, "label")
    if about.subject:
        yield Pair(about.subject, "label")
    if len(about.keywords) > 1:
        yield Pair(_joined(about.keywords), "label")
    if filed := about.filing:  # its number is checks/filing.py's to compare
        words = (leaf for leaf in walk(filed) if isinstance(leaf, Wording) and leaf is not filed.number)
        yield from (Pair(leaf, "label") for leaf in words)


def _joined(keywords: Mapping[str, tuple[Scalar, ...]]) -> Wording:
    """The keywords of each language as one text."""
    places = {language: words[0].place for language, words in keywords.items() if words}
    said = {language: "；".join(keywords[language]) for language in places}
    return Wording(said, places, next(iter(places.values())))


def in_section(section: Section) -> Iterator[Pair]:
    """The texts of a section as they are read."""
    if section.title:
        yield Pair(section.title, "title", section.name)
    if section.key_message:
        yield Pair(section.key_message, "running", section.name)
    for block in section.blocks:
        titles = tuple(block.titles())
        for leaf in walk(block):
            if isinstance(leaf, Text | Wording):
                yield Pair(leaf, "title" if any(leaf is title for title in titles) else block.words_are, section.name)


def of_facts(briefing: Briefing) -> Iterator[Pair]:
    """What facts measure, how charts call them, and the notes on them."""
    for fact in briefing.facts.values():
        yield Pair(fact.what, "label")
        if fact.label is not fact.what:
            yield Pair(fact.label, "label")
        if fact.note:
            yield Pair(fact.note, "label")


def of_sources(briefing: Briefing) -> Iterator[Pair]:
    """Publishers, titles and authors of sources."""
    for source in briefing.sources.values():
        for leaf in walk(source.entry):
            if isinstance(leaf, Wording):
                yield Pair(leaf, "source")


def of_tables(briefing: Briefing) -> Iterator[Pair]:
    """Names in the columns of tables of data/ that stand for each other: name_zh and name_en."""
    seen: set[tuple[str, ...]] = set()
    for table in briefing.tables.values():
        stems = dict.fromkeys(column[:-3] for column in table.columns if column[-3:-2] == "_")
        columns = [
            {language: f"{stem}_{language}" for language in briefing.languages if f"{stem}_{language}" in table.columns}
            for stem in stems
        ]
        for row in table.rows:
            for by_language in columns:
                cells = {code: cell for code, column in by_language.items() if (cell := row.get(column))}
                if len(cells) > 1 and tuple(cells.values()) not in seen:
                    seen.add(tuple(cells.values()))
                    places = {code: cell.place for code, cell in cells.items()}
                    yield Pair(
                        Wording({c: str(cell) for c, cell in cells.items()}, places, cells[min(cells)].place), "label"
                    )


def in_briefing(briefing: Briefing) -> Iterator[Pair]:
    """All of them: the front, the sections, then what stands in other files."""
    yield from in_front(briefing)
    for section in briefing.sections:
        yield from in_section(section)
    yield from of_facts(briefing)
    yield from of_tables(briefing)
    yield from of_sources(briefing)
