"""Figures that are derived in one way share one note in a section, a table and a chart; others have one each."""

from __future__ import annotations

from pathlib import Path

from reportgen.briefing_reader import read_briefing
from reportgen.compose import compose
from reportgen.outline import outline
from tests.content import GOOD, write_content

CITIES = ("a", "b", "c", "d")
FACTS = "".join(
    f"cities.{city}.gdp: {{is: {size}.0亿元, what: {{zh: {city}市, en: GDP of {city}}}, when: 2024, source: paper}}\n"
    f"part_{city}: {{derived: 'share(cities.{city}.gdp, all)', what: {{zh: {city}市占比, en: share of {city}}}}}\n"
    for city, size in zip(CITIES, (10, 20, 30, 40), strict=True)
)
ALL = "all: {is: 200.0亿元, what: {zh: 全省, en: the province}, when: 2024, source: paper}\n"
TEXT = """\
- text:
    zh: 占比为{part_a}、{part_b}、{part_c}和{part_d}。
    en: "The shares are {part_a}, {part_b}, {part_c} and {part_d}."
"""


def said(folder: Path, blocks: str, more: str = "", facts: str = "") -> str:
    """The Chinese edition of a briefing of two sections, the second with `more`."""
    head = "title: {zh: 一, en: One}\nblocks:\n"
    two = GOOD["briefing.yaml"].replace("[one]", "[one, two]")
    content = {"facts": FACTS + ALL + facts, "briefing": two, "sections__one": head + blocks}
    briefing = read_briefing(write_content(folder, **content, sections__two=head + (more or blocks)))
    return outline(compose(briefing, "zh")).replace("\u2060", "")


ALIKE = "a市占比、b市占比等4项均为推算值，非来源公布，算法相同，如a市占比：10亿元 ÷ 200亿元。"


def test_the_texts_of_a_section_share_one_note_with_an_example(tmp_path: Path) -> None:
    told = said(tmp_path, TEXT)
    assert told.count("推算值") == 1
    assert f"[^1]: {ALIKE}" in told
    assert told.count("[^1]") == 2  # the first figure of them, and the note itself


def test_a_table_tells_of_them_once_under_itself(tmp_path: Path) -> None:
    rows = "".join(f'    - ["{{part_{city}}}"]\n' for city in CITIES)
    table = f"- table:\n    id: t\n    title: {{zh: 表, en: T}}\n    columns: [{{zh: 列, en: C}}]\n    rows:\n{rows}"
    told = said(tmp_path, table, TEXT)
    assert f"注：{ALIKE}" in told.split("# 2")[0]
    assert "[^" not in told.split("# 2")[0]
    assert told.count("推算值") == 2  # once for the table, once for the text


def test_key_figures_have_one_sentence_for_all(tmp_path: Path) -> None:
    told = said(tmp_path, "- metrics: [part_a, part_b, part_c, part_d]\n")
    assert told.count(f"注：{ALIKE}") == 2  # a note a row, and there are two


def test_what_is_derived_in_another_way_has_its_own_note(tmp_path: Path) -> None:
    others = "gap: {derived: cities.b.gdp - cities.a.gdp, what: {zh: 差额, en: gap}}\n"
    text = '- text: {zh: "{part_a}、{part_b}，差{gap}。", en: "{part_a}, {part_b}, {gap} apart."}\n'
    told = said(tmp_path, text, facts=others)
    assert "a市占比、b市占比均为推算值" in told
    assert "差额为推算值，非来源公布：20亿元 − 10亿元。" in told


def test_a_fact_with_a_note_of_its_own_keeps_it(tmp_path: Path) -> None:
    noted = "part_e: {derived: 'share(cities.a.gdp, all)', what: {zh: 戊占比, en: e}, note: {zh: 另计, en: apart}}\n"
    text = '- text: {zh: "{part_a}、{part_b}、{part_e}。", en: "{part_a}, {part_b}, {part_e}."}\n'
    told = said(tmp_path, text, facts=noted)
    assert "戊占比为推算值，非来源公布：10亿元 ÷ 200亿元。戊占比：另计。" in told


def test_a_sum_of_many_is_told_by_how_many(tmp_path: Path) -> None:
    more = "".join(
        f"towns.{town}.gdp: {{is: {town}.0亿元, what: {{zh: 镇, en: town}}, when: 2024, source: paper}}\n"
        for town in range(1, 14)
    )
    total = "towns_all: {derived: sum(towns.*.gdp), what: {zh: 各镇合计, en: the towns}}\n"
    mean = "towns_mean: {derived: mean(towns.gdp), what: {zh: 各镇平均, en: mean}}\n"
    told = said(
        tmp_path,
        '- text: {zh: "{towns_all}，{towns_mean}。", en: "{towns_all}, {towns_mean}."}\n',
        facts=more + total + mean,
    )
    assert "各镇合计为推算值，非来源公布：13项合计。" in told
    assert "各镇平均为推算值，非来源公布：(13项合计) ÷ 13。" in told
    assert "91亿元" in told  # 1 + … + 13
    assert "7亿元" in told


def test_a_group_is_told_in_the_order_of_its_facts(tmp_path: Path) -> None:
    total = "total: {derived: sum(cities.gdp), what: {zh: 合计, en: total}}\n"
    told = said(tmp_path, '- text: {zh: "{total}。", en: "{total}."}\n', facts=total)
    assert "合计为推算值，非来源公布：10亿元 + 20亿元 + 30亿元 + 40亿元。" in told
