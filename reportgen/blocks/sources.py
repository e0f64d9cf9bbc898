"""The bibliography: `sources: {}` lists every source of the briefing, numbered, in the order of first citation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from reportgen.blocks.base import Block
from reportgen.document import Bullets, Element
from reportgen.messages import Message, msg
from reportgen.voice import Voice, source_id


class SourcesBlock(Block):
    """All sources; it takes no fields."""

    about: ClassVar[Message] = msg(
        "the bibliography: all sources, numbered in the order in which they were first cited"
    )
    sample: ClassVar[str] = "- sources:"

    def say(self, voice: Voice) -> Iterator[Element]:
        """One numbered list, in the role of sources."""
        sources = voice.cited_first()
        items = tuple(voice.bibliography_entry(source) for source in sources)
        if items:
            yield Bullets(
                items, ordered=True, role="sources", ids=tuple(voice.named(source_id(one)) for one in sources)
            )
