"""Paragraphs, rows and tables that the content has gained or lost, put into a person's file or taken out of it.

A block is put behind the one that stands before it in the file that was drawn anew, wherever a person has moved that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.word.cutting import parent
from reportgen.word.ooxml.package_reader import local
from reportgen.word.ooxml.tree import W, child
from reportgen.word.renewing.imported import Imports
from reportgen.word.renewing.revisions import Revisions

_COMMENTED = ("commentRangeStart", "commentReference")
_PICTURED = ("drawing", "pict", "object")


@dataclass(slots=True)
class Blocks:
    """What stands in the drawn body, and for each paragraph of it the person's that stands for it.

    `lines` are the numbers of the lines of each drawn paragraph; `new` are those that the file does not have.
    """

    imports: Imports
    revisions: Revisions
    lines: Mapping[Element, tuple[int, ...]]
    twins: Mapping[Element, Element]
    new: Collection[int]
    put: set[int] = field(default_factory=set[int])

    def insert(self, drawn: Element) -> None:
        """Put what is new in a drawn body, or a part of one, where it belongs."""
        anchor: Element | None = None
        waiting: list[Element] = []
        last = False
        for block in drawn:
            numbers = self._numbers(block)
            if not numbers:
                if last and anchor is not None and (_empty(block) or _pictured(block)):
                    anchor = self._behind(anchor, block)
                else:
                    waiting.append(block)
                last = last and _pictured(block)
                continue
            last = False
            if local(block) != "sdt" and all(number in self.new for number in numbers):
                if anchor is not None:
                    for one in (*(each for each in waiting if _pictured(each)), block):
                        anchor = self._behind(anchor, one)
                    self.put.update(numbers)
                    last = True
            elif (twin := self._twin(block)) is not None:
                anchor = _outermost(twin)
                if local(block) == "tbl" and any(number in self.new for number in numbers):
                    self._rows(block)
            waiting.clear()

    def _numbers(self, block: Element) -> list[int]:
        return [number for paragraph in _paragraphs(block) for number in self.lines.get(paragraph, ())]

    def _twin(self, block: Element) -> Element | None:
        """The person's paragraph that stands for the last one of a block that has one."""
        found = [self.twins[each] for each in _paragraphs(block) if each in self.twins]
        return found[-1] if found else None

    def _behind(self, anchor: Element, block: Element) -> Element:
        made = self.imports.copy(block)
        cast("Any", anchor).addnext(made)
        told_in(self.revisions, made)
        return made

    def _rows(self, table: Element) -> None:
        """The rows of a table that are new; where the person's has other columns, none."""
        anchor: Element | None = None
        for row in (each for each in table if local(each) == "tr"):
            numbers = self._numbers(row)
            if numbers and all(number in self.new for number in numbers):
                if anchor is not None and len(_cells(anchor)) == len(_cells(row)):
                    made = self.imports.copy(row)
                    for cell, like in zip(_cells(made), _cells(anchor), strict=True):
                        _as_wide(cell, like)
                    cast("Any", anchor).addnext(made)
                    told_in(self.revisions, made)
                    self.put.update(numbers)
                    anchor = made
            elif (twin := self._twin(row)) is not None and (own := _around(twin, "tr")) is not None:
                anchor = own


def told_in(revisions: Revisions, block: Element) -> None:
    """Tell of a block that it came, where that is tracked."""
    if not revisions.tracked:
        return
    for row in block.iter(W + "tr"):
        revisions.row(row, "ins")
    for paragraph in block.iter(W + "p"):
        revisions.paragraph(paragraph, "ins")
        for holder in [paragraph, *paragraph.iter(W + "hyperlink")]:
            for run in [each for each in holder if local(each) == "r"]:
                told = revisions.mark("ins")
                cast("Any", run).addprevious(told)
                told.append(run)


def remove(revisions: Revisions, paragraphs: Collection[Element]) -> set[Element]:
    """Take paragraphs out; a row whose every paragraph goes, a table whose every row. Which of them went.

    A paragraph that stands alone in its cell stays, while its row does.
    """
    gone: set[Element] = set()
    rows = {row for each in paragraphs if (row := _around(each, "tr")) is not None}
    for row in rows:
        inside = [each for each in _paragraphs(row) if _worded(each)]
        if all(each in paragraphs for each in inside):
            gone.update(inside)
            table = parent(row)
            _take_row(revisions, row)
            if not revisions.tracked and not any(local(each) == "tr" for each in table):
                behind = cast("Any", table).getnext()
                if behind is not None and _empty(behind):
                    parent(behind).remove(behind)
                parent(table).remove(table)
    for paragraph in paragraphs:
        if paragraph not in gone and _around(paragraph, "tr") is None:
            _take_paragraph(revisions, paragraph)
            gone.add(paragraph)
    return gone


def _take_row(revisions: Revisions, row: Element) -> None:
    if not revisions.tracked:
        parent(row).remove(row)
        return
    revisions.row(row, "del")
    for paragraph in _paragraphs(row):
        _strike(revisions, paragraph)


def _take_paragraph(revisions: Revisions, paragraph: Element) -> None:
    if revisions.tracked:
        _strike(revisions, paragraph)
        revisions.paragraph(paragraph, "del")
        return
    holder = parent(paragraph)
    alone = local(holder) == "tc" and sum(local(each) == "p" for each in holder) == 1
    if alone or child(paragraph, "pPr", "sectPr") is not None:
        for each in [each for each in paragraph if local(each) != "pPr"]:
            paragraph.remove(each)
    else:
        holder.remove(paragraph)


def _strike(revisions: Revisions, paragraph: Element) -> None:
    for run in list(paragraph.iter(W + "r")):
        if local(parent(run)) in ("p", "hyperlink"):
            revisions.take(run)


def commented(paragraph: Element) -> bool:
    """Whether a comment hangs on a paragraph."""
    return any(local(each) in _COMMENTED for each in paragraph.iter())


def _paragraphs(block: Element) -> Iterator[Element]:
    yield from (each for each in block.iter() if local(each) == "p")


def _cells(row: Element) -> list[Element]:
    return [each for each in row if local(each) == "tc"]


def _as_wide(cell: Element, like: Element) -> None:
    own, theirs = child(cell, "tcPr", "tcW"), child(like, "tcPr", "tcW")
    if own is not None and theirs is not None:
        for key, value in theirs.attrib.items():
            own.set(key, value)


def _around(element: Element, name: str) -> Element | None:
    """The nearest of a name that an element stands in."""
    held: Element | None = element
    while held is not None and local(held) != name:
        held = cast("Any", held).getparent()
    return held


def _outermost(paragraph: Element) -> Element:
    """The child of the body, of a note or of a text box that a paragraph is or stands in."""
    held = paragraph
    while local(parent(held)) in ("tc", "tr", "tbl", "sdtContent", "sdt", "customXml"):
        held = parent(held)
    return held


def _empty(block: Element) -> bool:
    return local(block) == "p" and not _worded(block) and not _pictured(block) and child(block, "pPr", "sectPr") is None


def _worded(paragraph: Element) -> bool:
    return any((each.text or "").strip() for each in paragraph.iter() if local(each) in ("t", "delText"))


def _pictured(block: Element) -> bool:
    return any(local(each) in _PICTURED for each in block.iter())
