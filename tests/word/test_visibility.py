"""Styles of a person's file whose words would be lost in a new file are told and can be read."""

from __future__ import annotations

import pytest

from reportgen.template.model import Look
from reportgen.word.ooxml.package_reader import open_word
from reportgen.word.ooxml.tree import parse
from reportgen.word.styles.effective import effective_properties
from reportgen.word.template.adopt import read_master
from reportgen.word.template.doctor import export
from reportgen.word.template.master import Master
from tests.word.masters import CHINESE_STYLES, LOGO, master_file, style

WHITE = '<w:color w:val="FFFFFF" w:themeColor="background1"/>'
SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="1F2933"/>'


def read(look: Look, *styles: str, header: str = LOGO) -> Master:
    """A file with further styles, taken as a template."""
    data = master_file(CHINESE_STYLES.replace("</w:styles>", "".join(styles) + "</w:styles>"), header=header)
    template = read_master(open_word(data, "my.docx"), look)
    assert template.master
    return template.master


def color(master: Master, style_id: str) -> str:
    return effective_properties(parse(master.styles), style_id).get("color.val", "")


def told(master: Master) -> list[tuple[str, str]]:
    return [(found.message, found.hint) for found in master.findings if "cannot be seen" in found.message]


def test_a_white_title_is_set_in_the_color_of_text_and_told(look: Look) -> None:
    found = read(look, style("t", "标题", more=WHITE))
    assert color(found, "t") == "auto"
    assert told(found) == [
        ("the words of its style '标题' cannot be seen on their ground", "they are set in the color of the text")
    ]


def test_a_color_that_is_inherited_counts(look: Look) -> None:
    found = read(look, style("cover", "封面", more=WHITE), style("t", "标题", based="cover"))
    assert (color(found, "t"), color(found, "cover")) == ("auto", "FFFFFF")


@pytest.mark.parametrize(
    "title",
    [
        style("t", "标题", more=WHITE, ppr=SHADED),
        style("t", "标题", more='<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'),
        style("t", "标题", more='<w:color w:val="9C1C24"/>'),
        style("t", "标题", more='<w:color w:val="auto"/>'),
    ],
)
def test_a_style_that_can_be_seen_keeps_its_color(title: str, look: Look) -> None:
    found = read(look, title)
    assert told(found) == []
    assert color(found, "t") in ("FFFFFF", "9C1C24", "auto")


def test_a_style_of_no_role_or_of_a_header_keeps_its_color(look: Look) -> None:
    title = style("t", "标题", more=WHITE)
    found = read(look, style("own", "封面条", more=WHITE), title, header=LOGO.replace('"a6"', '"t"'))
    assert (color(found, "own"), color(found, "t")) == ("FFFFFF", "FFFFFF")
    assert told(found) == []


def test_a_template_with_a_cover_can_be_read_without_one(look: Look) -> None:
    template = read_master(open_word(export("report"), "report.docx"), look)
    assert template.master
    ((message, _),) = told(template.master)
    assert "'Title'" in message
    assert color(template.master, "Title") == "auto"
