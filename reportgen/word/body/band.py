"""A band of one color across the head of the sheet, behind the words of the title block: a cover's or a masthead's."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from decimal import Decimal

from reportgen.document import Phrase, TitleBlock
from reportgen.records import record
from reportgen.template.model import BandLook
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.pictures import picture_id
from reportgen.word.body.titles import fall, words_of
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import emu
from reportgen.word.styles.scripts import line_height

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Tells screen readers to pass the band over."""


@record
class Band:
    """One dot of color, drawn as wide as the sheet: every program shows a picture, not every one a shape."""

    png: bytes
    width_mm: float
    height_mm: float
    svg: bytes = b""


def cover_high(context: DrawingContext, element: TitleBlock) -> float:
    """How high a cover's band is: at least as high as the words on it want."""
    cover = context.look.band
    if cover is None:
        return 0.0
    roles = ("issuer", "title", "subtitle", "date")  # the issue stands on the issuer's line
    return float(max(cover.band, words_high(context, element, roles) + cover.below))


def band(context: DrawingContext, look: BandLook, high: float) -> str:
    """A run that puts the band behind its page."""
    drawn = Band(_dot(context.look.palette.of(look.fill)), float(context.look.page.width), high)
    context.registry.pictures.append(drawn)
    number = len(context.registry.pictures)
    size = f'cx="{emu(drawn.width_mm)}" cy="{emu(drawn.height_mm)}"'
    at_sheet = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:position{axis}>' for axis in "HV"
    )
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="1" locked="1" layoutInCell="0" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f"{at_sheet}<wp:extent {size}/><wp:wrapNone/>"
        f'<wp:docPr id="{number}" name="Band" descr="">{_DECORATIVE}</wp:docPr>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Band" descr=""/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{picture_id(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def words_high(context: DrawingContext, element: TitleBlock, roles: Sequence[str]) -> Decimal:
    """How far down the sheet these parts of the title block reach, in millimeters, without the space after the last."""
    points = after = Decimal(0)
    for role in roles:
        phrase: Phrase = getattr(element, role)
        for index, line in enumerate(phrase if role in ("title", "subtitle") else phrase[:1]):
            style = context.look.style(role, second=index > 0)
            leading = line_height(style, line.language) or style.size * Decimal("1.3")
            lines = fall(context, style, [words_of(line, style)]).lines
            within = context.look.pairs.within if index < len(phrase) - 1 else style.after
            points += after + style.before + lines * leading
            after = within
    return context.look.page.top + points / Decimal(measure.POINTS_PER_MM)


def _dot(color: str) -> bytes:
    """A PNG of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    line = zlib.compress(b"\x00" + bytes.fromhex(color))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", line) + chunk(b"IEND", b"")
