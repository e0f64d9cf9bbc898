"""What the parts of a filed document share: which the look prints, how wide words are, how lines stand in."""

from __future__ import annotations

from decimal import Decimal

from reportgen.document import Closing, Letterhead, TitleBlock
from reportgen.template.model import FilingLook
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.table_parts import SPARE
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import twentieths, twips
from reportgen.word.styles.names import FILING
from reportgen.word.styles.scripts import is_cjk

TAB = "<w:r><w:tab/></w:r>"


def shown(context: DrawingContext, role: str) -> bool:
    """Whether the look prints paragraphs of a role: of a filed document's only those that it names."""
    return role not in FILING or (context.look.filing is not None and role in context.look.filing.shown)


def under_letterhead(context: DrawingContext) -> bool:
    """Whether issuer and date are printed as a filed document's are: at its head, or as its signature."""
    look = context.look.filing
    if look is None:
        return False
    told = {
        "bulletin": any(isinstance(each, Letterhead) and each.bulletin for each in context.document.elements),
        "signature": any(isinstance(each, Closing) and each.signature for each in context.document.elements),
    }
    return any(there and part in look.shown for part, there in told.items())


def title_of(context: DrawingContext) -> TitleBlock | None:
    """The document's title block."""
    return next((found for found in context.document.elements if isinstance(found, TitleBlock)), None)


def sides(context: DrawingContext, look: FilingLook, role: str) -> str:
    """A tab at the right, both ends standing in; the paragraph itself does not, so that its rule is whole."""
    inset = look.inset * context.look.styles[role].size
    end = twips(context.look.page.text_width) - twentieths(inset)
    return f'<w:tabs><w:tab w:val="right" w:pos="{end}"/></w:tabs>|{stood_in(look, inset)}<w:jc w:val="left"/>'


def stood_in(look: FilingLook, inset: Decimal) -> str:
    """A first line that stands in."""
    return f'<w:ind w:firstLineChars="{int(look.inset * 100)}" w:firstLine="{twentieths(inset)}"/>'


def room_for(text: str, size: Decimal, language: str) -> int:
    """The width of words in twips; with room to spare where they are in letters, whose widths fonts differ in."""
    spare = 1 if not language or is_cjk(language) else SPARE
    return round(measure.unbroken(text, float(size)) * spare * 20)
