"""What a comparison of two editions finds, with all that a report needs. Not here: how it is found, or shown."""

from __future__ import annotations

from enum import StrEnum

from reportgen.document import FactTold, Words
from reportgen.messages import Message, msg
from reportgen.records import record


class Fate(StrEnum):
    """What became of something from the first edition to the second."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    MOVED = "moved"


FATES = {Fate.NEW: msg("new"), Fate.GONE: msg("gone"), Fate.CHANGED: msg("changed"), Fate.MOVED: msg("moved")}


@record
class Spot:
    """A place as a reader finds it: the headings over it, what stands there, and the sentence or cell.

    `start` and `end` are the characters of `text` that are meant; equal where the whole is.
    """

    language: str
    heading: str
    place: Message | str
    text: str = ""
    start: int = 0
    end: int = 0
    form: str = ""  # in which a fact is printed there: bare, when; chart where a chart shows it

    @property
    def printed(self) -> str:
        """The characters that are meant."""
        return self.text[self.start : self.end]


@record
class FactSide:
    """A fact as one side tells it, what it measures where that is known, and where it is printed."""

    told: FactTold
    what: Words = ()
    spots: tuple[Spot, ...] = ()


@record
class FactChange:
    """A fact that is new, gone or told differently. `moved` names what differs: figure, period, status, sources, read.

    `change` is how far its figure moved, in its own measure and every language; nothing where no number says it.
    """

    name: str
    fate: Fate
    then: FactSide | None
    now: FactSide | None
    moved: tuple[str, ...] = ()
    change: Words = ()
    by: str = ""  # the same as a number
    measure: str = ""  # that it is in: percent, pp, or the fact's own unit


MOVED = {
    "figure": msg("figure"),
    "period": msg("period"),
    "status": msg("status"),
    "sources": msg("sources"),
    "read": msg("where it was read"),
}
"""What may differ of a fact."""


@record
class Stretch:
    """Words that both sides have (=), the first alone (-), or the second alone (+)."""

    sign: str
    text: str


@record
class WordingChange:
    """A paragraph that is new, gone, reworded or moved, as a sequence of stretches."""

    fate: Fate
    then: Spot | None
    now: Spot | None
    stretches: tuple[Stretch, ...]

    @property
    def language(self) -> str:
        """The language that it is in."""
        spot = self.now or self.then
        return spot.language if spot else ""


@record
class ChartChange:
    """A chart that is new, gone or shows something else, and where it stands; `facts` are those of it that changed."""

    name: str
    fate: Fate
    spots: tuple[Spot, ...]
    facts: tuple[str, ...] = ()


@record
class Delta:
    """All that two editions tell differently. `told` is what their reader must know of how they were compared."""

    names: tuple[str, str]
    languages: tuple[str, ...]
    facts: tuple[FactChange, ...]
    wording: tuple[WordingChange, ...]
    charts: tuple[ChartChange, ...]
    told: tuple[Message, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.facts or self.wording or self.charts)
