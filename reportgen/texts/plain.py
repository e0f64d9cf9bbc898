"""Plain text as passages: a paragraph a line, each with its line."""

from __future__ import annotations

from reportgen.messages import msg
from reportgen.passages import Passage


def read_plain(text: str) -> tuple[Passage, ...]:
    """Every line that holds words or figures."""
    lines = enumerate(text.split("\n"), 1)
    return tuple(
        Passage(msg("line {line}", line=number), line.strip(), line=number, column=1 + len(line) - len(line.lstrip()))
        for number, line in lines
        if line.strip()
    )
