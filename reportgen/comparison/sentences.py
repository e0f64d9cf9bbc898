"""Passages cut into sentences, each with what it can be recognized by: its length, figures, names and words.

Not here: which sentences of two texts say the same (alignment.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportgen.numbers import Found, find
from reportgen.passages import Cell, Kind, Passage

_END = re.compile(r"""(?:[。！？；!?]|\.(?=[\s”’"')\]]|$)|[;](?=\s))[。！？!?.”’"'」』）)\]]*\s*|\n+""")
_GOES_ON = re.compile(r"[a-z]")  # what follows a full stop inside of a sentence
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|No|Nos|Art|Arts|Sec|Fig|Figs|Eq|Vol|pp?|vs|cf|ca|approx|est|etc|incl|excl|resp"
    r"|Inc|Ltd|Co|Corp|Bros|Dept|Gen|Col|Gov|Sen|Rep|Rev|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|a\.m|p\.m|e\.g"
    r"|i\.e|al)|\b[A-Z])\.$"
)
_NAME = re.compile(r"[A-Za-z][A-Za-z-]*\d*(?:-\d+)?")
_CAPITAL = re.compile(r"[A-Z]")
_WORD = re.compile(r"[A-Za-z]+|[\u3400-\u9fff]")

ENGLISH_PER_CHINESE = 3.0
"""Letters of English for one Chinese character, about: what the lengths of a pair are held against."""

ADDRESS = re.compile(r"https?://\S+|[\w.-]+\.(?:csv|xlsx|sqlite|duckdb|db)\b(?:#\S+)?")
"""What stands in every language as it is: addresses, and files of data with their sheets."""

Key = object
"""What a figure is recognized by, whatever its unit and qualifier."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `start` to `end` of its passage, number `index` of its text.

    `length` is in letters of English. `figures` and `names` are what it shares with its rendering; `words` what it
    shares with its other edition.
    """

    passage: Passage
    index: int
    start: int
    end: int
    length: float
    found: tuple[Found, ...]
    figures: tuple[Key, ...]
    names: frozenset[str]

    @property
    def text(self) -> str:
        """Its text, without the space around it."""
        return self.passage.text[self.start : self.end]

    @property
    def first(self) -> bool:
        """Whether its passage begins with it."""
        return self.start == 0

    @property
    def cell(self) -> Cell | None:
        """The cell that it stands in."""
        return self.passage.cell

    @property
    def kind(self) -> Kind:
        """What its passage is."""
        return self.passage.kind


def sentences(passages: Sequence[Passage], language: str, names: Sequence[str] = ()) -> list[Sentence]:
    """The sentences of a text in order; a cell of a table is one, however long."""
    made: list[Sentence] = []
    for index, passage in enumerate(passages):
        found = [each for each in find(passage.text, language, names) if not each.weak]
        spans = [(0, len(passage.text))] if passage.cell else cut(passage.text, found)
        made += _described(passage, index, spans, found, language)
    return made


def _described(
    passage: Passage, index: int, spans: Sequence[tuple[int, int]], found: Sequence[Found], language: str
) -> Iterator[Sentence]:
    scale = ENGLISH_PER_CHINESE if language == "zh" else 1.0
    for start, end in spans:
        text = passage.text[start:end]
        inside = tuple(each for each in found if start <= each.start < end)
        length = max(1.0, len(ADDRESS.sub("", text)) * scale)
        keys = tuple(key for each in inside if (key := figure_key(each)) is not None)
        yield Sentence(passage, index, start, end, length, inside, keys, names_in(text))


def cut(text: str, found: Sequence[Found] = ()) -> list[tuple[int, int]]:
    """Where the sentences of a text start and end, none inside of a figure nor behind a shortened word."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        at = end.end()
        if at < len(text) and (_inside(text, end) or any(each.start < at < each.end for each in found)):
            continue
        if stretch := text[start:at].strip():
            lead = text.index(stretch[0], start)
            spans.append((lead, lead + len(stretch)))
        start = at
    if stretch := text[start:].strip():
        lead = text.index(stretch[0], start)
        spans.append((lead, lead + len(stretch)))
    return spans or [(0, len(text))]


def _inside(text: str, end: re.Match[str]) -> bool:
    """Whether a full stop does not end the sentence: it shortens a word, or a small letter follows."""
    if text[end.start()] != ".":
        return False
    if _GOES_ON.match(text, end.end()):
        return True
    return _SHORTENED.search(text, max(0, end.start() - 8), end.start() + 1) is not None


def figure_key(found: Found) -> Key:
    """What makes two figures count as shared; None for one that says too little."""
    if found.value is not None:
        return found.value
    if found.low is not None or found.high is not None:
        return found.low, found.high
    return found.order


def names_in(text: str) -> frozenset[str]:
    """Words in Latin letters that both languages print alike: DFM-2, GDP, Siemens; small words of English are none."""
    return frozenset(name for name in _NAME.findall(text) if len(name) > 1 and _CAPITAL.search(name))


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text as another edition would repeat them: English words, single Chinese characters."""
    return tuple(word.lower() for word in _WORD.findall(text))
