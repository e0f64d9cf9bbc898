"""The text of any Word file, made here or not: passage by passage in reading order, each with its place.

Tracked changes are read as accepted: what was deleted is not read. Neither is hidden text, which no print shows, nor a
note's mark; of two versions of one drawing the first is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

from reportgen.messages import Message, msg
from reportgen.passages import Cell, Kind, Passage
from reportgen.word.ooxml.package_reader import WordPackage, attribute, local, open_word
from reportgen.word.styles.scripts import split_scripts

_STORIES = {"footnotes": "footnote", "endnotes": "endnote", "header": "header", "footer": "footer"}
"""The parts read after the body, by their relation's kind, and what stands there."""

_PLACES: dict[str, Callable[[object], Message]] = {
    "paragraph": lambda number: msg("body paragraph {number}", number=number),
    "table": lambda number: msg("table {number}", number=number),
    "box": lambda number: msg("text box {number}", number=number),
    "footnote": lambda number: msg("footnote {number}", number=number),
    "endnote": lambda number: msg("endnote {number}", number=number),
    "header": lambda number: msg("header {number}", number=number),
    "footer": lambda number: msg("footer {number}", number=number),
}
"""What a place is called."""

_LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_UNREAD = {"del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sectPr", "rt", "Fallback", "binData"}
_COUNTING = (["PAGE"], ["NUMPAGES"], ["PAGEREF"], ["NOTEREF"])
"""Fields whose results are no words of the text: they count pages and notes."""

_CONTAINERS = ("hyperlink", "ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo")
"""What holds runs of its own, each hidden or not."""

_BLOCKS = {"p", "tbl"}
_BOOKMARKS = ("bookmarkStart", "bookmarkEnd")
_HEADING_NAME = re.compile(r"(?:heading |标题 ?)([1-9])$")
_MARK_NAME = re.compile(r"(?:foot|end)note reference$|[脚尾]注引用$")
"""The styles of notes' marks: a number told in one is no word of its sentence."""

_SOURCE_NAME = re.compile(r"bibliography|书目$|参考文献$")
_CAPTION_NAMES = ("caption", "题注", "图表标题")
_DEEPEST_BASE = 10
"""How many styles deep a heading's style may be based on another: Word allows about as many."""


def read_text(source: bytes | Path, name: str = "") -> tuple[Passage, ...]:
    """Every paragraph that holds words; WordFileError when the file is none of Word's or is not safe to open."""
    return tuple(each.passage for each in paragraphs_of(open_word(source, name)))


@dataclass(frozen=True, slots=True)
class Piece:
    """An element that prints characters (w:t, w:tab …), and those it prints."""

    element: Element
    text: str


@dataclass(frozen=True, slots=True)
class BookmarkEdge:
    """Where a bookmark opens or ends in a paragraph: before which of the characters that its pieces print.

    `name` is that of one that opens; `tie` is what both edges share.
    """

    tie: str
    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A passage with the paragraph it was read from; `lead` blanks of the pieces stand before the passage's text.

    `edges` are those of the bookmarks in it, in their order.
    `host` is the paragraph of the body that a text box hangs on, or the paragraph itself; None in notes and margins.
    `story` is footnote, endnote, header or footer, empty in the body; `note` the id of a note.
    """

    passage: Passage
    element: Element
    pieces: tuple[Piece, ...]
    lead: int
    host: Element | None = None
    story: str = ""
    note: str = ""
    edges: tuple[BookmarkEdge, ...] = ()


def paragraphs_of(opened: WordPackage, body: Element | None = None) -> Iterator[ReadParagraph]:
    """Every paragraph that holds words, in the order of `read_text`; `body` is the main part where it is at hand."""
    count = _Count(_styles(opened))
    yield from _blocks(opened.part(opened.main) if body is None else body, _At(), count)
    for relation in opened.relations(opened.main):
        if relation.kind not in _STORIES or relation.external or relation.target not in opened.sizes:
            continue
        root, what = opened.part(relation.target), _STORIES[relation.kind]
        if relation.kind in ("header", "footer"):
            yield from _blocks(root, _At(count.next(what), story=what, kind=Kind.MARGIN), count)
            continue
        for note in root:
            if attribute(note, "type") is None:  # those with a type are the lines above the notes
                note_id = attribute(note, "id") or ""
                yield from _blocks(note, _At(_PLACES[what](note_id), story=what, note=note_id, kind=Kind.NOTE), count)


@dataclass(frozen=True, slots=True)
class _Styles:
    """What a file's styles tell by their ids: headings with their levels, captions, sources, lists, what is hidden."""

    headings: Mapping[str, int] = field(default_factory=dict[str, int])
    captions: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()  # the marks of notes too


@dataclass(frozen=True, slots=True)
class _At:
    """Where a paragraph stands: what its place is called, empty in the body; its cell; the paragraph a box hangs on."""

    place: str = ""
    cell: Cell | None = None
    host: Element | None = None
    story: str = ""
    note: str = ""
    kind: Kind = Kind.PARAGRAPH


@dataclass(slots=True)
class _Count:
    """How many paragraphs, tables and text boxes have been met so far, and what the styles tell."""

    styles: _Styles = field(default_factory=_Styles)
    met: Counter[str] = field(default_factory=Counter[str])
    edges: list[BookmarkEdge] = field(default_factory=list[BookmarkEdge])  # of bookmarks between paragraphs

    def next(self, what: str) -> Message:
        """The place of the next one."""
        self.met[what] += 1
        return _PLACES[what](self.met[what])


def _styles(opened: WordPackage) -> _Styles:
    """What the styles are: called so, with such a property, or based on one of these."""
    listed = next((each.target for each in opened.relations(opened.main) if each.kind == "styles"), "")
    if listed not in opened.sizes:
        return _Styles()
    headings: dict[str, int] = {}
    marked: dict[str, set[str]] = {"caption": set(), "source": set(), "list": set(), "hidden": set()}
    bases: dict[str, str] = {}
    for style in opened.part(listed):
        name, style_id = _value(style, "name").lower(), attribute(style, "styleId") or ""
        properties = [each for each in style if local(each) == "pPr"]
        outlined = max(map(_outline_level, properties), default=0)
        if level := int(named[1]) if (named := _HEADING_NAME.match(name)) else outlined:
            headings[style_id] = level
        if name in _CAPTION_NAMES:
            marked["caption"].add(style_id)
        if _SOURCE_NAME.match(name):
            marked["source"].add(style_id)
        if any(_is_numbered(each) for each in properties):
            marked["list"].add(style_id)
        if _MARK_NAME.match(name) or any(_switched_on(each, "vanish") for each in style if local(each) == "rPr"):
            marked["hidden"].add(style_id)
        bases[style_id] = _value(style, "basedOn")
    for _ in range(_DEEPEST_BASE):
        headings = {style: headings[base] for style, base in bases.items() if base in headings} | headings
        for each in marked.values():
            each |= {style for style, base in bases.items() if base in each}
    return _Styles(headings, *map(frozenset, marked.values()))


def _value(parent: Element, name: str) -> str:
    """The value of a child by its name; empty where there is none."""
    return next((attribute(child, "val") or "" for child in parent if local(child) == name), "")


def _outline_level(properties: Element) -> int:
    """A paragraph's level in the outline, from 1; 0 where it has none, which Word says by a 9."""
    level = _value(properties, "outlineLvl")
    return int(level) + 1 if level in tuple("012345678") else 0


def _is_numbered(properties: Element) -> bool:
    """Whether a paragraph is an item of a list; the list 0 is none."""
    return any(_value(each, "numId") not in ("", "0") for each in properties if local(each) == "numPr")


def _blocks(parent: Element, at: _At, count: _Count) -> Iterator[ReadParagraph]:
    """The paragraphs under an element, in tables too."""
    for child in parent:
        name = local(child)
        if name == "p":
            yield from _paragraph(child, at, count)
        elif name == "tbl":
            yield from _table(child, at, count)
        elif name in _BOOKMARKS:
            count.edges.append(_edge(child, 0))
        elif name not in _UNREAD:
            yield from _blocks(child, at, count)


def _edge(element: Element, offset: int) -> BookmarkEdge:
    name = (attribute(element, "name") or "") if local(element) == "bookmarkStart" else ""
    return BookmarkEdge(attribute(element, "id") or "", name, offset)


def _table(table: Element, at: _At, count: _Count) -> Iterator[ReadParagraph]:
    table_place = count.next("table")
    full_place = msg("{place} {table}", place=at.place, table=table_place) if at.place else table_place
    number = count.met["table"]
    for row_number, row in enumerate(_inside(table, "tr")):
        head = any(_switched_on(each, "tblHeader") for each in row if local(each) == "trPr")
        column = sum(_whole(each, "gridBefore") for each in row if local(each) == "trPr")
        for cell_number, entry in enumerate(_inside(row, "tc"), 1):
            span = max(1, *(_whole(each, "gridSpan") for each in entry if local(each) == "tcPr"), 0)
            cell = Cell(number, row_number, column, column + span - 1, head)
            told_cell = msg("{table} row {row} cell {cell}", table=full_place, row=row_number + 1, cell=cell_number)
            yield from _blocks(entry, replace(at, place=told_cell, cell=cell), count)
            column += span


def _switched_on(properties: Element, name: str) -> bool:
    """Whether a switch stands among the properties, and not as off."""
    return any(local(each) == name and _is_on(each) for each in properties)


def _is_on(switch: Element) -> bool:
    return attribute(switch, "val") not in ("0", "false", "off")


def _whole(properties: Element, name: str) -> int:
    """A small whole number among the properties; 0 where there is none."""
    value = _value(properties, name)
    return int(value) if value.isdecimal() and len(value) < 4 else 0


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) not in _UNREAD and local(child) not in ("tr", "tc", *_BLOCKS):
            yield from _inside(child, name)


def _paragraph(paragraph: Element, at: _At, count: _Count) -> Iterator[ReadParagraph]:
    """The paragraph, then the text boxes that hang on it."""
    properties = next((each for each in paragraph if local(each) == "pPr"), None)
    style = "" if properties is None else _value(properties, "pStyle")
    reading = _Reading(count.styles.hidden)
    host = at.host if at.host is not None or at.story else paragraph
    raw = "".join(reading.words(paragraph, _Run(hidden=style in count.styles.hidden)))
    if text := raw.strip():
        level = 0 if properties is None else _outline_level(properties) or count.styles.headings.get(style, 0)
        kind = _kind(at, count.styles, level, style, properties)
        place = at.place or count.next("paragraph")
        passage = Passage(place, text, reading.language, kind, level, at.cell)
        lead = len(raw) - len(raw.lstrip())
        pieces, edges = tuple(reading.pieces), (*count.edges, *reading.edges)
        count.edges.clear()
        yield ReadParagraph(passage, paragraph, pieces, lead, host, at.story, at.note, edges)
    for box in reading.boxes:
        inside = replace(at, place=count.next("box"), cell=None, host=host, kind=Kind.BOX)
        yield from _blocks(box, inside, count)


def _kind(at: _At, styles: _Styles, level: int, style: str, properties: Element | None) -> Kind:
    if at.cell:
        return Kind.CELL
    if level:
        return Kind.HEADING
    if at.kind is not Kind.PARAGRAPH:
        return at.kind
    if style in styles.captions:
        return Kind.CAPTION
    if style in styles.sources:
        return Kind.SOURCE
    listed = style in styles.lists or (properties is not None and _is_numbered(properties))
    return Kind.ITEM if listed else Kind.PARAGRAPH


class _Run(NamedTuple):
    """What a run is: the languages of its Latin and of its East Asian words, and whether it is hidden."""

    latin: str = ""
    east_asian: str = ""
    hidden: bool = False


@dataclass(slots=True)
class _Reading:
    """One paragraph being read: its text boxes, the fields it is inside of, and the letters in each language."""

    hidden: frozenset[str] = frozenset()  # the styles of what is not read
    pieces: list[Piece] = field(default_factory=list[Piece])
    boxes: list[Element] = field(default_factory=list[Element])
    letters: Counter[str] = field(default_factory=Counter[str])
    marked: bool = False  # the words that follow are a note's mark
    fields: list[str] = field(default_factory=list[str])  # their instructions, the innermost last
    edges: list[BookmarkEdge] = field(default_factory=list[BookmarkEdge])
    length: int = 0  # of what the pieces print

    @property
    def language(self) -> str:
        """The language of most letters; a Chinese character counts as two, since it says as much."""
        return max(self.letters, key=lambda name: self.letters[name], default="")

    def words(self, element: Element, run: _Run) -> Iterator[str]:
        """The text under an element; the results of fields that only count are left out."""
        for child in element:
            name = local(child)
            if name == "fldChar":
                self._cross(attribute(child, "fldCharType"))
            elif name == "instrText" and self.fields:
                self.fields[-1] += child.text or ""
            elif name == "fldSimple":
                self.fields.append(attribute(child, "instr") or "")
                yield from self.words(child, run)
                self.fields.pop()
            elif name == "txbxContent":
                self.boxes.append(child)
            elif name in _BOOKMARKS:
                self.edges.append(_edge(child, self.length))
            elif name == "footnoteReference":
                self.marked = attribute(child, "customMarkFollows") in ("1", "true", "on")
            elif name == "t" and self.marked:  # a mark that its author typed
                self.marked = not (child.text or "").strip()
            elif run.hidden and name not in ("r", *_CONTAINERS):
                continue
            elif name == "t" and not self._counting:
                yield self._printed(child, self._counted(child.text or "", run))
            elif name in _LETTERS:
                yield self._printed(child, _LETTERS[name])
            elif name not in _UNREAD:
                yield from self.words(child, self._run(child, run) if name == "r" else run)

    def _printed(self, element: Element, text: str) -> str:
        self.pieces.append(Piece(element, text))
        self.length += len(text)
        return text

    def _run(self, run: Element, outside: _Run) -> _Run:
        """What a run's properties say, and what they leave as it is outside."""
        hidden, latin, east_asian = outside.hidden, "", ""
        for properties in (each for each in run if local(each) == "rPr"):
            for entry in properties:
                match local(entry):
                    case "lang":
                        latin, east_asian = attribute(entry, "val") or "", attribute(entry, "eastAsia") or ""
                    case "rStyle":
                        hidden = hidden or attribute(entry, "val") in self.hidden
                    case "vanish":
                        hidden = _is_on(entry)
                    case _:
                        pass
        return _Run(latin, east_asian, hidden)

    def _cross(self, edge: str | None) -> None:
        """Begin a field or end one; one that began in another paragraph is none of this one's."""
        if edge == "begin":
            self.fields.append("")
        elif edge == "end" and self.fields:
            self.fields.pop()

    @property
    def _counting(self) -> bool:
        return any(instruction.split()[:1] in _COUNTING for instruction in self.fields)

    def _counted(self, text: str, run: _Run) -> str:
        for piece, wide in split_scripts(text, cjk=False) if run.latin or run.east_asian else ():
            language = run.east_asian if wide else run.latin
            if language and (letters := sum(map(str.isalpha, piece))):
                self.letters[language] += letters * (2 if wide else 1)
        return text
