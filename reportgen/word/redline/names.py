"""The names of bookmarks, which fields and links refer to: one name where both files mean one place, else two.

Names count through a file, so that one section less lets them all mean something else. Ids count too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.records import record
from reportgen.word.body.marks import FIGURE, LINE
from reportgen.word.ooxml.tree import W, find_all, val
from reportgen.word.redline.blocks import Status, aligned, likeness

_REFERRING = re.compile(r"(?<=REF )\s*([^\s\\]+)")  # REF, PAGEREF and NOTEREF
_RANGES = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd")
_LONGEST = 40
"""Word takes no longer name."""


@record
class Names:
    """Where the first file has the bookmarks that both have under one name; the last of all ids."""

    shared: Mapping[str, Element]
    last: int


def settle_names(then: Element, now: Element, apart: Collection[str] = ()) -> Names:
    """Give bookmarks names and ids that hold for both files together.

    Those of the second file that are named `apart` are no bookmark of the first. Marks of figures and lines are the
    second file's alone.
    """
    named = _named(then), _named(now)
    same = {other: one for other, one in _paired(*named).items() if one not in apart}
    taken = {name for name, _ in named[0]} | {name for name, _ in named[1]}
    renamed: dict[str, str] = {}
    known = {name for name, _ in named[0]}
    for name, _ in named[1]:
        if name in same:
            renamed[name] = same[name]
        elif name in known:
            renamed[name] = _free(name, taken)
            taken.add(renamed[name])
    _rename(now, renamed)
    both = set(same.values())
    shared = {
        name: holder
        for each in find_all(then, "bookmarkStart")
        if (name := val(each, "name")) in both and (holder := _paragraph(each)) is not None
    }
    marks = {val(each, "id") for each in find_all(then, "bookmarkStart") if _is_mark(each) or val(each, "name") in both}
    for name in ("bookmarkStart", "bookmarkEnd"):
        for each in find_all(then, name):
            if val(each, "id") in marks:
                parent = cast("Any", each).getparent()
                parent.remove(each)
    return Names(shared, _renumbered(then, now))


def _is_mark(bookmark: Element) -> bool:
    return val(bookmark, "name").startswith((FIGURE, LINE))


def _named(root: Element) -> list[tuple[str, str]]:
    """The bookmarks that are no marks, each with what it stands at: its paragraph's words."""
    found: list[tuple[str, str]] = []
    for each in find_all(root, "bookmarkStart"):
        if not _is_mark(each):
            holder = _paragraph(each)
            words = "" if holder is None else "".join(t.text or "" for t in holder.iter(W + "t"))
            found.append((val(each, "name"), words))
    return found


def _paragraph(element: Element) -> Element | None:
    holder = cast("Any", element).getparent()
    while holder is not None and holder.tag != W + "p":
        holder = holder.getparent()
    return cast("Element | None", holder)


def _paired(then: Sequence[tuple[str, str]], now: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The names of the second file's bookmarks, and of the first's that stand at the same."""
    own, theirs = ([f"{name[:4]} {words}" for name, words in side] for side in (then, now))
    steps = aligned(own, theirs, lambda one, other: likeness(own[one], theirs[other]))
    return {now[other][0]: then[one][0] for status, one, other in steps if status is Status.BOTH}


def _free(name: str, taken: set[str]) -> str:
    for number in range(2, len(taken) + 3):
        ending = f"_{number}"
        if (made := name[: _LONGEST - len(ending)] + ending) not in taken:
            return made
    raise AssertionError("more names than bookmarks")


def _rename(root: Element, renamed: dict[str, str]) -> None:
    for each in find_all(root, "bookmarkStart"):
        each.set(W + "name", renamed.get(val(each, "name"), val(each, "name")))
    for each in find_all(root, "hyperlink"):
        if anchor := val(each, "anchor"):
            each.set(W + "anchor", renamed.get(anchor, anchor))
    for each in find_all(root, "instrText"):
        each.text = _REFERRING.sub(lambda found: renamed.get(found[1], found[1]), each.text or "")
    for each in find_all(root, "fldSimple"):
        each.set(W + "instr", _REFERRING.sub(lambda found: renamed.get(found[1], found[1]), val(each, "instr")))


def _renumbered(then: Element, now: Element) -> int:
    last = max((int(val(each, "id")) for each in then.iter() if val(each, "id").isdecimal()), default=0)
    count = last
    for name in _RANGES:
        for each in find_all(now, name):
            if val(each, "id").isdecimal():
                number = int(val(each, "id")) + last + 1
                each.set(W + "id", str(number))
                count = max(count, number)
    return count
