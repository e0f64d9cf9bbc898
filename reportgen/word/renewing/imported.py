"""What is taken over from a file that was drawn anew: its styles, lists, links, notes and bookmarks as the person's
file calls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.word.body.fields import REF, TOC
from reportgen.word.cutting import parent
from reportgen.word.ooxml.package_reader import attribute, local
from reportgen.word.ooxml.tree import R, W, child, val
from reportgen.word.renewing.dress import StyleIds, restyled
from reportgen.word.renewing.parts import EditedPackage

_ADDRESS = "hyperlink"


@dataclass(slots=True)
class Imports:
    """How what stands in the drawn file is called in the person's.

    `twins` are paragraphs of the drawn file with those that stand for them; `names` bookmarks, `lists` the numbers of
    lists, `notes` the elements of the drawn file's footnotes by their ids.
    """

    package: EditedPackage
    drawn: EditedPackage
    styles: StyleIds
    ids: Iterator[int]
    digits: str
    names: dict[str, str] = field(default_factory=dict[str, str])
    lists: dict[str, str] = field(default_factory=dict[str, str])
    notes: Mapping[str, Element] = field(default_factory=dict[str, Element])

    def learn(self, twins: Iterable[tuple[Element, Element]]) -> None:
        """Learn names and lists from paragraphs that stand for each other."""
        for drawn, own in twins:
            one, other = _list(drawn), _list(own)
            if one and other:
                self.lists.setdefault(one, other)
            for prefix in (REF, TOC):
                for name, known in zip(_bookmarks(drawn, prefix), _bookmarks(own, prefix), strict=False):
                    self.names.setdefault(name, known)

    def copy(self, element: Element) -> Element:
        """A copy of a paragraph, row, table or run, as the person's file calls everything in it."""
        made = deepcopy(element)
        cast("Any", made).tail = None
        restyled(made, self.styles)
        for each in list(made.iter()):
            match local(each):
                case "numId":
                    self._numbered(each)
                case "hyperlink" | "blip" | "svgBlip" | "chart":
                    self._related(each)
                case "bookmarkStart":
                    each.set(W + "name", self._name(attribute(each, "name") or ""))
                case "instrText":
                    each.text = self._instruction(each.text or "")
                case "footnoteReference":
                    each.set(W + "id", self._note(attribute(each, "id") or ""))
                case "sectPr":
                    parent(each).remove(each)
                case "docPr":
                    each.set("id", str(next(self.ids)))
                case _:
                    pass
        self._tied(made)
        return made

    def _numbered(self, number: Element) -> None:
        if known := self.lists.get(val(number)):
            number.set(W + "val", known)
        elif val(number) != "0":
            properties = parent(number)
            parent(properties).remove(properties)

    def _related(self, element: Element) -> None:
        for key in (R + "id", R + "embed"):
            if key in element.attrib:
                element.set(key, self.package.taken(self.drawn, element.attrib[key]))
        if (anchor := element.get(W + "anchor")) is not None:
            element.set(W + "anchor", self._name(anchor))

    def _name(self, name: str) -> str:
        if name.startswith((REF, TOC)):
            return self.names.setdefault(name, f"{name[:4]}{self.digits}9{next(self.ids):04}")
        return name

    def _instruction(self, text: str) -> str:
        words = text.split(" ")
        return " ".join(self._name(word) if word.startswith((REF, TOC)) else word for word in words)

    def _note(self, told: str) -> str:
        """A footnote taken over: its new id."""
        note = self.notes.get(told)
        root = self.package.notes()
        if note is None or root is None:
            return told
        taken = {int(number) for each in root if (number := attribute(each, "id") or "").lstrip("-").isdecimal()}
        made = deepcopy(note)
        restyled(made, self.styles)
        fresh = str(max(taken, default=0) + 1)
        made.set(W + "id", fresh)
        self._tied(made)
        root.append(made)
        return fresh

    def _tied(self, made: Element) -> None:
        """Give the ends of bookmarks new ids of their own."""
        ties: dict[str, str] = {}
        for each in [each for each in made.iter() if local(each) in ("bookmarkStart", "bookmarkEnd")]:
            told = val(each, "id")
            each.set(W + "id", ties.setdefault(told, str(next(self.ids))))


def _list(paragraph: Element) -> str:
    """The number of the list of a paragraph's own."""
    return val(child(paragraph, "pPr", "numPr", "numId"))


def _bookmarks(paragraph: Element, prefix: str) -> list[str]:
    named = (attribute(each, "name") or "" for each in paragraph.iter() if local(each) == "bookmarkStart")
    return [name for name in named if name.startswith(prefix)]
