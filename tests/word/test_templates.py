"""The built-in templates are data: every one draws every edition, valid, each in its own way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element as XmlElement

import pytest

from reportgen.briefing_reader import read_look
from reportgen.document import Align, Caption, Column, Contents, Heading, Paragraph, Table, TitleBlock
from reportgen.template.model import BUILT_IN, Look
from reportgen.word.body.render import render
from reportgen.word.lint import lint
from tests.word.documents import BOTH, EDITIONS, PICTURES, caption, document, says
from tests.word.parts import W, every, fields, instructions, paragraphs, part, style_of, val
from tests.word.test_valid import audit

TEMPLATES = sorted(path.parent.name for path in BUILT_IN.glob("*/look.yaml"))
ZH = ("zh",)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_draws_every_edition_validly(template: str, edition: str, tmp_path: Path) -> None:
    data = render(EDITIONS[edition], read_look(template), PICTURES)
    assert audit(data, tmp_path) == []
    assert lint(data) == ()


def test_no_template_is_named_in_the_code() -> None:
    for path in BUILT_IN.parent.rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        assert not [name for name in TEMPLATES if f'== "{name}"' in code], path


def test_official_headings_count_in_chinese_and_the_contents_say_the_same() -> None:
    sections = [Heading(f"s{n}", 1, (n,), says(ZH, f"标题{n}", "")) for n in range(1, 13)]
    inner = Heading("s12-1", 2, (12, 1), says(ZH, "小节", ""))
    data = render(document(ZH, Contents(says(ZH, "目录", "")), *sections, inner), read_look("official"), {})
    listed = paragraphs(part(data), "TOC1")
    assert listed[1].startswith("二、标题2\t")
    assert listed[11].startswith("十二、标题12\t")
    numbering = part(data, "word/numbering.xml")
    (shape, *_) = every(numbering, "abstractNum")
    assert [val(node) for node in every(shape, "lvlText")] == ["%1、", "（%2）", "%3."]
    assert [val(node) for node in every(shape, "numFmt")][:2] == ["chineseCountingThousand"] * 2


def test_official_english_counts_in_figures() -> None:
    data = render(EDITIONS["en"], read_look("official"), PICTURES)
    assert paragraphs(part(data), "TOC1")[0].startswith("1\tKey figures")


def test_official_page_numbers_stand_right_on_odd_pages_and_left_on_even_ones() -> None:
    data = render(EDITIONS["zh"], read_look("official"), PICTURES)
    feet = [part(data, f"word/footer{number}.xml") for number in (1, 2)]
    assert [val(every(foot, "jc")[0]) for foot in feet] == ["right", "left"]
    assert all(paragraphs(foot) == ["— 1 —"] for foot in feet)
    assert every(part(data, "word/settings.xml"), "evenAndOddHeaders")


def test_the_official_page_holds_28_characters_by_22_lines() -> None:
    look = read_look("official")
    body = look.styles["body"]
    width, height = (look.page.text_width, look.page.height - look.page.top - look.page.bottom)
    assert (width, height) == (156, 225)
    points = float(width) * 72 / 25.4
    assert 28 * float(body.size + body.tracking) <= points < 29 * float(body.size + body.tracking)
    assert 22 * float(body.line["zh"]) <= float(height) * 72 / 25.4 < 23 * float(body.line["zh"])


def test_what_official_body_text_has_of_its_own_is_taken_back_in_every_other_style() -> None:
    styles = every(part(render(EDITIONS["zh"], read_look("official"), PICTURES), "word/styles.xml"), "style")
    by_id = {val(style, "styleId"): style for style in styles}
    inset = {
        name: val(by_id[name].find(f"{W}pPr/{W}ind"), "firstLineChars") for name in ("Normal", "TableCell", "Caption")
    }
    tight = {name: val(by_id[name].find(f"{W}rPr/{W}spacing")) for name in ("Normal", "TableCell", "Caption")}
    assert inset == {"Normal": "200", "TableCell": "0", "Caption": "0"}
    assert tight == {"Normal": "-5", "TableCell": "0", "Caption": "0"}


def test_a_cover_stands_on_a_page_of_its_own_without_head_or_foot() -> None:
    root = part(render(EDITIONS["zh"], read_look("report"), PICTURES))
    cover, body = every(root, "sectPr")
    assert every(cover, "footerReference") == []
    assert cover.find(W + "titlePg") is not None
    assert len(every(body, "footerReference")) == 1
    assert len(every(root, "drawing")) == len(PICTURES) + 1


def test_the_band_of_a_cover_holds_all_its_words() -> None:
    long = says(BOTH, "很长的标题" * 12, "A very long title indeed " * 8)
    title = TitleBlock(says(BOTH, "甲", "A"), (), long, long, says(BOTH, "2025年6月6日", "June 6, 2025"))
    look = read_look("report")
    assert look.cover is not None
    root = part(render(document(BOTH, title), look, {}))
    (extent,) = root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent")
    assert int(extent.get("cy", "0")) > float(look.cover.band) * 36_000


def test_a_masthead_holds_the_title_block_on_the_first_page_which_has_a_foot_and_no_head() -> None:
    root = part(render(EDITIONS["zh"], read_look("brief"), PICTURES))
    first = every(root, "sectPr")[0]
    assert first.find(W + "titlePg") is not None
    assert [val(node, "type") for node in every(first, "headerReference")] == ["default"]
    assert [val(node, "type") for node in every(first, "footerReference")] == ["default", "first"]
    (issuer,) = [text for text in paragraphs(root, "Issuer") if text]
    assert issuer == "高新区发展研究组\t专题简报 · 2025年6月6日"
    assert not paragraphs(root, "Date")


def test_text_stands_in_columns_and_what_needs_the_room_across_them_on_the_same_page(tmp_path: Path) -> None:
    look, words = read_look("brief"), Paragraph("body", says(ZH, "文", ""))
    wide = look.text_columns
    assert wide is not None
    cell = says(ZH, "乙", "")
    table = Table(caption(ZH, "table", "t", 1, "表", ""), (Column(cell),), ((cell,),))
    many = wide.table + 1
    broad = Table(caption(ZH, "table", "u", 2, "表", ""), (Column(cell),) * many, ((cell,) * many,))
    title = TitleBlock(says(ZH, "甲", ""), (), says(ZH, "题", ""), (), says(ZH, "日", ""))
    heads = [Heading(name, 1, (n,), says(ZH, name, "")) for n, name in enumerate("abc", 1)]
    data = render(
        document(ZH, title, words, heads[0], words, table, heads[1], broad, heads[2], words), read_look("brief"), {}
    )
    root = part(data)
    assert [val(node, "num") for node in every(root, "cols")] == ["", "2", "", "2", ""]  # the last ones end level
    assert [val(node) for node in every(root, "type")] == ["continuous"] * 4
    across = [list(paragraphs(stretch, "Heading1")) for stretch in _sections(root)]
    assert across == [[], ["a"], ["b"], ["c"], []]  # a heading goes with the table under it
    narrow, broad_width = (int(val(node, "w")) for node in every(root, "tblW"))
    assert (narrow, broad_width) == (round(84 * 1440 / 25.4), round(176 * 1440 / 25.4))
    assert audit(data, tmp_path) == []
    assert lint(data) == ()


def _sections(root: XmlElement) -> list[XmlElement]:
    """The body of a document, cut after the paragraphs that end a section."""
    (body,) = every(root, "body")
    parts = [XmlElement("part")]
    for node in body:
        parts[-1].append(node)
        if every(node, "sectPr"):
            parts.append(XmlElement("part"))
    return parts


def test_languages_side_by_side_leave_no_room_for_columns_of_text() -> None:
    root = part(render(EDITIONS["side-by-side"], read_look("brief"), PICTURES))
    assert [val(node, "num") for node in every(root, "cols")] == [""]


def test_the_running_head_is_a_field_with_a_result_true_of_every_page() -> None:
    head = part(render(EDITIONS["zh"], read_look("report"), PICTURES), "word/header1.xml")
    assert fields(head, "STYLEREF") == [("STYLEREF 1", "国家高新区简报")]


# ---- lists, wide tables ---------------------------------------------------------


def listed(caption_: Caption) -> Table:
    return Table(caption_, (Column(says(BOTH, "甲", "A")),), ((says(BOTH, "乙", "B"),),))


def test_a_list_of_tables_has_a_field_for_each_language_and_links_to_the_captions(look: Look) -> None:
    tables = [listed(caption(BOTH, "table", f"t{n}", n, f"表题{n}", f"Title {n}")) for n in (1, 2)]
    data = render(document(BOTH, Contents(says(BOTH, "表目录", "Tables"), of="table"), *tables), look, {})
    root = part(data)
    assert [code for code in instructions(root) if code.startswith("TOC")] == [
        'TOC \\h \\z \\c "表"',
        'TOC \\h \\z \\c "Table"',
    ]
    entries = [text.rsplit("\t", 1)[0] for text in paragraphs(root, "TableofFigures")]
    assert entries == ["表1\u2002表题1", "表2\u2002表题2", "Table 1\u2002Title 1", "Table 2\u2002Title 2"]
    assert lint(data) == ()


def test_a_wide_table_lies_on_a_page_of_its_own(look: Look, tmp_path: Path) -> None:
    wide = replace(listed(caption(BOTH, "table", "t", 1, "宽表", "Wide")), wide=True)
    before, after = (Paragraph("body", says(BOTH, "文", "Words")) for _ in range(2))
    data = render(document(BOTH, before, wide, after), look, {})
    sizes = [(val(node, "w"), val(node, "orient")) for node in every(part(data), "pgSz")]
    assert [orientation for _, orientation in sizes] == ["", "landscape", ""]
    assert val(every(part(data), "tblW")[0], "w") == str(round((297 - 48) * 1440 / 25.4))
    assert audit(data, tmp_path) == []
    assert lint(data) == ()


def test_columns_of_a_group_share_a_head_that_repeats(look: Look, tmp_path: Path) -> None:
    quarter = says(BOTH, "一季度", "First quarter")
    columns = (
        Column(says(BOTH, "地区", "Region")),
        Column(says(BOTH, "产出", "Output"), align=Align.RIGHT, group=quarter),
        Column(says(BOTH, "利润", "Profit"), align=Align.RIGHT, group=quarter),
    )
    row = (says(BOTH, "甲", "A"), says(BOTH, "1.5", "1.5"), says(BOTH, "2", "2"))
    data = render(document(BOTH, Table(caption(BOTH, "table", "t", 1, "表", "T"), columns, (row,))), look, {})
    root = part(data)
    assert len(every(root, "tblHeader")) == 2
    assert [val(node) for node in every(root, "gridSpan")] == ["2"]
    assert [val(node) for node in every(root, "vMerge")] == ["restart", ""]
    assert audit(data, tmp_path) == []


def test_decimal_points_stand_under_each_other(look: Look) -> None:
    figures = ("7", "12.25", "—", "1,000.5")
    rows = tuple((says(ZH, "甲", ""), says(ZH, figure, "")) for figure in figures)
    columns = (Column(says(ZH, "名", "")), Column(says(ZH, "值", ""), align=Align.RIGHT))
    root = part(render(document(ZH, Table(caption(ZH, "table", "t", 1, "表", ""), columns, rows)), look, {}))
    insets = [
        int(val(node.find(f"{W}pPr/{W}ind"), "right") or 0)
        for node in root.iter(W + "p")
        if style_of(node) == "TableCell"
    ][1::2]
    digit, point = (float(value) * 9 * 20 for value in (look.tables.digit, look.tables.point))
    assert insets == pytest.approx([2 * digit + point, 0, 2 * digit + point, digit], abs=1)
