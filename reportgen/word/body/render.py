"""A document becomes a Word file: each element as XML in one pass, then the parts that the elements asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise
from operator import attrgetter
from typing import assert_never

from reportgen.document import (
    Bullets,
    Callout,
    Closing,
    Contents,
    Document,
    Element,
    Figure,
    Heading,
    Imprint,
    Letterhead,
    Metrics,
    PageBreak,
    Paragraph,
    Table,
    Timeline,
    TitleBlock,
)
from reportgen.ledger import Ledger, LedgerChart, chart_digest, digest, ledger_of
from reportgen.template.model import Look
from reportgen.word.body.beside import beside
from reportgen.word.body.callout import callout, findings
from reportgen.word.body.closing import closing
from reportgen.word.body.columns import Flowing, columns, flows, rows_of
from reportgen.word.body.contents import contents
from reportgen.word.body.context import DrawingContext, Pages, drawing_context
from reportgen.word.body.figures import chart_id, figure
from reportgen.word.body.filed import shown
from reportgen.word.body.flow import Column, Drawn, Flow, estimated_notes, marked, pieces, settings
from reportgen.word.body.footnotes import footnotes_part, parting
from reportgen.word.body.grid import (
    across,
    apart,
    beside_of,
    cells_of,
    column_page,
    grouped,
    look_of,
    side_by_side,
    side_width,
    texts_beside,
    together,
)
from reportgen.word.body.headings import heading
from reportgen.word.body.imprint import end_mark, imprint
from reportgen.word.body.imprint_page import stands_apart
from reportgen.word.body.letterhead import letterhead
from reportgen.word.body.lists import bullets, numbering_part
from reportgen.word.body.metrics import metrics
from reportgen.word.body.page_estimate import estimate_pages
from reportgen.word.body.paragraphs import gap, notes, pair, paragraph, starting_page
from reportgen.word.body.pictures import picture_id, vector_id
from reportgen.word.body.sections import (
    COLUMNS,
    SIDES,
    Stretch,
    in_columns,
    in_sections,
    lying,
    running_parts,
    shares_page,
    two_sided,
)
from reportgen.word.body.tables import data_table
from reportgen.word.body.timeline import timeline
from reportgen.word.body.title_block import title_block
from reportgen.word.ooxml.graphics import Graphic, NativeChart
from reportgen.word.ooxml.ledger_part import chart_values, ledger_parts
from reportgen.word.ooxml.measure import POINTS_PER_MM
from reportgen.word.ooxml.package import PackageWriter, add_links
from reportgen.word.styles.font_table import font_table_part
from reportgen.word.styles.names import TABLE, role_style
from reportgen.word.styles.scripts import lang_tag
from reportgen.word.styles.styles import styles_part
from reportgen.word.styles.theme import theme_part

ENDLESS = Decimal(5080)
"""The height in millimeters of the page that a galley is laid out on: the highest that a PDF can hold."""

_PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'


def render(document: Document, look: Look, pictures: Mapping[str, Graphic], pages: Pages | None = None) -> bytes:
    """The document as the bytes of a .docx; the same document gives the same bytes.

    `pictures` holds the drawn chart of every figure by the figure's id. Without `pages` the page numbers of the
    contents are an estimate; `settling.settled` finds the true ones.
    """
    look = look_of(document, look)
    pages = pages or estimate(document, look, pictures)
    context = drawing_context(document, look, pictures, pages, marked=not document.sealed)
    return _packed(context, _joined(context, _drawn(context)), footnotes_part(context))


def estimate(document: Document, look: Look, pictures: Mapping[str, Graphic]) -> Pages:
    """The pages that everything stands on, by how much room it takes, without a layout."""
    return estimate_pages(document, look, flow(document, look, pictures))


def galley(document: Document, look: Look, pictures: Mapping[str, Graphic]) -> tuple[bytes, Flow]:
    """The document on one long page, a mark in every paragraph; and what flows on it, its heights estimated.

    Where the marks stand in a layout tells how high everything is.
    """
    look = look_of(document, look)
    endless = look.model_copy(update={"page": look.page.model_copy(update={"height": ENDLESS})})
    context = drawing_context(document, endless, pictures, Pages({}, 1))
    drawn = _drawn(context)
    found = _flow(context, drawn)
    return _packed(context, _joined(context, marked(drawn), measured=True), footnotes_part(context)), found


def positioned(document: Document, look: Look, pictures: Mapping[str, Graphic]) -> tuple[bytes, Flow]:
    """The document on its own pages with the marks of a galley, and what flows down them."""
    look = look_of(document, look)
    context = drawing_context(document, look, pictures, Pages({}, 1))
    drawn = _drawn(context)
    return _packed(context, _joined(context, marked(drawn)), footnotes_part(context)), _flow(context, drawn)


def flow(document: Document, look: Look, pictures: Mapping[str, Graphic]) -> Flow:
    """What flows down the document's pages, its heights estimated."""
    context = drawing_context(document, look_of(document, look), pictures, Pages({}, 1))
    return _flow(context, _drawn(context))


def _flow(context: DrawingContext, drawn: Sequence[Drawn]) -> Flow:
    """What was drawn, piece by piece, and the footnotes it asked for; and text apart from what it stands beside."""
    found = _pieces(context, drawn)
    names = texts_beside(context.document)
    if not names:
        return found
    alone = drawing_context(apart(context.document, names), context.look, context.pictures, context.pages)
    elements = context.document.elements
    under = (piece for piece in _pieces(alone, _drawn(alone)).pieces if beside_of(elements[piece.place]) in names)
    return replace(found, apart=tuple(under))


def _pieces(context: DrawingContext, drawn: Sequence[Drawn]) -> Flow:
    styles = settings(styles_part(context.document, context.look))
    sides = {TABLE[role].id: (_sides(context.look, role), 0.0) for role in TABLE}
    column = Column(float(context.look.page.text_width) * POINTS_PER_MM, sides)
    narrow = Column(float(column_page(context.look).text_width) * POINTS_PER_MM, sides)
    count = context.look.text_columns.count if context.look.text_columns else 1
    found = pieces(drawn, styles, column, narrow, count)
    return Flow(tuple(found), estimated_notes(footnotes_part(context), styles, column))


def _sides(look: Look, role: str) -> float:
    """What a cell of a table takes from its words at both sides, in points."""
    padding = {"data": look.tables, "callout": look.callouts, "timeline": look.timelines}.get(role)
    wide = padding.padding * 2 if padding else look.pairs.gap if role == "columns" else 0
    return float(wide) * POINTS_PER_MM


def _packed(context: DrawingContext, body: str, footnotes: str) -> bytes:
    """The file, when its body and its notes are drawn."""
    document, look = context.document, context.look
    word = PackageWriter(body, document.properties, lang_tag(document.languages[0], document.properties.english))
    word.add_part("styles", "styles", styles_part(document, look))
    word.add_part("numbering", "numbering", numbering_part(look, context.first, context.registry.ordered_lists))
    word.add_part("fonts", "fontTable", font_table_part(look))
    word.add_part("theme", "theme/theme1", theme_part(look))
    for part in running_parts(context):
        word.add_part(part.kind, part.name, part.content, relation=part.relation)
    if two_sided(context):
        word.set_two_sided()
    notes_part = word.add_part("footnotes", "footnotes", footnotes)
    add_links(notes_part, context.registry.note_links.ids)
    add_links(word.document, context.registry.links.ids)
    for number, drawn in enumerate(context.registry.pictures, 1):
        word.add_picture(number, drawn.png, picture_id(number))
        if drawn.svg:
            word.add_picture(number, drawn.svg, vector_id(number), kind="svg")
    for number, made in enumerate(context.registry.charts, 1):
        word.add_chart(number, made.part, made.workbook, chart_id(number))
    if context.registry.lines:
        word.add_data(*ledger_parts(_ledger(context)))
    return word.data()


def _ledger(context: DrawingContext) -> Ledger:
    """What the file keeps of what it says: the lines that were drawn with their marks, and its charts as drawn."""
    registry = context.registry
    drawn = tuple(line for line in registry.told if line.number in registry.marked)
    ledger = ledger_of(context.document, context.look.name, registry.file, drawn)
    return replace(ledger, charts=tuple(_as_drawn(context, chart) for chart in ledger.charts))


def _as_drawn(context: DrawingContext, chart: LedgerChart) -> LedgerChart:
    drawing = context.pictures[chart.name]
    if not isinstance(drawing, NativeChart):
        return replace(chart, picture=digest(drawing.png))
    picture = digest(drawing.picture.png) if drawing.picture else ""
    return replace(chart, picture=picture, data=chart_digest(chart_values(drawing.part)))


def _drawn(context: DrawingContext) -> list[Drawn]:
    """Every element in its order; those that stand side by side are drawn together."""
    document, wide = context.document, across(context.document, context.look)
    narrow = replace(context, look=context.look.model_copy(update={"page": column_page(context.look)}))
    leads = _leads(context)
    drawn: list[Drawn] = []
    side, turns = "", False
    for place, elements in _drawn_together(context):
        first = elements[0]
        if isinstance(first, PageBreak) and first.side:
            side = first.side
            continue
        stretch = _stretch(context, first, across=place in wide, side=side)
        room = narrow if in_columns(stretch) else context
        if len(elements) > 1 or together(document, first) or _flows(context, first):
            xml = _abreast(room, elements)
        else:
            xml = _draw(room, first, leads=id(first) in leads)
        if in_columns(stretch):
            xml = parting(xml)
        if turns and xml:
            turns = False
            if shares_page(stretch, "across") and not isinstance(first, Contents | PageBreak):
                xml = starting_page(xml)
        if place in document.turned:
            xml = starting_page(xml)
        if isinstance(first, Contents) and xml:
            turns = context.look.contents_page
        places = tuple(range(place, place + len(elements)))
        if isinstance(first, Imprint) and xml:
            drawn.append(Drawn(places, (), drawn[-1].stretch if drawn else "across", end_mark(context)))
        drawn.append(Drawn(places, _rows(context, elements), stretch, xml))
    return drawn


def _rows(context: DrawingContext, elements: Sequence[Element]) -> tuple[int, ...]:
    """How many rows each of the elements takes that stand in columns of languages together; none for others."""
    if not _flows(context, elements[0]) or together(context.document, elements[0]):
        return ()
    return tuple(rows_of(element) for element in elements if isinstance(element, Flowing))


def _joined(context: DrawingContext, drawn: Sequence[Drawn], *, measured: bool = False) -> str:
    """The body in its sections."""
    stretches = [(key, "".join(one.xml for one in group)) for key, group in groupby(drawn, key=attrgetter("stretch"))]
    return in_sections(context, stretches or [("across", "")], measured=measured)


def _stretch(context: DrawingContext, element: Element, *, across: bool, side: str) -> Stretch:
    """How an element stands on its page."""
    if isinstance(element, TitleBlock) and context.look.cover:
        return "cover"
    if isinstance(element, Table) and element.wide:
        return "lying"
    if isinstance(element, Imprint) and stands_apart(context.document, context.look, context.pages):
        return "imprint"
    page: Stretch = SIDES[context.languages.index(side) % 2] if side else "across"
    return page if across else COLUMNS[page]


def _flows(context: DrawingContext, element: Element) -> bool:
    """Whether an element stands in the columns of its languages."""
    return side_by_side(context.document) and flows(element)


def _drawn_together(context: DrawingContext) -> Iterator[tuple[int, tuple[Element, ...]]]:
    """The elements in their order, with the place of the first; those that flow or stand side by side as one group."""
    for flowing, groups in groupby(grouped(context.document), key=lambda group: _flows(context, group[0][1])):
        if flowing:
            members = [member for group in groups for member in group]
            yield members[0][0], tuple(element for _, element in members)
        else:
            yield from ((group[0][0], tuple(element for _, element in group)) for group in groups)


def _abreast(context: DrawingContext, elements: tuple[Element, ...]) -> str:
    """Elements that stand side by side: languages in columns, or figures and text in a row."""
    if not together(context.document, elements[0]):
        flowing = tuple(element for element in elements if isinstance(element, Paragraph | Bullets | Callout))
        return _followed(context, columns(context, flowing))
    cells = list(cells_of(elements))
    width = side_width(context.look, len(cells))
    page = context.look.page
    narrow = page.model_copy(update={"right": page.right + page.text_width - width})
    inset = context.look.styles["body"].indent > 0  # in a cell, text has no margin to stand in from
    room = replace(context, look=context.look.model_copy(update={"page": narrow}), narrow=inset)
    return _followed(context, beside(context, ["".join(_draw(room, one) for one in cell) for cell in cells]))


def _leads(context: DrawingContext) -> frozenset[int]:
    """What stays on the page of what follows it, by identity: the lead of a list, the end
    of a text that closes, a figure that a callout speaks of."""
    return frozenset(
        id(before)
        for before, element in pairwise(context.document.elements)
        if (isinstance(element, Bullets | Closing) and isinstance(before, Paragraph))
        or (isinstance(element, Callout) and isinstance(before, Figure))
    )


def _draw(context: DrawingContext, element: Element, *, leads: bool = False) -> str:
    match element:
        case TitleBlock():
            return title_block(context, element)
        case Contents():
            return contents(context, element)
        case Heading():
            return heading(context, element)
        case Paragraph():
            if not element.text or not shown(context, element.role):
                return ""
            return pair(context, element.role, element.text, keep=leads, loose=element.loose)
        case Bullets():
            return (
                _boxed(context, findings(context, element)) if element.role == "findings" else bullets(context, element)
            )
        case Callout():
            return _boxed(context, callout(context, element))
        case Metrics():
            return _boxed(context, metrics(context, element), element.notes)
        case Figure():
            return figure(context, element, keep=leads)
        case Table():
            return _wide(context, element) if element.wide else _table(context, element)
        case Timeline():
            return _boxed(context, timeline(context, element))
        case PageBreak():
            return paragraph(role_style("gap"), _PAGE_BREAK)
        case Letterhead():
            return letterhead(context, element)
        case Closing():
            return closing(context, element)
        case Imprint():
            return imprint(context, element)
        case _:
            assert_never(element)


def _boxed(context: DrawingContext, table: str, below: tuple[Paragraph, ...] = ()) -> str:
    """A table that is none to the reader: what stands above it may need a gap too."""
    above = gap(context, keep=True) if table and context.look.gap_above else ""
    return above + _followed(context, table, below)


def _followed(context: DrawingContext, table: str, below: tuple[Paragraph, ...] = ()) -> str:
    """A table with what must stand under it: its notes, or a gap, since two tables without one would join."""
    return table + (notes(context, below) or gap(context)) if table else ""


def _table(context: DrawingContext, element: Table) -> str:
    return _followed(context, data_table(context, element), element.notes)


def _wide(context: DrawingContext, element: Table) -> str:
    """A table on pages that lie on their side."""
    turned = replace(context, look=context.look.model_copy(update={"page": lying(context.look.page)}))
    return _table(turned, element)
