"""The words around a number in Chinese, for reading: what it counts, qualifiers, verbs, currencies, set phrases.

The house's own wordings are in `words` and `model/wordings` and are taken over from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from reportgen.numbers.grammar.parts import TIME_UNITS, Tail
from reportgen.numbers.grammar.patterns import any_of, by_word, tree, words
from reportgen.numbers.model import wordings
from reportgen.numbers.model.lexicon import CURRENCIES, UNITS, Noun, Unit
from reportgen.numbers.model.pattern import Pattern
from reportgen.numbers.model.quantity import QualifierType

NUMERALS = "零〇一二两三四五六七八九十百千万亿"

CURRENCY_WORDS: dict[str, str] = by_word(
    {
        "CNY": "人民币|元人民币|块钱",
        "HKD": "港币",
        "JPY": "日圆",
        "AUD": "澳大利亚元",
        "CAD": "加拿大元",
        "SGD": "新元",
        "CHF": "瑞郎",
        "KRW": "韩币",
        "TWD": "新台币元",
        "INR": "卢比",
        "NZD": "纽元",
        "MOP": "澳门币",
    }
)
CURRENCY_SIGNS: dict[str, str] = by_word(
    {  # before a number
        "CNY": "人民币|RMB|CNY|¥|￥",
        "USD": "US$|USD|$|美元",
        "HKD": "HK$|HKD",
        "EUR": "€|EUR",
        "GBP": "£|GBP",
        "JPY": "JPY",
        "KRW": "KRW",
        "TWD": "新台币",
    }
)

UNIT_WORDS: dict[str, str] = by_word(
    {
        "km": "千米|km",
        "km2": "平方千米|km²|km2",
        "m2": "平米|m²|m2",
        "m3": "立方|m³",
        "kg": "千克|kg",
        "kWh": "度电|kWh",
        "TEU": "标准箱|TEUs",
        "hour": "个小时|个多小时|钟头|个钟头|h",
        "minute": "分钟",
        "second": "秒钟",
        "day": "日历天|天期|日",
        "workday": "个工作日|工作日|个交易日",
        "week": "个星期|星期",
        "year": "周岁|岁|周年|载|年期|年",
        "month": "个月期",
        "mL": "毫升|mL",
        "mg": "毫克|mg",
        "ug": "微克|μg",
        "ug/m3": "微克/立方米|微克每立方米|μg/m³",
        "nmi": "海里",
        "mi": "英里",
        "ft": "英尺",
        "in": "英寸",
        "C": "摄氏度|℃|°C",
        "hPa": "百帕|hPa",
        "mmHg": "毫米汞柱|mmHg",
        "kV": "千伏|kV",
        "MWh": "兆瓦时|MWh",
        "GWh": "吉瓦时|GWh",
        "TWh": "太瓦时|TWh",
        "Hz": "赫兹|Hz",
        "ms": "毫秒|ms",
        "us": "微秒",
        "ns": "纳秒",
        "PFLOPS": "P",
        "tce": "吨标准煤",
        "bit": "比特",
        "qubit": "量子比特",
        "li": "里",
        "bbl": "桶",
        "ly": "光年",
        "oz": "盎司",
        "gal": "加仑",
        "ct": "克拉",
        "hp": "马力",
        "kcal": "千卡",
        "acre": "英亩",
        "chi": "尺",
        "m": "m",
        "cm": "cm",
        "mm": "mm",
        "nm": "nm",
        "um": "μm",
        "g": "g",
        "t": "t",
        "kW": "kW",
        "MW": "MW",
        "GW": "GW",
        "V": "V",
        "W": "W",
        "Wh": "Wh",
        "GHz": "GHz",
        "MHz": "MHz",
        "Gbps": "Gbps",
        "Mbps": "Mbps",
        "Tbps": "Tbps",
        "MB": "MB",
        "EB": "EB",
        "TOPS": "TOPS",
        "MPa": "MPa",
        "dB": "dB",
    }
)
_ARABIC_UNITS = frozenset(
    ["米", "克", "升", "里", "载", "桶", "尺"]
)  # 三米, 百里, 一升: after Chinese numerals too often a name

_COUNTERS = words(
    "个 家 项 件 名 位 人 台 辆 列 笔 场 所 条 座 只 支 艘 架 套 款 种 类 批 次 届 轮 户 张 份 篇 本 部 册 幅 间 "
    "栋 幢 株 棵 头 匹 枚 股 根 处 口 班 局 趟 遍 度 组 对 例 起 宗 桩 票 盒 箱 袋 瓶 层 门 颗 粒 片 块 段 节 项次 "
    "架次 台次 班次 场次 车次 艘次 户次 例次 人年 人月 批次 名次 人口 人份 方面 门类 省份 车道 床 卡 席 大 大类 小时制"
)
_ARABIC_COUNTERS = words("期 步 字 页 行 代 点 环 分 折 路 道 手 面 端 维 寸 尾 羽 单 倍速 位数")
_WEAK_COUNTERS = words("国 省 市 县 区 地 州 镇 乡 村 城市")

NOT_BEFORE: dict[str, str] = {  # what must not follow, where a tail is the beginning of another word
    "元": "件素旦宵首老月",
    "成": "立为果功员本长年都绩品就熟交效型因分套群片批倍语人份色千百了形林渝像家才事见规文活建",
    "人": "工口才民社均大力机形造为类心生", "大": "学道型会概家约量部多力幅赛数厅气", "天": "然津河山文际",
    "年期": "间末初待望", "天期": "间末", "个月期": "间末",
    "次": "于要序生元日年月",
    "卡": "车片口路尺通", "年": "级", "类": "似", "部": "分门署长委", "起": "来到伏", "家": "庭乡电具",
    "名": "单字为牌",
    "位": "于置", "场": "所馆地", "项": "目", "对": "于外", "本": "次身地年月", "门": "户", "班": "子", "片": "区",
    "台": "湾北州山", "局": "部势面限长", "组": "织成建合", "张": "江", "处": "理于", "层": "级", "条": "件",
    "口": "径岸", "段": "时", "节": "能气",
    "日": "程前本元均常报益用化", "地": "方", "区": "域块间", "市": "场值",
    "国": "家际内民企有", "县": "域", "道": "路", "周": "期边末",
    "种": "植业", "级": "别",
    "户": "籍", "股": "份权东", "度": "假", "分": "别析", "手": "机", "面": "向临对", "行": "业动", "点": "击",
    "秒": "杀", "轮": "汽车胎驱船廓椅", "匹": "狼", "人年": "均龄",
}  # fmt: skip


def _tails() -> dict[str, Tail]:
    table = {word: Tail("count") for word in _COUNTERS}
    table |= {word: Tail("count", han=False) for word in _ARABIC_COUNTERS}
    table |= {word: Tail("count", weak=True) for word in _WEAK_COUNTERS}
    table["强"] = Tail("count", han=False, weak=True)  # 世界500强: a list of that name
    units = {unit.zh: unit.key for unit in UNITS.values()} | UNIT_WORDS
    for word, key in units.items():
        table[word] = Tail("duration" if key in TIME_UNITS else "measure", key, han=word not in _ARABIC_UNITS)
    table |= {row.zh: Tail("money", code) for code, row in CURRENCIES.items()}
    table |= {word: Tail("money", code) for word, code in CURRENCY_WORDS.items()}
    table |= {
        "%": Tail("percent"),
        "‰": Tail("permille"),
        "倍": Tail("multiple"),
        "成": Tail("tenths"),
        "番": Tail("fan"),
    }
    table |= {word: Tail("pp") for word in ("个百分点", "百分点", "个点")}
    return table | {word: Tail("bp") for word in ("个基点", "基点", "个BP", "BP", "bp")}


TAILS = _tails()
HALVES = {"年半": "年", "个半月": "个月", "个半小时": "小时", "天半": "天"}  # a half that follows the unit

_EXTRA_QUALIFIERS: dict[str, QualifierType] = by_word(
    {
        "approx": "大致|≈",
        "nearly": "几近|逼近|直逼|几乎",
        "over": "高于|大于|多于|不止|超出|破|>",
        "at_least": "起码|最少|最低|不小于|不下|不下于|≥",
        "below": "小于|未满|不满|未到|<",
        "at_most": "不高于|不多于|不大于|不超|未超过|≤",
    }
)
BEFORE: dict[str, QualifierType] = dict(_EXTRA_QUALIFIERS)
AFTER: dict[str, QualifierType] = by_word(
    {"at_least": "及以上|（含）以上|(含)以上", "at_most": "及以下|之内", "more": "有余|出头|+"}
)
for _name, _row in wordings.QUALIFIERS.items():
    BEFORE.update(dict.fromkeys((wording.text for wording in _row if wording.place == "before"), _name))
    AFTER.update(dict.fromkeys((wording.text for wording in _row if wording.place == "after"), _name))
INSIDE: dict[str, QualifierType] = {"余": "more", "多": "more", "来": "approx"}
PART_OF_WORD: dict[str, str] = {  # a qualifier's character that belongs to the word before it: 签约30个项目, 附近3家
    "约": "签合公节预条制契特邀履违续缔盟解爽集简毁失守", "近": "附最临邻靠远贴亲新相", "过": "通经路不未",
    "超": "反赶", "上": "以之", "破": "打攻侦告爆击冲识勘",
}  # fmt: skip
CAPS: dict[str, QualifierType] = by_word(
    {  # parted from the number by what is given: 最高给予2000万元, 至少领取123元
        "up_to": "最高",
        "at_most": "最多|至多",
        "at_least": "至少|最少|最低|起码",
    }
)
GIVING = "可能支给获奖补资贷授享达领有需容投缴处罚减免返提配安借融为"  # a verb of giving begins so
NEGATED: dict[QualifierType, QualifierType] = {"over": "at_most", "below": "at_least"}  # 不得超过, 不得低于

_UP = words(
    "增长 增加 提高 上升 上涨 提升 扩大 攀升 回升 加快 增幅 涨幅 升幅 增速 高出 多出 超出 上调 上浮 上扬 调高 走高 "
    "涨价 提价 增产 增收 扩容 增 涨 升 高 多 快 大"
)
_DOWN = words(
    "下降 降低 减少 回落 下滑 下跌 下调 降幅 跌幅 缩减 缩小 放缓 压减 收窄 下浮 下挫 调低 走低 缩短 压缩 精简 削减 "
    "缩水 降价 减产 减收 减排 降 减 跌 缩 低 少 慢"
)
VERBS: dict[str, str] = (
    {word: "up" if verb.direction > 0 else "down" for word, verb in wordings.VERBS.items()}
    | dict.fromkeys(_UP, "up")
    | dict.fromkeys(_DOWN, "down")
)

# set phrases that would else read as a number and what it counts
IDIOMS = words(
    "零部件 零配件 零件 零售 零星 零散 零距离 零碳 零排放 零关税 零工 零食 零钱 零基础 零时差 零突破 零容忍 零增长 "
    "一批 一些 一系列 一方面 一次性 一条龙 一把手 一部分 一部 一起 一带一路 一国两制 一大 一对 一家人 一举两得 "
    "一位难求 一年一度 一年四季 一年之计 一口 一条心 一类 一层 一番 一本 一头 一门心思 一组 一席 一片 一段 一块 "
    "一群 一处 一市 一区 一县 一省 一地 一村 一国 一度 一人一 一张网 一张蓝图 一盘棋 一村一品 一家一户 一股 一节 "
    "一根 一成不变 一体两翼 一个劲 一名不 一项项 一个个 一家家 一件件 二十大 二十一大 十九大 十八大 十七大 十六大 "
    "十五大 十四大 十三大 十二大 十一大 两个一百年 两个大局 两头 两口 两地分居 两次三番 三次产业 三位一体 四位一体 "
    "五位一体 三头六臂 三番五次 三天两头 三大战役 三类股东 三部曲 三条红线 三人行 四个自信 三天打鱼 三个代表 四个全面 "
    "四个意识 两个确立 两个维护 五口之家 五大连池 八项规定 十项全能 百家争鸣 百家姓 百千万人才 百人计划 百米跑 "
    "百年 百日 千家万户 千头万绪 千人计划 千人一面 千条万条 千年 万人计划 万人空巷 万家灯火 万户千家 万里 万年"
)


def backwards(words: Iterable[str]) -> str:
    """One of the words, met from its end."""
    return any_of(word[::-1] for word in words)


class ChineseTails(NamedTuple):
    """What numbers may count here: the words, the pattern of one behind a number, and their first characters."""

    table: Mapping[str, Tail]
    pattern: Pattern
    firsts: frozenset[str]


@lru_cache(maxsize=16)
def tails_with(terms: tuple[Noun | Unit, ...] = ()) -> ChineseTails:
    """The tails of the language and the measure words and units of a document's own terms."""
    table = dict(TAILS)
    for term in terms:
        if isinstance(term, Unit):
            table[term.zh] = Tail("duration" if term.time else "measure", term.key)
        elif term.measure:
            table.setdefault(term.measure, Tail("count"))
    return ChineseTails(
        table,
        Pattern(rf"\s?({_tail_pattern(table)})([多余](?![种次个样元]))?"),
        frozenset(word[0] for word in table),
    )


def _tail_pattern(table: Mapping[str, Tail]) -> str:
    """One of the tails, with what must not follow it; 个 may take 多 before 月, 小时, 百分点 and the like."""
    ends = dict.fromkeys(HALVES, "")
    for word, tail in table.items():
        after = f"(?![{NOT_BEFORE[word]}])" if word in NOT_BEFORE else ""
        if word.isascii() and word[-1].isalpha():
            after = "(?![A-Za-z0-9])"
        ends[word] = after
        if word.startswith("个") and len(word) > 1 and tail.kind in ("duration", "pp"):
            ends["个多" + word[1:]] = after
    return tree(ends)


def tail_at(tails: ChineseTails, text: str, at: int) -> tuple[int, str | None, str | None]:
    """The tail behind a number that ends at `at`: where it ends, the word, and the 多 or 余 that follows it."""
    found = tails.pattern.match(text, at)
    return (found.end(), found[1], found[2]) if found else (at, None, None)
