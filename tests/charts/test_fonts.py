"""The bundled fonts hold what a briefing prints, and words are as wide as they are measured."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs]

import reportgen
from reportgen.briefing_reader import read_look
from reportgen.charts.drawing.fonts import MM_PER_INCH, Fonts, properties
from reportgen.charts.drawing.shapes import MM_PER_POINT

FOLDER = Path(reportgen.__file__).parents[1] / "fonts"
STYLES = ("Regular", "Bold")
SIGNS = "−–—…·‘’“”～∶％×≈≥≤°²³µ€£¥•■▲▼◆●○①②㎡%‰+=/（）《》、。，：；！？"


@cache
def font(style: str) -> Any:
    return TTFont(FOLDER / f"ReportgenSansSC-{style}.ttf", lazy=True)


@pytest.mark.parametrize("style", STYLES)
def test_files_are_the_ones_the_readme_names(style: str) -> None:
    digest = hashlib.sha256((FOLDER / f"ReportgenSansSC-{style}.ttf").read_bytes()).hexdigest()
    assert digest in (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("style", STYLES)
def test_names_are_our_own_and_the_license_stays(style: str) -> None:
    names = {record.nameID: record.toUnicode() for record in font(style)["name"].names}
    assert [names[1], names[2]] == ["Reportgen Sans SC", style]
    assert not re.search("noto|source", " ".join(names[key] for key in (1, 3, 4, 6)), re.IGNORECASE)
    assert "Adobe" in names[0]
    assert "SIL Open Font License" in names[13]


@pytest.mark.parametrize("style", STYLES)
def test_digits_are_tabular(style: str) -> None:
    widths = {font(style)["hmtx"][font(style).getBestCmap()[ord(digit)]][0] for digit in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize("style", STYLES)
def test_every_sign_of_a_briefing_is_there(style: str) -> None:
    assert [sign for sign in SIGNS if ord(sign) not in font(style).getBestCmap()] == []


def test_regular_has_all_common_characters_and_bold_those_of_gb_2312() -> None:
    regular, bold = font("Regular").getBestCmap(), font("Bold").getBestCmap()
    assert [code for code in range(0x4E00, 0x9FA6) if code not in regular] == []
    assert [c for c in "镕喆堃珺䶮" if ord(c) not in regular] == []
    assert [code for code in range(0x4E00, 0x9FA6) if chr(code).encode("gb2312", "ignore") and code not in bold] == []


@pytest.mark.parametrize("style", STYLES)
def test_fonts_are_static_and_may_be_embedded(style: str) -> None:
    assert "fvar" not in font(style)
    assert "glyf" in font(style)
    assert font(style)["OS/2"].fsType == 0


def test_a_chinese_character_is_as_wide_as_its_size() -> None:
    pixel = MM_PER_INCH / 200
    assert Fonts(200).advance("国", 9, False, "zh") == pytest.approx(9 * MM_PER_POINT, abs=pixel)


def test_quotation_marks_are_wide_in_chinese_and_narrow_in_english() -> None:
    fonts = Fonts(200)
    assert fonts.advance("”", 9, False, "en") < 0.6 * fonts.advance("”", 9, False, "zh")


def test_a_character_that_bold_lacks_is_measured_in_regular() -> None:
    fonts = Fonts(200)
    assert fonts.advance("镕", 9, True, "zh") == fonts.advance("镕", 9, False, "zh") > 0


def test_a_look_may_ask_for_letters_with_serifs() -> None:
    serif = Fonts(200, "serif")
    assert serif.advance("国", 9, False, "zh") == pytest.approx(Fonts(200).advance("国", 9, False, "zh"), abs=0.2)
    assert serif.advance("W", 9, False, "en") != Fonts(200).advance("W", 9, False, "en")
    assert properties(9, False, "serif").get_family()[0] == "Reportgen Serif SC"
    assert properties(9, True, "serif").get_family()[0] == "Reportgen Serif SC-as-bold"
    assert serif.advance("镕", 9, False, "zh") > 0  # outside GB 2312: from the sans


def test_official_charts_have_serifs_and_no_small_type() -> None:
    chart = read_look("official").chart
    assert chart.face == "serif"
    assert min(chart.label, chart.second, chart.axis, chart.measure, chart.note, chart.smallest) >= Decimal("10.5")
