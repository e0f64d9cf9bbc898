"""A picture in a line of words: as large as it is to be printed, with its words for those who cannot see it."""

from __future__ import annotations

from reportgen.document import Spark, Words
from reportgen.ledger import joined
from reportgen.word.body.context import DrawingContext
from reportgen.word.ooxml.graphics import NativeChart, Picture
from reportgen.word.ooxml.xml import attribute, emu

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def picture(context: DrawingContext, drawing: Picture, name: str, alt: Words) -> str:
    """A run that holds the picture, called `name`."""
    return f"<w:r>{inline(context, drawing, name, alt)}</w:r>"


def inline(context: DrawingContext, drawing: Picture, name: str, alt: Words, height: float = 0.0) -> str:
    """The picture itself, in a frame that is at least so many millimeters high: what it lacks is white under it."""
    context.registry.pictures.append(drawing)
    number = len(context.registry.pictures)
    height = max(height, drawing.height_mm)
    size = f'cx="{emu(drawing.width_mm)}" cy="{emu(height)}"'
    lacks = round(100_000 * (height / drawing.height_mm - 1))
    shown = f'<a:srcRect b="{-lacks}"/>' if lacks else ""
    called = f'id="{number}" name="{attribute(name)}" descr="{attribute(joined(alt))}"'
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f"<wp:docPr {called}/>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{DRAWING}/picture">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {called}/><pic:cNvPicPr/></pic:nvPicPr>"
        f"<pic:blipFill>{_blip(number, drawing)}{shown}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def spark(context: DrawingContext, element: Spark) -> str:
    """A sparkline, drawn before."""
    drawing = context.pictures[element.id]
    assert not isinstance(drawing, NativeChart)  # Word draws none that small
    return picture(context, drawing, element.id, element.alt)


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
