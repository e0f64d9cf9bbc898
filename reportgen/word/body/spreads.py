"""A facing document in spreads: what fills a left-hand page in one language faces the same on the right-hand page.

Pages are filled by heights that are known (body/flow.py); where one language needs less room, its page is shorter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportgen.document import Document, Element, Figure, Heading, Imprint, PageBreak, Table
from reportgen.word.body.flow import Flow, Piece
from reportgen.word.body.paging import Place, Sheets

_Unit = tuple[tuple[int, ...], tuple[int, ...]]
"""The places of what must face each other: in the first language and in the second."""


def in_spreads(document: Document, flow: Flow, height: float, spare: Mapping[str, float]) -> Document:
    """The document with its two languages page by page; one that does not face stays as it is.

    `height` is that of the text of a page, in points; `spare` tells by how much a chart may be lower, by its id, where
    its page needs that. What is higher than a page goes on behind it.
    """
    starts = [place for place, one in enumerate(document.elements) if isinstance(one, PageBreak) and one.side]
    if len(starts) != 2 or document.layout != "facing":
        return document
    left, right = starts
    end = next(
        (place for place, one in enumerate(document.elements) if isinstance(one, Imprint)), len(document.elements)
    )
    units = list(_units(document.elements, range(left + 1, right), range(right + 1, end)))
    pieces: dict[int, list[Piece]] = {}
    for piece in flow.pieces:
        element = document.elements[piece.place]
        less = spare.get(element.caption.id, 0.0) if piece.picture and isinstance(element, Figure) else 0.0
        own = replace(piece, starts=False, hand="", height=piece.height - less)
        pieces.setdefault(piece.place, []).append(own)
    told: list[Element] = list(document.elements[:left])
    for spread in _spreads(units, pieces, Sheets(height, flow.notes)):
        for index, start in enumerate((left, right)):
            told.append(document.elements[start])
            told += (document.elements[place] for unit in spread for place in unit[index])
    return replace(document, elements=(*told, *document.elements[end:]))


def _units(elements: Sequence[Element], left: range, right: range) -> Iterator[_Unit]:
    """What may be parted from what follows: element by element where both languages say the same ones, else from one
    heading, figure or table to the next."""
    if [type(elements[place]) for place in left] == [type(elements[place]) for place in right]:
        yield from (((one,), (other,)) for one, other in zip(left, right, strict=True))
        return
    names = [{_name(elements[place]): place for place in side if _name(elements[place])} for side in (left, right)]
    common = [name for name in names[0] if name in names[1]]
    cuts = [
        [side.start, *(names[index][name] for name in common), side.stop] for index, side in enumerate((left, right))
    ]
    for index in range(len(common) + 1):
        one, other = (tuple(range(cut[index], cut[index + 1])) for cut in cuts)
        if one or other:
            yield one, other


def _name(element: Element) -> str:
    """What an element is called in every language; nothing where it has no name."""
    if isinstance(element, Heading):
        return f"heading:{element.id.partition('@')[0]}"
    if isinstance(element, Figure | Table):
        return element.caption.id.partition("@")[0]
    return ""


def _spreads(units: Sequence[_Unit], pieces: dict[int, list[Piece]], sheets: Sheets) -> Iterator[list[_Unit]]:
    """As many units together as fit on a page in both languages; none ends with what is kept with the next."""
    spread: list[_Unit] = []
    for unit in units:
        spread.append(unit)
        if len(spread) == 1 or all(_fits(spread, side, pieces, sheets) for side in (0, 1)):
            continue
        kept = len(spread) - 1
        while kept > 1 and _leads(spread[kept - 1], pieces):
            kept -= 1
        yield spread[:kept]
        spread = spread[kept:]
    if spread:
        yield spread


def _fits(spread: Sequence[_Unit], side: int, pieces: dict[int, list[Piece]], sheets: Sheets) -> bool:
    """Whether one language's part of a spread stands on one page."""
    found = [piece for unit in spread for place in unit[side] for piece in pieces.get(place, ())]
    return sheets.ended(sheets.laid(Place(), found)).page == 1


def _leads(unit: _Unit, pieces: dict[int, list[Piece]]) -> bool:
    """Whether a unit is kept with what follows it, as a heading is."""
    last = [found[-1] for side in unit for place in side[-1:] if (found := pieces.get(place))]
    return any(piece.kept for piece in last)
