"""The package: Word's base parts from plain XML, the drawn parts beside them, and the same bytes each time.

python-docx holds the package (parts, relationships, properties); its own default template is never used, since it
would bring another program's name, date, fonts and compatibility mode.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib import resources
from io import BytesIO
from typing import cast

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from reportgen.document import Properties
from reportgen.word.ooxml.archive import pack
from reportgen.word.ooxml.graphics import WORKBOOK_ID
from reportgen.word.ooxml.xml import attribute

_BASE = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/settings.xml": "settings.xml",
    "docProps/core.xml": "core.xml",
}
"""Where the files of base/ stand in the package; their names there are plain, so that no tool skips a dot file."""

_BODY = "word/document.xml"
_KINDS = {
    "styles": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    "fonts": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    "theme": (CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME),
    "footnotes": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
    "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
    "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
}
"""The content type and relationship of every kind of part that is drawn."""

_MEDIA = {"png": CONTENT_TYPE.PNG, "svg": "image/svg+xml"}
_LONGEST_PROPERTY = 255  # python-docx refuses longer ones
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def open_base(body: str) -> WordDocument:
    """A new document of the given body, which is the content of w:body."""
    files = dict(_base())
    files[_BODY] = files[_BODY].replace(b"<w:body/>", f"<w:body>{body}</w:body>".encode())
    return docx.Document(BytesIO(pack(files.items(), squeeze=False)))


@cache
def _base() -> tuple[tuple[str, bytes], ...]:
    folder = resources.files("reportgen.word.ooxml") / "base"
    return tuple((name, (folder / file).read_bytes()) for name, file in _BASE.items())


def add_part(document: WordDocument, kind: str, name: str, content: str, *, relation: str = "") -> Part:
    """Add word/NAME.xml to the document; its kind is a key of KINDS."""
    content_type, relationship = _KINDS[kind]
    head = "" if content.startswith("<?xml") else _HEAD
    part = Part(PackURI(f"/word/{name}.xml"), content_type, (head + content).encode())
    document.part.load_rel(relationship, part, relation or f"rId{kind.title()}")
    return part


def set_two_sided(document: WordDocument) -> None:
    """Say that left-hand pages have heads and feet of their own."""
    document.settings.odd_and_even_pages_header_footer = True


def add_picture(document: WordDocument, number: int, content: bytes, relation: str, *, kind: str = "png") -> None:
    """Add word/media/imageN to the document; its kind is png or svg."""
    part = Part(PackURI(f"/word/media/image{number}.{kind}"), _MEDIA[kind], content)
    document.part.load_rel(RELATIONSHIP_TYPE.IMAGE, part, relation)


def add_chart(document: WordDocument, number: int, content: bytes, workbook: bytes, relation: str) -> None:
    """Add word/charts/chartN.xml to the document, with the workbook it is edited in."""
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, content)
    book = Part(PackURI(f"/word/embeddings/workbook{number}.xlsx"), CONTENT_TYPE.SML_SHEET, workbook)
    part.load_rel(RELATIONSHIP_TYPE.PACKAGE, book, WORKBOOK_ID)
    document.part.load_rel(RELATIONSHIP_TYPE.CHART, part, relation)


def add_links(part: Part, links: Mapping[str, str]) -> None:
    """Add the addresses that a part leads to, each with its relationship's id."""
    for url, relation in links.items():
        part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, url, relation, is_external=True)


def set_properties(document: WordDocument, properties: Properties, language: str) -> None:
    """What the file says of itself: the content's own title, author and date, and no program's."""
    core = document.core_properties
    told = {
        "title": properties.title,
        "subject": properties.subject,
        "keywords": ", ".join(properties.keywords),
        "author": properties.author,
        "last_modified_by": properties.author,
        "language": language,
    }
    for name, value in told.items():
        if value:
            setattr(core, name, value[:_LONGEST_PROPERTY])
    if properties.date:
        core.created = core.modified = datetime.fromisoformat(properties.date)
    core.revision = 1


def write_package(document: WordDocument) -> bytes:
    """The file's bytes: parts in the order they are reached, every date 1980, pictures stored as they are."""
    package = document.part.package
    assert package is not None
    parts = list(package.iter_parts())
    files = [("[Content_Types].xml", _content_types(parts)), ("_rels/.rels", _relationships(package))]
    for part in parts:
        files.append((str(part.partname.membername), part.blob))
        if part.rels:
            files.append((str(part.partname.rels_uri.membername), _relationships(part)))
    return pack(files)


def _relationships(source: OpcPackage | Part) -> bytes:
    return cast("bytes", source.rels.xml)  # python-docx 1.2 declares str and gives bytes


def _content_types(parts: list[Part]) -> bytes:
    """Pictures and relationships by their extension, every other part by its name."""
    defaults = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML, **_MEDIA}
    lines = [f'<Default Extension="{extension}" ContentType="{kind}"/>' for extension, kind in defaults.items()]
    lines += [
        f'<Override PartName="{attribute(str(part.partname))}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.partname.ext not in _MEDIA
    ]
    return f'{_HEAD}<Types xmlns="{_TYPES}">{"".join(lines)}</Types>'.encode()
