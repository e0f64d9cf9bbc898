"""The bibliography: `sources: {}` lists every source of the briefing, numbered, in the order of first citation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from reportgen.blocks.base import Block
from reportgen.document import Element
from reportgen.messages import Message, msg
from reportgen.voice import Voice


class SourcesBlock(Block):
    """All sources; it takes no fields."""

    about: ClassVar[Message] = msg(
        "the bibliography: all sources, numbered in the order in which they were first cited"
    )
    sample: ClassVar[str] = "- sources:"

    def say(self, voice: Voice) -> Iterator[Element]:
        """One numbered list, in the role of sources."""
        yield from voice.bibliography()
