"""The workbook that goes with a briefing: its figures as numbers, every sheet as a reader of screens wants it."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import reportgen
from reportgen.companion.model import SheetColumn, table_of
from reportgen.numbers import write
from tests.content import write_content

ROOT = Path(__file__).parents[1]
CASES = sorted(path.parent for path in (ROOT / "tests/cases").glob("*/briefing.yaml"))


def made(folder: Path, **choices: Any) -> bytes:
    built = reportgen.build(folder, pages="estimate", xlsx=True, **choices)
    (book,) = (one for one in built if one.file.endswith(".xlsx"))
    return book.data


@pytest.fixture(scope="module")
def shipped() -> Any:
    return openpyxl.load_workbook(io.BytesIO(made(ROOT / "content")))


@pytest.fixture(scope="module")
def quarterly() -> Any:
    return openpyxl.load_workbook(io.BytesIO(made(ROOT / "examples/quarterly")))


def rows(page: Any) -> list[dict[str, Any]]:
    """The rows of a sheet's one table, by their heads."""
    (table,) = page.tables.values()
    head, *body = page[table.ref]
    return [dict(zip((cell.value for cell in head), row, strict=True)) for row in body]


def test_every_sheet_but_the_cover_is_one_table_with_heads_of_its_own(shipped: Any) -> None:
    cover, *others = shipped.worksheets
    assert not cover.tables
    for page in others:
        heads = [cell.value for cell in page[next(iter(page.tables.values())).ref][0]]
        assert len(set(heads)) == len(heads), page.title
        assert all(cell.value not in (None, "") for row in rows(page) for cell in row.values()), page.title


def test_nothing_is_merged_hidden_or_frozen(shipped: Any) -> None:
    for page in shipped.worksheets:
        assert not page.merged_cells.ranges
        assert page.freeze_panes is None
        assert page.sheet_state == "visible"
        assert not any(each.hidden for each in (*page.column_dimensions.values(), *page.row_dimensions.values()))


def test_the_contents_lead_to_every_sheet(shipped: Any) -> None:
    links = [row["工作表 / Worksheet"] for row in rows(shipped["Contents"])]
    assert [cell.value for cell in links] == [page.title for page in shipped.worksheets[2:]]
    assert all(cell.hyperlink.location == f"'{cell.value}'!A1" for cell in links)


def test_every_table_and_chart_has_a_sheet_with_its_title(shipped: Any) -> None:
    titles = {page.title: (page["A1"].value, page["A2"].value) for page in shipped.worksheets}
    assert titles["Table_1"] == (
        "表1  国家高新区2024年主要指标",
        "Table 1  National high-tech zones: main indicators for 2024",
    )
    assert sum(name.startswith("Figure_") for name in titles) == 6
    assert sum(name.startswith("Table_") for name in titles) == 2


def test_every_fact_stands_with_its_value_unit_time_and_wording(shipped: Any) -> None:
    told = {row["代码 / Code"].value: row for row in rows(shipped["Facts"])}
    briefing = reportgen.read(ROOT / "content")
    assert list(told) == list(briefing.facts)
    output = told["emerging_industries_output"]
    assert (output["数值 / Value"].value, output["单位"].value, output["Unit"].value) == (450_000_000_000, "元", "RMB")
    assert (output["文中写法（中文）"].value, output["文中写法（中文）"].number_format) == (4500, '"近"0"亿元"')
    english = output["As printed (English)"]
    assert (english.value, english.number_format) == (450, '"nearly RMB\u00a0"0"\u00a0billion"')
    assert (output["时间"].value, output["Period"].value) == ("2024年", "2024")
    assert told["zhongguancun_it"]["数值 / Value"].value == "[z]"
    assert told["shanghai_models"]["推算公式 / Formula"].value == "registered_models / share_of_shanghai"


def test_a_fact_from_data_tells_its_cell(quarterly: Any) -> None:
    told = {row["代码 / Code"].value: row["数据出处 / Read from"].value for row in rows(quarterly["Facts"])}
    assert told["exports"] == "data/quarter.xlsx 季度!B6"
    assert told["annual_exports.2024.exports"] == "data/history.sqlite select year, exports from annual order by year"
    assert told["exports_growth"] == "[z]"


def test_groups_and_small_lines_of_a_table_stand_in_words(quarterly: Any) -> None:
    first, second, *_ = rows(quarterly["Table_2"])
    assert first["District or county"].value == "Coast"
    assert first["地区生产总值（亿元）"].font.bold
    assert second["Growth in the last five quarters"].value.startswith("Dongwan: From 6.1")
    assert all(cell.value for cell in first.values())


def test_charts_tell_their_figures_as_numbers(shipped: Any) -> None:
    growth = rows(shipped["Figure_2"])
    assert (growth[0]["Name"].value, growth[0]["增速（%） / Growth (%)"].value) == ("GDP (nominal)", 0.076)


def test_heads_that_are_alike_are_counted_since_no_table_has_two_of_one_name() -> None:
    heads, _ = table_of([(SheetColumn("Growth"), ["1"]), (SheetColumn("growth"), ["2"])])
    assert [column.head for column in heads] == ["Growth", "growth (2)"]


def test_the_same_content_gives_the_same_workbook() -> None:
    assert made(ROOT / "content") == made(ROOT / "content")


def test_an_edition_in_one_language_has_a_workbook_in_it(tmp_path: Path) -> None:
    book: Any = openpyxl.load_workbook(io.BytesIO(made(write_content(tmp_path), editions=["en"])))
    heads = list(rows(book["Facts"])[0])
    assert heads[:3] == ["Code", "Measure", "Value"]
    assert "As printed" in heads
    assert not any("\u4e00" <= character <= "\u9fff" for head in heads for character in head)


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_every_case_has_a_workbook_whose_facts_are_all_there(folder: Path) -> None:
    book: Any = openpyxl.load_workbook(io.BytesIO(made(folder)))
    assert "Facts" in book.sheetnames


@pytest.mark.libreoffice
def test_a_spreadsheet_program_shows_each_fact_as_it_is_printed(calc: str, tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(made(ROOT / "content"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    sheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
    subprocess.run(
        [calc, profile, "--headless", "--convert-to", sheets, "--outdir", tmp_path, path],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (found,) = tmp_path.glob("*-Facts.csv")
    lines = list(csv.reader(io.StringIO(found.read_text(encoding="utf-8"), newline="")))
    head = next(number for number, line in enumerate(lines) if line[0] == "代码 / Code")
    shown = [dict(zip(lines[head], line, strict=True)) for line in lines[head + 1 :]]
    facts = reportgen.read(
        ROOT / "content"
    ).facts.values()  # by order: LibreOffice 7.4 reads the _x2_ of a name as a code
    for fact, row in zip(facts, shown, strict=True):
        assert row["文中写法（中文）"] == write(fact.quantity, "zh"), fact.name
        assert row["As printed (English)"] == write(fact.quantity, "en"), fact.name
