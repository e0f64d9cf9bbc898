"""Chinese figures of a shape of their own: periods, 三分之一, 一半, 数百, 翻番, 首个, 前三, 第一, 3∶1.

The general figure is in `zh_figure`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from reportgen.numbers.grammar.parts import Left
from reportgen.numbers.grammar.patterns import any_of
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.figure import SCALE
from reportgen.numbers.zh.figure_kinds import far_qualifier
from reportgen.numbers.zh.left_context import left_of
from reportgen.numbers.zh.masks import masked
from reportgen.numbers.zh.number_patterns import AFTERWARDS, ARABIC, HAN, NUMBER, qualified, value_of
from reportgen.numbers.zh.numerals import han, han_span
from reportgen.numbers.zh.period_grammar import lettered_at, period_at
from reportgen.numbers.zh.reading_words import BEFORE, IDIOMS, TAILS, VERBS, tail_at

_IDIOM = Pattern(any_of(IDIOMS) + "|[一二三四五六七八九十]{1,3}届[一二三四五六七]中全会")


def idiom(run: TextScan, at: int) -> ScanStep | None:
    """一批, 一系列, 二十届三中全会: phrases that count nothing."""
    found = _IDIOM.match(run.text, at)
    return (None, found.end()) if found else None


def code(run: TextScan, at: int) -> ScanStep | None:
    if stretch := lettered_at(run.text, at):
        return run.figure(at - 1, stretch.end, "date", stretch.code)
    end = masked(run.text, at)
    if end and _COLON.match(run.text, at) and _is_compared(run, at):
        return None
    return (None, end) if end else None


_COLON = Pattern("[0-9]{1,2}[:：][0-9]")
_COMPARED = Pattern("[比例][为是约达]?$")


def _is_compared(run: TextScan, at: int) -> bool:
    """Whether what looks like a time of day is a ratio or a score: 师生比为1:16, 比分为22:25."""
    return _is_scored(run, at) or _COMPARED.search(run.text, max(0, at - 3), at) is not None


def period(run: TextScan, at: int) -> ScanStep | None:
    stretch = period_at(run.text, at)
    if stretch is None:
        return None
    kind = "hint" if stretch.hint or stretch.code.startswith("---") else "date"
    quoted = stretch.code.startswith("FYP") and run.text[at - 1 : at] in tuple('“"「')
    made = run.figure(at - quoted - stretch.lead, stretch.end, kind, stretch.code, eop=stretch.eop)
    for start, end, code in stretch.also:
        run.found.append(made[0])
        made = run.figure(start, end, kind, code)
    return made


_FRACTION = Pattern(
    rf"(?P<den>[百千万]|{NUMBER})\s?分之\s?(?P<num>{NUMBER})(?P<more>多)?(?:\s?(?:[~～〜–-]|至|到)\s?(?:百分之)?(?P<to>{NUMBER}))?"
    rf"(?P<after>{AFTERWARDS})?|(?P<n>[0-9]{{1,2}})/(?P<d>[0-9]{{1,3}})(?![0-9/])(?P<rest>{AFTERWARDS})?"
)


def fraction(run: TextScan, at: int) -> ScanStep | None:
    """三分之一, 百分之三十五, 1/3."""
    found = _FRACTION.match(run.text, at)
    if found is None:
        return None
    span = han_span(found["num"] or "")
    num = span[0] if span else value_of(found["num"] or found["n"])
    den = value_of(found["den"] or found["d"])
    if num is None or den is None or not _is_part(num, den, proper=found["n"] is not None):
        return (None, found.end()) if found["n"] else None
    left = left_of(run.text, at, run.floor, found[0])
    qualifier, qform = qualified(left, found["after"] or found["rest"] or found["more"])
    way = None if left.to else VERBS.get(left.verb)
    said: dict[str, Any] = {"qualifier": qualifier, "qform": qform, "direction": way}
    if found["den"] and den == 100:
        high = span[1] if span else value_of(found["to"] or "")
        value, low = (num, None) if high is None else (None, num)
        return run.figure(left.start, found.end(), "percent", value, low=low, high=high, **said)
    if not _are_whole(num, den):
        return None
    if qualifier is None:
        said["qualifier"], said["qform"] = far_qualifier(run.text, left.start, loose=False)
    return run.figure(left.start, found.end(), "fraction", f"{num}/{den}", **said)


def _is_part(num: Decimal, den: Decimal, proper: bool) -> bool:
    """Whether the numbers make a fraction; one printed as 1/3 is proper, or no fraction at all."""
    return den >= 2 and (0 < num < den if proper else num >= 0)


def _are_whole(*numbers: Decimal) -> bool:
    return all(number == int(number) for number in numbers)


_RATIO = Pattern(
    r"(?P<a>[0-9]{1,9}(?:\.[0-9]{1,9})?)\s?(?:[:：∶]|比(?=[0-9]))\s?(?P<b>[0-9]{1,9}(?:\.[0-9]{1,9})?)"
    r"(?P<c>(?:\s?[:：∶]\s?[0-9]{1,9}(?:\.[0-9]{1,9})?){1,3})?(?![0-9:：]|\.[0-9])"
)
_TERMS = Pattern(r"[0-9.]+")
_SCORED = Pattern("(?:比分[^，。；]{0,6}|[战打踢扳逼追]成|定格在|锁定为?|改写[为成])$")
_WON = Pattern(
    r"(?:的?比分)?(?:结束|战胜|击败|取胜|获胜|逆转|险胜|大胜|完胜|力克|淘汰|战平|不敌|告负|胜出|告捷|领先|落后)"
)
_SCORE = Pattern(r"[0-9]{1,3}(?:[-–][0-9]{1,3}){2,3}(?![0-9–-])|(?P<a>[0-9]{1,2})-(?P<b>[0-9]{1,2})(?![0-9%-]|\.[0-9])")


def ratio(run: TextScan, at: int) -> ScanStep | None:
    """3∶1, 3比1; a time of day is masked before."""
    found = _RATIO.match(run.text, at)
    if found is None:
        return None
    terms = [found["a"], found["b"], *(_TERMS.findall(found["c"]) if found["c"] else ())]
    if _WON.match(run.text, found.end()) or _is_scored(run, at):
        return run.figure(at, found.end(), "score", "-".join(terms))
    left = left_of(run.text, at, run.floor, found[0])
    said = {"qualifier": left.qualifier, "qform": left.qform}
    return run.figure(left.start, found.end(), "ratio", ":".join(terms), **said)


_NEXT = Pattern(r"\s?[、，,和及]\s?")


def _is_scored(run: TextScan, at: int) -> bool:
    """Whether two numbers are points: behind 比分, or in a row of scores."""
    last = run.found[-1] if run.found else None
    in_row = last is not None and last.kind == "score" and _NEXT.fullmatch(run.text, last.end, at)
    return bool(in_row) or _SCORED.search(run.text, max(0, at - 9), at) is not None


def score(run: TextScan, at: int) -> ScanStep | None:
    """39-39-4, 3-1: falling numbers joined by a hyphen and counting nothing; rising ones are a range."""
    found = _SCORE.match(run.text, at)
    if found is None or (found["a"] and int(found["a"]) < int(found["b"])) or _counted(run, found.end()):
        return None
    return run.figure(at, found.end(), "score", found[0].replace("–", "-"))


_SCALED = Pattern(rf"\s?(?:{SCALE})")


def _counted(run: TextScan, end: int) -> bool:
    """Whether what follows makes a count of the last number: 30-20万 is no score."""
    return _SCALED.match(run.text, end) is not None or tail_at(run.tails, run.text, end)[1] is not None


_ONE_HALF = Pattern(rf"一半(?:(?P<more>多)|(?P<after>{AFTERWARDS}))?")


def one_half(run: TextScan, at: int) -> ScanStep | None:
    found = _ONE_HALF.match(run.text, at)
    if found is None:
        return None
    left = left_of(run.text, at, run.floor, "一")
    qualifier, qform = qualified(left, found["after"] or found["more"])
    if qualifier is None:
        qualifier, qform = far_qualifier(run.text, left.start, loose=False)
    way = None if left.to else VERBS.get(left.verb)
    return run.figure(left.start, found.end(), "fraction", "1/2", qualifier=qualifier, qform=qform, direction=way)


_HALF = Pattern(r"半(?P<tail>年(?!报|度报|线)|个多?月|个多?小时|小时|天(?!然)|个百分点|数(?!据|字))?")


def half(run: TextScan, at: int) -> ScanStep | None:
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
    if tail == "数" or (tail is None and left.qform in ("过", "超过", "超", "近")):
        return run.figure(left.start, end, "fraction", "1/2", **said)
    row = TAILS.get(tail.replace("多", "")) if tail else None
    return (
        run.figure(left.start, end, row.kind, Decimal("0.5"), unit=row.unit, tail=tail, form="half", **said)
        if row
        else None
    )


_VAGUE = Pattern("(数|好?几)([十百千万亿]{1,4})[余多]?")


def vague(run: TextScan, at: int) -> ScanStep | None:
    """数十, 几百, 数亿元."""
    found = _VAGUE.match(run.text, at)
    order = han(found[2]) if found else None
    if found is None or order is None:
        return None
    end, word, _ = tail_at(run.tails, run.text, found.end())
    tail = run.tails.table.get(word or "")
    unit = tail.unit if tail else None
    return run.figure(at, end, "vague", order=order, unit=unit, qform=found[1][-1], tail=word or "")


_DOUBLED = Pattern(
    r"翻(?:了|到|上)?(?P<q>近|超过|超|约|不止)?(?:(?P<n>[一二两三四五六]|[0-9])番|番(?![茄薯])|[一1]?倍)(?:还)?(?P<after>多|以上|有余)?"
)


def doubled(run: TextScan, at: int) -> ScanStep | None:
    """翻番, 翻了一番, 翻两番, 翻倍."""
    found = _DOUBLED.match(run.text, at)
    if found is None:
        return None
    times = value_of(found["n"]) if found["n"] else None
    word = found["q"]
    qualifier, qform = qualified(Left(at, None, BEFORE[word] if word else None, word), found["after"])
    factor = Decimal(2) ** int(times or 1)
    return run.figure(at, found.end(), "multiple", factor, qualifier=qualifier, qform=qform, form="fan", direction="up")


_FIRST = Pattern("首(?P<tail>[个家批次台座条款届例位单套部艘架列项种支所期轮笔片根幅颗枚])(?![要选席])")


def first(run: TextScan, at: int) -> ScanStep | None:
    found = _FIRST.match(run.text, at)
    if found is None:
        return None
    tail = found["tail"]
    return run.figure(at, found.end(), "ordinal", Decimal(1), tail=tail, form="first", weak=tail != "位")


_TOP = Pattern(
    rf"前\s?(?P<n>{ARABIC}|{HAN})\s?(?:(?P<tail>[名位家强席甲大])|(?P<other>%|年|个?月|天|日|周|任|个|次|期|轮|万|亿|秒|分钟|小时))?"
)


def top(run: TextScan, at: int) -> ScanStep | None:
    """前三, 前十位; what is no rank (前三年, 前20%) is left to the other rules."""
    found = _TOP.match(run.text, at)
    value = value_of(found["n"]) if found and not found["other"] else None
    if (
        found is None
        or value is None
        or value < 2
        or value != int(value)
        or run.text[at - 1 : at] in tuple("目以之此提当日年月")
    ):
        return None
    return run.figure(at, found.end(), "ordinal", value, tail=found["tail"] or "", form="top")


_CENTURY = Pattern(rf"(?P<n>{NUMBER})\s?世纪(?!\s?[0-9一二三四五六七八九])")


def century(run: TextScan, at: int) -> ScanStep | None:
    """21世纪: English says the 21st."""
    found = _CENTURY.match(run.text, at)
    value = value_of(found["n"]) if found else None
    if found is None or value is None or not 1 < value < 100:
        return None
    return run.figure(at, found.end(), "ordinal", value, tail="世纪", form="nth", weak=True)


_CONGRESS = Pattern(rf"(?P<n>{NUMBER})届(?=全国|人大|政协|中央|中纪委|省委|市委|理事)")


def congress(run: TextScan, at: int) -> ScanStep | None:
    """十四届全国人大: the 14th, without saying 第."""
    found = _CONGRESS.match(run.text, at)
    value = value_of(found["n"]) if found else None
    if found is None or value is None or value != int(value):
        return None
    return run.figure(at, found.end(), "ordinal", value, tail="届", form="nth")


_ORDINAL = Pattern(rf"第\s?(?P<n>{ARABIC}|{HAN})(?P<tail>[位名届个次批家大期代座项例轮站张艘架台])?")
_NOT_ORDINAL = Pattern(
    r"第[一二三][、一二第三]{0,5}产业|第一书记|第一财经|第一时间|第一线|第一手|第一道|第一要[务义]|第一资源|第一动力|第一生产力|第一责任"
    r"|第一[步把要]|第二(?:课堂|曲线)|第三(?:方|世界|者)|第[一二三]人称|第\s?[0-9一二三四五六七八九十百千零〇]+\s?[章节条款页卷图表号](?:第?\s?[0-9一二三四五六七八九十百千零〇]+\s?期)?"
    r"|第[一二三四五六七八九十]{1,3}(?:[^，。；、：的家所个座批名位届次期大\s]{1,4}厂|(?:人民|附属|实验|职业|高级)?(?:医院|中学|小学))"
    r"|(?P<opener>第[一二三四五六七八九十])(?=，|、第|,)"
)
_NTH_PLAN = Pattern(
    r"第(?P<n>十[一二三四五六七八九]?|[0-9]{1,2}|[一二三四五六七八九])个五年(?:规划|计划)(?:时期|期间)?"
)
_OPENING = Pattern(r"(?:^|[。；：:;!?！？\n”])\s?$")


def ordinal(run: TextScan, at: int) -> ScanStep | None:
    """第一位, 第12届; also 第十四个五年规划, and 第一产业 which is none."""
    text = run.text
    if plan := _NTH_PLAN.match(text, at):
        return run.figure(at, plan.end(), "date", f"FYP{value_of(plan['n'])}")
    mask = _NOT_ORDINAL.match(text, at)
    if mask and (not mask["opener"] or _OPENING.search(text, max(0, at - 2), at)):
        return None, mask.end()
    found = _ORDINAL.match(text, at)
    value = value_of(found["n"]) if found else None
    if found is None or value is None or value != int(value):
        return None
    return run.figure(at, found.end(), "ordinal", value, tail=found["tail"] or "", form="nth")
