"""What a document says, as its model has it: the words of each line in their order, its notes, its pictures' words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar, cast

from reportgen.document import (
    Bullets,
    Callout,
    Caption,
    Cite,
    Contents,
    Document,
    Element,
    Figure,
    Heading,
    Line,
    Metric,
    Metrics,
    Note,
    Paragraph,
    Phrase,
    Table,
    Timeline,
    TitleBlock,
)
from reportgen.word.body.captions import caption_words
from reportgen.word.body.contents import depth
from reportgen.word.body.runs import distinct_lines, linked_once, plain


def title(document: Document) -> list[str]:
    """The words over all others, which looks set in one order or another."""
    found = (element for element in document.elements if isinstance(element, TitleBlock))
    block = next(found)
    phrases = (block.issuer, block.issue, block.title, block.subtitle, block.date)
    return [line for phrase in phrases for line in map(plain, phrase)]


def said(document: Document) -> list[tuple[str, str]]:
    """The words of every line after the title, without pictures: without the numbers of notes, and with them."""
    lines = (line for element in document.elements for line in _element(document, element))
    return [told for told in lines if told[0].strip()]


def notes(document: Document) -> list[str]:
    """The words of the notes in the order of their marks."""
    return ["".join(map(plain, note.body)) for note in _every(document.elements, Note)]


def marks(document: Document) -> int:
    """How many marks of notes and sources there are."""
    return sum(1 for kind in (Note, Cite) for _ in _every(document.elements, kind))


def alternatives(document: Document) -> list[str]:
    """What is said of pictures to those who cannot see them."""
    figures = (element for element in document.elements if isinstance(element, Figure))
    return [" / ".join(dict.fromkeys(text for _, text in figure.alt)) for figure in figures]


def descriptions(document: Document) -> list[str]:
    """What tables are called in both languages to those who cannot see them; pandoc prints it beside the caption."""
    told = (caption_words(element.caption) for element in document.elements if isinstance(element, Table))
    return [each for each in told if " / " in each]


Kind = TypeVar("Kind")


def _every(value: object, kind: type[Kind]) -> Iterator[Kind]:
    """Everything of a kind inside a value, in order."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for each in cast("tuple[object, ...]", value):
            yield from _every(each, kind)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _every(getattr(value, each.name), kind)


def _both(line: Line) -> tuple[str, str]:
    numbered = (str(each.number) if isinstance(each, Note) else plain(Line("", (each,))) for each in line.inlines)
    return plain(line), "".join(numbered)


def _phrase(phrase: Phrase) -> Iterator[tuple[str, str]]:
    return map(_both, phrase)


def _once(phrase: Phrase) -> Iterator[tuple[str, str]]:
    """What both languages print alike stands once."""
    return map(_both, distinct_lines(phrase))


def _element(document: Document, element: Element) -> Iterator[tuple[str, str]]:
    match element:
        case Contents():
            yield from _phrase(element.title)
            for heading in document.elements:
                if isinstance(heading, Heading) and heading.level <= depth(document):
                    yield from _phrase(heading.text)
        case Heading() | Paragraph():
            yield from _phrase(element.text)
        case Bullets():
            for phrase in (element.title, *map(linked_once, element.items)):
                yield from _phrase(phrase)
        case Callout():
            for phrase in (element.title, *element.paragraphs):
                yield from _phrase(phrase)
        case Metrics():
            for cell in element.cells:
                yield from (*_phrase(cell.figure[:1]), *_labels(cell), *_once(cell.period))
            yield from _notes(element.notes)
        case Figure():
            yield from _caption(element.caption)
            yield from _notes(element.notes)
        case Table():
            yield from _caption(element.caption)
            for column in element.columns:
                yield from (*_once(column.head), *_once(column.unit))
            for cell in (cell for row in element.rows for cell in row):
                yield from _once(cell)
            yield from _notes(element.notes)
        case Timeline():
            for entry in element.entries:
                yield from (*_once(entry.when), *_once(entry.text))
        case _:
            return


def _labels(cell: Metric) -> Iterator[tuple[str, str]]:
    """A figure is set large once; another language's label may begin with what it calls it."""
    figures = {line.language: plain(line) for line in cell.figure}
    for line in distinct_lines(cell.label):
        yield plain(line), f"{figures.get(line.language, '')} · {plain(line)}"


def _notes(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[str, str]]:
    for each in paragraphs:
        yield from _phrase(each.text)


def _caption(caption: Caption) -> Iterator[tuple[str, str]]:
    for line in caption.lines:
        told, numbered = _both(Line(line.language, line.text))
        label = f"{line.word}{line.gap}{caption.number}"
        yield label + told, label + numbered
