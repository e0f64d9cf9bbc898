"""The font table: every font the look names, with the open fonts that stand in where it is missing."""

from __future__ import annotations

from reportgen.template.model import FaceName, Look
from reportgen.word.ooxml.xml import NAMESPACES, attribute
from reportgen.word.styles.scripts import is_cjk

_USES: tuple[FaceName, ...] = ("body", "heading", "title", "subheading", "page_number")
_CHARSETS = {True: "86", False: "00"}  # GB 2312 and Western, as Windows counts them


def font_table_part(look: Look) -> str:
    """The part word/fontTable.xml."""
    listed: dict[str, str] = {}
    for language, face in look.fonts.items():
        for use in _USES:
            names = face.of(use)
            family = "auto" if not face.serif else "roman" if use in face.serif else "swiss"
            listed.setdefault(names[0], _font(names, family, is_cjk(language)))
    return f"<w:fonts {NAMESPACES}>{''.join(listed.values())}</w:fonts>"


def _font(names: tuple[str, ...], family: str, east_asian: bool) -> str:
    """A font; by its family a program that has none of the names looks for one with serifs, or without."""
    first, *others = names
    stand_ins = f'<w:altName w:val="{attribute(",".join(others))}"/>' if others else ""
    return (
        f'<w:font w:name="{attribute(first)}">{stand_ins}<w:charset w:val="{_CHARSETS[east_asian]}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
    )
