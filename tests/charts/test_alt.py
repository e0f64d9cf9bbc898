"""A chart in words: short, in each language, from the figures as printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportgen.charts import CHARTS
from reportgen.charts.alt import MOST, WORDS, alt_text, length, trend
from reportgen.document import Chart
from reportgen.languages import LANGUAGES
from tests.charts.samples import chart, in_languages, mark, samples, shares, words, years, zones

TITLE = {"zh": "国家高新区汇聚全国67%的独角兽企业", "en": "The zones hold 67% of the country’s unicorns"}


@pytest.mark.parametrize("spec", samples())
def test_every_chart_is_told_in_each_language_in_sixty_words(spec: Chart) -> None:
    told = alt_text(spec, TITLE)
    assert [language for language, _ in told] == list(spec.languages)
    for language, text in told:
        assert TITLE[language] in text
        assert length(text) <= MOST


def test_every_word_is_there_in_every_language_and_every_kind_has_one() -> None:
    assert {key for key, row in WORDS.items() if set(row) != set(LANGUAGES)} == set()
    assert set(CHARTS) <= set(WORDS)


def test_bars_tell_their_extremes_when_there_are_many() -> None:
    spec = chart("bars", *(mark(f"Item {n}", str(n)) for n in range(9)))
    assert "Highest: Item 8, 8%; lowest: Item 0, 0%." in dict(alt_text(spec, TITLE))["en"]


def test_few_marks_are_all_told_as_printed() -> None:
    assert "企业研发经费投入，约50%" in dict(alt_text(shares(), TITLE))["zh"]


def test_a_course_tells_its_ends_and_its_trend() -> None:
    told = dict(alt_text(zones(), TITLE))
    assert "从1988年的1家到2023年11月的178家，持续上升。" in told["zh"]
    assert "From 1 (1988) to 178 (November 2023), rising throughout." in told["en"]


def test_each_series_is_told_by_name() -> None:
    two = words("高新区", "Zones"), words("全国", "Nation")
    told = dict(alt_text(chart("line", *years(3), *years(3, 1), series=two), TITLE))["en"]
    assert "Zones: From" in told
    assert "Nation: From" in told


def test_an_edition_in_one_language_has_words_in_that_language_only() -> None:
    assert [language for language, _ in alt_text(in_languages(shares(), ("en",)), TITLE)] == ["en"]


@pytest.mark.parametrize(
    ("values", "said"), [("1 2 3", "up"), ("3 2 2", "down"), ("1 3 2", "mixed"), ("2 2 2", "level"), ("2", "level")]
)
def test_a_trend_is_what_every_step_does(values: str, said: str) -> None:
    assert trend([mark("甲", str(Decimal(value))) for value in values.split()]) == said
