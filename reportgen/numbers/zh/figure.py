"""The general Chinese figure: `[qualifier] number [余多] [scale] [余多] [unit] [以上左右]`, and ranges of it.

What it says, by what stands behind the number: `figure_kinds`. Figures of a shape of their own (三分之一, 翻番, 第一):
`rules`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reportgen.numbers.grammar.numerals import digits, power_at, scaled
from reportgen.numbers.grammar.parts import Left, Tail
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.figure_kinds import HALF, ChineseReading, typed
from reportgen.numbers.zh.mixed_numbers import GAPPED, MIXED, SCALE_LETTERS, by_letter, mixed_value
from reportgen.numbers.zh.number_patterns import AFTERWARDS, NUMBER, TO, value_of
from reportgen.numbers.zh.numerals import han, han_span
from reportgen.numbers.zh.reading_words import AFTER, HALVES, tail_at
from reportgen.numbers.zh.signs import signed_left

SCALE = "个?多?万?亿(?!级)|万?亿|千亿|百亿|十亿|千万|百万|十万|万|千(?![瓦米克伏帕卡牛焦字赫])|百(?!分|帕)"
_POWERS = {
    "万亿": 12, "千亿": 11, "百亿": 10, "十亿": 9, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2,
    "个亿": 8, "个多亿": 8, "多亿": 8, "个万亿": 12, "个多万亿": 12, "多万亿": 12,
}  # fmt: skip

_MUCH = "多(?!边|功能|元化|样|维|层|媒体|模态|民族|肽|孔)"
_SOME = "(?<=[0十百千万亿])来(?![源自到访回])"
_HEAD = Pattern(
    rf"({NUMBER})(?:\s?(余|(?<=[0十百千万])几|{_MUCH})|({_SOME}))?(?:\s?({SCALE}))?(?:\s?([余]|{_MUCH})|({_SOME}))?"
)
_SECOND = Pattern(rf"{TO}({NUMBER})(?:\s?({SCALE}))?([余多])?")
_JOINS = frozenset(" ~～〜–-至到")
_BEHIND = Pattern(
    rf"(?:\s?({AFTERWARDS}))?(级(?!别))?(?:[/／]((?:10{{0,2}})?[十百千万亿]{{1,3}})(?:[人户名]|(?![0-9A-Za-z一-鿿])))?"
)
_BEHINDS = frozenset(" 级/／") | {word[0] for word in AFTER}
_HUNDREDTHS = Pattern("[0-9]{2}(?![0-9.%])")
_RAISED = frozenset("×x* ")


_GAPS = (" ", "，")


def general(run: TextScan, at: int) -> ScanStep | None:
    """The figure that begins with the number at a place; None where the number counts nothing."""
    text = run.text
    head = _HEAD.match(text, at)
    if head is None:
        return None
    following = text[head.end(1) : head.end(1) + 1]
    if (following in _GAPS or text[head.end() : head.end() + 1].isdigit()) and (whole := _whole(run, head)) is not None:
        return whole
    if head[1][0] == "0" and head[1][1:2].isdigit() and not (run.found and run.found[-1].end == at):
        return None, head.end(1)  # 皖01民初: a code; 2小时05分 is none
    made = _followed(run, head)
    if made is None:
        return None
    if text[made.end : made.end + 1] in _JOINS and (joined := _SECOND.match(text, made.end)):
        _range(run, made, joined)
    level = None
    if text[made.end : made.end + 1] in _BEHINDS and (after := _BEHIND.match(text, made.end)):
        made.after, level, made.per = after.groups()
        made.end = after.end()
    word = made.word
    if word is not None and (word in _PARTED or word.startswith("个多")):
        _settle_word(run, made, word)
    return _judged(run, made, level is not None)


def _whole(run: TextScan, head: re.Match[str]) -> ScanStep | None:
    """A number whose groups are parted by spaces (327 289吨), or told scale by scale (1万2千元, 10亿3000万元)."""
    text, at, end = run.text, head.start(), head.end(1)
    following = text[end : end + 1]
    if following in _GAPS and end - at < 4 and text[end + 1 : end + 4].isdigit():
        gapped = GAPPED.match(text, at)
        if gapped is None or head[1][0] > "9":
            return None
        value, last = digits(gapped[0].replace("，", "")), gapped.end()
        power, after = 0, tail_at(run.tails, text, last)
        if after[1] is None and (scale := _SCALE.match(text, last)):
            power, last = _POWERS[scale[1]], scale.end()
            after = tail_at(run.tails, text, last)
        if after[1] is None and not power and gapped[0].count(" ") < 2:
            return None
    elif head[4] and text[head.end() : head.end() + 1].isdigit() and head[1][0] <= "9":
        mixed = MIXED.match(text, at)
        value = mixed_value(mixed[0]) if mixed else None
        if mixed is None or value is None:
            return None
        last, power = mixed.end(), 0
        after = tail_at(run.tails, text, last)
    else:
        return None
    end, word, behind = after
    made = ChineseReading(
        at, end if word else last, head[1], scaled(value, power), None, power, word, behind, None, False, None
    )
    if ranged := _BEHIND.match(text, made.end):
        made.after, _, made.per = ranged.groups()
        made.end = ranged.end()
    return _judged(run, made, False)


_SCALE = Pattern(rf"\s?({SCALE})")


def _followed(run: TextScan, head: re.Match[str]) -> ChineseReading | None:
    """The number with the scale and the unit that follow it; None where the characters make no number."""
    number, inside, some, scale, outside, rest = head.groups()
    inside, outside = inside or some, outside or rest
    power = _POWERS[scale] if scale else 0
    if number[0] <= "9":
        low, high = digits(number), None
        if power:
            low = scaled(low, power)
    elif ends := _han_ends(number, scale, power, inside):
        low, high = ends
    else:
        return None
    end, word, behind = tail_at(run.tails, run.text, head.end())
    if word is None and run.text[end : end + 1] in _RAISED and (raised := power_at(run.text, end)):  # 12.3×10⁹
        low = scaled(low, raised[0])
        end, word, behind = tail_at(run.tails, run.text, raised[1])
    if word is None and not power and run.text[end : end + 2].strip()[:1] in SCALE_LETTERS:
        low, end, word = by_letter(run, low, end)
    more, colloquial = inside or outside or behind, scale is not None and scale[0] == "个"
    return ChineseReading(head.start(), end, number, low, high, power, word, more, None, colloquial, None)


def _han_ends(number: str, scale: str | None, power: int, inside: str | None) -> tuple[Decimal, Decimal | None] | None:
    """The value of a numeral and its scale, or both ends of what two neighboring digits say."""
    if (span := han_span(number)) is not None:
        return scaled(span[0], power), scaled(span[1], power)
    value = han(number)
    if value is None:
        return None
    if inside and scale and scale[0] not in "个多":  # 一亿零一十余万: the scale is part of the numeral
        return han(number + scale) or scaled(value, power), None
    return scaled(value, power), None


_PARTED = frozenset({"秒", "分", "元", "块", *HALVES})


def _settle_word(run: TextScan, made: ChineseReading, word: str) -> None:
    """What a unit takes with it: hundredths of a second, a half, 多."""
    if word == "秒":
        if hundredths := _HUNDREDTHS.match(run.text, made.end):  # 10秒93
            made.low, made.end = made.low + digits("0." + hundredths[0]), hundredths.end()
    elif word == "分":
        if _is_minutes(run, made):
            made.word = "分钟"
    elif word in HALVES:
        made.low, made.word = made.low + HALF, HALVES[word]
        if run.text[made.end : made.end + 1] in _JOINS and (joined := _SECOND.match(run.text, made.end)):
            _range(run, made, joined)  # 一年半到两年
    elif word in ("元", "块"):
        if change := _CHANGE.match(run.text, made.end):  # 12元5角, 3块5
            made.low += scaled(value_of(change[1]) or Decimal(0), -1) + scaled(
                value_of(change[2] or "0") or Decimal(0), -2
            )
            made.word, made.end = "元", change.end()
    else:
        made.word, made.more = "个" + word[2:], "多"


_CHANGE = Pattern(
    "([0-9一二三四五六七八九])(?:[角毛](?:([0-9一二三四五六七八九])分)?|(?<=块[0-9一二三四五六七八九])(?![0-9.一二三四五六七八九十百千万]))钱?"
)
_SECONDS = Pattern("[0-9]{1,2}秒")


def _is_minutes(run: TextScan, made: ChineseReading) -> bool:
    """Whether 分 tells minutes and no points: between hours and seconds (2小时19分24秒)."""
    hours = run.found and run.found[-1].end == made.at and run.found[-1].unit == "hour"
    return bool(hours) or _SECONDS.match(run.text, made.end) is not None


_YEAR = Pattern("(?:19|20)(?!00)[0-9]{2}")


def _range(run: TextScan, made: ChineseReading, joined: re.Match[str]) -> None:
    """Takes the second number as the upper end, where it is one: 5%到3家 is two figures."""
    upper_text, scale, more = joined.groups()
    upper = value_of(upper_text)
    tails = run.tails
    end, second, _ = tail_at(tails, run.text, joined.end())
    first, half = made.word, second in HALVES
    second = HALVES[second] if half and second else second
    if upper is None or (first and (not second or tails.table.get(first) != tails.table.get(second))):
        return
    if second == "年" and not first and made.low < 1000 and _YEAR.fullmatch(upper_text + (scale or "")):
        return  # 从2018年的11.6到2024年的19.8
    power = _POWERS[scale] if scale else 0
    upper = scaled(upper, power)
    if half:
        upper += HALF
    low = made.low if made.power or first else scaled(made.low, power)
    low = low if low < upper else made.low  # 1000～1万元: the scale is the second's own
    if low >= upper or (second == "年" and 1000 <= upper < 3000 and low < 1000):  # 两年至2018年
        return
    made.low, made.high, made.word, made.more, made.end = low, upper, second, made.more or more, end


# ---- whether it is a figure ----

_BARE = Pattern("[百千万亿]+")
_HEADER = tuple("（(：:/／")
_LETTERS = Pattern(r"[A-Za-z]+[A-Za-z0-9-]*")
_PRODUCT = Pattern(r"(?=[A-Za-z]*[a-z])[A-Za-z]{2,}\s$")
_GRAND = Pattern("城市|俱乐部|产业|集群|企业|园区|强县|项目|赛道|市场|新区")
_OBSTACLE = Pattern("[^，。；、]{0,8}(?:技术|难题|瓶颈|关键|核心|卡脖子)")


def _judged(run: TextScan, made: ChineseReading, level: bool) -> ScanStep | None:
    tail = run.tails.table[made.word] if made.word else None
    bare = made.number[0] > "9" and _BARE.fullmatch(made.number) is not None
    if made.number[0] > "9":
        if not _han_counts(made, tail, bare, level):
            return None
    elif tail is None and made.high is None and not made.power and (end := _name_end(run.text, made)):
        return None, end
    if (level or bare) and (labeled := _level(run, made, tail, level, bare)):
        return labeled
    left, negative = signed_left(run, made.at, made.number, tail.kind if tail else "count", tail.unit if tail else None)
    if left.qform == "突破" and _is_breakthrough(run.text, made):
        left = Left(made.at)
    if bare and not level and not _bare_counts(run, made, tail, left):
        return None, made.end
    if made.more == "几":
        return _vague(run, made, tail, left)
    return typed(run, made, tail, left, bare and not level, negative)


def _is_breakthrough(text: str, made: ChineseReading) -> bool:
    """突破18项关键技术: a breakthrough, no excess."""
    return made.word in ("项", "个", "类") and _OBSTACLE.match(text, made.end) is not None


def _vague(run: TextScan, made: ChineseReading, tail: Tail | None, left: Left) -> ScanStep:
    """十几家."""
    order = Decimal(10) ** (len(str(int(made.low))) - 1)
    unit = tail.unit if tail else None
    return run.figure(left.start, made.end, "vague", made.low, order=order, tail=made.word or "", unit=unit)


def _name_end(text: str, made: ChineseReading) -> int:
    """Where a name ends that the digits belong to (5G, iPhone 15); 0 where there is none."""
    if letters := _LETTERS.match(text, made.end):
        return letters.end()
    named = text[made.at - 1 : made.at] == " " and made.low < 1000
    return made.end if named and _PRODUCT.search(text, max(0, made.at - 20), made.at) else 0


def _level(run: TextScan, made: ChineseReading, tail: Tail | None, level: bool, bare: bool) -> ScanStep | None:
    """万亿级, and 万亿城市 without saying 级."""
    large = made.power >= 4 or made.number[-1] in "万亿"
    if level and large and (tail is None or tail.kind == "money"):
        unit = tail.unit if tail else "CNY"
        return run.figure(made.at, made.end, "level", made.low, unit=unit, tail=made.word or "")
    if bare and tail is None and made.number[-1] == "亿" and _GRAND.match(run.text, made.end):
        return run.figure(made.at, made.end, "level", made.low, unit="CNY", weak=True)
    return None


def _han_counts(made: ChineseReading, tail: Tail | None, bare: bool, level: bool) -> bool:
    """Whether a Chinese numeral counts something here: 三家, 三成 and 三千万 do, 三级, 二期 and 三亚 do not."""
    number = made.number
    if level and number[-1] in "万亿":
        return True
    if number in ("零", "〇") and tail and tail.kind == "count":
        return False  # 零起步, 零件
    if tail is None:
        return _uncounted_counts(made, bare)
    if not tail.han and made.high is None and not (len(number) > 1 and tail.kind in ("measure", "duration")):
        return False
    if number == "二" and tail.kind == "count":
        return False
    if made.word in ("大", "大类") and number == "一":
        return False
    return not (tail.kind == "tenths" and made.low > 10)


def _uncounted_counts(made: ChineseReading, bare: bool) -> bool:
    """二十余万 and 三千万 need nothing behind them."""
    if made.more in ("余", "多") and made.power >= 4:
        return True
    if made.number[-1] in "万亿" and len(made.number) > 1 and (bare or made.low > 10_000):
        return True
    return made.low >= 1000 and _THOUSANDS.match(made.number) is not None  # 两万五, 一万零三十


_THOUSANDS = Pattern("[一二两三四五六七八九].*[千万亿].")


def _bare_counts(run: TextScan, made: ChineseReading, tail: Tail | None, left: Left) -> bool:
    """Whether 百, 万, 亿 without a digit are a number: 百余家 and 百亿元 are, 万元 in a table's head is not."""
    if left.qualifier or made.more or made.after or made.high is not None:
        return True
    if tail is None or tail.kind == "duration" or run.text[made.at - 1 : made.at] in _HEADER:
        return False
    if left.currency and _is_stated(run.text, left.start, made.end):
        return False
    return len(made.number) > 1 or tail.kind == "count"


def _is_stated(text: str, start: int, end: int) -> bool:
    """Whether it tells what a table counts in, and no amount: （港币百万元）, 以人民币百万元计."""
    before = text[start - 1 : start] if start else ""
    return before in _HEADER or (before == "以" and text[end : end + 1] in "计列呈")
