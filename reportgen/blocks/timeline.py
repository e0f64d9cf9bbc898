"""Moments in their order: `timeline: {items: [{when: 1988, text: {zh: …, en: …}}, …]}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, WithJsonSchema

from reportgen.blocks.base import Block
from reportgen.content.entries import NOWHERE, Entry, EntryError, Text
from reportgen.content.folder import TIME, no_time
from reportgen.content.source import Scalar, stretch_of
from reportgen.content.when import EXPECTED, read_when
from reportgen.document import Element, Timeline, TimelineEntry
from reportgen.messages import Message, msg
from reportgen.numbers import Period
from reportgen.voice import Voice, phrase_of


def _moment(value: object) -> Period:
    if not isinstance(value, Scalar):
        raise EntryError(TIME.broken(stretch_of(value, NOWHERE), msg("a time is wanted here"), EXPECTED))
    try:
        return read_when(value)
    except ValueError as error:
        raise EntryError(no_time(value, error, EXPECTED)) from error


class TimelineItem(Entry):
    """A moment and what happened then."""

    when: Annotated[Any, PlainValidator(_moment), WithJsonSchema({"type": ["string", "number"]})]
    text: Text


class TimelineBlock(Block):
    """A timeline, in the order the author gives."""

    about: ClassVar[Message] = msg("moments in the order given, each a `when` and a `text`")
    sample: ClassVar[str] = "- timeline: {items: [{when: 1988, text: {zh: 成立, en: Founded}}]}"
    list_field: ClassVar[str] = "items"
    items: tuple[TimelineItem, ...] = Field(min_length=1)

    def say(self, voice: Voice) -> Iterator[Element]:
        """One timeline."""
        yield Timeline(
            tuple(TimelineEntry(phrase_of(voice.quantity(item.when)), voice.phrase(item.text)) for item in self.items)
        )
