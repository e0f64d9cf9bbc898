"""Texts of cells: their runs, the note marks among them, and the characters that a workbook writes as codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

STRUCK = "~~"
"""What stands on both sides of what is struck through in a cell."""

_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
_MARK = re.compile(
    r"\s*[\[(（〔［]?(?:\d{1,2}|[a-z]|[*†‡§#]{1,3}|[①-⑳]|注\d{0,2}|r/|p/)(?:\s*[,，、]\s*(?:\d{1,2}|[a-z]))*[\])）〕］]?\s*"
)
_UNIT = re.compile(r"(?:^|[^A-Za-z])(?:[kcdhm]?m|ft|in|s)$|[米里]$")
_POWER_OF_TEN = re.compile(r"(?:^|[×xX*·\s])10$")
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")


class Run(NamedTuple):
    """A stretch of a text in one look: whether it stands raised, whether it is struck through."""

    text: str
    raised: bool = False
    struck: bool = False


def runs_of(item: Element) -> tuple[Run, ...]:
    """The runs of a shared or an inline text; readings of characters (furigana, pinyin) are none."""
    return tuple(_runs(item))


def _runs(item: Element) -> Iterator[Run]:
    for child in item:
        match child.tag.rpartition("}")[2]:
            case "t":
                yield Run(decoded(child.text or ""))
            case "r":
                yield _run(child)
            case _:
                pass


def _run(element: Element) -> Run:
    text, raised, struck = "", False, False
    for child in element:
        match child.tag.rpartition("}")[2]:
            case "t":
                text = decoded(child.text or "")
            case "rPr":
                looks = {look.tag.rpartition("}")[2]: look.get("val", "1") for look in child}
                raised = looks.get("vertAlign") == "superscript"
                struck = looks.get("strike", "0") not in ("0", "false")
            case _:
                pass
    return Run(text, raised, struck)


def decoded(text: str) -> str:
    """A text with the characters that stand in it as codes (_x000D_), every line break one character."""
    if "_x" in text:
        text = _CODED.sub(lambda code: chr(int(code[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def text_of(runs: Sequence[Run]) -> str:
    """The text of a cell without its note marks: 30 where a raised 1 stands behind it, m² where a raised 2 does.

    What is struck through stands between double tildes, so that nobody takes it for a part of the rest.
    """
    if len(runs) == 1 and not runs[0].raised and not runs[0].struck:
        return runs[0].text
    told = ""
    for run in runs:
        if run.struck and run.text.strip():
            told += f"{STRUCK}{run.text}{STRUCK}"
        elif not run.raised:
            told += run.text
        elif not _is_mark(told, run.text):
            told += run.text.translate(_RAISED)
    return told


def _is_mark(before: str, raised: str) -> bool:
    """Whether raised characters are the mark of a note: no power of a unit or of ten, and not the text itself."""
    before = before.rstrip()
    power = bool(_UNIT.search(before)) and raised.strip().lstrip("-−+") in ("1", "2", "3")
    return bool(before) and not power and not _POWER_OF_TEN.search(before) and _MARK.fullmatch(raised) is not None
