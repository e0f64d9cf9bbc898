"""A box that explains or warns: `callout: {title: {zh, en}, text: {zh, en}}`; `text` may be a list of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from reportgen.blocks.base import Block
from reportgen.content.entries import Text
from reportgen.content.source import Items
from reportgen.document import Callout, Element
from reportgen.messages import Message, msg
from reportgen.voice import Voice


def _as_list(value: Any) -> Any:
    return value if isinstance(value, Items) else [value]


class CalloutBlock(Block):
    """A tinted box."""

    about: ClassVar[Message] = msg("a box that explains or warns; `text` is one paragraph or a list of them")
    sample: ClassVar[str] = (
        "- callout: {title: {zh: 口径, en: Definitions}, text: {zh: 增速按可比价格计算。, en: Growth is real.}}"
    )
    title: Text
    text: Annotated[tuple[Text, ...], BeforeValidator(_as_list), Field(min_length=1)]

    def titles(self) -> tuple[Text, ...]:
        """What stands over the box."""
        return (self.title,)

    def say(self, voice: Voice) -> Iterator[Element]:
        """One box."""
        yield Callout(voice.phrase(self.title), tuple(voice.phrase(text) for text in self.text))
