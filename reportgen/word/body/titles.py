"""The head of the briefing: issuer and issue on one line under a rule, then title, subtitle and date."""

from __future__ import annotations

from reportgen.document import Phrase, TitleBlock
from reportgen.word.body.context import Scene
from reportgen.word.body.cover import band
from reportgen.word.body.paragraphs import pair, paragraph
from reportgen.word.body.runs import plain, runs
from reportgen.word.ooxml import measure
from reportgen.word.styles.names import role_style

_BETWEEN = "\u2002"
_ROOM = 0.9
"""The share of the line that issuer and issue may take together."""


def title_block(scene: Scene, element: TitleBlock) -> str:
    """The title block; what is empty is left out."""
    named = [("title", element.title), ("subtitle", element.subtitle)]
    titles = "".join(pair(scene, role, phrase) for role, phrase in named if phrase)
    return (
        _head(scene, element, band(scene, scene.look.cover, element) if scene.look.cover else "")
        + titles
        + (_joined(scene, "date", element.date) if element.date else "")
    )


def _head(scene: Scene, element: TitleBlock, behind: str) -> str:
    """Issuer at the left and issue at the right of one line; under one another where it has no room."""
    size = float(scene.look.styles["issuer"].size)
    room = float(scene.look.page.text_width) * measure.POINTS_PER_MM * _ROOM
    ends = scene.look.styles["issuer"].align == "left"  # a centered issuer stands alone
    taken = sum(measure.width(plain(line), size, bold=True) for line in (*element.issuer, *element.issue))
    if behind or (ends and taken < room):
        issue = "<w:r><w:tab/></w:r>" + _words(scene, element.issue, "issue-mark") if element.issue else ""
        return paragraph(role_style("issuer"), behind + _words(scene, element.issuer) + issue)
    return "".join(
        pair(scene, role, phrase) for role, phrase in (("issuer", element.issuer), ("issue", element.issue)) if phrase
    )


def _joined(scene: Scene, role: str, phrase: Phrase) -> str:
    """All languages on one line."""
    return paragraph(role_style(role), _words(scene, phrase))


def _words(scene: Scene, phrase: Phrase, style: str = "") -> str:
    return runs(scene, _BETWEEN, scene.first).join(runs(scene, plain(line), line.language, style) for line in phrase)
