"""Where elements stand on the page's grid: in a column of text or across all, side by side or under one another.

Nothing is drawn here. A look without columns of text has one, as wide as the page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from reportgen.charts import CHARTS
from reportgen.document import (
    Bullets,
    Closing,
    Contents,
    Document,
    Element,
    Figure,
    Heading,
    Imprint,
    Letterhead,
    PageBreak,
    Paragraph,
    Table,
    TitleBlock,
)
from reportgen.template.model import Look, Page


def side_by_side(document: Document) -> bool:
    """Whether two languages stand in columns of their own, which leaves no room for columns of text."""
    return document.layout == "side-by-side" and len(document.languages) > 1


def look_of(document: Document, look: Look) -> Look:
    """The look as a document wants it: in its first language, its text at the margin where languages have columns."""
    spoken = look.speaking(document.languages[0])
    return spoken.flush() if side_by_side(document) else spoken


def in_columns(document: Document, look: Look) -> bool:
    """Whether its text stands in columns."""
    return look.text_columns is not None and not side_by_side(document)


def column_page(look: Look) -> Page:
    """The page as those see it that stand in a column of text: no wider than that."""
    spare = look.page.text_width - look.column_width
    return look.page.model_copy(update={"right": look.page.right + spare})


def beside_of(element: Element) -> str:
    """The name of those that an element was typed beside; none for none."""
    return element.beside if isinstance(element, Figure | Paragraph | Bullets) else ""


def together(document: Document, element: Element) -> str:
    """The name of those that an element stands beside; none where it stands alone.

    Text cannot stand beside a figure where two languages have a column each.
    """
    name = beside_of(element)
    if not name or not side_by_side(document):
        return name
    mates = (one for one in document.elements if isinstance(one, Paragraph | Bullets))
    return "" if any(one.beside == name for one in mates) else name


def across(document: Document, look: Look) -> frozenset[int]:
    """The places of the elements that stand across all columns: all of them where there are none.

    What opens a document does, before its first heading, and what needs the room, with the heading that it follows.
    """
    places = range(len(document.elements))
    if not in_columns(document, look):
        return frozenset(places)
    opens = list(_opens(document))
    wide: list[int] = []
    following = False
    for place in reversed(places):
        element = document.elements[place]
        following = opens[place] or _needs_all(element, look) or (following and _heads(element))
        if following:
            wide.append(place)
    return frozenset(wide)


def _opens(document: Document) -> Iterator[bool]:
    """Whether each element opens the document: stands before the first heading, in a facing one of its language."""
    side, opening = "", dict[str, bool]()
    for element in document.elements:
        side = element.side if isinstance(element, PageBreak) and element.side else side
        before = opening.get(side, bool(side))
        opening[side] = isinstance(element, Letterhead | TitleBlock) or (before and not _heads(element))
        yield opening[side]


def _heads(element: Element) -> bool:
    """Whether an element stays with the next."""
    return isinstance(element, Heading)


def _needs_all(element: Element, look: Look) -> bool:
    """Whether an element is too wide for a column of text."""
    match element:
        case Figure():
            kind = CHARTS[element.chart.kind]
            wanted = element.width == "full" or bool(element.beside)
            return wanted or kind.narrowest(element.chart) > look.column_width
        case Paragraph() | Bullets():
            return bool(element.beside)
        case Table():
            return element.wide or (look.text_columns is not None and len(element.columns) > look.text_columns.table)
        case Contents() | PageBreak() | Closing() | Imprint():
            return True
        case _:
            return False


def texts_beside(document: Document) -> frozenset[str]:
    """The names of those where text stands beside a figure."""
    names = (one.beside for one in document.elements if isinstance(one, Paragraph | Bullets) and one.beside)
    return frozenset(name for name in names if not side_by_side(document))


def apart(document: Document, names: Collection[str]) -> Document:
    """The document with text under the figure that it was typed beside, or over it, where they are called so."""

    def set_apart(element: Element) -> Element:
        beside = isinstance(element, Figure | Paragraph | Bullets) and element.beside in names
        return replace(element, beside="") if beside else element

    return replace(document, elements=tuple(map(set_apart, document.elements)))


def side_width(look: Look, count: int) -> Decimal:
    """The width of each of so many that stand side by side on the page, in millimeters."""
    return (look.page.text_width - gap_between(look) * (count - 1)) / count


def gap_between(look: Look) -> Decimal:
    """What stands between two that stand side by side, in millimeters."""
    return look.text_columns.gap if look.text_columns else look.pairs.gap


def cells_of(elements: Sequence[Element]) -> Iterator[tuple[Element, ...]]:
    """The cells of what stands side by side: each figure one, and the text between figures."""
    count = 0

    def cell(element: Element) -> int:
        nonlocal count
        count += isinstance(element, Figure)
        return count * 2 + isinstance(element, Figure)

    for _, members in groupby(elements, key=cell):
        yield tuple(members)


def figure_widths(document: Document, look: Look) -> Mapping[str, Decimal]:
    """How wide each figure is printed, by its id, in millimeters; those as wide as the page's text are left out."""
    wide = across(document, look)
    widths: dict[str, Decimal] = {}
    for members in grouped(document):
        elements = tuple(element for _, element in members)
        cells = sum(1 for _ in cells_of(elements)) if together(document, elements[0]) else 1
        for place, element in members:
            if isinstance(element, Figure):
                alone = _alone(element, look, in_column=place not in wide)
                width = side_width(look, cells) if cells > 1 else alone
                if width < look.page.text_width:
                    widths[element.caption.id] = width
    return widths


def grouped(document: Document) -> Iterator[tuple[tuple[int, Element], ...]]:
    """The elements in their order with their places, those that stand side by side together, others each alone."""

    def key(numbered: tuple[int, Element]) -> tuple[str, int]:
        place, element = numbered
        name = together(document, element)
        return name, -1 if name else place

    for _, members in groupby(enumerate(document.elements), key=key):
        yield tuple(members)


def _alone(element: Figure, look: Look, *, in_column: bool) -> Decimal:
    """The width of a figure that stands by itself."""
    if in_column:
        return look.column_width
    natural = CHARTS[element.chart.kind].natural_width(element.chart) if look.figures == "natural" else "full"
    return side_width(look, 2) if (element.width or natural) == "half" else look.page.text_width


def sized(document: Document, look: Look) -> Document:
    """The document with every chart told how wide it is printed."""
    widths = figure_widths(document, look)
    return replace(document, elements=tuple(_sized(element, widths) for element in document.elements))


def _sized(element: Element, widths: Mapping[str, Decimal]) -> Element:
    if not isinstance(element, Figure) or element.caption.id not in widths:
        return element
    return replace(element, chart=replace(element.chart, width_mm=widths[element.caption.id]))
