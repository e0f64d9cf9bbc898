"""Contents and lists of figures in a person's file: their entries' words and pages follow what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.records import record
from reportgen.word.body.fields import TOC
from reportgen.word.cutting import parent
from reportgen.word.ooxml.package_reader import attribute, local
from reportgen.word.ooxml.tree import W

_LEADS = re.compile(rf"(?:PAGEREF|\\l)\s+\"?({TOC}\w+)")
_PAGE = re.compile(rf"PAGEREF\s+\"?({TOC}\w+)")


@record
class Entry:
    """A paragraph of the contents and the bookmark that it leads to."""

    paragraph: Element
    name: str


def entries(body: Element) -> list[Entry]:
    """The entries of all contents of a body, in their order."""
    return [Entry(each, name) for each in body.iter(W + "p") if (name := _leads_to(each))]


def _leads_to(paragraph: Element) -> str:
    """The bookmark of a contents entry, which tells its page too; empty for other paragraphs."""
    codes = "".join(each.text or "" for each in paragraph.iter(W + "instrText"))
    codes += "".join(attribute(each, "instr") or "" for each in paragraph.iter(W + "fldSimple"))
    if not _PAGE.search(codes):
        return ""
    anchors = [each.get(W + "anchor", "") for each in paragraph.iter(W + "hyperlink")]
    named = next((each for each in anchors if each.startswith(TOC)), "")
    found = _LEADS.search(codes)
    return named or (found[1] if found else "")


def bookmarked(body: Element) -> dict[str, Element]:
    """The paragraph that each bookmark of contents opens in, or in front of."""
    found: dict[str, Element] = {}
    waiting: list[str] = []
    for each in body.iter():
        name = local(each)
        if name == "bookmarkStart" and (told := attribute(each, "name") or "").startswith(TOC):
            held = parent(each)
            while held is not None and local(held) not in ("p", "body"):
                held = cast("Any", held).getparent()
            if held is not None and local(held) == "p":
                found[told] = held
            else:
                waiting.append(told)
        elif name == "p" and waiting:
            found.update(dict.fromkeys(waiting, each))
            waiting.clear()
    return found


def replaced(entry: str, before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """What of an entry's text gives way, since what it leads to was renewed: each line of it that changed."""
    olds, news = before.split("\n"), after.split("\n")
    at = 0
    for old, new in zip(olds, news, strict=False):
        start = entry.find(old, at)
        if start < 0:
            continue
        at = start + len(old)
        if old != new:
            same = _same_start(old, new)
            tail = _same_start(old[same:][::-1], new[same:][::-1])
            yield start + same, start + len(old) - tail, new[same : len(new) - tail]


def _same_start(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def remove_entry(entry: Entry, entries_: Sequence[Entry]) -> None:
    """Take an entry out; where the contents open or end in it, they do in a neighbor."""
    place = entries_.index(entry)
    following = entries_[place + 1].paragraph if place + 1 < len(entries_) else None
    before = entries_[place - 1].paragraph if place else None
    opening, ending = _field_edges(entry.paragraph)
    if (opening and following is None) or (ending and before is None):
        return
    if following is not None:
        _open(following, opening)
    if before is not None:
        before.extend(ending)
    parent(entry.paragraph).remove(entry.paragraph)


def put_entry(made: Element, before: Element | None, after: Element | None) -> Element:
    """Put a new entry between others, of which one may be missing; the contents open in the first, end in the last."""
    for edges in _field_edges(made):
        for run in edges:
            made.remove(run)
    if before is not None:
        cast("Any", before).addnext(made)
        made.extend(_field_edges(before)[1])
    elif after is not None:
        cast("Any", after).addprevious(made)
        _open(made, _field_edges(after)[0])
    return made


def _open(paragraph: Element, opening: Sequence[Element]) -> None:
    at = 1 if len(paragraph) and local(paragraph[0]) == "pPr" else 0
    for run in reversed(opening):
        paragraph.insert(at, run)


def _field_edges(paragraph: Element) -> tuple[list[Element], list[Element]]:
    """The runs in which a field opens that goes on in the next paragraph, and those in which one ends from before."""
    inside: list[Element] = []
    ending: list[Element] = []
    depth = 0
    for run in [each for each in paragraph if local(each) == "r" and _edges(each)]:
        kind = next((attribute(each, "fldCharType") for each in run if local(each) == "fldChar"), "")
        if kind == "end" and depth == 0:
            ending.append(run)
            continue
        inside.append(run)
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        if depth == 0:
            inside.clear()
    return inside, ending


def _edges(run: Element) -> bool:
    return any(local(each) in ("fldChar", "instrText") for each in run)


def set_pages(body: Element, pages: Mapping[str, int]) -> None:
    """Tell in every entry the page that it leads to, where that is known."""
    for paragraph in body.iter(W + "p"):
        state, told = "", ""
        for each in paragraph.iter():
            match local(each):
                case "fldChar":
                    kind = attribute(each, "fldCharType")
                    state = "code" if kind == "begin" else "result" if kind == "separate" and told else ""
                    told = "" if kind in ("begin", "end") else told
                case "instrText" if found := _PAGE.search(each.text or ""):
                    told = found[1]
                case "t" if state == "result" and told in pages:
                    _tell(each, str(pages[told]))
                    state = "told"
                case "t" if state == "told":
                    each.text = ""
                case _:
                    pass


def _tell(element: Element, text: str) -> None:
    if element.text != text:
        element.text = text


def wanted(body: Element) -> Iterable[str]:
    """The bookmarks whose pages entries tell."""
    return dict.fromkeys(entry.name for entry in entries(body))
