"""A paragraph's content drawn anew: notes, links and references come and go with it; its look and comments stay."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from reportgen.word.body.marks import FIGURE, LINE
from reportgen.word.ooxml.package_reader import attribute, local
from reportgen.word.ooxml.tree import W
from reportgen.word.renewing.imported import Imports
from reportgen.word.renewing.revisions import Revisions

_STARTS = ("bookmarkStart", "commentRangeStart", "permStart")
_ENDS = ("bookmarkEnd", "commentRangeEnd", "permEnd")


def draw_anew(own: Element, drawn: Element, imports: Imports, revisions: Revisions) -> None:
    """Put what a drawn paragraph holds in place of what a person's holds, whose comments then speak of all of it."""
    made = imports.copy(drawn)
    fresh = [each for each in made if local(each) != "pPr" and not _foreign(each, made)]
    held = [each for each in own if local(each) != "pPr"]
    starts = [each for each in held if local(each) in _STARTS]
    ends = [each for each in held if local(each) in _ENDS or _is_comment(each)]
    gone = [each for each in held if each not in starts and each not in ends]
    for note in _notes(gone) if not revisions.tracked else ():
        _drop_note(imports, note)
    for each in held:
        own.remove(each)
    own.extend(starts)
    if revisions.tracked:
        own.extend(gone)
        for run in [run for each in gone for run in each.iter(W + "r")]:
            revisions.take(run)
        fresh = [_told(each, revisions) for each in fresh]
    own.extend(fresh)
    own.extend(ends)


def _told(element: Element, revisions: Revisions) -> Element:
    if local(element) == "r":
        told = revisions.mark("ins")
        told.append(element)
        return told
    if local(element) == "hyperlink":
        for place, run in enumerate(list(element)):
            if local(run) == "r":
                told = revisions.mark("ins")
                element.remove(run)
                told.append(run)
                element.insert(place, told)
    return element


def _foreign(element: Element, made: Element) -> bool:
    """Whether it is an edge of a bookmark that the person's paragraph has itself."""
    if local(element) == "bookmarkStart":
        return not _is_mark(element)
    if local(element) == "bookmarkEnd":
        tie = attribute(element, "id")
        return not any(
            local(each) == "bookmarkStart" and attribute(each, "id") == tie and _is_mark(each) for each in made.iter()
        )
    return False


def _is_mark(element: Element) -> bool:
    return (attribute(element, "name") or "").startswith((FIGURE, LINE))


def _is_comment(run: Element) -> bool:
    return any(local(each) == "commentReference" for each in run)


def _notes(elements: list[Element]) -> list[str]:
    return [
        attribute(each, "id") or "" for one in elements for each in one.iter() if local(each) == "footnoteReference"
    ]


def _drop_note(imports: Imports, told: str) -> None:
    """Take a footnote out whose mark goes."""
    root = imports.package.notes()
    for each in [] if root is None else list(root):
        if attribute(each, "id") == told and attribute(each, "type") is None:
            root.remove(each)  # type: ignore[union-attr]
