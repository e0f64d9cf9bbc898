"""Fonts of a layout: none depends on a machine's own rules; those of other widths make page numbers estimates."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from reportgen.assembly import Draft
from reportgen.briefing_reader import read_look
from reportgen.template.model import Look
from reportgen.word.body.context import Pages
from reportgen.word.body.flow import Flow
from reportgen.word.body.page_estimate import OFF_BY
from reportgen.word.pages.filling import Arrangement
from reportgen.word.pages.font_config import ALIKE, font_config, font_folders, with_own_fonts
from reportgen.word.pages.layout import convert
from reportgen.word.pages.layout_fonts import fonts_of, other_widths
from reportgen.word.pages.page_cache import Settled
from reportgen.word.pages.settling import Unsettled
from tests.word.documents import EDITIONS


@pytest.mark.parametrize(
    ("template", "used"),
    [
        ("modern", ("Carlito", "NotoSansCJKsc")),
        ("modern", ("Calibri", "DengXian")),
        ("official", ("LiberationSerif", "NotoSerifCJKsc", "OpenSymbol")),
        ("official", ("TimesNewRomanPSMT", "SimSun")),
        ("official", ("NotoSerifCJKsc",)),  # no letters at all
    ],
)
def test_fonts_as_wide_as_the_wanted_are_not_told(template: str, used: tuple[str, ...]) -> None:
    assert other_widths(read_look(template), ("zh", "en"), used) == ()


def test_a_font_of_other_widths_is_told_with_the_package_of_the_right_one() -> None:
    (told,) = other_widths(read_look("official"), ("en",), ("DejaVuSerif", "NotoSerifCJKsc"))
    assert "Times New Roman was laid out as DejaVuSerif" in told
    assert "fonts-liberation" in told


@pytest.mark.parametrize(("used", "estimated"), [("Carlito", False), ("DejaVuSans", True)])
def test_a_file_tells_whether_its_page_numbers_are_estimates(used: str, estimated: bool) -> None:
    document, look = replace(EDITIONS["en"], elements=()), read_look("modern")
    one = Unsettled(document, look, {}, {}, Flow((), {}), lambda data: data)
    draft = Draft({"en": one}, look, None, False, lambda _: None, lambda _: None)
    laid = {"en": Settled(Arrangement(), Pages({}, 1, {}), (used, "NotoSansCJKsc"))}
    (told,) = (each.pagination for each in draft.paged(laid).values())
    assert (told.estimated, told.fonts) == (estimated, (used, "NotoSansCJKsc"))
    (told,) = (each.pagination for each in draft.paged({}).values())
    assert (told.estimated, told.fonts, told.off_by) == (True, (), OFF_BY)


def test_the_fonts_of_a_layout_name_every_folder_and_no_rule_but_that_of_widths() -> None:
    root = ElementTree.fromstring(font_config(["/fonts/a&b", "/fonts/c"]))
    assert [each.text for each in root.iter("dir")] == ["/fonts/a&b", "/fonts/c"]
    rules = {
        each.findtext("family"): [name.text for name in each.findall("accept/family")] for each in root.iter("alias")
    }
    assert rules["Calibri"] == ["Carlito"]
    assert rules["仿宋_GB2312"][-2:] == ["Noto Serif CJK SC", "Source Han Serif SC"]
    assert rules.keys() >= ALIKE.keys()
    assert {each.tag for each in root} == {"dir", "cachedir", "alias"}


def test_without_fontconfig_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert with_own_fonts({"LANG": "C"}, tmp_path) == {"LANG": "C"}
    assert list(tmp_path.iterdir()) == []


HOSTILE = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>{folders}
<match target="pattern"><edit name="family" mode="assign" binding="same"><string>DejaVu Sans</string></edit></match>
</fontconfig>"""


@pytest.mark.libreoffice
def test_the_rules_of_a_machine_replace_no_font(
    soffice: str, tmp_path: Path, drawn: dict[str, bytes], look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = "".join(f"<dir>{folder}</dir>" for folder in font_folders(os.environ))
    (tmp_path / "machine.conf").write_text(HOSTILE.format(folders=folders))
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "machine.conf"))
    (tmp_path / "a.docx").write_bytes(drawn["en"])
    convert([tmp_path / "a.docx"], tmp_path, Path(soffice))
    with PdfReader(tmp_path / "a.pdf") as reader:
        used = fonts_of(reader)
    assert "Carlito" in used
    assert other_widths(look, ("en",), used) == ()
