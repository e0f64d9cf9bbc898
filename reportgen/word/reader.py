"""The text of any Word file, made here or not: passage by passage in reading order, each with its place.

What was deleted under tracked changes is not read; of two versions of one drawing the first is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from reportgen.word.opened import Opened, attribute, local, open_word
from reportgen.word.text import pieces

_STORIES = {"footnotes": "footnote", "endnotes": "endnote", "header": "header", "footer": "footer"}
"""The parts read after the body, by their relation's kind, and what a place in them is called."""

_LETTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_UNREAD = {"del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sectPr", "rt", "Fallback", "binData"}
_COUNTING = (["PAGE"], ["NUMPAGES"], ["PAGEREF"], ["NOTEREF"])
"""Fields whose results are no words of the text: they count pages and notes."""

_BLOCKS = {"p", "tbl"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph's text, its place, and the language most of it is marked as; none where it is not marked."""

    place: str
    text: str
    language: str = ""


def read_text(source: bytes | Path, name: str = "") -> tuple[Passage, ...]:
    """Every paragraph that holds words; WordFileError when the file is none of Word's or is not safe to open."""
    opened = open_word(source, name)
    return tuple(_passages(opened))


@dataclass(slots=True)
class _Count:
    """How many paragraphs, tables and text boxes have been met so far."""

    met: Counter[str] = field(default_factory=Counter[str])

    def next(self, what: str) -> str:
        """The place of the next one."""
        self.met[what] += 1
        return f"{what} {self.met[what]}"


def _passages(opened: Opened) -> Iterator[Passage]:
    count = _Count()
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
                yield from _blocks(note, f"{what} {attribute(note, 'id')}", count)


def _blocks(parent: Element, place: str, count: _Count) -> Iterator[Passage]:
    """The paragraphs under an element, in tables too; `place` is empty in the body, whose paragraphs are counted."""
    for child in parent:
        name = local(child)
        if name == "p":
            yield from _paragraph(child, place, count)
        elif name == "tbl":
            yield from _table(child, place, count)
        elif name not in _UNREAD:
            yield from _blocks(child, place, count)


def _table(table: Element, place: str, count: _Count) -> Iterator[Passage]:
    told = f"{place} {count.next('table')}".strip()
    for row_number, row in enumerate(_inside(table, "tr"), 1):
        for cell_number, cell in enumerate(_inside(row, "tc"), 1):
            yield from _blocks(cell, f"{told} row {row_number} cell {cell_number}", count)


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls too."""
    for child in parent:
        if local(child) == name:
            yield child
        elif local(child) not in _UNREAD and local(child) not in ("tr", "tc", *_BLOCKS):
            yield from _inside(child, name)


def _paragraph(paragraph: Element, place: str, count: _Count) -> Iterator[Passage]:
    """The paragraph, then the text boxes that hang on it."""
    reading = _Reading()
    if text := "".join(reading.words(paragraph)).strip():
        yield Passage(place or count.next("body paragraph"), text, reading.language)
    for box in reading.boxes:
        yield from _blocks(box, count.next("text box"), count)


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
        for piece, wide in pieces(text, "") if latin or east_asian else ():
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
