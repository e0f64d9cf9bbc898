"""Charts of Word: their points are the marks, in the part and in the workbook; they are valid, and other programs take
them."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from string import ascii_uppercase
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import docx
import openpyxl
import pytest

from reportgen.charts import CHARTS, draw
from reportgen.charts.kind import NativeForm
from reportgen.charts.kinds.diverging_stack import signed as against_below
from reportgen.charts.marks import in_languages
from reportgen.document import ASIDE, Bound, Chart, Figure, Mark
from reportgen.numbers import common_unit, read
from reportgen.template.model import Look
from reportgen.word.body.render import render
from reportgen.word.chart.dates import serial
from reportgen.word.chart.native import native, why_not
from reportgen.word.chart.rows import turned
from reportgen.word.lint import lint
from reportgen.word.pages.layout import convert
from reportgen.word.styles.number_format import number_format
from tests.charts.samples import (
    BOTH,
    LONG,
    LOOK,
    PERCENT,
    chart,
    mark,
    samples,
    shares,
    table,
    words,
    zones,
)
from tests.word.documents import caption, document
from tests.word.test_valid import audit

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LIVING = tuple(spec for spec in samples() if not why_not(spec, LOOK))
MONEY = common_unit([read("4500亿元", "zh")])


def part(spec: Chart, look: Look) -> Element:
    return ElementTree.fromstring(native(spec, look).part)


def cached(root: Element, *path: str) -> list[list[str]]:
    """The points of every list of values at a path such as val/numRef/numCache."""
    return [
        [value.text or "" for value in found.iter(f"{C}v")]
        for found in root.iterfind(".//" + "/".join(C + p for p in path))
    ]


def place(element: Element) -> str:
    """Which point a dPt or a dLbl speaks of."""
    found = element.find(f"{C}idx")
    assert found is not None
    return found.get("val", "")


def sheet(spec: Chart, look: Look) -> Any:
    return openpyxl.load_workbook(BytesIO(native(spec, look).workbook)).active


def figures(spec: Chart, look: Look) -> list[list[Decimal]]:
    """The cached values of every series."""
    root = part(spec, look)
    lists = cached(root, "val", "numRef", "numCache") + cached(root, "yVal", "numRef", "numCache")
    return [[Decimal(value) for value in values] for values in lists]


def filed(look: Look, *specs: Chart, languages: tuple[str, ...] = BOTH) -> bytes:
    """A Word file of native charts."""
    figures = [
        Figure(
            caption(languages, "figure", f"f{n}", n + 1, "题", "Title"),
            spec,
            tuple((one, "words") for one in languages),
        )
        for n, spec in enumerate(specs)
    ]
    drawn = {f"f{n}": native(spec, look) for n, spec in enumerate(specs)}
    return render(document(languages, *figures), look, drawn)


# ---- figures ---------------------------------------------------------------------------


@pytest.mark.parametrize("spec", LIVING, ids=lambda spec: spec.kind)
def test_the_workbook_holds_what_the_chart_shows(spec: Chart, look: Look) -> None:
    root, rows = part(spec, look), list(sheet(spec, look).iter_rows(values_only=True))
    columns = [[Decimal(str(cell)) for cell in column[1:] if cell is not None] for column in list(zip(*rows))[1:]]  # noqa: B905
    shown = figures(spec, look)
    assert columns[len(columns) - len(shown) :] == shown
    assert {found.text for found in root.iter(f"{C}f")} <= {
        f"Sheet1!${letter}${first}" + (f":${letter}${len(rows)}" if first == 2 else "")
        for letter in ascii_uppercase
        for first in (1, 2)
    }


@pytest.mark.parametrize("spec", LIVING, ids=lambda spec: spec.kind)
def test_every_mark_is_a_point_of_its_series_and_no_figure_is_lost(spec: Chart, look: Look) -> None:
    if spec.kind == "scatter":  # test_points.py
        return
    divisor = spec.unit.divisor(spec.languages[0]) if spec.unit else Decimal(1)
    standing = turned(spec) if spec.kind == "slope" else against_below(spec) if spec.kind == "diverging-stack" else spec
    for series, values in enumerate(figures(spec, look)):
        marks = sorted(mark.value / divisor for mark in standing.marks if mark.series == series)
        if spec.kind == "step":  # each figure but the last also ends its stair
            values = values[::2]
        percent = spec.unit is None or (PERCENT is not None and spec.unit.like == PERCENT.like)
        rest = [Decimal(100) - sum(marks)] if spec.kind in ("share", "donut") and percent and sum(marks) < 100 else []
        assert sorted(values) == sorted([*marks, *rest])


def test_the_note_stands_under_the_marks(look: Look) -> None:
    spec = replace(shares(), note=words("* 初步数据", "* preliminary"))
    root = part(spec, look)
    assert [found.text for found in root.iterfind(f".//{C}catAx/{C}title//{A}t")] == ["* 初步数据", "* preliminary"]
    assert "its note" in why_not(replace(chart("donut", mark("甲", "60"), mark("乙", "40")), note=spec.note), look)


def test_parts_of_a_sum_have_no_rest_and_percentages_that_leave_some_do(look: Look) -> None:
    parts = mark("甲", "60"), mark("乙", "30")
    assert figures(chart("donut", *parts, unit=PERCENT), look) == [[Decimal(60), Decimal(30), Decimal(10)]]
    assert figures(chart("donut", *parts, unit=MONEY), look) == [[Decimal(value).scaleb(-8) for value in (60, 30)]]


def test_money_is_scaled_here_and_its_unit_told_with_the_measure(look: Look) -> None:
    spec = Chart(
        "bars",
        ("zh",),
        tuple(
            Mark((("zh", name),), Decimal(value), (("zh", said),))
            for name, value, said in (("甲", "450000000000", "4500亿元"), ("乙", "10050000000", "100.5亿元"))
        ),
        measure=(("zh", "总产值"),),
        unit=MONEY,
    )
    assert figures(spec, look) == [[Decimal(4500), Decimal("100.5")]]
    assert "".join(found.text or "" for found in part(spec, look).iterfind(f".//{C}valAx//{A}t")) == "总产值（亿元）"


def test_a_stair_stands_true_to_time_and_holds_until_the_next_date(look: Look) -> None:
    root = part(zones(), look)
    (years,) = cached(root, "xVal", "numRef", "numCache")
    (counts,) = cached(root, "yVal", "numRef", "numCache")
    assert list(zip(years, counts, strict=True))[:4] == [
        ("1988", "1"),
        ("2008.2", "1"),
        ("2008.2", "54"),
        ("2020", "54"),
    ]


def test_uneven_dates_are_an_axis_of_days_and_even_ones_keep_their_names(look: Look) -> None:
    uneven = replace(zones(), kind="line")
    root = part(uneven, look)
    (days,) = cached(root, "cat", "numRef", "numCache")
    assert root.find(f".//{C}dateAx") is not None
    assert [Decimal(day) for day in days] == [serial(mark.when) for mark in uneven.marks if mark.when is not None]
    even = chart("line", *(replace(m, when=Decimal(2020 + n)) for n, m in enumerate(shares().marks)))
    assert part(even, look).find(f".//{C}dateAx") is None
    assert cached(part(even, look), "cat", "strRef", "strCache")[0][0] == "全国重点实验室"


@pytest.mark.parametrize(("when", "day"), [("2008.25", "39539"), ("2025", "45658"), ("1988.5", "32326")])
def test_a_day_has_the_number_that_excel_gives_it(when: str, day: str) -> None:
    assert serial(Decimal(when)) == Decimal(day)


# ---- labels --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "value", "code"),
    [
        ("7.1%", "7.1", '0.0"%"'),
        ("178家", "178", '0"家"'),
        ("RMB\u00a01,450\u00a0billion", "1450", '"RMB\u00a0"#,##0"\u00a0billion"'),
        ("−3.2%", "-3.2", '0.0"%"'),
    ],
)
def test_a_label_that_a_number_format_can_print_stays_alive(printed: str, value: str, code: str) -> None:
    found = number_format(printed, Decimal(value))
    assert found is not None
    assert code.replace("#,##0", "0") in found.code.replace("#,##0", "0")
    assert "−" in found.code.split(";")[1]


@pytest.mark.parametrize(
    ("printed", "value"), [("1.7万亿元", "17000"), ("百亿", "100"), ("3至5家", "3"), ("3.2%", "-3.2")]
)
def test_a_label_with_another_number_does_not(printed: str, value: str) -> None:
    assert number_format(printed, Decimal(value)) is None


def test_a_figure_that_is_not_exact_is_labeled_in_its_words_in_a_light_bar_with_a_solid_edge(look: Look) -> None:
    spec = in_languages(shares(), ("zh",))
    root = part(spec, look)
    told = {place(label): "".join(t.text or "" for t in label.iter(f"{A}t")) for label in root.iter(f"{C}dLbl")}
    assert told == {"0": "80%", "2": "约50%"}  # the headline's is bold, the approximate one has its word
    (point,) = (point for point in root.iter(f"{C}dPt") if place(point) == "2")
    fill, edge = (found.get("val", "") for found in point.iter(f"{A}srgbClr"))
    assert edge == look.palette.of(look.chart.plain)
    assert edge < fill < "FFFFFF"  # lighter than its edge, and not as light as paper
    assert point.find(f".//{A}pattFill") is None


def test_a_figure_that_is_not_final_is_striped_within_a_solid_edge(look: Look) -> None:
    root = part(chart("bars", mark("甲", "3", status="estimate"), mark("乙", "2")), look)
    (point,) = (point for point in root.iter(f"{C}dPt") if point.find(f".//{A}pattFill") is not None)
    edge = point.find(f".//{A}ln//{A}srgbClr")
    assert edge is not None
    assert edge.get("val") == look.palette.of(look.chart.highlight)


def test_the_headlines_bar_has_the_looks_color(look: Look) -> None:
    root = part(shares(), look)
    plain = {place(point) for point in root.iter(f"{C}dPt")}  # type: ignore[union-attr]
    series = root.find(f".//{C}ser/{C}spPr//{A}srgbClr")
    assert series is not None
    assert series.get("val") == look.palette.of(look.chart.highlight)
    assert plain == {"1", "2", "3"}


# ---- what the format wants ---------------------------------------------------------------------


@pytest.mark.parametrize("spec", LIVING, ids=lambda spec: spec.kind)
def test_every_chart_keeps_words_demands(spec: Chart, look: Look) -> None:
    root = part(spec, look)
    assert [int(found.get("val", "0")) > 0 for found in root.iter(f"{C}axId")].count(False) == 0
    assert root.find(f"{C}chart/{C}autoTitleDeleted").get("val") == "1"  # type: ignore[union-attr]
    assert root.find(f"{C}externalData/{C}autoUpdate").get("val") == "0"  # type: ignore[union-attr]
    fonts = root.find(f"{C}txPr//{A}defRPr")
    assert fonts is not None
    assert fonts.find(f"{A}latin").get("typeface") == look.fonts["en"].body[0]  # type: ignore[union-attr]
    assert fonts.find(f"{A}ea").get("typeface") == look.fonts["zh"].body[0]  # type: ignore[union-attr]
    for series in root.iter(f"{C}ser"):
        order = [child.tag.removeprefix(C) for child in series]
        if "dLbls" in order:
            assert order.index("dLbls") < order.index("xVal" if "xVal" in order else "cat")


@pytest.mark.parametrize("languages", [("zh",), ("en",), BOTH])
def test_files_with_every_living_kind_are_valid(languages: tuple[str, ...], look: Look, tmp_path: Path) -> None:
    assert {spec.kind for spec in LIVING} == {
        name for name, kind in CHARTS.items() if isinstance(kind.native, NativeForm)
    }
    data = filed(look, *(in_languages(spec, languages) for spec in LIVING), languages=languages)
    assert audit(data, tmp_path) == []
    assert lint(data) == ()


def test_charts_survive_a_round_trip_through_python_docx(look: Look) -> None:
    data = filed(look, shares(), zones())
    saved = BytesIO()
    docx.Document(BytesIO(data)).save(saved)
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(saved) as new:
        kept = [name for name in old.namelist() if name.startswith(("word/charts/chart", "word/embeddings/"))]
        assert len(kept) == 4
        assert all(new.read(name) == old.read(name) for name in kept)
        assert b"../embeddings/workbook2.xlsx" in new.read("word/charts/_rels/chart2.xml.rels") or (
            b"/word/embeddings/workbook2.xlsx" in new.read("word/charts/_rels/chart2.xml.rels")
        )


@pytest.mark.parametrize("spec", LIVING, ids=lambda spec: spec.kind)
def test_the_same_chart_gives_the_same_bytes(spec: Chart, look: Look) -> None:
    assert native(spec, look) == native(spec, look)


def test_a_workbook_tells_neither_the_day_nor_words_as_formulas(look: Look) -> None:
    spec = chart("bars", mark("=1+1", "3"), mark("http://x.y", "4"), unit=PERCENT)
    book = native(spec, look).workbook
    assert [row[0].value for row in sheet(spec, look).iter_rows(min_row=2)] == ["=1+1", "http://x.y"]
    with zipfile.ZipFile(BytesIO(book)) as archive:
        assert b"1980-01-01" in archive.read("docProps/core.xml")
        assert not any("hyperlink" in name.lower() for name in archive.namelist())
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        (chart("cards", mark("甲", "1")), "no chart of kind 'cards'"),
        (chart("waterfall", mark("甲", "1")), "figures in its sheet that are no facts"),
        (chart("dot", *(mark(f"Item {n}", str(n), f"{n}.25%") for n in range(20))), "no room for its names"),
        (
            chart("slope", *table(LONG, ("12", "30"), ("19", "40")), series=(words("甲", "A"), words("乙", "B"))),
            "no room for its names",
        ),
        (chart("share", mark("甲", "61"), beside=(mark("乙", "43", role=ASIDE),)), "no place for the figures beside"),
        (chart("step", mark("甲", "1"), mark("乙", "2")), "only along dates"),
    ],
)
def test_what_word_cannot_draw_is_told(spec: Chart, reason: str, look: Look) -> None:
    assert reason in why_not(spec, look)


def test_signs_of_xml_in_names_stay_words(look: Look) -> None:
    spec = chart("bars", mark("R&D <5%", "3", bound=Bound.ABOUT), series=(words("a&b", "a<b"),))
    assert cached(part(spec, look), "cat", "strRef", "strCache") == [["R&D <5%"]]


@pytest.mark.libreoffice
def test_libreoffice_draws_them(soffice: str, look: Look, tmp_path: Path) -> None:
    from pypdf import PdfReader

    path = tmp_path / "charts.docx"
    path.write_bytes(filed(look, in_languages(shares(), ("zh",)), languages=("zh",)))
    convert([path], tmp_path, Path(soffice))
    with PdfReader(path.with_suffix(".pdf")) as reader:
        told = "".join(page.extract_text() for page in reader.pages).replace(" ", "")
    assert all(word in told for word in ("全国重点实验室", "80%", "67%", "约50%", "33%"))


def with_pictures(look: Look, *specs: Chart) -> bytes:
    """A Word file of charts that carry their pictures, as a build makes it."""
    figures = [
        Figure(caption(("en",), "figure", f"f{n}", n + 1, "题", "Title"), spec, (("en", f"words {n}"),))
        for n, spec in enumerate(specs)
    ]
    drawn = {f"f{n}": replace(native(spec, look), picture=draw(spec, look)) for n, spec in enumerate(specs)}
    return render(document(("en",), *figures), look, drawn)


def test_a_chart_carries_its_picture_for_readers_that_draw_none(look: Look, tmp_path: Path) -> None:
    specs = [in_languages(spec, ("en",)) for spec in (shares(), chart("bars", mark("甲", "3"), mark("乙", "2")))]
    file = with_pictures(look, *specs)
    with zipfile.ZipFile(BytesIO(file)) as opened:
        root = ElementTree.fromstring(opened.read("word/document.xml"))
    inlines = list(root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"))
    told = [found for inline in inlines for found in inline if found.tag.endswith("}docPr")]
    assert len(told) == 4
    assert len({found.get("id") for found in told}) == 4
    assert [found.get("descr") for found in told] == ["words 0", "words 0", "words 1", "words 1"]
    sizes = [found.attrib for inline in inlines for found in inline if found.tag.endswith("}extent")]
    assert sizes[0] == sizes[1]  # so that pages end alike, whichever of the two a reader shows
    assert sizes[2] == sizes[3]
    assert audit(file, tmp_path) == []
    assert lint(file) == ()
    assert [one.text for one in docx.Document(BytesIO(file)).paragraphs if "Title" in one.text]


@pytest.mark.libreoffice
def test_libreoffice_shows_the_picture_of_a_chart(soffice: str, look: Look, tmp_path: Path) -> None:
    from pypdf import PdfReader

    path = tmp_path / "charts.docx"
    path.write_bytes(with_pictures(look, in_languages(shares(), ("en",))))
    convert([path], tmp_path, Path(soffice))
    with PdfReader(path.with_suffix(".pdf")) as reader:
        assert sum(len(page.images) for page in reader.pages) == 1


def test_amounts_stay_a_picture_where_their_shares_are_what_is_printed() -> None:
    told = (words("甲", "A"), words("乙", "B"))
    amounts = chart("stacked-100", *table(("甲",), ("1",), ("2",), label="{}亿元"), series=told, unit=PERCENT)
    shown = chart("stacked-100", *table(("甲",), ("41.5",), ("58.5",)), series=told, unit=PERCENT)
    assert "in place of their shares" in why_not(amounts, LOOK)
    assert why_not(shown, LOOK) == ""


def test_columns_lie_where_their_names_would_be_broken_inside_a_word() -> None:
    def direction(*names: str) -> str | None:
        root = part(chart("columns", *(mark(name, "5") for name in names), unit=PERCENT), LOOK)
        return next(root.iter(f"{C}barDir")).get("val")

    assert direction("2023", "2024", "2025") == "col"
    assert direction(*(f"Neighborhood {number}" for number in range(12))) == "bar"


def test_every_part_of_a_ring_has_its_color_and_a_figure_that_can_be_read_on_it() -> None:
    root = part(chart("donut", mark("甲", "62", highlight=True), mark("乙", "38")), LOOK)
    assert next(root.iter(f"{C}varyColors")).get("val") == "1"  # LibreOffice paints the first part by itself else
    palette = LOOK.palette
    fills = [next(point.iter(f"{A}srgbClr")).get("val") for point in root.iter(f"{C}dPt")]
    assert fills == [palette.of(LOOK.chart.highlight), palette.of(LOOK.chart.plain)]
    inks = {
        next(label.iter(f"{C}idx")).get("val"): next(label.iter(f"{A}srgbClr")).get("val")
        for label in root.iter(f"{C}dLbl")
    }
    assert inks == {"0": palette.of("paper"), "1": palette.of("ink")}
