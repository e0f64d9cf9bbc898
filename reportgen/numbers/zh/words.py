"""The Chinese of figures as data: scales, qualifiers, verbs, bases, periods, numerals; for writing and reading alike.

The first wording of every row is the house's; the others are accepted when reading. Rules of layout: `zh_layout`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from reportgen.numbers.model.quantity import Aggregate, Basis, ChangeUnit, QualifierType

Place = Literal["before", "inside", "after"]


class Wording(NamedTuple):
    """A qualifier's word, where it stands to the figure, and whether 百 may follow it bare (近百家 but 至少一百家)."""

    text: str
    place: Place = "before"
    bare_power: bool = False


class Verb(NamedTuple):
    """A verb of change: its direction, the family English says it by, and the verb of the other direction.

    Where that is empty the default of the unit stands in.
    """

    direction: Literal[1, -1]
    family: Literal["size", "gap", "pace"]
    opposite: str


# name and power of ten, largest first
SCALES: tuple[tuple[str, int], ...] = (("万亿", 12), ("亿", 8), ("万", 4))
SCALE_DECIMALS = 2  # a scale is taken when the figure needs no more decimals than this

QUALIFIERS: dict[QualifierType, tuple[Wording, ...]] = {
    "approx": (
        Wording("约", bare_power=True),
        Wording("左右", "after"),
        Wording("上下", "after"),
        Wording("大约"),
        Wording("大概"),
    ),
    "nearly": (Wording("近", bare_power=True), Wording("接近", bare_power=True), Wording("将近", bare_power=True)),
    "over": (
        Wording("超过", bare_power=True),
        Wording("超", bare_power=True),
        Wording("逾", bare_power=True),
        Wording("突破", bare_power=True),
        Wording("过", bare_power=True),
    ),
    "more": (Wording("余", "inside", True), Wording("多", "inside", True)),
    "at_least": (
        Wording("以上", "after"),
        Wording("不少于"),
        Wording("不低于"),
        Wording("至少"),
        Wording("上", bare_power=True),
    ),
    "below": (Wording("不足", bare_power=True), Wording("不到", bare_power=True), Wording("低于"), Wording("少于")),
    "at_most": (
        Wording("不超过"),
        Wording("以内", "after"),
        Wording("至多"),
        Wording("最多"),
        Wording("以下", "after"),
    ),
    "up_to": (Wording("高达"), Wording("多达"), Wording("最高")),
}
WORDINGS: dict[str, Wording] = {wording.text: wording for row in QUALIFIERS.values() for wording in row}
HANZI_ONLY = "上"  # 上百家: this qualifier takes Chinese numerals only

AGGREGATES: dict[Aggregate, str] = {"cumulative": "累计", "total": "共", "average": "平均"}

BASES: dict[Basis, str] = {
    "yoy": "同比",
    "qoq": "环比",
    "mom": "环比",
    "prev_year": "比上年",
    "prev_quarter": "比上季度",
    "prev_month": "比上月",
    "prev_year_end": "比上年末",
    "avg_annual": "年均",
    "real_yoy": "同比实际",
    "nominal_yoy": "同比名义",
    "none": "",
}
UNCHANGED, LITTLE_CHANGED = "持平", "基本持平"

VERBS: dict[str, Verb] = {
    "增长": Verb(1, "size", "下降"),
    "增加": Verb(1, "size", "减少"),
    "上涨": Verb(1, "size", "下降"),
    "上升": Verb(1, "size", "下降"),
    "提高": Verb(1, "size", "降低"),
    "提升": Verb(1, "size", "下降"),
    "攀升": Verb(1, "size", "回落"),
    "回升": Verb(1, "size", "回落"),
    "扩大": Verb(1, "gap", "收窄"),
    "加快": Verb(1, "pace", "放缓"),
    "下降": Verb(-1, "size", ""),
    "减少": Verb(-1, "size", "增加"),
    "下跌": Verb(-1, "size", "上涨"),
    "下滑": Verb(-1, "size", "增长"),
    "降低": Verb(-1, "size", "提高"),
    "回落": Verb(-1, "size", "回升"),
    "收窄": Verb(-1, "gap", "扩大"),
    "缩小": Verb(-1, "gap", "扩大"),
    "放缓": Verb(-1, "pace", "加快"),
    "减缓": Verb(-1, "pace", "加快"),
}
DEFAULT_VERBS: dict[ChangeUnit, tuple[str, str]] = {"percent": ("增长", "下降"), "pp": ("提高", "下降")}


def verb(wanted: str | None, unit: ChangeUnit, sign: int) -> str:
    """The verb for a change of that sign: the one wanted, or where it would say the opposite, its counterpart."""
    default = DEFAULT_VERBS[unit][sign < 0]
    if wanted is None:
        return default
    return wanted if VERBS[wanted].direction == sign else VERBS[wanted].opposite or default


POINTS = "个百分点"
TIMES = "倍"
TENTH = "成"
DIGITS = "零一二三四五六七八九"
POWERS = ("", "十", "百", "千")  # of ten, inside one group of four
FIRST = "首"  # 首个, 首批: another wording for 第一个, 第一批
ORDINAL_WORDS = 9  # 第一…第九, then 第10

QUARTERS = ("一季度", "二季度", "三季度", "四季度")
HALVES = ("上半年", "下半年")
PLAN = "“{}五”"  # 十四 -> “十四五”
VAGUE = ("数", "几")
RANGE_MARKS = {"value": "～", "time": "—", "word": "至"}
