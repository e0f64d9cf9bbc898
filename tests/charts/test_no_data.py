"""Where a figure is not known, marks of length and of place keep its name and say so; courses break and are told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.charts import CHARTS
from reportgen.charts.alt_text import alt_text
from reportgen.charts.drawing.shapes import TextShape
from reportgen.charts.marks import in_languages
from reportgen.document import GAP, MISSING, AxisRange, Chart
from reportgen.word.chart.native import native, why_not
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
from tests.test_chart_content import english, specs

TOWNS = """\
town_zh,town_en,firms,growth
甲镇,Jia,…,7.4
乙镇,Yi,142,-1.2
丙镇,Bing,,
丁镇,Ding,186,
"""
YEARS = "year,tea\n2018,11.6\n2019,12.4\n2020,\n2021,14.3\n2022,\n2023,...\n2024,……\n2025,19.8\n"
FIRMS = "data: towns.csv, x: town, y: firms, unit: 家"
COLUMNS = "{name: {zh: 企业, en: Firms}, y: firms, unit: 家}, {name: {zh: 增速, en: Growth}, y: growth, unit: '%'}"
TEA = "data: years.csv, x: year, y: tea, unit: 亿元"


def drawn(folder: Path, fields: str) -> Chart:
    (spec,) = specs(folder, fields, data={"data/towns.csv": TOWNS, "data/years.csv": YEARS})
    return spec


def placed(spec: Chart) -> dict[str, list[TextShape]]:
    """The names and the words for what is not known, in English."""
    made = sheet(in_languages(spec, ("en",)))
    return {role: texts(made, role) for role in ("name", "no-data", "label")}


@pytest.mark.parametrize("kind", ["bars", "dot"])
def test_names_without_a_figure_keep_their_row_and_come_last_by_size(tmp_path: Path, kind: str) -> None:
    found = placed(drawn(tmp_path, f"kind: {kind}, {FIRMS}"))
    assert [text.text for text in found["name"]] == ["Ding", "Yi", "Jia", "Bing"]
    assert [text.text for text in found["no-data"]] == ["No data", "No data"]
    for name, said in zip(found["name"][2:], found["no-data"], strict=True):
        assert (name.bounds.top + name.bounds.bottom) / 2 == pytest.approx(
            (said.bounds.top + said.bounds.bottom) / 2, abs=0.2
        )
        assert said.color == LOOK.palette.of("grey")


def test_names_in_the_order_typed_keep_their_place(tmp_path: Path) -> None:
    found = placed(drawn(tmp_path, f"kind: bars, sort: none, {FIRMS}"))
    assert [text.text for text in found["name"]] == ["Jia", "Yi", "Bing", "Ding"]


def test_times_without_a_figure_stand_among_the_columns(tmp_path: Path) -> None:
    spec = drawn(tmp_path, f"kind: columns, {TEA}")
    found = placed(spec)
    assert [text.text for text in found["name"]] == [str(year) for year in range(2018, 2026)]
    middles = [(text.bounds.left + text.bounds.right) / 2 for text in found["name"]]
    told = [(text.bounds.left + text.bounds.right) / 2 for text in found["no-data"]]
    assert told == pytest.approx([middles[place] for place in (2, 4, 5, 6)])
    assert len(boxes(sheet(spec), "bar")) == 4


def test_a_table_with_bars_says_it_in_the_column_that_lacks_the_figure(tmp_path: Path) -> None:
    spec = drawn(tmp_path, f"kind: table-with-bars, data: towns.csv, x: town, series: [{COLUMNS}]")
    found = placed(spec)
    assert [text.text for text in found["name"]] == ["Ding", "Yi", "Jia", "Bing"]
    by_row = {name.text: round(name.bounds.top) for name in found["name"]}
    rows = sorted(text.bounds.top for text in found["no-data"])
    assert len(rows) == 4
    assert [row > by_row["Yi"] + 1 for row in rows] == [False, True, True, True]
    assert len(boxes(sheet(spec), "bar")) == 4


def test_a_group_that_lacks_a_series_keeps_its_column() -> None:
    marks = table(("甲", "乙"), ("31", "24"), ("18", "9"))
    whole = chart("grouped", *marks, series=series(2), unit=PERCENT)
    kept = tuple(one for one in marks if (english(one.name), one.series) != ("乙", 0))
    lacking = replace(whole, marks=kept, beside=(gap("乙", 0),), names=tuple(dict.fromkeys(m.name for m in marks)))
    places = [bar.x for bar in boxes(sheet(whole), "bar")]
    assert [bar.x for bar in boxes(sheet(lacking), "bar")] == [*places[:2], places[3]]
    (said,) = (text for text in texts(sheet(lacking), "no-data") if text.language == "zh")
    missing = boxes(sheet(whole), "bar")[2]
    assert missing.x < (said.bounds.left + said.bounds.right) / 2 < missing.x + missing.width


def test_a_dot_that_is_not_known_moves_no_scale() -> None:
    marks = (mark("甲", "97.5"), mark("乙", "96.1"))
    lacking = chart("dot", *marks, unit=PERCENT, beside=(gap("丙"),), names=tuple(words(n, n) for n in "甲乙丙"))
    assert [dot.x for dot in dots(sheet(lacking))] == [dot.x for dot in dots(sheet(chart("dot", *marks, unit=PERCENT)))]
    ranged = sheet(replace(lacking, axis=AxisRange()))
    assert min(Decimal(text.text.rstrip("%")) for text in texts(ranged, "value")) > 90


@pytest.mark.parametrize("kind", ["line", "step", "area"])
def test_courses_break_and_their_words_tell_when(tmp_path: Path, kind: str) -> None:
    spec = drawn(tmp_path, f"kind: {kind}, {TEA}")
    assert [one.role for one in spec.marks] == ["", "", GAP, GAP]
    assert "no-data" not in {shape.role for shape in sheet(spec).shapes}
    told = dict(alt_text(spec, CHARTS[kind], {}))
    assert "No data: 2020; 2022 to 2024." in told["en"]
    assert "无数据：2020年；2022年至2024年。" in told["zh"]


def test_times_before_the_first_figure_and_after_the_last_are_no_gap_of_a_course(tmp_path: Path) -> None:
    files = {"data/years.csv": "year,tea\n2017,\n2018,11.6\n2019,\n2020,12.4\n2021,\n2022,\n"}
    (spec,) = specs(tmp_path, f"kind: line, {TEA}", data=files)
    assert [english(one.name) for one in spec.in_role(MISSING)] == ["2019"]
    assert [english(name) for name in spec.names] == ["2018", "2019", "2020"]


@pytest.mark.parametrize("kind", ["bars", "columns", "dot"])
def test_words_for_those_who_cannot_see_tell_what_is_not_known(tmp_path: Path, kind: str) -> None:
    told = dict(alt_text(drawn(tmp_path, f"kind: {kind}, {FIRMS}"), CHARTS[kind], {}))
    assert "No data: Jia; Bing." in told["en"]
    assert "无数据：甲镇；丙镇。" in told["zh"]


@pytest.mark.parametrize("languages", EDITIONS)
def test_the_words_have_room_in_narrow_columns_in_every_edition(languages: tuple[str, ...]) -> None:
    years = tuple(str(year) for year in range(2018, 2025))
    marks = table(years, *(("11", "12", "13", "14", "15", "16", "17"),) * 3)
    names = tuple(dict.fromkeys(one.name for one in marks))
    kept = tuple(one for one in marks if english(one.name) != "2020" or one.series != 1)
    spec = chart("grouped", *kept, series=series(3), unit=PERCENT, beside=(gap("2020", 1),), names=names)
    made = sheet(in_languages(spec, languages))
    said = texts(made, "no-data")
    assert said
    for text in said:
        assert not any(bar.bounds.meets(text.bounds, -0.1) for bar in boxes(made, "bar"))
    assert "".join(text.text for text in said if text.language == "zh") == ("无数据" if "zh" in languages else "")


@pytest.mark.parametrize("kind", ["columns", "dot"])
def test_a_chart_of_word_keeps_the_name_and_says_it_there(tmp_path: Path, kind: str) -> None:
    spec = in_languages(drawn(tmp_path, f"kind: {kind}, {FIRMS}"), ("en",))
    assert not why_not(spec, LOOK)
    part = native(spec, LOOK).part.decode()
    assert "Jia (no data)" in part
    assert "Yi (no data)" not in part


def test_lying_bars_of_word_without_a_figure_stay_a_picture(tmp_path: Path) -> None:
    assert "not known" in why_not(drawn(tmp_path, f"kind: bars, {FIRMS}"), LOOK)


def test_a_chart_of_word_that_lacks_a_figure_of_one_series_stays_a_picture() -> None:
    marks = table(("甲", "乙"), ("31", "24"), ("18", "9"))
    spec = chart("grouped", *marks[:-1], series=series(2), unit=PERCENT, beside=(gap("乙", 1),))
    assert "not known" in why_not(spec, LOOK)
    assert all(one.role == MISSING for one in spec.beside)


@pytest.mark.parametrize("names", [("甲", "乙"), tuple(f"Quite a long name of a place {n}" for n in range(9))])
@pytest.mark.parametrize("kind", ["grouped", "table-with-bars"])
def test_a_series_without_any_figure_is_in_the_key_and_said_under_every_name(kind: str, names: tuple[str, ...]) -> None:
    marks = table(names, tuple(str(n + 1) for n in range(len(names))))
    called = tuple(one.name for one in marks)
    spec = chart(
        kind, *marks, series=series(2), unit=PERCENT, beside=tuple(gap(name, 1) for name in names), names=called
    )
    made = sheet(in_languages(spec, ("zh",)))
    assert len(boxes(made, "bar")) == len(names)
    assert "".join(text.text for text in texts(made, "no-data")) == "无数据" * len(names)
