"""A derived figure claims no more than the figures it is made of, and its note can be reckoned through."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.compose import compose
from reportgen.outline import outline
from reportgen.problems import ContentError
from tests.content import write_content

FACTS = """\
firms: {is: 43家, what: {zh: 企业, en: firms}, when: 2024, source: paper}
closed: {is: 3家, what: {zh: 关闭企业, en: closed firms}, when: 2024, source: paper}
opened: {is: 5家, what: {zh: 新增企业, en: new firms}, when: 2024, source: paper}
about: {is: 约60家, what: {zh: 某数, en: other}, when: 2024, source: paper}
many: {is: 200余家, what: {zh: 某数, en: other}, when: 2024, source: paper}
nearly: {is: 近80家, what: {zh: 某数, en: other}, when: 2024, source: paper}
grown: {is: 55%, what: {zh: 占比, en: share}, when: 2024, source: paper}
yuan: {is: 3亿元, what: {zh: 某额, en: amount}, when: 2024, source: paper}
dollars: {is: 2亿美元, what: {zh: 某额, en: amount}, when: 2024, source: paper}
people: {is: 7人, what: {zh: 人数, en: people}, when: 2024, source: paper}
share: {is: 50%, what: {zh: 占比, en: share}, when: 2024, source: paper}
loose_share: {is: 约50%, what: {zh: 占比, en: share}, when: 2024, source: paper}
"""
SECTION = """\
title: {zh: 一, en: One}
blocks:
- text: {zh: "共{made}。", en: "There were {made}."}
"""


def said(folder: Path, expression: str, rounding: str = "") -> tuple[str, str]:
    """What a briefing in Chinese and in English says of a derived fact, with its note."""
    made = f"made: {{derived: {expression}, {rounding}what: {{zh: 推算数, en: the figure}}, when: 2024}}\n"
    briefing = read_briefing(write_content(folder, facts=FACTS + made, sections__one=SECTION))
    zh, en = (outline(compose(briefing, edition)).replace("\u00a0", " ") for edition in ("zh", "en"))
    return zh, en


@pytest.mark.parametrize("other", ["about", "many", "nearly"])
def test_what_is_made_of_a_figure_with_a_qualifier_is_approximate(other: str, tmp_path: Path) -> None:
    zh, en = said(tmp_path, f"firms + {other}")
    assert "共约" in zh
    assert "There were about " in en


@pytest.mark.parametrize("expression", ["firms / loose_share", "about * share", "firms - closed + about"])
def test_a_qualifier_anywhere_in_an_expression_reaches_its_result(expression: str, tmp_path: Path) -> None:
    zh, en = said(tmp_path, expression)
    assert "共约" in zh
    assert "There were about " in en


def test_what_is_made_of_exact_figures_is_exact(tmp_path: Path) -> None:
    zh, en = said(tmp_path, "firms - closed")
    assert "共40家" in zh
    assert "There were 40" in en


def test_what_was_rounded_is_approximate(tmp_path: Path) -> None:
    zh, en = said(tmp_path, "firms - opened", "round: 10, ")
    assert "共约40家" in zh
    assert "There were about 40" in en


def test_what_rounding_leaves_as_it_is_stays_exact(tmp_path: Path) -> None:
    zh, _ = said(tmp_path, "firms - closed", "round: 10, ")
    assert "共40家" in zh


@pytest.mark.parametrize(
    ("expression", "zh", "en"),
    [
        ("grown - share", "共5个百分点", "There were 5 percentage points"),
        ("grown - loose_share", "共约5个百分点", "There were about 5 percentage points"),
        ("grown + share", "共105%", "There were 105%"),
        ("firms / opened", "共860%", "There were 860%"),
        ("opened / share", "共10家", "There were 10"),
    ],
)
def test_a_derived_figure_is_of_the_kind_that_its_operands_make(
    expression: str, zh: str, en: str, tmp_path: Path
) -> None:
    told = said(tmp_path, expression)
    assert zh in told[0]
    assert en in told[1]


@pytest.mark.parametrize(
    "expression", ["yuan + dollars", "yuan - dollars", "firms + yuan", "firms + people", "firms * yuan"]
)
def test_figures_that_count_in_different_things_are_not_reckoned_with(expression: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"cannot be added up or compared|makes no kind of figure"):
        said(tmp_path, expression)


@pytest.mark.parametrize(
    ("expression", "formula"),
    [
        ("(firms + opened) * share", "(43家+5家)×50%"),
        ("firms - (closed - opened)", "43家−(3家−5家)"),
        ("firms - (closed + opened)", "43家−(3家+5家)"),
        ("(firms - closed) / share", "(43家−3家)÷50%"),
        ("firms / (opened / closed)", "43家÷(5家÷3家)"),
        ("firms - closed + opened", "43家−3家+5家"),
        ("firms + (closed + opened)", "43家+3家+5家"),  # brackets that change nothing are left out
        ("firms * share * share", "43家×50%×50%"),
    ],
)
def test_the_note_of_a_derived_figure_keeps_the_brackets_that_count(
    expression: str, formula: str, tmp_path: Path
) -> None:
    zh, en = said(tmp_path, expression)
    signs = zh.split("非来源公布：")[1].split("。")[0].replace(" ", "").replace("\u2060", "")
    assert signs == formula
    assert en.count("(") - en.count("([") == formula.count("(")
