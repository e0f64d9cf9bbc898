"""Callouts and findings: a title and what it heads in a tinted box, which is a table of one
column.

Such a table keeps its shape in Word, WPS and LibreOffice, where shaded paragraphs fall apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import Bullets, Callout
from reportgen.template.model import CalloutLook
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.lists import items
from reportgen.word.body.paragraphs import pair
from reportgen.word.body.table_parts import TableCell, row, table, whole_width
from reportgen.word.ooxml.xml import twentieths, twips
from reportgen.word.styles.names import TABLE
from reportgen.word.styles.styles import border


def callout(context: DrawingContext, element: Callout) -> str:
    """A tinted box; its title is kept with what it heads."""
    told = [phrase for phrase in element.paragraphs if phrase]
    kept = _kept(len(told))
    paragraphs = [
        pair(context, "callout", phrase, keep=place in kept, loose=place not in kept)
        for place, phrase in enumerate(told)
    ]
    title = pair(context, "callout-title", element.title, keep=True) if element.title else ""
    return _box(context, context.look.callouts, title, paragraphs)


def findings(context: DrawingContext, element: Bullets) -> str:
    """What a briefing found, in a box."""
    title = pair(context, "findings-title", element.title, keep=True) if element.title else ""
    found = items(context, element, _kept(sum(map(bool, element.items))))
    return _box(context, box_of(context, element), title, found)


def _kept(count: int) -> tuple[int, ...]:
    """Which of so many parts of a box stay with the next: the last is never alone on its page."""
    return (count - 2,) if count > 1 else ()


def box_of(context: DrawingContext, element: Callout | Bullets) -> CalloutLook:
    """What the box of a callout or of findings looks like."""
    look = context.look
    return (look.findings or look.callouts) if isinstance(element, Bullets) else look.callouts


def _box(context: DrawingContext, look: CalloutLook, title: str, parts: Sequence[str]) -> str:
    """A box of parts between which a page may end, but not under its title.

    Each is a row, which a first paragraph that is kept with the next keeps on the page of the next row.
    """
    if not (title or parts):
        return ""
    bar = twentieths(look.bar.width)  # half of it is outside the table in Word, inside in LibreOffice
    indent = 0 if context.narrow else twips(look.indent)
    width = (whole_width(context) - bar - indent,)
    drawn = [part for part in (title, *parts) if part]
    dressed = _edge(context, look) + ground(context, look)
    rows = [
        row(
            width,
            [TableCell(part, dressed + _inner_space(context, look, first=index == 0, last=index == len(drawn) - 1))],
        )
        for index, part in enumerate(drawn)
    ]
    return table(TABLE["callout"].id, width, rows, indent=bar // 2 + indent)


def _edge(context: DrawingContext, look: CalloutLook) -> str:
    """The bar of a box, where it is not that of the style."""
    own = look.bar != context.look.callouts.bar
    return f"<w:tcBorders>{border(context.look, 'left', look.bar)}</w:tcBorders>" if own else ""


def ground(context: DrawingContext, look: CalloutLook) -> str:
    """The tint of a box, as a property of a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{context.look.palette.of(look.fill)}"/>'


def _inner_space(context: DrawingContext, look: CalloutLook, *, first: bool, last: bool) -> str:
    """Air above the first part and below the last, half of that at the sides, which is told where not the style's."""
    side, end = twips(look.padding), twips(look.padding / 2)
    own = look.padding != context.look.callouts.padding
    top, bottom = end if first else 0, end if last else 0
    room = (("top", top, True), ("left", side, own), ("bottom", bottom, True), ("right", side, own))
    said = "".join(f'<w:{edge} w:w="{wide}" w:type="dxa"/>' for edge, wide, told in room if told)
    return f"<w:tcMar>{said}</w:tcMar>"
