"""Footnotes: the part word/footnotes.xml with the notes that the body told, one a mark."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from reportgen.document import Note
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.paragraphs import paragraph
from reportgen.word.body.runs import inlines, own_mark, runs
from reportgen.word.ooxml.xml import NAMESPACES, twentieths
from reportgen.word.styles.names import role_style

_ALTERNATIVES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)

_SEPARATOR = Decimal(6)
"""The line's height in points: LibreOffice takes that of a drawn line alone, others that of a line of the body's type,
and their pages would then end in different places."""


_PARAGRAPHS = re.compile(r"(?=<w:p>)")
_STYLED = re.compile(r"<w:p><w:pPr>(?:<w:pStyle [^>]*/>)?")
_KEPT = "<w:keepNext/>"
_MAY_PART = '<w:keepNext w:val="0"/>'


def footnotes_part(context: DrawingContext) -> str:
    """The two lines that part notes from text, then every note of the registry."""
    inside = replace(context, links=context.registry.note_links)
    footnotes = "".join(_footnote(inside, number, note) for number, note in enumerate(context.registry.notes, 1))
    lines = _separator(-1, "separator") + _separator(0, "continuationSeparator")
    alternatives = _ALTERNATIVES if any(note.again for note in context.registry.notes) else ""
    return f"<w:footnotes {NAMESPACES}{alternatives}>{lines}{footnotes}</w:footnotes>"


def parting(xml: str) -> str:
    """What stands in columns, where a column may end after a paragraph that calls a footnote, whatever its style says.

    LibreOffice 7.4 moves such a paragraph, kept with the next in columns that end level, to and fro with its note, and
    never ends.
    """
    if "<w:footnoteReference" not in xml:
        return xml
    return "".join(_parting(one) if "<w:footnoteReference" in one else one for one in _PARAGRAPHS.split(xml))


def _parting(paragraph: str) -> str:
    """One paragraph, with what comes up to the next."""
    return _STYLED.sub(lambda start: start[0] + _MAY_PART, paragraph.replace(_KEPT, "", 1), count=1)


def _separator(number: int, kind: str) -> str:
    """The line above the notes of a page; ids below 1 are Word's own for these."""
    height = f'w:line="{twentieths(_SEPARATOR)}" w:lineRule="exact"'
    spacing = f'<w:pPr><w:spacing w:before="0" w:after="0" {height}/></w:pPr>'
    return f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{spacing}<w:r><w:{kind}/></w:r></w:p></w:footnote>'


def _footnote(context: DrawingContext, number: int, note: Note) -> str:
    """A note: its mark, then its words. Notes inside a note cannot be: Word has none."""
    mark = own_mark(context, note)
    drawn: list[str] = []
    for index, line in enumerate(note.body):
        inner = any(isinstance(inline, Note) for inline in line.inlines)
        words = tuple(inline for inline in line.inlines if not isinstance(inline, Note)) if inner else line.inlines
        kept = replace(line, inlines=words)  # the very inlines, by which the line's marks are known
        opening = "" if index else mark + runs(context, " ", line.language)
        style = role_style("footnote", context.place(line))
        drawn.append(paragraph(style, opening + inlines(context, kept)))
    return f'<w:footnote w:id="{number}">{"".join(drawn) or f"<w:p>{mark}</w:p>"}</w:footnote>'
