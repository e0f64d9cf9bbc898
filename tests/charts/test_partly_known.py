"""Figures that are not known among ranges, slopes, panels, changes and parts: said, and never drawn as a figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.charts import CHARTS
from reportgen.charts.alt_text import alt_text
from reportgen.charts.drawing.shapes import Box, Stroke
from reportgen.charts.marks import in_languages
from reportgen.document import TOTAL, AxisRange, Chart, Guide
from reportgen.word.chart.native import why_not
from tests.charts.samples import (
    EDITIONS,
    LOOK,
    PERCENT,
    boxes,
    chart,
    dots,
    gap,
    mark,
    series,
    sheet,
    table,
    texts,
    words,
)
from tests.test_chart_content import specs

RANGES = "town_zh,town_en,low,high\n甲镇,Jia,3,8\n乙镇,Yi,,\n丙镇,Bing,5,6\n"
CHANGES = "step_zh,step_en,change\n期初,Start,24\n航线,Routes,9\n泊位,Berths,\n分流,Lost,-4\n期末,End,35\n"
YEARS = "year,tea,silk\n2018,4,2\n2019,5,\n2020,6,\n2021,7,4\n2022,8,5\n"
TWO = "series: [{name: {zh: 茶叶, en: Tea}, y: tea}, {name: {zh: 丝绸, en: Silk}, y: silk}]"
NAMES = ("甲", "乙", "丙")


def drawn(folder: Path, fields: str, file: str) -> Chart:
    (spec,) = specs(folder, fields, data={"data/file.csv": file})
    return spec


def lacking(kind: str, *without: tuple[str, int], **more: object) -> Chart:
    """Three names in two series, of which some figures are not known."""
    marks = table(NAMES, ("42", "18", "24"), ("31", "27", "20"))
    kept = tuple(one for one in marks if (dict(one.name)["en"], one.series) not in without)
    names = tuple(dict.fromkeys(one.name for one in marks))
    beside = tuple(gap(*one) for one in without)
    return chart(kind, *kept, series=series(2), unit=PERCENT, beside=beside, names=names, **more)


def said(spec: Chart, language: str = "en") -> list[str]:
    return [text.text for text in texts(sheet(in_languages(spec, (language,))), "no-data")]


def test_a_range_that_is_not_known_keeps_its_row(tmp_path: Path) -> None:
    spec = drawn(tmp_path, "kind: range, data: file.csv, x: town, low: low, y: high, unit: '%'", RANGES)
    assert said(spec) == ["No data"]
    assert len(boxes(sheet(spec), "stretch")) == 2
    assert "No data: Yi." in dict(alt_text(spec, CHARTS["range"], {}))["en"]


def test_a_change_that_is_not_known_is_hatched_up_to_what_leads_to_the_next_sum(tmp_path: Path) -> None:
    spec = drawn(tmp_path, "kind: waterfall, data: file.csv, x: step, y: change, unit: '%', totals: [期末]", CHANGES)
    made = sheet(in_languages(spec, ("en",)))
    (missing,) = boxes(made, "missing")
    bars = boxes(made, "bar")
    unit = bars[0].height / 24
    assert missing.height == pytest.approx(6 * unit)  # 24 + 9 + 6 - 4 = 35
    assert missing.y + missing.height == pytest.approx(bars[1].y)
    assert said(spec) == ["No data"]
    assert "No data: Berths." in dict(alt_text(spec, CHARTS["waterfall"], {}))["en"]


def test_two_changes_that_are_not_known_before_one_sum_explain_nothing() -> None:
    marks = mark("期初", "24", role=TOTAL), mark("增", "9"), mark("期末", "35", role=TOTAL)
    order = tuple(words(name, name) for name in ("期初", "增", "甲", "乙", "期末"))
    one, two = (
        chart("waterfall", *marks, unit=PERCENT, beside=tuple(map(gap, names)), names=order)
        for names in (("甲",), ("甲", "乙"))
    )
    assert not list(CHARTS["waterfall"].problems(one))
    assert any("do not lead" in problem for problem in CHARTS["waterfall"].problems(two))


@pytest.mark.parametrize("languages", EDITIONS)
def test_a_stack_names_the_part_that_it_lacks_behind_the_others(languages: tuple[str, ...]) -> None:
    made = sheet(in_languages(lacking("stacked", ("乙", 1)), languages))
    words_said = "".join(text.text for text in texts(made, "no-data"))
    for language, expected in (("zh", "无数据"), ("en", "No data")):
        assert (expected in words_said) == (language in languages)
    assert len(boxes(made, "piece")) == 5


def test_a_stack_that_lacks_a_part_has_no_sum() -> None:
    spec = lacking("stacked", ("乙", 1), options=(("sums", "true"),))
    printed = {text.text for text in texts(sheet(in_languages(spec, ("en",))), "label")}
    assert {"73.0", "44.0", "18%"} <= printed
    assert "18.0" not in printed
    assert "Total: 甲, 73.0; 丙, 44.0." in dict(alt_text(spec, CHARTS["stacked"], {}))["en"]


def test_a_stack_that_lacks_a_part_stays_a_picture_in_word() -> None:
    assert "not known" in why_not(lacking("stacked", ("乙", 1)), LOOK)


def test_a_slope_with_one_end_says_that_the_other_is_not_known() -> None:
    made = sheet(in_languages(lacking("slope", ("乙", 1), ("丙", 0)), ("en",)))
    lines = [shape for shape in made.shapes if isinstance(shape, Stroke) and shape.role == "line"]
    assert len(lines) == 1
    assert len(dots(made)) == 4
    told = [text.text for text in texts(made, "label")]
    assert sum("No data" in text for text in told) == 2
    assert any(text.startswith("乙") for text in told)


def test_a_slope_tells_names_without_any_figure_under_it() -> None:
    spec = lacking("slope", ("乙", 0), ("乙", 1))
    assert said(spec) == ["No data: 乙."]
    assert "from 乙" not in dict(alt_text(spec, CHARTS["slope"], {}))["en"]


def test_a_slope_that_lacks_figures_stays_a_picture_in_word() -> None:
    assert "not known" in why_not(lacking("slope", ("乙", 0), ("乙", 1)), LOOK)


def test_slopes_without_a_line_are_refused() -> None:
    spec = lacking("slope", ("甲", 0), ("乙", 1), ("丙", 0))
    assert any("both figures" in problem for problem in CHARTS["slope"].problems(spec))


def test_a_panel_is_hatched_where_its_figures_are_not_known(tmp_path: Path) -> None:
    spec = drawn(tmp_path, f"kind: small-multiples, data: file.csv, x: year, unit: '%', {TWO}", YEARS)
    made = sheet(in_languages(spec, ("en",)))
    (missing,) = boxes(made, "missing")
    points = sorted(dot.x for dot in dots(made) if dot.x >= missing.x - 0.1)
    assert missing.x == pytest.approx(points[0])
    assert said(spec) == ["No data"]
    assert "No data: Silk 2019; Silk 2020." in dict(alt_text(spec, CHARTS["small-multiples"], {}))["en"]


def test_a_figure_alone_between_gaps_is_a_dot(tmp_path: Path) -> None:
    file = YEARS.replace("2020,6,", "2020,6,3").replace("2021,7,4", "2021,7,")
    spec = drawn(tmp_path, f"kind: small-multiples, data: file.csv, x: year, unit: '%', {TWO}", file)
    made = sheet(spec)
    assert len(boxes(made, "missing")) == 2
    assert len([dot for dot in dots(made) if dot.x > made.width / 2]) == 3


def test_a_panel_without_any_figure_says_so(tmp_path: Path) -> None:
    empty = "".join(f"{row.rsplit(',', 1)[0]},\n" if row[0].isdigit() else f"{row}\n" for row in YEARS.splitlines())
    more = TWO.replace("]", ", {name: {zh: 瓷器, en: Porcelain}, y: tea}]")
    spec = drawn(tmp_path, f"kind: small-multiples, data: file.csv, x: year, unit: '%', {more}", empty)
    made = sheet(in_languages(spec, ("en",)))
    assert [text.text for text in texts(made, "series")] == ["Tea", "Silk", "Porcelain"]
    assert [text.text for text in texts(made, "no-data")] == ["No data"]


def test_panels_share_an_axis_and_what_they_are_read_against(tmp_path: Path) -> None:
    more = (
        "axis: {from: 2, to: 10}, reference: [{at: 5%, name: {zh: 目标, en: Target}}], "
        "events: [{when: 2020, name: {zh: 新规, en: New rule}}]"
    )
    spec = drawn(tmp_path, f"kind: small-multiples, data: file.csv, x: year, unit: '%', {more}, {TWO}", YEARS)
    made = sheet(in_languages(spec, ("en",)))
    lines = [shape for shape in made.shapes if isinstance(shape, Stroke) and shape.role == "reference"]
    assert len({round(line.points[0][1], 2) for line in lines}) == 2  # a sample, and one height for both panels
    assert texts(made, "value")[0].text == "2"
    (told,) = texts(made, "reference")
    assert "Target" in told.text
    (event,) = texts(made, "event")
    assert "2020" in event.text
    assert "New rule" in event.text


def test_panels_with_units_of_their_own_take_no_line() -> None:
    spec = replace(
        CHARTS["small-multiples"].sample(), unit=None, guides=(Guide(words("目标", "Target"), (), Decimal(5)),)
    )
    assert any("units of their own" in problem for problem in CHARTS["small-multiples"].problems(spec))
    assert any(
        "units of their own" in problem
        for problem in CHARTS["small-multiples"].problems(replace(spec, guides=(), axis=AxisRange()))
    )


def test_stripes_are_what_is_missing_and_never_a_bar(tmp_path: Path) -> None:
    spec = drawn(tmp_path, "kind: waterfall, data: file.csv, x: step, y: change, unit: '%', totals: [期末]", CHANGES)
    assert len([shape for shape in sheet(spec).shapes if isinstance(shape, Box) and shape.role == "bar"]) == 4
