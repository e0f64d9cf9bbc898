"""Captions and pictures: a chart is an inline picture with its words for those who cannot see it."""

from __future__ import annotations

from reportgen.document import Caption, CaptionLine, Figure, Line, Words
from reportgen.word.body import fields
from reportgen.word.body.context import Drawing, Native, Scene
from reportgen.word.body.fields import REF, TOC
from reportgen.word.body.paragraphs import notes, paragraph, setting
from reportgen.word.body.runs import dress, inlines, plain, runs
from reportgen.word.ooxml.xml import attribute, emu, twentieths
from reportgen.word.styles.names import role_style

GAP = "\u2002"
"""What parts a caption's number from its words: half an em."""

FIRST_CHART = 1000
"""Charts of Word are numbered from here on, pictures from 1: no two of a file have one number."""

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def caption(scene: Scene, element: Caption, *, keep: bool = True) -> str:
    """A caption: a line a language, each with its own counted label."""
    last = len(element.lines) - 1
    within = twentieths(scene.look.pairs.within)
    return "".join(
        paragraph(
            role_style("caption", second=line.language != scene.first),
            _caption_line(scene, element, line),
            setting(keep=keep or place < last, after=within if place < last else None),
        )
        for place, line in enumerate(element.lines)
    )


def _caption_line(scene: Scene, element: Caption, line: CaptionLine) -> str:
    """Label and number inside a bookmark, so that a reference repeats exactly them, then the finding."""
    number = fields.sequence(
        line.word, runs(scene, str(element.number), line.language, "caption-label"), dress("caption-label")
    )
    label = runs(scene, line.word + line.gap, line.language, "caption-label") + number
    mark = scene.ledger.bookmark(REF, "caption", element.id, line.language)
    gap = runs(scene, GAP, line.language) if line.text else ""
    drawn = fields.bookmarked(mark, label) + gap + inlines(scene, Line(line.language, line.text))
    whole = (
        scene.ledger.bookmark(TOC, "caption", element.id, line.language) if element.sequence in scene.listed else None
    )
    return fields.bookmarked(whole, drawn) if whole else drawn


def caption_words(element: Caption) -> str:
    """A caption in plain words, all languages."""
    return " / ".join(
        f"{line.word}{line.gap}{element.number} {plain(Line(line.language, line.text))}" for line in element.lines
    )


def figure(scene: Scene, element: Figure) -> str:
    """A chart with its caption and notes, kept on one page."""
    above = scene.look.figure_caption == "above"
    drawing = scene.pictures[element.caption.id]
    style = role_style("picture")
    if above:
        drawn = paragraph(style, _picture(scene, element, drawing), setting(keep=bool(element.notes)))
        return caption(scene, element.caption) + drawn + notes(scene, element.notes)
    drawn = paragraph(style, _picture(scene, element, drawing), setting(keep=True))
    return drawn + caption(scene, element.caption, keep=bool(element.notes)) + notes(scene, element.notes)


def _picture(scene: Scene, element: Figure, drawing: Drawing | Native) -> str:
    if isinstance(drawing, Native):
        return _chart(scene, element, drawing)
    scene.ledger.pictures.append(drawing)
    number = len(scene.ledger.pictures)
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


def _chart(scene: Scene, element: Figure, drawing: Native) -> str:
    """A chart of Word in a frame of its own."""
    scene.ledger.charts.append(drawing)
    number = len(scene.ledger.charts)
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


def _blip(number: int, drawing: Drawing) -> str:
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
