"""What an author types for a chart becomes marks: series, units told once, gaps, ranges, totals, statuses."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from reportgen.blocks.chart import ChartBlock
from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.document import GAP, TOTAL, Bound, Chart, Words
from reportgen.languages import DEFAULT
from reportgen.problems import ContentError, Severity
from reportgen.voice import Voice
from tests.content import GOOD, write_files

CASES = Path(__file__).parent / "cases"
FACTS = """\
growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}
output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}
before: {is: 3200亿元, what: {zh: 总产值, en: output}, when: 2019, source: paper}
early: {is: 4600亿元, what: {zh: 总产值, en: output}, when: 2025, source: paper, status: preliminary}
pay: {is: 5.2万～8.6万元, what: {zh: 年薪, en: yearly pay}, when: 2024, source: paper}
"""
TRADE = "date,tea,paper,status\n2024-01,1.5,0.9,\n2024-02,,0.8,\n2024-03,1.7,约1.1,preliminary\n"


def specs(folder: Path, *charts: str, data: dict[str, str] | None = None) -> list[Chart]:
    """The charts as they are drawn in both languages, from a good folder with further facts."""
    blocks = "".join(f"- chart: {{id: c{place}, title: {{zh: 甲, en: A}}, {c}}}\n" for place, c in enumerate(charts))
    section = GOOD["sections/one.yaml"] + blocks
    write_files(folder, {**GOOD, "facts.yaml": FACTS, "sections/one.yaml": section, **(data or {})})
    briefing = read_briefing(folder)
    assert [problem for problem in check(briefing) if problem.severity is Severity.ERROR] == []
    voice = Voice(briefing, DEFAULT)
    return [block.spec(voice) for block in briefing.sections[0].blocks if isinstance(block, ChartBlock)]


def english(words: Words) -> str:
    return dict(words)["en"]


def chinese(words: Words) -> str:
    return dict(words)["zh"]


SERIES = "series: [{name: {zh: 茶, en: Tea}, y: tea}, {name: {zh: 纸, en: Paper}, y: paper}]"


def test_columns_become_series_whose_unit_is_told_once(tmp_path: Path) -> None:
    (chart,) = specs(
        tmp_path,
        f"kind: line, data: trade.csv, x: date, unit: 亿元, measure: {{zh: 出口, en: Exports}}, {SERIES}",
        data={"data/trade.csv": TRADE},
    )
    assert [english(name) for name in chart.series] == ["Tea", "Paper"]
    assert chinese(chart.measure) == "出口（亿元）"
    assert english(chart.measure) == "Exports (RMB million)"
    assert [chinese(mark.label) for mark in chart.marks if mark.series == 0] == ["1.5", "1.7*"]


def test_an_empty_cell_breaks_the_line_of_its_series_only(tmp_path: Path) -> None:
    (chart,) = specs(
        tmp_path, f"kind: line, data: trade.csv, x: date, unit: 亿元, {SERIES}", data={"data/trade.csv": TRADE}
    )
    assert [mark.role for mark in chart.marks if mark.series == 0] == ["", GAP]
    assert [mark.role for mark in chart.marks if mark.series == 1] == ["", "", ""]


def test_a_change_is_drawn_on_its_side_of_zero_and_told_with_its_sign(tmp_path: Path) -> None:
    facts = FACTS + "fall: {is: 同比下降3.2%, what: {zh: 增速, en: growth}, when: 2024, source: paper}\n"
    files = {"facts.yaml": facts}
    (chart,) = specs(tmp_path, "kind: bars, facts: [growth, fall]", data=files)
    assert [mark.value for mark in chart.marks] == [Decimal("7.1"), Decimal("-3.2")]
    for label in (chinese, english):
        assert [label(mark.label) for mark in chart.marks] == ["7.1%", "−3.2%"]


def test_a_qualifier_in_a_cell_is_kept(tmp_path: Path) -> None:
    (chart,) = specs(
        tmp_path, "kind: line, data: trade.csv, x: date, y: paper, unit: 亿元", data={"data/trade.csv": TRADE}
    )
    assert [mark.bound for mark in chart.marks] == [Bound.EXACT, Bound.EXACT, Bound.ABOUT]
    assert chinese(chart.marks[-1].label) == "约1.1*"


def test_what_is_preliminary_has_a_sign_and_the_sign_a_note(tmp_path: Path) -> None:
    (chart,) = specs(tmp_path, "kind: bars, facts: [output, early], labels: {early: {zh: 今年, en: This year}}")
    signed = next(mark for mark in chart.marks if mark.status)
    assert chinese(signed.label) == "4600亿元*"
    assert english(chart.note) == "* preliminary"
    assert [mark.status for mark in chart.marks if mark is not signed] == [""]


def test_a_measure_that_says_its_unit_is_left_alone(tmp_path: Path) -> None:
    (chart,) = specs(
        tmp_path,
        "kind: line, data: trade.csv, x: date, y: paper, unit: 亿元, "
        "measure: {zh: 出口额（亿元）, en: 'Exports, RMB million'}",
        data={"data/trade.csv": TRADE},
    )
    assert chinese(chart.measure) == "出口额（亿元）"
    assert english(chart.measure) == "Exports, RMB million"


def test_facts_in_series_stand_together_under_their_times(tmp_path: Path) -> None:
    groups = "{name: {zh: 甲, en: A}, facts: [before, output]}, {name: {zh: 乙, en: B}, facts: [output, early]}"
    (chart,) = specs(tmp_path, f"kind: grouped, by: when, series: [{groups}]")
    assert [(chinese(mark.name), mark.series) for mark in chart.marks] == [
        ("2019年", 0),
        ("2019年", 1),
        ("2024年", 0),
        ("2024年", 1),
    ]


def test_columns_of_different_units_have_them_in_their_heads(tmp_path: Path) -> None:
    table = "town_zh,town_en,firms,rate\n东,East,12,3.5\n西,West,30,-1.2\n"
    columns = "{name: {zh: 企业, en: Firms}, y: firms, unit: 家}, {name: {zh: 增速, en: Growth}, y: rate, unit: '%'}"
    (chart,) = specs(
        tmp_path, f"kind: table-with-bars, data: t.csv, x: town, series: [{columns}]", data={"data/t.csv": table}
    )
    assert [chinese(head) for head in chart.series] == ["企业（家）", "增速（%）"]
    assert chart.unit is None
    assert [chinese(mark.name) for mark in chart.marks] == ["西", "西", "东", "东"]


def test_a_range_is_a_fact_or_two_columns(tmp_path: Path) -> None:
    table = "job_zh,job_en,from,to\n工,Worker,4.8,7.1\n"
    facts, columns = specs(
        tmp_path,
        "kind: range, facts: [pay]",
        "kind: range, data: t.csv, x: job, low: from, y: to, unit: 万元",
        data={"data/t.csv": table},
    )
    assert (facts.beside[0].value, facts.marks[0].value) == (Decimal(52000), Decimal(86000))
    assert (columns.beside[0].value, columns.marks[0].value) == (Decimal(48000), Decimal(71000))
    assert chinese(columns.marks[0].label) == "4.8～7.1"


def test_totals_are_named_by_fact_or_by_row(tmp_path: Path) -> None:
    table = "item_zh,item_en,amount\n年初,Start,5\n收入,Income,2\n年末,End,7\n"
    (chart,) = specs(
        tmp_path,
        "kind: waterfall, data: t.csv, x: item, y: amount, unit: 亿元, totals: [年初, End]",
        data={"data/t.csv": table},
    )
    assert [mark.role for mark in chart.marks] == [TOTAL, "", TOTAL]


def test_events_are_told_at_their_times_and_facts_with_their_figures(tmp_path: Path) -> None:
    table = "date,what_zh,what_en\n1998,开园,WordPackage\n2009-05,通车,Road opened\n"
    rows, facts = specs(
        tmp_path,
        "kind: timeline, data: t.csv, x: date, y: what",
        "kind: timeline, facts: [before, output]",
        data={"data/t.csv": table},
    )
    assert [(english(mark.label), english(mark.name)) for mark in rows.marks] == [
        ("1998", "WordPackage"),
        ("May 2009", "Road opened"),
    ]
    assert chinese(facts.marks[1].name) == "总产值，近4500亿元"


def test_a_workbook_gives_the_same_chart_as_its_csv(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("空")
    page = book.create_sheet("数")
    for row in (("date", "tea", "paper"), ("2024-01", 1.5, 0.9), ("2024-02", None, 0.8), ("2024-03", 1.7, "约1.1")):
        page.append(row)
    (tmp_path / "data").mkdir()
    book.save(tmp_path / "data" / "trade.xlsx")
    text = "".join(line.rsplit(",", 1)[0] + "\n" for line in TRADE.splitlines())
    fields = f"kind: line, x: date, unit: 亿元, {SERIES}"
    of_csv, of_xlsx = specs(
        tmp_path, f"data: trade.csv, {fields}", f"data: 'trade.xlsx#数', {fields}", data={"data/trade.csv": text}
    )
    assert of_csv == of_xlsx


def test_a_chart_too_high_for_a_page_is_told_by_check(tmp_path: Path) -> None:
    rows = "".join(f"{'很长的名称' * 12}{n},{'A very long name indeed ' * 7}{n},{n}\n" for n in range(38))
    section = GOOD["sections/one.yaml"] + (
        "- chart: {id: high, kind: bars, title: {zh: 甲, en: A}, data: t.csv, x: name, y: count, unit: 家}\n"
    )
    files = {**GOOD, "sections/one.yaml": section, "data/t.csv": "name_zh,name_en,count\n" + rows}
    (problem,) = check(read_briefing(write_files(tmp_path, files)))
    assert "too high for a page" in problem.message
    assert problem.severity is Severity.ERROR


def test_figures_without_room_are_told_by_check(tmp_path: Path) -> None:
    rows = "".join(f"甲{n},A{n},1,1,9000\n" for n in range(6))
    columns = ", ".join(f"{{name: {{zh: 列{c}, en: Col {c}}}, y: {c}}}" for c in "abc")
    section = GOOD["sections/one.yaml"] + (
        "- chart: {id: full, kind: stacked, title: {zh: 甲, en: A}, data: t.csv, x: name, unit: 家, "
        f"series: [{columns}]}}\n"
    )
    files = {**GOOD, "sections/one.yaml": section, "data/t.csv": "name_zh,name_en,a,b,c\n" + rows}
    (problem,) = check(read_briefing(write_files(tmp_path, files)))
    assert "12 of 18 figures find no room" in problem.message
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize("status", ["preliminry", "yes"])
def test_a_status_that_is_none_is_told(tmp_path: Path, status: str) -> None:
    section = GOOD["sections/one.yaml"] + (
        "- chart: {id: s, kind: step, title: {zh: 甲, en: A}, data: t.csv, x: date, y: zones, unit: 家}\n"
    )
    files = {**GOOD, "sections/one.yaml": section, "data/t.csv": f"date,zones,status\n1988,1,\n2008,54,{status}\n"}
    (problem,) = check(read_briefing(write_files(tmp_path, files)))
    assert f"'{status}' is no status" in problem.message
    assert (problem.place.line, problem.place.column) == (3, 9)


def test_checking_charts_loads_no_drawing_library() -> None:
    code = (
        "import sys; from pathlib import Path; from reportgen.checks import check;"
        "from reportgen.briefing_reader import read_briefing;"
        f"check(read_briefing(Path({str(CASES / 'charts')!r}))); print('matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


TOWNS = "town_zh,town_en,output,growth\n甲镇,A,120,3.1\n乙镇,B,80,-1.2\n丙镇,C,45,5.0\n丁镇,D,,2.0\n"
ALONG, UP = (
    "{name: {zh: 产值, en: Output}, y: output, unit: 亿元}",
    "{name: {zh: 增速, en: Growth}, y: growth, unit: '%'}",
)
TWO_AXES = f"series: [{ALONG}, {UP}]"


def test_each_axis_of_a_scatter_plot_has_its_unit_and_its_lines(tmp_path: Path) -> None:
    lines = "reference: [{at: 2, name: {zh: 目标, en: Target}}], upright: [{average: true}]"
    typed = f"kind: scatter, data: towns.csv, x: town, {TWO_AXES}, {lines}"
    (chart,) = specs(tmp_path, typed, data={"data/towns.csv": TOWNS})
    assert [chinese(name) for name in chart.series] == ["产值（亿元）", "增速（%）"]
    assert chart.unit is None
    assert [(guide.series, chinese(guide.label)) for guide in chart.guides] == [(1, "2%"), (0, "82亿元")]
    assert [(mark.role, chinese(mark.name)) for mark in chart.beside] == [("missing", "丁镇")]


def test_a_line_on_one_axis_in_the_unit_of_the_other_is_told(tmp_path: Path) -> None:
    line = "upright: [{at: 5%, name: {zh: 目标, en: Target}}]"
    typed = (
        f"- chart: {{id: c, title: {{zh: 甲, en: A}}, kind: scatter, data: towns.csv, x: town, {TWO_AXES}, {line}}}\n"
    )
    section = GOOD["sections/one.yaml"] + typed
    write_files(tmp_path, {**GOOD, "sections/one.yaml": section, "data/towns.csv": TOWNS})
    (told,) = (str(problem) for problem in check(read_briefing(tmp_path)) if problem.severity is Severity.ERROR)
    assert "'5%' is no figure here: it counts in percent, the chart in money in CNY" in told


def test_rows_of_a_map_are_named_in_either_language_in_one_column(tmp_path: Path) -> None:
    rows = "place,sales\n浙江,18.6\nJiangsu Province,9.4\n西藏,\n"
    typed = "kind: tile-map, data: sales.csv, x: place, y: sales, unit: 亿元, highlight: [Jiangsu]"
    (chart,) = specs(tmp_path, typed, data={"data/sales.csv": rows})
    assert [(chinese(mark.name), english(mark.name)) for mark in chart.marks] == [
        ("浙江", "Zhejiang"),
        ("江苏", "Jiangsu"),
    ]
    assert [mark.highlight for mark in chart.marks] == [False, True]


def test_the_column_of_names_is_itself_the_names_in_its_script(tmp_path: Path) -> None:
    rows = "地区,地区_en,sales\n苏州,Suzhou,18.6\n无锡,Wuxi,9.4\n"
    typed = "kind: bars, data: sales.csv, x: 地区, y: sales, unit: 亿元, highlight: [苏州]"
    (chart,) = specs(tmp_path, typed, data={"data/sales.csv": rows})
    assert [(chinese(mark.name), english(mark.name)) for mark in chart.marks] == [("苏州", "Suzhou"), ("无锡", "Wuxi")]


def test_a_row_of_a_map_that_is_no_place_is_told_at_its_cell_with_the_nearest(tmp_path: Path) -> None:
    typed = (
        "- chart: {id: c, title: {zh: 甲, en: A}, kind: tile-map, data: sales.csv, x: place, y: sales, unit: 亿元}\n"
    )
    section = GOOD["sections/one.yaml"] + typed
    write_files(tmp_path, {**GOOD, "sections/one.yaml": section, "data/sales.csv": "place,sales\nZhejang,18.6\n"})
    (told,) = (problem for problem in check(read_briefing(tmp_path)) if problem.severity is Severity.ERROR)
    assert told.code == "charts/place"
    assert str(told).endswith("(did you mean 'Zhejiang'?) [charts/place]")
    assert "data/sales.csv:2:1" in str(told)


def test_the_middle_of_a_heat_table_is_a_figure_in_its_unit_or_a_fact(tmp_path: Path) -> None:
    rows = "branch_zh,branch_en,q1,q2\n甲,A,49.1,50.4\n乙,B,51.2,50.0\n"
    columns = "series: [{name: {zh: 一季度, en: Q1}, y: q1}, {name: {zh: 二季度, en: Q2}, y: q2}]"
    typed = f"kind: heat-table, data: pmi.csv, x: branch, unit: '%', middle: 50, {columns}"
    (chart,) = specs(tmp_path, typed, data={"data/pmi.csv": rows})
    assert [(mark.role, mark.value) for mark in chart.beside] == [("middle", Decimal(50))]


def test_a_choice_of_a_kind_is_kept_and_another_refused(tmp_path: Path) -> None:
    rows = "item_zh,item_en,no,so,yes\n甲,A,20,30,50\n"
    columns = ", ".join(
        f"{{name: {{zh: {zh}, en: {en}}}, y: {en}}}" for zh, en in (("否", "no"), ("中", "so"), ("是", "yes"))
    )
    typed = f"kind: diverging-stack, data: poll.csv, x: item, unit: '%', series: [{columns}]"
    (chart,) = specs(tmp_path, f"{typed}, neutral: apart", data={"data/poll.csv": rows})
    assert chart.option("neutral") == "apart"
    block = f"- chart: {{id: d, title: {{zh: 甲, en: A}}, {typed}, neutral: away}}\n"
    files = {**GOOD, "sections/one.yaml": GOOD["sections/one.yaml"] + block, "data/poll.csv": rows}
    write_files(tmp_path / "two", files)
    with pytest.raises(ContentError, match="split"):
        read_briefing(tmp_path / "two")
