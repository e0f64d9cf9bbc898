"""A document becomes a Word file: each element as XML in one pass, then the parts that the elements asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import assert_never

from reportgen.document import (
    Bullets,
    Callout,
    Contents,
    Document,
    Element,
    Figure,
    Heading,
    Metrics,
    PageBreak,
    Paragraph,
    Table,
    Timeline,
    TitleBlock,
)
from reportgen.template.model import Look
from reportgen.word.body import boxes, fields
from reportgen.word.body.contents import contents, part_mark
from reportgen.word.body.context import Drawing, Native, Pages, Scene, scene
from reportgen.word.body.fields import REF, TOC
from reportgen.word.body.lists import bullets, heading_list, numbering_part
from reportgen.word.body.notes import footnotes_part
from reportgen.word.body.paragraphs import gap, notes, pair, paragraph, setting
from reportgen.word.body.pictures import chart_id, figure, picture_id, vector_id
from reportgen.word.body.runs import inlines
from reportgen.word.body.sections import lying, running_parts, section_end, section_properties, two_sided
from reportgen.word.body.tables import data_table
from reportgen.word.body.titles import title_block
from reportgen.word.pages.layout import estimate_pages
from reportgen.word.styles.font_table import font_table_part
from reportgen.word.styles.names import EAST_ASIAN, UNNUMBERED, role_style
from reportgen.word.styles.styles import styles_part
from reportgen.word.styles.theme import theme_part

_PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def render(
    document: Document, look: Look, pictures: Mapping[str, Drawing | Native], pages: Pages | None = None
) -> bytes:
    """The document as the bytes of a .docx; the same document gives the same bytes.

    `pictures` holds the drawn chart of every figure by the figure's id. Without `pages` the page numbers of the
    contents are an estimate; `layout.layout_pages` finds the true ones.
    """
    from reportgen.word.ooxml import package  # here, since python-docx loads slowly and only drawing needs it

    look = look.speaking(document.languages[0])
    drawing = scene(document, look, pictures, pages or estimate_pages(document, look, pictures))
    body = "".join(_body(drawing)) + section_properties(drawing)
    word = package.open_base(body)
    package.add_part(word, "styles", "styles", styles_part(document, look))
    package.add_part(word, "numbering", "numbering", numbering_part(look, drawing.first, drawing.ledger.ordered_lists))
    package.add_part(word, "fonts", "fontTable", font_table_part(look))
    package.add_part(word, "theme", "theme/theme1", theme_part(look))
    for part in running_parts(drawing):
        package.add_part(word, part.kind, part.name, part.content, relation=part.relation)
    if two_sided(drawing):
        package.set_two_sided(word)
    footnotes = package.add_part(word, "footnotes", "footnotes", footnotes_part(drawing))
    package.add_links(footnotes, drawing.ledger.note_links)
    package.add_links(word.part, drawing.ledger.links)
    for number, drawn in enumerate(drawing.ledger.pictures, 1):
        package.add_picture(word, number, drawn.png, picture_id(number))
        if drawn.svg:
            package.add_picture(word, number, drawn.svg, vector_id(number), kind="svg")
    for number, made in enumerate(drawing.ledger.charts, 1):
        package.add_chart(word, number, made.part, made.workbook, chart_id(number))
    package.set_properties(word, document.properties, _tag(document))
    return package.write_package(word)


def _tag(document: Document) -> str:
    """The language that the file says it is in."""
    return EAST_ASIAN.get(document.languages[0], document.properties.english)


def _body(scene: Scene) -> Sequence[str]:
    """Every element in its order; on a side-by-side page those that flow are drawn together in columns."""
    beside = scene.document.layout == "side-by-side" and len(scene.languages) > 1
    drawn: list[str] = []
    turns, leads = _page_starts(scene), _leads(scene)
    for flowing, group in groupby(scene.document.elements, key=boxes.flows if beside else lambda _: False):
        elements = tuple(group)
        if flowing:
            together = tuple(element for element in elements if isinstance(element, Paragraph | Bullets | Callout))
            drawn.append(_followed(scene, boxes.columns(scene, together)))
        else:
            drawn += (
                _draw(scene, element, starts=element in turns, leads=id(element) in leads) for element in elements
            )
    return _in_parts(scene, drawn) if scene.facing else drawn


def _in_parts(scene: Scene, drawn: Sequence[str]) -> Sequence[str]:
    """A facing document's elements with a bookmark round each part, so that its contents can keep to it."""
    opened = ""
    marked: list[str] = []
    for element, xml in zip(scene.document.elements, drawn, strict=True):
        if isinstance(element, TitleBlock):
            mark = part_mark(scene, element.title)
            xml = opened + f'<w:bookmarkStart w:id="{mark.number}" w:name="{mark.name}"/>' + xml
            opened = f'<w:bookmarkEnd w:id="{mark.number}"/>'
        marked.append(xml)
    return [*marked, opened]


def _page_starts(scene: Scene) -> Sequence[Element]:
    """The headings that follow contents which fill pages of their own."""
    if not scene.look.contents_page:
        return ()
    return [
        element
        for before, element in pairwise(scene.document.elements)
        if isinstance(before, Contents) and isinstance(element, Heading)
    ]


def _leads(scene: Scene) -> frozenset[int]:
    """The paragraphs that a list follows, by identity: they stay on the page of its first item."""
    return frozenset(
        id(before)
        for before, element in pairwise(scene.document.elements)
        if isinstance(element, Bullets) and isinstance(before, Paragraph)
    )


def _draw(scene: Scene, element: Element, *, starts: bool = False, leads: bool = False) -> str:
    match element:
        case TitleBlock():
            return title_block(scene, element) + (section_end(scene, bare=True) if scene.look.cover else "")
        case Contents():
            return contents(scene, element)
        case Heading():
            return _heading(scene, element, starts=starts)
        case Paragraph():
            return pair(scene, element.role, element.text, keep=leads) if element.text else ""
        case Bullets():
            return bullets(scene, element)
        case Callout():
            return _boxed(scene, boxes.callout(scene, element))
        case Metrics():
            return _boxed(scene, boxes.metrics(scene, element), element.notes)
        case Figure():
            return figure(scene, element)
        case Table():
            return _wide(scene, element) if element.wide else _table(scene, element)
        case Timeline():
            return _boxed(scene, boxes.timeline(scene, element))
        case PageBreak():
            return paragraph(role_style("gap"), _PAGE_BREAK)
        case _:
            assert_never(element)


def _boxed(scene: Scene, table: str, below: tuple[Paragraph, ...] = ()) -> str:
    """A table that is none to the reader: what stands above it may need a gap too."""
    above = gap(scene, keep=True) if table and scene.look.gap_above else ""
    return above + _followed(scene, table, below)


def _followed(scene: Scene, table: str, below: tuple[Paragraph, ...] = ()) -> str:
    """A table with what must stand under it: its notes, or a gap, since two tables without one would join."""
    return table + (notes(scene, below) or gap(scene)) if table else ""


def _table(scene: Scene, element: Table) -> str:
    return _followed(scene, data_table(scene, element), element.notes)


def _wide(scene: Scene, element: Table) -> str:
    """A table on pages that lie on their side, between two ends of sections."""
    turned = replace(scene, look=scene.look.model_copy(update={"page": lying(scene.look.page)}))
    return section_end(scene) + _table(turned, element) + section_end(scene, turned=True)


def _heading(scene: Scene, element: Heading, *, starts: bool) -> str:
    """One paragraph for all languages: one number, one entry in the contents."""
    dressed = (inlines(scene, line, "heading-second" if place else "") for place, line in enumerate(element.text))
    content = "<w:r><w:br/></w:r>".join(dressed)
    for prefix, target in ((REF, ("heading", element.id)), (TOC, (element.id,))):
        content = fields.bookmarked(scene.ledger.bookmark(prefix, *target), content)
    numbered = element.number or scene.look.numbering_in(scene.first) == "none"
    language = element.text[0].language if element.text else scene.first
    own = heading_list(scene, language) if scene.facing and language != scene.first else None
    level = element.level - 1 if own else 0
    properties = setting(list_id=own if numbered else UNNUMBERED, level=level, page=starts)
    return paragraph(role_style(f"heading{element.level}"), content, properties)
