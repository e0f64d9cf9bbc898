"""Fonts of a layout: those of other widths make page numbers estimates, and are told."""

from __future__ import annotations

import pytest

from reportgen.briefing_reader import read_look
from reportgen.word.pages.layout_fonts import other_widths


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
