"""Which way a figure goes by the words of its clause: a decline of 3%, a loss of 2 million, 4.9%的增长, 降至, by 5%."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from reportgen.numbers.grammar.found import Found
from reportgen.numbers.grammar.patterns import any_of, words
from reportgen.numbers.model.pattern import Pattern

Way = Literal["up", "down"]

_ZH_UP = words(
    "增长 增加 提高 上升 上涨 提升 扩大 攀升 回升 增幅 涨幅 升幅 上调 上浮 上扬 调高 走高 大增 猛增 激增 新增 增至 "
    "升至 涨至 盈利 盈余 顺差 净流入 净利润 获利 净买入 增速"
)
_ZH_DOWN = words(
    "负增长 下降 降低 减少 回落 下滑 下跌 下调 降幅 跌幅 缩减 缩小 放缓 收窄 下浮 下挫 调低 走低 缩短 压缩 削减 缩水 "
    "降价 减产 减收 减排 少增 降至 跌至 减至 降 跌 减 亏损 净亏 巨亏 逆差 赤字 净流出 净卖出 萎缩 收缩 恶化 为负 "
    "零下 损失 转负"
)
_EN_UP = words(
    "up rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth "
    "gain gains gained climb climbs climbed jump jumped surge surged soar soared expand expanded raised higher profit "
    "profits surplus surpluses inflow inflows earned"
)
_EN_DOWN = words(
    "down fall falls fell fallen falling decline declines declined declining decrease decreases decreased decreasing "
    "drop drops dropped dropping slide slid slip slipped shrink shrank shrinkage contracted contraction reduce reduces "
    "reduced reduction cut cuts lower lowered narrowed narrowing slowdown slowed slower plunged plunge tumbled dip "
    "dipped slashed shortened sank slump slumped plummeted eased easing loss losses lost losing deficit deficits "
    "shortfall outflow outflows negative minus below less worsened worse red shed retreat retreated weaker weakened"
)
_ZH = Pattern(f"(?P<down>{any_of(_ZH_DOWN)})|(?P<up>{any_of(_ZH_UP)})")
_EN = Pattern(rf"(?i:\b(?:(?P<down>{any_of(_EN_DOWN)})|(?P<up>{any_of(_EN_UP)}))\b)")
_ZH_STOP = "，。；：、！？,;:!?\n（）()"
_EN_STOP = Pattern(r"[,;:()\n]|[.!?](?=\s|$)|\b(?:and|while|but|whereas)\b")
_REACH = 70
_HANZI = Pattern("[\u3400-\u9fff]")


def told_way(found: Found) -> Way | None:
    """The one way that the clause around a figure tells; None where it tells none, or both."""
    ways = _ways(_clause(found))
    return next(iter(ways)) if len(ways) == 1 else None


def is_below_zero(found: Found) -> bool:
    """Whether the clause around a figure without a sign says that it is below zero: a loss, a decline of, 零下."""
    if found.source.strip() in (f"({found.text})", f"（{found.text}）"):
        return True  # a cell of accounts
    return _BELOW.search(_clause(found)) is not None


_BELOW = Pattern(
    r"[负亏]|逆差|赤字|净流出|净卖出|零下|降幅|跌幅|下降率|萎缩|收缩|缺口"
    r"|(?i:\b(?:loss(?:es)?|lost|losing|deficits?|shortfall|outflows?|negative|minus|below|contract(?:ed|ion|ing)|shrank|shrinkage"
    r"|(?:decline|decrease|drop|fall|reduction|downturn|slump|dip)\s(?:of|by|was|at|in|rate)|red)\b)"
)


def is_doubled(found: Found) -> bool:
    """Whether a value below zero is also called a loss: a net loss of -320 million."""
    return _DOUBLED.search(found.source, max(0, found.start - 24), found.start) is not None


_DOUBLED = Pattern(
    r"(?:亏损|净亏|逆差|赤字|净流出)[^，。；0-9]{0,6}$"
    r"|(?i:\b(?:loss(?:es)?|deficit|outflow)\s(?:[a-z]{1,9}\s){0,2}[^\sa-z0-9]{0,3}$)"
)


@lru_cache(maxsize=256)
def _ways(text: str) -> frozenset[Way]:
    pattern = _ZH if _HANZI.search(text) else _EN
    return frozenset("down" if found.lastgroup == "down" else "up" for found in pattern.finditer(text))


def _clause(found: Found) -> str:
    """The clause of the text that a figure stands in."""
    source, start, end = found.source, found.start, found.end
    before, after = source[max(0, start - _REACH) : start], source[end : end + _REACH]
    if _HANZI.search(before) or _HANZI.search(after):
        first = max(before.rfind(stop) for stop in _ZH_STOP)
        last = min((at for at in map(after.find, _ZH_STOP) if at >= 0), default=len(after))
        return before[first + 1 :] + source[start:end] + after[:last]
    ends = [stop.end() for stop in _EN_STOP.finditer(before)]
    stop = _EN_STOP.search(after)
    return before[ends[-1] if ends else 0 :] + source[start:end] + (after[: stop.start()] if stop else after)
