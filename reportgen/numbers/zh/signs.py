"""What stands left of a number with its sign: -3.2%, −人民币3亿元, 人民币-3亿元, 负3.2亿元, 零下15度."""

from __future__ import annotations

from reportgen.numbers.grammar.parts import Left
from reportgen.numbers.grammar.scan import TextScan
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.left_context import left_of

SIGNS = frozenset("-−–负下")
"""The last characters of what makes a number negative."""
_LEVELS = frozenset("为是达至到比约增减入出差余幅率润额值均")  # 人数为-300
_OPENINGS = frozenset("为是达至到比约(（:：，、")
_CLOSINGS = frozenset(")）")
_BURDENS = frozenset("担肩背抱自欺辜胜")  # 肩负3项任务
_SHARES = ("percent", "pp", "money")


def signed_left(run: TextScan, at: int, number: str, kind: str, unit: str | None) -> tuple[Left, bool]:
    """What stands before the number at a place, and whether it is below zero; the sign belongs to the figure."""
    text = run.text
    width = _sign(text, at, kind, unit) if text[at - 1 : at] in SIGNS else 0
    left = left_of(text, at - width, run.floor, number)
    if not width and left.currency and text[left.start - 1 : left.start] in SIGNS:
        width = _sign(text, left.start, "money", None)
        if width:
            left = left_of(text, left.start - width, run.floor, number)._replace(currency=left.currency)
    return left, width > 0


def _sign(text: str, at: int, kind: str, unit: str | None) -> int:
    """How many characters of a minus end at a place: 0 where a hyphen joins (2020-35, A-3) and 负 is a burden."""
    sign, before = text[at - 1], text[at - 2 : at - 1]
    shared = kind in _SHARES or unit == "C"
    if sign == "下":
        return 2 if text.endswith("零下", 0, at) else 0
    if sign == "负":
        return 1 if before not in _BURDENS and (shared or kind == "measure" or before in _OPENINGS) else 0
    if before in _CLOSINGS:
        return 0  # 4.5米（15英尺）-8.2米: a range
    if sign == "–":  # a dash is a minus behind few words only
        return 1 if shared and before in _OPENINGS and before else 0
    if not before.isalnum() or _CODE.search(text, max(0, at - 4), at - 1):
        return 1
    return 1 if not before.isascii() and (shared or before in _LEVELS) else 0


_CODE = Pattern("(?:RMB|CNY|USD|HKD|EUR|GBP|JPY)$")
_HEAT = Pattern("零下|温(?!差)|摄氏|最冷|最热|华氏")
_HOT = Pattern("的?(?:高温|低温|气温|高烧|高热|发烧|严寒|酷暑|酷热)")


def temperature(run: TextScan, start: int, at: int, end: int) -> str | None:
    """The unit of degrees told with a word of heat beside them: 气温15度, 40度高温; None for others."""
    clause = run.text[max(0, start - 10) : at].rpartition("，")[2].rpartition("。")[2]
    if heat := _HEAT.search(clause):
        return "F" if heat[0] == "华氏" else "C"
    return "C" if _HOT.match(run.text, end) else None
