"""Words on a colored piece can be read: of paper and ink, the one that stands out more from it."""

from __future__ import annotations

import pytest

from reportgen.briefing_reader import read_look
from reportgen.charts.drawing.shapes import Box, TextShape
from reportgen.charts.marks import in_languages
from reportgen.template.model import ColorName, Look
from tests.charts.samples import PERCENT, Sheet, boxes, chart, mark, series, sheet, table, texts


def luminance(color: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [part / 255 for part in bytes.fromhex(color.removeprefix("#"))]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def inside(made: Sheet) -> list[tuple[TextShape, Box]]:
    """Every label that stands on a piece of a stack, with the piece."""
    return [
        (text, piece)
        for text in texts(made, "label")
        for piece in boxes(made, "piece")
        if piece.x <= text.bounds.left and text.bounds.right <= piece.x + piece.width
        and piece.y <= (text.bounds.top + text.bounds.bottom) / 2 <= piece.y + piece.height
    ]  # fmt: skip


def piled(look: Look, colors: tuple[str, ...]) -> list[tuple[TextShape, Box]]:
    """The labels of a pile whose series have these colors."""
    palette = look.palette.model_copy(update={"series": colors})
    look = look.model_copy(update={"palette": palette})
    columns = [("40",)] * len(colors)
    spec = chart("stacked", *table(("甲",), *columns), series=series(len(colors)), unit=PERCENT)
    return inside(sheet(in_languages(spec, ("zh",)), look))


@pytest.mark.parametrize("name", ["brief", "modern", "official", "report"])
def test_figures_on_the_pieces_of_a_built_in_look_can_be_read(name: str) -> None:
    look = read_look(name)
    colors = look.palette.series
    pairs = [pair for place in range(0, len(colors), 2) for pair in piled(look, (colors * 2)[place : place + 2])]
    assert {piece.color for _, piece in pairs} == {color.removeprefix("#").upper() for color in colors}
    for text, piece in pairs:
        other = look.palette.of("ink" if text.color == look.palette.of("paper") else "paper")
        assert ratio(text.color, piece.color) > 0.95 * ratio(other, piece.color)


@pytest.mark.parametrize(
    ("color", "role"),
    [("#1F3A5F", "paper"), ("#000000", "paper"), ("#7A0019", "paper"), ("#F2C14E", "ink"), ("#DDE3EA", "ink")],
)
def test_words_are_light_on_a_dark_piece_and_dark_on_a_light_one(color: str, role: ColorName) -> None:
    look = read_look("modern")
    (text, piece), _ = piled(look, (color, "#808080"))
    assert piece.color == color.removeprefix("#")
    assert text.color == look.palette.of(role)


def test_words_beside_a_dark_bar_stay_dark() -> None:
    look = read_look("modern")
    spec = in_languages(chart("bars", mark("甲", "40"), mark("乙", "20")), ("zh",))
    made = sheet(spec, look)
    assert {text.color for text in texts(made, "label")} == {look.palette.of("ink")}
