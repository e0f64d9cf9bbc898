"""The marks of a file taken out and put in anew: round figures and lines where they stand after an edit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from reportgen.records import record
from reportgen.word.body.marks import FIGURE, LINE, mark_name
from reportgen.word.cutting import parent
from reportgen.word.ooxml.package_reader import attribute, local
from reportgen.word.ooxml.tree import W
from reportgen.word.renewing.text_edits import EditedParagraph


@record
class MarkSpot:
    """Where a mark stands: what it is of, its number, its stretch in a paragraph as edited; `copy` counts pasted ones.

    A line may end in a later paragraph, where someone broke it in two.
    """

    prefix: str
    number: int
    start: int
    end: int
    copy: int = 0
    last: EditedParagraph | None = None


def remove_marks(root: Element, file: str) -> None:
    """Take out every mark of a file's digits, with its end."""
    name = re.compile(rf"(?:{FIGURE}|{LINE}){re.escape(file)}_[0-9]+.*")
    ties: set[str] = set()
    for element in list(root.iter()):
        if local(element) == "bookmarkStart" and name.fullmatch(attribute(element, "name") or ""):
            ties.add(attribute(element, "id") or "")
            parent(element).remove(element)
    for element in list(root.iter()):
        if local(element) == "bookmarkEnd" and attribute(element, "id") in ties:
            parent(element).remove(element)


def put_marks(paragraph: EditedParagraph, spots: Iterable[MarkSpot], file: str, ids: Iterable[int]) -> None:
    """Put marks into a paragraph: a figure's one character wider on each side, a line's from its second one on."""
    length = sum(len(piece.text) for piece in paragraph.pieces) - paragraph.read.lead
    numbers = iter(ids)
    for spot in spots:
        tie = next(numbers)
        name = mark_name(spot.prefix, file, spot.number) + (f"_Copy_{spot.copy}" if spot.copy else "")
        wide = 1 if spot.prefix == FIGURE else 0
        start = min(max(1, spot.start - 1) if wide else spot.start + 1, length)
        opening = paragraph.opening.get(spot.start) if wide and spot.start == 0 else None
        last = length if paragraph.ends_inserted else length - 1  # no mark ends where its paragraph does
        end = max(min(spot.end + 1 if wide else spot.end - 1, last), start)
        empty = opening is None and spot.last is None and start == end
        if opening is not None:
            paragraph.open_mark_before(opening, name, tie)
        else:
            paragraph.open_mark(start, name, tie, empty=empty)
        if spot.last is not None:
            spot.last.close_mark(max(spot.end - 1, 0), tie)
        elif not empty:
            paragraph.close_mark(end, tie)


def rename_marks(root: Element, file: str, numbers: Mapping[int, int]) -> None:
    """Give the marks of what was taken over from a drawn file the numbers that they have in this one."""
    name = re.compile(rf"({FIGURE}|{LINE}){re.escape(file)}_([0-9]+)")
    for element in root.iter():
        if local(element) == "bookmarkStart" and (found := name.fullmatch(attribute(element, "name") or "")):
            number = numbers.get(int(found[2]))
            if number is not None:
                element.set(W + "name", mark_name(found[1], file, number))
