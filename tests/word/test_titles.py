"""Titles, headings and captions fall into lines as an editor would break them, by how far they stand in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportgen.briefing_reader import read_look
from reportgen.document import Column, Heading, Paragraph, Table, TitleBlock
from reportgen.template.model import Look, TextStyle
from reportgen.word.body.render import render
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.line_balance import Broken, Words, broken, title_ems
from tests.word.documents import BOTH, caption, document, says
from tests.word.parts import W, every, paragraphs, part, style_of, val

SIZE = 10.0


def lines(text: str, ems: float, *whole: str) -> list[str]:
    """The lines as a program breaks them that fills each: Chinese anywhere, else at blanks."""
    found: list[str] = []
    fall = broken((Words(text, SIZE),), ems * SIZE, whole)
    room = ems * SIZE - fall.inset
    for stretch in text.split("\n"):
        line = ""
        for unit in stretch.split(" ") if stretch.isascii() else stretch:
            joined = f"{line} {unit}" if line and stretch.isascii() else line + unit
            if line and title_ems(joined, bold=False) * SIZE > room and unit not in "，。：、":
                found.append(line)
                joined = unit
            line = joined
        found.append(line)
    assert len(found) == fall.lines
    return found


def test_a_title_that_fits_stands_as_it_is() -> None:
    assert broken((Words("国家高新区", SIZE),), 60.0) == Broken(1)


def test_no_line_is_left_with_a_single_character() -> None:
    assert min(map(len, lines("全国重点实验室在高新区的情况", 13))) > 4


def test_a_line_ends_rather_behind_a_mark_than_in_a_word() -> None:
    assert lines("园区生产总值增长最快，工业利润增长最慢", 15) == ["园区生产总值增长最快，", "工业利润增长最慢"]


def test_a_term_is_not_torn() -> None:
    title = "园区发布半年专题简报合集第八辑"
    torn = ("专", "专题", "专题简")
    assert not any(line.endswith(torn) for ems in range(8, 15) for line in lines(title, ems, "专题简报"))


def test_lines_of_words_are_about_as_long() -> None:
    first, second = lines("National zones of original technology and of emerging industries in the year", 30)
    assert abs(len(first) - len(second)) < 12


def test_the_break_of_an_author_stays() -> None:
    assert lines("Autumn grain:\ntwo counties bring it in", 40) == ["Autumn grain:", "two counties bring it in"]


def title_of(zh: str, en: str) -> TitleBlock:
    return TitleBlock(says(BOTH, "甲", "A"), (), says(BOTH, zh, en), (), says(BOTH, "2025年", "2025"))


@pytest.mark.parametrize("template", ["modern", "brief", "official"])
def test_titles_headings_and_captions_stand_in_so_that_their_lines_end_well(template: str) -> None:
    look = read_look(template)

    def long(role: str, label: int) -> str:  # a single character would stand on the second line
        style = look.style(role, second=role == "heading1")
        width = look.column_width if role in ("caption", "heading1") else look.page.text_width
        left = float(width - style.indent) * measure.POINTS_PER_MM - float(style.first_line * style.size)
        return "国" * (int(left / float(style.size)) + 1 - label)

    table = replace(_table(), caption=caption(BOTH, "table", "t", 1, long("caption", 2), "A table of figures"))
    before = Heading("a", 1, (1,), says(BOTH, "甲", "A"))
    label = 0 if look.second["heading1"].hanging else 2
    head = Heading("h", 1, (2,), says(BOTH, long("heading1", label), "A heading"))
    words = Paragraph("body", says(BOTH, "甲", "A"))
    title = title_of(long("title", 0), "A title")
    root = part(render(document(BOTH, title, before, words, head, words, table), look, {}))
    for style in ("Title", "Heading1", "Caption"):
        node = [node for node in root.iter(W + "p") if style_of(node) == style][-1]
        assert int(val(node.find(f"{W}pPr/{W}ind"), "right") or 0) > 0, style


def _table() -> Table:
    cell = says(BOTH, "甲", "A")
    return Table(caption(BOTH, "table", "t", 1, "表", "T"), (Column(cell),), ((cell,),))


def test_the_band_of_a_masthead_grows_with_the_lines_of_its_title() -> None:
    extent = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"

    def high(title: str) -> int:
        (node,) = part(render(document(BOTH, title_of("题", title)), read_look("brief"), {})).iter(extent)
        return int(node.get("cy", "0"))

    look = read_look("brief")
    line = float(look.second["title"].line["en"]) / measure.POINTS_PER_MM * 36_000
    assert high("One\ntwo\nthree\nfour\nfive\nsix") - high("One\ntwo\nthree\nfour\nfive") == pytest.approx(line, abs=2)


def test_the_break_of_a_title_is_a_blank_where_the_title_is_told_on_one_line(look: Look) -> None:
    broken_title = document(BOTH, title_of("题", "One\ntwo"), Heading("h", 1, (1,), says(BOTH, "甲\n乙", "One\ntwo")))
    root = part(
        render(replace(broken_title, short_title=says(BOTH, "题\n目", "One\ntwo")), look, {}), "word/footer1.xml"
    )
    assert paragraphs(root)[0].startswith("题目 · One two")


def test_prose_stands_in_from_the_margin_but_not_where_languages_have_columns() -> None:
    look = read_look("modern")
    body = look.styles["body"].indent
    assert body > 0
    assert look.flush().styles["body"].indent == 0
    assert look.flush().styles["list"].indent == look.styles["list"].indent - body
    assert look.flush().styles["heading1"] == look.styles["heading1"]
    side = render(document(BOTH, layout="side-by-side"), look, {})
    styles = {val(node, "styleId"): node for node in every(part(side, "word/styles.xml"), "style")}
    assert val(styles["Normal"].find(f"{W}pPr/{W}ind"), "left") == "0"


LETTER = {"modern": 0.406, "report": 0.406, "brief": 0.406, "official": 0.41}
"""The mean width of a letter of English prose in ems: of Carlito and Calibri, and of Times."""


@pytest.mark.parametrize(
    ("template", "chinese", "english"),
    [("modern", (32, 38), (65, 80)), ("report", (32, 38), (65, 80)), ("brief", (22, 26), (45, 60))],
)
def test_a_line_of_prose_holds_what_is_read_with_ease(
    template: str, chinese: tuple[int, int], english: tuple[int, int]
) -> None:
    look = read_look(template)
    room = look.page.text_width if look.text_columns is None else look.column_width

    def held(style: TextStyle, ems: float) -> float:
        return float(room - style.indent) * measure.POINTS_PER_MM / (float(style.size) * ems)

    assert chinese[0] <= int(held(look.speaking("zh").styles["body"], 1)) <= chinese[1]
    assert english[0] <= held(look.speaking("en").styles["body"], LETTER[template]) <= english[1]
    assert held(look.second["body"], LETTER[template]) <= english[1] + 2  # the lines of a paragraph are not all full


def test_english_in_official_documents_holds_no_more_than_is_read_with_ease() -> None:
    look = read_look("official").speaking("en")
    for style in (look.styles["body"], look.second["body"]):
        room = float(look.page.text_width - style.indent) * measure.POINTS_PER_MM
        assert room / (float(style.size) * LETTER["official"]) <= 80
