"""Callouts and findings: a title and what it heads in a tinted box, which is a table of one cell.

A one-celled table keeps its shape in Word, WPS and LibreOffice, where shaded paragraphs fall apart.
"""

from __future__ import annotations

from reportgen.document import Bullets, Callout
from reportgen.template.model import CalloutLook
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.lists import bullets
from reportgen.word.body.paragraphs import pair
from reportgen.word.body.table_parts import TableCell, row, table, whole_width
from reportgen.word.ooxml.xml import twentieths, twips
from reportgen.word.styles.names import TABLE
from reportgen.word.styles.styles import border


def callout(context: DrawingContext, element: Callout) -> str:
    """A tinted box; its title is kept with what it heads."""
    paragraphs = [pair(context, "callout", phrase) for phrase in element.paragraphs if phrase]
    title = pair(context, "callout-title", element.title, keep=True) if element.title else ""
    return _box(context, context.look.callouts, title + "".join(paragraphs))


def findings(context: DrawingContext, element: Bullets) -> str:
    """What a briefing found, in a box."""
    title = pair(context, "findings-title", element.title, keep=True) if element.title else ""
    content = title + bullets(context, element)
    return _box(context, box_of(context, element), content, may_break=bool(element.beside))


def box_of(context: DrawingContext, element: Callout | Bullets) -> CalloutLook:
    """What the box of a callout or of findings looks like."""
    look = context.look
    return (look.findings or look.callouts) if isinstance(element, Bullets) else look.callouts


def _box(context: DrawingContext, look: CalloutLook, content: str, *, may_break: bool = False) -> str:
    if not content:
        return ""
    bar = twentieths(look.bar.width)  # half of it is outside the table in Word, inside in LibreOffice
    indent = 0 if context.narrow else twips(look.indent)
    width = (whole_width(context) - bar - indent,)
    cell = TableCell(content, _edge(context, look) + ground(context, look) + _inner_space(context, look))
    return table(TABLE["callout"].id, width, [row(width, [cell], may_break=may_break)], indent=bar // 2 + indent)


def _edge(context: DrawingContext, look: CalloutLook) -> str:
    """The bar of a box, where it is not that of the style."""
    own = look.bar != context.look.callouts.bar
    return f"<w:tcBorders>{border(context.look, 'left', look.bar)}</w:tcBorders>" if own else ""


def ground(context: DrawingContext, look: CalloutLook) -> str:
    """The tint of a box, as a property of a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{context.look.palette.of(look.fill)}"/>'


def _inner_space(context: DrawingContext, look: CalloutLook) -> str:
    """Air above and below, as much as half of that at the sides; that at the sides where it is not the style's."""
    side, end = twips(look.padding), twips(look.padding / 2)
    own = look.padding != context.look.callouts.padding
    room = (("top", end, True), ("left", side, own), ("bottom", end, True), ("right", side, own))
    said = "".join(f'<w:{edge} w:w="{wide}" w:type="dxa"/>' for edge, wide, told in room if told)
    return f"<w:tcMar>{said}</w:tcMar>"
