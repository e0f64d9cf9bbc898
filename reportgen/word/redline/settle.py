"""Tracked changes settled: all accepted, or all rejected, as Word does it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.tree import W, child, find_all, remove_all

_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_OLD = ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr", "tblGrid", "tblPrEx")
"""What remembers how it was before a tracked change of format."""

_STAYS = {"pPr": ("rPr", "sectPr"), "sectPr": ("headerReference", "footerReference")}
"""What a tracked change of format does not change."""

_IN, _OUT = ("ins", "moveTo"), ("del", "moveFrom")


def settle(root: Element, *, accept: bool) -> None:
    """Settle every tracked change under an element."""
    come, go = (_IN, _OUT) if accept else (_OUT, _IN)
    _settle_formats(root, accept=accept)
    _settle_rows(root, come[0], go[0])
    leaving = [each for each in find_all(root, "p") if _marked(each, go)]
    for name in (*come, *go):
        _drop_marks(root, name)
    for name in go:
        remove_all(root, name)
    for name in come:
        for element in find_all(root, name):
            _unwrap(element)
    for link in find_all(root, "hyperlink"):
        if not any(each.tag != W + "bookmarkStart" and each.tag != W + "bookmarkEnd" for each in link):
            _unwrap(link)
    for paragraph in leaving:
        _merge(paragraph)
    for old, new in (("delText", "t"), ("delInstrText", "instrText")):
        for element in find_all(root, old):
            element.tag = W + new
    remove_all(root, *_RANGES)


def _settle_formats(root: Element, *, accept: bool) -> None:
    for name in _OLD:
        for change in find_all(root, name + "Change"):
            holder = _parent(change)
            holder.remove(change)
            if accept:
                continue
            before = child(change, name)
            stays = {W + each for each in _STAYS.get(name, ())}
            kept = [each for each in holder if each.tag in stays or each.tag.endswith("Change")]
            for each in list(holder):
                holder.remove(each)
            first = [each for each in kept if name == "sectPr"]
            holder.extend([*first, *(deepcopy(each) for each in (before if before is not None else ()))])
            holder.extend(each for each in kept if each not in first)


def _settle_rows(root: Element, come: str, go: str) -> None:
    for row in find_all(root, "tr"):
        properties = child(row, "trPr")
        if properties is None:
            continue
        if child(properties, go) is not None:
            table = _parent(row)
            table.remove(row)
            if child(table, "tr") is None:
                _parent(table).remove(table)
            continue
        for mark in properties.findall(W + come):
            properties.remove(mark)
        if not len(properties):
            row.remove(properties)


def _marked(paragraph: Element, names: tuple[str, ...]) -> bool:
    return any(child(paragraph, "pPr", "rPr", name) is not None for name in names)


def _drop_marks(root: Element, name: str) -> None:
    """Take away what says that a paragraph's own mark is new or deleted."""
    for mark in find_all(root, name):
        properties = _parent(mark)
        if properties.tag == W + "rPr":
            properties.remove(mark)
            holder = _parent(properties)
            if not len(properties):
                holder.remove(properties)
                if not len(holder):
                    _parent(holder).remove(holder)


def _unwrap(element: Element) -> None:
    holder = _parent(element)
    at = list(holder).index(element)
    holder[at : at + 1] = list(element)


def _merge(paragraph: Element) -> None:
    """Join a paragraph whose mark goes with the one behind it, whose format stays."""
    rest = [each for each in paragraph if each.tag != W + "pPr"]
    holder = _parent(paragraph)
    behind = cast("Any", paragraph).getnext()
    while behind is not None and behind.tag in {W + name for name in (*_RANGES, "bookmarkStart", "bookmarkEnd")}:
        behind = behind.getnext()
    if behind is not None and behind.tag == W + "p":
        at = 1 if len(behind) and behind[0].tag == W + "pPr" else 0
        behind[at:at] = rest
    elif any(each.tag in (W + "r", W + "hyperlink") for each in rest):
        return
    holder.remove(paragraph)


def _parent(element: Element) -> Element:
    return cast("Element", cast("Any", element).getparent())
