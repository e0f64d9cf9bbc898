"""Where something stands in a file as a reader finds it: the heading above it, its paragraph or cell, its sentence."""

from __future__ import annotations

from dataclasses import replace

from reportgen.comparison.places import Source
from reportgen.comparison.sentences import cut
from reportgen.differences import Side
from reportgen.messages import msg
from reportgen.word.marked_file import MarkedFile, Span


class Placing:
    """The places of one file, number `number` of those that are verified; `name` is told where there are several."""

    def __init__(self, file: MarkedFile, number: int, name: str = "") -> None:
        self.file = file
        self.number = number
        read = [
            replace(each.passage, block=block, place=_named(name, each.passage.place))
            for block, each in enumerate(file.paragraphs)
        ]
        self.source = Source(number, read, "")

    def side(self, span: Span, language: str) -> Side:
        """The side of a stretch: its sentence quoted, the stretch marked in it."""
        passage = self.source.read[span.first]
        text = passage.text
        end = span.end if span.last == span.first else len(text)
        left, right = _sentence(text, span.start, end)
        while left < span.start and text[left].isspace():
            left += 1
        quote = text[left:right].rstrip()
        place = self.source.place(passage)
        mark = (span.start - left, min(end - left, len(quote)))
        return Side(self.number, span.first, span.start, end, language, place, quote, *mark)

    def paragraph(self, block: int, language: str) -> Side:
        """The side of a whole paragraph."""
        return self.side(Span(block, 0, block, len(self.source.read[block].text)), language)

    def behind(self, block: int, language: str) -> Side:
        """The place behind a paragraph, where what is missing would stand."""
        passage = self.source.read[block]
        end = len(passage.text)
        return Side(self.number, block, end, end, language, self.source.place(passage))


def _named(name: str, place: str) -> str:
    return msg("{file}, {place}", file=name, place=place) if name else place


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    spans = cut(text)
    left = max((first for first, _ in spans if first <= start), default=0)
    right = min((last for _, last in spans if last >= end), default=len(text))
    return left, right
