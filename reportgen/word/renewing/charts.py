"""Charts in a person's file: found by what they show, whatever a program has called their parts, and renewed in place.

How large a person made one stays; its height follows the new picture's.
"""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any, cast
from xml.etree.ElementTree import Element

from reportgen.ledger import LedgerChart, chart_digest, digest
from reportgen.records import record
from reportgen.word.body.pictures import DRAWING
from reportgen.word.cutting import parent
from reportgen.word.ooxml.graphics import WORKBOOK_ID, Graphic, NativeChart, Picture
from reportgen.word.ooxml.ledger_part import chart_values
from reportgen.word.ooxml.package_reader import local
from reportgen.word.ooxml.tree import KINDS, RELATIONS, R
from reportgen.word.ooxml.xml import emu
from reportgen.word.renewing.parts import EditedPackage

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_A, _C = f"{{{DRAWING}}}", f"{{{DRAWING}/chart}}"
_FRAMES = ("inline", "anchor")
_LARGEST_SHEET = 4_000_000
_PNG_HEAD = 24


@record
class Frame:
    """A drawing in a file: its frame, the part that it shows, a digest of that; its name and its words.

    `chart` is one that Word draws; another is a picture.
    """

    element: Element
    part: str
    shown: str
    name: str
    alt: str
    chart: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height, in EMU."""
        extent = next((each for each in self.element if local(each) == "extent"), None)
        if extent is None:
            return 0, 0
        wide, high = extent.get("cx", "0"), extent.get("cy", "0")
        return (int(wide), int(high)) if wide.isdecimal() and high.isdecimal() else (0, 0)


def frames(package: EditedPackage) -> Iterator[Frame]:
    """Every picture and chart of the body."""
    for element in package.tree(package.main).iter():
        if local(element) in _FRAMES:
            about = next((each for each in element if local(each) == "docPr"), None)
            name, alt = ("", "") if about is None else (about.get("name", ""), about.get("descr", ""))
            for inside in element.iter():
                if local(inside) == "blip" and (told := inside.get(R + "embed")):
                    _, part, external = package.target(package.main, told)
                    if not external and package.has(part):
                        yield Frame(element, part, digest(package.bytes_of(part)), name, alt)
                elif inside.tag == _C + "chart" and (told := inside.get(R + "id")):
                    _, part, external = package.target(package.main, told)
                    if not external and package.has(part):
                        values = chart_digest(chart_values(package.bytes_of(part)))
                        yield Frame(element, part, values, name, alt, chart=True)


def frames_of(found: Sequence[Frame], chart: LedgerChart, name: str) -> list[Frame]:
    """The frames that show a chart: by what it showed, else by its words, else by its name."""
    shown = {each for each in (chart.picture, chart.data) if each}
    certain = [each for each in found if each.shown in shown]
    worded = [each for each in found if chart.alt and digest(each.alt) == chart.alt and each not in certain]
    if certain:  # the picture that stands for a chart where none is drawn has its words too
        return certain + [each for each in worded if _twins(each, certain)]
    return worded or [each for each in found if name and each.name == name]


def _twins(frame: Frame, others: Sequence[Frame]) -> bool:
    """Whether two frames stand for each other, in one alternative content."""
    around = _alternatives(frame.element)
    return around is not None and any(_alternatives(each.element) is around for each in others)


def _alternatives(element: Element) -> Element | None:
    held = cast("Any", element).getparent()
    while held is not None and local(held) not in ("p", "body"):
        if local(held) == "AlternateContent":
            return cast("Element", held)
        held = held.getparent()
    return None


def holds(package: EditedPackage, frame: Frame, chart: LedgerChart, values: Collection[str]) -> bool:
    """Whether a chart that Word draws, and its workbook, still hold the figures that they were made of.

    Programs write them anew in their own ways; `values` are those of its facts, of which the digits are looked for.
    """
    if not frame.chart:
        return True
    wanted = Counter(digits for value in values if (digits := _digits(value)))
    if frame.shown != chart.data and not wanted <= Counter(map(_digits, chart_values(package.bytes_of(frame.part)))):
        return False
    workbook = _workbook_of(package, frame.part)
    cells = _cells(package.bytes_of(workbook)) if workbook else ()
    return not workbook or wanted <= Counter(map(_digits, cells))


def _digits(value: str) -> str:
    """The leading digits of a number, whatever power of ten it is told in; empty for words and for nothing."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return ""
    if not number.is_finite() or number == 0:
        return ""
    return f"{number:.11e}".partition("e")[0].rstrip("0")


def _workbook_of(package: EditedPackage, part: str) -> str:
    for entry in package.relations(part):
        kind, target, external = package.target(part, entry.get("Id", ""))
        if kind.endswith("/package") and not external and package.has(target):
            return target
    return ""


_CELL = re.compile(r"<(?:\w+:)?c(?=[ >])([^>]*)>(?:<(?:\w+:)?f[^<]*</[^>]*>)?<(?:\w+:)?v>([^<]*)</")


def _cells(workbook: bytes) -> list[str]:
    """The values in a workbook's sheets; words, which a cell has by their number in a list, are none."""
    found: list[str] = []
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(BytesIO(workbook)) as book:
        for entry in book.infolist():
            if entry.filename.startswith("xl/worksheets/") and entry.file_size < _LARGEST_SHEET:
                cells = _CELL.findall(book.read(entry).decode(errors="replace"))
                found += (value for about, value in cells if 't="s"' not in about)
    return found


def is_ours(package: EditedPackage, frame: Frame, chart: LedgerChart, drawn: Graphic) -> bool:
    """Whether what a frame shows is what was drawn for it, packed anew by a program at most."""
    if frame.shown in (chart.picture, chart.data):
        return True
    if frame.chart:
        return isinstance(drawn, NativeChart)
    picture = drawn.picture if isinstance(drawn, NativeChart) else drawn
    if picture is None or not chart.alt or digest(frame.alt) != chart.alt:
        return False
    return _width(package.bytes_of(frame.part)) == _width(picture.png)


def _width(png: bytes) -> tuple[int, ...]:
    """The width of a PNG in pixels; nothing for another format."""
    return struct.unpack(">I", png[16:20]) if png.startswith(b"\x89PNG") and len(png) > _PNG_HEAD else ()


def renew(package: EditedPackage, frame: Frame, drawn: Graphic, alt: str | None) -> None:
    """Show a chart as it is drawn now, and say so to those who cannot see it; where `alt` is None, its words stay."""
    picture = drawn.picture if isinstance(drawn, NativeChart) else drawn
    if frame.chart and isinstance(drawn, NativeChart):
        _chart(package, frame.part, drawn)
        _sized(frame, drawn.width_mm, max(drawn.height_mm, picture.height_mm if picture else 0.0))
    elif not frame.chart and picture is not None:
        _picture(package, frame, picture)
        _sized(frame, picture.width_mm, picture.height_mm)
    if alt is not None:
        say(frame, alt)


def say(frame: Frame, alt: str) -> None:
    """Tell a drawing to those who cannot see it."""
    for each in frame.element.iter():
        if local(each) in ("docPr", "cNvPr") and "descr" in each.attrib:
            each.set("descr", alt)


def _picture(package: EditedPackage, frame: Frame, picture: Picture) -> None:
    name = frame.part
    if not name.lower().endswith(".png"):
        name = package.add(posixpath.join(posixpath.dirname(name), "image.png"), picture.png, "image/png")
        told = package.relate(package.main, f"{KINDS}image", name)
        for each in frame.element.iter(_A + "blip"):
            each.set(R + "embed", told)
    package.raw[name] = picture.png
    for vector in [each for each in frame.element.iter() if local(each) == "svgBlip"]:
        _, part, _ = package.target(package.main, vector.get(R + "embed", ""))
        if picture.svg and part:
            package.raw[part] = picture.svg
        else:
            extension = parent(vector)
            parent(extension).remove(extension)


def _chart(package: EditedPackage, part: str, drawn: NativeChart) -> None:
    """Put a chart and its workbook in place of another's; what a program put beside it goes with it."""
    workbook = ""
    relations = package.relations(part)
    for entry in list(relations):
        kind, target, external = package.target(part, entry.get("Id", ""))
        if kind.endswith("/package") and not external and package.has(target):
            workbook = target
        elif not external and package.has(target):
            package.remove(target)
        relations.remove(entry)
    if workbook:
        package.raw[workbook] = drawn.workbook
        package.trees.pop(workbook, None)
    else:
        workbook = package.add("word/embeddings/workbook.xlsx", drawn.workbook, _WORKBOOK)
    target = posixpath.relpath(workbook, posixpath.dirname(part) or ".")
    about = {"Id": WORKBOOK_ID, "Type": f"{KINDS}package", "Target": target}
    relations.append(relations.makeelement(f"{{{RELATIONS}}}Relationship", about))
    package.raw[part] = drawn.part
    package.trees.pop(part, None)


def _sized(frame: Frame, width: float, height: float) -> None:
    """As wide as it was, and as high as what it shows now then is."""
    wide, _ = frame.size
    if not wide or width <= 0:
        return
    high = str(round(wide * emu(height) / emu(width)))
    for each in frame.element.iter():
        if local(each) in ("extent", "ext") and each.get("cx") == str(wide):
            each.set("cy", high)
