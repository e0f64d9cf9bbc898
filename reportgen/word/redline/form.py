"""What elements of two files are compared by: their form, with what does not count left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.tree import R, W

_NO_MATTER = {"rsid", "rsidR", "rsidRDefault", "rsidP", "rsidRPr", "rsidTr", "rsidDel", "rsidSect"}
_NUMBERED = ("docPr", "cNvPr")
"""Elements of drawings whose ids and names count through a file."""

Resolve = Callable[[str], str]
"""What a relationship's id leads to, as a text that is the same in both files where that is the same."""


def form(element: Element | None, resolve: Resolve = str) -> str:
    """An element as a text that is the same where two elements are."""
    return "" if element is None else "".join(_form(element, resolve))


def _form(element: Element, resolve: Resolve) -> Iterator[str]:
    tag = element.tag
    name = tag.rpartition("}")[2]
    yield f"<{name}"
    for key, value in sorted(element.attrib.items()):
        plain = key.rpartition("}")[2]
        if plain in _NO_MATTER or plain in ("paraId", "textId") or (name in _NUMBERED and plain in ("id", "name")):
            continue
        yield f' {plain}="{resolve(value) if key.startswith(R) else value}"'
    yield ">"
    yield (element.text or "") if len(element) == 0 else (element.text or "").strip()
    for inner in element:
        yield from _form(inner, resolve)
    yield "</>"


def properties(holder: Element, name: str, without: tuple[str, ...] = ()) -> Element:
    """A copy of an element's properties, empty where it has none, without what counts by itself."""
    found = holder.find(W + name)
    made = holder.makeelement(W + name, {}) if found is None else deepcopy(found)
    for each in list(made):
        if each.tag in {W + one for one in (*without, name + "Change")}:
            made.remove(each)
    for key in list(made.attrib):
        if key.rpartition("}")[2] in _NO_MATTER:
            del made.attrib[key]
    made.tail = None
    return made
