"""True pages read from a PDF's outline and bookmarks: a second look at what the planner reads from its own marks."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from pypdf import PdfReader

from reportgen.document import Document
from reportgen.word.body.context import Pages, file_digits, has_imprint, headings_of, listed_captions
from reportgen.word.pages.layout import TIMEOUT, called, convert


def layout_pages(
    files: Sequence[tuple[Document, bytes]], soffice: Path, *, timeout: float = TIMEOUT
) -> tuple[Pages, ...]:
    """The true pages of rendered documents, all laid out at one request of LibreOffice; LayoutError when it fails."""
    with tempfile.TemporaryDirectory(prefix="reportgen-") as name:
        folder = Path(name)
        sources = [folder / f"{index}.docx" for index in range(len(files))]
        for source, (_, data) in zip(sources, files, strict=True):
            source.write_bytes(data)
        convert(sources, folder, soffice, timeout=timeout, names=[called(document) for document, _ in files])
        return tuple(
            _read_pages(source.with_suffix(".pdf"), document)
            for source, (document, _) in zip(sources, files, strict=True)
        )


def _read_pages(pdf: Path, document: Document) -> Pages:
    """The pages of a laid-out document; its outline lists the headings in their order."""
    with PdfReader(pdf) as reader:
        numbers = [reader.get_destination_page_number(entry) for entry in _flat(reader.outline)]
        headings = list(headings_of(document.elements))
        assert len(numbers) == len(headings)
        pages = {heading.id: (page or 0) + 1 for heading, page in zip(headings, numbers, strict=True)}
        return Pages(pages, len(reader.pages), _caption_pages(reader, document), *_ending(reader, document))


def _ending(reader: PdfReader, document: Document) -> tuple[int, float]:
    """The page on which a filed document's text ends, and how high over the sheet's edge, in points."""
    mark = f"{file_digits(document)}{len(listed_captions(document)) + 1:04}"
    found = _places(reader, document).get(mark) if has_imprint(document) else None
    if found is None:
        return 0, 0.0
    return (reader.get_destination_page_number(found) or 0) + 1, float(found.top or 0)


def _places(reader: PdfReader, document: Document) -> Mapping[str, Any]:
    """Where bookmarks stand, by the digits in their names."""
    file = file_digits(document)
    return {name[name.rfind(file) :]: destination for name, destination in reader.named_destinations.items()}


def _caption_pages(reader: PdfReader, document: Document) -> Mapping[str, int]:
    """The pages of captions that a list leads to, by the bookmarks that are the first of the file."""
    file, places = file_digits(document), _places(reader, document)
    pages: dict[str, int] = {}
    for number, (caption, _) in enumerate(listed_captions(document), 1):
        if destination := places.get(f"{file}{number:04}"):
            pages.setdefault(caption, (reader.get_destination_page_number(destination) or 0) + 1)
    return pages


def _flat(outline: Sequence[Any]) -> Iterator[Any]:
    """The entries of a PDF's outline, which nests them in lists, in reading order."""
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(cast("list[Any]", entry))
        else:
            yield entry
