"""Differences as comments in a copy of one of the Word files that were compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportgen.differences import Difference, Side
from reportgen.messages import TONGUES, said
from reportgen.reports.wording import quoted, sentence
from reportgen.word.comments import Comment, with_comments

AUTHOR, INITIALS = "reportgen", "RG"


def commented(file: Path, source: int, differences: Sequence[Difference]) -> bytes:
    """A copy of the file, which is the source of that number, with a comment at every place of every difference.

    A difference of one file in two languages stands at its second side. WordFileError and OSError as readers have them.
    """
    comments = [
        comment
        for difference in differences
        for pair in ((difference.first, difference.second), *difference.again)
        for comment in _at(difference, *pair, source)
    ]
    return with_comments(file, comments, AUTHOR, INITIALS)


def _at(difference: Difference, first: Side | None, second: Side | None, source: int) -> Iterator[Comment]:
    here = next((side for side in (second, first) if side and side.source == source), None)
    other = first if here is second else second
    lines = [(str(said(sentence(difference), tongue)), tongue) for tongue in reversed(TONGUES)]
    if other and other.quote:
        tongue = "zh" if other.language == "zh" else "en"
        lines.append((str(said(quoted(other), tongue)), tongue))
    block, start, end = (here.block, here.start, here.end) if here else (0, 0, 0)
    yield Comment(block, start, end, tuple(lines))
