"""A Word file as people have it: its paragraphs, where its marks stand in them, and the ledgers that it carries.

Not here: what became of a figure (living/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reportgen.ledger import Ledger
from reportgen.records import record
from reportgen.word.body.marks import FIGURE, LINE
from reportgen.word.contents_lines import Entry, entries
from reportgen.word.ooxml.ledger_reader import read_ledgers
from reportgen.word.ooxml.package_reader import WordPackage, open_word
from reportgen.word.reader import ReadParagraph, paragraphs_of

_NAME = re.compile(rf"({FIGURE}|{LINE})([0-9]{{1,20}})_([0-9]{{1,9}})([_ ]?[Cc]opy[_ ]?[0-9]*)?")


@record
class Span:
    """A stretch of a file: from a character of one paragraph's text up to one of the same or a later paragraph.

    Paragraphs count from 0, characters too. An empty stretch is a place between two characters.
    """

    first: int
    start: int
    last: int
    end: int

    @property
    def empty(self) -> bool:
        """Whether it holds no character."""
        return (self.first, self.start) == (self.last, self.end)


Marks = Mapping[int, Span]
"""The marks of one sort and file, by their numbers."""


@record
class FileMarks:
    """The marks of one file and edition: of figures and of lines; and copies of marks that stand elsewhere too."""

    figures: Marks
    lines: Marks
    figure_copies: tuple[tuple[int, Span], ...] = ()
    line_copies: tuple[tuple[int, Span], ...] = ()


NO_MARKS = FileMarks({}, {})


@record
class MarkedFile:
    """A file with its paragraphs in reading order, its ledgers, its marks by the digits of the files they are of, and
    the lines of its contents.

    Files that were joined hold marks of several; the ledger of one may have been lost with its part.
    """

    opened: WordPackage
    paragraphs: tuple[ReadParagraph, ...]
    ledgers: tuple[Ledger, ...]
    marks: Mapping[str, FileMarks]
    contents: tuple[Entry, ...]

    def marks_of(self, ledger: Ledger) -> FileMarks:
        """The marks that belong to a ledger."""
        return self.marks.get(ledger.file, NO_MARKS)

    def text(self, span: Span) -> str:
        """The words of a stretch, paragraphs parted by line ends."""
        if span.first == span.last:
            return self.paragraphs[span.first].passage.text[span.start : span.end]
        inner = (self.paragraphs[index].passage.text for index in range(span.first + 1, span.last))
        first, last = self.paragraphs[span.first], self.paragraphs[span.last]
        return "\n".join((first.passage.text[span.start :], *inner, last.passage.text[: span.end]))


def read_marked(source: bytes | Path, name: str = "") -> MarkedFile:
    """The file; WordFileError when it is none of Word's or is not safe to open, OSError when it cannot be read."""
    opened = open_word(source, name)
    paragraphs = tuple(paragraphs_of(opened))
    return MarkedFile(opened, paragraphs, read_ledgers(opened), _marks(paragraphs), tuple(entries(paragraphs)))


def _marks(paragraphs: Sequence[ReadParagraph]) -> dict[str, FileMarks]:
    """The marks by file; a copy stands for its mark where that is gone."""
    own: dict[str, dict[str, dict[int, Span]]] = {}
    copies: dict[str, dict[str, list[tuple[int, Span]]]] = {}
    for name, span in _spans(paragraphs):
        if not (found := _NAME.fullmatch(name)):
            continue
        prefix, file, number, copied = found[1], found[2], int(found[3]), found[4]
        known = own.setdefault(file, {FIGURE: {}, LINE: {}})[prefix]
        aside = copies.setdefault(file, {FIGURE: [], LINE: []})[prefix]
        if copied or number in known:
            aside.append((number, span))
        else:
            known[number] = span
    for file, kinds in own.items():
        for prefix, known in kinds.items():
            aside = copies[file][prefix]
            for number, span in [*aside]:
                if number not in known:
                    known[number] = span
                    aside.remove((number, span))
    return {
        file: FileMarks(kinds[FIGURE], kinds[LINE], tuple(copies[file][FIGURE]), tuple(copies[file][LINE]))
        for file, kinds in own.items()
    }


def _spans(paragraphs: Sequence[ReadParagraph]) -> Iterator[tuple[str, Span]]:
    """Every bookmark by its name, in the order of their ends; one without an end stays in its paragraph."""
    opened: dict[str, tuple[str, int, int]] = {}
    for index, paragraph in enumerate(paragraphs):
        length = len(paragraph.passage.text)
        for edge in paragraph.edges:
            offset = min(max(edge.offset - paragraph.lead, 0), length)
            if edge.name:
                opened[edge.tie] = (edge.name, index, offset)
            elif edge.tie in opened:
                name, first, start = opened.pop(edge.tie)
                yield name, Span(first, start, index, offset)
    for name, first, start in opened.values():
        yield name, Span(first, start, first, len(paragraphs[first].passage.text))
