"""What a comparison has found, before it is put into words: two stretches of text and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.comparison.stretches import Stretch
from reportgen.differences import Change
from reportgen.numbers import Disagreement, Found
from reportgen.passages import Passage
from reportgen.problems import Severity

NOTHING = Stretch("", ())
"""The side of a text that has no such stretch."""


@dataclass(frozen=True, slots=True)
class Told:
    """Two stretches, one perhaps empty, and the figures in them that are meant; none where the stretch as a whole is.

    `before` is the passage behind which an empty side would have to stand. `found` is what `agree` said. `lone` are the
    figures of a text without a partner. `shares` says that the stretches have another figure in common, or stand in the
    same cell; `exchanged` that the figures stand in each other's place; `rows` that rows of a table are meant.
    """

    change: Change
    severity: Severity
    first: Stretch
    second: Stretch
    figures: tuple[Found | None, Found | None] = (None, None)
    found: Disagreement | None = None
    before: Passage | None = None
    lone: tuple[Found, ...] = ()
    shares: bool = False
    exchanged: bool = False
    rows: bool = False
