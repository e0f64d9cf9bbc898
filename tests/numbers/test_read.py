"""`read` understands what `write` writes and what careful editors write instead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportgen.numbers import FigureError, display, find, quantity, read, write
from reportgen.numbers.model.options import NO_OPTIONS
from reportgen.numbers.model.quantity import Quantity, Rate
from tests.numbers.cases import Case, cases, load
from tests.numbers.strategies import FIGURES as FIGURES_OF_ANY_KIND

FIGURES = [case for case in cases("format_cases", "goldens.yaml") if case["family"] != "typography"]
LEXICON = load("goldens.yaml")["lexicon"]
_CHINESE = "近 超过 每 万 亿 元 家 企业 人 倍 翻一番 成 分之 个百分点 同比 增长 截至 年底 首 第 前三 一 十"
_OTHERS = "3 1.70 5.0% 2025 － ～ : / RMB US$ million one nine nearly per people up year tripled Q1 ٣ ²"
WORDS = [*_CHINESE.split(), *_OTHERS.split(), " ", "the end of ", "\ud800"]


def plain(text: str) -> str:
    """The text as the goldens compare it."""
    return text.translate({0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2060: None})


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("case", FIGURES, ids=lambda case: case["id"])
def test_the_house_rendering_is_read_back(case: Case, language: str) -> None:
    wanted = quantity(case["q"], LEXICON)
    found = read(case[language], language)
    if wanted.kind != "tenths":  # 六成 is written 60% in English
        assert display(found) == display(wanted)


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("近4500亿元", "nearly RMB 450 billion"),
        ("同比增长7.1%", "up 7.1% year on year"),
        ("5.5个百分点", "5.5 percentage points"),
        ("百余家", "more than 100"),
        ("上百场", "upwards of 100"),
        ("200多人", "more than 200 people"),
        ("6名", "six"),
        ("累计43个", "a total of 43"),
        ("约61%", "about 61%"),
        ("约30个自由度", "about 30 degrees of freedom"),
        ("万亿级", "trillion-yuan-level"),
        ("前三", "top three"),
        ("2025年一季度", "Q1 2025"),
        ("截至2024年底", "as of end-2024"),
        ("2025年下半年", "H2 2025"),
        ("30多亿元", "more than RMB 3 billion"),
        ("不足50家", "fewer than 50"),
        ("增长2倍", "tripled"),
        ("三分之一", "one third"),
        ("首个", "first"),
        ("首批", "first"),
        ("第十二位", "12th"),
        ("近万亿元", "nearly RMB 1 trillion"),
        ("突破1万亿元", "exceeding RMB 1 trillion"),
        ("−125亿元", "RMB −12.5 billion"),
        ("超过八成", "more than 80%"),
        ("近翻一番", "nearly doubled"),
        ("近4∶1", "nearly 4:1"),
        ("每万人超过470台", "more than 470 per 10,000 people"),
        ("每10万人550名", "550 per 100,000 people"),
        ("每家企业3件", "3 per enterprise"),
        ("每平方公里232人", "232 people per square kilometer"),
        ("每人1.2万元", "RMB 12,000 per person"),
        ("截至2025年上半年末", "as of the end of H1 2025"),
        ("“十四五”末", "the end of the 14th Five-Year Plan period"),
        ("环比攀升0.3%", "up 0.3% month on month"),
    ],
)
def test_a_figure_printed_in_chinese_is_written_in_both_languages(printed: str, english: str) -> None:
    found = read(printed)
    assert write(found, "zh") == printed
    assert plain(write(found, "en")) == english


@pytest.mark.parametrize(
    ("printed", "chinese"),
    [
        ("RMB −12.5 billion", "−125亿元"),
        ("nine", "9"),
        ("one", "1"),
        ("one day", "1天"),
        ("exceeding RMB 1 trillion", "突破1万亿元"),
        ("nearly 4:1", "近4∶1"),
        ("more than 470 per 10,000 people", "每万人超过470"),
        ("5 visits per enterprise", "每家企业5人次"),
        ("1,200 invention patents per million people", "每百万人1200件发明专利"),
        ("the end of the 14th Five-Year Plan period", "“十四五”末"),
    ],
)
def test_a_figure_printed_in_english_is_written_in_both_languages(printed: str, chinese: str) -> None:
    found = read(printed)
    assert write(found, "zh") == chinese
    assert plain(write(found, "en", en_small="digit" if "visits" in printed else "word")) == printed


@settings(suppress_health_check=[HealthCheck.too_slow], database=None, max_examples=1_000)
@given(FIGURES_OF_ANY_KIND)
def test_what_is_written_is_read_to_be_written_the_same(figure: Quantity) -> None:
    figure = replace(figure, options=NO_OPTIONS)
    if isinstance(figure, Rate):
        figure = replace(figure, amount=replace(figure.amount, options=NO_OPTIONS))
    for language in ("zh", "en"):
        text = write(figure, language)
        assert write(read(text, language), language) == text


@pytest.mark.parametrize("language", ["zh", "en", None])
@settings(database=None, max_examples=300)
@given(text=st.text(max_size=40) | st.lists(st.sampled_from(WORDS), max_size=8).map("".join))
def test_any_text_is_a_figure_or_one_error(language: str | None, text: str) -> None:
    try:
        figure = read(text, language)
    except FigureError:
        return
    assert write(figure, "zh")
    assert write(figure, "en")


def test_zeros_stay_with_percentages_only() -> None:
    assert write(read("5.0%"), "en") == "5.0%"
    assert write(read("5.0%～6.25%"), "en") == "5.00%–6.25%"
    assert write(read("1.70万亿元"), "zh") == "1.7万亿元"


def test_dollars_in_brackets_behind_yuan_are_kept_and_printed_again() -> None:
    for printed in ("100亿元（约合14亿美元）", "3.5亿元（约合4900万美元）"):
        assert write(read(printed), "zh") == printed
    assert plain(write(read("100亿元（约合14亿美元）"), "en")) == "RMB 10 billion (about US$1.4 billion)"


def test_a_third_alone_is_a_share() -> None:
    assert [write(read("a third"), language) for language in ("zh", "en")] == ["三分之一", "one third"]


def test_a_language_there_is_not_is_refused() -> None:
    with pytest.raises(FigureError, match="figures are read in zh and en, not in 'ja'"):
        read("三分の一", "ja")
    with pytest.raises(FigureError, match="figures are found in zh and en, not in 'ja'"):
        find("三分の一", "ja")


def test_a_noun_nobody_taught_is_told_with_the_way_out() -> None:
    for text in ("178家国有企业", "178 state-owned enterprises"):
        with pytest.raises(
            FigureError, match=r"found '(国有企业|state-owned enterprises)' at column 5: teach the lexicon"
        ):
            read(text)
    terms = {
        "nouns": {
            "soe": {
                "measure": "家",
                "zh": "国有企业",
                "one": "state-owned enterprise",
                "other": "state-owned enterprises",
            }
        }
    }
    for text in ("178家国有企业", "178 state-owned enterprises"):
        found = read(text, lexicon=terms)
        assert write(found, "zh") == "178家国有企业"
        assert plain(write(found, "en")) == "178 state-owned enterprises"


@pytest.mark.parametrize(
    "text",
    ["", "the end", "一批", "DFM-2", "ten", "7.1% and 8.2%", "100亿元（约合14亿美元，占5%）", "近", "1" * 2000, "\x00"],
)
def test_what_is_no_figure_is_one_clear_error(text: str) -> None:
    with pytest.raises(FigureError, match="expected"):
        read(text)


def test_a_rate_is_told_by_what_stands_after_per() -> None:
    made = read("more than 470 robots per 10,000 people")
    assert write(made, "zh") == "每万人超过470台机器人"
    with pytest.raises(FigureError, match="for so many of a noun"):
        read("more than 470 robots per 10,000 workers")


@pytest.mark.parametrize(
    ("printed", "meaning"),
    [
        ("Rs 4,500 crore", {"money": "45e9", "currency": "INR"}),
        ("₹1.2 lakh crore", {"money": "1.2e12", "currency": "INR"}),
        ("壹仟万元", {"money": "1e7", "numeral": "hanzi"}),
        ("minus RMB 5 million", {"money": "-5e6"}),
        ("民国三十八年", {"date": "1949"}),
        ("5∶40∶55", {"ratio": "5:40:55"}),
        ("1,000th", {"kind": "ordinal", "value": 1000, "measure": ""}),
    ],
)
def test_rarer_forms_are_read(printed: str, meaning: dict[str, object]) -> None:
    assert read(printed) == quantity(meaning)


@pytest.mark.parametrize("text", ["下降近四成", "减少三分之一", "降低一半以上", "fell by a third", "down nearly half"])
def test_a_share_that_rises_or_falls_is_refused_and_not_read_without_its_direction(text: str) -> None:
    with pytest.raises(FigureError, match=r"without a direction.*write the change in percent"):
        read(text)
