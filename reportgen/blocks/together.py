"""Blocks that stand side by side. A section holds them each as its own block; row.py and beside.py say which may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from pydantic import PlainValidator, WithJsonSchema

from reportgen.blocks.base import Block
from reportgen.content.source import Items, Scalar
from reportgen.document import Element
from reportgen.problems import Problem
from reportgen.voice import Voice


class TogetherBlock(Block):
    """Blocks side by side, typed as those of a section are."""

    list_field: ClassVar[str] = "blocks"
    blocks: Annotated[Any, PlainValidator(lambda value: value), WithJsonSchema({"type": "array"})]

    @classmethod
    def wrong(cls, kinds: Sequence[Scalar], typed: Items) -> Problem | None:
        """What is wrong with blocks of these kinds standing together."""
        raise NotImplementedError

    def say(self, voice: Voice) -> Iterator[Element]:
        """Nothing: a section holds the blocks themselves."""
        yield from ()
