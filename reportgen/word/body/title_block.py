"""The head of the briefing: issuer and issue on one line under a rule, then title, subtitle and date."""

from __future__ import annotations

from reportgen.document import Phrase, TitleBlock
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.cover import band
from reportgen.word.body.filed import under_letterhead
from reportgen.word.body.paragraphs import pair, paragraph
from reportgen.word.body.runs import plain, runs
from reportgen.word.ooxml import measure
from reportgen.word.styles.names import role_style

_BETWEEN = "\u2002"
_ROOM = 0.9
"""The share of the line that issuer and issue may take together."""


def title_block(context: DrawingContext, element: TitleBlock) -> str:
    """The title block; what is empty is left out.

    Under the head of a filed document it is the title alone: issuer and date stand in that, or under the text.
    """
    if under_letterhead(context):
        titles = (("title", element.title), ("subtitle", element.subtitle))
        return "".join(pair(context, role, phrase) for role, phrase in titles if phrase)
    named = [("title", element.title), ("subtitle", element.subtitle)]
    titles = "".join(pair(context, role, phrase) for role, phrase in named if phrase)
    return (
        _head(context, element, band(context, context.look.cover, element) if context.look.cover else "")
        + titles
        + (_joined(context, "date", element.date) if element.date else "")
    )


def _head(context: DrawingContext, element: TitleBlock, behind: str) -> str:
    """Issuer at the left and issue at the right of one line; under one another where it has no room."""
    size = float(context.look.styles["issuer"].size)
    room = float(context.look.page.text_width) * measure.POINTS_PER_MM * _ROOM
    ends = context.look.styles["issuer"].align == "left"  # a centered issuer stands alone
    taken = sum(measure.width(plain(line), size, bold=True) for line in (*element.issuer, *element.issue))
    if behind or (ends and taken < room):
        issue = "<w:r><w:tab/></w:r>" + _words(context, element.issue, "issue-mark") if element.issue else ""
        return paragraph(role_style("issuer"), behind + _words(context, element.issuer) + issue)
    return "".join(
        pair(context, role, phrase) for role, phrase in (("issuer", element.issuer), ("issue", element.issue)) if phrase
    )


def _joined(context: DrawingContext, role: str, phrase: Phrase) -> str:
    """All languages on one line."""
    return paragraph(role_style(role), _words(context, phrase))


def _words(context: DrawingContext, phrase: Phrase, style: str = "") -> str:
    return runs(context, _BETWEEN, context.first).join(
        runs(context, plain(line), line.language, style) for line in phrase
    )
