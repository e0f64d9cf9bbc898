"""Comments put into a copy of a Word file, each at the characters it speaks of; all else of the file stays as it was.

Word shows no comment in a note, a text box, a header or a footer: there it stands at the note's mark, at what the box
hangs on, or at the first paragraph. No date is written, so that the same comments give the same bytes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.messages import msg
from reportgen.word.cutting import SPACE, by_place, no_tail, outermost, parent, split_at
from reportgen.word.ooxml.archive import pack
from reportgen.word.ooxml.package_reader import WordFileError, WordPackage, attribute, local, open_word
from reportgen.word.ooxml.tree import KINDS, RELATIONS, TYPES, parse, serialize
from reportgen.word.reader import ReadParagraph, paragraphs_of
from reportgen.word.styles.scripts import split_scripts

MOST_COMMENTS = 32_000
"""Word opens no file with more than 32,767 (MS-OI29500 2.1.315)."""

_STRICT = "http://purl.oclc.org/ooxml/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TRACKED = ("ins", "moveTo")
_STYLES = {"text": "text", "reference": "mark"}
"""What the styles for comments are called behind `annotation`, and what they are for."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said of the characters `start` to `end` of a passage, by its number in `read_text`.

    Of the whole paragraph where the two are the same. `lines` are its paragraphs, each with its language.
    """

    block: int
    start: int
    end: int
    lines: tuple[tuple[str, str], ...]


def with_comments(source: bytes | Path, comments: Sequence[Comment], author: str, initials: str) -> bytes:
    """A copy of the file with the comments, the first `MOST_COMMENTS` of them, in the order they stand in the text.

    WordFileError and OSError as `read_text` raises them.
    """
    opened = open_word(source)
    body = opened.part(opened.main)
    names = _Names(body, _style_ids(opened))
    read = list(paragraphs_of(opened, body))
    listed = _Comments(opened, names)
    placed = sorted(comments, key=lambda each: (each.block, each.start, each.end))[: MOST_COMMENTS - len(listed.root)]
    marks = _marks(body)
    groups: dict[int, list[tuple[Comment, str]]] = {}
    for comment in placed:
        told = listed.add(comment, author, initials)
        groups.setdefault(comment.block, []).append((comment, told))
    for block, group in groups.items():
        where = read[block] if 0 <= block < len(read) else None
        if where is not None and where.element is where.host:
            _mark_stretches(where, group, names)
        else:
            target = _stand_in(where, marks, body, opened.name)
            for _, told in group:
                _surround(target, target, told, names)
    _number_changes(body, names)
    return pack(_parts(opened, {opened.main: serialize(body)} | listed.parts()))


@dataclass(frozen=True, slots=True)
class _Names:
    """The namespace of the file's words, which strict files have of their own, and its styles for comments."""

    root: Element
    styles: Mapping[str, str]

    @property
    def w(self) -> str:
        """The namespace, in braces."""
        return self.root.tag.partition("}")[0] + "}"

    def new(self, name: str, /, **attributes: str) -> Element:
        """A new element of Word's."""
        return self.root.makeelement(self.w + name, {self.w + key: value for key, value in attributes.items()})

    def styled(self, kind: str, what: str) -> list[Element]:
        """The properties that name a style for comments; none where the file has no such style."""
        if what not in self.styles:
            return []
        properties = self.new("pPr" if kind == "pStyle" else "rPr")
        properties.append(self.new(kind, val=self.styles[what]))
        return [properties]


def _style_ids(opened: WordPackage) -> dict[str, str]:
    """The ids of the styles that Word gives comments and their marks, where the file has them."""
    found: dict[str, str] = {}
    for relation in opened.relations(opened.main):
        if relation.kind == "styles" and relation.target in opened.sizes:
            for style in opened.part(relation.target):
                name = next((attribute(each, "val") or "" for each in style if local(each) == "name"), "")
                kind, _, what = name.lower().partition(" ")
                if kind == "annotation" and what in _STYLES:
                    found[_STYLES[what]] = attribute(style, "styleId") or ""
    return found


# ---- where they stand ------------------------------------------------------------------------


def _marks(body: Element) -> dict[tuple[str, str], Element]:
    """The runs of the marks of notes, by kind and id."""
    found: dict[tuple[str, str], Element] = {}
    for element in body.iter():
        name = local(element)
        if name in ("footnoteReference", "endnoteReference"):
            found.setdefault((name.removesuffix("Reference"), attribute(element, "id") or ""), parent(element))
    return found


def _stand_in(
    where: ReadParagraph | None, marks: Mapping[tuple[str, str], Element], body: Element, name: str
) -> Element:
    """The run or paragraph of the body that stands for a place in which Word shows no comment."""
    if where is not None and where.host is not None:
        inside = where.element
        while parent(inside) is not where.host:
            inside = parent(inside)
        return inside
    if where is not None and (mark := marks.get((where.story, where.note))) is not None:
        return mark
    first = next((element for element in body.iter() if local(element) == "p"), None)
    if first is None:
        raise WordFileError(name, msg("this file has no paragraph that could bear a comment"))
    return first


def _mark_stretches(where: ReadParagraph, group: Sequence[tuple[Comment, str]], names: _Names) -> None:
    """Mark the stretches of a paragraph, its runs split where one begins or ends."""
    pieces = list(where.pieces)
    length = sum(len(piece.text) for piece in pieces)
    stretches: list[tuple[int, int, str]] = []
    for comment, told in group:
        start, end = (min(length, max(0, at + where.lead)) for at in (comment.start, comment.end))
        stretches.append((start, end, told))
    for edge in sorted({edge for start, end, _ in stretches if start < end for edge in (start, end)}):
        split_at(pieces, edge)
    for start, end, told in stretches:
        inside = [piece.element for at, piece in by_place(pieces) if start <= at < end]
        if inside:
            _surround(outermost(inside[0], where.element), outermost(inside[-1], where.element), told, names)
        else:
            _surround(where.element, where.element, told, names)


def _number_changes(body: Element, names: _Names) -> None:
    """Give tracked changes of format that came to stand twice, as their run was parted, ids of their own."""
    ids = [attribute(each, "id") or "" for each in body.iter()]
    free = max((int(each) for each in ids if each.isdecimal() and len(each) < 10), default=0) + 1
    seen: set[str] = set()
    for change in body.iter(names.w + "rPrChange"):
        known = attribute(change, "id") or ""
        if known in seen:
            change.set(names.w + "id", str(free))
            free += 1
        seen.add(known)


def _surround(first: Element, last: Element, told: str, names: _Names) -> None:
    """Put a comment's marks round what it speaks of: round two elements of a paragraph, or inside all of one."""
    start, end = names.new("commentRangeStart", id=told), names.new("commentRangeEnd", id=told)
    run = names.new("r")
    run.extend(names.styled("rStyle", "mark"))
    run.append(names.new("commentReference", id=told))
    if local(first) == "p":
        first.insert(1 if len(first) and local(first[0]) == "pPr" else 0, start)
        first.extend((end, run))
        return
    cast("Any", first).addprevious(start)
    after = cast("Any", last)
    after.addnext(end)
    outside = parent(end)
    cast("Any", outside if local(outside) in _TRACKED else end).addnext(run)
    for element in (end, run, last):
        no_tail(element)


# ---- what they say ---------------------------------------------------------------------------


class _Comments:
    """The part of the comments: those that are there, and those that are added."""

    def __init__(self, opened: WordPackage, names: _Names) -> None:
        listed = [each for each in opened.relations(opened.main) if each.kind == "comments" and not each.external]
        self.opened, self.names = opened, names
        self.known = next((each.target for each in listed if each.target in opened.sizes), "")
        if self.known:
            self.root = opened.part(self.known)
        else:
            self.root = parse(f'<w:comments xmlns:w="{names.w.strip("{}")}"/>'.encode())
        told = [attribute(each, "id") or "" for each in self.root]
        self.next = max((int(each) for each in told if each.isdecimal()), default=-1) + 1

    def add(self, comment: Comment, author: str, initials: str) -> str:
        """Write a comment; its id."""
        told, self.next = str(self.next), self.next + 1
        made = self.names.new("comment", id=told, author=author, initials=initials)
        for number, (text, tongue) in enumerate(comment.lines):
            paragraph = self.names.new("p")
            paragraph.extend(self.names.styled("pStyle", "text"))
            if number == 0:
                mark = self.names.new("r")
                mark.extend(self.names.styled("rStyle", "mark"))
                mark.append(self.names.new("annotationRef"))
                paragraph.append(mark)
            paragraph.extend(self._runs(text, tongue))
            made.append(paragraph)
        self.root.append(made)
        return told

    def _runs(self, text: str, tongue: str) -> Iterator[Element]:
        """The words, each run of one script, marked as in their language."""
        for piece, _ in split_scripts(text, cjk=tongue == "zh"):
            run, properties, words = self.names.new("r"), self.names.new("rPr"), self.names.new("t")
            properties.append(self.names.new("lang", val="en-US", eastAsia="zh-CN"))
            words.text = piece
            words.set(SPACE, "preserve")
            run.extend((properties, words))
            yield run

    def parts(self) -> dict[str, bytes]:
        """The parts that are new or changed: the comments, and what says that they are there."""
        if self.known:
            return {self.known: serialize(self.root)}
        folder, file = posixpath.split(self.opened.main)
        name = next(each for each in _free_names(folder) if each not in self.opened.sizes)
        rels = f"{folder}/_rels/{file}.rels".lstrip("/")
        return {
            "[Content_Types].xml": self._types(name),
            rels: self._relations(rels, posixpath.relpath(name, folder or ".")),
            name: serialize(self.root),
        }

    def _types(self, name: str) -> bytes:
        root = self.opened.part("[Content_Types].xml")
        _append(root, f"{{{TYPES}}}Override", PartName=f"/{name}", ContentType=_TYPE)
        return serialize(root)

    def _relations(self, part: str, target: str) -> bytes:
        root = self.opened.part(part) if part in self.opened.sizes else parse(_NO_RELATIONS)
        taken = {each.get("Id") for each in root}
        told = next(each for each in (f"rIdComments{number}" for number in range(len(taken) + 1)) if each not in taken)
        strict = self.names.w.strip("{}").startswith(_STRICT)
        kinds = f"{_STRICT}officeDocument/relationships/" if strict else KINDS
        _append(root, f"{{{RELATIONS}}}Relationship", Id=told, Type=f"{kinds}comments", Target=target)
        return serialize(root)


_NO_RELATIONS = f'<Relationships xmlns="{RELATIONS}"/>'.encode()


def _append(root: Element, tag: str, **attributes: str) -> None:
    root.append(root.makeelement(tag, attributes))


def _free_names(folder: str) -> Iterator[str]:
    yield posixpath.join(folder, "comments.xml")
    yield from (posixpath.join(folder, f"comments{number}.xml") for number in range(2, 10_000))


def _parts(opened: WordPackage, changed: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every part in the file's order, the changed ones as they are now, the new ones last."""
    for name in opened.sizes:
        yield name, changed[name] if name in changed else opened.raw(name)
    yield from ((name, data) for name, data in changed.items() if name not in opened.sizes)
