"""How the figures of a table's column are laid out: in one unit, which its head tells, and to the decimals wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from reportgen.blocks.table_rules import UNIT
from reportgen.content.data.plain import figure_in
from reportgen.content.data.table import DataCell
from reportgen.content.entries import NOWHERE
from reportgen.content.source import Scalar
from reportgen.content.stated import READ
from reportgen.languages import DEFAULT
from reportgen.messages import msg
from reportgen.numbers import CommonUnit, FigureError, Lexicon, Quantity, common_unit
from reportgen.numbers.languages import writer
from reportgen.numbers.model.quantity import Amount, Count, Difference, Rate, counted_in
from reportgen.problems import Problem
from reportgen.records import record

if TYPE_CHECKING:
    from reportgen.content.data.figure import CellFigure

AUTO = "auto"
"""The unit of a column whose figures say it themselves."""


# ---- cells ---------------------------------------------------------------------------------------


def read_cell(cell: str, unit: str, lexicon: Lexicon) -> Quantity:
    """A cell with the column's unit behind it, as a printed figure is read; FigureError where it is none."""
    return _read(figure_in(cell, unit), _Same(lexicon))


def read_data_cell(cell: DataCell, head: str, unit: str, lexicon: Lexicon) -> CellFigure:
    """A cell of a file with the column's unit behind it; CellError where it is no figure, or in another unit."""
    return _read_data(str(cell), cell.exact, head, unit, _Same(lexicon))


@lru_cache(maxsize=32_768)
def _read_data(text: str, exact: str, head: str, unit: str, same: _Same) -> CellFigure:
    from reportgen.content.data.figure import Reading  # here, since most briefings read no files
    from reportgen.content.data.figure import read_cell as read_data

    cell = DataCell.at(text, NOWHERE, exact=exact)
    return read_data(cell, head, Reading(unit=unit), lambda printed: _read(printed, same))


class _Same:
    """A lexicon that equals itself alone: comparing two would cost more than reading a figure."""

    __slots__ = ("lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def __hash__(self) -> int:
        return id(self.lexicon)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.lexicon is self.lexicon


@lru_cache(maxsize=32_768)  # a table is checked and said in every edition, from the same cells
def _read(text: str, same: _Same) -> Quantity:
    return READ.get()(text, same.lexicon)


# ---- columns -------------------------------------------------------------------------------------


@record
class ColumnLayout:
    """The unit that the figures of a column share, if they do, and what they are rounded to, if they are."""

    unit: CommonUnit | None = None
    step: Decimal | None = None  # in base units

    def rounded(self, quantity: Quantity) -> Quantity:
        """The figure as it is printed."""
        return quantity if self.step is None else _to(quantity, self.step)


PLAIN = ColumnLayout()


def layout_of(figures: Sequence[Quantity], unit: Scalar | None, decimals: int | None, lexicon: Lexicon) -> ColumnLayout:
    """How figures are laid out in a unit that is given, or in the one that they share."""
    if not figures:
        return PLAIN
    shared = common_unit(figures, **_scale(figures, given(unit), lexicon))
    if shared is None or decimals is None:
        return ColumnLayout(shared)
    step = shared.divisor(DEFAULT[0]).scaleb(-decimals)
    return ColumnLayout(shared.to(step), step)


def layout_problems(
    figures: Sequence[Quantity], unit: Scalar | None, where: Scalar, lexicon: Lexicon
) -> Iterator[Problem]:
    """A unit that is none, and figures that share none where one is told in the head, or decimals of it are."""
    if given(unit) and _one(given(unit), lexicon) is None:
        message = msg("'{unit}' is no unit that figures are counted in", unit=given(unit))
        yield UNIT.broken(where, message, msg("write the unit as a figure has it: 亿元, 万吨, 家, %"))
    elif figures and common_unit(figures) is None:
        hint = msg("leave out `unit` and `decimals`, or mend the figures")
        yield UNIT.broken(where, msg("the figures of this column share no unit"), hint)


def given(unit: Scalar | None) -> str:
    """The unit that an author gives; empty where the figures say their own."""
    return "" if unit is None or unit == AUTO else str(unit)


def _one(unit: str, lexicon: Lexicon) -> Quantity | None:
    """One of a unit; None where that is no unit."""
    try:
        return read_cell("1", unit, lexicon)
    except FigureError:
        return None


def _scale(figures: Sequence[Quantity], unit: str, lexicon: Lexicon) -> dict[str, str]:
    """The scale that a given unit wants of its language: 亿 for 亿元, none for 元, and none for plain numbers."""
    language = DEFAULT[0]
    if not unit:
        bare = all(isinstance(each, Count) and not each.measure and each.noun is None for each in figures)
        return {f"{code}_scale": "1" for code in DEFAULT} if bare else {}
    one = _one(unit, lexicon)
    amount = counted_in(one) if one is not None else None
    value = amount.value if isinstance(amount, Amount) else None
    names = {Decimal(1).scaleb(power): name for name, power in writer(language).scales}
    return {f"{language}_scale": names.get(value, "1") or "1"} if value is not None and value in {*names, 1} else {}


def _to(quantity: Quantity, step: Decimal) -> Quantity:
    if isinstance(quantity, Rate | Difference):
        return replace(quantity, amount=_to(quantity.amount, step))  # type: ignore[arg-type]
    return replace(quantity, quantum=step) if isinstance(quantity, Amount) else quantity
