"""The lines of a paragraph as one line: English parts words at a line's end, Chinese does not."""

from __future__ import annotations

import re

_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Characters beside which a line's end stands for nothing: Chinese ones and their punctuation."""


def joined(text: str) -> str:
    """The lines as one: a space between words, none where a Chinese character stands on a side of the break."""
    whole, *lines = (line.strip() for line in text.split("\n"))
    for line in lines:
        close = not whole or not line or _WIDE.match(whole[-1]) or _WIDE.match(line)
        whole = f"{whole}{'' if close else ' '}{line}"
    return whole
