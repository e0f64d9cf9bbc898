"""Charts as SVG and PDF: the shapes that were laid out, in the same bytes each time, and nothing of the program."""

from __future__ import annotations

import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from reportgen.charts import draw, draw_vector
from reportgen.charts.drawing.shapes import MM_PER_POINT
from reportgen.charts.drawing.vector import VectorFormat
from tests.charts.samples import LOOK, boxes, shares, sheet, zones

SVG = "{http://www.w3.org/2000/svg}"


def test_an_svg_is_as_large_as_its_picture_and_holds_its_bars() -> None:
    root = ElementTree.fromstring(draw_vector(shares(), LOOK, "svg"))
    made = sheet(shares())
    assert float(root.get("width", "").removesuffix("pt")) == pytest.approx(made.width / MM_PER_POINT, abs=0.01)
    paths = [
        path.get("d", "")
        for path in root.iter(f"{SVG}path")
        if LOOK.palette.of("accent").lower() in path.get("style", "")
    ]
    (bar,) = boxes(made, "bar")[:1]
    across = [float(x) for x, _ in re.findall(r"([\d.]+) ([\d.]+)", paths[0])]
    assert max(across) - min(across) == pytest.approx(bar.width / MM_PER_POINT, abs=0.01)


def test_an_svg_says_nothing_of_the_day_the_program_or_another_file() -> None:
    told = draw_vector(zones(), LOOK, "svg").decode()
    assert not re.search(r"DOCTYPE|matplotlib|<metadata|<text|href=\"(?!#)", told, re.IGNORECASE)


def test_a_pdf_holds_its_words_as_text_and_no_date() -> None:
    with PdfReader(BytesIO(draw_vector(shares(), LOOK, "pdf"))) as reader:
        assert "全国重点实验室" in reader.pages[0].extract_text()
        assert not {"/CreationDate", "/Creator", "/Producer"} & set(reader.metadata or {})
        assert float(reader.pages[0].mediabox.width) == pytest.approx(162 / MM_PER_POINT, abs=0.1)


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_the_same_chart_gives_the_same_bytes(form: VectorFormat) -> None:
    assert draw_vector(zones(), LOOK, form) == draw_vector(zones(), LOOK, form)


def test_a_picture_has_a_vector_where_the_look_wants_one_and_it_is_small() -> None:
    look = LOOK.model_copy(update={"chart": LOOK.chart.model_copy(update={"svg": True})})
    drawn = draw(shares(), look)
    assert drawn.svg == draw_vector(shares(), LOOK, "svg")
    assert drawn.png == draw(shares(), LOOK).png
    assert draw(shares(), LOOK).svg == b""


def test_a_vector_that_would_weigh_too_much_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportgen.charts.picture.MOST_SVG", 1000)
    look = LOOK.model_copy(update={"chart": LOOK.chart.model_copy(update={"svg": True})})
    assert draw(shares(), look).svg == b""
