"""What a cell shows of the number or the text it holds, by its number format. Dates are date_format.py's.

No figure of a document is written by this: it is what Excel shows, of a workbook that is read. A format outside the
stated set of docs/data.md shows nothing here, and its reader says so or tells the number in full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from reportgen.content.data.format_code import Section, Token, scale_of, sections_of

_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
_ROOM = 10
"""How many digits of a fraction a cell without a format has room for, the zero before the point counted."""
_SMALL = 6
"""How many digits it shows of a number below a ten-thousandth."""


def number_as_shown(value: Decimal, code: str) -> str | None:
    """A number as its format shows it; None where the format is not followed."""
    sections = sections_of(code)
    if len(sections) > 1 and (sections[-1] is None or sections[-1].has("text")):
        sections = sections[:-1]  # what it shows of texts
    sections = sections[:3]
    if len(sections) == 1 and sections[0] is not None and sections[0].has("text"):
        return plain(value)
    index = _index(value, sections)
    section = sections[index] if index is not None else None
    if index is None or section is None:
        return None
    told = _laid_out(abs(value), section)
    if told is None or value >= 0 or not re.search("[1-9]", told):
        return told
    if not _drops_sign(index, section, sections):
        return f"-{told}"
    # A sign that only a color shows is one: two numbers that differ must not read alike.
    return f"-{told}" if told == number_as_shown(-value, code) else told


def text_as_shown(text: str, code: str) -> str:
    """A text as its format shows it: with the words that stand round its @."""
    section = sections_of(code)[-1]
    if section is None or not section.has("text"):
        return text
    return "".join(text if token.kind == "text" else token.said for token in section.tokens)


def plain(value: Decimal) -> str:
    """A number as a cell without a format shows it, whole numbers in full however large."""
    if value != value.to_integral_value():
        whole = max(value.adjusted() + 1, 1)
        places = max(_ROOM - whole, 0)
        if value.adjusted() < -4:
            places = max(places, _SMALL - value.adjusted() - 1)
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


# ---- which section ---------------------------------------------------------------------------


def _index(value: Decimal, sections: Sequence[Section | None]) -> int | None:
    """Which section shows the number; None where none does, or where programs disagree."""
    if any(section is None for section in sections[:2]) or not sections:
        return None
    first, second = sections[0], sections[1] if len(sections) > 1 else None
    assert first is not None
    if not first.sign and (second is None or not second.sign):
        if value < 0:
            return min(1, len(sections) - 1)
        return 2 if value == 0 and len(sections) > 2 else 0
    if not first.sign or second is None:
        return 0 if first.sign and first.takes(value) else None
    if first.takes(value):
        return 0
    if second.sign:
        return 1 if second.takes(value) else 2 if len(sections) > 2 else None
    return 1 if len(sections) == 2 or value < 0 else 2


def _drops_sign(index: int, section: Section, sections: Sequence[Section | None]) -> bool:
    """Whether the section is one for numbers below zero alone, and so tells the sign itself or not at all."""
    if section.sign:
        return section.below_zero
    first = sections[0]
    assert first is not None
    return index == 1 and (not first.sign or (first.sign in (">", ">=") and first.limit == 0))


# ---- one section -----------------------------------------------------------------------------


def _laid_out(value: Decimal, section: Section) -> str | None:
    """A number of no sign by one section of a format."""
    tokens = section.tokens
    if section.has("general"):
        return "".join(plain(value) if token.kind == "general" else token.said for token in tokens).strip()
    if section.has("exponent"):
        return _with_exponent(value, tokens)
    percents = sum(token.kind == "percent" for token in tokens)
    scaled = value.scaleb(2 * percents - 3 * scale_of(tokens), _WIDE)
    return _placed(scaled, tokens).strip()


def _placed(value: Decimal, tokens: Sequence[Token]) -> str:
    """The digits of a number on their places, rounded to as many as there are, the words between them."""
    at = next((at for at, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    before, behind = tokens[:at], tokens[at + 1 :]
    places = sum(token.kind == "digit" for token in behind)
    if not places and not any(token.kind == "digit" for token in before):
        return "".join(token.said for token in tokens if token.kind in ("words", "percent"))
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    integer, _, decimals = format(rounded, "f").partition(".")
    fraction = _fraction(behind, decimals)
    point = "." if any(character.isdigit() for character in fraction[: len(decimals)]) and places else ""
    return f"{_integer(before, integer.lstrip('0'))}{point}{fraction}"


def _integer(tokens: Sequence[Token], digits: str) -> str:
    """The digits before the point, from the last place to the first, which takes all that are left."""
    grouped = any(
        token.kind == "comma" and any(later.kind == "digit" for later in tokens[at:]) for at, token in enumerate(tokens)
    )
    first = next((at for at, token in enumerate(tokens) if token.kind == "digit"), -1)
    told: list[str] = []
    count = 0
    for at in range(len(tokens) - 1, -1, -1):
        kind, said = tokens[at]
        if kind in ("words", "percent"):
            told.append(said)
        if kind != "digit":
            continue
        kept = digits[-1:] or ("0" if said == "0" else "")
        digits = digits[:-1]
        while kept:
            told.append("," if grouped and count and count % 3 == 0 else "")
            told.append(kept)
            count += 1
            kept, digits = (digits[-1:], digits[:-1]) if at == first else ("", digits)
    return "".join(reversed(told))


def _fraction(tokens: Sequence[Token], decimals: str) -> str:
    """The digits behind the point; zeros at the end stay where a 0 holds their place."""
    told: list[str] = []
    held = False
    left = len(decimals)
    for kind, said in reversed(tokens):
        if kind in ("words", "percent"):
            told.append(said)
        elif kind == "digit":
            left -= 1
            held = held or said == "0" or decimals[left] != "0"
            told.append(decimals[left] if held else "")
    return "".join(reversed(told))


def _with_exponent(value: Decimal, tokens: Sequence[Token]) -> str | None:
    """A mantissa and a power of ten; as many digits stand before the point as have places."""
    at = next(at for at, token in enumerate(tokens) if token.kind == "exponent")
    mantissa, behind = tokens[:at], tokens[at + 1 :]
    if any(token.kind in ("comma", "percent") for token in tokens):
        return None
    point = next((at for at, token in enumerate(mantissa) if token.kind == "point"), len(mantissa))
    step = max(sum(token.kind == "digit" for token in mantissa[:point]), 1)
    places = sum(token.kind == "digit" for token in mantissa[point:])
    power = value.adjusted() // step * step if value else 0
    rounded = value.scaleb(-power, _WIDE).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    if rounded.adjusted() >= step:
        rounded, power = rounded.scaleb(-step, _WIDE), power + step
    sign = "-" if power < 0 else tokens[at].said[1:].replace("-", "")
    return f"{_placed(rounded, mantissa)}E{sign}{_placed(Decimal(abs(power)), behind)}".strip()
