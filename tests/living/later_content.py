"""The sample contents as they are a quarter later: figures that changed, and rows, charts and sections that came and
went."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.living.samples import folder

FIGURES: dict[str, tuple[tuple[str, str], ...]] = {
    "ferry": (
        ("1286班", "1300班"),
        ("45.2万人次", "46.3万人次"),
        ("同比增长7.1%", "同比增长8.4%"),
        ("同比下降3.2%", "同比下降5.5%"),
        ("近4500万元", "近4700万元"),
        ("1860万元", "1990万元"),
        ("1240万元", "1150万元"),
        ("96.5%", "94.5%"),
        ("132人", "141人"),
    ),
    "shipped": (
        ("1.7万亿元", "1.9万亿元"),
        ("同比增长7.1%", "同比增长6.3%"),
        ("is: 178家", "is: 181家"),
        ("is: 33%", "is: 34%"),
        ("is: 46%", "is: 48%"),
        ("is: 67%", "is: 68%"),
        ("is: 70%", "is: 71%"),
        ("is: 80%", "is: 82%"),
        ("超过10亿美元", "超过12亿美元"),
    ),
}
"""What each content's facts.yaml says now, and what it says later."""

_WAGES = '    - ["{wages:what}", "{wages}"]\n'
_FUEL = '    - ["{fuel:what}", "{fuel}"]\n'
_TRIPS = '    - ["{trips:what}", "{trips}"]\n'
_PARAGRAPH = '- text: {zh: "新段落提到{crew}。[@books]", en: "A new paragraph tells of {crew}.[@books]"}\n'
_ITEM = '    - {zh: "新增一项：{trips}。", en: "One more: {trips}."}\n'
_PIER = """\
- text: {zh: 新码头启用后，候船时间明显缩短。, en: Waits have become much shorter since the new pier opened.}
"""
_CHART = """\
- chart:
    id: extra
    kind: bars
    title: {zh: 新图, en: A new chart}
    measure: {zh: 万元, en: RMB million}
    facts: [fares, wages]
"""

WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "sections/money.yaml": (
        (_WAGES, _WAGES + _TRIPS),
        (_FUEL, ""),
        ("- callout:", _PARAGRAPH + "- callout:"),
        ('better than expected."}\n', 'better than expected."}\n' + _ITEM),
    ),
    "sections/traffic.yaml": (
        (_PIER, _CHART),
        ("heading: {zh: 变化, en: What changed}", "heading: {zh: 变动, en: What has changed}"),
        ("{passengers_change}。[@log]", "{passengers_change}，船员{crew}。[@log]"),
        ("{passengers_change}.[@log]", "{passengers_change}, with a crew of {crew}.[@log]"),
    ),
    "briefing.yaml": (("[traffic, money, sources]", "[traffic, extra, money, sources]"),),
}
"""What else the ferry's content says later: a paragraph, a row, an item, a chart and a section more, some fewer."""

SECTION = """\
title: {zh: 新节, en: A new section}
blocks:
- text: {zh: "这一节说{fares}。[@books]", en: "This section says {fares}.[@books]"}
"""


def edited(source: Path, *changes: tuple[str, str, str]) -> Path:
    """A copy of a content folder in which files say something else: file, what it says, what it says then."""
    target = Path(mkdtemp(prefix="reportgen-later-")) / "content"
    shutil.copytree(source, target)
    for file, before, after in changes:
        path = target / file
        text = path.read_text(encoding="utf-8")
        assert before in text, before
        path.write_text(text.replace(before, after), encoding="utf-8")
    return target


@cache
def later(name: str) -> Path:
    """A sample content whose figures have changed."""
    return edited(folder(name), *(("facts.yaml", before, after) for before, after in FIGURES[name]))


@cache
def rebuilt() -> Path:
    """The ferry's content with other figures and other parts."""
    changes = [(file, before, after) for file, listed in WORDS.items() for before, after in listed]
    target = edited(later("ferry"), *changes)
    (target / "sections/extra.yaml").write_text(SECTION, encoding="utf-8")
    return target
