"""Word's tracked changes: what is put in and what goes, each as its author's, on a day of the content's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.word.cutting import parent
from reportgen.word.ooxml.package_reader import local
from reportgen.word.ooxml.tree import W, child, new_element

_HELD = ("ins", "moveTo")
_FIRST_IN_MARK = ("ins", "del", "moveFrom", "moveTo")
_GONE_NAMES = {"t": "delText", "instrText": "delInstrText"}


@dataclass(slots=True)
class Revisions:
    """Who changes a file, and when; with `tracked` off, changes are made and none is told."""

    author: str = ""
    date: str = ""  # ISO, a day
    tracked: bool = False
    ids: Iterable[int] = field(default_factory=lambda: count(1))

    def mark(self, name: str) -> Element:
        """An element that says what was done, by whom and when."""
        number = str(next(iter(self.ids)))
        return new_element(name, id=number, author=self.author, date=f"{self.date}T00:00:00Z")

    def put_before(self, place: Element, runs: Iterable[Element]) -> None:
        """Put runs in front of an element; as an insertion, where it is not inside of one."""
        for run in self._told("ins", place, list(runs)):
            cast("Any", place).addprevious(run)

    def put_after(self, place: Element, runs: Iterable[Element]) -> None:
        """Put runs behind an element."""
        for run in reversed(self._told("ins", place, list(runs))):
            cast("Any", place).addnext(run)

    def _told(self, name: str, place: Element, runs: list[Element]) -> list[Element]:
        if not runs or not self.tracked or inside_insertion(place):
            return runs
        told = self.mark(name)
        told.extend(runs)
        return [told]

    def take(self, run: Element) -> Element | None:
        """Take a run away, or tell that it goes: what tells it, where it was not itself put in by someone."""
        if not self.tracked or inside_insertion(run):
            parent(run).remove(run)
            return None
        told = self.mark("del")
        cast("Any", run).addprevious(told)
        told.append(run)
        for each in list(run.iter()):
            if (gone := _GONE_NAMES.get(local(each))) and each.tag.startswith(W):
                each.tag = W + gone
        return told

    def paragraph(self, paragraph: Element, name: str) -> None:
        """Tell of a paragraph's own mark that it came or goes."""
        if not self.tracked:
            return
        properties = child(paragraph, "pPr")
        if properties is None:
            properties = new_element("pPr")
            paragraph.insert(0, properties)
        dress = child(properties, "rPr")
        if dress is None:
            dress = new_element("rPr")
            at = next((n for n, each in enumerate(properties) if local(each) in ("sectPr", "pPrChange")), None)
            properties.insert(len(properties) if at is None else at, dress)
        if not any(local(each) in _FIRST_IN_MARK for each in dress):
            dress.insert(0, self.mark(name))

    def row(self, row: Element, name: str) -> None:
        """Tell of a table's row that it came or goes."""
        if not self.tracked:
            return
        properties = child(row, "trPr")
        if properties is None:
            properties = new_element("trPr")
            at = 1 if len(row) and local(row[0]) == "tblPrEx" else 0
            row.insert(at, properties)
        properties.append(self.mark(name))


def inside_insertion(element: Element) -> bool:
    """Whether an element is part of what someone's tracked change put in."""
    held: Element | None = element
    while held is not None and local(held) != "p":
        if local(held) in _HELD and held is not element:
            return True
        held = cast("Any", held).getparent()
    return False
