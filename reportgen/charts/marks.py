"""The marks of a chart, asked for by name, series and time, and its texts. Nothing here draws or judges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise

from reportgen.document import GAP, Chart, Mark, Words
from reportgen.messages import msg


def by_name(marks: tuple[Mark, ...]) -> tuple[tuple[Mark, ...], ...]:
    """Marks that follow each other under one name, such as one year in two series."""
    return tuple(tuple(group) for _, group in groupby(marks, key=lambda mark: mark.name))


def by_series(marks: tuple[Mark, ...]) -> dict[int, tuple[Mark, ...]]:
    """The marks of each series, in their order."""
    places = sorted({mark.series for mark in marks})
    return {place: tuple(mark for mark in marks if mark.series == place) for place in places}


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


def courses(chart: Chart) -> dict[int, tuple[Mark, ...]]:
    """Each series' marks in the order of time."""
    moments = times(chart)
    return {series: tuple(sorted(marks, key=moments.__getitem__)) for series, marks in by_series(chart.marks).items()}


def unbroken(course: tuple[Mark, ...]) -> list[tuple[Mark, ...]]:
    """A course cut where figures are missing."""
    cuts = [0, *(place for place, mark in enumerate(course) if mark.role == GAP and place), len(course)]
    return [course[start:end] for start, end in pairwise(cuts)]


# ---- in languages ----------------------------------------------------------------------------


def in_languages(chart: Chart, languages: tuple[str, ...]) -> Chart:
    """The chart with only the words of some of its languages."""

    def kept(words: Words) -> Words:
        return tuple((language, text) for language, text in words if language in languages)

    def trimmed(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return tuple(replace(mark, name=kept(mark.name), label=kept(mark.label)) for mark in marks)

    return replace(
        chart,
        languages=languages,
        marks=trimmed(chart.marks),
        beside=trimmed(chart.beside),
        measure=kept(chart.measure),
        note=kept(chart.note),
        series=tuple(map(kept, chart.series)),
    )


# ---- words -----------------------------------------------------------------------------------


def called(mark: Mark) -> str:
    """A mark as a message names it."""
    words = dict(mark.name or mark.label)
    return next(iter(words.values()), "")[:40]


def texts(chart: Chart) -> Iterator[tuple[str, str, Words]]:
    """Every text of a chart once: what sort it is, where it stands, and the words."""
    found: list[tuple[str, str, Words]] = [
        ("measure", msg("the measure"), chart.measure),
        ("note", msg("the note"), chart.note),
        *(("series", msg("the name of a series"), words) for words in chart.series),
    ]
    for mark in (*chart.marks, *chart.beside):
        found.append(("name", msg("the name of mark '{mark}'", mark=called(mark)), mark.name))
        found.append(("label", msg("the label of mark '{mark}'", mark=called(mark)), mark.label))
    yield from dict.fromkeys(found)
