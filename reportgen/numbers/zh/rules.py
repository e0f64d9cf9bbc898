"""Chinese figures of a shape of their own: periods, 数百, 成千上万, 翻番; and what counts nothing.

Shares, scores and places in an order have modules of their own; the general figure is in `figure`.
"""

from __future__ import annotations

from decimal import Decimal

from reportgen.numbers.grammar.parts import Left
from reportgen.numbers.grammar.patterns import any_of
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.labels import label_end
from reportgen.numbers.zh.masks import masked
from reportgen.numbers.zh.number_patterns import CONGRESS, qualified, value_of
from reportgen.numbers.zh.numerals import han
from reportgen.numbers.zh.period_grammar import PeriodStretch, lettered_at, period_at
from reportgen.numbers.zh.reading_words import BEFORE, IDIOMS, tail_at
from reportgen.numbers.zh.scores import is_scored

_IDIOM = Pattern(
    f"{any_of(IDIOMS)}|{CONGRESS}"
    "|[十百千万亿]{1,3}(?:[港美欧日]?[元圆]|欧元)(?:(?=位?列[示报]|呈列|为单位|表示)|(?=[)）])(?<=[(（]百万元))"
    "|[一二三四五六七八九十]{1,3}(?:届[一二三四五六七]中全会|国(?=集团|联军|峰会|杯|演义)"
    "|号(?!召)[线楼机文令院门馆厅公地]?)"
    "|[一二三四五六七八九十]{1,3}[时点](?:[一二三四五]?十?[一二三四五六七八九]?分|半|整|许|钟)"
)
_WEEKDAY = Pattern("(?:(?<![每一两几])周|星期|礼拜)$")
_ONE_DAY = Pattern("[一二三四五六](?![十百千万亿])")


def idiom(run: TextScan, at: int) -> ScanStep | None:
    """一批, 一系列, 二十届三中全会: phrases that count nothing."""
    found = _IDIOM.match(run.text, at)
    if found is None and at and run.text[at - 1] in "周期拜" and _WEEKDAY.search(run.text, max(0, at - 2), at):
        found = _ONE_DAY.match(run.text, at)  # 周五大地震
    return (None, found.end()) if found else None


def code(run: TextScan, at: int) -> ScanStep | None:
    if stretch := lettered_at(run.text, at):
        return run.figure(at - 1, stretch.end, "date", stretch.code)
    end = masked(run.tails, run.text, at)
    if end and _COLON.match(run.text, at) and _is_compared(run, at):
        return None
    return (None, end) if end else None


def label(run: TextScan, at: int) -> ScanStep | None:
    """图3, 波音737: the number behind a word that makes it a label."""
    end = label_end(run.tails, run.text, at)
    return (None, end) if end else None


_OPENING = frozenset("季0123456789一二两三四五六七八九十 ")


def opening(run: TextScan, at: int) -> ScanStep | None:
    """首季, 首8个月: the first part of a year."""
    return period(run, at) if run.text[at + 1 : at + 2] in _OPENING else None


_COLON = Pattern("[0-9]{1,2}[:：][0-9]")
_COMPARED = Pattern("[比例][为是约达]?$")


def _is_compared(run: TextScan, at: int) -> bool:
    """Whether what looks like a time of day is a ratio or a score: 师生比为1:16, 比分为22:25."""
    return is_scored(run, at) or _COMPARED.search(run.text, max(0, at - 3), at) is not None


def period(run: TextScan, at: int) -> ScanStep | None:
    stretch = period_at(run.text, at)
    if stretch is None or _is_amount(run, stretch):
        return None
    kind = "hint" if stretch.hint or stretch.code.startswith("---") else "date"
    quoted = stretch.code.startswith("FYP") and run.text[at - 1 : at] in tuple('“"「')
    made = run.figure(at - quoted - stretch.lead, stretch.end, kind, stretch.code, eop=stretch.eop)
    for start, end, code in stretch.also:
        run.found.append(made[0])
        made = run.figure(start, end, kind, code)
    return made


def _is_amount(run: TextScan, stretch: PeriodStretch) -> bool:
    """Whether what looks like two years has a unit: 1750至2100百帕; 2018至2020升级 and 2014至2018克里米亚 have none."""
    if stretch.code[4:5] != "/" or not run.text.endswith(stretch.code[5:], 0, stretch.end):
        return False
    end, word, _ = tail_at(run.tails, run.text, stretch.end)
    if word is None or (len(word) == 1 and run.text[end : end + 1].isalpha()):
        return False
    return run.tails.table[word].unit is not None


_VAGUE = Pattern("(数|好?几)([十百千万亿]{1,4})(?!分[之比])[余多]?")
_COUNTS = frozenset("人次总件户指系倍分参函位个岁字点少多整复基奇偶")  # 多数百姓, 两位数百分比


def vague(run: TextScan, at: int) -> ScanStep | None:
    """数十, 几百, 数亿元."""
    found = None if run.text[at - 1 : at] in _COUNTS and run.text[at] == "数" else _VAGUE.match(run.text, at)
    order = han(found[2]) if found else None
    if found is None or order is None:
        return None
    end, word, _ = tail_at(run.tails, run.text, found.end())
    tail = run.tails.table.get(word or "")
    unit = tail.unit if tail else None
    return run.figure(at, end, "vague", order=order, unit=unit, qform=found[1][-1], tail=word or "")


_MANY = Pattern("成千上万|成百上千|成千累万|千千万万|(?:数以|以)(?P<order>[十百千万亿]{1,3})计")


def many(run: TextScan, at: int) -> ScanStep | None:
    """成千上万, 数以百万计."""
    found = _MANY.match(run.text, at)
    if found is None:
        return None
    order = han(found["order"]) if found["order"] else Decimal(100 if found[0] == "成百上千" else 10_000)
    return run.figure(at, found.end(), "vague", order=order, qform="数", weak=True)


_DOUBLED = Pattern(
    r"翻(?:了|到|上)?(?P<q>近|超过|超|约|不止)?(?:(?P<n>[一二两三四五六]|[0-9])番|番(?![茄薯])|[一1]?倍)(?:还)?(?P<after>多|以上|有余)?"
)


_NEARLY = Pattern("(几乎|接近|将近|大约|约)已?$")


def doubled(run: TextScan, at: int) -> ScanStep | None:
    """翻番, 翻了一番, 翻两番, 翻倍."""
    found = _DOUBLED.match(run.text, at)
    if found is None:
        return None
    times = value_of(found["n"]) if found["n"] else None
    word, start = found["q"], at
    if word is None and (before := _NEARLY.search(run.text, max(run.floor, at - 3), at)):  # 几乎翻了一番
        word, start = before[1], before.start()
    qualifier, qform = qualified(Left(start, None, BEFORE[word] if word else None, word), found["after"])
    factor = Decimal(2) ** int(times or 1)
    return run.figure(
        start, found.end(), "multiple", factor, qualifier=qualifier, qform=qform, form="fan", direction="up"
    )
