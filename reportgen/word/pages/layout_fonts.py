"""With which fonts a file was laid out, and whether their letters are as wide as those that its look asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from reportgen.messages import Message, listing, msg
from reportgen.template.model import Look
from reportgen.word.pages.font_config import ALIKE
from reportgen.word.styles.scripts import slot_faces

if TYPE_CHECKING:
    from pypdf import PdfReader

PACKAGES = {
    "Calibri": "fonts-crosextra-carlito",
    "Cambria": "fonts-crosextra-caladea",
    "Times New Roman": "fonts-liberation",
    "Arial": "fonts-liberation",
    "Courier New": "fonts-liberation",
}
"""The packages of Debian that hold them."""

_OTHER = ("cjk", "opensymbol", "symbol", "wingdings", "song", "hei", "kai", "fang", "ming", "emoji")
"""Parts of the names of fonts that letters are never laid out with: Chinese characters are all as wide."""


def fonts_of(reader: PdfReader) -> tuple[str, ...]:
    """The names of the fonts in a PDF, without the marks of subsets and of faces, in their order."""
    found: set[str] = set()
    for page in reader.pages:
        fonts = cast("dict[str, Any]", page.get("/Resources", {}).get("/Font", {}))
        for font in fonts.values():
            name = str(font.get_object().get("/BaseFont", "")).lstrip("/")
            found.add(name.rpartition("+")[2].partition("-")[0].partition(",")[0])
    return tuple(sorted(found - {""}))


def other_widths(look: Look, languages: Sequence[str], used: Collection[str]) -> tuple[Message, ...]:
    """What replaced a font of the look's letters by one of other widths; nothing where all are as wide."""
    return tuple(_replaced(look, languages, used))


def _replaced(look: Look, languages: Sequence[str], used: Collection[str]) -> Iterator[Message]:
    wanted = list(dict.fromkeys(names[0] for names in slot_faces(look, languages).latin.all()))
    told = {_plain(name): name for name in used}
    right = {_plain(each) for name in wanted for each in (name, *ALIKE.get(name, ()))}
    strange = [name for plain, name in told.items() if plain not in right and not any(map(plain.__contains__, _OTHER))]
    for name in wanted:
        if not strange or {_plain(each) for each in (name, *ALIKE.get(name, ()))} & told.keys():
            continue
        if package := PACKAGES.get(name):
            yield msg(
                "{font} was laid out as {used}, whose letters have other widths: page numbers are estimates; install "
                "{package} for those of {font}",
                font=name,
                used=listing(strange, "unit"),
                package=package,
            )
        else:
            yield msg(
                "{font} was laid out as {used}, whose letters have other widths: page numbers are estimates",
                font=name,
                used=listing(strange, "unit"),
            )


def _plain(name: str) -> str:
    """A font's name as a PDF has it: no spaces, no capitals."""
    return name.replace(" ", "").removesuffix("MT").removesuffix("PS").lower()
