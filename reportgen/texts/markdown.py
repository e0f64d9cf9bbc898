"""Markdown as passages: CommonMark with the tables, notes and struck-out words of GitHub. The only home of markdown-it.

Code blocks and front matter are no prose; neither is what is struck out. HTML inside is read as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reportgen.messages import Message, msg
from reportgen.passages import Cell, Kind, Passage
from reportgen.texts.html import read_html
from reportgen.texts.joining import joined

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\n(?:.*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)")
_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ \t]*\n)*(?: {4}|\t).*)*)", re.MULTILINE)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_INDENT = re.compile(r"^(?: {4}|\t)", re.MULTILINE)


def read_markdown(text: str) -> tuple[Passage, ...]:
    """Headings, paragraphs, list items and cells in order, the notes last, each with its line."""
    text = _FRONT_MATTER.sub(_blank, text, count=1) if _FRONT_MATTER.match(text) else text
    notes = list(_NOTE.finditer(text))
    found = list(_Walk(0).passages(_parsed(_NOTE.sub(_blank, text))))
    for note in notes:
        place = msg("note {note}", note=note[1])
        first = text.count("\n", 0, note.start())
        inside = _Walk(first).passages(_parsed(_INDENT.sub("", note[2])))
        found += [
            replace(each, kind=Kind.NOTE, place=msg("{place} {table}", place=place, table=each.place))
            for each in inside
        ]
    return tuple(found)


def _blank(match: re.Match[str]) -> str:
    """As many lines without words, so that those below keep their numbers."""
    return "\n" * match[0].count("\n")


def _parsed(text: str) -> Sequence[Token]:
    return _parser().parse(text)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


@dataclass(slots=True)
class _Walk:
    """One way through the blocks of a text, whose lines count on from `first`."""

    first: int
    level: int = 0
    items: int = 0
    tables: int = 0
    head: bool = False
    row: int = -1
    column: int = -1
    opened: list[str] = field(default_factory=list[str])

    def passages(self, tokens: Sequence[Token]) -> Iterator[Passage]:
        """The passages in order."""
        line = 0
        for token in tokens:
            line = token.map[0] if token.map else line
            if token.type == "inline":
                if words := _words(token.children or ()).strip():
                    yield self._passage(words, self.first + line + 1)
            elif token.type == "html_block":
                yield from self._html(token.content, self.first + line + 1)
            else:
                self._cross(token)

    def _html(self, html: str, line: int) -> Iterator[Passage]:
        """The passages of a piece of HTML, whose tables count on."""
        before = self.tables
        for passage in read_html(html):
            cell = passage.cell and replace(passage.cell, table=before + passage.cell.table)
            self.tables = cell.table if cell else self.tables
            yield replace(passage, place=msg("line {line}", line=line), line=line, cell=cell)

    def _cross(self, token: Token) -> None:
        """Enter a block or leave it."""
        match token.type:
            case "heading_open":
                self.level = int(token.tag[1:])
            case "heading_close":
                self.level = 0
            case "list_item_open" | "list_item_close":
                self.items += token.nesting
            case "table_open":
                self.tables, self.row = self.tables + 1, -1
            case "table_close":
                self.row = self.column = -1
            case "thead_open" | "thead_close":
                self.head = token.nesting > 0
            case "tr_open":
                self.row, self.column = self.row + 1, -1
            case "td_open" | "th_open":
                self.column += 1
            case _:
                pass

    def _passage(self, words: str, line: int) -> Passage:
        place: Message = msg("line {line}", line=line)
        if self.column >= 0:
            cell = Cell(self.tables, self.row, self.column, self.column, self.head)
            place = msg("{place}, cell {cell}", place=place, cell=self.column + 1)
            return Passage(place, words, kind=Kind.CELL, cell=cell, line=line)
        kind = Kind.HEADING if self.level else Kind.ITEM if self.items else Kind.PARAGRAPH
        return Passage(place, words, kind=kind, level=self.level, line=line)


def _words(tokens: Sequence[Token]) -> str:
    """The words of inline tokens; a line's end is a space where a language parts words by spaces."""
    told: list[str] = []
    struck = 0
    for token in tokens:
        if token.type in ("s_open", "s_close"):
            struck += token.nesting
        elif struck:
            continue
        elif token.type == "softbreak":
            told.append("\n")
        elif token.type == "hardbreak" or (token.type == "html_inline" and _BREAK.match(token.content)):
            told.append("\v")
        elif token.type == "image":
            told.append(_words(token.children or ()))
        elif token.type in ("text", "code_inline"):
            told.append(_NOTE_MARK.sub("", token.content))
    return joined("".join(told)).replace("\v", "\n")
