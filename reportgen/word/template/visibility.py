"""Styles whose words could not be seen in a new file, as those of a title on a dark cover that a briefing has not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

from reportgen.messages import listing, msg, plural
from reportgen.template.contrast import contrast, ground_of
from reportgen.template.model import Look
from reportgen.word.ooxml.tree import child, find_all, new_element, put_child, val
from reportgen.word.styles.effective import effective_properties
from reportgen.word.styles.names import CHARACTER, PARAGRAPH
from reportgen.word.template.matching import StyleMatches
from reportgen.word.template.sanitize import Finding

_UNSEEN = 1.6  # the contrast below which words are lost on paper
_ROLES = {style.id: role for role, style in (*PARAGRAPH.items(), *CHARACTER.items())}
_ELSEWHERE = ("header", "footer")  # they stand on grounds of their own, which come along
_AFTER_RUN = ("tblPr", "trPr", "tcPr", "tblStylePr")
_AFTER_COLOR = (
    *("spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText"),
    *("vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
)


def show_unseen(styles: Element, matched: StyleMatches, look: Look, kept: Collection[str]) -> Iterator[Finding]:
    """Give the styles of roles that would not be seen Word's own color of text; those in `kept` stay as they are."""
    names: list[str] = []
    for our_id, their_id in matched.ids.items():
        role = _ROLES.get(our_id.removesuffix("Second").removesuffix("Column"), "")
        if role and role not in _ELSEWHERE and their_id not in kept and _is_unseen(styles, their_id, look, role):
            style = next(found for found in find_all(styles, "style") if val(found, "styleId") == their_id)
            _color_as_text(style)
            names.append(f"'{val(child(style, 'name'))}'")
    if names:
        message = plural(
            "the words of its style {styles} cannot be seen on their ground",
            "the words of its styles {styles} cannot be seen on their ground",
            len(names),
            styles=listing(names, "unit"),
        )
        yield message, msg("they are set in the color of the text")


def _is_unseen(styles: Element, style_id: str, look: Look, role: str) -> bool:
    """Whether a style's words have nearly the color of what they would stand on; a style may bring its own ground."""
    properties = effective_properties(styles, style_id)
    color = properties.get("color.val", "")
    grounded = properties.get("shd.fill", "auto") != "auto" or "highlight.val" in properties
    if grounded or not re.fullmatch("[0-9A-Fa-f]{6}", color):
        return False
    return contrast(color, look.palette.of(ground_of(look, role))) < _UNSEEN


def _color_as_text(style: Element) -> None:
    """Word's own color, which is black; said, since a style may inherit another."""
    properties = child(style, "rPr")
    if properties is None:
        properties = new_element("rPr")
        put_child(style, properties, *_AFTER_RUN)
    put_child(properties, new_element("color", val="auto"), *_AFTER_COLOR)
