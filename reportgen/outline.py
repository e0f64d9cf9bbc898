"""A document as plain text: every heading, sentence, figure and mark as a reader meets it, for review in a diff.

Marks: `#` headings, `-` and `1.` lists, `|` tables, `>` boxes, `[^1]` notes, `[1]` sources, `{fact}` behind each figure
it prints.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import assert_never, cast

from reportgen.document import (
    Bullets,
    Callout,
    Caption,
    CaptionLine,
    Chart,
    Cite,
    Closing,
    Column,
    Contents,
    Document,
    Element,
    Figure,
    Guide,
    Heading,
    Imprint,
    Inline,
    Letterhead,
    Line,
    Link,
    Mark,
    Metrics,
    Note,
    PageBreak,
    Paragraph,
    Phrase,
    Reference,
    Run,
    Spark,
    Table,
    Timeline,
    TitleBlock,
    Words,
)


def outline(document: Document) -> str:
    """The document as text, one element after another; notes stand at the end."""
    told = (tuple(_element(element)) for element in document.elements)
    lines = [line for lines in told if lines for line in (*lines, "")]
    notes: dict[int, list[str]] = {}
    for note in (note for element in document.elements for note in _notes(element)):
        notes.setdefault(note.number, []).append(_phrase(note.body))
    lines += [f"[^{number}]: {' / '.join(notes[number])}" for number in sorted(notes)]
    return "\n".join(lines).rstrip() + "\n"


def _element(element: Element) -> Iterator[str]:
    match element:
        case TitleBlock():
            parts = (element.issuer, element.issue, element.title, element.subtitle, element.date)
            return (_phrase(part) for part in parts if part)
        case Contents():
            return iter((f"({_phrase(element.title)})",) if element.asked else ())
        case Heading():
            number = ".".join(map(str, element.number))
            return iter((" ".join(filter(None, ("#" * element.level, number, _phrase(element.text)))),))
        case Paragraph():
            return map(_line, element.text)
        case Bullets():
            return _bullets(element)
        case Callout():
            return (f"> {_phrase(text)}" for text in (element.title, *element.paragraphs))
        case Metrics():
            return _metrics(element)
        case Figure():
            return _figure(element)
        case Table():
            return _table(element)
        case Timeline():
            return (f"{_phrase(entry.when)}: {_phrase(entry.text)}" for entry in element.entries)
        case PageBreak():
            return iter(("---",))
        case Letterhead():
            return _letterhead(element)
        case Closing():
            return _closing(element)
        case Imprint():
            return _imprint(element)
        case _:
            assert_never(element)


def _bullets(bullets: Bullets) -> Iterator[str]:
    if bullets.title:
        yield f"> {_phrase(bullets.title)}"
    for index, item in enumerate(bullets.items, 1):
        yield f"{f'{index}.' if bullets.ordered else '-'} {_phrase(item)}"


def _metrics(metrics: Metrics) -> Iterator[str]:
    for cell in metrics.cells:
        yield " | ".join(_phrase(part) for part in (cell.figure, cell.label, cell.period) if part)
    yield from (_phrase(note.text) for note in metrics.notes)


def _figure(figure: Figure) -> Iterator[str]:
    yield _caption(figure.caption)
    yield from _chart(figure.chart)
    yield from (_phrase(note.text) for note in figure.notes)
    yield f"alt: {_words(figure.alt)}"


def _table(table: Table) -> Iterator[str]:
    yield _caption(table.caption)
    yield " | ".join(map(_column, table.columns))
    yield from (" | ".join(map(_phrase, row)) for row in table.rows)
    yield from (_phrase(note.text) for note in table.notes)


def _letterhead(head: Letterhead) -> Iterator[str]:
    parts = (head.copy_number, head.classification, head.urgency, head.mark, head.bulletin, head.number)
    yield from (_phrase(part) for part in parts if part)
    if head.signers:
        yield f"{_words(head.signers_label)}{', '.join(map(_phrase, head.signers))}"


def _closing(closing: Closing) -> Iterator[str]:
    if closing.attachments:
        yield _words(closing.attachments_label).rstrip()
    yield from (f"{number}. {_phrase(name)}" for number, name in enumerate(closing.attachments, 1))
    yield from (_phrase(part) for part in (closing.signature, closing.date, closing.remark) if part)


def _imprint(imprint: Imprint) -> Iterator[str]:
    if imprint.copies:
        yield _words(imprint.copies_label).rstrip() + " " + _phrase(imprint.copies)
    yield from (_phrase(part) for part in (imprint.printer, imprint.printed) if part)


def _column(column: Column) -> str:
    group = f"{_phrase(column.group)}: " if column.group else ""
    return f"{group}{_phrase(column.head)} {_phrase(column.unit)}".strip()


def _caption(caption: Caption) -> str:
    return " / ".join(
        f"{line.word}{line.gap}{caption.number} {_inlines(line.text, line.language)}" for line in caption.lines
    )


def _chart(chart: Chart) -> Iterator[str]:
    yield f"[{chart.kind}] {_words(chart.measure)}".rstrip()
    yield from (_mark(mark) for mark in chart.marks)
    labels = {(mark.name, mark.label) for mark in chart.marks}  # the start of a range is told with its end
    yield from (f"beside: {_mark(mark)}" for mark in chart.beside if (mark.name, mark.label) not in labels)
    yield from map(_guide, chart.guides)


def _guide(guide: Guide) -> str:
    sort = "event" if guide.upright else "reference"
    return f"{sort}: {_words(guide.name)}: {_words(guide.label)}"


def _mark(mark: Mark) -> str:
    looks = [str(mark.bound), *(["highlight"] if mark.highlight else [])]
    return f"  {_words(mark.name) or mark.role}: {_words(mark.label)} ({', '.join(looks)})"


def _phrase(phrase: Phrase) -> str:
    return " / ".join(_line(line) for line in phrase)


def _words(words: Words) -> str:
    return " / ".join(text for _, text in words)


def _line(line: Line) -> str:
    return _inlines(line.inlines, line.language)


def _inlines(inlines: tuple[Inline, ...], language: str) -> str:
    return "".join(_inline(inline, language) for inline in inlines)


def _inline(inline: Inline, language: str) -> str:
    match inline:
        case Run():
            weight = "**" if inline.strong else "*" if inline.emphasis else ""
            fact = f"{{{inline.fact}}}" if inline.fact and inline.role != "affix" else ""
            return f"{weight}{inline.text}{weight}{fact}"
        case Link():
            return f"<{inline.text}>" if inline.text == inline.url else f"[{inline.text}]({inline.url})"
        case Note():
            return f"[^{inline.number}]"
        case Cite():
            return inline.text
        case Reference():
            return f"[{inline.text}]"
        case Spark():
            return f"({dict(inline.alt)[language]})"
        case _:
            assert_never(inline)


def _notes(element: Element) -> Iterator[Note]:
    """Every note in an element, wherever it stands."""
    yield from (inline for inline in all_inlines(element) if isinstance(inline, Note))


def all_lines(value: object) -> Iterator[Line | CaptionLine]:
    """Every line of words in an element or in many, notes' bodies included, in reading order."""
    match value:
        case Line(inlines=inlines) | CaptionLine(text=inlines):
            yield value
            for inline in inlines:
                if isinstance(inline, Note):
                    yield from all_lines(inline.body)
        case tuple():
            for item in cast("tuple[object, ...]", value):
                yield from all_lines(item)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from all_lines(getattr(value, field.name))
        case _:
            return


def all_inlines(value: object) -> Iterator[Inline]:
    """Every inline of those lines."""
    for line in all_lines(value):
        yield from line.inlines if isinstance(line, Line) else line.text
