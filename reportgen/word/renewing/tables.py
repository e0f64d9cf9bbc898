"""Tables that follow their figures: decimal points that line up, and what the table says to those who cannot see it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.package_reader import local
from reportgen.word.ooxml.tree import W, child, new_element, val


def follow_tables(twins: Mapping[Element, Element], own: Collection[Element]) -> None:
    """Let cells that nobody changed stand in from the right as far as they are drawn to now."""
    for drawn, theirs in twins.items():
        edge, stood = _edge(drawn), val(child(theirs, "pPr", "jc"))
        if theirs not in own or edge == _edge(theirs) or not (_in_cell(drawn) and _in_cell(theirs)):
            continue
        if stood and stood == val(child(drawn, "pPr", "jc")):
            _stand_in(theirs, edge)


def describe(twins: Mapping[Element, Element], words: Mapping[str, str]) -> None:
    """Tell tables to those who cannot see them in their captions' words, where those were the words before."""
    done: set[int] = set()
    for theirs in twins.values():
        table = _table(theirs)
        if table is None or id(table) in done:
            continue
        done.add(id(table))
        told = child(table, "tblPr", "tblCaption")
        if told is not None and (fresh := words.get(val(told))) is not None:
            told.set(W + "val", fresh)


def _in_cell(paragraph: Element) -> bool:
    return local(cast("Any", paragraph).getparent()) == "tc"


def _table(paragraph: Element) -> Element | None:
    held = cast("Any", paragraph).getparent()
    while held is not None and local(held) != "tbl":
        held = held.getparent()
    return cast("Element | None", held)


def _edge(paragraph: Element) -> str:
    room = child(paragraph, "pPr", "ind")
    return (val(room, "right") or val(room, "end") or "0") if room is not None else "0"


def _stand_in(paragraph: Element, edge: str) -> None:
    properties = child(paragraph, "pPr")
    if properties is None:
        return
    room = child(properties, "ind")
    if room is None:
        room = new_element("ind")
        behind = ("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment")
        last = (*behind, "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange")
        at = next((place for place, each in enumerate(properties) if local(each) in last), len(properties))
        properties.insert(at, room)
    room.attrib.pop(W + "end", None)
    room.set(W + "right", edge)
