"""A briefing: all its languages at once, every figure still a typed quantity. How it is read stands in
briefing_reader.py.

Not here: block kinds. A section holds blocks as it found them; each knows how to say itself.
"""

# No `from __future__ import annotations`: pydantic would compile the type of each field whenever the program starts.

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar

from pydantic import ConfigDict, Field, PlainValidator, WithJsonSchema, model_validator

from reportgen.content.age import Age, AnAge
from reportgen.content.data.table import DataCell, DataTable, Row
from reportgen.content.derived.decimals import MOST_DECIMALS
from reportgen.content.entries import (
    Entry,
    Keywords,
    SourceName,
    Sources,
    Text,
    Word,
    Wording,
    Words,
    gather_languages,
    spread_languages,
    walk,
)
from reportgen.content.filing import FilingEntry
from reportgen.content.ignore import Ignore
from reportgen.content.origin import Origin
from reportgen.content.source import Entries, Scalar
from reportgen.languages import DEFAULT, editions_of
from reportgen.messages import msg
from reportgen.numbers import Lexicon, Period, Quantity
from reportgen.problems import Place, Problem
from reportgen.records import record
from reportgen.terms.folding import TermKind

_WorkedT = TypeVar("_WorkedT")
Status = Literal["final", "preliminary", "estimate", "forecast", "derived"]
Layout = Literal["interleaved", "side-by-side", "facing"]


def _as_typed(value: object) -> Scalar | Entries:
    if isinstance(value, Scalar | Entries):
        return value
    raise ValueError(msg("a figure is wanted here, as printed (近4500亿元) or typed ({{money: …}})"))


Figure = Annotated[
    Any, PlainValidator(_as_typed), WithJsonSchema({"anyOf": [{"type": ["string", "number"]}, {"type": "object"}]})
]
"""A figure as a source prints it, or typed: numbers/NUMBERS.md §3.1."""


class FactEntry(Entry):
    """A fact as an author types it: `is` or `derived`, what it measures, the time it is for, and its source."""

    is_: Figure | None = Field(None, alias="is")
    derived: Word | None = None  # an expression of facts: registered_models / share_of_shanghai
    round: Word | None = None  # a derived figure's precision
    decimals: Annotated[int, Field(ge=0, le=MOST_DECIMALS)] | None = None  # of percent, yuan, or the 亿 it is told in
    exact: Figure | None = None  # the true figure, where known: qualifiers are held against it
    what: Wording
    label: Wording | None = None  # a shorter name, for charts
    when: Word | None = None  # the period it covers
    as_of: Word | None = None  # the time it was counted at
    source: Sources | None = None
    status: Literal["final", "preliminary", "estimate", "forecast"] = "final"
    note: Wording | None = None
    stale_after: AnAge | None = None  # how long it is news: 18 months, a day, never
    renew: bool = False  # the figure is that of the edition before, until somebody writes the new one


class SourceEntry(Entry):
    """A source as an author types it."""

    publisher: Wording
    title: Wording | None = None
    author: Wording | None = None
    date: Word | None = None
    url: Word | None = None
    accessed: Word | None = None  # the day the address was read
    carried: Wording | None = None  # who else carried it
    language: Word | None = None  # that it is written in: the bibliography tells its title as it stands there
    kind: Literal["newspaper", "journal", "book", "report", "standard", "data", "online", "press-conference"] | None = (
        None
    )


class TermEntry(Entry):
    """A name or a term in its one form in every language.

    An author types the languages beside the other fields: `{zh: 国家高新区, en: national high-tech zone}`.
    """

    words: Words
    plural: Word | None = None
    note: Wording | None = None
    kind: TermKind | None = None  # what a name names: it may be called again as such a thing is
    short: Keywords = Field(default_factory=dict[str, tuple[Scalar, ...]])  # forms that the full one introduces
    also: Keywords = Field(default_factory=dict[str, tuple[Scalar, ...]])  # other forms that are right anywhere
    forbidden: Keywords = Field(default_factory=dict[str, tuple[Scalar, ...]])  # forms that are never right

    model_config = ConfigDict(json_schema_extra=lambda schema: spread_languages(schema, "words"))

    @model_validator(mode="before")
    @classmethod
    def _by_language(cls, value: object) -> object:
        return gather_languages(value, "words")


class TermsEntry(Entry):
    """terms.yaml: terms, names that look like figures and are none, and nouns and units that figures count in."""

    terms: tuple[TermEntry, ...] = ()
    names: tuple[Word, ...] = ()
    nouns: dict[str, Any] = Field(default_factory=dict)
    units: dict[str, Any] = Field(default_factory=dict)


class BatchEntry(Entry):
    """What a batch of the briefing goes by: the column that names its rows, and the names of their files."""

    key: Word
    files: Word | None = None  # without edition and ending: zone-{row:code}; unset: the briefing's id and the key


class BriefingEntry(Entry):
    """briefing.yaml: what the briefing is, who issues it, and its sections in order."""

    id: Word
    languages: tuple[Word, ...] = Field(tuple(map(Scalar, DEFAULT)), min_length=1)  # as a bilingual edition shows them
    title: Text
    subtitle: Text | None = None
    short_title: Text | None = None
    issuer: Text
    issue: Text | None = None
    date: Word
    subject: Wording | None = None
    keywords: Keywords = Field(default_factory=dict[str, tuple[Scalar, ...]])
    template: Word | None = None
    layout: Layout = "interleaved"
    english: Literal["en-US", "en-GB"] = "en-US"
    contents: bool | None = None  # a table of contents; unset: as the template has it, else in a long document
    decimals: Annotated[int, Field(ge=0, le=MOST_DECIMALS)] | None = None  # of derived figures that say none
    lists: bool | None = None  # lists of figures and of tables; unset: as the template has it
    batch: BatchEntry | None = None
    stale_after: AnAge | None = None  # how long its figures are news, where a fact says nothing of it
    origins: bool | None = None  # where figures were read: told in notes too, or kept out of the Word file
    filing: FilingEntry | None = None  # what an office files it by: its number, its addressees, its seal
    sections: tuple[Word, ...] = Field(min_length=1)


class SectionEntry(Entry):
    """sections/NAME.yaml: a title, and blocks that are read by their kind."""

    title: Text | None = None  # the first section may have none: its blocks open the briefing
    key_message: Text | None = None  # what the section says, in a sentence under its title
    blocks: Annotated[Any, WithJsonSchema({"type": "array"})]


@record
class Member:
    """What a fact is in its family: its row and its column, and their words."""

    family: Scalar  # where facts.yaml names it
    key: str
    column: str
    row: Wording | None  # the row's name; none where the row is a time
    what: Wording  # the column's


@record
class Fact:
    """A figure with its meaning: told everywhere, stated once."""

    name: str
    quantity: Quantity
    what: Wording
    label: Wording
    when: Period | None
    sources: tuple[SourceName, ...]
    status: Status
    note: Wording | None
    formula: tuple[str, ...]  # what a derived fact is reckoned as: names of facts, numbers and signs, in order
    place: Place
    end: Place | None = None  # of its name in facts.yaml
    expression: str = ""  # what a derived fact is made of, as its author typed it
    exact: Quantity | None = None  # the figure in full, where its cell shows it rounded
    origin: Origin | None = None  # where it was read in data/
    member: Member | None = None
    stale_after: Age | None = None
    renew: bool = False  # its figure is still that of the edition before


@record
class Source:
    """Where facts come from."""

    name: str
    entry: SourceEntry
    date: Period | None
    accessed: Period | None
    place: Place


@record
class Section:
    """A section: its file, its title, and its blocks in order."""

    name: str
    title: Text | None
    blocks: tuple[Any, ...]
    places: tuple[Place, ...]  # of the blocks
    groups: tuple[str, ...]  # of the blocks: those of one name stand side by side; none for one that stands alone
    key_message: Text | None = None

    def texts(self) -> Iterator[Text]:
        """What stands over its blocks."""
        yield from (text for text in (self.title, self.key_message) if text is not None)


_BRITISH = {"en_date": "uk", "en_spelling": "uk"}


@dataclass(frozen=True)
class Briefing:
    """Everything an author wrote, read and typed; nothing is said in a language yet."""

    about: BriefingEntry
    date: Period
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    terms: tuple[TermEntry, ...]
    names: tuple[str, ...]
    lexicon: Lexicon
    tables: Mapping[str, DataTable]  # by the names that the author gave them
    sections: tuple[Section, ...]
    gaps: Mapping[str, DataCell] = field(default_factory=dict[str, DataCell])  # facts of families without a figure
    found: tuple[Problem, ...] = ()  # what reading warned of
    ignores: tuple[Ignore, ...] = ()  # what the author's comments say to pass over
    row: Row | None = None  # of a batch, where the briefing is made for one

    def once(self, asking: object, work: Callable[[], _WorkedT]) -> _WorkedT:
        """What a block, or whoever asks, works out for all editions: done when it is first asked for."""
        known = self._worked.get(id(asking))
        if known is None:
            known = self._worked[id(asking)] = asking, work()  # who asks is kept: its identity stays its own
        return known[1]

    @cached_property
    def _worked(self) -> dict[int, tuple[object, Any]]:
        return {}

    @property
    def figure_options(self) -> Mapping[str, Any]:
        """How its figures are laid out: the dates and spellings of the English that it is written in."""
        return _BRITISH if self.about.english == "en-GB" else {}

    def words(self) -> Iterator[Text | Wording]:
        """Every text in languages that the author wrote, in the order of the files."""
        return words_of(self.about, self.facts.values(), self.sources.values(), self.sections)

    @cached_property  # every chart asks for it, and it looks at every text
    def translated(self) -> tuple[str, ...]:
        """Its languages in which no text is missing."""
        lacking = {language for text in self.words() for language in self.languages if text.lacks(language)}
        return tuple(language for language in self.languages if language not in lacking)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in, or is going to be."""
        return tuple(map(str, self.about.languages))

    @property
    def editions(self) -> dict[str, tuple[str, ...]]:
        """Its editions, and the languages of each."""
        return editions_of(self.languages)

    @property
    def whole_editions(self) -> dict[str, tuple[str, ...]]:
        """The editions in which nothing is missing."""
        return {name: used for name, used in self.editions.items() if set(used) <= set(self.translated)}


def words_of(
    about: BriefingEntry | None, facts: Iterable[Fact], sources: Iterable[Source], sections: Iterable[Section]
) -> Iterator[Text | Wording]:
    """Every text in languages in what was read so far."""
    stated = ((fact.what, fact.label, fact.note) for fact in facts)
    titled = ((*section.texts(), section.blocks) for section in sections)
    parts = (about, *stated, *(source.entry for source in sources), *titled)
    return (leaf for leaf in walk(parts) if isinstance(leaf, Text | Wording))
