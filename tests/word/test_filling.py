"""Pages are filled: figures pass text, charts stretch, tables break, short last pages are pulled back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from reportgen.document import Element, Figure, Heading, Paragraph
from reportgen.word.body.flow import Flow, Piece
from reportgen.word.body.paging import UNLEVEL, Place, Sheets
from reportgen.word.pages.filling import arrangement
from reportgen.word.pages.order import Flowing, one_order
from reportgen.word.pages.units import Stretch
from tests.word.documents import EDITIONS, document, says

FIGURE = next(element for element in EDITIONS["en"].elements if isinstance(element, Figure))
PAGE = 700.0


def text(count: int = 1) -> list[Paragraph]:
    return [Paragraph("body", says(("en",), "", "words")) for _ in range(count)]


def heading(name: str) -> Heading:
    return Heading(name, 1, (), says(("en",), "", name))


def flowing(
    elements: Sequence[Element], heights: Sequence[float], stretches: dict[str, Stretch] | None = None
) -> Flowing:
    """Elements that are so many points high; figures and headings stay whole."""
    pieces = tuple(
        Piece(
            place,
            height,
            line=0.0 if isinstance(element, Figure | Heading) else 15.0,
            kept=isinstance(element, Heading),
            picture=isinstance(element, Figure),
        )
        for place, (element, height) in enumerate(zip(elements, heights, strict=True))
    )
    return Flowing(document(("en",), *elements), Flow(pieces, {}), stretches or {})


def ordered(*editions: Flowing) -> list[list[int]]:
    """Where the elements of each edition stand after all have got one order, by the places where they were typed."""
    passed = one_order(editions, PAGE)
    now = [each.ordered(passed).document.elements for each in editions]
    return [
        [next(place for place, typed in enumerate(each.document.elements) if typed is element) for element in found]
        for each, found in zip(editions, now, strict=True)
    ]


def test_a_figure_that_does_not_fit_is_passed_by_the_text_of_its_section() -> None:
    assert ordered(flowing([*text(), FIGURE, *text(3)], [500, 300, 190, 150, 150])) == [[0, 2, 1, 3, 4]]


def test_a_figure_stays_where_it_was_typed_when_it_fits() -> None:
    assert ordered(flowing([*text(), FIGURE, *text(3)], [300, 300, 150, 150, 150])) == [[0, 1, 2, 3, 4]]


def test_a_figure_never_leaves_its_section() -> None:
    elements = [*text(), FIGURE, heading("next"), *text(3)]
    assert ordered(flowing(elements, [500, 300, 20, 150, 150, 150])) == [[0, 1, 2, 3, 4, 5]]


def test_figures_stand_in_one_order_in_all_editions_that_which_fills_the_most_pages() -> None:
    elements = [*text(), FIGURE, *text(3)]
    fits = flowing(elements, [300, 300, 150, 150, 150])
    does_not = flowing(elements, [500, 300, 190, 150, 150])
    assert ordered(fits, does_not) == ordered(does_not, fits)
    assert ordered(fits, fits) == [[0, 1, 2, 3, 4]] * 2
    assert ordered(does_not, does_not) == [[0, 2, 1, 3, 4]] * 2


def test_an_order_that_no_edition_proposes_is_taken_where_it_is_better_for_all() -> None:
    elements = [*text(), FIGURE, *text(3)]
    fits = flowing(elements, [300, 300, 150, 150, 150])
    does_not = flowing(elements, [500, 300, 190, 150, 150])
    assert ordered(fits, does_not, does_not) == [[0, 2, 3, 4, 1]] * 3


def test_charts_of_a_row_pass_text_together() -> None:
    row = [replace(FIGURE, beside="row"), replace(FIGURE, beside="row")]
    assert ordered(flowing([*text(), *row, *text(3)], [500, 300, 0, 190, 150, 150])) == [[0, 3, 1, 2, 4, 5]]


def test_a_chart_beside_text_stays_where_it_was_typed() -> None:
    row = [replace(FIGURE, beside="row"), replace(text()[0], beside="row")]
    assert ordered(flowing([*text(), *row, *text(3)], [500, 300, 0, 190, 150, 150])) == [[0, 1, 2, 3, 4, 5]]


def test_what_flows_is_put_in_order_with_its_elements() -> None:
    one = flowing([*text(), FIGURE, *text(3)], [500, 300, 190, 150, 150])
    after = one.ordered(one_order([one], PAGE))
    assert [(piece.place, piece.height) for piece in after.flow.pieces] == [
        (0, 500),
        (1, 190),
        (2, 300),
        (3, 150),
        (4, 150),
    ]


def test_a_chart_is_lowered_where_it_then_fits_its_page() -> None:
    usual, lower = Decimal(72), Decimal(60)
    drawn = {usual: 80.0, lower: 68.0}
    one = flowing(
        [*text(), FIGURE, heading("next"), *text(2)],
        [490, 227, 20, 300, 300],
        {FIGURE.caption.id: Stretch(usual, drawn)},
    )
    found, flow = arrangement(one.document, one.flow, PAGE, one.stretches, slack=0.0, airy=False)
    assert found.heights == {1: lower}
    (chart,) = [element.chart for element in found.of(one.document).elements if isinstance(element, Figure)]
    assert chart.height_mm == lower
    assert [round(piece.height) for piece in flow.pieces][1] == 227 - 34


def test_what_was_decided_is_the_same_each_time() -> None:
    one = flowing([*text(2), FIGURE, *text(4)], [400, 250, 280, 90, 160, 240, 300])
    assert ordered(one) == ordered(one)


def test_a_paragraph_breaks_with_two_lines_at_either_side() -> None:
    sheets = Sheets(102.0, {})
    at = sheets.laid(Place(), [Piece(0, 80.0, line=10.0), Piece(1, 40.0, line=10.0)])
    assert (at.page, at.used) == (2, 20.0)
    alone = sheets.laid(Place(), [Piece(0, 85.0, line=0.0), Piece(1, 40.0, line=10.0)])
    assert (alone.page, alone.used) == (2, 40.0)


def test_notes_take_room_at_the_foot_of_their_page() -> None:
    sheets = Sheets(100.0, {1: 30.0})
    pieces = [Piece(0, 50.0, notes=(1,)), Piece(1, 20.0)]
    assert sheets.laid(Place(), pieces).page == 2
    assert Sheets(100.0, {1: 5.0}).laid(Place(), pieces).page == 1


def columned(*heights: float, lines: bool = True, columns: int = 2) -> list[Piece]:
    return [Piece(place, each, line=15.0 if lines else 0.0, columns=columns) for place, each in enumerate(heights)]


def test_columns_fill_one_after_the_other_and_end_level() -> None:
    sheets = Sheets(PAGE, {})
    assert sheets.laid(Place(), columned(600, 600)).page == 1
    assert sheets.laid(Place(), columned(600, 600, 600)).page == 2
    ended = sheets.ended(sheets.laid(Place(), columned(600)))
    assert 295 <= ended.used <= 320  # the half, and no more than a line over it


def test_what_follows_columns_stands_under_the_longer_one() -> None:
    sheets = Sheets(PAGE, {})
    at = sheets.laid(Place(), [*columned(300, 200, lines=False), Piece(2, 100.0)])
    assert (at.page, at.used) == (1, pytest.approx(400 + UNLEVEL, abs=3))


def test_a_figure_that_no_column_of_its_page_has_room_for_begins_the_next_page() -> None:
    sheets = Sheets(PAGE, {})
    figure = [Piece(2, 20.0, kept=True, columns=2), Piece(2, 400.0, picture=True, columns=2)]
    at = sheets.laid(Place(), [Piece(0, 350.0), *columned(90), *figure])
    assert (at.page, at.turned) == (2, (2,))
    assert sheets.laid(Place(), [*columned(90), *figure]).turned == ()  # the next column is as high as a page


def test_text_stands_apart_from_the_chart_beside_it_where_a_page_would_be_left_empty() -> None:
    beside = [Paragraph("body", says(("en",), "", "words"), beside="b"), replace(FIGURE, beside="b")]
    elements = [*text(), *beside, *text(2)]
    row = [Piece(0, 300, line=15.0), Piece(1, 600.0, row=True), Piece(3, 300.0, line=15.0), Piece(4, 300.0, line=15.0)]
    under = (Piece(1, 390.0, line=15.0), Piece(2, 300.0, picture=True))
    made = document(("en",), *elements)
    decided, _ = arrangement(made, Flow(tuple(row), {}, under), PAGE, {}, slack=0.0)
    assert decided.apart == {1, 2}
    assert all(getattr(element, "beside", "") == "" for element in decided.of(made).elements)
    short = [replace(row[0], height=60.0), *row[1:]]
    assert arrangement(made, Flow(tuple(short), {}, under), PAGE, {}, slack=0.0)[0].apart == frozenset()
