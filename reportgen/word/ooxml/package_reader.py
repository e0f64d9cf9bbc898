"""A Word file from anywhere, opened with bounds on size and time: no macros, no entities, no bombs, and one error.

Element trees are lxml's; their type is the standard library's, whose reading half they share.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any, cast
from xml.etree.ElementTree import Element

from lxml import etree  # pyright: ignore[reportMissingTypeStubs, reportAttributeAccessIssue, reportUnknownVariableType]

from reportgen.messages import msg
from reportgen.problems import ContentError, Place, Rule
from reportgen.records import record

MOST_BYTES = 200_000_000
"""The largest file that is opened, and the most that its parts may come to together."""

MOST_IN_PART = 40_000_000
"""The largest part that is read as XML."""

MOST_PARTS = 10_000

_LXML = cast("Any", etree)  # lxml brings no types
_OLD_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "officeDocument"


UNUSABLE = Rule(
    "word/unusable",
    msg("A file of Word is one, in the form that Word writes today, and safe to open."),
    slip=msg("a text file renamed to ours.docx, as a template"),
    mend=msg("the file saved in Word as .docx"),
)
RULES = (UNUSABLE,)


class WordFileError(ContentError):
    """A file that is no Word file, or one that is not safe to open."""

    def __init__(self, name: str, message: str, hint: str = "") -> None:
        super().__init__([UNUSABLE.broken(Place(name), message, hint)])


@record
class Relationship:
    """Where a part leads: the last word of the relation's kind, and the part or address."""

    id: str
    kind: str
    target: str
    external: bool


@record
class WordPackage:
    """An opened file: the sizes of its parts, and its bytes to read them from."""

    name: str
    sizes: dict[str, int]
    data: bytes
    main: str

    def part(self, name: str) -> Element:
        """A part's XML; WordFileError when it is missing, too large, or no plain XML."""
        return _parse(self.name, name, _read(self.name, self.data, self.sizes, name))

    def raw(self, name: str) -> bytes:
        """A part's bytes, such as a picture's; WordFileError when it is missing or too large."""
        return _read(self.name, self.data, self.sizes, name)

    def relations(self, source: str) -> tuple[Relationship, ...]:
        """Where a part leads, in the file's order; nowhere when it has no relations."""
        folder, file = posixpath.split(source)
        listed = f"{folder}/_rels/{file}.rels".lstrip("/")
        return tuple(_relations(folder, self.part(listed))) if listed in self.sizes else ()


def open_word(source: bytes | Path, name: str = "") -> WordPackage:
    """A .docx opened; WordFileError when it is none or is not safe, OSError when it cannot be read at all.

    `name` tells problems what the file is called when bytes are given.
    """
    shown_name = name or (str(source) if isinstance(source, Path) else msg("the file"))
    if isinstance(source, Path) and source.stat().st_size > MOST_BYTES:
        raise _too_large(shown_name)
    data = source.read_bytes() if isinstance(source, Path) else source
    sizes = _sizes(shown_name, data)
    if "[Content_Types].xml" not in sizes or "_rels/.rels" not in sizes:
        raise WordFileError(shown_name, msg("this is a zip archive but no Word file"), msg("give a .docx file"))
    start = _parse(shown_name, "_rels/.rels", _read(shown_name, data, sizes, "_rels/.rels"))
    main = next((relation.target for relation in _relations("", start) if relation.kind == _MAIN), "")
    _refuse_others(
        shown_name,
        main,
        sizes,
        _parse(shown_name, "[Content_Types].xml", _read(shown_name, data, sizes, "[Content_Types].xml")),
    )
    return WordPackage(shown_name, sizes, data, main)


def local(element: Element) -> str:
    """The name of an element without its namespace: Word has two of the same names, strict and transitional."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name without a namespace."""
    if (value := element.get(name)) is not None:
        return value
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


# ---- bounds -------------------------------------------------------------------------


def _too_large(name: str) -> WordFileError:
    return WordFileError(name, msg("this file is too large, or would unpack into too much"))


def _sizes(name: str, data: bytes) -> dict[str, int]:
    """The parts and what they unpack to; whatever the archive claims, no more than that is ever unpacked."""
    if data.startswith(_OLD_FILE):
        raise WordFileError(
            name, msg("this is an old .doc file or one under a password"), msg("save it as .docx without a password")
        )
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise WordFileError(name, msg("this is no Word file, or a damaged one"), msg("give a .docx file")) from error
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise _too_large(name)
    sizes = {entry.filename: entry.file_size for entry in entries}
    if len(sizes) != len(entries):
        raise WordFileError(name, msg("this file holds two parts of one name"), msg("save it once more from Word"))
    return sizes


def _read(name: str, data: bytes, sizes: dict[str, int], part: str) -> bytes:
    if part not in sizes:
        raise WordFileError(name, msg("this file is damaged: its part {part} is missing", part=part))
    if sizes[part] > MOST_IN_PART:
        raise _too_large(name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.read(part)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError) as error:
        raise WordFileError(name, msg("this file is damaged: its part {part} cannot be unpacked", part=part)) from error


def _parse(name: str, part: str, data: bytes) -> Element:
    """The XML of a part. Documents of Word declare no entities; one that does is refused, not resolved."""
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    try:
        root = _LXML.fromstring(data, _LXML.XMLParser(**safe, remove_comments=True, remove_pis=True))
    except (_LXML.XMLSyntaxError, ValueError) as error:
        raise WordFileError(name, msg("this file is damaged: its part {part} is no XML", part=part)) from error
    if root.getroottree().docinfo.doctype:
        raise WordFileError(name, msg("its part {part} declares XML entities, which no Word file needs", part=part))
    return cast("Element", root)


# ---- what it is ------------------------------------------------------------------------


def _relations(folder: str, listed: Element) -> list[Relationship]:
    relationships: list[Relationship] = []
    for entry in listed:
        target, external = entry.get("Target", ""), entry.get("TargetMode") == "External"
        if not external:
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        relationships.append(
            Relationship(entry.get("Id", ""), entry.get("Type", "").rpartition("/")[2], target, external)
        )
    return relationships


def _refuse_others(name: str, main: str, sizes: dict[str, int], types: Element) -> None:
    """Only plain Word documents and templates pass: no macros, no spreadsheets."""
    kinds = {entry.get("PartName", "").lstrip("/"): entry.get("ContentType", "") for entry in types}
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds.values()) or any(
        part.lower().endswith("vbaproject.bin") for part in sizes
    ):
        raise WordFileError(name, msg("this file holds macros"), msg("save it as .docx, which cannot hold any"))
    if main not in sizes or "wordprocessingml" not in kinds.get(main, ""):
        raise WordFileError(name, msg("this is no Word file"), msg("give a .docx file"))
