"""A row of a batch in content: its words, what its conditions leave out, and what is wrong with either."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.briefing_reader import read_briefing
from reportgen.checks import check
from reportgen.compose import compose
from reportgen.content.condition import holds
from reportgen.content.data.table import DataCell
from reportgen.content.folder import Folder
from reportgen.content.model import Briefing
from reportgen.content.row import EMPTY
from reportgen.content.source import Entries, Value, parse_yaml
from reportgen.outline import outline
from reportgen.problems import ContentError, Place
from tests.content import GOOD, write_files

CELLS = {"code": "010", "name_zh": "苏州*园区", "name_en": "Suzhou [Park]", "unicorns": "3", "pilot": "否", "note": ""}
ROW = {head: DataCell.at(text, Place("zones.csv", 2, 1 + at), text) for at, (head, text) in enumerate(CELLS.items())}


def of_row(folder: Path, blocks: str, **files: str) -> Briefing:
    """The good briefing with further blocks, read for the row."""
    section = {"sections/one.yaml": GOOD["sections/one.yaml"] + blocks}
    return read_briefing(Folder(write_files(folder, {**GOOD, **section, **files}), row=ROW))


def said(briefing: Briefing, language: str) -> str:
    return outline(compose(briefing, language))


def problem(folder: Path, blocks: str) -> tuple[str, str, str]:
    """Code, place and message of the one problem."""
    with pytest.raises(ContentError) as raised:
        of_row(folder, blocks)
    (one,) = raised.value.problems
    return one.code, str(one.place).removeprefix(f"{folder}/"), one.message


def test_words_of_a_row_stand_in_the_language_of_their_text(tmp_path: Path) -> None:
    briefing = of_row(tmp_path, '- text: {zh: "{row:name}在此。", en: "{row:name} is here."}\n')
    assert "苏州*园区在此。" in said(briefing, "zh")
    assert "Suzhou [Park] is here." in said(briefing, "en")


def test_a_text_that_is_typed_once_takes_the_words_of_each_language(tmp_path: Path) -> None:
    briefing = of_row(tmp_path, '- heading: "{row:name}"\n')
    assert "苏州*园区" in said(briefing, "zh")
    assert "Suzhou [Park]" in said(briefing, "en")


def test_signs_in_the_words_of_a_row_are_no_markup(tmp_path: Path) -> None:
    briefing = of_row(tmp_path, '- text: {zh: "**{row:name}**和{row:name}", en: "{row:name_zh}*x*"}\n')
    text = briefing.sections[0].blocks[1].text
    assert [(piece.text, piece.strong) for piece in text.pieces["zh"]] == [("苏州*园区", True), ("和苏州*园区", False)]
    assert [(piece.text, piece.emphasis) for piece in text.pieces["en"]] == [("苏州*园区", False), ("x", True)]


def test_a_doubled_brace_is_no_word_of_a_row(tmp_path: Path) -> None:
    assert "{row:name}" in said(of_row(tmp_path, '- text: {zh: "{{row:name}}", en: "{{row:name}}"}\n'), "zh")


def test_words_of_a_row_stand_in_plain_words_too(tmp_path: Path) -> None:
    facts = '\nspare: {is: 3家, what: {zh: "{row:name}的企业", en: "firms in {row:name}"}, when: 2024, source: paper}\n'
    briefing = of_row(tmp_path, "- metrics: [spare]\n", **{"facts.yaml": GOOD["facts.yaml"] + facts})
    assert briefing.facts["spare"].what["en"] == "firms in Suzhou [Park]"


def test_a_column_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    told = problem(tmp_path, '- heading: {zh: "{row:nam}", en: A}\n')
    assert told == ("row/no-column", "sections/one.yaml:4:17", "the table has no column 'nam'")


def test_an_empty_cell_is_told_in_the_table(tmp_path: Path) -> None:
    told = problem(tmp_path, '- heading: {zh: "{row:note}", en: A}\n')
    assert told == ("row/empty", "zones.csv:2:6", "this cell is empty, and '{row:note}' prints it")


# ---- what a row leaves out -------------------------------------------------------------------------


def test_a_condition_leaves_blocks_items_facts_and_sections_out(tmp_path: Path) -> None:
    heading = "- if: not unicorns\n  heading: {zh: 没有, en: None here}\n"
    blocks = heading + "- list: [{if: pilot, zh: 试点, en: A pilot}, {zh: 有, en: Some}]\n"
    about = {"briefing.yaml": GOOD["briefing.yaml"].replace("[one]", "[one, two]")}
    two = "if: {pilot: 是}\ntitle: {zh: 二, en: Two}\nblocks: []\n"
    facts = "\nspare: {if: note, is: nothing, what: {zh: 甲, en: A}, source: paper}\n"
    briefing = of_row(tmp_path, blocks, **about, **{"sections/two.yaml": two, "facts.yaml": GOOD["facts.yaml"] + facts})
    assert [section.name for section in briefing.sections] == ["one"]
    assert "spare" not in briefing.facts
    text = said(briefing, "en")
    assert ("None here" in text, "A pilot" in text, "Some" in text) == (False, False, True)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("unicorns", True),
        ("not unicorns", False),
        ("pilot", False),
        ("not pilot", True),
        ("note", False),
        ("{code: 010}", True),
        ("{code: [011, 010]}", True),
        ("{code: [011, 012]}", False),
        ('{unicorns: "> 2"}', True),
        ('{unicorns: "> 3"}', False),
        ('{unicorns: "≥ 3"}', True),
        ('{unicorns: ["> 2", "< 3"]}', False),
        ('{unicorns: "!= 3"}', False),
        ('{unicorns: "> 2", pilot: 是}', False),
        ('{note: ""}', True),
    ],
)
def test_conditions(typed: str, expected: bool) -> None:
    assert holds(condition(typed), ROW) == (expected, [])


@pytest.mark.parametrize(
    ("typed", "place", "message"),
    [
        ("unicorn", "x:1:5", "the table has no column 'unicorn'"),
        ("{unicorn: 3}", "x:1:6", "the table has no column 'unicorn'"),
        ("[unicorns]", "x:1:5", "this is no condition"),
        ('{unicorns: "> many"}', "x:1:16", "'many' is no number"),
        ('{pilot: "> 1"}', "zones.csv:2:5", "'否' cannot be compared with 1"),
        ("{pilot: {a: b}}", "x:1:13", "a cell's text or a list of them is wanted here"),
    ],
)
def test_a_condition_that_cannot_be_asked_is_told(typed: str, place: str, message: str) -> None:
    held, (one,) = holds(condition(typed), ROW)
    assert (held, one.code, str(one.place), one.message) == (False, "row/condition", place, message)


def condition(typed: str) -> Value:
    value, _ = parse_yaml(f"if: {typed}", "x")
    assert isinstance(value, Entries)
    return value["if"]


# ---- read once, made for many -----------------------------------------------------------------------


def test_what_no_row_decides_is_read_once(tmp_path: Path) -> None:
    text = '- text: {zh: "{row:name}", en: "{row:name}"}\n- heading: {zh: 甲, en: A}\n'
    section = {"sections/one.yaml": GOOD["sections/one.yaml"] + text}
    folder = Folder(write_files(tmp_path, {**GOOD, **section}))
    first, second = (read_briefing(folder.of_row(ROW)).sections[0].blocks for _ in range(2))
    assert [one is other for one, other in zip(first, second, strict=True)] == [True, False, True]


def test_a_slip_of_the_content_is_told_to_every_row(tmp_path: Path) -> None:
    folder = Folder(write_files(tmp_path, {**GOOD, "facts.yaml": "growth: {is: ten, is: ten}\n"}))
    for _ in range(2):
        with pytest.raises(ContentError) as raised:
            read_briefing(folder.of_row(ROW))
        assert "yaml/twice" in {one.code for one in raised.value.problems}


def test_a_fact_that_this_row_leaves_out_is_not_stated_for_nothing(tmp_path: Path) -> None:
    facts = "\nspare: {is: 3家, what: {zh: 甲, en: A}, when: 2024, source: paper}\n"
    blocks = "- if: pilot\n  metrics: [spare]\n"
    assert check(of_row(tmp_path, blocks, **{"facts.yaml": GOOD["facts.yaml"] + facts})) == ()


def test_a_cell_that_a_workbook_cannot_show_is_told_where_its_words_are_printed(tmp_path: Path) -> None:
    fault = EMPTY.broken(Place("zones.xlsx", 2, 2), "#DIV/0!")
    row = {**ROW, "name_zh": DataCell.at("#DIV/0!", Place("zones.xlsx", 2, 2), fault=fault)}
    section = {"sections/one.yaml": GOOD["sections/one.yaml"] + '- heading: {zh: "{row:name}", en: A}\n'}
    with pytest.raises(ContentError) as raised:
        read_briefing(Folder(write_files(tmp_path, {**GOOD, **section}), row=row))
    assert raised.value.problems == (fault,)
