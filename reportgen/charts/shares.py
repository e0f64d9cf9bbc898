"""What figures are of their sum, in percent; numbers/ writes them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.document import Chart, Mark, Words
from reportgen.languages import SIGNS
from reportgen.numbers import write
from reportgen.numbers.model.quantity import Percent

WHOLE = Decimal(100)
SLACK = Decimal("0.5")  # percent that rounded shares may miss a hundred by


def in_percent(chart: Chart) -> bool:
    """Whether a chart's figures are percentages, so that their whole is a hundred; else it is their sum."""
    return chart.unit is None or isinstance(chart.unit.like, Percent)


def share_labels(marks: Sequence[Mark]) -> tuple[Words, ...]:
    """The figures' own labels where they are shares of a hundred; else their shares, half up to a whole percent."""
    whole = sum((mark.value for mark in marks), Decimal(0))
    if abs(whole - WHOLE) <= SLACK or not whole:
        return tuple(mark.label for mark in marks)
    return tuple(_share(mark, whole) for mark in marks)


def _share(mark: Mark, whole: Decimal) -> Words:
    figure = Percent(value=mark.value / whole * WHOLE, quantum=Decimal(1))
    sign = SIGNS[mark.status] if mark.status else ""
    return tuple((language, write(figure, language, form="table") + sign) for language, _ in mark.label)
