"""What each block finds wrong with itself, once it can see facts and tables."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.blocks import BLOCKS
from reportgen.checks.check import Check, Subject
from reportgen.messages import msg
from reportgen.problems import Problem, Rule


def find_in_blocks(subject: Subject) -> Iterator[Problem]:
    """The problems of a section's blocks, in order."""
    for _, problems in subject.blocks:
        yield from problems


def rules_of_blocks() -> Iterator[Rule]:
    """Those of every kind of block."""
    return (rule for block in BLOCKS.values() for rule in block.rules)


BLOCK = Check(
    "blocks",
    msg("Every block can be said: charts can be drawn, tables are whole, totals are sums."),
    None,
    (),
    find_in_section=find_in_blocks,
    rules_of_parts=rules_of_blocks,
)
