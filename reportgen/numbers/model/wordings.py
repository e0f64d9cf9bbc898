"""The wordings that a quantity may ask for: `qform` of a qualifier, `verb` of a change, 首 of an ordinal, 数 and 几.

They are Chinese by the specification: English, and any other language, follows from the type. The first wording of a
row is the house's; the others are accepted when reading.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from reportgen.numbers.model.quantity import ChangeUnit, QualifierType

QualifierPosition = Literal["before", "inside", "after"]


class QualifierWording(NamedTuple):
    """A qualifier's word, where it stands to the figure, and whether 百 may follow it bare (近百家 but 至少一百家)."""

    text: str
    place: QualifierPosition = "before"
    bare_power: bool = False


class ChangeVerb(NamedTuple):
    """A verb of change: its direction, the family English says it by, and the verb of the other direction.

    Where that is empty the default of the unit stands in.
    """

    direction: Literal[1, -1]
    family: Literal["size", "gap", "pace"]
    opposite: str


QUALIFIERS: dict[QualifierType, tuple[QualifierWording, ...]] = {
    "approx": (
        QualifierWording("约", bare_power=True),
        QualifierWording("左右", "after"),
        QualifierWording("上下", "after"),
        QualifierWording("大约"),
        QualifierWording("大概"),
    ),
    "nearly": (
        QualifierWording("近", bare_power=True),
        QualifierWording("接近", bare_power=True),
        QualifierWording("将近", bare_power=True),
    ),
    "over": (
        QualifierWording("超过", bare_power=True),
        QualifierWording("超", bare_power=True),
        QualifierWording("逾", bare_power=True),
        QualifierWording("突破", bare_power=True),
        QualifierWording("过", bare_power=True),
    ),
    "more": (
        QualifierWording("余", "inside", True),
        QualifierWording("多", "inside", True),
        QualifierWording("几", "inside"),
    ),
    "at_least": (
        QualifierWording("以上", "after"),
        QualifierWording("不少于"),
        QualifierWording("不低于"),
        QualifierWording("至少"),
        QualifierWording("上", bare_power=True),
    ),
    "below": (
        QualifierWording("不足", bare_power=True),
        QualifierWording("不到", bare_power=True),
        QualifierWording("低于"),
        QualifierWording("少于"),
    ),
    "at_most": (
        QualifierWording("不超过"),
        QualifierWording("以内", "after"),
        QualifierWording("至多"),
        QualifierWording("最多"),
        QualifierWording("以下", "after"),
    ),
    "up_to": (QualifierWording("高达"), QualifierWording("多达"), QualifierWording("最高")),
}
WORDINGS: dict[str, QualifierWording] = {wording.text: wording for row in QUALIFIERS.values() for wording in row}
HANZI_ONLY = "上"  # 上百家: this qualifier takes Chinese numerals only

VERBS: dict[str, ChangeVerb] = {
    "增长": ChangeVerb(1, "size", "下降"),
    "增加": ChangeVerb(1, "size", "减少"),
    "上涨": ChangeVerb(1, "size", "下降"),
    "上升": ChangeVerb(1, "size", "下降"),
    "提高": ChangeVerb(1, "size", "降低"),
    "提升": ChangeVerb(1, "size", "下降"),
    "攀升": ChangeVerb(1, "size", "回落"),
    "回升": ChangeVerb(1, "size", "回落"),
    "扩大": ChangeVerb(1, "gap", "收窄"),
    "加快": ChangeVerb(1, "pace", "放缓"),
    "下降": ChangeVerb(-1, "size", ""),
    "减少": ChangeVerb(-1, "size", "增加"),
    "下跌": ChangeVerb(-1, "size", "上涨"),
    "下滑": ChangeVerb(-1, "size", "增长"),
    "降低": ChangeVerb(-1, "size", "提高"),
    "回落": ChangeVerb(-1, "size", "回升"),
    "收窄": ChangeVerb(-1, "gap", "扩大"),
    "缩小": ChangeVerb(-1, "gap", "扩大"),
    "放缓": ChangeVerb(-1, "pace", "加快"),
    "减缓": ChangeVerb(-1, "pace", "加快"),
}
FANS = ("翻番", "翻倍")
"""The verbs of what has doubled that tell no number."""
DEFAULT_VERBS: dict[ChangeUnit, tuple[str, str]] = {"percent": ("增长", "下降"), "pp": ("提高", "下降")}


def verb(wanted: str | None, unit: ChangeUnit, sign: int) -> str:
    """The verb for a change of that sign: the one wanted, or where it would say the opposite, its counterpart."""
    default = DEFAULT_VERBS[unit][sign < 0]
    if wanted is None:
        return default
    return wanted if VERBS[wanted].direction == sign else VERBS[wanted].opposite or default


AVERAGES: dict[str, str] = {  # for one of what, by its key: 人均6824千瓦时
    "person": "人均", "household": "户均", "mu": "亩均", "day": "日均", "month": "月均", "year": "年均",
}  # fmt: skip

FIRST = "首"  # 首个, 首批: another wording for 第一个, 第一批
VAGUE = ("数", "几")
VAGUE_ORDERS = frozenset(10**power for power in range(15))
"""The orders of magnitude that a vague figure may have: several, dozens, hundreds of trillions."""
