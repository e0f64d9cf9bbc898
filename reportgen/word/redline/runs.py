"""The words of a paragraph in both files as runs: what both have, what is deleted, what is inserted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.tree import W, new_element
from reportgen.word.redline.blocks import Status
from reportgen.word.redline.cells import Cell, Row, field_parts, is_field, token_key, tokens
from reportgen.word.redline.form import form
from reportgen.word.redline.stamp import Stamp

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LEAST_KEPT = 2
_DELETED = {W + "t": W + "delText", W + "instrText": W + "delInstrText"}
Pair = tuple[Cell | None, Cell | None]


def pairs(then: Row, now: Row, figures: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]]) -> list[Pair]:
    """The cells of both in the order in which they are told: deleted ones before those that stand for them."""
    words = tokens(then, figures[0]), tokens(now, figures[1])
    keys = [token_key(then, *one) for one in words[0]], [token_key(now, *one) for one in words[1]]
    found: list[Pair] = []
    for tag, a, b, c, d in _gathered(SequenceMatcher(None, *keys, autojunk=False).get_opcodes(), then, words[0]):
        one = then.cells[words[0][a][0] : words[0][b - 1][1]] if b > a else []
        other = now.cells[words[1][c][0] : words[1][d - 1][1]] if d > c else []
        if tag == "equal":
            found += zip(one, other, strict=True)
        else:
            found += ((cell, None) for cell in one)
            found += ((None, cell) for cell in other)
    return found


_Opcode = tuple[str, int, int, int, int]


def _gathered(opcodes: Sequence[_Opcode], then: Row, words: Sequence[tuple[int, int]]) -> list[_Opcode]:
    """The steps with crumbs between two changes counted to these: one letter that is in both is no word."""
    found: list[_Opcode] = []
    for number, (tag, a, b, c, d) in enumerate(opcodes):
        inner = 0 < number < len(opcodes) - 1
        if tag == "equal" and inner and _is_crumb(then.cells[words[a][0] : words[b - 1][1]]):
            tag = "replace"
        if found and tag != "equal" and found[-1][0] != "equal":
            found[-1] = ("replace", found[-1][1], b, found[-1][3], d)
        else:
            found.append((tag, a, b, c, d))
    return found


def _is_crumb(cells: Sequence[Cell]) -> bool:
    return all(cell.is_text for cell in cells) and sum(cell.key.isalnum() for cell in cells) < _LEAST_KEPT


@dataclass(slots=True)
class _Group:
    """Cells that become one run, or one object."""

    status: Status
    cell: Cell
    before: Element | None  # the properties that both had in the first file, where they differ
    text: list[str] = field(default_factory=list[str])
    now: Cell | None = None  # a field of both, as the second file has it


class Runs:
    """Writes the pairs of a paragraph; `names` are what a deletion and an insertion are called there."""

    def __init__(self, stamp: Stamp, names: tuple[str, str] = ("del", "ins")) -> None:
        self._stamp, self._names = stamp, names
        self._out: list[Element] = []
        self._link: tuple[str, Element | None] = ("", None)  # the link that is being filled: by its key, and itself

    def written(
        self, told: Iterable[Pair], zeros: tuple[dict[int, list[Element]], dict[int, list[Element]]]
    ) -> list[Element]:
        """The children of the paragraph. `zeros` take no room; each stands before the cell of that number."""
        self._out = []
        self._link = ("", None)
        group: _Group | None = None
        counts = [0, 0]
        for then, now in told:
            waiting = [
                each for side, cell in enumerate((then, now)) if cell for each in zeros[side].get(counts[side], ())
            ]
            counts = [counts[0] + (then is not None), counts[1] + (now is not None)]
            made = _group(then, now)
            if waiting or group is None or not _joins(group, made):
                self._flush(group)
                self._out_of_link(waiting)
                group = made
            if made.cell.is_text:
                group.text.append(made.cell.key)
        self._flush(group)
        for side in (0, 1):
            self._out_of_link(each for at, found in zeros[side].items() if at >= counts[side] for each in found)
        return self._out

    def _out_of_link(self, elements: Iterable[Element]) -> None:
        found = [deepcopy(each) for each in elements]
        if found:
            self._out += found
            self._link = ("", None)

    def _flush(self, group: _Group | None) -> None:
        if group is None:
            return
        self._place(group, list(self._elements(group)))

    def _elements(self, group: _Group) -> Iterator[Element]:
        """The runs of a group."""
        cell = group.cell
        if group.now is not None:
            yield from self._field(cell, group.now)
            return
        if not cell.is_text and cell.whole_runs:
            yield from (deepcopy(each) for each in cell.elements)
            return
        run = new_element("r")
        if cell.properties is not None or group.before is not None:
            properties = deepcopy(cell.properties) if cell.properties is not None else new_element("rPr")
            if group.before is not None:
                self._stamp.was(properties, group.before)
            run.append(properties)
        if cell.is_text:
            words = new_element("t")
            words.text = "".join(group.text)
            words.set(_SPACE, "preserve")
            run.append(words)
        else:
            run.extend(deepcopy(each) for each in cell.elements)
        yield run

    def _field(self, then: Cell, now: Cell) -> Iterator[Element]:
        """A field of both, which says something else."""
        opened, said, closed = field_parts(then.elements)
        says = field_parts(now.elements)[1]
        yield from map(deepcopy, opened)
        if "".join(map(form, said)) == "".join(map(form, says)):
            yield from map(deepcopy, said)
        else:
            gone = [deepcopy(each) for each in said]
            for each in gone:
                _delete(each)
            yield self._stamp.change("del", gone)
            yield self._stamp.change("ins", map(deepcopy, says))
        yield from map(deepcopy, closed)

    def _place(self, group: _Group, elements: list[Element]) -> None:
        """Put runs behind what is there: in their link, in the tracked change that they belong to."""
        if group.status is not Status.BOTH:
            name = self._names[group.status is Status.NOW]
            if name == "del":
                for each in elements:
                    _delete(each)
            holder = self._link[1] if self._is_open(group) else None if group.cell.link else self._out
            last = holder[-1] if holder is not None and len(holder) else None
            if last is not None and last.tag == W + name:
                last.extend(elements)
                return
            elements = [self._stamp.change(name, elements)]
        if not group.cell.link:
            self._out += elements
            self._link = ("", None)
        elif self._is_open(group) and self._link[1] is not None:
            self._link[1].extend(elements)
        else:
            source = group.cell.link_element
            assert source is not None, "a cell in a link knows it"
            link = source.makeelement(source.tag, dict(source.attrib))
            link.extend(elements)
            self._out.append(link)
            self._link = (group.cell.link, link)

    def _is_open(self, group: _Group) -> bool:
        return self._link[1] is not None and self._link[0] == group.cell.link and self._out[-1] is self._link[1]


def _group(then: Cell | None, now: Cell | None) -> _Group:
    if now is None:
        assert then is not None, "a pair holds a cell"
        return _Group(Status.THEN, then, None)
    if then is None:
        return _Group(Status.NOW, now, None)
    if not now.is_text:
        return _Group(Status.BOTH, then, None, now=now if is_field(now) else None)
    if then.dress == now.dress:
        return _Group(Status.BOTH, now, None)
    return _Group(Status.BOTH, now, then.properties if then.properties is not None else new_element("rPr"))


def _joins(group: _Group, made: _Group) -> bool:
    """Whether two are parts of one run."""
    one, other = group.cell, made.cell
    if not (one.is_text and other.is_text):
        return False
    same = (group.status, one.dress, one.link) == (made.status, other.dress, other.link)
    return same and group.before is made.before


def _delete(run: Element) -> None:
    for each in run.iter():
        each.tag = _DELETED.get(each.tag, each.tag)
