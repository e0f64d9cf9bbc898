"""Word files as PDFs by way of LibreOffice: tagged, with bookmarks, in the document's language, no program's marks.

Their tags are mended in pdf_tags.py.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from reportgen.document import Document
from reportgen.word.ooxml.xml import words
from reportgen.word.pages.layout import called, convert
from reportgen.word.styles.scripts import lang_tag

_TARGET = (
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"17"},'
    '"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
)

_PACKET = "W5M0MpCehiHzreSzNTczkc9d"  # the one that every XMP packet has
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_VOCABULARIES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
    'xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
)


def write_pdfs(files: Sequence[tuple[Document, bytes]], soffice: Path) -> tuple[bytes, ...]:
    """The files as PDFs, all at one request of LibreOffice; LayoutError when it fails."""
    with tempfile.TemporaryDirectory(prefix="reportgen-") as name:
        folder = Path(name)
        sources = [folder / f"{index}.docx" for index in range(len(files))]
        for source, (_, data) in zip(sources, files, strict=True):
            source.write_bytes(data)
        # one of its own: LibreOffice 7.4 numbers the fonts of all PDFs that it has made (/UniqueID)
        names = [called(document) for document, _ in files]
        convert(sources, folder, soffice, target=_TARGET, alone=True, names=names)
        drawn = [source.with_suffix(".pdf").read_bytes() for source in sources]
    return tuple(_finished(pdf, document) for pdf, (document, _) in zip(drawn, files, strict=True))


def _finished(pdf: bytes, document: Document) -> bytes:
    """The PDF with the content's own properties and language; the program's name and the hour are taken out."""
    from pypdf import PdfWriter
    from pypdf.generic import BooleanObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

    from reportgen.word.pages.pdf_tags import mend_tags

    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.pdf_header = pdf[:8].decode("ascii")
    writer.metadata = None
    writer.add_metadata(dict(_told(document)))
    private = cast("Any", writer)  # pypdf 5 to 7 have no public way to leave these out
    for stamp in ("/Producer", "/Creator"):
        private._info.pop(NameObject(stamp), None)
    private._ID = None  # drawn by lot
    root: Any = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(_language(document))
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    mend_tags(writer)
    told = DecodedStreamObject()  # not compressed, so that programs which know no PDF find it
    told.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    told.set_data(metadata(document))
    root[NameObject("/Metadata")] = private._add_object(told)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _language(document: Document) -> str:
    return lang_tag(document.languages[0], document.properties.english)


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


def metadata(document: Document) -> bytes:
    """The same as XMP, and that the file is made by the rules of PDF/UA-1."""
    properties = document.properties
    date = f"{properties.date}T00:00:00Z" if properties.date else ""
    told = {
        "dc:title": _alternatives(properties.title),
        "dc:description": _alternatives(properties.subject),
        "dc:creator": _listed("Seq", (properties.author,)),
        "dc:subject": _listed("Bag", properties.keywords),
        "dc:language": _listed("Bag", (_language(document),)),
        "pdf:Keywords": words(", ".join(properties.keywords)),
        "xmp:CreateDate": date,
        "xmp:ModifyDate": date,
        "pdfuaid:part": "1",
    }
    lines = "".join(f"<{name}>{value}</{name}>\n" for name, value in told.items() if value)
    return (
        f'<?xpacket begin="\ufeff" id="{_PACKET}"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">'
        f'<rdf:Description rdf:about="" {_VOCABULARIES}>\n{lines}</rdf:Description></rdf:RDF></x:xmpmeta>\n'
        '<?xpacket end="r"?>'
    ).encode()


def _alternatives(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{words(text)}</rdf:li></rdf:Alt>' if text else ""


def _listed(kind: str, texts: Sequence[str]) -> str:
    items = "".join(f"<rdf:li>{words(text)}</rdf:li>" for text in texts if text)
    return f"<rdf:{kind}>{items}</rdf:{kind}>" if items else ""
