"""The font table: every font the look names, with the open fonts that stand in where it is missing."""

from __future__ import annotations

from reportgen.template.model import Look
from reportgen.word.ooxml.xml import NAMESPACES, attribute
from reportgen.word.styles.scripts import is_cjk

_CHARSETS = {True: "86", False: "00"}  # GB 2312 and Western, as Windows counts them


def font_table_part(look: Look) -> str:
    """The part word/fontTable.xml."""
    listed: dict[str, str] = {}
    for language, face in look.fonts.items():
        for names in face.all():
            listed.setdefault(names[0], _font(names, is_cjk(language)))
    return f"<w:fonts {NAMESPACES}>{''.join(listed.values())}</w:fonts>"


def _font(names: tuple[str, ...], east_asian: bool) -> str:
    first, *others = names
    stand_ins = f'<w:altName w:val="{attribute(",".join(others))}"/>' if others else ""
    return (
        f'<w:font w:name="{attribute(first)}">{stand_ins}<w:charset w:val="{_CHARSETS[east_asian]}"/>'
        '<w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
    )
