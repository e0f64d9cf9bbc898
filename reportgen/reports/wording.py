"""What every report says of a difference in words, in each language the program speaks."""

from __future__ import annotations

from reportgen.differences import Difference, Side
from reportgen.messages import Message, msg, said
from reportgen.problems import SEVERITIES, Certainty

CERTAINTIES = {
    Certainty.CERTAIN: msg("certain"),
    Certainty.LIKELY: msg("likely"),
    Certainty.POSSIBLE: msg("possible: look at it"),
}
"""How sure a difference is."""


def sentence(difference: Difference) -> Message:
    """What is wrong, how bad it is, and how the second text would say it rightly."""
    line = msg("{severity}: {message}", severity=SEVERITIES[difference.severity], message=difference.message)
    if not difference.suggestion or difference.suggestion in said(difference.message, "en"):
        return line
    return msg("{sentence}; rightly: {right}", sentence=line, right=difference.suggestion)


def quoted(side: Side) -> Message | str:
    """The words of a side behind their place; the place alone where it has none."""
    if not side.quote:
        return side.place
    return msg("{place}: {sentence}", place=side.place, sentence=" ".join(side.quote.split("\n")))
