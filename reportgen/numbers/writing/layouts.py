"""The languages figures are written in: one row each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reportgen.numbers.en import layout as en_layout
from reportgen.numbers.en import words as en
from reportgen.numbers.model.quantity import Amount, FigureError, Quantity
from reportgen.numbers.model.rounding import Scales
from reportgen.numbers.model.style import Pieces, Style
from reportgen.numbers.zh import layout as zh_layout
from reportgen.numbers.zh import words as zh


class Layout(NamedTuple):
    """What writing needs of a language."""

    pieces: Callable[[Quantity, Style], Pieces]
    in_unit: Callable[[Amount, int, Style], Pieces]
    label: Callable[[Amount, str, Style], str]
    scales: Scales
    unit_decimals: int  # a column's scale is one in which no figure needs more decimals


LAYOUTS: dict[str, Layout] = {
    "zh": Layout(zh_layout.pieces, zh_layout.in_unit, zh_layout.label, zh.SCALES, 2),
    "en": Layout(en_layout.pieces, en_layout.in_unit, en_layout.label, en.SCALES, 3),
}


def layout(language: str) -> Layout:
    """The row of a language."""
    known = LAYOUTS.get(language)
    if known is None:
        raise FigureError(f"figures are written in {' and '.join(LAYOUTS)}, not in {language!r}")
    return known
