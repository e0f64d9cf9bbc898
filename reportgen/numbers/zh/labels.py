"""Words that make a number behind them a label and no figure: 图3, 表 12, 第1、2、3节, 波音737, 选择2, 歼-20.

Data and the two questions asked of it. Digits inside Latin names, telephones, times and the like: `masks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportgen.numbers.grammar.patterns import words
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.zh.reading_words import ChineseTails, tail_at

_REFERENCES = words(  # parts of a document: nothing that can be counted stands behind them
    "图 表 附图 附表 插图 附件 附录 附注 附 专栏 公式 方程 方程式 算式 定理 引理 推论 命题 算法 脚注 注 注释 清单 "
    "图表 表格 照片 章节"
)
_NO_LABELS = words(  # end like a word that labels and are another: 代表3名, 每毫安1元
    "毫安 千安 微安 西安 平安 公安 保安 长安 延安 "
    "地表 代表 发表 仪表 外表 手表 钟表 填表 列表 地图 意图 企图 试图 力图 版图 关注 备注 标注 投注 灌注 贯注 下注 倾注"
)
_NUMBERED = words(  # things told apart by numbers, unless it is things behind them that are counted
    "选择 选项 字段 方案 步骤 阶段 问题 样本 实验 试验 任务 案例 类型 级别 版本 议题 主题 目标 模块 单元 课题 假设 "
    "情景 情形 场景 选手 频道 通道 窗口 航站楼 站台 月台 展位 座位 房间 车厢 跑道 赛道 泳道 地铁 公交 网关 端口 节点 "
    "引擎 变量 参数 表单 练习 习题 例题 题目 战区 学区 厂区 园区 片区 分区 战略 法案 提案 决议 议案 修正案 示例 备选 "
    "附则"
)
_NAMED = words(  # makes and models, ships of space, indices
    "波音 空客 空中客车 宝马 奔驰 奥迪 标致 马自达 雪铁龙 特斯拉 理想 问界 小鹏 蔚来 极氪 小米 荣耀 红米 苹果 华为 "
    "麒麟 骁龙 鸿蒙 安卓 神舟 嫦娥 天宫 天舟 天问 长征 长征系列 北斗 风云 高分 东风 巨浪 红旗 鹰击 翼龙 彩虹 阿波罗 "
    "联盟 猎鹰 火星 伊尔 米格 苏 图 安 歼 轰 运 直 空警 幻影 阵风 沪深 北证 上证 中证 深证 科创 创业板 标普 "
    "标准普尔 富时 罗素 日经 恒生 道琼斯 纳斯达克 战狼 唐探 哪吒 世行 北溪 二号 东盟 金砖 财富 胡润 中超 英超"
)
_HYPHENED = words(
    "歼 轰 运 直 强 苏 图 安 伊尔 米格 东风 巨浪 红旗 鹰击 长征 神舟 嫦娥 北斗 空警 阵风 幻影 翼龙 彩虹 枭龙"
)


def _by_last(words: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for word in words:
        table.setdefault(word[-1], []).append(word)
    return {last: tuple(row) for last, row in table.items()}


_REFERRED = _by_last(_REFERENCES)
_EXEMPT = _by_last(_NO_LABELS)
_CALLED = _by_last((*_NUMBERED, *_NAMED))
_JOINED = _by_last(_HYPHENED)
LABELING = frozenset((*_REFERRED, *_CALLED))
"""The last characters of the words that make a number a label."""

_NUMBER = r"[0-9]{1,4}(?:[.–-][0-9]{1,3}){0,3}[A-Za-z]?(?![0-9.]?[0-9])"
_NUMBERS = Pattern(rf"{_NUMBER}(?:\s?(?:[、,，~/]|和|与|及|以及|或|至|到)\s?{_NUMBER}){{0,9}}")
_FIRST = Pattern(_NUMBER)
_COUNTED = frozenset("千余个家项件名位人台万亿%年月日元‰")


def label_end(tails: ChineseTails, text: str, at: int) -> int:
    """Where the label ends whose number begins at `at`, further numbers of a list included; 0 where it is none."""
    stop = at - 1 if text[at - 1] == " " else at
    last = text[stop - 1 : stop]
    if last in "-–" and (joined := _JOINED.get(text[stop - 2 : stop - 1])):
        return _ended(tails, text, at, strict=True) if text.endswith(joined, 0, stop - 1) else 0
    if (others := _EXEMPT.get(last)) and text.endswith(others, 0, stop):
        return 0
    if (names := _REFERRED.get(last)) and text.endswith(names, 0, stop):
        return _ended(tails, text, at, strict=False)
    names = _CALLED.get(last)
    return _ended(tails, text, at, strict=True) if names and text.endswith(names, 0, stop) else 0


def _ended(tails: ChineseTails, text: str, at: int, strict: bool) -> int:
    """Where the numbers end; what is counted is no label, for strict labels whatever the measure word."""
    for pattern in (_NUMBERS, _FIRST):  # 图3、4, but 图3、12家企业
        found = pattern.match(text, at)
        if found is None:
            return 0
        end = found.end()
        following = text[end : end + 2].strip()[:1] if strict else text[end : end + 1]  # 图2 人民币: a title
        if following not in _COUNTED and not (strict and tail_at(tails, text, end)[1]):
            return end
    return 0
