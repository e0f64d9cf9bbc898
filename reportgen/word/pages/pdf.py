"""Word files as PDFs by way of LibreOffice: tagged, with bookmarks, in the document's language, no program's marks."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from reportgen.document import Document
from reportgen.word.pages.layout import convert
from reportgen.word.styles.scripts import lang_tag

_TARGET = (
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"17"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
)


def write_pdfs(files: Sequence[tuple[Document, bytes]], soffice: Path) -> tuple[bytes, ...]:
    """The files as PDFs, all at one request of LibreOffice; LayoutError when it fails."""
    with tempfile.TemporaryDirectory(prefix="reportgen-") as name:
        folder = Path(name)
        sources = [folder / f"{index}.docx" for index in range(len(files))]
        for source, (_, data) in zip(sources, files, strict=True):
            source.write_bytes(data)
        # one of its own: LibreOffice 7.4 numbers the fonts of all PDFs that it has made (/UniqueID)
        convert(sources, folder, soffice, target=_TARGET, alone=True)
        drawn = [source.with_suffix(".pdf").read_bytes() for source in sources]
    return tuple(_finished(pdf, document) for pdf, (document, _) in zip(drawn, files, strict=True))


def _finished(pdf: bytes, document: Document) -> bytes:
    """The PDF with the content's own properties and language; the program's name and the hour are taken out."""
    from pypdf import PdfWriter
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.pdf_header = pdf[:8].decode("ascii")
    writer.metadata = None
    writer.add_metadata(dict(_told(document)))
    private = cast("Any", writer)  # pypdf 5 to 7 have no public way to leave these out
    for stamp in ("/Producer", "/Creator"):
        private._info.pop(NameObject(stamp), None)
    private._ID = None  # drawn by lot
    root: Any = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(lang_tag(document.languages[0], document.properties.english))
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    root.pop(NameObject("/Metadata"), None)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _told(document: Document) -> Mapping[str, str]:
    """What the PDF says of itself; its date is that of the content."""
    properties = document.properties
    date = f"D:{properties.date.replace('-', '')}000000Z" if properties.date else ""
    options = {
        "/Title": properties.title,
        "/Subject": properties.subject,
        "/Keywords": ", ".join(properties.keywords),
        "/Author": properties.author,
        "/CreationDate": date,
        "/ModDate": date,
    }
    return {key: value for key, value in options.items() if value}
