"""A table of both files as one: rows inserted and deleted, cells merged; of another grid, the whole table."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Protocol
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.tree import W, child, new_element
from reportgen.word.redline.blocks import Status, aligned, inside, likeness, signature
from reportgen.word.redline.form import form, properties
from reportgen.word.redline.source import Source
from reportgen.word.redline.stamp import Stamp

_LEAST_KEPT = 0.5
"""Rows of which less than that share of words stays are told as gone and new."""


class Texts(Protocol):
    """Who merges the texts of cells."""

    then: Source
    now: Source
    stamp: Stamp

    def merged(self, then: Sequence[Element], now: Sequence[Element]) -> list[Element]:
        """The paragraphs and tables of a cell in both files as one."""
        ...

    def paragraph(self, then: Element | None, now: Element | None, *, mark: str = "") -> Element:
        """A paragraph of both, or of one; `mark` says what becomes of its own mark."""
        ...


def merged_table(story: Texts, then: Element | None, now: Element | None) -> list[Element]:
    """The table, or two where one cannot become the other row by row."""
    if then is None or now is None or _grid(then) != _grid(now):
        lone = [(then, Status.THEN), (now, Status.NOW)]
        return [_lone_table(story, table, status) for table, status in lone if table is not None]
    rows = then.findall(W + "tr"), now.findall(W + "tr")
    signs = [_sign(row, story.then) for row in rows[0]], [_sign(row, story.now) for row in rows[1]]
    words = [_words(row) for row in rows[0]], [_words(row) for row in rows[1]]

    def alike(one: int, other: int) -> float:
        if _shape(rows[0][one]) != _shape(rows[1][other]):
            return 0.0
        near = likeness(words[0][one], words[1][other])
        first = likeness(_first(rows[0][one]), _first(rows[1][other]))
        return max(near, _LEAST_KEPT if first == 1.0 else near * first)

    steps = aligned(*signs, alike)
    made = new_element("tbl")
    made.append(_changed(story, then, now, "tblPr"))
    made.append(_merged_grid(story, then, now))
    for status, one, other in steps:
        if status is Status.BOTH and _shape(rows[0][one]) == _shape(rows[1][other]):
            made.append(_merged_row(story, rows[0][one], rows[1][other]))
            continue
        if one >= 0:
            made.append(_lone_row(story, rows[0][one], Status.THEN))
        if other >= 0:
            made.append(_lone_row(story, rows[1][other], Status.NOW))
    return [made]


def _grid(table: Element) -> tuple[int, str]:
    """What must be the same for a table to be told row by row: its columns, its style."""
    return len(table.findall(f"{W}tblGrid/{W}gridCol")), form(child(table, "tblPr", "tblStyle"))


def _shape(row: Element) -> tuple[str, ...]:
    """The cells of a row: what they span."""
    parts = ("gridSpan", "vMerge")
    return tuple("".join(form(child(cell, "tcPr", part)) for part in parts) for cell in row.findall(W + "tc"))


def _sign(row: Element, side: Source) -> str:
    return "\u241f".join(
        "\u241e".join(signature(p, side) for p in cell.iter(W + "p")) for cell in row.findall(W + "tc")
    )


def _words(row: Element) -> str:
    return "".join(each.text or "" for each in row.iter(W + "t"))


def _first(row: Element) -> str:
    cell = row.find(W + "tc")
    return "" if cell is None else _words(cell)


def _changed(story: Texts, then: Element, now: Element, name: str, without: tuple[str, ...] = ()) -> Element:
    """Properties as they are now, with what they were."""
    before, after = properties(then, name, without), properties(now, name, without)
    if form(before) != form(after):
        story.stamp.was(after, before)
    return after


def _merged_grid(story: Texts, then: Element, now: Element) -> Element:
    before, after = properties(then, "tblGrid"), properties(now, "tblGrid")
    if form(before) != form(after):
        after.append(new_element("tblGridChange", id=story.stamp.new_id()))
        after[-1].append(deepcopy(before))
    return after


def _merged_row(story: Texts, then: Element, now: Element) -> Element:
    made = new_element("tr")
    settings = _changed(story, then, now, "trPr", ("ins", "del"))
    if len(settings):
        made.append(settings)
    for one, other in zip(then.findall(W + "tc"), now.findall(W + "tc"), strict=True):
        cell = new_element("tc")
        about = _changed(story, one, other, "tcPr")
        if len(about):
            cell.append(about)
        cell.extend(story.merged(inside(one), inside(other)))
        made.append(cell)
    return made


def _lone_table(story: Texts, table: Element, status: Status) -> Element:
    made = new_element("tbl")
    made.extend(properties(table, name) for name in ("tblPr", "tblGrid"))
    made.extend(_lone_row(story, row, status) for row in table.findall(W + "tr"))
    return made


def _lone_row(story: Texts, row: Element, status: Status) -> Element:
    """A row that one side alone has, its words too."""
    kind = "del" if status is Status.THEN else "ins"
    made = new_element("tr")
    settings = properties(row, "trPr", ("ins", "del"))
    settings.append(story.stamp.change(kind))
    made.append(settings)
    for cell in row.findall(W + "tc"):
        new = new_element("tc")
        about = properties(cell, "tcPr")
        if len(about):
            new.append(about)
        for block in inside(cell):
            if block.tag == W + "tbl":
                new.append(_lone_table(story, block, status))
            else:
                sides = (block, None) if status is Status.THEN else (None, block)
                new.append(story.paragraph(*sides, mark=kind))
        made.append(new)
    return made
