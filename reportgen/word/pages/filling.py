"""Which arrangement fills the pages: the heights of charts, the tables that break, and what may pass what.

All that is tried are pieces with known heights (body/flow.py) laid on pages (body/paging.py), unit by unit (units.py);
the cheapest way is taken, the same each time. Nothing is drawn or laid out here. Where figures stand is decided once
for all editions of a briefing (order.py); the rest by each for itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from decimal import Decimal
from typing import NamedTuple

from reportgen.document import Bullets, Document, Element, Figure, Paragraph, Table
from reportgen.records import record
from reportgen.word.body.flow import Flow, aired
from reportgen.word.body.paging import Place, Sheets
from reportgen.word.pages.units import Stretch, Unit, Way, units

AIRS = tuple(map(Decimal, ["0.95", "1.05", "0.9", "1.1", "0.85", "1.15", "0.8", "1.2", "0.75", "1.25", "0.7", "1.3"]))
"""Shares of a look's space around text that are tried, in this order, where its own does not fill the pages."""

BEAM = 24
"""Arrangements that are followed at a time."""

PASSED, OVER_HEADING = 0.05, 6
"""What it costs that an element is passed, and how many of them a heading counts for: a band of a tenth of a page
costs 0.5."""

_AIRED = 4.0
"""What space costs that is taken or given: a tenth of it 0.4."""

_MUCH, _LAST, _MEAN = 0.12, 0.28, 0.06
"""Shares of a page: an empty band over the first, a last page filled less than the second, or empty bands that are on
average over the third, are to be avoided."""


@record
class Arrangement:
    """What was decided of a document's pages, by the places of its elements."""

    heights: Mapping[int, Decimal] = field(default_factory=dict[int, Decimal])
    breaks: frozenset[int] = frozenset()
    loose: frozenset[int] = frozenset()
    apart: frozenset[int] = frozenset()
    air: Decimal = Decimal(1)  # times the look's space around text
    turned: frozenset[int] = frozenset()

    def of(self, document: Document) -> Document:
        """The document arranged so."""
        elements = (self._set(place, element) for place, element in enumerate(document.elements))
        return replace(document, elements=tuple(elements), turned=self.turned)

    def _set(self, place: int, element: Element) -> Element:
        if place in self.apart and isinstance(element, Figure | Paragraph | Bullets):
            return replace(element, beside="")
        if isinstance(element, Figure) and place in self.heights:
            return replace(element, chart=replace(element.chart, height_mm=self.heights[place]))
        if isinstance(element, Table) and place in self.breaks:
            return replace(element, breaks=True)
        if isinstance(element, Paragraph) and place in self.loose:
            return replace(element, loose=True)
        return element


@record
class Filled:
    """The best way to set units: what it costs, each unit with its way in the order in which they are set, whether
    pages are left emptier than they should be, and what begins a page for want of a column with room."""

    cost: float
    chosen: tuple[tuple[Unit, Way], ...]
    misses: bool
    turned: frozenset[int] = frozenset()

    def arrangement(self, air: Decimal) -> Arrangement:
        """What was chosen, with so much space around text."""
        heights = {unit.places[0]: way.height for unit, way in self.chosen if way.height is not None}
        breaks = frozenset(place for unit, way in self.chosen if way.breaks for place in unit.places)
        loose = frozenset(place for unit, way in self.chosen if way.loose for place in unit.places)
        apart = frozenset(place for unit, way in self.chosen if way.apart for place in unit.places)
        return Arrangement(heights, breaks, loose, apart, air, self.turned)

    def flow(self, notes: Mapping[int, float]) -> Flow:
        """What flows when it is set so."""
        return Flow(tuple(piece for _, way in self.chosen for piece in way.pieces), notes)


def arrangement(
    document: Document, flow: Flow, height: float, stretches: Mapping[str, Stretch], *, slack: float, airy: bool = True
) -> tuple[Arrangement, Flow]:
    """The arrangement that fills pages best whose text is so many points high, and what flows then.

    Where it does not fill them, an `airy` look may have more or less space, until they are filled; else the best is
    taken.
    """
    sheets = Sheets(height - slack, flow.notes)
    best, air = filled(units(document, flow, stretches), sheets), Decimal(1)
    if not (best.misses and airy):
        return best.arrangement(air), best.flow(flow.notes)
    cost = best.cost
    for share in AIRS:
        found = filled(units(document, aired(flow, float(share)), stretches), sheets)
        dear = found.cost + _AIRED * float(abs(share - 1))
        if dear < cost:
            best, air, cost = found, share, dear
        if not best.misses:
            break
    return best.arrangement(air), best.flow(flow.notes)


class _Chosen(NamedTuple):
    """A unit set in one of its ways, and what was chosen before it."""

    before: _Chosen | None
    unit: Unit
    way: Way


class _State(NamedTuple):
    cost: float
    at: Place
    seen: int  # pages whose emptiness is paid for
    waiting: tuple[int, ...]  # units that float
    chosen: _Chosen | None


def filled(told: Sequence[Unit], sheets: Sheets, *, floating: bool = False) -> Filled:
    """The best way to set units in their order, or, `floating`, with figures further down than where they stand."""
    if not floating:
        told = [replace(unit, floats="") if unit.floats else unit for unit in told]
    states = [_State(0.0, Place(), 0, (), None)]
    for number, unit in enumerate(told):
        states = _pruned(following for state in states for following in _steps(state, number, told, sheets, unit))
    best = min((_ended(state, told, sheets) for state in states), key=lambda state: state.cost)
    chosen = tuple(reversed(list(_chosen(best.chosen))))
    return Filled(best.cost, chosen, _misses(best.at, sheets), frozenset(best.at.turned))


def _chosen(chosen: _Chosen | None) -> Iterator[tuple[Unit, Way]]:
    """What was chosen, the last first."""
    while chosen:
        yield chosen.unit, chosen.way
        chosen = chosen.before


def _misses(at: Place, sheets: Sheets) -> bool:
    """Whether pages are left emptier than they should be."""
    bands = [empty for empty in at.empty if empty >= 0]
    ends = [-empty for empty in at.empty if empty < 0] + ([at.used / sheets.height] if at.page > 1 else [])
    uneven = bool(bands) and (max(bands) > _MUCH or sum(bands) > _MEAN * len(bands))
    return uneven or min(ends, default=1.0) < _LAST


def _steps(state: _State, number: int, told: Sequence[Unit], sheets: Sheets, unit: Unit) -> Iterator[_State]:
    """Every way to go on with a unit: set, or, where it floats, left waiting; and with those that wait set after it."""
    if not unit.passable and not unit.floats and state.waiting:
        for flushed in _flushed(state, told, sheets):
            yield from _set(flushed, unit, sheets)
        return
    if unit.floats:
        following = told[number + 1] if number + 1 < len(told) else None
        if following and (following.passable or following.floats):
            yield state._replace(waiting=(*state.waiting, number))
        for flushed in _flushed(state, told, sheets):
            yield from _set(flushed, unit, sheets)
        return
    for done in _set(state, unit, sheets):
        passed = done._replace(cost=done.cost + PASSED * len(done.waiting) * (1 if unit.ends else OVER_HEADING))
        yield passed
        if passed.waiting and unit.ends:
            yield from _flushed(passed, told, sheets)


def _flushed(state: _State, told: Sequence[Unit], sheets: Sheets) -> Iterator[_State]:
    """The state with all that waits set, in every way."""
    states = [state]
    for number in state.waiting:
        states = [after for each in states for after in _set(each, told[number], sheets)]
    yield from (each._replace(waiting=()) for each in states)


def _set(state: _State, unit: Unit, sheets: Sheets) -> Iterator[_State]:
    """The state with a unit set: in its usual way, and in the others where that may help."""
    first = _after(state, unit, unit.ways[0], sheets)
    yield first
    turned = len(first.at.empty) > len(state.at.empty)
    for way in unit.ways[1:]:
        if way.height is not None or turned:
            yield _after(state, unit, way, sheets)


def _after(state: _State, unit: Unit, way: Way, sheets: Sheets) -> _State:
    at = sheets.laid(state.at, way.pieces)
    cost = state.cost + way.cost + sum(map(_cost, at.empty[state.seen :]))
    return _State(cost, at, len(at.empty), state.waiting, _Chosen(state.chosen, unit, way))


def _ended(state: _State, told: Sequence[Unit], sheets: Sheets) -> _State:
    """The state when all is set, with what its last page costs."""
    best = min(_flushed(state, told, sheets), key=lambda each: each.cost)
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
    best: dict[tuple[int, int, int, tuple[int, ...]], _State] = {}
    for state in states:
        key = (state.at.page, state.at.column, round(state.at.used / 9), state.waiting)
        if key not in best or state.cost < best[key].cost:
            best[key] = state
    return sorted(best.values(), key=lambda state: (state.cost, state.at.page, state.at.used))[:BEAM]
