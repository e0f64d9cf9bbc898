"""A Word file with its open tracked changes settled: all of them accepted, or all of them left.

Bookmarks and the edges of comments that stand in what goes are kept where they were. Not here: how changes are written.
"""

from __future__ import annotations

from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.archive import pack
from reportgen.word.ooxml.package_reader import WordPackage, local
from reportgen.word.ooxml.tree import serialize

_NEW, _OLD = ("ins", "moveTo"), ("del", "moveFrom")
"""What holds words that came, and words that went."""

_TRACES = (
    *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
    *("cellIns", "cellDel", "cellMerge", "numberingChange", "tblGridChange"),
)
_FORMER = ("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblPrExChange")
"""What holds properties as they were."""

_EDGES = (
    *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
    *("permStart", "permEnd"),
)
_LIVING = {"delText": "t", "delInstrText": "instrText"}
_STORIES = ("footnotes", "endnotes", "header", "footer")


def settled(opened: WordPackage, *, accept: bool) -> bytes:
    """The file as it is with every open change accepted, or with none of them; its own bytes where there is none."""
    names = [opened.main, *(each.target for each in opened.relations(opened.main) if each.kind in _STORIES)]
    changed: dict[str, bytes] = {}
    for name in dict.fromkeys(names):
        if name in opened.sizes and _tells_changes(opened.raw(name)):
            root = opened.part(name)
            settle(root, accept=accept)
            changed[name] = serialize(root)
    if not changed:
        return opened.data
    return pack((name, changed.get(name) or opened.raw(name)) for name in opened.sizes)


def _tells_changes(part: bytes) -> bool:
    """Whether a part may hold tracked changes, told without reading it as XML."""
    signs = (b"ins ", b"del ", b"ins>", b"moveFrom", b"moveTo", b"Change")
    return any(b":" + sign in part or b"<" + sign in part for sign in signs) or b"PrChange" in part


def settle(root: Element, *, accept: bool) -> None:
    """Settle every change under an element, in place."""
    kept, gone = (_NEW, _OLD) if accept else (_OLD, _NEW)
    _rows(root, gone)
    joined = [each for each in root.iter() if local(each) == "p" and _mark_goes(each, gone)]
    _words(root, kept, gone)
    for paragraph in joined:
        _join(paragraph)
    for element in list(root.iter()):
        name = local(element)
        if name in _LIVING:
            element.tag = element.tag.replace(name, _LIVING[name])
        elif name in _FORMER and not accept:
            _restore(element)
        if name in (*_FORMER, *_TRACES):
            _drop(element)
    for element in list(root.iter()):
        if local(element) in (*_NEW, *_OLD) and local(_parent(element)) in ("rPr", "trPr"):
            _drop(element)


def _rows(root: Element, gone: tuple[str, ...]) -> None:
    for row in [each for each in root.iter() if local(each) == "tr"]:
        properties = next((each for each in row if local(each) == "trPr"), None)
        if properties is not None and any(local(each) in gone for each in properties):
            _drop(row)


def _mark_goes(paragraph: Element, gone: tuple[str, ...]) -> bool:
    """Whether the end of a paragraph is among what goes, so that the next one is joined to it."""
    path = [each for each in paragraph if local(each) == "pPr"]
    dress = [each for properties in path for each in properties if local(each) == "rPr"]
    return any(local(each) in gone for properties in dress for each in properties)


def _words(element: Element, kept: tuple[str, ...], gone: tuple[str, ...]) -> None:
    """Take out what goes and let what stays stand where it stood."""
    for child in list(element):
        if local(element) in ("rPr", "trPr"):
            return
        _words(child, kept, gone)
        if local(child) in gone:
            for edge in [each for each in child.iter() if local(each) in _EDGES]:
                cast("Any", child).addprevious(edge)
            _drop(child)
        elif local(child) in kept:
            for inner in list(child):
                cast("Any", child).addprevious(inner)
            _drop(child)


def _join(paragraph: Element) -> None:
    """Put a paragraph's content at the beginning of the next, which keeps its own properties."""
    after = cast("Any", paragraph).getnext()
    while after is not None and local(after) in _EDGES:
        after = after.getnext()
    content = [each for each in paragraph if local(each) != "pPr"]
    if after is None or local(after) != "p":
        if not any(local(each) not in _EDGES for each in content):
            for each in content:
                cast("Any", paragraph).addprevious(each)
            _drop(paragraph)
        return
    start = 1 if len(after) and local(after[0]) == "pPr" else 0
    for place, each in enumerate(content):
        after.insert(start + place, each)
    _drop(paragraph)


def _restore(change: Element) -> None:
    """Let the properties that a change keeps stand in place of those that it is told in."""
    now = _parent(change)
    former = next((each for each in change if local(each) == local(now)), None)
    for each in list(now):
        if each is not change and local(each) not in (*_NEW, *_OLD, "sectPr", "rPr"):
            now.remove(each)
    for place, each in enumerate(list(former) if former is not None else ()):
        now.insert(place, each)


def _parent(element: Element) -> Element:
    return cast("Element", cast("Any", element).getparent())


def _drop(element: Element) -> None:
    parent = cast("Element | None", cast("Any", element).getparent())
    if parent is not None:
        parent.remove(element)
