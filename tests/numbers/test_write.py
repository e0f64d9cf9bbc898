"""What is printed for every kind of figure, in both languages: the goldens, and tables worked out from the rules."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.numbers import FigureError, common_unit, quantity, read_lexicon, write, write_parts

GOLDENS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "goldens.yaml").read_text(encoding="utf8"))
LEXICON = read_lexicon(GOLDENS["lexicon"])


def plain(text: str) -> str:
    """The text with ordinary spaces and without word joiners."""
    return text.translate({0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2060: None})


def said(mapping: dict[str, Any], **options: Any) -> tuple[str, str]:
    figure = quantity(mapping)
    return plain(write(figure, "zh", **options)), plain(write(figure, "en", **options))


@pytest.mark.parametrize("case", GOLDENS["format_cases"], ids=lambda case: f"{case['id']}-{case['family']}")
def test_a_golden_is_printed_as_the_house_prints_it(case: dict[str, Any]) -> None:
    figure = quantity(case["q"], LEXICON)
    for language in ("zh", "en"):
        text = write(figure, language)
        assert (text if case.get("raw") else plain(text)) == case[language]


QUALIFIED: list[tuple[dict[str, Any], str, str]] = [
    ({"money": "450000000000", "qualifier": "over", "qform": "突破"}, "突破4500亿元", "exceeding RMB 450 billion"),
    ({"money": "450000000000", "qualifier": "up_to"}, "高达4500亿元", "as much as RMB 450 billion"),
    ({"money": "1400000000", "qualifier": "more", "qform": "多"}, "14亿多元", "more than RMB 1.4 billion"),
    ({"money": "450000000000", "qualifier": "more"}, "4500余亿元", "more than RMB 450 billion"),
    (
        {"money": "3000000000", "qualifier": "more", "qform": "多", "numeral": "hanzi"},
        "三十多亿元",
        "more than RMB 3 billion",
    ),
    ({"money": "100000000", "qualifier": "at_least", "qform": "上"}, "上亿元", "upwards of RMB 100 million"),
    ({"money": "5000000", "qualifier": "at_most", "qform": "以内"}, "500万元以内", "no more than RMB 5 million"),
    ({"count": 12000, "noun": "enterprise", "qualifier": "more"}, "1.2万余家企业", "more than 12,000 enterprises"),
    ({"count": 14, "noun": "enterprise", "qualifier": "more"}, "超过14家企业", "more than 14 enterprises"),
    ({"count": 100, "measure": "场", "qualifier": "at_least", "qform": "上"}, "上百场", "upwards of 100"),
    ({"count": 200, "measure": "人", "qualifier": "more", "qform": "多"}, "200多人", "more than 200 people"),
    ({"count": 3000, "noun": "person", "qualifier": "below"}, "不足3000人", "fewer than 3,000 people"),
    ({"count": 300, "noun": "unicorn", "qualifier": "at_least"}, "300家以上独角兽企业", "at least 300 unicorns"),
    ({"count": 5, "noun": "project", "qualifier": "approx"}, "约5个项目", "about 5 projects"),
    ({"measure": 3, "unit": "year", "qualifier": "more"}, "3年多", "more than 3 years"),
    ({"measure": 3, "unit": "month", "qualifier": "more"}, "3个多月", "more than 3 months"),
    ({"measure": 10, "unit": "year", "qualifier": "more"}, "10余年", "more than 10 years"),
    ({"measure": 3, "unit": "year", "qualifier": "nearly"}, "将近3年", "nearly 3 years"),
    ({"measure": 3, "unit": "year", "qualifier": "below"}, "不足3年", "less than 3 years"),
    ({"measure": 12000, "unit": "visit", "qualifier": "below"}, "不足1.2万人次", "fewer than 12,000 visits"),
    ({"measure": 30, "unit": "dof", "qualifier": "approx"}, "约30个自由度", "about 30 degrees of freedom"),
    (
        {"measure": 30, "unit": "dof", "qualifier": "approx", "qform": "左右"},
        "30个自由度左右",
        "about 30 degrees of freedom",
    ),
    ({"percent": 30, "qualifier": "up_to"}, "高达30%", "as high as 30%"),
    ({"percent": 50, "qualifier": "approx", "qform": "左右"}, "50%左右", "about 50%"),
    ({"percent": 30, "qualifier": "more", "qform": "多"}, "30%多", "more than 30%"),
    ({"pp": 2, "qualifier": "more"}, "2个多百分点", "more than 2 percentage points"),
    ({"multiple": 2, "qualifier": "more"}, "2倍多", "more than twice"),
    ({"multiple": 3, "form": "increase", "qualifier": "nearly"}, "增长近2倍", "nearly tripled"),
    ({"multiple": 6, "form": "increase", "qualifier": "over"}, "增长超过5倍", "increased to more than six times"),
    ({"tenths": 6, "qualifier": "at_least"}, "六成以上", "at least 60%"),
    ({"tenths": 6, "qualifier": "more"}, "六成多", "more than 60%"),
    ({"fraction": "1/2", "qualifier": "over"}, "超过一半", "more than half"),
    ({"ratio": "3:1", "qualifier": "approx"}, "约3∶1", "about 3:1"),
]


@pytest.mark.parametrize(("mapping", "zh", "en"), QUALIFIED)
def test_a_qualifier_stands_where_each_language_puts_it(mapping: dict[str, Any], zh: str, en: str) -> None:
    assert said(mapping) == (zh, en)


CHANGES: list[tuple[str, str, str, str | None, str, str]] = [
    ("percent", "-1.2", "qoq", None, "环比下降1.2%", "down 1.2% quarter on quarter"),
    ("percent", "0.3", "mom", "上涨", "环比上涨0.3%", "up 0.3% month on month"),
    ("percent", "-2", "prev_year", "减少", "比上年减少2%", "down 2% from the previous year"),
    ("percent", "-3.1", "prev_year_end", None, "比上年末下降3.1%", "down 3.1% from the end of the previous year"),
    ("percent", "-2.5", "avg_annual", None, "年均下降2.5%", "average annual decline of 2.5%"),
    ("pp", "0.5", "avg_annual", None, "年均提高0.5个百分点", "average annual increase of 0.5 percentage points"),
    ("percent", "-1", "real_yoy", None, "同比实际下降1%", "down 1% year on year in real terms"),
    ("percent", "7.6", "nominal_yoy", None, "同比名义增长7.6%", "up 7.6% year on year in nominal terms"),
    ("pp", "-0.3", "yoy", None, "同比下降0.3个百分点", "down 0.3 percentage points year on year"),
    ("pp", "0.3", "yoy", "上升", "同比上升0.3个百分点", "up 0.3 percentage points year on year"),
    ("pp", "-1", "none", "降低", "降低1个百分点", "down 1 percentage point"),
    (
        "pp",
        "0.4",
        "prev_year",
        "扩大",
        "比上年扩大0.4个百分点",
        "widening by 0.4 percentage points from the previous year",
    ),
    ("pp", "-0.4", "yoy", "收窄", "同比收窄0.4个百分点", "narrowing by 0.4 percentage points year on year"),
    ("pp", "0.2", "qoq", "加快", "环比加快0.2个百分点", "accelerating by 0.2 percentage points quarter on quarter"),
    ("pp", "-0.2", "none", "放缓", "放缓0.2个百分点", "slowing by 0.2 percentage points"),
    # the sign decides: a verb that says the other direction gives way to its counterpart
    ("percent", "-3.2", "yoy", "增长", "同比下降3.2%", "down 3.2% year on year"),
    ("pp", "-3.2", "yoy", "扩大", "同比收窄3.2个百分点", "narrowing by 3.2 percentage points year on year"),
    ("pp", "0.2", "yoy", "放缓", "同比加快0.2个百分点", "accelerating by 0.2 percentage points year on year"),
    ("percent", "0", "none", None, "持平", "unchanged"),
    ("percent", "0", "prev_year", None, "与上年持平", "unchanged from the previous year"),
    ("percent", "0.04", "qoq", None, "环比基本持平", "little changed quarter on quarter"),
    ("pp", "-0.04", "prev_year_end", None, "与上年末基本持平", "little changed from the end of the previous year"),
]


@pytest.mark.parametrize(("unit", "value", "basis", "verb", "zh", "en"), CHANGES)
def test_a_change_is_said_by_sign_basis_and_verb(
    unit: str, value: str, basis: str, verb: str | None, zh: str, en: str
) -> None:
    quantum = {"quantum": "0.1"} if value.endswith("4") and "0.04" in value else {}
    mapping = {"change": value, "unit": unit, "basis": basis, **({"verb": verb} if verb else {}), **quantum}
    assert said(mapping) == (zh, en)


RANGES: list[tuple[dict[str, Any], str, str]] = [
    ({"money": ["90000000", "120000000"]}, "9000万～1.2亿元", "RMB 90 million–120 million"),
    ({"money": [500, 800], "currency": "HKD"}, "500～800港元", "HK$500–800"),
    ({"money": ["1e9", "2e9"], "opt": {"en_currency": "yuan"}}, "10亿～20亿元", "1 billion–2 billion yuan"),
    ({"count": [3, 5], "noun": "project"}, "3～5个项目", "three to five projects"),
    ({"count": [3, 12], "noun": "project"}, "3～12个项目", "3–12 projects"),
    ({"count": [1200000, 3000000], "noun": "person"}, "120万～300万人", "1.2 million–3 million people"),
    ({"count": [3, 5], "noun": "project", "numeral": "hanzi"}, "三至五个项目", "three to five projects"),
    ({"count": [8000, 12000], "noun": "project"}, "8000～1.2万个项目", "8,000–12,000 projects"),
    ({"count": [81, 63000000], "noun": "project"}, "81～63000000个项目", "81–63,000,000 projects"),
    ({"measure": [3, 5], "unit": "km"}, "3～5公里", "3–5 kilometers"),
    ({"pp": ["0.5", 1]}, "0.5～1个百分点", "0.5–1 percentage points"),
    ({"percent": ["-3", 5]}, "−3%～5%", "−3% to 5%"),
    ({"percent": [20, 30], "opt": {"range_mark": "word"}}, "20%至30%", "20% to 30%"),
    ({"change": [5, 6], "basis": "yoy"}, "同比增长5%～6%", "up 5%–6% year on year"),
    ({"change": [-5, -3], "basis": "yoy"}, "同比下降3%～5%", "down 3%–5% year on year"),
    ({"multiple": [2, 3]}, "2～3倍", "two to three times"),
    ({"multiple": [3, 4], "form": "to"}, "增长到3～4倍", "increased to 3–4 times"),
    ({"tenths": [6, 7]}, "六成至七成", "60%–70%"),
    ({"percent": [5, 6], "qualifier": "approx", "qform": "左右"}, "5%～6%左右", "about 5%–6%"),
]


@pytest.mark.parametrize(("mapping", "zh", "en"), RANGES)
def test_a_range_repeats_scale_and_percent_but_not_the_unit(mapping: dict[str, Any], zh: str, en: str) -> None:
    assert said(mapping) == (zh, en)


MULTIPLES = [
    ("1.5", "of", "1.5倍", "1.5 times"),
    ("2", "of", "2倍", "twice"),
    ("10", "of", "10倍", "10 times"),
    ("1.5", "increase", "增长0.5倍", "increased to 1.5 times"),
    ("4", "increase", "增长3倍", "quadrupled"),
    ("5", "increase", "增长4倍", "increased to five times"),
    ("8", "fan", "翻三番", "increased to eight times"),
    ("2", "to", "增长到2倍", "increased to twice"),
    ("12", "to", "增长到12倍", "increased to 12 times"),
]


@pytest.mark.parametrize(("factor", "form", "zh", "en"), MULTIPLES)
def test_a_multiple_is_final_over_base_whichever_way_it_is_said(factor: str, form: str, zh: str, en: str) -> None:
    assert said({"kind": "multiple", "factor": factor, "form": form}) == (zh, en)


@pytest.mark.parametrize(
    ("fraction", "zh", "en"),
    [
        ("3/4", "四分之三", "three quarters"),
        ("4/5", "五分之四", "four fifths"),
        ("7/8", "八分之七", "seven eighths"),
        ("9/10", "十分之九", "nine tenths"),
        ("1/20", "二十分之一", "one twentieth"),
        ("1/1000", "千分之一", "one thousandth"),
        ("3/100", "3/100", "3/100"),  # 百分之三 is 3%
        ("37/64", "37/64", "37/64"),
    ],
)
def test_a_simple_fraction_is_said_in_words(fraction: str, zh: str, en: str) -> None:
    assert said({"fraction": fraction}) == (zh, en)


@pytest.mark.parametrize(
    ("place", "measure", "zh", "en"),
    [
        (2, "名", "第二名", "second"),
        (9, "批", "第九批", "ninth"),
        (10, "位", "第10位", "10th"),
        (11, "次", "第11次", "11th"),
        (13, "届", "第13届", "13th"),
        (22, "位", "第22位", "22nd"),
        (23, "位", "第23位", "23rd"),
        (101, "位", "第101位", "101st"),
        (111, "位", "第111位", "111th"),
        (112, "位", "第112位", "112th"),
        (120, "位", "第120位", "120th"),
    ],
)
def test_an_ordinal_is_in_words_up_to_nine(place: int, measure: str, zh: str, en: str) -> None:
    assert said({"ordinal": place, "measure": measure}) == (zh, en)


def test_all_places_down_to_one_are_told() -> None:
    assert said({"ordinal": 3, "top": "true"}) == ("前三", "top three")


RATES: list[tuple[dict[str, Any], str, str]] = [
    ({"rate": 14, "measure": "件", "per": 100, "per_noun": "person"}, "每百人14件", "14 per 100 people"),
    ({"rate": 232, "measure": "人", "per": 1, "per_noun": "km2"}, "每平方公里232人", "232 people per square kilometer"),
    ({"rate": 550, "measure": "名", "per": 100000, "per_noun": "person"}, "每10万人550名", "550 per 100,000 people"),
    ({"rate": 8, "measure": "件", "per": 1000000, "per_noun": "person"}, "每百万人8件", "8 per million people"),
    ({"rate": 6, "measure": "件", "per": 10000, "per_noun": "enterprise"}, "每万家企业6件", "6 per 10,000 enterprises"),
    (
        {"rate": "12000", "currency": "CNY", "per_noun": "person", "qualifier": "over"},
        "每人超过1.2万元",
        "more than RMB 12,000 per person",
    ),
]


@pytest.mark.parametrize(("mapping", "zh", "en"), RATES)
def test_a_rate_tells_for_how_many(mapping: dict[str, Any], zh: str, en: str) -> None:
    assert said(mapping) == (zh, en)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("1e6", "百万级", "million-yuan-level"),
        ("1e8", "亿级", "100-million-yuan-level"),
        ("1e9", "十亿级", "billion-yuan-level"),
        ("1e13", "十万亿级", "10-trillion-yuan-level"),
        ("5e11", "5000亿级", "500-billion-yuan-level"),
    ],
)
def test_a_level_names_its_magnitude(value: str, zh: str, en: str) -> None:
    assert said({"level": value, "currency": "CNY"}) == (zh, en)


@pytest.mark.parametrize(
    ("order", "zh", "en"),
    [
        (10, "数十", "dozens"),
        (100, "数百", "hundreds"),
        (1000, "数千", "thousands"),
        (10**4, "数万", "tens of thousands"),
        (10**5, "数十万", "hundreds of thousands"),
        (10**6, "数百万", "millions"),
        (10**7, "数千万", "tens of millions"),
        (10**8, "数亿", "hundreds of millions"),
        (10**9, "数十亿", "billions"),
    ],
)
def test_a_vague_figure_has_an_order_of_magnitude_only(order: int, zh: str, en: str) -> None:
    assert said({"vague": order, "noun": "enterprise"}) == (f"{zh}家企业", f"{en} of enterprises")


HANZI = [
    ("2", "两家"), ("10", "十家"), ("12", "十二家"), ("20", "二十家"), ("105", "一百零五家"), ("110", "一百一十家"),
    ("200", "两百家"), ("1050", "一千零五十家"), ("1200", "一千二百家"),
    ("10010", "一万零一十家"), ("12000", "一万二千家"),
    ("20000", "两万家"), ("150000000", "一亿五千万家"), ("1000000000000", "一万亿家"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "zh"), HANZI)
def test_chinese_numerals_are_read_as_one_says_them(value: str, zh: str) -> None:
    assert said({"count": value, "measure": "家", "numeral": "hanzi"})[0] == zh


@pytest.mark.parametrize(
    ("value", "qualifier", "zh"),
    [
        (10, "more", "十余家"), (100, "more", "百余家"), (10000, "more", "万余家"), (1200, "more", "一千二百余家"),
        (100, "nearly", "近百家"), (1000, "nearly", "近千家"), (300, "more", "三百余家"),
        (100, "at_least", "一百家以上"),
    ],
)  # fmt: skip
def test_a_bare_power_of_ten_follows_some_qualifiers(value: int, qualifier: str, zh: str) -> None:
    assert said({"count": value, "measure": "家", "numeral": "hanzi", "qualifier": qualifier})[0] == zh


PERIODS: list[tuple[dict[str, Any], str, str]] = [
    ({"year": 2024, "eop": True}, "2024年底", "the end of 2024"),
    ({"year": 2025, "month": 6, "eop": True}, "2025年6月末", "the end of June 2025"),
    ({"year": 2025, "month": 6, "eop": True, "as_of": True}, "截至2025年6月末", "as of end-June 2025"),
    ({"year": 2025, "quarter": 1, "as_of": True}, "截至2025年一季度", "as of Q1 2025"),
    ({"year": 2025, "quarter": 1, "as_of": True, "eop": True}, "截至2025年一季度末", "as of the end of Q1 2025"),
    ({"year": 2025, "half": 2}, "2025年下半年", "H2 2025"),
    ({"year": 2025, "half": 2, "opt": {"en_period": "long"}}, "2025年下半年", "the second half of 2025"),
    ({"year": 2025, "quarter": 4, "opt": {"zh_period": "第一季度"}}, "2025年第四季度", "Q4 2025"),
    ({"year": 2025, "month": 3, "day": 5, "opt": {"en_date": "uk"}}, "2025年3月5日", "5 March 2025"),
    ({"year": 2024, "months": [1, 2]}, "2024年1—2月", "January–February 2024"),
    ({"from": 2016, "to": 2020}, "2016—2020年", "2016–2020"),
    ({"from": "2024-10", "to": "2025-03"}, "2024年10月—2025年3月", "October 2024–March 2025"),
    ({"from": "2025-03-01", "to": "2025-03-05"}, "2025年3月1—5日", "March 1–5, 2025"),
    ({"from": "2025-Q2", "to": "2025-Q3"}, "2025年二季度—三季度", "Q2–Q3 2025"),
    ({"from": "2024-Q4", "to": "2025-Q1"}, "2024年四季度—2025年一季度", "Q4 2024–Q1 2025"),
    ({"from": "2025-03-01", "to": "2025-04-05"}, "2025年3月1日—4月5日", "March 1–April 5, 2025"),
    (
        {"fyp": 14, "eop": True, "as_of": True},
        "截至“十四五”末",
        "as of the end of the 14th Five-Year Plan period",
    ),
    ({"fyp": 13}, "“十三五”时期", "the 13th Five-Year Plan period (2016–2020)"),
    ({"fyp": 15}, "“十五五”时期", "the 15th Five-Year Plan period (2026–2030)"),
    ({"fyp": 10}, "“十五”时期", "the 10th Five-Year Plan period (2001–2005)"),
    ({"decade": 1980}, "20世纪80年代", "the 1980s"),
    ({"month": 3}, "3月", "March"),
]


@pytest.mark.parametrize(("parts", "zh", "en"), PERIODS)
def test_a_period_is_said_as_the_house_says_it(parts: dict[str, Any], zh: str, en: str) -> None:
    assert said({"kind": "date", **parts}) == (zh, en)


USD_BRACKET = {"usd_rate": "7.10", "usd_quantum": "1e9", "en_currency": "yuan"}
OTHERS: list[tuple[dict[str, Any], str, str]] = [
    ({"money": "3500000000", "currency": "EUR"}, "35亿欧元", "€3.5 billion"),
    ({"money": "3500000000", "currency": "HKD"}, "35亿港元", "HK$3.5 billion"),
    ({"money": "3500000000", "currency": "USD", "opt": {"en_currency": "cny"}}, "35亿美元", "USD 3.5 billion"),
    ({"money": "1349084e8", "opt": {"style": "communique"}}, "1349084亿元", "134,908.4 billion yuan"),
    ({"money": "1.7e12", "quantum": "1e10", "keep_zeros": True}, "1.70万亿元", "RMB 1.70 trillion"),
    (
        {"money": "710e9", "qualifier": "approx", "opt": USD_BRACKET},
        "约7100亿元（约合1000亿美元）",
        "about 710 billion yuan (about US$100 billion)",
    ),
    ({"money": "86e9", "aggregate": "cumulative", "qualifier": "over"}, "累计超过860亿元",
     "a cumulative total of more than RMB 86 billion"),
    ({"count": 43, "measure": "个", "aggregate": "cumulative"}, "累计43个", "a total of 43"),
    ({"count": 43, "noun": "project", "aggregate": "total"}, "共43个项目", "a total of 43 projects"),
    ({"percent": 7, "aggregate": "average"}, "平均7%", "an average of 7%"),
    ({"count": 6, "measure": "名"}, "6名", "six"),
    ({"count": 30, "measure": "个自由度"}, "30个自由度", "30 degrees of freedom"),
    ({"count": 1, "noun": "person"}, "1人", "one person"),
    ({"count": 0, "noun": "project"}, "0个项目", "0 projects"),
    ({"measure": "1", "unit": "km"}, "1公里", "1 kilometer"),
    ({"measure": "1.0", "unit": "km", "keep_zeros": True}, "1.0公里", "1.0 kilometers"),
    ({"count": 1, "noun": "job", "quantum": "0.1", "keep_zeros": True}, "1.0个就业岗位", "1.0 jobs"),
    ({"money": "1e12", "quantum": "1e8", "keep_zeros": True}, "1.0000万亿元", "RMB 1.0000 trillion"),
    ({"measure": "0.5", "unit": "km"}, "0.5公里", "0.5 kilometers"),
    ({"measure": 8, "unit": "hour"}, "8小时", "eight hours"),
    ({"measure": 8, "unit": "hour", "opt": {"en_small": "digit"}}, "8小时", "8 hours"),
    ({"measure": 4000, "unit": "PFLOPS", "opt": {"zh_latin_space": True}}, "4000 PFLOPS", "4,000 PFLOPS"),
    ({"percent": "35", "numeral": "hanzi"}, "百分之三十五", "35%"),
    ({"tenths": 2}, "两成", "20%"),
    ({"tenths": "2.5"}, "两成五", "25%"),
    ({"ordinal": 1, "measure": "批", "qform": "首"}, "首批", "first"),
    ({"ratio": "1:500"}, "1∶500", "1:500"),
    ({"score": "39-39-4"}, "39-39-4", "39-39-4"),
]  # fmt: skip


@pytest.mark.parametrize(("mapping", "zh", "en"), OTHERS)
def test_units_currencies_and_options_do_as_the_rules_say(mapping: dict[str, Any], zh: str, en: str) -> None:
    assert said(mapping) == (zh, en)


@pytest.mark.parametrize(
    ("mapping", "bare", "table"),
    [
        ({"change": "7.1", "basis": "yoy"}, ("7.1%", "7.1%"), ("7.1%", "7.1%")),
        ({"change": "-3.2", "basis": "yoy"}, ("−3.2%", "−3.2%"), ("−3.2%", "−3.2%")),
        ({"count": 178, "noun": "zone"}, ("178", "178"), ("178", "178")),
        ({"count": 6, "measure": "名"}, ("6", "6"), ("6", "6")),
        (
            {"money": "450e9", "qualifier": "nearly", "aggregate": "cumulative"},
            ("近4500亿元", "nearly RMB 450 billion"),
            ("近4500亿元", "nearly RMB 450 billion"),
        ),
        (
            {"count": 100, "measure": "家", "qualifier": "more", "numeral": "hanzi"},
            ("百余", "more than 100"),
            ("100余", "more than 100"),
        ),
        ({"multiple": 3, "form": "increase"}, ("3倍", "3 times"), ("3倍", "3 times")),
        ({"fraction": "1/3"}, ("三分之一", "one third"), ("1/3", "1/3")),
        ({"ordinal": 1, "measure": "位"}, ("第一", "first"), ("第1", "1st")),
        ({"tenths": 6}, ("六成", "60%"), ("60%", "60%")),
    ],
)  # fmt: skip
def test_the_bare_figure_keeps_its_qualifier_and_its_sign(
    mapping: dict[str, Any], bare: tuple[str, str], table: tuple[str, str]
) -> None:
    assert said(mapping, form="bare") == bare
    assert said(mapping, form="table") == table


def test_a_capital_opens_an_english_sentence() -> None:
    assert write(quantity({"percent": 61, "qualifier": "approx"}), "en", capital=True) == "About 61%"
    assert write(quantity({"count": 6, "measure": "名"}), "en", capital=True) == "Six"


def test_the_quantity_has_the_last_word_on_its_options() -> None:
    figure = quantity({"money": "1.7e12", "opt": {"en_currency": "cny"}})
    assert plain(write(figure, "en", en_currency="yuan", en_scale="billion")) == "CNY 1,700 billion"


def test_an_option_there_is_not_is_refused() -> None:
    figure = quantity({"money": 1})
    with pytest.raises(FigureError, match=r"opt\.en_curency: no such option; did you mean 'en_currency'"):
        write(figure, "en", en_curency="yuan")
    with pytest.raises(FigureError, match=r"opt\.en_currency: found 'dollar'"):
        write(figure, "en", en_currency="dollar")
    with pytest.raises(FigureError, match="figures are written in zh and en, not in 'ja'"):
        write(figure, "ja")


def test_word_joiners_hold_figure_scale_and_unit_together() -> None:
    assert write(quantity({"money": "450e9", "qualifier": "nearly"}), "zh", zh_wj=True) == "近4500\u2060亿\u2060元"


def test_the_parts_join_to_what_is_written() -> None:
    figure = quantity({"money": "450e9", "qualifier": "nearly"})
    assert [tuple(part) for part in write_parts(figure, "zh")] == [
        ("qualifier", "近"), ("figure", "4500"), ("scale", "亿"), ("currency", "元"),
    ]  # fmt: skip
    assert [part.role for part in write_parts(figure, "en")] == ["qualifier", "currency", "figure", "scale"]
    for case in GOLDENS["format_cases"]:
        golden = quantity(case["q"], LEXICON)
        for language in ("zh", "en"):
            assert "".join(part.text for part in write_parts(golden, language)) == write(golden, language)


def test_a_column_of_money_shares_one_scale_in_each_language() -> None:
    column = [
        quantity({"money": "2.4e12", "qualifier": "approx"}),
        quantity({"money": "19.3e12"}),
        quantity({"money": "9.8e12"}),
    ]
    unit = common_unit(column)
    assert unit is not None
    assert (unit.label("zh"), unit.label("en")) == ("万亿元", "RMB trillion")
    assert [write(figure, "zh", unit=unit) for figure in column] == ["约2.4", "19.3", "9.8"]
    assert [write(figure, "en", unit=unit) for figure in column] == ["about 2.4", "19.3", "9.8"]
    assert write(unit.at(Decimal("2.5e12")), "en", unit=unit) == "2.5"


def test_a_scale_that_would_need_many_decimals_gives_way() -> None:
    column = [quantity({"money": value}) for value in ("1.7e12", "450e9", "32.64e9")]
    unit = common_unit(column)
    assert unit is not None
    assert (unit.label("zh"), unit.label("en")) == ("亿元", "RMB billion")
    assert [write(figure, "zh", unit=unit) for figure in column] == ["17000.0", "4500.0", "326.4"]
    assert [write(figure, "en", unit=unit) for figure in column] == ["1,700.00", "450.00", "32.64"]


@pytest.mark.parametrize(
    ("figures", "zh", "en"),
    [
        ([{"percent": 33}, {"change": "7.1", "basis": "yoy"}], "%", "%"),
        ([{"pp": 1}, {"change": "-0.5", "unit": "pp"}], "百分点", "percentage points"),
        ([{"count": 178, "noun": "zone"}], "家", "national high-tech zones"),
        ([{"count": 12560000, "noun": "person"}], "万人", "million people"),
        ([{"measure": "86e8", "unit": "kWh"}], "亿千瓦时", "billion kWh"),
        ([{"multiple": 3}], "倍", "times"),
    ],
)
def test_a_unit_is_named_in_both_languages(figures: list[dict[str, Any]], zh: str, en: str) -> None:
    unit = common_unit(quantity(figure) for figure in figures)
    assert unit is not None
    assert (unit.label("zh"), unit.label("en")) == (zh, en)


@pytest.mark.parametrize(
    "figures",
    [[], [{"percent": 33}, {"pp": 1}], [{"money": 1}, {"money": 1, "currency": "USD"}], [{"fraction": "1/3"}]],
)
def test_mixed_figures_share_no_unit(figures: list[dict[str, Any]]) -> None:
    assert common_unit(quantity(figure) for figure in figures) is None


def test_a_figure_is_not_written_in_a_unit_it_does_not_count_in() -> None:
    unit = common_unit([quantity({"percent": 33})])
    with pytest.raises(FigureError, match="money that is not counted in '%'"):
        write(quantity({"money": 1}), "zh", unit=unit)
