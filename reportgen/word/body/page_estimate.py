"""Which page things stand on, roughly: by how much room they take. True pages are known by pages/settling.py."""

from __future__ import annotations

from collections.abc import Mapping

from reportgen.document import Document, Figure, Heading, Imprint, Table
from reportgen.template.model import Look
from reportgen.word.body.context import Pages
from reportgen.word.body.flow import Flow, Piece
from reportgen.word.body.paging import Place, Sheets
from reportgen.word.ooxml.measure import POINTS_PER_MM

OFF_BY = 2
"""Pages by which an estimate was off at most, over every template, edition and layout of five briefings, measured by
bench/estimates.py, which fails where it is off by more. People are told."""


def text_height(look: Look) -> float:
    """The height between the margins, in points."""
    return float(look.page.height - look.page.top - look.page.bottom) * POINTS_PER_MM


def estimate_pages(document: Document, look: Look, flow: Flow) -> Pages:
    """The pages by how much room everything takes, piece by piece; right to within a page in long documents."""
    sheets = Sheets(text_height(look), flow.notes)
    at = Place()
    starts: dict[int, int] = {}
    waiting: list[int] = []
    closing = 0, 0.0
    for piece in flow.pieces:
        if piece.starts:
            at = sheets.ended(at)
            starts.update(dict.fromkeys(waiting, at.page))
            waiting = []
        if piece.place not in starts and piece.place not in waiting:
            waiting.append(piece.place)
        if isinstance(document.elements[piece.place], Imprint) and not closing[0]:
            closing = at.page, float(look.page.height - look.page.top) * POINTS_PER_MM - at.used
        at = sheets.laid(at, [piece])
        if not at.open:  # what was kept with the next now has its page
            starts.update(dict.fromkeys(waiting, _first_page(at, piece)))
            waiting = []
    at = sheets.ended(at)
    starts.update(dict.fromkeys(waiting, at.page))
    return pages_of(document, starts, at.page, *closing)


def pages_of(document: Document, starts: Mapping[int, int], count: int, closing: int, left: float) -> Pages:
    """The pages by those on which elements start, by their places; one without starts where the last did.

    `closing` and `left` tell where the text of a filed document ends, as in `Pages`.
    """
    headings: dict[str, int] = {}
    captions: dict[str, int] = {}
    page = 1
    for place, element in enumerate(document.elements):
        page = starts.get(place, page)
        if isinstance(element, Heading):
            headings[element.id] = page
        elif isinstance(element, Figure | Table):
            captions[element.caption.id] = page
    return Pages(headings, count, captions, closing, left)


def _first_page(at: Place, piece: Piece) -> int:
    """The page of a piece's first line, when the last one stands at a place."""
    high = piece.height / piece.columns
    return at.page - 1 if piece.lines and at.page > 1 and high > at.used + 1 else at.page
