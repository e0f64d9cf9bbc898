"""Pages are filled: figures pass text, charts stretch, tables break, short last pages are pulled back."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reportgen.document import Document, Element, Figure, Heading, Paragraph
from reportgen.word.body.flow import Flow, Piece
from reportgen.word.body.paging import Place, Sheets
from reportgen.word.pages.filling import Arrangement, Stretch, arrangement
from tests.word.documents import EDITIONS, document, says

FIGURE = next(element for element in EDITIONS["en"].elements if isinstance(element, Figure))
PAGE = 700.0


def text(count: int = 1) -> list[Element]:
    return [Paragraph("body", says(("en",), "", "words")) for _ in range(count)]


def heading(name: str) -> Heading:
    return Heading(name, 1, (), says(("en",), "", name))


def arranged(
    elements: Sequence[Element], heights: Sequence[float], stretches: dict[str, Stretch] | None = None
) -> tuple[Document, Arrangement]:
    """The arrangement of elements that are so many points high; figures and headings stay whole."""
    made = document(("en",), *elements)
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
    return made, arrangement(made, Flow(pieces, {}), PAGE, stretches or {}, slack=0.0, airy=False)


def test_a_figure_that_does_not_fit_is_passed_by_the_text_of_its_section() -> None:
    _, found = arranged([*text(), FIGURE, *text(3)], [500, 300, 150, 150, 150])
    assert found.order.index(2) < found.order.index(1)
    assert [place for place in found.order if place != 1] == [0, 2, 3, 4]


def test_a_figure_stays_where_it_was_typed_when_it_fits() -> None:
    _, found = arranged([*text(), FIGURE, *text(3)], [300, 300, 150, 150, 150])
    assert found.order == (0, 1, 2, 3, 4)


def test_a_figure_never_leaves_its_section() -> None:
    _, found = arranged([*text(), FIGURE, heading("next"), *text(3)], [500, 300, 20, 150, 150, 150])
    assert found.order == (0, 1, 2, 3, 4, 5)


def test_a_chart_is_lowered_where_it_then_fits_its_page() -> None:
    usual, lower = Decimal(72), Decimal(60)
    drawn = {usual: 80.0, lower: 68.0}
    made, found = arranged(
        [*text(), FIGURE, heading("next"), *text(2)],
        [490, 227, 20, 300, 300],
        {FIGURE.caption.id: Stretch(usual, drawn)},
    )
    assert found.heights == {1: lower}
    (chart,) = [element.chart for element in found.of(made).elements if isinstance(element, Figure)]
    assert chart.height_mm == lower


def test_what_was_decided_is_the_same_each_time() -> None:
    elements, heights = [*text(2), FIGURE, *text(4)], [400, 250, 280, 90, 160, 240, 300]
    assert arranged(elements, heights)[1] == arranged(elements, heights)[1]


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
