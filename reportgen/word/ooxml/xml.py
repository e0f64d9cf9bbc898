"""Words as XML text, and lengths in the units that Word's XML counts in. No elements of the format stand here."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from reportgen.messages import msg
from reportgen.numbers.model.pattern import Pattern

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""What a part opens with."""

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
"""The declarations that every part of a Word file but its body opens with; the body's are in base/document.xml."""

_FORBIDDEN = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def words(text: str) -> str:
    """The text as XML character data; ValueError where XML 1.0 forbids a character."""
    if not text.isprintable() and (forbidden := _FORBIDDEN.search(text)):  # all that XML forbids cannot be printed
        raise ValueError(
            msg(
                "the character U+{code:04X} cannot stand in a Word file: {text}",
                code=ord(forbidden[0]),
                text=repr(text[:40]),
            )
        )
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """The text as the value of an attribute in double quotes."""
    return words(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def twips(millimeters: Decimal) -> int:
    """Twentieths of a point: indents, widths and margins."""
    return _whole(millimeters * 1440 / Decimal("25.4"))


def twentieths(points: Decimal) -> int:
    """Twentieths of a point from points: spacing and line heights."""
    return _whole(points * 20)


def half_points(points: Decimal) -> int:
    """Type sizes."""
    return _whole(points * 2)


def eighths(points: Decimal) -> int:
    """The widths of rules."""
    return _whole(points * 8)


def emu(millimeters: float) -> int:
    """The sizes of drawings: 36,000 a millimeter."""
    return round(millimeters * 36_000)


def _whole(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_HALF_UP))
