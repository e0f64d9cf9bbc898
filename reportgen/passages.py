"""A document as it was read: its passages, each with its kind, its place in words and its address in the file.

What a reader of a format gives and all that a comparison knows of a file. Not here: reading any format, and comparing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a passage is to its reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CAPTION = "caption"
    CELL = "cell"
    NOTE = "note"
    MARGIN = "margin"  # a header or a footer
    BOX = "box"
    SOURCE = "source"  # an entry of a list of sources, which stands in the language of what it names


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table: its row and the columns of the grid it spans, from 0; `head` rows are marked as such."""

    table: int
    row: int
    first: int
    last: int
    head: bool = False

    @property
    def columns(self) -> range:
        """The columns it spans."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph's text and its place; the language most of it is marked as, none where it is not marked.

    `level` is a heading's, from 1; 0 for what is no heading. `page` and `line` count from 1, 0 where they are not
    known; `line` is where the text starts in a file of plain text, `column` the character there. `address` is the
    reader's own: what it needs to find the passage in the file again, and nobody else looks into it.

    A reader leaves the rest alone: `block` is which of the reader's passages it was, and `shift` how many of that
    passage's characters stand before its text, where a comparison has parted it. `bare` is the text as printed where
    `text` has been completed with the unit of the column's head.
    """

    place: str
    text: str
    language: str = ""
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    cell: Cell | None = None
    page: int = 0
    line: int = 0
    column: int = 0
    address: tuple[str | int, ...] = ()
    block: int = -1
    shift: int = 0
    bare: str = ""

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.level > 0

    @property
    def printed(self) -> str:
        """The text as the file has it."""
        return self.bare or self.text
