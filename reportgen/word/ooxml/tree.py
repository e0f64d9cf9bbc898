"""Parts of a Word file as element trees: read, written, and asked by Word's names.

Trees are lxml's; their type is the standard library's, as in package_reader.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast
from xml.etree.ElementTree import Element

from lxml import etree  # pyright: ignore[reportMissingTypeStubs, reportAttributeAccessIssue, reportUnknownVariableType]

_LXML = cast("Any", etree)  # lxml brings no types

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
"""What the kind of a relationship starts with."""


def parse(data: bytes) -> Element:
    """The tree of a part that was made here, or that `opened` has let in."""
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    return cast("Element", _LXML.fromstring(data, _LXML.XMLParser(**safe)))


def serialize(root: Element) -> bytes:
    """The tree as the bytes of a part."""
    return cast("bytes", _LXML.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def new_element(name: str, /, **attributes: str) -> Element:
    """A new element of Word's, with attributes of Word's."""
    return cast("Element", _LXML.Element(W + name, {W + key: value for key, value in attributes.items()}))


def find_all(root: Element, name: str) -> list[Element]:
    """All elements of one of Word's names under the root, listed first so that they may be changed."""
    return list(root.iter(W + name))


def val(element: Element | None, name: str = "val") -> str:
    """An attribute of Word's; empty where it, or the element, is not there."""
    return "" if element is None else element.get(W + name, "")


def child(element: Element, *path: str) -> Element | None:
    """The first element at the end of a path of Word's names."""
    return element.find("/".join(W + name for name in path))


def parents(root: Element) -> Iterator[tuple[Element, Element]]:
    """Every element with the one it stands in, listed first so that they may be removed."""
    yield from [(parent, element) for parent in root.iter() for element in parent]


def remove_all(root: Element, *names: str) -> int:
    """Remove all elements of Word's names; how many there were."""
    taken_out = [(parent, element) for parent, element in parents(root) if element.tag in {W + name for name in names}]
    for parent, element in taken_out:
        parent.remove(element)
    return len(taken_out)


def put_child(parent: Element, element: Element, *before: str) -> None:
    """Put an element into its parent in place of one of its name, in front of the first of the names that follow it."""
    for old in parent.findall(element.tag):
        parent.remove(old)
    later = {W + name for name in before}
    at = next((number for number, other in enumerate(parent) if other.tag in later), len(parent))
    parent.insert(at, element)
