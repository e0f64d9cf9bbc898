"""The conflicts of a pull in a copy of the file that has the first: each as a comment with what each side made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.living.pull.tokens import typed
from reportgen.living.pull.words_home import CONTENT, Disputed
from reportgen.messages import msg, said
from reportgen.word.comments import Comment, with_comments

_AUTHOR, _INITIALS = "reportgen", "rg"


def with_disputes(disputed: Sequence[Disputed]) -> bytes:
    """A copy of the first file in conflict; a conflict of other files stands where the same text does, if it does."""
    review = disputed[0].review
    comments = [comment for each in disputed for comment in _comment(each)]
    return with_comments(review.edited.file.opened.data, comments, _AUTHOR, _INITIALS)


def _comment(each: Disputed) -> Iterator[Comment]:
    """One conflict at its line."""
    located = each.review.edited.located.lines.get(each.line.number)
    if located is None:
        return
    span = located.span
    text = each.review.edited.file.paragraphs[span.first].passage.text
    end = span.end if span.last == span.first else len(text)
    told: list[tuple[str, str]] = []
    for tongue in ("zh", "en"):
        told.append((str(said(msg("These words were changed otherwise by several:"), tongue)), tongue))
        for name, tokens in each.conflict.versions:
            who = said(msg("the content"), tongue) if name == CONTENT else name
            told.append((f"{who}: {typed(tokens) or '—'}", tongue))
    yield Comment(span.first, span.start, end, tuple(told))
