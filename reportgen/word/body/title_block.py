"""The head of the briefing: issuer and issue on one line under a rule, then title, subtitle and date.

In a masthead all of it stands on a band of color, the date behind the issue.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.document import Line, Phrase, Run, TitleBlock
from reportgen.template.model import BandLook
from reportgen.word.body.band import band, cover_high, words_high
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.filed import under_letterhead
from reportgen.word.body.paragraphs import pair, paragraph
from reportgen.word.body.runs import plain, runs
from reportgen.word.body.titles import titled
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import twentieths
from reportgen.word.styles.names import role_style

_BETWEEN = "\u2002"
_DOT = " · "
_ROOM = 0.9
"""The share of the line that issuer and issue may take together."""


def title_block(context: DrawingContext, element: TitleBlock) -> str:
    """The title block; what is empty is left out.

    Under the head of a filed document it is the title alone: issuer and date stand in that, or under the text.
    """
    if under_letterhead(context):
        titles = (("title", element.title), ("subtitle", element.subtitle))
        return "".join(pair(context, role, phrase) for role, phrase in titles if phrase)
    if masthead := context.look.masthead:
        return _masthead(context, element, masthead)
    behind = band(context, context.look.cover, cover_high(context, element)) if context.look.cover else ""
    named = [("title", element.title), ("subtitle", element.subtitle)]
    titles = "".join(titled(context, role, phrase) for role, phrase in named if phrase)
    return _head(context, element, behind) + titles + (_joined(context, "date", element.date) if element.date else "")


def _masthead(context: DrawingContext, element: TitleBlock, look: BandLook) -> str:
    """Issuer, issue and date on one line, the title, the subtitle; what follows stands under the band."""
    high = words_high(context, element, ("issuer", "title", "subtitle"))
    whole = max(look.band, high + look.below)
    behind = band(context, look, float(whole))
    right = _words(context, _joined_by_language(element.issue, element.date), "issue-mark")
    tab = "<w:r><w:tab/></w:r>" if right else ""
    head = paragraph(role_style("issuer"), behind + _words(context, element.issuer) + tab + right)
    after = twentieths((whole - high + look.gap) * Decimal(measure.POINTS_PER_MM))
    *leading, (role, last) = [
        (role, phrase) for role, phrase in (("title", element.title), ("subtitle", element.subtitle)) if phrase
    ]
    return head + "".join(titled(context, *each) for each in leading) + titled(context, role, last, after=after)


def _joined_by_language(*phrases: Phrase) -> Phrase:
    """Phrases as one: in each language all of them, with a dot between."""
    told: dict[str, str] = {}
    for line in (line for phrase in phrases for line in phrase):
        told[line.language] = _DOT.join(filter(None, (told.get(line.language), plain(line))))
    return tuple(Line(language, (Run(words),)) for language, words in told.items())


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
