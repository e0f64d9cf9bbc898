"""Word files that people bring as templates: their styles, page, headers and logo are used, and nothing else."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from reportgen.template.model import Look
from reportgen.word.body.render import render
from reportgen.word.lint import lint
from reportgen.word.ooxml.package_reader import WordFileError, open_word
from reportgen.word.styles.names import UNNUMBERED
from reportgen.word.template.adopt import read_master
from reportgen.word.template.apply_template import apply_template
from reportgen.word.template.loader import open_template
from reportgen.word.template.master import Master, Template
from reportgen.word.template.sample import sample
from tests.word.documents import EDITIONS, PICTURES
from tests.word.masters import CHINESE_BODY, CHINESE_STYLES, LOGO, REMOTE, master_file, style
from tests.word.parts import R, W, changed, every, paragraphs, part, style_of, text, val, with_parts
from tests.word.test_valid import audit


def read(data: bytes, look: Look) -> Template:
    return read_master(open_word(data, "my.docx"), look)


def dressed(edition: str, template: Template) -> bytes:
    assert template.master
    return apply_template(render(EDITIONS[edition], template.look, PICTURES), template.master)


@pytest.fixture(scope="module")
def chinese(look: Look) -> Template:
    return read(master_file(), look)


@pytest.fixture(scope="module")
def built(chinese: Template) -> bytes:
    return dressed("interleaved", chinese)


def master(template: Template) -> Master:
    assert template.master
    return template.master


def by_name(data: bytes) -> dict[str, str]:
    """The file's style ids by their names."""
    styles = every(part(data, "word/styles.xml"), "style")
    return {val(found.find(W + "name")): val(found, "styleId") for found in styles}


def test_styles_are_found_by_chinese_names_and_by_outline_level(chinese: Template) -> None:
    ids = master(chinese).matched.ids
    assert (ids["Normal"], ids["Heading1"], ids["Heading2"], ids["Heading3"]) == ("a", "1", "2", "a3")
    assert (ids["Caption"], ids["Header"], ids["Footer"]) == ("a5", "a6", "a7")
    assert master(chinese).matched.text == "a4"


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("heading 1", 1),
        ("Heading 1", 1),
        ("标题 1", 1),
        ("标题1", 1),
        ("Überschrift 1", 1),
        ("公司章", 1),
        ("一级标题", 0),
    ],
)
def test_a_first_heading_is_known_however_it_is_called(name: str, level: int, look: Look) -> None:
    styles = CHINESE_STYLES.replace("标题 1", "其他").replace('<w:outlineLvl w:val="0"/>', "")
    styles = styles.replace("</w:styles>", style("ff1", name, level=level) + "</w:styles>")
    body = CHINESE_BODY.replace('w:val="1"', 'w:val="ff1"')
    assert master(read(master_file(styles, body), look)).matched.ids["Heading1"] == "ff1"


def test_of_two_first_headings_the_one_in_use_is_taken(look: Look) -> None:
    styles = CHINESE_STYLES.replace("</w:styles>", style("h9", "部门章标题", level=1) + "</w:styles>")
    body = CHINESE_BODY.replace('w:val="1"', 'w:val="h9"')
    assert master(read(master_file(styles, body), look)).matched.ids["Heading1"] == "h9"


def test_headings_look_as_in_the_file_and_keep_the_names_that_word_knows(built: bytes) -> None:
    styles = {val(found, "styleId"): found for found in every(part(built, "word/styles.xml"), "style")}
    heading = styles["Heading1"]
    assert val(heading.find(W + "name")) == "heading 1"
    assert val(heading.find(W + "aliases")) == "标题 1"
    assert val(heading.find(f"{W}rPr/{W}sz")) == "36"
    assert val(heading.find(f"{W}rPr/{W}color")) == "9C1C24"
    assert val(styles["Heading3"].find(W + "aliases")) == "公司三级"
    assert "部门落款" in by_name(built)


def test_running_text_is_in_the_file_s_own_style_for_it(built: bytes) -> None:
    root = part(built)
    indented = by_name(built)["正文缩进"]
    assert indented in {style_of(found) for found in root.iter(W + "p")}
    assert "Normal" not in {style_of(found) for found in root.iter(W + "p")}


def test_fonts_of_the_theme_are_named_and_japanese_is_made_chinese(built: bytes) -> None:
    root = part(built, "word/styles.xml")
    assert not [key for fonts in every(root, "rFonts") for key in fonts.attrib if "heme" in key]
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert (val(defaults, "ascii"), val(defaults, "eastAsia")) == ("Times New Roman", "仿宋")
    assert {val(lang, "eastAsia") for lang in every(root, "lang")} == {"zh-CN"}


def test_word_opens_the_file_as_a_new_one_and_asks_nothing(built: bytes) -> None:
    settings = part(built, "word/settings.xml")
    modes = [val(item) for item in every(settings, "compatSetting") if val(item, "name") == "compatibilityMode"]
    assert modes == ["15"]
    assert not every(settings, "updateFields")
    assert every(settings, "evenAndOddHeaders")


def test_the_page_is_the_file_s_and_has_no_grid(built: bytes, chinese: Template) -> None:
    section = every(part(built), "sectPr")[-1]
    assert val(section.find(W + "pgMar"), "top") == "2098"
    assert section.find(W + "docGrid") is None
    assert round(chinese.look.page.left, 1) == 28


def test_headers_footers_and_the_logo_are_kept_and_told_in_words(built: bytes) -> None:
    header = part(built, "word/header-default.xml")
    assert "某某集团" in text(header)
    (drawing,) = [node for node in header.iter() if node.tag.endswith("}docPr")]
    assert drawing.get("descr") == "高新区发展研究组"
    assert "—" in text(part(built, "word/footer-even.xml"))
    references = [node for node in every(part(built), "sectPr")[0] if R + "id" in node.attrib]
    kinds = {(node.tag.rpartition("}")[2].removesuffix("Reference"), val(node, "type")) for node in references}
    assert kinds == {("header", "default"), ("header", "even"), ("footer", "default"), ("footer", "even")}
    with zipfile.ZipFile(BytesIO(built)) as archive:
        assert [name for name in archive.namelist() if name.startswith("word/media/header")]


def test_nothing_of_the_file_s_text_comes_along(built: bytes) -> None:
    assert not [line for line in paragraphs(part(built)) if "样文内容" in line or "示例标题" in line]
    with zipfile.ZipFile(BytesIO(built)) as archive:
        told = b"".join(archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels")))
    assert REMOTE[1].encode() not in told


def test_colors_and_fonts_of_what_the_file_lacks_agree_with_what_it_has(chinese: Template) -> None:
    look = chinese.look
    assert look.palette.accent == "#9C1C24"
    assert look.palette.series[:3] == ("#9C1C24", "#8A5A2B", "#5E6B3A")
    assert look.fonts["zh"].body[0] == "仿宋"
    assert look.fonts["zh"].heading[0] == "黑体"
    assert look.styles["body"].size == 12


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_edition_is_valid_in_it(edition: str, chinese: Template, tmp_path: Path) -> None:
    data = dressed(edition, chinese)
    assert audit(data, tmp_path) == []
    assert lint(data) == ()


def test_the_same_file_gives_the_same_bytes(built: bytes, look: Look) -> None:
    assert dressed("interleaved", read(master_file(), look)) == built


def test_an_exported_template_gives_the_same_page_again(look: Look, tmp_path: Path) -> None:
    again = read(render(sample("modern"), look, {}), look)
    for role, here in look.styles.items():
        there = again.look.styles[role]
        assert (there.size, there.bold) == (here.size, here.bold), role
    assert again.look.palette.accent == look.palette.accent
    assert again.look.fonts == look.fonts
    data = dressed("interleaved", again)
    assert audit(data, tmp_path) == []
    assert lint(data) == ()


def test_a_file_without_styles_takes_the_look(look: Look, tmp_path: Path) -> None:
    from reportgen.word.ooxml.xml import NAMESPACES

    data = dressed("zh", read(master_file(f"<w:styles {NAMESPACES}/>"), look))
    assert audit(data, tmp_path) == []
    assert lint(data) == ()


def test_a_title_of_contents_that_is_based_on_a_heading_is_no_heading(look: Look) -> None:
    styles = CHINESE_STYLES.replace("</w:styles>", style("TOC", "TOC Heading", based="1") + "</w:styles>")
    data = dressed("zh", read(master_file(styles), look))
    found = {val(each, "styleId"): each for each in every(part(data, "word/styles.xml"), "style")}
    assert val(found["TOCHeading"].find(f"{W}pPr/{W}outlineLvl")) == "9"
    assert val(found["Heading1"].find(f"{W}pPr/{W}outlineLvl")) == "0"
    assert val(found["TOCHeading"].find(f"{W}pPr/{W}numPr/{W}numId")) == str(UNNUMBERED)
    assert lint(data) == ()


def test_the_second_language_stands_where_the_first_does(chinese: Template) -> None:
    assert chinese.look.second["caption"].align == chinese.look.styles["caption"].align == "center"


def test_styles_based_on_each_other_in_a_circle_do_no_harm(look: Look) -> None:
    circle = style("p", "甲", based="q") + style("q", "乙", based="p")
    styles = CHINESE_STYLES.replace("</w:styles>", circle + "</w:styles>")
    assert master(read(master_file(styles), look)).matched.ids["Heading1"] == "1"


def test_a_page_without_room_is_not_taken(look: Look) -> None:
    body = CHINESE_BODY.replace('w:left="1588"', 'w:left="9000"')
    template = read(master_file(body=body), look)
    assert template.look.page == look.page
    assert "too little room" in " ".join(map(str, master(template).findings))


def test_what_is_harmful_is_told_with_what_is_used_instead(chinese: Template) -> None:
    told = " ".join(map(str, master(chinese).findings))
    for word in ("evil.dotm", "mode 14", "ja-JP", "theme", "grid of lines", "update its fields", "no style for Title"):
        assert word in told


def test_a_logo_that_stands_elsewhere_is_left_out(look: Look) -> None:
    remote = changed(
        master_file(),
        lambda rels: rels.replace('Target="media/image1.png"', 'Target="http://x.example/a.png" TargetMode="External"'),
        "word/_rels/header1.xml.rels",
    )
    template = read(remote, look)
    data = dressed("zh", template)
    assert "某某集团" in text(part(data, "word/header-default.xml"))
    assert every(part(data, "word/header-default.xml"), "drawing") == []  # Word would show a red cross
    assert "x.example" in " ".join(map(str, master(template).findings))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if b"x.example" in archive.read(name)]


def test_tracked_changes_of_a_header_are_settled_as_if_accepted(look: Look) -> None:
    edits = (
        '<w:del w:id="1" w:author="a"><w:r><w:delText>旧名称</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>新名称</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3" w:author="a"><w:r><w:t>旧位置</w:t></w:r></w:moveFrom>'
    )
    data = dressed("zh", read(master_file(header=LOGO.replace("</w:p>", f"{edits}</w:p>")), look))
    header = part(data, "word/header-default.xml")
    assert text(header).endswith("某某集团新名称")
    assert [one for name in ("del", "delText", "ins", "moveFrom") for one in every(header, name)] == []


def strict(xml: str) -> str:
    return xml.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")


def with_an_entity(xml: str) -> str:
    return xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>')


REFUSED = {
    "macros": with_parts(master_file(), word__vbaProject_bin=b"x"),
    "entities": changed(master_file(), with_an_entity, "word/styles.xml"),
    "damaged": master_file()[:2000],
    "strict": changed(master_file(), strict),
}


@pytest.mark.parametrize("told", REFUSED)
def test_what_is_not_safe_is_refused(told: str, look: Look) -> None:
    with pytest.raises(WordFileError, match=told):
        read(REFUSED[told], look)


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WordFileError, match="no such file"):
        open_template(str(tmp_path / "none.docx"))


def test_a_first_page_of_its_own_stands_on_the_first_page_alone(chinese: Template) -> None:
    template = replace(chinese, master=replace(master(chinese), first_page=True))
    sections = every(part(dressed("zh", template)), "sectPr")
    assert [section.find(W + "titlePg") is not None for section in sections] == [True, *[False] * (len(sections) - 1)]


@pytest.mark.libreoffice
def test_a_template_saved_by_libreoffice_is_taken_too(soffice: str, look: Look, tmp_path: Path) -> None:
    import subprocess

    source = tmp_path / "saved.docx"
    source.write_bytes(render(sample("modern"), look, {}))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind in ("odt", "docx:MS Word 2007 XML"):
        command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(source)]
        subprocess.run(command, capture_output=True, check=True, timeout=180)
        source = tmp_path / f"saved.{kind[:4].strip(':')}"
    template = read(source.read_bytes(), look)
    assert {"Heading1", "Heading2", "Title", "Caption", "ListBullet"} <= {*master(template).matched.ids}
    data = dressed("interleaved", template)
    assert audit(data, tmp_path) == []
    assert lint(data) == ()
