"""A heading inside a section: `heading: {zh: …, en: …}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from reportgen.blocks.base import Block
from reportgen.content.entries import Text
from reportgen.document import Element, Heading
from reportgen.messages import Message, msg
from reportgen.voice import Voice


class HeadingBlock(Block):
    """A second-level heading; compose gives it its number."""

    about: ClassVar[Message] = msg("a second-level heading")
    sample: ClassVar[str] = "- heading: {zh: 增长, en: Growth}"
    whole_field: ClassVar[str] = "text"
    text: Text

    def titles(self) -> tuple[Text, ...]:
        """All of it."""
        return (self.text,)

    def say(self, voice: Voice) -> Iterator[Element]:
        """One heading without a number yet."""
        yield Heading(id="", level=2, number=(), text=voice.phrase(self.text))
