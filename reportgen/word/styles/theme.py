"""The theme: the palette and fonts that Word offers to whoever edits the file. No style depends on it."""

from __future__ import annotations

from itertools import cycle, islice

from reportgen.template.model import Look
from reportgen.word.ooxml.package import base
from reportgen.word.ooxml.xml import attribute
from reportgen.word.styles.scripts import slot_faces


def theme_part(look: Look) -> str:
    """The part word/theme/theme1.xml."""
    frame = base("theme.xml")
    return frame.format(name=attribute(look.name), colors=_colors(look), fonts=_fonts(look))


def _colors(look: Look) -> str:
    """The twelve colors of a theme; charts' own come as the accents."""
    palette = look.palette
    accents = islice(cycle(palette.series), 6)
    named = {
        "dk1": palette.ink,
        "lt1": palette.paper,
        "dk2": palette.accent,
        "lt2": palette.tint,
        **{f"accent{index}": color for index, color in enumerate(accents, 1)},
        "hlink": palette.accent2,
        "folHlink": palette.grey,
    }
    return "".join(
        f'<a:{name}><a:srgbClr val="{color.removeprefix("#").upper()}"/></a:{name}>' for name, color in named.items()
    )


def _fonts(look: Look) -> str:
    latin, east_asian = slot_faces(look)
    pairs = {"major": (latin.heading, east_asian.heading), "minor": (latin.body, east_asian.body)}
    return "".join(
        f'<a:{name}Font><a:latin typeface="{attribute(latin[0])}"/><a:ea typeface="{attribute(east[0])}"/>'
        f'<a:cs typeface=""/></a:{name}Font>'
        for name, (latin, east) in pairs.items()
    )
