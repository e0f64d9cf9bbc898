"""Footnotes and columns of text, which not every program sets together."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.messages import msg
from reportgen.problems import Place, Problem, Rule, Severity
from reportgen.template.model import Look

NOTES = Rule(
    "template/notes-in-columns",
    msg("A template with columns of text calls no footnotes in them."),
    Severity.WARNING,
    slip=msg("text_columns: {{count: 2, gap: 8}} and citations: footnotes in a look.yaml"),
    mend=msg("citations: section"),
)
RULES = (NOTES,)


def note_problems(look: Look, where: str) -> Iterator[Problem]:
    """Text in columns whose notes stand at the foot of the page: LibreOffice 7.4 loses text then, or never ends."""
    if look.text_columns is None or look.citations == "section":
        return
    message = msg(
        "footnotes are called in columns of text (citations: {citations}), where LibreOffice 7.4 loses text or never "
        "ends laying it out",
        citations=look.citations,
    )
    hint = msg(
        "write citations: section, which tells sources and notes at each section's end, or leave out text_columns"
    )
    yield NOTES.broken(Place(where), message, hint)
