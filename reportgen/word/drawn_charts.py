"""The charts that stand in a Word file as people have it: what they show, what their workbooks hold, their pictures.

Workbooks and pictures come from strangers: what cannot be read counts as not there.
"""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element, ParseError

from reportgen.content.data.package import open_package
from reportgen.content.data.sheet import Sheet, area_of, read_sheet
from reportgen.ledger import chart_digest, digest
from reportgen.problems import Problem
from reportgen.records import record
from reportgen.word.ooxml.package_reader import Relationship, WordFileError, WordPackage, attribute, local

_PLAIN_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"pHYs", b"IDAT", b"IEND"}
"""What a PNG drawn here is made of; programs that compress pictures add what they know of colors."""

_MOST_POINTS = 20_000


@record
class Cached:
    """Some figures or names of a chart: the cells that they are said to stand in, and what the chart shows."""

    cells: str
    shown: tuple[str, ...]


@record
class DrawnChart:
    """A drawing of the body: what it is called, and its picture or what it shows as a chart of Word.

    `workbook` tells, by the cells, what a chart's workbook holds where the chart shows something else. `plain` is
    whether the picture is made as those are that are drawn here.
    """

    name: str
    paragraph: Element
    data: str = ""
    values: tuple[str, ...] = ()
    workbook: tuple[tuple[Cached, tuple[str, ...]], ...] = ()
    picture: str = ""
    plain: bool = False


def drawn_charts(opened: WordPackage, body: Element) -> Iterator[DrawnChart]:
    """Every picture and chart of the body in its order: of two versions of one drawing, both."""
    targets = {each.id: each for each in opened.relations(opened.main) if not each.external}
    for drawing in body.iter():
        if local(drawing) == "drawing":
            yield from _drawing(opened, drawing, targets)


def _drawing(opened: WordPackage, drawing: Element, targets: Mapping[str, Relationship]) -> Iterator[DrawnChart]:
    name, paragraph = "", _paragraph(drawing)
    for element in drawing.iter():
        kind = local(element)
        if kind == "docPr":
            name = attribute(element, "name") or ""
        elif kind in ("chart", "blip"):
            related = targets.get(attribute(element, "id" if kind == "chart" else "embed") or "")
            if related is None or related.target not in opened.sizes:
                continue
            if kind == "chart" and related.kind == "chart":
                yield _chart(opened, related.target, name, paragraph)
            elif kind == "blip":
                data = opened.raw(related.target)
                yield DrawnChart(name, paragraph, picture=digest(data), plain=_is_plain(data))


def _paragraph(element: Element) -> Element:
    """The outermost paragraph that a drawing hangs on."""
    found = element
    for above in element.iterancestors():  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
        if local(above) == "p":  # pyright: ignore[reportUnknownArgumentType]
            found = above  # pyright: ignore[reportUnknownVariableType]
    return found  # pyright: ignore[reportUnknownVariableType]


def _is_plain(png: bytes) -> bool:
    """Whether it is a PNG of nothing but what those have that are drawn here, its density told."""
    if not png.startswith(b"\x89PNG\r\n\x1a\n"):
        return False
    kinds: set[bytes] = set()
    at = 8
    while at + 8 <= len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kinds.add(png[at + 4 : at + 8])
        at += length + 12
    return kinds <= _PLAIN_CHUNKS and b"pHYs" in kinds


# ---- charts of Word -----------------------------------------------------------------------------


def _chart(opened: WordPackage, part: str, name: str, paragraph: Element) -> DrawnChart:
    root = opened.part(part)
    values = tuple(value.text or "" for value in root.iter() if local(value) == "v")
    sheets = _sheets(opened, part)
    differing = tuple(_differing(_cached(root), sheets)) if sheets else ()
    return DrawnChart(name, paragraph, chart_digest(values), values, differing)


def _cached(root: Element) -> Iterator[Cached]:
    for reference in root.iter():
        if local(reference) in ("numRef", "strRef"):
            cells = next((each.text or "" for each in reference if local(each) == "f"), "")
            kept = [each for each in reference if local(each) in ("numCache", "strCache")]
            points = {
                int(attribute(point, "idx") or "0"): next((each.text or "" for each in point if local(each) == "v"), "")
                for each in kept
                for point in each
                if local(point) == "pt" and (attribute(point, "idx") or "0").isdecimal()
            }
            last = max(points, default=-1)
            if last < _MOST_POINTS:
                yield Cached(cells, tuple(points.get(place, "") for place in range(last + 1)))


def _sheets(opened: WordPackage, part: str) -> Mapping[str, Sheet]:
    """The sheets of a chart's workbook by their names; none where there is no workbook, or it cannot be read."""
    target = next((each.target for each in opened.relations(part) if each.kind == "package" and not each.external), "")
    if target not in opened.sizes:
        return {}
    try:
        package = open_package(opened.raw(target), target)
        if isinstance(package, Problem):
            return {}
        return {listed.name: read_sheet(package, number) for number, listed in enumerate(package.sheets)}
    except (WordFileError, zipfile.BadZipFile, ParseError, KeyError, ValueError, IndexError, StopIteration, OSError):
        return {}


_REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)")


def _differing(cached: Iterator[Cached], sheets: Mapping[str, Sheet]) -> Iterator[tuple[Cached, tuple[str, ...]]]:
    """What a chart shows of cells that hold something else, and what they hold."""
    for each in cached:
        told = _REFERENCE.fullmatch(each.cells)
        sheet = sheets.get((told[1] or "").replace("''", "'") or told[2]) if told else None
        area = area_of(told[3].replace("$", "")) if told else None
        if sheet is None or area is None or (area.bottom - area.top + 1) * (area.right - area.left + 1) > _MOST_POINTS:
            continue
        held = tuple(
            stored.value if (stored := sheet.cells.get(row, {}).get(column)) else ""
            for row in range(area.top, area.bottom + 1)
            for column in range(area.left, area.right + 1)
        )
        length = max(len(held), len(each.shown))
        pairs = zip(*(values + ("",) * (length - len(values)) for values in (held, each.shown)), strict=True)
        if any(not _equal(one, other) for one, other in pairs):
            yield each, held


def _equal(one: str, other: str) -> bool:
    """Whether two values are the same number, or the same words but for blanks and line ends."""
    try:
        a, b = Decimal(one), Decimal(other)
        return a == b or abs(a - b) <= max(abs(a), abs(b)) * Decimal("1e-12")  # a cache holds binary fractions
    except InvalidOperation:
        return "".join(one.split()) == "".join(other.split())
