"""`find` gives every figure of a text and nothing else, whatever the text."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.numbers import Found, find, read, read_lexicon, write
from reportgen.numbers.model.errors import FigureError
from tests.numbers.cases import Case, cases, unmatched

FILES = ("goldens.yaml", "prose.yaml", "genres_zh.yaml", "families_zh.yaml", "genres_en.yaml")
TEXTS = cases("extract_cases", *FILES)


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case["id"])
def test_every_figure_of_a_text_is_found_and_nothing_else(case: Case) -> None:
    found = find(case["text"], case["lang"])
    missing, extra = unmatched([each.as_mapping() for each in found], case["numbers"])
    assert (missing, extra) == ([], [])
    for stretch in case.get("ignore", []):
        start = case["text"].index(stretch)
        assert not [
            each.text for each in found if each.start < start + len(stretch) and start < each.end and not each.weak
        ]


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case["id"])
def test_a_figure_stands_where_it_says(case: Case) -> None:
    for each in find(case["text"], case["lang"]):
        assert case["text"][each.start : each.end] == each.text


def test_the_documents_own_names_are_left_alone() -> None:
    assert [each.text for each in find("灵犀X2与零跑C10同台，共178家。", "zh", names=["灵犀X2", "零跑C10"])] == [
        "178家"
    ]


def test_full_width_digits_and_stray_spaces_keep_their_places() -> None:
    (found,) = find("占１４ ％。", "zh")
    assert (found.start, found.end, found.as_mapping()["value"]) == (1, 5, "14")


def test_invisible_characters_are_left_out_and_figures_keep_their_places() -> None:
    share, firms = find("占\u200b14\u2060%，共\u206020家。", "zh")
    assert [(each.start, each.end, each.text) for each in (share, firms)] == [(2, 6, "14\u2060%"), (9, 12, "20家")]
    assert (share.as_mapping()["value"], firms.as_mapping()["value"]) == ("14", "20")


@pytest.mark.parametrize(
    ("text", "language"),
    [("2025年2月31日投产，2023年2月29日开工。", "zh"), ("It opened on February 31, 2025, after June 31, 2024.", "en")],
)
def test_a_day_that_is_in_no_calendar_is_no_date(text: str, language: str) -> None:
    assert find(text, language) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Output was -1.3% on the year.", "en"),
        ("Output was −1.3% on the year.", "en"),
        ("Output was minus 1.3% on the year.", "en"),
        ("产量同比-1.3%。", "zh"),
        ("产量同比−1.3%。", "zh"),
    ],
)
def test_a_minus_before_a_percentage_is_read(text: str, language: str) -> None:
    (found,) = find(text, language)
    assert (found.kind, found.value) == ("percent", Decimal("-1.3"))


@settings(max_examples=300)
@given(st.text(), st.sampled_from(["zh", "en"]))
def test_any_text_gives_figures_or_none(text: str, language: str) -> None:
    for each in find(text, language):
        assert 0 <= each.start < each.end <= len(text)
        assert each.as_mapping()["kind"] == each.kind


@settings(max_examples=300)
@given(
    st.text(
        alphabet="零一二两三四五六七八九十百千万亿半几多余约近超第前成倍番分之%％.,～—-至年月日季度元人家个 0123456789",
        max_size=40,
    )
)
def test_any_row_of_number_words_gives_figures_or_one_clear_error(text: str) -> None:
    find(text, "zh")
    with suppress(FigureError):
        read(text, "zh")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("9" * 1_000_000, "zh"),
        ("9" * 1_000_000, "en"),
        ("万" * 1_000_000, "zh"),
        ("一" * 300_000, "zh"),
        ("1,000," * 40_000, "en"),
        ("one hundred and " * 20_000, "en"),
        ("2021—" * 40_000, "zh"),
        ("近" * 500_000 + "3家", "zh"),
        ("(" * 500_000, "en"),
    ],
    ids=lambda value: str(value)[:8],
)
def test_a_hostile_line_does_no_harm(text: str, language: str) -> None:
    found = find(text, language)
    assert all(each.end <= len(text) for each in found)


TERMS = {
    "nouns": {"lamp": {"measure": "盏", "zh": "路灯", "one": "street lamp", "other": "street lamps"}},
    "units": {
        "boe": {"zh": "桶油当量", "one": "barrel of oil equivalent", "other": "barrels of oil equivalent"},
        "mh": {"zh": "机时", "one": "machine-hour", "other": "machine-hours", "time": True},
    },
}


@pytest.mark.parametrize("lexicon", [TERMS, read_lexicon(TERMS)], ids=["typed", "read"])
def test_the_measure_words_and_units_of_a_lexicon_are_known(lexicon: Any) -> None:
    zh = find("安装三盏路灯，产量1200万桶油当量，用时300机时。", "zh", lexicon=lexicon)
    en = find("Output was 12 million barrels of oil equivalent in 300 machine-hours.", "en", lexicon=lexicon)
    assert [(each.text, each.kind, each.unit) for each in zh] == [
        ("三盏", "count", None),
        ("1200万桶油当量", "measure", "boe"),
        ("300机时", "duration", "mh"),
    ]
    assert [(each.text, each.kind, each.unit) for each in en] == [
        ("12 million barrels of oil equivalent", "measure", "boe"),
        ("300 machine-hours", "duration", "mh"),
    ]
    assert write(zh[1].quantity, "en").replace("\u00a0", " ") == "12 million barrels of oil equivalent"


def test_without_the_lexicon_its_units_are_unknown() -> None:
    assert [each.text for each in find("安装三盏路灯，产量1200万桶油当量。", "zh")] == ["1200万桶"]


def test_every_figure_found_has_all_its_fields() -> None:
    zh = find("2025年一季度出口下降3.2%，约400家企业获得至少1.5亿元，30～40人，三分之一。", "zh")
    en = find("In Q1 2025 exports fell 3.2%, some 400 firms got at least RMB 150 million, 30–40 people, a third.", "en")
    assert len(zh) > 5
    assert len(en) > 4
    assert {len(each) for each in (*zh, *en)} == {len(Found._fields)}
