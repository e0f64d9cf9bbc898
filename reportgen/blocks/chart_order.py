"""Time runs left to right: names that are times, and series that are moments, in their order whatever was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from reportgen.blocks.marks import ChartFigure
from reportgen.charts.kind import Kind
from reportgen.charts.marks import by_name, by_series
from reportgen.content.entries import Wording
from reportgen.content.source import Scalar
from reportgen.content.when import read_when, years
from reportgen.document import MISSING, Chart, Mark, Words
from reportgen.languages import say
from reportgen.numbers import Period
from reportgen.voice import Voice


def names_in_time(figures: list[ChartFigure], kind: Kind) -> list[ChartFigure]:
    """The figures by time, where the kind has its names side by side and all of them are times."""
    if not kind.along or not all(isinstance(one.name, Period) and one.when is not None for one in figures):
        return figures
    moments = [years(one.when) for one in figures if one.when is not None]
    if None in moments:
        return figures
    placed = sorted(zip(moments, figures, strict=True), key=lambda pair: pair[0] or Decimal(0))
    return [one for _, one in placed]


def largest_first(marks: tuple[Mark, ...], sorted_by: int) -> tuple[Mark, ...]:
    """The marks name by name, the largest first; names that lack the figure that decides come last."""
    places = sorted({mark.series for mark in marks})
    decides = places[sorted_by] if places else 0

    def size(group: tuple[Mark, ...]) -> tuple[bool, Decimal]:
        value = next((mark.value for mark in group if mark.series == decides), None)
        return value is not None, value or Decimal(0)

    return tuple(mark for group in sorted(by_name(marks), key=size, reverse=True) for mark in group)


def within_course(made: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks without what is not known before any figure and after the last: a course starts and ends there."""
    known = {mark.name for mark in made if mark.role != MISSING}
    places = [place for place, mark in enumerate(made) if mark.name in known]
    return tuple(made[places[0] : places[-1] + 1]) if places else ()


def all_names(marks: Sequence[Mark], made: Sequence[Mark], *, by_size: bool) -> tuple[Words, ...]:
    """The names in their order, where one has no figure: as made, or it comes last where the marks stand by size."""
    missing = [mark for mark in made if mark.role == MISSING]
    if not missing:
        return ()
    return tuple(dict.fromkeys(mark.name for mark in ((*marks, *missing) if by_size else made)))


def series_in_time(chart: Chart, names: Sequence[Wording]) -> Chart:
    """The chart with its series by time, where each is called by one or holds figures of one alone."""
    moments = [_moment(chart, index, name) for index, name in enumerate(names)]
    told = [moment for moment in moments if moment is not None]
    if len(told) < len(moments) or all(one <= other for one, other in pairwise(told)):
        return chart
    order = sorted(range(len(told)), key=told.__getitem__)
    groups = (sorted(group, key=lambda mark: order.index(mark.series)) for group in by_name(chart.marks))
    marks = tuple(replace(mark, series=order.index(mark.series)) for group in groups for mark in group)
    beside = tuple(
        replace(mark, series=order.index(mark.series)) if mark.role == MISSING else mark for mark in chart.beside
    )
    return replace(chart, marks=marks, beside=beside, series=tuple(chart.series[index] for index in order))


def _moment(chart: Chart, series: int, name: Wording) -> Decimal | None:
    """When a series is: the time that it is called by, in each language, or that of all its figures."""
    try:
        called = {years(read_when(Scalar(words))) for words in name.words.values()}
    except ValueError:
        called = {mark.when for mark in by_series(chart.marks).get(series, ())}
    return called.pop() if len(called) == 1 else None


def told_base(measure: Words, base: Scalar, figures: Sequence[ChartFigure], voice: Voice) -> Words:
    """The measure with the time that is 100: （2020年=100）, (2020 = 100)."""
    found = next((one.name for one in figures if base in one.keys or _at(base) in (one.when, one.name)), None)
    when = voice.quantity(found) if isinstance(found, Period) else voice.label(found) if found else ()
    said = dict(measure)
    words: list[tuple[str, str]] = []
    for language, text in when:
        told = say("chart-index", language).format(when=text)
        measured = said.get(language, "")
        words.append((language, measured + say("brackets", language).format(told) if measured else told))
    return tuple(words)


def _at(base: Scalar) -> Period | None:
    try:
        return read_when(base)
    except ValueError:
        return None
