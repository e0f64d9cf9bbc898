"""Growth of every kind and rates of any unit: read, written in both languages, and read again from either."""

from __future__ import annotations

import pytest

from reportgen.numbers import FigureError, common_unit, find, quantity, read, write


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


PRINTED = [
    ("同比增长1.3倍", "increased to 2.3 times the year-earlier level"),
    ("同比提高2倍", "tripled year on year"),
    ("比上年末翻番", "doubled from the end of the previous year"),
    ("比上年末翻两番", "quadrupled from the end of the previous year"),
    ("同比增加1.2亿元", "up RMB 120 million year on year"),
    ("同比减少3家", "down 3 year on year"),
    ("比上年末减少约3万人", "down about 30,000 people from the end of the previous year"),
    ("同比上涨120元/吨", "up RMB 120 per tonne year on year"),
    ("同比每吨下降120元", "down RMB 120 per tonne year on year"),
    ("人均增加120元", "up RMB 120 per person"),
    ("两年平均增长5.2%", "average annual growth of 5.2% over two years"),
    ("比2019年同期增长8.1%", "up 8.1% from the same period of 2019"),
    ("比2019年底下降3个百分点", "down 3 percentage points from the end of 2019"),
    ("比2019年增长2.3倍", "increased to 3.3 times the level of 2019"),
    ("与2019年同期持平", "unchanged from the same period of 2019"),
    ("3682元/吨", "RMB 3,682 per tonne"),
    ("3682元/吨左右", "about RMB 3,682 per tonne"),
    ("3600～3700元/吨", "RMB 3,600–3,700 per tonne"),
    ("78.6美元/桶", "US$78.6 per barrel"),
    ("0.42元/千瓦时", "RMB 0.42 per kWh"),
    ("0.412吨标准煤/万元", "0.412 tonnes of coal equivalent per RMB 10,000"),
    ("每万元0.412吨标准煤", "0.412 tonnes of coal equivalent per RMB 10,000"),
    ("35微克/立方米", "35 μg/m³"),
    ("人均6824千瓦时", "6,824 kWh per person"),
    ("户均约2.3人", "about 2.3 people per household"),
    ("每万人超过470台", "more than 470 per 10,000 people"),
    ("1.2万元/平方米", "RMB 12,000 per square meter"),
    ("350公里/小时", "350 kilometers per hour"),
    ("5.6升/百公里", "5.6 liters per 100 kilometers"),
    ("200元/月", "RMB 200 per month"),
    ("十几亿元", "more than RMB 1 billion"),
    ("二十几家", "more than 20"),
    ("万分之三", "0.03%"),
    ("过半", "more than half"),
    ("400万～450万千瓦", "4–4.5 million kW"),
    ("1200万吨标准煤", "12 million tonnes of coal equivalent"),
    ("1.2TWh", "1.2 TWh"),
    ("去年底", "the end of last year"),
    ("今年年底", "the end of this year"),
    ("明年年底", "the end of next year"),
    ("截至明年年底", "as of the end of next year"),
    ("36.5℃", "36.5°C"),
]


@pytest.mark.parametrize(("chinese", "english"), PRINTED)
def test_a_figure_is_written_as_it_was_read_and_in_the_other_language(chinese: str, english: str) -> None:
    figure = read(chinese)
    assert write(figure, "zh") == chinese
    assert plain(write(figure, "en")) == english


@pytest.mark.parametrize(("chinese", "english"), PRINTED)
def test_its_english_is_read_to_be_written_the_same(chinese: str, english: str) -> None:
    assert plain(write(read(english), "en")) == english


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("450K", "45万"),
        ("1.2B", "12亿"),
        ("3.5T", "3.5万亿"),
        ("2.4M", "240万"),
        ("about 450k", "约45万"),
        ("US$1.2T", "1.2万亿美元"),
        ("RMB 2.5bn", "25亿元"),
        ("3tn", "3万亿"),
    ],
)
def test_a_scale_told_by_a_letter_is_kept(text: str, chinese: str) -> None:
    assert write(read(text), "zh") == chinese


def test_a_letter_that_may_be_meters_or_millions_is_refused_with_both_ways_out() -> None:
    with pytest.raises(FigureError, match="write 89 million, or 89 meters"):
        read("89m")


@pytest.mark.parametrize("text", ["增加到3家", "rose to RMB 1.2 billion"])
def test_what_there_is_now_is_no_difference(text: str) -> None:
    with pytest.raises(FigureError, match="expected a figure"):
        read(text)


@pytest.mark.parametrize(
    ("mapping", "chinese", "english"),
    [
        (
            {"difference": "-1.2e8", "currency": "CNY", "basis": "yoy"},
            "同比减少1.2亿元",
            "down RMB 120 million year on year",
        ),
        ({"difference": 3, "noun": "zone"}, "增加3家国家高新区", "up 3 national high-tech zones"),
        ({"difference": 3, "currency": "CNY", "per_noun": "t", "form": "slash"}, "增加3元/吨", "up RMB 3 per tonne"),
        (
            {"multiple": "2.3", "form": "increase", "basis": "period", "since": "end-2019"},
            "比2019年底增长1.3倍",
            "increased to 2.3 times the level of the end of 2019",
        ),
        (
            {"change": 5, "basis": "avg_annual", "years": 2},
            "两年平均增长5%",
            "average annual growth of 5% over two years",
        ),
        ({"rate": 3682, "currency": "CNY", "per_noun": "t", "form": "slash"}, "3682元/吨", "RMB 3,682 per tonne"),
        ({"rate": "0.4", "unit": "tce", "per": 10000, "per_noun": "CNY"}, "每万元0.4吨标准煤",
         "0.4 tonnes of coal equivalent per RMB 10,000"),
        ({"rate": 470, "measure": "台", "per": 10000, "per_noun": "person", "qualifier": "over"}, "每万人超过470台",
         "more than 470 per 10,000 people"),
    ],
)  # fmt: skip
def test_the_same_is_written_of_what_an_author_typed(mapping: dict[str, object], chinese: str, english: str) -> None:
    figure = quantity(mapping)
    assert (write(figure, "zh"), plain(write(figure, "en"))) == (chinese, english)


@pytest.mark.parametrize(
    ("mapping", "refusal"),
    [
        ({"change": 5, "basis": "same_period"}, "since: expected the period that is compared with"),
        ({"change": 5, "since": "2019"}, "basis: expected basis same_period or period"),
        ({"change": 5, "years": 2}, "years: an average over two years or more"),
        ({"multiple": 3, "basis": "yoy"}, "form: a multiple against a basis is one that has grown"),
        ({"rate": 3, "currency": "CNY", "per_noun": "t", "form": "average"}, "form: an average is told for one of"),
        ({"rate": 3, "currency": "CNY", "per_noun": "tonne"}, "per_noun: found 'tonne'"),
        ({"count": 15, "measure": "家", "qualifier": "more", "qform": "几"}, "stands behind tens only"),
    ],
)
def test_what_cannot_be_is_refused_at_its_key(mapping: dict[str, object], refusal: str) -> None:
    with pytest.raises(FigureError, match=refusal):
        quantity(mapping)


@pytest.mark.parametrize(
    ("language", "text", "kind", "base"),
    [
        ("zh", "现货价格为3682元/吨，上涨较多。", "money", ("1", "t")),
        ("zh", "每吨煤炭价格约800元。", "money", ("1", "t")),
        ("zh", "电价为0.42元/千瓦时。", "money", ("1", "kWh")),
        ("zh", "人均生活用电950千瓦时。", "measure", ("1", "person")),
        ("zh", "列车时速350公里。", "measure", ("1", "hour")),
        ("zh", "每万元产值能耗0.41吨标准煤。", "measure", ("10000", "CNY")),
        ("zh", "每百户拥有汽车49.7辆。", "rate", ("100", "household")),
        ("en", "Brent stood at $78.6 a barrel.", "money", ("1", "bbl")),
        ("en", "Spot prices averaged RMB 3,682 per tonne.", "money", ("1", "t")),
        ("en", "The train runs at 350 km/h.", "measure", ("1", "hour")),
        ("en", "Per capita disposable income was 41,314 yuan.", "money", ("1", "person")),
        ("en", "It used 0.41 tonnes of coal equivalent per RMB 10,000 of output.", "measure", ("10000", "CNY")),
        ("en", "There were 470 robots per 10,000 people.", "rate", ("10000", "person")),
    ],
)
def test_what_an_amount_is_told_for_is_found_in_prose(
    language: str, text: str, kind: str, base: tuple[str, str]
) -> None:
    (found,) = find(text, language)
    assert found.kind == kind
    assert found.base is not None
    assert (str(found.base.per), found.base.each) == base


@pytest.mark.parametrize(
    ("language", "text"),
    [("zh", "补贴标准为每人每月200元。"), ("en", "The allowance is 200 yuan per person per month.")],
)
def test_what_is_told_for_two_things_at_once_is_told_for_neither(language: str, text: str) -> None:
    assert [found.base for found in find(text, language)] == [None]


def test_rates_share_the_unit_of_a_column() -> None:
    rates = [read("3682元/吨"), read("每吨3700元"), read("RMB 3,650 per tonne")]
    unit = common_unit(rates)
    assert unit is not None
    assert [unit.label(language) for language in ("zh", "en")] == ["元/吨", "RMB per tonne"]
    assert [write(rate, "zh", unit=unit) for rate in rates] == ["3682", "3700", "3650"]


def test_no_change_is_told_in_words_in_a_table() -> None:
    assert [write(read("同比持平"), language, form="table") for language in ("zh", "en")] == ["持平", "unchanged"]
    assert write(read("同比持平"), "zh", form="bare") == "0%"
