"""The table of contents: one field whose result is there from the start, every entry a link with its page."""

from __future__ import annotations

from reportgen.document import Contents, Document, Heading, Line
from reportgen.ledger import LABEL_GAP
from reportgen.word.body import fields
from reportgen.word.body.context import Bookmark, DrawingContext, headings_of
from reportgen.word.body.fields import TOC
from reportgen.word.body.paragraphs import gap, pair, paragraph
from reportgen.word.body.runs import plain, runs
from reportgen.word.ooxml import measure
from reportgen.word.styles.names import number_follows, number_label, role_style

GAP = "\u2002"
_DOTS = 5  # the room in ems that is left for dots and the page

FEW = 12
"""Second-level headings are listed when all entries together are no more than this."""


def depth(document: Document) -> int:
    """The deepest level that the contents list: 2 while they stay short."""
    listed = [heading for heading in headings_of(document.elements) if heading.level <= 2]
    return 2 if len(listed) <= FEW else 1


def contents(context: DrawingContext, element: Contents) -> str:
    """The title and the entries; nothing when there are no headings, since Word would print an error then."""
    if element.of != "heading":
        return _captions(context, element)
    deepest = depth(context.document)
    headings = [heading for heading in headings_of(context.document.elements) if heading.level <= deepest]
    if not headings:
        return ""
    opening = fields.begin(f'TOC \\o "1-{deepest}" \\h \\z \\u')
    entries = [_entry(context, heading, "" if index else opening) for index, heading in enumerate(headings)]
    title = pair(context, "contents-title", element.title, keep=True)
    ending = f'<w:p><w:pPr><w:pStyle w:val="{role_style("gap")}"/></w:pPr>{fields.end()}</w:p>'
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{title}{''.join(entries)}{ending}</w:sdtContent></w:sdt>"
    )


def _captions(context: DrawingContext, element: Contents) -> str:
    """A list of figures or tables: a field for each language, since each counts by its own word."""
    captions = [caption for caption in context.captions.values() if caption.sequence == element.of]
    drawn = ""
    for language in (line.language for line in element.title):
        lines = [(one, line) for one in captions for line in one.lines if line.language == language]
        for index, (caption, line) in enumerate(lines):
            opening = "" if index else fields.begin(f'TOC \\h \\z \\c "{line.word}"')
            mark = context.registry.bookmark(TOC, "caption", caption.id, language)
            entry_text = f"{line.word}{line.gap}{caption.number}{LABEL_GAP}{plain(Line(language, line.text))}"
            page = fields.page_reference(
                mark, runs(context, str(context.pages.captions.get(caption.id, 1)), context.first)
            )
            linked = fields.link_to(mark, runs(context, entry_text, language) + "<w:r><w:tab/></w:r>" + page)
            ending = fields.end() if index == len(lines) - 1 else ""
            drawn += paragraph(role_style("toc-caption"), opening + linked + ending)
    ending = "" if context.look.contents_page else gap(context)  # on a page of their own nothing follows
    return pair(context, "contents-title", element.title, keep=True) + drawn + ending if drawn else ""


def _page(context: DrawingContext, mark: Bookmark, page: int) -> str:
    """The page that a bookmark stands on, as a field."""
    return fields.page_reference(mark, runs(context, str(page), context.first))


def _fits(context: DrawingContext, heading: Heading) -> bool:
    """True when an entry's languages leave room on one line for a few dots and the page."""
    style = context.look.styles[f"toc{heading.level}"]
    room = float(context.look.page.text_width - style.indent) * measure.POINTS_PER_MM
    taken = sum(measure.width(plain(line), float(style.size)) for line in heading.text)
    return taken < room - _DOTS * float(style.size)


def _entry(context: DrawingContext, heading: Heading, opening: str) -> str:
    """Number, words, page; the languages on one line where it has room, else under one another."""
    language = heading.text[0].language if heading.text else context.first
    label = number_label(context.look, language, heading.number)
    follows = number_follows(context.look, language, heading.level)
    first = runs(context, label + follows, language) if label else ""
    gap, between = (GAP, "") if _fits(context, heading) else ("", "<w:r><w:br/></w:r>")
    words = between.join(
        runs(context, (gap if index else "") + plain(line), line.language, "contents-second" if index else "")
        for index, line in enumerate(heading.text)
    )
    mark = context.registry.bookmark(TOC, heading.id)
    page = _page(context, mark, context.pages.headings.get(heading.id, 1))
    linked = fields.link_to(mark, first + words + "<w:r><w:tab/></w:r>" + page)
    return paragraph(role_style(f"toc{heading.level}"), opening + linked)
