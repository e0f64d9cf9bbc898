"""Two languages side by side: columns as wide as their words want, items that stand in as their column has it."""

from __future__ import annotations

import pytest

from reportgen.briefing_reader import read_look
from reportgen.document import Bullets, Paragraph
from reportgen.word.body.column_shares import cell_widths, text_widths
from reportgen.word.body.render import render
from reportgen.word.ooxml.xml import twips
from tests.word.documents import BOTH, document, says
from tests.word.parts import every, part, style_of, val

SHORT, LONG = "这一段话不长" * 20, "this paragraph takes a good deal more room " * 20


def beside(zh: str, en: str) -> tuple[int, ...]:
    told = document(BOTH, *(Paragraph("body", says(BOTH, zh, en)) for _ in range(5)), layout="side-by-side")
    return text_widths(told, read_look("modern"))


def test_the_longer_language_has_the_wider_column() -> None:
    chinese, english = beside(SHORT, LONG)
    assert chinese < english
    assert 0.38 <= chinese / (chinese + english) <= 0.45
    chinese, english = beside(SHORT * 4, LONG)
    assert chinese > english


def test_columns_and_the_gap_fill_the_line() -> None:
    told = document(BOTH, Paragraph("body", says(BOTH, SHORT, LONG)), layout="side-by-side")
    look = read_look("modern")
    assert sum(cell_widths(told, look)) == twips(look.page.text_width)
    assert sum(text_widths(told, look)) == twips(look.page.text_width) - twips(look.pairs.gap)


@pytest.mark.parametrize("ordered", [False, True])
def test_items_in_a_column_stand_in_as_the_column_has_it(ordered: bool) -> None:
    told = document(BOTH, Bullets((says(BOTH, "甲", "A"),), ordered=ordered), layout="side-by-side")
    look = read_look("official")
    root = part(render(told, look, {}))
    items = [one for one in root.iter() if style_of(one).startswith("List")]
    assert {val(every(one, "ind")[0], "left") for one in items} == {str(twips(look.columns["list"].indent))}
