"""`agree` is silent on sound pairs and names what is wrong with the others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.numbers import agree
from tests.numbers.cases import Case, cases

PAIRS = cases("pair_cases", "goldens.yaml", "pairs.yaml")
SOUND = [case for case in PAIRS if case["agree"]]
WRONG = [case for case in PAIRS if not case["agree"]]


@pytest.mark.parametrize("case", SOUND, ids=lambda case: case["id"])
def test_a_sound_pair_has_no_error(case: Case) -> None:
    assert [each.message for each in agree(case["zh"], case["en"]) if each.severity == "error"] == []


@pytest.mark.parametrize("case", WRONG, ids=lambda case: case["id"])
def test_a_planted_mismatch_is_caught_and_called_by_its_name(case: Case) -> None:
    errors = [each for each in agree(case["zh"], case["en"]) if each.severity == "error"]
    assert case["error"] in {each.diagnosis for each in errors}
    if "at" in case:
        places = [(each.zh.text if each.zh else "", each.en.text if each.en else "") for each in errors]
        assert any(case["at"]["zh"] in zh and case["at"]["en"] in en for zh, en in places)


TOLD = cases("told_cases", "told_pairs.yaml")


@pytest.mark.parametrize("case", TOLD, ids=lambda case: case["id"])
def test_what_stands_around_figures_is_told_as_bad_as_it_is(case: Case) -> None:
    found = agree(case["zh"], case["en"])
    severities = {str(each.severity) for each in found}
    told = "error" if "error" in severities else "warn" if severities else "silent"
    assert told == case["say"], [each.message for each in found]


def test_figures_that_are_exchanged_are_told_once_with_what_belongs_there() -> None:
    (found,) = agree("东部增长7.2%，西部增长5.1%。", "The east grew 5.1% and the west 7.2%.")
    assert (found.diagnosis, found.zh and found.zh.text, found.en and found.en.text) == ("order", "7.2%", "5.1%")
    assert found.suggestion == "7.2%"


def test_a_reference_is_shown_as_both_texts_print_it() -> None:
    (found,) = agree("参数见表3。", "For the parameters see Table 4.")
    assert (found.diagnosis, found.zh and found.zh.text, found.en and found.en.text) == ("label", "表3", "Table 4")


def test_the_right_rendering_is_suggested() -> None:
    (found,) = agree("工业总产值近4500亿元。", "Output was nearly RMB 4.5 trillion.")
    assert found.suggestion.replace("\u00a0", " ") == "nearly RMB 450 billion"


def test_the_documents_own_names_are_left_alone_on_both_sides() -> None:
    zh, en = "零跑C10在2号馆。", "The Leap 10 stands in hall 2."
    assert [each for each in agree(zh, en, names=["零跑C10", "Leap 10"]) if each.severity == "error"] == []


def test_units_of_a_lexicon_are_compared_and_suggested() -> None:
    terms = {
        "units": {"boe": {"zh": "桶油当量", "one": "barrel of oil equivalent", "other": "barrels of oil equivalent"}}
    }
    zh = "产量近1200万桶油当量。"
    assert agree(zh, "Output was nearly 12 million barrels of oil equivalent.", lexicon=terms) == ()
    (found,) = agree(zh, "Output was nearly 12 million barrels.", lexicon=terms)
    assert (found.diagnosis, found.suggestion) == ("unit", "nearly 12 million barrels of oil equivalent")


@settings(max_examples=300)
@given(
    st.text(
        "一二三五十百万亿约近超每第日月年季元人家个倍成%0123456789.,:-–/ aoft RMB$Q1 percent millionhalf“”", max_size=60
    )
)
def test_any_two_texts_are_compared(text: str) -> None:
    for each in agree(text, text):
        assert each.message
