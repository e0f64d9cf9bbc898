"""A text of both files (a body, a cell, a note, a header) as one: its paragraphs and tables merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element

from reportgen.numbers import find
from reportgen.word.ooxml.tree import W, new_element, val
from reportgen.word.redline.blocks import Status, Step, aligned, inside, likeness, moves, signature, with_last_paired
from reportgen.word.redline.cells import Cell, Row, row_of
from reportgen.word.redline.form import form, properties
from reportgen.word.redline.parts import Parts
from reportgen.word.redline.runs import Pair, Runs, pairs
from reportgen.word.redline.source import NOTES, Source
from reportgen.word.redline.stamp import Stamp
from reportgen.word.redline.tables import merged_table

_ASIDE = ("rPr", "sectPr")
"""What of a paragraph's properties is told by itself."""


class Story:
    """Merges the texts of one part. Tables are merged by tables.py, which comes back here for their cells."""

    def __init__(self, then: Source, now: Source, parts: Parts, stamp: Stamp, shared: Mapping[str, Element]) -> None:
        self.then, self.now, self.parts, self.stamp = then, now, parts, stamp
        self._shared = shared
        self.torn: set[str] = set()  # bookmarks of both that stand where one file does not have them
        self.met: dict[str, list[tuple[str, str]]] = {name: [] for name in NOTES.values()}
        self.brought: dict[tuple[str, str], str] = {}
        self._moved = 0

    # ---- a container ---------------------------------------------------------------------------

    def merged(self, then: Sequence[Element], now: Sequence[Element]) -> list[Element]:
        """The paragraphs and tables of one text in both files as one."""
        then, now = _opened(then, now)
        signs = [signature(each, self.then) for each in then], [signature(each, self.now) for each in now]
        words = [_words(each) for each in then], [_words(each) for each in now]

        def alike(one: int, other: int) -> float:
            return _alike(then[one], now[other], words[0][one], words[1][other])

        steps = with_last_paired(aligned(*signs, alike), then, now)
        moved = moves(steps, *signs, lambda one, other: _movable(then[one]) and _movable(now[other]))
        shifts = _shifted(steps, then, now)
        names = {one: f"move{self._moved + n}" for n, one in enumerate(moved, 1)}
        self._moved += len(moved)
        targets = {other: names[one] for one, other in moved.items()}
        made: list[Element] = []
        for at, (status, one, other) in enumerate(steps):
            block = then[one] if one >= 0 else now[other]
            if block.tag == W + "sdt":
                made.append(self._control(block, now[other]))
            elif block.tag == W + "tbl":
                made += merged_table(self, then[one] if one >= 0 else None, now[other] if other >= 0 else None)
            elif status is Status.BOTH:
                made.append(self.paragraph(then[one], now[other], mark=shifts.get(at, "")))
            else:
                name = names.get(one) if status is Status.THEN else targets.get(other)
                made += self._lone(block, status, name or "", shifts.get(at))
        if shifts:
            first = steps[min(shifts)]
            self._end_as(made[-1], then[first[1]], now[first[2]], steps[-1][0])
        return made

    def _end_as(self, last: Element, then: Element, now: Element, status: Status) -> None:
        """Give the last mark of a text, which stays, the format that goes with it in either file."""
        before = properties(then if status is Status.NOW else last, "pPr", _ASIDE)
        after = properties(last, "pPr") if status is Status.NOW else self._plain(now)
        for each in last.findall(W + "pPr"):
            last.remove(each)
        if form(before) != form(properties_of(after)):
            self.stamp.was(after, before)
        if len(after):
            last.insert(0, after)

    def _control(self, then: Element, now: Element) -> Element:
        """A content control of both, such as that round contents, with its texts merged."""
        made = new_element("sdt")
        made.extend(deepcopy(each) for each in then if each.tag != W + "sdtContent")
        held = new_element("sdtContent")
        held.extend(self.merged(inside(_held(then)), inside(_held(now))))
        made.append(held)
        return made

    def _lone(self, block: Element, status: Status, move: str, shifted: str | None) -> Iterator[Element]:
        """A paragraph that one side alone has."""
        if block.tag != W + "p":
            yield deepcopy(block)
            return
        kind = ("moveFrom" if move else "del") if status is Status.THEN else "moveTo" if move else "ins"
        mark = kind if shifted is None else shifted
        sides = (block, None) if status is Status.THEN else (None, block)
        made = self.paragraph(*sides, mark=mark, names=("moveFrom", "moveTo") if move else ("del", "ins"))
        if not move:
            yield made
            return
        start = self.stamp.change(f"{kind}RangeStart", name=move)
        made.insert(1 if len(made) and made[0].tag == W + "pPr" else 0, start)
        yield made
        yield new_element(f"{kind}RangeEnd", id=val(start, "id"))

    # ---- a paragraph ---------------------------------------------------------------------------

    def paragraph(
        self, then: Element | None, now: Element | None, *, mark: str = "", names: tuple[str, str] = ("del", "ins")
    ) -> Element:
        """A paragraph of both, or of one; `mark` says what becomes of its own mark."""
        made = new_element("p")
        for each in now.iter(W + "bookmarkStart") if now is not None else ():
            if (name := val(each, "name")) in self._shared and self._shared[name] is not then:
                self.torn.add(name)
        settings = self._properties(then, now)
        if mark:
            self.stamp.mark(settings, mark)
        if len(settings):
            made.append(settings)
        rows = [row_of(one, side) if one is not None else Row() for one, side in ((then, self.then), (now, self.now))]
        language = self.now.languages.get(now, "") if now is not None else ""
        told = [self._settled(pair) for pair in _paired(rows[0], rows[1], language)]
        made.extend(Runs(self.stamp, names).written(told, (rows[0].zeros, rows[1].zeros)))
        return made

    def _settled(self, pair: Pair) -> Pair:
        """A pair as it can stand in the file: what is brought leads to the parts that are brought."""
        then, now = pair
        if now is None:
            return pair
        if then is not None:
            self._meet(then, now)
            if now.is_text and not now.link:
                return pair
        return then, self._brought(now)

    def _meet(self, then: Cell, now: Cell) -> None:
        for one, other in zip(then.elements, now.elements, strict=False):
            for mine, theirs in zip(one.iter(), other.iter(), strict=False):
                name = mine.tag.rpartition("}")[2]
                if name in NOTES and theirs.tag == mine.tag:
                    self.met[NOTES[name]].append((val(mine, "id"), val(theirs, "id")))

    def _brought(self, cell: Cell) -> Cell:
        """A cell of the second file for the first: relationships, notes, numbers of drawings."""
        link = cell.link_element
        if link is not None:
            bare = link.makeelement(link.tag, dict(link.attrib))
            link = self.parts.linked(bare, self.now.part, self.then.part)
        elements = tuple(self._own(deepcopy(each)) for each in cell.elements)
        return Cell(cell.key, cell.dress, cell.properties, elements, cell.whole_runs, cell.link, link)

    def _own(self, element: Element) -> Element:
        for each in element.iter():
            name = each.tag.rpartition("}")[2]
            if name in NOTES:
                told = NOTES[name], val(each, "id")
                known = self.brought.setdefault(told, str(9000 + len(self.brought)))
                each.set(W + "id", known)
            elif name == "docPr":
                each.set("id", self.stamp.new_id())
        return self.parts.linked(element, self.now.part, self.then.part)

    # ---- properties ----------------------------------------------------------------------------

    def _properties(self, then: Element | None, now: Element | None) -> Element:
        """A paragraph's properties as they are now, with what they were."""
        holder = now if now is not None else then
        assert holder is not None, "a paragraph stands in one of the two"
        made = properties(holder, "pPr", _ASIDE)
        if now is not None:
            self.listed(made)
        before = properties(then, "pPr", _ASIDE) if then is not None else None
        dress = properties(holder, "pPr").find(W + "rPr")
        if dress is not None:
            made.append(deepcopy(dress))
        section = self._section(then, now)
        if section is not None:
            made.append(section)
        if now is not None and before is not None and form(before) != form(self._plain(now)):
            self.stamp.was(made, before)
        return made

    def _plain(self, paragraph: Element) -> Element:
        made = properties(paragraph, "pPr", _ASIDE)
        self.listed(made)
        return made

    def listed(self, made: Element) -> None:
        """Let a paragraph of the second file be of the list that stands in the first."""
        for number in made.iter(W + "numId"):
            number.set(W + "val", self.parts.list_id(val(number)))

    def _section(self, then: Element | None, now: Element | None) -> Element | None:
        found = [each.find(f"{W}pPr/{W}sectPr") if each is not None else None for each in (then, now)]
        return self.section(*found)

    def section(self, then: Element | None, now: Element | None) -> Element | None:
        """A section's properties as they are now, with what they were; heads and feet are those of the first file."""
        if now is None:
            return deepcopy(then)
        edges = (W + "headerReference", W + "footerReference")
        rest = [deepcopy(each) for each in now if each.tag not in (*edges, W + "sectPrChange")]
        made = new_element("sectPr")
        if then is None:
            brought = [
                self.parts.linked(deepcopy(each), self.now.part, self.then.part) for each in now if each.tag in edges
            ]
            made.extend([*brought, *rest])
            return made
        made.extend([*(deepcopy(each) for each in then if each.tag in edges), *rest])
        old = new_element("sectPr")
        old.extend(deepcopy(each) for each in then if each.tag not in (*edges, W + "sectPrChange"))
        if "".join(map(form, old)) != "".join(map(form, rest)):
            self.stamp.was(made, old)
        return made


def _held(control: Element) -> Element:
    found = control.find(W + "sdtContent")
    return new_element("sdtContent") if found is None else found


def _opened(then: Sequence[Element], now: Sequence[Element]) -> tuple[list[Element], list[Element]]:
    """The same with the content controls opened that one side alone has: Word tracks none of these."""
    controls = [sum(each.tag == W + "sdt" for each in side) for side in (then, now)]
    if controls[0] == controls[1]:
        return list(then), list(now)
    opened: list[list[Element]] = [[], []]
    for blocks, side in zip(opened, (then, now), strict=True):
        for each in side:
            blocks += inside(_held(each)) if each.tag == W + "sdt" else [each]
    return opened[0], opened[1]


def _paired(then: Row, now: Row, language: str) -> list[Pair]:
    """The cells of both, figures whole where the language of the paragraph is known."""
    if not language or not now.cells or not then.cells or then.text == now.text:
        return pairs(then, now, ((), ()))
    found = ([(each.start, each.end) for each in find(row.text, language)] for row in (then, now))
    return pairs(then, now, (next(found), next(found)))


def _words(block: Element) -> str:
    return "".join(each.text or "" for each in block.iter(W + "t"))


def _alike(then: Element, now: Element, words: str, others: str) -> float:
    """How much two blocks have in common; two sorts nothing."""
    if then.tag != now.tag:
        return 0.0
    if then.tag == W + "p" and (_section_of(then) is None) != (_section_of(now) is None):
        return 0.0
    drawn = [any(True for _ in each.iter(W + "drawing")) for each in (then, now)]
    if not words and not others:
        return 0.9 if drawn[0] == drawn[1] else 0.0
    same_style = form(then.find(f"{W}pPr/{W}pStyle")) == form(now.find(f"{W}pPr/{W}pStyle"))
    return likeness(words, others) + (0.1 if same_style and words and others else 0.0)


def properties_of(made: Element) -> Element:
    """The same properties without what is told by itself."""
    holder = new_element("p")
    holder.append(deepcopy(made))
    return properties(holder, "pPr", _ASIDE)


def _section_of(block: Element) -> Element | None:
    return block.find(f"{W}pPr/{W}sectPr")


def _movable(block: Element) -> bool:
    """Whether a paragraph can be told as moved: it holds no section and no notes, whose numbers are of their places."""
    return (
        block.tag == W + "p"
        and _section_of(block) is None
        and not any(True for name in NOTES for _ in block.iter(W + name))
    )


def _shifted(steps: Sequence[Step], then: Sequence[Element], now: Sequence[Element]) -> dict[int, str]:
    """Where the marks of paragraphs behind the last that both have are told one paragraph earlier.

    The last mark of a text stays: what is put behind a last paragraph begins with a mark of its own.
    """
    last = max((at for at, step in enumerate(steps) if step[0] is Status.BOTH), default=-1)
    tail = steps[last + 1 :]
    blocks = [then[one] if one >= 0 else now[other] for _, one, other in tail]
    if last < 0 or not tail or any(block.tag != W + "p" for block in blocks):
        return {}
    _, one, _ = steps[last]
    if then[one].tag != W + "p":
        return {}
    name = "del" if tail[0][0] is Status.THEN else "ins"
    return {**dict.fromkeys(range(last, len(steps) - 1), name), len(steps) - 1: ""}
