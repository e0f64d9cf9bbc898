"""Key figures set large, as real text: `metrics: [fact, fact, fact]`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from reportgen.blocks.base import Block
from reportgen.content.entries import AFact, Sources, Text
from reportgen.content.model import Fact
from reportgen.document import Element, Metric, Metrics
from reportgen.messages import Message, msg
from reportgen.voice import Voice, phrase_of


class MetricsBlock(Block):
    """A row of up to five key figures, each with what it measures and the time it is for."""

    about: ClassVar[Message] = msg("up to five key figures, set large; the list of facts may stand alone")
    sample: ClassVar[str] = "- metrics: [output, growth]"
    notes_below: ClassVar[bool] = True
    list_field: ClassVar[str] = "facts"
    words_are: ClassVar[Literal["running", "label"]] = "label"
    facts: tuple[AFact, ...] = Field(min_length=1, max_length=5)
    note: Text | None = None
    source: Sources | None = None

    def say(self, voice: Voice) -> Iterator[Element]:
        """One row of key figures, with what must be said of them under it."""
        facts = [voice.briefing.facts[name] for name in self.facts]
        notes = voice.notes(note=self.note, facts=facts, sources=self.source or ())
        yield Metrics(tuple(_metric(fact, voice) for fact in facts), notes)


def _metric(fact: Fact, voice: Voice) -> Metric:
    return Metric(voice.key_figure(fact), phrase_of(voice.label(fact.what)), phrase_of(voice.when(fact)))
