"""Faults of fields and bookmarks: open ones, marks that lead nowhere, and results that are stale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from reportgen.messages import Message, msg
from reportgen.word.ooxml.package_reader import attribute, local

Located = tuple[int, Message]
"""A fault, and the paragraph of its part that it is in, counted from 1; 0 for the part as a whole."""

_REFERRING = ("REF", "PAGEREF")


@dataclass(slots=True)
class _Field:
    """A field being walked: where it begins, its instruction, whether its result has begun, and the result."""

    paragraph: int
    instruction: str = ""
    separated: bool = False
    result: str = ""

    @property
    def words(self) -> list[str]:
        """The instruction's words; the first is its kind."""
        return self.instruction.split()


@dataclass(slots=True)
class _Story:
    """One part of the file, walked in order: its fields, and the text inside each of its bookmarks."""

    paragraph: int = 0
    faults: list[Located] = field(default_factory=list[Located])
    fields: list[_Field] = field(default_factory=list[_Field])  # closed ones
    links: list[tuple[int, str]] = field(default_factory=list[tuple[int, str]])  # the bookmarks that links lead to
    marked: dict[str, str] = field(default_factory=dict[str, str])  # text by bookmark name
    _open: list[_Field] = field(default_factory=list[_Field])
    _inside: dict[str, str] = field(default_factory=dict[str, str])  # name by id of open bookmarks

    def walk(self, root: Element) -> None:
        """Meet every element in its order, then tell what stayed open."""
        for element in root.iter():
            self._meet(element)
        for opened in self._open:
            message = msg("the field '{instruction}' is not closed", instruction=opened.instruction.strip())
            self.faults.append((opened.paragraph, message))
        for name in self._inside.values():
            self._fault(msg("the bookmark {name} is not closed", name=name))

    def _fault(self, message: Message) -> None:
        self.faults.append((self.paragraph, message))

    def _meet(self, element: Element) -> None:
        match local(element):
            case "p":
                self.paragraph += 1
            case "fldChar":
                self._cross(attribute(element, "fldCharType"))
            case "instrText" if self._open:
                self._open[-1].instruction += element.text or ""
            case "t":
                self._tell(element.text or "")
            case "hyperlink":
                self.links.append((self.paragraph, attribute(element, "anchor") or ""))
            case "bookmarkStart":
                self._begin_mark(attribute(element, "name") or "", attribute(element, "id") or "")
            case "bookmarkEnd":
                mark_id = attribute(element, "id") or ""
                if self._inside.pop(mark_id, None) is None:
                    self._fault(msg("a bookmark ends that never began: {id}", id=mark_id))
            case _:
                pass

    def _cross(self, edge: str | None) -> None:
        if edge == "begin":
            self._open.append(_Field(self.paragraph))
        elif not self._open:
            self._fault(msg("a field has a mark '{mark}' and no beginning", mark=edge or ""))
        elif edge == "separate":
            self._open[-1].separated = True
        else:
            done = self._open.pop()
            self.fields.append(done)
            if not done.separated or not done.result:
                self._fault(msg("the field '{instruction}' holds no result", instruction=done.instruction.strip()))

    def _tell(self, text: str) -> None:
        for opened in self._open:
            if opened.separated:
                opened.result += text
        for name in self._inside.values():
            self.marked[name] += text

    def _begin_mark(self, name: str, mark_id: str) -> None:
        if name in self.marked:
            self._fault(msg("two bookmarks are called {name}", name=name))
        if mark_id in self._inside:
            self._fault(msg("two open bookmarks have the id {id}", id=mark_id))
        self._inside[mark_id] = name
        self.marked[name] = ""


def field_faults(roots: Mapping[str, Element]) -> Iterator[tuple[str, Located]]:
    """(part, fault) of the fields and bookmarks of all parts, which may lead from one part to another."""
    stories: dict[str, _Story] = {}
    for part, root in roots.items():
        stories[part] = _Story()
        stories[part].walk(root)
    yield from _names_told_twice(stories)
    marked = {name: text for story in stories.values() for name, text in story.marked.items()}
    for part, story in stories.items():
        yield from ((part, fault) for fault in story.faults)
        for told in story.fields:
            yield from ((part, (told.paragraph, fault)) for fault in _reference_faults(told, marked))
        yield from ((part, fault) for fault in _sequence_faults(story))
        yield from ((part, fault) for fault in _link_faults(story, marked))


def _names_told_twice(stories: Mapping[str, _Story]) -> Iterator[tuple[str, Located]]:
    """Bookmarks of one name in two parts, told of the later one."""
    known: set[str] = set()
    for part, story in stories.items():
        for name in story.marked:
            if name in known:
                yield part, (0, msg("two bookmarks are called {name}", name=name))
        known |= story.marked.keys()


def _link_faults(story: _Story, marked: Mapping[str, str]) -> Iterator[Located]:
    """A link inside the document leads to a bookmark."""
    for paragraph, anchor in story.links:
        if anchor and anchor not in marked:
            yield paragraph, msg("a link leads to a bookmark that is not there: {name}", name=anchor)


def _reference_faults(field: _Field, marked: Mapping[str, str]) -> Iterator[Message]:
    """A reference leads to a bookmark, and repeats what stands there."""
    kind, *arguments = field.words or [""]
    if kind not in _REFERRING:
        return
    target = arguments[0] if arguments else ""
    if target not in marked:
        yield msg("{field} leads to a bookmark that is not there: {name}", field=kind, name=target)
    elif kind == "REF" and "\\r" not in arguments and field.result != marked[target]:
        yield msg("REF says '{told}' where {name} marks '{text}'", told=field.result, name=target, text=marked[target])


def _sequence_faults(story: _Story) -> Iterator[Located]:
    """Captions count from 1, each sequence for itself."""
    counts: Counter[str] = Counter()
    for told in story.fields:
        kind, name, *_ = *told.words, "", ""
        if kind == "SEQ":
            counts[name] += 1
            if told.result != str(counts[name]):
                stale = msg(
                    "SEQ {name} says {told} where it counts {count}", name=name, told=told.result, count=counts[name]
                )
                yield told.paragraph, stale
