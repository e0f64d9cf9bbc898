"""The page: its size and margins, upright or lying, and what stands at its head and foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from reportgen.document import Phrase, Table, TitleBlock
from reportgen.languages import say
from reportgen.records import record
from reportgen.template.model import Page, Running, RunningItem, Strip
from reportgen.word.body import fields
from reportgen.word.body.context import DrawingContext, has_imprint
from reportgen.word.body.runs import plain, runs
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import NAMESPACES, twentieths, twips
from reportgen.word.styles.names import role_style
from reportgen.word.styles.scripts import line_height

_BOTH = "{page} / {pages}"
"""The page in a document of two languages: figures alone, which both read."""

_DASHED = "— {page} —"

_ROOM = 0.8
"""The share of the line that a short title may take before its second language is left out."""

Stretch = Literal["cover", "across", "columns", "lying", "imprint", "left", "left-columns", "right", "right-columns"]
"""How a stretch of the document stands on its pages: on a cover, across the page, in columns, on pages turned, as an
imprint on a page of its own, or, across or in columns, on the left-hand or right-hand pages of a facing document."""

_SLIVER = (
    f'<w:p><w:pPr><w:pStyle w:val="{role_style("gap")}"/>'
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)
"""A paragraph of a point: the end of a document holds one."""

_CONTINUOUS = '<w:type w:val="continuous"/>'
_LEFT_HAND = '<w:type w:val="evenPage"/>'
SIDES: tuple[Stretch, ...] = ("left", "right")
"""The pages of a facing document's first and second language."""
COLUMNS: dict[Stretch, Stretch] = {"across": "columns", "left": "left-columns", "right": "right-columns"}
"""Stretches across a page, and those in columns of the same page."""
_HANDS: dict[Stretch, str] = {"left": _LEFT_HAND, "right": '<w:type w:val="oddPage"/>'}
_ACROSS: dict[Stretch, Stretch] = {columns: across for across, columns in COLUMNS.items()}

_SIDES = ("left", "center", "right")
_ELEMENTS = {"header": "hdr", "footer": "ftr"}


@record
class RunningPart:
    """A part for the head or foot of pages: its kind (header, footer), its name, its relationship, its XML."""

    kind: str
    name: str
    relation: str
    content: str


def in_columns(stretch: Stretch) -> bool:
    """Whether a stretch stands in columns of text."""
    return stretch in _ACROSS


def hand_of(stretch: Stretch) -> Literal["left", "right"] | None:
    """The pages of a facing document that a stretch stands on; None in another."""
    across = _ACROSS.get(stretch, stretch)
    return across if across == "left" or across == "right" else None


def shares_page(before: Stretch | None, stretch: Stretch) -> bool:
    """Whether a stretch goes on on the page of the one before it."""
    return before is not None and _ACROSS.get(before, before) == _ACROSS.get(stretch, stretch) in COLUMNS


def lying(page: Page) -> Page:
    """The sheet turned, for a wide table."""
    return page.model_copy(update={"width": page.height, "height": page.width})


def running_parts(context: DrawingContext) -> Iterator[RunningPart]:
    """Every head and foot that the document's pages want: for right and left pages, upright and lying ones."""
    sheets = {"": context.look.page}
    if any(isinstance(element, Table) and element.wide for element in context.document.elements):
        sheets["Lying"] = lying(context.look.page)
    told = {"": context, **{language: _in_language(context, language) for language in _parts(context)}}
    for kind, running in _running(context):
        number = 0
        for language, one in told.items():
            for sheet, page in sheets.items():
                for side, strip in _sides(context, kind, running):
                    number += 1
                    drawn = _strip(one, kind, strip, page)
                    content = f"<w:{_ELEMENTS[kind]} {NAMESPACES}>{drawn}</w:{_ELEMENTS[kind]}>"
                    yield RunningPart(kind, f"{kind}{number}", _relation(kind, side, sheet, language), content)


def _parts(context: DrawingContext) -> tuple[str, ...]:
    """The languages that have pages of their own, with heads and feet in that language."""
    return context.languages if context.facing else ()


def _in_language(context: DrawingContext, language: str) -> DrawingContext:
    """The context of one language's pages: what heads and feet tell of the document is in it alone."""

    def alone(phrase: Phrase) -> Phrase:
        return tuple(line for line in phrase if line.language == language)

    document = context.document
    titles = (
        replace(
            block,
            issuer=alone(block.issuer),
            issue=alone(block.issue),
            title=alone(block.title),
            subtitle=alone(block.subtitle),
            date=alone(block.date),
        )
        for block in document.elements
        if isinstance(block, TitleBlock)
    )
    told = replace(document, languages=(language,), short_title=alone(document.short_title), elements=tuple(titles))
    return replace(context, document=told)


def section_properties(context: DrawingContext, stretch: Stretch = "across", *, continuous: bool = False) -> str:
    """The section that ends here; no grid of lines, since it would stretch Chinese lines."""
    turned, bare = stretch == "lying", stretch == "cover" or _after_a_blank(context, stretch)
    page = lying(context.look.page) if turned else context.look.page
    sheet = "Lying" if turned else ""
    hand = hand_of(stretch)
    language = dict(zip(SIDES, _parts(context), strict=False)).get(hand, "") if hand else ""
    references = "".join(
        f'<w:{kind}Reference w:type="{side}" r:id="{_relation(kind, side, sheet, language)}"/>'
        for kind, running in _running(context)
        for side, _ in _sides(context, kind, running)
    )
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    sides = " ".join(f'w:{side}="{twips(length)}"' for side, length in margins.items())
    orientation = ' w:orient="landscape"' if turned else ""
    first = "<w:titlePg/>" if bare or (context.look.masthead and not hand) else ""
    starts = _HANDS[hand] if hand else _LEFT_HAND if _left_hand(context, stretch) else ""
    kind = _CONTINUOUS if continuous else starts
    return (
        f"<w:sectPr>{'' if bare else references}{_counting(context)}{kind}"
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{orientation}/>'
        f'<w:pgMar {sides} w:header="{twips(page.header)}" w:footer="{twips(page.footer)}" w:gutter="0"/>'
        f"{_columns(context, stretch)}{first}</w:sectPr>"
    )


def _left_hand(context: DrawingContext, stretch: Stretch) -> bool:
    """Whether the stretch starts on a left-hand page."""
    return stretch == "imprint" and context.look.filing is not None and context.look.filing.even


def _after_a_blank(context: DrawingContext, stretch: Stretch) -> bool:
    """Whether an empty page stands before the imprint's: then neither bears a number."""
    return _left_hand(context, stretch) and context.pages.closing % 2 == 0


def _counting(context: DrawingContext) -> str:
    """How footnotes count; said of each section, since a person's own template keeps its settings."""
    form = context.note_form
    return f'<w:footnotePr><w:numFmt w:val="{form}"/></w:footnotePr>' if form != "decimal" else ""


def _columns(context: DrawingContext, stretch: Stretch) -> str:
    columns = context.look.text_columns if in_columns(stretch) else None
    return f'<w:cols w:num="{columns.count}" w:space="{twips(columns.gap)}"/>' if columns else "<w:cols/>"


def in_sections(context: DrawingContext, stretches: Sequence[tuple[Stretch, str]], *, measured: bool = False) -> str:
    """The body: stretches of it that differ in their page or in their columns, each a section of Word.

    Between text across the page and text in columns the page goes on: its last paragraph ends such a section, since an
    empty one would take a line. Any other section starts on a new page. Where it is `measured`, an empty one of a point
    does, since LibreOffice 7.4 moves a bookmark out of a paragraph that ends a section.
    """
    end = _after if measured else _ending
    drawn: list[str] = []
    before: Stretch | None = None
    for index, (stretch, xml) in enumerate(stretches):
        continuous = shares_page(before, stretch)
        if hand_of(stretch) and context.look.text_columns and not continuous:
            drawn.append(_ending(_SLIVER, section_properties(context, _ACROSS.get(stretch, stretch))))
            continuous = True  # LibreOffice 7.4 lets no page of a side begin with columns, or with a table behind them
        properties = section_properties(context, stretch, continuous=continuous)
        following = stretches[index + 1][0] if index + 1 < len(stretches) else None
        if stretch == "columns" and not (following and shares_page(stretch, following)):
            drawn.append(end(xml, properties))  # a section that goes on after them makes columns end level
            xml, properties = _SLIVER, section_properties(context, _ACROSS[stretch], continuous=True)
        if following is None:
            drawn += (xml, properties)
        elif _runs_on(stretch) and (_runs_on(following) or following == "imprint"):
            drawn.append(end(xml, properties))
        else:
            drawn.append(xml + _section_end(properties))
        before = stretch
    return "".join(drawn)


def _runs_on(stretch: Stretch) -> bool:
    """Whether a stretch ends with its last paragraph, where another follows."""
    return _ACROSS.get(stretch, stretch) in COLUMNS


def _section_end(properties: str) -> str:
    """A small empty paragraph that ends a section."""
    return f'<w:p><w:pPr><w:pStyle w:val="{role_style("gap")}"/>{properties}</w:pPr></w:p>'


def _after(xml: str, properties: str) -> str:
    """The XML with the end of a section in a paragraph of a point after it."""
    return xml + _ending(_SLIVER, properties)


def _ending(xml: str, properties: str) -> str:
    """The XML with the end of a section in its last paragraph; where it ends otherwise, in one of its own."""
    start, rest = xml.rfind("<w:p>"), xml.rfind("</w:pPr>")
    if not xml.endswith("</w:p>") or rest < start:
        return xml + _section_end(properties)
    return xml[:rest] + properties + xml[rest:]


def two_sided(context: DrawingContext) -> bool:
    """Whether left-hand pages differ from right-hand ones."""
    return any(running.even for _, running in _running(context))


def _running(context: DrawingContext) -> tuple[tuple[str, Running], ...]:
    both = (("header", context.look.header), ("footer", context.look.footer))
    return tuple((kind, running) for kind, running in both if not running.empty)


def _sides(context: DrawingContext, kind: str, running: Running) -> tuple[tuple[str, Strip], ...]:
    """What stands on which pages: a first page with a masthead has a foot like any other, and no head."""
    even = (("even", running.even),) if running.even else ()
    first = (("first", running.page),) if context.look.masthead and kind == "footer" else ()
    return ("default", running.page), *even, *first


def _relation(kind: str, side: str, sheet: str, language: str) -> str:
    return f"rId{kind.title()}{'' if side == 'default' else side.title()}{sheet}{language.title()}"


# ---- what stands there ------------------------------------------------------------------


def _strip(context: DrawingContext, kind: str, strip: Strip, page: Page) -> str:
    """One line: a item alone stands to its side, several are parted by tabs."""
    style = f'<w:pStyle w:val="{role_style(kind)}"/>'
    inset = twentieths(strip.inset * context.look.styles[kind].size)
    indent = _filled(context, kind) + (f'<w:ind w:left="{inset}" w:right="{inset}"/>' if inset else "")
    alone = [index for index, item in enumerate(strip.items) if item != "none"]
    if len(alone) == 1:
        side, item = _SIDES[alone[0]], strip.items[alone[0]]
        return f'<w:p><w:pPr>{style}{indent}<w:jc w:val="{side}"/></w:pPr>{_item(context, item, kind)}</w:p>'
    items: list[RunningItem] = [strip.left, *([strip.center] if strip.center != "none" else []), strip.right]
    drawn = "<w:r><w:tab/></w:r>".join(_item(context, item, kind) for item in items)
    return f"<w:p><w:pPr>{style}{_stops(context, strip, page)}{indent}</w:pPr>{drawn}</w:p>"


def _filled(context: DrawingContext, kind: str) -> str:
    """The space over a foot that fills the margin up to the text.

    LibreOffice 7.4 lets the text of sections that start on a left-hand or a right-hand page run down to the foot.
    """
    if kind != "footer" or not (context.document.layout == "facing" or has_imprint(context.document)):
        return ""
    page, style = context.look.page, context.look.styles["footer"]
    line = line_height(style, context.first)
    room = (page.bottom - page.footer) * Decimal(measure.POINTS_PER_MM) - line
    return f'<w:spacing w:before="{twentieths(room)}"/>' if line and room > 0 else ""


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
        case "title" | "issuer" | "issue" | "date":
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
