"""A chart in words, for those who cannot see it: its kind, what it measures, its extremes or its course.

The words are a table by language; the figures are the marks' own printed labels. What would make the text too long is
left out whole, the least telling part first: nothing is cut in the middle.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from reportgen.charts.drawing.line_breaking import printed, tidy
from reportgen.charts.kind import by_name, by_series
from reportgen.charts.shares import share_labels
from reportgen.document import Chart, Mark, Words
from reportgen.languages import SIGNS

MOST = 60  # words; two Chinese characters count as one
FEW = 4  # so many marks are all told

WORDS: dict[str, dict[str, str]] = {
    "bars": {"zh": "条形图", "en": "Bar chart"},
    "columns": {"zh": "柱形图", "en": "Column chart"},
    "grouped": {"zh": "分组柱形图", "en": "Grouped column chart"},
    "stacked": {"zh": "堆积图", "en": "Stacked chart"},
    "stacked-100": {"zh": "百分比堆积图", "en": "Stacked chart of shares"},
    "area": {"zh": "面积图", "en": "Area chart"},
    "dot": {"zh": "点图", "en": "Dot plot"},
    "dumbbell": {"zh": "哑铃图", "en": "Dumbbell chart"},
    "slope": {"zh": "斜率图", "en": "Slope chart"},
    "donut": {"zh": "环形图", "en": "Donut chart"},
    "range": {"zh": "区间图", "en": "Range chart"},
    "waterfall": {"zh": "瀑布图", "en": "Waterfall chart"},
    "small-multiples": {"zh": "分面折线图", "en": "Small line charts"},
    "timeline": {"zh": "时间轴", "en": "Timeline"},
    "table-with-bars": {"zh": "带条形的表格", "en": "Table with bars"},
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
    "shift": {"zh": "{name}从{first}到{last}", "en": "{name}, from {first} to {last}"},
    "shifts": {"zh": "升幅最大：{up}；降幅最大：{down}。", "en": "Largest rise: {up}; largest fall: {down}."},
    "ends": {"zh": "首项：{first}；末项：{last}。", "en": "First: {first}; last: {last}."},
    "preliminary": {"zh": "{label}（初步数据）", "en": "{label} (preliminary)"},
    "estimate": {"zh": "{label}（估计数）", "en": "{label} (estimate)"},
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


COURSES = frozenset({"line", "step", "area", "small-multiples"})
PAIRS = frozenset({"dumbbell", "slope"})
WHOLES = frozenset({"cards"})  # kinds whose figures are all told, however many


def _figures(chart: Chart, language: str) -> list[str]:
    """The marks in one sentence or a few, the most telling first."""
    if chart.kind in COURSES:
        courses = by_series(chart.marks).values()
        told = [_course(chart, marks, language) for marks in courses]
        plain = len(courses) > 1 or trend(_timed(chart.marks)) != "mixed"
        return told if plain else [*told, _extremes(chart, chart.marks, language)]
    if chart.kind in PAIRS:
        return [_shifts(chart, language)]
    if len(chart.marks) <= FEW or chart.kind in WHOLES:
        told = [_word("all", language, marks=_listed(chart, chart.marks, language))]
    elif chart.kind == "timeline":
        told = [_ends(chart, _timed(chart.marks), language)]
    elif chart.kind == "waterfall":
        changes = [mark for mark in chart.marks[1:] if not mark.total]
        told = [_ends(chart, chart.marks, language), *([_extremes(chart, changes, language)] if changes else [])]
    else:
        marks = [mark for group in by_name(chart.marks) for mark in _as_shares(chart, group)]
        told = [_extremes(chart, part, language) for part in by_series(tuple(marks)).values()]
    return [*told, _word("aside", language, marks=_listed(chart, chart.aside, language))] if chart.aside else told


def _as_shares(chart: Chart, group: tuple[Mark, ...]) -> Iterator[Mark]:
    """The marks of a name with the labels that the picture prints."""
    labels = share_labels(group) if chart.kind == "stacked-100" else [mark.label for mark in group]
    yield from (replace(mark, label=label) for mark, label in zip(group, labels, strict=True))


def _extremes(chart: Chart, marks: Sequence[Mark], language: str) -> str:
    high = max(marks, key=lambda mark: mark.value)
    low = min(marks, key=lambda mark: mark.value)
    return _word("extremes", language, high=_each(chart, high, language), low=_each(chart, low, language))


def _ends(chart: Chart, marks: Sequence[Mark], language: str) -> str:
    return _word("ends", language, first=_each(chart, marks[0], language), last=_each(chart, marks[-1], language))


def _shifts(chart: Chart, language: str) -> str:
    """How each name moved; of many, the one that rose most and the one that fell most, or least."""
    pairs = sorted((group for group in by_name(chart.marks)), key=lambda pair: pair[-1].value - pair[0].value)
    if len(pairs) <= FEW:
        told = _word("between", language).join(_shift(pair, language) for pair in pairs[::-1])
        return _word("all", language, marks=told)
    if pairs[0][-1].value >= pairs[0][0].value or pairs[-1][-1].value <= pairs[-1][0].value:
        told = _word("between", language).join(_shift(pair, language) for pair in (pairs[-1], pairs[0]))
        return _word("all", language, marks=told)
    return _word("shifts", language, up=_shift(pairs[-1], language), down=_shift(pairs[0], language))


def _shift(pair: tuple[Mark, ...], language: str) -> str:
    first, last = (_figure(mark, language) for mark in (pair[0], pair[-1]))
    return _word("shift", language, name=dict(pair[0].name).get(language, ""), first=first, last=last)


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
    name, label = _open(dict(mark.name).get(language, "")), _figure(mark, language)
    if len(chart.series) > 1 and mark not in chart.aside:
        name = _word("of", language, series=dict(chart.series[mark.series])[language], name=name)
    return named_figure(name, label, language) if name else label


def _figure(mark: Mark, language: str) -> str:
    """A mark's label, with its status in words in place of a sign."""
    label = dict(mark.label)[language]
    return _word(mark.status, language, label=label.removesuffix(SIGNS[mark.status])) if mark.status else label


def _point(mark: Mark, language: str) -> str:
    name, label = dict(mark.name).get(language, ""), _figure(mark, language)
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
