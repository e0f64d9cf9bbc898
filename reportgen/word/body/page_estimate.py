"""Which page things stand on, roughly: by how much room they take. True pages are known by pages/layout.py."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, partial
from typing import assert_never

from reportgen.document import (
    Bullets,
    Callout,
    Closing,
    Contents,
    Document,
    Element,
    Figure,
    Heading,
    Imprint,
    Letterhead,
    Line,
    Metrics,
    PageBreak,
    Paragraph,
    Phrase,
    Table,
    Timeline,
    TitleBlock,
)
from reportgen.records import record
from reportgen.template.model import Look
from reportgen.word.body.contents import depth
from reportgen.word.body.context import Pages, headings_of
from reportgen.word.body.runs import plain
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.graphics import Graphic
from reportgen.word.styles.scripts import line_height

_WHOLE = Figure | Metrics | Heading
_CAPTIONED = Figure | Table


def estimate_pages(document: Document, look: Look, pictures: Mapping[str, Graphic]) -> Pages:
    """The pages by how much room each element takes, line by line; right to within a page in long documents."""
    height = float(look.page.height - look.page.top - look.page.bottom) * measure.POINTS_PER_MM
    room = _Room(document, look, pictures, cache(partial(_type, look, document.languages[0])))
    page, used = 1, 0.0
    pages: dict[str, int] = {}
    captions: dict[str, int] = {}
    closing, left = 0, 0.0
    for element in document.elements:
        if isinstance(element, Imprint):
            closing, left = page, float(look.page.height - look.page.top) * measure.POINTS_PER_MM - used
        taken = room.of(element)
        whole = isinstance(element, _WHOLE)
        needed = taken + (3 * room.line if isinstance(element, Heading) else 0)
        if isinstance(element, PageBreak) or (used and whole and used + needed > height):
            page, used = page + 1, 0.0
        if isinstance(element, Heading):
            pages[element.id] = page
        if isinstance(element, _CAPTIONED):
            captions[element.caption.id] = page
        used += taken
        page, used = page + int(used // height), used % height
    return Pages(pages, page, captions, closing, left)


def _type(look: Look, first: str, role: str, language: str) -> tuple[float, float, float]:
    """Type size, line height, and the space around a paragraph, in points."""
    style = look.style(role, second=language != first)
    leading = line_height(style, language) or style.size * Decimal("1.3")
    return float(style.size), float(leading), float(style.before + style.after)


@record
class _Room:
    """How much room elements take, in points."""

    document: Document
    look: Look
    pictures: Mapping[str, Graphic]
    type: Callable[[str, str], tuple[float, float, float]]

    @property
    def line(self) -> float:
        """The height of a line of body text."""
        return self.type("body", self.document.languages[0])[1]

    def of(self, element: Element) -> float:
        """The height of an element."""
        match element:
            case TitleBlock():
                parts = ("issuer", "issue", "title", "subtitle", "date")
                return sum(self.phrase(role, getattr(element, role)) for role in parts)
            case Contents():
                entries = self._entries() if element.of == "heading" else self._captions(element.of)
                return self.phrase("contents-title", element.title) + entries
            case Heading():
                return self.phrase(f"heading{element.level}", element.text)
            case Paragraph():
                return self.phrase(element.role, element.text)
            case Bullets():
                return sum(self.phrase(element.role, item) for item in element.items)
            case Callout():
                inner = sum(self.phrase("callout", phrase) for phrase in element.paragraphs)
                return self.phrase("callout-title", element.title) + inner + 2 * self.line
            case Metrics():
                return -(-len(element.cells) // self.look.metrics.most) * 5 * self.line + self._notes(element.notes)
            case Figure():
                drawing = self.pictures[element.caption.id]
                return drawing.height_mm * measure.POINTS_PER_MM + 2.5 * self.line + self._notes(element.notes)
            case Table():
                wide = sum(max(1, *(len(phrase) for phrase in cells)) for cells in element.rows if cells)
                return (wide + 3) * self.line * 1.1 + self._notes(element.notes)
            case Timeline():
                return sum(self.phrase("timeline-text", entry.text, 0.75) + 4 for entry in element.entries)
            case Letterhead():
                return (
                    float(self.look.filing.mark_top) * measure.POINTS_PER_MM + 7 * self.line if self.look.filing else 0
                )
            case Closing():
                return (len(element.attachments) + 5) * self.line if self.look.filing else 0
            case PageBreak() | Imprint():
                return 0.0
            case _:
                assert_never(element)

    def phrase(self, role: str, phrase: Phrase, share: float = 1) -> float:
        """The height of a phrase in a role, in a column that is a share of the line wide."""
        if role not in self.look.styles:  # what a look does not print of a filed document
            return 0.0
        beside = self.document.layout == "side-by-side" and role in self.look.columns and len(phrase) > 1
        heights = [self._height(role, line, share / len(phrase) if beside else share) for line in phrase]
        return (max if beside else sum)(heights) if heights else 0.0

    def _height(self, role: str, line: Line, share: float) -> float:
        size, leading, around = self.type(role, line.language)
        width = float(self.look.page.text_width) * measure.POINTS_PER_MM * share
        return measure.lines(plain(line), size, width) * leading + around

    def _entries(self) -> float:
        deepest = depth(self.document)
        listed = [heading for heading in headings_of(self.document.elements) if heading.level <= deepest]
        return sum(self.phrase(f"toc{heading.level}", heading.text) for heading in listed)

    def _captions(self, sequence: str) -> float:
        captions = (found.caption for found in self.document.elements if isinstance(found, Figure | Table))
        lines = (Line(line.language, line.text) for one in captions if one.sequence == sequence for line in one.lines)
        return sum(self._height("toc-caption", line, 1) for line in lines)

    def _notes(self, paragraphs: tuple[Paragraph, ...]) -> float:
        return sum(self.phrase(note.role, note.text) for note in paragraphs)
