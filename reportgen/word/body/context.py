"""What drawing the body asks of other parts of the file: links, bookmarks, notes, lists, pictures. No XML stands here.

A ledger belongs to one rendering and is the only thing in this package that changes while it is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from reportgen.document import Bullets, Caption, Contents, Document, Element, Figure, Heading, Note, Table
from reportgen.template.model import Look


class Drawing(Protocol):
    """A drawn chart: a PNG, its printed size in millimeters, and the same as an SVG or nothing."""

    @property
    def png(self) -> bytes: ...
    @property
    def width_mm(self) -> float: ...
    @property
    def height_mm(self) -> float: ...
    @property
    def svg(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Native:
    """A chart of Word: its part, its workbook, and how large it is to be printed."""

    part: bytes
    workbook: bytes
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class Pages:
    """Where things stand in a laid-out file: the page of each heading by its id, and how many pages there are."""

    headings: Mapping[str, int]
    count: int
    captions: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True)
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
class Ledger:
    """Everything asked for so far, each in the order it was first asked for."""

    links: Links = field(default_factory=Links)
    note_links: Links = field(default_factory=Links)
    notes: dict[str, Note] = field(default_factory=dict[str, Note])
    pictures: list[Drawing] = field(default_factory=list["Drawing"])
    charts: list[Native] = field(default_factory=list[Native])
    ordered_lists: list[str] = field(default_factory=list[str])  # the role of each
    _bookmarks: dict[tuple[str, ...], Bookmark] = field(default_factory=dict[tuple[str, ...], Bookmark])

    def bookmark(self, prefix: str, *target: str) -> Bookmark:
        """The bookmark of a target, made at its first mention, be that the target itself or a reference to it."""
        key = (prefix, *target)
        number = len(self._bookmarks) + 1
        return self._bookmarks.setdefault(key, Bookmark(f"{prefix}{100_000_000 + number}", number))


@dataclass(frozen=True, slots=True)
class Scene:
    """What drawing an element needs to know: the document, its look, its drawn charts, its pages, and the ledger."""

    document: Document
    look: Look
    pictures: Mapping[str, Drawing | Native]
    pages: Pages
    ledger: Ledger
    links: Links
    captions: Mapping[str, Caption]
    headings: Mapping[str, Heading]
    items: frozenset[str]  # what references call the items of lists
    listed: frozenset[str]  # what lists of contents are of: heading, figure, table

    @property
    def languages(self) -> tuple[str, ...]:
        """The document's languages, in the order shown."""
        return self.document.languages

    @property
    def facing(self) -> bool:
        """Whether the document is told in one language first, then in the other."""
        return self.document.layout == "facing" and len(self.languages) > 1

    @property
    def first(self) -> str:
        """The document's first language."""
        return self.document.languages[0]


def scene(document: Document, look: Look, pictures: Mapping[str, Drawing | Native], pages: Pages) -> Scene:
    """The scene of a document before anything is drawn."""
    ledger = Ledger()
    captions = {
        element.caption.id: element.caption for element in document.elements if isinstance(element, Figure | Table)
    }
    if document.layout == "facing":  # the headings of later parts count anew
        ledger.ordered_lists += [headings_in(language) for language in document.languages[1:]]
    for caption, language in listed_captions(document):
        ledger.bookmark("_Toc", "caption", caption, language)
    headings = {heading.id: heading for heading in headings_of(document.elements)}
    items = frozenset(name for element in document.elements if isinstance(element, Bullets) for name in element.ids)
    return Scene(document, look, pictures, pages, ledger, ledger.links, captions, headings, items, _listed(document))


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
