"""Texts made plain before a grammar reads them: full-width digits, odd spaces and dashes, invisible characters.

Offsets stay those of the original text: characters are replaced one for one, and where some must go, a map says where
the rest came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_FULL_WIDTH = {chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)}
_KEPT_FULL = "，；：！？（）"  # punctuation that parts Chinese sentences
_PLAIN = str.maketrans(
    {wide: narrow for wide, narrow in _FULL_WIDTH.items() if wide not in _KEPT_FULL}
    | dict.fromkeys("\u00a0\u2007\u2009\u200a\u2002\u2003\u202f\u3000\t", " ")
    | dict.fromkeys("‐‑‒—―﹣－⁃", "–")
    | dict.fromkeys("〜∼˜", "~")
    | dict.fromkeys("﹪٪", "%")
    | {"İ": "I", "○": "〇", "￥": "¥", "∶": "∶", "−": "−"}
)
_ODD = re.compile("[\u00a0\u2000-\u200a\u202f\u3000\t‐-―﹣⁃〜∼˜﹪٪İ○￥\uff01-\uff5e]")
_INVISIBLE = re.compile("[\u2060\u200b-\u200f\u202a-\u202e\ufeff\u00ad\u2061-\u2064\ufe00-\ufe0f]+")
MASK = "\ue000"
"""What stands for a masked character: no grammar knows it."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s，。；）)”》]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}", re.ASCII)


def plain(text: str) -> tuple[str, Sequence[int] | None]:
    """The text made plain, and for each of its characters (and its end) the place in the original, None where it is the same."""
    places = None
    if _INVISIBLE.search(text):
        spans = [match.span() for match in _INVISIBLE.finditer(text)]
        text, places = _without(text, spans)
    if _ODD.search(text):
        text = text.translate(_PLAIN)
    return text, places


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
    if "://" in text or "www." in text or "@" in text:
        text = _ADDRESS.sub(_masked, text)
    return _names(names).sub(_masked, text) if names else text


def _masked(match: re.Match[str]) -> str:
    return MASK * (match.end() - match.start())


@lru_cache(maxsize=16)
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    """Longest first; a name of Latin letters and digits stands alone, so that G1 is not in G12."""
    words = sorted({plain(name)[0] for name in names if name}, key=len, reverse=True)
    parts = [
        (r"(?<![A-Za-z0-9])" if word[0].isascii() and word[0].isalnum() else "")
        + re.escape(word)
        + (r"(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else "")
        for word in words
    ]
    return re.compile("|".join(parts) or r"(?!)")
