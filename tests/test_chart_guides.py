"""What an author types of axes, lines, events and indices becomes what a chart holds; times stand in their order."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reportgen.charts.kinds.stacked import sum_marks
from reportgen.document import Chart
from tests.test_chart_content import chinese, english, specs

PMI = "month,pmi,status\n2025-03,50.5,\n2025-04,49.0,\n2025-05,49.6,forecast\n"
OUTPUT = "year,east,west\n2024,120,90\n2022,105,75\n2020,80,60\n"
LINE = "kind: line, data: pmi.csv, x: month, y: pmi"
SERIES = "series: [{name: {zh: 东部, en: East}, y: east}, {name: {zh: 西部, en: West}, y: west}]"


def made(folder: Path, more: str) -> Chart:
    return specs(folder, more, data={"data/pmi.csv": PMI, "data/output.csv": OUTPUT})[0]


def test_a_line_stands_at_a_figure_as_typed_in_the_unit_of_the_chart(tmp_path: Path) -> None:
    chart = made(tmp_path, f"{LINE}, reference: [{{at: 50, name: {{zh: 荣枯线, en: No change}}}}]")
    (guide,) = chart.guides
    assert (guide.start, chinese(guide.name), english(guide.label)) == (Decimal(50), "荣枯线", "50")


def test_a_line_stands_at_the_figure_of_a_fact(tmp_path: Path) -> None:
    line = "kind: bars, facts: [output, before], reference: [{at: early, name: {zh: 目标, en: Target}}]"
    (guide,) = made(tmp_path, line).guides
    assert (guide.fact, guide.start, english(guide.label)) == ("early", Decimal("4.6E+11"), "RMB\xa0460\xa0billion")


def test_words_at_a_line_may_tell_figures_of_other_things(tmp_path: Path) -> None:
    five = f"{LINE}, reference: [{{at: 50, name: {{zh: 5年来的目标, en: Target of the five-year plan}}}}]"
    assert english(made(tmp_path, five).guides[0].name) == "Target of the five-year plan"


def test_an_average_is_reckoned_and_rounded_as_the_figures_are(tmp_path: Path) -> None:
    (guide,) = made(tmp_path, f"{LINE}, reference: [{{average: true}}]").guides
    assert (guide.start, english(guide.name), english(guide.label)) == (Decimal("49.7"), "Average", "49.7")


def test_an_axis_is_typed_in_the_unit_of_the_chart(tmp_path: Path) -> None:
    axis = "kind: line, data: output.csv, x: year, y: east, unit: 亿元, axis: {from: 50, to: 150, decimals: 0}"
    chart = made(tmp_path, axis)
    assert chart.axis is not None
    assert (chart.axis.least, chart.axis.most, chart.axis.decimals) == (Decimal("5E+9"), Decimal("1.5E+10"), 0)


def test_a_month_is_shaded_from_its_first_day_to_its_last(tmp_path: Path) -> None:
    (guide,) = made(tmp_path, f"{LINE}, events: [{{from: 2025-03, to: 2025-04, name: {{zh: 甲, en: A}}}}]").guides
    assert guide.end is not None
    assert (round(guide.start, 4), round(guide.end, 4)) == (Decimal("2025.1667"), Decimal("2025.3333"))
    assert (chinese(guide.label), english(guide.label)) == ("2025年3月至2025年4月", "March 2025 to April 2025")


def test_an_index_tells_each_series_in_hundredths_of_its_base(tmp_path: Path) -> None:
    chart = made(tmp_path, f"kind: line, data: output.csv, x: year, unit: 亿元, {SERIES}, index: 2020")
    said = {(mark.series, english(mark.name)): english(mark.label) for mark in chart.marks}
    assert (said[0, "2020"], said[0, "2022"], said[1, "2024"]) == ("100.0", "131.3", "150.0")  # 131.25 is half up
    assert (chinese(chart.measure), english(chart.measure)) == ("2020年=100", "2020 = 100")


@pytest.mark.parametrize("kind", ["columns", "grouped", "stacked", "stacked-100"])
def test_times_typed_from_the_last_to_the_first_run_from_left_to_right(tmp_path: Path, kind: str) -> None:
    figures = "y: east" if kind == "columns" else SERIES
    chart = made(tmp_path, f"kind: {kind}, data: output.csv, x: year, unit: 亿元, {figures}")
    assert list(dict.fromkeys(english(mark.name) for mark in chart.marks)) == ["2020", "2022", "2024"]


def test_a_slope_leads_from_the_earlier_to_the_later_moment(tmp_path: Path) -> None:
    later = "{name: {zh: 2024年, en: '2024'}, facts: [output]}"
    earlier = "{name: {zh: 2019年, en: '2019'}, facts: [before]}"
    chart = made(tmp_path, f"kind: slope, series: [{later}, {earlier}]")
    assert [english(name) for name in chart.series] == ["2019", "2024"]
    assert [(mark.series, mark.fact) for mark in chart.marks] == [(0, "before"), (1, "output")]


def test_a_forecast_is_signed_and_its_sign_explained(tmp_path: Path) -> None:
    chart = made(tmp_path, LINE)
    assert english(chart.marks[-1].label) == "49.6‡"
    assert (chinese(chart.note), english(chart.note)) == ("‡ 预测数", "‡ forecast")


def test_the_sum_of_a_stack_has_the_decimals_of_its_parts_in_each_language(tmp_path: Path) -> None:
    chart = made(tmp_path, f"kind: stacked, data: output.csv, x: year, unit: 万吨, {SERIES}, sums: true")
    first = sum_marks(chart)[0]
    assert (chinese(first.label), english(first.label)) == ("140", "1.40")  # million tonnes
