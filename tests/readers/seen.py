"""What a reader shows of a file: the words of the body, notes, pictures' words, what is raised, headed, tabled."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from pdfminer.utils import decode_text

from tests.word.pdf_tree import Element, Tree

_BLANK = re.compile(r"[\s\u200b]+")
_MARK = re.compile(r"\[\d+\]|[①-⑳]")
_VOID = {"img", "br", "hr", "meta", "link", "input", "col", "wbr", "source"}
Attributes = dict[str, str]


def bare(text: str) -> str:
    """The text without blanks, which readers set as they like, and without marks that can be taken for no figure."""
    return _MARK.sub("", _BLANK.sub("", text))


@dataclass
class Seen:
    """A file as a reader shows it."""

    words: str = ""
    notes: list[str] = field(default_factory=list[str])
    alternatives: list[str] = field(default_factory=list[str])
    pictures: int = 0
    raised: list[str] = field(default_factory=list[str])
    headings: list[str] = field(default_factory=list[str])
    tables: int = 0
    heads: int = 0  # cells that head a column
    items: int = 0  # of lists

    def without(self, texts: list[str]) -> Seen:
        """The same, less texts that are no words of the body."""
        words = bare(self.words)
        for text in map(bare, texts):
            words = words.replace(text, "", 1)
        return replace(self, words=words)

    def in_order(self, lines: list[tuple[str, str]]) -> tuple[list[str], str]:
        """The lines that are not shown after the line before, and what is shown beside them all.

        A line is told without the numbers of notes and with them, as readers show it that raise nothing.
        """
        words, place, lost, beside = bare(self.words), 0, list[str](), ""
        for line in lines:
            found = [(at, len(told)) for told in map(bare, line) if (at := words.find(told, place)) >= 0]
            if not found:
                lost.append(line[0])
                continue
            at, length = min(found)
            beside += words[place:at]
            place = at + length
        return lost, beside + words[place:]


class _Html(HTMLParser):
    """HTML walked in its order; a note is what `is_note` says of an element and what it holds."""

    def __init__(self, is_note: Callable[[str, Attributes], bool]) -> None:
        super().__init__()
        self.is_note = is_note
        self.seen = Seen()
        self.open: list[tuple[str, str]] = []  # tag and what its words belong to
        self.headings: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        within = self.open[-1][1] if self.open else "body"
        if tag == "img":
            self.seen.pictures += 1
            self.seen.alternatives += [said["alt"]] if said.get("alt") else []
        elif tag == "table":
            self.seen.tables += 1
        elif tag == "th":
            self.seen.heads += 1
        elif tag in ("h1", "h2", "h3"):
            self.seen.headings.append("")
        if tag in _VOID:
            return
        if tag in ("script", "style", "header", "footer", "title"):
            within = "nothing"
        elif within == "body" and self.is_note(tag, said):
            within = "note"
            self.seen.notes.append("")
        elif within == "body" and tag == "li":
            self.seen.items += 1
        if within == "body" and (tag == "sup" or "data-raised" in said):
            within = "raised"
            self.seen.raised.append("")
        self.open.append((tag, within))

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag in (each for each, _ in self.open):
            closed, _ = self.open.pop()
            if closed == tag:
                return

    def handle_data(self, data: str) -> None:
        within, text = (self.open[-1][1] if self.open else "body"), data
        if within == "note":
            self.seen.notes[-1] += text
        elif within == "raised":
            self.seen.raised[-1] += text
        elif within == "body":
            self.seen.words += text
            if any(tag in ("h1", "h2", "h3") for tag, _ in self.open):
                self.seen.headings[-1] += text


def seen_in_html(html: str, is_note: Callable[[str, Attributes], bool]) -> Seen:
    """What HTML shows."""
    walk = _Html(is_note)
    walk.feed(html)
    walk.close()
    return walk.seen


def seen_in_pdf(tree: Tree) -> Seen:
    """What a tagged PDF tells."""
    figures = tree.root.kinds("Figure")
    return Seen(
        words=_outside_notes(tree.root),
        notes=[each.words for each in tree.root.kinds("Note")],
        alternatives=[decode_text(each.said["Alt"]) for each in figures if "Alt" in each.said],
        pictures=len(figures),
        headings=[each.words for each in tree.root.kinds("H1", "H2", "H3")],
        tables=len(tree.root.kinds("Table")),
        heads=len(tree.root.kinds("TH")),
        items=len(tree.root.kinds("LI")),
    )


def _outside_notes(element: Element) -> str:
    held = (each if isinstance(each, str) else _outside_notes(each) for each in element.held)
    return "" if element.kind == "Note" else "".join(held)
