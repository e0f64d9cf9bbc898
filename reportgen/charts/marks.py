"""The marks of a chart, asked for by name, series and time, and its texts. Nothing here draws or judges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from reportgen.document import FORECAST, GAP, LOW, MISSING, Chart, Mark, Words
from reportgen.messages import Message, msg


def by_name(marks: tuple[Mark, ...]) -> tuple[tuple[Mark, ...], ...]:
    """Marks that follow each other under one name, such as one year in two series."""
    return tuple(tuple(group) for _, group in groupby(marks, key=lambda mark: mark.name))


def with_missing(chart: Chart) -> tuple[tuple[Mark, ...], ...]:
    """The marks under each name, and in their places those that tell that a figure is not known."""
    missing = chart.in_role(MISSING)
    if not missing:
        return by_name(chart.marks)
    groups: dict[Words, list[Mark]] = {name: [] for name in chart.names}
    for mark in (*chart.marks, *missing):
        groups.setdefault(mark.name, []).append(mark)
    return tuple(tuple(sorted(group, key=lambda mark: mark.series)) for group in groups.values() if group)


def by_series(marks: tuple[Mark, ...]) -> dict[int, tuple[Mark, ...]]:
    """The marks of each series, in their order."""
    places = sorted({mark.series for mark in marks})
    return {number: tuple(mark for mark in marks if mark.series == number) for number in places}


def spotlit(chart: Chart, mark: Mark) -> bool:
    """Whether a mark is what the headline speaks of; where none is named, all are."""
    return mark.highlight or not any(other.highlight for other in chart.marks)


# ---- in time ---------------------------------------------------------------------------------


def moment(mark: Mark) -> Decimal | Words:
    """What places a mark in time: its time, or its name where it has none."""
    return mark.when if mark.when is not None else mark.name


def times(chart: Chart) -> dict[Mark, Decimal]:
    """Each mark's time; where marks have none, their names stand evenly in the order they are first told."""
    names = list(dict.fromkeys(mark.name for mark in chart.marks))
    return {mark: mark.when if mark.when is not None else Decimal(names.index(mark.name)) for mark in chart.marks}


def in_time(groups: Iterable[Sequence[Mark]]) -> bool:
    """Whether groups of marks stand by their times: each at one of its own."""
    moments = [mark.when for group in groups for mark in group[:1]]
    return None not in moments and len(set(moments)) == len(moments) > 1


def courses(chart: Chart) -> dict[int, tuple[Mark, ...]]:
    """Each series' marks in the order of time."""
    moments = times(chart)
    return {series: tuple(sorted(marks, key=moments.__getitem__)) for series, marks in by_series(chart.marks).items()}


def unbroken(course: tuple[Mark, ...]) -> list[tuple[Mark, ...]]:
    """A course cut where figures are missing."""
    cuts = [0, *(index for index, mark in enumerate(course) if mark.role == GAP and index), len(course)]
    return [course[start:end] for start, end in pairwise(cuts)]


Join = Literal["known", "forecast", "far"]
"""How two figures of a course are joined: as any two, on the way to a forecast, or over a stretch of which so much less
is known than of others that a line through it would claim too much."""

FAR = Decimal("4.5")
"""Dates this many times as far from each other as the nearest two of the chart are far apart: months among days of
every week, five years among years, but not a year among quarters."""


def joined_alike(course: tuple[Mark, ...], chart: Chart) -> Iterator[tuple[tuple[Mark, ...], Join]]:
    """A course in runs that are joined alike, each from the mark that it starts at."""
    moments, least = times(chart), _nearest(chart)

    def join(before: Mark, after: Mark) -> Join:
        if moments[after] - moments[before] > FAR * least:
            return "far"
        return "forecast" if after.status == FORECAST else "known"

    start = 0
    for index in range(1, len(course)):
        how = join(course[index - 1], course[index])
        if index + 1 == len(course) or join(course[index], course[index + 1]) != how:
            yield course[start : index + 1], how
            start = index
    if len(course) == 1:
        yield course, "known"


def has_far_dates(chart: Chart) -> bool:
    """Whether a course runs over stretches of which little is known."""
    moments, least = times(chart), _nearest(chart)
    pieces = (piece for course in courses(chart).values() for piece in unbroken(course))
    return any(moments[after] - moments[before] > FAR * least for piece in pieces for before, after in pairwise(piece))


def _nearest(chart: Chart) -> Decimal:
    """The least time between two figures of a course."""
    moments = times(chart)
    steps = [
        moments[after] - moments[before] for course in courses(chart).values() for before, after in pairwise(course)
    ]
    return min(steps, default=Decimal(0))


# ---- in languages ----------------------------------------------------------------------------


def in_languages(chart: Chart, languages: tuple[str, ...]) -> Chart:
    """The chart with only the words of some of its languages."""

    def kept(words: Words) -> Words:
        return tuple((language, text) for language, text in words if language in languages)

    def trimmed(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(
            replace(mark, name=kept(mark.name), label=kept(mark.label), ticks=tuple(map(kept, mark.ticks)))
            for mark in marks
        )

    return replace(
        chart,
        languages=languages,
        marks=trimmed(chart.marks),
        beside=trimmed(chart.beside),
        measure=kept(chart.measure),
        note=kept(chart.note),
        series=tuple(map(kept, chart.series)),
        guides=tuple(replace(guide, name=kept(guide.name), label=kept(guide.label)) for guide in chart.guides),
        names=tuple(map(kept, chart.names)),
    )


# ---- words -----------------------------------------------------------------------------------


def called(mark: Mark) -> str:
    """A mark as a message names it."""
    words = dict(mark.name or mark.label)
    return next(iter(words.values()), "")[:40]


class ChartText(NamedTuple):
    """One text of a chart: of what sort it is, of which mark, and its words."""

    sort: str
    mark: Mark | None
    words: Words

    def where(self) -> Message:
        """Where it stands, as a message tells it."""
        match self.sort:
            case "measure":
                return msg("the measure")
            case "note":
                return msg("the note")
            case "series":
                return msg("the name of a series")
            case "guide":
                return msg("the words of a reference line or an event")
            case "name":
                return msg("the name of mark '{mark}'", mark=called(self.mark) if self.mark else "")
            case _:
                return msg("the label of mark '{mark}'", mark=called(self.mark) if self.mark else "")


def texts(chart: Chart) -> Iterator[ChartText]:
    """Every text of a chart; those of the start of a range are those of its end."""
    yield ChartText("measure", None, chart.measure)
    yield ChartText("note", None, chart.note)
    for words in chart.series:
        yield ChartText("series", None, words)
    for guide in chart.guides:
        yield ChartText("guide", None, guide.name)
        yield ChartText("guide", None, guide.label)
    for mark in (*chart.marks, *(mark for mark in chart.beside if mark.role != LOW)):
        yield ChartText("name", mark, mark.name)
        yield ChartText("label", mark, mark.label)
