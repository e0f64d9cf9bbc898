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
        "CNY": "人民币|元人民币|块钱|RMB|rmb|CNY",
        "USD": "USD|美金",
        "EUR": "EUR",
        "GBP": "GBP",
        "HKD": "港币|HKD",
        "JPY": "日圆|JPY",
        "AUD": "澳大利亚元",
        "CAD": "加拿大元",
        "SGD": "新元",
        "CHF": "瑞郎",
        "KRW": "韩币",
        "TWD": "新台币元",
        "INR": "卢比",
        "NZD": "纽元",
        "NGN": "奈拉",
        "MOP": "澳门币",
    }
)
CURRENCY_SIGNS: dict[str, str] = by_word(
    {  # before a number
        "CNY": "人民币|RMB|CNY|CN¥|¥|￥",
        "USD": "US$|USD|$|美元",
        "HKD": "HK$|HKD|港币|港元",
        "EUR": "€|EUR|欧元",
        "GBP": "£|GBP|英镑",
        "JPY": "JPY|日元",
        "KRW": "KRW",
        "TWD": "新台币",
    }
)

UNIT_WORDS: dict[str, str] = by_word(
    {
        "km": "千米|km|㎞",
        "km2": "平方千米|km²|km2",
        "m2": "平米|平方公尺|m²|m2|㎡",
        "m3": "立方|m³|㎥",
        "kg": "千克|kg|㎏",
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
        "V": "V|伏特",
        "mAh": "毫安时|毫安小时",
        "W": "W|瓦特",
        "Wh": "瓦时|Wh",
        "kHz": "kHz|千赫|千赫兹",
        "GHz": "GHz|吉赫|吉赫兹",
        "MHz": "MHz|兆赫|兆赫兹",
        "Gbps": "Gbps",
        "Mbps": "Mbps",
        "Tbps": "Tbps",
        "MB": "MB|兆字节",
        "GB": "吉字节",
        "TB": "太字节",
        "EB": "EB",
        "TOPS": "TOPS",
        "MPa": "MPa",
        "dB": "dB",
    }
)
_ARABIC_UNITS = frozenset(
    ["米", "克", "升", "里", "载", "桶", "尺", "码", "安"]
)  # 三米, 百里, 一升: after Chinese numerals too often a name

_COUNTERS = words(
    "个 家 项 件 名 位 人 台 辆 列 笔 场 所 条 座 只 支 艘 架 套 款 种 类 批 次 届 轮 户 张 份 篇 本 部 册 幅 间 栋 "
    "幢 株 棵 头 匹 枚 股 根 处 口 班 局 趟 遍 度 组 对 例 起 宗 桩 票 盒 箱 袋 瓶 层 门 颗 粒 片 块 段 节 项次 架次 "
    "台次 班次 场次 车次 艘次 户次 例次 人年 人月 批次 名次 人口 人份 方面 门类 省份 车道 床 卡 席 大 大类 小时制"
)
_ARABIC_COUNTERS = words("转 帧 期 步 字 页 行 代 点 环 分 折 路 道 手 面 端 维 寸 尾 羽 单 倍速 位数")
_WEAK_COUNTERS = words("国 省 市 县 区 地 州 镇 乡 村 城市")

NOT_BEFORE: dict[str, str] = {  # characters that must not follow, where a tail is the beginning of another word
    "元": "件素旦宵首老月",
    "成": "立为果功员本长年都绩品就熟交效型因分套群片批倍语人份色千百了形林渝像家才事见规文活建",
    "人": "工口才民社均大力机形造为类心生", "大": "学道型会概家约量部多力幅赛数厅气", "天": "然津河山文际",
    "年期": "间末初待望", "转": "变移换让向基运化账载正帐", "帧": "率",
    "角": "星形度铁色落斗逐", "毛": "利泽笔病巾坯衣线", "厘": "米清升定", "码": "头农字表流",
    "安": "全检置排防静徽保装顿庆康乐得心踏营", "天期": "间末", "个月期": "间末",
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

ALLOWED_BEFORE: dict[str, str] = {  # and what may follow all the same: 七成为女性, 八成都是新品, 三成员工
    "成": (
        "为(?![立止])|都(?=[是来在有没认会能想不对以把被将用选可愿由属已从要表支说集分位])|人(?=[口认表选有会支觉在对不]|民币)"
        "|员工|年轻|品牌|本地|本科|本土|家庭|家长|长期|规模以上"
    ),
    "人": "大(?:会|合唱|阅兵|游行|巡游)",
}


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
        "厘": Tail("percent", han=False),  # of interest, in Hong Kong
        **dict.fromkeys(("毛", "毛钱", "角", "角钱"), Tail("jiao", "CNY", han=False)),
        "‰": Tail("permille"),
        "倍": Tail("multiple"),
        "成": Tail("tenths"),
        "番": Tail("fan"),
    }
    table |= {word: Tail("pp") for word in ("个百分点", "百分点", "个点")}
    return table | {word: Tail("bp") for word in ("个基点", "基点", "点子", "个BP", "BP", "bp")}


TAILS = _tails()
HALVES = {"年半": "年", "个半月": "个月", "个半小时": "小时", "天半": "天"}  # a half that follows the unit

_EXTRA_QUALIFIERS: dict[str, QualifierType] = by_word(
    {
        "approx": "大致|约莫|估计|约计|大体|差不多|≈",
        "nearly": "几近|逼近|直逼|几乎|临近|贴近|近乎",
        "over": "高于|大于|多于|不止|不只|超出|破|>",
        "at_least": "起码|最少|最低|最短|不小于|不短于|不下|不下于|≥",
        "below": "小于|短于|未满|不满|未到|未达|未达到|达不到|<",
        "at_most": "不高于|不多于|不大于|不超|未超过|≤",
        "up_to": "最长|最多可达|最高可达",
    }
)
BEFORE: dict[str, QualifierType] = dict(_EXTRA_QUALIFIERS)
AFTER: dict[str, QualifierType] = by_word(
    {
        "at_least": (
            "及以上|或以上|（含）以上|(含)以上|及其以上|或更长|或更久|或更多|或更高|或更大|或者更多|及更高|及更多|甚至更多|甚至更高"
        ),
        "at_most": (
            "及以下|或以下|（含）以下|(含)以下|及其以下|之内|范围内|范围之内|范围以内|或更少|或更低|或更短|或更小"
        ),
        "more": "有余|出头|开外|+",
        "up_to": "之多|之久|之高",
        "approx": "附近",
    }
)
# what must not follow, where a qualifier behind a number is the beginning of another word: 30家以内销为主
AFTER_NOT_BEFORE: dict[str, str] = {
    "附近": "(?!水平|徘徊|波动|震荡|交投|整理|盘整)[^，。；、）)]",  # 7.75附近, but 3家附近的医院
    "左右": "摇摆|两侧|两边|两翼|逢源|手|对称|岸|互搏|开弓|为难|脑|派|翼|眼|脚|舵|声道|局势|胜负",
    "上下": "游|班|车|文|联动|铺|一心|一致|水|限|浮动|两|求索|齐心|同欲|册|集|学期|半场|翻飞|贯通|衔接|协同|左右|四方",
    "以内": "销|需|容|循环|陆|地|河|蒙古|卷|控|心|涵|政府|分泌",
    "以上": "市(?:公司|企业|板|路演|申请|为|后|的|融资)|海|升|限|游|涨|演|述|传|课|网|班|乘",
    "以下": "游|列(?!车)|沉|降|属|辖|简称|调|跌|滑|乡|述|潜|几|方面",
    "之多": "种|样|元|次",
}
for _name, _row in wordings.QUALIFIERS.items():
    BEFORE.update(dict.fromkeys((wording.text for wording in _row if wording.place == "before"), _name))
    AFTER.update(dict.fromkeys((wording.text for wording in _row if wording.place == "after"), _name))
# 多 and 余 behind a unit, and not at the head of another word: 3年多, but 20个多边形, 20家余热发电厂
BEYOND = (
    "多(?![种次个样元边功媒层维重孔肽糖巴模式晶用学民党国部方头语币云极双核线动发数半少余年党平家位名项地处车人米产])"
    "|余(?![热额款地下生震波粮料党杭姚项者温量孽])"
)
INSIDE: dict[str, QualifierType] = {"余": "more", "多": "more", "来": "approx"}
PART_OF_WORD: dict[str, str] = {  # a qualifier's character that belongs to the word before it: 签约30个项目, 附近3家
    "约": "签契合公节预条制特邀履违续缔盟解爽集简毁失守纽婚赴租立密背践誓稿隐相旧订",
    "近": "附最临邻靠远贴亲相迫挨凑",
    "过": "通经路不未渡度走去来跑做见访用试写拍演打接吃住读看听说拿得发办历问踢穿翻越跨错难熬胜掠飞开受",
    "超": "反赶中英",
    "上": "以之加算赶跟遇登爬早晚马身脸肩岸穿戴坐考爱迷",
    "破": "打攻侦告爆击冲识勘看撕踏残刺戳道点划磨",
}
NOT_PART_OF_WORD = words(  # where it belongs to none after all: 春节约30万人, 两条约30公里的路, 损失约3亿元
    "春节约 季节约 环节约 时节约 国庆节约 章节约 细节约 关节约 折合约 共合约 适合约 组合约 混合约 联合约 办公约 "
    "两条约 三条约 四条约 每条约 一条约 各条约 几条约 逮捕约 独特约 收集约 采集约 募集约 聚集约 损失约 流失约 丧失约 "
    "消失约 缺失约 机制约 控制约 体制约 研制约 编制约 持续约 连续约 陆续约 手续约 后续约 继续约 延续约 存续约 销毁约 "
    "烧毁约 摧毁约 损毁约 瓦解约 溶解约 分解约 了解约 缓解约 建立约 设立约 成立约 独立约 保密约 人口密约 预订约 "
    "修订约 签订约 制订约 地中超 集中超 其中超 年中超 其中近"
)
PLACES_ENDING_SO = words("里约 北约")  # Rio and NATO, at the head of a clause: not 家里约 nor 湖北约
HEAD_OF_CLAUSE = frozenset("在于从去到往离与由是和为，。、；：（ “「\n")
CAPS: dict[str, QualifierType] = by_word(
    {  # parted from the number by what is given: 最高给予2000万元, 至少领取123元
        "up_to": "最高|最长",
        "at_most": "最多|至多",
        "at_least": "至少|最少|最低|最短|起码",
    }
)
# words that may part a qualifier from its number: 大约需要45分钟, 至少还有3个, 最多只能容纳20人, 估计有4000人
BRIDGES = words(
    "需要 需 要 须 有 共有 仅有 只有 还有 已有 会有 仅 只 仅为 只是 是 为 占 占到 占据 达 达到 达成 合 在 存在 持续 "
    "花费 花 耗时 耗费 耗资 历时 用时 费时 相当于 等于 拥有 含有 含 包含 涉及 覆盖 容纳 来自 延续 保持 维持 经过 等待 "
    "等 用 再 能 可 可以 可达 能够 只能 可容纳 提供 节省 产生 距离 相距 距 长 宽 重 深 厚 消耗 支付 售价 售 价值 "
    "价格为 投资 投入 损失 创造 带来 完成 实现 生产 出现 发生 发现 参加 吸引 接待 造成 导致 影响 超出 属于 由 共 共计 "
    "了 着 过 到 每年 每月 每天 每日 全国 全球 全省 全市"
)
FAR_BEFORE = words(
    "几乎 逾 约 大约 大概 大致 估计 约莫 至少 起码 最多 至多 最高 最长 近 接近 将近 超过 不足 不到 不超过"
)
GIVING = "可能支给获奖补资贷授享达领有需容投缴处罚减免返提配安借融为"  # a verb of giving begins so
FAR_OF = words(  # before what a share is of: 不低于合同总价的三分之二
    "约 大约 近 接近 超 超过 逾 高于 大于 低于 少于 小于 不超过 不高于 不多于 不大于 不足 不到 不低于 不少于 不小于 "
    "至少 最多 至多 未达 未达到 达不到"
)
NEGATION = "(?:[均都并尚从绝亦也还]?(?:[不未勿没莫]|没有)[得能会应可宜要曾有]?)"
NEGATED: dict[QualifierType, QualifierType] = {"over": "at_most", "below": "at_least"}  # 不得超过, 不得低于

_UP = words(
    "增长 增加 提高 上升 上涨 提升 扩大 攀升 回升 加快 增幅 涨幅 升幅 增速 高出 多出 超出 上调 上浮 上行 反弹 上扬 "
    "调高 走高 涨价 提价 增产 增收 扩容 增 涨 升 高 多 快 大"
)
_DOWN = words(
    "负增长 下降 降低 减少 回落 下滑 下跌 下调 降幅 跌幅 缩减 缩小 放缓 压减 收窄 下浮 下行 下挫 调低 走低 缩短 压缩 "
    "精简 削减 缩水 降价 减产 减收 减排 降 减 跌 缩 低 少 慢"
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
    "一位难求 一年一度 一年四季 一年之计 一口 一条心 一类 一层 一番 一本 一头 一门心思 一组 一席 一片 一段 一块 一群 "
    "一处 一市 一区 一县 一省 一地 一村 一国 一度 一人一 一张网 一张蓝图 一盘棋 一村一品 一家一户 一股 一节 一根 "
    "一成不变 一体两翼 一个劲 一名不 一项项 一个个 一家家 一件件 "
    "两个一百年 两个大局 两头 两口 两地分居 两次三番 三次产业 三位一体 四位一体 五位一体 "
    "三头六臂 三番五次 三天两头 三大战役 三类股东 三部曲 三条红线 三人行 四个自信 三天打鱼 三个代表 四个全面 四个意识 "
    "两个确立 两个维护 两个毫不动摇 两个结合 三个务必 三个区分开来 五口之家 "
    "五大连池 八项规定 十项全能 百家争鸣 百家姓 百千万人才 百人计划 百米跑 百年 百日 "
    "千家万户 千头万绪 千人计划 千人一面 千条万条 千年 万人计划 万人空巷 万家灯火 万户千家 万里 万年 百度 四人赛 "
    "四人行 二元 一元论 一元化 三元里 三元桥 三元牛奶 四人帮 三座门 三座大山 五花八门 十年寒窗 五个一工程 三段论 "
    "三天三夜 三门峡 八股 十万火急 五口通商 九段线 二倍体 三倍体 四倍体 多倍体 十万八千里 四部丛刊 三家村 三家分晋 "
    "八项注意 四方面军 九节鞭 十年浩劫 十年如一日 十年树木 一千零一夜 五台 七张八嘴 三年五载 三人成虎 百家讲坛 百家乐 "
    "千家诗 十里洋场 千里马 千里之外 万里长城 万里长征 千万别 千万要 千万不 千万不要 千万记 千万注意 千万小心 千万莫 "
    "百万富翁 百万雄师 万万不 四处走 四处奔 四处打 四处寻 四处张 四处碰 四处逃 四处蔓 四处散 四处传 四处游 四处看 "
    "四处找 四处求 四处乱 三只松鼠 七匹狼 九阳 八达岭 三星堆 五指山 一点点 一点资讯 一条街 一块儿 一个人 一次又 "
    "一年到头 一天到晚 一家之言 一家独大 一人之下 一席之地 一面之词 一面之缘 一场空 一回事 一回生 一道菜 一口气 "
    "一股脑 一股劲 一根筋 一阵子 一辈子 一团糟 一团和气 一手 一路 一道 两面派 两面性 两口子 两条腿 两码事 两回事 三角 "
    "三项原则 四项基本原则 三包 三通 三个和尚 三个火枪手 三只小猪 七个小矮人 五星 十个指头 百里挑一 百团大战 百日维新 "
    "百年大计 百年树人 千年古 千年老 万人敌 半个世纪"
)


MAYBE_WORDS = frozenset(  # a numeral and a measure word that are as well a word: 四处走走, 才惊四座
    words("四处 四座 四周 两手 两头 两地 三地 一路 一道 四面 八方 两边 三边 四边 五味 四大 三大 五大 六大 八大 十大")
)


def backwards(words: Iterable[str]) -> str:
    """One of the words, met from its end."""
    return any_of(word[::-1] for word in words)


class ChineseTails(NamedTuple):
    """What numbers may count here, by the word, and by a word's first character the pattern of such behind a number."""

    table: Mapping[str, Tail]
    starting: Mapping[str, Pattern]


@lru_cache(maxsize=16)
def tails_with(terms: tuple[Noun | Unit, ...] = ()) -> ChineseTails:
    """The tails of the language and the measure words and units of a document's own terms."""
    table = dict(TAILS)
    for term in terms:
        if isinstance(term, Unit):
            table[term.zh] = Tail("duration" if term.time else "measure", term.key)
        elif term.measure:
            table.setdefault(term.measure, Tail("count"))
    starting: dict[str, dict[str, str]] = {}
    for word, after in _ends(table).items():
        starting.setdefault(word[0], {})[word] = after
    return ChineseTails(table, {first: Pattern(rf"\s?({tree(ends)})({BEYOND})?") for first, ends in starting.items()})


def _ends(table: Mapping[str, Tail]) -> dict[str, str]:
    """The tails, each with what must not follow it; 个 may take 多 before 月, 小时, 百分点 and the like."""
    ends = dict.fromkeys(HALVES, "")
    for word, tail in table.items():
        after = f"(?![{NOT_BEFORE[word]}])" if word in NOT_BEFORE else ""
        if word in ALLOWED_BEFORE:
            after = f"(?:{after}|(?={ALLOWED_BEFORE[word]}))"
        if word.isascii() and word[-1].isalpha():
            after = "(?![A-Za-z0-9])"
        ends[word] = after
        if word.startswith("个") and len(word) > 1 and tail.kind in ("duration", "pp"):
            ends["个多" + word[1:]] = after
    return ends


def tail_at(tails: ChineseTails, text: str, at: int) -> tuple[int, str | None, str | None]:
    """The tail behind a number that ends at `at`: where it ends, the word, and the 多 or 余 that follows it."""
    first = text[at : at + 1]
    pattern = tails.starting.get(first)
    if pattern is None and first.isspace():
        pattern = tails.starting.get(text[at + 1 : at + 2])
    if pattern is None:
        return at, None, None
    found = pattern.match(text, at)
    return (found.end(), found[1], found[2]) if found else (at, None, None)
