"""A chart in words, for those who cannot see it: its kind, what it measures, its extremes or its course.

The words are a table by language; the figures are the marks' own printed labels. What would make the text too long is
left out whole, the least telling part first: nothing is cut in the middle.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise

from reportgen.charts.kind import by_series
from reportgen.charts.lines import printed, tidy
from reportgen.document import Chart, Mark, Words

MOST = 60  # words; two Chinese characters count as one
FEW = 4  # so many marks are all told

WORDS: dict[str, dict[str, str]] = {
    "bars": {"zh": "条形图", "en": "Bar chart"},
    "columns": {"zh": "柱形图", "en": "Column chart"},
    "line": {"zh": "折线图", "en": "Line chart"},
    "step": {"zh": "阶梯图", "en": "Step chart"},
    "share": {"zh": "占比图", "en": "Share of a whole"},
    "before-after": {"zh": "前后对比图", "en": "Before-and-after chart"},
    "cards": {"zh": "数字卡片", "en": "Figures"},
    "title": {"zh": "{kind}：{title}。", "en": "{kind}: {title}."},
    "measure": {"zh": "指标：{measure}。", "en": "Shown: {measure}."},
    "each": {"zh": "{name}，{label}", "en": "{name}, {label}"},
    "of": {"zh": "{series}{name}", "en": "{series} {name}"},
    "between": {"zh": "；", "en": "; "},
    "all": {"zh": "{marks}。", "en": "{marks}."},
    "extremes": {"zh": "最高：{high}；最低：{low}。", "en": "Highest: {high}; lowest: {low}."},
    "point": {"zh": "{name}的{label}", "en": "{label} ({name})"},
    "course": {"zh": "从{first}到{last}，{trend}。", "en": "From {first} to {last}, {trend}."},
    "series": {"zh": "{series}：", "en": "{series}: "},
    "up": {"zh": "持续上升", "en": "rising throughout"},
    "down": {"zh": "持续下降", "en": "falling throughout"},
    "level": {"zh": "没有变化", "en": "unchanged"},
    "mixed": {"zh": "有升有降", "en": "with ups and downs"},
    "aside": {"zh": "另有：{marks}。", "en": "Beside it: {marks}."},
    "gap": {"zh": "", "en": " "},
}


def alt_text(chart: Chart, title: Mapping[str, str]) -> Words:
    """The chart in words, in each of its languages; `title` is its caption's finding."""
    return tuple((language, _told(chart, title.get(language, ""), language)) for language in chart.languages)


def _told(chart: Chart, title: str, language: str) -> str:
    kind = _word(chart.kind, language)
    opening = _word("title", language, kind=kind, title=_open(title)) if title else _word("all", language, marks=kind)
    parts = [opening, *_figures(chart, language)]
    if measure := dict(chart.measure).get(language):
        parts.append(_word("measure", language, measure=_open(measure)))
    kept = parts[:1]
    for part in parts[1:]:
        if length("".join([*kept, part])) <= MOST:
            kept.append(part)
    return printed(tidy(_word("gap", language).join(kept)))


def _figures(chart: Chart, language: str) -> list[str]:
    """The marks in one sentence or a few, the most telling first."""
    if chart.kind in ("line", "step"):
        courses = by_series(chart.marks).values()
        told = [_course(chart, marks, language) for marks in courses]
        plain = len(courses) > 1 or trend(_timed(chart.marks)) != "mixed"
        return told if plain else [*told, _extremes(chart, language)]
    if len(chart.marks) <= FEW or chart.kind == "cards":
        told = [_word("all", language, marks=_listed(chart, chart.marks, language))]
    else:
        told = [_extremes(chart, language)]
    return [*told, _word("aside", language, marks=_listed(chart, chart.aside, language))] if chart.aside else told


def _extremes(chart: Chart, language: str) -> str:
    high = max(chart.marks, key=lambda mark: mark.value)
    low = min(chart.marks, key=lambda mark: mark.value)
    return _word("extremes", language, high=_each(chart, high, language), low=_each(chart, low, language))


def _course(chart: Chart, marks: Sequence[Mark], language: str) -> str:
    timed = _timed(marks)
    first, last = _point(timed[0], language), _point(timed[-1], language)
    said = _word("course", language, first=first, last=last, trend=_word(trend(timed), language))
    if len(chart.series) < 2:
        return said
    return _word("series", language, series=dict(chart.series[marks[0].series])[language]) + said


def _timed(marks: Sequence[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: mark.when or 0)


def trend(marks: Sequence[Mark]) -> str:
    """How figures go in the order given: up, down, level, or mixed."""
    steps = {(after.value > before.value) - (after.value < before.value) for before, after in pairwise(marks)}
    if steps <= {0}:
        return "level"
    if steps <= {0, 1}:
        return "up"
    return "down" if steps <= {0, -1} else "mixed"


def _listed(chart: Chart, marks: Sequence[Mark], language: str) -> str:
    return _word("between", language).join(_each(chart, mark, language) for mark in marks)


def named_figure(name: str, figure: str, language: str) -> str:
    """A name and its figure in one breath."""
    return _word("each", language, name=name, label=figure)


def _each(chart: Chart, mark: Mark, language: str) -> str:
    name, label = dict(mark.name).get(language, ""), dict(mark.label)[language]
    if len(chart.series) > 1 and mark in chart.marks:
        name = _word("of", language, series=dict(chart.series[mark.series])[language], name=name)
    return named_figure(name, label, language) if name else label


def _point(mark: Mark, language: str) -> str:
    name, label = dict(mark.name).get(language, ""), dict(mark.label)[language]
    return _word("point", language, name=name, label=label) if name else label


def _word(key: str, language: str, **words: str) -> str:
    return WORDS[key][language].format(**words)


def _open(text: str) -> str:
    """A sentence without its full stop."""
    return text.rstrip(" .。")


def length(text: str) -> float:
    """How long a text is to listen to: in words, where two Chinese characters are one."""
    wide = sum(unicodedata.east_asian_width(c) == "W" for c in text)
    others = "".join(" " if unicodedata.east_asian_width(c) == "W" else c for c in text)
    return wide / 2 + len(others.split())
