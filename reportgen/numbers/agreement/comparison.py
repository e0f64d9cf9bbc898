"""What a comparison of two figures comes to: how near they are, and how bad the difference is."""

from __future__ import annotations

from typing import Literal, NamedTuple

from reportgen.problems import Severity

Diagnosis = Literal[
    "scale", "percent_vs_pp", "digits", "year", "period", "qualifier", "multiple", "currency", "unit",
    "omitted", "added", "direction", "range", "ordinal", "fraction", "sign", "order", "role", "change", "label",
    "clock",
]  # fmt: skip
"""What differs. Of what a figure says: scale, digits, percent_vs_pp, multiple, fraction, ordinal, range, qualifier,
currency, unit, direction, sign, year, period (and the basis of a change). Of what stands around it: order (two figures
exchanged), role (told of the opposite: exports, imports), change (to a figure, by a figure). Of numbers that are no
figures: label (a table, an article, a standard), clock (a time of day, a weekday). One text alone: omitted, added.
"""


class Verdict(NamedTuple):
    """`cost` orders pairings, nearest first; severity None says that the two agree."""

    cost: float
    severity: Severity | None = None
    diagnosis: Diagnosis | None = None


SAME = Verdict(0)
UNDATED = Verdict(0.5, None, "year")
"""One of two equal days or months is told without its year: it depends on the texts whether that is said elsewhere."""

# costs: all but one thing equal; a slip of a known kind; nearly the same digits; of one kind and no more
DIFFERENT, SLIP, NEAR, OTHER = 2.0, 3.0, 4.0, 6.0

ERROR, WARNING = Severity.ERROR, Severity.WARNING  # by name, since Python 3.11 is slow to look up members
