"""The general Chinese figure: `[qualifier] number [余多] [scale] [余多] [unit] [以上左右]`, and ranges of it.

Figures of a shape of their own (三分之一, 翻番, 第一) are in `zh_rules`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.numerals import digits, power_at, scaled
from reportgen.numbers.grammar.parts import Left, Tail
from reportgen.numbers.grammar.patterns import any_of
from reportgen.numbers.grammar.scan import Run, Step
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.quantity import QualifierType
from reportgen.numbers.zh.left_context import left_of
from reportgen.numbers.zh.number_patterns import AFTERWARDS, NUMBER, TO, qualified, value_of
from reportgen.numbers.zh.numerals import han, han_span
from reportgen.numbers.zh.reading_words import AFTER, BEFORE, HALVES, TAILS, VERBS, tail_at

SCALE = "个?多?万?亿(?!级)|万?亿|千亿|百亿|十亿|千万|百万|十万|万|千(?![瓦米克伏])|百(?!分|帕)"
_POWERS = {
    "万亿": 12, "千亿": 11, "百亿": 10, "十亿": 9, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2,
    "个亿": 8, "个多亿": 8, "多亿": 8, "个万亿": 12, "个多万亿": 12, "多万亿": 12,
}  # fmt: skip
_HALF = Decimal("0.5")


_HEAD = Pattern(rf"({NUMBER})(?:\s?([余多几]|来(?![源自到])))?(?:\s?({SCALE}))?(?:\s?([余多]|来(?![源自到])))?")
_SECOND = Pattern(rf"{TO}({NUMBER})({SCALE})?([余多])?")
_JOINS = frozenset(" ~～〜–-至到")
_BEHIND = Pattern(rf"(?:\s?({AFTERWARDS}))?(级(?!别))?(?:[/／]([十百千万亿]{{1,3}})[人户名])?")
_BEHINDS = frozenset(" 级/／") | {word[0] for word in AFTER}


@dataclass(slots=True)
class Reading:
    """A number and what follows it, on the way to a figure; `low` is the value where there is no `high`."""

    at: int
    end: int
    number: str
    low: Decimal
    high: Decimal | None
    power: int
    word: str | None
    more: str | None
    after: str | None
    colloquial: bool  # 4个亿 is money without saying so
    per: str | None


_HUNDREDTHS = Pattern("[0-9]{2}(?![0-9.%])")


_RAISED = frozenset("×x* ")


def general(run: Run, at: int) -> Step | None:
    """The figure that begins with the number at a place; None where the number counts nothing."""
    text = run.text
    head = _HEAD.match(text, at)
    if head is None:
        return None
    number, inside, scale, outside = head.groups()
    power = _POWERS[scale] if scale else 0
    high = None
    if number[0] <= "9":
        if number[0] == "0" and number[1:2].isdigit():
            return None, head.end(1)  # 皖01民初: a code
        low = digits(number)
    elif (span := han_span(number)) is not None:
        low, high = span[0], scaled(span[1], power)
    elif (value := han(number)) is not None:
        low = value
    else:
        return None
    if inside and scale and high is None and number[0] > "9":  # 一亿零一十余万: the scale is part of the numeral
        low = han(number + scale) or scaled(low, power)
    else:
        low = scaled(low, power)
    stop = head.end()
    end, word, behind = tail_at(run.tails, text, stop)
    if word is None and text[end : end + 1] in _RAISED and (raised := power_at(text, end)):  # 12.3×10⁹
        low = scaled(low, raised[0])
        end, word, behind = tail_at(run.tails, text, raised[1])
    made = Reading(
        at, end, number, low, high, power, word, inside or outside or behind, None,
        scale is not None and scale[0] == "个", None,
    )  # fmt: skip
    if text[end : end + 1] in _JOINS and (joined := _SECOND.match(text, end)):
        _range(run, made, joined)
    level = None
    if text[made.end : made.end + 1] in _BEHINDS and (after := _BEHIND.match(text, made.end)):
        made.after, level, made.per = after.groups()
        made.end = after.end()
    if made.word == "秒" and (hundredths := _HUNDREDTHS.match(text, made.end)):  # 10秒93
        made.low, made.end = made.low + digits("0." + hundredths[0]), hundredths.end()
    elif made.word == "分" and _is_minutes(run, made):
        made.word = "分钟"
    if made.word in HALVES:
        made.low, made.word = made.low + _HALF, HALVES[made.word]
    elif made.word and made.word.startswith("个多"):
        made.word, made.more = "个" + made.word[2:], "多"
    return _judged(run, made, level is not None)


_SECONDS = Pattern("[0-9]{1,2}秒")


def _is_minutes(run: Run, made: Reading) -> bool:
    """Whether 分 tells minutes and no points: between hours and seconds (2小时19分24秒)."""
    hours = run.found and run.found[-1].end == made.at and run.found[-1].unit == "hour"
    return bool(hours) or _SECONDS.match(run.text, made.end) is not None


def _range(run: Run, made: Reading, joined: re.Match[str]) -> None:
    """Takes the second number as the upper end, where it is one: 5%到3家 is two figures."""
    upper_text, scale, more = joined.groups()
    upper = value_of(upper_text)
    tails = run.tails
    end, second, _ = tail_at(tails, run.text, joined.end())
    first = made.word
    if upper is None or (first and (not second or tails.table.get(first) != tails.table.get(second))):
        return
    power = _POWERS[scale] if scale else 0
    upper = scaled(upper, power)
    low = made.low if made.power or first else scaled(made.low, power)
    low = low if low < upper else made.low  # 1000～1万元: the scale is the second's own
    if low >= upper:
        return
    made.low, made.high, made.word, made.more, made.end = low, upper, second, made.more or more, end


# ---- whether it is a figure ----

_BARE = Pattern("[百千万亿]+")
_HEADER = tuple("（(：:/／")
_LETTERS = Pattern(r"[A-Za-z]+[A-Za-z0-9-]*")
_PRODUCT = Pattern(r"(?=[A-Za-z]*[a-z])[A-Za-z]{2,}\s$")
_GRAND = Pattern("城市|俱乐部|产业|集群|企业|园区|强县|项目|赛道|市场|新区")
_OBSTACLE = Pattern("[^，。；、]{0,8}(?:技术|难题|瓶颈|关键|核心|卡脖子)")


def _judged(run: Run, made: Reading, level: bool) -> Step | None:
    text, at = run.text, made.at
    tail = run.tails.table[made.word] if made.word else None
    bare = False
    if made.number[0] > "9":
        bare = _BARE.fullmatch(made.number) is not None
        if not (level and made.number[-1] in "万亿") and not _han_counts(made, tail, bare):  # 三级 is a class
            return None
    elif tail is None and made.high is None and not made.power:
        if letters := _LETTERS.match(text, made.end):
            return None, letters.end()
        if text[at - 1 : at] == " " and made.low < 1000 and _PRODUCT.search(text, max(0, at - 20), at):
            return None, made.end  # iPhone 15
    if level and (made.power >= 4 or made.number[-1] in "万亿") and (tail is None or tail.kind == "money"):
        unit = tail.unit if tail else "CNY"
        return run.figure(at, made.end, "level", made.low, unit=unit, tail=made.word or "")
    if bare and tail is None and made.number[-1] == "亿" and _GRAND.match(text, made.end):  # 万亿城市
        return run.figure(at, made.end, "level", made.low, unit="CNY", weak=True)
    left = left_of(text, at, run.floor, made.number)
    if left.qform == "突破" and made.word in ("项", "个", "类") and _OBSTACLE.match(text, made.end):
        left = Left(at)  # 突破18项关键技术: a breakthrough, no excess
    if bare and not level and not _bare_counts(run, made, tail, left):
        return None, made.end
    if made.word == "日" and made.high is not None:
        return None, made.end  # 5至8日: days of a month that is told elsewhere
    if made.more == "几":
        order = Decimal(10) ** (len(str(int(made.low))) - 1)
        unit = tail.unit if tail else None
        return run.figure(left.start, made.end, "vague", order=order, tail=made.word or "", unit=unit)
    return _typed(run, made, tail, left, bare and not level)


def _han_counts(made: Reading, tail: Tail | None, bare: bool) -> bool:
    """Whether a Chinese numeral counts something here: 三家, 三成 and 三千万 do, 三级, 二期 and 三亚 do not."""
    number = made.number
    if number in ("零", "〇") and tail and tail.kind == "count":
        return False  # 零起步, 零件
    if tail is None:
        if made.more in ("余", "多") and made.power >= 4:
            return True  # 二十余万
        return number[-1] in "万亿" and len(number) > 1 and (bare or made.low > 10_000)
    if not tail.han and made.high is None and not (len(number) > 1 and tail.kind in ("measure", "duration")):
        return False
    if number == "二" and tail.kind == "count":
        return False
    if made.word in ("大", "大类") and number == "一":
        return False
    return not (tail.kind == "tenths" and made.low > 10)


def _bare_counts(run: Run, made: Reading, tail: Tail | None, left: Left) -> bool:
    """Whether 百, 万, 亿 without a digit are a number: 百余家 and 百亿元 are, 万元 in a table's head is not."""
    if left.qualifier or made.more or made.after or made.high is not None:
        return True
    if tail is None or tail.kind == "duration" or run.text[made.at - 1 : made.at] in _HEADER:
        return False
    return len(made.number) > 1 or tail.kind == "count"


# ---- what it says ----

_TITLE_END = Pattern("[》〉”]")
_FAR = Pattern(r"(不超过|不足|不到|不低于|超过|高于|接近|约|近|超)(?P<gap>[^，。；：、,;0-9]{1,12})$")
_EACH = Pattern(rf"({any_of(BEFORE)})每[^，。；：、0-9]{{1,5}}$")
_LASTING = Pattern("历时|用时|耗时|长达|持续|为期|已有|了$")
_DIRECTED = frozenset({"percent", "pp", "permille", "bp", "multiple", "tenths", "money", "count", "measure"})
_SHIFTS = {"permille": ("percent", -1), "bp": ("pp", -2)}


def shift_of(word: str) -> int:
    """The power of ten between what a tail counts and how it is told: a basis point is 0.01 points."""
    tail = TAILS.get(word)
    return _SHIFTS[tail.kind][1] if tail and tail.kind in _SHIFTS else 0


def _typed(run: Run, made: Reading, tail: Tail | None, left: Left, bare: bool) -> Step | None:
    text, low, high, start = run.text, made.low, made.high, left.start
    kind, unit = (tail.kind, tail.unit) if tail else ("count", None)
    qualifier, qform = qualified(left, made.more, made.after)
    direction = VERBS.get(left.verb) if left.verb and not left.to and kind in _DIRECTED else None
    form, weak = "", tail is not None and tail.weak
    if kind in ("count", "duration", "measure"):
        if kind == "count":
            if left.currency or made.colloquial:
                kind, unit = "money", left.currency or "CNY"
            elif tail is None and not qualifier and not made.power and _is_year(made):
                if _TITLE_END.match(text, made.end) and text[made.at - 1 : made.at].isalpha():
                    return None, made.end  # 《中国制造2025》
                return run.figure(made.at, made.end, "date", made.number)
            weak = weak or (bare and not qualifier and len(made.number) == 1)
        elif kind == "duration" and qform == "近" and not _lasts(run, unit, start):
            qualifier = qform = None  # 近三年: the last three years
        weak = weak or (made.number == "一" and high is None and not qualifier)
        weak = weak or (made.number[0] > "9" and _is_slogan(text, made))
        if kind != "duration" and (rated := _rate(run, made, start, bare, qualifier, qform)):
            return rated
    elif kind == "pp":
        direction = direction or _far_direction(text, run.floor, start)
    elif kind == "money":
        unit = left.currency if left.currency and left.currency != "CNY" else unit
    elif kind in _SHIFTS:
        kind, power = _SHIFTS[kind]
        low, high = scaled(low, power), None if high is None else scaled(high, power)
    elif kind == "tenths":
        return _tenths(run, made, left)
    elif kind == "fan":
        return None
    elif kind == "multiple":
        form = "to" if left.to else "increase" if left.verb else "of"
        start = left.begin if left.verb else start
        if form == "increase":
            low, high = low + 1, None if high is None else high + 1
    if qualifier is None:
        if kind in ("multiple", "percent"):
            qualifier, qform = far_qualifier(text, left.start, kind == "multiple")
        elif (
            kind == "money"
            and "每" in text[max(0, start - 6) : start]
            and (each := _EACH.search(text, max(0, start - 10), start))
        ):  # 突破每盎司2400美元
            qualifier, qform = BEFORE[each[1]], each[1]
    if (
        text[start - 1 : start] in ("-", "−")
        and start == made.at
        and high is None
        and _signs(text[start - 2 : start - 1], kind, unit)
    ):
        low, start = -low, start - 1
    elif unit == "C" and high is None and text.endswith("零下", 0, start):
        low, start = -low, start - 2
    value, low = (low, None) if high is None else (None, low)
    found = Found(
        run.source, start, made.end, kind, value, low, high, unit, qualifier, qform, made.word or "", form, direction,
        weak, None, None, False, made.power,
    )  # fmt: skip
    return found, made.end


def _signs(before: str, kind: str, unit: str | None) -> bool:
    """Whether a hyphen is a minus: not in 2020-35 and A-3, but in 同比-1.3% and 低至-35℃."""
    if not before.isalnum():
        return True
    return not before.isascii() and (kind in ("percent", "pp", "money") or unit == "C")


def far_qualifier(text: str, start: int, loose: bool) -> tuple[QualifierType | None, str | None]:
    """A qualifier parted from its figure by what the share is of: 不超过总投资的一半, 超过上次纪录两倍."""
    if text[start - 1 : start] != "的" and not loose:
        return None, None
    found = _FAR.search(text, max(0, start - 18), start)
    if found is None or not (found["gap"].endswith("的") or found[1] in ("超过", "高于")):
        return None, None
    return BEFORE[found[1]], found[1]


_SLOGAN = Pattern('[^，。；、”"」]{1,8}[”"」]')


def _is_slogan(text: str, made: Reading) -> bool:
    """两个“毫不动摇” and “三个区分开来”: a number that belongs to the name of what it counts."""
    if text.startswith(("“", "《"), made.end):
        return True
    return text[made.at - 1 : made.at] in tuple("“「") and _SLOGAN.match(text, made.end) is not None


_FAR_VERB = Pattern(rf"(?:{any_of(VERBS)})(?=[^，。；：、0-9]{{0,10}}$)")


def _far_direction(text: str, floor: int, start: int) -> str | None:
    """The way of points whose verb stands before what they are of: 下调存款准备金率0.5个百分点."""
    found = _FAR_VERB.search(text, max(floor, start - 14), start)
    return VERBS[found[0]] if found else None


def _lasts(run: Run, unit: str | None, start: int) -> bool:
    """Whether 近 before a time is a qualifier: 历时近三年, 近8小时."""
    if unit not in ("year", "month", "day", "week"):
        return True
    return _LASTING.search(run.text, max(0, start - 3), start) is not None


def _is_year(made: Reading) -> bool:
    number = made.number
    return len(number) == 4 and number.isdigit() and "1900" <= number <= "2099" and made.high is None


_FIFTHS = Pattern(rf"([一二三四五六七八九半])({AFTERWARDS})?(?![一二三四五六七八九十百千万亿个家项年月])")


def _tenths(run: Run, made: Reading, left: Left) -> Step:
    """六成, 六成五, 七八成."""
    low, high, end = made.low, made.high, made.end
    qualifier, qform = qualified(left, made.more, made.after)
    fifths = _FIFTHS.match(run.text, end) if high is None and not made.after else None
    if fifths:
        fifth = _HALF if fifths[1] == "半" else scaled(han(fifths[1]) or Decimal(0), -1)  # 一成半 is 15%
        low, end = low + fifth, fifths.end()
        if fifths[2] and not qualifier:
            qualifier, qform = AFTER[fifths[2]], fifths[2]
    way = None if left.to else VERBS.get(left.verb)
    value, low = (low * 10, None) if high is None else (None, low * 10)
    high = None if high is None else high * 10
    return run.figure(
        left.start, end, "percent", value, low=low, high=high, qualifier=qualifier, qform=qform, tail="成",
        form="tenths", direction=way,
    )  # fmt: skip


_OUT_OF = Pattern("中[就有约近仅只]")  # 每10人中就有7人
_GAP = Pattern(r"[^，。；：、！？,;:!?0-9]{0,16}")


def _rate(
    run: Run, made: Reading, start: int, bare: bool, qualifier: QualifierType | None, qform: str | None
) -> Step | None:
    """每万人14件 and 14件/万人; 每万人 alone is kept until its figure comes."""
    each = run.text[made.at - 1 : made.at] == "每"
    if made.per:
        begin, per = start, han(made.per)
    elif _is_base(run, made, each or bare):
        run.per = (made.low, made.at - each, made.end)
        return None, made.end
    elif run.per:
        per, begin, end = run.per
        run.per = None
        gap = _GAP.match(run.text, end)
        if gap is None or gap.end() < start or _OUT_OF.search(gap[0]):
            return None
    else:
        return None
    said: dict[str, Any] = {"tail": made.word or "", "qualifier": qualifier, "qform": qform}
    return run.figure(begin, made.end, "rate", made.low, per=per, **said)


def _is_base(run: Run, made: Reading, maybe: bool) -> bool:
    """Whether a number is what the next is told for: 每万人, 百人 before 拥有."""
    if not maybe or made.high is not None or made.low < 10 or made.low != Decimal(10) ** made.low.adjusted():
        return False
    if run.text[made.at - 1 : made.at] == "每":
        return True
    return made.word == "人" and run.text.startswith(("拥有", "平均"), made.end)
