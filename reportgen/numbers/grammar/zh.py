"""The grammar of figures in Chinese prose: where they stand and what they say.

A candidate is a numeral character; the rules for that character are tried there in turn, and what stands left of it is
read backwards. Chinese numerals count only before something that can be counted, so that 三亚 and 统一 are nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.numerals import digits, han, han_span, scaled
from reportgen.numbers.grammar.zh_left import Left, left_of
from reportgen.numbers.grammar.zh_masks import masked
from reportgen.numbers.grammar.zh_periods import lettered_at, period_at
from reportgen.numbers.grammar.zh_words import (
    AFTER,
    HALVES,
    BEFORE,
    HALVES,
    IDIOMS,
    INSIDE,
    TAILS,
    VERBS,
    Tail,
    any_of,
    tail_pattern,
)
from reportgen.numbers.quantity import QualifierType

Step = tuple[Found | None, int]
"""What a rule made of a place: a figure, or nothing where it is masked; and where to go on."""
Rule = Callable[["_Scan", int], Step | None]

_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,12}(?![0-9])|[0-9]{1,40})(?:\.[0-9]{1,40})?(?![0-9])"
_HAN = (
    r"(?:[零〇一二两三四五六七八九亿]|十(?!分[^之])|百(?!分)|千(?![瓦米克伏])|万(?!分之)){1,16}"
    r"(?:点[零〇一二三四五六七八九]{1,9})?"
)
_NUMBER = f"(?:{_ARABIC}|{_HAN})"
_POWERS = {
    "万亿": 12,
    "千亿": 11,
    "百亿": 10,
    "十亿": 9,
    "亿": 8,
    "千万": 7,
    "百万": 6,
    "十万": 5,
    "万": 4,
    "千": 3,
    "百": 2,
}
_SCALE = "个?多?万?亿|千亿|百亿|十亿|千万|百万|十万|万|千(?![瓦米克伏])|百(?!分)"
_CANDIDATE = re.compile("[0-9零〇一二两三四五六七八九十百千万亿几数翻首前第半]")
_LIST_GAP = re.compile(r"\s?(?:、|和|及|与|以及|或)\s?")
_PRODUCTS = re.compile("元?(?:产业|集群|园区|城市|强?县|强区|俱乐部|企业|龙头)")
_SHARED = frozenset({"percent", "pp", "money", "measure", "duration", "multiple"})


@cache
def _figure_pattern() -> re.Pattern[str]:
    tail, after = tail_pattern(), any_of(AFTER)
    return re.compile(
        rf"(?P<a>{_NUMBER})(?P<am>[余多来几])?\s?(?P<as>{_SCALE})?(?P<an>[余多来])?\s?(?P<at>{tail})?(?P<ax>[多余](?![种次个样元]))?"
        rf"(?:\s?(?:[~～〜–-]{{1,2}}|至|到)\s?(?P<b>{_NUMBER})(?P<bs>{_SCALE})?(?P<bm>[余多])?\s?(?P<bt>{tail})?)?"
        rf"\s?(?P<after>{after})?(?P<level>级(?!别))?(?:[/／](?P<per>[十百千万亿]{{1,3}})[人户名])?"
    )


def scan(text: str) -> list[Found]:
    """Every figure of a normalized text, in order; those of kind `hint` only help to compare two texts."""
    run, at = _Scan(text), 0
    while candidate := _CANDIDATE.search(text, at):
        at = run.step(candidate.start())
    return _share_units(text, run.found)


class _Scan:
    """One pass over a text: what was found, and where the last figure ended."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Found] = []
        self.floor = 0
        self.per: tuple[Decimal, int, int] | None = None  # 每万人: how many, from where, to where

    def figure(
        self, start: int, end: int, kind: str, value: Decimal | str | None = None, **fields: Any
    ) -> tuple[Found, int]:
        """A figure that stands from `start` to `end`, and the place to go on from."""
        return Found(self.text, start, end, kind, value, **fields), end

    def step(self, at: int) -> int:
        for rule in _RULES[self.text[at]]:
            if (made := rule(self, at)) is not None:
                found, end = made
                if found is not None:
                    self.found.append(found)
                    self.floor = end
                return max(end, at + 1)
        return _skip(self.text, at)


_DIGIT_RUN = re.compile("[0-9]+")


def _skip(text: str, at: int) -> int:
    run = _DIGIT_RUN.match(text, at)
    return run.end() if run else at + 1


# ---- rules ------------------------------------------------------------------------------------------------------------

_IDIOM = re.compile(any_of(IDIOMS))
_AFTER = any_of(AFTER)


def _idiom(run: _Scan, at: int) -> Step | None:
    found = _IDIOM.match(run.text, at)
    return (None, found.end()) if found else None


def _code(run: _Scan, at: int) -> Step | None:
    if stretch := lettered_at(run.text, at):
        return run.figure(at - 1, stretch.end, "date", stretch.code)
    end = masked(run.text, at)
    return (None, end) if end else None


def _period(run: _Scan, at: int) -> Step | None:
    stretch = period_at(run.text, at)
    if stretch is None:
        return None
    kind = "hint" if stretch.hint or stretch.code.startswith("---") else "date"
    quoted = stretch.code.startswith("FYP") and run.text[at - 1 : at] in tuple('“"「')
    made = run.figure(at - quoted, stretch.end, kind, stretch.code, eop=stretch.eop)
    if not stretch.also:
        return made
    start, end, code = stretch.also
    run.found.append(made[0])
    return run.figure(start, end, kind, code)


_FRACTION = re.compile(
    rf"(?P<den>[百千万]|{_NUMBER})\s?分之\s?(?P<num>{_NUMBER})(?P<more>多)?(?:\s?(?:[~～〜–-]|至|到)\s?(?:百分之)?(?P<to>{_NUMBER}))?"
    rf"(?P<after>{_AFTER})?|(?P<n>[0-9]{{1,2}})/(?P<d>[0-9]{{1,3}})(?![0-9/])(?P<rest>{_AFTER})?"
)


def _fraction(run: _Scan, at: int) -> Step | None:
    """三分之一, 百分之三十五, 1/3."""
    found = _FRACTION.match(run.text, at)
    if found is None:
        return None
    span = han_span(found["num"] or "")
    num = span[0] if span else _value(found["num"] or found["n"])
    den = _value(found["den"] or found["d"])
    if num is None or den is None or den < 2 or num < 0 or (found["n"] and not 0 < num < den):
        return (None, found.end()) if found["n"] else None
    left = left_of(run.text, at, run.floor, found[0])
    qualifier, qform = _qualified(left, found["after"] or found["rest"] or found["more"])
    way = None if left.to else VERBS.get(left.verb)
    if found["den"] and den == 100:
        high = span[1] if span else _value(found["to"]) if found["to"] else None
        value, low = (None, num) if high is not None else (num, None)
        return run.figure(
            left.start,
            found.end(),
            "percent",
            value,
            low=low,
            high=high,
            qualifier=qualifier,
            qform=qform,
            direction=way,
        )
    if num != int(num) or den != int(den):
        return None
    return run.figure(
        left.start, found.end(), "fraction", f"{num}/{den}", qualifier=qualifier, qform=qform, direction=way
    )


_RATIO = re.compile(
    r"(?P<a>[0-9]{1,9}(?:\.[0-9]{1,9})?)\s?(?:[:：∶]|比(?=[0-9]))\s?(?P<b>[0-9]{1,9}(?:\.[0-9]{1,9})?)(?![0-9:：])"
)
_SCORE = re.compile(
    r"[0-9]{1,3}(?:[-–][0-9]{1,3}){2,3}(?![0-9–-])|(?P<a>[0-9]{1,2})-(?P<b>[0-9]{1,2})(?![0-9%-]|\.[0-9])"
)


def _ratio(run: _Scan, at: int) -> Step | None:
    """3∶1, 3比1; a time of day is masked before."""
    found = _RATIO.match(run.text, at)
    if found is None:
        return None
    left = left_of(run.text, at, run.floor, found[0])
    said = {"qualifier": left.qualifier, "qform": left.qform}
    return run.figure(left.start, found.end(), "ratio", f"{found['a']}:{found['b']}", **said)


def _score(run: _Scan, at: int) -> Step | None:
    """39-39-4, 3-1: falling numbers joined by a hyphen and counting nothing; rising ones are a range."""
    found = _SCORE.match(run.text, at)
    if found is None or (found["a"] and int(found["a"]) < int(found["b"])) or _COUNTING.match(run.text, found.end()):
        return None
    return run.figure(at, found.end(), "score", found[0].replace("–", "-"))


_COUNTING = re.compile(rf"\s?(?:{_SCALE}|{tail_pattern()})")

_ONE_HALF = re.compile(rf"一半(?:(?P<more>多)|(?P<after>{_AFTER}))?")


def _one_half(run: _Scan, at: int) -> Step | None:
    found = _ONE_HALF.match(run.text, at)
    if found is None:
        return None
    left = left_of(run.text, at, run.floor, "一")
    qualifier, qform = _qualified(left, found["after"] or found["more"])
    way = None if left.to else VERBS.get(left.verb)
    return run.figure(left.start, found.end(), "fraction", "1/2", qualifier=qualifier, qform=qform, direction=way)


_HALF = re.compile(r"半(?P<tail>年(?!报|度报|线)|个多?月|个多?小时|小时|天(?!然)|个百分点|数(?!据|字))?")


def _half(run: _Scan, at: int) -> Step | None:
    """半年, 半个百分点, 半数, 过半, 减半; 上半年 is a period."""
    text, found = run.text, _HALF.match(run.text, at)
    if found is None:
        return None
    before, tail, end = text[at - 1 : at], found["tail"], found.end()
    if before in ("上", "下") and tail == "年":
        return run.figure(at - 1, end, "date", "H1" if before == "上" else "H2")
    if before == "减":
        return run.figure(at - 1, end, "fraction", "1/2", direction="down")
    left = left_of(text, at, run.floor, "半")
    said = {"qualifier": left.qualifier, "qform": left.qform}
    if tail == "数" or left.qform in ("过", "超过", "超", "近"):
        return run.figure(left.start, end, "fraction", "1/2", **said) if tail in ("数", None) else None
    row = TAILS.get(tail.replace("多", "")) if tail else None
    return (
        run.figure(left.start, end, row.kind, Decimal("0.5"), unit=row.unit, tail=tail, form="half", **said)
        if row
        else None
    )


_VAGUE = re.compile(rf"(?P<word>数|好?几)(?P<order>[十百千万亿]{{1,4}})(?P<more>[余多])?\s?(?P<tail>{tail_pattern()})?")


def _vague(run: _Scan, at: int) -> Step | None:
    """数十, 几百, 数亿元."""
    found = _VAGUE.match(run.text, at)
    order = han(found["order"]) if found else None
    if found is None or order is None:
        return None
    tail = TAILS.get(found["tail"] or "")
    unit = tail.unit if tail else None
    return run.figure(
        at, found.end(), "vague", order=order, unit=unit, qform=found["word"][-1], tail=found["tail"] or ""
    )


_DOUBLED = re.compile(
    r"翻(?:了|到|上)?(?P<q>近|超过|超|约|不止)?(?:(?P<n>[一二两三四五六]|[0-9])番|番(?![茄薯])|倍)(?P<after>多|以上)?"
)


def _doubled(run: _Scan, at: int) -> Step | None:
    """翻番, 翻了一番, 翻两番, 翻倍."""
    found = _DOUBLED.match(run.text, at)
    if found is None:
        return None
    times = _value(found["n"]) if found["n"] else None
    word = found["q"]
    qualifier, qform = _qualified(Left(at, None, BEFORE[word] if word else None, word), found["after"])
    factor = Decimal(2) ** int(times or 1)
    return run.figure(at, found.end(), "multiple", factor, qualifier=qualifier, qform=qform, form="fan", direction="up")


_FIRST = re.compile("首(?P<tail>[个家批次台座条款届例位单套部艘架列项种支所期轮笔片根幅颗枚])(?![要选席])")


def _first(run: _Scan, at: int) -> Step | None:
    found = _FIRST.match(run.text, at)
    if found is None:
        return None
    tail = found["tail"]
    return run.figure(at, found.end(), "ordinal", Decimal(1), tail=tail, form="first", weak=tail != "位")


_TOP = re.compile(
    rf"前\s?(?P<n>{_ARABIC}|{_HAN})\s?(?:(?P<tail>[名位家强席甲大])|(?P<other>%|年|个?月|天|日|周|任|个|次|期|轮|万|亿))?"
)


def _top(run: _Scan, at: int) -> Step | None:
    """前三, 前十位; what is no rank (前三年, 前20%) is left to the other rules."""
    found = _TOP.match(run.text, at)
    value = _value(found["n"]) if found and not found["other"] else None
    if (
        found is None
        or value is None
        or value < 2
        or value != int(value)
        or run.text[at - 1 : at] in tuple("目以之此提当日年月")
    ):
        return None
    return run.figure(at, found.end(), "ordinal", value, tail=found["tail"] or "", form="top")


_ORDINAL = re.compile(rf"第\s?(?P<n>{_ARABIC}|{_HAN})(?P<tail>[位名届个次批家大期代座项例轮站张艘架台])?")
_NOT_ORDINAL = re.compile(
    r"第[一二三][、一二第三]{0,5}产业|第一书记|第一时间|第一线|第一手|第一道|第一要[务义]|第一资源|第一动力|第一生产力|第一责任"
    r"|第一[步把要]|第二(?:课堂|曲线)|第三(?:方|世界|者)|第[一二三]人称|第\s?[0-9一二三四五六七八九十百]+\s?[章节条款页卷图表号]"
    r"|(?P<opener>第[一二三四五六七八九十])(?=，|、第|,)"
)
_NTH_PLAN = re.compile(
    r"第(?P<n>十[一二三四五六七八九]?|[0-9]{1,2}|[一二三四五六七八九])个五年(?:规划|计划)(?:时期|期间)?"
)
_OPENING = re.compile(r"(?:^|[。；：:;!?！？\n”])\s?$")


def _ordinal(run: _Scan, at: int) -> Step | None:
    """第一位, 第12届; also 第十四个五年规划, and 第一产业 which is none."""
    text = run.text
    if plan := _NTH_PLAN.match(text, at):
        return run.figure(at, plan.end(), "date", f"FYP{_value(plan['n'])}")
    mask = _NOT_ORDINAL.match(text, at)
    if mask and (not mask["opener"] or _OPENING.search(text, max(0, at - 2), at)):
        return None, mask.end()
    found = _ORDINAL.match(text, at)
    value = _value(found["n"]) if found else None
    if found is None or value is None or value != int(value):
        return None
    return run.figure(at, found.end(), "ordinal", value, tail=found["tail"] or "", form="nth")


# ---- the general figure -----------------------------------------------------------------------------------------------

_BARE = re.compile("[百千万亿]+")
_HEADER = tuple("（(：:/／")
_GAP = re.compile(r"[^，。；：、！？,;:!?0-9]{0,16}")
_LETTER = re.compile(r"[A-Za-z]+[A-Za-z0-9-]*")
_FAR_OVER = re.compile(r"(?:超过|高于)[^，。；：、,;0-9]{1,16}$")


def _value(text: str) -> Decimal | None:
    return digits(text) if text[0] <= "9" else han(text)


def _qualified(left: Left, *after: str | None) -> tuple[QualifierType | None, str | None]:
    """The one qualifier of a figure: of what stands before it, inside it and after it, the first counts."""
    if left.qualifier:
        return left.qualifier, left.qform
    for word in after:
        if word:
            return AFTER.get(word) or INSIDE[word], word
    return None, None


def _general(run: _Scan, at: int) -> Step | None:
    """`[qualifier] number [余多] [scale] [余多] [unit] [以上左右]`, and ranges of it."""
    match = _figure_pattern().match(run.text, at)
    if match is None:
        return None
    return _Reading(run, at, match).step()


class _Reading:
    """One match of the general pattern, on its way to a figure."""

    __slots__ = (
        "after",
        "at",
        "end",
        "level",
        "low",
        "high",
        "match",
        "more",
        "number",
        "power",
        "run",
        "tail",
        "word",
    )

    def __init__(self, run: _Scan, at: int, match: re.Match[str]) -> None:
        self.run, self.at, self.match = run, at, match
        a, am, scale, an, at_, ax, b, bs, bm, bt, self.after, self.level = match.group(
            "a", "am", "as", "an", "at", "ax", "b", "bs", "bm", "bt", "after", "level"
        )
        self.number, self.word, self.end = a, at_, match.end()
        self.more = am or an or ax or bm
        self.power = _POWERS[scale.replace("个", "").replace("多", "")] if scale else 0
        span = han_span(a) if a[0] > "9" else None
        low, self.high = span or (_value(a), None)
        self.low = low if low is None else scaled(low, self.power)
        if b is not None:
            self._range(b, bs, at_, bt)
        if self.word in HALVES:
            self.low = None if self.low is None else self.low + Decimal("0.5")
            self.word = HALVES[self.word]
        if self.word and self.word.startswith("个多"):
            self.word, self.more = "个" + self.word[2:], "多"
        self.tail = TAILS[self.word] if self.word else None

    def _range(self, b: str, scale: str | None, first: str | None, second: str | None) -> None:
        """Takes the second number as the upper end, or gives it back where it is none (from 5% to 3家)."""
        upper = _value(b)
        power = _POWERS[scale.replace("个", "").replace("多", "")] if scale else 0
        if upper is not None and self.low is not None:
            upper = scaled(upper, power)
            low = self.low if self.power or first else scaled(self.low, power)
            low = low if low < upper else self.low  # 1000～1万元: the scale is the second's own
            if (
                low < upper
                and (first is None or second is None or TAILS.get(first) == TAILS.get(second))
                and (second or not first)
            ):
                self.low, self.high, self.word = low, upper, second
                return
        self.end = max(self.match.end(name) for name in ("a", "am", "as", "an", "at", "ax"))
        self.after = self.level = None
        self.high = None if self.high is None else self.high

    def step(self) -> Step | None:
        if self.low is None:
            return None
        text, tail = self.run.text, self.tail
        if tail is None and (letters := _LETTER.match(text, self.end)) and self.high is None and not self.power:
            return None, letters.end()
        if self.level and (self.power >= 4 or self.number[-1] in "万亿"):
            return self._level()
        if self.number[0] > "9" and not self._han_counts():
            return None
        left = left_of(text, self.at, self.run.floor, self.number)
        if left.qform == "突破" and self.word in ("项", "个", "类") and _OBSTACLE.match(text, self.end):
            left = Left(self.at)  # 突破18项关键技术: a breakthrough, no excess
        if self.number[0] > "9" and _BARE.fullmatch(self.number) and not self._bare_counts(left):
            return None, self.match.end("at") if self.word else self.end
        if self.more == "几":
            order = Decimal(10) ** (len(str(int(self.low))) - 1)
            return self.run.figure(
                left.start, self.end, "vague", order=order, tail=self.word or "", unit=tail.unit if tail else None
            )
        return self._typed(left)

    def _level(self) -> Step:
        unit = self.tail.unit if self.tail and self.tail.kind == "money" else None if self.tail else "CNY"
        return self.run.figure(self.at, self.end, "level", self.low, unit=unit, tail=self.word or "")

    def _han_counts(self) -> bool:
        """Whether a Chinese numeral counts something here: 三家 and 三成 do, 三级, 二期 and 三亚 do not."""
        tail = self.tail
        if tail is None:
            return bool(_BARE.fullmatch(self.number) and len(self.number) > 1)
        if not tail.han and not (len(self.number) > 1 and tail.kind == "measure"):
            return False
        if self.number == "二" and tail.kind == "count":
            return False
        if self.word in ("大", "大类") and self.number == "一":
            return False
        return not (tail.kind == "tenths" and (self.low or 0) > 10)

    def _bare_counts(self, left: Left) -> bool:
        """Whether 百, 万, 亿 without a digit are a number: 百余家 and 百亿元 are, 万元 in a table's head is not."""
        if left.qualifier or self.more or self.after or self.high is not None:
            return True
        if self.tail is None:
            return False
        if self.run.text[self.at - 1 : self.at] in _HEADER:
            return False
        if self.tail.kind == "duration":
            return False
        return len(self.number) > 1 or self.tail.kind == "count"

    def _typed(self, left: Left) -> Step | None:
        run, tail, low, high = self.run, self.tail, self.low, self.high
        kind, unit, weak, form = (tail.kind, tail.unit, tail.weak, "") if tail else ("count", None, False, "")
        qualifier, qform = _qualified(left, self.more, self.after)
        direction = None
        if kind in ("percent", "pp", "permille", "bp", "multiple", "tenths", "money", "count", "measure"):
            direction = None if left.to else VERBS.get(left.verb)
        assert low is not None
        match kind:
            case "permille":
                kind, low, high = "percent", scaled(low, -1), high and scaled(high, -1)
            case "bp":
                kind, low, high = "pp", scaled(low, -2), high and scaled(high, -2)
            case "tenths":
                return self._tenths(left, qualifier, qform)
            case "multiple":
                form = "to" if left.to else "increase" if left.verb else "of"
                if form == "increase":
                    low, high = low + 1, high and high + 1
                if qualifier is None and _FAR_OVER.search(run.text, max(0, self.at - 20), left.start):
                    qualifier, qform = "over", "超过"
            case "fan":
                return None
            case "duration" if (
                qform == "近"
                and unit in ("year", "month", "day", "week")
                and not _LASTING.search(run.text, max(0, left.start - 3), left.start)
            ):
                qualifier = qform = None  # 近三年: the last three years
            case "count" if left.currency or self.match["as"] in ("个亿", "个多亿"):
                kind, unit = "money", left.currency or "CNY"
            case "money" if left.currency and left.currency != "CNY":
                unit = left.currency
            case _:
                pass
        if (
            kind == "count"
            and _BARE.fullmatch(self.number)
            and not qualifier
            and len(self.number) == 1
            and self.number != "十"
        ):
            weak = True
        if high is None and self.number == "一" and kind in ("count", "duration", "measure") and not qualifier:
            weak = True
        start = left.start
        if (
            run.text[start - 1 : start] in ("-", "−")
            and start == self.at
            and high is None
            and not run.text[start - 2 : start - 1].isalnum()
        ):
            low, start = -low, start - 1
        if kind in ("count", "measure") and (rated := self._rate(start, low)):
            return rated
        if kind == "count" and tail is None and _is_year(self, left):
            return run.figure(self.at, self.end, "date", self.number)
        ends = {"low": low, "high": high} if high is not None else {"value": low}
        return run.figure(
            start, self.end, kind, unit=unit, qualifier=qualifier, qform=qform, tail=self.word or "",
            form=form, direction=direction, weak=weak, power=self.power, **ends,
        )  # fmt: skip

    def _tenths(self, left: Left, qualifier: QualifierType | None, qform: str | None) -> Step:
        """六成, 六成五, 七八成."""
        low, high = self.low, self.high
        assert low is not None
        end, half = self.end, _FIFTHS.match(self.run.text, self.match.end("at"))
        if half and high is None:
            low, end = low + scaled(han(half[1]) or Decimal(0), -1), half.end()
            if half["after"]:
                qualifier, qform = (qualifier, qform) if qualifier else (AFTER[half["after"]], half["after"])
        way = None if left.to else VERBS.get(left.verb)
        ends = {"low": low * 10, "high": high * 10} if high is not None else {"value": low * 10}
        return self.run.figure(
            left.start,
            end,
            "percent",
            qualifier=qualifier,
            qform=qform,
            tail="成",
            form="tenths",
            direction=way,
            **ends,
        )

    def _rate(self, start: int, value: Decimal) -> Step | None:
        """每万人14件 and 14件/万人; 每万人 alone is kept until its figure comes."""
        run, word = self.run, self.match["per"]
        if word:
            return run.figure(start, self.end, "rate", value, per=han(word), tail=self.word or "")
        per_head = (
            self.word == "人" and _BARE.fullmatch(self.number) and run.text.startswith(("拥有", "平均"), self.end)
        )
        if (
            (run.text[self.at - 1 : self.at] == "每" or per_head)
            and value >= 10
            and value == Decimal(10) ** (len(str(int(value))) - 1)
        ):
            run.per = (value, self.at - 1, self.end)
            return None, self.end
        if run.per:
            per, begin, end = run.per
            run.per = None
            if (gap := _GAP.match(run.text, end)) and gap.end() >= start:
                return run.figure(begin, self.end, "rate", value, per=per, tail=self.word or "")
        return None


_FIFTHS = re.compile(rf"([一二三四五六七八九])(?P<after>{_AFTER})?(?![一二三四五六七八九十百千万亿个家项年月])")
_OBSTACLE = re.compile("[^，。；、]{0,8}(?:技术|难题|瓶颈|关键|核心|卡脖子)")
_LASTING = re.compile("历时|用时|耗时|长达|持续|为期|已有|了$")


def _is_year(reading: _Reading, left: Left) -> bool:
    number = reading.number
    plain = len(number) == 4 and number.isdigit() and 1900 <= int(number) <= 2099
    return plain and not (left.qualifier or reading.more or reading.after or reading.power or left.currency)


# ---- units told once for several figures ------------------------------------------------------------------------------


def _share_units(text: str, found: list[Found]) -> list[Found]:
    """分别上升1.1个和0.2个百分点: a bare number before 和 or 、 takes the unit, and the scale, of the next."""
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index], found[index + 1]
        if (
            first.kind == "count"
            and first.tail in ("", "个")
            and first.value is not None
            and _LIST_GAP.fullmatch(text, first.end, second.start)
        ):
            found[index] = _like(first, second)
    return found


def _like(first: Found, second: Found) -> Found:
    assert isinstance(first.value, Decimal)
    if (
        second.kind == "date"
        and first.value == int(first.value)
        and first.value <= 12
        and isinstance(second.value, str)
    ):
        head, _, last = second.value.rpartition("-")
        if second.value.startswith("--") and head == "-" or len(head) == 4 and last.isdigit():
            return first._replace(kind="date", value=f"{head}-{int(first.value):02}")
        return first
    if second.kind not in _SHARED or second.form == "tenths" or (first.tail == "个" and second.kind != "pp"):
        return first
    power = second.power if not first.power and second.kind in ("money", "measure") else 0
    value = scaled(first.value, power)
    if second.kind == "multiple" and second.form == "increase":
        value += 1
    return first._replace(
        kind=second.kind, value=value, unit=second.unit, direction=second.direction or first.direction, form=second.form
    )


_BY_FIRST: dict[str, tuple[Rule, ...]] = {
    "第": (_period, _ordinal),
    "前": (_period, _top),
    "首": (_first,),
    "翻": (_doubled,),
    "半": (_half,),
    "数": (_vague,),
    "几": (_vague,),
}
_RULES: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys("0123456789", (_code, _period, _ratio, _score, _fraction, _general)),
    **dict.fromkeys("零〇一二两三四五六七八九十百千万亿", (_idiom, _one_half, _period, _fraction, _general)),
    **_BY_FIRST,
}
