"""Headings: one paragraph for all languages, with the bookmarks that contents and references lead to."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.document import Heading
from reportgen.template.model import TextStyle
from reportgen.word.body import fields
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.fields import REF, TOC
from reportgen.word.body.lists import heading_list
from reportgen.word.body.paragraphs import paragraph, setting
from reportgen.word.body.runs import inlines
from reportgen.word.body.titles import inset, words_of
from reportgen.word.ooxml.line_balance import Words
from reportgen.word.styles.names import UNNUMBERED, number_label, role_style


def heading(context: DrawingContext, element: Heading) -> str:
    """One number, one entry in the contents."""
    dressed = (inlines(context, line, "heading-second" if index else "") for index, line in enumerate(element.text))
    content = "<w:r><w:br/></w:r>".join(dressed)
    for prefix, target in ((REF, ("heading", element.id)), (TOC, (element.id,))):
        content = fields.bookmarked(context.registry.bookmark(prefix, *target), content)
    numbered = element.number or context.look.numbering_in(context.first) == "none"
    language = element.text[0].language if element.text else context.first
    own = heading_list(context, language) if context.facing and language != context.first else None
    level = element.level - 1 if own else 0
    role = f"heading{element.level}"
    style = context.look.style(role, second=len(context.languages) > 1)
    label = "" if style.hanging else number_label(context.look, language, element.number)
    stands = inset(context, style, list(_stretches(context, element, style)), label)
    properties = setting(list_id=own if numbered else UNNUMBERED, level=level, inset=stands)
    return paragraph(role_style(role), content, properties)


def _stretches(context: DrawingContext, element: Heading, style: TextStyle) -> Iterator[Words]:
    """The heading's lines in their sizes."""
    second = context.look.runs["heading-second"]
    for index, line in enumerate(element.text):
        words = words_of(line, style)
        if index:
            words = words._replace(size=float(second.size or style.size), bold=style.bold and second.bold is not False)
        yield words
