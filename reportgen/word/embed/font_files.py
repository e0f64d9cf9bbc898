"""Font files at hand, bundled and of the system: whether they may be embedded, and subsets of them.

Only open fonts are embedded: those whose own license says so and whose fsType allows it. fontTools is loaded when
first used.
"""

from __future__ import annotations

import logging
import os
import struct
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from reportgen.records import record

BUNDLED = "Reportgen Sans SC"
_BUNDLES = (Path(__file__).parents[3] / "fonts", Path(__file__).parents[2] / "fonts")  # a checkout's, an installation's
_SYSTEM = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts"),
    *("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts", "%WINDIR%/Fonts"),
)
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_OPEN = ("open font license", "scripts.sil.org/ofl", "openfontlicense", "apache license", "/licenses/license-2.0")
_FAMILY, _TYPOGRAPHIC, _LICENSE, _LICENSE_URL = 1, 16, 13, 14
_FORBIDS = 0x000E ^ 0x0008  # restricted, and for preview and print alone; 8 (editable) and 0 (installable) may stay
_NO_SUBSET = 0x0100
_WEIGHTS = {400: False, 700: True}  # regular and bold
_NAMES = (1, 2, 3, 4, 5, 6, 13, 14)  # what the font is called, and its license
_KEPT = ("kern", "mark", "mkmk", "ccmp", "locl", "calt", "pwid", "palt")


@record
class FontFile:
    """One face of a font file: upright, regular or bold."""

    family: str
    bold: bool
    path: Path
    index: int
    open: bool  # its license and its fsType let it be embedded


@cache
def installed_fonts() -> dict[tuple[str, bool], FontFile]:
    """Every upright face by each of its family names and by whether it is bold; the bundled ones come first."""
    from fontTools.ttLib import TTLibError  # pyright: ignore[reportMissingTypeStubs]

    files: dict[tuple[str, bool], FontFile] = {}
    for path in _files():
        try:
            for face in _faces(path):
                files.setdefault((face.family, face.bold), face)
        except (TTLibError, OSError, KeyError, AttributeError, AssertionError, struct.error):
            continue  # a damaged font is not at hand
    return files


def _files() -> Iterator[Path]:
    system = (Path(os.path.expandvars(folder)).expanduser() for folder in _SYSTEM)
    for folder in (*_BUNDLES, *system):
        if folder.is_dir():
            yield from sorted(path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS)


def _faces(path: Path) -> list[FontFile]:
    from fontTools.ttLib import TTCollection, TTFont  # pyright: ignore[reportMissingTypeStubs]

    collection = path.suffix.lower() in (".ttc", ".otc")
    with TTCollection(path, lazy=True) if collection else TTFont(path, lazy=True) as opened:
        fonts: list[Any] = cast("Any", opened).fonts if collection else [opened]
        return [face for index, font in enumerate(fonts) for face in _named(font, path, index)]


def _named(font: Any, path: Path, index: int) -> Iterator[FontFile]:
    """The face under each of its family names; none for italics, other weights, and fonts of no fixed weight."""
    style = font["OS/2"]
    if style.fsSelection & 1 or "fvar" in font or style.usWeightClass not in _WEIGHTS:
        return
    names = {str(entry) for entry in font["name"].names if entry.nameID in (_FAMILY, _TYPOGRAPHIC)}
    license_text = " ".join(str(font["name"].getDebugName(number) or "") for number in (_LICENSE, _LICENSE_URL))
    allowed = not style.fsType & (_FORBIDS | _NO_SUBSET)
    opened = allowed and any(word in license_text.lower() for word in _OPEN)
    for name in sorted(names):
        yield FontFile(name, _WEIGHTS[style.usWeightClass], path, index, opened)


def subset(face: FontFile, characters: Iterable[str]) -> tuple[bytes, frozenset[str]]:
    """The face with those characters alone, as TrueType, and the characters that it has none for."""
    from fontTools.subset import Options, Subsetter  # pyright: ignore[reportMissingTypeStubs]
    from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs]

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it warns of the dates of the fonts, which stay as they are
    wanted = sorted({ord(character) for character in characters})
    options: Any = Options(hinting=False, layout_features=list(_KEPT), notdef_outline=True, name_IDs=list(_NAMES))
    options.drop_tables += ["DSIG", "vhea", "vmtx", "VORG", "BASE"]
    subsetter: Any = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    with TTFont(face.path, fontNumber=face.index, lazy=True, recalcTimestamp=False) as opened:
        font: Any = opened
        missing = frozenset(chr(code) for code in wanted if code not in font.getBestCmap())
        subsetter.subset(font)
        if "CFF " in font:
            _to_truetype(font)
        written = BytesIO()
        font.save(written)
    return written.getvalue(), missing


def _to_truetype(font: Any) -> None:
    """Cubic outlines as quadratic ones, since Word embeds TrueType outlines alone."""
    from fontTools.pens.cu2quPen import Cu2QuPen  # pyright: ignore[reportMissingTypeStubs]
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # pyright: ignore[reportMissingTypeStubs]
    from fontTools.ttLib import newTable  # pyright: ignore[reportMissingTypeStubs]

    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    drawn: dict[str, Any] = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, font["head"].unitsPerEm / 1000, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphs, font["glyf"].glyphOrder = drawn, order
    del font["CFF "]
    for name in order:
        drawn[name].recalcBounds(font["glyf"])
    font["hmtx"].metrics = {name: (font["hmtx"][name][0], getattr(drawn[name], "xMin", 0)) for name in order}
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    for name in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements"):
        setattr(limits, name, 0)
    limits.maxZones, limits.maxSizeOfInstructions, limits.maxComponentElements = 1, 0, 0
    limits.maxPoints = limits.maxContours = limits.maxCompositePoints = limits.maxCompositeContours = 0
    limits.maxComponentDepth = 0
    font.sfntVersion = "\000\001\000\000"
    font["post"].formatType, font["post"].extraNames, font["post"].mapping = 3.0, [], {}
