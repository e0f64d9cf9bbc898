"""Fonts in files: subsets of open fonts, under keys that repeat, and a report that says what a reader will see."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from reportgen.template.model import Look
from reportgen.word.body.render import render
from reportgen.word.embed.embedding import embed, font_report
from reportgen.word.embed.font_files import BUNDLED, installed_fonts, subset
from reportgen.word.lint import lint
from reportgen.word.pages.layout import convert
from tests.word.documents import EDITIONS, PICTURES
from tests.word.parts import R, every, part, val
from tests.word.test_valid import audit


@pytest.fixture(scope="module")
def own(look: Look) -> Look:
    """The look with the bundled font alone, so that every machine embeds the same."""
    faces = {
        language: face.model_copy(update={"body": (face.body[0], BUNDLED), "heading": (face.heading[0], BUNDLED)})
        for language, face in look.fonts.items()
    }
    return look.model_copy(update={"fonts": faces})


@pytest.fixture(scope="module")
def embedded(own: Look) -> bytes:
    return embed(render(EDITIONS["interleaved"], own, PICTURES), own)


def unmixed(data: bytes, kind: str) -> bytes:
    """The font that the table's entry leads to, as any program that opens the file finds it."""
    (mark,) = every(part(data, "word/fontTable.xml"), kind)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        number = mark.get(R + "id", "").removeprefix("rId")
        font = archive.read(f"word/fonts/font{number}.odttf")
    key = bytes.fromhex(val(mark, "fontKey").strip("{}").replace("-", ""))[::-1]
    return bytes(byte ^ key[place % 16] for place, byte in enumerate(font[:32])) + font[32:]


@pytest.mark.parametrize("kind", ["embedRegular", "embedBold"])
def test_the_embedded_font_holds_what_is_written_and_not_much_more(kind: str, embedded: bytes) -> None:
    from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs]

    with TTFont(BytesIO(unmixed(embedded, kind))) as opened:
        font: Any = opened
        held = {chr(code) for code in font.getBestCmap()}
        assert {*"国家高新区0123456789"} <= held
        assert len(held) < 2000
        assert font["OS/2"].fsType in (0, 8)
        assert "glyf" in font


def test_only_the_embedded_font_is_named_in_the_file(embedded: bytes) -> None:
    for name in ("word/styles.xml", "word/document.xml", "word/numbering.xml"):
        fonts = every(part(embedded, name), "rFonts")
        named = {val(font, slot) for font in fonts for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert named <= {BUNDLED, ""}


def test_the_file_says_that_it_holds_subsets(embedded: bytes) -> None:
    settings = [node.tag.rpartition("}")[2] for node in part(embedded, "word/settings.xml")]
    assert settings[:3] == ["zoom", "embedTrueTypeFonts", "saveSubsetFonts"]


def test_a_file_with_fonts_is_valid_and_repeats(embedded: bytes, own: Look, tmp_path: Path) -> None:
    assert audit(embedded, tmp_path) == []
    assert lint(embedded) == ()
    assert embed(render(EDITIONS["interleaved"], own, PICTURES), own) == embedded


def test_the_report_tells_embedded_expected_and_substituted(embedded: bytes, own: Look, look: Look) -> None:
    assert [str(use) for use in font_report(embedded, own)] == [f"{BUNDLED}: embedded"]
    plain = {use.name: str(use) for use in font_report(render(EDITIONS["zh"], look, PICTURES), look)}
    assert plain["等线"].startswith("等线: expected on Windows")
    rare = look.model_copy(
        update={"fonts": {k: f.model_copy(update={"body": ("某字体", "备用")}) for k, f in look.fonts.items()}}
    )
    told = {use.name: str(use) for use in font_report(render(EDITIONS["zh"], rare, PICTURES), rare)}
    assert told["某字体"] == "某字体: substituted where it is not installed, by 备用"


def test_a_character_that_the_font_lacks_is_told() -> None:
    _, missing = subset(installed_fonts()[BUNDLED, False], "国\U00020000")
    assert missing == {"\U00020000"}


def test_postscript_outlines_become_truetype_ones() -> None:
    from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs]

    face = installed_fonts().get(("Noto Serif CJK SC", False))
    if face is None:
        pytest.skip("Noto Serif CJK SC, a font with PostScript outlines, is not on this machine")
    data, _ = subset(face, "国家")
    with TTFont(BytesIO(data)) as opened:
        font: Any = opened
        assert "glyf" in font
        assert "CFF " not in font
        assert font["glyf"][font.getBestCmap()[ord("国")]].numberOfContours > 3


@pytest.mark.libreoffice
def test_libreoffice_sets_chinese_in_the_embedded_font_where_no_chinese_font_is_installed(
    soffice: str, embedded: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import matplotlib
    from pypdf import PdfReader

    config = tmp_path / "fonts.conf"
    latin = Path(matplotlib.get_data_path()) / "fonts" / "ttf"  # DejaVu alone: LibreOffice needs some font to start
    config.write_text(f"<fontconfig><dir>{latin}</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    path = tmp_path / "file.docx"
    path.write_bytes(embedded)
    convert([path], tmp_path, Path(soffice))
    with PdfReader(path.with_suffix(".pdf")) as reader:
        page: Any = reader.pages[0]
        fonts: Any = page["/Resources"]["/Font"]
        names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    assert any("Reportgen" in name for name in names), names
