"""Tables: widths said twice and summing up, heads that repeat, figures that do not wrap."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.document import Align, Column, Phrase, Table
from reportgen.template.model import Look
from reportgen.word.body.render import render
from reportgen.word.ooxml import measure
from reportgen.word.ooxml.xml import twips
from tests.word.documents import caption, document, says
from tests.word.parts import W, every, part, text, val

EN = ("en",)


def words(english: str) -> Phrase:
    return says(EN, "", english)


def drawn_table(look: Look, rows: list[list[str]], *aligns: Align, totals: frozenset[int] = frozenset()) -> Element:
    """A table of the given rows."""
    columns = tuple(Column(words(f"Column {at}"), align=align) for at, align in enumerate(aligns))
    cells = tuple(tuple(words(cell) for cell in row) for row in rows)
    element = Table(caption(EN, "table", "t", 1, "", "A table"), columns, cells, totals=totals)
    return every(part(render(document(EN, element), look, {})), "tbl")[0]


def widths(table: Element) -> list[int]:
    return [int(val(column, "w")) for column in every(table, "gridCol")]


def test_the_grid_the_table_and_the_cells_say_the_same_widths(drawn: dict[str, bytes]) -> None:
    for data in drawn.values():
        for table in every(part(data), "tbl"):
            grid = widths(table)
            assert val(table.find(f"{W}tblPr/{W}tblW"), "w") == str(sum(grid))
            for row in table.findall(f"{W}tr"):
                assert sum(int(val(width, "w")) for width in every(row, "tcW")) == sum(grid)


def test_tables_are_as_wide_as_the_text(drawn: dict[str, bytes], look: Look) -> None:
    text_width = round(float(look.page.text_width) * 1440 / 25.4)
    for table in every(part(drawn["zh"]), "tbl"):
        indent = int(val(table.find(f"{W}tblPr/{W}tblInd"), "w") or 0)
        margin = twips(look.callouts.indent) if val(table.find(f"{W}tblPr/{W}tblStyle")) == "CalloutTable" else 0
        assert sum(widths(table)) + margin + 2 * (indent - margin) == text_width  # half of a box's bar at each side


def test_the_head_repeats_and_no_row_breaks(look: Look) -> None:
    table = drawn_table(look, [[str(n), "1"] for n in range(60)], Align.LEFT, Align.RIGHT)
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 60
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_short_table_stays_on_one_page_and_a_long_one_may_not(look: Look) -> None:
    def kept(rows: int) -> int:
        table = drawn_table(look, [["a", "1"]] * rows, Align.LEFT, Align.RIGHT)
        return sum(row.find(f".//{W}pPr/{W}keepNext") is not None for row in table.findall(f"{W}tr")[1:])

    assert kept(5) == 4
    assert kept(40) == 2  # its first row with the second, its last with the one before


def test_columns_of_figures_stand_right(look: Look) -> None:
    table = drawn_table(look, [["a", "1.5"]], Align.LEFT, Align.RIGHT)
    assert [val(node.find(f"{W}jc")) for node in every(table, "tc/p/pPr")] == ["", "right", "", "right"]


def test_a_total_is_strong_under_a_rule(look: Look) -> None:
    table = drawn_table(look, [["a", "1"], ["sum", "1"]], Align.LEFT, Align.RIGHT, totals=frozenset({1}))
    rows = table.findall(f"{W}tr")
    assert [bool(every(row, "tcBorders/top")) for row in rows] == [False, False, True]
    assert {val(style) for style in every(rows[2], "rStyle")} == {"Strong"}


def test_decimal_points_stand_under_each_other(look: Look) -> None:
    figures = ["12.25", "3.5", "178"]
    table = drawn_table(look, [["A", figure] for figure in figures], Align.LEFT, Align.RIGHT)
    cells = [row.findall(f"{W}tc")[1] for row in table.findall(f"{W}tr")[1:]]
    indents = [cell.find(f"{W}p/{W}pPr/{W}ind") for cell in cells]
    size = look.styles["table-cell"].size * 20
    digit, point = look.tables.digit * size, look.tables.point * size
    assert [int(val(one, "right") or 0) if one is not None else 0 for one in indents] == [
        0,
        round(digit),  # the room of a decimal that is not there
        round(2 * digit + point),  # of two and of the point before them
    ]


def test_a_column_with_words_among_its_figures_is_not_lined_up(look: Look) -> None:
    table = drawn_table(look, [["A", "12.25"], ["B", "3 of 4"]], Align.LEFT, Align.RIGHT)
    assert [one for row in table.findall(f"{W}tr")[1:] for one in every(row, "ind")] == []


def test_figures_do_not_wrap_beside_long_words(look: Look) -> None:
    row = [
        "A very long description of what is counted here, longer than any line could ever be in a table",
        "1,234,567.8",
    ]
    table = drawn_table(look, [row] * 3, Align.LEFT, Align.RIGHT)
    room = widths(table)[1] / 20 - 2 * float(look.tables.padding) * measure.POINTS_PER_MM
    assert room >= measure.width("1,234,567.8", float(look.styles["table-cell"].size))


def test_columns_of_figures_are_equally_wide_where_there_is_room(look: Look) -> None:
    table = drawn_table(look, [["name", "1", "12345", "12"]], Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
    assert max(widths(table)[1:]) - min(widths(table)[1:]) <= 1


def test_what_both_languages_print_the_same_is_printed_once(drawn: dict[str, bytes]) -> None:
    table = next(node for node in every(part(drawn["interleaved"]), "tbl") if "19.3" in text(node))
    cells = [[text(line) for line in cell.findall(f"{W}p")] for cell in every(table, "tr")[1].findall(f"{W}tc")]
    assert cells == [["园区生产总值（名义）", "GDP of the zones (nominal)"], ["19.3"], ["7.6"], ["14.3"]]


def test_units_stand_grey_under_the_heads(drawn: dict[str, bytes]) -> None:
    table = next(node for node in every(part(drawn["zh"]), "tbl") if "19.3" in text(node))
    head = every(table, "tr")[0].findall(f"{W}tc")[1]
    assert [text(line) for line in head.findall(f"{W}p")] == ["总额", "万亿元"]
    assert [val(style) for style in every(head, "rStyle")] == ["Unit"]


def test_a_table_is_told_to_those_who_hear_it(drawn: dict[str, bytes]) -> None:
    told = [val(node) for node in every(part(drawn["en"]), "tblCaption")]
    assert told == ["Table 1 National high-tech zones: main indicators for 2024"]


_WIDTHS = st.lists(st.tuples(st.floats(1, 500), st.floats(1, 100)), min_size=1, max_size=12)


@given(st.floats(100, 1000), _WIDTHS)
def test_widths_are_shared_out_whole(total: float, columns: list[tuple[float, float]]) -> None:
    wanted = [max(want, least) for want, least in columns]
    shares = measure.share(total, wanted, [least for _, least in columns])
    assert sum(shares) == pytest.approx(total)
    assert all(share > 0 for share in shares)


@given(_WIDTHS)
def test_no_column_is_narrower_than_its_longest_word_where_all_fit(columns: list[tuple[float, float]]) -> None:
    least = [low for _, low in columns]
    shares = measure.share(sum(least) + 1, [max(pair) for pair in columns], least)
    assert all(share >= low * 0.999 for share, low in zip(shares, least, strict=True))
