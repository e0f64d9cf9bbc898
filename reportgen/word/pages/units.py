"""What a page planner moves and sets: elements that keep together, and the ways in which each can be set.

Figures and tables with captions may stand behind text that follows them in their section, since references know them
by number; charts stretch where their kind has a choice; tables of some length break between rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import groupby, takewhile
from operator import attrgetter
from typing import NamedTuple

from reportgen.document import Bullets, Callout, Document, Element, Figure, Heading, Paragraph, Table
from reportgen.records import record
from reportgen.word.body.flow import Flow, Piece
from reportgen.word.body.grid import beside_of
from reportgen.word.ooxml.measure import POINTS_PER_MM

LOWEST, HIGHEST = Decimal(48), Decimal(85)
"""Millimeters between which a chart may be stretched."""

STEP = Decimal(6)
"""Millimeters between the heights that are tried."""

BREAKS_FROM = 6
"""Rows from which a table may break, those of two languages counted twice."""

_FLOWS = ("body", "lead")
_STRETCHED, _BROKEN, _LOOSENED, _APART = 0.012, 0.3, 0.12, 0.6
"""What a step of stretching costs, a table broken, a pair of languages that may part, text set apart from the figure
that it was typed beside: a band of a tenth of a page costs 0.5."""


@record
class Stretch:
    """How high a chart's drawing is at heights its kind is asked for: millimeters asked, millimeters drawn."""

    usual: Decimal
    drawn: Mapping[Decimal, float]

    @property
    def lower(self) -> float:
        """How much lower than usual it may be, in millimeters."""
        return self.drawn[self.usual] - min(self.drawn.values())


class Way(NamedTuple):
    """One of the ways in which a unit can be set."""

    pieces: tuple[Piece, ...]
    cost: float = 0.0
    height: Decimal | None = None
    breaks: bool = False
    loose: bool = False
    apart: bool = False


@record
class Unit:
    """Elements that keep their order: their places, the ways of setting them, the name they float by ("": they stay),
    whether they may be passed by those that do."""

    places: tuple[int, ...]
    ways: tuple[Way, ...]
    floats: str = ""
    passable: bool = False
    ends: bool = True  # something else may follow it: it is no heading


def units(document: Document, flow: Flow, stretches: Mapping[str, Stretch]) -> list[Unit]:
    """The document's elements as units: charts of a row, a lead with its list, a figure with the callout on it, the
    others alone."""
    pieces: dict[int, tuple[Piece, ...]] = {}
    for place, found in groupby(flow.pieces, key=attrgetter("place")):
        pieces[place] = pieces.get(place, ()) + tuple(found)
    elements = document.elements
    told: list[Unit] = []
    place = 0
    while place < len(elements):
        whole = elements[place : place + _together(elements, place)]
        places = tuple(range(place, place + len(whole)))
        first, own = whole[0], pieces.get(place, ())
        behind = tuple(piece for each in places[1:] for piece in pieces.get(each, ()))
        ways = _row_ways(own, places, flow) if beside_of(first) else _ways(first, own, stretches)
        ways = tuple(way if way.apart else way._replace(pieces=(*way.pieces, *behind)) for way in ways)
        starts = any(piece.starts for piece in ways[0].pieces)
        floats = "" if starts else _floats(whole)
        told.append(Unit(places, ways, floats, all(map(_passable, whole)), not isinstance(first, Heading)))
        place += len(whole)
    return told


def _together(elements: Sequence[Element], place: int) -> int:
    """How many elements from a place on stay together."""
    element = elements[place]
    if group := beside_of(element):
        return len(list(takewhile(lambda each: beside_of(each) == group, elements[place:])))
    following = elements[place + 1] if place + 1 < len(elements) else None
    led = isinstance(element, Paragraph) and isinstance(following, Bullets)
    told = isinstance(element, Figure) and isinstance(following, Callout)
    return 2 if led or told else 1


def _floats(whole: Sequence[Element]) -> str:
    """The name by which they float, the same in every edition; "" of those that stay where they were typed.

    Charts in a row do, text beside a chart does not: it is read in its order.
    """
    first = whole[0]
    if isinstance(first, Table) and first.wide:
        return ""
    if any(beside_of(each) and not isinstance(each, Figure) for each in whole):
        return ""
    return first.caption.id.partition("@")[0] if isinstance(first, Figure | Table) else ""


def _passable(element: Element | None) -> bool:
    """Whether a figure may pass it: text, and headings inside its section."""
    if isinstance(element, Heading):
        return element.level > 1
    if isinstance(element, Paragraph):
        return element.role in _FLOWS and not element.beside
    return isinstance(element, Bullets) and element.role == "list" and not element.beside


def _row_ways(own: tuple[Piece, ...], places: Sequence[int], flow: Flow) -> tuple[Way, ...]:
    """What stands side by side; where text does so with a figure, it may stand over or under it."""
    under = tuple(piece for piece in flow.apart if piece.place in places)
    return (Way(own), Way(under, _APART, apart=True)) if under else (Way(own),)


def _ways(element: Element, pieces: tuple[Piece, ...], stretches: Mapping[str, Stretch]) -> tuple[Way, ...]:
    usual = Way(pieces)
    match element:
        case Figure() if element.caption.id in stretches:
            return (usual, *_stretched(pieces, stretches[element.caption.id]))
        case Table() if not element.wide and len(element.rows) * len(element.caption.lines) >= BREAKS_FROM:
            broken = tuple(_broken(pieces, element))
            return (usual, Way(broken, _BROKEN, breaks=True)) if broken != pieces else (usual,)
        case Paragraph() if len(element.text) > 1 and len(pieces) > 1 and pieces[0].lines >= 2 and not pieces[-1].kept:
            free = tuple(replace(piece, kept=False) for piece in pieces)
            return (usual, Way(free, _LOOSENED, loose=True))
        case _:
            return (usual,)


def _stretched(pieces: tuple[Piece, ...], stretch: Stretch) -> Iterator[Way]:
    """A figure with its chart at every height there is."""
    usual = stretch.drawn[stretch.usual]
    for asked, drawn in stretch.drawn.items():
        if asked != stretch.usual and abs(drawn - usual) > 0.5:
            more = (drawn - usual) * POINTS_PER_MM
            own = tuple(replace(piece, height=piece.height + more) if piece.picture else piece for piece in pieces)
            steps = float(abs(asked - stretch.usual) / STEP)
            yield Way(own, _STRETCHED * steps * steps, height=asked)


def _broken(pieces: tuple[Piece, ...], element: Table) -> Iterator[Piece]:
    """A table's pieces when it may break: not under its head or a group's name, not before its last row or a sum."""
    first = next((at for at, piece in enumerate(pieces) if piece.row and piece.again), len(pieces))
    for at, piece in enumerate(pieces):
        row = at - first
        inside = 0 < row < len(element.rows) - 2
        held = row in element.heads or row + 1 in element.totals | element.subtotals
        yield replace(piece, kept=False) if inside and not held else piece


@cache
def heights() -> tuple[Decimal, ...]:
    """The heights that charts are tried at."""
    count = int((HIGHEST - LOWEST) / STEP)
    return (*(LOWEST + STEP * step for step in range(count + 1)), HIGHEST)
