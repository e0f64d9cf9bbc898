"""Every edition is valid: for an independent validator, for the house's own lint, and for LibreOffice."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator  # pyright: ignore[reportMissingTypeStubs]

from reportgen.document import Bullets, Callout, Contents, Element, Heading, Metrics, PageBreak, Paragraph, Timeline
from reportgen.template.model import Look
from reportgen.word.body.render import render
from reportgen.word.lint import lint
from reportgen.word.pages.layout import convert
from tests.word.documents import BOTH, EDITIONS, PICTURES, document, says
from tests.word.outline_pages import layout_pages


def audit(data: bytes, folder: Path) -> list[str]:
    """What openxml-audit has against a file."""
    path = folder / "file.docx"
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_validator_finds_nothing(edition: str, drawn: dict[str, bytes], tmp_path: Path) -> None:
    assert audit(drawn[edition], tmp_path) == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_lint_finds_nothing(edition: str, drawn: dict[str, bytes]) -> None:
    assert lint(drawn[edition]) == ()


WORDS = says(BOTH, "字", "words")
SPARSE: dict[str, tuple[Element, ...]] = {
    "nothing": (),
    "contents of nothing": (Contents(WORDS),),
    "empty lists and boxes": (Bullets(()), Callout((), ()), Metrics(()), Timeline(()), Paragraph("body", ())),
    "a heading without a number": (Contents(WORDS), Heading("h", 1, (), WORDS)),
    "page breaks": (PageBreak(), Paragraph("body", WORDS), PageBreak()),
    "boxes in a row": (Callout(WORDS, (WORDS,)), Callout(WORDS, (WORDS,)), Timeline(()), Callout((), (WORDS,))),
}
"""Documents at the edge of what there is to draw."""


@pytest.mark.parametrize("layout", ["interleaved", "side-by-side"])
@pytest.mark.parametrize("name", SPARSE)
def test_sparse_documents_are_valid_too(name: str, layout: str, look: Look, tmp_path: Path) -> None:
    data = render(document(BOTH, *SPARSE[name], layout=layout), look, {})
    assert audit(data, tmp_path) == []
    assert lint(data) == ()


def test_a_vector_stands_beside_its_picture(look: Look, tmp_path: Path) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="162mm" height="60mm"><rect width="9" height="9"/></svg>'
    both = {name: replace(drawing, svg=svg) for name, drawing in PICTURES.items()}
    data = render(EDITIONS["zh"], look, both)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.read("word/media/image2.svg") == svg
    assert audit(data, tmp_path) == []
    assert lint(data) == ()


@pytest.mark.libreoffice
def test_libreoffice_lays_out_every_edition_with_all_its_headings(soffice: str, drawn: dict[str, bytes]) -> None:
    files = [(EDITIONS[name], data) for name, data in drawn.items()]
    for (edition, _), pages in zip(files, layout_pages(files, Path(soffice)), strict=True):
        ids = [element.id for element in edition.elements if isinstance(element, Heading)]
        assert list(pages.headings) == ids
        assert list(pages.headings.values()) == sorted(pages.headings.values())
        assert 2 < pages.count < 8


@pytest.mark.libreoffice
def test_the_true_pages_stand_in_the_contents(
    soffice: str, look: Look, drawn: dict[str, bytes], tmp_path: Path
) -> None:
    from pypdf import PdfReader

    edition = EDITIONS["zh"]
    (pages,) = layout_pages([(edition, drawn["zh"])], Path(soffice))
    path = tmp_path / "zh.docx"
    path.write_bytes(render(edition, look, PICTURES, pages))
    convert([path], tmp_path, Path(soffice))
    with PdfReader(path.with_suffix(".pdf")) as reader:
        told = reader.pages[0].extract_text()
        printed = [line.rsplit(".", 1)[1].strip() for line in told.splitlines() if "....." in line]
        assert printed == [str(page) for page in pages.headings.values()]
        assert len(reader.pages) == pages.count
