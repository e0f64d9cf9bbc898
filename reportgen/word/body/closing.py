"""What stands under the text of a filed document: its attachments, who signs it and when, a remark."""

from __future__ import annotations

from decimal import Decimal

from reportgen.document import Closing, Line
from reportgen.template.model import FilingLook
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.filed import TAB, room_for
from reportgen.word.body.paragraphs import paragraph
from reportgen.word.body.runs import plain, runs
from reportgen.word.ooxml.xml import twentieths, twips
from reportgen.word.styles.names import role_style


def closing(context: DrawingContext, element: Closing) -> str:
    """Attachments, signature and date, and a remark."""
    look = context.look.filing
    if look is None:
        return ""
    drawn = _attachments(context, element, look) if "attachments" in look.shown else ""
    if element.signature and "signature" in look.shown:
        signing = _sealed if element.sealed else _unsealed
        dates = {line.language: line for line in element.date}
        drawn += "".join(signing(context, look, line, dates[line.language]) for line in element.signature)
    if element.remark and "remark" in look.shown:
        drawn += "".join(
            paragraph(role_style("remark", context.place(line)), runs(context, plain(line), line.language))
            for line in element.remark
        )
    return drawn


def _attachments(context: DrawingContext, element: Closing, look: FilingLook) -> str:
    """附件：1. …, each name under the first; a name that wraps stands under its own first character."""
    drawn = ""
    for place, language in enumerate(context.languages):
        names = [line for phrase in element.attachments for line in phrase if line.language == language]
        if not names:
            continue
        label = dict(element.attachments_label)[language]
        size = context.look.style("attachments", second=place > 0).size
        start = round(look.attached * size * 20)
        numbers = start + room_for(label, size, language)
        words = numbers + (round(size * Decimal("1.25") * 20) if len(names) > 1 else 0)
        for index, name in enumerate(names):
            opening = "" if index else runs(context, label.rstrip(), language) + (TAB if label[-1:].isspace() else "")
            counted = runs(context, f"{index + 1}.", language) + TAB if len(names) > 1 else ""
            at = start if not index else numbers
            tabs = "".join(f'<w:tab w:val="left" w:pos="{stop}"/>' for stop in dict.fromkeys((numbers, words)))
            stands = f'<w:ind w:left="{words}" w:hanging="{words - at}"/>'
            spacing = '<w:spacing w:before="0"/>' if index else ""
            content = opening + counted + runs(context, plain(name), language)
            drawn += paragraph(
                role_style("attachments", place), content, f"<w:keepNext/><w:tabs>{tabs}</w:tabs>{spacing}{stands}"
            )
    return drawn


def _sealed(context: DrawingContext, look: FilingLook, name: Line, date: Line) -> str:
    """The date as many characters from the right as the look says, the name centered over it.

    Where the name is too long for that, both move to the left until it fits.
    """
    size = context.look.style("signature", second=context.place(name) > 0).size
    signed, dated = (room_for(plain(line), size, "") for line in (name, date))
    right = max(twentieths(look.sealed * size), (signed - dated) // 2)
    box = 2 * right + dated  # both are centered in it, so that they stand over each other in any font
    left = twips(context.look.page.text_width) - box
    centered = f'<w:ind w:left="{max(left, 0)}" w:right="0"/><w:jc w:val="center"/>'
    return _signature(context, name, date, centered, centered)


def _unsealed(context: DrawingContext, look: FilingLook, name: Line, date: Line) -> str:
    """The name as many characters from the right as the look says, the date as many to the right of its start."""
    size = context.look.style("signature", second=context.place(name) > 0).size
    step = twentieths(look.unsealed * size)
    width = twips(context.look.page.text_width)
    signed, dated = (room_for(plain(line), size, "") for line in (name, date))
    start = min(width - step - signed, width - 2 * step - dated)
    stood = [f'<w:ind w:left="{max(at, 0)}"/><w:jc w:val="left"/>' for at in (start, start + step)]
    return _signature(context, name, date, *stood)


def _signature(context: DrawingContext, name: Line, date: Line, first: str, second: str) -> str:
    style = role_style("signature", context.place(name))
    signed = runs(context, plain(name), name.language)
    dated = runs(context, plain(date), date.language)
    return paragraph(style, signed, f"<w:keepNext/>{first}") + paragraph(
        style, dated, f'<w:spacing w:before="0"/>{second}'
    )
