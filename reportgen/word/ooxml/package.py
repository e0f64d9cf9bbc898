"""The package: Word's base parts from plain XML, the drawn parts beside them, and the same bytes each time.

A part is a name, a content type and bytes, and knows where it leads. Parts stand in the order in which they are reached
from the document, each followed by its relationships. Files of other people are opened by package_reader.py.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path

from reportgen.document import Properties
from reportgen.records import record
from reportgen.word.ooxml.archive import pack
from reportgen.word.ooxml.graphics import WORKBOOK_ID
from reportgen.word.ooxml.xml import XML_HEAD, attribute, words

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFC = "application/vnd.openxmlformats-officedocument."

_KINDS = {
    "styles": (_WML + "styles+xml", "styles"),
    "numbering": (_WML + "numbering+xml", "numbering"),
    "fonts": (_WML + "fontTable+xml", "fontTable"),
    "theme": (_OFC + "theme+xml", "theme"),
    "footnotes": (_WML + "footnotes+xml", "footnotes"),
    "footer": (_WML + "footer+xml", "footer"),
    "header": (_WML + "header+xml", "header"),
}
"""The content type and relationship of every kind of part that is drawn."""

_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "svg": "image/svg+xml",
}
"""The content types that go by a name's ending; every other part's goes by its name."""

_MEDIA = ("png", "svg")
_LONGEST_PROPERTY = 255  # Office cuts longer ones
_PLAIN_HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"  # of the parts that every file has
_CORE_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_AFTER_EVEN = "<w:characterSpacingControl"


@record
class _Relation:
    """Where a part leads: to another part, or out of the file to an address."""

    id: str
    kind: str  # an address that says what the target is to the part
    target: Part | str


@dataclass(slots=True)
class Part:
    """A file of the package: its name from the package's root, its content type, its bytes, and where it leads."""

    name: str
    content_type: str
    content: bytes
    relations: list[_Relation] = field(default_factory=list[_Relation])


class PackageWriter:
    """A Word file that is being put together: a document of the given body, which is the content of w:body."""

    def __init__(self, body: str, properties: Properties, language: str) -> None:
        base = _base("document.xml").replace("<w:body/>", f"<w:body>{body}</w:body>")
        self.document = Part("word/document.xml", _WML + "document.main+xml", base.encode())
        self._settings = Part("word/settings.xml", _WML + "settings+xml", _base("settings.xml").encode())
        core_type = "application/vnd.openxmlformats-package.core-properties+xml"
        core = Part("docProps/core.xml", core_type, _core(properties, language).encode())
        self._roots = (
            _Relation("rIdDocument", _OFFICE + "officeDocument", self.document),
            _Relation("rIdCore", _CORE_RELATION, core),
        )
        self._lead("rIdSettings", "settings", self._settings)

    def _lead(self, relation: str, kind: str, target: Part) -> None:
        self.document.relations.append(_Relation(relation, _OFFICE + kind, target))

    def add_part(self, kind: str, name: str, content: str, *, relation: str = "") -> Part:
        """Add word/NAME.xml; its kind is a key of KINDS."""
        content_type, relationship = _KINDS[kind]
        head = "" if content.startswith("<?xml") else XML_HEAD
        part = Part(f"word/{name}.xml", content_type, (head + content).encode())
        self._lead(relation or f"rId{kind.title()}", relationship, part)
        return part

    def set_two_sided(self) -> None:
        """Say that left-hand pages have heads and feet of their own."""
        settings = self._settings.content.decode()
        self._settings.content = settings.replace(_AFTER_EVEN, "<w:evenAndOddHeaders/>" + _AFTER_EVEN, 1).encode()

    def add_picture(self, number: int, content: bytes, relation: str, *, kind: str = "png") -> None:
        """Add word/media/imageN; its kind is png or svg."""
        self._lead(relation, "image", Part(f"word/media/image{number}.{kind}", _DEFAULTS[kind], content))

    def add_chart(self, number: int, content: bytes, workbook: bytes, relation: str) -> None:
        """Add word/charts/chartN.xml, with the workbook it is edited in."""
        part = Part(f"word/charts/chart{number}.xml", _OFC + "drawingml.chart+xml", content)
        book = Part(f"word/embeddings/workbook{number}.xlsx", _OFC + "spreadsheetml.sheet", workbook)
        part.relations.append(_Relation(WORKBOOK_ID, _OFFICE + "package", book))
        self._lead(relation, "chart", part)

    def add_data(self, content: str, properties: str) -> None:
        """Add customXml/item1.xml: data that Word keeps with the file and shows nobody."""
        part = Part("customXml/item1.xml", _DEFAULTS["xml"], (XML_HEAD + content).encode())
        about = Part("customXml/itemProps1.xml", _OFC + "customXmlProperties+xml", (XML_HEAD + properties).encode())
        part.relations.append(_Relation("rId1", _OFFICE + "customXmlProps", about))
        self._lead("rIdData", "customXml", part)

    def data(self) -> bytes:
        """The file's bytes: every date 1980, pictures stored as they are."""
        parts = [part for root in self._roots if isinstance(root.target, Part) for part in _reached(root.target)]
        files = [("[Content_Types].xml", _content_types(parts)), ("_rels/.rels", _relations("", self._roots))]
        for part in parts:
            files.append((part.name, part.content))
            if part.relations:
                folder, name = posixpath.split(part.name)
                files.append((f"{folder}/_rels/{name}.rels", _relations(folder, part.relations)))
        return pack(files)


def add_links(part: Part, links: Mapping[str, str]) -> None:
    """Add the addresses that a part leads to, each with its relationship's id."""
    part.relations += [_Relation(relation, _OFFICE + "hyperlink", url) for url, relation in links.items()]


def base(name: str) -> str:
    """A file of base/: a part as it is, or the frame of one."""
    return (Path(__file__).parent / "base" / name).read_text(encoding="utf-8")


@cache
def _base(name: str) -> str:
    return _PLAIN_HEAD + base(name).split("\n", 1)[1].rstrip("\n")


def _reached(part: Part) -> Iterator[Part]:
    """A part and those it leads to, each before those that come after it."""
    yield part
    for relation in part.relations:
        if isinstance(relation.target, Part):
            yield from _reached(relation.target)


def _core(properties: Properties, language: str) -> str:
    """What the file says of itself: the content's own title, author and date, and no program's."""
    elements = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "cp:keywords": ", ".join(properties.keywords),
        "dc:creator": properties.author,
        "cp:lastModifiedBy": properties.author,
        "dc:language": language,
    }
    entries = "".join(
        f"<{name}>{words(value[:_LONGEST_PROPERTY])}</{name}>" for name, value in elements.items() if value
    )
    if properties.date:
        date = f"{datetime.fromisoformat(properties.date):%Y-%m-%dT%H:%M:%SZ}"
        entries += "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{date}</dcterms:{name}>' for name in ("created", "modified")
        )
    entries += "<cp:revision>1</cp:revision>"
    return f"{_PLAIN_HEAD}<cp:coreProperties {_CORE_NAMESPACES}>{entries}</cp:coreProperties>"


def _relations(folder: str, relations: tuple[_Relation, ...] | list[_Relation]) -> bytes:
    entries = "".join(f"<Relationship {_relation(folder, relation)}/>" for relation in relations)
    return f'{_PLAIN_HEAD}<Relationships xmlns="{_RELATIONS}">{entries}</Relationships>'.encode()


def _relation(folder: str, relation: _Relation) -> str:
    if isinstance(relation.target, str):
        target, mode = attribute(relation.target), ' TargetMode="External"'
    else:
        target, mode = posixpath.relpath(relation.target.name, folder or "."), ""
    return f'Id="{relation.id}" Type="{relation.kind}" Target="{target}"{mode}'


def _content_types(parts: list[Part]) -> bytes:
    """Pictures and relationships by their ending, every other part by its name."""
    lines = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in _DEFAULTS.items()]
    lines += [
        f'<Override PartName="/{part.name}" ContentType="{part.content_type}"/>'
        for part in parts
        if not part.name.endswith(_MEDIA)
    ]
    return f'{XML_HEAD}<Types xmlns="{_TYPES}">{"".join(lines)}</Types>'.encode()
