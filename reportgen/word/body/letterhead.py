"""The head of a filed document over its title: how secret and urgent it is, the office's mark, its number, the rule.

The look says which parts are printed and where they stand; without a `filing` of the look there are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen.document import Letterhead, Line, Phrase
from reportgen.languages import say
from reportgen.template.model import FilingLook, FilingPart
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.filed import TAB, room_for, sides, stood_in, title_of
from reportgen.word.body.paragraphs import paragraph
from reportgen.word.body.runs import plain, runs
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import twentieths, twips
from reportgen.word.styles.names import role_style
from reportgen.word.styles.scripts import line_height
from reportgen.word.styles.styles import border

_BETWEEN = "\u2002"
_NARROWEST = 60
"""The least per cent of its width that the characters of a mark are set in."""
_A_ROW = 2
"""Signers on a line."""


def letterhead(context: DrawingContext, element: Letterhead) -> str:
    """All that stands above the title, and the rule under it."""
    look = context.look.filing
    if look is None:
        return ""
    above: tuple[tuple[FilingPart, str, Phrase], ...] = (
        ("copy-number", "copy-number", element.copy_number),
        ("classification", "security", element.classification),
        ("urgency", "security", element.urgency),
    )
    rows = [(role, phrase) for part, role, phrase in above if phrase and part in look.shown]
    drawn = "".join(_joined(context, role, phrase) for role, phrase in rows)
    top = float(look.mark_top) * measure.POINTS_PER_MM - sum(
        float(line_height(context.look.styles[role], context.first)) for role, _ in rows
    )
    title = [*_mark(context, element, look, Decimal(max(top, 0)))]
    number = [*_numbered(context, element, look)]
    if not title and not number:
        return drawn
    return drawn + "".join(_ruled(context, look, [*title, *number]))


def _joined(context: DrawingContext, role: str, phrase: Phrase) -> str:
    """All languages on one line."""
    words = runs(context, _BETWEEN, context.first).join(runs(context, plain(line), line.language) for line in phrase)
    return paragraph(role_style(role), words)


_Drawn = tuple[str, str, str, str]
"""A paragraph that may still get the rule: its style, what stands before and behind its borders, its content."""


def _ruled(context: DrawingContext, look: FilingLook, drawn: Sequence[_Drawn]) -> Iterator[str]:
    """The paragraphs, the last over the rule."""
    line = border(context.look, "bottom", look.rule, round(look.rule_below))
    last = len(drawn) - 1
    for place, (style, spacing, rest, content) in enumerate(drawn):
        tabs, _, stands = rest.partition("|")
        after = f' w:after="{twentieths(look.title_gap)}"' if place == last else ""
        told = f"<w:spacing{spacing}{after}/>" if spacing or after else ""
        rule = f"<w:pBdr>{line}</w:pBdr>" if place == last else ""
        yield paragraph(style, content, f"<w:keepNext/>{rule}{tabs}{told}{stands}")


def _mark(context: DrawingContext, element: Letterhead, look: FilingLook, top: Decimal) -> Iterator[_Drawn]:
    """The office's mark, or a bulletin's title with its issue, issuer and date."""
    role = "bulletin" if element.bulletin else "mark"
    phrase = element.bulletin or element.mark
    if not phrase or role not in look.shown:
        return
    for place, line in enumerate(phrase):
        spacing = f' w:before="{twentieths(top)}"' if not place else ""
        yield role_style(role, context.place(line)), spacing, "|", _fitted(context, role, line)
    if role == "bulletin":
        yield from _bulletin(context, look)


def _fitted(context: DrawingContext, role: str, line: Line) -> str:
    """A line of large type on one line: its characters set narrower where it is too long."""
    style = context.look.style(role, second=context.place(line) > 0)
    room = float(context.look.page.text_width) * measure.POINTS_PER_MM
    wide = measure.unbroken(plain(line), float(style.size), bold=style.bold)
    wide += len(plain(line)) * float(style.tracking)
    drawn = runs(context, plain(line), line.language)
    if wide <= room:
        return drawn
    share = max(_NARROWEST, int(room / wide * 100))
    return drawn.replace("<w:lang ", f'<w:w w:val="{share}"/><w:lang ')


def _bulletin(context: DrawingContext, look: FilingLook) -> Iterator[_Drawn]:
    """The number of the issue, then who issues it at the left and when at the right."""
    block = title_of(context)
    if block is None:
        return
    if block.issue:
        for line in block.issue:
            yield role_style("bulletin-issue", context.place(line)), "", "|", runs(context, plain(line), line.language)
    for place in range(len(context.languages)):
        issuer, date = (
            runs(context, plain(phrase[place]), phrase[place].language) if place < len(phrase) else ""
            for phrase in (block.issuer, block.date)
        )
        if issuer or date:
            yield role_style("bulletin-line", place), "", sides(context, look, "bulletin-line"), issuer + TAB + date


def _numbered(context: DrawingContext, element: Letterhead, look: FilingLook) -> Iterator[_Drawn]:
    """The document's number; on the line of the last signer where a document goes up."""
    number = element.number if "number" in look.shown else ()
    signers = element.signers if "signers" in look.shown else ()
    for place, language in enumerate(context.languages):
        own = [line for line in number if line.language == language]
        names = [line for phrase in signers for line in phrase if line.language == language]
        close = ' w:before="0"' if place else ""
        if names:
            yield from _signed(context, look, own, names, dict(element.signers_label)[language], close)
        elif own:
            content = runs(context, plain(own[0]), language)
            yield role_style("document-number", place), close, '|<w:jc w:val="center"/>', content


def _signed(
    context: DrawingContext, look: FilingLook, number: Sequence[Line], names: Sequence[Line], label: str, close: str
) -> Iterator[_Drawn]:
    """Lines of two signers each at the right, the number at the left of the last."""
    place, language = context.place(names[0]), names[0].language
    size = context.look.style("document-number", second=place > 0).size
    between = say("signers-gap", language)
    rows = [names[at : at + _A_ROW] for at in range(0, len(names), _A_ROW)]
    told = [between.join(map(plain, row)) for row in rows]
    indent = stood_in(look, look.inset * size)
    whole, before = (room_for(text, size, language) for text in (label + max(told, key=measure.ems), label))
    start = twips(context.look.page.text_width) - twentieths(look.inset * size) - whole
    for index, words in enumerate(told):
        first, last = index == 0, index == len(told) - 1
        at = start if first else start + before
        opening = runs(context, plain(number[0]), language) if last and number else ""
        content = (
            opening + TAB + (runs(context, label, language) if first else "") + runs(context, words, language, "signer")
        )
        stands = f'<w:tabs><w:tab w:val="left" w:pos="{at}"/></w:tabs>|{indent}<w:jc w:val="left"/>'
        yield role_style("document-number", place), close if first else ' w:before="0"', stands, content
