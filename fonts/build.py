"""Derives the static chart fonts from the variable Noto Sans SC in a pinned PyPI package; not needed to run reportgen.

    python fonts/build.py [WHEEL]

needs fonttools and skia-pathops (the versions are in README.md); without WHEEL the package is fetched with pip.
The bytes repeat: no date, path or machine enters them.
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

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont

PACKAGE = "justmytype-intl-cjk==0.1.0"
PACKAGE_SHA256 = "06d9665542bfcad373716bb80583aa2d9bb2086a054fe11f706b9bd41e03f256"
MEMBER = "justmytype_intl_cjk/fonts/ofl/notosanssc/NotoSansSC[wght].ttf"
LICENSE = "justmytype_intl_cjk/fonts/ofl/notosanssc/OFL.txt"

FAMILY = "Reportgen Sans SC"  # the license reserves "Source"; a changed font should not pass for Noto either
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
    """A static face: its style name, its weight on the variable axis, and the characters it holds."""

    style: str
    weight: int
    characters: frozenset[int]

    @property
    def path(self) -> Path:
        return HERE / f"ReportgenSansSC-{self.style}.ttf"


def in_blocks(*blocks: tuple[int, int]) -> frozenset[int]:
    return frozenset(code for first, last in blocks for code in range(first, last + 1))


def gb2312() -> frozenset[int]:
    """The 7,445 characters of GB 2312, asked of Python's own codec."""
    return frozenset(code for code in range(0x80, 0xFFFF) if chr(code).encode("gb2312", "ignore"))


def faces() -> tuple[Face, Face]:
    symbols = in_blocks(*SYMBOLS)
    regular = symbols | in_blocks(*CHINESE) | frozenset(map(ord, GENERAL_STANDARD_A))
    return Face("Regular", 400, regular), Face("Bold", 700, symbols | gb2312())


def fetched(directory: Path) -> Path:
    """The package's wheel, downloaded with pip into `directory`."""
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    subprocess.run([*pip, "--dest", str(directory), PACKAGE], check=True)
    return next(directory.glob("*.whl"))


def package(wheel: Path) -> zipfile.ZipFile:
    """The opened wheel, refused when it is not the pinned one."""
    content = wheel.read_bytes()
    if (found := hashlib.sha256(content).hexdigest()) != PACKAGE_SHA256:
        raise SystemExit(f"{wheel.name} is not {PACKAGE}: its sha256 is {found}, expected {PACKAGE_SHA256}")
    return zipfile.ZipFile(io.BytesIO(content))


def derived(source: bytes, face: Face) -> bytes:
    """The face as a static TrueType file: subset first, because an instance of 30,000 glyphs takes minutes."""
    font: Any = TTFont(io.BytesIO(source), recalcTimestamp=False)
    options: Any = Options()
    options.layout_features = list(LAYOUT)
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_bounds = True
    options.drop_tables += ["vhea", "vmtx", "BASE"]
    subsetter: Any = Subsetter(options)
    subsetter.populate(unicodes=face.characters)
    subsetter.subset(font)
    static: Any = instantiateVariableFont(font, {"wght": face.weight}, overlap=OverlapMode.REMOVE)
    christen(static, face)
    out = io.BytesIO()
    static.save(out)
    return out.getvalue()


def christen(font: Any, face: Face) -> None:
    """Gives the font its own name, weight and fixed date; copyright and license stay as they came."""
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in KEPT_NAMES and record.platformID == 3]
    postscript = f"{FAMILY.replace(' ', '')}-{face.style}"
    full = FAMILY if face.style == "Regular" else f"{FAMILY} {face.style}"
    spoken = {
        1: FAMILY,
        2: face.style,
        3: f"{VERSION};{postscript}",
        4: full,
        5: f"Version {VERSION}",
        6: postscript,
        10: f"A static subset of variable Noto Sans SC at weight {face.weight}, made by reportgen's fonts/build.py.",
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
    with tempfile.TemporaryDirectory() as directory:
        archive = package(Path(arguments[0]) if arguments else fetched(Path(directory)))
    source = archive.read(MEMBER)
    (HERE / "OFL.txt").write_bytes(archive.read(LICENSE))
    for face in faces():
        content = derived(source, face)
        face.path.write_bytes(content)
        print(f"{hashlib.sha256(content).hexdigest()}  {face.path.name}  {len(content):,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
