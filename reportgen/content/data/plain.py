"""Figures of tables as a text would print them: accountants' brackets, leading plus signs, bare points.

What a figure means is for numbers/ to read; this only takes the signs of tables off.
"""

from __future__ import annotations

import re

from reportgen.numbers.model.pattern import Pattern

_BRACKETS = Pattern(r"[(（]\s*([¥￥$€£]?\s*(?:\d[\d,，]*(?:\.\d+)?|\.\d+)\s*%?)\s*[)）](.*)", re.DOTALL)
_PLUS = Pattern(r"[+＋]\s*(?=[\d.０-９])")
_POINT = Pattern(r"^([-−]?)\.(?=\d)")
_SIGN_INSIDE = Pattern(r"^([¥￥$€£])\s*[-−](?=\d)")


_SCALE_LAST, _SCALE_FIRST = Pattern("[十百千万萬亿億兆]$"), Pattern("[十百千万萬亿億兆]")


def scaled_twice(shown: str, unit: str) -> bool:
    """Whether a number that its format shows with a scale (12万) is to be read in a unit that has one (亿元)."""
    return _SCALE_LAST.search(shown) is not None and _SCALE_FIRST.match(unit) is not None


def plain_figure(text: str) -> str:
    """The figure as a text prints it: (1,234)亿元 is -1,234亿元, +2.5% is 2.5%, .5 is 0.5; others stay as they are."""
    text = text.strip()
    if brackets := _BRACKETS.fullmatch(text):
        text = f"-{brackets[1]}{brackets[2]}"
    elif plus := _PLUS.match(text):
        text = text[plus.end() :]
    text = _SIGN_INSIDE.sub(r"-\1", text)
    return _POINT.sub(r"\g<1>0.", text)


def figure_in(text: str, unit: str) -> str:
    """The figure as a text prints it with the unit behind it, unless it says the unit itself."""
    plain = plain_figure(text)
    return plain if plain.endswith(unit) else plain + unit
