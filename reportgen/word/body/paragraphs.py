"""Paragraphs of one line or of a line in each language. What the words look like is in styles.py."""

from __future__ import annotations

import re
from functools import lru_cache

from reportgen.document import Line, Paragraph, Phrase
from reportgen.word.body import fields
from reportgen.word.body.context import Bookmark, DrawingContext
from reportgen.word.body.runs import inlines
from reportgen.word.ooxml.xml import twentieths
from reportgen.word.styles.names import role_style


@lru_cache
def setting(
    *,
    keep: bool = False,
    list_id: int | None = None,
    level: int = 0,
    after: int | None = None,
    inset: int = 0,
    indent: int = 0,
    align: str = "",
    pictured: bool = False,
) -> str:
    """What a paragraph says of itself beyond its style, as children of w:pPr.

    It may be kept with the next, stand in a level of a list, have its own space `after` it or stand in from the right
    by `inset`, from the left by `indent` (all in twentieths of a point), and be aligned. A `pictured` one is as high as
    its picture: a line of fixed height would cut it.
    """
    spacing = f' w:after="{after}"' if after is not None else ""
    spacing += ' w:line="240" w:lineRule="auto"' if pictured else ""
    room = f' w:left="{indent}"' if indent else ""
    room += f' w:right="{inset}"' if inset else ""
    return "".join(
        (
            "<w:keepNext/>" if keep else "",
            f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id is not None else "",
            f"<w:spacing{spacing}/>" if spacing else "",
            f"<w:ind{room}/>" if room else "",
            f'<w:jc w:val="{align}"/>' if align else "",
        )
    )


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of runs in a style, given by its id, with what `setting` says of it."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


_OPENING = re.compile(r"<w:p><w:pPr>(?:<w:pStyle [^>]*/>)?(?:<w:keepNext[^>]*/>)?")


def starting_page(xml: str) -> str:
    """What was drawn, beginning a page: its first paragraph says so, be it in a cell, which takes its row along."""
    return _OPENING.sub(lambda found: found[0] + "<w:pageBreakBefore/>", xml, count=1)


def line_paragraph(
    context: DrawingContext,
    role: str,
    line: Line,
    properties: str = "",
    *,
    column: bool = False,
    mark: Bookmark | None = None,
) -> str:
    """One language's line in its role; a narrow place has the roles that columns have."""
    column = column or (context.narrow and role.removesuffix("-ordered") in context.look.columns)
    content = inlines(context, line)
    content = fields.bookmarked(mark, content) if mark else content
    return paragraph(role_style(role, context.place(line), column=column), content, properties)


def pair(
    context: DrawingContext,
    role: str,
    phrase: Phrase,
    *,
    list_id: int | None = None,
    keep: bool = False,
    after: int | None = None,
    mark: Bookmark | None = None,
    loose: bool = False,
) -> str:
    """A phrase: one paragraph a language, the first kept close to the next; a list's number stands at the first.

    In a `loose` one a page may end between two languages.
    """
    if len(phrase) == 1 and not keep and list_id is None and after is None:
        return line_paragraph(context, role, phrase[0], mark=mark)
    *leading, last = phrase
    within = twentieths(context.look.pairs.within)
    numbered, close = (setting(keep=not loose, list_id=number, after=within) for number in (list_id, None))
    following = "list" if role == "list-ordered" and leading else role
    first = "".join(
        line_paragraph(context, following, line, close)
        if index
        else line_paragraph(context, role, line, numbered, mark=mark)
        for index, line in enumerate(leading)
    )
    ending = setting(keep=keep, list_id=None if leading else list_id, after=after)
    return first + line_paragraph(context, following, last, ending, mark=None if leading else mark)


def notes(context: DrawingContext, paragraphs: tuple[Paragraph, ...], *, keep: bool = False) -> str:
    """The notes under a chart or table, kept on its page; the last may be kept with what follows."""
    last = len(paragraphs) - 1
    ending = twentieths(context.look.styles["source"].after)
    return "".join(
        pair(context, note.role, note.text, keep=keep or index < last, after=ending if index == last else None)
        for index, note in enumerate(paragraphs)
    )


def gap(context: DrawingContext, *, keep: bool = False) -> str:
    """The empty line that parts a table from what follows; two tables without one would join."""
    return paragraph(role_style("gap"), "", setting(keep=keep))
