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

UNLEVEL = 12.0
"""Points by which LibreOffice 7.4 leaves columns longer than they need to be to end level: about a line."""

NOTE_LINE = 12.0
"""The line over the notes of a page, in points."""

_WIDOW = 2
"""Lines of a paragraph that stay together at its head and at its foot."""


class Block(NamedTuple):
    """Pieces that stay together, in points; of the last, lines may stand in another column."""

    height: float
    before: float
    after: float
    lines: int = 0  # that may be parted, at the end
    line: float = 0.0


class Place(NamedTuple):
    """How far the pages are filled: the page, what is used of it, by its notes too, and what waits for the next.

    In columns it is the column that is used so far; `top` tells where the columns of this page begin.
    """

    page: int = 1
    used: float = 0.0
    gap: float = 0.0  # after the last piece
    notes: float = 0.0
    open: tuple[Piece, ...] = ()  # pieces kept with what is not there yet
    empty: tuple[float, ...] = ()  # shares of pages left empty, page by page; of one that a break ends, minus its fill
    columns: int = 1
    column: int = 0
    top: float = 0.0
    bare: float = 0.0  # what the columns before this one leave empty on this page
    held: tuple[Block, ...] = ()  # what stands in the columns of this page
    turned: tuple[int, ...] = ()  # elements that no column of their page has room for, by their places


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
                at = self._level(at)
                blank = _blank(at.page + 1, piece.hand)
                fill = -(at.used + at.notes) / self.height
                at = Place(at.page + 1 + blank, empty=(*at.empty, fill, *[0.0] * blank), turned=at.turned)
            waiting.append(piece)
            if not piece.kept:
                at = self._set(at, waiting)
                waiting = []
        return at._replace(open=tuple(waiting))

    def ended(self, at: Place) -> Place:
        """The place when nothing follows."""
        return self._level(self._set(at, at.open)._replace(open=()) if at.open else at)

    def room(self, at: Place) -> float:
        """What is left of the page, in points."""
        return self.height - at.used - at.notes

    def _turned(self, at: Place) -> Place:
        """The head of the next page."""
        if at.used <= 0:
            return at
        return Place(at.page + 1, empty=(*at.empty, max(0.0, self.room(at)) / self.height), turned=at.turned)

    def _set(self, at: Place, chunk: Sequence[Piece]) -> Place:
        """The place after pieces that stay together; the last may break between its lines."""
        last = chunk[-1]
        if last.columns != at.columns:
            at = self._level(at)
        if last.columns > 1:
            return self._in_columns(at, chunk)
        lines = last.lines
        splits = lines >= 2 * _WIDOW and not (last.row and len(chunk) > 1)  # the row under a heading stays whole
        whole = _stack(chunk)
        if at.used > 0:
            whole += max(at.gap, chunk[0].before)
        notes = self._notes(at, chunk)
        need = whole - (lines - _WIDOW) * last.line if splits else whole
        if at.used > 0 and need + notes > self.room(at) - SLACK:
            at = self._turned(at)
            whole = _stack(chunk) + chunk[0].again
            notes = self._notes(at, chunk)
        used = at.used + whole
        if used + at.notes + notes <= self.height or not splits:
            return self._fallen(at, used, last.after, notes)
        return self._split(at, used, last, notes)

    def _split(self, at: Place, used: float, last: Piece, notes: float) -> Place:
        """The place after a piece whose last lines stand on the next page."""
        over = used + at.notes + notes - self.height
        moved = max(_WIDOW, -int(-over // last.line))
        left = at._replace(used=used - moved * last.line, notes=at.notes + notes)
        empty = (*at.empty, max(0.0, self.room(left)) / self.height)
        after = Place(at.page + 1, empty=empty, turned=at.turned)
        return self._fallen(after, moved * last.line, last.after, 0.0)

    def _fallen(self, at: Place, used: float, after: float, notes: float) -> Place:
        page, empty = at.page, at.empty
        while used > self.height:  # what is higher than a page goes on, on the next ones
            page, used, empty = page + 1, used - self.height, (*empty, 0.0)
        return Place(page, used, after, at.notes + notes if page == at.page else 0.0, (), empty, turned=at.turned)

    def _in_columns(self, at: Place, chunk: Sequence[Piece]) -> Place:
        """The place after pieces that stay together in a column of text."""
        last = chunk[-1]
        if at.columns == 1:
            top = at.used + at.gap if at.used > 0 else 0.0
            at = at._replace(columns=last.columns, column=0, top=top, used=top, gap=0.0, bare=0.0, held=())
        notes = self._notes(at, chunk)
        lines = last.lines if last.lines >= 2 * _WIDOW else 0
        block = Block(_stack(chunk) + chunk[0].again, chunk[0].before, last.after, lines, last.line)
        if at.top > 0 and _least(block) > self.height - at.notes - notes - at.top - SLACK:
            turned = (*at.turned, chunk[0].place) if at.used > at.top and chunk[0].kept else at.turned
            at = self._next_page(at._replace(turned=turned))
        at = at._replace(notes=at.notes + notes)
        while block.height > 0:
            at, block = self._put(at, block)
        return at

    def _put(self, at: Place, block: Block) -> tuple[Place, Block]:
        """The place after as much of a block as the column has room for, and the rest of it."""
        floor = self.height - at.notes - SLACK
        fresh = at.used <= at.top
        start = at.used + (0.0 if fresh else max(at.gap, block.before))
        fits = start + block.height <= floor
        if fits or (
            fresh and not block.lines and at.top == 0
        ):  # what is higher than a column stands in one all the same
            held = (*at.held, block)
            return at._replace(used=min(start + block.height, self.height), gap=block.after, held=held), _NOTHING
        own = int((floor - start - _head(block)) // block.line) if block.lines else 0
        own = min(own, block.lines - _WIDOW)
        if own >= _WIDOW:
            stays = Block(_head(block) + own * block.line, block.before, 0.0, own, block.line)
            left = block.lines - own
            block = Block(left * block.line, 0.0, block.after, left, block.line)
            at = at._replace(used=start + stays.height, held=(*at.held, stays))
        elif fresh and at.top == 0:
            return at._replace(used=self.height, gap=block.after), _NOTHING
        if at.column + 1 < at.columns:
            bare = at.bare + max(0.0, floor - at.used)
            return at._replace(column=at.column + 1, used=at.top, gap=0.0, bare=bare), block
        return self._next_page(at), block

    def _next_page(self, at: Place) -> Place:
        """The first column of the next page."""
        floor = self.height - at.notes
        bare = at.bare + max(0.0, floor - at.used) + (at.columns - 1 - at.column) * max(0.0, floor - at.top)
        empty = (*at.empty, bare / at.columns / self.height)
        return Place(at.page + 1, empty=empty, columns=at.columns, turned=at.turned)

    def _level(self, at: Place) -> Place:
        """The place under columns, which end level."""
        if at.columns == 1:
            return at
        least = sum(block.height for block in at.held) / at.columns
        most = self.height - at.top
        while most - least > 2:
            middle = (least + most) / 2
            least, most = (least, middle) if _holds(at.held, at.columns, middle) else (middle, most)
        used = min(self.height, at.top + most + UNLEVEL) if at.held else at.used
        return at._replace(columns=1, column=0, top=0.0, used=used, bare=0.0, held=())

    def _notes(self, at: Place, chunk: Sequence[Piece]) -> float:
        called = [self.notes.get(number, 0.0) for piece in chunk if piece.notes for number in piece.notes]
        return sum(called) + (NOTE_LINE if called and not at.notes else 0.0)


_NOTHING = Block(0.0, 0.0, 0.0)


def _head(block: Block) -> float:
    """How high a block is without the lines that may be parted."""
    return block.height - block.lines * block.line


def _least(block: Block) -> float:
    """The room that a block needs at the head of a column."""
    return _head(block) + _WIDOW * block.line if block.lines else block.height


def _holds(blocks: Sequence[Block], columns: int, height: float) -> bool:
    """Whether so many columns that are so high hold the blocks."""
    column, used, gap = 0, 0.0, 0.0
    for block in blocks:
        rest = block
        while rest.height > 0:
            start = used + (max(gap, rest.before) if used else 0.0)
            if start + rest.height <= height:
                used, gap, rest = start + rest.height, rest.after, _NOTHING
                continue
            own = min(int((height - start - _head(rest)) // rest.line), rest.lines - _WIDOW) if rest.lines else 0
            if own >= _WIDOW:
                left = rest.lines - own
                rest = Block(left * rest.line, 0.0, rest.after, left, rest.line)
            elif not used:
                return False
            column, used, gap = column + 1, 0.0, 0.0
            if column == columns:
                return False
    return True


def _blank(page: int, hand: str) -> int:
    """How many pages stay empty before one of a side."""
    return int(hand != "" and (page % 2 == 0) != (hand == "left"))


def _stack(chunk: Sequence[Piece]) -> float:
    """How high pieces are together, with the space between them, without that around them."""
    if len(chunk) == 1:  # most are, and this is asked for thousands of times
        return chunk[0].height
    between = sum(max(one.after, other.before) for one, other in pairwise(chunk))
    return sum(piece.height for piece in chunk) + between
