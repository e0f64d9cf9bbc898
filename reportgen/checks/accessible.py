"""What readers who listen or see badly need: headings in order, charts in words, tables with heads.

These ask a composed edition, not the content, and so only when the content has no errors. Colors are the template's:
contrast.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportgen.blocks import Captioned
from reportgen.checks.check import Check, Subject
from reportgen.document import Cite, Document, Figure, Heading, Note, Spark, Table
from reportgen.messages import msg
from reportgen.problems import Place, Problem, Rule, Severity

LEVELS = Rule(
    "accessible/levels",
    msg("Headings leave no level out."),
    Severity.WARNING,
    slip=msg("a heading of level 3 under one of level 1, from a block that says one"),
    mend=msg("a heading of level 2"),
)
NO_WORDS = Rule(
    "accessible/chart-words",
    msg("Every chart can be told in words."),
    Severity.WARNING,
    slip=msg("a chart all of whose marks say nothing"),
    mend=msg("a chart whose marks have names and figures"),
)
NO_HEAD = Rule(
    "accessible/column-head",
    msg("Every column of a table has a head, which readers who listen hear before each figure."),
    Severity.WARNING,
    file="sections/one.yaml",
    slip='- table: {id: t, title: {zh: 表, en: Table}, columns: [{zh: " ", en: " "}], rows: [["{output}"]]}',
    mend='- table: {id: t, title: {zh: 表, en: Table}, columns: [{zh: 产值, en: Output}], rows: [["{output}"]]}',
)


def find_inaccessible(subject: Subject) -> Iterator[Problem]:
    """What the editions lack for such readers, at the block that it comes from."""
    places = {
        str(block.id): place
        for section in subject.briefing.sections
        for block, place in zip(section.blocks, section.places, strict=True)
        if isinstance(block, Captioned)
    }
    for document in subject.documents.values():
        yield from in_document(document, places, subject.briefing.about.id.place)


def in_document(document: Document, places: Mapping[str, Place], start: Place) -> Iterator[Problem]:
    """What one edition lacks; `start` is told where no block is known by its caption."""
    level = 0
    for element in document.elements:
        match element:
            case Heading():
                if element.level > level + 1:
                    message = msg(
                        "a heading of level {level} follows one of level {before}", level=element.level, before=level
                    )
                    yield LEVELS.broken(start, message, msg("leave no level out: readers who listen go by them"))
                level = element.level
            case Figure() if not any(text.strip() for _, text in element.alt):
                message = msg("this chart cannot be told in words")
                yield NO_WORDS.broken(places.get(element.caption.id, start), message, msg("give it marks"))
            case Table():
                yield from _table(element, places.get(element.caption.id, start))
            case _:
                pass


def _table(table: Table, place: Place) -> Iterator[Problem]:
    for number, column in enumerate(table.columns, 1):
        inlines = [inline for line in column.head for inline in line.inlines]
        if not any(inline.text.strip() for inline in inlines if not isinstance(inline, Note | Cite | Spark)):
            message = msg("column {number} of this table has no head", number=number)
            hint = msg("give every column a head: readers who listen hear it before each figure")
            yield NO_HEAD.broken(place, message, hint)


ACCESSIBLE = Check(
    "accessible",
    msg("What is built can be read by those who listen."),
    find_inaccessible,
    (LEVELS, NO_WORDS, NO_HEAD),
    composed=True,
)
