"""How titles, headings and captions fall into lines in the room that they have."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.document import Line, Phrase
from reportgen.template.model import TextStyle
from reportgen.word.body.context import DrawingContext
from reportgen.word.body.paragraphs import paragraph, setting
from reportgen.word.body.runs import inlines, worded
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.line_balance import Broken, Words, broken
from reportgen.word.ooxml.xml import twentieths
from reportgen.word.styles.names import role_style

_SPACE = "□"
"""What stands for a character that the first line stands in."""


def fall(context: DrawingContext, style: TextStyle, stretches: Sequence[Words], label: str = "") -> Broken:
    """How words fall into lines in a style, on the page or in the column that the context has.

    A label, such as a number, stands on the line of the first words that it heads.
    """
    room = float(context.look.page.text_width - style.indent) * measure.POINTS_PER_MM
    whole = context.document.unbroken
    label = _SPACE * int(style.first_line) + label
    if label and stretches:
        first, *others = stretches
        stretches = [first._replace(text=label + first.text), *others]
        whole = (*whole, label + first.text[:2])
    return broken(tuple(stretches), room, whole)


def inset(context: DrawingContext, style: TextStyle, stretches: Sequence[Words], label: str = "") -> int:
    """How far a paragraph stands in from the right so that its lines end well, in twentieths of a point."""
    return round(fall(context, style, stretches, label).inset * 20)


def words_of(line: Line, style: TextStyle) -> Words:
    """A line's words in its style."""
    return Words(worded(line), float(style.size), style.bold)


def titled(context: DrawingContext, role: str, phrase: Phrase, *, after: int | None = None) -> str:
    """A title or a subtitle: a paragraph a language, each broken well; `after` is the space below the last."""
    within, last = twentieths(context.look.pairs.within), len(phrase) - 1
    drawn = ""
    for index, line in enumerate(phrase):
        style = context.look.style(role, second=index > 0)
        own = inset(context, style, [words_of(line, style)])
        both = own // 2 if style.align == "center" else 0  # a centered line stays in the middle
        below = within if index < last else after
        stands = setting(keep=index < last, after=below, inset=own - both, indent=both)
        drawn += paragraph(role_style(role, context.place(line)), inlines(context, line), stands)
    return drawn
