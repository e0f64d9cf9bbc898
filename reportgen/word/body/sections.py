"""The page: its size and margins, upright or lying, and what stands at its head and foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportgen.document import Phrase, Table, TitleBlock
from reportgen.languages import say
from reportgen.template.model import Page, Piece, Running, Strip
from reportgen.word.body import fields
from reportgen.word.body.context import Scene
from reportgen.word.body.runs import plain, runs
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import NAMESPACES, twentieths, twips
from reportgen.word.styles.names import role_style

_BOTH = "{page} / {pages}"
"""The page in a document of two languages: figures alone, which both read."""

_DASHED = "— {page} —"

_ROOM = 0.8
"""The share of the line that a short title may take before its second language is left out."""

_SIDES = ("left", "center", "right")
_ELEMENTS = {"header": "hdr", "footer": "ftr"}


@dataclass(frozen=True, slots=True)
class RunningPart:
    """A part for the head or foot of pages: its kind (header, footer), its name, its relationship, its XML."""

    kind: str
    name: str
    relation: str
    content: str


def lying(page: Page) -> Page:
    """The sheet turned, for a wide table."""
    return page.model_copy(update={"width": page.height, "height": page.width})


def running_parts(scene: Scene) -> Iterator[RunningPart]:
    """Every head and foot that the document's pages want: for right and left pages, upright and lying ones."""
    sheets = {"": scene.look.page}
    if any(isinstance(element, Table) and element.wide for element in scene.document.elements):
        sheets["Lying"] = lying(scene.look.page)
    for kind, running in _running(scene):
        number = 0
        for sheet, page in sheets.items():
            for side, strip in _sides(running):
                number += 1
                content = f"<w:{_ELEMENTS[kind]} {NAMESPACES}>{_strip(scene, kind, strip, page)}</w:{_ELEMENTS[kind]}>"
                yield RunningPart(kind, f"{kind}{number}", _relation(kind, side, sheet), content)


def section_properties(scene: Scene, *, turned: bool = False, bare: bool = False) -> str:
    """The section that ends here; no grid of lines, since it would stretch Chinese lines. A bare one is a cover."""
    page = lying(scene.look.page) if turned else scene.look.page
    sheet = "Lying" if turned else ""
    references = "".join(
        f'<w:{kind}Reference w:type="{side}" r:id="{_relation(kind, side, sheet)}"/>'
        for kind, running in _running(scene)
        for side, _ in _sides(running)
    )
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    sides = " ".join(f'w:{side}="{twips(length)}"' for side, length in margins.items())
    orientation = ' w:orient="landscape"' if turned else ""
    return (
        f"<w:sectPr>{'' if bare else references}"
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{orientation}/>'
        f'<w:pgMar {sides} w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        f"<w:cols/>{'<w:titlePg/>' if bare else ''}</w:sectPr>"
    )


def section_end(scene: Scene, *, turned: bool = False, bare: bool = False) -> str:
    """A small empty paragraph that ends a section; what follows starts on a new page."""
    properties = section_properties(scene, turned=turned, bare=bare)
    return f'<w:p><w:pPr><w:pStyle w:val="{role_style("gap")}"/>{properties}</w:pPr></w:p>'


def two_sided(scene: Scene) -> bool:
    """Whether left-hand pages differ from right-hand ones."""
    return any(running.even for _, running in _running(scene))


def _running(scene: Scene) -> tuple[tuple[str, Running], ...]:
    both = (("header", scene.look.header), ("footer", scene.look.footer))
    return tuple((kind, running) for kind, running in both if not running.empty)


def _sides(running: Running) -> tuple[tuple[str, Strip], ...]:
    return (("default", running.page), *((("even", running.even),) if running.even else ()))


def _relation(kind: str, side: str, sheet: str) -> str:
    return f"rId{kind.title()}{'' if side == 'default' else side.title()}{sheet}"


# ---- what stands there ------------------------------------------------------------------


def _strip(scene: Scene, kind: str, strip: Strip, page: Page) -> str:
    """One line: a piece alone stands to its side, several are parted by tabs."""
    style = f'<w:pStyle w:val="{role_style(kind)}"/>'
    inset = twentieths(strip.inset * scene.look.styles[kind].size)
    indent = f'<w:ind w:left="{inset}" w:right="{inset}"/>' if inset else ""
    alone = [place for place, piece in enumerate(strip.pieces) if piece != "none"]
    if len(alone) == 1:
        side, piece = _SIDES[alone[0]], strip.pieces[alone[0]]
        return f'<w:p><w:pPr>{style}{indent}<w:jc w:val="{side}"/></w:pPr>{_piece(scene, piece, kind)}</w:p>'
    pieces: list[Piece] = [strip.left, *([strip.center] if strip.center != "none" else []), strip.right]
    drawn = "<w:r><w:tab/></w:r>".join(_piece(scene, piece, kind) for piece in pieces)
    return f"<w:p><w:pPr>{style}{_stops(scene, strip, page)}{indent}</w:pPr>{drawn}</w:p>"


def _stops(scene: Scene, strip: Strip, page: Page) -> str:
    """Tabs at the middle and the right of this page, in place of the style's where the page is a turned one."""
    width, upright = twips(page.text_width), twips(scene.look.page.text_width)
    stops = f'<w:tab w:val="clear" w:pos="{upright}"/>' if width != upright else ""
    stops += f'<w:tab w:val="center" w:pos="{width // 2}"/>' if strip.center != "none" else ""
    return f'<w:tabs>{stops}<w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def _piece(scene: Scene, piece: Piece, kind: str) -> str:
    block = next((found for found in scene.document.elements if isinstance(found, TitleBlock)), None)
    match piece:
        case "short-title":
            return _phrase(scene, scene.document.short_title, kind)
        case "title" | "issuer" | "date":
            return _phrase(scene, getattr(block, piece), kind) if block else ""
        case "section":  # what programs without this field show is true of every page
            return fields.field("STYLEREF 1", _phrase(scene, scene.document.short_title, kind))
        case "page":
            return _counted(scene, "{page}")
        case "dashed-page":
            return _counted(scene, _DASHED)
        case "page-of-pages":
            return _counted(scene, say("page", scene.first) if len(scene.languages) == 1 else _BOTH)
        case "none":
            return ""


def _phrase(scene: Scene, phrase: Phrase, kind: str) -> str:
    """The words in both languages where the line has room, else in the first."""
    size = float(scene.look.styles[kind].size)
    room = float(scene.look.page.text_width) * measure.POINTS_PER_MM * _ROOM
    fits = sum(measure.width(plain(line), size) for line in phrase) < room
    return "".join(
        runs(scene, (" · " if place else "") + plain(line), line.language)
        for place, line in enumerate(phrase if fits else phrase[:1])
    )


def _counted(scene: Scene, pattern: str) -> str:
    """The words round counting fields."""
    counted = {
        "{page}": fields.field("PAGE", runs(scene, "1", scene.first)),
        "{pages}": fields.field("NUMPAGES", runs(scene, str(scene.pages.count), scene.first)),
    }
    parts = re.split(r"(\{pages?\})", pattern)
    return "".join(counted.get(part) or runs(scene, part, scene.first) for part in parts)
