"""The contents of a Word file as people have it: what each entry says, which bookmark it leads to, and its page.

Not here: whether it says what stands there (living/).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.records import record
from reportgen.word.ooxml.package_reader import attribute, local
from reportgen.word.reader import ReadParagraph

_READ = ("{*}p", "{*}instrText", "{*}fldChar", "{*}hyperlink", "{*}t")


@record
class Entry:
    """A line of the contents or of a list of figures: the paragraph that it is, where it leads, the page it tells."""

    block: int
    target: str
    page: str


def entries(paragraphs: Sequence[ReadParagraph]) -> Iterator[Entry]:
    """The lines of all contents and lists of the body, in their order."""
    body = next((each.element for each in paragraphs if not each.story), None)
    if body is None:
        return
    blocks = {id(each.element): block for block, each in enumerate(paragraphs)}
    fields = _Fields()
    for element in cast("Any", body).getroottree().getroot().iter(*_READ):
        if local(element) == "p":
            if fields.target and fields.block >= 0:
                yield Entry(fields.block, fields.target, fields.page.strip())
            fields.begin(blocks.get(id(element), -1))
        else:
            fields.read(element)


class _Fields:
    """The fields that are open, and what the paragraph at hand says as a line of contents."""

    def __init__(self) -> None:
        self.open: list[str] = []  # the instruction of each, the innermost last
        self.shown = False
        self.begin(-1)

    def begin(self, block: int) -> None:
        """Read the next paragraph."""
        self.block, self.target, self.page = block, "", ""

    def read(self, element: Element) -> None:
        """Read an element of the paragraph."""
        match local(element):
            case "fldChar":
                edge = attribute(element, "fldCharType")
                if edge == "begin":
                    self.open.append("")
                elif edge == "end" and self.open:
                    self.open.pop()
                self.shown = edge == "separate"
            case "instrText" if self.open:
                self.open[-1] += element.text or ""
                words = self.open[-1].split()
                if words[:1] == ["PAGEREF"] and len(words) > 1 and self._inside:
                    self.target = self.target or words[1]
            case "hyperlink" if self._inside:
                self.target = self.target or attribute(element, "anchor") or ""
            case "t" if self.shown and self.open and self.open[-1].split()[:1] == ["PAGEREF"]:
                self.page += element.text or ""
            case _:
                pass

    @property
    def _inside(self) -> bool:
        return any(instruction.split()[:1] == ["TOC"] for instruction in self.open)


def targets(paragraphs: Sequence[ReadParagraph]) -> dict[str, int]:
    """Which paragraph each bookmark begins in."""
    found: dict[str, int] = {}
    for block, paragraph in enumerate(paragraphs):
        for edge in paragraph.edges:
            if edge.name:
                found.setdefault(edge.name, block)
    return found
