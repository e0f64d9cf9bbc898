"""How pieces fall on pages: what is kept together stays so, lines break two by two, notes stand at the foot.

The rules are those of Word and of LibreOffice where they agree. Heights come with the pieces; nothing is measured here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportgen.records import record
from reportgen.word.body.flow import Piece

SLACK = 1.5
"""Points that a layout may need more than was measured: what fits by less is not counted on."""

NOTE_LINE = 12.0
"""The line over the notes of a page, in points."""

_COLUMN = 0.3
"""The share of a column's height up to which pieces are counted as shared out over all columns."""

_WIDOW = 2
"""Lines of a paragraph that stay together at its head and at its foot."""


class Place(NamedTuple):
    """How far the pages are filled: the page, what is used of it, by its notes too, and what waits for the next."""

    page: int = 1
    used: float = 0.0
    gap: float = 0.0  # after the last piece
    notes: float = 0.0
    open: tuple[Piece, ...] = ()  # pieces kept with what is not there yet
    empty: tuple[float, ...] = ()  # shares of pages left empty, page by page; of one that a break ends, minus its fill


@record
class Sheets:
    """The pages: how high their text is, and the heights of notes."""

    height: float
    notes: Mapping[int, float]

    def laid(self, at: Place, pieces: Iterable[Piece]) -> Place:
        """The place after more pieces."""
        waiting = list(at.open)
        for piece in pieces:
            if piece.starts and waiting:
                at, waiting = self._set(at, waiting), []
            if piece.starts and at.used > 0:
                blank = _blank(at.page + 1, piece.hand)
                fill = -(at.used + at.notes) / self.height
                at = Place(at.page + 1 + blank, empty=(*at.empty, fill, *[0.0] * blank))
            waiting.append(piece)
            if not piece.kept:
                at = self._set(at, waiting)
                waiting = []
        return at._replace(open=tuple(waiting))

    def ended(self, at: Place) -> Place:
        """The place when nothing follows."""
        return self._set(at, at.open)._replace(open=()) if at.open else at

    def room(self, at: Place) -> float:
        """What is left of the page, in points."""
        return self.height - at.used - at.notes

    def _turned(self, at: Place) -> Place:
        """The head of the next page."""
        if at.used <= 0:
            return at
        return Place(at.page + 1, empty=(*at.empty, max(0.0, self.room(at)) / self.height))

    def _set(self, at: Place, chunk: Sequence[Piece]) -> Place:
        """The place after pieces that stay together; the last may break between its lines."""
        last = chunk[-1]
        lines = last.lines
        splits = lines >= 2 * _WIDOW
        share = 1 / last.columns
        whole = _stack(chunk)
        if at.used > 0:
            whole += max(at.gap, chunk[0].before)
        notes = self._notes(at, chunk)
        need = whole - (lines - _WIDOW) * last.line if splits else whole
        if last.columns > 1 and need < _COLUMN * self.height:
            need *= share
        if at.used > 0 and need + notes > self.room(at) - SLACK:
            at = self._turned(at)
            whole = _stack(chunk) + chunk[0].again
            notes = self._notes(at, chunk)
        used = at.used + whole * share
        if used + at.notes + notes <= self.height or not splits:
            return self._fallen(at, used, last.after, notes)
        return self._split(at, used, last, notes)

    def _split(self, at: Place, used: float, last: Piece, notes: float) -> Place:
        """The place after a piece whose last lines stand on the next page."""
        over = used + at.notes + notes - self.height
        line = last.line / last.columns
        moved = max(_WIDOW, -int(-over // line))
        left = at._replace(used=used - moved * line, notes=at.notes + notes)
        empty = (*at.empty, max(0.0, self.room(left)) / self.height)
        return self._fallen(Place(at.page + 1, empty=empty), moved * line, last.after, 0.0)

    def _fallen(self, at: Place, used: float, after: float, notes: float) -> Place:
        page, empty = at.page, at.empty
        while used > self.height:  # what is higher than a page goes on, on the next ones
            page, used, empty = page + 1, used - self.height, (*empty, 0.0)
        return Place(page, used, after, at.notes + notes if page == at.page else 0.0, (), empty)

    def _notes(self, at: Place, chunk: Sequence[Piece]) -> float:
        called = [self.notes.get(number, 0.0) for piece in chunk if piece.notes for number in piece.notes]
        return sum(called) + (NOTE_LINE if called and not at.notes else 0.0)


def _blank(page: int, hand: str) -> int:
    """How many pages stay empty before one of a side."""
    return int(hand != "" and (page % 2 == 0) != (hand == "left"))


def _stack(chunk: Sequence[Piece]) -> float:
    """How high pieces are together, with the space between them, without that around them."""
    if len(chunk) == 1:  # most are, and this is asked for thousands of times
        return chunk[0].height
    between = sum(max(one.after, other.before) for one, other in pairwise(chunk))
    return sum(piece.height for piece in chunk) + between
