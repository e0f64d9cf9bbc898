"""A box that explains or warns: `callout: {title: {zh, en}, text: {zh, en}}`; `text` may be a list of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from reportgen.blocks.base import Block
from reportgen.content.entries import Text
from reportgen.content.source import Items
from reportgen.document import Callout, Element
from reportgen.voice import Voice


def _as_list(value: Any) -> Any:
    return value if isinstance(value, Items) else [value]


class CalloutBlock(Block):
    """A tinted box."""

    title: Text
    text: Annotated[tuple[Text, ...], BeforeValidator(_as_list), Field(min_length=1)]

    def say(self, voice: Voice) -> Iterator[Element]:
        """One box."""
        yield Callout(voice.phrase(self.title), tuple(voice.phrase(text) for text in self.text))
