"""A paragraph as a row of cells: characters, each in its dress, and objects such as pictures, notes and fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Protocol
from xml.etree.ElementTree import Element

from reportgen.numbers.model.pattern import Pattern
from reportgen.word.ooxml.tree import W, val
from reportgen.word.redline.form import form

_WORD = Pattern(r"[A-Za-zÀ-ɏ0-9]+(?:[.,'’\-‑\xa0][A-Za-zÀ-ɏ0-9]+)*[%％‰]?|[\s\S]")
_ZERO = {"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"}
_DROPPED = {"proofErr", "lastRenderedPageBreak", "permStart", "permEnd"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A character, or an object by its key; its run's properties; the link round it, by key and element."""

    key: str
    dress: str
    properties: Element | None
    elements: tuple[Element, ...] = ()  # of an object: children of one run, or the runs of a field
    whole_runs: bool = False
    link: str = ""
    link_element: Element | None = None

    @property
    def is_text(self) -> bool:
        """Whether it is a character."""
        return not self.elements


class Keys(Protocol):
    """What tells the objects of a file, alike in two files where they are alike."""

    def key(self, element: Element) -> str:
        """What an object is told by."""
        ...

    def resolve(self, relation: str) -> str:
        """What a relationship's id leads to."""
        ...


@dataclass(slots=True)
class Row:
    """A paragraph's cells, and what takes no room (bookmarks), by the cell that it stands before."""

    cells: list[Cell] = field(default_factory=list[Cell])
    zeros: defaultdict[int, list[Element]] = field(default_factory=lambda: defaultdict(list))

    @property
    def text(self) -> str:
        """Its characters; an object counts as one."""
        return "".join(cell.key if cell.is_text else "\ufffc" for cell in self.cells)


def row_of(paragraph: Element, keys: Keys) -> Row:
    """The cells of a paragraph."""
    reading = _Reading(keys)
    reading.read(paragraph, "", None)
    reading.flush()
    return reading.row


class _Reading:
    """A paragraph being read; a field that begins and ends in it is one object."""

    def __init__(self, keys: Keys) -> None:
        self.row, self._keys = Row(), keys
        self._field: list[tuple[Element, str, Element | None]] = []
        self._depth = 0

    def read(self, holder: Element, link: str, link_element: Element | None) -> None:
        """The children of a paragraph or of a link in it."""
        for element in holder:
            name = element.tag.rpartition("}")[2]
            if name in ("", "pPr", *_DROPPED):
                continue
            if name == "r":
                self._run(element, link, link_element)
            elif name in _ZERO:
                self.row.zeros[len(self.row.cells)].append(element)
            elif name == "hyperlink":
                told = form(_bare(element), self._keys.resolve)
                self.read(element, told, element)
            elif name in ("smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "ins", "moveTo"):
                self.read(element, link, link_element)
            elif name not in ("sdtPr", "sdtEndPr", "del", "moveFrom", "smartTagPr", "customXmlPr"):
                self._object((element,), "", None, link, link_element, whole=True)

    def _run(self, run: Element, link: str, link_element: Element | None) -> None:
        edges = [val(each, "fldCharType") for each in run if each.tag == W + "fldChar"]
        if self._depth or "begin" in edges:
            self._depth += edges.count("begin") - edges.count("end")
            self._field.append((run, link, link_element))
            if self._depth <= 0:
                self._close()
            return
        self._words(run, link, link_element)

    def _words(self, run: Element, link: str, link_element: Element | None) -> None:
        properties = run.find(W + "rPr")
        dress = form(properties)
        for element in run:
            name = element.tag.rpartition("}")[2]
            if name == "t":
                made = (Cell(letter, dress, properties, (), False, link, link_element) for letter in element.text or "")
                self.row.cells.extend(made)
            elif name not in ("", "rPr", *_DROPPED):
                self._object((element,), dress, properties, link, link_element, whole=False)

    def _object(
        self,
        elements: tuple[Element, ...],
        dress: str,
        properties: Element | None,
        link: str,
        link_element: Element | None,
        *,
        whole: bool,
    ) -> None:
        key = "\ufffc" + "".join(map(self._keys.key, elements))
        self.row.cells.append(Cell(key, dress, properties, elements, whole, link, link_element))

    def _close(self) -> None:
        """End a field: it is told by what it asks for; what it says is told as words inside."""
        runs, self._field, self._depth = self._field, [], 0
        _, link, link_element = runs[0]
        elements = tuple(run for run, _, _ in runs)
        key = "\ufffc" + ("field " + asked if (asked := _asked(elements)) else "".join(map(self._keys.key, elements)))
        self.row.cells.append(Cell(key, "", None, elements, True, link, link_element))

    def flush(self) -> None:
        """Take a field that goes on in the next paragraph run by run."""
        for run, link, link_element in self._field:
            self._words(run, link, link_element)
        self._field = []


def _asked(runs: Sequence[Element]) -> str:
    """What a field without others in it asks for; empty of any other."""
    edges = [val(each, "fldCharType") for run in runs for each in run.iter(W + "fldChar")]
    if edges != ["begin", "separate", "end"]:
        return ""
    return "".join(each.text or "" for run in runs for each in run.iter(W + "instrText")).strip()


def field_parts(runs: Sequence[Element]) -> tuple[list[Element], list[Element], list[Element]]:
    """The runs of a field: up to the edge behind which it says something, what it says, and its end."""
    edges = [at for at, run in enumerate(runs) for _ in run.iter(W + "fldChar")]
    opened, closed = edges[1] + 1, edges[2]
    return list(runs[:opened]), list(runs[opened:closed]), list(runs[closed:])


def is_field(cell: Cell) -> bool:
    """Whether it is a field that is told by what it asks for."""
    return cell.key.startswith("\ufffcfield ")


def _bare(element: Element) -> Element:
    return element.makeelement(element.tag, dict(element.attrib))


def tokens(row: Row, figures: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words of a paragraph as stretches of its cells, each figure whole."""
    text, at = row.text, 0
    found: list[tuple[int, int]] = []
    for start, end in (*sorted(figures), (len(text), len(text))):
        if start < at:
            continue
        found += (one.span() for one in _WORD.finditer(text, at, start))
        if end > start:
            found.append((start, end))
        at = end
    return found


def token_key(row: Row, start: int, end: int) -> tuple[str, ...]:
    """What a word is told by: its characters, and the link round it."""
    return tuple(cell.key + cell.link for cell in row.cells[start:end])


def copied(cell: Cell) -> list[Element]:
    """The elements of an object, to be put elsewhere."""
    return [deepcopy(element) for element in cell.elements]
