"""Facts from data: a cell, a query's answer, a family of many; shown as the cell shows it, told by cell where wrong."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.defined_name import DefinedName

from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.content.model import Briefing, Fact
from reportgen.numbers import Period, Quantity, write
from reportgen.numbers.model.quantity import Change, Difference, Money, Percent
from reportgen.problems import ContentError, Problem
from tests.content import GOOD, write_files

CITIES = """\
city,name_zh,name_en,GDP（亿元）,growth,status,source
suzhou,苏州,Suzhou,"26,727.3",6.0,,
苏北,苏北,northern Jiangsu,约19000,-0.5,preliminary,other
wuxi,无锡,Wuxi,16263.29,…,,
"""
FAMILY = """\
growth: {is: 同比增长7.1%, what: {zh: 增速, en: growth}, when: 2025-Q1, source: paper}
output: {is: 近4500亿元, what: {zh: 总产值, en: output}, when: 2024, source: paper}
cities:
  from: cities.csv
  key: city
  columns:
    gdp: {column: GDP（亿元）, what: {zh: 地区生产总值, en: GDP}}
    growth:
      unit: "%"
      change: yoy
      what: {zh: 地区生产总值增速, en: GDP growth}
      pattern: {zh: "{name}{what}", en: "{what} in {name}"}
  when: 2024
  source: paper
"""
SOURCES = GOOD["sources.yaml"] + "other: {publisher: {zh: 另一报, en: Another Paper}, date: 2025-06-04}\n"


def folder(path: Path, facts: str = FAMILY, **changed: str) -> Path:
    files = {**GOOD, "facts.yaml": facts, "sources.yaml": SOURCES, "data/cities.csv": CITIES}
    return write_files(path, {**files, **{name.replace("__", "/"): text for name, text in changed.items()}})


def facts_of(path: Path) -> dict[str, Fact]:
    return dict(read_briefing(path).facts)


def stated(typed: str, when: str = "2025-09") -> str:
    words = "what: {zh: 茶叶出口, en: tea exports}"
    return GOOD["facts.yaml"] + f"tea: {{is: {typed}, {words}, when: {when}, source: paper}}\n"


def tea(path: Path, typed: str, **changed: str) -> Quantity:
    return facts_of(folder(path, stated(typed), **changed))["tea"].quantity


def problem_of(path: Path) -> Problem:
    """The one problem of a folder that cannot be read."""
    with pytest.raises(ContentError) as caught:
        read_briefing(path)
    (problem,) = caught.value.problems
    return problem


# ---- one cell ------------------------------------------------------------------------------------

TRADE = 'month,tea,tea share,note\n2025年8月,(1.5),14.3%,12万元\n2025-09,+2.50,"1,234",约30\n'


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{from: t.csv, row: {month: 2025-09}, column: tea, unit: 亿元}", "2.5亿元"),
        ("{from: data/t.csv, row: {month: 2025-08}, column: tea, unit: 亿元}", "−1.5亿元"),
        ("{from: t.csv, row: {month: 2025年9月, note: 约30}, column: tea share, unit: 万吨}", "1234万吨"),
        ('{from: t.csv, row: {month: 2025-08}, column: tea share, unit: "%"}', "14.3%"),
        ('{from: t.csv, row: {month: 2025-08}, column: tea share, unit: "%", change: yoy}', "同比增长14.3%"),
        ("{from: t.csv, row: {month: 2025-08}, column: tea, unit: 亿元, change: yoy}", "同比减少1.5亿元"),
        ("{from: t.csv, row: {month: 2025-09}, column: note, unit: 家}", "约30家"),
        ("{from: t.csv, row: {month: 2025-09}, column: tea, unit: 亿元, qualifier: 超过}", "超过2.5亿元"),
        ("{from: t.csv, row: {month: 2025-09}, column: tea, unit: 亿元, decimals: 0}", "3亿元"),
        ("{from: t.csv, row: {month: 2025-08}, column: note}", "12万元"),
        ("{from: t.csv, cell: B3, unit: 亿元}", "2.5亿元"),
        ("{from: t.csv, cell: $C$2}", "14.3%"),
    ],
)
def test_a_fact_is_read_from_a_cell_as_the_cell_shows_it(typed: str, printed: str, tmp_path: Path) -> None:
    assert write(tea(tmp_path, typed, **{"data__t.csv": TRADE}), "zh") == printed


def test_a_figure_that_decimals_round_is_known_in_full(tmp_path: Path) -> None:
    table = "month,tea\n2025-09,2.675\n"
    typed = "{from: t.csv, row: {month: 2025-09}, column: tea, unit: 亿元, decimals: 2}"
    fact = facts_of(folder(tmp_path, stated(typed), **{"data__t.csv": table}))["tea"]
    assert fact.quantity == Money(value=Decimal(268_000_000))  # half up, as by hand: never 2.67
    assert fact.exact == Money(value=Decimal(267_500_000))


def test_a_qualifier_is_held_against_the_figure_in_full(tmp_path: Path) -> None:
    typed = "{from: t.csv, row: {month: 2025-09}, column: tea, unit: 亿元, decimals: 0, qualifier: 近}"
    problem = problem_of(folder(tmp_path, stated(typed), **{"data__t.csv": "month,tea\n2025-09,3.4\n"}))
    assert problem.code == "facts/qualifier"


@pytest.mark.parametrize(
    ("table", "code", "words"),
    [
        ("month,tea\n2025-09,\n", "cells/empty", "this cell is empty"),
        ("month,tea\n2025-09,—\n", "cells/empty", "this cell is empty"),
        ("month,tea\n2025-09,暂缺\n", "cells/no-figure", "'暂缺' is no figure in 亿元"),
        ("month,tea\n2025-09,12万元\n", "cells/unit", "this cell shows 12万元, and the unit here is 亿元"),
    ],
)
def test_what_is_wrong_with_a_cell_is_told_where_the_cell_stands(
    table: str, code: str, words: str, tmp_path: Path
) -> None:
    typed = "{from: t.csv, row: {month: 2025-09}, column: tea, unit: 亿元}"
    problem = problem_of(folder(tmp_path, stated(typed), **{"data__t.csv": table}))
    assert (problem.code, problem.message) == (code, words)
    assert (Path(problem.place.file).name, problem.place.line, problem.place.column) == ("t.csv", 2, 9)


def test_a_currency_that_only_ends_like_the_unit_is_another(tmp_path: Path) -> None:
    typed = "{from: t.csv, row: {month: 2025-09}, column: tea, unit: 元}"
    problem = problem_of(folder(tmp_path, stated(typed), **{"data__t.csv": "month,tea\n2025-09,12美元\n"}))
    assert (problem.code, problem.message) == ("cells/unit", "this cell shows 12美元, and the unit here is 元")


def test_a_unit_in_the_head_that_the_fact_does_not_tell_is_a_contradiction(tmp_path: Path) -> None:
    typed = "{from: t.csv, row: {month: 2025-09}, column: 出口（万元）, unit: 亿元}"
    problem = problem_of(folder(tmp_path, stated(typed), **{"data__t.csv": "month,出口（万元）\n2025-09,12\n"}))
    assert (problem.code, problem.message) == ("cells/unit", "the head says 万元, and the unit here is 亿元")


def test_two_rows_of_a_kind_are_told_with_both_places(tmp_path: Path) -> None:
    typed = "{from: t.csv, row: {month: 2025-09}, column: tea, unit: 亿元}"
    table = "month,tea\n2025-09,1\n2025年9月,2\n2025-09,2\n"
    problem = problem_of(folder(tmp_path, stated(typed), **{"data__t.csv": table}))
    assert problem.code == "cells/several"
    assert [each.place.line for each in problem.evidence if each.place] == [2, 4]


# ---- workbooks -----------------------------------------------------------------------------------


def workbook(
    path: Path,
    rows: list[list[Any]],
    formats: dict[str, str] | None = None,
    names: dict[str, str] | None = None,
    hidden: int = 0,
) -> None:
    book = openpyxl.Workbook()
    page: Any = book.active
    page.title = "出口"
    for row in rows:
        page.append(row)
    for address, shown in (formats or {}).items():
        page[address].number_format = shown
    for name, area in (names or {}).items():
        book.defined_names[name] = DefinedName(name, attr_text=area)
    if hidden:
        page.row_dimensions[hidden].hidden = True
    book.save(path)


def test_a_cell_of_a_sheet_is_found_by_its_row_and_told_by_its_address(tmp_path: Path) -> None:
    made = folder(tmp_path, stated("{from: trade.xlsx#出口, row: {month: 2025-09}, column: tea, unit: 亿元}"))
    workbook(made / "data/trade.xlsx", [["month", "tea"], ["2025-08", 1.5], ["2025-09", 2.5]])
    fact = facts_of(made)["tea"]
    assert write(fact.quantity, "zh") == "2.5亿元"
    assert fact.origin is not None
    assert fact.origin.file == "data/trade.xlsx"
    assert len(fact.origin.sha256) == 64


TRADE_SHEET: list[list[Any]] = [
    ["month", "tea", "share", "silk"],
    ["2025-08", 1.5, 1 / 7, 12],
    ["2025-09", 2.5, 0.5, 345678],
]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{from: trade.xlsx#出口, cell: B3, unit: 亿元}", "2.5亿元"),
        ('{from: trade.xlsx#出口, cell: C2, unit: "%"}', "14.3%"),
        ("{from: trade.xlsx, name: silk_now, unit: 万吨}", "34.6万吨"),
        ("{from: trade.xlsx, cell: D2}", "12万元"),
    ],
)
def test_a_cell_of_a_sheet_is_read_at_its_address_or_by_its_name_as_it_is_shown(
    typed: str, printed: str, tmp_path: Path
) -> None:
    made = folder(tmp_path, stated(typed))
    shown = {"C2": "0.0%", "D2": '0"万元"', "D3": "0!.0,"}
    workbook(made / "data/trade.xlsx", TRADE_SHEET, shown, names={"silk_now": "出口!$D$3"})
    fact = facts_of(made)["tea"]
    assert write(fact.quantity, "zh") == printed
    assert fact.origin is not None
    assert (fact.origin.sheet, len(fact.origin.address), len(fact.origin.sha256)) == ("出口", 2, 64)


def test_a_figure_that_a_format_rounds_is_known_in_full(tmp_path: Path) -> None:
    made = folder(tmp_path, stated('{from: trade.xlsx#出口, row: {month: 2025-08}, column: share, unit: "%"}'))
    workbook(made / "data/trade.xlsx", TRADE_SHEET, {"C2": "0.0%"})
    fact = facts_of(made)["tea"]
    assert fact.quantity == Percent(value=Decimal("14.3"))
    assert isinstance(fact.exact, Percent)
    assert fact.exact.value is not None
    assert str(fact.exact.value).startswith("14.28571")


def test_decimals_round_the_stored_number_and_not_what_is_shown(tmp_path: Path) -> None:
    typed = "{from: trade.xlsx#出口, row: {month: 2025-08}, column: tea, unit: 亿元, decimals: 1}"
    made = folder(tmp_path, stated(typed))
    workbook(made / "data/trade.xlsx", [["month", "tea"], ["2025-08", 2.346]], {"B2": "0.00"})  # shown as 2.35
    assert write(facts_of(made)["tea"].quantity, "zh") == "2.3亿元"


def test_a_unit_in_a_cells_format_that_the_fact_does_not_tell_is_told_by_cell(tmp_path: Path) -> None:
    made = folder(tmp_path, stated("{from: trade.xlsx#出口, cell: D2, unit: 亿元}"))
    workbook(made / "data/trade.xlsx", TRADE_SHEET, {"D2": '0"万元"'})
    problem = problem_of(made)
    assert (problem.code, problem.message) == ("cells/unit", "this cell shows 12万元, and the unit here is 亿元")
    assert str(problem.place).endswith("data/trade.xlsx#出口!D2")


def test_a_row_that_the_sheet_hides_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    made = folder(tmp_path, stated("{from: trade.xlsx#出口, row: {month: 2025-09}, column: tea, unit: 亿元}"))
    workbook(made / "data/trade.xlsx", TRADE_SHEET, hidden=3)
    with pytest.raises(ContentError) as caught:
        read_briefing(made)
    told = [problem for problem in caught.value.problems if problem.code == "cells/no-row"]
    assert ["the sheet hides it" in problem.hint for problem in told] == [True]


def test_a_sheet_that_was_moved_is_told_with_the_sheets_that_there_are(tmp_path: Path) -> None:
    made = folder(tmp_path, stated("{from: trade.xlsx#进口, row: {month: 2025-09}, column: tea, unit: 亿元}"))
    workbook(made / "data/trade.xlsx", [["month", "tea"], ["2025-09", 2.5]])
    problem = problem_of(made)
    assert problem.code == "workbooks/no-sheet"
    assert "出口" in problem.hint


# ---- databases -----------------------------------------------------------------------------------


def sqlite(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("create table trade (month text, tea numeric, share real)")
    database.executemany("insert into trade values (?, ?, ?)", [("2025-08", 1.5, 2 / 3), ("2025-09", 2.5, 0.25)])
    database.commit()
    database.close()


@pytest.mark.parametrize(
    ("query", "options", "printed"),
    [
        ("select tea from trade where month = '2025-09'", "unit: 亿元", "2.5亿元"),
        ("select sum(tea) as total from trade", "unit: 亿元", "4亿元"),
        ("select * from trade", "row: {month: 2025-09}, column: tea, unit: 亿元", "2.5亿元"),
        ("select share * 100 from trade where month = '2025-08'", 'unit: "%", decimals: 1', "66.7%"),
    ],
)
def test_a_query_over_sqlite_gives_a_figure(query: str, options: str, printed: str, tmp_path: Path) -> None:
    made = folder(tmp_path, stated(f'{{from: trade.sqlite, query: "{query}", {options}}}'))
    sqlite(made / "data/trade.sqlite")
    fact = facts_of(made)["tea"]
    assert write(fact.quantity, "zh") == printed
    assert fact.origin is not None
    assert (fact.origin.query, fact.origin.file) == (query, "data/trade.sqlite")
    assert fact.origin.engine == f"SQLite {sqlite3.sqlite_version}"


def test_a_query_over_duckdb_keeps_decimals_and_reads_a_family(tmp_path: Path) -> None:
    import duckdb

    query = """select 'x' as city, 1.10 as "GDP（亿元）", 2.50::decimal(4,2) as growth"""
    facts = FAMILY.replace("from: cities.csv", f"from: trade.duckdb\n  query: {query}")
    made = folder(tmp_path, facts)
    duckdb.connect(str(made / "data/trade.duckdb")).close()
    found = facts_of(made)
    assert write(found["cities.x.gdp"].quantity, "en") == "RMB\u00a0110\u00a0million"
    assert write(found["cities.x.growth"].quantity, "zh") == "同比增长2.50%"


def test_a_query_over_a_csv_file_reads_it_as_texts_under_its_own_name(tmp_path: Path) -> None:
    typed = '{from: cities.csv, query: "select sum(growth::decimal(9,1)) from cities where growth <> \'…\'", unit: "%"}'
    assert tea(tmp_path, typed) == Percent(value=Decimal("5.5"))


# ---- families ------------------------------------------------------------------------------------


def test_a_family_gives_a_fact_a_row_and_column_under_the_texts_of_its_key(tmp_path: Path) -> None:
    facts = facts_of(folder(tmp_path))
    assert list(facts) == [
        "growth", "output", "cities.suzhou.gdp", "cities.suzhou.growth", "cities.苏北.gdp", "cities.苏北.growth",
        "cities.wuxi.gdp",
    ]  # fmt: skip
    assert facts["cities.suzhou.gdp"].quantity == Money(value=Decimal(2_672_730_000_000))
    assert facts["cities.苏北.growth"].quantity == Change(value=Decimal("-0.5"), basis="yoy")
    assert write(facts["cities.苏北.gdp"].quantity, "en") == "about RMB\u00a01.9\u00a0trillion"


def test_the_words_of_a_familys_fact_name_its_row_in_every_language(tmp_path: Path) -> None:
    facts = facts_of(folder(tmp_path))
    gdp, growth = facts["cities.suzhou.gdp"], facts["cities.苏北.growth"]
    assert gdp.what.words == {"zh": "苏州地区生产总值", "en": "GDP of Suzhou"}
    assert growth.what.words == {"zh": "苏北地区生产总值增速", "en": "GDP growth in northern Jiangsu"}
    assert gdp.member is not None
    assert gdp.member.row is not None
    assert (gdp.member.family, gdp.member.key, gdp.member.column) == ("cities", "suzhou", "gdp")
    assert gdp.member.row.words == {"zh": "苏州", "en": "Suzhou"}


def test_a_chinese_key_is_its_rows_chinese_name_where_a_column_gives_the_english_alone(tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"] + (
        "rail: {from: r.csv, key: 线路, names: {en: line}, columns: {t: {column: 运量, unit: 万吨, "
        "what: {zh: 货运量, en: freight}}}, when: 2024, source: paper}\n"
    )
    found = facts_of(folder(tmp_path, facts, **{"data__r.csv": "线路,line,运量\n大秦线,Daqin,392\n"}))
    assert found["rail.大秦线.t"].what.words == {"zh": "大秦线货运量", "en": "freight of Daqin"}


def test_status_and_source_of_a_row_are_those_of_its_facts(tmp_path: Path) -> None:
    facts = facts_of(folder(tmp_path))
    assert (facts["cities.苏北.gdp"].status, facts["cities.suzhou.gdp"].status) == ("preliminary", "final")
    assert [*map(str, facts["cities.苏北.gdp"].sources), *map(str, facts["cities.suzhou.gdp"].sources)] == [
        "other", "paper",
    ]  # fmt: skip


def test_a_family_of_times_is_told_by_them_and_repeats_none_in_its_words(tmp_path: Path) -> None:
    facts = GOOD["facts.yaml"] + (
        "trade: {from: t.csv, key: month, columns: {tea: {unit: 亿元, what: {zh: 茶叶出口, en: tea exports}}}, "
        "when: {column: month}, source: paper}\n"
    )
    found = facts_of(folder(tmp_path, facts, **{"data__t.csv": "month,tea\n2025年8月,1.5\n2025-09,2.5\n"}))
    assert list(found)[2:] == ["trade.2025年8月.tea", "trade.2025-09.tea"]
    assert found["trade.2025-09.tea"].what.words == {"zh": "茶叶出口", "en": "tea exports"}
    assert found["trade.2025年8月.tea"].when == Period(year=2025, month=8)


def test_only_the_rows_that_a_family_asks_for_are_read(tmp_path: Path) -> None:
    table = "city,year,gdp\nsuzhou,2023,1\nsuzhou,2024,2\nwuxi,2024,3\n"
    facts = GOOD["facts.yaml"] + (
        "c: {from: t.csv, key: city, rows: {filter: {year: 2024}}, when: 2024, source: paper, "
        "columns: {gdp: {unit: 亿元, what: {zh: 值, en: GDP}}}}\n"
    )
    found = facts_of(folder(tmp_path, facts, **{"data__t.csv": table}))
    assert [write(found[name].quantity, "zh") for name in ("c.suzhou.gdp", "c.wuxi.gdp")] == ["2亿元", "3亿元"]


def printed(text: str) -> str:
    return GOOD["sections/one.yaml"] + text


def briefing_of(path: Path, text: str) -> Briefing:
    return read_briefing(folder(path, **{"sections__one.yaml": printed(text)}))


def test_facts_of_a_family_are_named_wherever_facts_are(tmp_path: Path) -> None:
    briefing = briefing_of(
        tmp_path,
        '- text: {zh: "{cities.苏北.gdp}、{cities.suzhou.gdp:bare}", '
        'en: "{cities.苏北.gdp}, {cities.suzhou.gdp:bare}"}\n'
        "- metrics: [cities.suzhou.gdp, cities.wuxi.gdp]\n"
        "- chart: {id: c, kind: bars, title: {zh: 图, en: Chart}, facts: [cities.suzhou.gdp, cities.wuxi.gdp], "
        "highlight: [cities.wuxi.gdp]}\n"
        "- table: {id: t, title: {zh: 表, en: T}, columns: [{zh: 值, en: V}], "
        'rows: [["{cities.苏北.growth:table}"]]}\n',
    )
    assert [str(problem) for problem in check(briefing)] == []


def test_an_empty_cell_is_told_where_its_fact_is_printed_and_nowhere_else(tmp_path: Path) -> None:
    briefing = briefing_of(tmp_path, "- metrics: [cities.suzhou.gdp, cities.wuxi.growth]\n")
    (problem,) = check(briefing)
    assert (problem.code, problem.message) == ("cells/empty", "'cities.wuxi.growth' has no figure: its cell is empty")
    assert problem.evidence[0].place
    assert problem.evidence[0].place.line == 4


def test_a_family_that_nothing_prints_is_told_once(tmp_path: Path) -> None:
    (problem,) = check(read_briefing(folder(tmp_path)))
    assert (problem.code, problem.message) == ("facts/unused", "no fact of the family 'cities' is printed")


def test_a_source_that_a_row_names_and_nobody_states_is_told_at_its_cell(tmp_path: Path) -> None:
    text = printed("- metrics: [cities.suzhou.gdp]\n")
    made = folder(tmp_path, **{"sections__one.yaml": text, "data__cities.csv": CITIES.replace(",other", ",othr")})
    told = [problem for problem in check(read_briefing(made)) if problem.code == "sources/unknown"]
    assert {problem.place.line for problem in told} == {3}


def test_a_row_without_a_name_in_a_language_lacks_it_at_its_cell(tmp_path: Path) -> None:
    table = "city,gdp\n苏州,1\n"
    facts = GOOD["facts.yaml"] + (
        "c: {from: t.csv, key: city, columns: {gdp: {unit: 亿元, what: {zh: 值, en: GDP}}}, "
        "when: 2024, source: paper}\n"
    )
    text = printed("- metrics: [c.苏州.gdp]\n")
    (problem,) = check(read_briefing(folder(tmp_path, facts, **{"data__t.csv": table, "sections__one.yaml": text})))
    assert (problem.code, problem.message) == ("texts/missing", "the English is missing")
    assert "name_en" in problem.hint
    assert Path(problem.place.file).name == "t.csv"


def test_an_expression_may_name_facts_of_families_that_could_not_be_read(tmp_path: Path) -> None:
    facts = FAMILY.replace("cities.csv", "citys.csv") + "share: {derived: cities_x / output, what: {zh: 比, en: a}}\n"
    with pytest.raises(ContentError) as caught:
        read_briefing(folder(tmp_path, facts))
    assert [problem.code for problem in caught.value.problems] == ["data/missing", "facts/unknown"]


def test_a_briefing_states_no_more_facts_with_families_than_without(tmp_path: Path) -> None:
    rows = "".join(f"c{n},甲,A,1,2,,\n" for n in range(5_001))
    table = "city,name_zh,name_en,GDP（亿元）,growth,status,source\n" + rows
    assert problem_of(folder(tmp_path, **{"data__cities.csv": table})).code == "facts/too-many"


def test_a_fact_of_a_batch_is_read_from_its_row(tmp_path: Path) -> None:
    from reportgen.content.facts import read_facts
    from reportgen.content.folder import Folder
    from reportgen.content.source import Scalar
    from reportgen.numbers import read_lexicon

    made = folder(tmp_path, stated("{from: row, column: tea, unit: 亿元, change: yoy}"))
    write_files(made, {"data/t.csv": "month,tea\n2025-09,2.5\n"})
    reading = Folder(made)
    table = reading.table(Scalar("t.csv"))
    assert table is not None
    reading.row = table.rows[0]
    fact = read_facts(reading, read_lexicon({}))["tea"]
    assert reading.problems == []
    assert fact.quantity == Difference(amount=Money(value=Decimal(250_000_000)), basis="yoy")
