"""`read` understands what `write` writes and what careful editors write instead."""

from __future__ import annotations

import pytest

from reportgen.numbers import FigureError, display, quantity, read, write
from tests.numbers.cases import Case, cases, load

FIGURES = [case for case in cases("format_cases", "goldens.yaml") if case["family"] != "typography"]
LEXICON = load("goldens.yaml")["lexicon"]


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
        ("上百场", "at least 100"),
        ("200多人", "more than 200 people"),
        ("6名", "six"),
        ("累计43个", "a cumulative 43"),
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
    ],
)
def test_a_figure_printed_in_chinese_is_written_in_both_languages(printed: str, english: str) -> None:
    found = read(printed)
    assert write(found, "zh") == printed
    assert plain(write(found, "en")) == english


@pytest.mark.parametrize("text", ["", "the end", "一批", "DFM-2", "7.1% and 8.2%", "近", "1" * 2000, "\x00"])
def test_what_is_no_figure_is_one_clear_error(text: str) -> None:
    with pytest.raises(FigureError, match="expected"):
        read(text)
