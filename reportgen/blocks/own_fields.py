"""What an author typed in the fields of a kind of chart alone, as marks beside the others, and as options.

The fields that hold facts, names and starts of ranges are chart_entry.py's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from reportgen.blocks.marks import FigureColumn, dimension, ends, label_of, read_cells
from reportgen.charts.kind import OwnField
from reportgen.content.model import Briefing
from reportgen.content.source import Scalar
from reportgen.document import Mark
from reportgen.messages import msg
from reportgen.numbers import CommonUnit, FigureError, Quantity
from reportgen.voice import Voice, bound_of

Typed = Iterable[tuple[OwnField, Any]]
"""Fields that are filled in, with what they hold."""


def figure_of(text: Scalar, unit: str, briefing: Briefing) -> Quantity:
    """A figure typed in a field: a fact's, or one in the chart's unit; FigureError where it has no single value."""
    fact = briefing.facts.get(text)
    quantity = fact.quantity if fact else read_cells({"": text}, FigureColumn(Scalar(""), None, unit))
    values = ends(quantity) if quantity is not None else None
    if quantity is None or values is None or values[0] != values[1]:
        raise FigureError(msg("a single value is wanted here"))
    return quantity


def wrong_figures(typed: Typed, unit: str, briefing: Briefing, counted: str) -> Iterator[tuple[Scalar, str]]:
    """Each text that is no figure, or that counts in something else than the chart does, and why."""
    for _, texts in typed:
        for text in texts:
            try:
                other = dimension(figure_of(text, unit, briefing))
            except FigureError as error:
                yield text, str(error)
                continue
            if counted and other != counted:
                yield text, msg("it counts in {other}, the chart in {counted}", other=other, counted=counted)


def figure_marks(typed: Typed, chart_unit: str, unit: CommonUnit | None, voice: Voice) -> Iterator[Mark]:
    """A mark a figure, in the role of its field, labeled bare where the chart's unit is told once."""
    for field, texts in typed:
        for text in texts:
            quantity = figure_of(text, chart_unit, voice.briefing)
            low, _ = ends(quantity) or (Decimal(0), Decimal(0))
            fact = str(text) if text in voice.briefing.facts else ""
            label = label_of(quantity, unit, voice, bare=True)
            yield Mark((), low, label, bound=bound_of(quantity), fact=fact, role=field.role)


def options(typed: Typed) -> tuple[tuple[str, str], ...]:
    """What was chosen, by the names of the fields."""
    return tuple((field.name, str(chosen)) for field, chosen in typed)
