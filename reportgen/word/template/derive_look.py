"""A look changed to suit a person's Word file, so that what the file lacks agrees with what it has.

Its page, its fonts, its colors and the size of its text are taken over; every other role keeps its proportion to the
body. Nothing of the file is drawn here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element

from reportgen.template.contrast import LEAST, contrast, mixed
from reportgen.template.model import Face, Look, Page, Palette, RunStyle, TextStyle
from reportgen.word.ooxml.package_reader import local
from reportgen.word.ooxml.tree import child, val
from reportgen.word.styles.effective import effective_properties
from reportgen.word.styles.names import PARAGRAPH
from reportgen.word.styles.scripts import is_cjk
from reportgen.word.template.matching import StyleMatches

_NARROWEST, _LOWEST = Decimal(80), Decimal(80)  # millimeters of text that a page must leave
_QUIET = (
    *("table-head", "table-cell", "metric-label", "metric-period", "note", "source", "footnote", "header", "footer"),
    *("caption", "issuer", "issue", "date", "metric", "title", "sources", "picture", "toc1", "toc2"),
)
"""Roles that grow with the body by half as much, so that tables and notes keep room."""

_ALIGNED = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "both"}
_TINT = 0.1
_ON_PAPER = 3.0  # the least contrast of a chart's marks


def derive_page(section: Element | None, base: Page) -> Page | None:
    """The file's page; None where it says none, or one that leaves no room for text."""
    size, margins = child_of(section, "pgSz"), child_of(section, "pgMar")
    if size is None or margins is None:
        return None
    sizes = {name: _mm(val(size, short)) for name, short in (("width", "w"), ("height", "h"))}
    sizes |= {side: abs(_mm(val(margins, side))) for side in ("top", "bottom", "left", "right", "header", "footer")}
    sizes["left"] += _mm(val(margins, "gutter"))
    if any(not 0 <= length <= 1000 for length in sizes.values()):
        return None
    high = sizes["height"] - sizes["top"] - sizes["bottom"]
    page = base.model_copy(update=dict(sizes))
    return page if page.text_width >= _NARROWEST and high >= _LOWEST else None


def child_of(element: Element | None, name: str) -> Element | None:
    """A child by Word's name, of an element that may not be there."""
    return None if element is None else child(element, name)


def _mm(twips: str) -> Decimal:
    """Millimeters of a length in twentieths of a point; 0 where it is none."""
    return Decimal(twips) * Decimal("25.4") / 1440 if re.fullmatch(r"-?[0-9]{1,6}", twips) else Decimal(0)


def derive_look(
    base: Look, styles: Element, matched: StyleMatches, theme: Element | None, sheet: Page | None, name: str
) -> Look:
    """The base look with the file's page, fonts, colors and sizes; its text stands where the file's does."""
    base = base.flush().model_copy(update={"in_language": {}})
    body = effective_properties(styles, matched.text or matched.ids.get("Normal", ""))
    heading = effective_properties(styles, matched.ids.get("Heading1", "")) if "Heading1" in matched.ids else body
    return base.model_copy(
        update={
            "name": name,
            "page": sheet or base.page,
            "fonts": _fonts(base, body, heading),
            "palette": _palette(base.palette, body, heading, theme),
            **_sized(base, _points(body.get("sz.val", "")) or base.styles["body"].size, styles, matched),
        }
    )


def _fonts(base: Look, body: Mapping[str, str], heading: Mapping[str, str]) -> dict[str, Face]:
    """The file's fonts first, the look's after them."""

    def led(names: tuple[str, ...], fonts: Mapping[str, str], slot: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for name in (fonts.get(f"rFonts.{slot}", ""), *names) if name))

    slots = {language: "eastAsia" if is_cjk(language) else "ascii" for language in base.fonts}
    return {
        language: Face(body=led(face.body, body, slots[language]), heading=led(face.heading, heading, slots[language]))
        for language, face in base.fonts.items()
    }


# ---- colors ------------------------------------------------------------------------


def _palette(base: Palette, body: Mapping[str, str], heading: Mapping[str, str], theme: Element | None) -> Palette:
    """Ink and accent from the file's text and headings, the colors of charts from its theme, where they can be read."""
    colors = theme_colors(theme)
    ink = _read(body, base.paper) or "#000000"
    accent = _read(heading, base.paper) or ink
    plain = accent == ink
    offered = [colors[name] for name in (f"accent{index}" for index in range(1, 7)) if name in colors]
    seen = [color for color in offered if contrast(color, base.paper) >= _ON_PAPER]
    series = tuple(dict.fromkeys((accent, *(() if plain else seen), *base.series)))[: max(5, len(base.series))]
    second = next((color for color in seen if color != accent and contrast(color, base.paper) >= LEAST), accent)
    return base.model_copy(
        update={
            "ink": ink,
            "accent": accent,
            "accent2": accent if plain else second,
            "tint": mixed(accent, base.paper, _TINT),
            "series": series,
        }
    )


def _read(rgb: Mapping[str, str], paper: str) -> str:
    """The color of text as #RRGGBB; none where it is left to Word or cannot be read on the paper."""
    color = rgb.get("color.val", "")
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", color) or contrast(color, paper) < LEAST:
        return ""
    return f"#{color.upper()}"


def theme_colors(theme: Element | None) -> dict[str, str]:
    """The theme's colors by their names: accent1, dk2, …"""
    colors: dict[str, str] = {}
    scheme = next((entry for entry in theme.iter() if local(entry) == "clrScheme"), None) if theme is not None else None
    for entry in scheme if scheme is not None else ():
        for color in entry:
            hex_color = color.get("val", "") if local(color) == "srgbClr" else color.get("lastClr", "")
            if re.fullmatch(r"[0-9A-Fa-f]{6}", hex_color):
                colors[local(entry)] = f"#{hex_color.upper()}"
    return colors


# ---- sizes -------------------------------------------------------------------------


def _sized(base: Look, size: Decimal, styles: Element, matched: StyleMatches) -> dict[str, Any]:
    """Every role in proportion to the file's body; the roles that the file has, at its own measures."""
    whole = min(max(size / base.styles["body"].size, Decimal("0.8")), Decimal("1.6"))
    half = (whole + 1) / 2

    def grown(styles_of: Mapping[str, TextStyle]) -> dict[str, TextStyle]:
        return {role: _grown(style, half if role in _QUIET else whole) for role, style in styles_of.items()}

    first = grown(base.styles)
    for role, style in first.items():
        if (their_id := matched.ids.get(PARAGRAPH[role].id)) and role not in ("toc1", "toc2"):
            first[role] = _measured(style, effective_properties(styles, their_id), base.fonts)
    second = {role: style.model_copy(update={"align": first[role].align}) for role, style in grown(base.second).items()}
    return {"styles": first, "second": second, "columns": grown(base.columns), "runs": _runs(base, half)}


def _runs(base: Look, by: Decimal) -> dict[str, RunStyle]:
    return {
        name: run.model_copy(update={"size": _half(run.size * by)}) if run.size else run
        for name, run in base.runs.items()
    }


def _grown(style: TextStyle, by: Decimal) -> TextStyle:
    line = {language: _half(height * by) for language, height in style.line.items()}
    return style.model_copy(update={"size": _half(style.size * by), "line": line})


def _half(points: Decimal) -> Decimal:
    """Rounded to half points, which is how finely Word counts type."""
    return (points * 2).to_integral_value() / 2


def _measured(
    style: TextStyle, properties: Mapping[str, str], languages: Sequence[str] | Mapping[str, Face]
) -> TextStyle:
    """The role at the measures of the file's own style, for estimates and for whatever is drawn beside it."""
    size = _points(properties.get("sz.val", "")) or style.size
    align = _ALIGNED.get(properties.get("jc.val", ""), style.align)
    changes: dict[str, Any] = {
        "align": align,
        "size": size,
        "bold": properties.get("b.val", "0") in ("1", "true", "on"),
    }
    exact = properties.get("spacing.lineRule", "auto") != "auto"
    line = _twentieths(properties.get("spacing.line", "")) if exact else size * Decimal("1.4")
    changes["line"] = dict.fromkeys(languages, line) if line else style.line
    changes |= {
        side: _twentieths(properties[key]) for side in ("before", "after") if (key := f"spacing.{side}") in properties
    }
    return style.model_copy(update=changes)


def _points(half_points: str) -> Decimal | None:
    """Points of a size in half points; None for none, or for one that no text has."""
    size = Decimal(half_points) / 2 if re.fullmatch(r"[0-9]{1,4}", half_points) else Decimal(0)
    return size if 4 <= size <= 200 else None


def _twentieths(size: str) -> Decimal:
    return min(Decimal(size) / 20, Decimal(1000)) if re.fullmatch(r"[0-9]{1,5}", size) else Decimal(0)
