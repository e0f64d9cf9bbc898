"""What somebody said, set apart: `quote: {text: {zh, en}, who: {zh, en}, source: paper}`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from reportgen.blocks.base import Block
from reportgen.content.entries import Sources, Text
from reportgen.document import Element, Inline, Line, Paragraph, Run
from reportgen.languages import fill, listed, say
from reportgen.messages import Message, msg
from reportgen.source_lines import short_source
from reportgen.voice import Voice


class QuoteBlock(Block):
    """A quotation with the one who said it and where it was read; the quotation marks are the product's."""

    about: ClassVar[Message] = msg("what somebody said, without quotation marks; who that is; where it was read")
    sample: ClassVar[str] = (
        "- quote: {text: {zh: 我们只做一件事。, en: We do one thing.}, who: {zh: 某厂厂长, en: the head of a factory}, "
        "source: paper}"
    )
    text: Text
    who: Text
    source: Sources | None = None

    def say(self, voice: Voice) -> Iterator[Element]:
        """The words, and under them who said them."""
        words = tuple(
            replace(line, inlines=_between(say("quotation", line.language), line)) for line in voice.phrase(self.text)
        )
        yield Paragraph("quote", words)
        yield Paragraph("attribution", tuple(self._attribution(line, voice) for line in voice.phrase(self.who)))

    def _attribution(self, line: Line, voice: Voice) -> Line:
        named = (voice.briefing.sources[name] for name in self.source or ())
        sources = [short_source(voice.briefing, source, line.language) for source in named]
        read = fill("read-in", line.language, sources=listed(sources, line.language)) if sources else ""
        said = _between(say("attribution", line.language), line)
        return replace(line, inlines=(*said, Run(read, product=True)))


def _between(pattern: str, line: Line) -> tuple[Inline, ...]:
    """A line inside the words of a pattern, which stand round {words}."""
    before, _, after = pattern.partition("{words}")
    return (Run(before, product=True), *line.inlines, *((Run(after, product=True),) if after else ()))
