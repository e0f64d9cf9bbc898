"""What several kinds need of a chart, each told in words for its author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportgen.charts.marks import by_name, by_series, called, moment, times
from reportgen.document import Chart, Mark
from reportgen.messages import Message, msg

MOST_COURSES = 5
MOST_POINTS = 240
"""Points of all courses of one chart."""

MOST_PARTS = 5


def no_negatives(chart: Chart) -> Iterator[str]:
    """A figure below zero, where the kind has no room for one."""
    for mark in chart.marks:
        if mark.value < 0:
            yield msg(
                "a chart of kind '{kind}' shows no figure below zero, and '{mark}' is one: use bars",
                kind=chart.kind,
                mark=called(mark),
            )


def some_parts(chart: Chart) -> Iterator[str]:
    """More parts of a whole than the eye can tell apart."""
    if len(chart.marks) > MOST_PARTS:
        yield msg(
            "a chart of kind '{kind}' shows at most five parts, here are {count}: use bars",
            kind=chart.kind,
            count=len(chart.marks),
        )


def exceeded(chart: Chart) -> Message:
    """Parts that are more than their whole."""
    return msg(
        "the parts in a chart of kind '{kind}' are percent of one whole, and here they exceed it", kind=chart.kind
    )


def one_series(chart: Chart, instead: str) -> Iterator[str]:
    """More series than the one that the kind shows."""
    if len(chart.series) > 1:
        yield msg(
            "a chart of kind '{kind}' shows one series, here are {count}: use {instead}",
            kind=chart.kind,
            count=len(chart.series),
            instead=instead,
        )


def several_series(chart: Chart, most: int) -> Iterator[str]:
    """Too few series or too many."""
    count = max(len(chart.series), 1)
    if 2 <= count <= most:
        return
    if most == 2:
        yield msg("a chart of kind '{kind}' needs two series, here are {count}", kind=chart.kind, count=count)
    else:
        yield msg(
            "a chart of kind '{kind}' needs two to {most} series, here are {count}",
            kind=chart.kind,
            most=most,
            count=count,
        )


def at_most(chart: Chart, most: int) -> Iterator[str]:
    """More series than the kind shows."""
    if len(chart.series) > most:
        yield msg(
            "a chart of kind '{kind}' shows at most {most} series, here are {count}",
            kind=chart.kind,
            most=most,
            count=len(chart.series),
        )


def whole_groups(chart: Chart, most: int) -> Iterator[str]:
    """Too few series or too many, or a name under which one of them has no figure or two."""
    if wrong := list(several_series(chart, most)):
        yield from wrong
        return
    for group in by_name(chart.marks):
        if [mark.series for mark in group] != list(range(len(chart.series))):
            yield msg(
                "'{mark}' needs one figure of each series in a chart of kind '{kind}'",
                mark=called(group[0]),
                kind=chart.kind,
            )


def in_columns(chart: Chart, most: int) -> Iterator[str]:
    """At most so many series as columns, with one figure of each at most under a name."""
    if len(chart.series) > most:
        yield msg(
            "a chart of kind '{kind}' shows at most {most} columns, here are {count}: use a table",
            kind=chart.kind,
            most=most,
            count=len(chart.series),
        )
    for group in by_name(chart.marks):
        if twice(group):
            yield msg("'{mark}' has two figures in one column", mark=called(group[0]))


def twice(marks: Sequence[Mark]) -> bool:
    """Whether two of the marks are of one series."""
    return len({mark.series for mark in marks}) < len(marks)


def one_sign(marks: Sequence[Mark], kind: str) -> Iterator[str]:
    """Figures above and below zero in one stack."""
    if any(mark.value < 0 for mark in marks) and any(mark.value > 0 for mark in marks):
        yield msg(
            "'{mark}' has figures above and below zero, and kind '{kind}' cannot pile them: use grouped",
            mark=called(marks[0]),
            kind=kind,
        )


# ---- over time -------------------------------------------------------------------------------


def a_course(chart: Chart) -> Iterator[str]:
    """At least two marks that all have a time or none; no two of a series at one time."""
    if len(chart.marks) < 2:
        yield msg("a chart of kind '{kind}' needs at least two figures: use cards for one", kind=chart.kind)
    yield from at_most(chart, MOST_COURSES)
    yield from timed_or_named(chart)


def timed_or_named(chart: Chart) -> Iterator[str]:
    """Marks of which some have a time and some none, all at one moment, or two of a series at one."""
    timed = [mark for mark in chart.marks if mark.when is not None]
    if timed and len(timed) < len(chart.marks):
        untimed = next(mark for mark in chart.marks if mark.when is None)
        yield msg("mark '{mark}' has no date while others have: give each one, or none", mark=called(untimed))
    elif len(chart.marks) > 1 and len(set(times(chart).values())) < 2:
        yield msg(
            "a chart of kind '{kind}' needs figures of two moments at least, here all are of one", kind=chart.kind
        )
    for marks in by_series(chart.marks).values():
        seen: set[object] = set()
        for mark in marks:
            if moment(mark) in seen:
                yield msg(
                    "two figures stand at the time of '{mark}': a chart of kind '{kind}' shows one",
                    mark=called(mark),
                    kind=chart.kind,
                )
            seen.add(moment(mark))
