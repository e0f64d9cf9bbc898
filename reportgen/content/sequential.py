"""环比: quarter on quarter or month on month, as the time of the figure has it."""

from __future__ import annotations

from dataclasses import replace

from reportgen.content.entries import NOWHERE
from reportgen.content.folder import Folder
from reportgen.content.source import Scalar, stretch_of
from reportgen.messages import msg
from reportgen.numbers import Period, Quantity
from reportgen.numbers.model.quantity import Change, Difference, Multiple
from reportgen.problems import Rule

SEQUENTIAL = Rule(
    "facts/sequential",
    msg("环比 compares with the quarter or the month before: the fact's time tells which."),
    file="facts.yaml",
    slip="growth: {is: 环比增长2.1%, what: {zh: 增速, en: growth}, when: 2024, source: paper}",
    mend="growth: {is: 环比增长2.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}",
)
RULES = (SEQUENTIAL,)

_SEQUENTIAL = "环比"


def in_its_period(folder: Folder, typed: Scalar, figure: Quantity, when: Period | None) -> Quantity:
    """The figure with what 环比 means for the fact's period: quarter on quarter, or month on month."""
    if _SEQUENTIAL not in typed:
        return figure
    if not isinstance(figure, Change | Multiple | Difference) or figure.basis != "mom":
        return figure
    last = when.end if when is not None and when.end is not None else when
    if last is not None and last.quarter is not None:
        return replace(figure, basis="qoq")
    if last is None or last.month is None:
        told = msg(
            "'{word}' is quarter on quarter or month on month, and the fact's time tells neither", word=_SEQUENTIAL
        )
        hint = msg("write when: 2025-Q1 or when: 2025-03; or 比上季度, 比上月 in place of 环比")
        folder.problems.append(SEQUENTIAL.broken(stretch_of(typed, NOWHERE), told, hint))
    return figure
