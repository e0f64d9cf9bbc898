"""Styles: Word's own names, four font slots each, line heights by language, nothing from a theme."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest

from reportgen.template.model import Look
from tests.word.documents import EDITIONS
from tests.word.parts import W, every, part, val


def styles(data: bytes) -> dict[str, Element]:
    """The styles by name."""
    return {val(style.find(f"{W}name")): style for style in every(part(data, "word/styles.xml"), "style")}


@pytest.mark.parametrize(
    "name",
    ["Normal", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "toc 1", "toc 2", "TOC Heading", "caption",
     "List Bullet", "List Number", "footnote text", "footnote reference", "Hyperlink", "header",
     "footer", "Bibliography"],
)  # fmt: skip
def test_word_knows_the_styles_by_name(name: str, drawn: dict[str, bytes]) -> None:
    style = styles(drawn["zh"])[name]
    assert W + "customStyle" not in style.attrib


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_font_is_named_in_all_four_slots_and_none_comes_from_the_theme(
    edition: str, drawn: dict[str, bytes]
) -> None:
    for fonts in every(part(drawn[edition], "word/styles.xml"), "rFonts"):
        assert set(fonts.attrib) == {W + slot for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert val(fonts, "eastAsia") in ("等线", "微软雅黑")
        assert val(fonts, "ascii") == val(fonts, "hAnsi") == val(fonts, "cs") == "Calibri"


def test_the_line_height_follows_the_language(drawn: dict[str, bytes], look: Look) -> None:
    body = look.styles["body"].line
    for edition in ("zh", "en"):
        spacing = styles(drawn[edition])["Normal"].find(f"{W}pPr/{W}spacing")
        assert (val(spacing, "line"), val(spacing, "lineRule")) == (str(int(body[edition] * 20)), "exact")


def test_a_picture_stands_on_a_line_that_grows_with_it(drawn: dict[str, bytes]) -> None:
    assert val(styles(drawn["zh"])["Picture"].find(f"{W}pPr/{W}spacing"), "lineRule") == "auto"


def test_a_second_language_has_styles_of_its_own(drawn: dict[str, bytes], look: Look) -> None:
    second = styles(drawn["interleaved"])["Normal Second"]
    assert val(second.find(f"{W}rPr/{W}sz")) == str(int(look.second["body"].size * 2))
    assert "Normal Second" not in styles(drawn["zh"])
    assert {"Normal Column", "Normal Column Second"} <= set(styles(drawn["side-by-side"])) - set(
        styles(drawn["interleaved"])
    )


def test_headings_have_outline_levels_and_titles_have_none(drawn: dict[str, bytes]) -> None:
    found = styles(drawn["en"])
    levels = {name: val(style.find(f"{W}pPr/{W}outlineLvl")) for name, style in found.items()}
    assert [levels[f"heading {level}"] for level in (1, 2, 3)] == ["0", "1", "2"]
    assert not any(level for name, level in levels.items() if not name.startswith("heading"))


def test_every_style_that_is_named_is_there(drawn: dict[str, bytes]) -> None:
    for data in drawn.values():
        there = {val(style, "styleId") for style in styles(data).values()}
        named = {
            val(node) for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next") for node in every(part(data), tag)
        }
        assert named <= there


def test_missing_fonts_have_open_ones_to_stand_in(drawn: dict[str, bytes]) -> None:
    table = {
        val(font, "name"): val(font.find(f"{W}altName"))
        for font in every(part(drawn["zh"], "word/fontTable.xml"), "font")
    }
    assert table.keys() == {"等线", "微软雅黑", "Calibri"}
    assert "Noto Sans CJK SC" in table["等线"]
    assert "Carlito" in table["Calibri"]


@pytest.mark.parametrize(("edition", "said"), [("zh", "zh-CN"), ("en", "en-US"), ("interleaved", "zh-CN")])
def test_the_file_says_which_language_it_is_in_first(edition: str, said: str, drawn: dict[str, bytes]) -> None:
    """In the slot of Latin script: LibreOffice tells a PDF's readers that it is in that language but for its spans."""
    language = part(drawn[edition], "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert (val(language, "val"), val(language, "eastAsia")) == (said, "zh-CN")


def test_hanging_punctuation_is_left_to_the_default_which_is_on(drawn: dict[str, bytes]) -> None:
    """Stated, it is off in LibreOffice, and lines break elsewhere than in Word."""
    styles = part(drawn["zh"], "word/styles.xml")
    assert every(styles, "kinsoku")
    assert not every(styles, "overflowPunct")
