"""The page: its size and margins, and the footer with the short title at the left and the page at the right."""

from __future__ import annotations

import re

from reportgen.document import Phrase
from reportgen.languages import say
from reportgen.template.model import Page
from reportgen.word import fields, measure
from reportgen.word.ledger import Scene
from reportgen.word.names import role_style
from reportgen.word.paragraphs import paragraph
from reportgen.word.text import plain, runs
from reportgen.word.xml import NAMESPACES, twips

FOOTER_ID = "rIdFooter"

_BOTH = "{page} / {pages}"
"""The page in a document of two languages: figures alone, which both read."""

_ROOM = 0.8
"""The share of the line that a short title may take before its second language is left out."""


def section_properties(page: Page) -> str:
    """The section that the whole document is; no grid of lines, since it would stretch Chinese lines."""
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    sides = " ".join(f'w:{side}="{twips(length)}"' for side, length in margins.items())
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{FOOTER_ID}"/>'
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar {sides} w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        "<w:cols/></w:sectPr>"
    )


def footer_part(scene: Scene) -> str:
    """The part word/footer1.xml."""
    title = "".join(
        runs(scene, (" · " if place else "") + plain(line), line.language)
        for place, line in enumerate(_fitting(scene, scene.document.short_title))
    )
    content = paragraph(role_style("footer"), f"{title}<w:r><w:tab/></w:r>{_page(scene)}")
    return f"<w:ftr {NAMESPACES}>{content}</w:ftr>"


def _fitting(scene: Scene, title: Phrase) -> Phrase:
    """The short title in both languages where the line has room, else in the first."""
    size = float(scene.look.styles["footer"].size)
    room = float(scene.look.page.text_width) * measure.POINTS_PER_MM * _ROOM
    return title if sum(measure.width(plain(line), size) for line in title) < room else title[:1]


def _page(scene: Scene) -> str:
    """The words round two counting fields."""
    pattern = say("page", scene.first) if len(scene.languages) == 1 else _BOTH
    counted = {
        "{page}": fields.field("PAGE", runs(scene, "1", scene.first)),
        "{pages}": fields.field("NUMPAGES", runs(scene, str(scene.pages.count), scene.first)),
    }
    parts = re.split(r"(\{pages?\})", pattern)
    return "".join(counted.get(part) or runs(scene, part, scene.first) for part in parts)
