"""What a comparison finds: one difference between two texts, where it stands on both sides, and how sure it is.

Everything that a report needs, whatever its form: a comment in a Word file, a page, JSON, SARIF. Not here: how
differences are found (comparison/), nor how they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportgen.messages import SOURCE, said
from reportgen.numbers import Disagreement, Found
from reportgen.problems import Certainty, Severity


class Change(StrEnum):
    """What became of a figure or a text from the first side to the second."""

    DIFFERS = "differs"  # two languages say different figures
    CHANGED = "changed"  # a later edition says another figure
    DROPPED = "dropped"  # the first side alone has it
    ADDED = "added"  # the second side alone has it
    MOVED = "moved"  # both have it, at different places


@dataclass(frozen=True, slots=True)
class Side:
    """Where one text says it: `start` to `end` are characters of passage number `block` of `source`, as read.

    Without a figure the stretch is the whole sentence or passage that is meant. A side that has nothing to show is only
    the place where it would have to stand: its `quote` is empty and its stretch too, at the end of the passage before.
    `quote` is the sentence, in it the figure from `mark` up to `mark_end`.
    """

    source: int
    block: int
    start: int
    end: int
    language: str
    place: str
    quote: str = ""
    mark: int = 0
    mark_end: int = 0
    figure: Found | None = None
    address: tuple[str | int, ...] = ()
    page: int = 0
    line: int = 0
    column: int = 0

    @property
    def marked(self) -> str:
        """The words of the quote that are meant: the figure as printed."""
        return self.quote[self.mark : self.mark_end]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two texts tell differently: the Chinese or the earlier one is `first`.

    `code` is stable: figures/digits, text/dropped. `suggestion` is how the second side would say it rightly; empty
    between two editions, where nobody knows which is right. `again` are further places where the same is found. `found`
    is what `agree` told, between two languages.
    """

    code: str
    change: Change
    severity: Severity
    certainty: Certainty
    message: str
    first: Side | None
    second: Side | None
    suggestion: str = ""
    again: tuple[tuple[Side | None, Side | None], ...] = ()
    found: Disagreement | None = None

    def told(self, tongue: str) -> str:
        """What is wrong in a sentence, in a language the program speaks."""
        return said(self.message, tongue)

    def __str__(self) -> str:
        return self.told(SOURCE)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that have something to show, the first one first."""
        return tuple(side for side in (self.first, self.second) if side and side.quote)

    @property
    def zh_place(self) -> str:
        """Where the Chinese text says it; empty where it has nothing."""
        return self._shown("zh")[0]

    @property
    def zh_sentence(self) -> str:
        """The Chinese sentence; empty where there is none."""
        return self._shown("zh")[1]

    @property
    def en_place(self) -> str:
        """Where the English text says it; empty where it has nothing."""
        return self._shown("en")[0]

    @property
    def en_sentence(self) -> str:
        """The English sentence; empty where there is none."""
        return self._shown("en")[1]

    def _shown(self, language: str) -> tuple[str, str]:
        return next(((side.place, side.quote) for side in self.sides if side.language == language), ("", ""))
