"""A voice says an author's words, a fact or a label in one language or several: the only place where all three meet.

It knows no block kinds and no looks. It remembers one thing while an edition is said, in the order it is said: which
note has which number, and whether it has been told already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from reportgen import languages as product
from reportgen.content.alike import SILENT, grouped, groups_of
from reportgen.content.derived.tree import shortened
from reportgen.content.entries import Text, Wording
from reportgen.content.model import Briefing, Fact, Source
from reportgen.content.provenance import provenance
from reportgen.content.text import CiteMark, FactMark, LinkMark, Piece, Plain, ReferenceMark
from reportgen.document import Bound, Inline, Line, Link, Note, Paragraph, Phrase, Reference, Run, Spark, Words
from reportgen.numbers import CommonUnit, Count, Percent, Quantity, after_verb, period_code, write, write_parts
from reportgen.records import record

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

MOST_NAMED = 3
"""Figures that a note of several names one by one."""

_SIGNS = {"*": "×", "/": "÷", "-": "−"}
_CLOSE = re.compile(r"(\() | (\))")
"""The blanks that brackets of a formula do without."""

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
    _numbers: dict[str, int] = field(default_factory=dict[str, int])
    part: str = ""  # what sets the names of this part of a facing document apart
    first_note: int = 1
    bibliography: bool = False  # the briefing lists its sources, so that notes may name them in short
    _listed: dict[str, int] = field(default_factory=dict[str, int])  # numbers in the bibliography
    _told: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    _groups: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict[str, tuple[Fact, ...]])

    def named(self, name: str) -> str:
        """A name as references of this part call it."""
        return name + self.part

    def following(self, language: str) -> Voice:
        """The voice of the next part of a facing document: its notes count on, its sources keep their numbers."""
        after = self.first_note + len(self._numbers)
        return replace(
            self,
            languages=(language,),
            part=f"@{language}",
            first_note=after,
            _numbers={},
            _told=set[tuple[str, str]](),
        )

    # ---- words ------------------------------------------------------------------

    def phrase(self, text: Text, **options: Any) -> Phrase:
        """The author's words; `options` lay out their figures (form=…, unit=… for cells, which are no sentences).

        `rounded` is what a figure is printed as, where a column wants fewer decimals.
        """
        return tuple(
            Line(language, tuple(self._inlines(text.pieces[language], language, options)))
            for language in self.languages
        )

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

    def _inlines(self, pieces: tuple[Piece, ...], language: str, options: Mapping[str, Any]) -> Iterator[Inline]:
        before = ""
        for piece in pieces:
            match piece:
                case Plain():
                    yield Run(piece.text, piece.strong, piece.emphasis)
                    before += piece.text
                case FactMark():
                    fact = self.briefing.facts[piece.name]
                    text = self._say_fact(fact, piece.form, language, before, options)
                    yield Run(text, piece.strong, piece.emphasis, fact=fact.name)
                    yield from self._caveat_mark(fact, piece.form, language, once=options.get("form") == "table")
                    before += text
                case CiteMark():
                    yield self._cite(self.briefing.sources[piece.source])
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

    def _note(self, id_: str, body: Phrase) -> Note:
        first = id_ not in self._numbers
        number = self._numbers.setdefault(id_, len(self._numbers) + self.first_note)
        return Note(self.named(id_), number, body, first)

    def _cite(self, source: Source) -> Note:
        return self._note(f"source-{source.name}", self._cited(source))

    def _cited(self, source: Source) -> Phrase:
        """What a note says of a source: all of it, or in short where the briefing has a bibliography to look it up."""
        if not self.bibliography:
            return self.full_source(source)
        number = self._listed.setdefault(source.name, len(self._listed) + 1)
        return tuple(self._short_line(source, number, language) for language in self.languages)

    def _short_line(self, source: Source, number: int, language: str) -> Line:
        citation = self.short_source(source, language) + product.say("see-source", language)
        mark = Reference(self.named(source_id(source)), f"[{number}]")
        return Line(language, (Run(citation), mark, Run(product.say("see-source-end", language))))

    def _caveat_mark(self, fact: Fact, form: str, language: str, *, once: bool) -> Iterator[Note]:
        """A note on the first mention of a figure that is not final, or that has something to be said about it.

        Figures derived in one way share the note of their section; where it may stand but `once`, as in a table, the
        first of them alone is marked.
        """
        if form in SILENT or (fact.name, language) in self._told:
            return
        self._told.add((fact.name, language))
        group = self._alike(fact)
        if once and any((each.name, language) in self._told for each in group if each is not fact):
            return
        if caveats := self.caveats(group):
            yield self._note(f"fact-{group[0].name}", phrase_of(caveats))

    def _alike(self, fact: Fact) -> tuple[Fact, ...]:
        """The fact, with those that one note tells of together with it."""
        if fact.status != "derived":
            return (fact,)
        if not self._groups:
            self._groups = groups_of(self.briefing)
        return self._groups.get(fact.name, (fact,))

    def caveats(self, facts: Iterable[Fact]) -> Words:
        """What must be said of these figures: preliminary, estimated, derived, or a note of their own."""
        groups = grouped(facts, self.briefing.facts)
        caveats = [(language, self._caveat_words(groups, language)) for language in self.languages]
        return tuple(caveats) if all(text for _, text in caveats) else ()

    def _caveat_words(self, groups: Sequence[tuple[Fact, ...]], language: str) -> str:
        told = [sentence for group in groups for sentence in self._sentences(group, language)]
        if self.briefing.about.origins:
            everything = (fact for group in groups for fact in group)
            told.append(provenance(everything, self.briefing.facts, language))
        return product.say("sentence-gap", language).join(filter(None, told))

    def _sentences(self, group: tuple[Fact, ...], language: str) -> Iterator[str]:
        """What the status of facts wants said, in the author's own words where there are some."""
        fact = group[0]
        if fact.status == "final" and fact.note is None:
            return
        what = fact.what[language]
        if len(group) > 1:
            names = self._together([each.what[language] for each in group], language)
            formula = self._formula(fact, language)
            yield product.fill("derived-alike", language, names=names, what=what, formula=formula)
        elif fact.status == "derived" or (fact.status != "final" and fact.note is None):
            yield product.fill(fact.status, language, what=what, formula=self._formula(fact, language))
        if fact.note is not None:
            yield product.fill("about-fact", language, what=what, note=fact.note[language])

    def _together(self, names: list[str], language: str) -> str:
        """Names in a row, the first of many and how many there are."""
        shown = names if len(names) <= MOST_NAMED else names[: MOST_NAMED - 1]
        listed = product.say("names-gap", language).join(shown)
        if shown == names:
            return listed
        count, more = (self._count(number, language) for number in (len(names), len(names) - len(shown)))
        return product.fill("names-more", language, names=listed, count=count, more=more)

    def _count(self, number: int, language: str) -> str:
        return self.write(Count(value=Decimal(number)), language, en_small="digit")

    def _formula(self, fact: Fact, language: str) -> str:
        """A derived fact's formula with its figures printed: 43个 ÷ 约61%; a long sum by how many it is of."""
        parts = [self._part(part, language) for part in shortened(fact.formula, self.briefing.facts)]
        return _CLOSE.sub(r"\1\2", " ".join(parts)).replace(" ^ ", "^")

    def _part(self, part: str | int, language: str) -> str:
        if isinstance(part, int):
            return product.fill("sum-of", language, count=self._count(part, language))
        if fact := self.briefing.facts.get(part):
            return self.write(_summand(fact.quantity), language)
        if part.endswith("%"):
            return self.write(Percent(value=Decimal(part[:-1])), language)
        if part.isdigit():
            return self._count(int(part), language)
        return _SIGNS.get(part, part)

    def full_source(self, source: Source) -> Phrase:
        """A source as its note tells it, with its address."""
        return tuple(self._source_line(source, language) for language in self.languages)

    def _source_line(self, source: Source, language: str) -> Line:
        entry = source.entry
        citation = product.LANGUAGES[language].full_source(_citation(source, language, self.briefing))
        if not entry.url:
            return Line(language, (Run(citation),))
        return Line(language, (Run(citation + " "), Link(str(entry.url), str(entry.url))))

    def bibliography_entry(self, source: Source) -> Phrase:
        """A source as the bibliography tells it, in each language's own convention, with its address."""
        return tuple(self._bibliography_line(source, language) for language in self.languages)

    def _bibliography_line(self, source: Source, language: str) -> Line:
        entry = source.entry
        words = product.LANGUAGES[language].bibliography(_citation(source, language, self.briefing))
        address = (Run(" "), Link(str(entry.url), str(entry.url))) if entry.url else ()
        return Line(language, (Run(words), *address))

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

        `more` names sentences of the product's own; `said` are further sentences.
        """
        paragraphs: list[Paragraph] = []
        facts = tuple(facts)
        author = self.phrase(note) if note is not None else ()
        caveats = dict(self.caveats(facts))
        for sentence in (*said, *map(self.product, more)):
            caveats = {
                language: product.say("sentence-gap", language).join(filter(None, (caveats.get(language), words)))
                for language, words in sentence
            }
        if author or caveats:
            paragraphs.append(Paragraph("note", tuple(self._note_line(author, caveats))))
        if sources := tuple(dict.fromkeys(sources)):
            lines = tuple(Line(language, (Run(self._sources(sources, language)),)) for language in self.languages)
            paragraphs.append(Paragraph("source", lines))
        return tuple(paragraphs)

    def _note_line(self, author: Phrase, caveats: Mapping[str, str]) -> Iterator[Line]:
        by_language = {line.language: line.inlines for line in author}
        for language in self.languages:
            said = by_language.get(language, ())
            gap = product.say("sentence-gap", language) if said and caveats else ""
            caveat = (Run(gap + caveats[language]),) if caveats else ()
            yield Line(language, (Run(product.say("note", language)), *said, *caveat))

    def _sources(self, names: tuple[str, ...], language: str) -> str:
        citations = [self.short_source(self.briefing.sources[name], language) for name in names]
        return product.say("sources" if len(citations) > 1 else "source", language) + product.listed(
            citations, language
        )

    def short_source(self, source: Source, language: str) -> str:
        """A source named in one breath: who published it, and when."""
        date = self.write(source.date, language) if source.date else ""
        return product.LANGUAGES[language].short_source(source.entry.publisher[language], date)

    def cited_first(self) -> tuple[Source, ...]:
        """Every source, those cited so far first and in the order of their numbers."""
        order = self._listed
        return tuple(sorted(self.briefing.sources.values(), key=lambda one: order.get(one.name, len(order) + 1)))


def _citation(source: Source, language: str, briefing: Briefing) -> product.Citation:
    """What a language tells of a source."""
    entry = source.entry
    return product.Citation(
        kind=entry.kind,
        publisher=entry.publisher[language],
        title=entry.title[language] if entry.title else "",
        author=entry.author[language] if entry.author else "",
        date=write(source.date, language, **briefing.figure_options) if source.date else "",
        day=period_code(source.date) if source.date else "",
        accessed=write(source.accessed, language, **briefing.figure_options) if source.accessed else "",
        accessed_day=period_code(source.accessed) if source.accessed else "",
        carried=entry.carried[language] if entry.carried else "",
        online=entry.url is not None,
    )


def source_id(source: Source) -> str:
    """What references to a source in the bibliography call it."""
    return f"source-{source.name}"


def phrase_of(words: Words) -> Phrase:
    """Plain words as a phrase."""
    return tuple(Line(language, (Run(text),)) for language, text in words)


def bound_of(quantity: Quantity) -> Bound:
    """How a figure stands to its true value."""
    return BOUNDS[getattr(quantity, "qualifier", None)]


def _large_and_small(fact: Fact, language: str, briefing: Briefing) -> Iterator[Run]:
    for part in write_parts(fact.quantity, language, en_small="digit", **briefing.figure_options):
        large = part.role in ("figure", "other")
        yield Run(part.text, fact=fact.name, role="figure" if large else "affix")


def _text(inline: Inline) -> str:
    match inline:
        case Run() | Reference() | Link():
            return inline.text
        case Note() | Spark():
            return ""


def _summand(quantity: Quantity) -> Quantity:
    """A figure as a formula takes it: 43个 ÷ 约61%, where 累计43个 tells how it was counted and no sum needs it."""
    return replace(quantity, aggregate=None) if getattr(quantity, "aggregate", None) else quantity
