"""Stretches of a paragraph's text put in place of others, and where its marks then stand.

Whatever else is in the paragraph stays where it is: comments, links, fields, notes, pictures, other people's bookmarks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.word.cutting import by_place, outermost, parent, split_at
from reportgen.word.ooxml.package_reader import local
from reportgen.word.ooxml.tree import new_element
from reportgen.word.reader import Piece, ReadParagraph
from reportgen.word.renewing.dress import StyleIds, dressed
from reportgen.word.renewing.revisions import Revisions


@dataclass(slots=True)
class TextEdit:
    """Characters `start` up to `end` of a paragraph's text, and the runs in their place, of `length` characters.

    `whole` ones are a figure, or otherwise dressed as what they replace.
    """

    start: int
    end: int
    runs: list[Element]
    length: int
    whole: bool = False


@dataclass(slots=True)
class EditedParagraph:
    """A paragraph that is being edited. Places are of its text as it was read, until edits are made from the last."""

    read: ReadParagraph
    styles: StyleIds
    revisions: Revisions
    pieces: list[Piece] = field(default_factory=list[Piece])
    done: list[TextEdit] = field(default_factory=list[TextEdit])
    opening: dict[int, Element] = field(default_factory=dict[int, Element])  # what stands behind a first character

    def __post_init__(self) -> None:
        self.pieces = list(self.read.pieces)

    def make(self, edits: Sequence[TextEdit]) -> None:
        """Make all edits; they do not overlap."""
        self.done = sorted(edits, key=lambda edit: (edit.start, edit.end))
        for edit in reversed(self.done):
            self._make(edit)

    def moved(self, place: int, *, behind: bool = False) -> int:
        """Where a place of the text stands after the edits; what was put in at it stands before it if `behind`."""
        return place + sum(
            edit.length - (edit.end - edit.start)
            for edit in self.done
            if edit.end < place or (edit.end == place and (edit.start < edit.end or behind))
        )

    def _make(self, edit: TextEdit) -> None:
        start, end = edit.start + self.read.lead, edit.end + self.read.lead
        for edge in (start, end):
            split_at(self.pieces, edge)
        inside = [(index, piece) for index, (at, piece) in self._indexed() if start <= at < end]
        if not inside:
            self._insert(edit, start)
            return
        index = inside[0][0]
        like = _run(inside[0][1])
        runs = dressed(edit.runs, like, self.styles, keep_style=edit.whole and _one_style(inside))
        insertions = {_insertion(piece.element) for _, piece in inside}
        if self.revisions.tracked and insertions == {None}:
            self._track(edit, index, len(inside), runs)
            return
        first = _holder(inside[0][1].element, self.read.element)
        insertion = _insertion(inside[0][1].element)
        place = first if len(insertions) == 1 or insertion is None else insertion
        self.revisions.put_before(place, runs)
        if len(insertions) > 1:
            _settle(place, inside[-1][1].element, self.read.element)
        for _, piece in inside:
            self._take(piece)
        self.pieces[index : index + len(inside)] = _pieces(runs)

    def _track(self, edit: TextEdit, index: int, count: int, runs: list[Element]) -> None:
        """Tell of a stretch that it goes, and behind it of what comes."""
        at_start = edit.start + self.read.lead == 0 and edit.length > 0
        if at_start and len(self.pieces[index].text) > 1:  # a mark opens behind a first character: of what goes too
            split_at(self.pieces, 1)
            count += 1
        told: Element | None = None
        for number, piece in enumerate(self.pieces[index : index + count]):
            taken = self._take(piece)
            told = taken if taken is not None else told
            if at_start and number == 1 and taken is not None:
                self.opening[edit.start] = taken
        if told is not None:
            self.revisions.put_after(told, runs)
        self.pieces[index : index + count] = _pieces(runs)

    def _indexed(self) -> Iterator[tuple[int, tuple[int, Piece]]]:
        return enumerate(by_place(self.pieces))

    def _take(self, piece: Piece) -> Element | None:
        """Take what prints some characters out of its run, and the run where nothing is left in it."""
        run = parent(piece.element)
        if local(run) != "r":
            piece.element.text = ""
            return None
        if all(each is piece.element or local(each) == "rPr" for each in run):
            return self.revisions.take(run)
        alone = run.makeelement(run.tag, dict(run.attrib))
        alone.append(piece.element)
        cast("Any", run).addprevious(alone)
        return self.revisions.take(alone)

    def _insert(self, edit: TextEdit, place: int) -> None:
        """Put runs in where nothing goes: behind the character before, or before the first one."""
        before = after = None
        index = 0
        for number, (at, piece) in self._indexed():
            if at < place:
                before, index = piece, number + 1
            elif after is None:
                after = piece
        near = before or after
        runs = dressed(edit.runs, _run(near) if near else None, self.styles, keep_style=False)
        if before is not None:
            self.revisions.put_after(_holder(before.element, self.read.element), runs)
        elif after is not None:
            self.revisions.put_before(_holder(after.element, self.read.element), runs)
        else:
            self.read.element.extend(runs)
        self.pieces[index:index] = _pieces(runs)

    # ---- marks ----

    def open_mark(self, place: int, name: str, tie: int, *, empty: bool = False) -> None:
        """Open a bookmark before a character of the text as it is now; end an empty one there too."""
        mark = new_element("bookmarkStart", id=str(tie), name=name)
        self._mark(place, mark, ends=False)
        if empty:
            cast("Any", mark).addnext(new_element("bookmarkEnd", id=str(tie)))

    def close_mark(self, place: int, tie: int) -> None:
        """End a bookmark behind the character before a place."""
        self._mark(place, new_element("bookmarkEnd", id=str(tie)), ends=True)

    @property
    def ends_inserted(self) -> bool:
        """Whether its last characters are a tracked insertion, inside of which no mark ends."""
        return bool(self.pieces) and _insertion(self.pieces[-1].element) is not None

    def open_mark_before(self, element: Element, name: str, tie: int) -> None:
        """Open a bookmark before an element."""
        cast("Any", element).addprevious(new_element("bookmarkStart", id=str(tie), name=name))

    def _mark(self, place: int, mark: Element, *, ends: bool) -> None:
        place += self.read.lead
        split_at(self.pieces, place)
        before = after = None
        for at, piece in by_place(self.pieces):
            if at < place:
                before = piece
            elif after is None:
                after = piece
        paragraph = self.read.element
        if after is not None and (not ends or before is None):
            cast("Any", _edge(outermost(after.element, paragraph), 0)).addprevious(mark)
        elif before is not None:
            cast("Any", _edge(outermost(before.element, paragraph), -1)).addnext(mark)
        else:
            paragraph.append(mark)


def _pieces(runs: Sequence[Element]) -> list[Piece]:
    """What runs that were put in print."""
    letters = {"tab": "\t", "br": "\n", "cr": "\n"}
    return [
        Piece(each, each.text or "" if local(each) == "t" else letters.get(local(each), ""))
        for run in runs
        for each in run
        if local(each) == "t" or local(each) in letters
    ]


def _run(piece: Piece) -> Element | None:
    run = parent(piece.element)
    return run if local(run) == "r" else None


def _holder(element: Element, paragraph: Element) -> Element:
    """The run of an element, or the field or formula that its run stands in and that takes no runs beside it."""
    run = parent(element)
    return run if local(run) == "r" and local(parent(run)) != "rt" else outermost(element, paragraph)


def _edge(run: Element, side: int) -> Element:
    """A run, or the tracked change that begins or ends with it: no mark goes with the change."""
    held = parent(run)
    return held if local(held) in ("ins", "moveTo") and held[side] is run else run


def _settle(first: Element, last: Element, paragraph: Element) -> None:
    """Take away what was deleted inside of a stretch that is replaced: taken back, it would be half a figure."""
    end = last
    while parent(end) is not paragraph and parent(end) is not parent(first):
        end = parent(end)
    between = cast("Any", first).getnext()
    while between is not None and between is not end:
        following = between.getnext()
        if local(between) == "del":
            parent(between).remove(between)
        between = following


def _insertion(element: Element) -> Element | None:
    held = cast("Any", element).getparent()
    while held is not None and local(held) != "p":
        if local(held) in ("ins", "moveTo"):
            return cast("Element", held)
        held = held.getparent()
    return None


def _one_style(inside: Sequence[tuple[int, Piece]]) -> bool:
    """Whether all that goes is in one character style."""
    found: set[str] = set()
    for _, piece in inside:
        run = _run(piece)
        styles = [] if run is None else [each for each in run.iter() if local(each) == "rStyle"]
        found.add(next(iter(styles)).get(styles[0].tag.rpartition("}")[0] + "}val", "") if styles else "")
    return len(found) == 1
