"""What a Word file says with its tracked changes settled, as lines that tests hold against each other.

References are told by what they lead to, relationships by the bytes behind them; ids and marks count for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.archive import pack, unpack
from reportgen.word.ooxml.tree import W, parse, serialize, val
from reportgen.word.redline.cells import is_field, row_of
from reportgen.word.redline.form import form, properties
from reportgen.word.redline.settle import settle
from reportgen.word.redline.source import NOTES, Source

_TEXTS = re.compile(r"word/(document|footnotes|endnotes|header\d*|footer\d*)\.xml")
_REFERRING = re.compile(r"(?<=REF )\s*([^\s\\]+)")


def settled(data: bytes, *, accept: bool) -> bytes:
    """The file with every tracked change accepted or rejected."""
    parts = unpack(data)
    for name, part in parts.items():
        if _TEXTS.fullmatch(name):
            root = parse(part)
            settle(root, accept=accept)
            parts[name] = serialize(root)
    return pack(parts.items())


def lines(data: bytes) -> list[str]:
    """Every paragraph with its formats, words, notes and pictures, and the formats of tables and sections."""
    source = Source(data)
    _say_targets(source.body)
    for kind in NOTES.values():
        if part := source.target(kind):
            source.enter(part)
            for note in source.tree(part):
                source.notes[kind, val(note, "id")] = "|".join(_told(note, source))
    source.enter(source.opened.main)
    found = list(_told(source.body, source))
    for part in sorted(name for name in source.opened.sizes if re.fullmatch(r"word/(header|footer)\d*\.xml", name)):
        source.enter(part)
        found += [part, *_told(source.tree(part), source)]
    return found


def _told(root: Element, source: Source) -> Iterator[str]:
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if name == "p":
            yield f"p {form(properties(element, 'pPr'), _anything)} {''.join(_words(element, source))}"
        elif name in ("tblPr", "tblGrid", "trPr", "tcPr", "sectPr"):
            yield f"{name} {form(element, _anything)}"


def _anything(_: str) -> str:
    return "part"


def _words(paragraph: Element, source: Source) -> Iterator[str]:
    dress = ""
    for cell in row_of(paragraph, source).cells:
        now = f"[{cell.dress}{cell.link}]"
        if now != dress or not cell.is_text:
            yield now
        yield "".join(map(form, cell.elements)) if is_field(cell) else cell.key
        dress = now if cell.is_text else ""


def _say_targets(root: Element) -> None:
    at: dict[str, str] = {}
    for mark in root.iter(W + "bookmarkStart"):
        holder = cast("Any", mark).getparent()
        while holder is not None and holder.tag != W + "p":
            holder = holder.getparent()
        if holder is not None:
            at[val(mark, "name")] = "".join(each.text or "" for each in holder.iter(W + "t"))
    for link in root.iter(W + "hyperlink"):
        if anchor := val(link, "anchor"):
            link.set(W + "anchor", at.get(anchor, "nothing is called so"))
    for each in root.iter(W + "instrText"):
        each.text = _REFERRING.sub(lambda found: at.get(found[1], "nothing is called so"), each.text or "")
