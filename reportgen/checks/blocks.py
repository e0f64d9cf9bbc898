"""What each block finds wrong with itself, once it can see the whole briefing."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.content.model import Briefing
from reportgen.problems import Problem


def check_blocks(briefing: Briefing) -> Iterator[Problem]:
    """The problems of every block, in order."""
    for section in briefing.sections:
        for block in section.blocks:
            yield from block.problems(briefing)
