"""What drawing the body asks of other parts of the file: links, bookmarks, notes, lists, pictures. No XML stands here.

A registry belongs to one rendering and is the only thing in this package that changes while it is used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportgen.document import (
    Bullets,
    Caption,
    CaptionLine,
    Contents,
    Document,
    Element,
    Figure,
    Heading,
    Imprint,
    Line,
    Note,
    Table,
)
from reportgen.ledger import LedgerLine
from reportgen.records import record
from reportgen.template.model import Look
from reportgen.word.body.marks import LineMark, line_marks
from reportgen.word.body.note_numbers import note_form
from reportgen.word.ooxml.graphics import Graphic, NativeChart, Picture
from reportgen.word.styles.scripts import LangTags, line_tags


@record
class Pages:
    """Where things stand in a laid-out file: the page of each heading by its id, and how many pages there are."""

    headings: Mapping[str, int]
    count: int
    captions: Mapping[str, int] = field(default_factory=dict[str, int])
    closing: int = 0  # the page on which a filed document's text ends; 0 where nobody asked
    left: float = 0.0  # how high over the edge of the sheet it ends, in points


@record
class Bookmark:
    """A name that fields can refer to, and the number that ties its two ends."""

    name: str
    number: int


@dataclass(slots=True)
class Links:
    """The addresses that one part of the file leads to."""

    ids: dict[str, str] = field(default_factory=dict[str, str])

    def id_of(self, url: str) -> str:
        """The relationship's id for the address, the same for the same address."""
        return self.ids.setdefault(url, f"rIdLink{len(self.ids) + 1}")


@dataclass(slots=True)
class Registry:
    """Everything asked for so far, each in the order it was first asked for."""

    file: str = ""  # the digits that the names of its bookmarks share
    links: Links = field(default_factory=Links)
    note_links: Links = field(default_factory=Links)
    notes: list[Note] = field(default_factory=list[Note])  # the first has the id 1
    pictures: list[Picture] = field(default_factory=list[Picture])
    charts: list[NativeChart] = field(default_factory=list[NativeChart])
    ordered_lists: list[str] = field(default_factory=list[str])  # the role of each
    lines: Mapping[int, LineMark] = field(default_factory=dict[int, LineMark])  # by the identities of their inlines
    told: tuple[LedgerLine, ...] = ()  # what its file keeps of them
    marks: int = 0  # how many numbers the marks of lines and figures take
    marked: set[int] = field(default_factory=set[int])  # the numbers of the lines that bear their marks
    joins: dict[int, tuple[Line, tuple[tuple[int, Line], ...]]] = field(
        default_factory=dict[int, tuple[Line, tuple[tuple[int, Line], ...]]]
    )  # lines made of others, by the identities of their inlines
    _bookmarks: dict[tuple[str, ...], Bookmark] = field(default_factory=dict[tuple[str, ...], Bookmark])

    def bookmark(self, prefix: str, *target: str) -> Bookmark:
        """The bookmark of a target, made at its first mention, be that the target itself or a reference to it."""
        key = (prefix, *target)
        number = len(self._bookmarks) + 1
        return self._bookmarks.setdefault(key, Bookmark(f"{prefix}{self.file}{number:04}", self.marks + number))

    def mark(self, document: Document) -> None:
        """Have the document's lines and figures marked; to be said before anything is drawn."""
        self.lines, self.told = line_marks(document)
        self.marks = max((mark.last for mark in self.lines.values()), default=0)

    def join(self, line: Line, parts: tuple[tuple[int, Line], ...]) -> None:
        """Have a line bear the marks of those that it was made of, each from one of its inlines on."""
        self.joins[id(line.inlines)] = line, parts

    def parts(self, line: Line) -> tuple[tuple[int, Line], ...]:
        """The lines that a line is made of, and from which of its inlines on; itself where it is one."""
        return self.joins[id(line.inlines)][1] if id(line.inlines) in self.joins else ((0, line),)

    def line_mark(self, line: Line) -> LineMark | None:
        """The mark of a line that is being drawn; none for one that has none, or was drawn before."""
        mark = self.lines.get(id(line.inlines))
        if mark is None or mark.number in self.marked:
            return None
        self.marked.add(mark.number)
        return mark


@record
class DrawingContext:
    """What drawing an element needs to know: the document, its look, its drawn charts, its pages, and the registry."""

    document: Document
    look: Look
    pictures: Mapping[str, Graphic]
    pages: Pages
    registry: Registry
    links: Links
    captions: Mapping[str, Caption]
    headings: Mapping[str, Heading]
    items: frozenset[str]  # what references call the items of lists
    listed: frozenset[str]  # what lists of contents are of: heading, figure, table
    note_form: str  # how its footnotes count, as Word calls it
    tags: Mapping[str, LangTags]  # what words are tagged as, in a line of each language
    narrow: bool = False  # what is drawn stands beside something else: text is dressed as in columns of languages

    @property
    def languages(self) -> tuple[str, ...]:
        """The document's languages, in the order shown."""
        return self.document.languages

    @property
    def facing(self) -> bool:
        """Whether each language has pages of its own."""
        return self.document.layout == "facing" and len(self.languages) > 1

    @property
    def first(self) -> str:
        """The document's first language."""
        return self.document.languages[0]

    def place(self, line: Line | CaptionLine) -> int:
        """Where a line's language stands among the document's: 0 for the first."""
        return self.document.languages.index(line.language)


def drawing_context(
    document: Document, look: Look, pictures: Mapping[str, Graphic], pages: Pages, *, marked: bool = False
) -> DrawingContext:
    """What drawing a document starts with, before anything is drawn; its lines and figures may be `marked`."""
    registry = Registry(file_digits(document))
    if marked:
        registry.mark(document)
    captions = {
        element.caption.id: element.caption for element in document.elements if isinstance(element, Figure | Table)
    }
    if document.layout == "facing":  # the headings of later parts count anew
        registry.ordered_lists += [headings_in(language) for language in document.languages[1:]]
    for caption, language in listed_captions(document):
        registry.bookmark("_Toc", "caption", caption, language)
    if has_imprint(document):
        registry.bookmark("_Toc", CLOSING)
    headings = {heading.id: heading for heading in headings_of(document.elements)}
    items = frozenset(name for element in document.elements if isinstance(element, Bullets) for name in element.ids)
    tags = line_tags(document.languages, document.properties.english)
    return DrawingContext(
        document=document,
        look=look,
        pictures=pictures,
        pages=pages,
        registry=registry,
        links=registry.links,
        captions=captions,
        headings=headings,
        items=items,
        listed=_listed(document),
        note_form=note_form(document),
        tags=tags,
    )


CLOSING = "closing"
"""The target of the bookmark where a filed document's text has ended; it is the first behind those of captions."""


def has_imprint(document: Document) -> bool:
    """Whether the document has a foot on its last page."""
    return any(isinstance(element, Imprint) for element in document.elements)


def file_digits(document: Document) -> str:
    """The digits that the names of a file's bookmarks share: another file's differ, so that files can be joined.

    With `_Toc` or `_Ref` before and a number after, names keep to the 40 characters that Word allows, and are digits as
    Word's own are.
    """
    return f"{int.from_bytes(hashlib.sha256(document.name.encode()).digest()[:8]) % 10**12:012}"


def headings_in(language: str) -> str:
    """The role of the list that counts the headings of a later part."""
    return f"headings-{language}"


def listed_captions(document: Document) -> tuple[tuple[str, str], ...]:
    """Every caption that a list leads to, in each of its languages: (id, language); none where there is no list.

    Their bookmarks are the first of the file, in this order, so that a layout can be asked for their pages.
    """
    listed = _listed(document)
    captions = (element.caption for element in document.elements if isinstance(element, Figure | Table))
    return tuple((one.id, line.language) for one in captions if one.sequence in listed for line in one.lines)


def _listed(document: Document) -> frozenset[str]:
    return frozenset(element.of for element in document.elements if isinstance(element, Contents))


def headings_of(elements: tuple[Element, ...]) -> Iterator[Heading]:
    """The headings of a document in their order."""
    return (element for element in elements if isinstance(element, Heading))
