"""Names of facts: of one part as before, and of a family told part by part, in any script."""

from __future__ import annotations

import pytest

from reportgen.content.names import FACT_NAME, group_of, key_name
from reportgen.content.source import Scalar
from reportgen.content.text import FactMark, parse_text
from reportgen.problems import Place


def scalar(text: str) -> Scalar:
    return Scalar.at(text, Place("a.yaml", 1, 1), text)


@pytest.mark.parametrize("name", ["growth", "cities.suzhou.gdp", "cities.苏州.gdp", "trade.2025-09.tea", "a-b.1.c_d"])
def test_a_name_is_parts_with_points_between(name: str) -> None:
    assert FACT_NAME.fullmatch(name)
    assert parse_text(scalar(f"{{{name}:bare}}"))[0] == (FactMark(name, "bare", Place("a.yaml", 1, 1), _end(name)),)


def _end(name: str) -> Place:
    return Place("a.yaml", 1, len(name) + 8)


@pytest.mark.parametrize("name", ["", "苏州", "1st", "cities.", ".gdp", "cities..gdp", "cities.苏 州.gdp", "a.*.b"])
def test_a_name_starts_with_a_letter_of_ascii_and_has_no_empty_part(name: str) -> None:
    assert not FACT_NAME.fullmatch(name)


@pytest.mark.parametrize(
    ("key", "name"),
    [("苏州", "苏州"), ("苏州市（辖区）", "苏州市_辖区"), ("St. John's", "St_John_s"), ("Ａ市", "A市"), (" — ", "")],
)
def test_a_key_is_a_part_without_the_signs_that_no_name_has(key: str, name: str) -> None:
    assert key_name(key) == name


@pytest.mark.parametrize("typed", ["｛cities.苏州.gdp｝", "{cities.苏州.gdp：bare}", "{ｃities.苏州.gdp}"])
def test_full_width_signs_around_a_name_of_a_family_are_told_as_such(typed: str) -> None:
    _, (problem,) = parse_text(scalar(typed))
    assert problem.code == "signs/full-width"
    assert "cities.苏州.gdp" in problem.hint


def test_a_group_is_the_facts_that_share_all_parts_but_one_in_their_order() -> None:
    names = ["cities.wuxi.gdp", "cities.苏州.gdp", "cities.wuxi.growth", "cities.gdp", "towns.wuxi.gdp"]
    assert group_of("cities.*.gdp", names) == ("cities.wuxi.gdp", "cities.苏州.gdp")
    assert group_of("cities.wuxi.gdp", names) == ()
    assert group_of("cit*.wuxi.gdp", names) == ()
