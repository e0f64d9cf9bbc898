"""Sentences about the marks of a chart, for those who cannot see it: a kind chooses which of them tell it.

The words are languages', the figures the marks' own printed labels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from reportgen.charts.marks import by_name, by_series
from reportgen.document import ASIDE, MISSING, Chart, Guide, Mark, Words
from reportgen.languages import SIGNS, say

FEW = 4  # so many marks are all told

Telling = Callable[[Chart, str], list[str]]
"""The sentences that tell a chart's marks in a language, the most telling first."""


def word(key: str, language: str, **words: str) -> str:
    """The language's words for charts under `key`, with others put in."""
    return say(f"chart-{key}", language).format(**words)


# ---- what a kind chooses from ----------------------------------------------------------------


def few_or_extremes(chart: Chart, language: str) -> list[str]:
    """All marks where they are few, else the highest and the lowest of each series; and what is not known."""
    if len(chart.marks) <= FEW:
        return [*everything(chart, language), *lacking(chart, language)]
    return [*(extremes(chart, part, language) for part in by_series(chart.marks).values()), *lacking(chart, language)]


def everything(chart: Chart, language: str) -> list[str]:
    """Every mark."""
    return [word("all", language, marks=listed(chart, chart.marks, language))]


def course(chart: Chart, language: str) -> list[str]:
    """The ends of each series and how it goes between them; of a single one that goes up and down, its extremes."""
    series = by_series(chart.marks).values()
    courses = [_course(chart, marks, language) for marks in series]
    plain = len(series) > 1 or trend(timed(chart.marks)) != "mixed"
    extreme = [] if plain else [extremes(chart, chart.marks, language)]
    return [*courses, *lacking(chart, language), *extreme]


def shifts(chart: Chart, language: str) -> list[str]:
    """How each name moved; of many, the one that rose most and the one that fell most, or least."""
    whole = (pair for pair in by_name(chart.marks) if len(pair) > 1)
    pairs = sorted(whole, key=lambda pair: pair[-1].value - pair[0].value)
    some_fall = pairs[0][-1].value < pairs[0][0].value
    some_rise = pairs[-1][-1].value > pairs[-1][0].value
    if len(pairs) > FEW and some_fall and some_rise:
        told = word("shifts", language, up=_shift(pairs[-1], language), down=_shift(pairs[0], language))
        return [told, *lacking(chart, language)]
    shown = pairs[::-1] if len(pairs) <= FEW else [pairs[-1], pairs[0]]
    told = word("all", language, marks=word("between", language).join(_shift(pair, language) for pair in shown))
    return [told, *lacking(chart, language)]


# ---- single sentences ------------------------------------------------------------------------


def extremes(chart: Chart, marks: Sequence[Mark], language: str) -> str:
    """The highest and the lowest of some marks."""
    high = max(marks, key=lambda mark: mark.value)
    low = min(marks, key=lambda mark: mark.value)
    return word("extremes", language, high=_each(chart, high, language), low=_each(chart, low, language))


def ends(chart: Chart, marks: Sequence[Mark], language: str) -> str:
    """The first and the last of some marks."""
    return word("ends", language, first=_each(chart, marks[0], language), last=_each(chart, marks[-1], language))


def asides(chart: Chart, language: str) -> list[str]:
    """The figures beside the marks, if there are any."""
    beside = chart.aside()
    return [word("aside", language, marks=listed(chart, beside, language))] if beside else []


def guides(chart: Chart, language: str) -> list[str]:
    """What the figures are read against: lines and bands of values, then what happened when."""
    between = word("between", language)
    lines = [dict(guide_words(guide)).get(language, "") for guide in chart.guides if not guide.upright]
    happened = [
        word("event", language, name=dict(guide.name).get(language, ""), when=dict(guide.label)[language])
        for guide in chart.guides
        if guide.upright
    ]
    told = [word("reference", language, lines=between.join(lines))] if lines else []
    return [*told, *([word("events", language, events=between.join(happened))] if happened else [])]


def guide_words(guide: Guide) -> Words:
    """A guide's name and its figure, unless the name says it."""
    names = dict(guide.name)
    return tuple((language, _guide(names.get(language, ""), label, language)) for language, label in guide.label)


def _guide(name: str, label: str, language: str) -> str:
    if not name or label in name:
        return name or label
    return word("guide", language, name=name, label=label)


def lacking(chart: Chart, language: str) -> list[str]:
    """What figures are not known, if there are any."""
    names = [
        _stretch(chart, stretch, language)
        for marks in by_series(chart.in_role(MISSING)).values()
        for stretch in _stretches(chart, marks)
    ]
    return [word("missing", language, names=word("between", language).join(names))] if names else []


def _stretches(chart: Chart, marks: Sequence[Mark]) -> Iterator[Sequence[Mark]]:
    """The times that follow each other without a figure, three or more together; all others by themselves."""
    if any(mark.when is None for mark in marks):
        yield from ([mark] for mark in marks)
        return
    after = {name: place for place, name in enumerate(chart.names)}
    stretch: list[Mark] = []
    for mark in marks:
        if stretch and after.get(mark.name) != after.get(stretch[-1].name, -2) + 1:
            yield from [stretch] if len(stretch) > 2 else ([one] for one in stretch)
            stretch = []
        stretch.append(mark)
    yield from [stretch] if len(stretch) > 2 else ([one] for one in stretch)


def _stretch(chart: Chart, marks: Sequence[Mark], language: str) -> str:
    """What a mark is called, or a stretch of time by its ends."""
    first = _named(chart, marks[0], language)
    if len(marks) == 1:
        return first
    return word("since", language, first=first, last=opened(dict(marks[-1].name).get(language, "")))


def listed(chart: Chart, marks: Sequence[Mark], language: str) -> str:
    """Some marks, each with its figure."""
    return word("between", language).join(_each(chart, mark, language) for mark in marks)


def named_figure(name: str, figure: str, language: str) -> str:
    """A name and its figure in one breath."""
    return word("each", language, name=name, label=figure)


def timed(marks: Sequence[Mark]) -> list[Mark]:
    """The marks in the order of their times."""
    return sorted(marks, key=lambda mark: mark.when or 0)


def trend(marks: Sequence[Mark]) -> str:
    """How figures go in the order given: up, down, level, or mixed."""
    steps = {(after.value > before.value) - (after.value < before.value) for before, after in pairwise(marks)}
    if steps <= {0}:
        return "level"
    if steps <= {0, 1}:
        return "up"
    return "down" if steps <= {0, -1} else "mixed"


def opened(text: str) -> str:
    """A sentence without its full stop."""
    return text.rstrip(" .。")


def _shift(pair: tuple[Mark, ...], language: str) -> str:
    first, last = (_figure(mark, language) for mark in (pair[0], pair[-1]))
    return word("shift", language, name=dict(pair[0].name).get(language, ""), first=first, last=last)


def _course(chart: Chart, marks: Sequence[Mark], language: str) -> str:
    in_order = timed(marks)
    first, last = _point(in_order[0], language), _point(in_order[-1], language)
    said = word("course", language, first=first, last=last, trend=word(trend(in_order), language))
    if len(chart.series) < 2:
        return said
    return word("series", language, series=dict(chart.series[marks[0].series])[language]) + said


def _each(chart: Chart, mark: Mark, language: str) -> str:
    name, label = _named(chart, mark, language), _figure(mark, language)
    return named_figure(name, label, language) if name else label


def _named(chart: Chart, mark: Mark, language: str) -> str:
    """What a mark is called, of several series with the series' name."""
    name = opened(dict(mark.name).get(language, ""))
    if len(chart.series) > 1 and mark.role != ASIDE:
        return word("of", language, series=dict(chart.series[mark.series])[language], name=name)
    return name


def _figure(mark: Mark, language: str) -> str:
    """A mark's label, with its status in words in place of a sign."""
    label = dict(mark.label)[language]
    return word(mark.status, language, label=label.removesuffix(SIGNS[mark.status])) if mark.status else label


def _point(mark: Mark, language: str) -> str:
    name, label = dict(mark.name).get(language, ""), _figure(mark, language)
    return word("point", language, name=name, label=label) if name else label
