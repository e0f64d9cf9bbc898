"""The notes and sources of an edition while it is said: which mark has which number, and what a section's end tells.

No mark leads back to a note on an earlier page: a footnote is told with each of its marks, a source's number leads to
the list of sources, and a section's line of sources stands under what cites them. It writes no sentences: caveats.py
and source_lines.py do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportgen import languages as product
from reportgen.caveats import caveats, origins
from reportgen.content.alike import SILENT, together
from reportgen.content.model import Briefing, Fact, Section, Source
from reportgen.document import Citations, Cite, Inline, Line, Note, Paragraph, Phrase, Reference, Run
from reportgen.source_lines import full_source, short_source, source_id


@dataclass(slots=True)
class _Here:
    """What the section that is being said has cited, printed and stated so far."""

    name: str = ""
    cited: dict[str, Source] = field(default_factory=dict[str, Source])
    noted: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])  # sources, by language
    printed: dict[str, Fact] = field(default_factory=dict[str, Fact])
    stated: dict[str, Fact] = field(default_factory=dict[str, Fact])


@dataclass(slots=True)
class Apparatus:
    """What has been cited and told, in the order in which it was said."""

    briefing: Briefing
    languages: tuple[str, ...]
    citations: Citations = "numbered"
    bibliography: bool = False  # the briefing lists its sources, so that footnotes may name them in short
    part: str = ""  # what sets the names of this part of a facing document apart
    later: bool = False  # another part was said before: its notes have their numbers
    _numbers: dict[str, int] = field(default_factory=dict[str, int])
    _listed: dict[str, int] = field(default_factory=dict[str, int])  # numbers in the bibliography
    _told: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    _here: _Here = field(default_factory=_Here)

    def beginning(self, language: str) -> Apparatus:
        """That of the first part of a facing document, behind what stands before all parts."""
        return Apparatus(
            self.briefing,
            (language,),
            self.citations,
            self.bibliography,
            _numbers=self._numbers,
            _listed=self._listed,
        )

    def following(self, language: str) -> Apparatus:
        """That of the next part of a facing document: the same notes and sources keep their numbers."""
        return replace(self.beginning(language), part=f"@{language}", later=True)

    def named(self, name: str) -> str:
        """A name as references of this part call it."""
        return name + self.part

    # ---- marks ------------------------------------------------------------------------

    def cite(self, source: Source, language: str) -> Iterator[Inline]:
        """The mark of a citation; none where the section's end tells its sources, or its footnote was told before."""
        here = self._here
        here.cited.setdefault(source.name, source)
        if self.citations == "numbered":
            yield Cite(self.named(source_id(source)), self._number_listed(source))
        elif self.citations == "footnotes" and (source.name, language) not in here.noted:
            here.noted.add((source.name, language))
            yield self._note(f"source-{source.name}-{here.name}", self._cited(source, language))

    def caveat(self, fact: Fact, form: str, language: str) -> Iterator[Inline]:
        """A footnote at the first figure of the section that is not final, or has something said of it.

        It tells of all figures of the section that are so; where the section's end tells that, there is no mark.
        """
        if form in SILENT:
            return
        self._here.printed.setdefault(fact.name, fact)
        if (fact.name, language) in self._told:
            return
        group = self._together(fact)
        self._told |= {(each.name, language) for each in group}
        words = {each: caveats(self.briefing, group, each) for each in self.languages}
        if not all(words.values()):
            return
        if self.citations == "section":
            self._here.stated |= {each.name: each for each in group}
        else:
            yield self._note(f"fact-{group[0].name}", Line(language, (Run(words[language]),)))

    def _note(self, id_: str, line: Line) -> Note:
        again = self.later or id_ in self._numbers
        number = self._numbers.setdefault(id_, len(self._numbers) + 1)
        return Note(self.named(id_), number, (line,), again)

    def _together(self, fact: Fact) -> tuple[Fact, ...]:
        """The fact, with those of its section that one note tells of together with it."""
        groups = self.briefing.once(together, lambda: together(self.briefing))
        return groups.get(fact.name, (fact,))

    def _cited(self, source: Source, language: str) -> Line:
        """What a footnote says of a source: all of it, or in short where there is a bibliography to look it up."""
        if not self.bibliography:
            return full_source(self.briefing, source, language)
        told = short_source(self.briefing, source, language) + product.say("see-source", language)
        mark = Reference(self.named(source_id(source)), f"[{self._number_listed(source)}]")
        return Line(language, (Run(told), mark, Run(product.say("see-source-end", language))))

    # ---- the list of sources --------------------------------------------------------------

    def _number_listed(self, source: Source) -> int:
        return self._listed.setdefault(source.name, len(self._listed) + 1)

    def all_sources(self) -> tuple[Source, ...]:
        """Every source, those cited so far first and in the order of their numbers; all have one after that."""
        for source in self.briefing.sources.values():
            self._number_listed(source)
        return self.cited_sources()

    def cited_sources(self) -> tuple[Source, ...]:
        """The sources that have a number, in the order of their numbers."""
        return tuple(self.briefing.sources[name] for name in self._listed)

    # ---- the end of a section ----------------------------------------------------------------

    def open_section(self, section: Section) -> None:
        """Begin a section: it cites its sources and tells of its figures for itself."""
        self._here = _Here(section.name)

    def section_end(self, *, lists_sources: bool) -> Iterator[Paragraph]:
        """What stands under a section: what its figures want said, where no footnote says it, and its sources.

        A section that lists all sources tells none again.
        """
        here = self._here
        if told := self.remarks(here.stated.values(), here.printed.values()):
            yield Paragraph("note", note_lines((), told))
        if self.citations == "section" and here.cited and not lists_sources:
            yield self.source_line(here.cited.values())

    def remarks(self, stated: Iterable[Fact], read: Iterable[Fact]) -> dict[str, str]:
        """What must be said of the `stated` figures, and where those `read` from data were; by language."""
        stated, read = tuple(stated), tuple(read)
        told = {
            language: joined(caveats(self.briefing, stated, language), origins(self.briefing, read, language), language)
            for language in self.languages
        }
        return told if all(told.values()) else {}

    def source_line(self, sources: Iterable[Source]) -> Paragraph:
        """The sources in short, in one line a language."""
        named = tuple(sources)
        key = "sources" if len(named) > 1 else "source"
        lines = (
            Line(
                language,
                (
                    Run(
                        product.say(key, language)
                        + product.listed([short_source(self.briefing, one, language) for one in named], language)
                    ),
                ),
            )
            for language in self.languages
        )
        return Paragraph("source", tuple(lines))


def with_marks_placed(inlines: Iterable[Inline], language: str) -> Iterator[Inline]:
    """A line whose marks stand before or after a stop as its language has it: 增长7.1%[1]。 but up 7.1%.[1]

    An author types them after the stop in every language.
    """
    stops = product.LANGUAGES[language].after_marks
    ended: Run | None = None
    marks: list[Inline] = []
    for inline in inlines:
        if ended is not None and isinstance(inline, Cite | Note):
            marks.append(inline)
            continue
        yield from _parted(ended, marks)
        ended, marks = None, []
        if isinstance(inline, Run) and inline.text and inline.text[-1] in stops:
            ended = inline
        else:
            yield inline
    yield from _parted(ended, marks)


def _parted(ended: Run | None, marks: Sequence[Inline]) -> Iterator[Inline]:
    """Words that end with a stop, with the marks before it."""
    if ended is None:
        return
    if not marks:
        yield ended
        return
    if ended.text[:-1]:
        yield replace(ended, text=ended.text[:-1])
    yield from marks
    yield replace(ended, text=ended.text[-1])


def joined(one: str, other: str, language: str) -> str:
    """Sentences after sentences; either may be empty."""
    return product.say("sentence-gap", language).join(filter(None, (one, other)))


def note_lines(author: Phrase, told: Mapping[str, str]) -> Phrase:
    """A note's lines: the author's words, then what is told; each language has either."""
    own = {line.language: line for line in author}
    lines: list[Line] = []
    for language in own or told:
        said = own.get(language, Line(language, ()))
        more = told.get(language, "")
        gap = product.say("sentence-gap", language) if said.inlines and more else ""
        label = Run(product.say("note", language), product=True)
        ending = (Run(gap + more, product=True),) if more else ()
        lines.append(replace(said, inlines=(label, *said.inlines, *ending)))
    return tuple(lines)
