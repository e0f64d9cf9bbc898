"""Figures: a chart is an inline picture with its words for those who cannot see it, or a chart of Word."""

from __future__ import annotations

from reportgen.document import Figure
from reportgen.ledger import joined
from reportgen.word.body.captions import caption
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.paragraphs import notes, paragraph, setting
from reportgen.word.body.pictures import DRAWING, inline, picture
from reportgen.word.ooxml.graphics import Graphic, NativeChart
from reportgen.word.ooxml.xml import attribute, emu
from reportgen.word.styles.names import role_style

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
FIRST_CHART = 1000
"""Charts of Word are numbered from here on, pictures from 1: no two of a file have one number."""


def figure(context: DrawingContext, element: Figure, *, keep: bool = False) -> str:
    """A chart with its caption and notes, kept on one page, and with what follows it where that speaks of it."""
    above = context.look.figure_caption == "above"
    drawing = context.pictures[element.caption.id]
    style = role_style("picture")
    if above:
        drawn = paragraph(style, _drawn(context, element, drawing), setting(keep=keep or bool(element.notes)))
        return caption(context, element.caption) + drawn + notes(context, element.notes, keep=keep)
    drawn = paragraph(style, _drawn(context, element, drawing), setting(keep=True))
    return (
        drawn
        + caption(context, element.caption, keep=keep or bool(element.notes))
        + notes(context, element.notes, keep=keep)
    )


def _drawn(context: DrawingContext, element: Figure, drawing: Graphic) -> str:
    if isinstance(drawing, NativeChart):
        return _chart(context, element, drawing)
    name = f"{element.caption.lines[0].word} {element.caption.number}"
    return picture(context, drawing, name, element.alt)


def _chart(context: DrawingContext, element: Figure, drawing: NativeChart) -> str:
    """A chart of Word, and its picture for readers that draw none; both in frames of one size, so that pages agree."""
    context.registry.charts.append(drawing)
    number = len(context.registry.charts)
    height = max(drawing.height_mm, drawing.picture.height_mm if drawing.picture else 0.0)
    size = f'cx="{emu(drawing.width_mm)}" cy="{emu(height)}"'
    name = f"{element.caption.lines[0].word} {element.caption.number}"
    chart = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{FIRST_CHART + number}" name="{attribute(name)}" descr="{attribute(joined(element.alt))}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{DRAWING}/chart">'
        f'<c:chart xmlns:c="{DRAWING}/chart" r:id="{chart_id(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    if drawing.picture is None:
        return f"<w:r>{chart}</w:r>"
    fallback = inline(context, drawing.picture, name, element.alt, height)
    spaces = f'xmlns:mc="{_COMPATIBILITY}" xmlns:c="{DRAWING}/chart"'
    choice = f'<mc:Choice Requires="c">{chart}</mc:Choice>'
    return (
        f"<w:r><mc:AlternateContent {spaces}>{choice}<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def chart_id(number: int) -> str:
    """The relationship of the document's n-th chart of Word."""
    return f"rIdChart{number}"
