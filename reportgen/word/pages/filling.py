"""Which arrangement fills the pages: the order of figures, the heights of charts, the tables that break.

Figures and tables with captions may pass the text that follows them in their section, since references know them by
number; charts stretch where their kind has a choice; tables of some length break between rows. All that is
tried are pieces with known heights (body/flow.py) laid on pages (body/paging.py); the cheapest way is taken, the same
each time. Nothing is drawn or laid out here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from reportgen.document import Bullets, Callout, Document, Element, Figure, Heading, Paragraph, Table
from reportgen.records import record
from reportgen.word.body.flow import Flow, Piece, aired
from reportgen.word.body.paging import Place, Sheets

LOWEST, HIGHEST = Decimal(48), Decimal(85)
"""Millimeters between which a chart may be stretched."""

STEP = Decimal(6)
"""Millimeters between the heights that are tried."""

BREAKS_FROM = 6
"""Rows from which a table may break."""

AIRS = tuple(map(Decimal, ("0.9", "0.8", "0.7", "1.1", "1.2")))
"""Shares of a look's space around text that are tried where its own does not fill the pages."""

_FINE = 1.5
"""What an arrangement may cost without another being looked for."""

BEAM = 96
"""Arrangements that are followed at a time."""

_FLOWS = ("body", "lead")
_STRETCHED, _PASSED, _BROKEN, _LOOSENED = 0.012, 0.05, 0.3, 0.12
"""What a step of stretching costs, an element passed, a table broken, a pair of languages that may part: a band of a
tenth of a page costs 0.5."""

_AIRED = 4.0
"""What space costs that is taken or given: a tenth of it 0.4."""

_MUCH, _LAST = 0.12, 0.28
"""Shares of a page: an empty band over the one, or a last page filled less than the other, is to be avoided."""


@record
class Stretch:
    """How high a chart's drawing is at heights its kind is asked for: millimeters asked, millimeters drawn."""

    usual: Decimal
    drawn: Mapping[Decimal, float]


@record
class Arrangement:
    """What was decided of a document's pages, by the places of its elements."""

    order: tuple[int, ...]
    heights: Mapping[int, Decimal] = field(default_factory=dict[int, Decimal])
    breaks: frozenset[int] = frozenset()
    loose: frozenset[int] = frozenset()
    air: Decimal = Decimal(1)  # times the look's space around text

    def of(self, document: Document) -> Document:
        """The document arranged so."""
        return replace(document, elements=tuple(self._set(place, document.elements[place]) for place in self.order))

    def _set(self, place: int, element: Element) -> Element:
        if isinstance(element, Figure) and place in self.heights:
            return replace(element, chart=replace(element.chart, height_mm=self.heights[place]))
        if isinstance(element, Table) and place in self.breaks:
            return replace(element, breaks=True)
        if isinstance(element, Paragraph) and place in self.loose:
            return replace(element, loose=True)
        return element


class _Way(NamedTuple):
    """One of the ways in which a unit can be set."""

    pieces: tuple[Piece, ...]
    cost: float = 0.0
    height: Decimal | None = None
    breaks: bool = False
    loose: bool = False


@record
class _Unit:
    """Elements that keep their order: their places, the ways of setting them, whether they float, whether they may be
    passed by those that do."""

    places: tuple[int, ...]
    ways: tuple[_Way, ...]
    floats: bool = False
    passable: bool = False
    ends: bool = True  # something else may follow it: it is no heading


class _Chosen(NamedTuple):
    """A unit set in one of its ways, and what was chosen before it."""

    before: _Chosen | None
    unit: _Unit
    way: _Way


class _State(NamedTuple):
    cost: float
    at: Place
    seen: int  # pages whose emptiness is paid for
    waiting: tuple[int, ...]  # units that float
    chosen: _Chosen | None


def arrangement(
    document: Document, flow: Flow, height: float, stretches: Mapping[str, Stretch], *, slack: float, airy: bool = True
) -> Arrangement:
    """The arrangement that fills pages best whose text is so many points high.

    Where it does not fill them, an `airy` look may have more or less space, and the best of all is taken.
    """
    best = _arranged(document, flow, height, stretches, slack)
    if best[0] > _FINE and airy:
        tried = [best]
        for air in AIRS:
            cost, found = _arranged(document, aired(flow, float(air)), height, stretches, slack)
            tried.append((cost + _AIRED * float(abs(air - 1)), replace(found, air=air)))
        best = min(tried, key=lambda each: each[0])
    return best[1]


def _arranged(
    document: Document, flow: Flow, height: float, stretches: Mapping[str, Stretch], slack: float
) -> tuple[float, Arrangement]:
    """The best arrangement and what it costs."""
    sheets = Sheets(height - slack, flow.notes)
    units = list(_units(document, flow, stretches))
    states = [_State(0.0, Place(), 0, (), None)]
    for number, unit in enumerate(units):
        states = _pruned(following for state in states for following in _steps(state, number, units, sheets, unit))
    best = min((_ended(state, units, sheets) for state in states), key=lambda state: state.cost)
    return best.cost, _arrangement(best)


def _steps(state: _State, number: int, units: Sequence[_Unit], sheets: Sheets, unit: _Unit) -> Iterator[_State]:
    """Every way to go on with a unit: set, or, where it floats, left waiting; and with those that wait set after it."""
    if not unit.passable and not unit.floats and state.waiting:
        for flushed in _flushed(state, units, sheets):
            yield from _set(flushed, unit, sheets)
        return
    if unit.floats:
        following = units[number + 1] if number + 1 < len(units) else None
        if following and (following.passable or following.floats):
            yield state._replace(waiting=(*state.waiting, number))
        for flushed in _flushed(state, units, sheets):
            yield from _set(flushed, unit, sheets)
        return
    for done in _set(state, unit, sheets):
        passed = done._replace(cost=done.cost + _PASSED * len(done.waiting) * (1 if unit.ends else 6))
        yield passed
        if passed.waiting and unit.ends:
            yield from _flushed(passed, units, sheets)


def _flushed(state: _State, units: Sequence[_Unit], sheets: Sheets) -> Iterator[_State]:
    """The state with all that waits set, in every way."""
    states = [state]
    for number in state.waiting:
        states = [after for each in states for after in _set(each, units[number], sheets)]
    yield from (each._replace(waiting=()) for each in states)


def _set(state: _State, unit: _Unit, sheets: Sheets) -> Iterator[_State]:
    """The state with a unit set: in its usual way, and in the others where that may help."""
    first = _after(state, unit, unit.ways[0], sheets)
    yield first
    turned = len(first.at.empty) > len(state.at.empty)
    for way in unit.ways[1:]:
        if way.height is not None or turned:
            yield _after(state, unit, way, sheets)


def _after(state: _State, unit: _Unit, way: _Way, sheets: Sheets) -> _State:
    at = sheets.laid(state.at, way.pieces)
    cost = state.cost + way.cost + sum(map(_cost, at.empty[state.seen :]))
    return _State(cost, at, len(at.empty), state.waiting, _Chosen(state.chosen, unit, way))


def _ended(state: _State, units: Sequence[_Unit], sheets: Sheets) -> _State:
    """The state when all is set, with what its last page costs."""
    best = min(_flushed(state, units, sheets), key=lambda each: each.cost)
    at = sheets.ended(best.at)
    cost = best.cost + sum(map(_cost, at.empty[best.seen :])) + (_short(at.used / sheets.height) if at.page > 1 else 0)
    return best._replace(cost=cost, at=at)


def _cost(empty: float) -> float:
    """What an empty band costs, a share of the page; a negative one tells how full a page is that a break ends."""
    if empty < 0:
        return _short(-empty)
    over = max(0.0, empty - 0.02)
    return 40 * over * over + over + (4 + 20 * (empty - _MUCH) if empty > _MUCH else 0.0)


def _short(full: float) -> float:
    """What a last page costs that is so full."""
    return 3 + 8 * (_LAST - full) if full < _LAST else 0.0


def _pruned(states: Iterator[_State]) -> list[_State]:
    """The cheapest states, of those that stand alike the cheapest alone."""
    best: dict[tuple[int, int, tuple[int, ...]], _State] = {}
    for state in states:
        key = (state.at.page, round(state.at.used / 9), state.waiting)
        if key not in best or state.cost < best[key].cost:
            best[key] = state
    return sorted(best.values(), key=lambda state: (state.cost, state.at.page, state.at.used))[:BEAM]


def _arrangement(state: _State) -> Arrangement:
    """What was chosen on the way to a state."""
    order: list[int] = []
    heights: dict[int, Decimal] = {}
    breaks: set[int] = set()
    loose: set[int] = set()
    chosen = state.chosen
    while chosen:
        chosen, unit, way = chosen
        order[:0] = unit.places
        if way.height is not None:
            heights[unit.places[0]] = way.height
        breaks |= set(unit.places) if way.breaks else set()
        loose |= set(unit.places) if way.loose else set()
    return Arrangement(tuple(order), heights, frozenset(breaks), frozenset(loose))


# ---- units ------------------------------------------------------------------------------------------


def _units(document: Document, flow: Flow, stretches: Mapping[str, Stretch]) -> Iterator[_Unit]:
    """The document's elements as units: a lead with its list, a figure with the callout on it, the others alone."""
    pieces: dict[int, tuple[Piece, ...]] = {}
    for place, found in groupby(flow.pieces, key=attrgetter("place")):
        pieces[place] = pieces.get(place, ()) + tuple(found)
    elements = document.elements
    place = 0
    while place < len(elements):
        element, following = elements[place], elements[place + 1] if place + 1 < len(elements) else None
        own = pieces.get(place, ())
        if (isinstance(element, Paragraph) and isinstance(following, Bullets)) or (
            isinstance(element, Figure) and isinstance(following, Callout)
        ):
            both = pieces.get(place + 1, ())
            ways = tuple(way._replace(pieces=(*way.pieces, *both)) for way in _ways(element, own, stretches))
            yield _Unit((place, place + 1), ways, _floats(element), _passable(element) and _passable(following))
            place += 2
            continue
        ends = not isinstance(element, Heading)
        yield _Unit((place,), _ways(element, own, stretches), _floats(element), _passable(element), ends)
        place += 1


def _floats(element: Element) -> bool:
    """Whether it may stand further down than where it was typed."""
    if isinstance(element, Figure):
        return not element.beside
    return isinstance(element, Table) and not element.wide


def _passable(element: Element | None) -> bool:
    """Whether a figure may pass it: text, and headings inside its section."""
    if isinstance(element, Heading):
        return element.level > 1
    if isinstance(element, Paragraph):
        return element.role in _FLOWS and not element.beside
    return isinstance(element, Bullets) and element.role == "list" and not element.beside


def _ways(element: Element, pieces: tuple[Piece, ...], stretches: Mapping[str, Stretch]) -> tuple[_Way, ...]:
    usual = _Way(pieces)
    match element:
        case Figure() if element.caption.id in stretches:
            return (usual, *_stretched(pieces, stretches[element.caption.id]))
        case Table() if not element.wide and len(element.rows) >= BREAKS_FROM:
            broken = tuple(_broken(pieces, element))
            return (usual, _Way(broken, _BROKEN, breaks=True)) if broken != pieces else (usual,)
        case Paragraph() if len(element.text) > 1 and len(pieces) > 1 and pieces[0].lines >= 4 and not pieces[-1].kept:
            free = tuple(replace(piece, kept=False) for piece in pieces)
            return (usual, _Way(free, _LOOSENED, loose=True))
        case _:
            return (usual,)


def _stretched(pieces: tuple[Piece, ...], stretch: Stretch) -> Iterator[_Way]:
    """A figure with its chart at every height there is."""
    usual = stretch.drawn[stretch.usual]
    for asked, drawn in stretch.drawn.items():
        if asked != stretch.usual and abs(drawn - usual) > 0.5:
            more = (drawn - usual) * 72 / 25.4
            own = tuple(replace(piece, height=piece.height + more) if piece.picture else piece for piece in pieces)
            steps = float(abs(asked - stretch.usual) / STEP)
            yield _Way(own, _STRETCHED * steps * steps, height=asked)


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
