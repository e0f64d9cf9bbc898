"""Every kind of workbook that was once read wrong in silence, or refused though right."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

from reportgen.content.data.csv_table import MOST_ROWS
from reportgen.content.data.date_format import date_as_shown
from reportgen.content.data.format_code import BUILT_IN
from reportgen.content.data.table import DataCell
from tests.raw_workbook import named, opened, problem_of, raw_workbook, table_of

HEADS = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="B1" t="inlineStr"><is><t>y</t></is></c></row>'


def workbook(folder: Path, *rows: tuple[object, ...]) -> tuple[Path, Any, Any]:
    """Where a workbook will stand, the book, and its sheet `出口` with some rows."""
    book: Any = openpyxl.Workbook()
    page: Any = book.active
    page.title = "出口"
    for row in rows:
        page.append(row)
    return folder / "trade.xlsx", book, page


def shown(folder: Path, value: object, code: str) -> DataCell:
    path, book, page = workbook(folder, ("y",), (value,))
    page["A2"].number_format = code
    book.save(path)
    return table_of(path).rows[0]["y"]


# ---- cells as they are shown -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "code", "text", "exact"),
    [
        (1 / 7, "0.0%", "14.3%", "0.142857142857143"),
        (10 / 7, "0.0", "1.4", "1.42857142857143"),
        (123456, "0.0,", "123.5", "123456"),
        (123456, "0!.0,", "12.3", "123456"),
        (12, '0"万元"', "12万元", "12"),
        (30, '"约"0', "约30", "30"),
        (7.1, '"同比增长"0.0"%"', "同比增长7.1%", "7.1"),
        (7.1, "0.0‰", "7.1‰", "7.1"),
        (-3.2, '[<0]"下降"0.0"%";"增长"0.0"%"', "下降3.2%", "-3.2"),
        (-1234, "#,##0_);(#,##0)", "-1,234", "-1234"),
        (2.5, "+0.0;-0.0", "2.5", "2.5"),
        (0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "0", "0"),
        (1234567, "0.00E+00", "1230000", "1234567"),
        (0.5, "#.0", "0.5", "0.5"),
        (date(2025, 9, 1), 'yyyy"年"m"月"', "2025-09", ""),
        (2024, '0"年"', "2024年", "2024"),
        ("2024", '@"年"', "2024年", ""),
    ],
)
def test_a_cell_is_what_its_reader_sees(tmp_path: Path, value: object, code: str, text: str, exact: str) -> None:
    cell = shown(tmp_path, value, code)
    assert (cell, cell.exact, cell.fault) == (text, exact, None)
    assert (cell.sheet, cell.address, str(cell.place)) == ("出口", "A2", "trade.xlsx#出口!A2")


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        ("#DIV/0!", "General", "error #DIV/0!"),
        (0.333, "# ?/?", "number format # ?/?"),
        (12, "[DBNum1]General", "number format [DBNum1]General"),
        (1.5, "[h]:mm", "number format [h]:mm"),
        (-5, "yyyy-mm-dd", "number format"),
    ],
)
def test_what_can_be_no_figure_says_so_and_reads_as_none(tmp_path: Path, value: object, code: str, words: str) -> None:
    cell = shown(tmp_path, value, code)
    assert cell.fault is not None
    assert words in cell.fault.message
    assert str(cell.fault.place) == "trade.xlsx#出口!A2"
    assert not str(cell).replace(".", "").isdigit()


CHINESE_DATES = {  # ECMA-376 part 1, 18.8.30, the table of zh-cn: what Excel shows of 2025-09-01, 13:30
    **dict.fromkeys((27, 36, 50, 52, 57), ("2025-09", "2025年9月")),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), ("2025-09-01", "9月1日")),
    30: ("2025-09-01", ""),  # 9-1-25, which says in no order what is which
    31: ("2025-09-01", "2025年9月1日"),
    **dict.fromkeys((32, 33, 34, 35, 55, 56), ("13:30:00", "")),  # clock times, 34, 35, 55 and 56 with 上午 or 下午
}


@pytest.mark.parametrize("number", [*range(27, 37), *range(50, 59)])
def test_the_built_in_dates_of_a_chinese_excel_are_dates_and_clock_times(tmp_path: Path, number: int) -> None:
    text, words = CHINESE_DATES[number]
    row = '<row r="2"><c r="A2" s="1"><v>45901.5625</v></c><c r="B2"><v>1</v></c></row>'
    cell = table_of(raw_workbook(tmp_path / "t.xlsx", HEADS, row, formats=[number])).rows[0]["x"]
    assert (str(cell), cell.fault) == (text, None)
    code = BUILT_IN[number]
    assert (date_as_shown(datetime(2025, 9, 1, 13, 30), code) if words else "") == words


def test_dates_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    row = '<row r="2"><c r="A2" s="1"><v>44439</v></c></row>'
    book = '<workbookPr date1904="1"/>'
    path = raw_workbook(tmp_path / "t.xlsx", HEADS, row, formats=[14], book=book)
    assert table_of(path).rows[0]["x"] == "2025-09-01"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<r><t>30</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r>", "30"),
        ("<r><t>茶叶</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2)</t></r>", "茶叶"),
        ("<r><t>Tea</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>a</t></r>", "Tea"),
        ("<r><t>7.1%</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>*</t></r>", "7.1%"),
        ("<r><t>12 km</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r>", "12 km²"),
        ("<r><t>1.2×10</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>9</t></r>", "1.2×10⁹"),
        ("<r><t>CO</t></r><r><rPr><vertAlign val='subscript'/></rPr><t>2</t></r>", "CO2"),
        ("<r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r><r><t> 初步数</t></r>", "¹ 初步数"),
        ("<t>出</t><rPh sb='0' eb='1'><t>chū</t></rPh>", "出"),
        ("<t>a_x000D_\nb</t>", "a\nb"),
        ("<t>30_x000D_\n</t>", "30"),
    ],
)
@pytest.mark.parametrize("inline", [False, True])
def test_a_raised_note_mark_is_no_digit(tmp_path: Path, runs: str, text: str, inline: bool) -> None:
    cell = f'<c r="A2" t="inlineStr"><is>{runs}</is></c>' if inline else '<c r="A2" t="s"><v>0</v></c>'
    path = raw_workbook(tmp_path / "t.xlsx", HEADS, f'<row r="2">{cell}</row>', shared=[runs])
    assert table_of(path).rows[0]["x"] == text


def test_what_is_struck_through_joins_nothing(tmp_path: Path) -> None:
    runs = "<r><rPr><strike/></rPr><t>30</t></r><r><t>32</t></r>"
    path = raw_workbook(tmp_path / "t.xlsx", HEADS, '<row r="2"><c r="A2" t="s"><v>0</v></c></row>', shared=[runs])
    cell = table_of(path).rows[0]["x"]
    assert cell.fault is not None
    assert "struck through" in cell.fault.message


# ---- what a file leaves out --------------------------------------------------------------------


def test_rows_beyond_the_stored_dimension_are_read(tmp_path: Path) -> None:
    rows = (f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n}</v></c></row>' for n in range(2, 9))
    path = raw_workbook(tmp_path / "t.xlsx", HEADS, *rows, before='<dimension ref="A1:A3"/>')
    table = table_of(path)
    assert table.columns == ("x", "y")
    assert [row["y"] for row in table.rows] == [str(n) for n in range(2, 9)]


def test_rows_and_cells_may_leave_out_where_they_stand(tmp_path: Path) -> None:
    cells = '<row><c t="str"><v>x</v></c><c t="str"><v>y</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>'
    table = table_of(raw_workbook(tmp_path / "t.xlsx", cells))
    assert [(str(row["x"]), str(row["y"]), row["y"].address) for row in table.rows] == [("1", "2", "B2")]


def test_a_formula_whose_result_is_an_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    row = '<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>IF(A2&gt;0,"","x")</f><v></v></c></row>'
    cell = table_of(raw_workbook(tmp_path / "t.xlsx", HEADS, row)).rows[0]["y"]
    assert (cell, cell.fault) == ("", None)


def test_a_formula_that_no_program_worked_out_is_no_nought(tmp_path: Path) -> None:
    path = tmp_path / "trade.xlsx"
    book: Any = xlsxwriter.Workbook(path)
    page = book.add_worksheet("S")
    page.write_row(0, 0, ["x", "y"])
    page.write_number(1, 0, 3)
    page.write_formula(1, 1, "=A2*2")
    book.close()
    cell = table_of(path).rows[0]["y"]
    assert cell.fault is not None
    assert "never worked out" in cell.fault.message


def test_parts_are_found_whatever_their_case_and_slashes(tmp_path: Path) -> None:
    import zipfile

    whole = raw_workbook(
        tmp_path / "a.xlsx", HEADS, '<row r="2"><c r="A2" t="s"><v>0</v></c></row>', shared=["<t>z</t>"]
    )
    with zipfile.ZipFile(whole) as archive, zipfile.ZipFile(tmp_path / "b.xlsx", "w") as other:
        for name in archive.namelist():
            other.writestr(name.replace("/", "\\").replace("sharedStrings", "SharedStrings"), archive.read(name))
    assert table_of(tmp_path / "b.xlsx").rows[0]["x"] == "z"


# ---- what is hidden and merged -----------------------------------------------------------------


def test_the_first_sheet_is_the_first_that_is_seen(tmp_path: Path) -> None:
    path, book, page = workbook(tmp_path, ("y",), (1,))
    book.create_sheet("进口").append(("y",))
    book["进口"].append((2,))
    page.sheet_state = "hidden"
    book.active = 1
    book.save(path)
    assert table_of(path).rows[0]["y"] == "2"
    assert table_of(path).sheet == "进口"
    assert table_of(path, "出口").rows[0]["y"] == "1"


def test_hidden_rows_are_left_out_and_told_where_they_are_named(tmp_path: Path) -> None:
    path, book, page = workbook(tmp_path, ("x", "y"), ("a", 1), ("b", 2), ("c", 3))
    page.row_dimensions[3].hidden = True
    book.save(path)
    table, (problem,) = opened(path).table(named("出口"), "出口")
    assert table is not None
    assert [str(row["x"]) for row in table.rows] == ["a", "c"]
    assert [str(row["x"]) for row in table.hidden] == ["b"]
    assert (problem.code, str(problem.severity), str(problem.place)) == (
        "workbooks/hidden",
        "warning",
        "facts.yaml:3:7",
    )
    assert problem.message == "1 row of the sheet '出口' is hidden or filtered out and is left out: 3"


def test_a_hidden_column_is_no_column_of_the_table_and_stays_in_its_rows(tmp_path: Path) -> None:
    path, book, page = workbook(tmp_path, ("x", "code", "y"), ("a", "A1", 1))
    page.column_dimensions["B"].hidden = True
    book.save(path)
    table = table_of(path)
    assert table.columns == ("x", "y")
    assert table.rows[0]["code"] == "A1"


def test_a_head_over_heads_is_told_with_the_area_to_name(tmp_path: Path) -> None:
    path, book, page = workbook(
        tmp_path, ("月份", "出口", None, "进口"), (None, "茶叶", "纸业", "茶叶"), ("2025-01", 1, 2, 3)
    )
    page.merge_cells("A1:A2")
    page.merge_cells("B1:C1")
    book.save(path)
    problem = problem_of(path)
    assert (problem.code, str(problem.place)) == ("workbooks/merged-head", "trade.xlsx#出口!A1")
    assert "A1:A2" in problem.message
    assert "#出口!A2:D3" in problem.hint


def test_a_head_merged_down_into_the_row_of_heads_is_its_columns_and_a_title_hints_at_that_row(tmp_path: Path) -> None:
    path, book, page = workbook(
        tmp_path, ("床位情况",), ("地区", "床位", None), (None, "数量\n（万张）", "Growth\n(%)"), ("江苏", 57, 3)
    )
    page.merge_cells("A1:C1")
    page.merge_cells("A2:A3")
    page.merge_cells("B2:C2")
    book.save(path)
    assert "#出口!A3:C4" in problem_of(path).hint
    table = table_of(path, "出口!A3:C4")
    assert table.columns == ("地区", "数量（万张）", "Growth (%)")
    assert str(table.rows[0]["地区"]) == "江苏"


def test_a_title_over_the_table_is_told_and_the_area_below_it_is_read(tmp_path: Path) -> None:
    path, book, page = workbook(tmp_path, ("各市出口",), ("x", "y"), ("a", 1))
    page.merge_cells("A1:B1")
    book.save(path)
    assert problem_of(path).code == "workbooks/merged-head"
    assert [dict(row) for row in table_of(path, "出口!A2:B3").rows] == [{"x": "a", "y": "1"}]


def test_a_text_that_is_merged_over_rows_stands_in_each_and_a_figure_in_one(tmp_path: Path) -> None:
    path, book, page = workbook(tmp_path, ("region", "city", "sum"), ("华东", "苏州", 5), (None, "无锡", None))
    page.merge_cells("A2:A3")
    page.merge_cells("C2:C3")
    book.save(path)
    assert [[str(cell) for cell in row.values()] for row in table_of(path).rows] == [
        ["华东", "苏州", "5"],
        ["华东", "无锡", ""],
    ]


# ---- names and areas ---------------------------------------------------------------------------


def names(folder: Path) -> Path:
    """A workbook with a defined name of an area, one of a cell, one of a formula, and a table with a row of totals."""
    path, book, page = workbook(folder, ("x", "y"), ("a", 1), ("b", 2), ("sum", 3))
    book.defined_names.add(DefinedName("GDP_2025", attr_text="'出口'!$A$1:$B$3"))
    book.defined_names.add(DefinedName("rate", attr_text="出口!$B$3"))
    book.defined_names.add(DefinedName("reckoned", attr_text="SUM(出口!$B$2:$B$3)"))
    page.add_table(Table(displayName="Exports", ref="A1:B4", totalsRowCount=1))
    book.save(path)
    return path


@pytest.mark.parametrize(
    "wanted", ["GDP_2025", "gdp_2025", "出口!GDP_2025", "Exports", "出口!$A$1:$B$3", "A1:B3", "出口!1:3"]
)
def test_an_area_is_found_by_address_by_name_and_as_a_table(tmp_path: Path, wanted: str) -> None:
    assert [str(row["x"]) for row in table_of(names(tmp_path), wanted).rows] == ["a", "b"]


@pytest.mark.parametrize("wanted", ["出口!B3", "'出口'!$B$3", "rate", "B3", "出口!rate"])
def test_a_cell_is_found_by_address_and_by_name(tmp_path: Path, wanted: str) -> None:
    cell = opened(names(tmp_path)).cell(named(wanted), wanted)
    assert isinstance(cell, DataCell)
    assert (cell, cell.address) == ("2", "B3")


@pytest.mark.parametrize(
    ("wanted", "code", "words"),
    [
        ("reckoned", "workbooks/no-area", "SUM"),
        ("进口", "workbooks/no-sheet", "no sheet '进口'"),
        ("进口!B3", "workbooks/no-sheet", "no sheet '进口'"),
        ("出口!GPD", "workbooks/no-area", "no name 'GPD'"),
    ],
)
def test_what_is_nowhere_in_a_workbook_is_told_where_it_is_named(
    tmp_path: Path, wanted: str, code: str, words: str
) -> None:
    problem = problem_of(names(tmp_path), wanted)
    assert (problem.code, str(problem.place)) == (code, "facts.yaml:3:7")
    assert words in problem.message


def test_an_area_is_no_cell(tmp_path: Path) -> None:
    problem = opened(names(tmp_path)).cell(named("GDP_2025"), "GDP_2025")
    assert not isinstance(problem, DataCell)
    assert problem.code == "workbooks/no-area"


def test_the_first_row_too_many_is_told_by_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "trade.xlsx"
    book: Any = xlsxwriter.Workbook(path, {"constant_memory": True})
    page = book.add_worksheet("出口")
    page.write_row(0, 0, ["x", "y"])
    for row in range(1, 100_001):
        page.write_number(row, 0, row)
    book.close()
    problem = problem_of(path)
    assert (problem.code, str(problem.place)) == ("tables/too-many-rows", f"trade.xlsx#出口!A{MOST_ROWS + 2}")
