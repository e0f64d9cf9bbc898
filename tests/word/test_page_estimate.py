"""Where things stand without a layout: estimates that are near the truth."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.document import Figure, Heading, PageBreak, Paragraph
from reportgen.template.model import Look
from reportgen.word.body.render import estimate
from tests.word.documents import EDITIONS, PICTURES, document, says
from tests.word.outline_pages import layout_pages


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_estimate_never_goes_back(edition: str, look: Look) -> None:
    pages = estimate(EDITIONS[edition], look, PICTURES)
    assert list(pages.headings.values()) == sorted(pages.headings.values())
    assert pages.count >= max(pages.headings.values())


@pytest.mark.libreoffice
def test_an_estimate_is_within_a_page_of_the_truth(soffice: str, look: Look, drawn: dict[str, bytes]) -> None:
    true = layout_pages([(EDITIONS[name], data) for name, data in drawn.items()], Path(soffice))
    for (name, edition), pages in zip(EDITIONS.items(), true, strict=True):
        guess = estimate(edition, look, PICTURES)
        assert all(abs(guess.headings[at] - page) <= 1 for at, page in pages.headings.items()), name


def test_a_page_break_starts_a_page(look: Look) -> None:
    def heading(name: str) -> Heading:
        return Heading(name, 1, (), says(("en",), "", name))

    pages = estimate(document(("en",), heading("a"), PageBreak(), heading("b")), look, {})
    assert pages.headings == {"a": 1, "b": 2}


def test_a_long_text_takes_many_pages(look: Look) -> None:
    words = says(("zh",), "很长的一段话。" * 60, "")
    pages = estimate(document(("zh",), *[Paragraph("body", words)] * 30), look, {})
    assert 8 <= pages.count <= 14


def test_every_figure_of_the_sample_has_a_picture() -> None:
    figures = {element.caption.id for element in EDITIONS["zh"].elements if isinstance(element, Figure)}
    assert figures == set(PICTURES)
