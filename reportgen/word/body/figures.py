"""Figures: a chart is an inline picture with its words for those who cannot see it."""

from __future__ import annotations

from reportgen.document import Figure, Words
from reportgen.word.body.captions import caption
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.paragraphs import notes, paragraph, setting
from reportgen.word.ooxml.graphics import Graphic, NativeChart, Picture
from reportgen.word.ooxml.xml import attribute, emu
from reportgen.word.styles.names import role_style

FIRST_CHART = 1000
"""Charts of Word are numbered from here on, pictures from 1: no two of a file have one number."""

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def figure(context: DrawingContext, element: Figure) -> str:
    """A chart with its caption and notes, kept on one page."""
    above = context.look.figure_caption == "above"
    drawing = context.pictures[element.caption.id]
    style = role_style("picture")
    if above:
        drawn = paragraph(style, _picture(context, element, drawing), setting(keep=bool(element.notes)))
        return caption(context, element.caption) + drawn + notes(context, element.notes)
    drawn = paragraph(style, _picture(context, element, drawing), setting(keep=True))
    return drawn + caption(context, element.caption, keep=bool(element.notes)) + notes(context, element.notes)


def _picture(context: DrawingContext, element: Figure, drawing: Graphic) -> str:
    if isinstance(drawing, NativeChart):
        return _chart(context, element, drawing)
    context.registry.pictures.append(drawing)
    number = len(context.registry.pictures)
    size = f'cx="{emu(drawing.width_mm)}" cy="{emu(drawing.height_mm)}"'
    name = f'id="{number}" name="{attribute(element.caption.lines[0].word)} {element.caption.number}"'
    alt = attribute(_joined(element.alt))
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {name} descr="{alt}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr {name} descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{_blip(number, drawing)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _chart(context: DrawingContext, element: Figure, drawing: NativeChart) -> str:
    """A chart of Word in a frame of its own."""
    context.registry.charts.append(drawing)
    number = len(context.registry.charts)
    size = f'cx="{emu(drawing.width_mm)}" cy="{emu(drawing.height_mm)}"'
    name = f'name="{attribute(element.caption.lines[0].word)} {element.caption.number}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{FIRST_CHART + number}" {name} descr="{attribute(_joined(element.alt))}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" r:id="{chart_id(number)}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def chart_id(number: int) -> str:
    """The relationship of the document's n-th chart of Word."""
    return f"rIdChart{number}"


def _blip(number: int, drawing: Picture) -> str:
    """The PNG, and the SVG in an extension that newer programs look for and others pass over."""
    if not drawing.svg:
        return f'<a:blip r:embed="{picture_id(number)}"/>'
    vector = f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{vector_id(number)}"/>'
    extension = f'<a:extLst><a:ext uri="{_SVG_URI}">{vector}</a:ext></a:extLst>'
    return f'<a:blip r:embed="{picture_id(number)}">{extension}</a:blip>'


def vector_id(number: int) -> str:
    """The relationship of the SVG beside the document's n-th picture."""
    return f"rIdVector{number}"


def picture_id(number: int) -> str:
    """The relationship of the document's n-th picture."""
    return f"rIdPicture{number}"


def _joined(words: Words) -> str:
    """The words of all languages, each said once."""
    return " / ".join(dict.fromkeys(text for _, text in words if text))
