"""The Chinese of figures as data: scales, bases, periods, numerals; for writing and reading alike.

The wordings of qualifiers and the verbs of change, which a quantity may ask for: `model/wordings`.
"""

from __future__ import annotations

from reportgen.numbers.model.quantity import Aggregate, Basis

# name and power of ten, largest first
SCALES: tuple[tuple[str, int], ...] = (("万亿", 12), ("亿", 8), ("万", 4))
SCALE_DECIMALS = 2  # a scale is taken when the figure needs no more decimals than this

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
    "same_period": "",  # these two tell the period itself
    "period": "",
    "none": "",
}
DIFFERENCE = "增加"  # of money, things and units; 减少 where there are fewer
UNCHANGED, LITTLE_CHANGED = "持平", "基本持平"

SAID_OF_RATES = {"month": "月", "workday": "工作日"}  # 每月, 元/月: units that lose their 个

POINTS = "个百分点"
TIMES = "倍"
TENTH = "成"
DIGITS = "零一二三四五六七八九"
POWERS = ("", "十", "百", "千")  # of ten, inside one group of four
ORDINAL_WORDS = 9  # 第一…第九, then 第10

# the year and its end, as they are said
RELATIVE_YEARS = {"last": ("去年", "去年底"), "this": ("今年", "今年年底"), "next": ("明年", "明年年底")}
QUARTERS = ("一季度", "二季度", "三季度", "四季度")
HALVES = ("上半年", "下半年")
PLAN = "“{}五”"  # 十四 -> “十四五”
RANGE_MARKS = {"value": "～", "time": "—", "word": "至"}
