"""How high everything is: read from a galley, a document laid out on one long page with a mark in every paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from reportgen.records import record
from reportgen.word.body.flow import Flow, Piece
from reportgen.word.pages.layout_fonts import fonts_of

_NAME = re.compile(r"Pos(\d+)$")


class Spot(NamedTuple):
    """Where a mark stands: its page from 0, and how far from the page's top and left, in points."""

    page: int
    top: float
    left: float


@record
class Printed:
    """A laid-out file: where its marks stand, how many pages it has, and the fonts that it was laid out with."""

    spots: Mapping[int, Spot]
    pages: int
    fonts: tuple[str, ...]


def printed(pdf: Path) -> Printed:
    """What a laid-out document tells."""
    import pypdf  # here, since it loads slowly and only this needs it

    with pypdf.PdfReader(pdf) as reader:
        heights = [float(page.mediabox.height) for page in reader.pages]
        found: dict[int, Spot] = {}
        for name, place in reader.named_destinations.items():
            number = _NAME.search(name)
            page = reader.get_destination_page_number(place)
            if number and page is not None and place.top is not None and place.left is not None:
                found[int(number[1])] = Spot(page, heights[page] - float(place.top), float(place.left))
        return Printed(found, len(heights), fonts_of(reader))


def measured(flow: Flow, found: Mapping[int, Spot]) -> Flow:
    """What flows with its true heights; what cannot be told from the marks keeps its estimate, as notes do.

    LibreOffice 7.4 puts a bookmark of a footnote at the end of the note before it, so that none can measure them.
    """
    pieces = [_measured(piece, after, found) for piece, after in pairwise(flow.pieces)]
    return replace(flow, pieces=(*pieces, *flow.pieces[-1:]))


def _measured(piece: Piece, following: Piece, found: Mapping[int, Spot]) -> Piece:
    here, there = found.get(piece.mark), found.get(following.mark)
    if here is None or there is None or here.page != there.page or following.starts:
        return piece
    if piece.columns > 1 and abs(here.left - there.left) > 60:  # the next stands in another column
        return piece
    high = there.top - here.top - max(piece.after, following.before)
    return replace(piece, height=high) if high > 0 else piece
