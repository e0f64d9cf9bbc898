"""What a kind of chart is: what it needs, how it lays its marks out, and the problems common to all kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal

from reportgen.charts.drawing.line_breaking import printed
from reportgen.charts.drawing.shapes import Plot
from reportgen.charts.drawing.typesetter import Pen
from reportgen.document import Chart, Mark, Words

Scaling = Literal["one", "series", "none"]

LONGEST = {"name": 200, "label": 60, "measure": 200, "note": 500, "series": 120}
"""How many characters a text of a chart may have; longer ones belong in the briefing's text."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of chart. `draw` may count on `problems` having found none; `sorts` says that its marks stand by size."""

    draw: Callable[[Chart, Pen], Plot]
    needs: Callable[[Chart], Iterator[str]]
    sorts: bool = False
    sorted_by: int = 0  # the series whose figures decide the order; -1 is the last
    most: int = 40
    asides: bool = False  # whether it shows figures beside the marks
    ranges: bool = False  # whether its marks may go from one figure to another
    timed: bool = False  # whether its marks stand by their times, and are named so
    shares: bool = False  # whether it shows what amounts are of their sum
    scale: Scaling = "one"  # which figures share a scale, and so a unit: all, those of a series, none

    def problems(self, chart: Chart) -> Iterator[str]:
        """Everything that keeps this kind from drawing the chart, in words for its author."""
        if not chart.marks:
            yield f"a chart of kind '{chart.kind}' needs at least one figure and has none"
            return
        if len(chart.marks) > self.most:
            told = f"shows at most {self.most} figures, here are {len(chart.marks)}"
            yield f"a chart of kind '{chart.kind}' {told}: a table would hold them"
            return
        if chart.aside and not self.asides:
            yield f"a chart of kind '{chart.kind}' shows no figures beside its marks: leave out part and whole"
        if len(set(chart.marks)) < len(chart.marks):
            yield "two marks are the same in every respect: leave one out"
        if not self.ranges and (ranged := next((mark for mark in chart.marks if mark.low is not None), None)):
            yield f"mark {called(ranged)} is a range, and a chart of kind '{chart.kind}' shows none: use range"
        found = [*_text_problems(chart), *_value_problems(chart)]
        yield from found or self.needs(chart)


def texts(chart: Chart) -> Iterator[tuple[str, str, Words]]:
    """Every text of a chart: what sort it is, where it stands, and the words."""
    yield "measure", "the measure", chart.measure
    yield "note", "the note", chart.note
    for words in chart.series:
        yield "series", "the name of a series", words
    for mark in (*chart.marks, *chart.aside):
        yield "name", f"the name of mark {called(mark)}", mark.name
        yield "label", f"the label of mark {called(mark)}", mark.label


def called(mark: Mark) -> str:
    """A mark as a message names it."""
    words = dict(mark.name or mark.label)
    return f"'{next(iter(words.values()), '')[:40]}'"


def by_name(marks: tuple[Mark, ...]) -> tuple[tuple[Mark, ...], ...]:
    """Marks that follow each other under one name, such as one year in two series."""
    return tuple(tuple(group) for _, group in groupby(marks, key=lambda mark: mark.name))


def by_series(marks: tuple[Mark, ...]) -> dict[int, tuple[Mark, ...]]:
    """The marks of each series, in their order."""
    places = sorted({mark.series for mark in marks})
    return {place: tuple(mark for mark in marks if mark.series == place) for place in places}


def no_negatives(chart: Chart) -> Iterator[str]:
    """A figure below zero, where the kind has no room for one."""
    for mark in chart.marks:
        if mark.value < 0:
            yield f"a chart of kind '{chart.kind}' shows no figure below zero, and {called(mark)} is one: use bars"


def one_series(chart: Chart, instead: str) -> Iterator[str]:
    """More series than the one that the kind shows."""
    if len(chart.series) > 1:
        yield f"a chart of kind '{chart.kind}' shows one series, here are {len(chart.series)}: use {instead}"


def whole_groups(chart: Chart, most: int) -> Iterator[str]:
    """Too few series or too many, or a name under which one of them has no figure or two."""
    if not 2 <= len(chart.series) <= most:
        few = "two series" if most == 2 else f"two to {most} series"
        yield f"a chart of kind '{chart.kind}' needs {few}, here are {max(len(chart.series), 1)}"
        return
    for group in by_name(chart.marks):
        if [mark.series for mark in group] != list(range(len(chart.series))):
            yield f"{called(group[0])} needs one figure of each series in a chart of kind '{chart.kind}'"


def _text_problems(chart: Chart) -> Iterator[str]:
    for sort, where, words in texts(chart):
        for language, text in words:
            if len(text) > LONGEST[sort]:
                yield f"{where} has {len(text)} characters ({language}), and {LONGEST[sort]} can be drawn: shorten it"
    for mark in chart.marks:
        told = {language for language, text in mark.label if printed(text).strip()}
        for language in chart.languages:
            if language not in told:
                yield f"mark {called(mark)} has no label in language '{language}'"


def _value_problems(chart: Chart) -> Iterator[str]:
    for mark in chart.marks:
        if any(not value.is_finite() or abs(value) > 10**30 for value in (mark.value, mark.low or Decimal(0))):
            yield f"mark {called(mark)} has no value that can be drawn"
    last = max(mark.series for mark in chart.marks)
    if last > 0 and len(chart.series) <= last:
        yield f"a chart of {last + 1} series needs a name for each, here are {len(chart.series)}"
