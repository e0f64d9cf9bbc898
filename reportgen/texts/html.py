"""HTML as passages: the words that a reader of the page sees, block by block, tables as grids.

What is hidden, struck out, a script, navigation or preformatted code is not read; nothing is fetched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast
from xml.etree.ElementTree import Element

from lxml import etree  # pyright: ignore[reportMissingTypeStubs, reportAttributeAccessIssue, reportUnknownVariableType]

from reportgen.messages import Message, msg
from reportgen.passages import Cell, Kind, Passage
from reportgen.texts.joining import joined

_LXML = cast("Any", etree)  # lxml brings no types

_UNREAD = re.compile(
    "head|script|style|template|noscript|nav|pre|svg|math|iframe|object|select|textarea|button|del|s|strike"
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|h[1-6]|header|hr|html|li|main|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_KINDS = {
    "li": Kind.ITEM, "dt": Kind.ITEM, "dd": Kind.ITEM, "caption": Kind.CAPTION, "figcaption": Kind.CAPTION,
}  # fmt: skip
_HEADING = re.compile(r"h([1-6])")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\f]+")
_LONGEST_SPAN = 200
"""The most columns or rows that a cell is believed to span."""

_MOST_COLUMNS = 1_000
"""Cells beyond are read as if they stood in the last one."""


def read_html(text: str) -> tuple[Passage, ...]:
    """The passages of a page or of a piece of one."""
    if not text.strip():
        return ()
    parser = _LXML.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = _LXML.fromstring(_without_declaration(text), parser)
    except (_LXML.ParserError, _LXML.XMLSyntaxError, ValueError):
        return ()
    if root is None:  # nothing but comments
        return ()
    walk = _Walk()
    walk.block(cast("Element", root), Kind.PARAGRAPH, 0, None)
    return tuple(walk.found)


def _without_declaration(text: str) -> str:
    """lxml refuses a text that says in which bytes it was written."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)


@dataclass(slots=True)
class _Walk:
    """A page being read: the passages so far, the words of the paragraph that is open, and what has been counted."""

    found: list[Passage] = field(default_factory=list[Passage])
    words: list[str] = field(default_factory=list[str])
    met: Counter[str] = field(default_factory=Counter[str])
    line: int = 0

    def block(self, element: Element, kind: Kind, level: int, at: tuple[Cell, Message] | None) -> None:
        """Read a block: its words, and the blocks in it, each of which ends the paragraph before it."""
        self.line = _line(element)
        self._inline(element, kind, level, at)
        self._end(kind, level, at)

    def _inline(self, element: Element, kind: Kind, level: int, at: tuple[Cell, Message] | None) -> None:
        self.words.append(element.text or "")
        for child in element:
            name = child.tag
            if name == "br":
                self.words.append("\v")
            elif _BLOCK.fullmatch(name):
                if not _is_hidden(child):
                    self._end(kind, level, at)
                    self._inside(child, name, kind, at)
                    self.line = _line(child)
            elif not _UNREAD.fullmatch(name) and not _is_hidden(child) and not _is_note_mark(child, name):
                self._inline(child, kind, level, at)
            self.words.append(child.tail or "")

    def _inside(self, child: Element, name: str, kind: Kind, at: tuple[Cell, Message] | None) -> None:
        if name == "table":
            self._table(child)
        elif heading := _HEADING.fullmatch(name):
            self.block(child, Kind.CELL if at else Kind.HEADING, 0 if at else int(heading[1]), at)
        else:
            self.block(child, Kind.CELL if at else _KINDS.get(name, kind), 0, at)

    def _end(self, kind: Kind, level: int, at: tuple[Cell, Message] | None) -> None:
        """End the paragraph that is open."""
        text = joined(_SPACES.sub(" ", "".join(self.words))).replace("\v", "\n").strip()
        self.words.clear()
        if not text:
            return
        if at is None:
            self.met["paragraph"] += 1
            place = msg("paragraph {number}", number=self.met["paragraph"])
        else:
            place = at[1]
        self.found.append(Passage(place, text, kind=kind, level=level, cell=at[0] if at else None, line=self.line))

    def _table(self, table: Element) -> None:
        """A table's captions, then its cells, where they stand in its grid."""
        self.met["table"] += 1
        number = self.met["table"]
        for caption in (child for child in table if child.tag == "caption"):
            self.block(caption, Kind.CAPTION, 0, None)
        taken: Counter[int] = Counter()  # how many rows more a column is taken by a cell above
        for row_number, (row, in_head) in enumerate(_rows(table)):
            cells = [each for each in row if each.tag in ("td", "th") and not _is_hidden(each)]
            head = in_head or (bool(cells) and all(each.tag == "th" for each in cells))
            column = 0
            claimed: dict[int, int] = {}
            for cell_number, entry in enumerate(cells, 1):
                while column < _MOST_COLUMNS and taken[column]:
                    column += 1
                last = min(column + _span(entry, "colspan") - 1, max(column, _MOST_COLUMNS))
                claimed |= dict.fromkeys(range(column, last + 1), _span(entry, "rowspan"))
                place = msg(
                    "{table} row {row} cell {cell}",
                    table=msg("table {number}", number=number),
                    row=row_number + 1,
                    cell=cell_number,
                )
                self.block(entry, Kind.CELL, 0, (Cell(number, row_number, column, last, head), place))
                column = min(last + 1, _MOST_COLUMNS)
            taken = Counter({each: left - 1 for each, left in taken.items() if left > 1})
            taken += Counter({each: rows - 1 for each, rows in claimed.items() if rows > 1})


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, and whether they stand in its head; not those of tables inside."""
    for child in table:
        if child.tag == "tr":
            yield child, False
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from ((row, child.tag == "thead") for row in child if row.tag == "tr")


def _span(cell: Element, name: str) -> int:
    told = cell.get(name, "1").strip()
    return max(1, min(int(told), _LONGEST_SPAN)) if told.isdecimal() and len(told) < 6 else 1


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None


def _is_note_mark(element: Element, name: str) -> bool:
    """Whether a raised figure leads to a note: it is none of the text's."""
    return name == "sup" and next(element.iter("a"), None) is not None


def _line(element: Element) -> int:
    return getattr(element, "sourceline", None) or 0
