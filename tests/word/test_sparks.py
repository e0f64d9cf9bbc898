"""Sparklines in the cells of a table: drawn once an edition, as wide as they are printed, told in words, never cut."""

from __future__ import annotations

from decimal import Decimal

from reportgen.assembly import assemble
from reportgen.briefing_reader import read_look
from reportgen.charts.drawing.spark import HEIGHT, WIDTH
from reportgen.charts.sparkline import sparkline
from reportgen.document import Column, Document, Line, Mark, Phrase, Table
from reportgen.outline import outline
from reportgen.word.ooxml.xml import emu
from reportgen.word.template.master import Template
from tests.word.documents import BOTH, caption, document, says, words
from tests.word.parts import W, every, part

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def spark(languages: tuple[str, ...], name: str, *values: str) -> Phrase:
    years = zip(("2023", "2024"), values, strict=True)
    marks = [
        Mark(words(languages, year, year), Decimal(value), words(languages, value, value)) for year, value in years
    ]
    made = sparkline(f"t-{name}", languages, words(languages, name, name), marks)
    return tuple(Line(language, (made,)) for language in languages)


def table_of(languages: tuple[str, ...]) -> Document:
    columns = tuple(Column(says(languages, *head)) for head in (("城市", "City"), ("走势", "Course")))
    named = ("A", "2"), ("B", "0")
    rows = tuple((says(languages, name, name), spark(languages, name, "1", value)) for name, value in named)
    return document(languages, Table(caption(languages, "table", "t", 1, "城市", "Cities"), columns, rows))


def built(languages: tuple[str, ...]) -> bytes:
    template = Template(read_look("modern"))
    return assemble({"zh": table_of(languages)}, template, engine=None)["zh"].data


def test_a_spark_is_one_picture_a_cell_in_its_size_with_its_words() -> None:
    inlines = part(built(BOTH)).findall(f".//{WP}inline")
    assert len(inlines) == 2
    extents = [inline.find(f"{WP}extent") for inline in inlines]
    assert {(e.get("cx"), e.get("cy")) for e in extents if e is not None} == {(str(emu(WIDTH)), str(emu(HEIGHT)))}
    told = [inline.find(f"{WP}docPr") for inline in inlines]
    assert [t.get("descr") for t in told if t is not None] == [
        "A：从2023的1到2024的2，持续上升。 / A: From 1 (2023) to 2 (2024), rising throughout.",
        "B：从2023的1到2024的0，持续下降。 / B: From 1 (2023) to 0 (2024), falling throughout.",
    ]


def test_a_line_of_fixed_height_does_not_cut_it() -> None:
    holding = [p for p in every(part(built(("zh",))), "p") if p.find(f".//{WP}inline") is not None]
    assert len(holding) == 2
    for paragraph in holding:
        (spacing,) = every(paragraph, "pPr/spacing")
        assert (spacing.get(W + "lineRule"), spacing.get(W + "line")) == ("auto", "240")


def test_its_column_is_wide_enough_among_columns_of_many_words() -> None:
    told = says(("en",), "", "words and words and words and more of them, on and on")
    columns = tuple(Column(says(("en",), "", f"Column {place}")) for place in range(5))
    element = Table(
        caption(("en",), "table", "t", 1, "", "Cities"), columns, ((*[told] * 4, spark(("en",), "A", "1", "2")),)
    )
    data = assemble({"en": document(("en",), element)}, Template(read_look("modern")), engine=None)["en"].data
    grid = [int(column.get(W + "w", "")) for column in every(part(data), "tbl/tblGrid/gridCol")]
    assert grid[-1] >= WIDTH * 1440 / 25.4
    assert grid[-1] < 1.5 * WIDTH * 1440 / 25.4


def test_the_outline_tells_it_in_the_language_of_its_line() -> None:
    assert (
        "A / A | (A：从2023的1到2024的2，持续上升。) / (A: From 1 (2023) to 2 (2024), rising throughout.)"
        in outline(table_of(BOTH))
    )
