"""The fonts of charts: the bundled ones, then the system's; their measures, and what none of them can draw.

matplotlib's font manager looks for each character in a list of families, so a character that the bundled Bold lacks is
taken from the bundled Regular. Everything of matplotlib is imported when first used: it takes most of a second to load.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen.charts.drawing.line_breaking import printed, tidy
from reportgen.charts.marks import texts
from reportgen.document import Chart
from reportgen.languages import LANGUAGES
from reportgen.messages import msg
from reportgen.records import record
from reportgen.template.model import ChartFace

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties

MM_PER_INCH = 25.4
FAMILY = "Reportgen Sans SC"
FAMILIES: dict[ChartFace, tuple[str, ...]] = {"sans": (FAMILY,), "serif": ("Reportgen Serif SC", FAMILY)}
"""The bundled families of a face, in the order in which a character is looked for."""
_REGULAR_ONLY = ("Reportgen Serif SC",)
"""The bundled families without a Bold: the font manager would take another family's."""
_FOR_BOLD = "-as-bold"
FOLDERS = (Path(__file__).parents[3] / "fonts", Path(__file__).parents[2] / "fonts")  # a checkout's, an installation's
SYSTEM = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "DejaVu Sans")


def features(language: str) -> tuple[str, ...]:
    """The OpenType features of a language: quotation marks of their own width, unless its characters are wide too."""
    return () if LANGUAGES[language].wide else ("pwid",)


@record
class Fonts:
    """The bundled fonts, then the system's: measures characters at the resolution they will be painted in."""

    dpi: int
    face: ChartFace = "sans"

    def advance(self, character: str, size: float, bold: bool, language: str) -> float:
        """The width of a character in millimeters, as the renderer will set it."""
        return _advance(character, size, bold, features(language), self.dpi, self.face)


@lru_cache(maxsize=32_768)
def _advance(character: str, size: float, bold: bool, features: tuple[str, ...], dpi: int, face: ChartFace) -> float:
    from matplotlib.backends.backend_agg import get_hinting_flag

    drawn = printed(character)
    if not drawn:
        return 0.0
    chain = _chain(bold, face)
    font = next((font for font in chain if font.get_char_index(ord(drawn))), chain[0])
    font.set_size(size, dpi)
    font.set_text(drawn, 0.0, flags=get_hinting_flag(), features=features)
    return font.get_width_height()[0] / 64 * MM_PER_INCH / dpi


def bundled() -> tuple[Path, ...]:
    """The files of the bundled fonts."""
    return tuple(path for folder in FOLDERS for path in sorted(folder.glob("Reportgen*SC-*.ttf")))


@cache
def _known() -> frozenset[str]:
    """The families at hand, the bundled ones among them."""
    manager = _manager()
    for path in bundled():
        manager.fontManager.addfont(path)
        if path.stem.endswith("-Regular"):
            family = next(name for names in FAMILIES.values() for name in names if path.stem.startswith(_stem(name)))
            entry = manager.FontEntry(fname=str(path), name=family + _FOR_BOLD, weight="bold")
            manager.fontManager.ttflist.append(entry)
    return frozenset(entry.name for entry in manager.fontManager.ttflist)


def _stem(family: str) -> str:
    """What the names of a bundled family's files start with."""
    return family.replace(" ", "")


def _families(bold: bool, face: ChartFace) -> list[str]:
    """The families to look a character up in, only those at hand: an unknown name costs time and a warning."""
    ours = [name for family in FAMILIES[face] for name in (family, *((family + _FOR_BOLD,) if bold else ()))]
    return [family for family in (*ours, *SYSTEM) if family in _known() and not (bold and family in _REGULAR_ONLY)]


@lru_cache(maxsize=64)
def properties(size: float, bold: bool, face: ChartFace = "sans") -> FontProperties:
    """The families in a size and weight, as matplotlib wants them told."""
    return _manager().FontProperties(family=_families(bold, face), size=size, weight=_weight(bold))


def typeface(prop: Any) -> Any:
    """The font that takes each character from the first of the families that has it; this thread's own."""
    serif = prop.get_family()[0].startswith(FAMILIES["serif"][0])
    return _manager().get_font(_files(prop.get_weight() == "bold", "serif" if serif else "sans"))


@cache
def _chain(bold: bool, face: ChartFace) -> tuple[Any, ...]:
    """The fonts of the families, in their order."""
    return tuple(_manager().get_font(file) for file in _files(bold, face))


@cache
def _files(bold: bool, face: ChartFace) -> tuple[Any, ...]:
    """The files of the families, in their order: matplotlib alone would look them up for every text."""
    manager = _manager()
    wanted = (manager.FontProperties(family=family, weight=_weight(bold)) for family in _families(bold, face))
    return tuple(manager.findfont(one, fallback_to_default=False) for one in wanted)


def _weight(bold: bool) -> str:
    return "bold" if bold else "normal"


def _manager() -> Any:
    """matplotlib's font manager, whose types are known only in part."""
    from matplotlib import font_manager

    return font_manager


def uncovered(chart: Chart) -> Iterator[str]:
    """Each character of the chart that no font at hand can draw, and where it stands."""
    named: set[str] = set()
    for told in texts(chart):
        for character in dict.fromkeys(printed(tidy("".join(text for _, text in told.words)))):
            if character in named or _drawable(character):
                continue
            named.add(character)
            yield msg(
                "no font at hand has the character '{character}' (U+{code:04X}) in {where}: replace it",
                character=character,
                code=ord(character),
                where=told.where(),
            )


@lru_cache(maxsize=8192)
def _drawable(character: str) -> bool:
    return any(font.get_char_index(ord(character)) for font in _chain(False, "sans"))


def settled(chart: Chart) -> bool:
    """Whether the bundled fonts have every character of the chart, so that it looks the same on any system."""
    if FAMILY not in _known():
        return False
    ours = _chain(False, "sans")[0]
    drawn = {character for told in texts(chart) for _, text in told.words for character in printed(tidy(text))}
    return all(ours.get_char_index(ord(character)) for character in drawn)
