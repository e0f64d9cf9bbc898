# ruff: noqa: E501 (an author's sentences stay on one line each)
"""Totals are held against their parts, sources are numbered once, languages may face each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.compose import compose
from reportgen.outline import outline
from tests.content import write_content

FACTS = "".join(
    f"{name}: {{is: {figure}, what: {{zh: {name}, en: {name}}}, when: 2024, source: paper}}\n"
    for name, figure in {
        "growth": "同比增长7.1%", "output": "近4500亿元",
        "a": "1.2万亿元", "b": "2.3万亿元", "ab": "3.5万亿元", "abr": "3.6万亿元", "off": "4.1万亿元",
        "n": "3家", "m": "4家", "nm": "8家",
    }.items()
)  # fmt: skip


def table(first: str, second: str, total: str) -> str:
    rows = "".join(f'    - [{{zh: 项, en: Item}}, "{{{name}}}"]\n' for name in (first, second))
    return f"""\
title: {{zh: 一, en: One}}
blocks:
- text: {{zh: "总产值{{output}}，{{growth}}。", en: "Output was {{output}}, {{growth}}."}}
- table:
    id: t
    title: {{zh: 甲, en: A}}
    columns: [{{zh: 甲, en: A}}, {{zh: 乙, en: B}}]
    rows:
{rows}    - {{cells: [{{zh: 合计, en: Total}}, "{{{total}}}"], total: true}}
"""


@pytest.mark.parametrize(
    ("cells", "rounded", "wrong"),
    [
        (("a", "b", "ab"), False, False),
        (("a", "b", "abr"), True, False),
        (("a", "b", "off"), False, True),
        (("n", "m", "nm"), False, True),  # things counted one by one are never rounded
        (("growth", "growth", "growth"), False, False),  # rates do not add up
        (("a", "output", "ab"), False, False),  # nor do figures with a qualifier
    ],
)
def test_a_total_is_the_sum_of_its_parts_or_says_why_not(
    cells: tuple[str, str, str], rounded: bool, wrong: bool, tmp_path: Path
) -> None:
    folder = write_content(tmp_path, facts=FACTS, sections__one=table(*cells))
    briefing = read_briefing(folder)
    assert any("add up" in problem.message for problem in check(briefing)) is wrong
    assert ("because of rounding" in outline(compose(briefing, "en"))) is rounded
    assert ("四舍五入" in outline(compose(briefing, "zh"))) is rounded


SOURCES = """\
paper: {publisher: {zh: 某报, en: The Paper}, title: {zh: 题名, en: A title}, author: {zh: 某人, en: An Author}, date: 2025-06-05, kind: newspaper}
site: {publisher: {zh: 某网, en: The Site}, title: {zh: 网文, en: Online}, date: 2025-05-01, accessed: 2025-06-01, url: "https://example.org/x"}
"""
CITING = """\
title: {zh: 一, en: One}
blocks:
- text: {zh: "总产值{output}，{growth}。[@site][@paper][@site]见[#one]。", en: "Output was {output}, {growth}.[@site][@paper][@site] See [#one]."}
- sources:
"""


def test_a_bibliography_follows_each_languages_convention_and_citations_give_its_numbers(tmp_path: Path) -> None:
    briefing = read_briefing(write_content(tmp_path, sources=SOURCES, sections__one=CITING))
    zh, en = (outline(compose(briefing, edition)).replace("\u00a0", " ") for edition in ("zh", "en"))
    assert "1. 某网. 网文[EB/OL]. (2025-05-01)[2025-06-01]. <https://example.org/x>" in zh
    assert "2. 某人. 题名[N]. 某报, 2025-06-05." in zh
    assert "1. The Site. “Online.” May 1, 2025. Accessed June 1, 2025. <https://example.org/x>" in en
    assert "2. An Author. “A title.” The Paper, June 5, 2025." in en
    assert "{growth}[1][2][1]。" in zh  # cited again, a source keeps its number
    assert "{growth}.[1][2][1]" in en


def test_a_section_can_be_referred_to_by_its_name(tmp_path: Path) -> None:
    briefing = read_briefing(write_content(tmp_path, sources=SOURCES, sections__one=CITING))
    assert check(briefing) == ()
    assert "见[第1节]" in outline(compose(briefing, "zh"))
    assert "See [Section\u00a01]" in outline(compose(briefing, "en"))


def test_facing_tells_all_in_one_language_and_then_in_the_other(tmp_path: Path) -> None:
    folder = write_content(tmp_path, sources=SOURCES, sections__one=CITING)
    about = folder / "briefing.yaml"
    about.write_text(about.read_text(encoding="utf-8") + "layout: facing\n", encoding="utf-8")
    document = compose(read_briefing(folder), "bilingual")
    title, chinese, english = outline(document).split("---")
    assert "小简报 / A small briefing" in title
    assert "One" not in chinese
    assert "一" not in english
    assert "[1][2][1]" in english  # sources keep their numbers
