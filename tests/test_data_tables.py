"""Tables of data: rows are chosen, grouped and summed, and every figure is said in both languages from one cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from reportgen.blocks.data_table.block import DataTableBlock
from reportgen.blocks.table import TableBlock
from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.compose import compose
from reportgen.document import Table
from reportgen.outline import outline
from reportgen.problems import ContentError, Problem
from tests.content import write_content

TOWNS = """\
name_zh,name_en,part,output,growth,people
甲,A,东,120.55,7.1,10
乙,B,东,80.25,-3.0,30
丙,C,西,45.5,2.2,20
丁,D,西,9.85,5.0,5
"""
NAME = "{column: name, title: {zh: 镇, en: Town}}"
OUTPUT = "{column: output, title: {zh: 产值, en: Output}, unit: 亿元}"
GROWTH = '{column: growth, title: {zh: 增速, en: Growth}, unit: "%"}'
PEOPLE = "{column: people, title: {zh: 人口, en: Residents}, unit: 万人}"
PARTS = "names: {东: {zh: 东部, en: East}, 西: {zh: 西部, en: West}}, "
HEAD = 'title: {zh: 一, en: One}\nblocks:\n- text: {zh: "{output}，{growth}。", en: "{output}, {growth}."}\n'


def content(folder: Path, columns: str, rows: str = "", *, more: str = "", data: str = TOWNS) -> Path:
    """A folder with one table of the file t.csv."""
    chosen = f", rows: {{{rows}}}" if rows else ""
    table = f"- table: {{id: t, title: {{zh: 表, en: Table}}, data: t.csv, {more}columns: [{columns}]{chosen}}}\n"
    return write_content(folder, sections__one=HEAD + table, data__t=data)


def problems(folder: Path) -> tuple[Problem, ...]:
    try:
        return check(read_briefing(folder))
    except ContentError as error:
        return error.problems


def told(folder: Path, language: str) -> list[str]:
    """The lines of the table and its notes, as the outline tells them."""
    briefing = read_briefing(folder)
    assert check(briefing) == ()
    lines = outline(compose(briefing, language)).replace("\u00a0", " ").splitlines()
    start = next(index for index, line in enumerate(lines) if line in ("表1 表", "Table 1 Table"))
    return lines[start + 1 :]


def table_of(folder: Path, edition: str = "zh") -> Table:
    return next(one for one in compose(read_briefing(folder), edition).elements if isinstance(one, Table))


def test_both_languages_round_one_cell_at_the_same_digit(tmp_path: Path) -> None:
    folder = content(tmp_path, f"{NAME}, {OUTPUT.replace('亿元', '亿元, decimals: 1')}")
    assert told(folder, "zh")[:3] == ["镇 | 产值 亿元", "甲 | 120.6", "乙 | 80.3"]
    assert told(folder, "en")[:3] == ["Town | Output RMB billion", "A | 12.06", "B | 8.03"]


def test_without_decimals_figures_have_as_many_as_the_source(tmp_path: Path) -> None:
    folder = content(tmp_path, f"{NAME}, {OUTPUT}")
    assert told(folder, "zh")[1:5] == ["甲 | 120.55", "乙 | 80.25", "丙 | 45.50", "丁 | 9.85"]


def test_the_largest_stand_first_and_the_others_are_their_exact_sum(tmp_path: Path) -> None:
    rows = "sort: output, top: 2, others: {zh: 其他, en: Others}, total: true"
    folder = content(tmp_path, f"{NAME}, {OUTPUT}, {GROWTH}", rows)
    assert told(folder, "zh")[1:5] == [
        "甲 | 120.55 | 7.1",
        "乙 | 80.25 | −3.0",
        "其他 | 55.35 | —",
        "合计 | 256.15 | —",
    ]
    assert "其他、合计由原始数据加总" in told(folder, "zh")[5]


def test_times_are_sorted_from_early_to_late_and_said_in_each_language(tmp_path: Path) -> None:
    data = "month,output\n2025-09,3\n2025-07,1\n2024-12,2\n"
    columns = f"{{column: month, title: {{zh: 月, en: Month}}}}, {OUTPUT}"
    folder = content(tmp_path, columns, 'sort: month, filter: {month: ">= 2025-01"}', data=data)
    assert told(folder, "zh")[1:3] == ["2025年7月 | 1", "2025年9月 | 3"]
    assert told(folder, "en")[1:3] == ["July 2025 | 100", "September 2025 | 300"]


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        ("part: 东", "甲乙"),
        ("name: A", "甲"),
        ("name: [甲, D]", "甲丁"),
        ('output: "> 45.5"', "甲乙"),
        ('output: ">= 45.50"', "甲乙丙"),
        ('output: ["> 10", "< 100"]', "乙丙"),
        ('name: "!= 甲"', "乙丙丁"),
        ("growth: 5", "丁"),
        ('part: 西, growth: "< 3"', "丙"),
    ],
)
def test_a_filter_leaves_what_all_its_conditions_hold_of(condition: str, left: str, tmp_path: Path) -> None:
    folder = content(tmp_path, f"{NAME}, {OUTPUT}, {GROWTH}", f"filter: {{{condition}}}")
    assert "".join(line[0] for line in told(folder, "zh")[1 : len(left) + 2]).strip() == left


def test_groups_stand_in_the_order_of_the_data_under_their_names_with_sums(tmp_path: Path) -> None:
    rows = "sort: people, group: part, subtotals: {zh: 小计, en: Subtotal}, total: true"
    folder = content(tmp_path, f"{NAME}, {PEOPLE}", rows, more=PARTS)
    lines = ["东部 | ", "乙 | 30", "甲 | 10", "小计 | 40", "西部 | ", "丙 | 20", "丁 | 5", "小计 | 25", "合计 | 65"]
    assert told(folder, "zh")[1:10] == lines
    table = table_of(folder)
    assert (table.heads, table.subtotals, table.totals) == ({0, 4}, {3, 7}, {8})


def test_sums_may_stand_on_the_line_of_their_group(tmp_path: Path) -> None:
    folder = content(tmp_path, f"{NAME}, {PEOPLE}", "group: part, subtotals: true", more=PARTS)
    assert told(folder, "zh")[1:4] == ["东部 | 40", "甲 | 10", "乙 | 30"]


def test_growth_is_not_summed_unless_said_how(tmp_path: Path) -> None:
    weighted = GROWTH.replace('"%"', '"%", total: weighted by people')
    folder = content(tmp_path, f"{NAME}, {GROWTH}, {PEOPLE}", "total: true")
    assert told(folder, "zh")[5] == "合计 | — | 65"
    folder = content(tmp_path / "weighted", f"{NAME}, {weighted}, {PEOPLE}", "total: true")
    assert told(folder, "zh")[5] == "合计 | 0.8 | 65"  # (71 - 90 + 44 + 25) / 65 = 0.77
    assert "增速按人口加权平均。" in told(folder, "zh")[6]


def test_a_sum_with_an_unknown_part_is_not_known(tmp_path: Path) -> None:
    data = TOWNS.replace("45.5,", ",")
    folder = content(tmp_path, f"{NAME}, {OUTPUT}", "total: true", data=data)
    assert told(folder, "en")[3] == "C | …"
    assert told(folder, "en")[5] == "Total | …"
    assert "… not available." in told(folder, "en")[6]


def test_a_dash_counts_as_nothing_in_a_sum(tmp_path: Path) -> None:
    folder = content(tmp_path, f"{NAME}, {OUTPUT}", "total: true", data=TOWNS.replace("45.5,", "-,"))
    assert told(folder, "zh")[3] == "丙 | —"
    assert told(folder, "zh")[5] == "合计 | 210.65"


def test_a_total_of_the_data_that_its_rows_deny_is_told_by_its_cell(tmp_path: Path) -> None:
    data = TOWNS + "全市,All,,256.15,5.0,70\n"
    folder = content(tmp_path, f"{NAME}, {OUTPUT}, {PEOPLE}", "total: 全市", data=data)
    (problem,) = problems(folder)
    assert (problem.code, problem.place.line, problem.place.column) == ("tables/sum", 6, 20)
    assert problem.message == "the total 70万人 is not the sum of its 4 rows, 65万人"
    assert [one.value for one in problem.evidence] == ["10", "30", "20", "5"]


def test_a_total_of_the_data_may_miss_its_rows_by_rounding_alone(tmp_path: Path) -> None:
    data = TOWNS + "全市,All,,256.17,5.0,65\n"
    folder = content(tmp_path, f"{NAME}, {OUTPUT}", "total: 全市", data=data)
    assert told(folder, "zh")[5] == "全市 | 256.17"
    assert "四舍五入" in told(folder, "zh")[6]


def test_a_subtotal_of_the_data_is_held_against_its_group(tmp_path: Path) -> None:
    data = TOWNS + "小计,Subtotal,东,,,45\n小计,Subtotal,西,,,25\n"
    folder = content(tmp_path, f"{NAME}, {PEOPLE}", "group: part, subtotals: 小计", more=PARTS, data=data)
    (problem,) = problems(folder)
    assert (problem.code, problem.place.line) == ("tables/sum", 6)


def test_printed_parts_that_miss_their_printed_sum_are_explained(tmp_path: Path) -> None:
    data = "name_zh,name_en,output\n甲,A,1.4\n乙,B,1.4\n"
    column = OUTPUT.replace("亿元", "亿元, decimals: 0")
    folder = content(tmp_path, f"{NAME}, {column}", "total: true", data=data)
    assert told(folder, "zh")[1:4] == ["甲 | 1", "乙 | 1", "合计 | 3"]
    assert "四舍五入" in told(folder, "zh")[4]


def test_what_is_not_final_carries_its_sign_into_sums(tmp_path: Path) -> None:
    data = "name_zh,name_en,output,people,people_status\n甲,A,1,2,estimate\n乙,B,3,4,\n"
    folder = content(tmp_path, f"{NAME}, {OUTPUT}, {PEOPLE}", "total: true", data=data)
    assert told(folder, "zh")[1:4] == ["甲 | 1 | 2†", "乙 | 3 | 4", "合计 | 4 | 6†"]
    assert "† 估计数。" in told(folder, "zh")[4]


def test_names_come_from_columns_then_from_the_table_then_from_terms(tmp_path: Path) -> None:
    data = "town,part,people\n甲,东,1\n乙,2024,2\n"
    columns = f"{{column: town, title: {{zh: 镇, en: Town}}}}, {{column: part, title: {{zh: 片, en: Part}}}}, {PEOPLE}"
    more = "names: {甲: {zh: 甲, en: Alpha}, 乙: {zh: 乙, en: Beta}}, "
    folder = content(tmp_path, columns, more=more, data=data)
    (folder / "terms.yaml").write_text("terms: [{zh: 东, en: East}]\nnames: [DFM-2]\n", encoding="utf-8")
    assert told(folder, "en")[1:3] == ["Alpha | East | 10,000", "Beta | 2024 | 20,000"]


def test_a_name_without_a_counterpart_is_told_by_its_cell(tmp_path: Path) -> None:
    folder = content(tmp_path, f"{{column: part, title: {{zh: 片, en: Part}}}}, {PEOPLE}")
    told_of = problems(folder)
    assert {problem.code for problem in told_of} == {"tables/name"}
    assert (told_of[0].place.line, told_of[0].place.column) == (2, 5)
    assert "'东' has no English name" in told_of[0].message


def test_text_in_a_column_of_figures_is_told_by_cell_and_not_more_than_ten_times(tmp_path: Path) -> None:
    data = "name_zh,name_en,people\n" + "".join(f"甲{n},A{n},many\n" for n in range(30))
    found = problems(content(tmp_path, f"{NAME}, {PEOPLE}", data=data))
    assert [problem.code for problem in found] == ["tables/cell"] * 10
    assert (found[0].place.line, found[0].place.column) == (2, 7)


def test_a_column_tells_what_it_holds_where_its_cells_do_not(tmp_path: Path) -> None:
    column = "{column: people, title: {zh: 编号, en: Code}, holds: words}"
    folder = content(tmp_path, f"{NAME}, {column}", data="name_zh,name_en,people\n甲,A,0178\n")
    assert told(folder, "en")[1] == "A | 0178"


def test_sparklines_stand_in_cells_and_are_told_in_words(tmp_path: Path) -> None:
    data = "name_zh,name_en,2022,2023,2024\n甲,A,1,,3\n乙,B,,,\n"
    spark = '{spark: {columns: [2022, 2023, 2024], unit: "%"}, title: {zh: 走势, en: Course}}'
    folder = content(tmp_path, f"{NAME}, {spark}", data=data)
    assert told(folder, "en")[1:3] == ["A | (A: From 1 (2022) to 3 (2024), rising throughout.)", "B | …"]


def test_the_table_tells_a_check_every_figure_and_its_cell(tmp_path: Path) -> None:
    briefing = read_briefing(content(tmp_path, f"{NAME}, {OUTPUT}", "total: true"))
    block = briefing.sections[0].blocks[1]
    assert isinstance(block, DataTableBlock)
    figures = list(block.figures(briefing))
    assert [str(figure.cell) for figure in figures] == ["120.55", "80.25", "45.5", "9.85"]  # sums stand in no cell
    assert figures[0].cell is not None
    assert figures[0].cell.place.line == 2


def test_charts_choose_rows_in_the_same_words(tmp_path: Path) -> None:
    rows = "{filter: {part: [东, 西]}, sort: people, top: 2, others: {zh: 其他, en: Others}}"
    chart = (
        "- chart: {id: c, kind: bars, title: {zh: 图, en: Chart}, data: t.csv, x: name, y: people, unit: 万人, "
        f"rows: {rows}}}\n"
    )
    folder = write_content(tmp_path, sections__one=HEAD + chart, data__t=TOWNS)
    briefing = read_briefing(folder)
    assert check(briefing) == ()
    lines = outline(compose(briefing, "zh")).splitlines()
    assert [line for line in lines if "(exact)" in line] == [
        "  乙: 30 (exact)",
        "  丙: 20 (exact)",
        "  其他: 15 (exact)",
    ]


# ---- typed tables ------------------------------------------------------------------------------


def typed(folder: Path, columns: str, rows: str) -> Path:
    table = f"- table: {{id: t, title: {{zh: 表, en: Table}}, columns: [{columns}], rows: [{rows}]}}\n"
    return write_content(folder, sections__one=HEAD + table)


def test_a_cell_with_a_unit_is_a_figure_in_both_languages(tmp_path: Path) -> None:
    folder = typed(
        tmp_path, "{zh: 项, en: Item}, {zh: 数, en: Value}", "[{zh: 甲, en: A}, 2486.3亿元], [{zh: 乙, en: B}, 30家]"
    )
    assert told(folder, "zh")[1:3] == ["甲 | 2486.3亿元", "乙 | 30"]
    assert told(folder, "en")[1:3] == ["A | RMB 248.63 billion", "B | 30"]
    assert table_of(folder).columns[1].align == "right"


def test_a_bare_number_under_a_unit_is_a_figure_of_it(tmp_path: Path) -> None:
    columns = "{zh: 项, en: Item}, {title: {zh: 数, en: Value}, unit: 亿元, decimals: 1}"
    folder = typed(tmp_path, columns, "[{zh: 甲, en: A}, 12.35], [{zh: 乙, en: B}, 8亿元]")
    assert told(folder, "zh")[:3] == ["项 | 数 亿元", "甲 | 12.4", "乙 | 8.0"]
    assert told(folder, "en")[:3] == ["Item | Value RMB billion", "A | 1.24", "B | 0.80"]


def test_typed_totals_are_held_against_typed_parts(tmp_path: Path) -> None:
    rows = "[{zh: 甲, en: A}, 3家], [{zh: 乙, en: B}, 4家], {cells: [{zh: 合计, en: Total}, 8家], total: true}"
    (problem,) = problems(typed(tmp_path, "{zh: 项, en: Item}, {zh: 数, en: Value}", rows))
    assert problem.code == "tables/sum"
    assert "7家" in problem.message


def test_a_typed_table_tells_a_check_its_literal_figures(tmp_path: Path) -> None:
    briefing = read_briefing(typed(tmp_path, "{zh: 数, en: Value}", "[2486.3亿元]"))
    block = briefing.sections[0].blocks[1]
    assert isinstance(block, TableBlock)
    assert [str(cell) for cell, _ in block.literals(briefing)] == ["2486.3亿元"]


def test_words_in_one_language_are_no_figure(tmp_path: Path) -> None:
    (problem,) = problems(typed(tmp_path, "{zh: 数, en: Value}", "[第十二街区3号楼附近]"))
    assert problem.code == "texts/one-language"


# ---- families of facts -------------------------------------------------------------------------

FAMILY = """\
growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}
output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}
towns:
  from: t.csv
  key: name_en
  columns:
    output: {unit: 亿元, what: {zh: 产值, en: output}}
    people: {unit: 万人, what: {zh: 人口, en: residents}}
  when: 2024
  source: paper
"""


def test_the_facts_of_a_family_are_rows_under_the_words_of_their_columns(tmp_path: Path) -> None:
    table = (
        "- table: {id: t, title: {zh: 表, en: Table}, facts: towns, rows: {sort: people, top: 2, total: true}, "
        f"columns: [{NAME}, {{column: output, decimals: 1}}, {{column: people}}]}}\n"
    )
    folder = write_content(tmp_path, facts=FAMILY, sections__one=HEAD + table, data__t=TOWNS)
    assert told(folder, "zh")[:4] == [
        "镇 | 产值 亿元 | 人口 万人",
        "乙 | 80.3{towns.B.output} | 30{towns.B.people}",
        "丙 | 45.5{towns.C.output} | 20{towns.C.people}",
        "合计 | 256.2 | 65",
    ]
    assert told(folder, "en")[0] == "Town | Output RMB billion | Residents people"


def test_an_unknown_family_is_told_with_the_nearest(tmp_path: Path) -> None:
    table = "- table: {id: t, title: {zh: 表, en: Table}, facts: town, columns: [{column: output}]}\n"
    words = '- text: {zh: "{towns.A.output}。", en: "{towns.A.output}."}\n'
    (problem,) = problems(write_content(tmp_path, facts=FAMILY, sections__one=HEAD + table + words, data__t=TOWNS))
    assert (problem.code, "'towns'" in problem.hint) == ("tables/family", True)


def test_a_comparison_in_another_unit_is_refused(tmp_path: Path) -> None:
    table = (
        "- table: {id: t, title: {zh: 表, en: Table}, facts: towns, columns: [{column: output}], "
        'rows: {filter: {output: "> 50"}}}\n'
    )
    (problem,) = problems(write_content(tmp_path, facts=FAMILY, sections__one=HEAD + table, data__t=TOWNS))
    assert problem.code == "rows/condition"


def test_a_cell_that_shows_another_unit_than_its_column_is_told(tmp_path: Path) -> None:
    (problem,) = problems(content(tmp_path, f"{NAME}, {OUTPUT}", data=TOWNS.replace("45.5,", "45万吨,")))
    assert (problem.code, problem.place.line) == ("cells/unit", 4)


def test_a_head_that_tells_another_unit_than_its_column_is_told(tmp_path: Path) -> None:
    data = "name_zh,name_en,output（万元）\n甲,A,3\n"
    column = "{column: output（万元）, title: {zh: 产值, en: Output}, unit: 亿元}"
    (problem,) = problems(content(tmp_path, f"{NAME}, {column}", data=data))
    assert problem.code == "cells/unit"


# ---- workbooks ---------------------------------------------------------------------------------


def sheet(folder: Path, rows: list[list[object]], formats: dict[str, str], columns: str, chosen: str = "") -> Path:
    """A folder with one table of the sheet 城镇 of a workbook."""
    book = openpyxl.Workbook()
    page: Any = book.create_sheet("城镇")
    for row in rows:
        page.append(row)
    for address, code in formats.items():
        page[address].number_format = code
    table = (
        "- table: {id: t, title: {zh: 表, en: Table}, data: 'towns.xlsx#城镇', "
        f"columns: [{columns}], rows: {{{chosen}}}}}\n"
    )
    made = write_content(folder, sections__one=HEAD + table)
    book.save(made / "data/towns.xlsx")
    return made


def test_cells_of_a_sheet_count_as_they_are_shown_and_sums_as_they_are_stored(tmp_path: Path) -> None:
    rows: list[list[object]] = [["name_zh", "name_en", "output"], ["甲", "A", 10 / 3], ["乙", "B", 10 / 3]]
    folder = sheet(tmp_path, rows, {"C2": "0.0", "C3": "0.0"}, f"{NAME}, {OUTPUT}", "total: true")
    assert told(folder, "zh")[1:4] == ["甲 | 3.3", "乙 | 3.3", "合计 | 6.7"]
    assert "四舍五入" in told(folder, "zh")[4]


def test_an_error_value_is_told_by_sheet_and_cell(tmp_path: Path) -> None:
    rows: list[list[object]] = [["name_zh", "name_en", "output"], ["甲", "A", 3], ["乙", "B", "#DIV/0!"]]
    folder = sheet(tmp_path, rows, {}, f"{NAME}, {OUTPUT}")
    (problem,) = problems(folder)
    assert str(problem.place).endswith("towns.xlsx#城镇!C3")


def test_a_unit_in_the_number_format_that_is_not_the_columns_is_told(tmp_path: Path) -> None:
    rows: list[list[object]] = [["name_zh", "name_en", "output"], ["甲", "A", 12]]
    folder = sheet(tmp_path, rows, {"C2": '0"万元"'}, f"{NAME}, {OUTPUT}")
    (problem,) = problems(folder)
    assert (problem.code, str(problem.place).endswith("!C2")) == ("cells/unit", True)
