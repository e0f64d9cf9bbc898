"""What stands side by side: figures in a row, and text beside a figure, in every template."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element as XmlElement

import pytest

from reportgen.briefing_reader import read_look
from reportgen.document import Bullets, Figure, Paragraph
from reportgen.template.model import BUILT_IN
from reportgen.word.body.grid import figure_widths, grouped
from reportgen.word.body.render import flow, render
from reportgen.word.lint import lint
from reportgen.word.ooxml.measure import POINTS_PER_MM
from tests.word.documents import BOTH, EDITIONS, PICTURES, document, says
from tests.word.parts import W, every, paragraphs, part, style_of, val
from tests.word.test_valid import audit

TEMPLATES = sorted(path.parent.name for path in BUILT_IN.glob("*/look.yaml"))
FIGURES = tuple(element for element in EDITIONS["interleaved"].elements if isinstance(element, Figure))
TEXT = Paragraph("body", says(BOTH, "文", "Words"), beside="b")
FOUND = Bullets(
    (says(BOTH, "一", "One"), says(BOTH, "二", "Two")), role="findings", title=says(BOTH, "要点", "Findings")
)
ROW = tuple(replace(figure, beside="r") for figure in FIGURES)
ALONE = replace(TEXT, beside="")
BESIDE = (replace(FOUND, beside="b"), TEXT, replace(FIGURES[0], beside="b"))


def test_the_cells_are_figures_and_the_text_between_them() -> None:
    groups = [tuple(place for place, _ in members) for members in grouped(document(BOTH, TEXT, *BESIDE[1:], *ROW))]
    assert groups == [(0, 1, 2), (3, 4)]


@pytest.mark.parametrize("layout", ["interleaved", "side-by-side"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_sets_a_row_and_a_figure_beside_text_validly(template: str, layout: str, tmp_path: Path) -> None:
    for number, elements in enumerate((ROW, BESIDE)):
        data = render(document(BOTH, *elements, FOUND, layout=layout), read_look(template), PICTURES)
        (tmp_path / str(number)).mkdir()
        assert audit(data, tmp_path / str(number)) == []
        assert lint(data) == ()


@pytest.mark.parametrize("template", TEMPLATES)
def test_figures_side_by_side_share_the_width_between_them(template: str) -> None:
    look = read_look(template)
    widths = figure_widths(document(BOTH, *ROW), look)
    gap = look.text_columns.gap if look.text_columns else look.pairs.gap
    assert sum(widths.values()) + gap * (len(ROW) - 1) == look.page.text_width
    assert len(set(widths.values())) == 1


def test_text_beside_a_figure_does_not_stand_in_from_a_margin() -> None:
    root = part(render(document(BOTH, *BESIDE, ALONE), read_look("modern"), PICTURES))
    styles = [style_of(node) for node in root.iter(W + "p") if "".join(node.itertext()) in ("文", "Words")]
    assert styles == ["NormalColumn", "NormalColumnSecond", "Normal", "NormalSecond"]


def test_where_languages_have_columns_text_stands_under_the_figure() -> None:
    root = part(render(document(BOTH, *BESIDE, layout="side-by-side"), read_look("modern"), PICTURES))
    (columns,) = [node for node in every(root, "tbl") if style_of_table(node) == "ColumnsTable"]
    assert paragraphs(columns) == ["要点", "Findings", "一", "One", "二", "Two", "文", "Words"]


def test_what_stands_side_by_side_is_one_row_that_no_page_ends_in() -> None:
    for elements in (ROW, BESIDE):
        root = part(render(document(BOTH, *elements), read_look("modern"), PICTURES))
        outer = next(node for node in every(root, "tbl") if style_of_table(node) == "MetricsTable")
        assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in outer.findall(f"{W}tr")] == [True]


def test_a_row_with_a_box_in_a_cell_is_one_piece_as_high_as_its_higher_cell() -> None:
    look = read_look("modern")
    made = flow(document(BOTH, *BESIDE, ALONE), look, PICTURES)
    rows = [piece for piece in made.pieces if piece.row]
    assert [piece.place for piece in rows] == [0]
    assert rows[0].height > PICTURES["shares"].height_mm * POINTS_PER_MM
    assert {piece.place for piece in made.apart} == {0, 1, 2}


def style_of_table(table: XmlElement) -> str:
    return val(table.find(f"{W}tblPr/{W}tblStyle"))
