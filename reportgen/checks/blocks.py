"""What each block finds wrong with itself, once it can see facts and tables."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.blocks import BLOCKS
from reportgen.checks.check import Check, Subject
from reportgen.messages import msg
from reportgen.problems import Problem


def find_in_blocks(subject: Subject) -> Iterator[Problem]:
    """The problems of a section's blocks, in order."""
    for _, problems in subject.blocks:
        yield from problems


BLOCK = Check(
    "blocks",
    msg("Every block can be said: charts can be drawn, tables are whole, totals are sums."),
    None,
    tuple(rule for block in BLOCKS.values() for rule in block.rules),
    find_in_section=find_in_blocks,
)
