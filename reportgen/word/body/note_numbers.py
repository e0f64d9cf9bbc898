"""How footnotes count: 1 2 3 on a page in Latin script, circled where Chinese stands on it, as its readers expect.

A number that Word counts and one that is told again in another language must look the same, so the form is chosen here
for the whole document.
"""

from __future__ import annotations

from reportgen.document import Document, Note
from reportgen.outline import all_inlines
from reportgen.word.styles.scripts import is_cjk

MOST_CIRCLED = 20
"""Word circles no number above it."""

_CIRCLED_ONE = "\u2460"


def note_form(document: Document) -> str:
    """The form of the numbers as Word calls it. A number told again is circled or a letter: no reader takes it for a
    figure."""
    if not any(map(is_cjk, document.languages)):
        return "decimal"
    notes = [inline for element in document.elements for inline in all_inlines(element) if isinstance(inline, Note)]
    most = max((note.number for note in notes), default=0)
    return "decimalEnclosedCircle" if most <= MOST_CIRCLED else "lowerLetter"


def note_number(form: str, number: int) -> str:
    """A number as Word prints it in a form: ①, or a letter, doubled after z."""
    if form == "decimalEnclosedCircle":
        return chr(ord(_CIRCLED_ONE) + number - 1)
    if form == "lowerLetter":
        return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    return str(number)
