"""A stretch of text made of parts of passages, and where each of its characters stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportgen.comparison.sentences import Sentence
from reportgen.passages import Passage


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text, and the parts of passages that it is made of: where each begins in the text and in its passage."""

    text: str
    parts: tuple[tuple[int, Passage, int], ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages it is made of, in order."""
        return tuple(passage for _, passage, _ in self.parts)

    def at(self, start: int) -> tuple[Passage, int]:
        """The passage that a character of the text stands in, and where in that passage."""
        begin, passage, shift = next((part for part in reversed(self.parts) if part[0] <= start), self.parts[0])
        return passage, start - begin + shift


def of_passages(passages: Iterable[Passage]) -> Stretch:
    """Whole passages, a line each."""
    return _joined([(passage, 0, len(passage.text)) for passage in passages])


def of_sentences(found: Sequence[Sentence]) -> Stretch:
    """Sentences in order; those that follow each other in a passage as they stand there."""
    parts: list[tuple[Passage, int, int]] = []
    before = None
    for each in found:
        if before is not None and before.index == each.index and parts[-1][2] <= each.start:
            parts[-1] = (each.passage, parts[-1][1], each.end)
        else:
            parts.append((each.passage, each.start, each.end))
        before = each
    return _joined(parts)


def _joined(parts: Sequence[tuple[Passage, int, int]]) -> Stretch:
    text = ""
    made: list[tuple[int, Passage, int]] = []
    for passage, start, end in parts:
        if made:
            text += "\n"
        made.append((len(text), passage, start))
        text += passage.text[start:end]
    return Stretch(text, tuple(made))
