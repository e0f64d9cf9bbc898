"""Where figures stand: one order for all editions of a briefing, so that a reader of two finds the same in both.

Each edition proposes the order that fills its own pages best; the one that fills those of all of them best is taken,
and bettered figure by figure.
Heights are estimates, so that an edition gets the same order whether it is built with the others or alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reportgen.document import Document
from reportgen.records import record
from reportgen.word.body.flow import Flow
from reportgen.word.body.paging import Sheets
from reportgen.word.pages.filling import OVER_HEADING, PASSED, filled
from reportgen.word.pages.units import Stretch, Unit, units

FARTHEST = 4
"""Units that a figure may be set behind for the sake of all editions, where none of them proposes more."""

WORTH = 0.5
"""What must be saved for that: a band of a tenth of a page."""

Passed = Mapping[str, int]
"""How many units each of those that float is set behind, by its name; those that stay where they were typed are not
there."""


@record
class Flowing:
    """An edition with what flows down its pages, and the heights that its charts may have."""

    document: Document
    flow: Flow
    stretches: Mapping[str, Stretch]

    def units(self) -> list[Unit]:
        """What is moved and set."""
        return units(self.document, self.flow, self.stretches)

    def ordered(self, passed: Passed) -> Flowing:
        """The same with its figures behind what they pass."""
        if not passed:
            return self
        order = [place for unit in _ordered(self.units(), passed) for place in unit.places]
        now = {place: index for index, place in enumerate(order)}
        document = replace(self.document, elements=tuple(self.document.elements[place] for place in order))
        moved = (replace(piece, place=now[piece.place]) for piece in self.flow.pieces)
        apart = tuple(replace(piece, place=now[piece.place]) for piece in self.flow.apart)
        flow = Flow(tuple(sorted(moved, key=lambda piece: piece.place)), self.flow.notes, apart)
        return Flowing(document, flow, self.stretches)


def one_order(editions: Sequence[Flowing], height: float) -> Passed:
    """What figures pass in every edition, on pages whose text is so many points high."""
    told = [(each.units(), Sheets(height, each.flow.notes)) for each in editions]
    proposals: list[Passed] = [{}]
    for each, sheets in told:
        best = filled(each, sheets, floating=True)
        proposed = {name: len(found) for name, found in _passings(each, [unit for unit, _ in best.chosen]).items()}
        if proposed not in proposals:
            proposals.append(proposed)
    if len(proposals) == 1:
        return {}

    costs: dict[tuple[int, ...], float] = {}  # by the edition and the order of its places: most figures pass little

    def cost_of(edition: int, passed: Passed) -> float:
        each, sheets = told[edition]
        order = _ordered(each, passed)
        key = (edition, *(unit.places[0] for unit in order))
        if key not in costs:
            costs[key] = filled(order, sheets).cost + _price(_passings(each, order))
        return costs[key]

    def cost(passed: Passed) -> float:
        return sum(cost_of(edition, passed) for edition in range(len(told)))

    names = dict.fromkeys(unit.floats for each, _ in told for unit in each if unit.floats)
    return _bettered(min(proposals, key=cost), list(names), cost)


def _bettered(best: Passed, names: Sequence[str], cost: Callable[[Passed], float]) -> Passed:
    """An order, figure after figure behind as much as fills the pages best."""
    least = cost(best)
    for name in names:
        for count in range(FARTHEST + 1):
            tried = {each: passed for each, passed in {**best, name: count}.items() if passed}
            if tried != best and (found := cost(tried)) < least - WORTH:
                best, least = tried, found
    return best


def _passings(told: Sequence[Unit], order: Sequence[Unit]) -> dict[str, list[Unit]]:
    """What is passed in an order by each that floats and passes something, by its name."""
    at = {unit.places: index for index, unit in enumerate(order)}
    text = [unit for unit in told if not unit.floats]
    found = {
        unit.floats: [each for each in text if each.places > unit.places and at[each.places] < at[unit.places]]
        for unit in told
        if unit.floats
    }
    return {name: passed for name, passed in found.items() if passed}


def _price(passings: Mapping[str, Sequence[Unit]]) -> float:
    """What it costs that figures stand behind what they were typed before."""
    return PASSED * sum(1 if unit.ends else OVER_HEADING for passed in passings.values() for unit in passed)


def _ordered(told: Sequence[Unit], passed: Passed) -> list[Unit]:
    """The units with those that float behind what they pass; they keep their own order, and stay in their section."""
    order: list[Unit] = []
    waiting: list[tuple[Unit, int]] = []
    for unit in told:
        if unit.floats:
            waiting.append((unit, passed.get(unit.floats, 0)))
        elif unit.passable:
            order.append(unit)
            waiting = [(each, left - 1) for each, left in waiting]
        else:
            order += (*(each for each, _ in waiting), unit)
            waiting = []
        while waiting and waiting[0][1] <= 0:
            order.append(waiting.pop(0)[0])
    return order + [each for each, _ in waiting]
