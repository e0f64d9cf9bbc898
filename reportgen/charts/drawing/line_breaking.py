"""Breaking words into lines of a width, for Chinese and for scripts with spaces; any measure of a character will do.

Rules: a line never starts with a closing mark and never ends with an opening one; a figure keeps the character behind
it (4500亿); no-break spaces and word joiners hold. A word wider than the column is broken where it must be. The lines
are as even as the least number of them allows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

CharacterWidth = Callable[[str], float]
"""The width of one character."""

NEVER_FIRST = frozenset("，。、；：？！）》〉」』】〕…—～·％‰℃,.;:?!)]}%”’'\"")
NEVER_LAST = frozenset("（《〈「『【〔([{“‘¥￥$€£#")
BRACKETS, CLOSING = "（(", "）)"
JOINERS = frozenset("\u2060\ufeff\u00a0\u202f\u2007\u2011")
SPACES = {0x00A0: " ", 0x202F: " ", 0x2007: " ", 0x2011: "-"}


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """The text composed, on one line, its runs of ordinary white space made single spaces."""
    words = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "")
    kept = "".join(" " if unicodedata.category(c) == "Cc" else c for c in words)
    return " ".join(part for part in kept.split(" ") if part)


@lru_cache(maxsize=4096)
def printed(text: str) -> str:
    """The text as drawn: no-break spaces are spaces, marks without a shape are left out."""
    return "".join(c for c in text.translate(SPACES) if not shapeless(c))


@lru_cache(maxsize=8192)
def shapeless(character: str) -> bool:
    """Whether a character only steers (word joiner, direction mark, variation selector) and is never drawn."""
    return unicodedata.category(character) == "Cf" or 0xFE00 <= ord(character) <= 0xFE0F


def break_lines(text: str, width: float, measure: CharacterWidth) -> tuple[str, ...]:
    """The tidy text in the fewest lines not wider than `width`, and those as even as can be."""
    if _width(text.rstrip(" "), measure) <= width:
        return (text,)
    parts = [
        (part, _width(part, measure), _width(part.rstrip(" "), measure)) for part in _fitting(text, width, measure)
    ]
    count = len(_filled(parts, width))
    if count < 2:
        return (text,)
    if count == 2 and (halves := _before_bracket(text, width, measure)):
        return halves
    low, high = max(bare for _, _, bare in parts), width
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(parts, middle)) == count else (middle, high)
    return _filled(parts, high)


def _before_bracket(text: str, width: float, measure: CharacterWidth) -> tuple[str, str] | None:
    """The text broken before its closing bracketed remark, where both parts fit."""
    bracket = max(text.rfind(mark) for mark in BRACKETS)
    head, tail = text[:bracket].rstrip(" "), text[bracket:]
    fits = bracket > 0 and text[-1] in CLOSING and max(_width(head, measure), _width(tail, measure)) <= width
    return (head, tail) if fits else None


def natural_width(text: str, measure: CharacterWidth) -> float:
    """The width of the text on one line."""
    return _width(text, measure)


def widest_part(text: str, measure: CharacterWidth) -> float:
    """The narrowest column that holds the text without cutting a word."""
    return max((_width(part.rstrip(" "), measure) for part in _parts(text)), default=0.0)


def _width(text: str, measure: CharacterWidth) -> float:
    return sum(measure(c) for c in text)


def _filled(parts: list[tuple[str, float, float]], width: float) -> tuple[str, ...]:
    lines: list[str] = []
    line, reach = "", 0.0
    for part, full, bare in parts:
        if line and reach + bare > width + 1e-6:
            lines.append(line.rstrip(" "))
            line, reach = "", 0.0
        line, reach = line + part, reach + full
    return (*lines, line.rstrip(" "))


def _fitting(text: str, width: float, measure: CharacterWidth) -> Iterator[str]:
    """The unbreakable parts of the text, those wider than the column cut where they must be."""
    for part in _parts(text):
        if _width(part.rstrip(" "), measure) <= width:
            yield part
            continue
        cut = ""
        for c in part:
            if cut and _width(cut + c, measure) > width and c != " ":
                yield cut
                cut = ""
            cut += c
        yield cut


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[str, ...]:
    parts = [""]
    for index, c in enumerate(text):
        if index and _may_break(text[index - 1], c, text[index + 1 : index + 2]):
            parts.append("")
        parts[-1] += c
    return tuple(parts)


def _may_break(before: str, after: str, then: str) -> bool:
    if after == " " or after in NEVER_FIRST or before in NEVER_LAST or before in JOINERS or after in JOINERS:
        return False
    if before == " ":
        return True
    if before in "-/–" and after.isalpha() and then.isalpha():
        return True
    if before.isdigit():
        return False
    return _wide(before) or _wide(after)


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
