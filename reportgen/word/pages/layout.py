"""Which page things stand on, from LibreOffice's own layout. Estimates without a program are page_estimate.py's."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from reportgen.document import Document
from reportgen.library_words import os_reason
from reportgen.messages import Message, listing, msg
from reportgen.word.body.context import Pages, file_digits, has_imprint, headings_of, listed_captions
from reportgen.word.pages.office import ask

if TYPE_CHECKING:
    from pypdf import PdfReader

TIMEOUT = 60
"""Seconds that LibreOffice may take for a file: it needs 1 to 5 for a briefing, and never ends with some."""

_PDF = (
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
)
"""Empty pages, which open a spread or a last sheet, count as pages."""


class LayoutError(OSError):
    """LibreOffice is missing, failed, or took too long; the message says which.

    `place` is that of the file at fault among those that were to be laid out, where one is.
    """

    def __init__(self, told: Message, place: int | None = None) -> None:
        super().__init__(told)
        self.told = told
        self.place = place

    def __str__(self) -> Message:
        return self.told


def layout_pages(
    files: Sequence[tuple[Document, bytes]], soffice: Path, *, timeout: float = TIMEOUT
) -> tuple[Pages, ...]:
    """The true pages of rendered documents, all laid out at one request of LibreOffice; LayoutError when it fails."""
    if not files:
        return ()
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


def convert(
    sources: Sequence[Path],
    folder: Path,
    soffice: Path,
    *,
    timeout: float = TIMEOUT,
    target: str = _PDF,
    environment: Mapping[str, str] | None = None,
    alone: bool = False,
    names: Sequence[str] = (),
) -> None:
    """Lay the files out as PDFs in `folder`, by this process's LibreOffice; LayoutError when it fails.

    It may take `timeout` seconds for a file; `names` are what messages call the files.

    `environment` is what LibreOffice is started with besides this process's own; `alone`, by one that has done nothing
    before, so that the PDFs are the same to the byte.
    """
    arguments = ["--convert-to", target, "--outdir", str(folder), *map(str, sources)]
    names = names if any(names) else [source.name for source in sources]

    def missing() -> list[int]:
        return [place for place, source in enumerate(sources) if not (folder / f"{source.stem}.pdf").exists()]

    def count() -> int:
        return len(sources) - len(missing())

    try:
        done = ask(soffice, arguments, timeout=timeout, done=count, environment=environment, alone=alone)
    except subprocess.TimeoutExpired as error:
        place = next(iter(missing()), 0)
        told = msg(
            "LibreOffice took longer than {seconds} seconds for {file}", seconds=round(timeout), file=names[place]
        )
        raise LayoutError(told, place) from error
    except OSError as error:
        raise LayoutError(msg("LibreOffice cannot be started: {reason}", reason=os_reason(error))) from error
    if places := missing():
        complaints = done.stderr.decode(errors="replace").strip().splitlines()
        reason = complaints[-1] if complaints else str(done.returncode)
        files = listing([names[place] for place in places], "unit")
        raise LayoutError(msg("LibreOffice could not lay out {files}: {reason}", files=files, reason=reason), places[0])


def called(document: Document) -> str:
    """What a document's file is called in messages: its briefing, its edition, its row."""
    return ".".join(document.name.split("\n"))


def version(soffice: Path) -> str:
    """What LibreOffice calls itself, with its version; nothing where it cannot be asked."""
    try:
        done = subprocess.run([str(soffice), "--version"], capture_output=True, timeout=TIMEOUT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace").strip()


def _read_pages(pdf: Path, document: Document) -> Pages:
    """The pages of a laid-out document; its outline lists the headings in their order."""
    import pypdf  # here, since it loads slowly and only this needs it

    with pypdf.PdfReader(pdf) as reader:
        numbers = [reader.get_destination_page_number(entry) for entry in _flat(reader.outline)]
        headings = list(headings_of(document.elements))
        if len(numbers) != len(headings):
            message = msg(
                "LibreOffice found {found} headings where the document has {wanted}",
                found=len(numbers),
                wanted=len(headings),
            )
            raise LayoutError(message)
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
