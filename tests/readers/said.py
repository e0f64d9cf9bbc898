"""What a document says, as its model has it: the words of each line in their order, its notes, its pictures' words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import cast

from reportgen.document import (
    Bullets,
    Callout,
    Caption,
    Contents,
    Document,
    Element,
    Figure,
    Heading,
    Line,
    Metrics,
    Note,
    Paragraph,
    Phrase,
    Table,
    Timeline,
    TitleBlock,
)
from reportgen.word.body.contents import depth
from reportgen.word.body.runs import distinct_lines, plain


def said(document: Document) -> list[str]:
    """The words of every line, without notes and pictures."""
    lines = (line for element in document.elements for line in _element(document, element))
    return [line for line in lines if line.strip()]


def notes(document: Document) -> list[Note]:
    """The notes in the order in which they are first mentioned."""
    return [note for note in _every(document.elements, Note) if note.first]


def marks(document: Document) -> int:
    """How often notes are mentioned."""
    return sum(1 for _ in _every(document.elements, Note))


def alternatives(document: Document) -> list[str]:
    """What is said of pictures to those who cannot see them."""
    figures = (element for element in document.elements if isinstance(element, Figure))
    return [" / ".join(dict.fromkeys(text for _, text in figure.alt)) for figure in figures]


def _every(value: object, kind: type[Note]) -> Iterator[Note]:
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for each in cast("tuple[object, ...]", value):
            yield from _every(each, kind)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _every(getattr(value, each.name), kind)


def _phrase(phrase: Phrase) -> Iterator[str]:
    return map(plain, phrase)


def _once(phrase: Phrase) -> Iterator[str]:
    """What both languages print alike stands once."""
    return map(plain, distinct_lines(phrase))


def _element(document: Document, element: Element) -> Iterator[str]:
    match element:
        case TitleBlock():
            for phrase in (element.issuer, element.issue, element.title, element.subtitle, element.date):
                yield from _phrase(phrase)
        case Contents():
            yield from _phrase(element.title)
            for heading in document.elements:
                if isinstance(heading, Heading) and heading.level <= depth(document):
                    yield from _phrase(heading.text)
        case Heading() | Paragraph():
            yield from _phrase(element.text)
        case Bullets():
            for phrase in (element.title, *element.items):
                yield from _phrase(phrase)
        case Callout():
            for phrase in (element.title, *element.paragraphs):
                yield from _phrase(phrase)
        case Metrics():
            for cell in element.cells:
                for phrase in (cell.figure, cell.label, cell.period):
                    yield from _once(phrase)
            yield from _notes(element.notes)
        case Figure():
            yield from _caption(element.caption)
            yield from _notes(element.notes)
        case Table():
            yield from _caption(element.caption)
            heads = (phrase for column in element.columns for phrase in (column.head, column.unit))
            for phrase in (*heads, *(cell for row in element.rows for cell in row)):
                yield from _once(phrase)
            yield from _notes(element.notes)
        case Timeline():
            for entry in element.entries:
                yield from _once(entry.when)
                yield from _once(entry.text)
        case _:
            return


def _notes(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    for each in paragraphs:
        yield from _phrase(each.text)


def _caption(caption: Caption) -> Iterator[str]:
    for line in caption.lines:
        yield f"{line.word}{line.gap}{caption.number}{plain(Line(line.language, line.text))}"
