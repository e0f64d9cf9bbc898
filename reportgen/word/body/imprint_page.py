"""Which page a filed document's imprint stands on: the last, where that is a left-hand one and has room for it."""

from __future__ import annotations

from dataclasses import replace

from reportgen.document import Document, Imprint
from reportgen.template.model import Look
from reportgen.word.body.context import Pages
from reportgen.word.body.runs import plain
from reportgen.word.ooxml import measure
from reportgen.word.styles.scripts import line_height

_COPIES = 0.85
"""The share of the line that the names of copies have."""


def stands_apart(document: Document, look: Look, pages: Pages) -> bool:
    """Whether the imprint needs a page of its own: the text ends on a right-hand page, or leaves no room for it."""
    if look.filing is None or not (high := _height(document, look)):
        return False
    gaps = 2 * float(line_height(look.styles["gap"], document.languages[0]))
    room = pages.left - float(look.page.bottom) * measure.POINTS_PER_MM - gaps
    return room < high or (look.filing.even and pages.closing % 2 == 1)


def with_imprint(document: Document, look: Look, pages: Pages) -> Pages:
    """The pages with that of an imprint that stands apart, and the empty one before it."""
    if not pages.closing or look.filing is None or not _height(document, look):
        return pages
    if not stands_apart(document, look, pages):
        return replace(pages, count=pages.closing)
    return replace(pages, count=pages.closing + (2 if look.filing.even and pages.closing % 2 == 0 else 1))


def _height(document: Document, look: Look) -> float:
    """The room that the imprint takes, in points, a line of copies counted as often as it wraps; 0 without one."""
    element = next((found for found in document.elements if isinstance(found, Imprint)), None)
    if element is None or look.filing is None:
        return 0.0
    room = float(look.page.text_width) * measure.POINTS_PER_MM * _COPIES
    high = 0.0
    for line in element.copies if "copies" in look.filing.shown else ():
        size, leading = _type(document, look, line.language)
        high += measure.lines(plain(line), size, room) * leading
    printing = (element.printer or element.printed) if "printing" in look.filing.shown else ()
    return high + sum(_type(document, look, line.language)[1] for line in printing)


def _type(document: Document, look: Look, language: str) -> tuple[float, float]:
    """The size of the type and the height of a line, in points."""
    style = look.style("imprint", second=language != document.languages[0])
    return float(style.size), float(line_height(style, language))
