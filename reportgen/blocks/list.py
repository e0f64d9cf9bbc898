"""A list of short paragraphs: `list: {items: [{zh: …, en: …}, …], ordered: false}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from reportgen.blocks.base import Block
from reportgen.content.entries import Text
from reportgen.document import Bullets, Element
from reportgen.messages import Message, msg
from reportgen.voice import Voice


class ListBlock(Block):
    """Bullets, or numbers where the order matters."""

    about: ClassVar[Message] = msg("short paragraphs with bullets, or with numbers where `ordered: true`")
    sample: ClassVar[str] = "- list: {items: [{zh: 增长, en: Growth}, {zh: 就业, en: Jobs}], ordered: true}"
    list_field: ClassVar[str] = "items"
    items: tuple[Text, ...] = Field(min_length=1)
    ordered: bool = False

    def say(self, voice: Voice) -> Iterator[Element]:
        """One list."""
        yield Bullets(tuple(voice.phrase(item) for item in self.items), self.ordered)
