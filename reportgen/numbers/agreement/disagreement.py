"""What a disagreement is, and how it is told: the figure of either text, what differs, and how it is said rightly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportgen.messages import Message, msg
from reportgen.numbers.agreement.comparison import Diagnosis
from reportgen.numbers.grammar.found import Found
from reportgen.numbers.model.errors import FigureError
from reportgen.numbers.model.representation import Readable
from reportgen.numbers.writing.write import write
from reportgen.problems import Severity


@dataclass(frozen=True, slots=True, repr=False)
class Disagreement(Readable):
    """One figure that the texts tell differently; `right` is how the English says it rightly, if not as the Chinese."""

    severity: Severity
    diagnosis: Diagnosis
    zh: Found | None
    en: Found | None
    right: str | None = None

    @property
    def suggestion(self) -> str:
        """How the text to be mended says it rightly; empty where that cannot be told. Written when it is asked for."""
        if self.right is None and self.zh is not None:
            return _rendering(self.zh, "en")
        return self.right or ""

    @property
    def message(self) -> Message:
        """What is wrong, in a sentence."""
        return _message(self.diagnosis, self.zh, self.en, self.suggestion)

    def sayings(self) -> Iterator[str]:
        yield f"{self.severity} {self.diagnosis}"
        yield " / ".join(repr(found.text) if found else "nothing" for found in (self.zh, self.en))
        if right := self.suggestion:
            yield f"rightly {right}"


@cache
def _differences() -> dict[Diagnosis, Message]:
    """What a diagnosis says, in words."""
    return {
        "scale": msg("the scale differs"),
        "percent_vs_pp": msg("percent and percentage points are mixed up"),
        "digits": msg("the digits differ"),
        "year": msg("the year differs"),
        "period": msg("the period differs"),
        "qualifier": msg("the qualifier differs"),
        "multiple": msg("the multiple differs"),
        "currency": msg("the currency differs"),
        "unit": msg("the unit differs"),
        "direction": msg("the direction differs"),
        "range": msg("the range differs"),
        "ordinal": msg("the ordinal differs"),
        "fraction": msg("the share differs"),
        "sign": msg("the sign differs"),
        "order": msg("two figures are exchanged"),
        "role": msg("what the figure is told of differs"),
        "change": msg("a change to a figure and one by it are mixed up"),
        "label": msg("the number of what is referred to differs"),
        "clock": msg("the time of day or the weekday differs"),
    }


def _message(diagnosis: Diagnosis, zh: Found | None, en: Found | None, right: str) -> Message:
    if zh is None:
        assert en is not None, "a disagreement has a figure"
        return msg("the Chinese has nothing for '{en}'", en=en.text)
    if en is None and right:
        return msg("the English leaves out '{zh}' ({right})", zh=zh.text, right=right)
    if en is None:
        return msg("the English leaves out '{zh}'", zh=zh.text)
    if diagnosis == "period" and zh.kind in ("percent", "pp"):
        return msg(
            "the basis differs: the Chinese says '{zh}', which is {right}, the English tells another",
            zh=zh.text,
            right=right,
        )
    difference = _differences()[diagnosis]
    if right and right != en.text:
        return msg(
            "{difference}: the Chinese says '{zh}', which is {right}, the English '{en}'",
            difference=difference,
            zh=zh.text,
            right=right,
            en=en.text,
        )
    return msg(
        "{difference}: the Chinese says '{zh}', the English '{en}'", difference=difference, zh=zh.text, en=en.text
    )


def _rendering(found: Found, language: str) -> str:
    """The figure as the house says it; empty where a part of it cannot be said alone."""
    try:
        return write(found.quantity, language).replace("\u2060", "").replace("\u00a0", " ")
    except (FigureError, ValueError, ArithmeticError, KeyError):
        return ""
