"""The sides of a difference: where a figure stands as a reader finds it, and the sentence around it.

Not here: what a figure disagrees with.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportgen.comparison.sentences import cut
from reportgen.comparison.stretches import Stretch
from reportgen.differences import Side
from reportgen.messages import msg
from reportgen.numbers import Found
from reportgen.passages import Cell, Passage

_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST_QUOTE = 200
_LONGEST_NAME = 40


@dataclass(slots=True)
class Source:
    """A document as it was read: number `number` of those compared, and the headings above each of its passages."""

    number: int
    read: Sequence[Passage]
    language: str
    above: list[tuple[tuple[int, ...], int]] = field(default_factory=list[tuple[tuple[int, ...], int]])
    rows: dict[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])
    columns: dict[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])

    def __post_init__(self) -> None:
        path: list[int] = []
        count = 0
        for block, passage in enumerate(self.read):
            if passage.level:
                path = [each for each in path if self.read[each].level < passage.level]
                self.above.append((tuple(path), 0))
                path.append(block)
                count = 0
                continue
            count += passage.cell is None
            self.above.append((tuple(path), count))
            if passage.cell:
                self._name(passage.cell, block)

    def _name(self, cell: Cell, block: int) -> None:
        """Note what may name a row or a column: the first cell of each."""
        if cell.first == 0:
            self.rows.setdefault((cell.table, cell.row), block)
        else:
            for column in cell.columns if _is_name(self.read[block].text) else ():
                self.columns.setdefault((cell.table, column), block)

    def side(self, stretch: Stretch, found: Found | None) -> Side:
        """Where a figure stands, or a stretch as a whole."""
        if found is None:
            return self.whole(stretch)
        passage, start = stretch.at(found.start)
        end = start + found.end - found.start
        left, right = _around(passage.text, start, end)
        quote = passage.text[left:right].strip()
        mark = start - left - (len(passage.text[left:right]) - len(passage.text[left:right].lstrip()))
        span = (0, len(passage.bare)) if passage.bare else (start, end)
        return self._side(passage, span, quote, (mark, mark + end - start), found)

    def whole(self, stretch: Stretch) -> Side:
        """Where a text stands, its first words quoted."""
        _, passage, start = stretch.parts[0]
        text = stretch.text if len(stretch.text) <= _LONGEST_QUOTE else stretch.text[:_LONGEST_QUOTE] + "…"
        stop = len(passage.text)
        if len(stretch.parts) == 1:
            stop = start + len(stretch.text)
        return self._side(passage, (start, stop), text, (0, len(text)), None)

    def after(self, passage: Passage) -> Side:
        """The place behind a passage, where what is missing would stand."""
        end = len(passage.printed)
        return self._side(passage, (end, end), "", (0, 0), None)

    def _side(
        self, passage: Passage, span: tuple[int, int], quote: str, mark: tuple[int, int], found: Found | None
    ) -> Side:
        start, end = span[0] + passage.shift, span[1] + passage.shift
        place = self.place(passage)
        return Side(
            *(self.number, passage.block, start, end, self.language, place, quote, *mark, found),
            *(passage.address, passage.page, passage.line, passage.column),
        )

    def place(self, passage: Passage) -> str:
        """The place of a passage in words: its own, then its row and column, its page, the headings above it."""
        place = passage.place
        if not 0 <= passage.block < len(self.read):
            return place
        if passage.cell:
            for number, told in (
                (self.rows.get((passage.cell.table, passage.cell.row)), "row"),
                (self.columns.get((passage.cell.table, passage.cell.first)), "column"),
            ):
                if number is not None and number != passage.block and (name := _shortened(self.read[number].text)):
                    place = (
                        msg("{place}, row “{name}”", place=place, name=name)
                        if told == "row"
                        else msg("{place}, column “{name}”", place=place, name=name)
                    )
        if passage.page:
            place = msg("{place}, page {page}", place=place, page=passage.page)
        above, count = self.above[passage.block]
        if above:
            path = " › ".join(_shortened(self.read[each].text) for each in above)
            if passage.cell or not count:
                return msg("{place}, under “{path}”", place=place, path=path)
            return msg("{place}, paragraph {count} under “{path}”", place=place, count=count, path=path)
        return place


def _is_name(text: str) -> bool:
    """Whether a cell names its column: it has a word, or is a year."""
    return any(map(str.isalpha, text)) or _YEAR.fullmatch(text.strip()) is not None


def _shortened(text: str) -> str:
    """A name in one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1].rstrip() + "…"


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a stretch begins and ends."""
    spans = cut(text)
    left = max((first for first, _ in spans if first <= start), default=0)
    right = min((last for _, last in spans if last >= end), default=len(text))
    return left, right
