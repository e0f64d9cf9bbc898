"""The structure tree of a PDF as a screen reader walks it: elements with their words, and the language of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

Place = tuple[int, int]
"""A page's object and the number of marked content on it."""


@dataclass
class Element:
    """An element: its kind, its language, what it says of itself, what it holds in its order, and its object."""

    kind: str
    language: str
    said: dict[str, Any]
    ref: int = 0
    held: list[Element | str] = field(default_factory=list["Element | str"])
    places: list[Place] = field(default_factory=list[Place])
    links: list[int] = field(default_factory=list[int])  # annotations, by their objects

    def every(self) -> Iterator[Element]:
        """The element and all inside it, in the order in which they are read."""
        yield self
        for each in self.held:
            if isinstance(each, Element):
                yield from each.every()

    def kinds(self, *wanted: str) -> list[Element]:
        """The elements of some kinds."""
        return [each for each in self.every() if each.kind in wanted]

    @property
    def words(self) -> str:
        """The words of the element and of all inside it."""
        return "".join(each if isinstance(each, str) else each.words for each in self.held)


class _Marked(PDFTextDevice):
    """What is written inside each marked content of the pages, and what is written outside of all."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.page = 0
        self.open: list[tuple[str, Any]] = []
        self.texts: dict[Place, str] = {}
        self.outside = ""

    def begin_page(self, page: Any, ctm: Any) -> None:
        self.page, self.open = page.pageid, []

    def begin_tag(self, tag: PSLiteral, props: Any = None) -> None:
        self.open.append((str(tag.name), props))

    def end_tag(self) -> None:
        self.open.pop()

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        font = textstate.font
        codes = (code for piece in seq if isinstance(piece, bytes | bytearray) for code in font.decode(piece))
        text = "".join(font.to_unichr(code) for code in codes)
        number = next((props["MCID"] for _, props in reversed(self.open) if props and "MCID" in props), None)
        if number is not None:
            self.texts[self.page, number] = self.texts.get((self.page, number), "") + text
        elif "Artifact" not in (tag for tag, _ in self.open):
            self.outside += text


@dataclass
class Tree:
    """A PDF: what its catalog says, its elements, which element owns what, and words that no element holds."""

    catalog: dict[str, Any]
    root: Element
    owners: dict[int, Any]
    pages: list[Any]
    untagged: str


def read_tree(pdf: bytes) -> Tree:
    """The tree of a PDF, with the words of the pages in it."""
    document = PDFDocument(PDFParser(BytesIO(pdf)))
    resources = PDFResourceManager()
    marked = _Marked(resources)
    interpreter = PDFPageInterpreter(resources, marked)
    pages = list(PDFPage.create_pages(document))
    for page in pages:
        interpreter.process_page(page)
    catalog: dict[str, Any] = resolve1(document.catalog)
    structure: dict[str, Any] = resolve1(catalog["StructTreeRoot"])
    root = Element("Root", _text(catalog["Lang"]), {})
    _fill(root, structure, 0, marked.texts)
    numbers: list[Any] = resolve1(resolve1(structure["ParentTree"])["Nums"])
    owners: dict[int, Any] = {}
    for key, held in zip(numbers[::2], numbers[1::2], strict=True):
        each: Any = resolve1(held)
        owners[int(key)] = each if isinstance(each, list) else held
    return Tree(catalog, root, owners, pages, marked.outside)


def listed(value: Any) -> list[Any]:
    """What may be one thing or several, as several."""
    held: Any = resolve1(value)
    return held if isinstance(held, list) else [] if held is None else [value]  # pyright: ignore[reportUnknownVariableType]


def _text(value: Any) -> str:
    return decode_text(value) if isinstance(value, bytes) else str(value)


def _fill(element: Element, source: dict[str, Any], page: int, texts: dict[Place, str]) -> None:
    for kid in listed(source.get("K")):
        ref = kid.objid if isinstance(kid, PDFObjRef) else 0
        found = resolve1(kid)
        if isinstance(found, int) or "MCID" in found:  # on the element's page, or on another that it goes on to
            place = (page, found) if isinstance(found, int) else (found["Pg"].objid, found["MCID"])
            element.places.append(place)
            element.held.append(texts.get(place, ""))
        elif "S" in found:
            said = {name: value for name, value in found.items() if name not in ("K", "P", "Pg", "Type")}
            language = _text(found["Lang"]) if "Lang" in found else element.language
            inner = Element(found["S"].name, language, said, ref)
            _fill(inner, found, found["Pg"].objid if "Pg" in found else page, texts)
            element.held.append(inner)
        else:
            element.links.append(found["Obj"].objid)


def letters(element: Element) -> Iterator[tuple[str, str]]:
    """Every letter and the language it is told to be in."""
    for each in element.held:
        if isinstance(each, Element):
            yield from letters(each)
        else:
            yield from ((character, element.language) for character in each if character.isalpha())
