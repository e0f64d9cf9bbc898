"""The page: its size and margins, upright or lying, and what stands at its head and foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.document import Phrase, Table, TitleBlock
from reportgen.languages import say
from reportgen.records import record
from reportgen.template.model import Page, Running, RunningItem, Strip
from reportgen.word.body import fields
from reportgen.word.body.context import DrawingContext
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


@record
class RunningPart:
    """A part for the head or foot of pages: its kind (header, footer), its name, its relationship, its XML."""

    kind: str
    name: str
    relation: str
    content: str


def lying(page: Page) -> Page:
    """The sheet turned, for a wide table."""
    return page.model_copy(update={"width": page.height, "height": page.width})


def running_parts(context: DrawingContext) -> Iterator[RunningPart]:
    """Every head and foot that the document's pages want: for right and left pages, upright and lying ones."""
    sheets = {"": context.look.page}
    if any(isinstance(element, Table) and element.wide for element in context.document.elements):
        sheets["Lying"] = lying(context.look.page)
    for kind, running in _running(context):
        number = 0
        for sheet, page in sheets.items():
            for side, strip in _sides(running):
                number += 1
                content = (
                    f"<w:{_ELEMENTS[kind]} {NAMESPACES}>{_strip(context, kind, strip, page)}</w:{_ELEMENTS[kind]}>"
                )
                yield RunningPart(kind, f"{kind}{number}", _relation(kind, side, sheet), content)


def section_properties(context: DrawingContext, *, turned: bool = False, bare: bool = False) -> str:
    """The section that ends here; no grid of lines, since it would stretch Chinese lines. A bare one is a cover."""
    page = lying(context.look.page) if turned else context.look.page
    sheet = "Lying" if turned else ""
    references = "".join(
        f'<w:{kind}Reference w:type="{side}" r:id="{_relation(kind, side, sheet)}"/>'
        for kind, running in _running(context)
        for side, _ in _sides(running)
    )
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    sides = " ".join(f'w:{side}="{twips(length)}"' for side, length in margins.items())
    orientation = ' w:orient="landscape"' if turned else ""
    return (
        f"<w:sectPr>{'' if bare else references}{_counting(context)}"
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{orientation}/>'
        f'<w:pgMar {sides} w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        f"<w:cols/>{'<w:titlePg/>' if bare else ''}</w:sectPr>"
    )


def _counting(context: DrawingContext) -> str:
    """How footnotes count; said of each section, since a person's own template keeps its settings."""
    form = context.note_form
    return f'<w:footnotePr><w:numFmt w:val="{form}"/></w:footnotePr>' if form != "decimal" else ""


def section_end(context: DrawingContext, *, turned: bool = False, bare: bool = False) -> str:
    """A small empty paragraph that ends a section; what follows starts on a new page."""
    properties = section_properties(context, turned=turned, bare=bare)
    return f'<w:p><w:pPr><w:pStyle w:val="{role_style("gap")}"/>{properties}</w:pPr></w:p>'


def two_sided(context: DrawingContext) -> bool:
    """Whether left-hand pages differ from right-hand ones."""
    return any(running.even for _, running in _running(context))


def _running(context: DrawingContext) -> tuple[tuple[str, Running], ...]:
    both = (("header", context.look.header), ("footer", context.look.footer))
    return tuple((kind, running) for kind, running in both if not running.empty)


def _sides(running: Running) -> tuple[tuple[str, Strip], ...]:
    return (("default", running.page), *((("even", running.even),) if running.even else ()))


def _relation(kind: str, side: str, sheet: str) -> str:
    return f"rId{kind.title()}{'' if side == 'default' else side.title()}{sheet}"


# ---- what stands there ------------------------------------------------------------------


def _strip(context: DrawingContext, kind: str, strip: Strip, page: Page) -> str:
    """One line: a item alone stands to its side, several are parted by tabs."""
    style = f'<w:pStyle w:val="{role_style(kind)}"/>'
    inset = twentieths(strip.inset * context.look.styles[kind].size)
    indent = f'<w:ind w:left="{inset}" w:right="{inset}"/>' if inset else ""
    alone = [index for index, item in enumerate(strip.items) if item != "none"]
    if len(alone) == 1:
        side, item = _SIDES[alone[0]], strip.items[alone[0]]
        return f'<w:p><w:pPr>{style}{indent}<w:jc w:val="{side}"/></w:pPr>{_item(context, item, kind)}</w:p>'
    items: list[RunningItem] = [strip.left, *([strip.center] if strip.center != "none" else []), strip.right]
    drawn = "<w:r><w:tab/></w:r>".join(_item(context, item, kind) for item in items)
    return f"<w:p><w:pPr>{style}{_stops(context, strip, page)}{indent}</w:pPr>{drawn}</w:p>"


def _stops(context: DrawingContext, strip: Strip, page: Page) -> str:
    """Tabs at the middle and the right of this page, in place of the style's where the page is a turned one."""
    width, upright = twips(page.text_width), twips(context.look.page.text_width)
    stops = f'<w:tab w:val="clear" w:pos="{upright}"/>' if width != upright else ""
    stops += f'<w:tab w:val="center" w:pos="{width // 2}"/>' if strip.center != "none" else ""
    return f'<w:tabs>{stops}<w:tab w:val="right" w:pos="{width}"/></w:tabs>'


def _item(context: DrawingContext, item: RunningItem, kind: str) -> str:
    block = next((found for found in context.document.elements if isinstance(found, TitleBlock)), None)
    match item:
        case "short-title":
            return _phrase(context, context.document.short_title, kind)
        case "title" | "issuer" | "date":
            return _phrase(context, getattr(block, item), kind) if block else ""
        case "section":  # what programs without this field show is true of every page
            return fields.field("STYLEREF 1", _phrase(context, context.document.short_title, kind))
        case "page":
            return _counted(context, "{page}")
        case "dashed-page":
            return _counted(context, _DASHED)
        case "page-of-pages":
            return _counted(context, say("page", context.first) if len(context.languages) == 1 else _BOTH)
        case "none":
            return ""


def _phrase(context: DrawingContext, phrase: Phrase, kind: str) -> str:
    """The words in both languages where the line has room, else in the first."""
    size = float(context.look.styles[kind].size)
    room = float(context.look.page.text_width) * measure.POINTS_PER_MM * _ROOM
    fits = sum(measure.width(plain(line), size) for line in phrase) < room
    return "".join(
        runs(context, (" · " if index else "") + plain(line), line.language)
        for index, line in enumerate(phrase if fits else phrase[:1])
    )


def _counted(context: DrawingContext, pattern: str) -> str:
    """The words round counting fields."""
    counted = {
        "{page}": fields.field("PAGE", runs(context, "1", context.first)),
        "{pages}": fields.field("NUMPAGES", runs(context, str(context.pages.count), context.first)),
    }
    parts = re.split(r"(\{pages?\})", pattern)
    return "".join(counted.get(part) or runs(context, part, context.first) for part in parts)
