"""A built file opened for editing, and the strokes that Word makes of what a person does in it.

A stroke changes the tree as Word writes it: typing over a figure leaves the runs' dress and whatever stands between the
runs, a paste renames bookmarks, a tracked change wraps runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, cast

from reportgen.ledger import Ledger, LedgerLine, Segment
from reportgen.living.locate import Located, locate
from reportgen.records import record
from reportgen.word.body.marks import FIGURE, LINE, mark_name
from reportgen.word.marked_file import MarkedFile, read_marked
from reportgen.word.ooxml.archive import pack
from reportgen.word.ooxml.package_reader import local
from reportgen.word.ooxml.tree import parse, serialize

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACE = W.strip("{}")
WHEN = "2025-06-10T09:00:00Z"
Node = Any
"""An element of lxml, which brings no types."""


def node(xml: str) -> Node:
    """An element of Word's by its text: `w` is its namespace."""
    opening, rest = xml.split(">", 1) if not xml.split(">", 1)[0].endswith("/") else (xml[:-2], "/>")
    if rest == "/>":
        return parse(f'{opening} xmlns:w="{NAMESPACE}"/>'.encode())
    return parse(f'{opening} xmlns:w="{NAMESPACE}">{rest}'.encode())


@record
class Target:
    """A figure of a file and where it stands: its paragraph, and its characters there, counted in what runs print."""

    line: LedgerLine
    figure: Segment
    paragraph: Node
    start: int
    end: int

    @property
    def text(self) -> str:
        """The figure as it was printed."""
        return self.figure.text

    @property
    def other(self) -> str:
        """Another figure of its kind: its last digit but for those behind the point is another one."""
        return other_figure(self.text)


def other_figure(text: str) -> str:
    """A figure of the same shape with another first digit."""
    at = next(place for place, letter in enumerate(text) if letter in "123456789")
    return text[:at] + str(int(text[at]) % 9 + 1) + text[at + 1 :]


class Draft:
    """A file being edited; strokes change it in place."""

    def __init__(self, data: bytes) -> None:
        self.file: MarkedFile = read_marked(data)
        self.ledger: Ledger = self.file.ledgers[0]
        self.located: Located = locate(self.file, self.ledger)
        self.parts: dict[str, bytes | None] = {}  # put in place of those of the file; None for one that is taken out
        self.body: Node = cast("Node", self.file.paragraphs[0].element).getroottree().getroot()

    # ---- what stands in it ------------------------------------------------------------------

    def targets(self, role: str = "body", language: str = "") -> Iterator[Target]:
        """The figures with digits in lines of a role, in reading order."""
        for line in self.ledger.lines:
            if line.role != role or language not in ("", line.language):
                continue
            for figure in line.figures:
                span = self.located.figures[figure.number].span
                if span is None or not any(letter in "123456789" for letter in figure.text):
                    continue
                paragraph = self.file.paragraphs[span.first]
                if local(paragraph.element.getroottree().getroot()) == "document":  # pyright: ignore
                    lead = paragraph.lead
                    yield Target(line, figure, paragraph.element, span.start + lead, span.end + lead)

    def target(self, role: str = "body", *, among: Callable[[Target], bool] = lambda _: True) -> Target:
        """The first figure of a role that stands amid words."""
        return next(each for each in self.targets(role) if among(each))

    def amid(self) -> Target:
        """A figure in prose with words before and behind it, none of them another figure's."""
        return self.target(among=lambda one: one.start > 1 and one.end + 1 < len(printed(one.paragraph)))

    def paragraph_of(self, line: LedgerLine) -> Node:
        """The paragraph in which a line stands."""
        return self.file.paragraphs[self.located.lines[line.number].span.first].element

    def line(self, role: str) -> LedgerLine:
        """The first line of a role."""
        return next(line for line in self.ledger.lines if line.role == role and line.number in self.located.lines)

    def mark(self, number: int, prefix: str = FIGURE) -> str:
        """The name of a mark."""
        return mark_name(prefix, self.ledger.file, number)

    def names(self) -> list[Node]:
        """The beginnings of all our marks, in their order."""
        return [one for one in self.body.iter(W + "bookmarkStart") if one.get(W + "name")[:4] in (FIGURE, LINE)]

    # ---- done with it -----------------------------------------------------------------------

    def finished(self) -> bytes:
        """The file as it is now."""
        opened = self.file.opened
        changed: dict[str, bytes | None] = {opened.main: serialize(self.body)} | self.parts
        kept = ((name, changed.pop(name, opened.raw(name))) for name in opened.sizes)
        parts = [(name, data) for name, data in kept if data is not None]
        parts += [(name, data) for name, data in changed.items() if data is not None]
        return pack(parts)


# ---- characters of a paragraph ------------------------------------------------------------------

_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_UNREAD = ("del", "moveFrom", "pPr", "rPr", "txbxContent", "instrText", "Fallback")


def _pieces(element: Node) -> Iterator[tuple[Node, str]]:
    for child in element:
        name = local(child)
        if name == "r" and any(each.get(W + "val") == "FootnoteReference" for each in child.iter(W + "rStyle")):
            continue  # a note's mark is no word of its sentence
        if name == "t":
            yield child, child.text or ""
        elif name in _LETTERS:
            yield child, _LETTERS[name]
        elif name not in _UNREAD:
            yield from _pieces(child)


def printed(paragraph: Node) -> str:
    """What the runs of a paragraph print."""
    return "".join(text for _, text in _pieces(paragraph))


def split(paragraph: Node, at: int) -> None:
    """Let a run begin before a character."""
    place = 0
    for piece, text in _pieces(paragraph):
        if place < at < place + len(text):
            run = piece.getparent()
            second = deepcopy(run)
            own = [child for child in run if local(child) != "rPr"]
            index = own.index(piece)
            for child in own[index + 1 :]:
                run.remove(child)
            for child in [child for child in second if local(child) != "rPr"][:index]:
                second.remove(child)
            piece.text, behind = text[: at - place], text[at - place :]
            first = next(child for child in second if local(child) != "rPr")
            first.text = behind
            for each in (piece, first):
                each.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.addnext(second)
            return
        place += len(text)


def runs(paragraph: Node, start: int, end: int) -> list[Node]:
    """The runs of exactly those characters, parted from the others where they must be."""
    split(paragraph, start)
    split(paragraph, end)
    found: list[Node] = []
    place = 0
    for piece, text in _pieces(paragraph):
        if start <= place and place + len(text) <= end and text and piece.getparent() not in found:
            found.append(piece.getparent())
        place += len(text)
    return found


def edge(paragraph: Node, at: int, made: Node) -> None:
    """Put an element between two characters, outside of runs."""
    split(paragraph, at)
    place, last = 0, None
    for piece, text in _pieces(paragraph):
        if place >= at:
            piece.getparent().addprevious(made)
            return
        place += len(text)
        last = piece.getparent()
    if last is None:
        paragraph.append(made)
    else:
        last.addnext(made)


# ---- strokes ------------------------------------------------------------------------------------


def type_over(paragraph: Node, start: int, end: int, text: str) -> Node:
    """Select characters and type: the first run keeps its dress and says what is typed. Returns that run."""
    first, *others = runs(paragraph, start, end)
    for run in others:
        run.getparent().remove(run)
    for child in [child for child in first if local(child) not in ("rPr", "t")]:
        first.remove(child)
    kept, *more = first.findall(W + "t")
    for each in more:
        first.remove(each)
    kept.text = text
    kept.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return first


def delete(paragraph: Node, start: int, end: int) -> None:
    """Select characters and delete them; what stands between the runs stays."""
    for run in runs(paragraph, start, end):
        run.getparent().remove(run)


def type_at(paragraph: Node, at: int, text: str) -> Node:
    """Type between two characters, in the dress of the one before. Returns the new run."""
    before = runs(paragraph, at - 1, at) if at else runs(paragraph, 0, 1)
    made = deepcopy(before[-1])
    for child in [child for child in made if local(child) not in ("rPr", "t")]:
        made.remove(child)
    made.find(W + "t").text = text
    if at:
        before[-1].addnext(made)
    else:
        before[0].addprevious(made)
    return made


def tracked(kind: str, number: int, author: str = "李编辑") -> Node:
    """An element of a tracked change: ins, del, moveFrom or moveTo."""
    return node(f'<w:{kind} w:id="{number}" w:author="{author}" w:date="{WHEN}"/>')


def track_out(paragraph: Node, start: int, end: int, number: int = 90001, kind: str = "del") -> Node:
    """Delete characters with tracking on. Returns the last element of the deletion."""
    wrapped: Node = None
    for offset, run in enumerate(runs(paragraph, start, end)):
        wrapped = tracked(kind, number + offset)
        run.addprevious(wrapped)
        wrapped.append(run)
        for text in run.findall(W + "t") if kind == "del" else ():
            text.tag = W + "delText"
    return wrapped


def track_in(after: Node, run: Node, number: int = 90101, kind: str = "ins") -> Node:
    """Put a run behind an element with tracking on."""
    wrapped = tracked(kind, number)
    wrapped.append(run)
    after.addnext(wrapped)
    return wrapped


def word(like: Node, text: str) -> Node:
    """A new run in the dress of another."""
    made = deepcopy(like)
    for child in [child for child in made if local(child) != "rPr"]:
        made.remove(child)
    made.append(node(f'<w:t xml:space="preserve">{text}</w:t>'))
    return made


def new_paragraph(like: Node, text: str) -> Node:
    """A paragraph in the dress of another that says something else."""
    first = runs(like, 0, 1)[0]
    made = like.makeelement(W + "p")
    made.extend(deepcopy(child) for child in like if local(child) == "pPr")
    made.append(word(first, text))
    return made


def mark_ends(body: Node, name: str) -> tuple[Node, Node]:
    """Both ends of a mark."""
    start = next(one for one in body.iter(W + "bookmarkStart") if one.get(W + "name") == name)
    end = next(one for one in body.iter(W + "bookmarkEnd") if one.get(W + "id") == start.get(W + "id"))
    return start, end


def move_mark(draft: Draft, target: Target, start: int, end: int) -> None:
    """Let the mark of a figure reach from one character to another."""
    opening, closing = mark_ends(draft.body, draft.mark(target.figure.number))
    for each in (opening, closing):
        each.getparent().remove(each)
    edge(target.paragraph, start, opening)
    edge(target.paragraph, end, closing)
    if start == end:
        opening.addnext(closing)


def drop_marks(element: Node) -> None:
    """Take all of our marks away that begin under an element, with their ends wherever these are."""
    root = element.getroottree().getroot()
    ties = [one for one in element.iter(W + "bookmarkStart") if (one.get(W + "name") or "")[:4] in (FIGURE, LINE)]
    ids = {one.get(W + "id") for one in ties}
    ends = [one for one in root.iter(W + "bookmarkEnd") if one.get(W + "id") in ids]
    for each in (*ties, *ends):
        each.getparent().remove(each)


def pasted(element: Node, draft: Draft, *, named: str = "") -> Node:
    """A copy as a paste makes it: Word leaves bookmarks behind; LibreOffice renames them to NAME_Copy_1."""
    copy = deepcopy(element)
    if not named:
        drop = [*copy.iter(W + "bookmarkStart"), *copy.iter(W + "bookmarkEnd")]
        for each in drop:
            each.getparent().remove(each)
        return copy
    for number, each in enumerate([*copy.iter(W + "bookmarkStart")], 70001):
        ends = [one for one in copy.iter(W + "bookmarkEnd") if one.get(W + "id") == each.get(W + "id")]
        each.set(W + "name", each.get(W + "name") + named)
        for one in (each, *ends):
            one.set(W + "id", str(number))
    return copy
