"""Texts made plain before a grammar reads them: full-width digits, odd spaces and dashes, invisible characters.

Offsets stay those of the original text: characters are replaced one for one, and where some must go, a map says where
the rest came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reportgen.numbers.model.pattern import Pattern

_KEPT = "，；：！？（）"  # full-width punctuation that parts Chinese sentences
_PLAIN: dict[str, str] = (
    {chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94) if chr(0xFF01 + offset) not in _KEPT}
    | dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t", " ")
    | dict.fromkeys("‐‑‒—―﹣⁃", "–")
    | dict.fromkeys("〜∼˜", "~")
    | {"﹪": "%", "٪": "%", "İ": "I", "○": "〇", "￥": "¥", "µ": "μ"}
)
_ODD_ONES = "".join(map(re.escape, _PLAIN))
_ODD = Pattern(f"[{_ODD_ONES}]")
_CAPITAL_ONES = "壹贰叁肆伍陆柒捌玖拾佰仟"
_CAPITALS = dict(zip(_CAPITAL_ONES, "一二三四五六七八九十百千", strict=True))
_CAPITAL = Pattern(f"[零{_CAPITAL_ONES}万亿]{{2,30}}")  # 壹仟万元: numerals as contracts write them
_INVISIBLE_ONES = "\u2060\u200b-\u200f\u202a-\u202e\ufeff\u00ad\u2061-\u2064\ufe00-\ufe0f"
_INVISIBLE = Pattern(f"[{_INVISIBLE_ONES}]+")
_ANY_CAPITAL = Pattern(f"[{_CAPITAL_ONES}]")
MASK = "\ue000"
"""What stands for a masked character: no grammar knows it."""
_UNUSUAL = Pattern(f"[{_ODD_ONES}{_INVISIBLE_ONES}{_CAPITAL_ONES}]")
_ADDRESS = Pattern(r"(?:http|www\.|ftp)[^\s，。；）)”》]+")
_MAIL = Pattern(r"\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}", re.ASCII)


def plain(text: str) -> tuple[str, Sequence[int] | None]:
    """The text made plain, and the place in the original of each of its characters; None where that is the same."""
    if text.isascii() or not _UNUSUAL.search(text):
        return text, None
    places = None
    if _INVISIBLE.search(text):
        spans = [match.span() for match in _INVISIBLE.finditer(text)]
        text, places = _without(text, spans)
    if _ANY_CAPITAL.search(text):
        text = _CAPITAL.sub(_common, text)
    return _ODD.sub(_plainly, text), places


def _common(match: re.Match[str]) -> str:
    return "".join([_CAPITALS.get(character, character) for character in match[0]])


def _plainly(match: re.Match[str]) -> str:
    return _PLAIN[match[0]]


def _without(text: str, spans: list[tuple[int, int]]) -> tuple[str, list[int]]:
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for start, end in spans:
        parts.append(text[at:start])
        places.extend(range(at, start))
        at = end
    places.extend(range(at, len(text) + 1))
    return "".join([*parts, text[at:]]), places


def hide(text: str, names: tuple[str, ...]) -> str:
    """The text with the document's own names, and addresses, masked; its length does not change."""
    if "://" in text or "www." in text:
        text = _ADDRESS.sub(_masked, text)
    if "@" in text:
        text = _MAIL.sub(_masked, text)
    return _names(names).sub(_masked, text) if names else text


def _masked(match: re.Match[str]) -> str:
    return MASK * (match.end() - match.start())


@lru_cache(maxsize=16)
def _names(names: tuple[str, ...]) -> Pattern:
    """Longest first; a name of Latin letters and digits stands alone, so that G1 is not in G12."""
    words = sorted({plain(name)[0] for name in names if name}, key=len, reverse=True)
    parts = [
        (r"(?<![A-Za-z0-9])" if word[0].isascii() and word[0].isalnum() else "")
        + re.escape(word)
        + (r"(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else "")
        for word in words
    ]
    return Pattern("|".join(parts) or r"(?!)")
