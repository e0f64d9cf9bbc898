"""Captions of figures and tables: a line a language, each with its own counted label."""

from __future__ import annotations

from reportgen.document import Caption, CaptionLine, Line
from reportgen.ledger import LABEL_GAP
from reportgen.word.body import fields
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.fields import REF, TOC
from reportgen.word.body.paragraphs import paragraph, setting
from reportgen.word.body.runs import character_style, inlines, plain, runs
from reportgen.word.body.titles import inset, words_of
from reportgen.word.ooxml.xml import twentieths
from reportgen.word.styles.names import role_style


def caption(context: DrawingContext, element: Caption, *, keep: bool = True) -> str:
    """A caption: a line a language, each with its own counted label."""
    last = len(element.lines) - 1
    within = twentieths(context.look.pairs.within)
    return "".join(
        paragraph(
            role_style("caption", context.place(line)),
            _caption_line(context, element, line),
            setting(
                keep=keep or index < last,
                after=within if index < last else None,
                **_inset(context, element, line),
            ),
        )
        for index, line in enumerate(element.lines)
    )


def _inset(context: DrawingContext, element: Caption, line: CaptionLine) -> dict[str, int]:
    """How far a caption stands in so that its lines end well; on both sides where it is centered."""
    style = context.look.style("caption", second=context.place(line) > 0)
    label = f"{line.word}{line.gap}{element.number}{LABEL_GAP}"
    own = inset(context, style, [words_of(Line(line.language, line.text), style)], label)
    left = own // 2 if style.align == "center" else 0
    return {"inset": own - left, "indent": left}


def _caption_line(context: DrawingContext, element: Caption, line: CaptionLine) -> str:
    """Label and number inside a bookmark, so that a reference repeats exactly them, then the finding."""
    number = fields.sequence(
        line.word,
        runs(context, str(element.number), line.language, "caption-label"),
        character_style(context, "caption-label"),
    )
    label = runs(context, line.word + line.gap, line.language, "caption-label") + number
    mark = context.registry.bookmark(REF, "caption", element.id, line.language)
    gap = runs(context, LABEL_GAP, line.language) if line.text else ""
    drawn = fields.bookmarked(mark, label) + gap + inlines(context, Line(line.language, line.text))
    whole = (
        context.registry.bookmark(TOC, "caption", element.id, line.language)
        if element.sequence in context.listed
        else None
    )
    return fields.bookmarked(whole, drawn) if whole else drawn


def caption_words(element: Caption) -> str:
    """A caption in plain words, all languages."""
    return " / ".join(
        f"{line.word}{line.gap}{element.number} {plain(Line(line.language, line.text))}" for line in element.lines
    )
