"""Why a file is not read as text, as one error with a way out. Files of Word have their own: word/ooxml."""

from __future__ import annotations

from reportgen.messages import msg
from reportgen.problems import ContentError, Place, Rule

UNREADABLE = Rule(
    "texts/unreadable",
    msg("A file to compare holds text in a format that is read, is whole, not under a password, and of a modest size."),
    slip=msg("a PDF of scanned pages, which are pictures and hold no text"),
    mend=msg("the Word file that was printed, or the PDF after text recognition"),
)
RULES = (UNREADABLE,)

MOST_BYTES = 50_000_000
"""The largest file that is read as text."""

MOST_PASSAGES = 200_000
"""The most paragraphs and cells that are read of one file."""


class TextFileError(ContentError):
    """A file that cannot be read as text; says why and what to do."""

    def __init__(self, name: str, message: str, hint: str = "") -> None:
        super().__init__([UNREADABLE.broken(Place(name), message, hint)])


def too_large(name: str) -> TextFileError:
    """The refusal of what is or holds too much."""
    return TextFileError(name, msg("this file holds too much to be compared"), msg("compare a part of it at a time"))
