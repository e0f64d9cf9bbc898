"""A chart in words: short, in each language, from the figures as printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.charts import CHARTS
from reportgen.charts.alt_text import MOST, alt_text, length
from reportgen.charts.marks import in_languages
from reportgen.charts.sentences import trend
from reportgen.document import TOTAL, Chart, Words
from reportgen.languages import LANGUAGES
from tests.charts.samples import PERCENT, chart, mark, samples, series, shares, table, words, years, zones

TITLE = {"zh": "国家高新区汇聚全国67%的独角兽企业", "en": "The zones hold 67% of the country’s unicorns"}


def alt(spec: Chart, title: dict[str, str]) -> Words:
    return alt_text(spec, CHARTS[spec.kind], title)


@pytest.mark.parametrize("spec", samples())
def test_every_chart_is_told_in_each_language_in_sixty_words(spec: Chart) -> None:
    told = alt(spec, TITLE)
    assert [language for language, _ in told] == list(spec.languages)
    for language, text in told:
        assert TITLE[language] in text
        assert length(text) <= MOST


def test_every_kind_has_a_name_in_every_language() -> None:
    assert {name for name, kind in CHARTS.items() if set(kind.words) != set(LANGUAGES)} == set()


def test_bars_tell_their_extremes_when_there_are_many() -> None:
    spec = chart("bars", *(mark(f"Item {n}", str(n)) for n in range(9)))
    assert "Highest: Item 8, 8%; lowest: Item 0, 0%." in dict(alt(spec, TITLE))["en"]


def test_few_marks_are_all_told_as_printed() -> None:
    assert "企业研发经费投入，约50%" in dict(alt(shares(), TITLE))["zh"]


def test_a_course_tells_its_ends_and_its_trend() -> None:
    told = dict(alt(zones(), TITLE))
    assert "从1988年的1家到2023年11月的178家，持续上升。" in told["zh"]
    assert "From 1 (1988) to 178 (November 2023), rising throughout." in told["en"]


def test_each_series_is_told_by_name() -> None:
    two = words("高新区", "Zones"), words("全国", "Nation")
    told = dict(alt(chart("line", *years(3), *years(3, 1), series=two), TITLE))["en"]
    assert "Zones: From" in told
    assert "Nation: From" in told


def test_an_edition_in_one_language_has_words_in_that_language_only() -> None:
    assert [language for language, _ in alt(in_languages(shares(), ("en",)), TITLE)] == ["en"]


@pytest.mark.parametrize(
    ("values", "said"), [("1 2 3", "up"), ("3 2 2", "down"), ("1 3 2", "mixed"), ("2 2 2", "level"), ("2", "level")]
)
def test_a_trend_is_what_every_step_does(values: str, said: str) -> None:
    assert trend([mark("甲", str(Decimal(value))) for value in values.split()]) == said


def test_pairs_tell_how_each_name_moved() -> None:
    spec = chart("slope", *table(("茶", "纸"), ("12", "15"), ("19", "13")), series=series(2))
    assert "茶从12%到19%；纸从15%到13%。" in dict(alt(spec, TITLE))["zh"]


def test_many_pairs_tell_the_largest_rise_and_the_largest_fall() -> None:
    names = ("A", "B", "C", "D", "E")
    spec = chart("dumbbell", *table(names, ("1", "2", "3", "4", "9"), ("5", "3", "3", "4", "2")), series=series(2))
    told = dict(alt(spec, TITLE))["en"]
    assert "Largest rise: A, from 1% to 5%; largest fall: E, from 9% to 2%." in told


def test_a_waterfall_tells_its_ends_and_its_largest_changes() -> None:
    marks = [
        mark("Start", "50", role=TOTAL),
        *(mark(f"M{n}", str(n - 3)) for n in range(4)),
        mark("End", "44", role=TOTAL),
    ]
    told = dict(alt(chart("waterfall", *marks), TITLE))["en"]
    assert "First: Start, 50%; last: End, 44%." in told
    assert "Highest: M3, 0%; lowest: M0, -3%." in told


def test_shares_are_told_as_the_picture_prints_them() -> None:
    marks = table(("甲", "乙"), ("1", "3"), ("2", "1"), ("1", "4"), label="{}亿元")
    told = dict(alt(chart("stacked-100", *marks, series=series(3)), TITLE))["zh"]
    assert "最高：高新区乙，38%；最低：高新区甲，25%。" in told


def test_what_is_preliminary_is_told_in_words_and_not_by_its_sign() -> None:
    told = dict(alt(chart("bars", mark("甲", "5", "5%*", status="preliminary")), TITLE))
    assert "甲，5%（初步数据）。" in told["zh"]
    assert "5% (preliminary)." in told["en"]
    assert "*" not in told["zh"] + told["en"]


def test_few_shares_are_told_as_the_picture_prints_them() -> None:
    amounts = chart("stacked-100", *table(("甲",), ("1",), ("3",), label="{}亿元"), series=series(2), unit=PERCENT)
    told = dict(alt_text(in_languages(amounts, ("zh",)), CHARTS["stacked-100"], {}))["zh"]
    assert "25%" in told
    assert "75%" in told
    assert "亿元" not in told
