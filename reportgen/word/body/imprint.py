"""The foot of a filed document's last page: its copies, who printed it and when, between rules."""

from __future__ import annotations

from reportgen.document import Imprint
from reportgen.template.model import FilingLook, RuleLook
from reportgen.word.body import fields
from reportgen.word.body.context import CLOSING, DrawingContext
from reportgen.word.body.filed import TAB, room_for, sides
from reportgen.word.body.paragraphs import gap, paragraph
from reportgen.word.body.runs import plain, runs
from reportgen.word.ooxml.xml import twentieths, twips
from reportgen.word.styles.names import role_style


def imprint(context: DrawingContext, element: Imprint) -> str:
    """The copies, then who printed the document and when, between rules at the very foot of the page."""
    look = context.look.filing
    if look is None or not (rows := _imprint_rows(context, element, look)):
        return ""
    frame = (
        f'<w:framePr w:w="{twips(context.look.page.text_width)}" w:wrap="around" w:vAnchor="margin" '
        'w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    )
    drawn: list[str] = []
    for index, (place, content, stands, new) in enumerate(rows):
        if index == 0 or new:
            drawn.append(_level(context, look.between if index else look.edge, frame))
        tabs, _, rest = stands.partition("|")
        drawn.append(paragraph(role_style("imprint", place), content, f"{frame}{tabs}{rest}"))
    return "".join([*drawn, _level(context, look.edge, frame)]) + gap(context)


def _level(context: DrawingContext, rule: RuleLook, frame: str) -> str:
    """A rule as a line of its own as high as it is thick, filled with its color.

    LibreOffice 7.4 drops the frame of paragraphs whose borders differ, or have a border between them.
    """
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{context.look.palette.of(rule.color)}"/>'
    spacing = f'<w:spacing w:before="0" w:after="0" w:line="{twentieths(rule.width)}" w:lineRule="exact"/>'
    return paragraph(role_style("imprint"), "", frame + fill + spacing)


_Row = tuple[int, str, str, bool]
"""A line of the imprint: the place of its language, its content, how it stands, whether a rule parts it from above."""


def _imprint_rows(context: DrawingContext, element: Imprint, look: FilingLook) -> list[_Row]:
    rows: list[_Row] = []
    if element.copies and "copies" in look.shown:
        for index, line in enumerate(element.copies):
            size = context.look.style("imprint", second=context.place(line) > 0).size
            label = dict(element.copies_label)[line.language]
            aside, hang = twentieths(look.inset * size), room_for(label, size, line.language)
            stands = f'|<w:ind w:left="{aside + hang}" w:right="{aside}" w:hanging="{hang}"/>'
            rows.append((context.place(line), runs(context, label + plain(line), line.language), stands, index == 0))
    if "printing" in look.shown:
        for index, language in enumerate(context.languages):
            printer, printed = (
                next((runs(context, plain(line), language) for line in phrase if line.language == language), "")
                for phrase in (element.printer, element.printed)
            )
            if printer or printed:
                rows.append((index, printer + TAB + printed, sides(context, look, "imprint"), not index))
    return rows


def end_mark(context: DrawingContext) -> str:
    """The empty line where a filed document's text has ended, with a bookmark that layouts look for."""
    mark = context.registry.bookmark(fields.TOC, CLOSING)
    return paragraph(role_style("gap"), fields.bookmarked(mark, ""))
