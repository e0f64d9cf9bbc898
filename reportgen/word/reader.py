"""The text of any Word file, made here or not: passage by passage in reading order, each with its place.

What was deleted under tracked changes is not read; of two versions of one drawing the first is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
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

_BLOCKS = {"p", "tbl"}
_HEADING_NAME = re.compile(r"(?:heading |标题 ?)([1-9])$")
_DEEPEST_BASE = 10
"""How many styles deep a heading's style may be based on another: Word allows about as many."""


def read_text(source: bytes | Path, name: str = "") -> tuple[Passage, ...]:
    """Every paragraph that holds words; WordFileError when the file is none of Word's or is not safe to open."""
    opened = open_word(source, name)
    return tuple(_passages(opened))


@dataclass(slots=True)
class _Count:
    """How many paragraphs, tables and text boxes have been met so far, and the heading levels of styles."""

    headings: Mapping[str, int] = field(default_factory=dict[str, int])
    met: Counter[str] = field(default_factory=Counter[str])

    def next(self, what: str) -> Message:
        """The place of the next one."""
        self.met[what] += 1
        return _PLACES[what](self.met[what])


def _passages(opened: WordPackage) -> Iterator[Passage]:
    count = _Count(_heading_styles(opened))
    yield from _blocks(opened.part(opened.main), "", count)
    for relation in opened.relations(opened.main):
        if relation.kind not in _STORIES or relation.external or relation.target not in opened.sizes:
            continue
        root, what = opened.part(relation.target), _STORIES[relation.kind]
        if relation.kind in ("header", "footer"):
            yield from _blocks(root, count.next(what), count)
            continue
        for note in root:
            if attribute(note, "type") is None:  # those with a type are the lines above the notes
                yield from _blocks(note, _PLACES[what](attribute(note, "id")), count)


def _heading_styles(opened: WordPackage) -> dict[str, int]:
    """The levels of the styles of headings by their ids: called so, of the outline, or based on one of these."""
    listed = next((each.target for each in opened.relations(opened.main) if each.kind == "styles"), "")
    if listed not in opened.sizes:
        return {}
    levels: dict[str, int] = {}
    bases: dict[str, str] = {}
    for style in opened.part(listed):
        name, style_id = _value(style, "name").lower(), attribute(style, "styleId") or ""
        outlined = max((_outline_level(each) for each in style if local(each) == "pPr"), default=0)
        if level := int(named[1]) if (named := _HEADING_NAME.match(name)) else outlined:
            levels[style_id] = level
        bases[style_id] = _value(style, "basedOn")
    for _ in range(_DEEPEST_BASE):
        levels = {style: levels[base] for style, base in bases.items() if base in levels} | levels
    return levels


def _value(parent: Element, name: str) -> str:
    """The value of a child by its name; empty where there is none."""
    return next((attribute(child, "val") or "" for child in parent if local(child) == name), "")


def _outline_level(properties: Element) -> int:
    """A paragraph's level in the outline, from 1; 0 where it has none, which Word says by a 9."""
    level = _value(properties, "outlineLvl")
    return int(level) + 1 if level in tuple("012345678") else 0


def _blocks(parent: Element, place: str, count: _Count, cell: Cell | None = None) -> Iterator[Passage]:
    """The paragraphs under an element, in tables too; `place` is empty in the body, whose paragraphs are counted."""
    for child in parent:
        name = local(child)
        if name == "p":
            yield from _paragraph(child, place, count, cell)
        elif name == "tbl":
            yield from _table(child, place, count)
        elif name not in _UNREAD:
            yield from _blocks(child, place, count, cell)


def _table(table: Element, place: str, count: _Count) -> Iterator[Passage]:
    table_place = count.next("table")
    full_place = msg("{place} {table}", place=place, table=table_place) if place else table_place
    number = count.met["table"]
    for row_number, row in enumerate(_inside(table, "tr")):
        head = any(_switched_on(each, "tblHeader") for each in row if local(each) == "trPr")
        column = sum(_whole(each, "gridBefore") for each in row if local(each) == "trPr")
        for cell_number, entry in enumerate(_inside(row, "tc"), 1):
            span = max(1, *(_whole(each, "gridSpan") for each in entry if local(each) == "tcPr"), 0)
            cell = Cell(number, row_number, column, column + span - 1, head)
            told_cell = msg("{table} row {row} cell {cell}", table=full_place, row=row_number + 1, cell=cell_number)
            yield from _blocks(entry, told_cell, count, cell)
            column += span


def _switched_on(properties: Element, name: str) -> bool:
    """Whether a switch stands among the properties, and not as off."""
    return any(local(each) == name and attribute(each, "val") not in ("0", "false", "off") for each in properties)


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


def _paragraph(paragraph: Element, place: str, count: _Count, cell: Cell | None) -> Iterator[Passage]:
    """The paragraph, then the text boxes that hang on it."""
    reading = _Reading()
    if text := "".join(reading.words(paragraph)).strip():
        properties = next((each for each in paragraph if local(each) == "pPr"), None)
        level = 0
        if properties is not None:
            level = _outline_level(properties) or count.headings.get(_value(properties, "pStyle"), 0)
        kind = Kind.CELL if cell else Kind.HEADING if level else Kind.PARAGRAPH
        yield Passage(place or count.next("paragraph"), text, reading.language, kind, level, cell)
    for box in reading.boxes:
        yield from _blocks(box, count.next("box"), count)


@dataclass(slots=True)
class _Reading:
    """One paragraph being read: its text boxes, the fields it is inside of, and the letters in each language."""

    boxes: list[Element] = field(default_factory=list[Element])
    letters: Counter[str] = field(default_factory=Counter[str])
    fields: list[str] = field(default_factory=list[str])  # their instructions, the innermost last

    @property
    def language(self) -> str:
        """The language of most letters; a Chinese character counts as two, since it says as much."""
        return max(self.letters, key=lambda name: self.letters[name], default="")

    def words(self, element: Element, marked: tuple[str, str] = ("", "")) -> Iterator[str]:
        """The text under an element; the results of fields that only count are left out."""
        for child in element:
            name = local(child)
            if name == "fldChar":
                self._cross(attribute(child, "fldCharType"))
            elif name == "instrText" and self.fields:
                self.fields[-1] += child.text or ""
            elif name == "fldSimple":
                self.fields.append(attribute(child, "instr") or "")
                yield from self.words(child, marked)
                self.fields.pop()
            elif name == "txbxContent":
                self.boxes.append(child)
            elif name == "t" and not self._counting:
                yield self._counted(child.text or "", marked)
            elif name in _LETTERS:
                yield _LETTERS[name]
            elif name not in _UNREAD:
                yield from self.words(child, _marked(child) if name == "r" else marked)

    def _cross(self, edge: str | None) -> None:
        """Begin a field or end one; one that began in another paragraph is none of this one's."""
        if edge == "begin":
            self.fields.append("")
        elif edge == "end" and self.fields:
            self.fields.pop()

    @property
    def _counting(self) -> bool:
        return any(instruction.split()[:1] in _COUNTING for instruction in self.fields)

    def _counted(self, text: str, marked: tuple[str, str]) -> str:
        latin, east_asian = marked
        for piece, wide in split_scripts(text, cjk=False) if latin or east_asian else ():
            if (language := east_asian if wide else latin) and (letters := sum(map(str.isalpha, piece))):
                self.letters[language] += letters * (2 if wide else 1)
        return text


def _marked(run: Element) -> tuple[str, str]:
    """The languages a run is marked as: of its Latin words, of its East Asian words."""
    for properties in run:
        if local(properties) == "rPr":
            for entry in properties:
                if local(entry) == "lang":
                    return attribute(entry, "val") or "", attribute(entry, "eastAsia") or ""
    return "", ""
