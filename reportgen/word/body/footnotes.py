"""Footnotes: the part word/footnotes.xml with the notes that the body told, each once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reportgen.document import Line, Note
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.paragraphs import paragraph
from reportgen.word.body.runs import inlines, linked_once, runs
from reportgen.word.ooxml.xml import NAMESPACES, twentieths
from reportgen.word.styles.names import CHARACTER, role_style

_SEPARATOR = Decimal(6)
"""The line's height in points: LibreOffice takes that of a drawn line alone, others that of a line of the body's type,
and their pages would then end in different places."""


def footnotes_part(context: DrawingContext) -> str:
    """The two lines that part notes from text, then every note of the registry."""
    inside = replace(context, links=context.registry.note_links)
    footnotes = "".join(_footnote(inside, note) for note in tuple(context.registry.notes.values()))
    lines = _separator(-1, "separator") + _separator(0, "continuationSeparator")
    return f"<w:footnotes {NAMESPACES}>{lines}{footnotes}</w:footnotes>"


def _separator(number: int, kind: str) -> str:
    """The line above the notes of a page; ids below 1 are Word's own for these."""
    height = f'w:line="{twentieths(_SEPARATOR)}" w:lineRule="exact"'
    spacing = f'<w:pPr><w:spacing w:before="0" w:after="0" {height}/></w:pPr>'
    return f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{spacing}<w:r><w:{kind}/></w:r></w:p></w:footnote>'


def _footnote(context: DrawingContext, note: Note) -> str:
    """A note: its number, then its words, a paragraph a language. Notes inside a note cannot be: Word has none."""
    mark = f'<w:r><w:rPr><w:rStyle w:val="{CHARACTER["note-mark"].id}"/></w:rPr><w:footnoteRef/></w:r>'
    drawn: list[str] = []
    for index, line in enumerate(linked_once(note.body)):
        kept = Line(line.language, tuple(inline for inline in line.inlines if not isinstance(inline, Note)))
        opening = "" if index else mark + runs(context, " ", line.language)
        style = role_style("footnote", context.place(line))
        drawn.append(paragraph(style, opening + inlines(context, kept)))
    return f'<w:footnote w:id="{note.number}">{"".join(drawn) or f"<w:p>{mark}</w:p>"}</w:footnote>'
