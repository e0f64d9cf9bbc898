"""Two Word files as one with tracked changes: all accepted it is the second, all rejected the first.

What Word tracks is tracked: words, paragraphs, moves, rows, notes, heads and feet, pictures, formats of words,
paragraphs, tables and sections. What it does not track is the second's: its properties, and the facts that it carries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from xml.etree.ElementTree import Element

from reportgen.word.ooxml.package_reader import local
from reportgen.word.ooxml.tree import W, val
from reportgen.word.redline.blocks import inside, likeness
from reportgen.word.redline.names import settle_names
from reportgen.word.redline.parts import Parts
from reportgen.word.redline.source import NOTES, Source
from reportgen.word.redline.stamp import Stamp
from reportgen.word.redline.story import Story

_ALIKE = 0.3
"""The least likeness of two notes that are taken for one."""

_NOBODY = "reportgen"

_MOST_TRIES = 3
"""How often it is tried anew where a bookmark of both files came to stand in a paragraph that one alone has."""


def redline(then: bytes, now: bytes) -> bytes:
    """The first file with tracked changes that make it the second; author and date are those of the second.

    WordFileError where one is none of Word's or is not safe to open. Tracked changes that a file brings count as
    accepted.
    """
    made, torn = _merged(then, now, ())
    apart: set[str] = set()
    for _ in range(_MOST_TRIES):
        if not torn:
            break
        apart |= torn
        made, torn = _merged(then, now, apart)
    return made


def _merged(then: bytes, now: bytes, apart: Collection[str]) -> tuple[bytes, set[str]]:
    """The file, and the bookmarks that came to stand elsewhere than one of the two has them."""
    one, other = Source(then), Source(now)
    names = settle_names(one.body, other.body, apart)
    parts, stamp = Parts(one, other), Stamp(*_signed(other), names.last)
    parts.bring_styles()
    _pair_notes(one, other)
    margins = dict(_margins(one, other))
    parts.stands_for = {theirs: own for own, theirs in margins.items()}
    story = Story(one, other, parts, stamp, names.shared)
    body, new = _content(one.body), _content(other.body)
    blocks = story.merged(inside(body), inside(new))
    section = story.section(body.find(W + "sectPr"), new.find(W + "sectPr"))
    _refill(body, [*blocks, *([section] if section is not None else [])])
    parts.put(one.opened.main, one.body)
    for kind in NOTES.values():
        _notes(story, kind)
    for name, theirs in margins.items():
        _margin(story, name, theirs)
    for kind in ("customXml/", "docProps/"):
        parts.replace(kind)
    return parts.data(), story.torn


def _content(root: Element) -> Element:
    found = root.find(W + "body")
    assert found is not None, "a document has a body"
    return found


def _refill(holder: Element, children: Sequence[Element]) -> None:
    for each in list(holder):
        holder.remove(each)
    holder.extend(children)


def _signed(now: Source) -> tuple[str, str]:
    """Who made the second file, and when, as it says itself."""
    author, date = "", ""
    if "docProps/core.xml" in now.opened.sizes:
        for each in now.opened.part("docProps/core.xml"):
            author = (each.text or "") if local(each) == "creator" else author
            date = (each.text or "") if local(each) == "modified" or (local(each) == "created" and not date) else date
    return author or _NOBODY, date


# ---- notes ---------------------------------------------------------------------------------------


def _listed(source: Source, kind: str) -> list[Element]:
    """The notes of a file, those without words that only draw lines left out."""
    part = source.target(kind)
    return [each for each in source.tree(part) if val(each, "type") == ""] if part else []


def _pair_notes(then: Source, now: Source) -> None:
    """Say which notes of the two files are one: those of the same words, then in between those that are alike."""
    for kind in NOTES.values():
        own, other = _listed(then, kind), _listed(now, kind)
        words = [["".join(t.text or "" for t in note.iter(W + "t")) for note in notes] for notes in (own, other)]
        for one, two in _note_pairs(*words):
            name = f"{kind} {one}"
            then.notes[kind, val(own[one], "id")] = name
            now.notes[kind, val(other[two], "id")] = name


def _note_pairs(then: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int]]:
    at, other = 0, 0
    for block in SequenceMatcher(None, then, now, autojunk=False).get_matching_blocks():
        one, two = at, other
        while one < block.a and two < block.b:
            if likeness(then[one], now[two]) >= _ALIKE:
                yield one, two
                one, two = one + 1, two + 1
            elif block.a - one > block.b - two:
                one += 1
            else:
                two += 1
        yield from ((block.a + n, block.b + n) for n in range(block.size))
        at, other = block.a + block.size, block.b + block.size


def _notes(story: Story, kind: str) -> None:
    """The notes of both: those at marks that both have merged, those of new marks put behind."""
    own, other = story.then.target(kind), story.now.target(kind)
    if not own or not other:
        return
    root, theirs = story.then.tree(own), story.now.tree(other)
    known = {val(each, "id"): each for each in root}
    new = {val(each, "id"): each for each in theirs}
    story.then.enter(own)
    story.now.enter(other)
    for one, two in dict.fromkeys(story.met[kind]):
        if one in known and two in new:
            _refill(known[one], story.merged(inside(known[one]), inside(new[two])))
    for (what, told), number in story.brought.items():
        if what == kind and told in new:
            note = deepcopy(new[told])
            note.set(W + "id", number)
            _refill(note, [story.paragraph(None, each) for each in inside(new[told])])
            root.append(note)
    story.parts.put(own, root)


# ---- heads and feet ------------------------------------------------------------------------------


def _margins(then: Source, now: Source) -> Iterator[tuple[str, str]]:
    """The heads and feet of both, by which page they stand on: of sections in their order."""
    found = [_edges(side) for side in (then, now)]
    done: set[str] = set()
    for key, part in found[0].items():
        if key in found[1] and part not in done:
            done.add(part)
            yield part, found[1][key]


def _edges(source: Source) -> dict[tuple[str, str, int], str]:
    """The parts of heads and feet by what they are, the pages they stand on, and how many of that sort came before."""
    relations = {each.id: each.target for each in source.opened.relations(source.opened.main)}
    found: dict[tuple[str, str, int], str] = {}
    for name in ("headerReference", "footerReference"):
        counts: dict[str, list[str]] = {}
        for each in source.body.iter(W + name):
            part = next((relations.get(value, "") for key, value in each.attrib.items() if key.endswith("}id")), "")
            parts = counts.setdefault(val(each, "type"), [])
            if part in source.opened.sizes and part not in parts:
                parts.append(part)
        found.update({(name, kind, at): part for kind, parts in counts.items() for at, part in enumerate(parts)})
    return found


def _margin(story: Story, own: str, other: str) -> None:
    root, theirs = story.then.tree(own), story.now.tree(other)
    story.then.enter(own)
    story.now.enter(other)
    _refill(root, story.merged(inside(root), inside(theirs)))
    story.parts.put(own, root)
