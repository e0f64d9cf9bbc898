"""What a Chinese number says: a table from what stands behind it to the rule that types it.

Where the number stands and what follows it: `figure`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from reportgen.numbers.grammar.number_reading import NumberReading
from reportgen.numbers.grammar.numerals import scaled
from reportgen.numbers.grammar.parts import Left, Tail
from reportgen.numbers.grammar.patterns import any_of
from reportgen.numbers.grammar.scan import ScanStep, TextScan
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.quantity import QualifierType
from reportgen.numbers.zh.left_context import ends_a_word
from reportgen.numbers.zh.number_patterns import AFTERWARDS, qualified
from reportgen.numbers.zh.numerals import han
from reportgen.numbers.zh.reading_words import AFTER, BEFORE, FAR_OF, MAYBE_WORDS, NEGATED, NEGATION, TAILS, VERBS
from reportgen.numbers.zh.signs import temperature

HALF = Decimal("0.5")


@dataclass(slots=True)
class ChineseReading(NumberReading):
    """A Chinese number and what follows it."""

    colloquial: bool  # 4个亿 is money without saying so
    per: str | None
    left: Left = field(init=False)
    bare: bool = field(init=False)  # a power of ten without a digit


def typed(
    run: TextScan, made: ChineseReading, tail: Tail | None, left: Left, bare: bool, negative: bool
) -> ScanStep | None:
    """The figure that a number, what stands before it and what stands behind it say; None where they say none."""
    made.left, made.bare, made.start, made.form = left, bare, left.start, ""
    made.kind, made.unit, made.weak = (tail.kind, tail.unit, tail.weak) if tail else ("count", None, False)
    if made.kind == "fan":
        return None
    made.qualifier, made.qform = qualified(left, made.more, made.after)
    directed = left.verb and not left.to and made.kind in _DIRECTED
    made.direction = VERBS.get(left.verb) if directed else None
    if (rule := _RULES.get(made.kind)) is not None and (step := rule(run, made)) is not None:
        return step
    if made.qualifier is None and made.kind in _PARTED_FROM:
        _qualify_from_afar(run, made)
    if negative:
        made.low, made.high = _negated(run.text, made)
    return made.figure(run.source), made.end


def _negated(text: str, made: ChineseReading) -> tuple[Decimal, Decimal | None]:
    """The ends below zero: -3～5℃ goes up to five degrees, 零下3至5度 lies below zero as a whole."""
    if made.high is None:
        return -made.low, None
    return (-made.high, -made.low) if text.startswith("零下", made.start) else (-made.low, made.high)


# ---- one rule a kind ----


def _counted(run: TextScan, made: ChineseReading) -> ScanStep | None:
    """Things: with a sign before them money, alone perhaps a year, with 每 before them a rate."""
    text = run.text
    if made.left.currency or made.colloquial:
        made.kind, made.unit = "money", made.left.currency or "CNY"
    elif made.word is None and not made.qualifier and not made.power and _is_year(made):
        if _TITLE_END.match(text, made.end) and text[made.at - 1 : made.at].isalpha():
            return None, made.end  # 《中国制造2025》
        return run.figure(made.at, made.end, "date", made.number)
    if made.qform == "近" and made.word == "个" and _STRETCH.match(text, made.end):
        return _duration(run, made)
    if made.word == "度" and (unit := temperature(run, made.start, made.at, made.end)):
        made.kind, made.unit = "measure", unit
    made.weak = made.weak or (made.bare and not made.qualifier and len(made.number) == 1)
    return _measure(run, made)


def _measure(run: TextScan, made: ChineseReading) -> ScanStep | None:
    if made.unit == "t" and "标准煤" in run.text[max(run.floor, made.start - 8) : made.start]:
        made.unit = "tce"  # 节约标准煤2亿吨
    if made.number[0] > "9":
        _weaken(run.text, made)
    if run.per or made.per or made.bare or run.text[made.at - 1 : made.at] == "每":
        return _rate(run, made)
    return None


def _duration(run: TextScan, made: ChineseReading) -> ScanStep | None:
    if made.word == "日" and made.high is not None and not _WITHIN.match(run.text, made.end):
        return None, made.end  # 5至8日: days of a month that is told elsewhere
    if made.qform == "近" and not _lasts(run, made.unit, made.start, made.end):
        made.qualifier = made.qform = None  # 近三年: the last three years
    if made.number[0] > "9":
        _weaken(run.text, made)
    return None


def _money(run: TextScan, made: ChineseReading) -> None:
    if made.left.currency and made.left.currency != "CNY":
        made.unit = made.left.currency


def _points(run: TextScan, made: ChineseReading) -> None:
    made.direction = made.direction or _far_direction(run.text, run.floor, made.start)


def _shifted(run: TextScan, made: ChineseReading) -> None:
    """Per mille, basis points and tenths of a yuan, as the percent, points and yuan they are."""
    made.kind, power = _SHIFTS[made.kind]
    made.low, made.high = scaled(made.low, power), None if made.high is None else scaled(made.high, power)


def _multiple(run: TextScan, made: ChineseReading) -> None:
    left = made.left
    made.form = "to" if left.to else "increase" if left.verb else "of"
    made.start = min(left.begin, left.start) if left.verb else made.start
    if made.form == "increase":
        made.low, made.high = made.low + 1, None if made.high is None else made.high + 1


_FIFTHS = Pattern(rf"([一二三四五六七八九半])({AFTERWARDS})?(?![一二三四五六七八九十百千万亿个家项年月])")


def _tenths(run: TextScan, made: ChineseReading) -> ScanStep:
    """六成, 六成五, 七八成."""
    left, low, high, end = made.left, made.low, made.high, made.end
    qualifier, qform = made.qualifier, made.qform
    fifths = _FIFTHS.match(run.text, end) if high is None and not made.after else None
    if fifths:
        fifth = HALF if fifths[1] == "半" else scaled(han(fifths[1]) or Decimal(0), -1)  # 一成半 is 15%
        low, end = low + fifth, fifths.end()
        if fifths[2] and not qualifier:
            qualifier, qform = AFTER[fifths[2]], fifths[2]
    if qualifier is None:
        qualifier, qform = far_qualifier(run.text, left.start, loose=False)
    way = None if left.to else VERBS.get(left.verb)
    value, low = (low * 10, None) if high is None else (None, low * 10)
    high = None if high is None else high * 10
    return run.figure(
        left.start, end, "percent", value, low=low, high=high, qualifier=qualifier, qform=qform, tail="成",
        form="tenths", direction=way,
    )  # fmt: skip


_KindRule = Callable[[TextScan, ChineseReading], ScanStep | None]
_RULES: dict[str, _KindRule] = {
    "count": _counted,
    "measure": _measure,
    "duration": _duration,
    "money": _money,
    "pp": _points,
    "permille": _shifted,
    "bp": _shifted,
    "jiao": _shifted,
    "multiple": _multiple,
    "tenths": _tenths,
}

# ---- the words around it ----

_WITHIN = Pattern("之?内|左右")
_TITLE_END = Pattern("[》〉”]")
_FAR = Pattern(rf"(?P<negation>{NEGATION})?(?P<word>{any_of(FAR_OF)})(?!期)[了出]?(?P<gap>[^，。；：、,;0-9]{{1,12}})$")
_EACH = Pattern(rf"({any_of(BEFORE)})每[^，。；：、0-9]{{1,5}}$")
_STRETCH = Pattern(r"\s?(?:季度|财季|财年|学期|学年|赛季|报告期)")
_STRETCHES = frozenset({"year", "month", "day", "workday", "week", None})
"""Times of which 近 says the last ones; of what counts as things, 近五个季度, there is no unit."""
_LASTING = Pattern("历时|用时|耗时|长达|持续|为期|已有|了$")
_LASTED = Pattern("[之以]?前|后|之久|的?(?:历史|时间|经验|努力|奋战|建设|等待|谈判|磋商|研究|使用寿命|寿命|工期)")
_DIRECTED = frozenset({"percent", "pp", "permille", "bp", "multiple", "tenths", "money", "count", "measure"})
_SHIFTS = {"permille": ("percent", -1), "bp": ("pp", -2), "jiao": ("money", -1)}


def shift_of(word: str) -> int:
    """The power of ten between what a tail counts and how it is told: a basis point is 0.01 points."""
    tail = TAILS.get(word)
    return _SHIFTS[tail.kind][1] if tail and tail.kind in _SHIFTS else 0


def _weaken(text: str, made: ChineseReading) -> None:
    """Marks what may well be no figure: one of something, and the numeral in the name of what it counts."""
    one = made.number == "一" and made.high is None and not made.qualifier
    if one or made.number + (made.word or "") in MAYBE_WORDS or _is_slogan(text, made):
        made.weak = True


_PARTED_FROM = ("multiple", "percent", "money")


def _qualify_from_afar(run: TextScan, made: ChineseReading) -> None:
    text, start = run.text, made.start
    if made.kind in ("multiple", "percent"):
        made.qualifier, made.qform = far_qualifier(text, made.left.start, made.kind == "multiple")
    elif (
        made.kind == "money"
        and "每" in text[max(0, start - 6) : start]
        and (each := _EACH.search(text, max(0, start - 10), start))
    ):  # 突破每盎司2400美元
        made.qualifier, made.qform = BEFORE[each[1]], each[1]


def far_qualifier(text: str, start: int, loose: bool) -> tuple[QualifierType | None, str | None]:
    """A qualifier parted from its figure by what the share is of: 不超过总投资的一半, 超过上次纪录两倍."""
    if text[start - 1 : start] != "的" and not loose:
        return None, None
    at, nearest = max(0, start - 18), None
    while found := _FAR.search(text, at, start):  # the nearest of them: 违约金不得超过合同金额的20%
        end = found.end("word")
        if not ends_a_word(found["word"], text[max(0, end - _REACH) : end][::-1], len(found["word"])):
            nearest = found
        at = end
    if nearest is None or not (nearest["gap"].endswith("的") or nearest["word"] in ("超过", "高于")):
        return None, None
    qualifier, word = BEFORE[nearest["word"]], nearest["word"]
    if nearest["negation"] and qualifier in NEGATED:
        return NEGATED[qualifier], nearest["negation"] + word
    return qualifier, word


_REACH = 6  # characters: enough to tell 约 from 国庆节约
_SLOGAN = Pattern('[^，。；、”"」]{1,8}[”"」]')


def _is_slogan(text: str, made: ChineseReading) -> bool:
    """两个“毫不动摇” and “三个区分开来”: a number that belongs to the name of what it counts."""
    if text.startswith(("“", "《"), made.end):
        return True
    return text[made.at - 1 : made.at] in tuple("“「") and _SLOGAN.match(text, made.end) is not None


_FAR_VERB = Pattern(rf"(?:{any_of(VERBS)})(?=[^，。；：、0-9]{{0,10}}$)")


def _far_direction(text: str, floor: int, start: int) -> str | None:
    """The way of points whose verb stands before what they are of: 下调存款准备金率0.5个百分点."""
    found = _FAR_VERB.search(text, max(floor, start - 14), start)
    return VERBS[found[0]] if found else None


def _lasts(run: TextScan, unit: str | None, start: int, end: int) -> bool:
    """Whether 近 before a time is a qualifier: 历时近三年, 近8小时."""
    if unit not in _STRETCHES:
        return True
    return _LASTING.search(run.text, max(0, start - 3), start) is not None or _LASTED.match(run.text, end) is not None


def _is_year(made: ChineseReading) -> bool:
    number = made.number
    return len(number) == 4 and number.isdigit() and "1900" <= number <= "2099" and made.high is None


_OUT_OF = Pattern("中[就有约近仅只]")  # 每10人中就有7人
_AMONG = Pattern("[^，。；：、0-9]{0,8}中")  # 每10人中有4人: four of ten
_GAP = Pattern(r"[^，。；：、！？,;:!?0-9]{0,16}")


def _rate(run: TextScan, made: ChineseReading) -> ScanStep | None:
    """每万人14件 and 14件/万人; 每万人 alone is kept until its figure comes."""
    each = run.text[made.at - 1 : made.at] == "每"
    if made.per:
        powers = made.per.lstrip("10")  # 14.3/10万
        begin, per = made.start, Decimal(made.per.removesuffix(powers) or 1) * (han(powers) or 1)
    elif _is_base(run, made, each or made.bare):
        run.per = (made.low, made.at - each, made.end)
        return None, made.end
    elif run.per:
        per, begin, end = run.per
        run.per = None
        gap = _GAP.match(run.text, end)
        if gap is None or gap.end() < made.start or _OUT_OF.search(gap[0]):
            return None
    else:
        return None
    said = {"tail": made.word or "", "qualifier": made.qualifier, "qform": made.qform}
    return run.figure(begin, made.end, "rate", made.low, per=per, **said)


def _is_base(run: TextScan, made: ChineseReading, maybe: bool) -> bool:
    """Whether a number is what the next is told for: 每万人, 百人 before 拥有."""
    if not maybe or made.high is not None or made.low < 10 or made.low != Decimal(10) ** made.low.adjusted():
        return False
    if run.text[made.at - 1 : made.at] == "每":
        return made.low >= 1000 or not _AMONG.match(run.text, made.end)
    return made.word == "人" and run.text.startswith(("拥有", "平均"), made.end)
