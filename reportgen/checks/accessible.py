"""What readers who listen or see badly need: headings in order, charts in words, tables with heads.

These ask a composed edition, not the content, and so only when the content has no errors. Colors are the template's:
template/contrast.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.blocks import Captioned
from reportgen.content.model import Briefing
from reportgen.document import Document, Figure, Heading, Note, Table
from reportgen.problems import Place, Problem, warning


def check_accessible(briefing: Briefing, document: Document) -> Iterator[Problem]:
    """What an edition lacks for such readers, at the block that it comes from."""
    places = {
        str(block.id): place
        for section in briefing.sections
        for block, place in zip(section.blocks, section.places, strict=True)
        if isinstance(block, Captioned)
    }
    start, level = briefing.about.id.place, 0
    for element in document.elements:
        match element:
            case Heading():
                if element.level > level + 1:
                    told = f"a heading of level {element.level} follows one of level {level}"
                    yield warning(start, told, "leave no level out: readers who listen go by them")
                level = element.level
            case Figure() if not any(text.strip() for _, text in element.alt):
                yield warning(
                    places.get(element.caption.id, start), "this chart cannot be told in words", "give it marks"
                )
            case Table():
                yield from _table(element, places.get(element.caption.id, start))
            case _:
                pass


def _table(table: Table, place: Place) -> Iterator[Problem]:
    for number, column in enumerate(table.columns, 1):
        inlines = [inline for line in column.head for inline in line.inlines]
        if not any(inline.text.strip() for inline in inlines if not isinstance(inline, Note)):
            told = f"column {number} of this table has no head"
            yield warning(place, told, "give every column a head: readers who listen hear it before each figure")
