"""What every block is: fields an author types, and a way to say itself in plain elements."""

# No `from __future__ import annotations`: pydantic would compile the type of each field whenever the program starts.

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field, model_validator

from reportgen.content.entries import Entry, FactName, Sources, Text, Word, walk
from reportgen.content.model import Briefing, Fact
from reportgen.content.source import Items
from reportgen.document import Caption, CaptionLine, Element
from reportgen.languages import say
from reportgen.messages import Message
from reportgen.problems import Problem, Rule
from reportgen.voice import Voice


class Block(Entry, ABC):
    """A block of a section. `sequence` says which captions it counts with: figure, table, or none.

    `about` tells what it is, `sample` shows how it is typed: both are the reference's, and the tests try every sample.
    `rules` are those that `problems` finds broken.
    """

    about: ClassVar[Message]
    sample: ClassVar[str]
    rules: ClassVar[tuple[Rule, ...]] = ()
    sequence: ClassVar[str] = ""
    notes_below: ClassVar[bool] = False  # what must be said of its figures stands under it, in no footnote
    list_field: ClassVar[str] = ""  # the field meant when an author writes a list in place of the mapping
    whole_field: ClassVar[str] = ""  # the field that everything under the block's name is
    words_are: ClassVar[Literal["running", "label"]] = "running"  # sentences, or short words beside figures

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, value: object) -> object:
        field = cls.list_field if isinstance(value, Items) else cls.whole_field
        return {field: value} if field else value

    @classmethod
    def reader(cls, value: object) -> "type[Block]":
        """The model that reads what an author typed for the block."""
        return cls

    @classmethod
    def json_schema(cls) -> dict[str, Any]:
        """What an editor is told of the block's fields."""
        return cls.model_json_schema(by_alias=True, ref_template="#/$defs/{model}")

    @abstractmethod
    def say(self, voice: Voice) -> Iterator[Element]:
        """The block in plain elements, in the voice's languages."""

    def titles(self) -> tuple[Text, ...]:
        """Those of its words that stand over others."""
        return ()

    def families(self) -> tuple[str, ...]:
        """The families of facts that it prints without naming each fact."""
        return ()

    def is_known(self, briefing: Briefing) -> bool:
        """Whether every fact the block names is there, so that it can be said."""
        names = {str(leaf) for leaf in walk(self) if isinstance(leaf, FactName)}
        texts = [leaf for leaf in walk(self) if isinstance(leaf, Text)]
        names |= {mark.name for text in texts for language in text.pieces for mark in text.facts(language)}
        return names <= set(briefing.facts)

    def problems(self, briefing: Briefing) -> Iterator[Problem]:
        """What is wrong with this block that only the whole briefing can show."""
        yield from ()


class Captioned(Block):
    """A block with a number and a caption: charts and tables."""

    notes_below: ClassVar[bool] = True
    words_are: ClassVar[Literal["running", "label"]] = "label"
    id: Word = Field(description="its name for `[#id]`")
    title: Text = Field(description="the finding, which becomes the caption")
    note: Text | None = Field(None, description="what stands under it")
    source: Sources | None = Field(None, description="the sources told under it; unset, those of its figures")

    def titles(self) -> tuple[Text, ...]:
        """Its caption."""
        return (self.title,)

    def caption(self, voice: Voice) -> Caption:
        """The caption in the voice's languages, with the one number the edition gave it."""
        label = voice.labels[self.id]
        lines = tuple(
            CaptionLine(
                line.language,
                say(label.sequence, line.language),
                say("number-gap", line.language),
                line.inlines,
                line.typed,
            )
            for line in voice.title(self.title)
        )
        return Caption(voice.named(str(self.id)), label.sequence, label.number, lines)

    def cited(self, facts: tuple[Fact, ...], more: tuple[str, ...] = ()) -> tuple[str, ...]:
        """The sources told under the block: those the author names, else those of its figures, each once."""
        if self.source is not None:
            return tuple(self.source)
        return tuple(dict.fromkeys([*(str(source) for fact in facts for source in fact.sources), *more]))
