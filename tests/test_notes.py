# ruff: noqa: E501 (an author's sentences stay on one line each)
"""Notes and sources: what is told once, where it stands, and that no mark leads back to an earlier page."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.compose import compose
from reportgen.document import Bullets, Citations, Cite, Document, Heading, Line, Metrics, Note, Paragraph, Run
from reportgen.outline import all_inlines, all_lines, outline
from tests.content import GOOD, write_content

SOURCES = """\
paper: {publisher: {zh: 某报, en: The Paper}, title: {zh: 题名, en: A title}, date: 2025-06-05, kind: newspaper}
site: {publisher: {zh: 某网, en: The Site}, date: 2025-05-01, url: "https://example.org/x"}
"""
FACTS = """\
exports: {is: 457.3亿元, what: {zh: 出口额, en: exports}, when: 2025-Q3, source: paper, status: preliminary}
imports: {is: 283.1亿元, what: {zh: 进口额, en: imports}, when: 2025-Q3, source: paper, status: preliminary}
orders: {is: 54%, what: {zh: 订单, en: orders}, when: 2025-Q3, source: paper, status: estimate}
surplus: {derived: exports - imports, what: {zh: 顺差, en: surplus}}
final: {is: 178家, what: {zh: 园区, en: zones}, when: 2025-Q3, source: site}
"""
TWO = GOOD["briefing.yaml"].replace("[one]", "[one, two]")
ONE = """\
title: {zh: 一, en: One}
blocks:
- text: {zh: "出口{exports}，[@paper]进口{imports}，[@site]顺差{surplus}。", en: "Exports were {exports},[@paper] imports {imports},[@site] the surplus {surplus}."}
- text: {zh: "出口{exports}，订单{orders}，园区{final}。[@paper]", en: "Exports were {exports}, orders {orders}, zones {final}.[@paper]"}
"""
NEXT = """\
title: {zh: 二, en: Two}
blocks:
- text: {zh: "进口{imports}。[@site]", en: "Imports were {imports}.[@site]"}
"""
LIST = "- sources:\n"


def document(
    folder: Path, edition: str = "zh", citations: Citations = "numbered", *, layout: str = "", more: str = ""
) -> Document:
    about = TWO + (f"layout: {layout}\n" if layout else "")
    content = write_content(
        folder, briefing=about, facts=FACTS, sources=SOURCES, sections__one=ONE, sections__two=NEXT + more
    )
    return compose(read_briefing(content), edition, citations)


def notes(said: Document) -> list[Note]:
    return [inline for inline in all_inlines(said.elements) if isinstance(inline, Note)]


def test_figures_of_one_status_share_one_note_of_their_section(tmp_path: Path) -> None:
    told = outline(document(tmp_path))
    assert "[^1]: 出口额、进口额为初步数据。" in told
    assert "[^2]: 顺差为推算值，非来源公布：457.3亿元 − 283.1亿元。" in told
    assert "[^3]: 订单为估计数。" in told
    assert "出口457.3亿元{exports}[^1][1]，进口283.1亿元{imports}[2]，顺差174.2亿元{surplus}[^2]。" in told
    assert "出口457.3亿元{exports}，订单54%{orders}[^3]" in told  # told before, and a final figure needs no note
    assert "# 2 二\n\n进口283.1亿元{imports}[2]。" in told


def test_marks_stand_before_a_chinese_stop_and_after_an_english_one(tmp_path: Path) -> None:
    text = '- text: {zh: "甲，[@paper][@site]“乙”。[@paper]丙（丁）[@site]戊", en: "A,[@paper][@site] “B.”[@paper] C (D)[@site] E"}\n'
    section = "title: {zh: 一, en: One}\nblocks:\n" + text
    briefing = read_briefing(write_content(tmp_path, sources=SOURCES, sections__one=section))
    zh, en = (outline(compose(briefing, edition)).split("\n\n")[2] for edition in ("zh", "en"))
    assert zh == "甲[1][2]，“乙”[1]。丙（丁）[2]戊"
    assert en == "A,[1][2] “B.”[1] C (D)[2] E"


@pytest.mark.parametrize("citations", ["numbered", "section", "footnotes"])
@pytest.mark.parametrize("layout", ["interleaved", "side-by-side", "facing"])
def test_every_mark_of_a_note_brings_its_own_words_in_the_language_of_its_line(
    citations: Citations, layout: str, tmp_path: Path
) -> None:
    said = document(tmp_path, "bilingual", citations, layout=layout)
    marks = _marked(said)
    assert bool(marks) is (citations != "section")
    for language, note in marks:
        assert [line.language for line in note.body] == [language]
    by_language = {
        code: [(note.number, note.id.removesuffix("@en")) for own, note in marks if own == code]
        for code in ("zh", "en")
    }
    assert by_language["zh"] == by_language["en"]  # the same numbers in both
    assert len({*by_language["zh"]}) == len(by_language["zh"])  # and each mark once in a language
    assert [note.again for own, note in marks if own == "zh"] == [False] * (len(marks) // 2)
    assert [note.again for own, note in marks if own == "en"] == [True] * (len(marks) // 2)


def _marked(said: Document) -> list[tuple[str, Note]]:
    """Every note with the language of the line that its mark stands in."""
    lines = [line for line in all_lines(said.elements) if isinstance(line, Line)]
    return [(line.language, inline) for line in lines for inline in line.inlines if isinstance(inline, Note)]


@pytest.mark.parametrize("layout", ["interleaved", "facing"])
def test_both_languages_cite_a_source_by_its_one_number(layout: str, tmp_path: Path) -> None:
    said = document(tmp_path, "bilingual", layout=layout)
    cited = [
        (inline.target.partition("@")[0], inline.number)
        for inline in all_inlines(said.elements)
        if isinstance(inline, Cite)
    ]
    assert {*cited} == {("source-paper", 1), ("source-site", 2)}
    lists = [element for element in said.elements if isinstance(element, Bullets) and element.role == "sources"]
    assert len(lists) == (2 if layout == "facing" else 1)
    targets = {inline.target for inline in all_inlines(said.elements) if isinstance(inline, Cite)}
    assert targets == {name for each in lists for name in each.ids}


def test_a_briefing_that_cites_by_number_and_lists_no_sources_has_the_list_at_its_end(tmp_path: Path) -> None:
    *_, heading, listed = document(tmp_path).elements
    assert isinstance(heading, Heading)
    assert heading.number == ()
    assert isinstance(listed, Bullets)
    assert outline(document(tmp_path)).count("资料来源") == 1
    told = document(tmp_path, more=LIST).elements
    assert [element for element in told if isinstance(element, Bullets)] == [told[-1]]
    assert not any(isinstance(element, Heading) and not element.number for element in told)


def test_a_list_before_the_last_citation_has_numbered_every_source(tmp_path: Path) -> None:
    first = ONE.replace("[@site]", "") + LIST
    content = write_content(
        tmp_path, briefing=TWO, facts=FACTS, sources=SOURCES, sections__one=first, sections__two=NEXT
    )
    told = outline(compose(read_briefing(content), "zh"))
    assert "2. 某网" in told
    assert told.rstrip().splitlines()[-1].startswith("[^")
    assert "进口283.1亿元{imports}[2]。" in told


def test_a_section_tells_its_sources_and_remarks_at_its_end_and_marks_nothing(tmp_path: Path) -> None:
    said = document(tmp_path, "zh", "section")
    assert notes(said) == []
    assert not any(isinstance(inline, Cite) for inline in all_inlines(said.elements))
    ends = [
        outline(Document(("zh",), said.properties, (), (element,))).strip()
        for element in said.elements
        if isinstance(element, Paragraph) and element.role in ("note", "source")
    ]
    assert ends == [
        "注：出口额、进口额为初步数据。顺差为推算值，非来源公布：457.3亿元 − 283.1亿元。订单为估计数。",
        "资料来源：某报，2025年6月5日；某网，2025年5月1日",
        "资料来源：某网，2025年5月1日",
    ]


def test_a_section_that_lists_all_sources_does_not_tell_its_own_again(tmp_path: Path) -> None:
    told = outline(document(tmp_path, "en", "section", more=LIST))
    assert told.count("Sources: The Paper, June") == 1
    assert "Source: The Site" not in told


def test_footnotes_name_a_source_once_a_section_in_full_where_nothing_lists_it(tmp_path: Path) -> None:
    told = outline(document(tmp_path, "en", "footnotes")).replace("\u00a0", " ")
    assert "Exports were RMB 45.73 billion{exports}[^1],[^2] imports RMB 28.31 billion{imports},[^3]" in told
    assert "zones 178{final}." in told  # the paper has its footnote in this section
    assert "[^2]: “A title,” The Paper, June 5, 2025." in told
    assert told.count("The Site, May 1, 2025.") == 2
    listed = outline(document(tmp_path, "en", "footnotes", more=LIST)).replace("\u00a0", " ")
    assert "[^2]: The Paper, June 5, 2025 (source [[1]])." in listed


TABLE = """\
- table:
    id: t
    title: {zh: "出口{exports}", en: "Exports of {exports}"}
    columns: [{zh: 指标, en: Indicator}, {zh: 数值, en: Value}]
    rows: [[{zh: 订单, en: Orders}, "{orders}"]]
    note: {zh: "进口为{imports}。", en: "Imports were {imports}."}
"""


@pytest.mark.parametrize("citations", ["numbered", "section", "footnotes"])
def test_a_table_tells_of_its_figures_under_itself_and_has_no_marks(citations: Citations, tmp_path: Path) -> None:
    head = "title: {zh: 一, en: One}\nblocks:\n"
    content = write_content(tmp_path, facts=FACTS, sources=SOURCES, sections__one=head + TABLE)
    said = compose(read_briefing(content), "zh", citations)
    assert notes(said) == []
    assert "注：进口为283.1亿元{imports}。出口额、进口额为初步数据。订单为估计数。" in outline(said)


def test_where_figures_were_read_is_told_once_a_section(tmp_path: Path) -> None:
    facts = "".join(
        f"{name}: {{is: {{from: cities.csv, row: {{city: {city}}}, column: gdp, unit: 亿元}}, what: {{zh: {name}, en: {name}}}, when: 2024, source: paper}}\n"
        for name, city in (("a", "x"), ("b", "y"))
    )
    text = 'title: {zh: 一, en: One}\nblocks:\n- text: {zh: "{a}、{b}。", en: "{a}, {b}."}\n'
    content = write_content(
        tmp_path,
        briefing=GOOD["briefing.yaml"] + "origins: true\n",
        facts=facts,
        sections__one=text,
        data__cities="city,gdp\nx,1.5\ny,2.5\n",
    )
    said = compose(read_briefing(content), "zh")
    assert notes(said) == []
    assert outline(said).count("数据取自") == 1
    assert outline(said).rstrip().endswith("注：数据取自cities.csv（gdp列第2、3行）。")


@pytest.mark.parametrize(
    ("typed", "large", "small"),
    [
        ("百余家", "百余家", ""),
        ("上百场", "上百场", ""),
        ("首个", "首个", ""),
        ("前三", "前三", ""),
        ("近400家", "400", "近家"),
        ("累计43个", "43", "累计个"),
        ("1.7万亿元", "1.7", "万亿元"),
    ],
)
def test_a_key_figure_in_words_is_not_torn(typed: str, large: str, small: str, tmp_path: Path) -> None:
    facts = f"key: {{is: {typed}, what: {{zh: 指标, en: indicator}}, when: 2024, source: paper}}\n"
    section = "title: {zh: 一, en: One}\nblocks:\n- metrics: [key]\n"
    said = compose(read_briefing(write_content(tmp_path, facts=facts, sections__one=section)), "zh")
    (metrics,) = (element for element in said.elements if isinstance(element, Metrics))
    runs = [inline for inline in metrics.cells[0].figure[0].inlines if isinstance(inline, Run)]
    assert "".join(run.text for run in runs if run.role == "figure") == large
    assert "".join(run.text for run in runs if run.role == "affix") == small
