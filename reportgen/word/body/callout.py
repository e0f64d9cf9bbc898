"""Callouts: a title and paragraphs in a tinted box, which is a table of one cell.

A one-celled table keeps its shape in Word, WPS and LibreOffice, where shaded paragraphs fall apart.
"""

from __future__ import annotations

from reportgen.document import Callout
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.paragraphs import pair
from reportgen.word.body.table_parts import TableCell, row, table, whole_width
from reportgen.word.ooxml.xml import twentieths, twips
from reportgen.word.styles.names import TABLE


def callout(context: DrawingContext, element: Callout) -> str:
    """A tinted box; its title is kept with what it heads."""
    paragraphs = [pair(context, "callout", phrase) for phrase in element.paragraphs if phrase]
    title = pair(context, "callout-title", element.title, keep=True) if element.title else ""
    if not title and not paragraphs:
        return ""
    bar = twentieths(context.look.callouts.bar.width)  # half of it is outside the table in Word, inside in LibreOffice
    width = (whole_width(context) - bar,)
    cell = TableCell(title + "".join(paragraphs), ground(context) + _inner_space(context))
    return table(TABLE["callout"].id, width, [row(width, [cell])], indent=bar // 2)


def ground(context: DrawingContext) -> str:
    """The tint of a box, as a property of a cell."""
    fill = context.look.palette.of(context.look.callouts.fill)
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def _inner_space(context: DrawingContext) -> str:
    """Air above and below, as much as half of that at the sides."""
    side = twips(context.look.callouts.padding / 2)
    return f'<w:tcMar><w:top w:w="{side}" w:type="dxa"/><w:bottom w:w="{side}" w:type="dxa"/></w:tcMar>'
