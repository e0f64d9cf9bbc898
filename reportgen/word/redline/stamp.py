"""Who changed what, and when: the elements that say so, each with an id of its own."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.tree import W, new_element


class Stamp:
    """Makes the elements of tracked changes; ids count on from `first`."""

    def __init__(self, author: str, date: str, first: int) -> None:
        self._about = {"author": author, **({"date": date} if date else {})}
        self._next = first

    def new_id(self) -> str:
        """An id that no other element has."""
        self._next += 1
        return str(self._next)

    def change(self, name: str, children: Iterable[Element] = (), /, **more: str) -> Element:
        """An element of a tracked change."""
        made = new_element(name, id=self.new_id(), **more, **self._about)
        made.extend(children)
        return made

    def mark(self, properties: Element, name: str) -> None:
        """Say in a paragraph's properties that its mark is new or goes."""
        dress = properties.find(W + "rPr")
        if dress is None:
            dress = new_element("rPr")
            later = [each for each in properties if each.tag in (W + "sectPr", W + "pPrChange")]
            at = list(properties).index(later[0]) if later else len(properties)
            properties.insert(at, dress)
        dress.insert(0, self.change(name))

    def was(self, properties: Element, before: Element) -> None:
        """Say in properties what they were."""
        name = properties.tag.rpartition("}")[2]
        old = deepcopy(before)
        old.tail = None
        properties.append(self.change(name + "Change", [old]))
