"""Runs parted where something begins or ends inside them, and where a mark may stand beside one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.package_reader import local
from reportgen.word.reader import Piece

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OUTSIDE = ("fldSimple", "ruby", "oMath", "oMathPara")
"""What holds runs and lets no mark begin among them."""


def by_place(pieces: Iterable[Piece]) -> Iterator[tuple[int, Piece]]:
    """Every piece with the place of its first character."""
    at = 0
    for piece in pieces:
        yield at, piece
        at += len(piece.text)


def split_at(pieces: list[Piece], edge: int) -> None:
    """Let a run begin at a place of the paragraph, where its characters are those of a plain run."""
    for index, (at, piece) in enumerate(by_place(pieces)):
        if at <= edge < at + len(piece.text) and local(parent(piece.element)) == "r":
            beginning = piece.element
            if at < edge:
                beginning = deepcopy(piece.element)
                left, right = piece.text[: edge - at], piece.text[edge - at :]
                for element, text in ((piece.element, left), (beginning, right)):
                    element.text = text
                    element.set(SPACE, "preserve")
                cast("Any", piece.element).addnext(beginning)
                pieces[index : index + 1] = [Piece(piece.element, left), Piece(beginning, right)]
            new_run(beginning)
            return


def new_run(beginning: Element) -> None:
    """Part a run in two before one of its elements, both with the same properties."""
    run = parent(beginning)
    content = [each for each in run if local(each) != "rPr"]
    at = content.index(beginning)
    if at == 0:
        return
    second = run.makeelement(run.tag, dict(run.attrib))
    second.extend(deepcopy(each) for each in run if local(each) == "rPr")
    second.extend(content[at:])
    cast("Any", run).addnext(second)


def outermost(element: Element, paragraph: Element) -> Element:
    """The run of an element, or what holds the run and lets no mark begin inside."""
    found = parent(element) if local(parent(element)) == "r" else element
    inside = found
    while inside is not paragraph:
        if local(inside) in _OUTSIDE or _is_plain_control(inside) or (local(inside) == "r" and found is not inside):
            found = inside
        inside = parent(inside)
    return found


def _is_plain_control(element: Element) -> bool:
    """Whether it is a content control that holds plain text and nothing else."""
    properties = (each for each in element if local(each) == "sdtPr") if local(element) == "sdt" else ()
    return any(local(each) == "text" for held in properties for each in held)


def no_tail(element: Element) -> None:
    """White space between elements, which is no text, does not move into a mark's place."""
    if element.tail and not element.tail.strip():
        element.tail = None


def parent(element: Element) -> Element:
    """What an element stands in."""
    return cast("Element", cast("Any", element).getparent())


def root_of(element: Element) -> Element:
    """The root of the tree that an element stands in."""
    return cast("Element", cast("Any", element).getroottree().getroot())
