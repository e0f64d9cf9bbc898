"""What a briefing found: `findings: [{zh: …, en: …}, …]`, three to five sentences that stand for all of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from reportgen.blocks.base import Block
from reportgen.content.entries import Text
from reportgen.document import Bullets, Element
from reportgen.messages import Message, msg
from reportgen.voice import Voice, phrase_of


class FindingsBlock(Block):
    """A box of findings, marked or numbered, under the product's own title or the author's."""

    about: ClassVar[Message] = msg(
        "three to five findings, a sentence each, with marks, or with numbers where `ordered: true`"
    )
    sample: ClassVar[str] = (
        "- findings: [{zh: 增长加快。, en: Growth is up.}, {zh: 就业改善。, en: Jobs are up.}, "
        "{zh: 物价平稳。, en: Prices hold.}]"
    )
    list_field: ClassVar[str] = "items"
    items: tuple[Text, ...] = Field(min_length=3, max_length=5)
    title: Text | None = None
    ordered: bool = False

    def say(self, voice: Voice) -> Iterator[Element]:
        """One list under a title."""
        title = voice.phrase(self.title) if self.title else phrase_of(voice.product("findings"))
        yield Bullets(tuple(map(voice.phrase, self.items)), self.ordered, "findings", title=title)
