"""The parts of an .xlsx package: opened safely, its sheets, formats, texts and names told. What stands in the cells
of a sheet is sheet.py's.

Workbooks come from strangers: what they unpack to is bounded before anything is read, and parts that declare entities
are refused. Parts are told by their names without namespaces, which Strict Open XML has others of.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from posixpath import join, normpath
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from reportgen.content.data.cell_text import Run, runs_of
from reportgen.content.data.format_code import BUILT_IN
from reportgen.content.files import MOST_BYTES, too_large
from reportgen.messages import msg
from reportgen.problems import Place, Problem, Rule
from reportgen.records import record

MOST_UNPACKED = 30_000_000  # bytes of all parts together
MOST_PARTS = 1_000

SAVED_BY_EXCEL = msg("open it in Excel or WPS, save it as .xlsx, and try again")

BOMB = Rule(
    "workbooks/too-much",
    msg("A workbook unpacks to at most 30 MB."),
    slip=msg("a workbook of 100 KB that unpacks to 60 MB"),
    mend=msg("the data alone in a workbook of its own"),
)
ENTITIES = Rule(
    "workbooks/no-plain-xml",
    msg("The parts of a workbook are plain XML in UTF-8, in which no entities are declared."),
    slip=msg("a workbook with a sheet that declares entities"),
    mend=msg("the same workbook saved anew in Excel or WPS"),
)
RULES = (BOMB, ENTITIES)


@record
class ListedSheet:
    """A sheet as the workbook lists it: its name, its part, whether its tab is seen."""

    name: str
    part: str
    visible: bool


@record
class Package:
    """What the sheets of a workbook share, and where each stands."""

    parts: Mapping[str, bytes]
    sheets: tuple[ListedSheet, ...]
    texts: tuple[tuple[Run, ...], ...]
    formats: tuple[str, ...]  # by the number of a cell's style
    names: tuple[tuple[str, int | None, str], ...]  # a defined name, the number of the sheet it is of, what it names
    since_1904: bool
    uncalculated: bool  # whether it wants every formula to be worked out by who opens it

    def related(self, part: str) -> Iterator[tuple[str, str, str]]:
        """What a part points to: identity, kind, the name of the other part."""
        folder, _, file = part.rpartition("/")
        data = self.parts.get(f"{folder}/_rels/{file}.rels".lstrip("/"))
        return iter(()) if data is None else _relations(data, folder)

    def tables(self, part: str) -> Iterator[Mapping[str, str]]:
        """What the tables (ListObjects) of a sheet say of themselves."""
        for _, kind, target in self.related(part):
            if kind == "table" and target in self.parts:
                yield _plainly(fromstring(self.parts[target]).attrib)


def open_package(source: Path | bytes, name: str) -> Package | Problem:
    """The package at a path, or of bytes; a problem where it is too large or declares entities. OSError where it cannot
    be read, BadZipFile, ParseError, KeyError and their like where it is no workbook."""
    if (len(source) if isinstance(source, bytes) else source.stat().st_size) > MOST_BYTES:
        return too_large(name)
    place = Place(name)
    with zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as archive:
        listed = archive.infolist()
        # zipfile stops reading a part at the size it declares, so that sizes cannot lie.
        if len(listed) > MOST_PARTS or sum(part.file_size for part in listed) > MOST_UNPACKED:
            hint = msg("keep the data alone in a workbook of its own")
            return BOMB.broken(place, msg("this workbook unpacks to too much"), hint)
        parts = {
            _known_as(part.filename): archive.read(part)
            for part in listed
            if part.filename.casefold().endswith((".xml", ".rels"))
        }
    for part, data in parts.items():
        if not _is_plain(data):
            return ENTITIES.broken(place, msg("the part {part} is no plain UTF-8 XML", part=part), SAVED_BY_EXCEL)
    return _package(parts)


def _known_as(part: str) -> str:
    """A part's name as it is looked up: programs differ in slashes and in case, and case says nothing."""
    return part.replace("\\", "/").lstrip("/").casefold()


def _is_plain(xml: bytes) -> bool:
    """XML in UTF-8 without a document type, in which alone entities could be declared."""
    return b"\0" not in xml and not xml.startswith((b"\xff\xfe", b"\xfe\xff")) and b"<!DOCTYPE" not in xml


def _package(parts: Mapping[str, bytes]) -> Package:
    main = next(target for _, kind, target in _relations(parts["_rels/.rels"], "") if kind == "officeDocument")
    folder, _, file = main.rpartition("/")
    related = list(_relations(parts[f"{folder}/_rels/{file}.rels".lstrip("/")], folder))
    book = fromstring(parts[main])
    by_id = {identity: (kind, target) for identity, kind, target in related}
    shared = {kind: parts[target] for _, kind, target in related if kind in _SHARED and target in parts}
    properties = {tag_of(child): _plainly(child.attrib) for child in book}
    sheets = tuple(_sheets(book, by_id))
    if not sheets:
        raise KeyError("sheets")
    return Package(
        parts=parts,
        sheets=sheets,
        texts=tuple(_texts(shared.get("sharedStrings", b""))),
        formats=tuple(_formats(shared.get("styles", b""))),
        names=tuple(_names(book)),
        since_1904=properties.get("workbookPr", {}).get("date1904") in ("1", "true"),
        uncalculated=properties.get("calcPr", {}).get("fullCalcOnLoad") in ("1", "true"),
    )


_SHARED = ("sharedStrings", "styles")


def _relations(data: bytes, folder: str) -> Iterator[tuple[str, str, str]]:
    for each in fromstring(data):
        target = each.get("Target", "").replace("\\", "/")
        whole = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        yield each.get("Id", ""), each.get("Type", "").rpartition("/")[2], _known_as(whole)


def _sheets(book: Element, related: Mapping[str, tuple[str, str]]) -> Iterator[ListedSheet]:
    """The sheets of cells in their order; a sheet that is one chart holds none."""
    for sheet in _under(book, "sheets"):
        told = _plainly(sheet.attrib)
        kind, part = related.get(told.get("id", ""), ("", ""))
        if kind == "worksheet":
            yield ListedSheet(told["name"], part, told.get("state", "visible") == "visible")


def _names(book: Element) -> Iterator[tuple[str, int | None, str]]:
    for name in _under(book, "definedNames"):
        number = name.get("localSheetId")
        yield name.get("name", ""), None if number is None else int(number), (name.text or "").strip()


def _texts(data: bytes) -> Iterator[tuple[Run, ...]]:
    if data:
        yield from (runs_of(each) for each in fromstring(data) if tag_of(each) == "si")


def _formats(data: bytes) -> Iterator[str]:
    """The number format of each style of cells."""
    if not data:
        return
    styles = fromstring(data)
    own = {each.get("numFmtId", ""): each.get("formatCode", "") for each in _under(styles, "numFmts")}
    for style in _under(styles, "cellXfs"):
        number = style.get("numFmtId", "0")
        yield own.get(number) or BUILT_IN.get(int(number), "General")


def _under(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if tag_of(child) == tag:
            yield from child


def tag_of(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _plainly(attributes: Mapping[str, Any]) -> Mapping[str, str]:
    return {name.rpartition("}")[2]: value for name, value in attributes.items()}
