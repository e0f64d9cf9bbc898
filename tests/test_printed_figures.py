"""What a briefing prints: 环比 by the fact's period, the English asked for, decimals that are shared, one sign."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.compose import compose
from reportgen.outline import outline
from reportgen.problems import ContentError
from tests.content import GOOD, write_content

TEXT = """\
title: {zh: 一, en: One}
blocks:
- text: {zh: "数为@。", en: "It was @."}
"""


def said(folder: Path, facts: str, text: str, edition: str, briefing: str = "") -> str:
    """The outline of a briefing with those facts and that text."""
    about = GOOD["briefing.yaml"] + briefing
    content = write_content(folder, briefing=about, facts=facts, sections__one=TEXT.replace("@", text))
    return outline(compose(read_briefing(content), edition)).replace("\u00a0", " ")


def fact(name: str, figure: str, when: str) -> str:
    return f"{name}: {{is: {figure}, what: {{zh: 甲, en: A}}, {when}source: paper}}\n"


@pytest.mark.parametrize(
    ("when", "english"),
    [
        ("when: 2025-Q1, ", "up 2.1% quarter on quarter"),
        ("as_of: end-2025-Q1, ", "up 2.1% quarter on quarter"),
        ("when: 2025-03, ", "up 2.1% month on month"),
    ],
)
def test_the_figure_before_is_that_of_the_facts_own_period(tmp_path: Path, when: str, english: str) -> None:
    assert english in said(tmp_path, fact("x", "环比增长2.1%", when), "{x}", "en")
    assert "环比增长2.1%" in said(tmp_path, fact("x", "环比增长2.1%", when), "{x}", "zh")


@pytest.mark.parametrize("when", ["", "when: 2024, ", "when: 2025-H1, "])
def test_a_period_that_does_not_tell_it_is_a_problem_and_no_guess(tmp_path: Path, when: str) -> None:
    with pytest.raises(ContentError, match="the fact's time tells neither"):
        said(tmp_path, fact("x", "环比增长2.1%", when), "{x}", "en")


def test_british_english_has_its_own_dates_and_spellings(tmp_path: Path) -> None:
    facts = (
        fact("water", "300亿立方米", "when: 2024, ")
        + fact("day", "2025年10月24日", "")
        + fact("flow", "120立方米/公里", "when: 2024, ")
    )
    british = said(tmp_path, facts, "{water}, {day}, {flow}", "en", "english: en-GB\n")
    for printed in ("30 billion cubic metres", "24 October 2025", "120 cubic metres per kilometre"):
        assert printed in british
    american = said(tmp_path, facts, "{water}, {day}, {flow}", "en")
    for printed in ("30 billion cubic meters", "October 24, 2025", "120 cubic meters per kilometer"):
        assert printed in american


@pytest.mark.parametrize(
    ("edition", "text", "printed"),
    [
        ("zh", "同比下降{x:bare}", "同比下降4.6%"),
        ("zh", "增速为{x:bare}", "增速为−4.6%"),
        ("en", "down by {x:bare}", "down by 4.6%"),
        ("en", "a rate of {x:bare}", "a rate of −4.6%"),
    ],
)
def test_a_fall_has_a_verb_or_a_sign_and_not_both(tmp_path: Path, edition: str, text: str, printed: str) -> None:
    assert printed in said(tmp_path, fact("x", "同比下降4.6%", "when: 2024, "), text, edition)


COLUMN = """\
title: {zh: 一, en: One}
blocks:
- table:
    id: t
    title: {zh: 表, en: Table}
    columns: [{zh: 项, en: Item}, {title: {zh: 值, en: Value}, unit: auto}]
    rows:
    - [{zh: 甲, en: A}, "{a}"]
    - [{zh: 乙, en: B}, "{b}"]
    - [{zh: 丙, en: C}, "{c}"]
"""


def test_the_figures_of_a_column_share_their_decimals(tmp_path: Path) -> None:
    facts = "".join(
        fact(name, figure, "when: 2024, ")
        for name, figure in (("a", "489.0亿元"), ("b", "248.63亿元"), ("c", "约250亿元"))
    )
    briefing = read_briefing(write_content(tmp_path, facts=facts, sections__one=COLUMN))
    chinese, english = (outline(compose(briefing, edition)).replace("\u00a0", " ") for edition in ("zh", "en"))
    assert all(figure in chinese for figure in ("489.00", "248.63", "约250"))
    assert all(figure in english for figure in ("48.900", "24.863", "about 25"))


CHART = """\
title: {zh: 一, en: One}
blocks:
- chart: {id: c, kind: columns, title: {zh: 图, en: Chart}, data: sums.csv, x: date, y: sum, unit: 亿元}
"""


def test_the_figures_of_a_series_share_the_decimals_of_their_source(tmp_path: Path) -> None:
    sums = "date,sum\n2022,489.0\n2023,248.63\n2024,300\n"
    briefing = read_briefing(write_content(tmp_path, sections__one=CHART, data__sums=sums))
    printed = outline(compose(briefing, "zh"))
    assert all(figure in printed for figure in ("489.00", "248.63", "300.00"))
