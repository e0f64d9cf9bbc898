"""A paragraph of prose: `text: {zh: …, en: …}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from reportgen.blocks.base import Block
from reportgen.content.entries import Text
from reportgen.document import Element, Paragraph
from reportgen.messages import Message, msg
from reportgen.voice import Voice


class TextBlock(Block):
    """A paragraph; its words stand directly under `text:`."""

    about: ClassVar[Message] = msg("one paragraph")
    sample: ClassVar[str] = "- text: {zh: 一季度增长较快。, en: Growth was fast in the first quarter.}"
    whole_field: ClassVar[str] = "text"
    text: Text

    def say(self, voice: Voice) -> Iterator[Element]:
        """One paragraph."""
        yield Paragraph("body", voice.phrase(self.text))
